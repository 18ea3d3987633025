//! CASD's own price book: the file `price-list.json` beside the page, which changes prices without a
//! build.

use super::embedded;
use tariff::number::content_of;
use tariff::{PriceBook, ReadError};

/// Reads CASD's own book from JSON, and lays it over the one that comes with the simulator: CASD's lists
/// take precedence once they are in force, and the others stay, so that old numbers open.
///
/// # Errors
///
/// Whatever is wrong with the file, with its place; a list of it that was used and altered since among it.
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

/// The same for a book that was read already.
///
/// # Errors
///
/// A list of it is one that comes with the simulator, altered; or has the id or the serial of one.
pub fn over_published(own: PriceBook) -> Result<PriceBook, ReadError> {
    own.over(embedded(), |own, used| content_of(own) == content_of(used))
}

/// Packs a book for [`use_packed`](super::use_packed), which needs no reader of JSON and no checks.
pub fn pack(book: &PriceBook) -> Vec<u8> {
    // Writing to memory does not fail, and a book has nothing that this format cannot hold.
    postcard::to_allocvec(book).unwrap_or_default()
}
