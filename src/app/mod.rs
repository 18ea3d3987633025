//! The Leptos front end. It may import every other module; none may import it.
//!
//! What a user types is a [`Draft`]; the [`Desk`] turns it into a quote and a number, and the views show that. All of
//! it compiles natively, where [`dom::to_html`] renders views for tests; the browser's features then do nothing.

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
pub use page::{mount, page, with_desk};
pub use told::Told;
