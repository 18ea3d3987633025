//! Charts of a project's cost as plain shapes, which a view draws as SVG.
//!
//! A [`Plot`] has no colours and no language: each shape has a [`Role`], and the caller supplies every text. Each
//! amount is
//! written beside its bar or point, so colours carry no information; the view adds a title and a description.
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
