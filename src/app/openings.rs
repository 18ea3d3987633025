//! The ways into a simulation that exists: an example that CASD published, or a number.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::browser;
use super::desk::Desk;
use super::parts::{button, live, nothing, paragraph};
use crate::number::NotOpened;
use crate::published;
use crate::text::{Lang, not_opened};

const TYPED_NUMBER: &str = "open-number";

/// The examples and the field for a number, in a language.
pub fn openings(desk: Desk, lang: Lang) -> AnyView {
    view! { <div class="openings">{examples(desk, lang)} {number_field(desk, lang)}</div> }.into_any()
}

fn examples(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let mut buttons = Vec::new();
    for list in published::price_book().lists() {
        for example in &list.examples {
            buttons.push(button("", lang.of(&example.title), move || desk.open_example(list, example)));
        }
    }
    view! {
        <section aria-labelledby="examples-heading">
            <h2 id="examples-heading">{page.examples}</h2>
            {paragraph("hint", page.examples_help)}
            <div class="actions">{buttons}</div>
        </section>
    }
    .into_any()
}

fn number_field(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let field = browser::document().get_element_by_id(TYPED_NUMBER);
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            desk.open(&field.value());
        }
    };
    let invalid =
        Signal::derive(move || if desk.not_opened.read().is_some() { "true" } else { "false" }.to_string());
    let error = live(move || {
        desk.not_opened.with(|reason| reason.as_ref().map_or_else(nothing, |reason| refusal(lang, reason)))
    });
    view! {
        <form aria-labelledby="open-heading" on:submit=open>
            <h2 id="open-heading">{page.open}</h2>
            <label for=TYPED_NUMBER>{page.open_label}</label>
            <p class="hint" id="open-hint">{page.open_help}</p>
            <div class="actions">
                <input
                    id=TYPED_NUMBER
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby="open-hint open-error"
                    aria-invalid=invalid
                />
                <button type="submit">{page.open_button}</button>
            </div>
            <div class="error" id="open-error" role="alert">{error}</div>
        </form>
    }
    .into_any()
}

/// Why a number was not opened, with the characters that look wrong marked.
fn refusal(lang: Lang, reason: &NotOpened) -> AnyView {
    let marked = match reason {
        NotOpened::Mistyped(mistyped) => {
            let mut characters = Vec::new();
            for (at, character) in mistyped.text.chars().enumerate() {
                let character = character.to_string();
                characters.push(match mistyped.suspects.contains(&at) {
                    true => view! { <mark>{character}</mark> }.into_any(),
                    false => character.into_any(),
                });
            }
            view! { <p class="number">{characters}</p> }.into_any()
        }
        _ => nothing(),
    };
    vec![paragraph("", &not_opened(lang, reason)), marked].into_any()
}
