//! My simulations: what is kept on this device.

use leptos::prelude::*;

use super::Annexe;
use super::store::{self, NotStored};
use crate::app::Draft;
use crate::app::kept::{Entry, FORMAT, Kept, MAX_TITLE};
use crate::app::parts::{button, paragraph};
use crate::app::tag::{all, live, nothing, tag, value_of};
use crate::number;
use crate::published;
use crate::text::{Lang, amount, day, offer_name};

/// Keeps the simulation of a link, or the form as the page wrote it into the history, and says what
/// came of it.
pub fn keep(link: &str, form: &str, lang: Lang) -> String {
    let words = lang.annexe();
    let number = number::open(published::price_book(), link).ok().map(|opened| opened.number.to_string());
    let form = Some(form).filter(|form| Draft::from_text(form).is_some()).map(String::from);
    if number.is_none() && form.is_none() {
        return words.nothing_to_keep.into();
    }
    let kept = Kept { format: FORMAT, title: String::new(), kept: now(), number, form };
    match store::put(&store::new_key(), &kept.to_text()) {
        Ok(()) => words.kept_now.into(),
        Err(why) => not_stored(lang, why).into(),
    }
}

fn now() -> u64 {
    js_sys::Date::now() as u64
}

fn not_stored(lang: Lang, why: NotStored) -> &'static str {
    match why {
        NotStored::Closed => lang.annexe().closed,
        NotStored::Full => lang.annexe().full,
    }
}

/// What was last done here.
#[derive(Clone, Default)]
struct Done {
    /// What is said of it.
    said: String,
    /// What it deleted, to put it back.
    deleted: Vec<(String, String)>,
}

/// The list, its titles, and what can be done with each.
pub(super) fn kept_view(annexe: Annexe, lang: Lang) -> AnyView {
    let words = lang.annexe();
    let done = RwSignal::new(Done::default());
    let list = live(move || {
        annexe.stored.get();
        match store::entries() {
            Err(why) => paragraph("alert", not_stored(lang, why)),
            Ok(entries) if entries.is_empty() => paragraph("note", words.kept_none),
            Ok(entries) => list(annexe, lang, done, entries),
        }
    });
    all(vec![paragraph("hint", words.kept_help), outcome(annexe, lang, done), list])
}

fn changed(annexe: Annexe, done: RwSignal<Done>, said: &str) {
    done.set(Done { said: said.into(), deleted: Vec::new() });
    annexe.stored.update(|times| *times += 1);
}

/// What was done, and the way back.
fn outcome(annexe: Annexe, lang: Lang, done: RwSignal<Done>) -> AnyView {
    let words = lang.annexe();
    let undo = move || {
        let Done { deleted, .. } = done.get_untracked();
        let failed = deleted.iter().find_map(|(key, text)| store::put(key, text).err());
        changed(annexe, done, failed.map_or("", |why| not_stored(lang, why)));
    };
    let way_back = live(move || match done.with(|done| done.deleted.is_empty()) {
        true => nothing(),
        false => button("", words.undo, undo),
    });
    tag("div")
        .class("actions")
        .child(tag("p").attr("role", "status").live_text(move || done.with(|done| done.said.clone())))
        .child(way_back)
        .view()
}

fn list(annexe: Annexe, lang: Lang, done: RwSignal<Done>, entries: Vec<(String, Entry)>) -> AnyView {
    let words = lang.annexe();
    let keys: Vec<String> = entries.iter().map(|(key, _)| key.clone()).collect();
    let mut items = Vec::new();
    for (key, entry) in entries {
        items.push(match entry {
            Entry::Kept(kept) => item(annexe, lang, done, key, kept),
            Entry::Unreadable(text) => unreadable(annexe, lang, done, key, &text),
        });
    }
    let delete_all = button("", words.delete_all, move || delete(annexe, lang, done, &keys));
    all(vec![tag("ul").class("kept").children(items).view(), delete_all])
}

