//! The form as a line of text, right or wrong as it was typed: what the browser keeps of it.
//!
//! It has the form of an address's query, `offer=standard&start=2026-12-01&months=12&…`. An SD-Box
//! rented for as long as the project lasts is `box`; one with months of its own, `box=6`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::draft::{BoxDraft, Draft, YES};
use crate::tariff::{Id, Offer};

/// What a query takes as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// What stands before the id of an option.
const OPTION: &str = "option-";

impl Draft {
    /// The form as text.
    pub fn to_text(&self) -> String {
        let mut text = format!("offer={}", self.offer.name());
        let mut add = |name: &str, typed: &str| {
            for part in ["&", name, "="] {
                text.push_str(part);
            }
            text.extend(utf8_percent_encode(typed, PLAIN));
        };
        add("start", &self.start);
        add("months", &self.months);
        add("renewal", if self.renewal { YES } else { "" });
        add("users", &self.users);
        add("students", &self.students);
        add("configuration", self.configuration.as_ref().map_or("", Id::as_str));
        for (id, held) in &self.options {
            add(&format!("{OPTION}{id}"), held);
        }
        for one in &self.boxes {
            if one.follows {
                text.push_str("&box");
            } else {
                text.push_str("&box=");
                text.extend(utf8_percent_encode(&one.months, PLAIN));
            }
        }
        text
    }

    /// Reads a form back; `None` where the text is not one. What it does not know, it leaves aside.
    pub fn from_text(text: &str) -> Option<Draft> {
        let mut pairs = text.split('&').map(|pair| match pair.split_once('=') {
            Some((name, typed)) => (name, Some(percent_decode_str(typed).decode_utf8_lossy().into_owned())),
            None => (pair, None),
        });
        let ("offer", Some(offer)) = pairs.next()? else { return None };
        let mut draft = Draft::empty(Offer::from_name(&offer)?);
        for (name, typed) in pairs {
            let follows = typed.is_none();
            let typed = typed.unwrap_or_default();
            match name {
                "start" => draft.start = typed,
                "months" => draft.months = typed,
                "renewal" => draft.renewal = typed == YES,
                "users" => draft.users = typed,
                "students" => draft.students = typed,
                "configuration" => draft.configuration = Id::try_from(typed).ok(),
                "box" => {
                    let months = if follows { draft.months.clone() } else { typed };
                    draft.boxes.push(BoxDraft { key: draft.boxes.len() as u32, months, follows });
                }
                _ => {
                    let id = name.strip_prefix(OPTION).and_then(|id| Id::try_from(String::from(id)).ok());
                    draft.options.extend(id.map(|id| (id, typed)));
                }
            }
        }
        Some(draft)
    }
}
