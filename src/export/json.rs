//! The simulation as a file that programs read, and that the page and the terminal read back.

use serde::Serialize;

use super::{QuoteData, Simulation};
use tariff::{Institution, iso_day};

/// What such a file says it is.
pub(super) const DOCUMENT: &str = "casd-simulation";
/// The version of its form. A reader that knows only older ones refuses it rather than misread it.
pub(super) const FORMAT: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    document: &'static str,
    format: u32,
    issued: String,
    link: &'a str,
    /// What institutions are called; nothing where the visitor named none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    institutions: Vec<Named<'a>>,
    #[serde(flatten)]
    quote: QuoteData<'a>,
}

/// An institution that has a name.
#[derive(Serialize)]
struct Named<'a> {
    institution: Institution,
    name: &'a str,
}

/// The simulation as JSON: what it is, when it was issued and its link, then all of [`QuoteData`],
/// whose sentences are in both languages. [`import`](super::import) reads it back.
///
/// # Errors
///
/// None that data of these types has; the JSON writer's own type says otherwise.
pub fn json(simulation: &Simulation<'_>) -> Result<String, serde_json::Error> {
    let opened = simulation.opened;
    let file = File {
        document: DOCUMENT,
        format: FORMAT,
        issued: iso_day(opened.issued),
        link: simulation.link,
        institutions: simulation
            .names
            .iter()
            .map(|(institution, name)| Named { institution, name })
            .collect(),
        quote: QuoteData::new(&opened.quote, &opened.project, &opened.number),
    };
    serde_json::to_string_pretty(&file).map(|json| json + "\n")
}
