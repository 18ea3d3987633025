//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Outcome, Priced};
use super::parts::{ask, asks, button, heading, paragraph};
use super::tag::{all, live, live_on, nothing, tag, text};
use crate::documents::{self, Message};
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
    let actions = tag("div")
        .class("actions")
        .child(mail)
        .child(copy(desk, lang, page.copy_number, Copied::Number))
        .child(copy(desk, lang, page.copy_link, Copied::Link))
        .child(tag("span").attr("role", "status").live_text(move || desk.copied.get()));
    all(vec![
        heading(page.number),
        tag("p").class("number").child(shown).view(),
        paragraph("hint", page.number_help),
        actions.view(),
        message(desk, lang),
        heading(page.files),
        asks(
            desk,
            lang,
            vec![
                ask("pdf", page.pdf),
                ask("eml", page.eml),
                ask("csv", page.csv),
                ask("json", page.json),
                ask("share", page.share),
                ask("print", page.print),
            ],
        ),
        paragraph("binding", page.binding),
    ])
}

/// What can be copied.
#[derive(Clone, Copy)]
enum Copied {
    Number,
    Link,
    Message,
}

fn copy(desk: Desk, lang: Lang, label: &str, what: Copied) -> AnyView {
    let page = lang.page();
    button("", label, move || {
        let text = desk.outcome.with_untracked(|outcome| {
            let number = outcome.number()?;
            Some(match what {
                Copied::Number => number.to_string(),
                Copied::Link => browser::link_to(number, lang),
                Copied::Message => untrack(|| written(desk, lang, |message| message.body)),
            })
        });
        let say =
            move |worked: bool| desk.copied.set((if worked { page.copied } else { page.not_copied }).into());
        browser::copy(&text.unwrap_or_default(), say);
    })
}

/// The message as text, for those whose browser opens no mail program.
fn message(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let field = tag("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .attr("aria-label", page.message)
        .live_property("value", move || written(desk, lang, |message| message.body));
    tag("details")
        .child(tag("summary").text(page.message))
        .child(field)
        .child(copy(desk, lang, page.copy_message, Copied::Message))
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
