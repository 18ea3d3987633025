//! The start panel: opens a published example, a number or a file.

use leptos::prelude::*;

use super::action::{Action, Place};
use super::app_state::AppState;
use super::components::{button, element_of, headed, paragraph};
use super::dom::{chosen_file, dynamic, el, empty, fragment, value_of};
use super::live_region::status_region;
use crate::i18n::{Lang, not_opened};
use crate::price_lists;
use tariff::number::{Mistyped, OpenError};

const TYPED_NUMBER: &str = "open-number";
const FILE: &str = "open-file";

/// The examples and the field for a number, in a language.
pub fn start_panel(app: AppState, lang: Lang) -> AnyView {
    el("div").class("openings").child(examples(app, lang)).child(number_field(app, lang)).view()
}

fn examples(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    let mut buttons = Vec::new();
    for list in price_lists::price_book().lists() {
        for example in &list.examples {
            buttons.push(button("", lang.of(&example.title), move || app.open_example(list, example)));
        }
    }
    headed("section", "examples-heading", page.examples)
        .child(paragraph("hint", page.examples_help))
        .child(el("div").class("actions").children(buttons))
        .view()
}

fn number_field(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    let field = el("input")
        .id(TYPED_NUMBER)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "open-hint open-error")
        .attr_with("aria-invalid", move || app.inputs.with(|inputs| inputs.not_opened.is_some().to_string()))
        .prop("value", move || app.inputs.with(|inputs| inputs.typed_number.clone()))
        .on("input", move |event| app.inputs.update(|inputs| inputs.typed_number = value_of(&event)));
    let error = dynamic(move || {
        app.inputs
            .with(|inputs| inputs.not_opened.as_ref().map_or_else(empty, |reason| refusal(lang, reason)))
    });
    let open = el("button").attr("type", "submit").text(page.open_button);
    // A form of one field: that it has to be filled in goes without saying. A file is another way in.
    let form = el("form")
        .on("submit", move |event| {
            event.prevent_default();
            app.open(&app.inputs.with_untracked(|inputs| inputs.typed_number.clone()));
        })
        .child(el("label").attr("for", TYPED_NUMBER).text(page.open_label))
        .child(el("p").class("hint").id("open-hint").text(page.open_help))
        .child(el("div").class("actions").child(field).child(open))
        .child(el("div").class("error").id("open-error").attr("role", "alert").child(error));
    headed("section", "open-heading", page.open)
        .child(form)
        .child(el("label").attr("for", FILE).text(page.open_file))
        .child(el("input").id(FILE).attr("type", "file").attr("accept", ".json,application/json").on(
            "change",
            move |event| {
                if let Some(file) = chosen_file(&event) {
                    app.perform(Action::Read(file), Place::OpenFile, element_of(&event));
                }
            },
        ))
        .child(status_region("said", move || app.status_at(Place::OpenFile)).id("imported"))
        .view()
}

/// Why a number was not opened, with the characters that look wrong marked.
pub fn refusal(lang: Lang, reason: &OpenError) -> AnyView {
    let marked = match reason {
        OpenError::Mistyped(mistyped) => marked(mistyped),
        _ => empty(),
    };
    fragment(vec![paragraph("", &not_opened(lang, reason)), marked])
}

fn marked(mistyped: &Mistyped) -> AnyView {
    let mut number = el("p").class("number");
    for (at, character) in mistyped.text.chars().enumerate() {
        let shown = character.to_string();
        if at > 0 && at % 4 == 0 {
            number = number.text("-");
        }
        number = match mistyped.suspects.contains(&at) {
            true => number.child(el("mark").text(shown)),
            false => number.text(shown),
        };
    }
    number.view()
}
