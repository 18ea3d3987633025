//! The browser's features that the page uses, a file each. Natively there is no browser: nothing has the focus, and
//! nothing is stored.

pub mod busy;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod fetch;
pub mod focus;
pub mod storage;
pub mod style;
pub mod task;

pub use gloo::utils::{document, window};
