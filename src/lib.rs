//! A simulator of what access to confidential research data with CASD costs.
//!
//! Data flows one way, and so do the imports:
//!
//! | room | what it does | imports |
//! |---|---|---|
//! | [`tariff`], a crate | a project and a price list give a quote, line by line; a simulation to its number and back | nothing |
//! | [`published`] | the price book that comes with the simulator, and CASD's own over it | tariff |
//! | [`paperwork`] | a quote gives the contract file, the steps to the data and the enrolment sessions | tariff |
//! | [`text`] | every sentence, in French and English | tariff, paperwork |
//! | [`plots`] | a quote as plots, in plain shapes | tariff |
//! | [`documents`] | a simulation as an e-mail and as files, and back | tariff, paperwork, text |
//! | [`revision`] | a price-list file checked, changed and compared with the book in use | tariff, published, paperwork, text, documents |
//! | [`app`] | the page | all of the above |

pub mod app;
pub mod documents;
pub mod paperwork;
pub mod plots;
pub mod published;
pub mod revision;
pub mod text;
