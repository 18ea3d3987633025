//! The steps section of the PDF: the procedure to access the data.

use krilla::tagging::{ListNumbering, Tag};

use super::cell::Cell;
use super::flow::Flow;
use super::style::{NOTE_ASIDE, NOTE_STRONG, PARAGRAPH, WIDTH};
use super::tag_tree::TagNode;
use crate::export::Simulation;
use crate::i18n::{feed, step_title};
use crate::procedure::{ProcedureStep, steps_to_data};

/// The width of a step's number.
const INDENT: f32 = 15.0;
/// The space between two steps.
const GAP: f32 = 1.5;

/// Writes the steps, each with the simulation's input to it.
pub fn steps(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Vec<TagNode> {
    let (lang, opened) = (simulation.lang, simulation.opened);
    let steps = steps_to_data(opened.project.offer, Some((&opened.project, &opened.quote)));
    let rows = (1..).zip(&steps).map(|(number, step)| cells(simulation, number, step));
    let rows: Vec<[Cell; 2]> = rows.collect();
    let lines = |[_, step]: &[Cell; 2]| step.lines(flow.typeface).len() as f32;
    let height: f32 = rows.iter().map(|row| lines(row) * PARAGRAPH + GAP).sum();
    // They are few, and stay together.
    let heading = flow.section_before(lang.procedure().steps, height + 2.0 * PARAGRAPH);
    let help = flow.paragraph(NOTE_ASIDE, lang.pdf().steps_help);
    let items = rows.iter().map(|row| item(flow, row)).collect();
    vec![heading, help, TagNode::group(Tag::L(ListNumbering::Decimal), items)]
}

fn cells(simulation: &Simulation<'_>, number: u32, step: &ProcedureStep) -> [Cell; 2] {
    let (lang, currency) = (simulation.lang, simulation.opened.list.currency);
    // Some are sentences, some are not: what stands between them ends them.
    let said = |one| feed(lang, currency, one).trim_end_matches('.').to_owned();
    let fed: Vec<String> = step.feeds.iter().map(said).collect();
    let mut spans = vec![NOTE_STRONG.span(step_title(lang, step.step))];
    if !fed.is_empty() {
        spans.push(NOTE_ASIDE.span(format!(" – {}", fed.join(" · "))));
    }
    let number = vec![NOTE_ASIDE.span(format!("{number}."))];
    [Cell::new(0.0, INDENT, number), Cell::new(INDENT, WIDTH - INDENT, spans)]
}

fn item(flow: &mut Flow<'_>, cells: &[Cell; 2]) -> TagNode {
    let mut nodes = flow.row(cells, PARAGRAPH).into_iter();
    flow.pen += GAP;
    let (number, step) = (nodes.next().unwrap_or_default(), nodes.next().unwrap_or_default());
    TagNode::group(Tag::LI, vec![TagNode::group(Tag::Lbl, number), TagNode::group(Tag::LBody, step)])
}
