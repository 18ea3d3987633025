//! Tests of the price-list editor: diagnostics, edits, new lists and price comparisons.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::sync::LazyLock;

use casd_simulator::i18n::{Lang, numbers_stand, vat_choice};
use casd_simulator::price_list_editor::{
    Compared, Diagnostic, DiagnosticKind, Field, Kind, PriceFile, Row, Severity, compare,
    first_day_of_change, reopen,
};
use casd_simulator::price_lists::{as_file, embedded, over_published, price_book};
use common::{FIXTURE, PUBLISHED, day, example, list, set, wrong_lists};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tariff::number::{OpenError, issue};
use tariff::{Due, MAX_FILE_BYTES, Money, PriceBook, PriceList, Refusal, RepriceError};

const TODAY: &str = "2026-11-21";
const PMSI: &str = PUBLISHED[2].1;

/// Every list as a file of its own, and two books.
fn files() -> &'static [PriceFile] {
    static FILES: LazyLock<Vec<PriceFile>> = LazyLock::new(|| {
        let lists = PUBLISHED.iter().map(|(_, text)| *text).chain([FIXTURE]);
        let minified = serde_json::from_str::<Value>(FIXTURE).unwrap().to_string();
        let windows = as_file().replace('\n', "\r\n");
        lists.chain([as_file(), &minified, &windows]).map(PriceFile::read).collect()
    });
    &FILES
}

/// The file of a list with some of it otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListLike {
    like: String,
    #[serde(default)]
    set: Map<String, Value>,
}

impl ListLike {
    fn json(&self) -> Value {
        let text = PUBLISHED.iter().find(|(name, _)| *name == self.like).map_or(FIXTURE, |(_, text)| *text);
        let mut list: Value = serde_json::from_str(text).unwrap();
        self.set.iter().for_each(|(pointer, value)| set(&mut list, pointer, value.clone()));
        list
    }
}

fn book_file(lists: &[ListLike]) -> PriceFile {
    let lists: Vec<Value> = lists.iter().map(ListLike::json).collect();
    let file = PriceFile::read(&serde_json::to_string_pretty(&json!({ "lists": lists })).unwrap());
    assert_eq!(file.diagnostics(), []);
    file
}

/// CASD's own book with a copy of a published list from 2027 on.
fn own_2027(model: usize) -> PriceFile {
    PriceFile::empty().with_list_like(&PriceFile::published(), model, day("2027-01-01"), None).unwrap()
}

/// The book in use with a file of CASD's own.
fn in_use(file: &PriceFile) -> PriceBook {
    over_published(file.book().unwrap().clone()).unwrap()
}

/// A diagnostic is said in both languages: what is wrong, with the typography of the language.
fn is_said(diagnostic: &Diagnostic) {
    let [fr, en] = Lang::ALL.map(|lang| diagnostic.words(lang));
    for said in [&fr, &en] {
        assert!(said.ends_with('.') || said.ends_with('?'), "{said}");
        assert!(said.chars().next().unwrap().is_uppercase() || said.starts_with(['«', '“', '"']), "{said}");
    }
    assert_ne!(fr, en);
    // Names and texts of the file are quoted as they are.
    let around = fr.split('«').map(|part| part.rsplit('»').next().unwrap());
    let fr = around.collect::<Vec<_>>().concat();
    for wrong in [" :", " ;", " ?", " !", "'", "expected", "missing", "invalid", "unknown field"] {
        assert!(!fr.contains(wrong), "{fr}");
    }
    assert!(!en.contains("expected `") && !en.contains("struct"), "{en}");
}

// What is wrong with a file

#[test]
fn the_help_of_an_option_can_be_emptied_and_written_again() {
    let file = own_2027(2);
    let help = "lists[0].options[0].help";
    let in_french = format!("{help}.fr");
    let half = file.set(&in_french, " ").unwrap();
    assert_eq!(half.diagnostics()[0].place, in_french, "one language alone is no help for the other");
    let none = half.set(&format!("{help}.en"), "").unwrap();
    assert!(
        none.diagnostics().is_empty() && !none.text().contains("\"help\": {}"),
        "{:?}",
        none.diagnostics()
    );
    let before = |file: &PriceFile| file.text().matches("\"help\"").count();
    assert_eq!(before(&none), before(&file) - 1);
    let again = none.set(&in_french, "Aide").unwrap().set(&format!("{help}.en"), "Help").unwrap();
    assert!(again.diagnostics().is_empty());
}

