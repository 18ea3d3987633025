//! Exact amounts of money, and the one place where they are rounded.

use core::fmt;

use serde::{Deserialize, Serialize};

/// An exact amount, in whole cents of the currency of its price list.
///
/// It is negative only where a reduction takes something off. It holds what the largest legal project
/// costs at the largest legal prices many times over, and says so where it would not: nothing wraps.
///
/// ```
/// use tariff::Money;
///
/// assert_eq!(Money::from_cents(245_400).to_string(), "2454.00");
/// assert_eq!(Money::from_cents(-5).to_string(), "-0.05");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(i64);

impl Money {
    /// Nothing: where a sum starts.
    pub const ZERO: Money = Money(0);

    /// So many cents.
    pub const fn from_cents(cents: i64) -> Money {
        Money(cents)
    }

    /// The amount in cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The sum, or `None` beyond what an amount holds.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).map(Money)
    }

    /// The amount with the other sign.
    pub fn negated(self) -> Money {
        Money(-self.0)
    }

    /// The amount so many times, or `None` beyond what an amount holds.
    pub fn checked_mul(self, times: u32) -> Option<Money> {
        self.0.checked_mul(times.into()).map(Money)
    }

    /// The amount × numerator ÷ denominator, rounded to the cent, half away from zero; `None` beyond
    /// what an amount holds. Prices are whole cents, so that nothing else of a quote is ever rounded.
    ///
    /// ```
    /// use tariff::Money;
    ///
    /// let half = |cents| Money::from_cents(cents).part(1, 2).unwrap().cents();
    /// assert_eq!([half(3), half(-3), half(4)], [2, -2, 2]);
    /// ```
    ///
    /// # Panics
    ///
    /// If the denominator is zero.
    pub fn part(self, numerator: u32, denominator: u32) -> Option<Money> {
        let (numerator, denominator) = (i64::from(numerator), i64::from(denominator));
        // Whole and rest apart: their product with the numerator then fits wherever the result does.
        let (whole, rest) = (self.0 / denominator, self.0 % denominator);
        let doubled = 2 * rest * numerator;
        let away_from_zero = if doubled < 0 { -denominator } else { denominator };
        let rounded = (doubled + away_from_zero) / (2 * denominator);
        whole.checked_mul(numerator)?.checked_add(rounded).map(Money)
    }
}

impl fmt::Display for Money {
    /// Two decimals after a point, no thousands separator: the form of data, not of pages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
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
    /// Reads what is written: a string with two decimals.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (sign, plain) = text.strip_prefix('-').map_or((1, text.as_str()), |plain| (-1, plain));
        let cents = plain.split_once('.').filter(|(_, cents)| cents.len() == 2);
        let cents = cents.and_then(|(units, cents)| i64::try_from(hundredths(units, cents)?).ok());
        let cents = cents.ok_or_else(|| serde::de::Error::custom("expected an amount such as \"2454.00\""));
        Ok(Money(sign * cents?))
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
    /// what [`Money`] holds.
    pub const MAX: Money = Money(100_000_000);

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
        let price = Money(i64::try_from(cents).unwrap_or(i64::MAX));
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
        amount.part(self.hundredths, Percent::WHOLE)
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
        // What is too large to be held is above every limit all the same.
        is_digits.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let (units, decimals): (u64, u64) = (whole(units)?, whole(decimals)?);
    Some(units.saturating_mul(100).saturating_add(decimals))
}
