#!/usr/bin/env bash
# Breaks the engine and the number, one small change after another, and says which changes no test notices.
#
# First in a package of those rooms and their tests alone, which builds in a fraction of the time. What
# survives there is tried again on the whole project with all of its native tests: MUTANTS=whole.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/versions.sh
. tools/versions.sh

out=${MUTANTS_OUT:-$PWD/target/mutants}
run() { # folder [what to change, as regular expressions of its names]
  local status=0
  (cd "$1" && CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=1 cargo mutants --no-shuffle --colors never \
    --timeout 120 --output "$out" "${@:2}" -- --lib --tests) || status=$?
  # 2 and 3: some were not noticed, or never ended. benches/mutants.mjs says whether that is explained.
  [ "$status" = 0 ] || [ "$status" = 2 ] || [ "$status" = 3 ]
}

if [ "${MUTANTS:-rooms}" = whole ]; then
  run . --file 'src/tariff/**' --file 'src/number/**' "$@"
  exit
fi

# The rooms import each other one way only (tests/rooms.rs), so the first three stand alone.
rooms=(tariff number published)
# The quick tests first: the first that fails ends the trial. Properties try fewer cases than in `make test`.
tests=(mechanisms price_book own_book today budget engine_properties variants found price_list_errors number)
alone=$out/alone
rm -rf "$alone"
mkdir -p "$alone/src" "$alone/tests"
cp -r docs public rust-toolchain.toml Cargo.lock "$alone"
for room in "${rooms[@]}"; do
  cp -r "src/$room" "$alone/src"
  echo "pub mod $room;"
done > "$alone/src/lib.rs"
cp -r tests/common tests/fixtures tests/mechanisms tests/number tests/*.json "$alone/tests"
for at in "${!tests[@]}"; do
  sed -E 's/with_cases\([0-9_]+\)/with_cases(40)/' "tests/${tests[at]}.rs" > "$alone/tests/t${at}_${tests[at]}.rs"
done
# What tests of texts and documents share is not there.
: > "$alone/tests/common/said.rs"
grep -vE '^(criterion|csv|jsonc-parser|krilla|mail-builder|mail-parser|maud|qrcodegen|skrifa|default-run)\b' Cargo.toml |
  sed '/^\[\[bench\]\]/,/^$/d' > "$alone/Cargo.toml"
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
run "$alone" --file 'src/tariff/**' --file 'src/number/**' "$@"
