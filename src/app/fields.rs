//! The fields of a form: a label, a hint, what is wrong, and the entry itself, tied together for
//! screen readers.

use leptos::prelude::*;

use super::app_state::AppState;
use super::dom::{El, el, empty, is_checked, value_of};
use super::draft::ProblemKind;
use crate::i18n::{entry_fault, misread};
use tariff::Field;

/// What a field is called and what it holds.
pub struct Entry {
    /// Its label.
    pub label: String,
    /// A sentence about it; empty where there is none.
    pub hint: &'static str,
    /// The entry of the project it stands for.
    pub field: Field,
}

/// Where a field takes its contents from.
pub type Held<T> = Box<dyn FnMut() -> T + Send>;
/// What it does with what is entered.
pub type Enter<T> = Box<dyn FnMut(T)>;

/// The id of the element that an entry of the project is entered in.
pub fn id_of(field: &Field) -> String {
    match field {
        Field::Start => "start".into(),
        Field::Months => "months".into(),
        Field::Users => "users".into(),
        Field::Students => "students".into(),
        Field::Configuration => "configuration".into(),
        Field::AccessPoints => "boxes".into(),
        Field::AccessPointMonths(index) => format!("box-{index}"),
        Field::Option(id) => format!("option-{id}"),
    }
}

/// A field for a whole number. It takes any text, so that nothing typed is lost, and says what is
/// wrong with it.
pub fn number_field(app: AppState, entry: Entry, held: Held<String>, enter: Enter<String>) -> AnyView {
    let input = el("input").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
    entry_field(app, entry, input, held, enter)
}

/// A field for a date.
pub fn date_field(app: AppState, entry: Entry, held: Held<String>, enter: Enter<String>) -> AnyView {
    entry_field(app, entry, el("input").attr("type", "date"), held, enter)
}

/// A list to choose from: each choice a value and what it is called.
pub fn select(
    app: AppState,
    entry: Entry,
    choices: Vec<(String, String)>,
    held: Held<String>,
    enter: Enter<String>,
) -> AnyView {
    let choices =
        choices.into_iter().map(|(value, called)| el("option").attr("value", value).text(called).view());
    entry_field(app, entry, el("select").children(choices.collect()), held, enter)
}

/// Has screen readers say beforehand that an entry is needed: all are but options. What is not needed says so
/// in its label or legend.
pub fn needed(field: &Field, input: El) -> El {
    if matches!(field, Field::Option(_)) { input } else { input.attr("aria-required", "true") }
}

/// A field for a name, which is never wrong.
pub fn name_field(id: String, label: String, held: Held<String>, mut enter: Enter<String>) -> AnyView {
    let input = el("input")
        .id(id.clone())
        .attr("type", "text")
        .attr("maxlength", "100")
        .prop("value", held)
        .on("input", move |event| enter(value_of(&event)));
    el("div").class("field").child(el("label").attr("for", id).text(label)).child(input).view()
}

fn entry_field(
    app: AppState,
    entry: Entry,
    field_tag: El,
    held: Held<String>,
    mut enter: Enter<String>,
) -> AnyView {
    let Entry { label, hint, field } = entry;
    let id = id_of(&field);
    let error_id = format!("{id}-error");
    let described_by = if hint.is_empty() { error_id.clone() } else { format!("{id}-hint {error_id}") };
    let same_field = field.clone();
    let field_tag = needed(&field, field_tag)
        .id(id.clone())
        .attr("aria-describedby", described_by)
        .attr_with("aria-invalid", move || app.problem_with(&same_field).is_some().to_string())
        .prop("value", held)
        .on("input", move |event| enter(value_of(&event)));
    el("div")
        .class("field")
        .child(el("label").attr("for", id.clone()).text(label))
        .child(hint_of(&id, hint))
        .child(field_tag)
        .child(el("p").class("error").id(error_id).text_with(move || what_is_wrong(app, &field)))
        .view()
}

/// A box to tick.
pub fn tick(id: String, label: &str, hint: &str, held: Held<bool>, mut enter: Enter<bool>) -> AnyView {
    let input = el("input").attr("type", "checkbox").on("change", move |event| enter(is_checked(&event)));
    choice("tick", id, label, hint, input, held)
}

/// One of several to choose from.
pub fn radio(
    name: &'static str,
    id: String,
    label: &str,
    hint: &str,
    held: Held<bool>,
    mut choose: Box<dyn FnMut()>,
) -> AnyView {
    let input = el("input").attr("type", "radio").attr("name", name).on("change", move |_| choose());
    choice("choice", id, label, hint, input, held)
}

fn choice(class: &'static str, id: String, label: &str, hint: &str, input: El, held: Held<bool>) -> AnyView {
    let input = input.id(id.clone()).prop("checked", held);
    let input = if hint.is_empty() { input } else { input.attr("aria-describedby", format!("{id}-hint")) };
    el("div")
        .class(class)
        .child(input)
        .child(el("label").attr("for", id.clone()).text(label))
        .child(hint_of(&id, hint))
        .view()
}

/// A group of fields under a legend.
pub fn group(legend: &'static str, fields: Vec<AnyView>) -> AnyView {
    el("fieldset").child(el("legend").text(legend)).children(fields).view()
}

fn hint_of(id: &str, hint: &str) -> AnyView {
    if hint.is_empty() {
        return empty();
    }
    el("p").class("hint").id(format!("{id}-hint")).text(hint).view()
}

/// What is wrong with an entry, in a sentence; empty where nothing is.
pub fn what_is_wrong(app: AppState, field: &Field) -> String {
    let lang = app.inputs.with(|inputs| inputs.lang);
    app.problem_with(field).map_or_else(String::new, |why| match why {
        ProblemKind::Misread => misread(lang, field).into(),
        ProblemKind::Refused(fault) => entry_fault(lang, field, fault),
    })
}
