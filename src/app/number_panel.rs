//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Outcome, Priced};
use super::parts::{button, heading, paragraph};
use super::tag::{all, live, live_on, nothing, tag, text};
use crate::documents::message;
use crate::number::Number;
use crate::text::{Lang, not_issued};

/// The panel. Its buttons stay in place while the quote changes, so that they keep the focus.
pub fn number_panel(desk: Desk, lang: Lang) -> AnyView {
    let is_priced = move || desk.outcome.with(|outcome| matches!(outcome, Outcome::Priced(_)));
    live_on(move || vec![is_priced().into()], move || if is_priced() { panel(desk, lang) } else { nothing() })
}

fn panel(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let copy = move |what: fn(&Number, Lang) -> String| {
        let text = desk.outcome.with_untracked(|outcome| outcome.number().map(|number| what(number, lang)));
        let say =
            move |worked: bool| desk.copied.set((if worked { page.copied } else { page.not_copied }).into());
        browser::copy(&text.unwrap_or_default(), say);
    };
    let shown = live(move || {
        with_priced(desk, |priced| match &priced.number {
            Ok(number) => tag("span").id("number").text(number.to_string()).view(),
            Err(reason) => text(not_issued(lang, reason)),
        })
    });
    let actions = tag("div")
        .class("actions")
        .child(live(move || with_priced(desk, |priced| mail(lang, priced).unwrap_or_else(nothing))))
        .child(button("", page.copy_number, move || copy(|number, _| number.to_string())))
        .child(button("", page.copy_link, move || copy(browser::link_to)))
        .child(tag("span").attr("role", "status").live_text(move || desk.copied.get()));
    all(vec![
        heading(page.number),
        tag("p").class("number").child(shown).view(),
        paragraph("hint", page.number_help),
        actions.view(),
        paragraph("binding", page.binding),
    ])
}

fn with_priced(desk: Desk, view: impl FnOnce(&Priced) -> AnyView) -> AnyView {
    desk.outcome.with(|outcome| match outcome {
        Outcome::Priced(priced) => view(priced),
        _ => nothing(),
    })
}

fn mail(lang: Lang, priced: &Priced) -> Option<AnyView> {
    let number = priced.number.as_ref().ok()?;
    let contact = &priced.quote.list.offer(priced.project.offer)?.contact;
    let link = browser::link_to(number, lang);
    let message = message(lang, contact, &priced.quote, &priced.project, number, &link);
    Some(tag("a").class("button primary").attr("href", message.mailto()).text(lang.page().mail).view())
}
