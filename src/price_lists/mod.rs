//! The price book in use: the bundled lists of `public/price-lists/`, overlaid by CASD's own `price-list.json`.

mod overlay;
mod postcard_reader;

use std::hash::Hasher;
use std::sync::OnceLock;

use fnv::FnvHasher;
use tariff::PriceBook;

pub use self::overlay::{over_published, with_own};

static BOOK: OnceLock<PriceBook> = OnceLock::new();

/// The price book in use: the bundled lists of `public/price-lists/`, validated and packed by the build, or the
/// book given to [`use_book`].
///
/// ```
/// let book = casd_simulator::price_lists::price_book();
/// assert!(book.by_id("casd-2020").is_some());
/// ```
pub fn price_book() -> &'static PriceBook {
    BOOK.get_or_init(embedded)
}

/// Replaces the bundled book. It has no effect after the first call of [`price_book`].
pub fn use_book(book: PriceBook) {
    BOOK.get_or_init(|| book);
}

/// The bundled book, even if another one is in use.
pub fn embedded() -> PriceBook {
    postcard_reader::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/price-book.postcard")))
}

/// The bundled lists as the text of one file, `{ "lists": [ … ] }`, from which CASD's own book can start.
pub fn as_file() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/price-book.json"))
}

/// Whether this is the text of the price list that the page was built with, which needs no parser.
pub fn is_bundled(json: &str) -> bool {
    let mut hasher = FnvHasher::default();
    hasher.write(json.as_bytes());
    u64::from_str_radix(env!("PRICE_LIST_DIGEST"), 16) == Ok(hasher.finish())
}
