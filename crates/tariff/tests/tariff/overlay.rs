//! The overlay of CASD's own price book on the bundled one, and preview books.

use crate::common::{
    CASD_2020, PMSI, book_file, day, edited, example, list, pmsi_2027, price_book, set, with_own,
};
use serde_json::{Value, json};
use tariff::number::{self, OpenError};
use tariff::{Offer, PriceBook, ReadError, Words};

fn book(lists: &[Value]) -> PriceBook {
    with_own(&book_file(lists)).unwrap()
}

fn errors(lists: &[Value]) -> Vec<String> {
    match with_own(&book_file(lists)).unwrap_err() {
        ReadError::Content(errors) => errors.iter().map(ToString::to_string).collect(),
        other => panic!("{other}"),
    }
}

fn in_force(book: &PriceBook, offer: Offer, on: &str) -> Option<String> {
    book.in_force(offer, day(on)).map(|list| list.id.to_string())
}

#[test]
fn a_list_of_casds_is_in_force_from_its_first_day_and_the_published_one_until_then() {
    let book = book(&[pmsi_2027()]);
    assert_eq!(in_force(&book, Offer::Pmsi, "2026-12-31").unwrap(), "pmsi");
    assert_eq!(in_force(&book, Offer::Pmsi, "2027-01-01").unwrap(), "pmsi-2027");
    assert_eq!(in_force(&book, Offer::Standard, "2027-01-01").unwrap(), "casd-2020");
}

#[test]
fn a_list_of_casds_takes_precedence_over_a_published_one_that_began_later() {
    let older = edited(
        CASD_2020,
        &[("/id", json!("own")), ("/serial", json!(41)), ("/in_force", json!({})), ("/examples", json!([]))],
    );
    assert_eq!(in_force(&book(&[older]), Offer::Standard, "2026-11-21").unwrap(), "own");
}

#[test]
fn a_published_list_does_not_come_back_once_one_of_casds_has_ended() {
    let mut ended = pmsi_2027();
    set(&mut ended, "/in_force/until", json!("2027-12-31"));
    let book = book(&[ended]);
    assert_eq!(in_force(&book, Offer::Pmsi, "2027-12-31").unwrap(), "pmsi-2027");
    assert_eq!(in_force(&book, Offer::Pmsi, "2028-01-01"), None);
}

#[test]
fn yesterdays_number_still_opens_at_yesterdays_price() {
    let project = example("pmsi");
    let number = number::issue(list("pmsi"), &project, day("2026-12-31")).unwrap();
    let book = book(&[pmsi_2027()]);
    let opened = number::open(&book, number.as_str()).unwrap();
    assert_eq!(opened.quote.total.to_string(), "2454.00");
    let today = tariff::reprice_today(&book, &opened.project, &opened.quote, day("2027-01-01"));
    assert_eq!(today.unwrap().unwrap().quote.total.to_string(), "2478.00");
}

#[test]
fn a_book_may_repeat_a_published_list_with_other_words_and_dates() {
    let words = json!({ "fr": "PMSI 2020 à 2026", "en": "PMSI 2020 to 2026" });
    let repeated = edited(PMSI, &[("/title", words), ("/in_force", json!({ "until": "2026-12-31" }))]);
    let book = book(&[repeated, pmsi_2027()]);
    assert_eq!(book.lists().iter().filter(|list| list.id.as_str() == "pmsi").count(), 1);
    assert_eq!(book.by_id("pmsi").unwrap().title.en, "PMSI 2020 to 2026");
    let number = number::issue(list("pmsi"), &example("pmsi"), day("2026-11-21")).unwrap();
    assert!(number::open(&book, number.as_str()).is_ok());
}

#[test]
fn a_published_list_cannot_be_altered_nor_its_serial_or_id_taken() {
    let altered = edited(PMSI, &[("/charges/1/price", json!({ "unit": "30.00" })), ("/examples", json!([]))]);
    let [error] = &errors(&[altered])[..] else { panic!() };
    assert!(error.starts_with("lists[0].charges: this list was used with another content"), "{error}");
    let mut taken = pmsi_2027();
    set(&mut taken, "/serial", json!(3));
    assert_eq!(errors(&[taken]), ["lists[0].serial: `3` is used already: each must be unique"]);
    let mut taken = pmsi_2027();
    set(&mut taken, "/id", json!("pmsi"));
    assert_eq!(errors(&[taken]), ["lists[0].id: `pmsi` is used already: each must be unique"]);
}

