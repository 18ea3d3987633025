//! Exports of a simulation (e-mail, PDF, CSV, JSON) and the import of its JSON file.

mod budget_data;
mod check;
mod checks_csv;
mod contract_data;
mod csv;
mod csv_table;
mod data;
mod eml;
mod file_name;
mod import;
mod json;
mod mail;
mod names;
mod pdf;
mod simulation;

pub use check::{Checked, MAX_CHECKED, check};
pub use checks_csv::checks_csv;
pub use csv::csv;
pub use data::QuoteData;
pub use eml::{Attachment, eml};
pub use file_name::{MAX_FILE_NAME, file_name};
pub use import::{Different, ImportError, Imported, ProblemKind, import};
pub use json::json;
pub use mail::{MAX_MAILTO, Message, full_message, message};
pub use names::Names;
pub use pdf::{PdfError, pdf};
pub use simulation::Simulation;
