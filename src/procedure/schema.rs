//! The published JSON Schema of the calendar: generated from its types and compared with the file.

#![allow(clippy::unwrap_used)]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::TimeOfDay;
use super::calendar::CalendarFile;

impl JsonSchema for TimeOfDay {
    fn schema_name() -> Cow<'static, str> {
        "TimeOfDay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "description": "A time of day: two digits, a colon, two digits, such as 14:00."
        })
    }
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(CalendarFile)).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/enrolment-sessions.schema.json");
    let made = format!("{schema}\n");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, made).unwrap();
    } else {
        assert!(std::fs::read_to_string(path).unwrap() == made, "{path} is out of date: run `make schema`");
    }
}
