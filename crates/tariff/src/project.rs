//! The project: what a user asks for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Choices, Id, Institution, Offer};

/// What a user asks for, as plain as on the form. [`quote`](crate::quote) checks it against
/// a price list; a project that is out of bounds is representable, because people type them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// The way to access the data.
    pub offer: Offer,
    /// The first day.
    #[serde(with = "super::day")]
    #[cfg_attr(feature = "schema", schemars(with = "NaiveDate"))]
    pub start: NaiveDate,
    /// How many months it lasts: at most [`Project::MAX_MONTHS`].
    pub months: u32,
    /// Whether it continues an earlier project, which may be shorter than a new one.
    #[serde(default)]
    pub renewal: bool,
    /// How many people access the data, students included: at most [`Project::MAX_USERS`].
    pub users: u32,
    /// How many of the users are PhD students or postdocs.
    #[serde(default)]
    pub students: u32,
    /// The working environment.
    pub configuration: Id,
    /// The SD-Boxes to rent: at most [`Project::MAX_ACCESS_POINTS`].
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Written>"))]
    pub access_points: Vec<AccessPoint>,
    /// What is chosen among the list's options. What is absent is not chosen.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<Id, super::Chosen>"))]
    pub options: Choices,
}

/// An SD-Box to rent.
///
/// In JSON, an absent `funder` is `"A"`, the project's funder, and an absent `host` is the funder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct AccessPoint {
    /// For how many months, which may differ from the project's: at most [`Project::MAX_MONTHS`].
    pub months: u32,
    /// Who pays for it.
    pub funder: Institution,
    /// Where it stands.
    pub host: Institution,
}

impl AccessPoint {
    /// An SD-Box for so many months that the project's funder pays for and hosts.
    pub fn lasting(months: u32) -> AccessPoint {
        AccessPoint { months, funder: Institution::PROJECT_FUNDER, host: Institution::PROJECT_FUNDER }
    }
}

/// An SD-Box as it is written.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AccessPoint"))]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// For how many months, which may differ from the project's.
    months: u32,
    /// The letter of the institution that pays for it; absent for the project's funder, `A`.
    #[serde(default)]
    funder: Option<Institution>,
    /// The letter of the institution where it stands; absent for its funder.
    #[serde(default)]
    host: Option<Institution>,
}

impl From<Written> for AccessPoint {
    fn from(Written { months, funder, host }: Written) -> AccessPoint {
        let funder = funder.unwrap_or_default();
        AccessPoint { months, funder, host: host.unwrap_or(funder) }
    }
}

impl From<AccessPoint> for Written {
    fn from(AccessPoint { months, funder, host }: AccessPoint) -> Written {
        Written { months, funder: Some(funder), host: Some(host) }
    }
}

impl Project {
    /// The most months of a project or an SD-Box: twenty years.
    pub const MAX_MONTHS: u32 = 240;
    /// The most users of a project.
    pub const MAX_USERS: u32 = 1_000;
    /// The most SD-Boxes of a project.
    pub const MAX_ACCESS_POINTS: u32 = 100;
    /// The years in which a project may start.
    pub const START_YEARS: core::ops::RangeInclusive<i32> = 2000..=2150;
}

// The project's funder, and a funder and a host for each SD-Box.
const _: () = assert!(Institution::MAX == 1 + 2 * Project::MAX_ACCESS_POINTS);
