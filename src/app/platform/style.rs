//! Style sheets of views, which come with their chunks.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

use super::document;

thread_local! {
    static ADOPTED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Has the document use a style sheet, once.
pub fn adopt(css: &'static str) {
    if cfg!(not(target_arch = "wasm32")) || ADOPTED.with_borrow(|adopted| adopted.contains(&css)) {
        return;
    }
    ADOPTED.with_borrow_mut(|adopted| adopted.push(css));
    // A browser that cannot shows the view without it.
    let Ok(sheet) = CssStyleSheet::new() else { return };
    if sheet.replace_sync(css).is_ok()
        && let Ok(sheets) = Reflect::get(&document(), &JsValue::from_str("adoptedStyleSheets"))
    {
        let sheets = sheets.unchecked_into::<Array>().concat(&Array::of1(&sheet));
        let _ = Reflect::set(&document(), &JsValue::from_str("adoptedStyleSheets"), &sheets);
    }
}
