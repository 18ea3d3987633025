//! The page as a whole.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::address;
use super::app_state::{AppState, Browser};
use super::components::{action_button, paragraph};
use super::dom::{el, fragment, keyed};
use super::estimate::estimate_panel;
use super::form::form;
use super::history;
use super::live_region::{Status, debounced};
use super::platform::clock::today;
use super::platform::{document, window};
use super::start_panel::start_panel;
use crate::i18n::Lang;

thread_local! {
    static APP: Cell<Option<AppState>> = const { Cell::new(None) };
}

/// Puts the page in place of what the document shows while it loads. It opens what a query presets, and what the
/// address stands for.
pub fn mount() {
    let Some(place) = document().get_element_by_id("simulator") else { return };
    place.set_text_content(None);
    let query = window().location().search().unwrap_or_default();
    let view = move || {
        let browser = Browser { today, link: address::link_to };
        let app = AppState::new(address::language(), query.trim_start_matches('?'), browser);
        APP.set(Some(app));
        history::follow(app);
        page(app)
    };
    leptos::mount::mount_to(place.unchecked_into(), view).forget();
}

/// Does something with the state of the app, where the page is mounted.
pub fn with_app_state<T: Default>(act: impl FnOnce(AppState) -> T) -> T {
    // Whoever asks is no view.
    untrack(|| APP.get().map(act).unwrap_or_default())
}

/// The simulator's page for a state of the app.
pub fn page(app: AppState) -> AnyView {
    let lang = move || app.inputs.with(|inputs| inputs.lang);
    let other = move || match lang() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    };
    let switch = el("button")
        .attr("type", "button")
        .class("quiet language")
        .attr_with("lang", move || other().code())
        .on("click", move |_| app.speak(other()))
        .text_with(move || lang().page().other_language.into());
    // Here, not in the estimate: a change of language is announced, too.
    let announced = debounced(move || app.announcement(lang()));
    // A change of language makes the views anew: what was entered is in the state, not in them.
    let content = keyed(
        move || vec![lang() as u32],
        move || {
            label_document(lang());
            content(app, lang(), announced)
        },
    );
    fragment(vec![switch.view(), content])
}

/// Tells the document which language it is in, and its title.
fn label_document(lang: Lang) {
    if cfg!(not(target_arch = "wasm32")) {
        return;
    }
    let page = lang.page();
    document().set_title(&format!("{} – {}", page.title, page.subtitle));
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.code());
    }
}

fn content(app: AppState, lang: Lang, announced: RwSignal<Status>) -> AnyView {
    let page = lang.page();
    let header = el("header")
        .child(el("h1").text(page.title))
        .child(paragraph("subtitle", page.subtitle))
        .child(paragraph("", page.intro))
        .child(
            el("nav")
                .class("actions")
                .child(action_button("check", page.check))
                .child(action_button("kept", page.kept)),
        )
        .child(
            el("p")
                .class("alert")
                .id("not-loaded")
                .attr("role", "alert")
                .attr("hidden", "")
                .text(page.not_loaded),
        );
    let columns =
        el("div").class("columns").child(form(app, lang)).child(estimate_panel(app, lang, announced));
    // On a phone the sheet lies far below the form: a bar keeps the total in view. Screen readers have
    // the sheet and its announcements.
    let bar = el("p").class("bar").attr("aria-hidden", "true");
    let bar = bar.text_with(move || app.outcome.with(|outcome| outcome.in_one_sentence(lang)));
    fragment(vec![header.view(), el("main").child(start_panel(app, lang)).child(columns).child(bar).view()])
}
