//! The Leptos front end. It may import every other module; none may import it.
//!
//! What a user types is a [`Draft`]; the [`AppState`] turns it into a quote and a number, and the views show that. All of
//! it compiles natively, where [`dom::to_html`] renders views for tests. What the browser alone can do is in `platform`.

pub mod draft;
mod draft_text;
mod institutions;
pub mod kept;

pub mod action;
pub mod address;
mod app_state;
mod chunks;
mod components;
mod documents;
pub mod dom;
mod estimate;
mod fields;
mod form;
pub mod history;
mod live_region;
mod number_panel;
mod outcome;
mod page;
mod page_title;
pub mod pages;
mod perform;
pub mod platform;
mod router;
mod saved_store;
mod start;
mod start_panel;
mod today_note;
mod view;

pub use app_state::{AppState, Browser};
pub use draft::Draft;
pub use institutions::{form_of, numbered_form};
pub use live_region::Status;
pub use page::page;
pub use start::{start, with_app_state};
pub use view::View;
