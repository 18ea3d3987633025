//! The price list: offers, terms, configurations, options, charges and reductions, as data with provenance.
//! `public/price-list.schema.json` is generated from these types.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Charge, Id, Offer, Percent, Price, Project, ProjectOption, Reduction, Source, Words};

/// What CASD charges: its offers, their terms, what can be chosen, and what each thing costs.
///
/// A list is checked when it is read: every id it refers to exists, every price has a provenance, every
/// configuration and option has a price or states that it has none.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PriceList {
    /// Where the JSON Schema of this file is, for editors. Not used by the simulator.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The list's name in files and on the command line.
    pub id: Id,
    /// The list's number in simulation numbers: unique in a price book, never used again.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub serial: u16,
    /// What the list is called.
    pub title: Words,
    /// When the list applies.
    pub in_force: InForce,
    /// Kept so that published examples and old numbers reopen; never used for a new simulation.
    #[serde(default)]
    pub archived: bool,
    /// The currency of every amount.
    pub currency: Currency,
    /// Whether the prices include VAT; absent where this is not stated.
    #[serde(default)]
    pub vat: Option<Vat>,
    /// Where the prices were read.
    pub sources: Vec<Source>,
    /// The offers this list serves.
    pub offers: Vec<OfferTerms>,
    /// The working environments one can choose from.
    #[serde(default)]
    pub configurations: Vec<Configuration>,
    /// What one can add to a project.
    #[serde(default)]
    pub options: Vec<ProjectOption>,
    /// What is charged.
    #[serde(default)]
    pub charges: Vec<Charge>,
    /// What is taken off.
    #[serde(default)]
    pub reductions: Vec<Reduction>,
    /// Remarks for the reader of a quote, besides the prices.
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// Worked examples that CASD published with this list.
    #[serde(default)]
    pub examples: Vec<PublishedExample>,
    /// The list is of a preview: see [`PriceBook::into_preview`](super::PriceBook::into_preview).
    /// No file has this field.
    #[serde(skip)]
    pub preview: bool,
}

/// The days on which a list applies. Without an end, it applies until the next list of the same
/// offer begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The first day; absent where the list is undated.
    #[serde(default, with = "super::day::maybe")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<NaiveDate>"))]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(default, with = "super::day::maybe")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<NaiveDate>"))]
    pub until: Option<NaiveDate>,
}

impl InForce {
    /// Whether the list applies on that day according to its own dates.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The currency of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Currency {
    /// Euro.
    #[serde(rename = "EUR")]
    Eur,
}

impl Currency {
    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Eur => "EUR",
        }
    }
}

/// The VAT status of a list's prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vat {
    /// Whether the prices of the list contain the tax.
    pub prices: VatStatus,
    /// The rate, in percent.
    pub rate: Percent,
}

/// Whether prices contain VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VatStatus {
    /// VAT comes on top (HT).
    Excluded,
    /// VAT is in the prices (TTC).
    Included,
}

/// The contact and the terms of an offer in a list.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfferTerms {
    /// The offer.
    pub offer: Offer,
    /// Whom to write to.
    pub contact: Contact,
    /// The limits of a project; absent for an offer without public prices, which refers to the contact.
    #[serde(default)]
    pub terms: Option<Terms>,
}

/// Whom to write to about an offer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who answers, and about what.
    pub who: Words,
    /// The e-mail address.
    pub email: String,
}

/// The limits of a project under an offer. Where one is absent, the simulator's own limit applies.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The months of a project. The minimum applies to new projects, not to renewals.
    #[serde(default)]
    pub months: Quantities,
    /// The users of a project.
    #[serde(default)]
    pub users: Quantities,
    /// The SD-Boxes of a project.
    #[serde(default)]
    pub sd_boxes: Quantities,
}

/// Bounds on a quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quantities {
    /// The least.
    #[serde(default)]
    pub minimum: Option<u32>,
    /// The most.
    #[serde(default)]
    pub maximum: Option<u32>,
    /// Only multiples of this.
    #[serde(default)]
    pub multiple_of: Option<u32>,
}

/// A working environment: the virtual machine of a project space.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// Its name in this list.
    pub id: Id,
    /// What it is called.
    pub label: Words,
    /// The offers that have it; absent for all.
    #[serde(default)]
    pub offers: Option<Vec<Offer>>,
    /// Virtual processor cores.
    pub vcpu: u32,
    /// Memory, in gigabytes.
    pub memory_gb: u32,
    /// Disk, in gigabytes.
    pub disk_gb: u32,
    /// Graphics processors.
    #[serde(default)]
    pub gpu: u32,
    /// It has no price of its own: another charge includes it. Where this is false, a charge must
    /// refer to the configuration.
    #[serde(default)]
    pub included: bool,
}

/// A remark for the reader of a quote.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// The offers it concerns; absent for all.
    #[serde(default)]
    pub offers: Option<Vec<Offer>>,
    /// The sentence.
    pub words: Words,
}

/// An example that CASD published: a project, and its total according to CASD.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublishedExample {
    /// Its name in this list.
    pub id: Id,
    /// What it is called.
    pub title: Words,
    /// The project, as CASD describes it.
    pub project: Project,
    /// The total that CASD published.
    pub total: Price,
    /// What to know when comparing.
    #[serde(default)]
    pub note: Option<Words>,
    /// Where it was published.
    pub source: Id,
}

/// Whether something stated for `offers` (absent: for all) concerns this offer.
pub(super) fn concerns(offers: Option<&Vec<Offer>>, offer: Offer) -> bool {
    offers.is_none_or(|offers| offers.contains(&offer))
}

impl PriceList {
    /// The most options of a list.
    pub const MAX_OPTIONS: u32 = 50;

    /// The contact and the terms of an offer, if the list serves it.
    pub fn offer(&self, offer: Offer) -> Option<&OfferTerms> {
        self.offers.iter().find(|terms| terms.offer == offer)
    }

    /// The configurations of an offer, in the list's order.
    pub fn configurations_of(&self, offer: Offer) -> impl Iterator<Item = &Configuration> {
        self.configurations.iter().filter(move |c| concerns(c.offers.as_ref(), offer))
    }

    /// The options of an offer, in the list's order.
    pub fn options_of(&self, offer: Offer) -> impl Iterator<Item = &ProjectOption> {
        self.options.iter().filter(move |o| concerns(o.offers.as_ref(), offer))
    }

    /// The charges of an offer, in the list's order.
    pub fn charges_of(&self, offer: Offer) -> impl Iterator<Item = &Charge> {
        self.charges.iter().filter(move |c| concerns(c.offers.as_ref(), offer))
    }

    /// The reductions of an offer, in the list's order.
    pub fn reductions_of(&self, offer: Offer) -> impl Iterator<Item = &Reduction> {
        self.reductions.iter().filter(move |r| concerns(r.offers.as_ref(), offer))
    }

    /// The remarks on an offer, in the list's order.
    pub fn remarks_on(&self, offer: Offer) -> impl Iterator<Item = &Words> {
        self.remarks.iter().filter(move |r| concerns(r.offers.as_ref(), offer)).map(|r| &r.words)
    }

    /// The source of that id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}
