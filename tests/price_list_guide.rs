//! Tests that `docs/price-list.md` is right: its example is what raising a price gives, and the published schemas
//! accept
//! what the simulator reads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;

use casd_simulator::price_list_editor::{PriceFile, compare};
use casd_simulator::price_lists::{as_file, over_published, price_book, with_own};
use common::{FIXTURE, PUBLISHED, day, example, list};
use serde_json::{Value, json};
use tariff::Offer;
use tariff::number::{issue, open};

const GUIDE: &str = include_str!("../docs/price-list.md");
const EXAMPLE: &str = "docs/price-list.example.json";

fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default()
}

#[test]
fn the_example_is_the_published_lists_with_one_price_raised() {
    let archived = as_file().find("    {\n      \"id\": \"casd-2018\"").unwrap();
    let current = as_file().find("    {\n      \"id\": \"casd-2020\"").unwrap();
    let published = PriceFile::read(&format!("{}{}", &as_file()[..archived], &as_file()[current..]));
    let raised = published.with_list_like(&published, 0, day("2027-01-01"), None).unwrap();
    let raised = raised.set("lists[2].charges[1].price.unit", "245.00").unwrap();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(format!("{}/{EXAMPLE}", env!("CARGO_MANIFEST_DIR")), raised.text()).unwrap();
    }
    assert!(read(EXAMPLE) == raised.text(), "{EXAMPLE} is out of date: run `make schema`");
}

#[test]
fn the_example_may_be_published() {
    let file = PriceFile::read(&read(EXAMPLE));
    assert_eq!(file.diagnostics(), []);
    let first = PriceFile::empty();
    assert_eq!(file.continuity(first.book(), day("2026-11-21")), []);
    let book = with_own(file.text()).unwrap();
    let in_force = |on: &str| book.in_force(Offer::Cohorts, day(on)).unwrap().id.to_string();
    assert_eq!([in_force("2026-12-31"), in_force("2027-01-01")], ["casd-2020", "casd-2027"]);
}

#[test]
fn yesterdays_number_still_opens_at_yesterdays_price() {
    let book = with_own(&read(EXAMPLE)).unwrap();
    let number = issue(list("casd-2020"), &example("casd-2020"), day("2026-12-31")).unwrap();
    assert_eq!(open(&book, number.as_str()).unwrap().quote.total.to_string(), "4740.00");
    let rows = compare(price_book(), &book, number.as_str(), day("2027-01-01"));
    assert_eq!(rows.last().unwrap().difference.as_ref().unwrap().amount.to_string(), "84.00");
}

#[test]
fn what_the_guide_says_may_be_corrected_in_a_used_list_may_be() {
    let file = PriceFile::published();
    let corrected = [
        ("lists[2].title.fr", "PMSI"),
        ("lists[2].charges[0].label.en", "SD-Box"),
        ("lists[2].options[0].help.en", "On request."),
        ("lists[2].remarks[0].words.en", "Otherwise."),
        ("lists[2].sources[0].title.fr", "Le site"),
        ("lists[2].offers[0].contact.email", "pmsi@casd.eu"),
        ("lists[0].archived", "true"),
    ];
    let file = corrected.into_iter().fold(file, |file, (path, typed)| file.set(path, typed).unwrap());
    assert_eq!(file.diagnostics(), []);
    assert_eq!(file.continuity(PriceFile::published().book(), day("2026-11-21")), []);
    assert!(over_published(file.book().unwrap().clone()).is_ok());
}

#[test]
fn a_mistake_in_a_published_list_is_mended_as_the_guide_says() {
    let wrong = PriceFile::read(&read(EXAMPLE));
    let mended = wrong.with_list_like(&wrong, 2, day("2027-01-01"), None).unwrap();
    let mended = mended.set("lists[2].archived", "true").unwrap();
    let mended = mended.set("lists[3].charges[1].price.unit", "244").unwrap();
    assert_eq!(mended.diagnostics(), []);
    assert_eq!(mended.continuity(wrong.book(), day("2026-12-01")), []);
    let book = with_own(mended.text()).unwrap();
    assert_eq!(book.in_force(Offer::Standard, day("2027-01-01")).unwrap().serial, 5);
}

#[test]
fn the_json_in_the_guide_is_read() {
    let blocks: Vec<&str> =
        GUIDE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(blocks.len(), 1);
    for block in blocks {
        assert_eq!(PriceFile::read(block).diagnostics(), []);
    }
    // What it shows of messages is what is said of the example with these two mistakes.
    let example = read(EXAMPLE).replace("\"245.00\"", "\"245\"").replace("\"en\": \"VM1\"", "\"en\": \"\"");
    let said: Vec<String> = PriceFile::read(&example).diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2);
    for said in said {
        assert!(GUIDE.contains(&format!("price-list.json:{said}\n")), "{said}");
    }
}

// The schemas

