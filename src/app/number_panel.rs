//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Outcome, Priced};
use super::parts::{ask, asks, heading, paragraph};
use super::tag::{all, live, live_on, nothing, tag, text};
use crate::documents::{self, Message};
use crate::number::Number;
use crate::text::{Lang, not_issued};

/// The panel. Its buttons stay in place while the quote changes, so that they keep the focus.
pub fn number_panel(desk: Desk, lang: Lang) -> AnyView {
    let is_priced = move || desk.outcome.with(|outcome| matches!(outcome, Outcome::Priced(_)));
    live_on(move || vec![is_priced().into()], move || if is_priced() { panel(desk, lang) } else { nothing() })
}

fn panel(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let shown = live(move || {
        with_priced(desk, |priced| match &priced.number {
            Ok(number) => tag("span").id("number").text(number.to_string()).view(),
            Err(reason) => text(not_issued(lang, reason)),
        })
    });
    let mail = live(move || {
        let address = written(desk, lang, |message| message.mailto());
        if address.is_empty() {
            return nothing();
        }
        tag("a").class("button primary").attr("href", address).text(page.mail).view()
    });
    let number = move || desk.outcome.with(|outcome| outcome.number().map(Number::to_string));
    let link = move || desk.outcome.with(|outcome| Some(browser::link_to(outcome.number()?, lang)));
    let to_send = vec![
        mail,
        copy(page.copy_number, move || number().unwrap_or_default()),
        copy(page.copy_link, move || link().unwrap_or_default()),
    ];
    let documents = vec![
        ask("pdf", page.pdf),
        ask("eml", page.eml),
        ask("csv", page.csv),
        ask("json", page.json),
        ask("share", page.share),
        ask("print", page.print),
    ];
    let next = tag("div").class("actions").child(ask("plan", page.plan)).child(ask("compare", page.compare));
    all(vec![
        next.view(),
        heading(page.number),
        tag("p").class("number").child(shown).view(),
        paragraph("hint", page.number_help),
        asks(desk, lang, to_send),
        message(desk, lang),
        tag("div").class("documents").child(heading(page.files)).child(asks(desk, lang, documents)).view(),
        paragraph("binding", page.binding),
    ])
}

/// A button that copies a text.
fn copy(label: &str, text: impl FnMut() -> String + Send + 'static) -> AnyView {
    tag("button")
        .attr("type", "button")
        .attr("data-do", "copy")
        .live_attr("data-text", text)
        .text(label)
        .view()
}

/// The message as text, for those whose browser opens no mail program.
fn message(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let field = tag("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .attr("aria-label", page.message)
        .live_property("value", move || written(desk, lang, |message| message.body));
    let copied = copy(page.copy_message, move || written(desk, lang, |message| message.body));
    tag("details")
        .child(tag("summary").text(page.message))
        .child(field)
        .child(asks(desk, lang, vec![copied]))
        .view()
}

fn with_priced(desk: Desk, view: impl FnOnce(&Priced) -> AnyView) -> AnyView {
    desk.outcome.with(|outcome| match outcome {
        Outcome::Priced(priced) => view(priced),
        _ => nothing(),
    })
}

/// A part of the message to CASD; empty where there is nothing to write.
fn written(desk: Desk, lang: Lang, part: fn(Message) -> String) -> String {
    let message = desk.outcome.with(|outcome| {
        let Outcome::Priced(priced) = outcome else { return None };
        let number = priced.number.as_ref().ok()?;
        let contact = &priced.quote.list.offer(priced.project.offer)?.contact;
        let link = browser::link_to(number, lang);
        Some(documents::message(lang, contact, &priced.quote, &priced.project, number, &link))
    });
    message.map(part).unwrap_or_default()
}
