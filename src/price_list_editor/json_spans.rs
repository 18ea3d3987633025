//! Source positions in a JSON text: a syntax tree with the byte span of each value.

use core::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

/// A value of a JSON text, with its position.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The position to report: the key of a member, the first character of anything else. In bytes.
    pub at: usize,
    /// The byte range of the value.
    pub span: Range<usize>,
    /// Its type and children.
    pub shape: Shape,
}

/// The type of a value, and its children.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    Object(Vec<(String, Node)>),
    Array(Vec<Node>),
    /// A string, unescaped.
    Text(String),
    /// A number, `true`, `false` or `null`.
    Other,
}

impl Node {
    /// Parses a text; `None` if it is not strict JSON. `serde_json` has the error message.
    pub fn of(text: &str) -> Option<Node> {
        const STRICT: ParseOptions = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
        let value = parse_to_ast(text, &collect, &STRICT).ok()?.value?;
        Some(Node::from_ast(value.start(), &value))
    }

    fn from_ast(at: usize, value: &Value<'_>) -> Node {
        let member = |member: &ObjectProp<'_>| {
            (member.name.as_str().to_string(), Node::from_ast(member.start(), &member.value))
        };
        let shape = match value {
            Value::Object(object) => Shape::Object(object.properties.iter().map(member).collect()),
            Value::Array(array) => {
                let items = array.elements.iter();
                Shape::Array(items.map(|item| Node::from_ast(item.start(), item)).collect())
            }
            Value::StringLit(text) => Shape::Text(text.value.to_string()),
            Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => Shape::Other,
        };
        Node { at, span: value.start()..value.end(), shape }
    }

    /// The member of that key.
    pub fn member(&self, key: &str) -> Option<&Node> {
        let Shape::Object(members) = &self.shape else { return None };
        members.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    /// The items of an array; none of anything else.
    pub fn items(&self) -> &[Node] {
        if let Shape::Array(items) = &self.shape { items } else { &[] }
    }

    /// The value, if it is a string.
    pub fn as_text(&self) -> Option<&str> {
        if let Shape::Text(text) = &self.shape { Some(text) } else { None }
    }

    /// The value at a path such as `lists[1].charges[2].price`; the value itself at the empty path.
    pub fn get(&self, path: &str) -> Option<&Node> {
        let (node, rest) = self.descend(path);
        rest.is_empty().then_some(node)
    }

    /// The value at a path or, if it is missing, the nearest one around it.
    pub fn nearest(&self, path: &str) -> &Node {
        self.descend(path).0
    }

    /// Follows a path as far as it goes, and returns the rest of the path.
    pub fn descend<'path>(&self, path: &'path str) -> (&Node, &'path str) {
        let mut node = self;
        let mut rest = path;
        while let Some((next, left)) = node.step(rest) {
            (node, rest) = (next, left);
        }
        (node, rest)
    }

    fn step<'path>(&self, path: &'path str) -> Option<(&Node, &'path str)> {
        match &self.shape {
            Shape::Object(members) => {
                let path = path.strip_prefix('.').unwrap_or(path);
                let after = |key: &str| {
                    let rest = path.strip_prefix(key)?;
                    (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
                };
                // A key may have a point in it: the longest that fits is meant.
                let fitting = members.iter().filter(|(key, _)| !key.is_empty() && after(key).is_some());
                let (key, node) = fitting.max_by_key(|(key, _)| key.len())?;
                Some((node, after(key)?))
            }
            Shape::Array(items) => {
                let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
                Some((items.get(index.parse::<usize>().ok()?)?, rest))
            }
            Shape::Text(_) | Shape::Other => None,
        }
    }
}

/// Joins two paths: `charges[2]` and `price.unit`, `lists` and `[0]`.
pub(super) fn joined(path: &str, further: &str) -> String {
    match (path, further) {
        ("", further) => further.into(),
        (path, "" | ".") => path.into(),
        (path, further) if further.starts_with('[') => format!("{path}{further}"),
        (path, further) => format!("{path}.{further}"),
    }
}

/// The line and column of a byte position, counted from 1, in characters.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let at = floor(text, at);
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}

/// The start of the character that a byte belongs to.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::Value;

    use super::*;

    const LISTS: [&str; 4] = [
        include_str!("../../public/price-lists/casd-2018.json"),
        include_str!("../../public/price-lists/casd-2020.json"),
        include_str!("../../public/price-lists/pmsi.json"),
        include_str!("../../tests/fixtures/every-mechanism.json"),
    ];

    /// Every place of a value: its path, its key where it is a member, and itself.
    fn places<'a>(value: &'a Value, path: &str, into: &mut Vec<(String, Option<String>, &'a Value)>) {
        match value {
            Value::Object(members) => {
                for (key, member) in members {
                    let path = joined(path, key);
                    into.push((path.clone(), Some(key.clone()), member));
                    places(member, &path, into);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let path = format!("{path}[{index}]");
                    into.push((path.clone(), None, item));
                    places(item, &path, into);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_path_of_every_list_leads_to_its_key_and_its_value() {
        for list in LISTS {
            let minified = serde_json::from_str::<Value>(list).unwrap().to_string();
            for text in [list, &list.replace('\n', "\r\n"), &minified] {
                let (tree, value) = (Node::of(text).unwrap(), serde_json::from_str::<Value>(text).unwrap());
                let mut all = Vec::new();
                places(&value, "", &mut all);
                assert!(all.len() > 100, "{}", all.len());
                for (path, key, value) in all {
                    let node = tree.get(&path).unwrap();
                    let there = serde_json::from_str::<Value>(&text[node.span.clone()]).unwrap();
                    assert_eq!(&there, value, "{path}");
                    let begins =
                        key.map_or_else(|| text[node.span.clone()].to_string(), |key| format!("\"{key}\""));
                    assert!(text[node.at..].starts_with(&begins), "{path}");
                    // What is not there is looked for around it.
                    assert_eq!(tree.nearest(&format!("{path}.nowhere[3].at")).at, node.at, "{path}");
                }
            }
        }
    }

    #[test]
    fn a_key_may_have_points_and_brackets_in_it() {
        let text = r#"{ "a": { "b": 1 }, "a.b": 2, "a[0]": 3, "a.b.c": { "d": 4 } }"#;
        let tree = Node::of(text).unwrap();
        let at = |path: &str| tree.get(path).map(|node| &text[node.span.clone()]);
        assert_eq!([at("a.b"), at("a[0]"), at("a.b.c.d")], [Some("2"), Some("3"), Some("4")]);
        assert_eq!(at("a.c"), None);
    }

    #[test]
    fn lines_and_columns_count_characters() {
        let text = "é\r\n\u{1F600}x";
        let places: Vec<_> = (0..=text.len()).map(|at| line_and_column(text, at)).collect();
        let second = [(2, 1), (2, 1), (2, 1), (2, 1), (2, 2), (2, 3)];
        assert_eq!(places[..4], [(1, 1), (1, 1), (1, 2), (1, 3)]);
        assert_eq!(places[4..], second);
    }
}
