//! Rows of columns: all text goes onto the pages through them.

use krilla::tagging::{ArtifactType, Tag};

use super::lines::{Line, Span, lines};
use super::parts::Part;
use super::sheets::{Ink, Role, Sheets};
use super::style::{MARGIN, MUTED};
use super::typeface::Typeface;

/// The height of a row that is drawn again on the pages that follow.
pub const REPEATED_LEADING: f32 = 11.0;

/// A row of so many lines stays on one page; a longer one may begin where there is room.
const KEPT_LINES: usize = 8;

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
    pub flush_right: bool,
    /// Where it leads, and what the link says it does.
    pub link: Option<(String, &'static str)>,
}

impl Cell {
    /// Text in a column of that left edge and width.
    pub fn new(left: f32, width: f32, spans: Vec<Span>) -> Cell {
        Cell { spans, left, width, flush_right: false, link: None }
    }

    /// Its text in lines.
    pub fn lines(&self, typeface: &Typeface) -> Vec<Line> {
        lines(typeface, &self.spans, self.width)
    }

    /// The same at the right edge of the column.
    pub fn flush_right(self) -> Cell {
        Cell { flush_right: true, ..self }
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
    /// Draws cells beside each other: on one page, unless they are so long that they may go on. Gives back the parts of each cell.
    pub fn row(&mut self, cells: &[Cell], leading: f32) -> Vec<Vec<Part>> {
        let mut columns: Vec<Column<'_>> = cells.iter().map(|cell| self.column(cell)).collect();
        let count = columns.iter().map(|column| column.lines.len()).max().unwrap_or(0);
        self.keep_lines(count, leading);
        if self.has_room(count as f32 * leading) {
            self.cell_by_cell(&mut columns, leading);
        } else {
            self.line_by_line(&mut columns, leading);
        }
        columns.into_iter().map(|column| column.parts).collect()
    }

    /// Goes to a new page where the cells as a row would, so that something can be drawn beside them.
    pub fn keep_row(&mut self, cells: &[Cell], leading: f32) {
        let count = cells.iter().map(|cell| cell.lines(self.typeface).len()).max().unwrap_or(0);
        self.keep_lines(count, leading);
    }

    fn keep_lines(&mut self, count: usize, leading: f32) {
        // A long row begins wherever a line of it fits.
        self.keep(if count <= KEPT_LINES { count as f32 } else { 1.0 } * leading);
    }

    /// What fits is drawn in the order in which it is read, for programs that know nothing of tags.
    fn cell_by_cell(&mut self, columns: &mut [Column<'_>], leading: f32) {
        let (top, mut bottom) = (self.pen, self.pen);
        for column in columns {
            self.pen = top;
            while self.next_line(column, leading) {
                self.pen += leading;
            }
            bottom = bottom.max(self.pen);
        }
        self.pen = bottom;
    }

    fn line_by_line(&mut self, columns: &mut [Column<'_>], leading: f32) {
        let mut drawn = true;
        while drawn {
            self.keep(leading);
            drawn = false;
            for column in &mut *columns {
                drawn |= self.next_line(column, leading);
            }
            if drawn {
                self.pen += leading;
            }
        }
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

    /// Draws the next line of a cell, and says whether there was one.
    fn next_line(&mut self, column: &mut Column<'_>, leading: f32) -> bool {
        let Some(line) = column.lines.next() else { return false };
        let area = [start_of(column.cell, line.width), self.pen, line.width, leading];
        let part = self.content(self.text(column.cell, line, leading));
        let Some((address, says)) = &column.cell.link else {
            column.parts.push(part);
            return true;
        };
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
        true
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
    MARGIN + cell.left + if cell.flush_right { cell.width - width } else { 0.0 }
}
