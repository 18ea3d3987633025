//! The contract file: a checklist of the papers that the simulation leads to.

use leptos::prelude::*;

use super::{Plan, Subject};
use crate::app::components::{heading, paragraph};
use crate::app::dom::{El, el, fragment, is_checked};
use crate::i18n::{Lang, paper_count, paper_name, paper_purpose, signed_by};
use crate::procedure;

impl Plan {
    /// Each paper, with how many there are, who signs it and what for. The boxes are for whoever prints it, or
    /// works through it here.
    pub(super) fn contract_file(self, lang: Lang, subject: &Subject) -> AnyView {
        let words = lang.procedure();
        let file = procedure::contract_file(&subject.opened.project, &subject.opened.quote);
        let named = |institution| subject.names.label(institution);
        let mut papers = Vec::new();
        for (index, paper) in file.papers.iter().enumerate() {
            let id = format!("paper-{index}");
            let facts = [
                (words.count, paper_count(lang, paper)),
                (words.signed_by, signed_by(lang, paper, &named)),
                (words.purpose, paper_purpose(lang, paper, subject.opened.list.currency)),
            ];
            let facts = facts.map(|(called, said)| {
                el("div").child(el("dt").text(called)).child(el("dd").text(said)).view()
            });
            let tick = el("div")
                .class("tick")
                .child(self.box_of(&id, index))
                .child(el("label").attr("for", &id).text(paper_name(lang, paper)));
            papers.push(el("li").child(tick).child(el("dl").class("facts").children(facts.into())).view());
        }
        fragment(vec![
            heading(words.file),
            paragraph("hint", words.file_help),
            el("fieldset")
                .child(el("legend").text(words.tick_off))
                .child(el("ul").class("papers").children(papers))
                .view(),
            paragraph("", words.file_return),
        ])
    }

    fn box_of(self, id: &str, index: usize) -> El {
        el("input")
            .id(id)
            .attr("type", "checkbox")
            .prop("checked", move || self.ticked.with(|ticked| ticked.contains(&index)))
            .on("change", move |event| {
                let is_on = is_checked(&event);
                self.ticked.update(|ticked| {
                    ticked.retain(|one| *one != index);
                    ticked.extend(is_on.then_some(index));
                });
            })
    }
}
