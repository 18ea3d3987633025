//! What a simulation becomes when it leaves the page: an e-mail, a PDF, and data for other programs.

mod data;
mod mail;
mod pdf;
mod simulation;

pub use data::QuoteData;
pub use mail::{MAX_MAILTO, Message, message};
pub use pdf::{NotWritten, pdf};
pub use simulation::Simulation;
