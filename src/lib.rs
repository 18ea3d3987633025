//! The CASD quotation simulator.
pub mod number;
pub mod published;
pub mod tariff;
