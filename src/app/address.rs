//! The address of the page: the language and the view that it asks for, the number that it names, and links. Beside
//! each address the browser's history keeps a state, a text.

use wasm_bindgen::JsValue;

use super::platform::{storage, window};
use super::view::View;
use crate::i18n::Lang;
use tariff::number::Number;

/// Where the chosen language is stored.
const LANGUAGE: &str = "casd-simulator.lang";

/// The language of the page: what the address says, else what was chosen before, else what the browser prefers.
pub fn language() -> Lang {
    let query = window().location().search().unwrap_or_default();
    let preferred = window().navigator().languages();
    let preferred = preferred.iter().filter_map(|tag| tag.as_string());
    language_of(&query, storage::local().get(LANGUAGE), preferred)
}

/// The language that a query, a choice of before, or else the browser's languages ask for; else English.
///
/// ```
/// use casd_simulator::app::address::language_of;
/// use casd_simulator::i18n::Lang;
///
/// let preferred = ["de-DE", "fr-BE", "en"].map(String::from);
/// assert_eq!(language_of("?users=2", None, preferred.clone()), Lang::Fr);
/// assert_eq!(language_of("?lang=en", Some("fr".into()), preferred), Lang::En);
/// ```
pub fn language_of(query: &str, chosen: Option<String>, preferred: impl IntoIterator<Item = String>) -> Lang {
    let asked = pairs(query).find_map(|pair| pair.strip_prefix("lang=")).map(String::from);
    let tags = asked.into_iter().chain(chosen).chain(preferred);
    tags.filter_map(|tag| Lang::from_tag(&tag)).next().unwrap_or(Lang::En)
}

/// Stores the language that the user chose, and writes it into the address.
pub fn remember_language(lang: Lang) {
    storage::local().set(LANGUAGE, lang.code());
    let location = window().location();
    let (query, hash) = (location.search().unwrap_or_default(), location.hash().unwrap_or_default());
    replace(&state(), &format!("{}{hash}", query_in(lang, &query, |name| name == "lang")));
}

/// The link that opens a number, in a language. What the page's host has in the query stays in it.
pub fn link_to(number: &Number, lang: Lang) -> String {
    format!("{}#{}", page_in(lang, View::Simulator), number.as_str())
}

/// The address of a view in a language, up to the numbers that it names.
pub fn page_in(lang: Lang, view: View) -> String {
    let location = window().location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    let query = query_of(&query_in(lang, &part(location.search()), is_ours), view);
    format!("{}{}{query}", part(location.origin()), part(location.pathname()))
}

/// The view that the address names.
pub fn view() -> View {
    let query = window().location().search().unwrap_or_default();
    View::from_name(pairs(&query).find_map(|pair| pair.strip_prefix("view=")).unwrap_or_default())
}

/// Whether the address asks for a preview of the price list that is being edited.
pub fn is_preview() -> bool {
    let query = window().location().search().unwrap_or_default();
    pairs(&query).any(|pair| pair == "preview" || pair.starts_with("preview="))
}

/// The number that the address names; empty where it names none.
pub fn number() -> String {
    numbers().into_iter().next().unwrap_or_default()
}

/// The numbers of the variants that the address names beside it.
pub fn variants() -> Vec<String> {
    numbers().into_iter().skip(1).collect()
}

fn numbers() -> Vec<String> {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').split('&').map(String::from).collect()
}

/// The address with another view.
pub fn with_view(view: View) -> String {
    let location = window().location();
    let (query, hash) = (location.search().unwrap_or_default(), location.hash().unwrap_or_default());
    format!("{}{}{hash}", location.pathname().unwrap_or_default(), query_of(&query, view))
}

/// The address of the simulator with a number; without one where that is empty.
pub fn with_number(number: &str) -> String {
    let location = window().location();
    let query = query_of(&location.search().unwrap_or_default(), View::Simulator);
    let hash = if number.is_empty() { String::new() } else { format!("#{number}") };
    format!("{}{query}{hash}", location.pathname().unwrap_or_default())
}

/// A query with that view: all else in it stays as it was written.
///
/// ```
/// use casd_simulator::app::View;
/// use casd_simulator::app::address::query_of;
///
/// assert_eq!(query_of("?view=plan&utm_source=casd", View::Check), "?utm_source=casd&view=check");
/// assert_eq!(query_of("?view=plan", View::Simulator), "");
/// ```
pub fn query_of(query: &str, view: View) -> String {
    let is_view = |pair: &&str| *pair == "view" || pair.starts_with("view=");
    let mut kept: Vec<String> =
        pairs(query).filter(|pair| !pair.is_empty() && !is_view(pair)).map(String::from).collect();
    if view != View::Simulator {
        kept.push(format!("view={}", view.name()));
    }
    if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) }
}

/// Whether a parameter of a query is the page's own; the others are the host's.
pub fn is_ours(name: &str) -> bool {
    const OURS: [&str; 14] = [
        "lang",
        "view",
        "date",
        "offer",
        "start",
        "months",
        "renewal",
        "users",
        "students",
        "configuration",
        "box",
        "funder",
        "box-funder",
        "box-host",
    ];
    OURS.contains(&name) || name.starts_with("option-")
}

/// A query in a language, without the parameters that are left out. The others stay as they were written.
///
/// ```
/// use casd_simulator::app::address::{is_ours, query_in};
/// use casd_simulator::i18n::Lang;
///
/// assert_eq!(query_in(Lang::En, "?utm_source=casd&lang=fr&users=3", is_ours), "?lang=en&utm_source=casd");
/// ```
pub fn query_in(lang: Lang, query: &str, is_left_out: impl Fn(&str) -> bool) -> String {
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_string();
    let kept = pairs(query).filter(|pair| !pair.is_empty() && !is_left_out(&name(pair)));
    let kept = kept.map(|pair| format!("&{pair}")).collect::<String>();
    format!("?lang={}{kept}", lang.code())
}

fn pairs(query: &str) -> impl Iterator<Item = &str> {
    query.strip_prefix('?').unwrap_or(query).split('&')
}

/// What the history keeps beside the address; empty where it keeps nothing.
pub fn state() -> String {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| state.as_string()).unwrap_or_default()
}

/// The whole address.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// Adds an address and its state to the history.
pub fn push(state: &str, address: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::from_str(state), "", Some(address));
    }
}

/// Replaces address and state in the history. Browsers limit how often a page may do this; a missed write is made up by the next.
pub fn replace(state: &str, address: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::from_str(state), "", Some(address));
    }
}
