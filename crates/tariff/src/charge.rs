//! Charges and reductions: what they count, how often they are due, at which price, who pays, and when they apply.

use serde::{Deserialize, Serialize};

use super::{Id, Offer, Percent, Pricing, Provenance, Words};

/// One thing that CASD charges. A new kind of price needs a new charge in the data, not code.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Charge {
    /// Its name in this list.
    pub id: Id,
    /// What it is called on the quote.
    pub label: Words,
    /// The offers it belongs to; absent for all.
    #[serde(default)]
    pub offers: Option<Vec<Offer>>,
    /// What it counts.
    pub counts: Counts,
    /// How often it is due.
    pub every: Every,
    /// What one costs.
    pub price: Pricing,
    /// Who pays.
    #[serde(default)]
    pub payer: Payer,
    /// What must be chosen for it to apply; absent where it always applies.
    #[serde(default)]
    pub when: Option<When>,
    /// Where the price comes from; absent only where the price is on request.
    #[serde(default)]
    pub provenance: Option<Provenance>,
}

/// What a charge counts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// The project itself: one.
    Project,
    /// Every user.
    Users,
    /// The users beyond this many, whose access another charge includes.
    UsersBeyond(u32),
    /// The users who are PhD students or postdocs.
    StudentAccesses,
    /// The users who are neither.
    OtherUsers,
    /// The SD-Boxes, each with its own months.
    SdBoxes,
    /// The quantity chosen of the counted option of that id, beyond what the option includes.
    Option(Id),
}

/// How often a charge is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Once, at the start.
    Once,
    /// Every month.
    Month,
    /// Every term of this many months; a term that has begun is due.
    TermOfMonths(u32),
}

/// Who pays a charge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// The single funder of the project's services.
    #[default]
    ProjectFunder,
    /// The funder of the access point, who may be another.
    AccessPointFunder,
}

/// What must be chosen for a charge to apply.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The configuration of that id.
    Configuration(Id),
    /// The option of that id, in whatever quantity.
    Option(Id),
    /// One alternative of an option.
    Alternative {
        /// The option.
        option: Id,
        /// The alternative.
        is: Id,
    },
}

/// A percentage taken off a charge.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reduction {
    /// Its name in this list.
    pub id: Id,
    /// What it is called on the quote.
    pub label: Words,
    /// The offers it belongs to; absent for all.
    #[serde(default)]
    pub offers: Option<Vec<Offer>>,
    /// How much is taken off.
    pub percent: Percent,
    /// The charge that it reduces: its last units, as many as there are beneficiaries.
    pub of: Id,
    /// Who benefits.
    pub for_each: Beneficiary,
    /// The most units it reduces; absent where there is no such limit.
    #[serde(default)]
    pub at_most: Option<u32>,
    /// What CASD asks for in return, such as a proof.
    pub condition: Words,
    /// Where the reduction comes from.
    pub provenance: Provenance,
}

/// Who benefits from a reduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Beneficiary {
    /// A user who is a PhD student or postdoc: one unit each.
    Student,
    /// The charge itself: each of its units.
    Unit,
}