/// What of a value a schema does not let through: the first place, and the word of the schema.
fn refused(root: &Value, schema: &Value, value: &Value, place: &str) -> Option<String> {
    let Some(words) = schema.as_object() else { return (schema == false).then(|| format!("{place}: false")) };
    words.iter().find_map(|(word, says)| {
        let holds = match word.as_str() {
            "$schema" | "title" | "description" | "$defs" | "default" | "format" => true,
            "$ref" => {
                let definition = &root["$defs"][says.as_str().unwrap().trim_start_matches("#/$defs/")];
                return refused(root, definition, value, place);
            }
            "type" => {
                let types = says.as_array().cloned().unwrap_or_else(|| vec![says.clone()]);
                types.iter().any(|name| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64() || value.is_i64(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    other => panic!("{other}"),
                })
            }
            "const" => value == says,
            "enum" => says.as_array().unwrap().contains(value),
            "minimum" => value.as_i64().is_none_or(|number| number >= says.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|number| number <= says.as_i64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| matches_pattern(says.as_str().unwrap(), text)),
            "required" => value.as_object().is_none_or(|fields| {
                says.as_array().unwrap().iter().all(|name| fields.contains_key(name.as_str().unwrap()))
            }),
            "properties" => {
                let fields = value.as_object()?;
                return fields.iter().find_map(|(name, field)| {
                    refused(root, says.get(name)?, field, &format!("{place}/{name}"))
                });
            }
            "additionalProperties" => {
                let known = |name: &str| schema["properties"].get(name).is_some();
                let patterns = schema["patternProperties"].as_object();
                let described =
                    |name: &str| patterns.is_some_and(|all| all.keys().any(|one| matches_pattern(one, name)));
                let fields = value.as_object()?.iter();
                let others = fields.filter(|(name, _)| !known(name) && !described(name));
                return others
                    .into_iter()
                    .find_map(|(name, field)| refused(root, says, field, &format!("{place}/{name}")));
            }
            "patternProperties" => {
                let (_, each) = says.as_object().unwrap().iter().next().unwrap();
                return value
                    .as_object()?
                    .iter()
                    .find_map(|(name, field)| refused(root, each, field, &format!("{place}/{name}")));
            }
            "items" => {
                let items = value.as_array()?.iter().enumerate();
                return items
                    .into_iter()
                    .find_map(|(at, item)| refused(root, says, item, &format!("{place}/{at}")));
            }
            "oneOf" | "anyOf" => {
                let choices = says.as_array().unwrap().iter();
                let fitting = choices.filter(|choice| refused(root, choice, value, place).is_none()).count();
                if word == "oneOf" { fitting == 1 } else { fitting > 0 }
            }
            other => panic!("a schema says `{other}`, which this test does not know"),
        };
        (!holds).then(|| format!("{place}: {word}"))
    })
}

/// The patterns that the schemas have, each by itself: they are three.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    match pattern {
        r"^[0-9]+\.[0-9]{2}$" => text.split_once('.').is_some_and(|(units, cents)| {
            !units.is_empty() && digits(units) && cents.len() == 2 && digits(cents)
        }),
        r"^[0-9]{1,3}(\.[0-9]{1,2})?$" => {
            let (units, decimals) = text.split_once('.').unwrap_or((text, "0"));
            (1..=3).contains(&units.len())
                && digits(units)
                && (1..=2).contains(&decimals.len())
                && digits(decimals)
        }
        "^[a-z0-9-]{1,60}$" => {
            (1..=60).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        }
        other => panic!("a schema has the pattern {other}, which this test does not know"),
    }
}

fn by_schema(name: &str, text: &str) -> Option<String> {
    let schema: Value = serde_json::from_str(&read(&format!("public/{name}.schema.json"))).unwrap();
    refused(&schema, &schema, &serde_json::from_str(text).unwrap(), "")
}

#[test]
fn the_schemas_let_through_every_sound_file() {
    for text in PUBLISHED.iter().map(|(_, text)| *text).chain([FIXTURE]) {
        assert_eq!(by_schema("price-list", text), None);
    }
    for text in [as_file(), &read(EXAMPLE), PriceFile::empty().text(), "{ \"lists\": [] }"] {
        assert_eq!(by_schema("price-book", text), None);
    }
}

#[test]
fn the_schemas_refuse_what_editors_should_mark() {
    let with = |pointer: &str, value: Value| {
        let mut book: Value = serde_json::from_str(&read(EXAMPLE)).unwrap();
        common::set(&mut book, pointer, value);
        by_schema("price-book", &book.to_string())
    };
    for (pointer, value) in [
        ("/lists/2/charges/1/price/unit", json!("245")),
        ("/lists/2/charges/1/price/unit", json!(245)),
        ("/lists/2/charges/1/prise", json!("on_request")),
        ("/lists/2/serial", json!(0)),
        ("/lists/2/id", json!("CASD 2027")),
        ("/lists/2/reductions/0/percent", json!("50 %")),
        ("/lists/2/title", json!({ "fr": "Titre" })),
        ("/list", json!([])),
    ] {
        let refused = with(pointer, value);
        assert!(refused.is_some(), "{pointer}");
    }
    assert_eq!(by_schema("price-book", "{}"), Some(": required".into()));
}
