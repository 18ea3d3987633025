#!/usr/bin/env bash
# Measures: a quote natively and how it grows, the engine beside publicodes, the page beside one of React and
# publicodes. Prints Markdown, and what is under way on standard error. The page must stand in dist/ (make build).
#
#   tools/bench.sh                   everything
#   tools/bench.sh scaling engine    some of it: scaling, engine, page
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

out=target/benches
mkdir -p "$out"
parts=${*:-scaling engine page}
asked() { [[ " $parts " == *" $1 "* ]]; }

# What only the measurements need from npm has its own folder and its own lock.
lock_sum=$(cksum < benches/package-lock.json)
if [ "$(cat benches/node_modules/.lock-sum 2>/dev/null)" != "$lock_sum" ]; then
  npm ci --prefix benches --silent --no-audit --no-fund
  echo "$lock_sum" > benches/node_modules/.lock-sum
fi

if asked scaling; then
  node benches/publicodes/projects.mjs > "$out/projects.json"
  # Cargo runs a benchmark in the package's folder, where this script is, too.
  cargo bench --quiet --bench scaling -- "$out/projects.json"
fi
if asked engine; then
  (
    # shellcheck source=tools/switches.sh
    . tools/switches.sh
    build_modules experimental-nodejs-module "$out/engine" engine
  )
  node benches/engine.mjs
fi
if asked page; then
  node benches/peer/build.mjs "$out/peer"
  node benches/page.mjs
fi
