//! The foot of each page: what this is, its number, and which page of how many.

use krilla::tagging::ArtifactType;

use super::rows::Cell;
use super::sheets::Sheets;
use super::style::{BOTTOM, LINE, PAGE, SMALL, WIDTH};
use super::typeface::Typeface;
use crate::documents::Simulation;
use crate::text::page_number;

const LEADING: f32 = 10.0;
/// From the line over the foot to its text.
const GAP: f32 = 4.0;
/// The width of the page's number.
const NUMBER: f32 = 60.0;

/// The foot of the pages of a simulation.
pub struct Foot {
    what: Cell,
    height: f32,
}

impl Foot {
    /// The foot, and how high it is: a long number may need two lines.
    pub fn new(typeface: &Typeface, simulation: &Simulation<'_>) -> Foot {
        let what = format!("{} – {}", simulation.lang.page().estimate, simulation.opened.number);
        let what = Cell::new(0.0, WIDTH - NUMBER, vec![SMALL.says(what)]);
        let height = GAP + LEADING * what.lines(typeface).len() as f32;
        Foot { what, height }
    }

    /// How much of a page it takes, with the space over it.
    pub fn room(&self) -> f32 {
        self.height + 8.0
    }

    /// Draws it at the foot of every page.
    pub fn draw(&self, sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) {
        let pages = std::mem::take(&mut sheets.pages);
        let count = pages.len();
        for (at, page) in pages.into_iter().enumerate() {
            sheets.pages.push(page);
            sheets.pen = PAGE.1 - BOTTOM - self.height;
            sheets.rule(0.4, LINE);
            sheets.pen += GAP;
            let number = SMALL.says(page_number(simulation.lang, at + 1, count));
            let number = Cell::new(WIDTH - NUMBER, NUMBER, vec![number]).to_the_right();
            sheets.artifact_row(&[self.what.clone(), number], LEADING, ArtifactType::Footer);
        }
    }
}
