//! The header of the PDF's first page: title, simulation number, link with QR code, and total.

use krilla::geom::Rect;
use krilla::tagging::{BBox, Placement, Tag};

use super::cell::Cell;
use super::error::PdfError;
use super::flow::Flow;
use super::pages::Ink;
use super::style::{
    ACCENT, ASIDE, INK, MARGIN, NUMBER, PAGE, PROMINENT, SMALL, STRONG, Span, Style, TITLE, TOP, TOTAL, WASH,
    WIDTH,
};
use super::tag_tree::TagNode;
use super::{qr, style};
use crate::export::Simulation;
use crate::i18n::{amount, issued_on, vat};

/// The side of the QR code: a phone reads it at close distance.
const QR_SIDE: f32 = 84.0;
/// The width of the text beside the QR code.
const BESIDE: f32 = WIDTH - QR_SIDE - 24.0;

/// Writes the header of the document.
pub fn masthead(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Result<Vec<TagNode>, PdfError> {
    let (page, paper) = (simulation.lang.page(), simulation.lang.pdf());
    let number = &simulation.opened.number;
    let mut nodes = vec![paragraph(flow, page.subtitle, SMALL, 11.0)];
    let title = Cell::new(0.0, BESIDE, vec![TITLE.span(paper.title)]);
    flow.headings.push((paper.title.into(), 0, TOP));
    let title = flow.row(&[title], 30.0).into_iter().flatten().collect();
    nodes.push(TagNode::group(Tag::Hn(style::LEVEL_1, Some(paper.title.into())), title));
    nodes.push(paragraph(flow, page.estimate, PROMINENT, 19.0));
    flow.pen += 9.0;
    nodes.push(paragraph(flow, page.number, SMALL, 10.0));
    nodes.push(paragraph(flow, &number.to_string(), NUMBER, 15.0));
    let link = Cell::new(0.0, BESIDE, vec![SMALL.in_colour(ACCENT).span(simulation.link)]);
    let link = flow.row(&[link.linking_to(simulation.link.into(), paper.reopen)], 10.5);
    nodes.push(TagNode::group(Tag::P, link.into_iter().flatten().collect()));
    let issued = issued_on(simulation.lang, simulation.opened.issued);
    nodes.push(paragraph(flow, &issued, SMALL, 12.5));
    nodes.extend(qr_code(flow, simulation)?);
    flow.pen = flow.pen.max(TOP + QR_SIDE + 14.0) + 12.0;
    nodes.extend(total(flow, simulation));
    Ok(nodes)
}

fn paragraph(flow: &mut Flow<'_>, text: &str, style: Style, leading: f32) -> TagNode {
    let nodes = flow.row(&[Cell::new(0.0, BESIDE, vec![style.span(text)])], leading);
    TagNode::group(Tag::P, nodes.into_iter().flatten().collect())
}

fn qr_code(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Result<Vec<TagNode>, PdfError> {
    let paper = simulation.lang.pdf();
    let left = PAGE.0 - MARGIN - QR_SIDE;
    let code = qr::code(simulation.link, left, TOP, QR_SIDE)?;
    let area = Rect::from_xywh(left, TOP, QR_SIDE, QR_SIDE).ok_or(PdfError::Layout)?;
    let alt = format!("{} {}", paper.qr_code, simulation.link);
    let figure =
        Tag::Figure(Some(alt)).with_bbox(Some(BBox::new(0, area))).with_placement(Some(Placement::Block));
    let figure = TagNode::group(figure, vec![flow.pages.content(Ink::Path(code, INK))]);
    let pen = std::mem::replace(&mut flow.pen, TOP + QR_SIDE + 3.0);
    let under = Cell::new(WIDTH - 140.0, 140.0, vec![SMALL.span(paper.scan)]).flush_right();
    let under = flow.row(&[under], 11.0).into_iter().flatten().collect();
    flow.pen = flow.pen.max(pen);
    Ok(vec![figure, TagNode::group(Tag::P, under)])
}

/// The total in large type, with its VAT status and exclusions.
fn total(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Vec<TagNode> {
    let (lang, page, quote) = (simulation.lang, simulation.lang.page(), &simulation.opened.quote);
    let money = |money| amount(lang, quote.list.currency, money);
    flow.keep(90.0);
    let (depth, top) = (flow.pages.depth(), flow.pen);
    flow.pen += 7.0;
    let mut nodes = beside(flow, STRONG.span(page.total), TOTAL.span(money(quote.total)), 25.0);
    let per_user = format!("{} {}", money(quote.total_per_user), page.per_user);
    let vat = vat(lang, quote);
    let mut right = Some(ASIDE.span(per_user));
    let excluding = (!quote.on_request.is_empty()).then(|| page.excluding_on_request.into());
    for left in excluding.into_iter().chain([vat]) {
        let right = right.take().unwrap_or_else(|| ASIDE.span(""));
        nodes.extend(beside(flow, ASIDE.span(left), right, 12.5));
    }
    flow.pen += 8.0;
    flow.pages.wash(depth, [MARGIN, top, WIDTH, flow.pen - top], WASH);
    flow.pen += 6.0;
    nodes
}

fn beside(flow: &mut Flow<'_>, left: Span, right: Span, leading: f32) -> Vec<TagNode> {
    let inside = WIDTH - 24.0;
    let left = Cell::new(12.0, inside * 0.6, vec![left]);
    let right = Cell::new(12.0 + inside * 0.6, inside * 0.4, vec![right]).flush_right();
    let nodes = flow.row(&[left, right], leading);
    nodes.into_iter().map(|nodes| TagNode::group(Tag::P, nodes)).collect()
}
