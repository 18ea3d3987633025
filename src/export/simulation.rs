//! A simulation that leaves the page: what every document is written from.

use super::Names;
use crate::i18n::Lang;
use tariff::number::Opened;

/// A simulation that leaves the page, in a language. To make a document, open the number first,
/// so that a document never says what its number does not.
#[derive(Clone, Copy, Debug)]
pub struct Simulation<'a> {
    /// The simulation, as its number opens it.
    pub opened: &'a Opened<'a>,
    /// The language of the document.
    pub lang: Lang,
    /// The link that opens it on the page.
    pub link: &'a str,
    /// What its institutions are called on this device.
    pub names: &'a Names,
}
