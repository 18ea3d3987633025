//! Tests of the accessibility statement: all RGAA criteria are there, in both languages, and the tests they cite
//! exist.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use common::casd;
use serde_json::Value;

const TABLE: &str = include_str!("../accessibility/rgaa-4.1.json");
/// How many criteria each theme of the standard has.
const CRITERIA: [usize; 13] = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

fn table() -> Value {
    serde_json::from_str(TABLE).unwrap()
}

fn criteria() -> Vec<Value> {
    let table = table();
    let themes = table["themes"].as_array().unwrap();
    themes.iter().flat_map(|theme| theme["criteria"].as_array().unwrap().clone()).collect()
}

fn count(status: &str) -> usize {
    criteria().iter().filter(|one| one["status"] == status).count()
}

/// Spaces of every kind alike.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The statement in French and in English, as the program writes them.
static STATEMENTS: LazyLock<[String; 2]> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-statement", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "<!doctype html><link href=./page-0.css rel=stylesheet>").unwrap();
    let output = casd(["static-pages"]).arg(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pages = ["accessibilite.html", "accessibility.html", "tarifs.html", "prices.html"]
        .map(|file| fs::read_to_string(folder.join(file)).unwrap());
    fs::remove_dir_all(folder).unwrap();
    let [fr, en, tarifs, prices] = pages;
    let [mention_fr, mention_en] = mentions();
    assert!(plain(&tarifs).contains(&format!("<a href=\"accessibilite.html\">{mention_fr}</a>")));
    assert!(plain(&prices).contains(&format!("<a href=\"accessibility.html\">{mention_en}</a>")));
    [fr, en]
});

/// What French law has a site say of itself, as the table stands.
fn mentions() -> [&'static str; 2] {
    let (met, not_met) = (count("conforming"), count("not-conforming"));
    match not_met {
        0 => ["Accessibilité : totalement conforme", "Accessibility: fully compliant"],
        _ if met >= not_met => {
            ["Accessibilité : partiellement conforme", "Accessibility: partially compliant"]
        }
        _ => ["Accessibilité : non conforme", "Accessibility: not compliant"],
    }
}

#[test]
fn the_table_has_the_106_criteria_in_their_order() {
    let themes = table()["themes"].as_array().unwrap().clone();
    assert_eq!(themes.len(), CRITERIA.len());
    for ((theme, expected), number) in themes.iter().zip(CRITERIA).zip(1..) {
        assert_eq!(theme["number"], number);
        let numbers: Vec<&str> =
            theme["criteria"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
        let expected: Vec<String> = (1..=expected).map(|one| format!("{number}.{one}")).collect();
        assert_eq!(numbers, expected);
    }
}

#[test]
fn each_criterion_has_a_status_and_a_reason_in_both_languages() {
    for one in criteria() {
        let number = &one["number"];
        let status = one["status"].as_str().unwrap();
        assert!(["conforming", "not-conforming", "not-applicable"].contains(&status), "{number}: {status}");
        for words in ["title", "why"] {
            let [fr, en] = ["fr", "en"].map(|lang| one[words][lang].as_str().unwrap_or_default());
            assert!(
                fr.len() > 5 && en.len() > 1 && !fr.contains(" ?") && !fr.contains(" ;"),
                "{number}: {words}: {fr} / {en}"
            );
            assert!(words == "why" || (fr.ends_with('?') && en.ends_with('?')), "{number} asks no question");
        }
    }
}

#[test]
fn each_test_that_the_table_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = 0;
    for one in criteria() {
        for test in one["tests"].as_array().unwrap() {
            let [file, title] = ["file", "title"].map(|key| test[key].as_str().unwrap());
            let code = fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            let is_there = match Path::new(file).extension().unwrap().to_str().unwrap() {
                "rs" => code.contains(&format!("#[test]\nfn {title}()")),
                // A test, or a check that the audit makes in each place.
                _ => ["test('", "test(`", "report('", "report(`", "  '"]
                    .map(|start| format!("{start}{title}"))
                    .iter()
                    .any(|start| code.contains(&format!("{start}'")) || code.contains(&format!("{start}`"))),
            };
            assert!(is_there, "{}: {file} has no test “{title}”", one["number"]);
            named += 1;
        }
    }
    assert!(named > 60, "only {named} tests were named: the table no longer says what it should");
}

