#!/usr/bin/env bash
# Breaks the engine and the number, one small change after another, and says which changes no test notices.
#
# First in a package of those rooms and their tests alone, which builds in a fraction of the time, without the
# tests that take a second or more; then what survived there, with all tests of the package. What survives that,
# too, is tried on the whole project with all of its native tests by MUTANTS=whole and --re.
#
# MUTANTS=again tries only what no test noticed the last time, and what has changed or moved in its file since:
# for whoever has just written a test.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

out=${MUTANTS_OUT:-$PWD/target/mutants}
run() { # folder [options of cargo-mutants] -- arguments of cargo test
  local status=0
  (cd "$1" && CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 cargo mutants --no-shuffle --colors never --jobs "${MUTANTS_JOBS:-2}" \
    --timeout "$MUTANTS_TIMEOUT" --output "$out" --file 'src/tariff/**' --file 'src/number/**' "${@:2}") || status=$?
  # 2 and 3: some were not noticed, or never ended. benches/mutants.mjs says whether that is explained.
  [ "$status" = 0 ] || [ "$status" = 2 ] || [ "$status" = 3 ]
}

if [ "${MUTANTS:-rooms}" = whole ]; then
  MUTANTS_TIMEOUT=600 run . "$@" -- --lib --tests
  exit
fi

# The rooms import each other one way only (tests/rooms.rs), so the first three stand alone.
rooms=(tariff number published)
# Properties try fewer cases than in `make test`.
tests=(mechanisms as_data price_book own_book today budget engine_properties variants found price_list_errors number)
alone=$out/alone
rm -rf "$alone"
mkdir -p "$alone/src" "$alone/tests"
cp -r docs public rust-toolchain.toml Cargo.lock "$alone"
for room in "${rooms[@]}"; do
  cp -r "src/$room" "$alone/src"
  echo "pub mod $room;"
done > "$alone/src/lib.rs"
cp -r tests/common tests/fixtures tests/mechanisms tests/number tests/*.json "$alone/tests"
# One program of all tests: linking one after another takes longer than running them.
{
  echo 'mod common;'
  for test in "${tests[@]}"; do
    printf '#[path = "%s.rs"]\nmod %s;\n' "$test" "$test"
    # Sentences are of rooms that are not there.
    sed -E 's/with_cases\([0-9_]+\)/with_cases(40)/; s/^mod common;/use crate::common;/; /^#\[path = "words/,/^mod words;/d' \
      "tests/$test.rs" > "$alone/tests/$test.rs"
  done
} > "$alone/tests/all.rs"
# What tests of texts and documents share is not there.
: > "$alone/tests/common/said.rs"
{
  grep -vE '^(criterion|csv|jsonc-parser|krilla|mail-builder|mail-parser|maud|qrcodegen|skrifa|default-run)\b' Cargo.toml |
    sed '/^\[\[bench\]\]/,/^$/d; /^\[\[bin\]\]/,/^$/d; s/^publish = false/&\nautotests = false/'
  printf '\n[[test]]\nname = "all"\npath = "tests/all.rs"\n'
  # What changes is compiled again for each change, what it stands on once.
  printf '\n[profile.dev.package."*"]\nopt-level = 1\n'
} > "$alone/Cargo.toml"
# The price book as the engine packed it before anything was changed: a change that keeps the book from
# being built is then one that a test has to notice.
book=$(cargo build --quiet --lib --message-format json | grep -o '"out_dir":"[^"]*"' | tail -1 | cut -d'"' -f4)
cp "$book"/price-book.* "$alone"
cat > "$alone/build.rs" <<'END'
fn main() -> std::io::Result<()> {
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").unwrap());
    for file in ["price-book.postcard", "price-book.json"] {
        std::fs::copy(file, out.join(file))?;
    }
    Ok(())
}
END
# What each run met goes into a file of its own; those of the last time stay where it goes on.
[ "${MUTANTS:-rooms}" = again ] || rm -rf "$out"/mutants.out* "$out/met"
mkdir -p "$out/met"
(cd "$alone" && cargo mutants --list --json --file 'src/tariff/**' --file 'src/number/**') > "$out/list.json"
met() { cp "$out/mutants.out/outcomes.json" "$out/met/$(find "$out/met" -type f | wc -l | xargs printf '%03d').json"; }
slow=(any_one_wrong_character any_two_wrong_characters up_to_four_wrong_characters any_place_removed a_mebibyte)
# In seconds, some six times what the tests take where nothing was changed.
MUTANTS_TIMEOUT=30 run "$alone" --iterate "$@" -- --test all -- "${slow[@]/#/--skip=}"
met
MUTANTS_TIMEOUT=60 run "$alone" --iterate "$@" -- --lib --test all
met
