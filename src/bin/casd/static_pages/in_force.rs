//! When each list is in force, as a page can say it that does not know what day it is read.

use chrono::{Days, NaiveDate};
use tariff::{Offer, PriceBook, PriceList};

/// Days from the first to the last, without a beginning or an end where there is none.
pub struct Span {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// When a list is in force for an offer, according to the whole book; nothing where it never is.
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
