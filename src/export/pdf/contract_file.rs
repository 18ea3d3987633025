//! The contract file in the PDF: a checklist of the papers to sign, with their number, signatory and purpose.

use krilla::geom::{Path, PathBuilder, Rect};
use krilla::tagging::{ArtifactType, Tag};

use super::cell::Cell;
use super::flow::Flow;
use super::pages::{Ink, Role};
use super::style::{MARGIN, MUTED, NOTE, NOTE_ASIDE, NOTE_STRONG, SMALL, Span, WIDTH};
use super::table::{self, GAP, HEAD, LEADING, ROW};
use super::tag_tree::TagNode;
use crate::export::Simulation;
use crate::i18n::{paper_count, paper_name, paper_purpose, signed_by};
use crate::procedure::{Paper, contract_file as file_of};

/// The side of the box to tick.
const BOX: f32 = 7.6;
/// The thickness of its sides.
const SIDE: f32 = 0.7;
/// The distance from the left margin to the papers.
const INDENT: f32 = 15.0;
/// The widths of the columns for paper, count and signatory; the purpose has the rest.
const WIDTHS: [f32; 3] = [114.0, 74.0, 145.0];

/// Writes the papers that the simulation requires.
pub fn contract_file(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Vec<TagNode> {
    let (words, opened) = (simulation.lang.procedure(), simulation.opened);
    let heading = flow.section_before(words.file, 26.0 + HEAD + 2.0 * ROW);
    let help = flow.paragraph(NOTE_ASIDE, words.file_help);
    flow.pen += 2.0;
    let names = [words.paper, words.count, words.signed_by, words.purpose];
    let head = table::head(flow, cells(names.map(|name| SMALL.span(name))));
    let file = file_of(&opened.project, &opened.quote);
    let rows = file.papers.iter().map(|paper| row(flow, simulation, paper)).collect();
    flow.repeated = Vec::new();
    flow.pen += 2.0;
    let table = TagNode::group(Tag::Table, vec![head, TagNode::group(Tag::TBody, rows)]);
    vec![heading, help, table, flow.paragraph(NOTE, words.file_return)]
}

fn row(flow: &mut Flow<'_>, simulation: &Simulation<'_>, paper: &Paper) -> TagNode {
    let (lang, list) = (simulation.lang, simulation.opened.list);
    let named = |institution| simulation.names.in_words(lang, institution);
    let cells = cells([
        NOTE_STRONG.span(paper_name(lang, paper)),
        NOTE.span(paper_count(lang, paper)),
        NOTE.span(signed_by(lang, paper, &named)),
        NOTE.span(paper_purpose(lang, paper, list.currency)),
    ]);
    flow.keep_row(&cells, LEADING);
    // To somebody who does not see it, a box to tick by pen says nothing.
    if let Some(tick) = tick_box(flow.pen) {
        flow.pages.mark(Role::Artifact(ArtifactType::Layout), Ink::Path(tick, MUTED));
    }
    table::row(flow, &cells)
}

fn cells(spans: [Span; 4]) -> Vec<Cell> {
    let mut left = INDENT;
    let widths = WIDTHS.into_iter().map(Some).chain([None]);
    let cell = |(span, width): (Span, Option<f32>)| {
        let width = width.unwrap_or(WIDTH - left);
        let cell = Cell::new(left, width, vec![span]);
        left += width + GAP;
        cell
    };
    spans.into_iter().zip(widths).map(cell).collect()
}

/// A tick box beside the first line of a row that begins at `top`: its four sides.
fn tick_box(top: f32) -> Option<Path> {
    let (left, top) = (MARGIN + 1.0, top + (LEADING - BOX) / 2.0);
    let sides = [
        [left, top, BOX, SIDE],
        [left, top + BOX - SIDE, BOX, SIDE],
        [left, top + SIDE, SIDE, BOX - 2.0 * SIDE],
        [left + BOX - SIDE, top + SIDE, SIDE, BOX - 2.0 * SIDE],
    ];
    let mut path = PathBuilder::new();
    for [left, top, width, height] in sides {
        if let Some(side) = Rect::from_xywh(left, top, width, height) {
            path.push_rect(side);
        }
    }
    path.finish()
}
