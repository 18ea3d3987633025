#!/usr/bin/env bash
# Builds the last commit twice, from nothing, in folders of different names, and compares every byte.
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
places=$(mktemp -d)
trap 'rm -rf "$places"' EXIT
commit=$(git rev-parse HEAD)
for place in one another/and/longer; do
  git clone --quiet "$root" "$places/$place"
  ln -s "$root/node_modules" "$places/$place/node_modules"
  (cd "$places/$place" && git checkout --quiet "$commit" && env -u CARGO_TARGET_DIR tools/build.sh) > "$places/log" 2>&1 || {
    cat "$places/log" >&2
    exit 1
  }
done
first=$places/one/dist second=$places/another/and/longer/dist
files=$(find "$first" -type f | wc -l)
if diff --recursive --brief "$first" "$second" >&2; then
  sum=$(cd "$first" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
  echo "## The same bytes
"
  echo "Two builds of one commit: $files files, the same bytes (sha256 of all: $sum…)."
else
  echo "## The same bytes
"
  echo "Two builds of one commit differ." >&2
  exit 1
fi
