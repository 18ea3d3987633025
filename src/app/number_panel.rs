//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Outcome, Priced};
use super::parts::{button, heading, live, live_text, nothing, paragraph};
use crate::documents::message;
use crate::number::Number;
use crate::text::{Lang, not_issued};

/// The panel. It stays in place while the quote changes, so that a button keeps the focus.
pub fn number_panel(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let copied = RwSignal::new("");
    let copy = move |what: fn(&Number, Lang) -> String| {
        copied.set("");
        if let Some(text) = number(desk).map(|number| what(&number, lang)) {
            leptos::task::spawn_local(async move {
                copied.set(if browser::copy(&text).await { page.copied } else { page.not_copied });
            });
        }
    };
    let shown = live(move || {
        with_priced(desk, |priced| match &priced.number {
            Ok(number) => view! { <output id="number">{number.to_string()}</output> }.into_any(),
            Err(reason) => not_issued(lang, reason).into_any(),
        })
    });
    let mail = live(move || with_priced(desk, |priced| mail(lang, priced).unwrap_or_else(nothing)));
    vec![
        heading(page.number),
        view! { <p class="number">{shown}</p> }.into_any(),
        paragraph("hint", page.number_help),
        view! {
            <div class="actions">
                {mail}
                {button("", page.copy_number, move || copy(|number, _| number.to_string()))}
                {button("", page.copy_link, move || copy(browser::link_to))}
                <span role="status">{live_text(move || copied.get().into())}</span>
            </div>
        }
        .into_any(),
        paragraph("binding", page.binding),
    ]
    .into_any()
}

fn with_priced(desk: Desk, view: impl FnOnce(&Priced) -> AnyView) -> AnyView {
    desk.outcome.with(|outcome| match outcome {
        Outcome::Priced(priced) => view(priced),
        _ => nothing(),
    })
}

fn number(desk: Desk) -> Option<Number> {
    desk.outcome.with_untracked(|outcome| match outcome {
        Outcome::Priced(priced) => priced.number.clone().ok(),
        _ => None,
    })
}

fn mail(lang: Lang, priced: &Priced) -> Option<AnyView> {
    let number = priced.number.as_ref().ok()?;
    let contact = &priced.quote.list.offer(priced.project.offer)?.contact;
    let link = browser::link_to(number, lang);
    let message = message(lang, contact, &priced.quote, &priced.project, number, &link);
    Some(view! { <a class="button primary" href=message.mailto()>{lang.page().mail}</a> }.into_any())
}
