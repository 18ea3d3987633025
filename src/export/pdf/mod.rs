//! The PDF export of a simulation, accessible (PDF/UA-1), archivable (PDF/A-3a), and with the simulation attached
//! as JSON.
//!
//! Layout first: [`flow`] places every line on the [`pages`], and the structure for screen readers is collected as a
//! [`tag_tree`]. Then [`paint`] draws the pages with krilla and the tags are linked to what was drawn. Nothing here reads
//! the clock: the same simulation on the same day gives the same bytes.

mod budget;
mod cell;
mod contract_file;
mod error;
mod estimate;
mod flow;
mod foot;
mod lines;
mod masthead;
mod notes;
mod pages;
mod paint;
mod project;
mod qr;
mod steps;
mod style;
mod table;
mod tag_tree;
mod typeface;

use chrono::{Datelike, NaiveDate};
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};

use self::flow::Flow;
use self::foot::Foot;
use self::style::MARGIN;
use self::tag_tree::TagNode;
use self::typeface::Typeface;
use super::{Simulation, file_name};
use crate::i18n::pdf_title;

pub use self::error::PdfError;

/// Writes a simulation as a PDF. `today` is the day of writing, for the age of the prices; `json` is
/// attached.
///
/// # Errors
///
/// A [`PdfError`]; none is expected for simulations that the page shows.
pub fn pdf(simulation: &Simulation<'_>, today: NaiveDate, json: &[u8]) -> Result<Vec<u8>, PdfError> {
    let typeface = Typeface::read()?;
    let foot = Foot::new(&typeface, simulation);
    let mut flow = Flow::new(&typeface, foot::ROOM);
    let nodes = content(&mut flow, simulation, today)?;
    foot.draw(&mut flow, simulation);

    let settings = SerializeSettings { configuration: standards()?, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata(simulation, today));
    document.set_outline(outline(&flow));
    let identifiers = paint::paint(&mut document, &typeface, flow.pages.pages)?;
    let mut tree = TagTree::new().with_lang(Some(simulation.lang.code().into()));
    for node in nodes.into_iter().filter_map(|node| identifiers.node(node)) {
        tree.push(node);
    }
    document.set_tag_tree(tree);
    document.embed_file(attachment(simulation, today, json)).ok_or(PdfError::Layout)?;
    document.finish().map_err(|error| PdfError::Refused(format!("{error:?}")))
}

fn content(
    flow: &mut Flow<'_>,
    simulation: &Simulation<'_>,
    today: NaiveDate,
) -> Result<Vec<TagNode>, PdfError> {
    let mut nodes = masthead::masthead(flow, simulation)?;
    nodes.extend(project::project(flow, simulation, today));
    let (table, sources) = estimate::estimate(flow, simulation);
    nodes.extend(table);
    nodes.extend(notes::notes(flow, simulation, &sources));
    // A first page that holds the whole estimate can be handed on without what follows from it.
    if flow.pages.count() == 1 {
        flow.turn();
    }
    nodes.extend(budget::budgets(flow, simulation));
    nodes.extend(contract_file::contract_file(flow, simulation));
    nodes.extend(steps::steps(flow, simulation));
    Ok(nodes)
}

/// The standards that krilla validates while it writes the document.
fn standards() -> Result<Configuration, PdfError> {
    let standards = ConfigurationBuilder::new()
        .set_validator(Archival::A3_A.into())
        .set_validator(Accessibility::UA1.into());
    standards.finish().map_err(|error| PdfError::Refused(format!("{error:?}")))
}

fn metadata(simulation: &Simulation<'_>, today: NaiveDate) -> Metadata {
    let (lang, number) = (simulation.lang, &simulation.opened.number);
    Metadata::new()
        .title(pdf_title(lang, number))
        .description(lang.pdf().description.into())
        .language(lang.code().into())
        .creator(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).into())
        .document_id(format!("{} {}", number.as_str(), lang.code()))
        .creation_date(date(today))
}

fn date(day: NaiveDate) -> DateTime {
    let year = u16::try_from(day.year()).unwrap_or(0);
    DateTime::new(year).month(day.month() as u8).day(day.day() as u8)
}

fn outline(flow: &Flow<'_>) -> Outline {
    let mut outline = Outline::new();
    for (heading, page, top) in &flow.headings {
        let place = XyzDestination::new(*page, Point::from_xy(MARGIN, *top));
        outline.push_child(OutlineNode::new(heading.clone(), place));
    }
    outline
}

fn attachment(simulation: &Simulation<'_>, today: NaiveDate, json: &[u8]) -> EmbeddedFile {
    EmbeddedFile {
        path: file_name(&simulation.opened.number, "json"),
        mime_type: MimeType::new("application/json"),
        description: Some(simulation.lang.pdf().attachment.into()),
        association_kind: AssociationKind::Data,
        data: json.to_vec().into(),
        modification_date: Some(date(today)),
        compress: None,
        location: None,
    }
}
