//! Compatibility check of a new price-list file with the book in use: used lists must stay unchanged.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::json_spans::joined;
use super::price_file::{PriceFile, sorted};
use super::{Diagnostic, DiagnosticKind};
use crate::price_lists::{embedded, over_published};
use tariff::number::content_of;
use tariff::{ListErrorKind, Offer, PriceBook, PriceList};

/// The fields of a used list that may still change: no amount and no number depends on them.
const MAY_CHANGE: [&str; 13] = [
    "$schema",
    "title",
    "in_force",
    "archived",
    "sources",
    "remarks",
    "examples",
    "contact",
    "label",
    "help",
    "unit_of_one",
    "condition",
    "provenance",
];

impl PriceFile {
    /// Checks that the file can replace the book in use, and returns errors and warnings; nothing if the file
    /// itself has errors, because it has no book then.
    ///
    /// The bundled lists are always in use. `previous` is the file that this one replaces, an empty book if
    /// it is the first; without it, new lists cannot be recognised, and their checks (days in the past) are
    /// skipped.
    pub fn continuity(&self, previous: Option<&PriceBook>, today: NaiveDate) -> Vec<Diagnostic> {
        let (Some(book), Some(tree)) = (self.book(), &self.tree) else { return Vec::new() };
        let embedded = embedded();
        let previous_lists = previous.map_or(&[][..], PriceBook::lists);
        let used: Vec<&PriceList> = previous_lists.iter().chain(embedded.lists()).collect();
        let mut found: Vec<(String, DiagnosticKind)> = Vec::new();
        let mut new = Vec::new();
        for (index, list) in book.lists().iter().enumerate() {
            let place = self.list_place(index);
            match used.iter().find(|used| used.serial == list.serial || used.id == list.id) {
                None => {
                    found.extend(of_a_new_list(list, &used, previous.is_some(), today, &place));
                    new.push((index, list));
                }
                Some(used) => found.extend(against_its_use(list, used, &place)),
            }
        }
        for used in previous_lists {
            let kept = |list: &PriceList| list.serial == used.serial || list.id == used.id;
            let embedded =
                embedded.by_serial(used.serial).is_some_and(|one| content_of(one) == content_of(used));
            if !embedded && !book.lists().iter().any(kept) {
                let kind = DiagnosticKind::Missing { id: used.id.clone(), serial: used.serial };
                found.push((if self.is_book { "lists".into() } else { String::new() }, kind));
            }
        }
        // With a list that was altered there is no book in use to look at.
        if let Ok(in_use) = over_published(book.clone()) {
            let days = turning_days(&in_use, today);
            found.extend(new.iter().filter_map(|(index, list)| {
                let kind = never_in_force(&in_use, list, &days)?;
                // Where it is put right.
                let field = match kind {
                    DiagnosticKind::NeverInForce { instead: None } => "offers",
                    _ => "in_force.from",
                };
                Some((joined(&self.list_place(*index), field), kind))
            }));
            found.extend(gaps(&in_use, &days, today).into_iter().map(|gap| (self.place_of_gap(&gap), gap)));
        }
        sorted(found.into_iter().map(|(place, kind)| self.diagnostic(tree, place, kind)).collect())
    }

    /// The place of a gap: the end of the list before it.
    fn place_of_gap(&self, gap: &DiagnosticKind) -> String {
        let lists = self.book().map_or(&[][..], PriceBook::lists);
        let before = lists.iter().enumerate().filter(|(_, list)| match gap {
            DiagnosticKind::Gap { offer, from, .. } => {
                !list.archived
                    && list.offer(*offer).is_some()
                    && list.in_force.until.is_some_and(|until| until < *from)
            }
            _ => false,
        });
        match before.max_by_key(|(_, list)| list.in_force.until) {
            Some((index, _)) => joined(&self.list_place(index), "in_force.until"),
            None if self.is_book => "lists".into(),
            None => "in_force".into(),
        }
    }
}

fn of_a_new_list(
    list: &PriceList,
    used: &[&PriceList],
    dates_matter: bool,
    today: NaiveDate,
    place: &str,
) -> Vec<(String, DiagnosticKind)> {
    let mut found = Vec::new();
    let highest = used.iter().map(|used| used.serial).max().unwrap_or(0);
    if list.serial < highest {
        found.push((joined(place, "serial"), DiagnosticKind::SerialNotAbove { highest }));
    }
    let from = list.in_force.from;
    if dates_matter && !list.archived && from.is_none_or(|from| from < today) {
        found.push((joined(place, "in_force.from"), DiagnosticKind::BeginsInThePast { from }));
    }
    found
}

