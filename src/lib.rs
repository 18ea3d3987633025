//! The CASD quotation simulator.
pub mod documents;
pub mod number;
pub mod published;
pub mod tariff;
pub mod text;
