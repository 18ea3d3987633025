//! The input of every export: an opened simulation number, its language, link and institution names.

use super::Names;
use crate::i18n::Lang;
use tariff::number::Opened;

/// A simulation to export, in a language. It is made from an opened number, so that a document never
/// contradicts its number.
#[derive(Clone, Copy, Debug)]
pub struct Simulation<'a> {
    /// The simulation, as its number opens it.
    pub opened: &'a Opened<'a>,
    /// The language of the document.
    pub lang: Lang,
    /// The link that opens it on the page.
    pub link: &'a str,
    /// The names of its institutions on this device.
    pub names: &'a Names,
}
