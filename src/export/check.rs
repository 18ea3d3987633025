//! Batch checking: opens every simulation number found in a text.

use tariff::PriceBook;
use tariff::number::{OpenError, Opened, found_in, open};

/// The maximum number of numbers checked in one text: finding the error in a mistyped one is slow.
pub const MAX_CHECKED: usize = 500;

/// A number found in a text, and the result of opening it.
#[derive(Clone, Debug)]
pub struct Checked<'book> {
    /// The number as written in the text.
    pub typed: String,
    /// The simulation, or the reason why it does not open.
    pub opened: Result<Opened<'book>, OpenError>,
}

/// Opens the first [`MAX_CHECKED`] distinct numbers of a text, in their order.
///
/// ```
/// use casd_simulator::{export::check, price_lists};
///
/// let checked = check(price_lists::price_book(), "CASD-1QJN-N54H-0000-QQQQ and nothing else");
/// assert_eq!(checked[0].typed, "CASD-1QJN-N54H-0000-QQQQ");
/// assert!(checked[0].opened.is_err());
/// ```
pub fn check<'book>(book: &'book PriceBook, text: &str) -> Vec<Checked<'book>> {
    let found = found_in(text).into_iter().take(MAX_CHECKED);
    found.map(|found| Checked { typed: found.raw.into(), opened: open(book, &found.number) }).collect()
}
