//! Pricing of a charge: a unit price, graduated tiers, or a price on request.

use core::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Money, Price};

/// The price of one unit of a charge.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pricing {
    /// The same price for each.
    Unit(Price),
    /// Graduated tiers: each unit has the price of the tier it falls in.
    Tiers(Vec<Tier>),
    /// CASD gives the price after a check. It is not counted as zero: the total is marked as incomplete.
    OnRequest,
}

/// The price of the units up to a quantity.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// The last unit that has this price, counted from 1; absent in the last tier, which has no end.
    #[serde(default)]
    pub up_to: Option<u32>,
    /// What each of them costs.
    pub unit: Price,
}

/// A number of units at one price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The number of units.
    pub quantity: u32,
    /// The price of each.
    pub unit_price: Money,
}

impl Pricing {
    /// The units of that range of ranks, counted from 0, split by price; none on request.
    pub(super) fn shares(&self, ranks: Range<u32>) -> impl Iterator<Item = Share> {
        let (unit, tiers) = match self {
            Pricing::Unit(price) => (Some(price), &[][..]),
            Pricing::Tiers(tiers) => (None, &tiers[..]),
            Pricing::OnRequest => (None, &[][..]),
        };
        let all = ranks.end - ranks.start;
        let at_one_price = unit.map(|price| Share { quantity: all, unit_price: price.money() });
        let mut tier_start = 0;
        let by_tier = tiers.iter().filter_map(move |tier| {
            let tier_end = tier.up_to.unwrap_or(u32::MAX);
            let (from, to) = (ranks.start.max(tier_start), ranks.end.min(tier_end));
            tier_start = tier_end;
            (from < to).then(|| Share { quantity: to - from, unit_price: tier.unit.money() })
        });
        at_one_price.into_iter().chain(by_tier)
    }
}
