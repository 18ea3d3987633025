//! The steps to the data.

use leptos::prelude::*;

use crate::app::components::{heading, paragraph};
use crate::app::dom::{el, fragment};
use crate::i18n::{Lang, feed, role_explained, role_name, step_sentences, step_title};
use crate::procedure::{self, ProcedureStep};
use tariff::number::Opened;

/// The steps for a simulation, with who acts in each and what the simulation feeds into it.
pub fn steps(lang: Lang, opened: &Opened<'static>) -> AnyView {
    let (project, quote) = (&opened.project, &opened.quote);
    let steps = procedure::steps_to_data(project.offer, Some((project, quote)));
    let steps = steps.iter().enumerate().map(|(at, one)| step(lang, opened, at + 1, one)).collect();
    fragment(vec![heading(lang.procedure().steps), el("ol").class("steps").children(steps).view()])
}

fn step(lang: Lang, opened: &Opened<'static>, number: usize, step: &ProcedureStep) -> AnyView {
    let words = lang.procedure();
    let mut views = vec![el("h4").text(format!("{number}. {}", step_title(lang, step.step))).view()];
    views.extend(step_sentences(lang, step.step).iter().map(|sentence| paragraph("", sentence)));
    let roles: Vec<AnyView> = step
        .roles
        .iter()
        .map(|role| {
            let name = el("dt").text(role_name(lang, *role));
            // Each is explained where it first appears.
            let explained = step.introduces.contains(role).then(|| role_explained(lang, *role));
            el("div").child(name).child(el("dd").text(explained.unwrap_or(""))).view()
        })
        .collect();
    views.push(paragraph("measures", words.who));
    views.push(el("dl").class("facts roles").children(roles).view());
    if !step.feeds.is_empty() {
        let fed = step.feeds.iter().map(|fed| {
            let said = feed(lang, opened.list.currency, fed);
            let said = match fed {
                procedure::Feed::Number => format!("{said} – {}", opened.number),
                _ => said,
            };
            el("li").text(said).view()
        });
        views.push(paragraph("measures", words.fed));
        views.push(el("ul").children(fed.collect()).view());
    }
    el("li").child(fragment(views)).view()
}
