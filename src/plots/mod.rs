//! Plots of what a project costs, as plain shapes that a view draws one by one.
//!
//! A [`Plot`] knows no colour and no language: what a shape is, it says by its [`Role`], and every text in
//! it is handed in. Each amount is written beside what it is drawn as, so that a plot is read without
//! telling colours apart; the view gives it a title and a description besides.
//!
//! Coordinates are whole tenths, computed without floats, like amounts: a plot is the same everywhere.

mod budget;
mod composition;
mod length;
mod mark;
mod rows;
mod scale;
mod text_layout;
mod what_if;

pub use budget::budget;
pub use composition::composition;
pub use length::Length;
pub use mark::{Anchor, Mark, Plot, Role};
pub use text_layout::TEXT_SIZE;
pub use what_if::what_if;
