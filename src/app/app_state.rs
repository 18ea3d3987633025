//! The state of the app: what the user entered and chose, the outcome that follows from it, and the actions that change
//! it. Data flows one way: the form changes the draft, the draft gives the outcome, the views show the outcome.

use leptos::prelude::*;

use super::action::{Action, Place};
use super::address::remember_language;
use super::draft::{Draft, ProblemKind};
use super::live_region::Status;
use super::outcome::{Issued, Outcome, Priced, Snapshot};
use super::platform::focus::{after_render, focus};
use super::view::View;
use crate::export::message;
use crate::i18n::{Lang, field_name, to_correct};
use crate::price_lists;
use chrono::NaiveDate;
use tariff::number::{self, Number, OpenError, Opened};
use tariff::{Field, Offer, PriceList, PublishedExample, day_from_iso};
use web_sys::Element;

/// The id of the heading of what comes of the form, which takes the focus when the form was filled in.
pub const ESTIMATE: &str = "estimate-heading";

/// The state of the app. It is a handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct AppState {
    /// What the user entered and chose: all that the page shows follows from this.
    pub inputs: RwSignal<Inputs>,
    /// What the form comes to: a quote, or what is wrong.
    pub outcome: Memo<Outcome>,
    /// What is in sight beside the form, and what is said of it.
    pub screen: RwSignal<Screen>,
    /// The owner of state that is there as long as the page.
    owner: StoredValue<Owner>,
}

/// What is in sight beside the form, in one signal as [`Inputs`].
#[derive(Default)]
pub struct Screen {
    /// The view in place of the form, with what renders it; none where the form is in sight.
    pub view: Option<(View, Render)>,
    /// What came of the last action, and where it was asked for.
    pub status: (Place, Status),
    /// Whether something could not be loaded.
    pub is_not_loaded: bool,
}

/// Renders a view, in a language.
pub type Render = fn(AppState, Lang) -> AnyView;

/// What the user entered and chose, in one signal: each further type of signal is compiled, and weighed, again.
pub struct Inputs {
    /// The language.
    pub lang: Lang,
    /// The day whose price lists are used, where it is not today.
    pub priced_on: Option<NaiveDate>,
    /// What stands in the form.
    pub draft: Draft,
    /// Where that came from.
    pub origin: Origin,
    /// What stands in the field for a number.
    pub typed_number: String,
    /// Why the last number could not be opened.
    pub not_opened: Option<OpenError>,
    /// What the page takes from the browser.
    browser: Browser,
}

