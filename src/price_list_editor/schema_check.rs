//! Schema validation of a price list: reports every malformed part, where `serde_json` stops at the first.

use serde::de::DeserializeOwned;

use super::edit::quoted;
use super::json_spans::{Node, Shape, joined};
use tariff::{
    Charge, Configuration, Currency, Id, InForce, OfferTerms, PriceList, ProjectOption, PublishedExample,
    ReadError, Reduction, Remark, Source, Vat, Words, read_json,
};

/// A value that does not match the schema: its path, and the parser's message.
pub(super) struct Malformed {
    pub place: String,
    pub what: String,
}

/// Parses the list in a part of a text, or returns all malformed values: at least one for each malformed charge,
/// configuration, … Their paths start with `place`.
pub(super) fn read_list(text: &str, node: &Node, place: &str) -> Result<PriceList, Vec<Malformed>> {
    let whole = match read(text, node, place) {
        Ok(list) => return Ok(list),
        Err(malformed) => malformed,
    };
    // A reader stops at the first error. Each part is read again by itself, then.
    let part = |key: &str, read: Reader| read(text, key, node, place);
    let parts: [(&str, Reader); 14] = [
        ("id", one::<Id>),
        ("serial", one::<u16>),
        ("title", one::<Words>),
        ("in_force", one::<InForce>),
        ("archived", one::<bool>),
        ("currency", one::<Currency>),
        ("vat", one::<Option<Vat>>),
        ("sources", each::<Source>),
        ("offers", each::<OfferTerms>),
        ("configurations", each::<Configuration>),
        ("options", each::<ProjectOption>),
        ("charges", each::<Charge>),
        ("reductions", each::<Reduction>),
        ("remarks", each::<Remark>),
    ];
    let mut malformed: Vec<Malformed> = parts.into_iter().flat_map(|(key, read)| part(key, read)).collect();
    malformed.extend(part("examples", each::<PublishedExample>));
    let Shape::Object(members) = &node.shape else { return Err(vec![whole]) };
    // Of a name that no list has, the reader says what it expected before it looks at anything else.
    malformed.extend(members.iter().filter_map(|(key, _)| {
        let alone = format!("{{ {}: null }}", quoted(key));
        let said = serde_json::from_str::<PriceList>(&alone).err()?.to_string();
        said.starts_with("unknown field").then(|| {
            let what = said.split(" at line ").next().unwrap_or(&said);
            Malformed { place: joined(place, key), what: what.into() }
        })
    }));
    if malformed.iter().all(|one| one.place != whole.place) {
        malformed.push(whole);
    }
    Err(malformed)
}

/// Reads a member of a list: its text, its key, the list, and the place of the list.
type Reader = fn(&str, &str, &Node, &str) -> Vec<Malformed>;

fn one<T: DeserializeOwned>(text: &str, key: &str, list: &Node, place: &str) -> Vec<Malformed> {
    let member = list.member(key);
    member.and_then(|node| read::<T>(text, node, &joined(place, key)).err()).into_iter().collect()
}

fn each<T: DeserializeOwned>(text: &str, key: &str, list: &Node, place: &str) -> Vec<Malformed> {
    let items = list.member(key).map_or(&[][..], Node::items);
    let place = joined(place, key);
    let read = |(index, item)| read::<T>(text, item, &format!("{place}[{index}]")).err();
    items.iter().enumerate().filter_map(read).collect()
}

fn read<T: DeserializeOwned>(text: &str, node: &Node, place: &str) -> Result<T, Malformed> {
    let span = text.get(node.span.clone()).unwrap_or_default();
    read_json(span).map_err(|error| match error {
        ReadError::Form { path, what, line, column } => {
            malformed(&joined(place, &path), said(&what, line, column))
        }
        // Neither happens to a part of a text that was read: only its form is looked at here.
        ReadError::TooLarge { .. } | ReadError::Content(_) => malformed(place, &error.to_string()),
    })
}

/// The parser's message without line and column, which are relative to the parsed part.
pub(super) fn said(what: &str, line: usize, column: usize) -> &str {
    what.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(what)
}

/// A malformed value; a missing field has its own path.
pub(super) fn malformed(place: &str, what: &str) -> Malformed {
    let missing = what.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    Malformed { place: joined(place, missing.unwrap_or_default()), what: what.into() }
}
