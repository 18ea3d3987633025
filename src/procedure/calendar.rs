//! The calendar of enrolment sessions: parsing and validation of `enrolment-sessions.json`.

use core::fmt;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::Hours;
use tariff::{Offer, Project, ReadError, Words, read_json};

/// The enrolment sessions that CASD announces. It is sound: no two sessions for the same users are on one
/// day, and each ends after it begins. It may have none at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    place: Option<Words>,
    sessions: Vec<Session>,
}

/// A day on which users are enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The day, of the years 2000 to 2150.
    #[serde(deserialize_with = "tariff::day::deserialize")]
    #[cfg_attr(test, schemars(with = "NaiveDate"))]
    pub day: NaiveDate,
    /// Which users it is for.
    #[serde(rename = "for")]
    pub kind: SessionKind,
    /// The hours of the full session.
    pub full: Hours,
    /// The hours of the express session; absent where there is none, or none is announced.
    #[serde(default)]
    pub express: Option<Hours>,
}

/// Which users a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Users of standard projects.
    Standard,
    /// Users of health data only: the PMSI, CONSTANCES and GAZEL.
    Health,
}

impl SessionKind {
    /// The sessions that the users of an offer attend; `None` for private projects, of which CASD publishes
    /// none.
    pub fn of(offer: Offer) -> Option<SessionKind> {
        match offer {
            Offer::Standard => Some(SessionKind::Standard),
            Offer::Cohorts | Offer::Pmsi => Some(SessionKind::Health),
            Offer::Private => None,
        }
    }
}

/// The calendar as a file: `enrolment-sessions.json` beside the page.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarFile {
    /// Where the JSON Schema of this file is, for editors. Not used by the simulator.
    #[serde(rename = "$schema", default)]
    #[allow(dead_code, reason = "it is for editors")]
    schema: Option<String>,
    /// Where the sessions take place; absent for CASD's premises in Palaiseau.
    #[serde(default)]
    place: Option<Words>,
    /// The sessions, in any order; at most 1000. Those that are past may stay.
    #[cfg_attr(test, schemars(length(max = 1000)))]
    sessions: Vec<Session>,
}

/// Why a calendar was not read. A calendar never half-loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// The text is too large, is not JSON, or has not the form of a calendar: why, and where.
    Unread(ReadError),
    /// The form is right and the content is not: everything that is wrong with it, in the file's order.
    Content(Vec<ContentError>),
}

/// Something wrong in a calendar, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The path to the place, such as `sessions[3].day`.
    pub place: String,
    /// What is wrong.
    pub fault: CalendarFault,
}

/// What can be wrong in a calendar whose form is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// The text is empty in one of the languages.
    MissingTranslation,
    /// There are more than [`Calendar::MAX_SESSIONS`].
    TooManySessions {
        /// How many there are.
        found: usize,
    },
    /// The day is not in the years in which a project may start.
    YearOutOfRange,
    /// Another session for the same users is on that day.
    SameDay {
        /// Which one, counted from 0: the first of them in the file.
        other: usize,
    },
    /// It ends when it begins, or before.
    EndsBeforeItBegins,
}

impl Calendar {
    /// The most sessions of a calendar: some forty years of two a month.
    pub const MAX_SESSIONS: usize = 1_000;

    /// Reads a calendar from JSON of at most [`MAX_FILE_BYTES`](tariff::MAX_FILE_BYTES), and checks
    /// that it is sound.
    ///
    /// # Errors
    ///
    /// The first place where the form is wrong; or, where the form is right, everything that is wrong with
    /// the content.
    ///
    /// ```
    /// use casd_simulator::procedure::Calendar;
    ///
    /// let calendar = Calendar::from_json(r#"{ "sessions": [
    ///     { "day": "2019-11-14", "for": "health", "full": { "from": "14:00", "to": "16:00" } }
    /// ] }"#).unwrap();
    /// assert_eq!(calendar.sessions().len(), 1);
    ///
    /// let error = Calendar::from_json(r#"{ "sessions": [{ "day": "14/11/2019" }] }"#).unwrap_err();
    /// assert!(error.to_string().starts_with("sessions[0].day: expected a day"));
    /// ```
    pub fn from_json(json: &str) -> Result<Calendar, CalendarError> {
        let CalendarFile { schema: _, place, sessions } = read_json(json).map_err(CalendarError::Unread)?;
        let calendar = Calendar { place, sessions };
        let errors = calendar.content_errors();
        if errors.is_empty() { Ok(calendar) } else { Err(CalendarError::Content(errors)) }
    }

    /// Where the sessions take place; `None` for CASD's premises in Palaiseau.
    pub fn place(&self) -> Option<&Words> {
        self.place.as_ref()
    }

    /// The sessions, in the file's order.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    fn content_errors(&self) -> Vec<ContentError> {
        let mut errors = Vec::new();
        if self.place.as_ref().is_some_and(|place| place.fr.trim().is_empty() || place.en.trim().is_empty()) {
            errors.push(ContentError { place: "place".into(), fault: CalendarFault::MissingTranslation });
        }
        let found = self.sessions.len();
        if found > Calendar::MAX_SESSIONS {
            let fault = CalendarFault::TooManySessions { found };
            errors.push(ContentError { place: "sessions".into(), fault });
        }
        let mut first_on = BTreeMap::new();
        for (index, session) in self.sessions.iter().enumerate() {
            let other = *first_on.entry((session.day, session.kind)).or_insert(index);
            let faults = session.faults(Some(other).filter(|other| *other != index));
            errors.extend(
                faults.map(|(field, fault)| ContentError {
                    place: format!("sessions[{index}].{field}"),
                    fault,
                }),
            );
        }
        errors
    }
}

impl Session {
    /// What is wrong with the session, by field; with the one for the same users on the same day, if any.
    fn faults(&self, other: Option<usize>) -> impl Iterator<Item = (&'static str, CalendarFault)> {
        let out_of_range = !Project::START_YEARS.contains(&self.day.year());
        let reversed = |hours: Hours| hours.to <= hours.from;
        let ends = CalendarFault::EndsBeforeItBegins;
        [
            out_of_range.then_some(("day", CalendarFault::YearOutOfRange)),
            other.map(|other| ("day", CalendarFault::SameDay { other })),
            reversed(self.full).then_some(("full.to", ends)),
            self.express.is_some_and(reversed).then_some(("express.to", ends)),
        ]
        .into_iter()
        .flatten()
    }
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarError::Unread(error) => write!(f, "{error}"),
            CalendarError::Content(errors) => {
                for (index, error) in errors.iter().enumerate() {
                    if index > 0 {
                        f.write_str("\n")?;
                    }
                    write!(f, "{}: {}", error.place, error.fault)?;
                }
                Ok(())
            }
        }
    }
}

impl core::error::Error for CalendarError {}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarFault::MissingTranslation => {
                f.write_str("expected a text in both `fr` and `en`, found an empty one")
            }
            CalendarFault::TooManySessions { found } => {
                write!(f, "expected at most {} sessions, found {found}", Calendar::MAX_SESSIONS)
            }
            CalendarFault::YearOutOfRange => {
                let years = Project::START_YEARS;
                write!(f, "expected a day of the years {} to {}", years.start(), years.end())
            }
            CalendarFault::SameDay { other } => {
                write!(f, "`sessions[{other}]` is for the same users on the same day: expected one of them")
            }
            CalendarFault::EndsBeforeItBegins => f.write_str("expected `to` to be after `from`"),
        }
    }
}
