//! The steps to the data, and what the simulation brings to each.

use krilla::tagging::{ListNumbering, Tag};

use super::parts::Part;
use super::rows::Cell;
use super::sheets::Sheets;
use super::style::{NOTE_ASIDE, NOTE_STRONG, PARAGRAPH, WIDTH};
use crate::export::Simulation;
use crate::i18n::{feed, step_title};
use crate::procedure::{ProcedureStep, steps_to_data};

/// The width of a step's number.
const INDENT: f32 = 15.0;
/// Between two steps.
const GAP: f32 = 1.5;

/// Writes the steps, each with what the simulation brings to it.
pub fn steps(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) -> Vec<Part> {
    let (lang, opened) = (simulation.lang, simulation.opened);
    let steps = steps_to_data(opened.project.offer, Some((&opened.project, &opened.quote)));
    let rows = (1..).zip(&steps).map(|(number, step)| cells(simulation, number, step));
    let rows: Vec<[Cell; 2]> = rows.collect();
    let lines = |[_, step]: &[Cell; 2]| step.lines(sheets.typeface).len() as f32;
    let height: f32 = rows.iter().map(|row| lines(row) * PARAGRAPH + GAP).sum();
    // They are few, and stay together.
    let heading = sheets.section_before(lang.procedure().steps, height + 2.0 * PARAGRAPH);
    let help = sheets.paragraph(NOTE_ASIDE, lang.pdf().steps_help);
    let items = rows.iter().map(|row| item(sheets, row)).collect();
    vec![heading, help, Part::group(Tag::L(ListNumbering::Decimal), items)]
}

fn cells(simulation: &Simulation<'_>, number: u32, step: &ProcedureStep) -> [Cell; 2] {
    let (lang, currency) = (simulation.lang, simulation.opened.list.currency);
    // Some are sentences, some are not: what stands between them ends them.
    let said = |one| feed(lang, currency, one).trim_end_matches('.').to_owned();
    let fed: Vec<String> = step.feeds.iter().map(said).collect();
    let mut spans = vec![NOTE_STRONG.says(step_title(lang, step.step))];
    if !fed.is_empty() {
        spans.push(NOTE_ASIDE.says(format!(" – {}", fed.join(" · "))));
    }
    let number = vec![NOTE_ASIDE.says(format!("{number}."))];
    [Cell::new(0.0, INDENT, number), Cell::new(INDENT, WIDTH - INDENT, spans)]
}

fn item(sheets: &mut Sheets<'_>, cells: &[Cell; 2]) -> Part {
    let mut parts = sheets.row(cells, PARAGRAPH).into_iter();
    sheets.pen += GAP;
    let (number, step) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    Part::group(Tag::LI, vec![Part::group(Tag::Lbl, number), Part::group(Tag::LBody, step)])
}
