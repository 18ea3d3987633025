# The versions of the build tools, and where they are kept. Sourced by the scripts beside it.
trunk_version=0.21.14
cargo_mutants_version=27.1.0
cargo_fuzz_version=0.13.2
cargo_deny_version=0.20.2
twiggy_version=0.8.0
# The crate of the same name in Cargo.toml is pinned to the same version: the two must agree.
wasm_bindgen_version=0.2.130
tools_cache=${CASD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/casd-simulator}
export PATH="$PWD/tools/bin:$PWD/node_modules/.bin:$tools_cache/wasm-bindgen-cli-$wasm_bindgen_version/bin:$tools_cache/trunk-$trunk_version/bin:$tools_cache/cargo-mutants-$cargo_mutants_version/bin:$tools_cache/cargo-fuzz-$cargo_fuzz_version/bin:$tools_cache/cargo-deny-$cargo_deny_version/bin:$tools_cache/twiggy-$twiggy_version/bin:$PATH"
