//! The number, and what one does with it: copy it, link to it, send it.

use leptos::prelude::*;

use super::action::{Action, Document, Place};
use super::app_state::AppState;
use super::components::{action_bar, action_button, copy_button, heading, paragraph};
use super::dom::{dynamic, el, empty, fragment, keyed};
use super::outcome::{Issued, Outcome};
use super::platform::download::can_share_files;
use super::view::View;
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
        copy_button(app, Place::Number, &page.copy_number, move || {
            of_issued(app, |issued| issued.number.to_string())
        }),
        copy_button(app, Place::Number, &page.copy_link, move || {
            of_issued(app, |issued| issued.link.clone())
        }),
    ];
    let mut documents = save_buttons(app, lang, Place::Documents);
    if can_share_files() {
        documents.push(action_button(app, Place::Documents, page.share, || Action::Share));
    }
    documents.push(action_button(app, Place::Documents, page.print, || Action::Print));
    let next = el("div")
        .class("actions")
        .child(action_button(app, Place::Page, page.plan, || Action::Show(View::Plan)))
        .child(action_button(app, Place::Page, page.compare, || Action::Show(View::Compare)));
    fragment(vec![
        next.view(),
        heading(page.number),
        el("p").class("number").child(shown).view(),
        paragraph("hint", page.number_help),
        action_bar(app, Place::Number, to_send),
        message(app, lang),
        el("div")
            .class("documents")
            .child(heading(page.files))
            .child(action_bar(app, Place::Documents, documents))
            .view(),
        paragraph("binding", page.binding),
    ])
}

/// The buttons that save the documents of the simulation.
pub fn save_buttons(app: AppState, lang: Lang, place: Place) -> Vec<AnyView> {
    let page = lang.page();
    let documents = [
        (Document::Pdf, page.pdf),
        (Document::Eml, page.eml),
        (Document::Csv, page.csv),
        (Document::Json, page.json),
    ];
    documents.map(|(document, label)| action_button(app, place, label, move || Action::Save(document))).into()
}

/// The message as text, for those whose browser opens no mail program.
fn message(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    let body = move || of_issued(app, |issued| issued.message.body.clone());
    let field = el("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .attr("aria-label", page.message)
        .prop("value", body);
    let copied = copy_button(app, Place::Message, &page.copy_message, body);
    el("details")
        .child(el("summary").text(page.message))
        .child(field)
        .child(action_bar(app, Place::Message, vec![copied]))
        .view()
}

/// Something of the number, or of what goes out with it; empty where there is none.
fn of_issued(app: AppState, part: fn(&Issued) -> String) -> String {
    app.outcome.with(|outcome| outcome.issued().map_or_else(String::new, part))
}
