//! From an estimate to the access: who pays what and when, what to sign, which steps to take; and variants
//! side by side. A module of its own, that loads on demand.

mod budget;
mod compare_page;
mod comparison_table;
mod composition;
mod contract_file;
mod enrolment;
mod entry;
mod figure;
mod payers;
mod steps;
mod table;
mod variant;
mod variant_form;
mod variants;
mod what_if;

use std::cell::Cell;

use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

pub use self::steps::steps;
use self::variant::Variant;
use super::annexe::{HEADING, Host, framed};
use super::components::{action_bar_for, action_button, heading, paragraph};
use super::dom::{dynamic, el, empty, fragment};
use super::form::FORM;
use super::names_in;
use super::platform::clock::today;
use super::platform::document;
use super::platform::focus::focus;
use crate::export::Names;
use crate::i18n::{Lang, amount, offer_name, period};
use crate::price_lists::price_book;
use crate::procedure::{Calendar, CalendarError};
use tariff::Varied;
use tariff::number::{self, Opened};

const PLACE: &str = "annexe";

/// The views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From the estimate to the access.
    Plan,
    /// Variants side by side.
    Compare,
}

impl View {
    /// The view that the address names, where it is one of these.
    pub fn from_name(name: &str) -> Option<View> {
        match name {
            "plan" => Some(View::Plan),
            "compare" => Some(View::Compare),
            _ => None,
        }
    }
}

/// What stands in the address and on the form, and what is beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The view; none where the simulator is in sight.
    pub view: Option<View>,
    /// The language.
    pub lang: Lang,
    /// The link of the simulation on the form; empty where it has none.
    pub link: String,
    /// The form as text, with the names of institutions.
    pub form: String,
    /// The number that the address names; empty where it names none.
    pub first: String,
    /// The numbers of the other variants.
    pub others: Vec<String>,
    /// The address of the comparison, up to its numbers.
    pub comparison: String,
    /// The calendar of enrolment sessions as text; none where it could not be loaded.
    pub calendar: Option<String>,
}

/// The plan. It is a handle: copies are the same plan.
#[derive(Clone, Copy)]
struct Plan {
    asked: RwSignal<Asked>,
    /// What is varied in the plot of what-ifs.
    varied: RwSignal<Varied>,
    /// The days on which users were enrolled before, as typed.
    enrolled: RwSignal<Vec<String>>,
    /// The papers that are ticked off, by their place in the contract file.
    ticked: RwSignal<Vec<usize>>,
    /// The variants beside the one on the form.
    variants: RwSignal<Vec<Variant>>,
    /// What stands in the field for a number to compare with.
    added: RwSignal<String>,
    /// The day on which a view was last shown.
    today: StoredValue<NaiveDate>,
    host: StoredValue<Host, LocalStorage>,
    /// Has the address name the variants.
    note: StoredValue<js_sys::Function, LocalStorage>,
}

thread_local! {
    static MOUNTED: Cell<Option<Plan>> = const { Cell::new(None) };
}

/// Shows a view, or brings it up to date.
pub fn show(asked: Asked, host: Host, note: js_sys::Function) {
    if let Some(plan) = MOUNTED.get() {
        let (view, is_other) = (asked.view, plan.asked.with_untracked(|before| before.view != asked.view));
        plan.today.set_value(today());
        plan.take(asked);
        if is_other {
            focus(if view.is_some() { HEADING } else { FORM }.into());
        }
        return;
    }
    let Some(place) = document().get_element_by_id(PLACE) else { return };
    let views = move || {
        let plan = Plan {
            asked: RwSignal::new(asked.clone()),
            varied: RwSignal::new(Varied::Months),
            enrolled: RwSignal::new(enrolment::kept()),
            ticked: RwSignal::new(Vec::new()),
            variants: RwSignal::new(Vec::new()),
            added: RwSignal::new(String::new()),
            today: StoredValue::new(today()),
            host: StoredValue::new_local(host),
            note: StoredValue::new_local(note),
        };
        plan.take(asked);
        MOUNTED.set(Some(plan));
        dynamic(move || plan.shown())
    };
    leptos::mount::mount_to(place.unchecked_into(), views).forget();
    focus(HEADING.into());
}

