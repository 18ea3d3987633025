//! The page footers of the PDF: title, simulation number and page number.

use krilla::tagging::ArtifactType;

use super::cell::Cell;
use super::flow::Flow;
use super::style::{BOTTOM, LINE, PAGE, SMALL, WIDTH};
use super::typeface::Typeface;
use crate::export::Simulation;
use crate::i18n::page_number;

const LEADING: f32 = 10.0;
/// The distance from the rule above the footer to its text.
const GAP: f32 = 4.0;
/// The height of the footer.
const HEIGHT: f32 = GAP + LEADING;
/// The height reserved on each page, with the space above the footer.
pub const ROOM: f32 = HEIGHT + 8.0;
/// The width of the page number.
const NUMBER: f32 = 60.0;

/// The footer of all pages.
pub struct Foot {
    what: Cell,
}

impl Foot {
    /// Creates the footer. A number that is too long for a line is truncated to whole groups; the first page has
    /// all of it.
    pub fn new(typeface: &Typeface, simulation: &Simulation<'_>) -> Foot {
        let number = simulation.opened.number.to_string();
        let groups: Vec<&str> = number.split('-').collect();
        let with = |count: usize| {
            let more = if count < groups.len() { "-…" } else { "" };
            let what = simulation.lang.page().estimate;
            SMALL.span(format!("{what} – {}{more}", groups[..count].join("-")))
        };
        let cell = |count| Cell::new(0.0, WIDTH - NUMBER, vec![with(count)]);
        let fits = |cell: &Cell| cell.lines(typeface).len() == 1;
        let what = (1..=groups.len()).rev().map(cell).find(fits).unwrap_or_else(|| cell(1));
        Foot { what }
    }

    /// Draws the footer on every page.
    pub fn draw(&self, flow: &mut Flow<'_>, simulation: &Simulation<'_>) {
        let pages = std::mem::take(&mut flow.pages.pages);
        let count = pages.len();
        for (at, page) in pages.into_iter().enumerate() {
            flow.pages.pages.push(page);
            flow.pen = PAGE.1 - BOTTOM - HEIGHT;
            flow.rule(0.4, LINE);
            flow.pen += GAP;
            let number = SMALL.span(page_number(simulation.lang, at + 1, count));
            let number = Cell::new(WIDTH - NUMBER, NUMBER, vec![number]).flush_right();
            flow.artifact_row(&[self.what.clone(), number], LEADING, ArtifactType::Footer);
        }
    }
}
