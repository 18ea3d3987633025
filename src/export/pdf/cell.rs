//! A table cell: text in a column of a given width, with an optional link.

use super::lines::{Line, lines};
use super::style::Span;
use super::typeface::Typeface;

/// Text in a column.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text.
    pub spans: Vec<Span>,
    /// The left edge of the column, from the left margin.
    pub left: f32,
    /// The width of the column.
    pub width: f32,
    /// Whether the text is aligned to the right edge.
    pub flush_right: bool,
    /// If it is a link: its address, and its text for screen readers.
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

    /// The same, aligned to the right edge of the column.
    pub fn flush_right(self) -> Cell {
        Cell { flush_right: true, ..self }
    }

    /// The same as a link.
    pub fn linking_to(self, address: String, alt_text: &'static str) -> Cell {
        Cell { link: Some((address, alt_text)), ..self }
    }
}
