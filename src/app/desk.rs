//! The desk: what the visitor is working on, and what comes of it. Data flows one way: the form
//! changes the draft, the draft gives the outcome, the views show the outcome.

use std::cell::RefCell;

use chrono::NaiveDate;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::browser;
use super::draft::{Draft, EntryProblem, Why};
use crate::number::{self, NotIssued, NotOpened, Number};
use crate::published;
use crate::tariff::{Contact, Field, Offer, PriceList, Project, PublishedExample, Quote};
use crate::text::{Lang, total};

/// How long the form rests before the address is written and the total is read out.
const REST_MILLISECONDS: u32 = 1_500;

/// How long the address is left alone once it was written, unless the visitor turns from the page.
const ADDRESS_MILLISECONDS: u32 = 15_000;

/// The id of the heading of what comes of the form, which takes the focus when the form was filled in.
pub const ESTIMATE: &str = "estimate-heading";

/// What the visitor is working on. It is a handle: copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The day on which the page was opened.
    pub today: NaiveDate,
    /// All that the page shows follows from this.
    pub work: RwSignal<Work>,
    /// What comes of the form.
    pub outcome: Memo<Outcome>,
    /// The last outcome that rested for a moment, in words, for screen readers.
    pub announcement: RwSignal<String>,
}

/// What the desk does once the form has rested. Dropping one calls it off.
struct Next {
    /// Says the outcome.
    say: Option<Timeout>,
    /// Writes the address.
    write: Option<Timeout>,
    /// When the address was last written.
    written: f64,
    /// Since when the form has what the address does not say.
    unwritten: f64,
}

thread_local! {
    // Not in a signal: nothing shows it.
    static NEXT: RefCell<Next> = const { RefCell::new(Next { say: None, write: None, written: 0.0, unwritten: 0.0 }) };
}

/// The state of the page, in one signal: each further type of signal is compiled, and weighed, again.
pub struct Work {
    /// The language.
    pub lang: Lang,
    /// What stands in the form.
    pub draft: Draft,
    /// Where that came from.
    pub origin: Origin,
    /// What stands in the field for a number.
    pub typed_number: String,
    /// Why the last number could not be opened.
    pub not_opened: Option<NotOpened>,
    /// How many times the page, rather than the visitor, filled in the form.
    pub filled_in: u32,
}

/// Where the contents of the form came from.
pub enum Origin {
    /// The page itself: nothing was entered yet.
    StartingPoint,
    /// The visitor.
    Entered,
    /// An example that CASD published.
    Example(&'static PriceList, &'static PublishedExample),
    /// A number.
    Opened {
        /// The number, as issued.
        number: Number,
        /// When it was issued.
        issued: NaiveDate,
        /// The list it was computed with.
        list: &'static PriceList,
    },
}

