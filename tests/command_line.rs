//! Tests of the `casd quote` command: JSON output and error messages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use casd_simulator::price_lists::price_book;
use common::{File, PUBLISHED, casd, example};
use serde_json::{Value, json};
use tariff::Project;
use tariff::number::{issue, open};

fn command(arguments: &[&str]) -> Command {
    casd([&["quote"], arguments].concat())
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// What comes of these lines on the standard input.
fn run_on(lines: &[&str], arguments: &[&str]) -> Output {
    let piped = Stdio::piped;
    let mut child = command(arguments).stdin(piped()).stdout(piped()).stderr(piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.join("\n").as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn quoted(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What is said on stderr: one line, and nothing on stdout.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty());
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    said.trim_end().into()
}

/// The project of the 2020 example with one field otherwise.
fn with(field: &str, value: Value) -> String {
    let mut project = serde_json::to_value(example("casd-2020")).unwrap();
    project[field] = value;
    project.to_string()
}

#[test]
fn a_project_file_gives_its_quote_and_a_number_that_opens() {
    let project = File::new("cohorts.json", serde_json::to_string(&example("casd-2020")).unwrap());
    let quote = quoted(&[project.path()]);
    assert_eq!(quote["total"], "4740.00");
    assert_eq!(quote["total_per_user"], "2370.00");
    assert_eq!(quote["binding"], false);
    assert_eq!(quote["currency"], "EUR");
    assert_eq!((&quote["start"], &quote["end"]), (&json!("2020-08-01"), &json!("2021-07-31")));
    assert_eq!(quote["price_list"]["id"], "casd-2020");
    assert_eq!(quote["vat"], Value::Null);
    let amounts: Vec<&Value> =
        quote["lines"].as_array().unwrap().iter().map(|line| &line["amount"]).collect();
    assert_eq!(amounts, ["420.00", "2856.00", "444.00", "720.00", "300.00"]);
    let opened = open(price_book(), quote["number"].as_str().unwrap()).unwrap();
    assert_eq!(opened.project, example("casd-2020"));
    let again: Project = serde_json::from_value(quote["project"].clone()).unwrap();
    assert_eq!(again, opened.project, "the output holds the input");
}

#[test]
fn a_number_gives_the_quote_that_it_was_issued_with() {
    let project = File::new("issued.json", serde_json::to_string(&example("casd-2020")).unwrap());
    let issued = quoted(&[project.path()]);
    let number = issued["number"].as_str().unwrap();
    assert_eq!(quoted(&["--number", number]), issued);
    assert_eq!(quoted(&["--number", &number.replace('-', "").to_lowercase()]), issued);
    let said = refused(&["--number", "CASD-1QQQ"]);
    assert!(said.starts_with("CASD-1QQQ: "), "{said}");
}

#[test]
fn numbers_of_the_standard_input_give_a_line_each() {
    let issued: Vec<Value> = ["casd-2018", "casd-2020", "pmsi"]
        .map(|list| {
            let project = File::new(&format!("{list}.json"), serde_json::to_string(&example(list)).unwrap());
            let list = format!("{}/public/price-lists/{list}.json", env!("CARGO_MANIFEST_DIR"));
            quoted(&[project.path(), "--price-list", &list])
        })
        .into();
    let numbers: Vec<&str> = issued.iter().map(|quote| quote["number"].as_str().unwrap()).collect();
    let output = run_on(&numbers, &["--number", "-"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    let quotes: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(quotes, issued);

    let output = run_on(&[numbers[0], "nonsense", numbers[1]], &["--number", "-"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("nonsense: "));
}

#[test]
fn another_offer_may_be_named() {
    let text = with("options", json!({}));
    let project = File::new("standard.json", &text);
    let quote = quoted(&[project.path(), "--offer", "standard"]);
    assert_eq!((&quote["offer"], &quote["total"]), (&json!("standard"), &json!("3720.00")));
}

#[test]
fn a_price_list_of_ones_own_may_be_used() {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/every-mechanism.json");
    let base = serde_json::to_string(&common::fixture().examples[0].project).unwrap();
    let project = File::new("base.json", &base);
    let quote = quoted(&["--price-list", list, project.path()]);
    assert_eq!(quote["total"], "3243.47");
    assert_eq!(quote["price_list"]["id"], "every-mechanism");
    assert_eq!(quote["vat"], json!({ "excluding": "3243.47", "tax": "648.69", "including": "3892.16" }));
    let left_out = quote["not_included"].as_array().unwrap();
    assert_eq!((&left_out[0]["id"], &left_out[0]["would_add"]), (&json!("support"), &json!("480.00")));
}

#[test]
fn what_is_wrong_with_a_project_is_said_with_its_place() {
    for (name, text, place, what) in [
        ("misspelled", with("user", json!(2)), "user: ", "unknown field `user`"),
        ("text", with("users", json!("two")), "users: ", "expected u32"),
        ("day", with("start", json!("tomorrow")), "start: ", "expected a day such as"),
        ("none", with("users", json!(0)), "users: ", "must be at least 1"),
        ("short", with("months", json!(6)), "months: ", "must be at least 12 for a new project"),
        ("option", with("options", json!({ "sauna": true })), "options.sauna: ", "is not in this price list"),
        ("box", with("access_points", json!([{ "months": 0 }])), "access_points[0].months: ", "at least 1"),
        ("cut", "{\"offer\": \"pmsi\"".into(), "", "EOF"),
        ("private", with("offer", json!("private")), "", "the offer `private` has no public prices"),
    ] {
        let file = File::new(&format!("{name}.json"), &text);
        let said = refused(&[file.path()]);
        let rest = said.strip_prefix(&format!("{}: ", file.path())).unwrap_or_else(|| panic!("{said}"));
        assert!(rest.starts_with(place) && rest.contains(what), "{said}");
    }
}

#[test]
fn what_is_wrong_with_the_command_is_said() {
    let file = File::new("good.json", serde_json::to_string(&example("pmsi")).unwrap());
    let said = refused(&[file.path(), "--offer", "premium"]);
    assert_eq!(said, "--offer premium: expected one of standard, cohorts, pmsi, private");
    assert!(refused(&["no-such-file.json"]).starts_with("no-such-file.json: "));
    for wrong in [
        &[][..],
        &[file.path(), "--price-list"],
        &[file.path(), file.path()],
        &[file.path(), "--verbose"],
        &["--number"],
        &[file.path(), "--number", "CASD-1QQQ"],
    ] {
        let output = run(wrong);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{wrong:?}");
        assert!(said.starts_with("error: ") && said.contains("try '--help'"), "{said}");
    }
}

#[test]
fn each_command_has_its_help() {
    let help = |arguments: &[&str]| String::from_utf8(casd(arguments).output().unwrap().stdout).unwrap();
    let commands = ["quote", "pdf", "check-price-list", "check-sessions", "static-pages"];
    for command in commands {
        assert!(help(&["--help"]).contains(&format!("\n  {command} ")), "{command}");
        assert!(help(&[command, "--help"]).contains(&format!("Usage: casd {command}")), "{command}");
    }
}

#[test]
fn a_number_is_printed_as_a_pdf_in_a_language_and_with_names() {
    let number = issue(common::list("pmsi"), &example("pmsi"), common::day("2026-11-21")).unwrap();
    let pdf = File::new("estimate.pdf", "");
    for arguments in [&[number.as_str(), pdf.path()][..], &[number.as_str(), "en", pdf.path(), "A=INSERM"]] {
        let output = casd([&["pdf"], arguments].concat()).output().unwrap();
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        assert!(std::fs::read(pdf.path()).unwrap().starts_with(b"%PDF-"));
    }
    for (wrong, said) in [
        (&["CASD-1QQQ", pdf.path()][..], "mistyp"),
        (&[number.as_str(), "de", pdf.path()], "the language is fr or en"),
        (&[number.as_str(), pdf.path(), "Z9=INSERM"], "Z9: expected the letter of an institution"),
        (&[number.as_str(), "fr", pdf.path(), "more"], "expected a number, a language"),
        (&[number.as_str(), "no/such/folder/x.pdf"], "No such file"),
    ] {
        let output = casd([&["pdf"], wrong].concat()).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(1) && error.contains(said), "{wrong:?}: {error}");
    }
}

#[test]
fn what_is_wrong_with_a_price_list_is_said_with_its_place() {
    let project = File::new("project.json", serde_json::to_string(&example("pmsi")).unwrap());
    let mut list: Value = serde_json::from_str(PUBLISHED[2].1).unwrap();
    common::set(&mut list, "/charges/0/price/unit", json!("35.001"));
    let list = File::new("list.json", list.to_string());
    let said = refused(&[project.path(), "--price-list", list.path()]);
    assert!(said.starts_with(&format!("{}: charges[0].price", list.path())), "{said}");
    assert!(said.contains("two decimals"), "{said}");
}