#[test]
fn every_published_list_is_sound_alone_and_in_a_book() {
    for file in files() {
        assert_eq!(file.diagnostics(), [], "{}", file.text());
        assert!(file.book().is_some());
        assert_eq!(file.continuity(None, day(TODAY)), []);
    }
    assert_eq!(PriceFile::published().list_count(), PUBLISHED.len());
}

#[test]
fn what_the_published_lists_are_as_a_file_is_what_is_embedded() {
    let file = PriceFile::published();
    assert_eq!(
        format!("{:?}", file.book().unwrap().lists().len()),
        format!("{:?}", embedded().lists().len())
    );
    for list in embedded().lists() {
        let mut list = list.clone();
        // In a book, the schema is the book's.
        list.schema = None;
        let filed = file.book().unwrap().by_id(list.id.as_str()).unwrap();
        assert_eq!(format!("{filed:?}"), format!("{list:?}"));
    }
}

#[test]
fn every_known_error_of_a_list_is_found_at_its_place_and_said_in_both_languages() {
    for case in wrong_lists() {
        let alone = case.json.as_str();
        for (prefix, text) in
            [("", alone.to_owned()), ("lists[1].", format!("{{ \"lists\": [{PMSI}, {alone}] }}"))]
        {
            let file = PriceFile::read(&text);
            assert!(file.book().is_none(), "{}", case.name);
            file.diagnostics().iter().for_each(is_said);
            // Texts that are no JSON, or no list, break elsewhere in a book.
            if prefix.is_empty() || case.place != "." {
                let place = format!("{prefix}{}", case.place.trim_matches('.'));
                let told = file.diagnostics().iter().any(|diagnostic| {
                    diagnostic.place.starts_with(&place)
                        && diagnostic.kind.to_string().contains(&case.message)
                });
                assert!(
                    told || file.list_count() == 0,
                    "{}: {place} {}\n{:#?}",
                    case.name,
                    case.message,
                    file.diagnostics()
                );
            }
        }
    }
}

#[test]
fn everything_that_is_wrong_with_several_lists_is_told_at_once() {
    let broken = PMSI
        .replace("\"29.00\"", "\"29\"")
        .replace("\"258.00\"", "258")
        .replace("\"remarks\"", "\"remark\"")
        .replace("\"vcpu\": 2,", "");
    let empty = PMSI
        .replace("\"VM1\", \"en\": \"VM1\"", "\" \", \"en\": \"\"")
        .replace("\"serial\": 3", "\"serial\": 4");
    let file = PriceFile::read(&format!("{{ \"lists\": [\n{broken},\n{empty},\n5,\n{PMSI}] }}"));
    let places: Vec<&str> = file.diagnostics().iter().map(|diagnostic| diagnostic.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "lists[0].configurations[0].vcpu",
            "lists[0].charges[1].price.unit",
            "lists[0].charges[2].price.unit",
            "lists[0].remark",
            "lists[1].configurations[0].label.fr",
            "lists[1].configurations[0].label.en",
            "lists[2]",
            "lists[3].id",
            "lists[3].in_force.from",
        ]
    );
    file.diagnostics().iter().for_each(is_said);
}

#[test]
fn what_is_missing_is_told_where_it_should_be() {
    let file = PriceFile::read("{\n  \"lists\": [\n    {\n      \"id\": \"x\"\n    }\n  ]\n}");
    let diagnostic = &file.diagnostics()[0];
    assert_eq!((diagnostic.place.as_str(), diagnostic.line, diagnostic.column), ("lists[0].serial", 3, 5));
    let file = PriceFile::read("{}");
    assert_eq!((file.diagnostics()[0].place.as_str(), file.diagnostics()[0].line), ("lists", 1));
}

#[test]
fn columns_count_characters_and_a_byte_order_mark_counts_for_nothing() {
    for (text, line, column) in [
        ("\u{feff}{ \"id\": \"é\u{1F600}\", }", 1, 15),
        ("{ \"id\": \"é\u{1F600}\", \"title\": { \"fr\": \"\", \"de\": \"\" } }", 1, 36),
        ("{\r\n\"id\": \"é\",\r\n}", 3, 1),
        ("", 1, 1),
        ("{\n\n", 3, 1),
    ] {
        let file = PriceFile::read(text);
        let at: Vec<_> =
            file.diagnostics().iter().map(|diagnostic| (diagnostic.line, diagnostic.column)).collect();
        assert!(at.contains(&(line, column)), "{text:?}: {:?}", file.diagnostics());
    }
}

