//! Repricing of a simulation under the list in force today, and of several numbers at once.

use crate::common::price_book;
use crate::common::{
    FIXTURE, any_list_and_project, cents, day, example, fixture, issued, list, set, whole_book,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::number::{Opened, issue, open};
use tariff::{
    AccessPoint, Change, Due, Money, Offer, PriceBook, PriceList, Project, Refusal, RepriceError, Repriced,
    quote, reprice_today,
};

const TODAY: &str = "2026-11-21";

/// What the project of an opened simulation costs on a day.
fn instead<'book>(
    book: &'book PriceBook,
    opened: &Opened<'book>,
    today: NaiveDate,
) -> Option<Result<Repriced<'book>, RepriceError>> {
    reprice_today(book, &opened.project, &opened.quote, today)
}

fn euros(cents: i64) -> Due {
    Due::Amount(Money::from_cents(cents))
}

/// The fixture's list, and a later one with changes, in a book that lives as long as the tests.
fn book_of(changes: &[(&str, Value)]) -> &'static PriceBook {
    let mut later: Value = serde_json::from_str(FIXTURE).unwrap();
    let next =
        [("/id", json!("later")), ("/serial", json!(901)), ("/in_force", json!({ "from": "2026-06-01" }))];
    next.iter().chain(changes).for_each(|(pointer, value)| set(&mut later, pointer, value.clone()));
    later["examples"] = json!([]);
    let mut earlier: Value = serde_json::from_str(FIXTURE).unwrap();
    earlier["in_force"] = json!({ "from": "2025-01-01" });
    let lists = [earlier, later].map(|list| PriceList::from_json(&list.to_string()).unwrap());
    Box::leak(Box::new(PriceBook::new(lists.into()).unwrap()))
}

/// The simulation of a project under the earlier list.
fn earlier(book: &'static PriceBook, project: &Project) -> Opened<'static> {
    let number = issue(&book.lists()[0], project, day("2026-01-15")).unwrap();
    open(book, number.as_str()).unwrap()
}

fn base() -> Project {
    fixture().examples[0].project.clone()
}

/// The base project under a later list with changes.
fn later(changes: &[(&str, Value)]) -> Repriced<'static> {
    let book = book_of(changes);
    instead(book, &earlier(book, &base()), day(TODAY)).unwrap().unwrap()
}

fn pointer_to_charge(id: &str) -> String {
    let at = fixture().charges.iter().position(|charge| charge.id.as_str() == id).unwrap();
    format!("/charges/{at}")
}

#[test]
fn a_simulation_under_the_list_in_force_has_nothing_instead() {
    for name in ["casd-2020", "pmsi"] {
        let opened = issued(list(name), &example(name), TODAY);
        assert!(instead(price_book(), &opened, day(TODAY)).is_none(), "{name}");
    }
    let book = book_of(&[]);
    assert!(instead(book, &earlier(book, &base()), day("2026-05-31")).is_none());
    assert!(instead(book, &earlier(book, &base()), day("2026-06-01")).is_some());
}

#[test]
fn the_archived_example_costs_what_the_list_of_2020_says() {
    let opened = issued(list("casd-2018"), &example("casd-2018"), TODAY);
    let today = instead(price_book(), &opened, day(TODAY)).unwrap().unwrap();
    let expected = quote(list("casd-2020"), &example("casd-2018")).unwrap().total;
    assert_eq!(today.list.id.as_str(), "casd-2020");
    assert_eq!(today.quote.total, expected);
    assert_eq!(cents(today.difference), cents(expected) - 272_300);
    assert!(!today.changes.is_empty());
}

#[test]
fn a_list_with_the_same_prices_changes_nothing() {
    let today = later(&[]);
    assert_eq!((today.difference, today.tenths_of_percent), (Money::ZERO, Some(0)));
    assert_eq!(today.changes, []);
}

#[test]
fn what_changed_is_said_line_by_line() {
    let set_up = pointer_to_charge("set-up");
    let label = json!({ "fr": "Mise en place", "en": "Setting up" });
    let today =
        later(&[(&format!("{set_up}/price/unit"), json!("175.50")), (&format!("{set_up}/label"), label)]);
    let [change] = &today.changes[..] else { panic!("{:?}", today.changes) };
    assert_eq!(
        (change.label.en.as_str(), change.before, change.after),
        ("Setting up", euros(15_000), euros(17_550))
    );
    assert_eq!(today.difference, Money::from_cents(2_550));
}

