//! The ways into a simulation that exists: an example that CASD published, or a number.

use leptos::prelude::*;

use super::desk::Desk;
use super::dom::{dynamic, el, empty, fragment, value_of};
use super::parts::{button, headed, paragraph, said};
use crate::i18n::{Lang, not_opened};
use crate::price_lists;
use tariff::number::{Mistyped, OpenError};

const TYPED_NUMBER: &str = "open-number";
const FILE: &str = "open-file";

/// The examples and the field for a number, in a language.
pub fn openings(desk: Desk, lang: Lang) -> AnyView {
    el("div").class("openings").child(examples(desk, lang)).child(number_field(desk, lang)).view()
}

fn examples(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let mut buttons = Vec::new();
    for list in price_lists::price_book().lists() {
        for example in &list.examples {
            buttons.push(button("", lang.of(&example.title), move || desk.open_example(list, example)));
        }
    }
    headed("section", "examples-heading", page.examples)
        .child(paragraph("hint", page.examples_help))
        .child(el("div").class("actions").children(buttons))
        .view()
}

fn number_field(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let field = el("input")
        .id(TYPED_NUMBER)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "open-hint open-error")
        .attr_with("aria-invalid", move || desk.work.with(|work| work.not_opened.is_some().to_string()))
        .prop("value", move || desk.work.with(|work| work.typed_number.clone()))
        .on("input", move |event| desk.work.update(|work| work.typed_number = value_of(&event)));
    let error = dynamic(move || {
        desk.work.with(|work| work.not_opened.as_ref().map_or_else(empty, |reason| refusal(lang, reason)))
    });
    let open = el("button").attr("type", "submit").text(page.open_button);
    // A form of one field: that it has to be filled in goes without saying. A file is another way in.
    let form = el("form")
        .on("submit", move |event| {
            event.prevent_default();
            desk.open(&desk.work.with_untracked(|work| work.typed_number.clone()));
        })
        .child(el("label").attr("for", TYPED_NUMBER).text(page.open_label))
        .child(el("p").class("hint").id("open-hint").text(page.open_help))
        .child(el("div").class("actions").child(field).child(open))
        .child(el("div").class("error").id("open-error").attr("role", "alert").child(error));
    headed("section", "open-heading", page.open)
        .child(form)
        .child(el("label").attr("for", FILE).text(page.open_file))
        .child(
            el("input")
                .id(FILE)
                .attr("type", "file")
                .attr("accept", ".json,application/json")
                .attr("data-do", "import"),
        )
        .child(said("said").id("imported"))
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
