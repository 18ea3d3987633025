//! Revising the price book: a price-list file read with the place of everything that is wrong, whether it
//! continues the book in use, new lists made from old ones, single values changed in the text, and what
//! simulations cost before and after.
//!
//! It works on the text of the file, so that what nobody changed stays as it was written. Nothing of it is
//! part of the first load: it serves the workbench and `casd check-price-list`.

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
