//! The fields of a form: a label, a hint, what is wrong, and the entry itself, tied together for
//! screen readers.

use leptos::prelude::*;

use super::desk::Desk;
use super::draft::Why;
use crate::tariff::Field;
use crate::text::{entry_fault, misread};

/// What a field is called and what it holds.
pub struct Entry<'text> {
    /// Its id in the document.
    pub id: String,
    /// Its label.
    pub label: String,
    /// A sentence about it; empty where there is none.
    pub hint: &'text str,
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
pub fn number_field(
    desk: Desk,
    entry: Entry<'_>,
    value: impl Fn() -> String + Send + 'static,
    enter: impl FnMut(String) + 'static,
) -> AnyView {
    let (id, describedby) = (entry.id.clone(), described_by(&entry));
    let input = view! {
        <input
            id=id
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="12"
            aria-describedby=describedby
            aria-invalid=invalid(desk, entry.field.clone())
            prop:value=value
            on:input:target={
                let mut enter = enter;
                move |event| enter(event.target().value())
            }
        />
    };
    framed(desk, entry, input.into_any())
}

/// A field for a date.
pub fn date_field(desk: Desk, entry: Entry<'_>) -> AnyView {
    let (id, describedby) = (entry.id.clone(), described_by(&entry));
    // Only the page's own changes are written back: while a visitor types, the field holds a date
    // that is not complete, and writing would wipe it.
    let value = move || {
        desk.filled_in.track();
        desk.draft.with_untracked(|draft| draft.start.clone())
    };
    let input = view! {
        <input
            id=id
            type="date"
            aria-describedby=describedby
            aria-invalid=invalid(desk, entry.field.clone())
            prop:value=value
            on:input:target=move |event| {
                let start = event.target().value();
                desk.enter(move |draft| draft.start = start);
            }
        />
    };
    framed(desk, entry, input.into_any())
}

/// A box to tick.
pub fn tick(
    id: String,
    label: String,
    hint: String,
    ticked: impl Fn() -> bool + Send + 'static,
    enter: impl FnMut(bool) + 'static,
) -> AnyView {
    let described_by = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| described_by.clone());
    let mut enter = enter;
    view! {
        <div class="tick">
            <input
                id=id.clone()
                type="checkbox"
                aria-describedby=described
                prop:checked=ticked
                on:change:target=move |event| enter(event.target().checked())
            />
            <label for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=described_by>{hint}</p> })}
        </div>
    }
    .into_any()
}

/// One of several to choose from.
pub fn radio(
    name: &'static str,
    id: String,
    label: String,
    hint: String,
    chosen: impl Fn() -> bool + Send + 'static,
    choose: impl FnMut() + 'static,
) -> AnyView {
    let described_by = format!("{id}-hint");
    let mut choose = choose;
    view! {
        <div class="choice">
            <input
                id=id.clone()
                type="radio"
                name=name
                aria-describedby=described_by.clone()
                prop:checked=chosen
                on:change=move |_| choose()
            />
            <label for=id>{label}</label>
            <p class="hint" id=described_by>{hint}</p>
        </div>
    }
    .into_any()
}

/// A group of fields under a legend.
pub fn group(legend: &'static str, fields: AnyView) -> AnyView {
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {fields}
        </fieldset>
    }
    .into_any()
}

/// Puts the label over an entry, its hint and what is wrong with it under.
fn framed(desk: Desk, entry: Entry<'_>, input: AnyView) -> AnyView {
    let Entry { id, label, hint, field } = entry;
    let hint = (!hint.is_empty()).then(|| {
        let (id, hint) = (format!("{id}-hint"), String::from(hint));
        view! { <p class="hint" id=id>{hint}</p> }
    });
    let error_id = format!("{id}-error");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint}
            {input}
            <p class="error" id=error_id>{move || what_is_wrong(desk, &field)}</p>
        </div>
    }
    .into_any()
}

fn described_by(entry: &Entry<'_>) -> String {
    let id = &entry.id;
    if entry.hint.is_empty() { format!("{id}-error") } else { format!("{id}-hint {id}-error") }
}

fn invalid(desk: Desk, field: Field) -> impl Fn() -> Option<&'static str> + Clone + Send + 'static {
    move || desk.problem_with(&field).map(|_| "true")
}

/// What is wrong with an entry, in a sentence; empty where nothing is.
pub fn what_is_wrong(desk: Desk, field: &Field) -> String {
    let lang = desk.lang.get();
    desk.problem_with(field).map_or_else(String::new, |problem| match problem.why {
        Why::Misread => misread(lang, field).into(),
        Why::Refused(fault) => entry_fault(lang, field, fault),
    })
}
