//! The CASD quotation simulator.
pub mod tariff;
