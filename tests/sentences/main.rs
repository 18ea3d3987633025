//! Tests of the sentences about numbers, price books and today's prices.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod found;
mod number;
mod own_book;
mod today;
