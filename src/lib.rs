//! A simulator of what access to confidential research data with CASD costs.
//!
//! Data flows one way, and so do the imports:
//!
//! | room | what it does | imports |
//! |---|---|---|
//! | [`tariff`] | a project and a price list give a quote, line by line | nothing |
//! | [`number`] | a simulation to its number and back | tariff |
//! | [`published`] | the price book that comes with the simulator, and CASD's own over it | tariff, number |
//! | [`paperwork`] | a quote gives the contract file, the steps to the data and the enrolment sessions | tariff |
//! | [`text`] | every sentence, in French and English | tariff, number, paperwork |
//! | [`plots`] | a quote as plots, in plain shapes | tariff |
//! | [`documents`] | a simulation as an e-mail and as files, and back | tariff, number, paperwork, text |
//! | [`revision`] | a price-list file checked, changed and compared with the book in use | tariff, number, published, paperwork, text, documents |
//! | [`app`] | the page | all of the above |

pub mod app;
pub mod documents;
pub mod number;
pub mod paperwork;
pub mod plots;
pub mod published;
pub mod revision;
pub mod tariff;
pub mod text;
