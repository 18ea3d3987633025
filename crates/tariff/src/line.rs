//! The lines of a quote: a charge or a reduction, with quantity, periods, amount and funder.

use core::ops::Range;

use super::batch::Batch;
use super::{Charge, Every, Id, Institution, Money, Payer, Provenance, Reduction, Refusal, Share, Words};

/// One line of a quote.
#[derive(Clone, Debug)]
pub struct Line<'list> {
    /// Its charge or reduction.
    pub item: Item<'list>,
    /// How many of what the charge counts; of a reduction, how many units it reduces.
    pub quantity: u32,
    /// The ranks of these units among all that the charge counts, from 0.
    ranks: Range<u32>,
    /// For how many months the units are there: the project's, or those of the SD-Boxes.
    pub months: u32,
    /// For how many periods.
    pub periods: Periods,
    /// The amount, rounded once; negative for a reduction.
    pub amount: Money,
    /// The role in which its funder pays.
    pub payer: Payer,
    /// The institution that pays it.
    pub funder: Institution,
}

impl Line<'_> {
    /// The quantity split by unit price: one share, or several under graduated tiers.
    pub fn shares(&self) -> impl Iterator<Item = Share> {
        self.item.charge().price.shares(self.ranks.clone())
    }
}

/// The charge or the reduction of a line.
#[derive(Clone, Copy, Debug)]
pub enum Item<'list> {
    /// Something charged.
    Charge(&'list Charge),
    /// Something taken off the charge.
    Reduction(&'list Reduction, &'list Charge),
}

impl<'list> Item<'list> {
    /// The charge that the line prices or reduces.
    pub fn charge(self) -> &'list Charge {
        match self {
            Item::Charge(charge) | Item::Reduction(_, charge) => charge,
        }
    }

    /// The id of the charge or the reduction.
    pub fn id(self) -> &'list Id {
        match self {
            Item::Charge(charge) => &charge.id,
            Item::Reduction(reduction, _) => &reduction.id,
        }
    }

    /// What the charge or the reduction is called.
    pub fn label(self) -> &'list Words {
        match self {
            Item::Charge(charge) => &charge.label,
            Item::Reduction(reduction, _) => &reduction.label,
        }
    }

    /// Where the price or the reduction comes from.
    pub fn provenance(self) -> Option<&'list Provenance> {
        match self {
            Item::Charge(charge) => charge.provenance.as_ref(),
            Item::Reduction(reduction, _) => Some(&reduction.provenance),
        }
    }
}

/// How many times a price is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periods {
    /// How many periods: 1 for what is due once.
    pub count: u32,
    /// What a period is.
    pub every: Every,
}

impl Every {
    /// The periods due over that many months.
    fn over(self, months: u32) -> Periods {
        let count = match self {
            Every::Once => 1,
            Every::Month => months,
            Every::TermOfMonths(term) => months.div_ceil(term),
        };
        Periods { count, every: self }
    }
}

/// Prices a batch. The one formula of the tariff: Σ (quantity × unit price) × periods, for a
/// reduction × its percentage, rounded to the cent once.
pub(super) fn line<'list>(item: Item<'list>, batch: &Batch) -> Result<Line<'list>, Refusal> {
    let charge = item.charge();
    let ranks = batch.ranks.clone();
    let periods = charge.every.over(batch.months);
    let once = charge
        .price
        .shares(ranks.clone())
        .try_fold(Money::ZERO, |sum, share| share.unit_price.checked_mul(share.quantity)?.checked_add(sum));
    let full = once.and_then(|once| once.checked_mul(periods.count));
    let amount = match item {
        Item::Charge(_) => full,
        Item::Reduction(reduction, _) => full.and_then(|full| reduction.percent.of(full)).map(Money::negated),
    };
    let amount = amount.ok_or(Refusal::TooLarge)?;
    let quantity = ranks.end - ranks.start;
    let (months, payer, funder) = (batch.months, charge.payer, batch.funder);
    Ok(Line { item, quantity, ranks, months, periods, amount, payer, funder })
}
