//! The price book that comes with the simulator: what CASD published, from `public/price-lists/`.

mod packed;

use std::sync::LazyLock;

use crate::tariff::PriceBook;

/// The lists of `public/price-lists/`, checked and packed when the simulator was built.
///
/// ```
/// let book = casd_simulator::published::price_book();
/// assert!(book.by_id("casd-2020").is_some());
/// ```
pub fn price_book() -> &'static PriceBook {
    static BOOK: LazyLock<PriceBook> = LazyLock::new(|| {
        let packed = include_bytes!(concat!(env!("OUT_DIR"), "/price-book.postcard"));
        packed::unpack(packed)
    });
    &BOOK
}
