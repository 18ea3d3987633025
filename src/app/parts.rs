//! The parts that recur on the page.

use leptos::prelude::AnyView;

use super::tag::{Tag, tag};

/// A button; its class is one of the style sheet's, or empty.
pub fn button(class: &'static str, label: &str, mut press: impl FnMut() + 'static) -> AnyView {
    tag("button").attr("type", "button").class(class).on("click", move |_| press()).text(label).view()
}

/// A paragraph; its class is one of the style sheet's, or empty.
pub fn paragraph(class: &'static str, words: &str) -> AnyView {
    tag("p").class(class).text(words).view()
}

/// A heading within the sheet.
pub fn heading(words: &str) -> AnyView {
    tag("h3").text(words).view()
}

/// A section or form that is named by its heading.
pub fn headed(name: &'static str, id: &'static str, words: &str) -> Tag {
    // It can take the focus, where what follows it has changed at the visitor's demand.
    tag(name).attr("aria-labelledby", id).child(tag("h2").id(id).attr("tabindex", "-1").text(words))
}
