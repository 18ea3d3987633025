//! Tests of the engine and the number, in one binary: linking one for each takes longer than running them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod as_data;
mod budget;
mod common;
mod engine_properties;
mod found;
mod mechanisms;
mod money;
mod number;
mod overlay;
mod price_book;
mod price_list_errors;
mod reprice;
mod variants;
