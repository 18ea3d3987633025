//! The price book: every list there has been, and which one is in force.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::check::{Fault, ListError};
use super::{Id, Offer, PriceList, ReadError};

/// Every price list there has been. It only grows: an old simulation reopens at its own prices.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub struct PriceBook {
    lists: Vec<PriceList>,
}

impl PriceBook {
    /// Binds lists into a book.
    ///
    /// # Errors
    ///
    /// Two lists have the same id or serial, or serve the same offer on the same day. The place
    /// starts with the id of the list, such as `casd-2020/serial`.
    pub fn new(lists: Vec<PriceList>) -> Result<PriceBook, ReadError> {
        let errors = errors_between(&lists);
        if errors.is_empty() { Ok(PriceBook { lists }) } else { Err(ReadError::Content(errors)) }
    }

    /// The lists, in the order of the book.
    pub fn lists(&self) -> &[PriceList] {
        &self.lists
    }

    /// The list of that serial.
    pub fn by_serial(&self, serial: u16) -> Option<&PriceList> {
        self.lists.iter().find(|list| list.serial == serial)
    }

    /// The list of that id.
    pub fn by_id(&self, id: &str) -> Option<&PriceList> {
        self.lists.iter().find(|list| list.id.as_str() == id)
    }

    /// The list in force for an offer on a day: the one that began last, unless it has ended.
    /// Archived lists are never in force.
    pub fn in_force(&self, offer: Offer, day: NaiveDate) -> Option<&PriceList> {
        let serving = self.lists.iter().filter(|list| !list.archived && list.offer(offer).is_some());
        // First which began last, then whether it still applies: a list does not come back once
        // another has begun.
        let begun = serving.filter(|list| list.in_force.from.is_none_or(|from| from <= day));
        begun.max_by_key(|list| list.in_force.from).filter(|list| list.in_force.covers(day))
    }
}

fn errors_between(lists: &[PriceList]) -> Vec<ListError> {
    let mut errors = Vec::new();
    let mut report = |list: &Id, field: &str, fault: Fault| {
        errors.push(ListError { place: format!("{list}/{field}"), fault });
    };
    let (mut ids, mut serials) = (BTreeSet::new(), BTreeSet::new());
    for list in lists {
        if !ids.insert(&list.id) {
            report(&list.id, "id", Fault::Duplicate(list.id.to_string()));
        }
        if !serials.insert(list.serial) {
            report(&list.id, "serial", Fault::Duplicate(list.serial.to_string()));
        }
    }
    for offer in Offer::ALL {
        let mut serving: Vec<&PriceList> =
            lists.iter().filter(|list| !list.archived && list.offer(offer).is_some()).collect();
        serving.sort_by_key(|list| list.in_force.from);
        for pair in serving.windows(2) {
            let (earlier, later) = (pair[0], pair[1]);
            // Without an end, a list lasts until the next one begins.
            let begin_together = earlier.in_force.from == later.in_force.from;
            let ends_late = earlier.in_force.until.is_some_and(|until| later.in_force.from <= Some(until));
            if begin_together || ends_late {
                report(&later.id, "in_force", Fault::Overlap { offer, with: earlier.id.clone() });
            }
        }
    }
    errors
}
