//! Reads CASD's own price book, in a module of its own that loads where there is one beside the page.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod prices {
    use casd_simulator::i18n::preview_mark;
    use casd_simulator::price_lists;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Checks a price book in JSON, lays it over the one that comes with the simulator, and packs it; as a
    /// preview, where it is only being tried.
    ///
    /// # Errors
    ///
    /// What is wrong with it, for the webmaster: a line for each place.
    #[wasm_bindgen]
    pub fn pack(json: &str, is_preview: bool) -> Result<Vec<u8>, String> {
        let book = price_lists::with_own(json).map_err(|error| error.to_string())?;
        Ok(price_lists::pack(&if is_preview { book.into_preview(&preview_mark()) } else { book }))
    }
}
