//! Provenance: the source in which CASD published a price, or the reason for which it was derived.

use serde::{Deserialize, Serialize};

use super::{Id, Words};

/// A text in which prices were read.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in this list.
    pub id: Id,
    /// What it is.
    pub title: Words,
}

/// Where a price comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// CASD published it, in the source of that id.
    Published(Id),
    /// It was derived from what CASD published, for the reason given.
    Derived(Words),
}
