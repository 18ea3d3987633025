//! The page. Everything in the house is imported here, and nothing imports the page.
//!
//! What a visitor types is a [`Draft`]; the desk turns it into a quote and a number,
//! and the views show that. [`draft`], [`kept`] and what they read are compiled and tested natively, too: the rest
//! needs a browser.

pub mod draft;
mod draft_text;
mod institutions;
pub mod kept;

pub mod annexe;
mod browser;
mod desk;
pub mod dom;
mod fields;
mod form;
mod number_panel;
mod openings;
mod page;
mod parts;
pub mod plan;
mod session;
mod sheet;
mod state;
mod today_note;
mod told;
pub mod workbench;

pub use browser::Browser;
pub use desk::Desk;
pub use draft::Draft;
pub use institutions::{form_of, names_in, numbered_form};
pub use page::{mount, with_desk};
pub use told::Told;
