//! The history follows what is on the form, so that neither a reload nor the back button loses it.
//!
//! The address names the number. Beside it the history keeps the form as text, where the user filled it in: wrong
//! entries and names of institutions have no number. Writes are debounced and replace the entry: the history does not
//! grow. What was not yet written when the page is left goes into the session storage.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::address::{self, address, replace, state};
use super::app_state::{AppState, Origin};
use super::dom::unsubscribe_on_cleanup;
use super::platform::clock::{REST_MS, elapsed_ms};
use super::platform::{document, storage, window};
use super::view::View;

/// How long the address is left alone once it was written, unless the user turns from the page. Browsers limit how
/// often a page may write it. In milliseconds.
const PAUSE_MS: f64 = 15_000.0;

/// How long compared variants rest before the address names them, in milliseconds.
const VARIANTS_REST_MS: u32 = 300;

thread_local! {
    /// What writes address and history, once [`follow`] has begun.
    static WRITER: RefCell<Option<Rc<RefCell<Writer>>>> = const { RefCell::new(None) };
}

/// Opens the simulation that the address stands for, and from then on has the form follow the address, and the
/// address the form.
pub fn follow(app: AppState) {
    let in_history = state_of_this_visit();
    let left_behind = left_behind(&in_history);
    open(app, left_behind.as_ref().unwrap_or(&in_history));

    let writer = Rc::new(RefCell::new(Writer {
        app,
        due: None,
        waiting_since: 0.0,
        written: -PAUSE_MS,
        leaving: None,
        dropped: String::new(),
        variants: None,
    }));
    WRITER.set(Some(Rc::clone(&writer)));
    let held = Memo::new(move |_| {
        unsubscribe_on_cleanup();
        (app.number(), app.form())
    });
    let changed = Rc::clone(&writer);
    Effect::new(move |is_later: Option<bool>| {
        // Reading it, not just tracking it: a memo that was never read has no sources.
        held.with(|_| ());
        if is_later.is_some() {
            schedule(&changed);
        }
        true
    });
    if left_behind.is_some() {
        // The history does not have it yet.
        schedule(&writer);
    }
    let before = Rc::clone(&writer);
    on_window("popstate", move |_| {
        // Variants of the entry that was left have no place in this one.
        before.borrow_mut().variants = None;
        arrive(app);
    });
    let on = |event: &'static str, act: fn(&mut Writer)| {
        let writer = Rc::clone(&writer);
        on_window(event, move |_| act(&mut writer.borrow_mut()));
    };
    on("blur", Writer::write_all);
    on("beforeunload", Writer::begin_to_leave);
    on("pagehide", |writer| {
        if writer.due.is_some() {
            writer.leave();
        }
    });
    // It may be shown again as it was left.
    on("pageshow", |writer| {
        writer.leaving = None;
        writer.dropped.clear();
    });
    // Going back by a key or a button of the browser does not turn from the window first: the address is written as
    // soon as that is about to happen.
    let turning = Rc::clone(&writer);
    on_window("keydown", move |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key);
        if matches!(key.as_deref(), Some("Alt" | "Meta")) {
            turning.borrow_mut().write_all();
        }
    });
    if let Some(root) = document().document_element() {
        EventListener::new(&root, "mouseleave", move |_| writer.borrow_mut().write_all()).forget();
    }
}

/// Opens what the address of now stands for, unless that is what is on the form.
pub fn arrive(app: AppState) {
    app.forget_status();
    let left = state_of_this_visit();
    let held = untrack(|| app.form());
    if (held.is_empty() || held == left) && address::number() == untrack(|| app.number()) {
        app.forget_typed_number();
    } else {
        open(app, &left);
    }
}

/// Writes what is on the form into address and history, as when the user turns from the page.
pub fn write_now() {
    WRITER.with_borrow(|writer| {
        if let Some(writer) = writer {
            writer.borrow_mut().write_all();
        }
    });
}

/// Has the address name the variants that are compared with the form, once they have rested. Browsers limit how often a
/// page may write it.
pub fn note_variants(numbers: &[String]) {
    WRITER.with_borrow(|writer| {
        let Some(writer) = writer else { return };
        let later = Rc::clone(writer);
        let write = move || later.borrow_mut().write_variants();
        writer.borrow_mut().variants = Some((numbers.to_vec(), Timeout::new(VARIANTS_REST_MS, write)));
    });
}

/// Listens to an event of the window for as long as the page is there.
fn on_window(event: &'static str, act: impl FnMut(&web_sys::Event) + 'static) {
    EventListener::new(&window(), event, act).forget();
}

/// Writes the address once the form has rested; if it never rests, all the same after a while.
fn schedule(writer: &Rc<RefCell<Writer>>) {
    let mut this = writer.borrow_mut();
    let now = elapsed_ms();
    if this.due.is_none() {
        this.waiting_since = now;
    }
    let is_new = this.app.inputs.with_untracked(|inputs| matches!(inputs.origin, Origin::StartingPoint));
    let due = due_at(now, this.waiting_since, this.written, is_new);
    let write = Rc::clone(writer);
    this.due = Some(Timeout::new((due - now) as u32, move || write.borrow_mut().write()));
}

