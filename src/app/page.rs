//! The page as a whole.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::browser;
use super::desk::Desk;
use super::form::form;
use super::openings::openings;
use super::parts::{live, live_text, paragraph};
use super::sheet::sheet;
use crate::text::Lang;

/// Puts the page in place of what the document shows while it loads.
pub fn mount() {
    let Some(place) = browser::document().get_element_by_id("simulator") else { return };
    place.set_inner_html("");
    leptos::mount::mount_to(place.unchecked_into(), page).forget();
}

fn page() -> AnyView {
    let desk = Desk::new();
    let other = move || match desk.lang.get() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    };
    let switch = move |_| {
        let lang = other();
        desk.lang.set(lang);
        browser::remember_language(lang);
    };
    // A change of language makes the views anew: what was entered stands on the desk, not in them.
    let content = live(move || {
        let lang = desk.lang.get();
        browser::label_document(lang);
        content(desk, lang)
    });
    let other_code = Signal::derive(move || String::from(other().code()));
    view! {
        <button type="button" class="quiet language" lang=other_code on:click=switch>
            {live_text(move || desk.lang.get().page().other_language.into())}
        </button>
        {content}
    }
    .into_any()
}

fn content(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    view! {
        <header>
            <h1>{page.title}</h1>
            {paragraph("subtitle", page.subtitle)}
            {paragraph("", page.intro)}
        </header>
        <main>
            {openings(desk, lang)}
            <div class="desk">{form(desk, lang)} {sheet(desk, lang)}</div>
        </main>
    }
    .into_any()
}
