//! Tables with a line under each row: the names of the columns, rows, and a last row that adds up.

use core::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::cell::Cell;
use super::flow::{Flow, REPEATED_LEADING};
use super::style::{LINE, MUTED};
use super::tag_tree::TagNode;

/// The height of a line of a row.
pub const LEADING: f32 = 11.6;
/// Between two columns.
pub const GAP: f32 = 10.0;
/// How high the names of the columns are, with what stands around them.
pub const HEAD: f32 = REPEATED_LEADING + 7.0;
/// How high a row of one line is, with what stands around it.
pub const ROW: f32 = LEADING + 6.0;

/// The names of the columns, which each page has again that the table goes on to.
pub fn head(flow: &mut Flow<'_>, cells: Vec<Cell>) -> TagNode {
    let nodes = flow.row(&cells, REPEATED_LEADING);
    flow.pen += 3.0;
    flow.rule(0.7, MUTED);
    flow.pen += 4.0;
    flow.repeated = cells;
    let names = nodes.into_iter().map(|nodes| TagNode::group(Tag::TH(TableHeaderScope::Column), nodes));
    TagNode::group(Tag::THead, vec![TagNode::group(Tag::TR, names.collect())])
}

/// A row; its first cell says what it is about.
pub fn row(flow: &mut Flow<'_>, cells: &[Cell]) -> TagNode {
    let nodes = flow.row(cells, LEADING);
    flow.pen += 3.0;
    flow.rule(0.4, LINE);
    flow.pen += 3.0;
    tagged(nodes, None)
}

/// A row at the foot of a table, whose first cell stands under that many columns.
pub fn sum(flow: &mut Flow<'_>, cells: &[Cell], columns: u32, leading: f32) -> TagNode {
    let nodes = flow.row(cells, leading);
    tagged(nodes, NonZeroU32::new(columns).filter(|columns| columns.get() > 1))
}

fn tagged(nodes: Vec<Vec<TagNode>>, span: Option<NonZeroU32>) -> TagNode {
    let first: TagKind = Tag::TH(TableHeaderScope::Row).with_col_span(span).into();
    let tags = std::iter::once(first).chain(std::iter::repeat_with(|| Tag::TD.into()));
    TagNode::group(Tag::TR, tags.zip(nodes).map(|(tag, nodes)| TagNode::Group(tag, nodes)).collect())
}
