//! The JSON export of a simulation, which `import` and the command line read back.

use serde::Serialize;

use super::{QuoteData, Simulation};
use tariff::{Institution, iso_day};

/// The document type in the file.
pub(super) const DOCUMENT: &str = "casd-simulation";
/// The version of the format. Readers that only know older versions refuse the file.
pub(super) const FORMAT: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    document: &'static str,
    format: u32,
    issued: String,
    link: &'a str,
    /// Institution names; absent if the visitor gave none.
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

/// Writes the simulation as JSON: document type, day of issue and link, then all of [`QuoteData`],
/// whose sentences are in both languages. [`import`](super::import) reads it back.
///
/// # Errors
///
/// Data of these types always serialises; the error type is the JSON writer's.
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
