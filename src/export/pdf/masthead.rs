//! The head of the first page: what this is, its number, its link, and the total.

use krilla::geom::Rect;
use krilla::tagging::{BBox, Placement, Tag};

use super::NotWritten;
use super::lines::Span;
use super::parts::Part;
use super::rows::Cell;
use super::sheets::{Ink, Sheets};
use super::style::{
    ACCENT, ASIDE, INK, MARGIN, NUMBER, PAGE, PROMINENT, SMALL, STRONG, Style, TITLE, TOP, TOTAL, WASH, WIDTH,
};
use super::{qr, style};
use crate::export::Simulation;
use crate::i18n::{amount, issued_on, vat};

/// The side of the QR code: a telephone reads it from a hand's breadth.
const QR_SIDE: f32 = 84.0;
/// The width of the text beside the QR code.
const BESIDE: f32 = WIDTH - QR_SIDE - 24.0;

/// Writes the head of the document.
pub fn masthead(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) -> Result<Vec<Part>, NotWritten> {
    let (page, paper) = (simulation.lang.page(), simulation.lang.pdf());
    let number = &simulation.opened.number;
    let mut parts = vec![paragraph(sheets, page.subtitle, SMALL, 11.0)];
    let title = Cell::new(0.0, BESIDE, vec![TITLE.says(paper.title)]);
    sheets.headings.push((paper.title.into(), 0, TOP));
    let title = sheets.row(&[title], 30.0).into_iter().flatten().collect();
    parts.push(Part::group(Tag::Hn(style::LEVEL_1, Some(paper.title.into())), title));
    parts.push(paragraph(sheets, page.estimate, PROMINENT, 19.0));
    sheets.pen += 9.0;
    parts.push(paragraph(sheets, page.number, SMALL, 10.0));
    parts.push(paragraph(sheets, &number.to_string(), NUMBER, 15.0));
    let link = Cell::new(0.0, BESIDE, vec![SMALL.in_colour(ACCENT).says(simulation.link)]);
    let link = sheets.row(&[link.leading_to(simulation.link.into(), paper.reopen)], 10.5);
    parts.push(Part::group(Tag::P, link.into_iter().flatten().collect()));
    let issued = issued_on(simulation.lang, simulation.opened.issued);
    parts.push(paragraph(sheets, &issued, SMALL, 12.5));
    parts.extend(qr_code(sheets, simulation)?);
    sheets.pen = sheets.pen.max(TOP + QR_SIDE + 14.0) + 12.0;
    parts.extend(total(sheets, simulation));
    Ok(parts)
}

fn paragraph(sheets: &mut Sheets<'_>, text: &str, style: Style, leading: f32) -> Part {
    let parts = sheets.row(&[Cell::new(0.0, BESIDE, vec![style.says(text)])], leading);
    Part::group(Tag::P, parts.into_iter().flatten().collect())
}

fn qr_code(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) -> Result<Vec<Part>, NotWritten> {
    let paper = simulation.lang.pdf();
    let left = PAGE.0 - MARGIN - QR_SIDE;
    let code = qr::code(simulation.link, left, TOP, QR_SIDE)?;
    let area = Rect::from_xywh(left, TOP, QR_SIDE, QR_SIDE).ok_or(NotWritten::Layout)?;
    let alt = format!("{} {}", paper.qr_code, simulation.link);
    let figure =
        Tag::Figure(Some(alt)).with_bbox(Some(BBox::new(0, area))).with_placement(Some(Placement::Block));
    let figure = Part::group(figure, vec![sheets.content(Ink::Path(code, INK))]);
    let pen = std::mem::replace(&mut sheets.pen, TOP + QR_SIDE + 3.0);
    let under = Cell::new(WIDTH - 140.0, 140.0, vec![SMALL.says(paper.scan)]).flush_right();
    let under = sheets.row(&[under], 11.0).into_iter().flatten().collect();
    sheets.pen = sheets.pen.max(pen);
    Ok(vec![figure, Part::group(Tag::P, under)])
}

/// The total, large, and what it means.
fn total(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) -> Vec<Part> {
    let (lang, page, quote) = (simulation.lang, simulation.lang.page(), &simulation.opened.quote);
    let money = |money| amount(lang, quote.list.currency, money);
    sheets.keep(90.0);
    let (depth, top) = (sheets.depth(), sheets.pen);
    sheets.pen += 7.0;
    let mut parts = beside(sheets, STRONG.says(page.total), TOTAL.says(money(quote.total)), 25.0);
    let per_user = format!("{} {}", money(quote.total_per_user), page.per_user);
    let vat = vat(lang, quote);
    let mut right = Some(ASIDE.says(per_user));
    let excluding = (!quote.on_request.is_empty()).then(|| page.excluding_on_request.into());
    for left in excluding.into_iter().chain([vat]) {
        let right = right.take().unwrap_or_else(|| ASIDE.says(""));
        parts.extend(beside(sheets, ASIDE.says(left), right, 12.5));
    }
    sheets.pen += 8.0;
    sheets.wash(depth, [MARGIN, top, WIDTH, sheets.pen - top], WASH);
    sheets.pen += 6.0;
    parts
}

fn beside(sheets: &mut Sheets<'_>, left: Span, right: Span, leading: f32) -> Vec<Part> {
    let inside = WIDTH - 24.0;
    let left = Cell::new(12.0, inside * 0.6, vec![left]);
    let right = Cell::new(12.0 + inside * 0.6, inside * 0.4, vec![right]).flush_right();
    let parts = sheets.row(&[left, right], leading);
    parts.into_iter().map(|parts| Part::group(Tag::P, parts)).collect()
}
