//! A simulator of what access to confidential research data with CASD costs.
//!
//! Data flows one way, and so do the imports:
//!
//! | room | what it does | imports |
//! |---|---|---|
//! | [`tariff`] | a project and a price list give a quote, line by line | nothing |
//! | [`published`] | the price book that comes with the simulator | tariff |
//! | [`number`] | a simulation to its number and back | tariff |
//! | [`text`] | every sentence, in French and English | tariff, number |
//! | [`documents`] | a quote as an e-mail, as a PDF and as data | tariff, number, text |
//! | [`app`] | the page | all of the above |

pub mod app;
pub mod documents;
pub mod number;
pub mod published;
pub mod tariff;
pub mod text;
