//! Format-preserving edits of JSON text: sets, appends or removes one value.

use core::ops::Range;

use super::json_spans::{Node, Shape, floor};

/// Sets the JSON value at a path: replaces it, or adds a member, creating missing objects around it. `None` if
/// the path is impossible: an item that an array does not have, a member of a string.
pub(super) fn put(text: &str, path: &str, json: &str) -> Option<String> {
    let root = Node::of(text)?;
    let (node, rest) = root.descend(path);
    if rest.is_empty() {
        return Some(replaced(text, node.span.clone(), &indented(text, node.at, json)));
    }
    let Shape::Object(members) = &node.shape else { return None };
    let mut keys = rest.trim_start_matches('.').split('.');
    let key = keys.next().filter(|key| !key.is_empty() && !key.contains('['))?;
    let mut json = json.to_string();
    for key in keys.rev() {
        json = format!("{{ {}: {json} }}", quoted(key));
    }
    let places: Vec<Range<usize>> = members.iter().map(|(_, member)| member.at..member.span.end).collect();
    Some(appended(text, &node.span, &places, &format!("{}: {json}", quoted(key))))
}

/// Appends JSON to the array at a path.
pub(super) fn push(text: &str, path: &str, json: &str) -> Option<String> {
    let root = Node::of(text)?;
    let node = root.get(path)?;
    let Shape::Array(items) = &node.shape else { return None };
    let places: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
    Some(appended(text, &node.span, &places, json))
}

/// Removes the member at a path; returns the same text if there is none.
pub(super) fn remove(text: &str, path: &str) -> Option<String> {
    let root = Node::of(text)?;
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    let Some(Shape::Object(members)) = root.get(parent).map(|node| &node.shape) else {
        return Some(text.into());
    };
    let Some(index) = members.iter().position(|(name, _)| name == key) else { return Some(text.into()) };
    let member = &members[index].1;
    let after = members.get(index + 1).map(|(_, next)| next.at);
    let before = index.checked_sub(1).map(|index| members[index].1.span.end);
    // With the comma that follows or, for the last one, the comma before it.
    let span = match (before, after) {
        (_, Some(next)) => member.at..next,
        (Some(previous), None) => previous..member.span.end,
        (None, None) => root.get(parent)?.span.start + 1..root.get(parent)?.span.end - 1,
    };
    Some(replaced(text, span, ""))
}

/// A text as a JSON string.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Appends an item between brackets, in the layout of the items before it.
fn appended(text: &str, brackets: &Range<usize>, items: &[Range<usize>], json: &str) -> String {
    let Some(last) = items.last() else {
        // Nothing to be laid out like: several lines go on lines of their own.
        let (newline, indent) = (newline(text), indentation(text, brackets.start));
        let inside = if json.contains('\n') {
            let json = json.replace('\n', &format!("{newline}{indent}  "));
            format!("{newline}{indent}  {json}{newline}{indent}")
        } else {
            format!(" {json} ")
        };
        return replaced(text, brackets.start + 1..brackets.end - 1, &inside);
    };
    // What stands before the last one: the white space after a comma, or after the bracket.
    let begun = items.iter().rev().nth(1).map_or(brackets.start + 1, |previous| previous.end);
    let before = &text[begun..last.start];
    let layout = before.split_once(',').map_or(before, |(_, after)| after);
    let json = indented(text, last.start, json);
    replaced(text, last.end..last.end, &format!(",{layout}{json}"))
}

/// Indents JSON of several lines for a position.
fn indented(text: &str, at: usize, json: &str) -> String {
    json.replace('\n', &format!("{}{}", newline(text), indentation(text, at)))
}

/// The indentation of the line at a position.
pub(super) fn indentation(text: &str, at: usize) -> &str {
    let before = &text[..floor(text, at)];
    let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    &line[..line.len() - line.trim_start().len()]
}

/// The line ending of a text.
fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn replaced(text: &str, span: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..span.start], &text[span.end..])
}
