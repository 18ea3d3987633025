//! The page as a whole.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::browser;
use super::desk::Desk;
use super::form::form;
use super::openings::openings;
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
    Effect::new(move |_| browser::label_document(desk.lang.get()));
    // A change of language makes the views anew: what was entered stands on the desk, not in them.
    let content = move || {
        let lang = desk.lang.get();
        let page = lang.page();
        view! {
            <header>
                <h1>{page.title}</h1>
                <p class="subtitle">{page.subtitle}</p>
                <p>{page.intro}</p>
            </header>
            <main>
                {openings(desk, lang)}
                <div class="desk">{form(desk, lang)} {sheet(desk, lang)}</div>
            </main>
        }
        .into_any()
    };
    view! {
        <button type="button" class="quiet language" lang=move || other().code() on:click=switch>
            {move || desk.lang.get().page().other_language}
        </button>
        {content}
    }
    .into_any()
}
