#!/usr/bin/env bash
# Checks what the project stands on: licences, doubles and origins of the crates, then what is known against
# them and against the npm packages. The last two ask databases on the network; one that does not answer is
# said, and fails the audit.
set -uo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

echo "## What the project stands on
"
status=0
check() { # name command...
  local name=$1 log; shift
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then
    echo "- $name: nothing found."
  else
    status=1
    if grep -qE 'failed to fetch advisory database|audit endpoint returned an error' "$log"; then
      echo "- $name: **not known**, the database could not be asked."
    else
      echo "- $name: **found**, see what the command prints."
    fi
    cat "$log" >&2
  fi
  rm -f "$log"
}
check "Licences, doubles and origins of the crates (cargo-deny)" cargo deny --log-level error check bans licenses sources
check "Advisories on the crates (RustSec, by cargo-deny)" cargo deny --log-level error check advisories
check "Advisories on the npm packages, which only build and test (npm audit)" npm audit
check "Advisories on the npm packages of the benchmarks (npm audit)" npm --prefix benches audit
exit "$status"
