//! The style sheet of the PDF: page size, margins, colours and text styles. Lengths are in points.

use core::num::NonZeroU16;

use super::typeface::Weight;

/// The page size: A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// The left and right margins: 19 mm.
pub const MARGIN: f32 = 54.0;
/// The top margin.
pub const TOP: f32 = 46.0;
/// The distance from the lower edge of the page to the footer's last line.
pub const BOTTOM: f32 = 34.0;
/// The width of the text.
pub const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;

/// The line height of paragraphs and notes.
pub const PARAGRAPH: f32 = 11.4;

/// The heading level of the title.
pub const LEVEL_1: NonZeroU16 = NonZeroU16::MIN;
/// The heading level of sections.
pub const LEVEL_2: NonZeroU16 = LEVEL_1.saturating_add(1);

/// A colour: red, green, blue.
pub type Colour = [u8; 3];

/// The text colour.
pub const INK: Colour = [28, 39, 51];
/// The colour of secondary text.
pub const MUTED: Colour = [81, 96, 111];
/// The accent colour.
pub const ACCENT: Colour = [29, 79, 145];
/// The colour of reductions.
pub const SAVING: Colour = [27, 102, 56];
/// The colour of hairlines.
pub const LINE: Colour = [201, 209, 218];
/// The background of the total.
pub const WASH: Colour = [233, 240, 249];

/// A text style.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Its weight.
    pub weight: Weight,
    /// Its size.
    pub size: f32,
    /// Its colour.
    pub colour: Colour,
    /// How far it is raised above the baseline.
    pub rise: f32,
}

impl Style {
    const fn new(weight: Weight, size: f32, colour: Colour) -> Style {
        Style { weight, size, colour, rise: 0.0 }
    }

    /// The same in another colour.
    pub const fn in_colour(self, colour: Colour) -> Style {
        Style { colour, ..self }
    }

    /// Text in this style.
    pub fn span(self, text: impl Into<String>) -> Span {
        Span { text: text.into(), style: self }
    }
}

/// Text in one style.
#[derive(Clone, Debug)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// The title.
pub const TITLE: Style = Style::new(Weight::Semibold, 23.0, ACCENT);
/// The document type, under the title.
pub const PROMINENT: Style = Style::new(Weight::Semibold, 13.0, INK);
/// The simulation number.
pub const NUMBER: Style = Style::new(Weight::Semibold, 10.5, INK);
/// The total in the header.
pub const TOTAL: Style = Style::new(Weight::Semibold, 20.0, ACCENT);
/// The sum under the quote lines.
pub const SUM: Style = Style::new(Weight::Semibold, 11.0, INK);
/// A heading.
pub const HEADING: Style = Style::new(Weight::Semibold, 11.0, ACCENT);
/// Text.
pub const TEXT: Style = Style::new(Weight::Regular, 8.8, INK);
/// Emphasised text.
pub const STRONG: Style = Style::new(Weight::Semibold, 8.8, INK);
/// Secondary text.
pub const ASIDE: Style = Style::new(Weight::Regular, 8.8, MUTED);
/// The notes under the table.
pub const NOTE: Style = Style::new(Weight::Regular, 8.4, INK);
/// Secondary text in notes.
pub const NOTE_ASIDE: Style = NOTE.in_colour(MUTED);
/// Emphasised text in notes.
pub const NOTE_STRONG: Style = Style { weight: Weight::Semibold, ..NOTE };
/// Labels, table headers and page footers.
pub const SMALL: Style = Style::new(Weight::Regular, 7.7, MUTED);
/// A footnote's number.
pub const FOOTNOTE: Style = Style { rise: 2.6, ..Style::new(Weight::Regular, 6.2, MUTED) };
