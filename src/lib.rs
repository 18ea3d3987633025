//! A simulator of what access to confidential research data with CASD costs.
//!
//! Data flows one way, and so do the imports:
//!
//! | module | what it does | imports |
//! |---|---|---|
//! | [`tariff`], a crate | pricing engine and simulation number: a project and a price list give a quote, line by line | nothing |
//! | [`price_lists`] | the bundled price book, and CASD's own price list over it | tariff |
//! | [`procedure`] | what follows a quote: contract file, steps to the data, enrolment sessions | tariff |
//! | [`i18n`] | every sentence and format, in French and English | tariff, procedure |
//! | [`plots`] | charts of a quote, as plain shapes | tariff |
//! | [`export`] | a simulation as e-mail, PDF, CSV and JSON, and back from JSON | tariff, procedure, i18n |
//! | [`price_list_editor`] | validation, edits and comparison of price-list files | tariff, price_lists, procedure, i18n, export |
//! | [`app`] | the page (Leptos) | all of the above |

pub mod app;
pub mod export;
pub mod i18n;
pub mod plots;
pub mod price_list_editor;
pub mod price_lists;
pub mod procedure;
