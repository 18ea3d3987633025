#!/usr/bin/env bash
# Builds the optimised page into dist/, compresses it and prints its sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh
# shellcheck source=tools/wasm.sh
. tools/wasm.sh
# shellcheck source=tools/steps.sh
. tools/steps.sh

# Trunk takes --no-color from a variable that other programs set to 1.
unset NO_COLOR
parts=${CARGO_TARGET_DIR:-target}/parts
rm -rf dist "$parts"

plan "The page" trunk --log error build --release --offline
plan "Its chunks: split, bound, optimised" split_page "$parts"
plan "Scripts" node tools/parts.mjs dist "$parts"
plan "The script for other sites" node tools/embedding.mjs dist
plan "The static pages of prices" cargo run --quiet --offline --bin casd -- static-pages dist
# CASD's calendar, where one is built in, has to be readable.
[ ! -e public/enrolment-sessions.json ] ||
  plan "The calendar of enrolment sessions" cargo run --quiet --offline --bin casd -- check-sessions public/enrolment-sessions.json
plan "Headers for hosts" node tools/hosting.mjs dist
plan "Compression, and the weight of the first load" node tools/compress.mjs dist
run_plan build
