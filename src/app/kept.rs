//! A simulation that was kept on this device: a number or a form, under a title of the visitor's own.
//!
//! Each is an entry of its own in the browser's storage: what is wrong with one harms no other, and
//! two windows that keep something at the same time do not overwrite each other.

use serde::{Deserialize, Serialize};

/// What the keys of the entries start with.
pub const KEY: &str = "casd-simulator.kept.";
/// The form of an entry that is written.
pub const FORMAT: u32 = 1;
/// The longest title, in characters.
pub const MAX_TITLE: usize = 120;

/// A simulation kept on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The form of the entry: 1.
    pub format: u32,
    /// What the visitor calls it; empty until it has a name.
    #[serde(default)]
    pub title: String,
    /// When it was kept, in milliseconds since 1970.
    #[serde(default)]
    pub kept: u64,
    /// Its number, where the form gave one.
    #[serde(default)]
    pub number: Option<String>,
    /// The form as it was typed (see [`Draft::to_text`](super::Draft::to_text)), where it was one.
    #[serde(default)]
    pub form: Option<String>,
}

/// An entry of the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A simulation.
    Kept(Kept),
    /// Something that this version cannot read: it is shown as it is, and left alone.
    Unreadable(String),
}

impl Kept {
    /// Reads an entry.
    ///
    /// ```
    /// use casd_simulator::app::kept::{Entry, Kept};
    ///
    /// let entry = Kept::read(r#"{"format":1,"title":"Thesis","number":"CASD-1Q…"}"#);
    /// assert!(matches!(entry, Entry::Kept(kept) if kept.title == "Thesis"));
    /// assert!(matches!(Kept::read("{"), Entry::Unreadable(_)));
    /// ```
    pub fn read(text: &str) -> Entry {
        match serde_json::from_str::<Kept>(text) {
            Ok(kept) if kept.format <= FORMAT && (kept.number.is_some() || kept.form.is_some()) => {
                Entry::Kept(kept)
            }
            _ => Entry::Unreadable(text.into()),
        }
    }

    /// The entry as it is stored.
    pub fn to_text(&self) -> String {
        // A structure of texts and numbers always has a JSON form.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same under another title, without control characters and no longer than [`MAX_TITLE`].
    pub fn titled(&self, title: &str) -> Kept {
        let title = title.chars().filter(|c| !c.is_control()).take(MAX_TITLE).collect();
        Kept { title, ..self.clone() }
    }
}
