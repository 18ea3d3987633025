//! Starts the page: reads CASD's own price list, mounts the page, and has it follow address and history.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, JSON, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Element};

use super::action::{Action, Place};
use super::address;
use super::app_state::{AppState, Browser};
use super::chunks;
use super::dom::keyed;
use super::history;
use super::page::page;
use super::perform::perform;
use super::platform::clock::today;
use super::platform::storage::{EDITED_PRICE_LIST, session};
use super::platform::task::spawn;
use super::platform::{document, window};
use super::router;
use crate::price_lists;

thread_local! {
    static APP: Cell<Option<AppState>> = const { Cell::new(None) };
}

/// Starts the page in the element `simulator`, in place of what that shows meanwhile. `price_list` gives the text of the
/// price list beside the page.
pub async fn start(price_list: Promise) {
    let is_preview = address::is_preview();
    let json = match is_preview {
        true => Ok(session().get(EDITED_PRICE_LIST).unwrap_or_default()),
        false => JsFuture::from(price_list).await.map(|text| text.as_string().unwrap_or_default()),
    };
    let error = match json {
        Ok(json) if is_preview || needs_reading(&json) => match chunks::price_list().await {
            Ok(use_price_list) => use_price_list(&json, is_preview),
            Err(_) => Some(chunks::NotLoaded.to_string()),
        },
        Ok(_) => None,
        // A form with the bundled lists is better than none.
        Err(error) => Some(message_of(&error)),
    };
    let Some(app) = mount() else { return };
    router::follow(app);
    listen(app);
    if error.is_some() || is_preview {
        show_banner(app, error);
    }
}

/// Whether CASD's price list is neither the one that the page was built with nor one without lists.
fn needs_reading(json: &str) -> bool {
    let lists = JSON::parse(json).and_then(|book| Reflect::get(&book, &JsValue::from_str("lists")));
    let is_empty = lists.is_ok_and(|lists| lists.dyn_into::<Array>().is_ok_and(|lists| lists.length() == 0));
    !is_empty && !price_lists::is_bundled(json)
}

/// The message of an error of the browser.
fn message_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &JsValue::from_str("message")).ok().and_then(|words| words.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}

/// Puts the page in place of what the document shows while it loads. It opens what a query presets, and what the
/// address stands for.
fn mount() -> Option<AppState> {
    let place = document().get_element_by_id("simulator")?;
    place.set_text_content(None);
    let query = window().location().search().unwrap_or_default();
    let view = move || {
        let browser = Browser { today, link: address::link_to, perform };
        let app = AppState::new(address::language(), query.trim_start_matches('?'), browser);
        APP.set(Some(app));
        history::follow(app);
        page(app)
    };
    leptos::mount::mount_to(place.unchecked_into(), view).forget();
    APP.get()
}

/// Does something with the state of the app, where the page is mounted.
pub fn with_app_state<T: Default>(act: impl FnOnce(AppState) -> T) -> T {
    // Whoever asks is no view.
    untrack(|| APP.get().map(act).unwrap_or_default())
}

fn listen(app: AppState) {
    let window = window();
    // What came of an action is not said of what comes next. Before the buttons themselves hear of it.
    EventListener::new(&window, "input", move |_| app.forget_status()).forget();
    let first = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&window, "click", first, move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if pressed.is_some_and(|pressed| pressed.closest("button").is_ok_and(|button| button.is_some())) {
            app.forget_status();
        }
    })
    .forget();
    for event in ["dragover", "drop"] {
        let act = move |event: &web_sys::Event| drop_file(app, event);
        EventListener::new_with_options(&window, event, EventListenerOptions::enable_prevent_default(), act)
            .forget();
    }
}

/// Has a file read that is dropped anywhere on the page.
fn drop_file(app: AppState, event: &web_sys::Event) {
    let Some(files) = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer)
        .filter(|dragged| dragged.types().includes(&JsValue::from_str("Files"), 0))
        .map(|dragged| dragged.files())
    else {
        return;
    };
    event.prevent_default();
    if event.type_() == "drop"
        && let Some(file) = files.and_then(|files| files.get(0))
    {
        app.perform(Action::Read(file), Place::OpenFile, None);
    }
}

/// Shows the banner above the page: what is wrong with CASD's own price list, or that one is being tried.
fn show_banner(app: AppState, error: Option<String>) {
    let Some(place) = document().get_element_by_id("standing") else { return };
    spawn(async move {
        let Ok(views) = chunks::views().await else { return app.set_not_loaded(true) };
        let lang = move || app.inputs.with(|inputs| inputs.lang);
        let banner =
            move || keyed(move || vec![lang() as u32], move || (views.banner)(error.as_deref(), lang()));
        leptos::mount::mount_to(place.unchecked_into(), banner).forget();
    });
}
