//! Loads texts that stand beside the page.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

use super::window;

/// Why a text was not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// There was no answer in time, or none that can be read.
    NoAnswer,
}

/// Loads a text, asking the server whether it has changed. It gives up after `timeout_ms` milliseconds.
///
/// # Errors
///
/// See [`FetchError`].
pub async fn fetch_text(address: &str, timeout_ms: u32) -> Result<String, FetchError> {
    let abort = AbortController::new().map_err(no_answer)?;
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    options.set_signal(Some(&abort.signal()));
    let _timeout = Timeout::new(timeout_ms, move || abort.abort());
    let response = JsFuture::from(window().fetch_with_str_and_init(address, &options)).await;
    let response: Response = response.map_err(no_answer)?.unchecked_into();
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let text = JsFuture::from(response.text().map_err(no_answer)?).await.map_err(no_answer)?;
    Ok(text.as_string().unwrap_or_default())
}

fn no_answer(_: JsValue) -> FetchError {
    FetchError::NoAnswer
}
