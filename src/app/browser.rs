//! What the page asks of the browser: the day, the language, the address, the clipboard, the focus.

use chrono::NaiveDate;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, Storage, Window};

use crate::number::Number;
use crate::text::Lang;

const REMEMBERED_LANGUAGE: &str = "casd-simulator.lang";
/// What stood in the form when this window was left, before it was written into the history.
const LEFT: &str = "casd-simulator.left";

fn window() -> Window {
    leptos::prelude::window()
}

/// The page's document.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// Today, on the visitor's clock and in the visitor's time zone.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let day = NaiveDate::from_ymd_opt(now.get_full_year() as i32, now.get_month() + 1, now.get_date());
    day.unwrap_or_default()
}

/// The language of the page: what the address says, else what was chosen before, else what the
/// browser prefers, else English.
pub fn language() -> Lang {
    let in_address = || {
        search().trim_start_matches('?').split('&').find_map(|pair| {
            let tag = pair.strip_prefix("lang=")?;
            Lang::from_tag(tag)
        })
    };
    let remembered = || Lang::from_tag(&storage()?.get_item(REMEMBERED_LANGUAGE).ok()??);
    let preferred = || {
        let tags = window().navigator().languages();
        tags.iter().find_map(|tag| Lang::from_tag(&tag.as_string()?))
    };
    in_address().or_else(remembered).or_else(preferred).unwrap_or(Lang::En)
}

/// Remembers the language, and says it in the address and to screen readers.
pub fn remember_language(lang: Lang) {
    if let Some(storage) = storage() {
        // A storage that is full or closed forgets the choice, which loses nothing else.
        let _ = storage.set_item(REMEMBERED_LANGUAGE, lang.code());
    }
    replace_address(&format!("{}{}", search_with(lang, ""), fragment()), &history_state());
}

/// Tells the document which language it is in.
pub fn label_document(lang: Lang) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.code());
    }
    document().set_title(&format!("{} – {}", lang.page().title, lang.page().subtitle));
}

/// The address's fragment, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts a number into the address, or none, in place of what is there, and beside it in the history
/// what the form holds: neither a reload nor the back button loses it. The history does not grow.
pub fn put_into_address(number: Option<&Number>, form: &str) {
    let path = window().location().pathname().unwrap_or_default();
    let fragment = number.map_or_else(String::new, |number| format!("#{}", number.as_str()));
    let left = if form.is_empty() { mark() } else { JsValue::from_str(form) };
    replace_address(&format!("{path}{}{fragment}", search()), &left);
}

/// What the history holds beside this address: a form as text, or a mark that tells this entry from
/// others; nothing where the visitor was never here before.
pub fn left_in_history() -> String {
    let left = history_state().as_string();
    if left.is_none() {
        // From now on it was here: what a reload takes away is then found again.
        replace_address(&format!("{}{}", search(), fragment()), &mark());
    }
    left.unwrap_or_default()
}

/// Something that no other entry of the history has, and that is no form.
fn mark() -> JsValue {
    // A whole number: writing out another takes 4 kB of code.
    let random = js_sys::Math::random() * f64::from(u32::MAX);
    JsValue::from_str(&(random as u32).to_string())
}

/// Remembers what was not written into the history when the page is left: browsers then take no more
/// writes to it.
pub fn leave_behind(form: &str) {
    if let Some(session) = session() {
        let before = history_state().as_string().unwrap_or_default();
        let _ = session.set_item(LEFT, &format!("{before}\n{form}"));
    }
}

/// What was left behind when the page was left here, with that in the history.
pub fn left_behind(in_history: &str) -> Option<String> {
    let session = session()?;
    let left = session.get_item(LEFT).ok()??;
    let (_, left) = left.split_once('\n').filter(|(before, _)| *before == in_history)?;
    let _ = session.remove_item(LEFT);
    Some(left.into())
}

fn history_state() -> JsValue {
    window().history().and_then(|history| history.state()).unwrap_or_default()
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The link that opens a number, in a language.
pub fn link_to(number: &Number, lang: Lang) -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    // A view of the annexe is no part of it.
    format!("{origin}{path}{}#{}", search_with(lang, "view="), number.as_str())
}

/// Calls back when there is another address: from the visitor, the back button, or a part of the page
/// that asks for another simulation.
pub fn on_address_change(callback: impl FnMut() + 'static) {
    window().set_onpopstate(Some(&lasting(callback)));
}

/// Calls back when the visitor turns from the page, to the address bar or another window.
pub fn on_turning_away(callback: impl FnMut() + 'static) {
    window().set_onblur(Some(&lasting(callback)));
}

/// Calls back when the page is left, or loaded again.
pub fn on_leaving(callback: impl FnMut() + 'static) {
    window().set_onpagehide(Some(&lasting(callback)));
}

/// A callback that lives as long as the page.
fn lasting(callback: impl FnMut() + 'static) -> js_sys::Function {
    let callback = Closure::<dyn FnMut()>::new(callback);
    callback.into_js_value().unchecked_into()
}

/// The time on the browser's clock, in milliseconds.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Moves the focus to the element of that id, once the views have settled.
pub fn focus(id: String) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The address's query with that language in it, and what else it holds except what starts so.
fn search_with(lang: Lang, without: &str) -> String {
    let search = search();
    let others = search.trim_start_matches('?').split('&').filter(|pair| {
        let is_dropped = !without.is_empty() && pair.starts_with(without);
        !pair.is_empty() && !pair.starts_with("lang=") && !is_dropped
    });
    let mut with = format!("?lang={}", lang.code());
    for pair in others {
        with.push('&');
        with.push_str(pair);
    }
    with
}

fn replace_address(relative: &str, state: &JsValue) {
    if let Ok(history) = window().history() {
        // Browsers limit how often a page may do this; a missed write is made up by the next.
        let _ = history.replace_state_with_url(state, "", Some(relative));
    }
}
