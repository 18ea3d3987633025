//! Tests of the sentences about a refused price book, and about numbers of an unknown list.

use casd_simulator::i18n::{not_opened, standing};
use casd_simulator::price_lists::{price_book, with_own};
use serde_json::{Value, json};
use tariff::number::{self, OpenError};
use tariff::{MAX_FILE_BYTES, PriceBook};

use crate::common::{CASD_2020, PMSI, book_file, day, example, in_both, pmsi_2027, set};

fn book(lists: &[Value]) -> PriceBook {
    with_own(&book_file(lists)).unwrap()
}

/// Everything that a webmaster can get wrong in the file: what is in it, and what the banner of the page says of it.
#[test]
fn the_banner_has_the_reason_why_a_book_is_not_used() {
    let sound = serde_json::to_string_pretty(&json!({ "lists": [pmsi_2027()] })).unwrap();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut list = pmsi_2027();
        change(&mut list);
        book_file(&[list])
    };
    let altered = CASD_2020.replace("\"238.00\"", "\"240.00\"");
    let cases: [(&str, String, &str, &str); 12] = [
        ("cut short", sound[..2_000].into(), "lists[0]", " at line "),
        ("no JSON", "{ \"lists\": [,] }".into(), "lists[0]: expected value at line 1 column 13", ""),
        (
            "a page",
            "<!doctype html><title>Accueil</title>".into(),
            ".: expected value at line 1 column 1",
            "",
        ),
        ("empty", String::new(), ".: EOF while parsing a value at line 1 column 0", ""),
        (
            "an amount without cents",
            with(&|list| list["charges"][1]["price"]["unit"] = json!("240")),
            "lists[0].charges[1].price",
            "expected an amount",
        ),
        (
            "a field of another name",
            with(&|list| list["charges"][1]["prise"] = json!({})),
            "lists[0].charges[1]",
            "unknown field `prise`, expected ",
        ),
        (
            "a field of a long name",
            with(&|list| list["charges"][1]["x".repeat(300)] = json!(1)),
            "lists[0].charges[1]",
            &"x".repeat(300),
        ),
        (
            "without a translation",
            with(&|list| list["charges"][1]["label"]["en"] = json!(" ")),
            "lists[0].charges[1].label: ",
            "both `fr` and `en`",
        ),
        (
            "a published list, altered",
            book_file(&[serde_json::from_str(&altered).unwrap()]),
            "lists[0].charges: ",
            "used with another content",
        ),
        (
            "a serial that is taken",
            with(&|list| list["serial"] = json!(2)),
            "lists[0].serial: ",
            "`2` is used",
        ),
        ("a list, not a book", PMSI.into(), "id: unknown field `id`, expected ", ""),
        (
            "too large",
            sound.clone() + &" ".repeat(MAX_FILE_BYTES),
            "the file has 10",
            " bytes; at most 1048576 are read",
        ),
    ];
    for (name, text, starts, contains) in cases {
        let reason = with_own(&text).unwrap_err().to_string();
        assert!(reason.starts_with(starts) && reason.contains(contains), "{name}: {reason}");
        in_both(|lang| {
            let banner = standing(lang, Some(&reason));
            assert!(banner.contains("price-list.json") && banner.ends_with(&reason), "{name}: {banner}");
            banner.replace(&reason, "")
        });
    }
    in_both(|lang| standing(lang, None));
}

#[test]
fn a_number_of_casds_list_opens_where_that_list_is_and_nowhere_else() {
    let own = book(&[pmsi_2027()]);
    let number = number::issue(own.by_id("pmsi-2027").unwrap(), &example("pmsi"), day("2027-01-02")).unwrap();
    let same = book(&[pmsi_2027()]);
    let again = number::open(&same, number.as_str()).unwrap();
    assert_eq!((again.number.as_str(), again.quote.total.to_string()), (number.as_str(), "2478.00".into()));

    // CASD may not change a list that was used: its numbers do not open at another price.
    let mut dearer = pmsi_2027();
    set(&mut dearer, "/charges/0/price/unit", json!("36.00"));
    for (elsewhere, why) in
        [(price_book(), OpenError::UnknownList(40)), (&book(&[dearer]), OpenError::ListChanged(40))]
    {
        let refused = number::open(elsewhere, number.as_str()).unwrap_err();
        assert_eq!(refused, why);
        in_both(|lang| {
            let said = not_opened(lang, &refused);
            assert!(said.contains("40"), "{said}");
            said
        });
    }
}
