//! Options of a price list: yes or no, one of several alternatives, or a quantity.

use serde::{Deserialize, Serialize};

use super::{Id, Offer, Words};

/// An option that can be added to a project. Its price is in the charges that refer to it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProjectOption {
    /// Its name in this list.
    pub id: Id,
    /// What it is called.
    pub label: Words,
    /// What it is, in a sentence.
    #[serde(default)]
    pub help: Option<Words>,
    /// The offers that have it; absent for all.
    #[serde(default)]
    pub offers: Option<Vec<Offer>>,
    /// How it is chosen.
    pub choice: Choice,
    /// The offers for which a new simulation starts with it chosen (yes-or-no options only).
    #[serde(default)]
    pub chosen_at_first: Vec<Offer>,
}

/// How an option is chosen.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// With it or without.
    YesNo,
    /// One of several, or none of them.
    OneOf(Vec<Alternative>),
    /// A quantity.
    Counted(Counted),
}

/// One of several.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Its name within the option.
    pub id: Id,
    /// What it is called.
    pub label: Words,
}

/// How a counted option is counted.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// What is counted: packs, licences, GB.
    pub unit: Words,
    /// What one of them is called, a pack; absent where that is the same, as with GB.
    #[serde(default)]
    pub unit_of_one: Option<Words>,
    /// The maximum quantity that can be chosen, at most 100000.
    pub maximum: u32,
    /// How many are included at no charge.
    #[serde(default)]
    pub included: u32,
    /// It is charged in steps of this many; a step that has begun is charged.
    #[serde(default = "one")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub step: u32,
}

fn one() -> u32 {
    1
}

impl Counted {
    /// The largest `maximum` a list may state.
    pub const LIMIT: u32 = 100_000;

    /// The number of steps charged for a quantity.
    pub(super) fn charged_steps(&self, quantity: u32) -> u32 {
        quantity.saturating_sub(self.included).div_ceil(self.step)
    }
}
