//! The form as a line of text, right or wrong as it was typed: what the browser keeps of it.
//!
//! It has the form of an address's query, `offer=standard&start=2026-12-01&months=12&…`. An SD-Box
//! rented for as long as the project lasts is `box`; one with months of its own, `box=6`. Its funder and
//! its host, where they are others, follow it: `box=6&box-funder=B&box-host=C`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::draft::{BoxDraft, Draft, YES};
use tariff::number::Number;
use tariff::{Id, Offer};

/// What a query takes as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// What stands before the number of a simulation that the form is of. It comes last.
const NUMBER: &str = "number=";
/// What stands before the id of an option.
const OPTION: &str = "option-";

impl Draft {
    /// The form as text.
    pub fn to_text(&self) -> String {
        let mut text = format!("offer={}", self.offer.name());
        let mut add = |name: &str, typed: Option<&str>| {
            text.push('&');
            text.push_str(name);
            if let Some(typed) = typed {
                text.push('=');
                text.extend(utf8_percent_encode(typed, PLAIN));
            }
        };
        add("start", Some(&self.start));
        add("months", Some(&self.months));
        add("renewal", Some(if self.renewal { YES } else { "" }));
        add("users", Some(&self.users));
        add("students", Some(&self.students));
        add("configuration", Some(self.configuration.as_ref().map_or("", Id::as_str)));
        for (id, held) in &self.options {
            add(&format!("{OPTION}{id}"), Some(held));
        }
        add_name(&mut add, "funder", &self.funder);
        for one in &self.boxes {
            add("box", (!one.follows).then_some(&one.months));
            add_name(&mut add, "box-funder", &one.funder);
            add_name(&mut add, "box-host", &one.host);
        }
        text
    }

    /// The form of a simulation that was issued, as text, with its number.
    pub fn numbered(&self, number: &Number) -> String {
        format!("{}&{NUMBER}{}", self.to_text(), number.as_str())
    }

    /// The number in a text that [`Draft::numbered`] gave.
    pub fn number_in(text: &str) -> Option<&str> {
        text.rsplit_once('&')?.1.strip_prefix(NUMBER)
    }

    /// Reads a form back; `None` where the text is not one. What it does not know, it leaves aside.
    pub fn from_text(text: &str) -> Option<Draft> {
        let offer = text.strip_prefix("offer=")?.split('&').next()?;
        let mut draft = Draft::empty(Offer::from_name(offer)?);
        draft.preset(text);
        Some(draft)
    }

    /// Takes what a query such as `offer=pmsi&users=4` says of the form, and leaves the rest of the form as
    /// it is; says whether there was anything. What it does not know, it leaves aside; what is wrong in a
    /// value it takes, as if it had been typed.
    pub fn preset(&mut self, query: &str) -> bool {
        let mut is_preset = false;
        let mut boxes = Vec::new();
        for pair in query.split('&') {
            let (name, typed) = match pair.split_once('=') {
                Some((name, typed)) => (name, Some(decoded(typed))),
                None => (pair, None),
            };
            let follows = typed.is_none();
            let typed = typed.unwrap_or_default();
            is_preset |= match name {
                "offer" => Offer::from_name(&typed).map(|offer| self.offer = offer).is_some(),
                "start" => set(&mut self.start, typed),
                "months" => {
                    self.set_months(typed);
                    true
                }
                "renewal" => {
                    self.renewal = typed == YES;
                    true
                }
                "users" => set(&mut self.users, typed),
                "students" => set(&mut self.students, typed),
                "configuration" => {
                    self.configuration = Id::try_from(typed).ok();
                    true
                }
                "box" => {
                    boxes.push(BoxDraft {
                        key: boxes.len() as u32,
                        months: typed,
                        follows,
                        ..BoxDraft::default()
                    });
                    true
                }
                "funder" => set(&mut self.funder, typed),
                "box-funder" => boxes.last_mut().is_some_and(|one| set(&mut one.funder, typed)),
                "box-host" => boxes.last_mut().is_some_and(|one| set(&mut one.host, typed)),
                _ => {
                    let id = name.strip_prefix(OPTION).and_then(|id| Id::try_from(String::from(id)).ok());
                    id.map(|id| self.set_option(&id, typed)).is_some()
                }
            };
        }
        if !boxes.is_empty() {
            self.boxes = boxes;
            self.set_months(self.months.clone());
        }
        is_preset
    }
}

/// Most forms name no institution.
fn add_name(add: &mut dyn FnMut(&str, Option<&str>), name: &str, typed: &str) {
    if !typed.is_empty() {
        add(name, Some(typed));
    }
}

fn set(held: &mut String, typed: String) -> bool {
    *held = typed;
    true
}

fn decoded(typed: &str) -> String {
    // A form that a page sends writes a space as a plus.
    percent_decode_str(&typed.replace('+', " ")).decode_utf8_lossy().into_owned()
}
