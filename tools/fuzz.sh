#!/usr/bin/env bash
# Looks for an input that breaks what tests/fuzz/any_input.rs says of any input at all: ten minutes for each
# target, or as many seconds as FUZZ_SECONDS says. It starts from the corpus, which is small and stays so: `make test`
# replays it. What leads somewhere new is kept in target/fuzz, where the next run goes on from; an input that breaks
# something is left in tests/fuzz/artifacts, and is what a test is then written of.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

seconds=${FUZZ_SECONDS:-600}
# Coverage needs switches that stable compilers keep back. No sanitizer: no code here is unsafe.
export RUSTC_BOOTSTRAP=1
fuzz() { # command target [arguments]
  cargo fuzz "$1" --fuzz-dir tests/fuzz --sanitizer none "${@:2}"
}
# As tests/fuzz/Cargo.toml names them.
targets=(price_list number project enrolment)
fuzz build >&2

look() { # target: its row of the table, and whether something broke
  local target=$1 found=target/fuzz/$1 log failures=0
  log=$(mktemp)
  mkdir -p "$found"
  fuzz run "$target" "$found" "tests/fuzz/corpus/$target" -- -max_total_time="$seconds" -timeout=10 -max_len=20000 \
    -print_final_stats=1 > "$log" 2>&1 || { failures=1; tail -40 "$log" >&2; }
  stat() { grep -oE "stat::$1: +[0-9]+" "$log" | grep -oE '[0-9]+$'; }
  echo "| $target | $(stat number_of_executed_units) | $(stat average_exec_per_sec) | $seconds | $(stat new_units_added) | $failures |"
  rm -f "$log"
  [ "$failures" = 0 ]
}
rows=$(mktemp -d)
trap 'rm -rf "$rows"' EXIT
for target in "${targets[@]}"; do
  look "$target" > "$rows/$target" &
done
status=0
for job in $(jobs -p); do wait "$job" || status=1; done

echo "## Any input

Each kind of input that others write is made up by libFuzzer, guided by what code it reaches, without
sanitizers (no code of the project is unsafe), with checks of overflow; all at once, on $(getconf _NPROCESSORS_ONLN) cores. What holds of any input: \`tests/fuzz/any_input.rs\`.
"
echo "| target | inputs tried | inputs a second | seconds | led somewhere new | failures |"
echo "|---|---:|---:|---:|---:|---:|"
for target in "${targets[@]}"; do cat "$rows/$target"; done
exit "$status"
