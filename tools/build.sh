#!/usr/bin/env bash
# Builds the optimised page into dist/, compresses it and prints its sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/versions.sh

# The names of the builder's folders are neither for visitors nor the same on two machines.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$cargo_home/registry/src/= --remap-path-prefix=$PWD/="
# Trunk takes --no-color from a variable that other programs set to 1.
unset NO_COLOR
rm -rf dist
trunk --log warn build --release --offline
node tools/compress.mjs dist
