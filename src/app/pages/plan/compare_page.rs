//! The comparison page: the main form's simulation beside up to three variants, which start as copies of it.

use leptos::prelude::*;

use super::comparison_table::comparison_table;
use super::variant_form::VariantForm;
use super::variants::{heading_id, numbers_of, total_of};
use super::{Plan, Variant};
use crate::app::action::Place;
use crate::app::address::page_in;
use crate::app::components::{action_bar, copy_button, paragraph};
use crate::app::dom::{dynamic, el, empty, fragment, keyed, value_of};
use crate::app::platform::focus::after_render;
use crate::app::start_panel::refusal;
use crate::app::view::View;
use crate::i18n::{Lang, variant_name};
use tariff::number::OpenError;
use tariff::{Project, Quote, compare_variants};

const ADDED: &str = "added-number";

impl Plan {
    /// The variants, and what differs between them.
    pub(super) fn comparison(self, lang: Lang) -> AnyView {
        let words = lang.plan();
        let (first, others) = self.named.get();
        let refused = |number: &String| {
            let reason = Variant::of_number(0, number).err()?;
            Some(el("div").class("alert").child(refusal(lang, &reason)).view())
        };
        // A link whose first number does not open is no comparison with something else.
        if let Some(refused) = Some(first).filter(|first| !first.is_empty()).as_ref().and_then(refused) {
            return refused;
        }
        let refused = others.iter().filter_map(refused).collect();
        let Some(subject) = self.app.snapshot() else {
            return paragraph("alert", words.no_estimate);
        };
        let first = Variant::of(0, &subject.opened);
        let (shown, compared) = (first.clone(), first.clone());
        let keys = move || self.variants.with(|all| all.iter().map(|one| one.key).collect::<Vec<u32>>());
        let forms = keyed(keys, move || {
            let mut forms = vec![self.first_variant(lang, &shown)];
            forms.extend(
                keys()
                    .into_iter()
                    .enumerate()
                    .map(|(at, key)| VariantForm { plan: self, lang, key }.view(at + 1)),
            );
            el("div").class("variants").children(forms).view()
        });
        fragment(vec![
            paragraph("hint", words.compare_help),
            fragment(refused),
            forms,
            self.adding(lang),
            self.link(lang, first),
            dynamic(move || self.compared(lang, &compared)),
        ])
    }

    /// The simulation of the form, which is changed there.
    fn first_variant(self, lang: Lang, first: &Variant) -> AnyView {
        let copied = first.clone();
        el("section")
            .class("variant")
            .attr("aria-labelledby", heading_id(0))
            .child(el("h3").id(heading_id(0)).attr("tabindex", "-1").text(variant_name(lang, 0)))
            .child(paragraph("sum", &total_of(lang, first)))
            .child(paragraph("hint", lang.plan().first_help))
            .child(self.duplicate(lang, move || Some(copied.clone())))
            .view()
    }

    /// A field for a number that somebody wants to compare with.
    fn adding(self, lang: Lang) -> AnyView {
        let words = lang.plan();
        let refused: RwSignal<Option<OpenError>> = RwSignal::new(None);
        let typed = self.added;
        keyed(
            move || vec![self.is_full().into()],
            move || {
                if self.is_full() {
                    return paragraph("note", words.full);
                }
                let field = el("input")
                    .id(ADDED)
                    .attr("type", "text")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .attr("aria-describedby", "added-error")
                    .attr_with("aria-invalid", move || refused.with(Option::is_some).to_string())
                    .prop("value", move || typed.get())
                    .on("input", move |event| typed.set(value_of(&event)));
                let error = dynamic(move || {
                    refused.with(|why| why.as_ref().map_or_else(empty, |why| refusal(lang, why)))
                });
                el("form")
                    .class("adding")
                    .on("submit", move |event| {
                        event.prevent_default();
                        match Variant::of_number(0, &typed.get_untracked()) {
                            Ok(variant) => {
                                refused.set(None);
                                typed.set(String::new());
                                self.push(|key| Variant { key, ..variant });
                            }
                            Err(why) => {
                                refused.set(None);
                                // Screen readers are told the same again where it stands there anew.
                                after_render(move || {
                                    let _ = refused.try_set(Some(why));
                                });
                            }
                        }
                    })
                    .child(el("label").attr("for", ADDED).text(words.add_label))
                    .child(
                        el("div")
                            .class("actions")
                            .child(field)
                            .child(el("button").attr("type", "submit").text(words.add)),
                    )
                    .child(el("div").class("error").id("added-error").attr("role", "alert").child(error))
                    .view()
            },
        )
    }

    /// Copies the link of the set.
    fn link(self, lang: Lang, first: Variant) -> AnyView {
        let link = move || {
            let others = self.variants.with(|all| numbers_of(all));
            let numbers: Vec<String> = [first.number.clone()].into_iter().chain(others).collect();
            format!("{}#{}", page_in(lang, View::Compare), numbers.join("&"))
        };
        let copy = copy_button(self.app, Place::Comparison, &lang.plan().copy_link, link);
        action_bar(self.app, Place::Comparison, vec![copy])
    }

    fn compared(self, lang: Lang, first: &Variant) -> AnyView {
        let others = self.variants.with(Vec::clone);
        if others.is_empty() {
            return empty();
        }
        let mut names = Vec::new();
        let mut priced: Vec<(Project, Quote<'static>)> = Vec::new();
        for (index, variant) in [first].into_iter().chain(&others).enumerate() {
            // What has no estimate says so at its own form.
            if let Ok(one) = variant.quote() {
                names.push(variant_name(lang, index));
                priced.push(one);
            }
        }
        let variants: Vec<tariff::Variant<'_>> =
            priced.iter().map(|(project, quote)| tariff::Variant { project, quote }).collect();
        comparison_table(lang, &names, &priced, &compare_variants(&variants))
    }
}
