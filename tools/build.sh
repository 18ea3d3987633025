#!/usr/bin/env bash
# Builds the optimised page into dist/, compresses it and prints its sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh
# shellcheck source=tools/switches.sh
. tools/switches.sh

# Trunk takes --no-color from a variable that other programs set to 1.
unset NO_COLOR
export TRUNK_PROFILE=release
rm -rf dist
trunk --log error build --release --offline

# What loads on demand: the same treatment as trunk gives the page.
modules=$CARGO_TARGET_DIR/modules
rm -rf "$modules"
build_modules web "$modules" annexe pdf plan prices workbench
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
