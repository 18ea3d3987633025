//! Tests that the published JSON Schemas and the tables of the documentation match the types. `make schema` writes
//! both.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use tariff::{Counted, Project, schema};

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, schema) in [("price-list", schema::price_list()), ("price-book", schema::price_book())] {
        let schema = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        is_up_to_date(&format!("public/{name}.schema.json"), |_| schema);
    }
}

#[test]
fn the_documentation_has_a_table_of_every_field() {
    let schema = serde_json::to_value(schema::price_book()).unwrap();
    is_up_to_date("docs/price-list.md", |page| {
        let (before, rest) = page.split_once(TABLES_BEGIN).unwrap();
        let (_, after) = rest.split_once(TABLES_END).unwrap();
        format!("{before}{TABLES_BEGIN}\n\n{}{TABLES_END}{after}", tables(&schema))
    });
}

#[test]
fn descriptions_contain_no_code() {
    for schema in [schema::price_list(), schema::price_book()] {
        let mut descriptions = vec![];
        described(schema.as_value(), &mut descriptions);
        assert!(descriptions.len() > 100, "only {} descriptions were found", descriptions.len());
        for description in descriptions {
            // The author of a list knows neither the code nor its links.
            let is_plain = !["::", "[`", "```", "crates/"].iter().any(|code| description.contains(code));
            assert!(is_plain, "{description}");
        }
    }
}

#[test]
fn descriptions_state_the_limits() {
    let schema = serde_json::to_value(schema::price_book()).unwrap();
    for (kind, field, limit) in [
        ("Project", "months", Project::MAX_MONTHS),
        ("Project", "users", Project::MAX_USERS),
        ("Project", "access_points", Project::MAX_ACCESS_POINTS),
        ("Counted", "maximum", Counted::LIMIT),
    ] {
        let description = schema["$defs"][kind]["properties"][field]["description"].as_str().unwrap();
        assert!(description.ends_with(&format!("at most {limit}.")), "{description}");
    }
}

/// All descriptions in a schema.
fn described<'s>(schema: &'s Value, descriptions: &mut Vec<&'s str>) {
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value.as_str() {
                    Some(description) if key == "description" => descriptions.push(description),
                    _ => described(value, descriptions),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| described(item, descriptions)),
        _ => {}
    }
}

const TABLES_BEGIN: &str = "<!-- written by `make schema`, from here -->";
const TABLES_END: &str = "<!-- to here -->";

/// Compares a file of the repository with what the types make of it, and writes it where `make schema` asks.
fn is_up_to_date(name: &str, made: impl FnOnce(&str) -> String) {
    let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    let made = made(&found);
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, made).unwrap();
    } else {
        assert!(found == made, "{name} is out of date: run `make schema`");
    }
}

/// A table for each kind of value: its fields, what stands there, and what it means.
fn tables(book: &Value) -> String {
    let mut tables = table("The file", book);
    let mut kinds = vec![];
    mentioned(book, &mut kinds);
    let mut at = 0;
    while at < kinds.len() {
        let kind = book["$defs"][&kinds[at]].clone();
        tables.push_str(&table(&kinds[at], &kind));
        mentioned(&kind, &mut kinds);
        at += 1;
    }
    tables
}

/// The kinds of value that a schema refers to, in its order, each once; itself aside from those in `$defs`.
fn mentioned(schema: &Value, kinds: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value.as_str().and_then(|value| value.strip_prefix("#/$defs/")) {
                    Some(kind) if kinds.iter().all(|known| known != kind) => kinds.push(kind.into()),
                    _ if key != "$defs" => mentioned(value, kinds),
                    _ => {}
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| mentioned(item, kinds)),
        _ => {}
    }
}

fn table(kind: &str, schema: &Value) -> String {
    let mut lines = format!("### {kind}\n\n");
    if kind != "The file" {
        lines.push_str(&format!("{}\n\n", in_a_line(&schema["description"])));
    }
    if let Some(fields) = schema["properties"].as_object() {
        lines.push_str("| field | what stands there | what it is |\n|---|---|---|\n");
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, field) in fields {
            let needed = if required.contains(&name.as_str()) { " (required)" } else { "" };
            let what = in_a_line(&field["description"]);
            lines.push_str(&format!("| `{name}`{needed} | {} | {what} |\n", stands_there(field)));
        }
        lines.push('\n');
    }
    let choices = schema["oneOf"].as_array().into_iter().flatten();
    let choices: Vec<String> = choices
        .map(|choice| format!("- {}: {}\n", stands_there(choice), in_a_line(&choice["description"])))
        .collect();
    if !choices.is_empty() {
        lines.push_str(&format!("{}\n", choices.concat()));
    }
    lines
}

/// The first paragraph of a description, on one line of a table.
fn in_a_line(description: &Value) -> String {
    let paragraph = description.as_str().unwrap_or_default().split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// What stands at a place of a schema, in a few words.
fn stands_there(schema: &Value) -> String {
    if let Some(kind) = schema["$ref"].as_str() {
        let kind = kind.trim_start_matches("#/$defs/");
        return format!("[{kind}](#{})", kind.to_lowercase());
    }
    if let Some(constant) = schema.get("const") {
        return format!("`{constant}`");
    }
    if let Some(constants) = schema["enum"].as_array() {
        return constants.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(" or ");
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let choices = choices.iter().filter(|choice| choice["type"] != "null");
        return choices.map(stands_there).collect::<Vec<_>>().join(" or ");
    }
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        one => vec![one.clone()],
    };
    match types.iter().filter_map(Value::as_str).find(|name| *name != "null") {
        Some("array") => format!("a list, each {}", stands_there(&schema["items"])),
        Some("string") if schema["format"] == "date" => "a day such as `\"2027-01-01\"`".into(),
        Some("string") => "a text".into(),
        Some("integer") => "a whole number".into(),
        Some("boolean") => "`true` or `false`".into(),
        Some("object") => match schema["properties"].as_object() {
            Some(fields) => {
                let fields =
                    fields.iter().map(|(name, field)| format!("`\"{name}\":` {}", stands_there(field)));
                format!("`{{` {} `}}`", fields.collect::<Vec<_>>().join(", "))
            }
            None => "by id, what is chosen".into(),
        },
        _ => String::new(),
    }
}
