//! The Leptos front end. It may import every other module; none may import it.
//!
//! What a user types is a [`Draft`]; the [`AppState`] turns it into a quote and a number, and the views show that. All of
//! it compiles natively, where [`dom::to_html`] renders views for tests; the browser's features then do nothing.

pub mod draft;
mod draft_text;
mod institutions;
pub mod kept;

pub mod address;
pub mod annexe;
mod app_state;
mod components;
pub mod dom;
mod estimate;
mod fields;
mod form;
pub mod history;
mod live_region;
mod number_panel;
mod page;
pub mod plan;
pub mod platform;
mod start_panel;
mod today_note;
pub mod workbench;

pub use app_state::{AppState, Browser};
pub use draft::Draft;
pub use institutions::{form_of, names_in, numbered_form};
pub use live_region::Status;
pub use page::{mount, page, with_app_state};
