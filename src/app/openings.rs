//! The ways into a simulation that exists: an example that CASD published, or a number.

use leptos::prelude::*;

use super::desk::Desk;
use crate::number::NotOpened;
use crate::published;
use crate::text::{Lang, not_opened};

/// The examples and the field for a number, in a language.
pub fn openings(desk: Desk, lang: Lang) -> AnyView {
    view! { <div class="openings">{examples(desk, lang)} {number_field(desk, lang)}</div> }.into_any()
}

fn examples(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let all = published::price_book()
        .lists()
        .iter()
        .flat_map(|list| list.examples.iter().map(move |one| (list, one)));
    let buttons: Vec<_> = all
        .map(|(list, example)| {
            let title = lang.of(&example.title).to_string();
            view! { <button type="button" on:click=move |_| desk.open_example(list, example)>{title}</button> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="examples-heading">
            <h2 id="examples-heading">{page.examples}</h2>
            <p class="hint">{page.examples_help}</p>
            <p class="actions">{buttons}</p>
        </section>
    }
    .into_any()
}

fn number_field(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let typed = NodeRef::<leptos::html::Input>::new();
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = typed.get_untracked() {
            desk.open(&input.value());
        }
    };
    let invalid = move || desk.not_opened.with(|reason| reason.as_ref().map(|_| "true"));
    let error = move || desk.not_opened.with(|reason| reason.as_ref().map(|reason| refusal(lang, reason)));
    view! {
        <form aria-labelledby="open-heading" on:submit=open>
            <h2 id="open-heading">{page.open}</h2>
            <label for="open-number">{page.open_label}</label>
            <p class="hint" id="open-hint">{page.open_help}</p>
            <p class="actions">
                <input
                    id="open-number"
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby="open-hint open-error"
                    aria-invalid=invalid
                    node_ref=typed
                />
                <button type="submit">{page.open_button}</button>
            </p>
            <div class="error" id="open-error" role="alert">{error}</div>
        </form>
    }
    .into_any()
}

/// Why a number was not opened, with the characters that look wrong marked.
fn refusal(lang: Lang, reason: &NotOpened) -> AnyView {
    let marked = match reason {
        NotOpened::Mistyped(mistyped) => {
            let characters = mistyped.text.chars().enumerate().map(|(at, character)| {
                let character = character.to_string();
                match mistyped.suspects.contains(&at) {
                    true => view! { <mark>{character}</mark> }.into_any(),
                    false => character.into_any(),
                }
            });
            Some(view! { <p class="number">{characters.collect::<Vec<_>>()}</p> })
        }
        _ => None,
    };
    view! { <p>{not_opened(lang, reason)}</p> {marked} }.into_any()
}
