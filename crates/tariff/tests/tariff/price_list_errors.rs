//! Validation of price lists: each wrong list is refused as a whole, with the path to the error.

use std::time::{Duration, Instant};

use crate::common::{FIXTURE, PUBLISHED, another, changed, fixture, wrong_lists};
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::{MAX_FILE_BYTES, PriceBook, PriceList, ReadError};

#[test]
fn bad_lists_are_refused_at_their_place() {
    let rows = wrong_lists();
    assert!(rows.len() > 100);
    let mut failures = Vec::new();
    for row in rows {
        let found: Vec<String> = match PriceList::from_json(&row.json) {
            Ok(_) => vec!["no error".into()],
            Err(error) => error.to_string().lines().map(String::from).collect(),
        };
        // A change may make other places wrong as well; the one it is about must be named.
        let place = format!("{}: ", row.place);
        let at_place =
            |line: &&String| line.starts_with(&place) || line.starts_with(&format!("{}.", row.place));
        if !found.iter().filter(at_place).any(|line| line.contains(&row.message)) {
            failures.push(format!("{}\n  expected {place}{}\n  found {found:?}", row.name, row.message));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn the_fixture_and_every_published_list_are_sound() {
    for text in PUBLISHED.iter().map(|(_, text)| *text).chain([FIXTURE]) {
        let list = PriceList::from_json(text).unwrap();
        // What editors on Windows put at the start, and what ends most files.
        assert!(PriceList::from_json(&format!("\u{feff}{text}\r\n")).is_ok(), "{}", list.id);
        // Written again, it is the same list.
        let again = PriceList::from_json(&serde_json::to_string(&list).unwrap()).unwrap();
        assert_eq!(format!("{again:?}"), format!("{list:?}"));
    }
}

#[test]
fn the_book_that_is_built_in_holds_the_published_lists() {
    let book = crate::common::price_book();
    for (name, text) in PUBLISHED {
        let list = PriceList::from_json(text).unwrap();
        assert_eq!(format!("{:?}", book.by_id(name).unwrap()), format!("{list:?}"));
        assert_eq!(book.by_serial(list.serial).unwrap().id, list.id);
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let mut list: Value = serde_json::from_str(FIXTURE).unwrap();
    crate::common::set(&mut list, "/serial", json!(0));
    crate::common::set(&mut list, "/charges/1/label/fr", json!(""));
    crate::common::set(&mut list, "/reductions/0/of", json!("nothing"));
    let Err(ReadError::Content(errors)) = PriceList::from_json(&list.to_string()) else {
        panic!("expected errors of content")
    };
    let places: Vec<_> = errors.iter().map(|error| error.place.as_str()).collect();
    assert_eq!(places, ["serial", "charges[1].label", "reductions[0].of"]);
}

#[test]
fn a_list_cut_short_anywhere_is_refused_with_line_and_column() {
    let whole = FIXTURE.trim_end();
    for length in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        // Every place would take long: the first kilobyte, then one in seventeen.
        if length > 1_000 && length % 17 != 0 {
            continue;
        }
        match PriceList::from_json(&whole[..length]) {
            Err(ReadError::Form { what, .. }) => assert!(what.contains("line "), "{length}: {what}"),
            other => panic!("{length}: {other:?}"),
        }
    }
}

#[test]
fn text_after_the_list_is_refused() {
    for trailing in ["}", "{}", "x", ",", "<!-- -->", "\u{0}"] {
        let error = PriceList::from_json(&format!("{FIXTURE}{trailing}")).unwrap_err();
        assert!(error.to_string().contains("trailing characters"), "{error}");
    }
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let spaces = |bytes: usize| format!("{}{FIXTURE}", " ".repeat(bytes - FIXTURE.len()));
    assert!(PriceList::from_json(&spaces(MAX_FILE_BYTES)).is_ok());
    let error = PriceList::from_json(&spaces(MAX_FILE_BYTES + 1)).unwrap_err();
    assert_eq!(error, ReadError::TooLarge { bytes: MAX_FILE_BYTES + 1 });
    assert!(error.to_string().contains(&MAX_FILE_BYTES.to_string()), "{error}");
}

#[test]
fn a_deeply_nested_file_is_refused_at_once() {
    for bytes in [10 << 20, MAX_FILE_BYTES] {
        for opening in ["[", "{\"charges\":[", "{\"title\":", "{\"charges\":[{\"price\":{\"tiers\":["] {
            let text = opening.repeat(bytes / opening.len());
            let begun = Instant::now();
            let error = PriceList::from_json(&text).unwrap_err();
            assert!(begun.elapsed() < Duration::from_secs(2), "{opening} {bytes}: {error}");
        }
    }
}

#[test]
fn a_price_may_be_the_largest_and_no_larger() {
    let list = changed(FIXTURE, "/charges/1/price/unit", json!("1000000.00"));
    assert_eq!(list.charges[1].id.as_str(), "space");
    changed(FIXTURE, "/charges/1/price/unit", json!("0.00"));
    changed(FIXTURE, "/serial", json!(65_535));
}

// Between the lists of a book

fn errors_of_book(lists: Vec<PriceList>) -> Vec<String> {
    match PriceBook::new(lists) {
        Ok(_) => Vec::new(),
        Err(error) => error.to_string().lines().map(String::from).collect(),
    }
}

#[test]
fn two_lists_have_different_serials_and_ids() {
    let errors =
        errors_of_book(vec![fixture().clone(), another("second", 900, json!({ "from": "2027-01-01" }))]);
    assert_eq!(errors, ["second/serial: `900` is used already: each must be unique"]);
    let errors = errors_of_book(vec![
        fixture().clone(),
        another("every-mechanism", 901, json!({ "from": "2027-01-01" })),
    ]);
    assert_eq!(errors, ["every-mechanism/id: `every-mechanism` is used already: each must be unique"]);
}

#[test]
fn two_lists_do_not_serve_one_offer_on_one_day() {
    let overlap = |first: Value, second: Value| {
        let errors = errors_of_book(vec![another("a", 1, first), another("b", 2, second)]);
        assert!(errors.iter().all(|error| error.contains("/in_force: its dates for `")), "{errors:?}");
        !errors.is_empty()
    };
    let whole = || json!({});
    let from = |from: &str| json!({ "from": from });
    let between = |from: &str, until: &str| json!({ "from": from, "until": until });
    assert!(overlap(whole(), whole()));
    assert!(overlap(from("2026-01-01"), from("2026-01-01")));
    assert!(overlap(between("2026-01-01", "2026-12-31"), from("2026-12-31")));
    assert!(overlap(from("2026-12-31"), between("2026-01-01", "2026-12-31")), "in either order");
    assert!(overlap(json!({ "until": "2026-12-31" }), from("2026-12-31")));
    assert!(!overlap(between("2026-01-01", "2026-12-31"), from("2027-01-01")));
    assert!(!overlap(from("2026-01-01"), from("2027-01-01")), "without an end, until the next begins");
    assert!(!overlap(whole(), from("2027-01-01")));
    assert!(!overlap(json!({ "until": "2026-12-31" }), from("2027-01-01")));
}

#[test]
fn an_archived_list_overlaps_with_nothing() {
    let mut archived = another("a", 1, json!({ "from": "2026-01-01" }));
    archived.archived = true;
    assert_eq!(errors_of_book(vec![archived, fixture().clone()]), Vec::<String>::new());
}

#[test]
fn an_overlap_names_both_lists_and_the_offer() {
    let errors = errors_of_book(vec![
        another("old", 1, json!({ "from": "2026-01-01" })),
        another("new", 2, json!({ "from": "2026-01-01" })),
    ]);
    let expected = ["standard", "cohorts", "private"]
        .map(|offer| format!("new/in_force: its dates for `{offer}` overlap those of the list `old`"));
    assert_eq!(errors, expected);
}

// Any change at all

/// Every place of a JSON value, as pointers.
fn places(value: &Value, pointer: &str, into: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, child) in children {
        let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
        places(child, &pointer, into);
        into.push(pointer);
    }
}

#[test]
fn any_place_removed_or_replaced_is_answered_and_never_panics() {
    let whole: Value = serde_json::from_str(FIXTURE).unwrap();
    let mut pointers = Vec::new();
    places(&whole, "", &mut pointers);
    assert!(pointers.len() > 400, "{}", pointers.len());
    let replacements = [
        json!(null),
        json!(0),
        json!(u32::MAX),
        json!(""),
        json!("standard"),
        json!([]),
        json!({}),
        json!(true),
    ];
    for pointer in pointers {
        let mut without = whole.clone();
        crate::common::remove(&mut without, &pointer);
        let replaced = replacements.iter().map(|value| {
            let mut replaced = whole.clone();
            crate::common::set(&mut replaced, &pointer, value.clone());
            replaced
        });
        for list in replaced.chain([without]) {
            match PriceList::from_json(&list.to_string()) {
                Ok(list) => {
                    // Sound lists price their own base project, or say why not.
                    let _ = tariff::quote(&list, &fixture().examples[0].project);
                }
                Err(error) => {
                    for line in error.to_string().lines() {
                        assert!(line.contains(": "), "{pointer}: {line}");
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::common::cases(500))]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prop_assert!(PriceList::from_json(&text).is_err());
    }

    #[test]
    fn a_list_with_a_byte_changed_is_answered(at in 0..FIXTURE.len(), byte in 0u8..128) {
        let mut text = FIXTURE.as_bytes().to_vec();
        text[at] = byte;
        if let Ok(text) = String::from_utf8(text) {
            let _ = PriceList::from_json(&text);
        }
    }
}
