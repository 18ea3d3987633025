//! Exact amounts of money, and the one place where they are rounded.

use core::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An exact amount, always a whole number of cents, in the currency of its price list.
///
/// It is negative only where a reduction takes something off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(Decimal);

impl Money {
    /// Nothing: where a sum starts.
    pub const ZERO: Money = Money(Decimal::from_parts(0, 0, 0, false, 2));

    /// Rounds an exact amount to the cent, half away from zero. **Every** amount of a quote is
    /// rounded here, once, and nowhere else. `None` beyond what a decimal with cents holds.
    ///
    /// ```
    /// use casd_simulator::tariff::Money;
    /// use rust_decimal::Decimal;
    ///
    /// let half_a_cent = |mantissa| Money::rounded(Decimal::new(mantissa, 3)).unwrap().to_string();
    /// assert_eq!(half_a_cent(10_005), "10.01");
    /// assert_eq!(half_a_cent(-10_005), "-10.01");
    /// ```
    pub fn rounded(exact: Decimal) -> Option<Money> {
        let mut cents = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        cents.rescale(2);
        (cents.scale() == 2).then_some(Money(cents))
    }

    /// The amount as a decimal with exactly two decimal places.
    pub fn to_decimal(self) -> Decimal {
        self.0
    }

    /// The sum, or `None` beyond what a decimal holds.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).map(Money)
    }
}

impl fmt::Display for Money {
    /// Two decimals after a point, no thousands separator: the form of data, not of pages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Money {
    /// A string with two decimals, so that no reader takes it for a float.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A unit price as a price list states it: not negative, in whole cents, at most [`Price::MAX`].
///
/// In JSON it is a string, `"35.00"`: a JSON number would pass through a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Price(Money);

impl Price {
    /// The largest unit price: one million, in the list's currency.
    ///
    /// With the limits of [`Project`](crate::tariff::Project) it keeps every possible total far
    /// below what a [`Decimal`] holds.
    pub const MAX: u32 = 1_000_000;

    /// The price as an amount.
    pub fn money(self) -> Money {
        self.0
    }
}

impl TryFrom<String> for Price {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Price, Self::Error> {
        const EXPECTED: &str = "expected an amount such as \"35.00\": digits, a point, two decimals";
        let (units, cents) = text.split_once('.').ok_or(EXPECTED)?;
        if cents.len() != 2 {
            return Err(EXPECTED);
        }
        let cents = whole(units).zip(whole(cents)).ok_or(EXPECTED)?;
        let cents = cents.0.saturating_mul(100).saturating_add(cents.1);
        if cents > u64::from(Price::MAX) * 100 {
            return Err("expected an amount of at most 1000000.00");
        }
        Ok(Price(Money(Decimal::new(cents as i64, 2))))
    }
}

/// A whole number: digits and nothing else.
fn whole(text: &str) -> Option<u64> {
    let is_digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_digits.then(|| text.parse().unwrap_or(u64::MAX))
}

/// A percentage above 0 and up to 100, with at most two decimals. In JSON a string, `"50"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Percent(Decimal);

impl Percent {
    /// The percentage as written: 50 for 50 %.
    pub fn to_decimal(self) -> Decimal {
        self.0
    }

    /// The percentage as a factor: 0.5 for 50 %.
    pub fn factor(self) -> Decimal {
        // Exact, and without a division: a percentage has at most two decimals.
        self.0 * Decimal::from_parts(1, 0, 0, false, 2)
    }
}

impl TryFrom<String> for Percent {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Percent, Self::Error> {
        const EXPECTED: &str =
            "expected a percentage such as \"50\" or \"5.5\": above 0, up to 100, at most two decimals";
        let (units, decimals) = text.split_once('.').unwrap_or((&text, "00"));
        let scale = match decimals.len() {
            1 => 10,
            2 => 1,
            _ => return Err(EXPECTED),
        };
        let (units, decimals) = whole(units).zip(whole(decimals)).ok_or(EXPECTED)?;
        match units.saturating_mul(100).saturating_add(decimals * scale) {
            hundredths @ 1..=10_000 => Ok(Percent(Decimal::new(hundredths as i64, 2).normalize())),
            _ => Err(EXPECTED),
        }
    }
}

impl Serialize for Price {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
