//! The words of a price list, in each language of the simulator, and the names it gives to things.

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

/// The name by which a list, a project and a number refer to one thing of a price list:
/// lower-case letters, digits and hyphens, such as `health-referent`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Id(String);

impl Id {
    /// The most characters an id has.
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
