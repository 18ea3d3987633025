//! Views rendered to HTML natively: labels, descriptions, headings and sentences, in both languages.
//!
//! What needs a browser (focus, keys, layout, history) is in `tests/browser/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod markup;
mod pages;
mod simulator;
