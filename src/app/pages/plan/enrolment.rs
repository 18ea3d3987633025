//! Enrolment: who still needs which session, and which sessions can be booked.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::Plan;
use super::entry::entry;
use crate::app::components::{button, heading, paragraph};
use crate::app::dom::{dynamic, el, fragment, keyed};
use crate::app::live_region::{Status, announce_debounced};
use crate::app::outcome::Snapshot;
use crate::app::platform::focus::focus;
use crate::app::platform::storage::session;
use crate::i18n::{
    Lang, calendar_errors, enrolled_before, enrolment_fault, registration_closes, session_conditions,
    session_day, session_hours, sessions_needed, sessions_outcome,
};
use crate::procedure::{self, Calendar, Sessions, bookable};
use tariff::day_from_iso;

/// The id of the button that adds a day.
const ADD: &str = "add-enrolled";
/// Where the days stand while the tab is open: a reload does not lose them.
const STORED: &str = "casd-simulator.enrolled";

/// The days that were typed before.
pub fn kept() -> Vec<String> {
    let text = session().get(STORED).unwrap_or_default();
    text.split_terminator(';').map(String::from).collect()
}

fn keep(days: &[String]) {
    session().set(STORED, &days.iter().map(|day| format!("{day};")).collect::<String>());
}

impl Plan {
    /// The days of earlier sessions, what follows from them, and the sessions that can be booked.
    pub(super) fn enrolment(self, lang: Lang, subject: &Snapshot) -> AnyView {
        let words = lang.procedure();
        let (users, start, offer) =
            (subject.opened.project.users, subject.opened.quote.start, subject.opened.project.offer);
        let count = move || self.enrolled.with(Vec::len);
        let days = keyed(
            move || vec![count() as u32],
            move || {
                fragment((0..count()).map(|index| self.enrolled_day(lang, index, users, start)).collect())
            },
        );
        let add =
            el("button").attr("type", "button").id(ADD).text(words.add_enrolled).on("click", move |_| {
                let added = self.enrolled.with_untracked(Vec::len);
                self.change_days(|days| days.push(String::new()));
                focus(day_id(added));
            });
        let needed = dynamic(move || {
            let needed = procedure::enrolment(users, &self.days(), start, self.app.today());
            needed.map_or_else(
                |_| paragraph("", ""),
                |needed| paragraph("needed", &sessions_needed(lang, needed)),
            )
        });
        let mut views = vec![
            heading(words.enrolment),
            paragraph("hint", words.enrolment_help),
            el("fieldset")
                .child(el("legend").text(words.enrolled_before))
                .child(el("p").class("hint").text(words.enrolled_before_help))
                .child(days)
                .child(add)
                .view(),
            el("div").attr("role", "status").child(needed).view(),
            el("h4").text(words.sessions).view(),
        ];
        views.push(match self.calendar.get().as_deref().map(Calendar::from_json) {
            None => paragraph("alert", lang.plan().calendar_not_loaded),
            Some(Err(errors)) => {
                let errors = calendar_errors(lang, &errors).into_iter().map(|one| el("li").text(one).view());
                el("div")
                    .class("alert")
                    .child(paragraph("", lang.plan().calendar_wrong))
                    .child(el("ul").children(errors.collect()))
                    .view()
            }
            Some(Ok(calendar)) => {
                self.sessions(lang, &calendar, &bookable(&calendar, offer, self.app.today(), start), start)
            }
        });
        views.extend(
            session_conditions(lang, offer).into_iter().map(|condition| paragraph("hint", condition)),
        );
        fragment(views)
    }

    fn sessions(self, lang: Lang, calendar: &Calendar, sessions: &Sessions<'_>, start: NaiveDate) -> AnyView {
        let words = lang.procedure();
        let listed = match sessions {
            Sessions::InTime(sessions) | Sessions::TooLate { later: sessions, .. } => sessions.as_slice(),
            Sessions::ByContact | Sessions::NotAnnounced => &[],
        };
        let items = listed.iter().map(|session| {
            let closes = registration_closes(lang, session);
            let hours = format!("{}, {closes}", session_hours(lang, session));
            el("li")
                .child(el("strong").text(session_day(lang, session)))
                .child(el("span").class("formula").text(hours))
                .view()
        });
        let place = calendar.place().map_or(words.place, |place| lang.of(place));
        fragment(vec![
            paragraph("", &sessions_outcome(lang, sessions, start)),
            el("ul").children(items.collect()).view(),
            paragraph("hint", place),
            paragraph("hint", words.closing),
        ])
    }

    /// A day on which somebody was enrolled.
    fn enrolled_day(self, lang: Lang, index: usize, users: u32, start: NaiveDate) -> AnyView {
        let label = format!("{}\u{a0}{}", lang.plan().enrolled, index + 1);
        // What the page writes back while a day is being typed would wipe it: it is read once.
        let held = self.enrolled.with_untracked(|days| days.get(index).cloned().unwrap_or_default());
        let typed = move || self.enrolled.with(|days| days.get(index).cloned().unwrap_or_default());
        let field = el("input").attr("type", "date");
        let enter = move |typed: String| {
            self.change_days(|days| {
                days.iter_mut().skip(index).take(1).for_each(|day| day.clone_from(&typed))
            });
        };
        let wrong = move || self.fault(lang, index, users, start);
        let outcome = move || {
            let day = day_from_iso(&typed()).filter(|_| self.fault(lang, index, users, start).is_empty());
            day.map(|day| enrolled_before(lang, day, start)).unwrap_or_default()
        };
        // A date is read anew at each figure of its year: listeners hear what it comes to once it rests.
        let told = move || match (wrong(), outcome()) {
            (wrong, _) if !wrong.is_empty() => Status::Error(wrong),
            (_, outcome) if !outcome.is_empty() => Status::Done(outcome),
            _ => Status::Empty,
        };
        let remove = button("quiet", &format!("{}\u{a0}{}", lang.plan().remove_day, index + 1), move || {
            self.change_days(|days| {
                days.remove(index);
            });
            focus(ADD.into());
        });
        el("div")
            .class("box")
            .child(entry(&day_id(index), &label, field, move || held.clone(), enter, wrong))
            .child(remove)
            .child(el("p").class("hint").text_with(outcome))
            .child(announce_debounced(told))
            .view()
    }

    /// What is wrong with a day, in a sentence.
    fn fault(self, lang: Lang, index: usize, users: u32, start: NaiveDate) -> String {
        let is_typed = |at: usize| self.enrolled.with(|days| days.get(at).is_some_and(|day| !day.is_empty()));
        if !is_typed(index) {
            return String::new();
        }
        // Entries are counted without those left empty.
        let entry = (0..index).filter(|at| is_typed(*at)).count();
        let errors =
            procedure::enrolment(users, &self.days(), start, self.app.today()).err().unwrap_or_default();
        let error = errors.iter().find(|error| error.entry == entry);
        error.map(|error| enrolment_fault(lang, error.fault)).unwrap_or_default()
    }

    /// The days that were entered; a field for a date gives a day or nothing.
    fn days(self) -> Vec<NaiveDate> {
        self.enrolled.with(|days| days.iter().filter_map(|day| day_from_iso(day)).collect())
    }

    fn change_days(self, change: impl FnOnce(&mut Vec<String>)) {
        self.enrolled.update(change);
        self.enrolled.with_untracked(|days| keep(days));
    }
}

fn day_id(index: usize) -> String {
    format!("enrolled-{index}")
}
