//! Money, unit prices and percentages: exact decimals, rounded in one place.

use core::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// Decimals of an amount.
const DECIMALS: u32 = 2;

/// An exact amount in the currency of its price list, rounded to the cent.
///
/// It is negative only for reductions. Its range is many times the cost of the largest legal project at the
/// largest legal prices; arithmetic is checked, and never wraps.
///
/// ```
/// use tariff::Money;
///
/// assert_eq!(Money::from_cents(245_400).to_string(), "2454.00");
/// assert_eq!(Money::from_cents(-5).to_string(), "-0.05");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
// Always with two decimals: its mantissa is the amount in cents, and fits an `i64`.
pub struct Money(Decimal);

impl Money {
    /// Zero.
    pub const ZERO: Money = Money::from_cents(0);

    /// An amount in cents.
    pub const fn from_cents(cents: i64) -> Money {
        let size = cents.unsigned_abs();
        Money(Decimal::from_parts(size as u32, (size >> 32) as u32, 0, cents < 0, DECIMALS))
    }

    /// The amount in cents.
    pub const fn cents(self) -> i64 {
        self.0.mantissa() as i64
    }

    /// The sum, or `None` on overflow.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        Money::rounded(self.0.checked_add(other.0)?)
    }

    /// The amount with the opposite sign.
    pub fn negated(self) -> Money {
        Money(Decimal::ZERO - self.0)
    }

    /// The amount multiplied by an integer, or `None` on overflow.
    pub fn checked_mul(self, times: u32) -> Option<Money> {
        Money::rounded(self.0.checked_mul(times.into())?)
    }

    /// The amount × numerator ÷ denominator, rounded to the cent, half away from zero; `None` on
    /// overflow. Prices are whole cents, so that nothing else of a quote is ever rounded.
    ///
    /// ```
    /// use tariff::Money;
    ///
    /// let half = |cents| Money::from_cents(cents).mul_ratio(1, 2).unwrap().cents();
    /// assert_eq!([half(3), half(-3), half(4)], [2, -2, 2]);
    /// ```
    ///
    /// # Panics
    ///
    /// If the denominator is zero.
    pub fn mul_ratio(self, numerator: u32, denominator: u32) -> Option<Money> {
        Money::rounded(self.0.checked_mul(numerator.into())? / Decimal::from(denominator))
    }

    /// The one place where amounts are rounded. A quotient has 28 digits, an amount at most 17 before the
    /// point: the remaining digits distinguish any fraction of a cent from half of one.
    fn rounded(exact: Decimal) -> Option<Money> {
        let mut amount = exact.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero);
        amount.rescale(DECIMALS);
        i64::try_from(amount.mantissa()).ok().map(Money::from_cents)
    }
}

impl fmt::Display for Money {
    /// Two decimals after a point, no thousands separator: the form of data, not of pages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.cents() < 0 { "-" } else { "" };
        let cents = self.cents().unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl Serialize for Money {
    /// A string with two decimals, so that no reader takes it for a float.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    /// Parses what is serialized: a string with two decimals.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (sign, plain) = text.strip_prefix('-').map_or((1, text.as_str()), |plain| (-1, plain));
        let cents = plain.split_once('.').filter(|(_, cents)| cents.len() == 2);
        let cents = cents.and_then(|(units, cents)| i64::try_from(hundredths(units, cents)?).ok());
        let cents = cents.ok_or_else(|| serde::de::Error::custom("expected an amount such as \"2454.00\""));
        Ok(Money::from_cents(sign * cents?))
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
    /// With the limits of [`Project`](crate::Project) it keeps every possible total within
    /// the range of [`Money`].
    pub const MAX: Money = Money::from_cents(100_000_000);

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
        let cents = hundredths(units, cents).ok_or(EXPECTED)?;
        let price = Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX));
        if price <= Price::MAX { Ok(Price(price)) } else { Err("expected an amount of at most 1000000.00") }
    }
}

impl Serialize for Price {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A percentage above 0 and up to 100, with at most two decimals. In JSON a string, `"50"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Percent {
    hundredths: u32,
}

impl Percent {
    /// How many hundredths of a percent the whole has: 100 %.
    pub const WHOLE: u32 = 10_000;

    /// The percentage in hundredths: 5 000 for 50 %.
    pub fn hundredths(self) -> u32 {
        self.hundredths
    }

    /// The percentage of an amount, rounded to the cent.
    pub fn of(self, amount: Money) -> Option<Money> {
        amount.mul_ratio(self.hundredths, Percent::WHOLE)
    }
}

impl fmt::Display for Percent {
    /// As a price list writes it: `50`, `5.5`, `19.65`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, rest) = (self.hundredths / 100, self.hundredths % 100);
        match rest {
            0 => write!(f, "{units}"),
            _ if rest.is_multiple_of(10) => write!(f, "{units}.{}", rest / 10),
            _ => write!(f, "{units}.{rest:02}"),
        }
    }
}

impl TryFrom<String> for Percent {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Percent, Self::Error> {
        const EXPECTED: &str =
            "expected a percentage such as \"50\" or \"5.5\": above 0, up to 100, at most two decimals";
        let (units, decimals) = text.split_once('.').unwrap_or((&text, "0"));
        let decimals = if decimals.len() == 1 { format!("{decimals}0") } else { decimals.into() };
        if decimals.len() != 2 {
            return Err(EXPECTED);
        }
        match hundredths(units, &decimals) {
            Some(hundredths @ 1..=10_000) => Ok(Percent { hundredths: hundredths as u32 }),
            _ => Err(EXPECTED),
        }
    }
}

impl Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Units and two decimals as a number of hundredths; `None` unless both are digits and nothing else.
fn hundredths(units: &str, decimals: &str) -> Option<u64> {
    let whole = |text: &str| {
        let is_digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        // What is too large for this type is above every limit anyway.
        is_digits.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let (units, decimals): (u64, u64) = (whole(units)?, whole(decimals)?);
    Some(units.saturating_mul(100).saturating_add(decimals))
}
