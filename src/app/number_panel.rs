//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::desk::{Desk, Issued, Outcome};
use super::dom::{dynamic, el, empty, fragment, keyed};
use super::parts::{ask, asks, copy, heading, paragraph};
use crate::i18n::{Lang, not_issued};

/// The panel. Its buttons stay in place while the quote changes, so that they keep the focus.
pub fn number_panel(desk: Desk, lang: Lang) -> AnyView {
    let is_priced = move || desk.outcome.with(|outcome| matches!(outcome, Outcome::Priced(_)));
    keyed(move || vec![is_priced().into()], move || if is_priced() { panel(desk, lang) } else { empty() })
}

fn panel(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let shown = dynamic(move || {
        desk.outcome.with(|outcome| match outcome {
            Outcome::Priced(priced) => match &priced.issued {
                Ok(issued) => {
                    el("span").id("number").attr("translate", "no").text(issued.number.to_string()).view()
                }
                Err(reason) => el("span").text(not_issued(lang, reason)).view(),
            },
            _ => empty(),
        })
    });
    let mail = dynamic(move || {
        let address = of_issued(desk, |issued| issued.message.mailto());
        if address.is_empty() {
            return empty();
        }
        el("a").class("button primary").attr("href", address).text(page.mail).view()
    });
    let to_send = vec![
        mail,
        copy(&page.copy_number, move || of_issued(desk, |issued| issued.number.to_string())),
        copy(&page.copy_link, move || of_issued(desk, |issued| issued.link.clone())),
    ];
    let documents = vec![
        ask("pdf", page.pdf),
        ask("eml", page.eml),
        ask("csv", page.csv),
        ask("json", page.json),
        ask("share", page.share),
        ask("print", page.print),
    ];
    let next = el("div").class("actions").child(ask("plan", page.plan)).child(ask("compare", page.compare));
    fragment(vec![
        next.view(),
        heading(page.number),
        el("p").class("number").child(shown).view(),
        paragraph("hint", page.number_help),
        asks(desk, to_send),
        message(desk, lang),
        el("div").class("documents").child(heading(page.files)).child(asks(desk, documents)).view(),
        paragraph("binding", page.binding),
    ])
}

/// The message as text, for those whose browser opens no mail program.
fn message(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let field = el("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .attr("aria-label", page.message)
        .prop("value", move || of_issued(desk, |issued| issued.message.body.clone()));
    let copied = copy(&page.copy_message, move || of_issued(desk, |issued| issued.message.body.clone()));
    el("details").child(el("summary").text(page.message)).child(field).child(asks(desk, vec![copied])).view()
}

/// Something of the number, or of what goes out with it; empty where there is none.
fn of_issued(desk: Desk, part: fn(&Issued) -> String) -> String {
    desk.outcome.with(|outcome| outcome.issued().map_or_else(String::new, part))
}
