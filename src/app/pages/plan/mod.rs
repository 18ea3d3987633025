//! From an estimate to the access: who pays what and when, what to sign, which steps to take; and variants
//! side by side.

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

use leptos::prelude::*;

use self::steps::steps;
use self::variant::Variant;
use super::titled;
use crate::app::action::{Action, Place, Reopened};
use crate::app::app_state::{AppState, Render};
use crate::app::components::{action_bar, action_button, heading, paragraph};
use crate::app::dom::{dynamic, el, fragment, unsubscribe_on_cleanup};
use crate::app::number_panel::save_buttons;
use crate::app::outcome::Snapshot;
use crate::i18n::{Lang, amount, offer_name, period};
use tariff::number::Opened;
use tariff::{Money, Varied};

const STYLE: &str = include_str!("../../../../style/plan.css");

/// The state of both views. It is a handle: copies are the same state.
#[derive(Clone, Copy)]
struct Plan {
    app: AppState,
    /// The calendar of enrolment sessions as text; none where it could not be loaded.
    calendar: RwSignal<Option<String>>,
    /// What is varied in the plot of what-ifs.
    varied: RwSignal<Varied>,
    /// The days on which users were enrolled before, as typed.
    enrolled: RwSignal<Vec<String>>,
    /// The papers that are ticked off, by their place in the contract file, and the number of their simulation.
    ticked: RwSignal<(String, Vec<usize>)>,
    /// The variants beside the one on the form.
    variants: RwSignal<Vec<Variant>>,
    /// The numbers that the address named when the comparison was opened: that of the form, and those of variants.
    named: RwSignal<(String, Vec<String>)>,
    /// What stands in the field for a number to compare with.
    added: RwSignal<String>,
}

/// Takes the calendar of enrolment sessions; none where it could not be loaded.
pub fn take_calendar(app: AppState, calendar: Option<String>) {
    let held = Plan::of(app).calendar;
    // Nothing is made anew under somebody's hands.
    if held.with_untracked(|held| *held != calendar) {
        held.set(calendar);
    }
}

/// The plan, and what renders it.
pub fn plan_view(app: AppState) -> Render {
    Plan::of(app);
    |app, lang| titled(app, lang, lang.page().plan, STYLE, Plan::of(app).following(Plan::plan, lang))
}

/// The comparison of variants of these numbers with the simulation on the form, and what renders it. `first` is the
/// number of that one, as the address has it.
pub fn compare_view(app: AppState, first: String, others: Vec<String>) -> Render {
    Plan::of(app).compare(first, others);
    |app, lang| titled(app, lang, lang.page().compare, STYLE, Plan::of(app).following(Plan::comparison, lang))
}

impl Plan {
    fn of(app: AppState) -> Plan {
        app.view_state(|| Plan {
            app,
            calendar: RwSignal::new(None),
            varied: RwSignal::new(Varied::Months),
            enrolled: RwSignal::new(enrolment::kept()),
            ticked: RwSignal::new((String::new(), Vec::new())),
            variants: RwSignal::new(Vec::new()),
            named: RwSignal::new((String::new(), Vec::new())),
            added: RwSignal::new(String::new()),
        })
    }

    /// A view that is rendered again when there is another simulation on the form.
    fn following(self, view: fn(Plan, Lang) -> AnyView, lang: Lang) -> AnyView {
        let simulation = Memo::new(move |_| {
            unsubscribe_on_cleanup();
            (self.app.number(), self.app.form())
        });
        dynamic(move || {
            // Reading it, not just tracking it: a memo that was never read has no sources.
            simulation.with(|_| ());
            self.calendar.track();
            self.named.track();
            untrack(|| view(self, lang))
        })
    }

    fn plan(self, lang: Lang) -> AnyView {
        let Some(subject) = self.app.snapshot() else {
            return paragraph("alert", lang.plan().no_estimate);
        };
        let documents = save_buttons(self.app, lang, Place::PlanDocuments);
        let print = action_button(self.app, Place::PlanDocuments, lang.page().print, || Action::Print);
        let documents = documents.into_iter().chain([print]).collect();
        fragment(vec![
            summary(lang, &subject),
            heading(lang.plan().documents),
            action_bar(self.app, Place::PlanDocuments, documents),
            part(payers::payers(lang, &subject)),
            part(budget::budget(lang, &subject)),
            part(composition::composition(lang, &subject)),
            part(self.what_if(lang, &subject)),
            part(self.contract_file(lang, &subject)),
            part(steps(lang, &subject.opened)),
            part(self.enrolment(lang, &subject)),
        ])
    }

    /// Opens a number in the simulator.
    fn open(self, number: String) {
        let reopened = Reopened { number: Some(number), form: None };
        self.app.perform(Action::Open(reopened), Place::Page, None);
    }
}

/// An amount in the currency of a simulation.
fn money(subject: &Snapshot) -> impl Fn(Money) -> String + use<> {
    let (lang, currency) = (subject.lang, subject.opened.list.currency);
    move |money| amount(lang, currency, money)
}

fn part(content: AnyView) -> AnyView {
    el("section").child(content).view()
}

/// What it is about, in three lines.
fn summary(lang: Lang, subject: &Snapshot) -> AnyView {
    let Opened { number, project, quote, .. } = &subject.opened;
    let excluding = if quote.on_request.is_empty() { "" } else { lang.page().excluding_on_request };
    fragment(vec![
        paragraph("measures", &format!("{} {number}", lang.plan().of)),
        paragraph("measures", &format!("{}, {}", offer_name(lang, project.offer), period(lang, quote))),
        el("p")
            .class("sum")
            .text(money(subject)(quote.total))
            .text(" ")
            .child(el("span").class("excluding").text(excluding))
            .view(),
        paragraph("binding", lang.page().binding),
    ])
}
