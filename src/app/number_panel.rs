//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::app_state::{AppState, Issued, Outcome};
use super::components::{action_bar, action_button, copy, heading, paragraph};
use super::dom::{dynamic, el, empty, fragment, keyed};
use crate::i18n::{Lang, not_issued};

/// The panel. Its buttons stay in place while the quote changes, so that they keep the focus.
pub fn number_panel(app: AppState, lang: Lang) -> AnyView {
    let is_priced = move || app.outcome.with(|outcome| matches!(outcome, Outcome::Priced(_)));
    keyed(move || vec![is_priced().into()], move || if is_priced() { panel(app, lang) } else { empty() })
}

fn panel(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    let shown = dynamic(move || {
        app.outcome.with(|outcome| match outcome {
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
        let address = of_issued(app, |issued| issued.message.mailto());
        if address.is_empty() {
            return empty();
        }
        el("a").class("button primary").attr("href", address).text(page.mail).view()
    });
    let to_send = vec![
        mail,
        copy(&page.copy_number, move || of_issued(app, |issued| issued.number.to_string())),
        copy(&page.copy_link, move || of_issued(app, |issued| issued.link.clone())),
    ];
    let documents = vec![
        action_button("pdf", page.pdf),
        action_button("eml", page.eml),
        action_button("csv", page.csv),
        action_button("json", page.json),
        action_button("share", page.share),
        action_button("print", page.print),
    ];
    let next = el("div")
        .class("actions")
        .child(action_button("plan", page.plan))
        .child(action_button("compare", page.compare));
    fragment(vec![
        next.view(),
        heading(page.number),
        el("p").class("number").child(shown).view(),
        paragraph("hint", page.number_help),
        action_bar(app, to_send),
        message(app, lang),
        el("div").class("documents").child(heading(page.files)).child(action_bar(app, documents)).view(),
        paragraph("binding", page.binding),
    ])
}

/// The message as text, for those whose browser opens no mail program.
fn message(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    let field = el("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .attr("aria-label", page.message)
        .prop("value", move || of_issued(app, |issued| issued.message.body.clone()));
    let copied = copy(&page.copy_message, move || of_issued(app, |issued| issued.message.body.clone()));
    el("details")
        .child(el("summary").text(page.message))
        .child(field)
        .child(action_bar(app, vec![copied]))
        .view()
}

/// Something of the number, or of what goes out with it; empty where there is none.
fn of_issued(app: AppState, part: fn(&Issued) -> String) -> String {
    app.outcome.with(|outcome| outcome.issued().map_or_else(String::new, part))
}
