//! Rows of columns: all text goes onto the pages through them.

use krilla::tagging::{ArtifactType, Tag};

use super::lines::{Line, Span, lines};
use super::parts::Part;
use super::sheets::{Ink, Role, Sheets};
use super::style::{MARGIN, MUTED};
use super::typeface::Typeface;

/// The height of a row that is drawn again on the pages that follow.
pub const REPEATED_LEADING: f32 = 11.0;

/// Text in a column.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it says.
    pub spans: Vec<Span>,
    /// The left edge of the column, from the left margin.
    pub left: f32,
    /// The width of the column.
    pub width: f32,
    /// Whether the text stands at the right edge.
    pub to_the_right: bool,
    /// Where it leads, and what the link says it does.
    pub link: Option<(String, &'static str)>,
}

impl Cell {
    /// Text in a column of that left edge and width.
    pub fn new(left: f32, width: f32, spans: Vec<Span>) -> Cell {
        Cell { spans, left, width, to_the_right: false, link: None }
    }

    /// Its text in lines.
    pub fn lines(&self, typeface: &Typeface) -> Vec<Line> {
        lines(typeface, &self.spans, self.width)
    }

    /// The same at the right edge of the column.
    pub fn to_the_right(self) -> Cell {
        Cell { to_the_right: true, ..self }
    }

    /// The same as a link.
    pub fn leading_to(self, address: String, says: &'static str) -> Cell {
        Cell { link: Some((address, says)), ..self }
    }
}

/// A cell on its way onto the pages.
struct Column<'c> {
    cell: &'c Cell,
    lines: std::vec::IntoIter<Line>,
    parts: Vec<Part>,
    /// Where the cell is a link: its number, and the page that it is on.
    link: Option<(usize, usize)>,
}

impl Sheets<'_> {
    /// Draws cells beside each other, line by line, on as many pages as they need; on one where one is
    /// enough. Gives back the parts of each cell.
    pub fn row(&mut self, cells: &[Cell], leading: f32) -> Vec<Vec<Part>> {
        let mut columns: Vec<Column<'_>> = cells.iter().map(|cell| self.column(cell)).collect();
        let count = columns.iter().map(|column| column.lines.len()).max().unwrap_or(0);
        let height = count as f32 * leading;
        if height < self.height_of_a_page() - 3.0 * REPEATED_LEADING {
            self.keep(height);
        }
        for _ in 0..count {
            self.keep(leading);
            for column in &mut columns {
                self.next_line(column, leading);
            }
            self.pen += leading;
        }
        columns.into_iter().map(|column| column.parts).collect()
    }

    /// How wide a text is on a single line.
    pub fn width(&self, span: &Span) -> f32 {
        let lines = lines(self.typeface, core::slice::from_ref(span), f32::INFINITY);
        lines.first().map_or(0.0, |line| line.width)
    }

    fn column<'c>(&self, cell: &'c Cell) -> Column<'c> {
        let lines = cell.lines(self.typeface).into_iter();
        Column { cell, lines, parts: Vec::new(), link: None }
    }

    fn next_line(&mut self, column: &mut Column<'_>, leading: f32) {
        let Some(line) = column.lines.next() else { return };
        let area = [start_of(column.cell, line.width), self.pen, line.width, leading];
        let part = self.content(self.text(column.cell, line, leading));
        let Some((address, says)) = &column.cell.link else { return column.parts.push(part) };
        let page = self.pages.len();
        match column.link {
            Some((link, begun)) if begun == page => self.cover(link, area),
            _ => {
                // An annotation belongs to one page: on the next one, the link begins again.
                let link = self.link(address, says);
                self.cover(link, area);
                column.link = Some((link, page));
                column.parts.push(Part::group(Tag::Link, vec![Part::Link(link)]));
            }
        }
        if let Some(Part::Group(_, parts)) = column.parts.last_mut() {
            parts.insert(parts.len() - 1, part);
        }
    }

    fn text(&self, cell: &Cell, line: Line, leading: f32) -> Ink {
        // Capitals stand in the middle of the line: they are 0.7 of the size high.
        let size = line.runs.iter().map(|run| run.style.size).fold(0.0, f32::max);
        let baseline = self.pen + leading / 2.0 + 0.35 * size;
        Ink::Text { left: start_of(cell, line.width), baseline, runs: line.runs }
    }

    /// Draws a row that repeats what an earlier page says already.
    pub fn artifact_row(&mut self, cells: &[Cell], leading: f32, kind: ArtifactType) {
        let laid: Vec<Vec<Line>> = cells.iter().map(|cell| cell.lines(self.typeface)).collect();
        let count = laid.iter().map(Vec::len).max().unwrap_or(0);
        let top = self.pen;
        for (cell, lines) in cells.iter().zip(laid) {
            self.pen = top;
            for line in lines {
                let ink = self.text(cell, line, leading);
                self.mark(Role::Artifact(kind), ink);
                self.pen += leading;
            }
        }
        self.pen = top + count as f32 * leading;
    }

    /// Draws the names of the columns again, on a page that a table goes on.
    pub fn repeat(&mut self) {
        let repeated = std::mem::take(&mut self.repeated);
        if !repeated.is_empty() {
            self.artifact_row(&repeated, REPEATED_LEADING, ArtifactType::PaginationOther);
            self.pen += 3.0;
            self.rule(0.7, MUTED);
            self.pen += 4.0;
        }
        self.repeated = repeated;
    }
}

fn start_of(cell: &Cell, width: f32) -> f32 {
    MARGIN + cell.left + if cell.to_the_right { cell.width - width } else { 0.0 }
}
