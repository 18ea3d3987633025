#!/usr/bin/env bash
# Every check and test, all of them even where one fails. Its last line counts them.
#
#   tools/test.sh          all of them
#   tools/test.sh check    those that need no built page and no browser
set -uo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh
# shellcheck source=tools/steps.sh
. tools/steps.sh

work=$(mktemp -d)
log=$work/log recap=$work/recap
: > "$recap"
page_build=
trap 'rm -rf "$work"; [ -z "$page_build" ] || kill "$page_build" 2> /dev/null' EXIT
passed=0 failed=0

run() { # command...: shows what it prints, and keeps it for the functions below
  "$@" 2>&1 | tee "$log"
  return "${PIPESTATUS[0]}"
}
recall() { # what failed in this step, for the end: whoever reads the last lines alone must find it there
  printf '\n== Failed: %s\n' "$step_name"
  # A step may fail without such a line: it has its name here all the same.
  grep -E '^error|^---- |panicked at|^ +[✘✗]' "$log" | cut -c1-200 | head -12 || true
} >> "$recap"
gate() { # a check that passes or fails as one
  if run "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); recall; fi
}
count() { # the sum of the numbers before a word, in lines of results
  grep -oE "[0-9]+ $1" "$log" | awk '{ sum += $1 } END { print sum + 0 }'
}
suite() { # tests that print how many passed and failed; one that ends early has failed
  local status=0
  run "$@" || status=$?
  local ok bad
  ok=$(count passed) bad=$(count failed)
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ "$ok" = 0 ]; then bad=$((bad + 1)); fi
  if [ "$bad" != 0 ]; then recall; fi
  passed=$((passed + ok)) failed=$((failed + bad))
}
node_tests() { # files...
  suite node --test --test-concurrency=1 --test-timeout=600000 --test-reporter=./tests/reporter.js "$@"
}

# Linking the page keeps one processor busy for minutes: it is built beside the first steps, and shown in its own.
start_page_build() {
  { tools/build.sh > "$work/page" 2>&1; echo $? > "$work/page-status"; } &
  page_build=$!
}
page_built() {
  tail --pid="$page_build" --follow /dev/null
  cat "$work/page"
  return "$(cat "$work/page-status")"
}

# A commit passes or fails whoever tests it: properties try the same cases here each time. `cargo test` alone
# tries others, and `make fuzz` looks for what both miss.
export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-2026}

# The command line is not for browsers.
page=(casd-simulator engine)

plan "Format" gate cargo fmt --all --check
plan "Clippy" gate cargo clippy --quiet --workspace --all-targets -- -D warnings
plan "Clippy, the page" gate cargo clippy --quiet --target wasm32-unknown-unknown --lib "${page[@]/#/--bin=}" -- -D warnings
plan "Native tests" suite cargo test --quiet --workspace --no-fail-fast
if [ "${1:-all}" = all ]; then
  start_page_build
  plan "Documentation" gate env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --workspace --no-deps
  plan "Scripts" node_tests tests/scripts/*.test.js
  plan "The optimised page, and the weight of its first load" gate page_built
  plan "Hosting" node_tests tests/hosting/*.test.js
  plan "Journeys in Chromium" suite npx --no-install playwright test --config tests/browser
  plan "Journeys in Firefox" node_tests tests/firefox/*.test.js
fi
run_plan test

cat "$recap"
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
