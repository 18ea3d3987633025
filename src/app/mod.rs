//! The Leptos front end. It may import every other module; none may import it.
//!
//! What a user types is a [`Draft`]; the [`Desk`] turns it into a quote and a number, and the views show that. All of
//! it compiles natively, where [`dom::to_html`] renders views for tests; the browser's features then do nothing.

pub mod draft;
mod draft_text;
mod institutions;
pub mod kept;

pub mod address;
pub mod annexe;
mod desk;
pub mod dom;
mod fields;
mod form;
pub mod history;
mod live_region;
mod number_panel;
mod openings;
mod page;
mod parts;
pub mod plan;
pub mod platform;
mod sheet;
mod state;
mod today_note;
pub mod workbench;

pub use desk::{Browser, Desk};
pub use draft::Draft;
pub use institutions::{form_of, names_in, numbered_form};
pub use live_region::Status;
pub use page::{mount, page, with_desk};
