//! The notes under the PDF's estimate: items not included, notices, price sources, and the contact.

use krilla::tagging::{ListNumbering, Tag};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::cell::Cell;
use super::flow::Flow;
use super::style::{ACCENT, NOTE, NOTE_ASIDE, PARAGRAPH as LEADING, WIDTH};
use super::tag_tree::TagNode;
use crate::export::Simulation;
use crate::i18n::{not_included, notice, provenance};
use tariff::Provenance;

/// The characters that need no percent-encoding in the address of a link.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// Writes the notes and the contact.
pub fn notes(flow: &mut Flow<'_>, simulation: &Simulation<'_>, sources: &[&Provenance]) -> Vec<TagNode> {
    let (lang, page, quote) = (simulation.lang, simulation.lang.page(), &simulation.opened.quote);
    let left_out = quote.not_included.iter().map(|one| not_included(lang, quote, one));
    let notices = quote.notices.iter().map(|one| notice(lang, one));
    let remarks = quote.list.remarks_on(simulation.opened.project.offer).map(|remark| lang.of(remark).into());
    let sources = sources.iter().map(|source| provenance(lang, quote.list, source));
    let mut nodes = list(flow, page.not_included, Labels::Bullets, left_out.collect());
    nodes.extend(list(flow, page.to_know, Labels::Bullets, notices.chain(remarks).collect()));
    nodes.extend(list(flow, page.sources, Labels::Footnotes, sources.collect()));
    nodes.extend(next(flow, simulation));
    nodes
}

/// The markers of a list's items.
#[derive(Clone, Copy)]
enum Labels {
    Bullets,
    Footnotes,
}

fn list(flow: &mut Flow<'_>, called: &str, labels: Labels, sentences: Vec<String>) -> Vec<TagNode> {
    if sentences.is_empty() {
        return Vec::new();
    }
    let (numbering, indent) = match labels {
        Labels::Bullets => (ListNumbering::Disc, 10.0),
        Labels::Footnotes => (ListNumbering::Decimal, 16.0),
    };
    let heading = flow.section(called);
    let mut items = Vec::new();
    for (at, sentence) in sentences.into_iter().enumerate() {
        let label = match labels {
            Labels::Bullets => "•".into(),
            Labels::Footnotes => format!("[{}]", at + 1),
        };
        let label = Cell::new(0.0, indent, vec![NOTE_ASIDE.span(label)]);
        let sentence = Cell::new(indent, WIDTH - indent, vec![NOTE.span(sentence)]);
        let mut nodes = flow.row(&[label, sentence], LEADING).into_iter();
        let (label, body) = (nodes.next().unwrap_or_default(), nodes.next().unwrap_or_default());
        items.push(TagNode::group(
            Tag::LI,
            vec![TagNode::group(Tag::Lbl, label), TagNode::group(Tag::LBody, body)],
        ));
    }
    vec![heading, TagNode::group(Tag::L(numbering), items)]
}

fn next(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Vec<TagNode> {
    let (lang, page, paper) = (simulation.lang, simulation.lang.page(), simulation.lang.pdf());
    // Whom to write to never stands alone on the next page.
    let mut nodes = vec![flow.section_before(paper.next, 5.0 * LEADING)];
    for sentence in [page.binding, page.number_help] {
        nodes.push(flow.paragraph(NOTE, sentence));
    }
    if let Some(offer) = simulation.opened.list.offer(simulation.opened.project.offer) {
        let (who, email) = (lang.of(&offer.contact.who), &offer.contact.email);
        let address = format!("mailto:{}", utf8_percent_encode(email, ADDRESS));
        let contact = Cell::new(0.0, WIDTH, vec![NOTE.in_colour(ACCENT).span(format!("{who} – {email}"))]);
        let contact = flow.row(&[contact.linking_to(address, paper.write)], LEADING);
        nodes.push(TagNode::group(Tag::P, contact.into_iter().flatten().collect()));
    }
    nodes
}
