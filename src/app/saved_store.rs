//! What is kept on this device, in the browser's local storage.

use web_sys::Storage;

use super::kept::{Entry, KEY, Kept};
use super::platform::window;

/// The browser keeps nothing: by its settings, in a private window, or because it is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStored {
    /// There is no storage.
    Closed,
    /// It is full.
    Full,
}

fn storage() -> Result<Storage, NotStored> {
    if cfg!(not(target_arch = "wasm32")) {
        return Err(NotStored::Closed);
    }
    window().local_storage().ok().flatten().ok_or(NotStored::Closed)
}

/// What is kept, by key: the newest first, what cannot be read last.
pub fn entries() -> Result<Vec<(String, Entry)>, NotStored> {
    let storage = storage()?;
    let mut entries = Vec::new();
    for index in 0..storage.length().unwrap_or(0) {
        let Ok(Some(key)) = storage.key(index) else { continue };
        if !key.starts_with(KEY) {
            continue;
        }
        if let Ok(Some(text)) = storage.get_item(&key) {
            entries.push((key, Kept::read(&text)));
        }
    }
    entries.sort_by_key(|(key, entry)| match entry {
        Entry::Kept(kept) => (u64::MAX - kept.kept, key.clone()),
        Entry::Unreadable(_) => (u64::MAX, key.clone()),
    });
    Ok(entries)
}

/// What stands under a key, as it is stored.
pub fn text_of(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok()?
}

/// A key that nothing stands under, in no window: the time and a random number.
pub fn new_key() -> String {
    let random = js_sys::Math::random() * f64::from(u32::MAX);
    format!("{KEY}{}-{}", js_sys::Date::now() as u64, random as u32)
}

/// Stores a text under a key.
pub fn put(key: &str, text: &str) -> Result<(), NotStored> {
    storage()?.set_item(key, text).map_err(|_| NotStored::Full)
}

/// Removes what stands under a key, and returns it.
pub fn take(key: &str) -> Option<String> {
    let text = text_of(key)?;
    storage().ok()?.remove_item(key).ok()?;
    Some(text)
}
