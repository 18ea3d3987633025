//! The published JSON Schema, generated from the types and compared with the file that is served.

#![allow(clippy::unwrap_used)]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Chosen, Id, Percent, Price, PriceList};

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

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let mut schema = serde_json::to_string_pretty(&schemars::schema_for!(PriceList)).unwrap();
    schema.push('\n');
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/public/price-list.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(file, &schema).unwrap();
    }
    let published = std::fs::read_to_string(file).unwrap_or_default();
    assert!(published == schema, "public/price-list.schema.json is out of date: run `make schema`");
}
