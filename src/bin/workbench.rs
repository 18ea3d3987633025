//! The price-list workbench, a module of its own: it loads when the tariff manager asks for it.
//! `web/asked.js` calls it.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod asked {
    use casd_simulator::app::annexe::Host;
    use casd_simulator::app::workbench;
    use casd_simulator::i18n::Lang;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Shows the workbench, or hides it. `in_use` is the price list beside the page, as text.
    #[wasm_bindgen]
    pub fn show(
        is_shown: bool,
        lang: &str,
        in_use: &str,
        open: js_sys::Function,
        go_to: js_sys::Function,
        save: js_sys::Function,
    ) {
        let lang = Lang::from_tag(lang).unwrap_or(Lang::En);
        workbench::show(is_shown, lang, in_use, Host { open, go_to, save });
    }

    /// The longest file that is read, in bytes.
    #[wasm_bindgen]
    pub fn max_file_bytes() -> f64 {
        tariff::MAX_FILE_BYTES as f64
    }

    /// Opens a price-list file. A longer one than [`max_file_bytes`] comes without its text.
    #[wasm_bindgen]
    pub fn open_file(bytes: f64, text: &str) {
        workbench::open_file(bytes, text);
    }
}
