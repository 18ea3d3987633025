//! Several numbers checked at once.

use tariff::PriceBook;
use tariff::number::{NotOpened, Opened, found_in, open};

/// The most numbers that are checked in one text: to name what is wrong in a mistyped one takes a while.
pub const MAX_CHECKED: usize = 500;

/// A number of a text, opened or not.
#[derive(Clone, Debug)]
pub struct Checked<'book> {
    /// The number as it stands in the text.
    pub typed: String,
    /// The simulation, or why it does not open.
    pub opened: Result<Opened<'book>, NotOpened>,
}

/// Opens each number of a text, in their order, each once: the first [`MAX_CHECKED`] of them.
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
    found.map(|found| Checked { typed: found.typed.into(), opened: open(book, &found.number) }).collect()
}