/// The simulation that a view is about.
struct Subject {
    opened: Opened<'static>,
    names: Names,
}

impl Subject {
    fn of(asked: &Asked) -> Option<Subject> {
        let opened = number::open(price_book(), &asked.link).ok()?;
        Some(Subject { names: names_in(&asked.form, &opened), opened })
    }

    fn money(&self, lang: Lang) -> impl Fn(tariff::Money) -> String {
        let currency = self.opened.list.currency;
        move |money| amount(lang, currency, money)
    }
}

impl Plan {
    fn take(self, asked: Asked) {
        let are_taken = self.take_variants(&asked.others);
        // The address follows the variants that stand here: then it says nothing new.
        let is_followed = !are_taken && asked.link.ends_with(&asked.first);
        let is_new = self.asked.with_untracked(|before| {
            let Asked { first, others, .. } = if is_followed { before } else { &asked };
            Asked { first: first.clone(), others: others.clone(), ..asked.clone() } != *before
        });
        // Nothing is made anew under somebody's hands because another window did something.
        if is_new {
            // What was ticked off is of another simulation's papers.
            let number = |asked: &Asked| asked.link.rsplit('#').next().map(String::from);
            if self.asked.with_untracked(number) != number(&asked) {
                self.ticked.set(Vec::new());
            }
            self.asked.set(asked);
        }
    }

    fn shown(self) -> AnyView {
        let asked = self.asked.get();
        let (called, content) = match asked.view {
            None => return empty(),
            Some(View::Plan) => (asked.lang.page().plan, self.plan(&asked)),
            Some(View::Compare) => (asked.lang.page().compare, self.comparison(&asked)),
        };
        framed(asked.lang, called, move || self.host.with_value(|host| host.go("")), content)
    }

    fn plan(self, asked: &Asked) -> AnyView {
        let lang = asked.lang;
        let Some(subject) = Subject::of(asked) else {
            return paragraph("alert", lang.plan().no_estimate);
        };
        fragment(vec![
            summary(lang, &subject),
            documents(asked),
            part(payers::payers(lang, &subject)),
            part(budget::budget(lang, &subject)),
            part(composition::composition(lang, &subject)),
            part(self.what_if(lang, &subject)),
            part(self.contract_file(lang, &subject)),
            part(steps(lang, &subject.opened)),
            part(self.enrolment(asked, &subject)),
        ])
    }

    /// The calendar of enrolment sessions, or what is wrong with it.
    fn calendar(asked: &Asked) -> Option<Result<Calendar, CalendarError>> {
        asked.calendar.as_deref().map(Calendar::from_json)
    }

    fn open(self, number: &str) {
        self.host.with_value(|host| {
            let _ = host.open.call2(&JsValue::NULL, &number.into(), &JsValue::NULL);
        });
    }
}

fn part(content: AnyView) -> AnyView {
    el("section").child(content).view()
}

/// What it is about, in three lines.
fn summary(lang: Lang, subject: &Subject) -> AnyView {
    let Opened { number, project, quote, .. } = &subject.opened;
    let excluding = if quote.on_request.is_empty() { "" } else { lang.page().excluding_on_request };
    fragment(vec![
        paragraph("measures", &format!("{} {number}", lang.plan().of)),
        paragraph("measures", &format!("{}, {}", offer_name(lang, project.offer), period(lang, quote))),
        el("p")
            .class("sum")
            .text(subject.money(lang)(quote.total))
            .text(" ")
            .child(el("span").class("excluding").text(excluding))
            .view(),
        paragraph("binding", lang.page().binding),
    ])
}

/// The documents, which have all of it.
fn documents(asked: &Asked) -> AnyView {
    let page = asked.lang.page();
    let buttons = vec![
        action_button("pdf", page.pdf),
        action_button("eml", page.eml),
        action_button("csv", page.csv),
        action_button("json", page.json),
        action_button("print", page.print),
    ];
    let link = asked.link.clone();
    fragment(vec![heading(asked.lang.plan().documents), action_bar_for(move || link.clone(), buttons)])
}
