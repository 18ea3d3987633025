# How the WebAssembly is compiled. Sourced, after versions.sh, by what builds them.

# The folders of whoever builds do not belong in a page that anyone can download, and must not change its bytes.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$(rustc --print sysroot)=rust"

# What every browser has in which Leptos runs; `all` is refused by Chromium.
features=(--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext)

# The page, which trunk compiled, split into what loads first and chunks, bound and optimised.
split_page() { # folder
  local folder=$1 name=casd-simulator module
  mkdir -p "$folder"
  wasm-split-cli --target web --out-name "$name" \
    "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/$name.wasm" "$folder" || return
  wasm-bindgen --target web --keep-lld-exports --no-demangle --no-typescript --out-dir "$folder" --out-name "$name" \
    "$folder/$name.wasm" || return
  rm "$folder/$name.wasm"
  # Loaded first, it is worth more of the compiler's time.
  wasm-opt "${features[@]}" --flatten --rereloop -Oz -Oz --low-memory-unused --zero-filled-memory --reorder-functions \
    --reorder-locals "$folder/${name}_bg.wasm" -o "$folder/${name}_bg.wasm" || return
  for module in "$folder"/*.wasm; do
    wasm-opt "${features[@]}" -Oz "$module" -o "$module" || return
  done
}

# Other programs than the page (a benchmark has the engine in one): compiled, bound and optimised.
build_modules() { # target-of-wasm-bindgen folder names...
  local target=$1 folder=$2 name; shift 2
  cargo build --quiet --release --offline --target wasm32-unknown-unknown "${@/#/--bin=}" || return
  for name in "$@"; do
    wasm-bindgen --target "$target" --no-typescript --out-dir "$folder" --out-name "$name" \
      "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/$name.wasm" || return
    wasm-opt "${features[@]}" -Oz "$folder/${name}_bg.wasm" -o "$folder/${name}_bg.wasm" || return
  done
}