#[test]
fn comments_and_trailing_commas_are_no_json_here() {
    for text in [
        "// x\n{ \"lists\": [] }",
        "{ \"lists\": [], }",
        "{ 'lists': [] }",
        "{ lists: [] }",
        "{ \"lists\": [] } x",
        "",
    ] {
        let file = PriceFile::read(text);
        assert!(matches!(file.diagnostics(), [Diagnostic { kind: DiagnosticKind::Syntax(_), .. }]), "{text}");
        is_said(&file.diagnostics()[0]);
        assert_eq!(file.fields(0), []);
        assert!(
            file.set("id", "x").is_none() && file.with_list_like(&own_2027(0), 0, day(TODAY), None).is_none()
        );
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let file = PriceFile::read(&" ".repeat(MAX_FILE_BYTES + 1));
    assert_eq!(file.diagnostics().len(), 1);
    is_said(&file.diagnostics()[0]);
}

#[test]
fn each_wrong_entry_is_said_once_in_both_languages_with_its_line() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        /// A field of CASD's new list of 2027, and what is typed into it.
        typed: Option<(String, String)>,
        /// Or the whole text of the file.
        text: Option<String>,
        severity: String,
        place: String,
        /// Texts one after the other, the last of them in the line of the diagnostic.
        line: Vec<String>,
        fr: String,
        en: String,
    }
    let cases: Vec<Case> = serde_json::from_str(include_str!("price_list_editor/sentences.json")).unwrap();
    let sound = own_2027(1).set("lists[0].charges[1].price.unit", "240").unwrap();
    assert_eq!(sound.diagnostics(), []);
    let empty = PriceFile::empty();
    for Case { name, typed, text, severity, place, line, fr, en } in cases {
        let file = match (typed, text) {
            (Some((field, typed)), _) => sound.set(&field, &typed).unwrap(),
            (None, text) => PriceFile::read(&text.unwrap()),
        };
        let mut diagnostics = file.diagnostics().to_vec();
        diagnostics.extend(file.continuity(empty.book(), day(TODAY)));
        let [diagnostic] = &diagnostics[..] else { panic!("{name}: {diagnostics:#?}") };
        let after = line.iter().fold(0, |at, one| at + file.text()[at..].find(one).unwrap() + 1);
        let expected = (severity, place, 1 + file.text()[..after].matches('\n').count());
        let found = (diagnostic.severity().to_string(), diagnostic.place.clone(), diagnostic.line);
        assert_eq!(found, expected, "{name}");
        let said = Lang::ALL.map(|lang| diagnostic.words(lang).replace(['\u{a0}', '\u{202f}'], " "));
        assert_eq!(said, [fr, en], "{name}");
        is_said(diagnostic);
    }
}

#[test]
fn a_file_that_is_no_price_list_is_not_taken_for_one() {
    let simulation = json!({ "number": "CASD-1", "total": "3276.00", "project": {} }).to_string();
    for text in ["{ \"foo\": 1 }", &simulation, "Bonjour", "", "[]", "null"] {
        let file = PriceFile::read(text).into_book();
        assert!(file.book().is_none() && !file.diagnostics().is_empty(), "{text}");
        assert_eq!(file.text(), text);
    }
}

#[test]
fn numbers_that_open_and_those_that_are_lost_are_counted() {
    let plain = |open, lost| {
        Lang::ALL.map(|lang| numbers_stand(lang, open, lost).replace(['\u{a0}', '\u{202f}'], " "))
    };
    for (open, lost, fr, en) in [
        (
            2,
            0,
            "Numéros qui se rouvrent à leur propre prix avec ce fichier : 2 sur 2.",
            "Numbers that open at their own price with this file: 2 of 2.",
        ),
        (
            0,
            1,
            "Ce numéro ne se rouvre plus à son prix avec ce fichier :",
            "This number no longer opens at its price with this file:",
        ),
        (
            2,
            1,
            "1 de ces 3 numéros ne se rouvre plus à son prix avec ce fichier :",
            "1 of these 3 numbers no longer opens at its price with this file:",
        ),
        (
            1,
            2,
            "2 de ces 3 numéros ne se rouvrent plus à leur prix avec ce fichier :",
            "2 of these 3 numbers no longer open at their price with this file:",
        ),
    ] {
        assert_eq!(plain(open, lost), [fr, en]);
    }
}

