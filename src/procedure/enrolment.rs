//! Enrolment rules: which users need a full enrolment session, and which an express one.

use chrono::{Days, Months, NaiveDate};

/// For how many years an enrolment session is valid.
///
/// Source: CASD's website, page “Enrolment session”: “An enrolment session is valid for 4 years. If you are
/// authorized to access a new project within these 4 years, you will be able to attend an “express”
/// enrolment session”.
pub const VALID_YEARS: u32 = 4;

/// How many users of a project need each kind of session. Every user attends one: the two add up to the users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// How many need a full session.
    pub full: u32,
    /// How many may take an express one.
    pub express: u32,
}

/// An invalid entry among the days of earlier enrolments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnrolmentError {
    /// The index of the entry, from 0.
    pub entry: usize,
    /// The error.
    pub fault: EnrolmentFault,
}

/// The errors of a day of an earlier enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnrolmentFault {
    /// It is after today: that session has not taken place.
    InTheFuture,
    /// The project has fewer users than entries.
    MoreThanUsers {
        /// How many users it has.
        users: u32,
    },
}

/// The last day on which a project may start for a session on that day to count: four years less a day. A
/// session on 29 February counts until 28 February of the fourth year after, whether that is a leap year
/// or not. `None` at the end of the calendar that `chrono` has.
///
/// ```
/// use casd_simulator::procedure::valid_until;
/// use tariff::{day_from_iso, iso_day};
///
/// let enrolled = day_from_iso("2020-05-10").unwrap();
/// assert_eq!(iso_day(valid_until(enrolled).unwrap()), "2024-05-09");
/// ```
pub fn valid_until(enrolled: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    let after = enrolled.checked_add_months(Months::new(12 * VALID_YEARS))?;
    // 2100 has no 29 February: `chrono` answers with the 28th, which is the last day already.
    if after.day() < enrolled.day() { Some(after) } else { after.checked_sub_days(Days::new(1)) }
}

/// Computes how many users need each kind of session, for a project that starts on that day.
///
/// `enrolled` has the days on which users were enrolled before, one entry for each such user, in any order.
/// An entry that is too old counts as a user who needs a full session. The caller must refuse text that is not
/// a day.
///
/// # Errors
///
/// All invalid entries, in their order.
///
/// ```
/// use casd_simulator::procedure::{Enrolment, enrolment};
/// use tariff::day_from_iso;
///
/// let [recent, old, start, today] =
///     ["2020-05-10", "2019-05-10", "2024-05-09", "2024-01-15"].map(|day| day_from_iso(day).unwrap());
/// assert_eq!(enrolment(3, &[recent, old], start, today), Ok(Enrolment { full: 2, express: 1 }));
/// ```
pub fn enrolment(
    users: u32,
    enrolled: &[NaiveDate],
    start: NaiveDate,
    today: NaiveDate,
) -> Result<Enrolment, Vec<EnrolmentError>> {
    let mut errors = Vec::new();
    for (entry, day) in enrolled.iter().enumerate() {
        if *day > today {
            errors.push(EnrolmentError { entry, fault: EnrolmentFault::InTheFuture });
        }
        if entry >= users as usize {
            errors.push(EnrolmentError { entry, fault: EnrolmentFault::MoreThanUsers { users } });
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let counts = |enrolled: &&NaiveDate| valid_until(**enrolled).is_none_or(|last| start <= last);
    // At most as many as users, as was just checked.
    let express = enrolled.iter().filter(counts).count() as u32;
    Ok(Enrolment { full: users.saturating_sub(express), express })
}
