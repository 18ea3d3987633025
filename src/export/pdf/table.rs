//! Tables of the PDF: header row, body rows with rules, and footer row.

use core::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::cell::Cell;
use super::flow::{Flow, REPEATED_LEADING};
use super::style::{LINE, MUTED};
use super::tag_tree::TagNode;

/// The line height in rows.
pub const LEADING: f32 = 11.6;
/// The space between two columns.
pub const GAP: f32 = 10.0;
/// The height of the header row, with the space around it.
pub const HEAD: f32 = REPEATED_LEADING + 7.0;
/// The height of a row of one line, with the space around it.
pub const ROW: f32 = LEADING + 6.0;

/// The header row, which is repeated on each page on which the table continues.
pub fn head(flow: &mut Flow<'_>, cells: Vec<Cell>) -> TagNode {
    let nodes = flow.row(&cells, REPEATED_LEADING);
    flow.pen += 3.0;
    flow.rule(0.7, MUTED);
    flow.pen += 4.0;
    flow.repeated = cells;
    let names = nodes.into_iter().map(|nodes| TagNode::group(Tag::TH(TableHeaderScope::Column), nodes));
    TagNode::group(Tag::THead, vec![TagNode::group(Tag::TR, names.collect())])
}

/// A body row; its first cell is the row's header.
pub fn row(flow: &mut Flow<'_>, cells: &[Cell]) -> TagNode {
    let nodes = flow.row(cells, LEADING);
    flow.pen += 3.0;
    flow.rule(0.4, LINE);
    flow.pen += 3.0;
    tagged(nodes, None)
}

/// A footer row, whose first cell spans that many columns.
pub fn sum(flow: &mut Flow<'_>, cells: &[Cell], columns: u32, leading: f32) -> TagNode {
    let nodes = flow.row(cells, leading);
    tagged(nodes, NonZeroU32::new(columns).filter(|columns| columns.get() > 1))
}

fn tagged(nodes: Vec<Vec<TagNode>>, span: Option<NonZeroU32>) -> TagNode {
    let first: TagKind = Tag::TH(TableHeaderScope::Row).with_col_span(span).into();
    let tags = std::iter::once(first).chain(std::iter::repeat_with(|| Tag::TD.into()));
    TagNode::group(Tag::TR, tags.zip(nodes).map(|(tag, nodes)| TagNode::Group(tag, nodes)).collect())
}