/// The first forbidden change of a used list.
fn against_its_use(list: &PriceList, used: &PriceList, place: &str) -> Option<(String, DiagnosticKind)> {
    let (field, kind) = if list.id != used.id {
        ("serial".into(), DiagnosticKind::Content(ListErrorKind::Duplicate(list.serial.to_string())))
    } else if list.serial != used.serial {
        ("id".into(), DiagnosticKind::Content(ListErrorKind::Duplicate(list.id.to_string())))
    } else if content_of(list) != content_of(used) {
        (first_alteration(used, list), DiagnosticKind::Content(ListErrorKind::Altered))
    } else if list.in_force.from != used.in_force.from {
        ("in_force.from".into(), DiagnosticKind::BeginningMoved { was: used.in_force.from })
    } else {
        return None;
    };
    Some((joined(place, &field), kind))
}

/// The path of the first forbidden difference between two versions of a list.
fn first_alteration(used: &PriceList, list: &PriceList) -> String {
    let values = serde_json::to_value(used).ok().zip(serde_json::to_value(list).ok());
    values.and_then(|(before, after)| difference(&before, &after, "")).unwrap_or_else(|| "charges".into())
}

fn difference(before: &Value, after: &Value, place: &str) -> Option<String> {
    match (before, after) {
        _ if before == after => None,
        (Value::Object(before), Value::Object(after)) if before.keys().eq(after.keys()) => {
            let mut keys = before.keys().filter(|key| !MAY_CHANGE.contains(&key.as_str()));
            keys.find_map(|key| difference(&before[key], &after[key], &joined(place, key)))
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            let mut pairs = before.iter().zip(after).enumerate();
            pairs.find_map(|(index, (before, after))| difference(before, after, &format!("{place}[{index}]")))
        }
        _ => Some(place.into()),
    }
}

/// The days on which the list in force may change, and today, in order; the first is before them all.
fn turning_days(book: &PriceBook, today: NaiveDate) -> Vec<NaiveDate> {
    let periods = book.lists().iter().map(|list| list.in_force);
    let ends = |until: NaiveDate| until.checked_add_days(Days::new(1));
    let mut days: Vec<NaiveDate> =
        periods.flat_map(|period| [period.from, period.until.and_then(ends)]).flatten().collect();
    days.push(today);
    days.sort();
    days.dedup();
    let before = days[0].checked_sub_days(Days::new(1));
    before.into_iter().chain(days).collect()
}

fn never_in_force(book: &PriceBook, list: &PriceList, days: &[NaiveDate]) -> Option<DiagnosticKind> {
    if list.archived {
        return None;
    }
    let offers = || list.offers.iter().map(|served| served.offer);
    let applies = |day: NaiveDate| {
        offers().any(|offer| book.in_force(offer, day).is_some_and(|other| other.serial == list.serial))
    };
    if days.iter().any(|day| applies(*day)) {
        return None;
    }
    let first = list.in_force.from.or(days.first().copied())?;
    let instead = offers().find_map(|offer| book.in_force(offer, first)).map(|other| other.id.clone());
    Some(DiagnosticKind::NeverInForce { instead })
}

/// The days from today on for which an offer that had a list has none.
fn gaps(book: &PriceBook, days: &[NaiveDate], today: NaiveDate) -> Vec<DiagnosticKind> {
    let mut gaps = Vec::new();
    for offer in Offer::ALL {
        let begun = |day: NaiveDate| {
            book.lists().iter().any(|list| {
                !list.archived
                    && list.offer(offer).is_some()
                    && list.in_force.from.is_none_or(|from| from <= day)
            })
        };
        let mut open: Option<NaiveDate> = None;
        for day in days.iter().copied().filter(|day| *day >= today) {
            match (open, book.in_force(offer, day)) {
                (None, None) if begun(day) => open = Some(day),
                (Some(from), Some(_)) => {
                    gaps.push(DiagnosticKind::Gap { offer, from, until: Some(day) });
                    open = None;
                }
                _ => {}
            }
        }
        gaps.extend(open.map(|from| DiagnosticKind::Gap { offer, from, until: None }));
    }
    gaps
}
