//! The layout of the document from top to bottom: rows of cells, paragraphs, section headings and page breaks.

use krilla::tagging::{ArtifactType, Tag};

use super::cell::Cell;
use super::lines::{Line, lines};
use super::pages::{Ink, Pages, Role};
use super::style::{
    BOTTOM, Colour, HEADING, LEVEL_2, MARGIN, MUTED, PAGE, PARAGRAPH, Span, Style, TOP, WIDTH,
};
use super::tag_tree::TagNode;
use super::typeface::Typeface;

/// The line height of column headings, which are repeated on the following pages.
pub const REPEATED_LEADING: f32 = 11.0;

/// Rows of up to this many lines stay on one page; longer ones may break across pages.
const KEPT_LINES: usize = 8;

/// A cursor that fills pages from top to bottom.
pub struct Flow<'a> {
    /// The typeface of all text.
    pub typeface: &'a Typeface,
    /// The pages.
    pub pages: Pages,
    /// The vertical position on the last page, from its upper edge.
    pub pen: f32,
    /// The column headings of the current table, which are drawn again at the top of each new page.
    pub repeated: Vec<Cell>,
    /// The headings so far: their text, page and position on it.
    pub headings: Vec<(String, usize, f32)>,
    bottom: f32,
}

impl<'a> Flow<'a> {
    /// A first, empty page; each page reserves `footer` points for its footer.
    pub fn new(typeface: &'a Typeface, footer: f32) -> Flow<'a> {
        Flow {
            typeface,
            pages: Pages::new(),
            pen: TOP,
            repeated: Vec::new(),
            headings: Vec::new(),
            bottom: PAGE.1 - BOTTOM - footer,
        }
    }

    /// Starts a new page if fewer than `height` points are left on this one.
    pub fn keep(&mut self, height: f32) {
        if !self.has_room(height) {
            self.turn();
        }
    }

    /// Starts a new page, unless this one is empty.
    pub fn turn(&mut self) {
        if self.pen > TOP {
            self.pages.add();
            self.pen = TOP;
            self.repeat();
        }
    }

    /// Whether that many points are left on this page.
    pub fn has_room(&self, height: f32) -> bool {
        self.pen + height <= self.bottom
    }

    /// Draws a horizontal rule at the pen's position.
    pub fn rule(&mut self, thickness: f32, colour: Colour) {
        let ink = Ink::Box([MARGIN, self.pen - thickness / 2.0, WIDTH, thickness], colour);
        self.pages.mark(Role::Artifact(ArtifactType::Layout), ink);
    }

    /// The heading of a section, kept on one page with the beginning of the section.
    pub fn section(&mut self, called: &str) -> TagNode {
        self.section_before(called, 39.0)
    }

    /// The heading of a section, kept on one page with the next `height` points if they fit on a page.
    pub fn section_before(&mut self, called: &str, height: f32) -> TagNode {
        // The names of an earlier table's columns are not those of what follows.
        self.repeated = Vec::new();
        if self.pen > TOP {
            self.pen += 9.0;
        }
        let fits_a_page = TOP + 19.0 + height <= self.bottom;
        self.keep(19.0 + if fits_a_page { height } else { 39.0 });
        self.headings.push((called.into(), self.pages.count() - 1, self.pen));
        let nodes = self.row(&[Cell::new(0.0, WIDTH, vec![HEADING.span(called)])], 17.0);
        self.pen += 2.0;
        TagNode::group(Tag::Hn(LEVEL_2, Some(called.into())), nodes.into_iter().flatten().collect())
    }

    /// A paragraph of the full text width.
    pub fn paragraph(&mut self, style: Style, text: impl Into<String>) -> TagNode {
        let nodes = self.row(&[Cell::new(0.0, WIDTH, vec![style.span(text)])], PARAGRAPH);
        self.pen += 2.0;
        TagNode::group(Tag::P, nodes.into_iter().flatten().collect())
    }

    /// Draws a row of cells, on one page unless they are too long for it. Returns the tag nodes of each cell.
    pub fn row(&mut self, cells: &[Cell], leading: f32) -> Vec<Vec<TagNode>> {
        let mut columns: Vec<Column<'_>> = cells.iter().map(|cell| self.column(cell)).collect();
        let count = columns.iter().map(|column| column.lines.len()).max().unwrap_or(0);
        self.keep_lines(count, leading);
        if self.has_room(count as f32 * leading) {
            self.cell_by_cell(&mut columns, leading);
        } else {
            self.line_by_line(&mut columns, leading);
        }
        columns.into_iter().map(|column| column.nodes).collect()
    }

    /// Starts a new page if a row of these cells would, so that something can be drawn beside it.
    pub fn keep_row(&mut self, cells: &[Cell], leading: f32) {
        let count = cells.iter().map(|cell| cell.lines(self.typeface).len()).max().unwrap_or(0);
        self.keep_lines(count, leading);
    }

    fn keep_lines(&mut self, count: usize, leading: f32) {
        // A long row begins wherever a line of it fits.
        self.keep(if count <= KEPT_LINES { count as f32 } else { 1.0 } * leading);
    }

    /// Draws one cell after the other, which is the reading order for programs that ignore tags.
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

    /// The width of a text on a single line.
    pub fn width(&self, span: &Span) -> f32 {
        let lines = lines(self.typeface, core::slice::from_ref(span), f32::INFINITY);
        lines.first().map_or(0.0, |line| line.width)
    }

    fn column<'c>(&self, cell: &'c Cell) -> Column<'c> {
        let lines = cell.lines(self.typeface).into_iter();
        Column { cell, lines, nodes: Vec::new(), link: None }
    }

    /// Draws the next line of a cell. Returns false if there is none.
    fn next_line(&mut self, column: &mut Column<'_>, leading: f32) -> bool {
        let Some(line) = column.lines.next() else { return false };
        let area = [start_of(column.cell, line.width), self.pen, line.width, leading];
        let node = self.pages.content(self.text(column.cell, line, leading));
        let Some((address, alt_text)) = &column.cell.link else {
            column.nodes.push(node);
            return true;
        };
        let page = self.pages.count();
        match column.link {
            Some((link, begun)) if begun == page => self.pages.cover(link, area),
            _ => {
                // An annotation belongs to one page: on the next one, the link begins again.
                let link = self.pages.link(address, alt_text);
                self.pages.cover(link, area);
                column.link = Some((link, page));
                column.nodes.push(TagNode::group(Tag::Link, vec![TagNode::Link(link)]));
            }
        }
        if let Some(TagNode::Group(_, nodes)) = column.nodes.last_mut() {
            nodes.insert(nodes.len() - 1, node);
        }
        true
    }

    fn text(&self, cell: &Cell, line: Line, leading: f32) -> Ink {
        // Capitals stand in the middle of the line: they are 0.7 of the size high.
        let size = line.runs.iter().map(|run| run.style.size).fold(0.0, f32::max);
        let baseline = self.pen + leading / 2.0 + 0.35 * size;
        Ink::Text { left: start_of(cell, line.width), baseline, runs: line.runs }
    }

    /// Draws a row that repeats earlier text, as an artifact: screen readers skip it.
    pub fn artifact_row(&mut self, cells: &[Cell], leading: f32, kind: ArtifactType) {
        let laid: Vec<Vec<Line>> = cells.iter().map(|cell| cell.lines(self.typeface)).collect();
        let count = laid.iter().map(Vec::len).max().unwrap_or(0);
        let top = self.pen;
        for (cell, lines) in cells.iter().zip(laid) {
            self.pen = top;
            for line in lines {
                let ink = self.text(cell, line, leading);
                self.pages.mark(Role::Artifact(kind), ink);
                self.pen += leading;
            }
        }
        self.pen = top + count as f32 * leading;
    }

    /// Draws the column headings again, at the top of a page on which a table continues.
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

/// A cell being drawn.
struct Column<'c> {
    cell: &'c Cell,
    lines: std::vec::IntoIter<Line>,
    nodes: Vec<TagNode>,
    /// If the cell is a link: its number and page.
    link: Option<(usize, usize)>,
}

fn start_of(cell: &Cell, width: f32) -> f32 {
    MARGIN + cell.left + if cell.flush_right { cell.width - width } else { 0.0 }
}
