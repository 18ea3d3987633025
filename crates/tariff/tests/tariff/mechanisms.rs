//! Table-driven tests: runs the examples of `tests/mechanisms/`, one file for each mechanism of the tariff.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::Value;
use tariff::{Line, Notice, Payer, PriceList, Project, Quote, iso_day, quote};

/// A row, as `tests/mechanisms/README.md` explains it. A misspelled key stops the test.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[serde(default)]
    project: BTreeMap<String, Value>,
    #[serde(default)]
    list: BTreeMap<String, Value>,
    lines: Option<Vec<Expected>>,
    all_lines: Option<Vec<Expected>>,
    absent: Option<Vec<String>>,
    total: Option<String>,
    per_user: Option<String>,
    end: Option<String>,
    on_request: Option<BTreeMap<String, u32>>,
    not_included: Option<BTreeMap<String, String>>,
    notices: Option<Vec<String>>,
    vat: Option<Value>,
    refused: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    id: String,
    amount: String,
    quantity: Option<u32>,
    periods: Option<u32>,
    units: Option<String>,
    payer: Option<String>,
}

impl Expected {
    /// What the table says of the line, in the table's own words.
    fn words(&self) -> Vec<String> {
        let number = |name: &str, number: Option<u32>| number.map(|number| format!("{name} {number}"));
        [
            Some(format!("{} {}", self.id, self.amount)),
            number("quantity", self.quantity),
            number("periods", self.periods),
            self.units.clone(),
            self.payer.clone(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The same of a line of a quote.
    fn words_of(&self, line: &Line<'_>) -> Vec<String> {
        let shares = line.shares().map(|share| format!("{} × {}", share.quantity, share.unit_price));
        let payer = match line.payer {
            Payer::ProjectFunder => "project_funder",
            Payer::AccessPointFunder => "access_point_funder",
        };
        [
            Some(format!("{} {}", line.item.id(), line.amount)),
            self.quantity.map(|_| format!("quantity {}", line.quantity)),
            self.periods.map(|_| format!("periods {}", line.periods.count)),
            self.units.as_ref().map(|_| shares.collect::<Vec<_>>().join(" + ")),
            self.payer.as_ref().map(|_| payer.into()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn words(notice: &Notice<'_>) -> String {
    match notice {
        Notice::ShortRenewal { minimum } => format!("short renewal under {minimum}"),
        Notice::ReductionCondition(reduction) => format!("condition of {}", reduction.id),
        Notice::ReductionToConfirm(reduction) => format!("{} to confirm", reduction.id),
        Notice::NoStudentReduction => "no student reduction".into(),
        Notice::NoAccessPoint => "no access point".into(),
        Notice::AccessPointTermDiffers => "SD-Box term differs".into(),
        Notice::Derived(_) => "derived price".into(),
        Notice::VatNotStated => "VAT not stated".into(),
    }
}

/// Everything in which a row and the engine differ; empty where they agree.
fn differences(row: &Row) -> Vec<String> {
    let mut list: Value = serde_json::from_str(crate::common::FIXTURE).unwrap();
    let mut project = list["examples"][0]["project"].clone();
    for (field, value) in &row.project {
        project[field] = value.clone();
    }
    for (pointer, value) in &row.list {
        crate::common::set(&mut list, pointer, value.clone());
    }
    // The example's published total is not what a changed list is about.
    list["examples"] = Value::Array(Vec::new());
    let list = match PriceList::from_json(&list.to_string()) {
        Ok(list) => list,
        Err(error) => return vec![format!("the list is not sound: {error}")],
    };
    let project = Project::from_json(&project.to_string()).unwrap();
    match (quote(&list, &project), &row.refused) {
        (Err(refusal), Some(expected)) if refusal.to_string() == *expected => Vec::new(),
        (Err(refusal), _) => vec![format!("refused: {refusal}")],
        (Ok(_), Some(expected)) => vec![format!("not refused; expected: {expected}")],
        (Ok(quote), None) => differences_of_quote(row, &quote),
    }
}

fn differences_of_quote(row: &Row, quote: &Quote<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, found: String, expected: Option<String>| {
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            differences.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    let found_ids: Vec<&str> = quote.lines.iter().map(|line| line.item.id().as_str()).collect();
    for (expected, all) in [(&row.lines, false), (&row.all_lines, true)] {
        let Some(expected) = expected else { continue };
        let asked =
            |line: &&Line<'_>| all || expected.iter().any(|expected| expected.id == line.item.id().as_str());
        let found: Vec<_> = quote.lines.iter().filter(asked).collect();
        let found: Vec<_> = (0..found.len().max(expected.len()))
            .filter_map(|at| {
                let as_asked = expected.get(at).or(expected.last())?;
                Some(as_asked.words_of(found.get(at)?))
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(Expected::words).collect();
        compare("lines", format!("{found:?}"), Some(format!("{expected:?}")));
    }
    for absent in row.absent.iter().flatten() {
        assert!(
            quote.list.charges.iter().any(|one| one.id.as_str() == absent)
                || quote.list.reductions.iter().any(|one| one.id.as_str() == absent)
                || row.list.contains_key("/reductions"),
            "{absent} is nothing of the list"
        );
        let there = found_ids.contains(&absent.as_str());
        compare(absent, if there { "a line" } else { "none" }.into(), Some("none".into()));
    }
    compare("total", quote.total.to_string(), row.total.clone());
    compare("per user", quote.total_per_user.to_string(), row.per_user.clone());
    compare("end", iso_day(quote.end), row.end.clone());
    let on_request: BTreeMap<_, _> =
        quote.on_request.iter().map(|one| (one.charge.id.to_string(), one.quantity)).collect();
    compare("on request", format!("{on_request:?}"), row.on_request.as_ref().map(|map| format!("{map:?}")));
    let not_included: BTreeMap<_, _> =
        quote.not_included.iter().map(|one| (one.option.id.to_string(), one.would_add.to_string())).collect();
    let expected = row.not_included.as_ref().map(|map| format!("{map:?}"));
    compare("not included", format!("{not_included:?}"), expected);
    let notices: Vec<_> = quote.notices.iter().map(words).collect();
    compare("notices", format!("{notices:?}"), row.notices.as_ref().map(|notices| format!("{notices:?}")));
    let vat = quote.vat.map_or(Value::from("not stated"), |vat| {
        serde_json::json!({
            "excluding": vat.excluding.to_string(),
            "tax": vat.tax.to_string(),
            "including": vat.including.to_string(),
        })
    });
    compare("VAT", vat.to_string(), row.vat.as_ref().map(Value::to_string));
    differences
}

#[test]
fn the_tables_of_mechanisms_hold() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/mechanisms");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(files.len() >= 12, "{files:?}");
    let mut failures = Vec::new();
    for file in files {
        let table = fs::read_to_string(&file).unwrap();
        let file = file.file_name().unwrap().to_string_lossy().into_owned();
        let rows: Vec<Value> = serde_json::from_str(&table).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(!rows.is_empty(), "{file}");
        for row in rows {
            let expectations = ["name", "project", "list"];
            let states = row.as_object().unwrap().keys().any(|key| !expectations.contains(&key.as_str()));
            assert!(states, "{file}: this row expects nothing: {row}");
            let row: Row = serde_json::from_value(row).unwrap_or_else(|error| panic!("{file}: {error}"));
            failures
                .extend(differences(&row).into_iter().map(|what| format!("{file}: {}\n  {what}", row.name)));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
