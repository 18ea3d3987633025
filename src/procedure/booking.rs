//! Bookable enrolment sessions: those whose registration is open, before or after the project's start.

use chrono::{Days, NaiveDate};

use super::{Calendar, Session, SessionKind};
use tariff::Offer;

/// How many days before a session its registration closes: that day is the last one to register.
///
/// Source: CASD's website, page “Enrolment session”: “Registrations will be closed for every session one
/// week before the session takes place.”
pub const REGISTRATION_CLOSES_DAYS: u64 = 7;

/// The sessions that the users of a project can still register for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sessions<'calendar> {
    /// A private project: enrolment is agreed upon with CASD.
    ByContact,
    /// The calendar has no session at all for such users.
    NotAnnounced,
    /// The sessions before the project starts, by day: at least one.
    InTime(Vec<&'calendar Session>),
    /// None before the project starts.
    TooLate {
        /// Whether the start is in the past.
        start_is_past: bool,
        /// The sessions on or after the start, by day; none if all are past or closed.
        later: Vec<&'calendar Session>,
    },
}

impl Session {
    /// The last day on which users can register: a week before. `None` at the beginning of the calendar that
    /// `chrono` has, which no session of a [`Calendar`] is near.
    pub fn registration_closes(&self) -> Option<NaiveDate> {
        self.day.checked_sub_days(Days::new(REGISTRATION_CLOSES_DAYS))
    }
}

/// The sessions that can be booked today for a project of that offer that starts on that day.
///
/// A session comes in time where it takes place before the project starts.
///
/// ```
/// use casd_simulator::procedure::{Calendar, Sessions, bookable};
/// use tariff::{Offer, day_from_iso};
///
/// let calendar = Calendar::from_json(r#"{ "sessions": [
///     { "day": "2019-11-14", "for": "health", "full": { "from": "14:00", "to": "16:00" } }
/// ] }"#).unwrap();
/// let on = |today| bookable(&calendar, Offer::Pmsi, day_from_iso(today).unwrap(), day_from_iso("2020-01-01").unwrap());
/// assert!(matches!(on("2019-11-07"), Sessions::InTime(sessions) if sessions.len() == 1));
/// assert!(matches!(on("2019-11-08"), Sessions::TooLate { later, .. } if later.is_empty()));
/// ```
pub fn bookable(calendar: &Calendar, offer: Offer, today: NaiveDate, start: NaiveDate) -> Sessions<'_> {
    let Some(kind) = SessionKind::of(offer) else { return Sessions::ByContact };
    let mut sessions: Vec<&Session> = calendar.sessions().iter().filter(|one| one.kind == kind).collect();
    if sessions.is_empty() {
        return Sessions::NotAnnounced;
    }
    sessions.retain(|session| session.registration_closes().is_some_and(|last| today <= last));
    sessions.sort_unstable_by_key(|session| session.day);
    let (in_time, later): (Vec<_>, Vec<_>) = sessions.into_iter().partition(|session| session.day < start);
    if in_time.is_empty() {
        Sessions::TooLate { start_is_past: start < today, later }
    } else {
        Sessions::InTime(in_time)
    }
}