// Whether it continues the book

#[test]
fn a_book_only_grows() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        before: Option<Vec<ListLike>>,
        after: Vec<ListLike>,
        diagnostics: Vec<String>,
    }
    let cases: Vec<Case> = serde_json::from_str(include_str!("price_list_editor/continuity.json")).unwrap();
    for case in cases {
        let before = case.before.map(|lists| book_file(&lists));
        let after = book_file(&case.after);
        let diagnostics = after.continuity(before.as_ref().and_then(PriceFile::book), day(TODAY));
        diagnostics.iter().for_each(is_said);
        let said: Vec<String> = diagnostics
            .iter()
            .map(|diagnostic| format!("{} {}: {}", diagnostic.severity(), diagnostic.place, diagnostic.kind))
            .collect();
        assert_eq!(said.len(), case.diagnostics.len(), "{}: {said:#?}", case.name);
        for (said, expected) in said.iter().zip(&case.diagnostics) {
            assert!(said.starts_with(expected), "{}\n  expected {expected}\n  found {said}", case.name);
        }
        // What must not be published would be refused by the page, or break numbers, or be of no use.
        let refused = over_published(after.book().unwrap().clone()).is_err();
        assert!(
            !refused || diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error),
            "{}",
            case.name
        );
    }
}

#[test]
fn a_list_alone_is_compared_like_a_book_of_one() {
    let file = PriceFile::read(&PMSI.replace("\"29.00\"", "\"29.10\""));
    let diagnostics = file.continuity(None, day(TODAY));
    assert_eq!((diagnostics[0].place.as_str(), diagnostics[0].line), ("charges[1].price.unit", 109));
    let ended =
        PriceFile::read(&PMSI.replace("\"in_force\": {}", "\"in_force\": { \"until\": \"2027-01-01\" }"));
    assert_eq!(ended.continuity(None, day(TODAY))[0].place, "in_force.until");
}

#[test]
fn a_list_that_begins_with_another_of_its_offer_overlaps_it() {
    // Within the file; over a published list it takes precedence instead.
    let twice = own_2027(2);
    let twice = twice.with_list_like(&twice, 0, day("2027-01-01"), None).unwrap();
    let places: Vec<&str> = twice.diagnostics().iter().map(|diagnostic| diagnostic.place.as_str()).collect();
    assert_eq!(places, ["lists[1].in_force.from"]);
    is_said(&twice.diagnostics()[0]);
    // The way out where the first one was used already: it is archived.
    let mended = twice.set("lists[0].archived", "true").unwrap();
    assert_eq!(mended.diagnostics(), []);
    assert_eq!(
        in_use(&mended).in_force(example("pmsi").offer, day("2027-01-01")).unwrap().id.as_str(),
        "pmsi-2027-2"
    );
}

// A new list

#[test]
fn a_new_list_has_a_serial_an_id_a_title_and_a_source_of_its_own() {
    let file = own_2027(1);
    assert_eq!(file.diagnostics(), []);
    let book = file.book().unwrap();
    let (new, old) = (&book.lists()[0], list("casd-2020"));
    assert_eq!((new.id.as_str(), new.serial), ("casd-2027", 4));
    assert_eq!(new.title.en, "Standard and cohort projects, from 1\u{a0}January\u{a0}2027");
    assert_eq!(new.title.fr, "Projets standard et cohortes, à partir du 1er\u{a0}janvier\u{a0}2027");
    assert_eq!((new.in_force.from, new.in_force.until), (Some(day("2027-01-01")), None));
    assert_eq!(new.sources.len(), 1);
    assert_eq!(new.sources[0].title.en, "CASD’s price list of 1\u{a0}January\u{a0}2027");
    assert_eq!(new.examples.len(), 0);
    for (new, old) in new.charges.iter().zip(&old.charges) {
        assert_eq!(format!("{:?}", new.price), format!("{:?}", old.price));
        assert_eq!(new.provenance.is_some(), old.provenance.is_some(), "on request stays on request");
    }
    assert_eq!(file.continuity(Some(PriceFile::empty().book().unwrap()), day(TODAY)), []);
}

