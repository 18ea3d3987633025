//! Moves the focus, after the views have been rendered.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document;

/// Moves the focus to the element of that id, once the views have followed what changed before.
pub fn focus(id: String) {
    if cfg!(not(target_arch = "wasm32")) {
        return;
    }
    after_render(move || {
        // In a frame that opens a simulation by itself, the focus stays in the page around it.
        if document().has_focus().unwrap_or(true)
            && let Some(element) = document().get_element_by_id(&id)
        {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Does something once the views have followed what changed before: they do so in microtasks, one after the
/// other. It is done before the next key or press, which would else go to where the focus was. Natively it is done
/// at once.
pub fn after_render(act: impl FnOnce() + 'static) {
    if cfg!(target_arch = "wasm32") {
        leptos::prelude::queue_microtask(act);
    } else {
        act();
    }
}