#[test]
fn what_is_new_gone_or_on_request_is_not_zero() {
    let set_up = pointer_to_charge("set-up");
    let renamed = later(&[(&format!("{set_up}/id"), json!("opening"))]);
    let dues: Vec<(Due, Due)> = renamed.changes.iter().map(|change| (change.before, change.after)).collect();
    assert_eq!(dues, [(euros(15_000), Due::Absent), (Due::Absent, euros(15_000))]);
    let mut unpriced: Value = serde_json::from_str(FIXTURE).unwrap();
    unpriced = unpriced.pointer(&set_up).unwrap().clone();
    unpriced["price"] = json!("on_request");
    unpriced.as_object_mut().unwrap().remove("provenance");
    let today = later(&[(&set_up, unpriced)]);
    let [Change { before, after, .. }] = today.changes[..] else { panic!("{:?}", today.changes) };
    assert_eq!((before, after), (euros(15_000), Due::OnRequest));
    assert_eq!(today.difference, Money::from_cents(-15_000));
}

#[test]
fn boxes_of_different_terms_are_compared_by_their_sum() {
    let book = book_of(&[]);
    let mut project = base();
    project.access_points = [30, 12, 24].map(AccessPoint::lasting).into();
    let opened = earlier(book, &project);
    assert_eq!(instead(book, &opened, day(TODAY)).unwrap().unwrap().changes, []);

    let dearer = [(&*format!("{}/price/tiers/0/unit", pointer_to_charge("sd-box")), json!("36.00"))];
    let book = book_of(&dearer);
    let today = instead(book, &earlier(book, &opened.project), day(TODAY)).unwrap().unwrap();
    let [change] = &today.changes[..] else { panic!("{:?}", today.changes) };
    // (30 + 24) × 35.00 and, for the third, 12 × 33.00; two of them are 1.00 a month dearer.
    assert_eq!((change.before, change.after), (euros(228_600), euros(234_000)));
}

#[test]
fn percentages_are_rounded_half_away_from_zero() {
    // The base project costs 3 243.47; one set-up of 150.00 is what changes.
    for (unit, tenths) in [
        ("150.00", 0),
        ("151.62", 0),
        ("151.63", 1),
        ("148.38", 0),
        ("148.37", -1),
        ("474.34", 100),
        ("3393.47", 1_000),
        ("0.00", -46),
    ] {
        let today = later(&[(&format!("{}/price/unit", pointer_to_charge("set-up")), json!(unit))]);
        assert_eq!(today.tenths_of_percent, Some(tenths), "{unit}: {}", today.difference);
    }
}

#[test]
fn where_no_list_is_in_force_it_is_said() {
    let book = book_of(&[("/in_force/until", json!("2026-08-31"))]);
    let opened = earlier(book, &base());
    let refused = instead(book, &opened, day(TODAY)).unwrap().unwrap_err();
    assert_eq!(refused, RepriceError::NoList(opened.project.offer));
}

#[test]
fn where_the_list_in_force_does_not_have_what_was_chosen_it_is_said() {
    let project = Project { offer: Offer::Standard, options: Default::default(), ..example("casd-2020") };
    let opened = issued(list("casd-2020"), &project, TODAY);
    // The fixture has other working environments.
    let mut later: Value = serde_json::from_str(FIXTURE).unwrap();
    later["in_force"] = json!({ "from": "2026-06-01" });
    let later = PriceList::from_json(&later.to_string()).unwrap();
    let lists = vec![list("casd-2020").clone(), later];
    let book: &'static PriceBook = Box::leak(Box::new(PriceBook::new(lists).unwrap()));
    let refused = instead(book, &opened, day(TODAY)).unwrap().unwrap_err();
    assert!(matches!(refused, RepriceError::Refused(Refusal::Entries(_))), "{refused:?}");
}

proptest! {
    #![proptest_config(crate::common::cases(200))]

    #[test]
    fn the_difference_is_that_of_the_totals_and_of_the_changes((list, project) in any_list_and_project(), on in 0u64..4_000) {
        let opened = issued(list, &project, TODAY);
        let on = day("2018-01-01") + chrono::Days::new(on);
        let Some(Ok(today)) = instead(whole_book(), &opened, on) else { return Ok(()) };
        prop_assert_eq!(cents(today.quote.total) - cents(opened.quote.total), cents(today.difference));
        let amount = |due| if let Due::Amount(money) = due { cents(money) } else { 0 };
        let changes: i128 = today.changes.iter().map(|change| amount(change.after) - amount(change.before)).sum();
        prop_assert_eq!(changes, cents(today.difference));
    }
}