#[test]
fn a_new_list_costs_the_same_until_a_price_is_changed() {
    let (before, after) = (price_book(), in_use(&own_2027(1)));
    let rows = compare(before, &after, "", day("2027-01-01"));
    for row in rows {
        assert_eq!(row.difference.map(|difference| difference.amount), Some(Money::ZERO));
    }
}

#[test]
fn further_new_lists_take_further_names() {
    let file = own_2027(2);
    let file = file.with_list_like(&file, 0, day("2027-07-01"), None).unwrap();
    let previous = file.book().unwrap().clone();
    // What the file before had counts, although this one begins again.
    let file = PriceFile::empty().with_list_like(&file, 1, day("2027-09-01"), Some(&previous)).unwrap();
    let new = &file.book().unwrap().lists()[0];
    assert_eq!((new.id.as_str(), new.serial), ("pmsi-2027-3", 6));
    assert_eq!(new.title.fr, "Projets PMSI, à partir du 1er\u{a0}septembre\u{a0}2027");
}

#[test]
fn an_archived_list_with_derived_prices_becomes_one_that_applies() {
    let file = own_2027(0);
    let new = &file.book().unwrap().lists()[0];
    assert!(!new.archived);
    let provenances: Vec<String> =
        new.charges.iter().map(|charge| format!("{:?}", charge.provenance)).collect();
    assert!(
        provenances.iter().all(|provenance| provenance.contains("price-list-2027-01-01")),
        "{provenances:?}"
    );
}

#[test]
fn the_rest_of_the_file_stays_as_it_was_written() {
    for (before, newline) in [(as_file().to_string(), "\n"), (as_file().replace('\n', "\r\n"), "\r\n")] {
        let after = PriceFile::read(&before)
            .with_list_like(&PriceFile::published(), 1, day("2027-01-01"), None)
            .unwrap();
        let end = format!("{newline}  ]{newline}}}{newline}");
        let kept = before.strip_suffix(&end).unwrap();
        assert!(
            after.text().starts_with(&format!("{kept},{newline}    {{{newline}      \"id\": \"casd-2027\""))
        );
        assert!(after.text().ends_with(&end));
        assert_eq!(after.text().matches('\n').count(), after.text().matches(newline).count());
    }
}

#[test]
fn a_file_that_is_a_list_becomes_a_book() {
    let file = PriceFile::read(PMSI);
    let file = file.with_list_like(&file, 0, day("2027-01-01"), None).unwrap();
    assert_eq!(file.diagnostics(), []);
    assert!(file.text().starts_with(
        "{\n  \"$schema\": \"./price-book.schema.json\",\n  \"lists\": [\n    {\n      \"id\": \"pmsi\","
    ));
    let ids: Vec<&str> = file.book().unwrap().lists().iter().map(|list| list.id.as_str()).collect();
    assert_eq!(ids, ["pmsi", "pmsi-2027"]);
    assert_eq!(file.continuity(None, day(TODAY)), []);
    assert!(file.with_list_like(&file, 9, day("2027-01-01"), None).is_none());
}

#[test]
fn a_book_on_one_line_stays_on_one_line() {
    let minified = serde_json::from_str::<Value>(as_file()).unwrap().to_string();
    let file = PriceFile::read(&minified);
    let added = file.with_list_like(&file, 2, day("2027-01-01"), None).unwrap();
    assert_eq!(added.diagnostics(), []);
    assert!(added.text().starts_with(
        minified.strip_suffix("]}").or(minified.strip_suffix("}")).unwrap().split("]}").next().unwrap()
    ));
}

// Fields

#[test]
fn what_is_typed_stands_in_the_file_and_what_is_wrong_is_told_at_the_field() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        field: String,
        typed: String,
        written: String,
        diagnostic: Option<String>,
    }
    let cases: Vec<Case> = serde_json::from_str(include_str!("price_list_editor/typed.json")).unwrap();
    for Case { field, typed, written, diagnostic } in cases {
        let file = PriceFile::read(PMSI).set(&field, &typed).unwrap_or_else(|| panic!("no field {field}"));
        assert!(file.text().contains(&written), "{field} {typed:?}: {}", file.text());
        let around = field.split(".prices").next().unwrap();
        let found: Vec<String> = {
            let at = |diagnostic: &&Diagnostic| diagnostic.is_within(around);
            file.diagnostics().iter().filter(at).map(|diagnostic| diagnostic.kind.to_string()).collect()
        };
        match diagnostic {
            Some(diagnostic) => {
                assert!(found.iter().any(|found| found.contains(&diagnostic)), "{field} {typed:?}: {found:?}")
            }
            None => assert_eq!(file.diagnostics(), [], "{field} {typed:?}"),
        }
        file.diagnostics().iter().for_each(is_said);
    }
}

