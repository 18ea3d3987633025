//! Checks of a price list's content, once it is parsed: references that exist, bounds that can be met, and a price
//! for everything that can be chosen.

mod charges;
mod choices;

use std::collections::BTreeSet;

use super::price_list::concerns;
use super::{
    Id, ListError, ListErrorKind, Offer, PriceList, Project, Provenance, Quantities, RefKind, Words, quote,
};

/// Checks the content of a list: all its errors, in the order of its parts; none for a valid list.
pub(super) fn errors_of(list: &PriceList) -> Vec<ListError> {
    let mut check = Check { list, errors: Vec::new() };
    check.header();
    check.offers();
    check.configurations();
    check.options();
    check.charges();
    check.reductions();
    check.remarks();
    if check.errors.is_empty() {
        // An example can only be priced with a list that is valid otherwise.
        check.examples();
    }
    check.errors
}

struct Check<'list> {
    list: &'list PriceList,
    errors: Vec<ListError>,
}

impl Check<'_> {
    fn require(&mut self, holds: bool, place: impl FnOnce() -> String, kind: impl FnOnce() -> ListErrorKind) {
        if !holds {
            self.errors.push(ListError { place: place(), kind: kind() });
        }
    }

    fn words(&mut self, place: &str, words: &Words) {
        let complete = !words.fr.trim().is_empty() && !words.en.trim().is_empty();
        self.require(complete, || place.into(), || ListErrorKind::MissingTranslation);
    }

    fn bounds(&mut self, place: impl FnOnce() -> String, number: u32, least: u32, most: u32) {
        self.require((least..=most).contains(&number), place, || ListErrorKind::OutOfBounds { least, most });
    }

    fn unique<'a>(&mut self, part: &str, ids: impl Iterator<Item = &'a Id>) {
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            self.require(
                seen.insert(id),
                || format!("{part}[{index}].id"),
                || ListErrorKind::Duplicate(id.to_string()),
            );
        }
    }

    fn concerned(&mut self, place: &str, offers: Option<&Vec<Offer>>) {
        for (index, offer) in offers.into_iter().flatten().enumerate() {
            let sold = self.list.offer(*offer).is_some_and(|served| served.terms.is_some());
            self.require(
                sold,
                || format!("{place}.offers[{index}]"),
                || ListErrorKind::OfferNotServed(*offer),
            );
        }
    }

    fn provenance(&mut self, place: &str, provenance: &Provenance) {
        match provenance {
            Provenance::Published(source) => self.source(&format!("{place}.published"), source),
            Provenance::Derived(reason) => self.words(&format!("{place}.derived"), reason),
        }
    }

    fn source(&mut self, place: &str, id: &Id) {
        let known = self.list.source(id).is_some();
        self.require(known, || place.into(), || dangling(RefKind::Source, id));
    }

    fn header(&mut self) {
        let list = self.list;
        self.bounds(|| "serial".into(), list.serial.into(), 1, u16::MAX.into());
        self.words("title", &list.title);
        let period = list.in_force;
        let in_order = period.from.zip(period.until).is_none_or(|(from, until)| from <= until);
        self.require(in_order, || "in_force.until".into(), || ListErrorKind::EndsBeforeItStarts);
        self.unique("sources", list.sources.iter().map(|source| &source.id));
        for (index, source) in list.sources.iter().enumerate() {
            self.words(&format!("sources[{index}].title"), &source.title);
        }
    }

    fn offers(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, served) in self.list.offers.iter().enumerate() {
            let place = format!("offers[{index}]");
            let name = || ListErrorKind::Duplicate(served.offer.name().into());
            self.require(seen.insert(served.offer), || format!("{place}.offer"), name);
            self.words(&format!("{place}.contact.who"), &served.contact.who);
            let address = &served.contact.email;
            let plausible = address.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && host.contains('.')
                    && !address.contains(|c: char| c.is_whitespace() || c.is_control())
            });
            self.require(plausible, || format!("{place}.contact.email"), || ListErrorKind::NotAnAddress);
            if let Some(terms) = &served.terms {
                self.quantities(&format!("{place}.terms.months"), terms.months, 1, Project::MAX_MONTHS);
                self.quantities(&format!("{place}.terms.users"), terms.users, 1, Project::MAX_USERS);
                self.quantities(
                    &format!("{place}.terms.sd_boxes"),
                    terms.sd_boxes,
                    0,
                    Project::MAX_ACCESS_POINTS,
                );
                let configured = self.list.configurations_of(served.offer).next().is_some();
                self.require(configured, || place, || ListErrorKind::NoConfiguration(served.offer));
            }
        }
    }

    fn quantities(&mut self, place: &str, stated: Quantities, least: u32, most: u32) {
        if let Some(minimum) = stated.minimum {
            self.bounds(|| format!("{place}.minimum"), minimum, least, most);
        }
        if let Some(maximum) = stated.maximum {
            let from = stated.minimum.unwrap_or(least);
            self.bounds(|| format!("{place}.maximum"), maximum, from, most);
        }
        if let Some(multiple_of) = stated.multiple_of {
            let up_to = stated.maximum.unwrap_or(most);
            self.bounds(|| format!("{place}.multiple_of"), multiple_of, 1, up_to);
            let from = stated.minimum.unwrap_or(least);
            let largest = up_to.checked_div(multiple_of).map_or(0, |times| times * multiple_of);
            self.require(
                largest >= from,
                || format!("{place}.multiple_of"),
                || ListErrorKind::NoneWithinBounds,
            );
        }
    }

    fn remarks(&mut self) {
        for (index, remark) in self.list.remarks.iter().enumerate() {
            let place = format!("remarks[{index}]");
            self.words(&format!("{place}.words"), &remark.words);
            self.concerned(&place, remark.offers.as_ref());
        }
    }

    fn examples(&mut self) {
        let list = self.list;
        self.unique("examples", list.examples.iter().map(|example| &example.id));
        for (index, example) in list.examples.iter().enumerate() {
            let place = format!("examples[{index}]");
            self.words(&format!("{place}.title"), &example.title);
            if let Some(note) = &example.note {
                self.words(&format!("{place}.note"), note);
            }
            self.source(&format!("{place}.source"), &example.source);
            if let Err(refusal) = quote(list, &example.project) {
                self.require(false, || format!("{place}.project"), || ListErrorKind::ExampleRefused(refusal));
            }
        }
    }
}

/// The offers with public prices that something stated for `offers` (absent: for all) concerns.
fn sold(list: &PriceList, offers: Option<&Vec<Offer>>) -> impl Iterator<Item = Offer> {
    let with_terms = list.offers.iter().filter(|served| served.terms.is_some());
    with_terms.map(|served| served.offer).filter(move |offer| concerns(offers, *offer))
}

fn dangling(expected: RefKind, id: &Id) -> ListErrorKind {
    ListErrorKind::Dangling { expected, id: id.to_string() }
}
