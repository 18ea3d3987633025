//! The browser's storages of texts: for as long as the tab is open, and on this device. A storage that is closed or
//! full forgets, which loses nothing else.

use web_sys::{Storage, Window};

use super::window;

/// Where the price list that is being edited is stored while the tab is open: a reload does not lose it, and the preview
/// reads it.
pub const EDITED_PRICE_LIST: &str = "casd-simulator.preview";

/// The storage of this tab: a reload does not lose it.
pub fn session() -> Store {
    Store(opened(|window| window.session_storage().ok()?))
}

/// The storage of this device.
pub fn local() -> Store {
    Store(opened(|window| window.local_storage().ok()?))
}

fn opened(open: fn(&Window) -> Option<Storage>) -> Option<Storage> {
    // Natively nothing is stored.
    if cfg!(target_arch = "wasm32") { open(&window()) } else { None }
}

/// A storage, where the browser has it open.
pub struct Store(Option<Storage>);

impl Store {
    /// The text under a key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.0.as_ref()?.get_item(key).ok().flatten()
    }

    /// Stores a text under a key.
    pub fn set(&self, key: &str, text: &str) {
        if let Some(storage) = &self.0 {
            let _ = storage.set_item(key, text);
        }
    }

    /// Removes the text under a key.
    pub fn remove(&self, key: &str) {
        if let Some(storage) = &self.0 {
            let _ = storage.remove_item(key);
        }
    }
}
