#!/usr/bin/env bash
# Every check and test, all of them even where one fails. Its last line counts them.
set -uo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

log=$(mktemp) recap=$(mktemp)
trap 'rm -f "$log" "$recap"' EXIT
passed=0 failed=0

step() { # name command...
  local name=$1; shift
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee "$log"
  return "${PIPESTATUS[0]}"
}
recall() { # what failed in a step, for the end: whoever reads the last lines alone must find it there
  printf '\n== Failed: %s\n' "$1"
  grep -E '^error|^---- |panicked at|^ +[✘✗]' "$log" | cut -c1-200 | head -12
} >> "$recap"
gate() { # a check that passes or fails as one
  if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); recall "$1"; fi
}
count() { # the sum of the numbers before a word, in lines of results
  grep -oE "[0-9]+ $1" "$log" | awk '{ sum += $1 } END { print sum + 0 }'
}
suite() { # tests that print how many passed and failed; one that ends early has failed
  local status=0
  step "$@" || status=$?
  local ok bad
  ok=$(count passed) bad=$(count failed)
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ "$ok" = 0 ]; then bad=$((bad + 1)); fi
  if [ "$bad" != 0 ]; then recall "$1"; fi
  passed=$((passed + ok)) failed=$((failed + bad))
}

# A commit passes or fails whoever tests it: properties try the same cases here each time. `cargo test` alone
# tries others, and `make fuzz` looks for what both miss.
export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-2026}

gate  "Format" cargo fmt --check
gate  "Clippy" cargo clippy --quiet --all-targets -- -D warnings
gate  "Clippy, the page" cargo clippy --quiet --target wasm32-unknown-unknown -- -D warnings
suite "Native tests" cargo test --quiet --no-fail-fast
gate  "Documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
gate  "The optimised page, and the weight of its first load" tools/build.sh
suite "Browser journeys" npx --no-install playwright test --config tests/browser
suite "Journeys in Firefox" node --test --test-concurrency=1 --test-timeout=600000 --test-reporter=./tests/reporter.js tests/firefox/*.test.js

cat "$recap"
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
