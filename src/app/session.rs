//! What is kept while the tab is open, in the browser's session storage: a reload does not lose it.

use web_sys::Storage;

fn session() -> Option<Storage> {
    leptos::prelude::window().session_storage().ok().flatten()
}

/// What stands under a name, where the storage is open.
pub fn kept(name: &str) -> Option<String> {
    session()?.get_item(name).ok().flatten()
}

/// Keeps a text. A storage that is closed or full loses it with the page, and nothing before.
pub fn keep(name: &str, text: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(name, text);
    }
}
