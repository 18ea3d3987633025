#!/usr/bin/env bash
# Builds the optimised page into dist/, compresses it and prints its sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

# Three things that keep the first load small, each measured (DESIGN.md, "Weight"):
# - Leptos erases the types of its views;
# - the standard library is built for size with the page, and a panic aborts without a message: for a
#   visitor it says nothing that the page could not say better, and its texts weigh 9 kB;
# - the names of source files are left out, which also keeps the builder's folders out of the page.
# The last two are switches that stable compilers keep back, hence RUSTC_BOOTSTRAP; the compiler is
# pinned in rust-toolchain.toml, so that they cannot change under the build.
export RUSTC_BOOTSTRAP=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# Its own folder: other builds neither use these switches nor should be built again for them.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/page

# Trunk takes --no-color from a variable that other programs set to 1.
unset NO_COLOR
export TRUNK_PROFILE=release
rm -rf dist
trunk --log error build --release --offline

# What loads on demand: the same treatment as trunk gives the page.
modules=$CARGO_TARGET_DIR/modules
rm -rf "$modules"
cargo build --quiet --release --offline --target wasm32-unknown-unknown --bin annexe --bin pdf --bin plan --bin prices --bin workbench
for module in annexe pdf plan prices workbench; do
  wasm-bindgen --target web --no-typescript --out-dir "$modules" --out-name "$module" \
    "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/$module.wasm"
  wasm-opt --enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext -Oz \
    "$modules/${module}_bg.wasm" -o "$modules/${module}_bg.wasm"
done
node tools/parts.mjs dist "$modules"
node tools/embedding.mjs dist

# The static pages, and what reads CASD's calendar where one is built in, by programs of this
# machine's own: without the switches above.
example() {
  env -u RUSTC_BOOTSTRAP -u CARGO_UNSTABLE_BUILD_STD -u CARGO_UNSTABLE_BUILD_STD_FEATURES \
    CARGO_TARGET_DIR="${CARGO_TARGET_DIR%/page}" cargo run --quiet --offline --example "$@"
}
example price-page -- dist
[ ! -e public/enrolment-sessions.json ] || example check-enrolment-sessions -- public/enrolment-sessions.json
node tools/hosting.mjs dist
node tools/compress.mjs dist