#[test]
fn what_is_wrong_in_a_book_is_said_with_the_list_and_the_place() {
    let mut wrong = pmsi_2027();
    set(&mut wrong, "/charges/0/label/en", json!(" "));
    let mut later = pmsi_2027();
    set(&mut later, "/serial", json!(0));
    assert_eq!(
        errors(&[wrong, later]),
        [
            "lists[0].charges[0].label: expected a text in both `fr` and `en`, found an empty one",
            "lists[1].serial: expected a number from 1 to 65535",
            "lists[1].id: `pmsi-2027` is used already: each must be unique",
            "lists[1].in_force: its dates for `pmsi` overlap those of the list `pmsi-2027`",
        ]
    );
    let mut form = pmsi_2027();
    set(&mut form, "/charges/1/price/unit", json!(30));
    let error = with_own(&book_file(&[form])).unwrap_err().to_string();
    assert!(error.starts_with("lists[0].charges[1].price.unit: "), "{error}");
}

#[test]
fn a_book_in_another_encoding_is_refused() {
    let sound = book_file(&[pmsi_2027()]);
    assert!(with_own(&sound).is_ok() && !sound.is_ascii());
    // As browsers decode what is served: UTF-16 with its mark, and Latin-1.
    let utf_16: Vec<u8> =
        [0xfeff].into_iter().chain(sound.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    // What Latin-1 lacks, typographic apostrophes, is cut to its last byte, as Node.js does.
    let latin_1: Vec<u8> = sound.encode_utf16().map(|unit| unit.to_le_bytes()[0]).collect();
    for bytes in [utf_16, latin_1] {
        let decoded = String::from_utf8_lossy(&bytes);
        assert!(decoded.contains('\u{fffd}') && with_own(&decoded).is_err());
    }
}

#[test]
fn what_is_no_book_is_refused() {
    for (json, starts) in [
        ("", ".: EOF"),
        ("[]", ".: "),
        ("{}", ".: missing field `lists`"),
        ("<!doctype html>", ".: expected value"),
        (r#"{ "lists": [], "list": 1 }"#, "list: unknown field"),
        (PMSI, "id: unknown field"),
    ] {
        let error = with_own(json).unwrap_err().to_string();
        assert!(error.starts_with(starts), "{json}: {error}");
    }
}

// Its numbers

#[test]
fn a_list_of_casds_that_is_archived_is_not_used_and_its_numbers_open() {
    let number = {
        let own = book(&[pmsi_2027()]);
        number::issue(own.by_id("pmsi-2027").unwrap(), &example("pmsi"), day("2027-01-02")).unwrap()
    };
    let mut archived = pmsi_2027();
    set(&mut archived, "/archived", json!(true));
    let book = book(&[archived]);
    assert_eq!(in_force(&book, Offer::Pmsi, "2027-01-03").unwrap(), "pmsi");
    assert_eq!(number::open(&book, number.as_str()).unwrap().quote.total.to_string(), "2478.00");
}

// A book that is only tried

fn preview(lists: &[Value]) -> PriceBook {
    book(lists).into_preview(&Words { fr: "Aperçu – ".into(), en: "Preview – ".into() })
}

#[test]
fn a_preview_says_so_in_every_title_and_every_number() {
    let book = preview(&[pmsi_2027()]);
    for list in book.lists() {
        assert!(list.title.fr.starts_with("Aperçu – ") && list.title.en.starts_with("Preview – "));
    }
    let number =
        number::issue(book.by_id("pmsi-2027").unwrap(), &example("pmsi"), day("2027-01-01")).unwrap();
    assert!(number.to_string().starts_with("PREVIEW-CASD-1L"), "{number}");
    for typed in [number.to_string(), number.as_str().into(), number.to_string().to_lowercase()] {
        let opened = number::open(&book, &typed).unwrap();
        assert_eq!(opened.number, number);
        assert_eq!(opened.quote.total.to_string(), "2478.00");
    }
}

#[test]
fn a_number_of_a_preview_opens_nowhere_else() {
    let tried = preview(&[pmsi_2027()]);
    for (id, project) in [("pmsi-2027", example("pmsi")), ("casd-2020", example("casd-2020"))] {
        let number = number::issue(tried.by_id(id).unwrap(), &project, day("2026-11-21")).unwrap();
        for elsewhere in [price_book(), &book(&[pmsi_2027()])] {
            let refused = number::open(elsewhere, &number.to_string()).unwrap_err();
            assert_eq!(refused, OpenError::Preview);
        }
    }
}

#[test]
fn a_number_that_was_issued_opens_in_a_preview_as_it_is() {
    let number = number::issue(list("pmsi"), &example("pmsi"), day("2026-11-21")).unwrap();
    let tried = preview(&[pmsi_2027()]);
    assert_eq!(number::open(&tried, number.as_str()).unwrap().number, number);
}
