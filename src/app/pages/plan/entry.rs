//! A field of these views: its label, the entry, and what is wrong with it, tied together.

use leptos::prelude::*;

use crate::app::dom::{El, el, value_of};

/// A field: `wrong` says what is wrong with what stands in it, or nothing.
pub fn entry(
    id: &str,
    label: &str,
    field: El,
    held: impl FnMut() -> String + Send + 'static,
    mut enter: impl FnMut(String) + 'static,
    wrong: impl Fn() -> String + Clone + Send + 'static,
) -> AnyView {
    let error = format!("{id}-error");
    let is_wrong = wrong.clone();
    let field = field
        .id(id)
        .attr("aria-describedby", &error)
        .attr_with("aria-invalid", move || (!is_wrong().is_empty()).to_string())
        .prop("value", held)
        .on("input", move |event| enter(value_of(&event)));
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(label))
        .child(field)
        .child(el("p").class("error").id(error).text_with(wrong))
        .view()
}