/// What the page takes from the browser, and has done there. Functions: a page may stay open past midnight, and its
/// address changes.
#[derive(Clone, Copy)]
pub struct Browser {
    /// Today, as the user's calendar has it.
    pub today: fn() -> NaiveDate,
    /// The link that opens a number, in a language.
    pub link: fn(&Number, Lang) -> String,
    /// Does what a button of the page, the element, asks for, and says at the place what came of it.
    pub perform: fn(AppState, Action, Place, Option<Element>),
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

impl AppState {
    /// The starting point, with what a query presets.
    pub fn new(lang: Lang, query: &str, browser: Browser) -> AppState {
        let mut inputs = Inputs {
            lang,
            priced_on: None,
            draft: Draft::starting_point(Offer::Standard, (browser.today)()),
            origin: Origin::StartingPoint,
            typed_number: String::new(),
            not_opened: None,
            browser,
        };
        inputs.preset(query);
        let inputs = RwSignal::new(inputs);
        AppState {
            inputs,
            outcome: Memo::new_with_compare(move |_| inputs.with(outcome), |_, _| true),
            screen: RwSignal::new(Screen::default()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Has an action done: see [`Browser::perform`].
    pub fn perform(self, action: Action, place: Place, from: Option<Element>) {
        let perform = self.inputs.with_untracked(|inputs| inputs.browser.perform);
        perform(self, action, place, from);
    }

    /// The state of a view: made when the view is first shown, and there as long as the page.
    pub fn view_state<T: Clone + Send + Sync + 'static>(self, make: impl FnOnce() -> T) -> T {
        let in_owner = || {
            use_context::<T>().unwrap_or_else(|| {
                let state = make();
                provide_context(state.clone());
                state
            })
        };
        self.owner.with_value(|owner| owner.with(in_owner))
    }

    /// The language of the page now.
    pub fn lang(self) -> Lang {
        self.inputs.with_untracked(|inputs| inputs.lang)
    }

    /// Has a view rendered in place of the form; none for the form.
    pub fn show(self, view: Option<(View, Render)>) {
        self.screen.update(|screen| screen.view = view);
    }

    /// The state of a view, where it was made before.
    pub fn known_view_state<T: Clone + Send + Sync + 'static>(self) -> Option<T> {
        self.owner.with_value(|owner| owner.with(use_context::<T>))
    }

    /// The view in sight now.
    pub fn view_now(self) -> View {
        untrack(|| self.view())
    }

    /// Says that something could not be loaded, or no longer.
    pub fn set_not_loaded(self, is_not_loaded: bool) {
        if self.screen.with_untracked(|screen| screen.is_not_loaded) != is_not_loaded {
            self.screen.update(|screen| screen.is_not_loaded = is_not_loaded);
        }
    }

    /// The view in sight.
    pub fn view(self) -> View {
        self.screen.with(|screen| screen.view.map(|(view, _)| view).unwrap_or_default())
    }

    /// What came of the last action, where it was asked for at that place.
    pub fn status_at(self, place: Place) -> Status {
        self.screen
            .with(|screen| if screen.status.0 == place { screen.status.1.clone() } else { Status::Empty })
    }

    /// Says at a place what came of an action.
    pub fn say(self, place: Place, status: Status) {
        self.screen.update(|screen| screen.status = (place, status));
    }

    /// Forgets what came of the last action: it is not said of the next simulation.
    pub fn forget_status(self) {
        if self.screen.with_untracked(|screen| screen.status.1 != Status::Empty) {
            self.screen.update(|screen| screen.status.1 = Status::Empty);
        }
    }

    /// The simulation on the form now, where it has a number.
    pub fn snapshot_now(self) -> Option<Snapshot> {
        untrack(|| self.snapshot())
    }

    /// The simulation on the form, where it has a number.
    pub fn snapshot(self) -> Option<Snapshot> {
        let lang = self.inputs.with(|inputs| inputs.lang);
        self.outcome.with(|outcome| {
            let Outcome::Priced(priced) = outcome else { return None };
            let Issued { number, on, link, .. } = priced.issued.as_ref().ok()?;
            let (project, quote) = (priced.project.clone(), priced.quote.clone());
            let opened = Opened { number: number.clone(), issued: *on, list: quote.list, project, quote };
            Some(Snapshot { opened, names: priced.names.for_documents(), lang, link: link.clone() })
        })
    }

    /// Takes what a query presets.
    pub fn preset(self, query: &str) {
        self.forget_status();
        self.inputs.update(|inputs| inputs.preset(query));
    }

    /// Takes an entry of the visitor's: from now on it is a simulation of today.
    pub fn enter(self, change: impl FnOnce(&mut Draft)) {
        self.inputs.update(|inputs| {
            change(&mut inputs.draft);
            inputs.origin = Origin::Entered;
        });
    }

    /// Today, as the user's calendar has it.
    pub fn today(self) -> NaiveDate {
        self.inputs.with_untracked(|inputs| (inputs.browser.today)())
    }

    /// Reads the form.
    pub fn draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.inputs.with(|inputs| read(&inputs.draft))
    }

    /// Changes the language of the page, and of what it says.
    pub fn speak(self, lang: Lang) {
        self.forget_status();
        self.set_not_loaded(false);
        self.inputs.update(|inputs| inputs.lang = lang);
        remember_language(lang);
    }

    /// Opens a number that was typed, or says why not, and keeps the form.
    pub fn open(self, typed: &str) {
        match number::open(price_lists::price_book(), typed) {
            Ok(opened) => {
                self.fill_in(
                    Draft::of(&opened.project, opened.list),
                    Origin::Opened { number: opened.number, issued: opened.issued, list: opened.list },
                );
            }
            Err(reason) => {
                self.inputs.update(|inputs| {
                    inputs.typed_number = typed.into();
                    inputs.not_opened = None;
                });
                // Screen readers are told the same again where it stands there anew.
                after_render(move || self.inputs.update(|inputs| inputs.not_opened = Some(reason)));
            }
        }
    }

    /// Opens an example.
    pub fn open_example(self, list: &'static PriceList, example: &'static PublishedExample) {
        self.fill_in(Draft::of(&example.project, list), Origin::Example(list, example));
    }

    /// Starts again from the starting point.
    pub fn start_again(self) {
        self.fill_in(Draft::starting_point(Offer::Standard, self.today()), Origin::StartingPoint);
    }

    /// Makes a new simulation of what is on the form, at today's prices.
    pub fn redo(self) {
        self.enter(|_| ());
        focus(ESTIMATE.into());
    }

    /// What is wrong with an entry.
    pub fn problem_with(self, field: &Field) -> Option<ProblemKind> {
        self.outcome.with(|outcome| match outcome {
            Outcome::Wrong(_, problems) => {
                problems.iter().find(|problem| problem.field == *field).map(|problem| problem.why)
            }
            _ => None,
        })
    }

    /// The list that prices the form, and the offer, where a list serves it.
    pub fn list(self) -> Option<(&'static PriceList, Offer)> {
        self.inputs.with(|inputs| {
            let list = inputs.origin.list().or_else(|| inputs.list_in_force());
            list.map(|list| (list, inputs.draft.offer))
        })
    }

