//! JSON Schemas of price lists, generated from the types. `make schema` publishes them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::book::PriceBookFile;
use super::{Chosen, Id, Institution, Percent, Price, PriceList};

/// A string that a pattern describes.
macro_rules! pattern_schema {
    ($type:ty, $pattern:expr, $description:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    };
}

pattern_schema!(
    Price,
    r"^[0-9]+\.[0-9]{2}$",
    "An amount of at most 1000000.00, in the list's currency: digits, a point, two decimals."
);
pattern_schema!(
    Percent,
    r"^[0-9]{1,3}(\.[0-9]{1,2})?$",
    "A percentage above 0 and up to 100, with at most two decimals."
);
pattern_schema!(Institution, "^[A-Z][2-8]?$", "The letter of an institution.");
pattern_schema!(Id, "^[a-z0-9-]{1,60}$", "A name: 1 to 60 lower-case letters, digits and hyphens.");

impl JsonSchema for Chosen {
    fn schema_name() -> Cow<'static, str> {
        "Chosen".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What is chosen of an option: true, the id of an alternative, or a quantity.",
            "anyOf": [{ "const": true }, { "type": "string" }, { "type": "integer", "minimum": 1 }]
        })
    }
}

/// The schema of a file with one price list.
pub fn price_list() -> Schema {
    schemars::schema_for!(PriceList)
}

/// The schema of a file with a price book.
pub fn price_book() -> Schema {
    schemars::schema_for!(PriceBookFile)
}
