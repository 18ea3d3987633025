//! Components that several views use: buttons, headings, bars of actions.

use leptos::prelude::*;

use super::app_state::AppState;
use super::dom::{El, el};
use crate::i18n::CopyButton;

/// A button; its class is one of the style sheet's, or empty.
pub fn button(class: &'static str, label: &str, press: impl FnMut() + 'static) -> AnyView {
    fn boxed(class: &'static str, label: &str, mut press: Box<dyn FnMut()>) -> AnyView {
        el("button").attr("type", "button").class(class).on("click", move |_| press()).text(label).view()
    }
    boxed(class, label, Box::new(press))
}

/// A paragraph; its class is one of the style sheet's, or empty.
pub fn paragraph(class: &'static str, words: &str) -> AnyView {
    el("p").class(class).text(words).view()
}

/// A heading within the sheet.
pub fn heading(words: &str) -> AnyView {
    el("h3").text(words).view()
}

/// A section or form that is named by its heading.
pub fn headed(name: &'static str, id: &'static str, words: &str) -> El {
    // It can take the focus, where what follows it has changed at the visitor's demand.
    el(name).attr("aria-labelledby", id).child(el("h2").id(id).attr("tabindex", "-1").text(words))
}

/// A button for something that the page's scripts do: `web/start.js` and `web/asked.js` know how.
pub fn action_button(what: &'static str, label: &str) -> AnyView {
    el("button").attr("type", "button").attr("data-do", what).text(label).view()
}

/// Buttons for what can be done with the simulation, and a place where the scripts say what came of it.
pub fn action_bar(app: AppState, buttons: Vec<AnyView>) -> AnyView {
    let link = move || app.outcome.with(|outcome| outcome.issued().map(|issued| issued.link.clone()));
    action_bar_for(move || link().unwrap_or_default(), buttons)
}

/// The same for the simulation of a link; empty where it needs none.
pub fn action_bar_for(link: impl FnMut() -> String + Send + 'static, buttons: Vec<AnyView>) -> AnyView {
    el("div")
        .class("actions")
        .attr_with("data-link", link)
        .children(buttons)
        .child(script_status("said"))
        .view()
}

/// A button among those that copies a text. What is said then names it: the place is that of all of them.
pub fn copy(words: &CopyButton, text: impl FnMut() -> String + Send + 'static) -> AnyView {
    el("button")
        .attr("type", "button")
        .attr("data-do", "copy")
        .attr("data-copied", words.copied)
        .attr("data-not-copied", words.not_copied)
        .attr_with("data-text", text)
        .text(words.button)
        .view()
}

/// Where the scripts say what came of something: what succeeded in the first place, which screen readers read
/// out in its turn, and what went wrong in the second, which they read out at once.
pub fn script_status(class: &'static str) -> El {
    el("div").class(class).child(el("p").attr("role", "status")).child(el("p").attr("role", "alert"))
}
