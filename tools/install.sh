#!/usr/bin/env bash
# Installs what building and testing need, pinned, once: a second run finds everything and installs nothing.
#
#   tools/install.sh check   the compiler's parts and the crates
#   tools/install.sh build   the same, trunk, wasm-bindgen, the npm packages
#   tools/install.sh test    the same, two browsers, what drives Firefox, the tools that read PDFs, and nginx
#   tools/install.sh audit   cargo-deny alone; so with bench (twiggy), fuzz and mutants
#
# Compiled tools go into a cache of the user's, one folder for each version, so that a second clone
# does not build them again. It prints only what it does, step by step.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh
# shellcheck source=tools/steps.sh
. tools/steps.sh

say() { printf 'install: %s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null 2>&1 || { say "$1 is missing: $2"; exit 1; }; }

need rustup "install it from https://rustup.rs"
need cargo "install Rust with rustup: https://rustup.rs"

# A tool from crates.io, built without optimisation: it takes a third of the time, and they wait for disks anyway.
cargo_tool() { # crate version binary [cargo install's options]
  local crate=$1 version=$2 binary=$3 root; shift 3
  root="$tools_cache/$crate-$version"
  [ -x "$root/bin/$binary" ] && return
  plan "$crate $version, compiled once into $root (a few minutes)" env \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_STRIP=true \
    cargo install --quiet --root "$root" --version "$version" "$@" "$crate"
}
case "${1:-build}" in
  audit) cargo_tool cargo-deny "$cargo_deny_version" cargo-deny --locked; run_plan install; exit ;;
  bench) cargo_tool twiggy "$twiggy_version" twiggy --locked; run_plan install; exit ;;
  fuzz) cargo_tool cargo-fuzz "$cargo_fuzz_version" cargo-fuzz --locked; run_plan install; exit ;;
  mutants) cargo_tool cargo-mutants "$cargo_mutants_version" cargo-mutants --locked; run_plan install; exit ;;
esac

# rust-toolchain.toml names the compiler, its parts and its targets: rustup fetches the compiler on
# first use, and here what a compiler that was there before lacks.
cargo --version >/dev/null
for component in clippy rustfmt; do
  rustup component list --installed | grep -q "^$component" ||
    plan "$component, with rustup" rustup component add "$component"
done
rustup target list --installed | grep -qx wasm32-unknown-unknown ||
  plan "The wasm32-unknown-unknown target, with rustup" rustup target add wasm32-unknown-unknown

# The build asks no registry.
crates() { cargo fetch --quiet --locked "$@"; }
crates --offline 2>/dev/null || plan "The crates of Cargo.lock" crates
[ "${1:-build}" != check ] || { run_plan install; exit; }

need node "install Node.js 20.19 or newer"
need npm "install npm, which comes with Node.js"
# Its lock file names a version that the registry lacks, hence no --locked.
cargo_tool wasm-bindgen-cli "$wasm_bindgen_version" wasm-bindgen
cargo_tool wasm_split_cli_support "$wasm_split_cli_support_version" wasm-split-cli --features build-binary
cargo_tool trunk "$trunk_version" trunk --locked --no-default-features --features rustls

lock_sum=$(cksum < package-lock.json)
npm_packages() {
  npm ci --silent --no-audit --no-fund && echo "$lock_sum" > node_modules/.lock-sum
}
[ "$(cat node_modules/.lock-sum 2>/dev/null)" = "$lock_sum" ] ||
  plan "npm packages, as package-lock.json has them" npm_packages

[ "${1:-build}" = test ] || { run_plan install; exit; }

# What only the tests need. Debian has no package of what drives its Firefox.
cargo_tool geckodriver "$geckodriver_version" geckodriver --locked

# The rest comes from Debian: two browsers, the tools that read PDFs, and the server whose configuration is
# in hosting/.
missing=()
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
command -v firefox-esr >/dev/null 2>&1 || missing+=(firefox-esr)
command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
had_nginx=1
PATH=$PATH:/usr/sbin command -v nginx >/dev/null 2>&1 || { had_nginx=; missing+=(nginx); }
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing+=(libnginx-mod-http-brotli-static)
debian_packages() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    say "only root can install what is missing. Run: sudo apt-get install ${missing[*]}"
    return 1
  fi
  apt-get update -qq || return
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null || return
  # The tests start nginx themselves; the service that comes with the package is not wanted here.
  if [ -z "$had_nginx" ]; then
    service nginx stop >/dev/null 2>&1 || true
    update-rc.d nginx disable >/dev/null 2>&1 || true
  fi
}
[ ${#missing[@]} = 0 ] || plan "${missing[*]}, from Debian" debian_packages
run_plan install
