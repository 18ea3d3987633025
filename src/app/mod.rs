//! The page. Everything in the house is imported here, and nothing imports the page.
//!
//! What a visitor types is a [`Draft`]; the desk turns it into a quote and a number,
//! and the views show that. [`draft`], [`kept`] and what they read are compiled and tested natively, too: the rest
//! needs a browser.

pub mod draft;
mod draft_text;
mod institutions;
pub mod kept;

#[cfg(target_arch = "wasm32")]
pub mod annexe;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
mod element;
#[cfg(target_arch = "wasm32")]
mod fields;
#[cfg(target_arch = "wasm32")]
mod form;
#[cfg(target_arch = "wasm32")]
mod number_panel;
#[cfg(target_arch = "wasm32")]
mod openings;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
pub mod plan;
#[cfg(target_arch = "wasm32")]
mod session;
#[cfg(target_arch = "wasm32")]
mod sheet;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod tag;
#[cfg(target_arch = "wasm32")]
mod today_note;
#[cfg(target_arch = "wasm32")]
mod told;
#[cfg(target_arch = "wasm32")]
pub mod workbench;

#[cfg(target_arch = "wasm32")]
pub use browser::Browser;
#[cfg(target_arch = "wasm32")]
pub use desk::Desk;
pub use draft::Draft;
pub use institutions::{form_of, names_in, numbered_form};
#[cfg(target_arch = "wasm32")]
pub use page::{mount, with_desk};
#[cfg(target_arch = "wasm32")]
pub use told::Told;
