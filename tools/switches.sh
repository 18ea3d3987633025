# How the page and the modules beside it are compiled. Sourced, after versions.sh, by what builds them.

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

# How wasm-opt makes a module small.
optimised=(--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext -Oz)

# Modules that load by themselves: compiled, bound and optimised.
build_modules() { # target-of-wasm-bindgen folder names...
  local target=$1 folder=$2 name; shift 2
  cargo build --quiet --release --offline --target wasm32-unknown-unknown "${@/#/--bin=}" || return
  for name in "$@"; do
    wasm-bindgen --target "$target" --no-typescript --out-dir "$folder" --out-name "$name" \
      "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/$name.wasm" || return
    wasm-opt "${optimised[@]}" "$folder/${name}_bg.wasm" -o "$folder/${name}_bg.wasm" || return
  done
}
