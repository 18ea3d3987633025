# How the WebAssembly modules are compiled. Sourced, after versions.sh, by what builds them.

# The folders of whoever builds do not belong in a page that anyone can download, and must not change its bytes.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$(rustc --print sysroot)=rust"

# How wasm-opt makes a module small.
optimised=(--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext -Oz)

# Modules that load by themselves: compiled, bound and optimised.
build_modules() { # target-of-wasm-bindgen folder names...
  local target=$1 folder=$2 name; shift 2
  cargo build --quiet --release --offline --target wasm32-unknown-unknown "${@/#/--bin=}" || return
  for name in "$@"; do
    wasm-bindgen --target "$target" --no-typescript --out-dir "$folder" --out-name "$name" \
      "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/$name.wasm" || return
    wasm-opt "${optimised[@]}" "$folder/${name}_bg.wasm" -o "$folder/${name}_bg.wasm" || return
  done
}
