//! Invariants for arbitrary input: it is accepted or refused with a sentence, and nothing panics. Fuzzing searches for
//! counterexamples; `tests/any_input.rs` replays those it found.

use bech32::primitives::iter::Fe32IterExt;
use bech32::{Bech32m, Fe32, Hrp};
use casd_simulator::export::{Imported, Simulation, import, json};
use casd_simulator::i18n::{Lang, calendar_errors, not_opened};
use casd_simulator::price_list_editor::PriceFile;
use casd_simulator::price_lists::{self, price_book};
use casd_simulator::procedure::{Calendar, bookable};
use chrono::NaiveDate;
use tariff::number::{found_in, issue, open};
use tariff::{Money, Offer, PriceBook, PriceList, Project, quote};

/// What somebody puts in the place of CASD's price list.
pub fn a_price_list(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let file = PriceFile::read(text);
    let is_sound = file.book().is_some();
    assert_eq!(is_sound, file.diagnostics().is_empty(), "a file is sound, or it is said what is wrong");
    for diagnostic in file.diagnostics().iter().chain(&file.continuity(Some(price_book()), today())) {
        is_said(|lang| diagnostic.words(lang));
        assert!(diagnostic.line >= 1 && diagnostic.column >= 1);
    }
    if let Some(book) = file.book() {
        assert!(book.lists().iter().all(has_sound_quotes));
    }
    match price_lists::with_own(text) {
        Err(error) => assert!(!error.to_string().trim().is_empty()),
        Ok(_) => assert!(PriceBook::from_json(text).is_ok(), "the page and the workbench read the same"),
    }
}

/// What somebody types or pastes as a number; and what a number with the right checksum may hold.
pub fn a_number(input: &[u8]) {
    if let Ok(text) = str::from_utf8(input) {
        is_opened_or_explained(text);
        for found in found_in(text) {
            is_opened_or_explained(&found.number);
        }
    }
    let symbols = input.iter().filter_map(|byte| Fe32::try_from(byte & 31).ok());
    let prefix = Hrp::parse_unchecked("casd");
    let encoded: String = symbols.with_checksum::<Bech32m>(&prefix).chars().collect();
    is_opened_or_explained(&encoded);
}

/// What somebody opens as the file of a simulation or of a project.
pub fn a_project(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let book = price_book();
    match import(book, text, today()) {
        Err(reason) => is_said(|lang| reason.words(lang, book, today())),
        Ok(Imported::Same { opened, names }) => {
            let link = format!("https://www.casd.example/#{}", opened.number.as_str());
            let simulation = Simulation { opened: &opened, lang: Lang::Fr, link: &link, names: &names };
            let again = json(&simulation)
                .map(|file| matches!(import(book, &file, today()), Ok(Imported::Same { .. })));
            assert_eq!(again.ok(), Some(true), "what is saved opens as it was");
        }
        Ok(Imported::Different(different)) => {
            is_said(|lang| different.words(lang));
            assert!(adds_up(different.list, &different.project));
        }
    }
    if let Ok(project) = Project::from_json(text) {
        for list in book.lists() {
            adds_up(list, &project);
        }
    }
}

/// What somebody puts in the place of the calendar of enrolment sessions.
pub fn an_enrolment_calendar(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    match Calendar::from_json(text) {
        Err(error) => {
            assert!(!error.to_string().trim().is_empty());
            is_said(|lang| calendar_errors(lang, &error).join("\n"));
        }
        Ok(calendar) => {
            for offer in Offer::ALL {
                for start in [NaiveDate::MIN, today(), NaiveDate::MAX] {
                    bookable(&calendar, offer, today(), start);
                }
            }
        }
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

fn is_said(words: impl Fn(Lang) -> String) {
    for lang in Lang::ALL {
        assert!(!words(lang).trim().is_empty());
    }
}

fn is_opened_or_explained(typed: &str) {
    match open(price_book(), typed) {
        Err(reason) => is_said(|lang| not_opened(lang, &reason)),
        Ok(opened) => {
            let again = issue(opened.list, &opened.project, opened.issued);
            assert_eq!(again.ok(), Some(opened.number), "a simulation has one number");
        }
    }
}

fn has_sound_quotes(list: &PriceList) -> bool {
    list.examples.iter().all(|example| adds_up(list, &example.project))
}

/// Whether a list takes a project; and what it costs is then the sum of its lines, and of its orders.
fn adds_up(list: &PriceList, project: &Project) -> bool {
    let Ok(quote) = quote(list, project) else { return false };
    assert_eq!(sum(quote.lines.iter().map(|line| line.amount)), Some(quote.total));
    assert_eq!(sum(quote.purchase_orders().iter().map(|order| order.subtotal)), Some(quote.total));
    true
}

fn sum(mut amounts: impl Iterator<Item = Money>) -> Option<Money> {
    amounts.try_fold(Money::ZERO, Money::checked_add)
}
