//! The browser's features that the page uses: clock, focus, storage. Natively there is no browser: nothing has the
//! focus, and nothing is stored.

pub mod clock;
pub mod focus;
pub mod storage;

pub use gloo::utils::{document, window};
