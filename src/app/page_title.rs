//! The title of the document, and its language.

use super::platform::document;
use crate::i18n::Lang;

/// Sets the title of the document: that of a view, empty for the simulator, before that of the page; and its language.
pub fn set_title(lang: Lang, view: &str) {
    if cfg!(not(target_arch = "wasm32")) {
        return;
    }
    let page = lang.page();
    let separator = if view.is_empty() { "" } else { " – " };
    document().set_title(&format!("{view}{separator}{} – {}", page.title, page.subtitle));
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.code());
    }
}
