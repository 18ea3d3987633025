//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Outcome};
use crate::documents::message;
use crate::text::{Lang, not_issued};

/// The panel. It stays in place while the quote changes, so that a button keeps the focus.
pub fn number_panel(desk: Desk, lang: Lang, copied: RwSignal<Option<bool>>) -> AnyView {
    let page = lang.page();
    let number = move || {
        desk.outcome.with(|outcome| match outcome {
            Outcome::Priced(priced) => priced.number.clone().ok(),
            _ => None,
        })
    };
    let shown = move || {
        desk.outcome.with(|outcome| match outcome {
            Outcome::Priced(priced) => match &priced.number {
                Ok(number) => number.to_string(),
                Err(reason) => not_issued(lang, reason),
            },
            _ => String::new(),
        })
    };
    let mailto = move || {
        desk.outcome.with(|outcome| {
            let Outcome::Priced(priced) = outcome else { return None };
            let number = priced.number.as_ref().ok()?;
            let contact = &priced.quote.list.offer(priced.project.offer)?.contact;
            let link = browser::link_to(number, lang);
            Some(message(lang, contact, &priced.quote, &priced.project, number, &link).mailto())
        })
    };
    let copy = move |text: Option<String>| {
        copied.set(None);
        if let Some(text) = text {
            leptos::task::spawn_local(async move { copied.set(Some(browser::copy(&text).await)) });
        }
    };
    let copy_number = move |_| copy(number().map(|number| number.to_string()));
    let copy_link = move |_| copy(number().map(|number| browser::link_to(&number, lang)));
    let said = move || match copied.get() {
        None => "",
        Some(true) => page.copied,
        Some(false) => page.not_copied,
    };
    view! {
        <h3>{page.number}</h3>
        <p class="number"><output id="number">{shown}</output></p>
        <p class="hint">{page.number_help}</p>
        <p class="actions">
            <a class="button primary" href=mailto>{page.mail}</a>
            <button type="button" on:click=copy_number>{page.copy_number}</button>
            <button type="button" on:click=copy_link>{page.copy_link}</button>
            <span role="status">{said}</span>
        </p>
        <p class="binding">{page.binding}</p>
    }
    .into_any()
}
