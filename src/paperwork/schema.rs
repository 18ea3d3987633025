//! The published JSON Schema of the calendar, generated from its types and compared with the file.

#![allow(clippy::unwrap_used)]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::TimeOfDay;
use super::calendar::CalendarFile;
use crate::tariff::schema::is_up_to_date;

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
    is_up_to_date("public/enrolment-sessions.schema.json", |_| format!("{schema}\n"));
}
