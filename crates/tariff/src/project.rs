//! The project to be priced: its fields as on the form, valid or not; [`quote`](crate::quote) validates it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Choices, Id, Institution, Offer};

/// What a user asks for, as on the form.
///
/// Values that a price list refuses can be represented, because people enter them.
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
    /// How many months it lasts, at most 240.
    pub months: u32,
    /// Whether it continues an earlier project, which may be shorter than a new one.
    #[serde(default)]
    pub renewal: bool,
    /// How many people access the data, students included, at most 1000.
    pub users: u32,
    /// How many of the users are PhD students or postdocs.
    #[serde(default)]
    pub students: u32,
    /// The working environment.
    pub configuration: Id,
    /// The SD-Boxes to rent, at most 100.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<AccessPointFields>"))]
    pub access_points: Vec<AccessPoint>,
    /// The options chosen, by their ids. An option that is absent is not chosen.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<Id, super::Chosen>"))]
    pub options: Choices,
}

/// An SD-Box to rent.
///
/// In JSON, an absent `funder` is `"A"`, the project's funder, and an absent `host` is the funder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "AccessPointFields", into = "AccessPointFields")]
pub struct AccessPoint {
    /// For how many months, which may differ from the project's: at most [`Project::MAX_MONTHS`].
    pub months: u32,
    /// Who pays for it.
    pub funder: Institution,
    /// Who hosts it.
    pub host: Institution,
}

impl AccessPoint {
    /// An SD-Box rented for that many months, which the project's funder pays for and hosts.
    pub fn lasting(months: u32) -> AccessPoint {
        AccessPoint { months, funder: Institution::PROJECT_FUNDER, host: Institution::PROJECT_FUNDER }
    }
}

/// An SD-Box to rent.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AccessPoint"))]
#[serde(deny_unknown_fields)]
pub(super) struct AccessPointFields {
    /// For how many months, which may differ from the project's.
    months: u32,
    /// The letter of the institution that pays for it; absent for the project's funder, `A`.
    #[serde(default)]
    funder: Option<Institution>,
    /// The letter of the institution that hosts it; absent for its funder.
    #[serde(default)]
    host: Option<Institution>,
}

impl From<AccessPointFields> for AccessPoint {
    fn from(AccessPointFields { months, funder, host }: AccessPointFields) -> AccessPoint {
        let funder = funder.unwrap_or_default();
        AccessPoint { months, funder, host: host.unwrap_or(funder) }
    }
}

impl From<AccessPoint> for AccessPointFields {
    fn from(AccessPoint { months, funder, host }: AccessPoint) -> AccessPointFields {
        AccessPointFields { months, funder: Some(funder), host: Some(host) }
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
