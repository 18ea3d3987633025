//! Validity periods of price lists for the static pages, computed without today's date, which a static page cannot
//! know.

use chrono::{Days, NaiveDate};
use tariff::{Offer, PriceBook, PriceList};

/// A range of days, inclusive; open if it has no first or last day.
pub struct Span {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// The ranges of days on which a list is in force for an offer, given the whole book; empty if it never is.
pub fn in_force(book: &PriceBook, list: &PriceList, offer: Offer) -> Vec<Span> {
    // The list in force changes on these days only.
    let mut turns: Vec<NaiveDate> = book
        .lists()
        .iter()
        .flat_map(|list| [list.in_force.from, list.in_force.until.and_then(next)])
        .flatten()
        .collect();
    turns.sort_unstable();
    turns.dedup();
    let starts = std::iter::once(None).chain(turns.iter().map(|day| Some(*day)));
    let ends = turns.iter().map(|day| day.checked_sub_days(Days::new(1))).chain([None]);
    let mut spans: Vec<Span> = Vec::new();
    for (from, until) in starts.zip(ends) {
        let found = book.in_force(offer, from.unwrap_or(NaiveDate::MIN));
        if found.is_none_or(|found| found.id != list.id) {
            continue;
        }
        match spans.last_mut() {
            Some(last) if last.until.and_then(next) == from => last.until = until,
            _ => spans.push(Span { from, until }),
        }
    }
    spans
}

fn next(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(1))
}