    /// Whether the form can be changed: not where it shows a list that is not the one in force.
    pub fn is_open_to_changes(self) -> bool {
        self.inputs.with(|inputs| {
            let now = inputs.list_in_force().map(|list| list.serial);
            inputs.origin.list().is_none_or(|list| now == Some(list.serial))
        })
    }

    /// Fills in the form, and shows what comes of it.
    fn fill_in(self, draft: Draft, origin: Origin) {
        self.inputs.update(|inputs| {
            inputs.draft = draft;
            inputs.origin = origin;
            inputs.forget_typed_number();
        });
        focus(ESTIMATE.into());
    }

    /// Opens what stood in an address or beside it: a number; a form as text; or both, a simulation as it was
    /// issued with the names of its institutions, which no number has.
    pub fn open_text(self, text: &str) {
        let Some(draft) = Draft::from_text(text) else { return self.open(text) };
        let number =
            Draft::number_in(text).and_then(|number| number::open(price_lists::price_book(), number).ok());
        let issued = number.filter(|opened| draft.is_of(opened));
        let origin = issued.map_or(Origin::Entered, |Opened { number, issued, list, .. }| Origin::Opened {
            number,
            issued,
            list,
        });
        self.fill_in(draft, origin);
    }

    /// Forgets what was typed as a number.
    pub fn forget_typed_number(self) {
        self.inputs.update(Inputs::forget_typed_number);
    }

    /// The outcome in a sentence, for screen readers: an alert where one stands in place of the estimate, which names
    /// what is to be corrected.
    pub fn announcement(self, lang: Lang) -> Status {
        let offer = self.draft(|draft| draft.offer);
        self.outcome.with(|outcome| match outcome {
            Outcome::Priced(_) | Outcome::ByContact(_) => Status::Done(outcome.in_one_sentence(lang)),
            Outcome::NoList => Status::Error(outcome.in_one_sentence(lang)),
            Outcome::Wrong(list, problems) => {
                let names = problems.iter().map(|problem| field_name(lang, list, offer, &problem.field));
                Status::Error(to_correct(lang, &names.collect::<Vec<_>>()))
            }
        })
    }

    /// The number of the simulation, without hyphens; empty where there is none.
    pub fn number(self) -> String {
        self.outcome.with(|outcome| outcome.issued().map_or("", |one| one.number.as_str()).into())
    }

    /// The form as text, where a visitor filled it in; what an example or a number filled in, they hold, but
    /// for the names of institutions.
    pub fn form(self) -> String {
        self.inputs.with(|inputs| match &inputs.origin {
            Origin::Entered => inputs.draft.to_text(),
            Origin::Opened { number, .. } if inputs.draft.has_names() => inputs.draft.numbered(number),
            _ => String::new(),
        })
    }
}

impl Inputs {
    /// Takes what a query presets: entries of the form by their names in [`Draft::to_text`], `lang`, and
    /// `date`, the day whose price lists are used. What it does not know, it leaves aside.
    fn preset(&mut self, query: &str) {
        for pair in query.split('&') {
            match pair.split_once('=') {
                Some(("lang", tag)) => self.lang = Lang::from_tag(tag).unwrap_or(self.lang),
                Some(("date", day)) => self.priced_on = day_from_iso(day),
                _ => {}
            }
        }
        if self.draft.preset(query) {
            self.origin = Origin::Entered;
        }
    }

    fn list_in_force(&self) -> Option<&'static PriceList> {
        price_lists::price_book()
            .in_force(self.draft.offer, self.priced_on.unwrap_or_else(self.browser.today))
    }

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

fn outcome(inputs: &Inputs) -> Outcome {
    let Inputs { draft, origin, .. } = inputs;
    let list = origin.list().or_else(|| inputs.list_in_force());
    let Some((list, served)) = list.and_then(|list| Some((list, list.offer(draft.offer)?))) else {
        return Outcome::NoList;
    };
    if served.terms.is_none() {
        return Outcome::ByContact(&served.contact);
    }
    match draft.quote(list) {
        Ok((project, quote)) => {
            let today = (inputs.browser.today)();
            let number = match origin {
                Origin::Opened { number, issued, .. } => Ok((number.clone(), *issued)),
                _ => number::issue(list, &project, today).map(|number| (number, today)),
            };
            let issued = number.map(|(number, on)| {
                let link = (inputs.browser.link)(&number, inputs.lang);
                let message = message(inputs.lang, &served.contact, &quote, &project, &number, &link);
                Issued { number, on, link, message }
            });
            Outcome::Priced(Box::new(Priced { project, quote, issued, names: draft.institutions().0 }))
        }
        Err(problems) => Outcome::Wrong(list, problems),
    }
}
