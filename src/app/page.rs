//! The page as a whole: header, banner, and the view in sight.

use leptos::prelude::*;

use super::action::{Action, Place};
use super::app_state::AppState;
use super::components::{action_button, paragraph};
use super::dom::{el, empty, fragment, keyed};
use super::estimate::estimate_panel;
use super::form::form;
use super::live_region::{Status, debounced};
use super::page_title::set_title;
use super::start_panel::start_panel;
use super::view::View;
use crate::i18n::Lang;

/// The page for a state of the app.
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
    let simulator = keyed(move || vec![lang() as u32], move || simulator(app, lang(), announced));
    let view = keyed(
        move || vec![app.view() as u32, lang() as u32],
        move || match app.screen.with(|screen| screen.view) {
            Some((_, render)) => render(app, lang()),
            None => {
                set_title(lang(), "");
                empty()
            }
        },
    );
    fragment(vec![switch.view(), simulator, el("div").id("view").child(view).view()])
}

fn simulator(app: AppState, lang: Lang, announced: RwSignal<Status>) -> AnyView {
    let page = lang.page();
    let show = |view: View, label| action_button(app, Place::Page, label, move || Action::Show(view));
    let header = el("header")
        .child(el("h1").text(page.title))
        .child(paragraph("subtitle", page.subtitle))
        .child(paragraph("", page.intro))
        .child(
            el("nav")
                .class("actions")
                .child(show(View::Check, page.check))
                .child(show(View::Saved, page.kept)),
        )
        .child(
            el("p")
                .class("alert")
                .id("not-loaded")
                .attr("role", "alert")
                .prop("hidden", move || app.screen.with(|screen| !screen.is_not_loaded))
                .text(page.not_loaded),
        );
    let columns =
        el("div").class("columns").child(form(app, lang)).child(estimate_panel(app, lang, announced));
    // On a phone the sheet lies far below the form: a bar keeps the total in view. Screen readers have
    // the sheet and its announcements.
    let bar = el("p").class("bar").attr("aria-hidden", "true");
    let bar = bar.text_with(move || app.outcome.with(|outcome| outcome.in_one_sentence(lang)));
    // Hidden without styles, too.
    let main = el("main").prop("hidden", move || app.view() != View::Simulator);
    fragment(vec![header.view(), main.child(start_panel(app, lang)).child(columns).child(bar).view()])
}