/// What comes of the form.
pub enum Outcome {
    /// A quote.
    Priced(Box<Priced>),
    /// Entries to correct.
    Wrong(&'static PriceList, Vec<EntryProblem>),
    /// An offer without public prices.
    ByContact(&'static Contact),
    /// No list is in force.
    NoList,
}

/// A quote, and what goes with it.
pub struct Priced {
    /// What was asked for.
    pub project: Project,
    /// What it costs.
    pub quote: Quote<'static>,
    /// Its number.
    pub number: Result<Number, NotIssued>,
}

impl Desk {
    /// A desk with the starting point on it, or with the simulation that the address names.
    pub fn new() -> Desk {
        let today = browser::today();
        let work = RwSignal::new(Work {
            lang: browser::language(),
            draft: Draft::starting_point(Offer::Standard, today),
            origin: Origin::StartingPoint,
            typed_number: String::new(),
            not_opened: None,
            filled_in: 0,
        });
        let outcome = move |_: Option<&Outcome>| work.with(|work| outcome(work, today));
        let desk = Desk {
            today,
            work,
            // Outcomes are cheap to make and costly to compare.
            outcome: Memo::new_with_compare(outcome, |_, _| true),
            announcement: RwSignal::new(String::new()),
        };
        let in_history = browser::left_in_history();
        desk.open_address(browser::left_behind(&in_history).unwrap_or(in_history));
        browser::on_address_change(move || desk.change_address());
        browser::on_turning_away(move || desk.write_address_if_due());
        browser::on_leaving(move || desk.leave_behind());
        desk
    }

    /// Takes an entry of the visitor's: from now on it is a simulation of today.
    pub fn enter(self, change: impl FnOnce(&mut Draft)) {
        self.work.update(|work| {
            change(&mut work.draft);
            work.origin = Origin::Entered;
        });
        self.settle();
    }

    /// Reads the form.
    pub fn draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.work.with(|work| read(&work.draft))
    }

    /// Changes the language of the page, and of what it says.
    pub fn speak(self, lang: Lang) {
        self.work.update(|work| work.lang = lang);
        browser::remember_language(lang);
        self.settle();
    }

    /// Opens a number that was typed, or says why not, and keeps what is on the desk.
    pub fn open(self, typed: &str) {
        match number::open(published::price_book(), typed) {
            Ok(opened) => {
                self.fill_in(
                    Draft::of(&opened.project, opened.list),
                    Origin::Opened { number: opened.number, issued: opened.issued, list: opened.list },
                );
            }
            Err(reason) => self.work.update(|work| {
                work.typed_number = typed.into();
                work.not_opened = Some(reason);
            }),
        }
    }

    /// Opens an example.
    pub fn open_example(self, list: &'static PriceList, example: &'static PublishedExample) {
        self.fill_in(Draft::of(&example.project, list), Origin::Example(list, example));
    }

    /// Starts again from the starting point.
    pub fn start_again(self) {
        self.fill_in(Draft::starting_point(Offer::Standard, self.today), Origin::StartingPoint);
    }

    /// Makes a new simulation of what is on the form, at today's prices.
    pub fn redo(self) {
        self.enter(|_| ());
        browser::focus(ESTIMATE.into());
    }

    /// What is wrong with an entry.
    pub fn problem_with(self, field: &Field) -> Option<Why> {
        self.outcome.with(|outcome| match outcome {
            Outcome::Wrong(_, problems) => {
                problems.iter().find(|problem| problem.field == *field).map(|problem| problem.why)
            }
            _ => None,
        })
    }

    /// The list that prices the form, and the offer, where a list serves it.
    pub fn list(self) -> Option<(&'static PriceList, Offer)> {
        self.work.with(|work| {
            let list = work.origin.list().or_else(|| self.list_in_force(work.draft.offer));
            list.map(|list| (list, work.draft.offer))
        })
    }

    /// Whether the form can be changed: not where it shows a list that is no longer in force.
    pub fn is_open_to_changes(self) -> bool {
        self.work.with(|work| {
            let now = self.list_in_force(work.draft.offer).map(|list| list.serial);
            work.origin.list().is_none_or(|list| now == Some(list.serial))
        })
    }

    fn list_in_force(self, offer: Offer) -> Option<&'static PriceList> {
        published::price_book().in_force(offer, self.today)
    }

    /// Fills in the form, and shows what comes of it.
    fn fill_in(self, draft: Draft, origin: Origin) {
        self.work.update(|work| {
            work.draft = draft;
            work.origin = origin;
            work.forget_typed_number();
            work.filled_in += 1;
        });
        browser::focus(ESTIMATE.into());
        self.settle();
    }

    /// Opens what the new address stands for, unless it is what is on the desk.
    fn change_address(self) {
        let left = browser::left_in_history();
        let form = self.form_to_keep();
        let stands_for_it = self.outcome.with_untracked(|outcome| {
            let number = outcome.number().map_or("", Number::as_str);
            (form == left || form.is_empty()) && browser::fragment().trim_start_matches('#') == number
        });
        if stands_for_it {
            self.work.update(Work::forget_typed_number);
        } else {
            self.open_address(left);
        }
    }

    /// Opens what the address stands for: what was left there, a form or a number, or else its own number.
    fn open_address(self, left: String) {
        if let Some(draft) = Draft::from_text(&left) {
            return self.fill_in(draft, Origin::Entered);
        }
        let fragment = browser::fragment();
        let typed = if left.starts_with("CASD") { &left } else { fragment.trim_start_matches('#') };
        if !typed.is_empty() {
            self.open(typed);
        }
    }

