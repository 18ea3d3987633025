//! The fields of a form: a label, a hint, what is wrong, and the entry itself, tied together for
//! screen readers.

use leptos::prelude::*;

use super::desk::Desk;
use super::draft::Why;
use super::parts::{Enter, live_text, nothing};
use crate::tariff::Field;
use crate::text::{entry_fault, misread};

/// What a field is called and what it holds.
pub struct Entry {
    /// Its label.
    pub label: String,
    /// A sentence about it; empty where there is none.
    pub hint: &'static str,
    /// The entry of the project it stands for.
    pub field: Field,
}

/// The id of the element that an entry of the project is entered in.
pub fn id_of(field: &Field) -> String {
    match field {
        Field::Start => "start".into(),
        Field::Months => "months".into(),
        Field::Users => "users".into(),
        Field::Students => "students".into(),
        Field::Configuration => "configuration".into(),
        Field::AccessPoints => "add-box".into(),
        Field::AccessPointMonths(index) => format!("box-{index}"),
        Field::Option(id) => format!("option-{id}"),
    }
}

/// A field for a whole number. It takes any text, so that nothing typed is lost, and says what is
/// wrong with it.
pub fn number_field(desk: Desk, entry: Entry, value: Signal<String>, enter: Enter<String>) -> AnyView {
    text_field(desk, entry, "text", value, enter)
}

/// A field for a date.
pub fn date_field(desk: Desk, entry: Entry, value: Signal<String>, enter: Enter<String>) -> AnyView {
    text_field(desk, entry, "date", value, enter)
}

fn text_field(
    desk: Desk,
    entry: Entry,
    kind: &'static str,
    value: Signal<String>,
    mut enter: Enter<String>,
) -> AnyView {
    let Entry { label, hint, field } = entry;
    let id = id_of(&field);
    let described_by = format!("{id}-hint {id}-error");
    let invalid = {
        let field = field.clone();
        Signal::derive(move || if desk.problem_with(&field).is_some() { "true" } else { "false" }.to_string())
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_of(&id, hint)}
            <input
                id=id.clone()
                type=kind
                inputmode="numeric"
                autocomplete="off"
                maxlength="12"
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=value
                on:input=move |event| enter(event_target_value(&event))
            />
            <p class="error" id=format!("{id}-error")>{live_text(move || what_is_wrong(desk, &field))}</p>
        </div>
    }
    .into_any()
}

/// A box to tick.
pub fn tick(id: String, label: &str, hint: &str, ticked: Signal<bool>, mut enter: Enter<bool>) -> AnyView {
    view! {
        <div class="tick">
            <input
                id=id.clone()
                type="checkbox"
                aria-describedby=format!("{id}-hint")
                prop:checked=ticked
                on:change=move |event| enter(event_target_checked(&event))
            />
            <label for=id.clone()>{String::from(label)}</label>
            {hint_of(&id, hint)}
        </div>
    }
    .into_any()
}

/// One of several to choose from.
pub fn radio(
    name: &'static str,
    id: String,
    label: &str,
    hint: &str,
    chosen: Signal<bool>,
    mut choose: Enter<bool>,
) -> AnyView {
    view! {
        <div class="choice">
            <input
                id=id.clone()
                type="radio"
                name=name
                aria-describedby=format!("{id}-hint")
                prop:checked=chosen
                on:change=move |event| choose(event_target_checked(&event))
            />
            <label for=id.clone()>{String::from(label)}</label>
            {hint_of(&id, hint)}
        </div>
    }
    .into_any()
}

/// A list to choose from: each entry a value and what it is called.
pub fn select(
    id: String,
    label: &str,
    hint: &str,
    choices: Vec<(String, String)>,
    value: Signal<String>,
    mut enter: Enter<String>,
) -> AnyView {
    let choices: Vec<AnyView> = choices
        .into_iter()
        .map(|(choice, called)| {
            let selected = {
                let choice = choice.clone();
                Signal::derive(move || *value.read() == choice)
            };
            view! { <option value=choice prop:selected=selected>{called}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="field">
            <label for=id.clone()>{String::from(label)}</label>
            {hint_of(&id, hint)}
            <select
                id=id.clone()
                aria-describedby=format!("{id}-hint")
                on:change=move |event| enter(event_target_value(&event))
            >
                {choices}
            </select>
        </div>
    }
    .into_any()
}

/// A group of fields under a legend.
pub fn group(legend: &'static str, fields: Vec<AnyView>) -> AnyView {
    view! { <fieldset><legend>{legend}</legend> {fields}</fieldset> }.into_any()
}

fn hint_of(id: &str, hint: &str) -> AnyView {
    if hint.is_empty() {
        return nothing();
    }
    view! { <p class="hint" id=format!("{id}-hint")>{String::from(hint)}</p> }.into_any()
}

/// What is wrong with an entry, in a sentence; empty where nothing is.
pub fn what_is_wrong(desk: Desk, field: &Field) -> String {
    let lang = desk.lang.get();
    desk.problem_with(field).map_or_else(String::new, |problem| match problem.why {
        Why::Misread => misread(lang, field).into(),
        Why::Refused(fault) => entry_fault(lang, field, fault),
    })
}
