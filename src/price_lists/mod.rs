//! The price book in use: the bundled lists of `public/price-lists/`, overlaid by CASD's own `price-list.json`.

mod overlay;
mod postcard_reader;

use std::sync::OnceLock;

use tariff::PriceBook;

pub use self::overlay::{over_published, pack, with_own};

static BOOK: OnceLock<PriceBook> = OnceLock::new();

/// The price book in use: the bundled lists of `public/price-lists/`, validated and packed by the build, or the
/// book given to [`use_packed`].
///
/// ```
/// let book = casd_simulator::price_lists::price_book();
/// assert!(book.by_id("casd-2020").is_some());
/// ```
pub fn price_book() -> &'static PriceBook {
    BOOK.get_or_init(embedded)
}

/// Replaces the bundled book by one that [`pack`] of the same build packed. It has no effect after the first
/// call of [`price_book`].
pub fn use_packed(packed: Vec<u8>) {
    BOOK.get_or_init(|| postcard_reader::unpack::<PriceBook>(Vec::leak(packed)).unpacked());
}

/// The bundled book, even if another one is in use.
pub fn embedded() -> PriceBook {
    postcard_reader::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/price-book.postcard")))
}

/// The bundled lists as the text of one file, `{ "lists": [ … ] }`, from which CASD's own book can start.
pub fn as_file() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/price-book.json"))
}
