# The versions of the tools, and where they are kept. Sourced by the scripts beside it.
trunk_version=0.21.14
# The crate of the same name in Cargo.toml is pinned to the same version: the two must agree.
wasm_bindgen_version=0.2.130
# Moves functions of the page into chunks; it goes with the wasm_split_helpers that Leptos has.
wasm_split_cli_support_version=0.2.4
# What speaks WebDriver to Firefox.
geckodriver_version=0.37.1
# What each of these does: docs/supply-chain.md.
cargo_deny_version=0.20.2
cargo_fuzz_version=0.13.2
cargo_mutants_version=27.1.0
twiggy_version=0.8.0
tools_cache=${CASD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/casd-simulator}
for tool in "trunk-$trunk_version" "wasm-bindgen-cli-$wasm_bindgen_version" \
  "wasm_split_cli_support-$wasm_split_cli_support_version" "geckodriver-$geckodriver_version" \
  "cargo-deny-$cargo_deny_version" "cargo-fuzz-$cargo_fuzz_version" "cargo-mutants-$cargo_mutants_version" \
  "twiggy-$twiggy_version"; do
  PATH="$tools_cache/$tool/bin:$PATH"
done
export PATH="$PWD/node_modules/.bin:$PATH"
