//! The overlay of CASD's own price book, `price-list.json` beside the page, which changes prices without a rebuild.

use super::embedded;
use tariff::number::content_of;
use tariff::{PriceBook, ReadError};

/// Parses CASD's own book from JSON, and overlays it on the bundled one: CASD's lists take precedence once they
/// are in force, and the others stay, so that old numbers open.
///
/// # Errors
///
/// The errors of the file with their paths, also if it changes a list that was used.
///
/// ```
/// use casd_simulator::price_lists::with_own;
///
/// let book = with_own(r#"{ "lists": [] }"#).unwrap();
/// assert!(book.by_id("casd-2020").is_some());
/// ```
pub fn with_own(json: &str) -> Result<PriceBook, ReadError> {
    over_published(PriceBook::from_json(json)?)
}

/// The same for a parsed book.
///
/// # Errors
///
/// A list of it is a changed bundled list, or has the id or the serial of one.
pub fn over_published(own: PriceBook) -> Result<PriceBook, ReadError> {
    own.overlay_on(embedded(), |own, used| content_of(own) == content_of(used))
}
