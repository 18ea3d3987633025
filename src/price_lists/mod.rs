//! The price book that the simulator works with: what CASD published, from `public/price-lists/`, and
//! CASD's own book over it, where there is one beside the page.

mod overlay;
mod postcard_reader;

use std::sync::OnceLock;

use tariff::PriceBook;

pub use self::overlay::{over_published, pack, with_own};

static BOOK: OnceLock<PriceBook> = OnceLock::new();

/// The price book: the lists of `public/price-lists/`, checked and packed when the simulator was built,
/// or what [`use_packed`] put in their place.
///
/// ```
/// let book = casd_simulator::price_lists::price_book();
/// assert!(book.by_id("casd-2020").is_some());
/// ```
pub fn price_book() -> &'static PriceBook {
    BOOK.get_or_init(embedded)
}

/// Takes a book that [`pack`] packed, from the same build, in place of the one that comes with the
/// simulator. Once the book was asked for, it stays what it was.
pub fn use_packed(packed: Vec<u8>) {
    BOOK.get_or_init(|| postcard_reader::unpack::<PriceBook>(Vec::leak(packed)).unpacked());
}

/// The book that comes with the simulator, whatever else is in use.
pub fn embedded() -> PriceBook {
    postcard_reader::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/price-book.postcard")))
}

/// The lists of `public/price-lists/` as the text of one file, `{ "lists": [ … ] }`: what CASD's own book can
/// begin with.
pub fn as_file() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/price-book.json"))
}
