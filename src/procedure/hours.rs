//! Times of day and the opening hours of a session.

use core::fmt;

use serde::Deserialize;

/// A time of day, in hours and minutes: `14:00`.
///
/// Read by hand for the same reason as [days](tariff::day_from_iso): `chrono`'s own parser is heavy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// Reads `14:00`: two digits, a colon, two digits, from `00:00` to `23:59`. `None` for anything else.
    ///
    /// ```
    /// use casd_simulator::procedure::TimeOfDay;
    ///
    /// assert_eq!(TimeOfDay::from_text("09:30").unwrap().to_string(), "09:30");
    /// assert_eq!(TimeOfDay::from_text("9:30"), None);
    /// assert_eq!(TimeOfDay::from_text("24:00"), None);
    /// ```
    pub fn from_text(text: &str) -> Option<TimeOfDay> {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
        let [h, hh, b':', m, mm] = text.as_bytes() else { return None };
        let hour = digit(*h)? * 10 + digit(*hh)?;
        let minute = digit(*m)? * 10 + digit(*mm)?;
        (hour < 24 && minute < 60).then_some(TimeOfDay { hour, minute })
    }

    /// The hour, from 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, from 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    fn try_from(text: String) -> Result<TimeOfDay, Self::Error> {
        TimeOfDay::from_text(&text).ok_or("expected a time such as \"14:00\"")
    }
}

/// From when to when something lasts, on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends, which is after it begins.
    pub to: TimeOfDay,
}