#[test]
fn a_field_that_the_file_does_not_have_is_not_set() {
    let file = PriceFile::read(PMSI);
    for path in [
        "",
        "charges",
        "charges[1]",
        "charges[99].price.unit",
        "lists[0].id",
        "charges[3].price.unit",
        "offers[1].contact.email",
    ] {
        assert!(file.set(path, "1").is_none(), "{path}");
    }
    assert!(PriceFile::published().set("id", "x").is_none());
    assert!(PriceFile::published().set("lists[2].id", "x").is_some());
}

#[test]
fn every_section_and_field_has_a_name_in_both_languages() {
    for file in files() {
        for section in (0..file.list_count()).flat_map(|index| file.fields(index)) {
            let [fr, en] = Lang::ALL.map(|lang| section.title(lang));
            assert!(!fr.is_empty() && !en.is_empty());
            let mut seen = Vec::new();
            for field in &section.fields {
                assert!(Lang::ALL.iter().all(|lang| !field.label(*lang).is_empty()));
                assert!(
                    field.path.starts_with(&section.path) && !seen.contains(&&field.path),
                    "{}",
                    field.path
                );
                seen.push(&field.path);
            }
        }
    }
    for choice in Kind::VAT_STATUS {
        assert_ne!(vat_choice(Lang::Fr, choice), vat_choice(Lang::En, choice));
    }
}

#[test]
fn every_price_and_every_text_of_a_list_can_be_edited() {
    let file = PriceFile::read(FIXTURE);
    let paths: Vec<String> =
        file.fields(0).into_iter().flat_map(|section| section.fields).map(|field| field.path).collect();
    let mut leaves = Vec::new();
    leaves_of(&serde_json::from_str(FIXTURE).unwrap(), "", &mut leaves);
    for (path, _) in leaves {
        let key = path.rsplit('.').next().unwrap();
        let of_a_form = ["fr", "en", "unit", "percent", "email", "rate", "vcpu", "minimum"].contains(&key);
        let apart =
            path.starts_with("examples") || path.contains("derived") || path.contains("sd_boxes.multiple");
        assert!(!of_a_form || apart || paths.contains(&path), "{path}");
    }
    assert!(
        paths.contains(&"charges[2].price.tiers[0].up_to".to_string())
            || paths.iter().any(|path| path.ends_with("up_to"))
    );
}

/// Every text, number and word of a value, with its path.
fn leaves_of(value: &Value, path: &str, into: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) => {
            let dot = if path.is_empty() { "" } else { "." };
            members.iter().for_each(|(key, member)| leaves_of(member, &format!("{path}{dot}{key}"), into));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| leaves_of(item, &format!("{path}[{at}]"), into));
        }
        leaf => into.push((path.into(), leaf.clone())),
    }
}

fn leaves(text: &str) -> Vec<(String, Value)> {
    let mut leaves = Vec::new();
    leaves_of(&serde_json::from_str(text).unwrap(), "", &mut leaves);
    leaves
}

