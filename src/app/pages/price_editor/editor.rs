//! A list of the file as a form: its days, its prices, its words.

use leptos::prelude::*;

use super::Workbench;
use crate::app::components::paragraph;
use crate::app::dom::{El, dynamic, el, empty, fragment, is_checked, keyed, value_of};
use crate::app::platform::focus::focus;
use crate::i18n::{Lang, ListPart, field_label, vat_choice};
use crate::price_list_editor::{Diagnostic, Field, Kind, Section};

/// A text longer than this has a field of several lines.
const LONG: usize = 60;

impl Workbench {
    /// The choice of a list, and its form.
    pub(super) fn editor(self, lang: Lang) -> AnyView {
        let count = move || self.file.with(|file| file.list_count());
        let choices = dynamic(move || {
            let choice = |index: usize| {
                let title = self.file.with(|file| file.list_title(index, lang));
                let option = el("option").attr("value", index.to_string()).text(title);
                option.prop("selected", move || self.chosen.get() == index).view()
            };
            fragment((0..count()).map(choice).collect())
        });
        let chosen = el("select")
            .id("chosen")
            .child(choices)
            .on("change", move |event| self.chosen.set(value_of(&event).parse().unwrap_or(0)));
        let chooser = el("div")
            .class("field")
            .child(el("label").attr("for", "chosen").text(lang.workbench().chosen))
            .child(chosen);
        let form = keyed(
            move || self.shape(),
            move || {
                let sections = self.file.with_untracked(|file| file.fields(self.chosen.get_untracked()));
                fragment(sections.into_iter().map(|section| self.section(lang, section)).collect())
            },
        );
        let is_empty = dynamic(move || match count() {
            0 if self.file.with(|file| file.book().is_some()) => paragraph("note", lang.workbench().no_lists),
            // Where the text is not that of a book, the findings say what it is.
            _ => empty(),
        });
        let chooser = chooser.prop("hidden", move || count() == 0);
        fragment(vec![is_empty, chooser.view(), form])
    }

    /// What the form is made of: where it changes, the form is made anew; where only what stands in a field
    /// does, the field stays in place.
    fn shape(self) -> Vec<u32> {
        let chosen = self.chosen.get();
        let sections = self.file.with(|file| file.fields(chosen));
        let paths = sections.iter().flat_map(|section| section.fields.iter().map(|field| &field.path));
        let mark = |mark: u32, byte: u8| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let mut shape: Vec<u32> = paths.map(|path| path.bytes().fold(0x811c_9dc5, mark)).collect();
        shape.push(chosen as u32);
        shape
    }

    fn section(self, lang: Lang, section: Section) -> AnyView {
        let is_open = matches!(section.part, ListPart::Heading | ListPart::Charge);
        let path = section.path;
        // What a part is called follows what is typed into it.
        let title = move || {
            let sections = self.file.with(|file| file.fields(self.chosen.get_untracked()));
            let section = sections.into_iter().find(|section| section.path == path);
            section.map(|section| section.title(lang)).unwrap_or_default()
        };
        let fields = section.fields.into_iter().map(|field| self.field(lang, &field)).collect();
        let part = el("details").class("part");
        let part = if is_open { part.attr("open", "") } else { part };
        let part = part.attr_with("aria-label", title.clone());
        part.child(el("summary").text_with(title)).child(el("div").class("fields").children(fields)).view()
    }

    fn field(self, lang: Lang, field: &Field) -> AnyView {
        let (path, kind) = (field.path.clone(), field.kind);
        let error_id = format!("{path}-error");
        let held = self.held(path.clone());
        let entry = match field.kind {
            Kind::YesNo | Kind::OnRequest => {
                let mut held = held;
                let changed = path.clone();
                el("input").attr("type", "checkbox").prop("checked", move || held() == "true").on(
                    "change",
                    move |event| {
                        self.enter(&changed, if is_checked(&event) { "true" } else { "false" });
                    },
                )
            }
            Kind::VatStatus => {
                let choices = Kind::VAT_STATUS
                    .map(|choice| el("option").attr("value", choice).text(vat_choice(lang, choice)).view());
                self.typed(el("select").children(choices.into()), path.clone(), held)
            }
            Kind::Day => self.typed(el("input").attr("type", "date"), path.clone(), held),
            Kind::Words(language) if field.value.chars().count() > LONG => {
                self.typed(el("textarea").attr("rows", "3").attr("lang", language.code()), path.clone(), held)
            }
            Kind::Words(language) => {
                let entry = el("input").attr("type", "text").attr("lang", language.code());
                self.typed(entry, path.clone(), held)
            }
            Kind::Price | Kind::Percent => {
                let entry = el("input").attr("type", "text").attr("inputmode", "decimal");
                self.typed(entry, path.clone(), held)
            }
            Kind::Number | Kind::MaybeNumber => {
                let entry = el("input").attr("type", "text").attr("inputmode", "numeric");
                self.typed(entry, path.clone(), held)
            }
            Kind::Id | Kind::Email => {
                self.typed(el("input").attr("type", "text").attr("spellcheck", "false"), path.clone(), held)
            }
        };
        let [invalid, wrong] = [path.clone(), path.clone()];
        let entry = entry
            .id(path.clone())
            .attr("aria-describedby", error_id.clone())
            .attr_with("aria-invalid", move || (!self.wrong_at(lang, &invalid, kind).is_empty()).to_string());
        let entry = if field.is_optional() { entry } else { entry.attr("aria-required", "true") };
        let written_in = match field.kind {
            Kind::Words(language) => Some(language),
            _ => None,
        };
        let label = field_label(lang, field.label(lang), written_in, field.is_optional());
        let class = if matches!(field.kind, Kind::YesNo | Kind::OnRequest) { "tick" } else { "field" };
        let error = el("p").class("error").id(error_id).text_with(move || self.wrong_at(lang, &wrong, kind));
        let label = el("label").attr("for", path).text(label);
        let (first, second) = if class == "tick" { (entry, label) } else { (label, entry) };
        el("div").class(class).child(first).child(second).child(error).view()
    }

    fn typed(self, entry: El, path: String, held: impl FnMut() -> String + Send + 'static) -> El {
        entry.prop("value", held).on("change", move |event| self.enter(&path, &value_of(&event)))
    }

    /// What stands in a field.
    fn held(self, path: String) -> impl FnMut() -> String + Send + 'static {
        move || {
            let chosen = self.chosen.get_untracked();
            let sections = self.file.with(|file| file.fields(chosen));
            let mut fields = sections.into_iter().flat_map(|section| section.fields);
            fields.find(|field| field.path == path).map(|field| field.value).unwrap_or_default()
        }
    }

    fn enter(self, path: &str, typed: &str) {
        let Some(file) = self.file.with_untracked(|file| file.set(path, typed)) else { return };
        let before = untrack(|| self.shape());
        self.take(file);
        // Where the form was made anew, so was the field.
        if untrack(|| self.shape()) != before {
            focus(path.into());
        }
    }

    /// What is wrong in a field, or worth a look.
    fn wrong_at(self, lang: Lang, path: &str, kind: Kind) -> String {
        // What is wrong with a price is said at the price, not at the tick that there is one.
        let is_here = |finding: &&Diagnostic| match kind {
            Kind::OnRequest => finding.place == path,
            _ => finding.is_within(path),
        };
        self.findings.with(|findings| {
            let here = findings.iter().filter(is_here);
            here.map(|finding| finding.words(lang)).collect::<Vec<_>>().join(" ")
        })
    }
}
