//! The procedure after a simulation: the [contract file](ContractFile), the [steps to the data](steps_to_data), and
//! the
//! [enrolment](enrolment()) of users, with the sessions that can still be [booked](bookable).
//!
//! It imports the tariff only, computes no price, and reads neither the clock nor the language: the caller supplies
//! today's
//! date, and the sentences are in [`i18n`](crate::i18n).

mod booking;
mod boxes;
mod calendar;
mod contract_file;
mod enrolment;
mod hours;
#[cfg(test)]
mod schema;
mod steps;

pub use booking::{REGISTRATION_CLOSES_DAYS, Sessions, bookable};
pub use boxes::Boxes;
pub use calendar::{Calendar, CalendarError, CalendarFault, ContentError, Session, SessionKind};
pub use contract_file::{ContractFile, OrderForm, PaidFor, Paper, PaperKind, Signing, contract_file};
pub use enrolment::{Enrolment, EnrolmentError, EnrolmentFault, VALID_YEARS, enrolment, valid_until};
pub use hours::{Hours, TimeOfDay};
pub use steps::{Feed, ProcedureStep, Role, Step, steps_to_data};
