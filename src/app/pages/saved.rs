//! My simulations: what is kept on this device.

use leptos::prelude::*;

use gloo::events::EventListener;

use super::{HEADING, titled};
use crate::app::action::{Action, Place, Reopened};
use crate::app::app_state::AppState;
use crate::app::components::{button, paragraph};
use crate::app::dom::{dynamic, el, empty, fragment, keyed, value_of};
use crate::app::draft::Draft;
use crate::app::institutions::numbered_form;
use crate::app::kept::{Entry, FORMAT, Kept, MAX_TITLE};
use crate::app::live_region::{Status, status_region};
use crate::app::platform::focus::focus;
use crate::app::platform::window;
use crate::app::saved_store::{self as store, NotStored};
use crate::i18n::{Lang, amount, day, not_opened, offer_name};
use crate::price_lists;
use tariff::number;

/// The id of the button that puts back what was deleted.
const UNDO: &str = "undo";

/// Keeps the simulation on the form, or the form itself where it gave no number, and says what came of it.
pub fn keep(app: AppState) -> Status {
    let words = app.lang().views();
    let number = app.snapshot_now().map(|snapshot| snapshot.opened.number.to_string());
    let form = Some(untrack(|| app.form())).filter(|form| Draft::from_text(form).is_some());
    if number.is_none() && form.is_none() {
        return Status::Error(words.nothing_to_keep.into());
    }
    let kept = Kept { format: FORMAT, title: String::new(), kept: now(), number, form };
    match store::put(&store::new_key(), &kept.to_text()) {
        Ok(()) => Status::Done(words.kept_now.into()),
        Err(why) => Status::Error(not_stored(app.lang(), why).into()),
    }
}

fn now() -> u64 {
    js_sys::Date::now() as u64
}

fn not_stored(lang: Lang, why: NotStored) -> &'static str {
    match why {
        NotStored::Closed => lang.views().closed,
        NotStored::Full => lang.views().full,
    }
}

/// What was last done here.
#[derive(Clone, Default)]
struct Done {
    /// What is said of it.
    said: Status,
    /// What it deleted, to put it back.
    deleted: Vec<(String, String)>,
}

/// What the entries share.
#[derive(Clone, Copy)]
struct Shelf {
    app: AppState,
    lang: Lang,
    /// Notified when the storage may have changed, here or in another window.
    stored: Trigger,
    done: RwSignal<Done>,
}

/// The list, its titles, and what can be done with each.
pub fn view(app: AppState, lang: Lang) -> AnyView {
    let shelf = Shelf { app, lang, stored: Trigger::new(), done: RwSignal::new(Done::default()) };
    if cfg!(target_arch = "wasm32") {
        let changed = EventListener::new(&window(), "storage", move |_| shelf.stored.notify());
        // It listens for as long as the view is there.
        StoredValue::new_local(changed);
    }
    let content =
        vec![paragraph("hint", lang.views().kept_help), shelf.outcome(), shelf.state(), shelf.list()];
    titled(app, lang, lang.page().kept, "", fragment(content))
}

impl Shelf {
    /// What is stored, followed as it changes.
    fn entries(self) -> Result<Vec<(String, Entry)>, NotStored> {
        self.stored.track();
        store::entries()
    }

    /// What was done, and the way back.
    fn outcome(self) -> AnyView {
        let done = self.done;
        let way_back = dynamic(move || match done.with(|done| done.deleted.is_empty()) {
            true => empty(),
            false => {
                let undo = el("button").attr("type", "button").id(UNDO).text(self.lang.views().undo);
                undo.on("click", move |_| self.undo()).view()
            }
        });
        let said = status_region("told", move || done.with(|done| done.said.clone()));
        el("div").class("actions").child(said).child(way_back).view()
    }

    /// What there is to say of the whole: that the storage is closed, or holds nothing.
    fn state(self) -> AnyView {
        dynamic(move || match self.entries() {
            Err(why) => paragraph("alert", not_stored(self.lang, why)),
            Ok(entries) if entries.is_empty() => paragraph("note", self.lang.views().kept_none),
            Ok(_) => empty(),
        })
    }

    /// The entries. Each stays in place while others come and go: somebody may be typing its title.
    fn list(self) -> AnyView {
        let each = move || self.entries().unwrap_or_default();
        let is_kept = |entry: &Entry| matches!(entry, Entry::Kept(_));
        let items = For(ForProps::builder()
            .each(each)
            .key(move |(key, entry): &(String, Entry)| (key.clone(), is_kept(entry)))
            .children(move |(key, entry)| match entry {
                Entry::Kept(kept) => self.item(key, &kept),
                Entry::Unreadable(text) => self.unreadable(key, &text),
            })
            .build());
        let are_there = move || u32::from(!each().is_empty());
        let delete_all = keyed(
            move || vec![are_there()],
            move || match are_there() {
                0 => empty(),
                _ => button("", self.lang.views().delete_all, move || {
                    let keys: Vec<String> =
                        store::entries().unwrap_or_default().into_iter().map(|(key, _)| key).collect();
                    self.delete(&keys);
                }),
            },
        );
        fragment(vec![el("ul").class("kept").child(items.into_any()).view(), delete_all])
    }