#[test]
fn the_statement_says_what_the_table_comes_to() {
    let (met, not_met, others) = (count("conforming"), count("not-conforming"), count("not-applicable"));
    assert_eq!(met + not_met + others, 106);
    let tenths = met * 1000 / (met + not_met);
    let rate = |point: char| format!("{}{point}{}", tenths / 10, tenths % 10);
    for (html, lang, sentences) in STATEMENTS
        .iter()
        .zip(["fr", "en"])
        .zip([
            [
                format!("{} % des critères applicables", rate(',')),
                format!("{met} sur {}.", met + not_met),
                format!("Les {others} autres, sur 106"),
                "non un audit par un tiers, et elle n’engage pas le CASD".into(),
                "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07".into(),
                "href=\"mailto:service@casd.eu\"".into(),
            ],
            [
                format!("{}% of the RGAA’s applicable criteria", rate('.')),
                format!("{met} of {}.", met + not_met),
                format!("The other {others}, of 106"),
                "not an audit by a third party, and it does not commit CASD".into(),
                "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07".into(),
                "href=\"mailto:service@casd.eu\"".into(),
            ],
        ])
        .map(|((html, lang), sentences)| (plain(html), lang, sentences))
    {
        for sentence in sentences {
            assert!(html.contains(&sentence), "{sentence:?} is missing in the statement in {lang}");
        }
        for one in criteria() {
            let number = one["number"].as_str().unwrap();
            let why = plain(one["why"][lang].as_str().unwrap())
                .replace('"', "&quot;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            // In the whole table, and once more among those that are not met.
            let times = if one["status"] == "not-conforming" { 2 } else { 1 };
            assert!(html.matches(&why).count() >= times, "{number}: its reason, in {lang}");
            assert!(html.contains(&format!("id=\"c{number}\"")), "{number}, in {lang}");
        }
    }
}

/// What stands between two texts of a page.
fn between<'page>(html: &'page str, start: &str, end: &str) -> Vec<&'page str> {
    html.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

#[test]
fn each_criterion_has_a_row_with_its_status() {
    for (html, words) in STATEMENTS
        .iter()
        .zip([["conforme", "non conforme", "non applicable"], ["met", "not met", "not applicable"]])
    {
        let rows = between(html, "<tr id=\"c", "</tr>");
        assert_eq!(rows.len(), 106);
        for (one, row) in criteria().iter().zip(rows) {
            let number = one["number"].as_str().unwrap();
            assert!(row.starts_with(&format!("{number}\"")), "{number}: {row}");
            let status = ["conforming", "not-conforming", "not-applicable"]
                .iter()
                .position(|status| one["status"] == *status);
            let cells = between(row, "<td>", "</td>");
            assert_eq!(plain(cells.last().unwrap()), words[status.unwrap()], "{number}");
        }
    }
}

#[test]
fn what_is_in_another_language_says_so() {
    let [fr, en] = &*STATEMENTS;
    for (html, lang, other) in [(fr, "fr", "en"), (en, "en", "fr")] {
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{lang}");
        let link = if lang == "fr" { "accessibility.html" } else { "accessibilite.html" };
        assert!(html.contains(&format!(" href=\"{link}\" lang=\"{other}\"")), "{lang}: no link to {link}");
    }
    // In French, the title of each test, and nothing else of a criterion.
    let tests: usize = criteria().iter().map(|one| one["tests"].as_array().unwrap().len()).sum();
    let marked: Vec<&str> =
        between(fr, "<tr id=\"c", "</tr>").iter().flat_map(|row| between(row, "lang=\"", "</")).collect();
    assert_eq!(marked.len(), tests);
    for text in marked {
        assert!(text.starts_with("en\">“") && text.contains("”, tests/"), "{text}");
    }
    let foreign = between(en, "<main", "</main>")
        .iter()
        .flat_map(|main| between(main, "lang=\"fr\">", "</"))
        .collect::<Vec<_>>();
    assert_eq!(foreign, ["Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07"]);
}

#[test]
fn the_simulator_says_of_itself_what_the_table_comes_to() {
    let [fr, en] = mentions();
    for page in ["index.html", "web/integration.html"] {
        let html = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let html = plain(&html.replace("&nbsp;", "\u{a0}"));
        for (file, mention) in [("accessibilite.html", fr), ("accessibility.html", en)] {
            assert!(
                html.contains(&format!("<a href=\"{file}\">{mention}</a>")),
                "{page} does not say {mention:?}"
            );
        }
    }
}