fn delete(annexe: Annexe, lang: Lang, done: RwSignal<Done>, keys: &[String]) {
    let take = |key: &String| Some((key.clone(), store::take(key)?));
    let deleted: Vec<(String, String)> = keys.iter().filter_map(take).collect();
    let said = format!("{} {}", lang.annexe().deleted, deleted.len());
    annexe.stored.update(|times| *times += 1);
    done.set(Done { said, deleted });
}

fn item(annexe: Annexe, lang: Lang, done: RwSignal<Done>, key: String, kept: Kept) -> AnyView {
    let words = lang.annexe();
    let id = format!("title-{key}");
    let title_key = key.clone();
    let title = tag("input")
        .id(id.clone())
        .attr("type", "text")
        .attr("maxlength", MAX_TITLE.to_string())
        .attr("placeholder", words.untitled)
        .attr("value", kept.title.clone())
        .on("change", move |event| rename(annexe, lang, done, &title_key, &value_of(&event)));
    let (number, form) = (kept.number.clone(), kept.form.clone());
    // A form that gave a number is that number: the simulation as it was kept.
    let open = button("primary", words.open, move || {
        annexe.open(number.as_deref(), form.as_deref().filter(|_| number.is_none()));
    });
    let copied = kept.clone();
    let duplicate = button("", words.duplicate, move || duplicate(annexe, lang, done, &copied));
    let remove = button("", words.delete, move || delete(annexe, lang, done, std::slice::from_ref(&key)));
    tag("li")
        .child(tag("label").attr("for", id).text(words.title))
        .child(title)
        .child(paragraph("measures", &described(lang, &kept)))
        .child(paragraph("number", kept.number.as_deref().unwrap_or("")))
        .child(tag("div").class("actions").child(open).child(duplicate).child(remove))
        .view()
}

fn rename(annexe: Annexe, lang: Lang, done: RwSignal<Done>, key: &str, title: &str) {
    // Read again: another window may have changed or deleted it.
    let Some(Entry::Kept(kept)) = store::text_of(key).map(|text| Kept::read(&text)) else {
        return changed(annexe, done, lang.annexe().gone);
    };
    let stored = store::put(key, &kept.titled(title).to_text());
    done.set(Done { said: stored.err().map_or("", |why| not_stored(lang, why)).into(), deleted: Vec::new() });
}

fn duplicate(annexe: Annexe, lang: Lang, done: RwSignal<Done>, kept: &Kept) {
    let words = lang.annexe();
    let title = if kept.title.is_empty() { words.untitled } else { &kept.title };
    let copy = Kept { kept: now(), ..kept.titled(&format!("{} {title}", words.copy_of)) };
    let stored = store::put(&store::new_key(), &copy.to_text());
    changed(annexe, done, stored.err().map_or("", |why| not_stored(lang, why)));
}

/// A simulation in a line: what it is, what it costs, when it was kept.
fn described(lang: Lang, kept: &Kept) -> String {
    let opened = kept.number.as_deref().map(|number| number::open(published::price_book(), number));
    match opened {
        Some(Ok(opened)) => {
            let total = amount(lang, opened.list.currency, opened.quote.total);
            let (offer, issued) = (offer_name(lang, opened.project.offer), day(lang, opened.issued));
            format!("{total} · {offer} · {issued}")
        }
        Some(Err(reason)) => crate::text::not_opened(lang, &reason),
        None => {
            let offer = kept.form.as_deref().and_then(Draft::from_text).map(|draft| draft.offer);
            format!("{} · {}", lang.annexe().draft, offer.map_or("", |offer| offer_name(lang, offer)))
        }
    }
}

fn unreadable(annexe: Annexe, lang: Lang, done: RwSignal<Done>, key: String, text: &str) -> AnyView {
    let words = lang.annexe();
    let remove = button("", words.delete, move || delete(annexe, lang, done, std::slice::from_ref(&key)));
    tag("li")
        .child(paragraph("", words.unreadable))
        .child(tag("pre").text(text))
        .child(tag("div").class("actions").child(remove))
        .view()
}
