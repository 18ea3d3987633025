//! The price-list editor without its views: parsing with diagnostics, compatibility checks, edits, new lists, and
//! price
//! comparisons.
//!
//! It works on the text of the file, so that formatting is preserved. It is not part of the first load: the price
//! editor's
//! page and `casd check-price-list` use it.

mod comparison;
mod continuity;
mod diagnostic;
mod edit;
mod fields;
mod json_spans;
mod new_list;
mod price_file;
mod schema_check;

pub use comparison::{Compared, Priced, Reopened, Row, compare, first_day_of_change, reopen};
pub use diagnostic::{Diagnostic, DiagnosticKind, Severity};
pub use fields::{Field, Kind, Section};
pub use price_file::PriceFile;
