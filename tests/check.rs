//! Tests of batch checking: several numbers in one text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::export::{MAX_CHECKED, check};
use casd_simulator::price_lists::price_book;
use common::{day, example, issued, list};
use tariff::number::{OpenError, issue};

const TODAY: &str = "2026-11-21";

#[test]
fn each_number_of_a_text_is_opened_or_told_why_not() {
    let [first, second] = ["casd-2018", "pmsi"].map(|name| issued(list(name), &example(name), TODAY).number);
    let wrong = format!("{}Q", second);
    let text = format!(
        "Bonjour,\n> {first}\n> et {}\n> {wrong}\n> {second}\nMerci au CASD",
        second.as_str().to_lowercase()
    );
    let checked = check(price_book(), &text);
    assert_eq!(checked.len(), 3);
    assert_eq!(checked[0].opened.as_ref().unwrap().number, first);
    assert_eq!(checked[1].typed, second.as_str().to_lowercase());
    assert_eq!(checked[1].opened.as_ref().unwrap().project, example("pmsi"));
    assert_eq!(checked[2].typed, wrong);
    assert!(matches!(checked[2].opened, Err(OpenError::Mistyped(_))));
}

#[test]
fn a_text_without_numbers_gives_none() {
    assert_eq!(check(price_book(), "Le CASD, 1 rue X").len(), 0);
}

#[test]
fn very_many_numbers_are_cut_to_what_can_be_checked() {
    let days = (0..MAX_CHECKED + 20).map(|at| day("2026-01-01") + chrono::Days::new(at as u64));
    let numbers = days.map(|day| issue(list("pmsi"), &example("pmsi"), day).unwrap().to_string());
    let text: Vec<String> = numbers.collect();
    let checked = check(price_book(), &text.join("\n"));
    assert_eq!(checked.len(), MAX_CHECKED);
    assert!(checked.iter().zip(&text).all(|(one, number)| one.typed == *number && one.opened.is_ok()));
}
