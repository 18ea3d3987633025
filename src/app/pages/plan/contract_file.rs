//! The contract file: a checklist of the papers that the simulation leads to.

use leptos::prelude::*;

use super::Plan;
use crate::app::components::{heading, paragraph};
use crate::app::dom::{El, el, fragment, is_checked};
use crate::app::outcome::Snapshot;
use crate::i18n::{Lang, paper_count, paper_name, paper_purpose, signed_by};
use crate::procedure;

impl Plan {
    /// Each paper, with how many there are, who signs it and what for. The boxes are for whoever prints it, or
    /// works through it here.
    pub(super) fn contract_file(self, lang: Lang, subject: &Snapshot) -> AnyView {
        let words = lang.procedure();
        let file = procedure::contract_file(&subject.opened.project, &subject.opened.quote);
        let named = |institution| subject.names.label(institution);
        let number = subject.opened.number.to_string();
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
                .child(self.box_of(&id, number.clone(), index))
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

    /// The box of a paper. What was ticked off is of one simulation's papers.
    fn box_of(self, id: &str, number: String, index: usize) -> El {
        let of = number.clone();
        let is_ticked = move || self.ticked.with(|(number, ticked)| *number == of && ticked.contains(&index));
        el("input").id(id).attr("type", "checkbox").prop("checked", is_ticked).on("change", move |event| {
            let is_on = is_checked(&event);
            self.ticked.update(|ticked| {
                if ticked.0 != number {
                    *ticked = (number.clone(), Vec::new());
                }
                ticked.1.retain(|one| *one != index);
                ticked.1.extend(is_on.then_some(index));
            });
        })
    }
}