/// When a change of the form is written that came `now`, in milliseconds: a new simulation at once, since whoever asked
/// for one would not expect the number of the old in the address.
pub fn due_at(now: f64, waiting_since: f64, written: f64, is_new: bool) -> f64 {
    if is_new {
        return now;
    }
    (now + f64::from(REST_MS)).min(waiting_since + PAUSE_MS).max(written + PAUSE_MS)
}

/// Writes what is on the form into address and history.
struct Writer {
    app: AppState,
    /// The next write, where something is not yet written.
    due: Option<Timeout>,
    /// Since when something is not yet written, and when the address was last written, in milliseconds.
    waiting_since: f64,
    written: f64,
    /// What history and address were when the page began to be left. Browsers drop what is written from then on, and
    /// a reload then comes to that address with nothing in the history.
    leaving: Option<Leaving>,
    /// The address at which a write may have been dropped.
    dropped: String,
    /// The numbers of variants that the address does not name yet.
    variants: Option<(Vec<String>, Timeout)>,
}

struct Leaving {
    state: String,
    address: String,
}

impl Writer {
    fn write(&mut self) {
        if self.due.take().is_none() {
            return;
        }
        self.written = elapsed_ms();
        match &self.leaving {
            Some(leaving) => {
                self.dropped = leaving.address.clone();
                self.leave();
            }
            // The history has what is newer than that.
            None => storage::session().remove(&left_key()),
        }
        let location = window().location();
        let variants: String = address::variants().iter().map(|number| format!("&{number}")).collect();
        let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
        let address = format!("{path}{query}#{}{variants}", self.app.number());
        let form = self.app.form();
        replace(if form.is_empty() { mark() } else { form }.as_str(), address.trim_end_matches('#'));
    }

    /// Writes the numbers of variants into the address. On another page of the history they have no place.
    fn write_variants(&mut self) {
        let Some((numbers, _)) = self.variants.take() else { return };
        if address::view() != View::Compare {
            return;
        }
        let first = Some(address::number()).filter(|first| !first.is_empty());
        let first = first.unwrap_or_else(|| untrack(|| self.app.number()));
        let numbers: Vec<String> = [first].into_iter().chain(numbers).collect();
        replace(&state(), &format!("#{}", numbers.join("&")));
    }

    fn write_all(&mut self) {
        self.write_variants();
        self.write();
    }

    fn begin_to_leave(&mut self) {
        // It was not left after all when it was to be left before (a link to an e-mail, say): nothing was dropped.
        if !self.dropped.is_empty() {
            storage::session().remove(&left_key());
            self.dropped.clear();
        }
        self.leaving = Some(Leaving { state: state(), address: address() });
    }

    /// Keeps what is on the form for the next page of this window, whichever way it comes back.
    fn leave(&self) {
        let state = self.leaving.as_ref().map_or_else(state, |leaving| leaving.state.clone());
        let form = self.app.form();
        let form = if form.is_empty() { self.app.number() } else { form };
        storage::session().set(&left_key(), &format!("{state}\n{}\n{form}", self.dropped));
    }
}

/// What was on the form when this window was left before the history had it, if this is the place where it was left.
fn left_behind(in_history: &str) -> Option<String> {
    let text = storage::session().get(&left_key())?;
    let mut lines = text.split('\n');
    let (state, dropped_at, form) = (lines.next()?, lines.next()?, lines.next()?);
    let is_dropped = in_history.is_empty() && dropped_at == address();
    if form.is_empty() || !(is_dropped || state == in_history) {
        return None;
    }
    storage::session().remove(&left_key());
    Some(form.into())
}

/// Where that is stored. Frames of one page share their storage, and have names.
fn left_key() -> String {
    let name = window().name().unwrap_or_default();
    if name.is_empty() { "casd-simulator.left".into() } else { format!("casd-simulator.left.{name}") }
}

/// Opens a form as text, or else the number in the address.
fn open(app: AppState, left: &str) {
    let is_form = left.starts_with("offer=") || left.starts_with("CASD");
    let text = if is_form { left.into() } else { address::number() };
    if !text.is_empty() {
        app.open_text(&text);
    }
}

/// What the history keeps beside the address. Nothing is there on the first visit: from now on the user was here, and
/// what a reload takes away is then found again.
fn state_of_this_visit() -> String {
    let left = state();
    if left.is_empty() {
        replace(&mark(), &address());
    }
    left
}

/// Something that no other entry of the history has, and that is no form.
fn mark() -> String {
    // Not a float: what writes it weighs kilobytes.
    ((js_sys::Math::random() * f64::from(u32::MAX)) as u32).to_string()
}
