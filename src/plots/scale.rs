//! The scale of an axis: maps amounts to lengths and picks round tick values.

use super::Length;
use tariff::Money;

/// A linear scale from amounts to lengths that includes zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    least: Money,
    most: Money,
    length: Length,
}

impl Scale {
    /// The scale that includes zero and all these amounts.
    pub(super) fn holding(amounts: impl Iterator<Item = Money>, length: Length) -> Scale {
        let (mut least, mut most) = (Money::ZERO, Money::ZERO);
        for amount in amounts {
            least = least.min(amount);
            most = most.max(amount);
        }
        Scale { least, most, length }
    }

    /// The position of an amount from the scale's start; the start itself if all amounts are zero.
    pub(super) fn at(&self, amount: Money) -> Length {
        // What is multiplied is within 64 bits, so its product with a length is within 128.
        let from_least = |amount: Money| i128::from(amount.cents()) - i128::from(self.least.cents());
        let whole = from_least(self.most);
        let part = from_least(amount).clamp(0, whole) * i128::from(self.length.in_tenths());
        let tenths = (2 * part + whole).checked_div(2 * whole).unwrap_or(0);
        Length::tenths(i32::try_from(tenths).unwrap_or(0))
    }
}

/// Round tick values from zero to the maximum, in steps of 1, 2 or 5 times a power of ten units of the currency.
/// The last is not below the maximum.
pub(super) fn round_amounts(most: Money) -> Vec<Money> {
    const FEW: i64 = 5;
    let most = most.cents().max(0);
    let mut step: i64 = 100;
    let mut factors = [2, 5, 10].into_iter().cycle();
    let mut decade = step;
    while most.div_euclid(step) >= FEW {
        let factor = factors.next().unwrap_or(10);
        step = decade.saturating_mul(factor);
        if factor == 10 {
            decade = step;
        }
    }
    let count = if most % step == 0 { most / step } else { most / step + 1 };
    (0..=count).map(|times| Money::from_cents(step.saturating_mul(times))).collect()
}