    /// Once the form has rested: writes the address, and says the outcome to screen readers. Until
    /// then nothing is said, rather than what was so before.
    fn settle(self) {
        self.announcement.set(String::new());
        let say = move || {
            let lang = self.work.with_untracked(|work| work.lang);
            let sentence = self.outcome.with_untracked(|outcome| outcome.in_one_sentence(lang));
            self.announcement.set(sentence);
        };
        NEXT.with_borrow_mut(|next| {
            let now = browser::now();
            if next.write.is_none() {
                next.unwritten = now;
            }
            let (rest, pause) = (f64::from(REST_MILLISECONDS), f64::from(ADDRESS_MILLISECONDS));
            // Whoever never rests has the address written all the same.
            let at = (now + rest).min(next.unwritten + pause).max(next.written + pause);
            let until = (at - now).max(0.0);
            // This drops the timers that were running.
            next.say = Some(Timeout::new(REST_MILLISECONDS, say));
            next.write = Some(Timeout::new(until as u32, move || self.write_address_if_due()));
        });
    }

    /// Writes what is on the desk into the address, unless it stands there.
    pub fn write_address_if_due(self) {
        let due = NEXT.with_borrow_mut(|next| next.write.take().map(|_| next.written = browser::now()));
        if due.is_none() {
            return;
        }
        let form = self.form_to_keep();
        self.outcome.with_untracked(|outcome| browser::put_into_address(outcome.number(), &form));
    }

    /// Leaves behind what the address does not say yet.
    fn leave_behind(self) {
        if NEXT.with_borrow(|next| next.write.is_none()) {
            return;
        }
        let mut left = self.form_to_keep();
        if left.is_empty() {
            left = self
                .outcome
                .with_untracked(|outcome| outcome.number().map(Number::to_string).unwrap_or_default());
        }
        browser::leave_behind(&left);
    }

    /// The form as text, where a visitor filled it in; what an example or a number filled in, they hold.
    fn form_to_keep(self) -> String {
        self.work.with_untracked(|work| match work.origin {
            Origin::Entered => work.draft.to_text(),
            _ => String::new(),
        })
    }
}

impl Work {
    fn forget_typed_number(&mut self) {
        self.typed_number.clear();
        self.not_opened = None;
    }
}

impl Origin {
    /// The list that comes with the origin; a new simulation takes the one in force.
    pub fn list(&self) -> Option<&'static PriceList> {
        match self {
            Origin::StartingPoint | Origin::Entered => None,
            Origin::Example(list, _) | Origin::Opened { list, .. } => Some(list),
        }
    }
}

impl Outcome {
    /// The number of the quote, where there is one.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Outcome::Priced(priced) => priced.number.as_ref().ok(),
            _ => None,
        }
    }

    /// The outcome in a sentence.
    pub fn in_one_sentence(&self, lang: Lang) -> String {
        let page = lang.page();
        match self {
            Outcome::Priced(priced) => total(lang, &priced.quote),
            Outcome::Wrong(_, problems) => format!("{} ({})", page.correct, problems.len()),
            Outcome::ByContact(_) => page.private_heading.into(),
            Outcome::NoList => page.no_list.into(),
        }
    }
}

fn outcome(Work { draft, origin, .. }: &Work, today: NaiveDate) -> Outcome {
    let list = origin.list().or_else(|| published::price_book().in_force(draft.offer, today));
    let Some((list, served)) = list.and_then(|list| Some((list, list.offer(draft.offer)?))) else {
        return Outcome::NoList;
    };
    if served.terms.is_none() {
        return Outcome::ByContact(&served.contact);
    }
    match draft.quote(list) {
        Ok((project, quote)) => {
            let number = match origin {
                Origin::Opened { number, .. } => Ok(number.clone()),
                _ => number::issue(list, &project, today),
            };
            Outcome::Priced(Box::new(Priced { project, quote, number }))
        }
        Err(problems) => Outcome::Wrong(list, problems),
    }
}
