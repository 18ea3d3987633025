//! The price book: every price list, the one in force on a day, and the overlay of one book on another.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ListError, ListErrorKind, Offer, PriceList, ReadError, Words, check, read_json};

/// Every price list, current and past. It only grows, so that an old simulation reopens at its own prices.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct PriceBook {
    lists: Vec<PriceList>,
    /// How many of them, from the first, are the overlay's.
    overlay: u16,
    /// Whether the book is a preview.
    preview: bool,
}

/// A price book as a file: `price-list.json`, next to the page.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct PriceBookFile {
    /// Where the JSON Schema of this file is, for editors. Not used by the simulator.
    #[serde(rename = "$schema", default)]
    #[allow(dead_code, reason = "it is for editors")]
    pub schema: Option<String>,
    /// The lists, current and past. A list that has been used stays, as it is, for ever.
    pub lists: Vec<PriceList>,
}

impl PriceBook {
    /// Creates a book from lists.
    ///
    /// # Errors
    ///
    /// Two lists have the same id or serial, or serve the same offer on the same day. The place
    /// starts with the id of the list, such as `casd-2020/serial`.
    pub fn new(lists: Vec<PriceList>) -> Result<PriceBook, ReadError> {
        let errors: Vec<ListError> = errors_between(&lists)
            .map(|(index, field, kind)| ListError { place: format!("{}/{field}", lists[index].id), kind })
            .collect();
        if errors.is_empty() { Ok(PriceBook::from_lists(lists)) } else { Err(ReadError::Content(errors)) }
    }

    /// Parses a book from JSON, `{ "lists": [ … ] }`, and checks the content of each list, and of all of them
    /// together. It may have no list at all.
    ///
    /// # Errors
    ///
    /// The first error of form; or every error of content, each with a
    /// place such as `lists[1].charges[2].price`.
    ///
    /// ```
    /// use tariff::PriceBook;
    ///
    /// assert!(PriceBook::from_json(r#"{ "lists": [] }"#).unwrap().lists().is_empty());
    /// let error = PriceBook::from_json(r#"{ "lists": [{ "id": "Casd" }] }"#).unwrap_err();
    /// assert!(error.to_string().starts_with("lists[0].id: expected an id"));
    /// ```
    pub fn from_json(json: &str) -> Result<PriceBook, ReadError> {
        let PriceBookFile { schema: _, lists } = read_json(json)?;
        let mut errors = content_errors(&lists);
        for (index, error) in &mut errors {
            error.place = format!("lists[{index}].{}", error.place);
        }
        let errors: Vec<ListError> = errors.into_iter().map(|(_, error)| error).collect();
        if errors.is_empty() { Ok(PriceBook::from_lists(lists)) } else { Err(ReadError::Content(errors)) }
    }

    fn from_lists(lists: Vec<PriceList>) -> PriceBook {
        PriceBook { lists, overlay: 0, preview: false }
    }

    /// Overlays this book on another: for each offer, the other's lists are in force only until one of
    /// this book has begun. Of a list that is in both, according to `is_same`, this book's is kept.
    ///
    /// # Errors
    ///
    /// A list of this book has the id or the serial of one of the other that is not the same. The place
    /// is such as `lists[1].serial`.
    pub fn overlay_on(
        mut self,
        other: PriceBook,
        is_same: impl Fn(&PriceList, &PriceList) -> bool,
    ) -> Result<PriceBook, ReadError> {
        let mut errors = Vec::new();
        let mut others = Vec::new();
        for list in other.lists {
            let own = self.lists.iter().position(|own| own.serial == list.serial || own.id == list.id);
            let Some(index) = own else {
                others.push(list);
                continue;
            };
            let own = &self.lists[index];
            let (field, kind) = match (own.serial == list.serial, own.id == list.id) {
                (true, true) if is_same(own, &list) => continue,
                (true, true) => ("charges", ListErrorKind::Altered),
                (true, false) => ("serial", ListErrorKind::Duplicate(list.serial.to_string())),
                _ => ("id", ListErrorKind::Duplicate(list.id.to_string())),
            };
            errors.push(ListError { place: format!("lists[{index}].{field}"), kind });
        }
        if !errors.is_empty() {
            return Err(ReadError::Content(errors));
        }
        self.overlay = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
        self.lists.extend(others);
        Ok(self)
    }

    /// Turns the book into a preview: each title gets the mark, and the numbers issued with its lists open
    /// in a preview only.
    pub fn into_preview(mut self, mark: &Words) -> PriceBook {
        for list in &mut self.lists {
            list.title.fr = format!("{}{}", mark.fr, list.title.fr);
            list.title.en = format!("{}{}", mark.en, list.title.en);
        }
        self.preview = true;
        self.unpacked()
    }

    /// Restores what the packed format leaves out: whether each list is of a preview.
    pub fn unpacked(mut self) -> PriceBook {
        for list in &mut self.lists {
            list.preview = self.preview;
        }
        self
    }

    /// Whether the book is a preview.
    pub fn is_preview(&self) -> bool {
        self.preview
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
        let begun = |list: &&PriceList| {
            let serves = !list.archived && list.offer(offer).is_some();
            serves && list.in_force.from.is_none_or(|from| from <= day)
        };
        let (overlay, base) = self.lists.split_at(self.overlay.into());
        // First which began last, then whether it still applies: a list does not come back once
        // another has begun.
        let overlay = overlay.iter().filter(begun).max_by_key(|list| list.in_force.from);
        let last = overlay.or_else(|| base.iter().filter(begun).max_by_key(|list| list.in_force.from));
        last.filter(|list| list.in_force.covers(day))
    }
}

/// Checks the content of lists, each by itself and all together: every error with the index of its list, and
/// its place in that list.
pub fn content_errors(lists: &[PriceList]) -> Vec<(usize, ListError)> {
    let within = lists.iter().enumerate();
    let within =
        within.flat_map(|(index, list)| check::errors_of(list).into_iter().map(move |error| (index, error)));
    let between = errors_between(lists);
    within
        .chain(between.map(|(index, field, kind)| (index, ListError { place: field.into(), kind })))
        .collect()
}

/// Checks lists against each other: every error with the index of its list, its field, and its kind.
fn errors_between(lists: &[PriceList]) -> impl Iterator<Item = (usize, &'static str, ListErrorKind)> {
    let mut errors = Vec::new();
    let (mut ids, mut serials) = (BTreeSet::new(), BTreeSet::new());
    for (index, list) in lists.iter().enumerate() {
        if !ids.insert(&list.id) {
            errors.push((index, "id", ListErrorKind::Duplicate(list.id.to_string())));
        }
        if !serials.insert(list.serial) {
            errors.push((index, "serial", ListErrorKind::Duplicate(list.serial.to_string())));
        }
    }
    for offer in Offer::ALL {
        let serves = |(_, list): &(usize, &PriceList)| !list.archived && list.offer(offer).is_some();
        let mut serving: Vec<(usize, &PriceList)> = lists.iter().enumerate().filter(serves).collect();
        serving.sort_by_key(|(_, list)| list.in_force.from);
        for pair in serving.windows(2) {
            let ((_, earlier), (index, later)) = (pair[0], pair[1]);
            // Without an end, a list lasts until the next one begins.
            let begin_together = earlier.in_force.from == later.in_force.from;
            let ends_late = earlier.in_force.until.is_some_and(|until| later.in_force.from <= Some(until));
            if begin_together || ends_late {
                errors.push((index, "in_force", ListErrorKind::Overlap { offer, with: earlier.id.clone() }));
            }
        }
    }
    errors.into_iter()
}
