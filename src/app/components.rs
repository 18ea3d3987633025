//! Components that several views use: buttons, headings, bars of actions.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::action::{Action, Place};
use super::app_state::AppState;
use super::dom::{El, el};
use super::live_region::status_region;
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

/// A button that asks for an action, and is busy until it is done.
pub fn action_button(
    app: AppState,
    place: Place,
    label: &str,
    action: impl FnMut() -> Action + 'static,
) -> AnyView {
    fn boxed(app: AppState, place: Place, label: &str, mut action: Box<dyn FnMut() -> Action>) -> AnyView {
        let press = move |event: Event| app.perform(action(), place, element_of(&event));
        el("button").attr("type", "button").on("click", press).text(label).view()
    }
    boxed(app, place, label, Box::new(action))
}

/// The element that listens to an event.
pub fn element_of(event: &Event) -> Option<Element> {
    event.current_target().and_then(|target| target.dyn_into().ok())
}

/// A button that copies a text. The message that it was copied names it: its place is that of all buttons of the bar.
pub fn copy_button(
    app: AppState,
    place: Place,
    words: &'static CopyButton,
    text: impl Fn() -> String + 'static,
) -> AnyView {
    action_button(app, place, words.button, move || Action::Copy(untrack(&text), words))
}

/// Buttons for what can be done with the simulation, and the message about what came of it.
pub fn action_bar(app: AppState, place: Place, buttons: Vec<AnyView>) -> AnyView {
    let status = status_region("said", move || app.status_at(place));
    el("div").class("actions").children(buttons).child(status).view()
}
