#!/usr/bin/env bash
# Measures: a quote natively and how it grows, the engine beside publicodes, what a first load is made of, the
# page beside one of React and publicodes. Each part goes into BENCHMARKS.md; what is under way, to standard
# error. The page must stand in dist/ (make build).
#
#   tools/bench.sh                   everything
#   tools/bench.sh scaling engine    some of it: scaling, engine, weight, page
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

out=target/benches
mkdir -p "$out"
parts=${*:-scaling engine weight page}
asked() { [[ " $parts " == *" $1 "* ]]; }
kept() { node benches/report.mjs "$1"; }

# What only the measurements need from npm has its own folder and its own lock.
lock_sum=$(cksum < benches/package-lock.json)
if [ "$(cat benches/node_modules/.lock-sum 2>/dev/null)" != "$lock_sum" ]; then
  npm ci --prefix benches --silent --no-audit --no-fund
  echo "$lock_sum" > benches/node_modules/.lock-sum
fi

if asked scaling; then
  node benches/publicodes/projects.mjs > "$out/projects.json"
  # Cargo runs a benchmark in the package's folder, where this script is, too.
  cargo bench --quiet --bench scaling -- "$out/projects.json" | kept scaling
fi
if asked engine; then
  (
    # shellcheck source=tools/wasm.sh
    . tools/wasm.sh
    build_modules experimental-nodejs-module "$out/engine" engine
  )
  node benches/engine.mjs | kept engine
fi
if asked weight; then
  # What loads first once more, with the names that the page leaves out.
  wasm-split-cli --target web --out-name named \
    "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/casd-simulator.wasm" "$out/named"
  wasm-bindgen --target web --keep-lld-exports --no-typescript --keep-debug --out-dir "$out/named" --out-name named \
    "$out/named/named.wasm"
  # shellcheck source=tools/wasm.sh
  (. tools/wasm.sh && wasm-opt -g "${features[@]}" -Oz "$out/named/named_bg.wasm" -o "$out/named.wasm")
  node benches/weight.mjs | kept weight
fi
if asked page; then
  node benches/peer/build.mjs "$out/peer"
  node benches/page.mjs | kept page
fi
