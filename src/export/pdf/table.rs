//! Tables with a line under each row: the names of the columns, rows, and a last row that adds up.

use core::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::parts::Part;
use super::rows::{Cell, REPEATED_LEADING};
use super::sheets::Sheets;
use super::style::{LINE, MUTED};

/// The height of a line of a row.
pub const LEADING: f32 = 11.6;
/// Between two columns.
pub const GAP: f32 = 10.0;
/// How high the names of the columns are, with what stands around them.
pub const HEAD: f32 = REPEATED_LEADING + 7.0;
/// How high a row of one line is, with what stands around it.
pub const ROW: f32 = LEADING + 6.0;

/// The names of the columns, which each page has again that the table goes on to.
pub fn head(sheets: &mut Sheets<'_>, cells: Vec<Cell>) -> Part {
    let parts = sheets.row(&cells, REPEATED_LEADING);
    sheets.pen += 3.0;
    sheets.rule(0.7, MUTED);
    sheets.pen += 4.0;
    sheets.repeated = cells;
    let names = parts.into_iter().map(|parts| Part::group(Tag::TH(TableHeaderScope::Column), parts));
    Part::group(Tag::THead, vec![Part::group(Tag::TR, names.collect())])
}

/// A row; its first cell says what it is about.
pub fn row(sheets: &mut Sheets<'_>, cells: &[Cell]) -> Part {
    let parts = sheets.row(cells, LEADING);
    sheets.pen += 3.0;
    sheets.rule(0.4, LINE);
    sheets.pen += 3.0;
    tagged(parts, None)
}

/// A row at the foot of a table, whose first cell stands under that many columns.
pub fn sum(sheets: &mut Sheets<'_>, cells: &[Cell], columns: u32, leading: f32) -> Part {
    let parts = sheets.row(cells, leading);
    tagged(parts, NonZeroU32::new(columns).filter(|columns| columns.get() > 1))
}

fn tagged(parts: Vec<Vec<Part>>, span: Option<NonZeroU32>) -> Part {
    let first: TagKind = Tag::TH(TableHeaderScope::Row).with_col_span(span).into();
    let tags = std::iter::once(first).chain(std::iter::repeat_with(|| Tag::TD.into()));
    Part::group(Tag::TR, tags.zip(parts).map(|(tag, parts)| Part::Group(tag, parts)).collect())
}