    fn item(self, key: String, kept: &Kept) -> AnyView {
        let words = self.lang.views();
        let id = title_id(&key);
        // By key, not as it was when the list was made: another window may have changed it since.
        let [title_key, renamed, opened, duplicated, deleted] = std::array::from_fn(|_| key.clone());
        // Set only where it changed: somebody may be typing another.
        let stored_title = Memo::new(move |_| {
            self.stored.track();
            kept_at(&title_key).map(|kept| kept.title).unwrap_or_default()
        });
        let title = el("input")
            .id(id.clone())
            .attr("type", "text")
            .attr("maxlength", MAX_TITLE.to_string())
            .attr("placeholder", words.untitled)
            .prop("value", move || stored_title.get())
            .on("change", move |event| self.rename(&renamed, &value_of(&event)));
        let actions = el("div")
            .class("actions")
            .child(button("primary", words.open, move || self.open(&opened)))
            .child(button("", words.duplicate, move || self.duplicate(&duplicated)))
            .child(button("", words.delete, move || self.delete(std::slice::from_ref(&deleted))));
        el("li")
            .child(el("label").attr("for", id).text(words.title))
            .child(title)
            .child(paragraph("measures", &described(self.lang, kept)))
            .child(paragraph("number", kept.number.as_deref().unwrap_or("")))
            .child(actions)
            .view()
    }

    fn unreadable(self, key: String, text: &str) -> AnyView {
        let words = self.lang.views();
        let delete = button("", words.delete, move || self.delete(std::slice::from_ref(&key)));
        el("li")
            .child(paragraph("", words.unreadable))
            // It can be long: keys scroll it.
            .child(el("pre").attr("tabindex", "0").text(text))
            .child(el("div").class("actions").child(delete))
            .view()
    }

    fn say(self, said: Status, deleted: Vec<(String, String)>) {
        self.done.set(Done { said, deleted });
        self.stored.notify();
    }

    /// Says that the browser did not store something, and why; nothing where it did.
    fn say_stored(self, stored: Option<NotStored>, deleted: Vec<(String, String)>) {
        let said = stored.map_or(Status::Empty, |why| Status::Error(not_stored(self.lang, why).into()));
        self.say(said, deleted);
    }

    /// Says that another window deleted it.
    fn say_gone(self) {
        self.say(Status::Error(self.lang.views().gone.into()), Vec::new());
    }

    fn open(self, key: &str) {
        match kept_at(key) {
            // A form that gave a number is that number: the simulation as it was kept, with its names.
            Some(Kept { number: Some(number), form, .. }) => {
                let opened = number::open(price_lists::price_book(), &number).ok();
                let named = opened.zip(form).and_then(|(opened, form)| numbered_form(&form, &opened));
                self.reopen(Reopened { number: Some(number), form: named });
            }
            Some(kept) => self.reopen(Reopened { number: None, form: kept.form }),
            None => self.say_gone(),
        }
    }

    fn reopen(self, reopened: Reopened) {
        self.app.perform(Action::Open(reopened), Place::Page, None);
    }

    fn rename(self, key: &str, title: &str) {
        let Some(kept) = kept_at(key) else { return self.say_gone() };
        self.say_stored(store::put(key, &kept.titled(title).to_text()).err(), Vec::new());
    }

    fn duplicate(self, key: &str) {
        let words = self.lang.views();
        let Some(kept) = kept_at(key) else { return self.say_gone() };
        let title = if kept.title.is_empty() { words.untitled } else { &kept.title };
        let copy = Kept { kept: now(), ..kept.titled(&format!("{} {title}", words.copy_of)) };
        let key = store::new_key();
        let stored = store::put(&key, &copy.to_text());
        self.say_stored(stored.err(), Vec::new());
        if stored.is_ok() {
            focus(title_id(&key));
        }
    }

    fn delete(self, keys: &[String]) {
        let take = |key: &String| Some((key.clone(), store::take(key)?));
        let deleted: Vec<(String, String)> = keys.iter().filter_map(take).collect();
        let said = format!("{} {}", self.lang.views().deleted, deleted.len());
        self.say(Status::Done(said), deleted);
        focus(UNDO.into());
    }

    fn undo(self) {
        let deleted = self.done.with_untracked(|done| done.deleted.clone());
        let failed = deleted.iter().find_map(|(key, text)| store::put(key, text).err());
        // What could not be put back can be tried again.
        let left = if failed.is_some() { deleted } else { Vec::new() };
        self.say_stored(failed, left);
        focus(HEADING.into());
    }
}

fn title_id(key: &str) -> String {
    format!("title-{key}")
}

/// What stands under a key now.
fn kept_at(key: &str) -> Option<Kept> {
    match Kept::read(&store::text_of(key)?) {
        Entry::Kept(kept) => Some(kept),
        Entry::Unreadable(_) => None,
    }
}

/// A simulation in a line: what it is, what it costs, when it was issued.
fn described(lang: Lang, kept: &Kept) -> String {
    let opened = kept.number.as_deref().map(|number| number::open(price_lists::price_book(), number));
    match opened {
        Some(Ok(opened)) => {
            let total = amount(lang, opened.list.currency, opened.quote.total);
            let (offer, issued) = (offer_name(lang, opened.project.offer), day(lang, opened.issued));
            format!("{total} · {offer} · {issued}")
        }
        Some(Err(reason)) => not_opened(lang, &reason),
        None => {
            let offer = kept.form.as_deref().and_then(Draft::from_text).map(|draft| draft.offer);
            format!("{} · {}", lang.views().draft, offer.map_or("", |offer| offer_name(lang, offer)))
        }
    }
}
