//! ISO 8601 dates (`2020-08-01`): parsing, formatting and serde.
//!
//! Written out here because `chrono`'s own parser, which reads every format there is, weighs 5 kB
//! (brotli) on the page.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serializer};

/// Parses `2020-08-01`; `None` for anything else, and for days that the calendar does not have.
///
/// ```
/// use tariff::{day_from_iso, iso_day};
///
/// let day = day_from_iso("2020-02-29").unwrap();
/// assert_eq!(iso_day(day), "2020-02-29");
/// assert_eq!(day_from_iso("2021-02-29"), None);
/// assert_eq!(day_from_iso("2020-2-29"), None);
/// ```
pub fn day_from_iso(text: &str) -> Option<NaiveDate> {
    let digits = |range| {
        let part: &str = text.get(range)?;
        if part.bytes().all(|b| b.is_ascii_digit()) { part.parse::<u32>().ok() } else { None }
    };
    let bytes = text.as_bytes();
    let shape_is_right = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    if !shape_is_right {
        return None;
    }
    NaiveDate::from_ymd_opt(digits(0..4)? as i32, digits(5..7)?, digits(8..10)?)
}

/// Formats a day of the years 0 to 9999 as `2020-08-01`.
pub fn iso_day(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

pub(super) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&iso_day(*day))
}

/// Deserializes a day of a data file, for `#[serde(deserialize_with = "…")]`.
///
/// # Errors
///
/// Anything but a string that [`day_from_iso`] parses.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    day_from_iso(&text).ok_or_else(|| serde::de::Error::custom("expected a day such as \"2020-08-01\""))
}

/// The same for a day that may be absent.
pub(super) mod maybe {
    use super::*;

    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.serialize_some(&iso_day(*day)),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        #[derive(Deserialize)]
        struct Day(#[serde(with = "super")] NaiveDate);
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }
}
