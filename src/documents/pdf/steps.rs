//! The steps to the data, and what the simulation brings to each.

use krilla::tagging::{ListNumbering, Tag};

use super::parts::Part;
use super::rows::Cell;
use super::sheets::Sheets;
use super::style::{NOTE_ASIDE, NOTE_STRONG, PARAGRAPH, WIDTH};
use crate::documents::Simulation;
use crate::paperwork::{PathStep, path};
use crate::text::{feed, step_title};

/// The width of a step's number.
const INDENT: f32 = 15.0;

/// Writes the steps, each with what the simulation brings to it.
pub fn steps(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) -> Vec<Part> {
    let (lang, opened) = (simulation.lang, simulation.opened);
    let steps = path(opened.project.offer, Some((&opened.project, &opened.quote)));
    let heading = sheets.section_before(lang.paperwork().steps, 4.0 * PARAGRAPH);
    let help = sheets.paragraph(NOTE_ASIDE, lang.paper().steps_help);
    let steps = steps.iter().enumerate();
    let steps = steps.map(|(at, step)| item(sheets, simulation, at + 1, step)).collect();
    vec![heading, help, Part::group(Tag::L(ListNumbering::Decimal), steps)]
}

fn item(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>, number: usize, step: &PathStep) -> Part {
    let (lang, currency) = (simulation.lang, simulation.opened.list.currency);
    // Some are sentences, some are not: what stands between them ends them.
    let said = |one| feed(lang, currency, one).trim_end_matches('.').to_owned();
    let fed: Vec<String> = step.feeds.iter().map(said).collect();
    let mut spans = vec![NOTE_STRONG.says(step_title(lang, step.step))];
    if !fed.is_empty() {
        spans.push(NOTE_ASIDE.says(format!(" – {}", fed.join(" · "))));
    }
    let number = Cell::new(0.0, INDENT, vec![NOTE_ASIDE.says(format!("{number}."))]);
    let step = Cell::new(INDENT, WIDTH - INDENT, spans);
    let mut parts = sheets.row(&[number, step], PARAGRAPH).into_iter();
    sheets.pen += 1.5;
    let (number, step) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    Part::group(Tag::LI, vec![Part::group(Tag::Lbl, number), Part::group(Tag::LBody, step)])
}