/// Any field of any file.
fn any_field() -> impl Strategy<Value = (&'static PriceFile, Field)> {
    (0..files().len(), any::<u32>()).prop_map(|(file, field)| {
        let file = &files()[file];
        let sections = (0..file.list_count()).flat_map(|index| file.fields(index));
        let fields: Vec<Field> = sections.flat_map(|section| section.fields).collect();
        (file, fields[field as usize % fields.len()].clone())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_typed_is_read_again_and_nothing_else_changes((file, field) in any_field(), text in any::<String>(), number in any::<u32>()) {
        let typed = match field.kind {
            Kind::Number | Kind::MaybeNumber => number.to_string(),
            Kind::Price => format!("{}.{:02}", number / 100, number % 100),
            Kind::Percent => (1 + number % 100).to_string(),
            Kind::Words(_) => text,
            Kind::Id => format!("list-{number}"),
            Kind::Email => format!("a{number}@casd.eu"),
            Kind::Day => "2027-02-28".into(),
            Kind::YesNo | Kind::OnRequest => (number % 2 == 0).to_string(),
            Kind::VatStatus => Kind::VAT_STATUS[1 + number as usize % 2].into(),
        };
        let changed = file.set(&field.path, &typed).unwrap();
        let sections = (0..changed.list_count()).flat_map(|index| changed.fields(index));
        let again = sections.flat_map(|section| section.fields).find(|again| again.path == field.path).unwrap();
        prop_assert_eq!(&again.value, &typed);
        // All other values are there, in their order.
        let part = match field.kind {
            Kind::OnRequest => field.path.rsplit_once('.').unwrap().0,
            Kind::VatStatus => field.path.rsplit_once('.').unwrap().0,
            _ => &field.path,
        };
        let others = |text: &str| -> Vec<(String, Value)> {
            let elsewhere = |path: &String| !path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
            leaves(text).into_iter().filter(|(path, _)| elsewhere(path)).collect()
        };
        prop_assert_eq!(others(changed.text()), others(file.text()));
        // Typed back, the text is what it was, to the letter; what was not there leaves at most its object.
        let was_there = leaves(file.text()).iter().any(|(path, _)| *path == field.path);
        if was_there && field.kind != Kind::OnRequest {
            let back = changed.set(&field.path, &field.value).unwrap();
            prop_assert_eq!(back.text(), file.text());
        }
    }

    #[test]
    fn whatever_is_typed_is_answered((file, field) in any_field(), typed in any::<String>()) {
        let changed = file.set(&field.path, &typed).unwrap();
        prop_assert_eq!(changed.book().is_none(), !changed.diagnostics().is_empty());
        let _ = changed.continuity(None, day(TODAY));
    }

    #[test]
    fn a_file_with_a_byte_changed_is_answered(file in 0..files().len(), at in any::<u32>(), byte in 0u8..128, kind in 0..3) {
        let mut bytes = files()[file].text().as_bytes().to_vec();
        let at = at as usize % bytes.len();
        match kind {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => { bytes.remove(at); }
        }
        let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
        let mangled = PriceFile::read(&text);
        prop_assert_eq!(mangled.book().is_none(), !mangled.diagnostics().is_empty());
        let sound = PriceBook::from_json(&text).is_ok() || PriceList::from_json(&text).is_ok();
        prop_assert_eq!(mangled.book().is_some(), sound);
        let lines: Vec<&str> = text.split('\n').collect();
        for diagnostic in mangled.diagnostics() {
            let line = lines[diagnostic.line - 1];
            prop_assert!((1..=line.chars().count() + 1).contains(&diagnostic.column), "{}", diagnostic);
            is_said(diagnostic);
        }
        for index in 0..mangled.list_count() {
            mangled.fields(index);
        }
        mangled.continuity(Some(price_book()), day(TODAY)).iter().for_each(is_said);
        let _ = mangled.with_list_like(&mangled, 0, day("2027-01-01"), None);
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let file = PriceFile::read(&text);
        prop_assert_eq!(file.diagnostics().len(), 1);
        is_said(&file.diagnostics()[0]);
    }
}

// Side by side

fn row<'a, 'book>(rows: &'a [Row<'book>], example: &str) -> &'a Row<'book> {
    let named = |row: &&Row<'_>| matches!(row.compared, Compared::Example { example: one, .. } if one.id.as_str() == example);
    rows.iter().find(named).unwrap()
}

#[test]
fn the_published_examples_are_priced_under_the_old_list_and_the_new_one() {
    let file = own_2027(1).set("lists[0].charges[1].price.unit", "245").unwrap();
    let (before, after) = (price_book(), in_use(&file));
    let day = first_day_of_change(before, &after, day(TODAY));
    assert_eq!(day, common::day("2027-01-01"));
    let rows = compare(before, &after, "", day);
    assert_eq!(rows.len(), 3);
    let cohorts = row(&rows, "cohorts-2020");
    let totals =
        [&cohorts.before, &cohorts.after].map(|priced| priced.quote.as_ref().unwrap().total.to_string());
    assert_eq!(totals, ["4740.00", "4824.00"]);
    let difference = cohorts.difference.as_ref().unwrap();
    assert_eq!((difference.amount.to_string().as_str(), difference.tenths_of_percent), ("84.00", Some(18)));
    let [change] = &difference.changes[..] else { panic!("{:?}", difference.changes) };
    assert_eq!(
        (change.before, change.after),
        (Due::Amount(Money::from_cents(285_600)), Due::Amount(Money::from_cents(294_000)))
    );
    assert_eq!(row(&rows, "pmsi-undated").difference.as_ref().unwrap().amount, Money::ZERO);
    // Before the list begins, nothing is different.
    let rows = compare(before, &after, "", common::day("2026-12-31"));
    assert!(
        rows.iter()
            .all(|row| row.difference.as_ref().is_some_and(|difference| difference.changes.is_empty()))
    );
}

#[test]
fn what_the_new_list_refuses_is_said() {
    let file = own_2027(2).set("lists[0].offers[0].terms.months.minimum", "12").unwrap();
    let (before, after) = (price_book(), in_use(&file));
    let rows = compare(before, &after, "", day("2027-01-01"));
    let pmsi = row(&rows, "pmsi-undated");
    assert!(matches!(pmsi.after.quote, Err(RepriceError::Refused(Refusal::Entries(_)))));
    assert!(pmsi.difference.is_none());
    assert_eq!(pmsi.before.why_not(Lang::Fr, &pmsi.project), None);
    let [fr, en] = Lang::ALL.map(|lang| pmsi.after.why_not(lang, &pmsi.project).unwrap());
    assert!(fr.contains("Un nouveau projet dure au moins 12\u{a0}mois"), "{fr}");
    assert!(en.contains("at least 12\u{a0}months"), "{en}");
}

#[test]
fn where_no_list_is_in_force_it_is_said() {
    let file = own_2027(2).set("lists[0].in_force.until", "2027-12-31").unwrap();
    let after = in_use(&file);
    let rows = compare(price_book(), &after, "", day("2028-01-01"));
    let pmsi = row(&rows, "pmsi-undated");
    assert!(matches!(pmsi.after.quote, Err(RepriceError::NoList(_))));
    let [fr, en] = Lang::ALL.map(|lang| pmsi.after.why_not(lang, &pmsi.project).unwrap());
    assert!(fr.contains("PMSI (séjours hospitaliers)") && en.contains("PMSI (hospital stays)"), "{fr} {en}");
}

#[test]
fn simulations_are_compared_from_their_numbers() {
    let file = own_2027(2).set("lists[0].charges[1].price.unit", "30").unwrap();
    let (before, after) = (price_book(), in_use(&file));
    let number = issue(list("pmsi"), &example("pmsi"), day(TODAY)).unwrap();
    let text = format!("Bonjour, mon numéro : {number}. Et un autre : CASD-1QJN-N54H-0000-QQQQ");
    let rows = compare(before, &after, &text, day("2027-01-01"));
    assert_eq!(rows.len(), 4);
    let Compared::Number(compared) = &rows[3].compared else { panic!("{:?}", rows[3].compared) };
    assert_eq!(*compared, number);
    assert_eq!(rows[3].difference.as_ref().unwrap().amount.to_string(), "24.00");
}

#[test]
fn yesterdays_numbers_stay_at_yesterdays_prices() {
    let file = own_2027(2).set("lists[0].charges[1].price.unit", "30").unwrap();
    let (before, after) = (price_book(), in_use(&file));
    let number = issue(list("pmsi"), &example("pmsi"), day(TODAY)).unwrap().to_string();
    let reopened = reopen(before, &after, &format!("{number} CASD-1QJN-N54H-0000-QQQQ"));
    assert_eq!(reopened.len(), 2);
    assert!(reopened.iter().all(|one| one.stands()));
    assert_eq!(reopened[0].after.as_ref().unwrap().quote.total.to_string(), "2454.00");
    assert!(reopened[1].before.is_err());
    // Under a book that lacks the list, or has it altered, they do not open.
    let altered =
        PriceBook::from_json(&format!("{{ \"lists\": [{}] }}", PMSI.replace("\"29.00\"", "\"29.10\"")))
            .unwrap();
    let none = PriceBook::new(Vec::new()).unwrap();
    for (book, why) in [(&altered, OpenError::ListChanged(3)), (&none, OpenError::UnknownList(3))] {
        let reopened = reopen(before, book, &number);
        assert!(!reopened[0].stands());
        assert_eq!(*reopened[0].after.as_ref().unwrap_err(), why);
    }
}
