#!/usr/bin/env bash
# Makes small changes in the engine and the number, one at a time, and says which of them no test notices.
#
# First with the package's own tests, without those that take a second or more; then what survived, with all of
# them. What survives that, too, is tried with the whole project's native tests by MUTANTS=whole and --re.
#
# MUTANTS=again tries only what no test noticed the last time, and what has changed or moved in its file since:
# for whoever has just written a test.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

out=${MUTANTS_OUT:-$PWD/target/mutants}
run() { # [options of cargo-mutants] -- arguments of cargo test
  local status=0
  # The schemas are compared with public/*.schema.json, to the byte, by the simulator's tests/schemas.rs.
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 cargo mutants --package tariff --no-shuffle --colors never \
    --exclude 'crates/tariff/src/schema.rs' \
    --jobs "${MUTANTS_JOBS:-2}" --timeout "$MUTANTS_TIMEOUT" --output "$out" "$@" || status=$?
  # 2 and 3: some were not noticed, or never ended. benches/mutants.mjs says whether that is explained.
  [ "$status" = 0 ] || [ "$status" = 2 ] || [ "$status" = 3 ]
}

if [ "${MUTANTS:-package}" = whole ]; then
  MUTANTS_TIMEOUT=600 run --test-workspace=true "$@" -- --lib --tests
  exit
fi

# Properties try fewer cases than in `make test`.
export PROPTEST_CASES=10
# What each run met goes into a file of its own; those of the last time stay where it goes on.
[ "${MUTANTS:-package}" = again ] || rm -rf "$out"/mutants.out* "$out/met"
mkdir -p "$out/met"
cargo mutants --package tariff --exclude crates/tariff/src/schema.rs --list --json > "$out/list.json"
met() { cp "$out/mutants.out/outcomes.json" "$out/met/$(find "$out/met" -type f | wc -l | xargs printf '%03d').json"; }
slow=(any_one_wrong_character any_two_wrong_characters up_to_four_wrong_characters any_place_removed a_mebibyte)
# In seconds, some six times what the tests take where nothing was changed.
MUTANTS_TIMEOUT=30 run --iterate "$@" -- --test tariff -- "${slow[@]/#/--skip=}"
met
MUTANTS_TIMEOUT=60 run --iterate "$@" -- --lib --test tariff
met
