# The versions of the build tools, and where they are kept. Sourced by the scripts beside it.
trunk_version=0.21.14
# The crate of the same name in Cargo.toml is pinned to the same version: the two must agree.
wasm_bindgen_version=0.2.130
# What speaks WebDriver to Firefox.
geckodriver_version=0.37.1
tools_cache=${CASD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/casd-simulator}
export PATH="$PWD/tools/bin:$PWD/node_modules/.bin:$tools_cache/wasm-bindgen-cli-$wasm_bindgen_version/bin:$tools_cache/trunk-$trunk_version/bin:$tools_cache/geckodriver-$geckodriver_version/bin:$PATH"
