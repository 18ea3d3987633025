//! Selection of the price list in force for an offer on a day.

use crate::common::price_book;
use crate::common::{FIXTURE, PUBLISHED, another, changed, day, example, list, published_book};
use serde_json::{Value, json};
use tariff::{Offer, PriceBook, PriceList, Refusal, quote};

fn in_force(book: &PriceBook, offer: Offer, iso: &str) -> Option<String> {
    book.in_force(offer, day(iso)).map(|list| list.id.to_string())
}

#[test]
fn the_2020_list_is_in_force_from_its_first_day_on() {
    for offer in [Offer::Standard, Offer::Cohorts, Offer::Private] {
        assert_eq!(in_force(published_book(), offer, "2020-07-31"), None, "{offer:?}");
        assert_eq!(
            in_force(published_book(), offer, "2020-08-01").as_deref(),
            Some("casd-2020"),
            "{offer:?}"
        );
        assert_eq!(
            in_force(published_book(), offer, "2026-11-21").as_deref(),
            Some("casd-2020"),
            "{offer:?}"
        );
        assert_eq!(
            in_force(published_book(), offer, "2150-12-31").as_deref(),
            Some("casd-2020"),
            "{offer:?}"
        );
    }
}

#[test]
fn the_pmsi_list_is_undated_and_in_force_on_any_day() {
    for iso in ["1970-01-01", "2019-06-01", "2026-11-21", "2150-12-31"] {
        assert_eq!(in_force(published_book(), Offer::Pmsi, iso).as_deref(), Some("pmsi"), "{iso}");
    }
}

#[test]
fn the_archived_list_is_never_in_force_and_still_opens_its_example() {
    for iso in ["2018-08-01", "2019-12-31", "2020-07-31", "2026-11-21"] {
        assert_ne!(in_force(published_book(), Offer::Standard, iso).as_deref(), Some("casd-2018"), "{iso}");
    }
    assert_eq!(quote(list("casd-2018"), &example("casd-2018")).unwrap().total.to_string(), "2723.00");
}

#[test]
fn a_private_project_has_a_contact_and_no_amount() {
    let list = price_book().in_force(Offer::Private, day("2026-11-21")).unwrap();
    let served = list.offer(Offer::Private).unwrap();
    assert!(served.terms.is_none());
    assert!(served.contact.who.en.contains("Datastorm") && served.contact.email.contains('@'));
    let mut project = example("casd-2020");
    project.offer = Offer::Private;
    assert_eq!(quote(list, &project).unwrap_err(), Refusal::ByContact(Offer::Private));
}

#[test]
fn the_published_contacts_are_those_of_the_site() {
    let email = |name: &str, offer| list(name).offer(offer).unwrap().contact.email.clone();
    assert_eq!(email("pmsi", Offer::Pmsi), "acces.pmsi@casd.eu");
    assert_eq!(email("casd-2020", Offer::Standard), "service@casd.eu");
    assert_eq!(email("casd-2020", Offer::Cohorts), "service@casd.eu");
}

#[test]
fn a_newer_list_supersedes_at_its_date() {
    let mut newer: Value = serde_json::from_str(PUBLISHED[1].1).unwrap();
    newer["id"] = "casd-2027".into();
    newer["serial"] = 4.into();
    newer["in_force"] = json!({ "from": "2027-01-01" });
    let newer = PriceList::from_json(&newer.to_string()).unwrap();
    let mut lists = price_book().lists().to_vec();
    // Wherever it stands in the book.
    for at in [0, lists.len()] {
        lists.insert(at, newer.clone());
        let book = PriceBook::new(lists.clone()).unwrap();
        for offer in [Offer::Standard, Offer::Cohorts, Offer::Private] {
            assert_eq!(in_force(&book, offer, "2026-12-31").as_deref(), Some("casd-2020"));
            assert_eq!(in_force(&book, offer, "2027-01-01").as_deref(), Some("casd-2027"));
        }
        assert_eq!(in_force(&book, Offer::Pmsi, "2027-01-01").as_deref(), Some("pmsi"));
        lists.remove(at);
    }
}

#[test]
fn a_dated_list_supersedes_an_undated_one() {
    let newer = another("newer", 2, json!({ "from": "2027-01-01" }));
    let book = PriceBook::new(vec![newer, another("undated", 1, json!({}))]).unwrap();
    assert_eq!(in_force(&book, Offer::Standard, "2026-12-31").as_deref(), Some("undated"));
    assert_eq!(in_force(&book, Offer::Standard, "2027-01-01").as_deref(), Some("newer"));
}

#[test]
fn after_its_last_day_a_list_is_no_longer_in_force() {
    let list = another("closed", 1, json!({ "from": "2026-01-01", "until": "2026-12-31" }));
    let book = PriceBook::new(vec![list]).unwrap();
    assert_eq!(in_force(&book, Offer::Standard, "2025-12-31"), None);
    assert_eq!(in_force(&book, Offer::Standard, "2026-01-01").as_deref(), Some("closed"));
    assert_eq!(in_force(&book, Offer::Standard, "2026-12-31").as_deref(), Some("closed"));
    assert_eq!(in_force(&book, Offer::Standard, "2027-01-01"), None);
}

#[test]
fn a_superseded_list_does_not_come_back_when_its_successor_ends() {
    // Without an end, a list applies until the next one begins: its old prices must not return.
    let old = another("old", 1, json!({ "from": "2026-01-01" }));
    let new = another("new", 2, json!({ "from": "2027-01-01", "until": "2027-12-31" }));
    let book = PriceBook::new(vec![old, new]).unwrap();
    assert_eq!(in_force(&book, Offer::Standard, "2026-12-31").as_deref(), Some("old"));
    assert_eq!(in_force(&book, Offer::Standard, "2027-12-31").as_deref(), Some("new"));
    assert_eq!(in_force(&book, Offer::Standard, "2028-01-01"), None);
}

#[test]
fn a_list_without_an_offer_is_not_in_force_for_it() {
    let book = PriceBook::new(vec![changed(FIXTURE, "/archived", json!(false))]).unwrap();
    assert_eq!(in_force(&book, Offer::Pmsi, "2026-11-21"), None);
    assert_eq!(in_force(&PriceBook::new(Vec::new()).unwrap(), Offer::Pmsi, "2026-11-21"), None);
}
