//! The page as a module: it mounts the page, and does what the script that started it asks of it.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod page {
    use casd_simulator::app::{self, AppState};
    use casd_simulator::price_lists;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Mounts the page, with CASD's own price book where there is one.
    #[wasm_bindgen]
    pub fn mount(book: Option<Vec<u8>>) {
        if let Some(packed) = book {
            price_lists::use_packed(packed);
        }
        app::mount();
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
