//! A field of these views: its label, the entry, and what is wrong with it, tied together.

use leptos::prelude::*;

use crate::app::tag::{Tag, tag, value_of};

/// A field: `wrong` says what is wrong with what stands in it, or nothing.
pub fn entry(
    id: &str,
    label: &str,
    field: Tag,
    held: impl FnMut() -> String + Send + 'static,
    mut enter: impl FnMut(String) + 'static,
    wrong: impl Fn() -> String + Clone + Send + 'static,
) -> AnyView {
    let error = format!("{id}-error");
    let is_wrong = wrong.clone();
    let field = field
        .id(id)
        .attr("aria-describedby", &error)
        .live_attr("aria-invalid", move || (!is_wrong().is_empty()).to_string())
        .live_property("value", held)
        .on("input", move |event| enter(value_of(&event)));
    tag("div")
        .class("field")
        .child(tag("label").attr("for", id).text(label))
        .child(field)
        .child(tag("p").class("error").id(error).live_text(wrong))
        .view()
}
