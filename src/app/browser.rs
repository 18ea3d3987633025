//! What the page has the browser do. Its address and history, its storage and its clock are the script's,
//! `web/browser.js`; here is how the page calls it.

use std::cell::OnceCell;

use chrono::NaiveDate;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, HtmlElement};

use crate::i18n::Lang;
use tariff::day_from_iso;
use tariff::number::Number;

#[wasm_bindgen]
extern "C" {
    /// The browser, as the script that starts the page hands it over.
    pub type Browser;

    #[wasm_bindgen(method)]
    fn today(this: &Browser) -> String;

    #[wasm_bindgen(method)]
    fn changed(this: &Browser);

    #[wasm_bindgen(method)]
    fn remember(this: &Browser, lang: &str);

    #[wasm_bindgen(method)]
    fn label(this: &Browser, lang: &str, title: &str);

    #[wasm_bindgen(method)]
    fn link(this: &Browser, number: &str, lang: &str) -> String;
}

thread_local! {
    static BROWSER: OnceCell<Browser> = const { OnceCell::new() };
}

/// Takes the browser that all the others here call.
pub fn is(browser: Browser) {
    let _ = BROWSER.with(|held| held.set(browser));
}

fn with<T: Default>(call: impl FnOnce(&Browser) -> T) -> T {
    BROWSER.with(|held| held.get().map(call)).unwrap_or_default()
}

/// The page's document.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// Today, as the calendar of the visitor has it: a page may stay open past midnight.
pub fn today() -> NaiveDate {
    day_from_iso(&with(Browser::today)).unwrap_or_default()
}

/// Says that what is on the form changed: once it rests, the outcome is said to screen readers and the
/// address is written.
pub fn changed() {
    with(Browser::changed);
}

/// Remembers the language that the visitor chose, and says it in the address.
pub fn remember_language(lang: Lang) {
    with(|browser| browser.remember(lang.code()));
}

/// Tells the document which language it is in.
pub fn label_document(lang: Lang) {
    let page = lang.page();
    with(|browser| browser.label(lang.code(), &format!("{} – {}", page.title, page.subtitle)));
}

/// The link that opens a number, in a language.
pub fn link_to(number: &Number, lang: Lang) -> String {
    with(|browser| browser.link(number.as_str(), lang.code()))
}

/// Moves the focus to the element of that id, once the views have followed what changed before. Natively there is
/// no focus.
pub fn focus(id: String) {
    if cfg!(not(target_arch = "wasm32")) {
        return;
    }
    once_settled(move || {
        // In a frame that opens a simulation by itself, the focus stays in the page around it.
        if document().has_focus().unwrap_or(true)
            && let Some(element) = document().get_element_by_id(&id)
        {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Does something once the views have followed what changed before: they do so in microtasks, one after the
/// other. It is done before the next key or press, which would else go to where the focus was. Natively there are no
/// microtasks: it is done at once.
pub fn once_settled(act: impl FnOnce() + 'static) {
    if cfg!(target_arch = "wasm32") {
        leptos::prelude::queue_microtask(act);
    } else {
        act();
    }
}
