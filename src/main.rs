//! The page's program. `web/start.js` starts it; `web/frame.js` calls the rest, where the page is in a frame.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod page {
    use casd_simulator::app::{self, AppState};
    use js_sys::Promise;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Starts the page. The promise gives the text of the price list beside it.
    #[wasm_bindgen]
    pub async fn start(price_list: Promise) {
        app::start(price_list).await;
    }

    /// Says that something could not be loaded.
    #[wasm_bindgen]
    pub fn not_loaded() {
        app::with_app_state(|app| app.set_not_loaded(true));
    }

    /// Presets entries, the language, the day of the prices.
    #[wasm_bindgen]
    pub fn preset(query: &str) {
        app::with_app_state(|app| app.preset(query));
    }

    /// Opens a number, or a form as [`form`] gave it.
    #[wasm_bindgen]
    pub fn open(text: &str) {
        app::with_app_state(|app| app.open_text(text));
    }

    /// The number of the simulation, without hyphens; empty where there is none.
    #[wasm_bindgen]
    pub fn number() -> String {
        app::with_app_state(AppState::number)
    }

    /// The form as text, where a visitor filled it in; else empty.
    #[wasm_bindgen]
    pub fn form() -> String {
        app::with_app_state(AppState::form)
    }
}
