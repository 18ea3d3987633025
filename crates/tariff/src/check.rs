//! What a price list must hold beyond its form: ids that exist, bounds that can be met, prices for
//! everything that can be chosen.

use core::fmt;
use std::collections::BTreeSet;

use super::price_list::concerns;
use super::{
    Charge, Choice, Counted, Counts, Every, Id, Offer, Payer, PriceList, Pricing, Project, Provenance,
    Quantities, Refusal, When, Words, quote,
};

/// Something wrong in a price list, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    /// The path to the place, such as `charges[2].when`.
    pub place: String,
    /// What is wrong and what was expected.
    pub fault: Fault,
}

/// What can be wrong in a price list whose form is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A text is empty in one of the languages.
    MissingTranslation,
    /// Something else has this id or serial already.
    Duplicate(String),
    /// The id names nothing of this kind in the list.
    Dangling {
        /// What it should name.
        expected: Named,
        /// The id.
        id: String,
    },
    /// The list does not serve this offer at public prices.
    OfferNotServed(Offer),
    /// A price has no provenance.
    NoProvenance,
    /// Nothing says what a configuration or an option costs, not even that it is on request.
    NoPrice,
    /// A configuration is said to be included, and a charge has a price for it.
    IncludedAndCharged,
    /// A number is out of the bounds given.
    OutOfBounds {
        /// The least allowed.
        least: u32,
        /// The most allowed.
        most: u32,
    },
    /// No multiple lies within the minimum and the maximum.
    NoneWithinBounds,
    /// Dates in force overlap those of another list for the same offer.
    Overlap {
        /// The offer.
        offer: Offer,
        /// The other list.
        with: Id,
    },
    /// A period ends before it starts.
    EndsBeforeItStarts,
    /// Tiers are not in rising order with an open last one.
    TiersNotGraduated,
    /// An offer has no configuration to choose.
    NoConfiguration(Offer),
    /// Only a yes-or-no option can be chosen at first.
    NotYesOrNo,
    /// A reduction of a price that is on request.
    ReductionOfUnknownPrice,
    /// An access-point funder pays for something that is not counted by SD-Boxes.
    NotPerAccessPoint,
    /// Not an e-mail address.
    NotAnAddress,
    /// A list that was used has another content than then.
    Altered,
    /// The example's project has no quote under this list, for the reason given.
    ExampleRefused(Refusal),
}

/// What an id of a list can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A text in which prices were read.
    Source,
    /// A working environment.
    Configuration,
    /// Something that one can add to a project.
    Option,
    /// One that has a quantity.
    CountedOption,
    /// One of several, of an option.
    Alternative,
    /// Something that is charged.
    Charge,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Named::Source => "a source",
            Named::Configuration => "a configuration",
            Named::Option => "an option",
            Named::CountedOption => "a counted option",
            Named::Alternative => "an option and one of its alternatives",
            Named::Charge => "a charge",
        })
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::MissingTranslation => f.write_str("expected a text in both `fr` and `en`, found an empty one"),
            Fault::Duplicate(what) => write!(f, "`{what}` is used already: each must be unique"),
            Fault::Dangling { expected, id } => write!(f, "expected the id of {expected} of this list, found `{id}`"),
            Fault::OfferNotServed(offer) => {
                write!(f, "expected an offer that has `terms` in `offers`, found `{}`", offer.name())
            }
            Fault::NoProvenance => f.write_str("expected a `provenance`: only a price on request has none"),
            Fault::NoPrice => f.write_str(
                "nothing says what it costs: expected a charge whose `when` or `counts` names it (its price may be `on_request`), or `included`",
            ),
            Fault::IncludedAndCharged => f.write_str("it is said to be `included`, and a charge has a price for it"),
            Fault::OutOfBounds { least, most } => write!(f, "expected a number from {least} to {most}"),
            Fault::NoneWithinBounds => f.write_str("no multiple of this lies within the bounds"),
            Fault::Overlap { offer, with } => {
                write!(f, "its dates for `{}` overlap those of the list `{with}`", offer.name())
            }
            Fault::EndsBeforeItStarts => f.write_str("expected `until` to be on or after `from`"),
            Fault::TiersNotGraduated => f.write_str("expected tiers with a rising `up_to`, and none in the last"),
            Fault::NoConfiguration(offer) => write!(f, "expected a configuration for `{}`", offer.name()),
            Fault::NotYesOrNo => f.write_str("only an option whose choice is `yes_no` can be chosen at first"),
            Fault::ReductionOfUnknownPrice => f.write_str("expected a charge with a price, found one on request"),
            Fault::NotPerAccessPoint => {
                f.write_str("an access-point funder pays only for what `counts` says is by `sd_boxes`")
            }
            Fault::NotAnAddress => f.write_str("expected an e-mail address"),
            Fault::Altered => f.write_str(
                "this list was used with another content: its numbers would no longer open. Leave it as it was, and make a new list with a new id and serial",
            ),
            Fault::ExampleRefused(why) => write!(f, "this project has no quote under this list: {why}"),
        }
    }
}

