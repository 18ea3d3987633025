//! Localized texts of a price list, in French and English, and the ids of its entries.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A text in French and in English. Both are required: a list with a missing translation is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// The identifier of an entry of a price list, in lists, projects and numbers:
/// lower-case letters, digits and hyphens, such as `health-referent`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Id(String);

impl Id {
    /// The maximum length of an id, in characters.
    pub const MAX_LENGTH: usize = 60;

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Id, Self::Error> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if !text.is_empty() && text.len() <= Id::MAX_LENGTH && text.bytes().all(allowed) {
            Ok(Id(text))
        } else {
            Err("expected an id: 1 to 60 lower-case letters, digits and hyphens")
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
