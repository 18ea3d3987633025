//! What is wrong with the file, each with the way to its place.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::{TEXT, Workbench};
use crate::app::components::{button, paragraph};
use crate::app::dom::{dynamic, el, empty, fragment};
use crate::app::platform::document;
use crate::app::platform::focus::{after_render, focus};
use crate::i18n::{Lang, at_line, findings_counted};
use crate::price_list_editor::{Diagnostic, Severity};

impl Workbench {
    /// The findings, errors and warnings, in the order of the file. Screen readers are told how many there are;
    /// to hear all of them again after each entry would keep them from the next.
    pub(super) fn findings(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let list = dynamic(move || {
            self.findings.with(|findings| {
                if findings.is_empty() {
                    return empty();
                }
                let items = findings.iter().map(|finding| self.finding(lang, finding)).collect();
                el("ul").class("findings").children(items).view()
            })
        });
        let sound = dynamic(move || match self.findings.with(Vec::is_empty) {
            true => paragraph("note", words.sound),
            false => empty(),
        });
        let counted = move || {
            let count = |severity| {
                self.findings.with(|all| all.iter().filter(|one| one.severity() == severity).count())
            };
            findings_counted(lang, count(Severity::Error), count(Severity::Warning))
        };
        fragment(vec![
            el("div").attr("role", "status").child(sound).view(),
            el("div").class("announcement").child(el("p").attr("role", "alert").text_with(counted)).view(),
            list,
        ])
    }

    fn finding(self, lang: Lang, finding: &Diagnostic) -> AnyView {
        let words = lang.workbench();
        let (class, severity) = match finding.severity() {
            Severity::Error => ("alert", words.error),
            Severity::Warning => ("note", words.warning),
        };
        let (line, found) = (at_line(lang, finding.line), finding.clone());
        let shown = if found.place.is_empty() { line } else { format!("{}, {line}", found.place) };
        let way = button("quiet", &shown, move || self.go_to(found.clone()));
        el("li")
            .class(class)
            .child(el("strong").text(severity))
            .text(format!(" {}", finding.words(lang)))
            .child(el("br"))
            .child(way)
            .view()
    }

    /// Goes to the field of a place, or to the place in the text.
    fn go_to(self, finding: Diagnostic) {
        let list = self.file.with_untracked(|file| {
            (0..file.list_count()).find(|index| finding.is_within(&file.list_place(*index)))
        });
        if let Some(list) = list {
            self.chosen.set(list);
        }
        let text = self.file.with_untracked(|file| String::from(file.text()));
        // Once the form of that list stands.
        after_render(move || {
            // The field of the place, or of what it is a part of.
            let mut path = finding.place.as_str();
            while !path.is_empty() {
                if open_around(path) {
                    return focus(path.into());
                }
                path = path.rfind(['.', '[']).map_or("", |end| &path[..end]);
            }
            open_around(TEXT);
            let Some(field) = document().get_element_by_id(TEXT) else { return };
            let at = utf16_offset(&text, finding.line, finding.column);
            focus(TEXT.into());
            let select = js_sys::Reflect::get(&field, &JsValue::from_str("setSelectionRange"));
            if let Some(select) = select.ok().and_then(|select| select.dyn_into::<js_sys::Function>().ok()) {
                let _ = select.call2(&field, &at.into(), &at.into());
            }
        });
    }
}

/// Opens what an element is folded in; `false` where there is no such element.
fn open_around(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    if let Ok(Some(folded)) = element.closest("details") {
        let _ = folded.set_attribute("open", "");
    }
    true
}

/// A place in a text as browsers count it.
fn utf16_offset(text: &str, line: usize, column: usize) -> u32 {
    let before: usize =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(|line| line.encode_utf16().count()).sum();
    let line = text.split_inclusive('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let within: usize = line.chars().take(column.saturating_sub(1)).map(char::len_utf16).sum();
    (before + within) as u32
}