/// Everything that is wrong with a list, in the order of its parts; empty for a sound list.
pub(super) fn errors_of(list: &PriceList) -> Vec<ListError> {
    let mut check = Check { list, errors: Vec::new() };
    check.heading();
    check.offers();
    check.configurations();
    check.options();
    check.charges();
    check.reductions();
    check.remarks();
    if check.errors.is_empty() {
        // An example can only be tried on a list that is sound otherwise.
        check.examples();
    }
    check.errors
}

struct Check<'list> {
    list: &'list PriceList,
    errors: Vec<ListError>,
}

impl Check<'_> {
    fn require(&mut self, holds: bool, place: impl FnOnce() -> String, fault: impl FnOnce() -> Fault) {
        if !holds {
            self.errors.push(ListError { place: place(), fault: fault() });
        }
    }

    fn words(&mut self, place: &str, words: &Words) {
        let complete = !words.fr.trim().is_empty() && !words.en.trim().is_empty();
        self.require(complete, || place.into(), || Fault::MissingTranslation);
    }

    fn bounds(&mut self, place: impl FnOnce() -> String, number: u32, least: u32, most: u32) {
        self.require((least..=most).contains(&number), place, || Fault::OutOfBounds { least, most });
    }

    fn unique<'a>(&mut self, part: &str, ids: impl Iterator<Item = &'a Id>) {
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            self.require(
                seen.insert(id),
                || format!("{part}[{index}].id"),
                || Fault::Duplicate(id.to_string()),
            );
        }
    }

    fn concerned(&mut self, place: &str, offers: Option<&Vec<Offer>>) {
        for (index, offer) in offers.into_iter().flatten().enumerate() {
            let sold = self.list.offer(*offer).is_some_and(|served| served.terms.is_some());
            self.require(sold, || format!("{place}.offers[{index}]"), || Fault::OfferNotServed(*offer));
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
        self.require(known, || place.into(), || dangling(Named::Source, id));
    }

    fn heading(&mut self) {
        let list = self.list;
        self.bounds(|| "serial".into(), list.serial.into(), 1, u16::MAX.into());
        self.words("title", &list.title);
        let period = list.in_force;
        let in_order = period.from.zip(period.until).is_none_or(|(from, until)| from <= until);
        self.require(in_order, || "in_force.until".into(), || Fault::EndsBeforeItStarts);
        self.unique("sources", list.sources.iter().map(|source| &source.id));
        for (index, source) in list.sources.iter().enumerate() {
            self.words(&format!("sources[{index}].title"), &source.title);
        }
    }

    fn offers(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, served) in self.list.offers.iter().enumerate() {
            let place = format!("offers[{index}]");
            let name = || Fault::Duplicate(served.offer.name().into());
            self.require(seen.insert(served.offer), || format!("{place}.offer"), name);
            self.words(&format!("{place}.contact.who"), &served.contact.who);
            let address = &served.contact.email;
            let plausible = address.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && host.contains('.')
                    && !address.contains(|c: char| c.is_whitespace() || c.is_control())
            });
            self.require(plausible, || format!("{place}.contact.email"), || Fault::NotAnAddress);
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
                self.require(configured, || place, || Fault::NoConfiguration(served.offer));
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
            self.require(largest >= from, || format!("{place}.multiple_of"), || Fault::NoneWithinBounds);
        }
    }

    fn configurations(&mut self) {
        let list = self.list;
        self.unique("configurations", list.configurations.iter().map(|c| &c.id));
        for (index, configuration) in list.configurations.iter().enumerate() {
            let place = format!("configurations[{index}]");
            self.words(&format!("{place}.label"), &configuration.label);
            self.concerned(&place, configuration.offers.as_ref());
            let charged = |offer: Offer| {
                list.charges_of(offer).any(
                    |charge| matches!(&charge.when, Some(When::Configuration(id)) if *id == configuration.id),
                )
            };
            let mut offers = sold(list, configuration.offers.as_ref());
            if configuration.included {
                let charged = offers.any(charged);
                self.require(!charged, || place, || Fault::IncludedAndCharged);
            } else {
                let charged = offers.all(charged);
                self.require(charged, || place, || Fault::NoPrice);
            }
        }
    }

    fn options(&mut self) {
        let list = self.list;
        // What keeps the longest number within what `number` reads.
        let count = u32::try_from(list.options.len()).unwrap_or(u32::MAX);
        self.bounds(|| "options".into(), count, 0, PriceList::MAX_OPTIONS);
        self.unique("options", list.options.iter().map(|option| &option.id));
        for (index, option) in list.options.iter().enumerate() {
            let place = format!("options[{index}]");
            self.words(&format!("{place}.label"), &option.label);
            if let Some(help) = &option.help {
                self.words(&format!("{place}.help"), help);
            }
            self.concerned(&place, option.offers.as_ref());
            self.concerned(&format!("{place}.chosen_at_first"), Some(&option.chosen_at_first));
            let at_first_is_possible =
                option.chosen_at_first.is_empty() || matches!(option.choice, Choice::YesNo);
            self.require(at_first_is_possible, || format!("{place}.chosen_at_first"), || Fault::NotYesOrNo);
            let priced = |alternative: Option<&Id>| {
                sold(list, option.offers.as_ref()).all(|offer| {
                    list.charges_of(offer).any(|charge| {
                        let counted = charge.counts == Counts::Option(option.id.clone());
                        counted
                            || match &charge.when {
                                Some(When::Option(id)) => *id == option.id,
                                Some(When::Alternative { option: id, is }) => {
                                    *id == option.id && Some(is) == alternative
                                }
                                _ => false,
                            }
                    })
                })
            };
            match &option.choice {
                Choice::YesNo => self.require(priced(None), || place, || Fault::NoPrice),
                Choice::OneOf(alternatives) => {
                    let place = format!("{place}.choice.one_of");
                    self.unique(&place, alternatives.iter().map(|alternative| &alternative.id));
                    for (index, alternative) in alternatives.iter().enumerate() {
                        let place = format!("{place}[{index}]");
                        self.words(&format!("{place}.label"), &alternative.label);
                        self.require(priced(Some(&alternative.id)), || place, || Fault::NoPrice);
                    }
                }
                Choice::Counted(counted) => {
                    self.require(priced(None), || place.clone(), || Fault::NoPrice);
                    let place = format!("{place}.choice.counted");
                    self.words(&format!("{place}.unit"), &counted.unit);
                    if let Some(of_one) = &counted.unit_of_one {
                        self.words(&format!("{place}.unit_of_one"), of_one);
                    }
                    self.bounds(|| format!("{place}.maximum"), counted.maximum, 1, Counted::LIMIT);
                    self.bounds(|| format!("{place}.included"), counted.included, 0, counted.maximum);
                    self.bounds(|| format!("{place}.step"), counted.step, 1, counted.maximum);
                }
            }
        }
    }

    fn charges(&mut self) {
        let list = self.list;
        self.unique("charges", list.charges.iter().map(|charge| &charge.id));
        for (index, charge) in list.charges.iter().enumerate() {
            let place = format!("charges[{index}]");
            self.words(&format!("{place}.label"), &charge.label);
            self.concerned(&place, charge.offers.as_ref());
            self.counts(&format!("{place}.counts"), &charge.counts);
            if let Every::TermOfMonths(months) = charge.every {
                self.bounds(|| format!("{place}.every.term_of_months"), months, 1, Project::MAX_MONTHS);
            }
            self.pricing(&place, charge);
            // There can be several such funders: only a box tells which.
            let is_told = charge.payer == Payer::ProjectFunder || charge.counts == Counts::SdBoxes;
            self.require(is_told, || format!("{place}.payer"), || Fault::NotPerAccessPoint);
            if let Some(when) = &charge.when {
                self.when(&format!("{place}.when"), when);
            }
        }
    }

    fn counts(&mut self, place: &str, counts: &Counts) {
        match counts {
            Counts::UsersBeyond(included) => {
                self.bounds(|| format!("{place}.users_beyond"), *included, 1, Project::MAX_USERS);
            }
            Counts::Option(id) => {
                let counted = |option: &&super::ProjectOption| {
                    option.id == *id && matches!(option.choice, Choice::Counted(_))
                };
                let known = self.list.options.iter().find(counted).is_some();
                self.require(known, || format!("{place}.option"), || dangling(Named::CountedOption, id));
            }
            Counts::Project
            | Counts::Users
            | Counts::StudentAccesses
            | Counts::OtherUsers
            | Counts::SdBoxes => {}
        }
    }

    fn pricing(&mut self, place: &str, charge: &Charge) {
        if let Pricing::Tiers(tiers) = &charge.price {
            let rising = tiers.windows(2).all(|pair| match (pair[0].up_to, pair[1].up_to) {
                (Some(first), Some(second)) => first < second,
                (Some(_), None) => true,
                (None, _) => false,
            });
            let starts = tiers.first().is_some_and(|tier| tier.up_to != Some(0));
            let ends = tiers.last().is_some_and(|tier| tier.up_to.is_none());
            self.require(
                rising && starts && ends,
                || format!("{place}.price.tiers"),
                || Fault::TiersNotGraduated,
            );
        }
        match &charge.provenance {
            Some(provenance) => self.provenance(&format!("{place}.provenance"), provenance),
            None => {
                let unpriced = matches!(charge.price, Pricing::OnRequest);
                self.require(unpriced, || place.into(), || Fault::NoProvenance);
            }
        }
    }

    fn when(&mut self, place: &str, when: &When) {
        let list = self.list;
        match when {
            When::Configuration(id) => {
                let known = list.configurations.iter().any(|configuration| configuration.id == *id);
                self.require(
                    known,
                    || format!("{place}.configuration"),
                    || dangling(Named::Configuration, id),
                );
            }
            When::Option(id) => {
                let known = list.options.iter().any(|option| option.id == *id);
                self.require(known, || format!("{place}.option"), || dangling(Named::Option, id));
            }
            When::Alternative { option, is } => {
                let known = list.options.iter().any(|candidate| {
                    candidate.id == *option
                        && matches!(&candidate.choice, Choice::OneOf(alternatives)
                            if alternatives.iter().any(|alternative| alternative.id == *is))
                });
                let what = || dangling(Named::Alternative, is);
                self.require(known, || format!("{place}.alternative"), what);
            }
        }
    }

    fn reductions(&mut self) {
        let list = self.list;
        self.unique("reductions", list.reductions.iter().map(|reduction| &reduction.id));
        for (index, reduction) in list.reductions.iter().enumerate() {
            let place = format!("reductions[{index}]");
            self.words(&format!("{place}.label"), &reduction.label);
            self.words(&format!("{place}.condition"), &reduction.condition);
            self.concerned(&place, reduction.offers.as_ref());
            self.provenance(&format!("{place}.provenance"), &reduction.provenance);
            if let Some(at_most) = reduction.at_most {
                self.bounds(|| format!("{place}.at_most"), at_most, 1, Counted::LIMIT);
            }
            match list.charges.iter().find(|charge| charge.id == reduction.of) {
                None => {
                    self.require(false, || format!("{place}.of"), || dangling(Named::Charge, &reduction.of))
                }
                Some(target) => {
                    let priced = !matches!(target.price, Pricing::OnRequest);
                    self.require(priced, || format!("{place}.of"), || Fault::ReductionOfUnknownPrice);
                }
            }
            // Two reductions of one charge could, together, take off more than it costs.
            let rival = list.reductions[..index].iter().any(|earlier| {
                earlier.of == reduction.of
                    && Offer::ALL.into_iter().any(|offer| {
                        concerns(earlier.offers.as_ref(), offer) && concerns(reduction.offers.as_ref(), offer)
                    })
            });
            self.require(!rival, || format!("{place}.of"), || Fault::Duplicate(reduction.of.to_string()));
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
                self.require(false, || format!("{place}.project"), || Fault::ExampleRefused(refusal));
            }
        }
    }
}

/// The offers with public prices that something stated for `offers` (absent: for all) concerns.
fn sold(list: &PriceList, offers: Option<&Vec<Offer>>) -> impl Iterator<Item = Offer> {
    let with_terms = list.offers.iter().filter(|served| served.terms.is_some());
    with_terms.map(|served| served.offer).filter(move |offer| concerns(offers, *offer))
}

fn dangling(expected: Named, id: &Id) -> Fault {
    Fault::Dangling { expected, id: id.to_string() }
}
