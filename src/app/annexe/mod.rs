//! The views beside the simulator, for those who receive numbers and those who come back. They are
//! part of a module that loads on demand, and share nothing with the page but the address.

mod check_view;
mod kept_view;
pub(super) mod store;

use std::cell::Cell;

use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use self::check_view::check_view;
pub use self::kept_view::keep;
use self::kept_view::kept_view;
use super::components::button;
use super::dom::{el, empty, fragment, keyed};
use super::form::FORM;
use super::platform::clock::today;
use super::platform::document;
use super::platform::focus::focus;
use crate::i18n::Lang;

/// The place in the document, and the heading that takes the focus when a view is shown.
const PLACE: &str = "annexe";
pub(super) const HEADING: &str = "annexe-heading";

/// What the annexe has others do: `web/asked.js`.
#[derive(Clone)]
pub struct Host {
    /// Opens a number, or a form as it was kept, in the simulator.
    pub open: js_sys::Function,
    /// Goes to the view of that name, or back to the simulator.
    pub go_to: js_sys::Function,
    /// Hands a file to the browser: its name, its type, its bytes.
    pub save: js_sys::Function,
}

impl Host {
    /// Goes to the view of that name, or back to the simulator.
    pub(super) fn go(&self, view: &str) {
        let _ = self.go_to.call1(&JsValue::NULL, &JsValue::from_str(view));
    }

    /// Hands a file to the browser.
    pub(super) fn hand_over(&self, name: &str, media_type: &str, bytes: &[u8]) {
        let bytes = js_sys::Uint8Array::from(bytes);
        let _ = self.save.call3(&JsValue::NULL, &name.into(), &media_type.into(), &bytes);
    }
}

/// The views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// None: the simulator is in sight.
    Simulator,
    /// Checks numbers.
    Check,
    /// The simulations kept on this device.
    Kept,
}

impl View {
    /// The view that the address names.
    pub fn from_name(name: &str) -> View {
        match name {
            "check" => View::Check,
            "kept" => View::Kept,
            _ => View::Simulator,
        }
    }
}

/// What the views have in common. It is a handle: copies are the same annexe.
#[derive(Clone, Copy)]
struct Annexe {
    view: RwSignal<View>,
    lang: RwSignal<Lang>,
    /// Counts what may have changed in the storage.
    stored: RwSignal<u32>,
    /// What stands in the field for numbers.
    typed: RwSignal<String>,
    /// What stood there when they were last checked.
    asked: RwSignal<String>,
    /// The day on which a view was last shown.
    today: StoredValue<NaiveDate>,
    host: StoredValue<Host, LocalStorage>,
}

thread_local! {
    static MOUNTED: Cell<Option<Annexe>> = const { Cell::new(None) };
}

/// Shows a view in a language, or brings it up to date.
pub fn show(view: View, lang: Lang, host: Host) {
    let Some(annexe) = MOUNTED.get() else { return mount(view, lang, host) };
    let is_other = annexe.view.get_untracked() != view;
    annexe.today.set_value(today());
    annexe.lang.set(lang);
    annexe.view.set(view);
    annexe.stored.update(|times| *times += 1);
    if is_other {
        focus_on(view);
    }
}

fn focus_on(view: View) {
    let heading = if view == View::Simulator { FORM } else { HEADING };
    focus(heading.into());
}

fn mount(view: View, lang: Lang, host: Host) {
    let Some(place) = document().get_element_by_id(PLACE) else { return };
    let views = move || {
        let annexe = Annexe {
            view: RwSignal::new(view),
            lang: RwSignal::new(lang),
            stored: RwSignal::new(0),
            typed: RwSignal::new(String::new()),
            asked: RwSignal::new(String::new()),
            today: StoredValue::new(today()),
            host: StoredValue::new_local(host),
        };
        MOUNTED.set(Some(annexe));
        keyed(
            move || vec![annexe.view.get() as u32, annexe.lang.get() as u32],
            move || annexe.shown(annexe.view.get(), annexe.lang.get()),
        )
    };
    leptos::mount::mount_to(place.unchecked_into(), views).forget();
    if view != View::Simulator {
        focus_on(view);
    }
}

impl Annexe {
    fn shown(self, view: View, lang: Lang) -> AnyView {
        let (called, content) = match view {
            View::Simulator => return empty(),
            View::Check => (lang.page().check, check_view(self, lang)),
            View::Kept => (lang.page().kept, kept_view(self, lang)),
        };
        framed(lang, called, move || self.go_to(""), content)
    }

    fn open(self, number: Option<&str>, form: Option<&str>) {
        let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
        self.host.with_value(|host| {
            let _ = host.open.call2(&JsValue::NULL, &text(number), &text(form));
        });
    }

    fn go_to(self, view: &str) {
        self.host.with_value(|host| host.go(view));
    }

    fn save(self, name: &str, media_type: &str, bytes: &[u8]) {
        self.host.with_value(|host| host.hand_over(name, media_type, bytes));
    }
}

/// A view under its name, with the way back to the simulator.
pub(super) fn framed(lang: Lang, called: &str, go_back: impl FnMut() + 'static, content: AnyView) -> AnyView {
    let back = button("quiet", lang.annexe().back, go_back);
    let heading = el("h2").id(HEADING).attr("tabindex", "-1").text(called);
    el("main").attr("aria-labelledby", HEADING).child(fragment(vec![back, heading.view(), content])).view()
}
