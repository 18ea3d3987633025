//! What stands under the table: what is left out, what to know, sources, and what comes next.

use krilla::tagging::{ListNumbering, Tag};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::parts::Part;
use super::rows::Cell;
use super::sheets::Sheets;
use super::style::{ACCENT, NOTE, NOTE_ASIDE, PARAGRAPH as LEADING, WIDTH};
use crate::export::Simulation;
use crate::i18n::{not_included, notice, provenance};
use tariff::Provenance;

/// What stands as it is in the address of a link.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// Writes the notes, and whom to write to.
pub fn notes(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>, sources: &[&Provenance]) -> Vec<Part> {
    let (lang, page, quote) = (simulation.lang, simulation.lang.page(), &simulation.opened.quote);
    let left_out = quote.not_included.iter().map(|one| not_included(lang, quote, one));
    let notices = quote.notices.iter().map(|one| notice(lang, one));
    let remarks = quote.list.remarks_on(simulation.opened.project.offer).map(|remark| lang.of(remark).into());
    let sources = sources.iter().map(|source| provenance(lang, quote.list, source));
    let mut parts = list(sheets, page.not_included, Labels::Bullets, left_out.collect());
    parts.extend(list(sheets, page.to_know, Labels::Bullets, notices.chain(remarks).collect()));
    parts.extend(list(sheets, page.sources, Labels::Footnotes, sources.collect()));
    parts.extend(next(sheets, simulation));
    parts
}

/// What stands before the items of a list.
#[derive(Clone, Copy)]
enum Labels {
    Bullets,
    Footnotes,
}

fn list(sheets: &mut Sheets<'_>, called: &str, labels: Labels, sentences: Vec<String>) -> Vec<Part> {
    if sentences.is_empty() {
        return Vec::new();
    }
    let (numbering, indent) = match labels {
        Labels::Bullets => (ListNumbering::Disc, 10.0),
        Labels::Footnotes => (ListNumbering::Decimal, 16.0),
    };
    let heading = sheets.section(called);
    let mut items = Vec::new();
    for (at, sentence) in sentences.into_iter().enumerate() {
        let label = match labels {
            Labels::Bullets => "•".into(),
            Labels::Footnotes => format!("[{}]", at + 1),
        };
        let label = Cell::new(0.0, indent, vec![NOTE_ASIDE.says(label)]);
        let sentence = Cell::new(indent, WIDTH - indent, vec![NOTE.says(sentence)]);
        let mut parts = sheets.row(&[label, sentence], LEADING).into_iter();
        let (label, body) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        items.push(Part::group(Tag::LI, vec![Part::group(Tag::Lbl, label), Part::group(Tag::LBody, body)]));
    }
    vec![heading, Part::group(Tag::L(numbering), items)]
}

fn next(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>) -> Vec<Part> {
    let (lang, page, paper) = (simulation.lang, simulation.lang.page(), simulation.lang.pdf());
    // Whom to write to never stands alone on the next page.
    let mut parts = vec![sheets.section_before(paper.next, 5.0 * LEADING)];
    for sentence in [page.binding, page.number_help] {
        parts.push(sheets.paragraph(NOTE, sentence));
    }
    if let Some(offer) = simulation.opened.list.offer(simulation.opened.project.offer) {
        let (who, email) = (lang.of(&offer.contact.who), &offer.contact.email);
        let address = format!("mailto:{}", utf8_percent_encode(email, ADDRESS));
        let contact = Cell::new(0.0, WIDTH, vec![NOTE.in_colour(ACCENT).says(format!("{who} – {email}"))]);
        let contact = sheets.row(&[contact.leading_to(address, paper.write)], LEADING);
        parts.push(Part::group(Tag::P, contact.into_iter().flatten().collect()));
    }
    parts
}
