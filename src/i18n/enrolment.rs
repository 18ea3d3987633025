//! Sentences about enrolment: the sessions that users need, the bookable ones, and registration deadlines.

use chrono::{Datelike, NaiveDate};

use super::{Lang, day};
use crate::procedure::{Enrolment, EnrolmentFault, Hours, Session, Sessions, TimeOfDay, valid_until};
use tariff::Offer;

/// How many users need which session: « 2 séances complètes, 1 séance express ».
pub fn sessions_needed(lang: Lang, enrolment: Enrolment) -> String {
    let Enrolment { full, express } = enrolment;
    let said = |count, fr: [&str; 2], en: [&str; 2]| {
        let [one, many] = lang.pick(fr, en);
        format!("{count}\u{a0}{}", lang.plural(count, one, many))
    };
    let users = said(full + express, ["utilisateur", "utilisateurs"], ["user", "users"]);
    let full = said(
        full,
        ["pour une séance complète", "pour une séance complète"],
        ["for a full session", "for a full session"],
    );
    let express = said(
        express,
        ["pour une séance express", "pour une séance express"],
        ["for an express session", "for an express session"],
    );
    match lang {
        Lang::Fr => format!("{users} à enrôler\u{a0}: {full}, {express}."),
        Lang::En => format!("{users} to enrol: {full}, {express}."),
    }
}

/// What a user who was enrolled on a day needs for a project that starts on another, and why.
pub fn enrolled_before(lang: Lang, enrolled: NaiveDate, start: NaiveDate) -> String {
    // The calendar ends long after every project.
    let Some(last) = valid_until(enrolled) else { return lang.procedure().express.into() };
    let counts = start <= last;
    let last = day(lang, last);
    match (lang, counts) {
        (Lang::Fr, true) => format!(
            "Séance express\u{a0}: cet enrôlement vaut pour un projet qui commence au plus tard le {last}."
        ),
        (Lang::En, true) => format!(
            "Express session: this enrolment counts for a project that starts on {last} at the latest."
        ),
        (Lang::Fr, false) => format!(
            "Séance complète\u{a0}: cet enrôlement ne valait que pour un projet commençant au plus tard le {last}."
        ),
        (Lang::En, false) => format!(
            "Full session: this enrolment counted only for a project starting on {last} at the latest."
        ),
    }
}

/// What is wrong with a day on which a user was enrolled before, and what to do.
pub fn enrolment_fault(lang: Lang, fault: EnrolmentFault) -> String {
    match fault {
        EnrolmentFault::InTheFuture => lang
            .pick(
                "Cette date est à venir\u{a0}: indiquez celle d’une séance qui a eu lieu.",
                "This day is to come: enter that of a session that took place.",
            )
            .into(),
        EnrolmentFault::MoreThanUsers { users } => {
            let count = lang
                .pick(lang.plural(users, "utilisateur", "utilisateurs"), lang.plural(users, "user", "users"));
            match lang {
                Lang::Fr => format!("Le projet n’a que {users}\u{a0}{count}\u{a0}: retirez cette date."),
                Lang::En => format!("The project has only {users}\u{a0}{count}: remove this day."),
            }
        }
    }
}

/// A session: « jeudi 7 novembre 2019 ».
pub fn session_day(lang: Lang, session: &Session) -> String {
    format!("{}\u{a0}{}", weekday(lang, session.day), day(lang, session.day))
}

/// Its hours: « séance complète de 14 h à 17 h, séance express de 9 h 30 à 12 h ».
pub fn session_hours(lang: Lang, session: &Session) -> String {
    let full = format!("{} {}", lang.pick("séance complète", "full session"), hours(lang, session.full));
    let express = session.express.map(|express| {
        format!(", {} {}", lang.pick("séance express", "express session"), hours(lang, express))
    });
    format!("{full}{}", express.unwrap_or_default())
}

/// Until when one can register for a session; nothing where the calendar begins after that.
pub fn registration_closes(lang: Lang, session: &Session) -> String {
    let last = session.registration_closes().map(|last| day(lang, last)).unwrap_or_default();
    match lang {
        Lang::Fr => format!("inscription jusqu’au {last} inclus"),
        Lang::En => format!("registration up to and including {last}"),
    }
}

/// What can be booked, before the sessions themselves.
pub fn sessions_outcome(lang: Lang, sessions: &Sessions<'_>, start: NaiveDate) -> String {
    let start = day(lang, start);
    match sessions {
        Sessions::ByContact => lang
            .pick(
                "Pour un projet privé, l’enrôlement se convient avec le CASD.",
                "For a private project, the enrolment is agreed upon with CASD.",
            )
            .into(),
        Sessions::NotAnnounced => lang
            .pick(
                "Le calendrier des séances n’est pas disponible ici\u{a0}: consultez le site du CASD, ou écrivez-lui.",
                "The calendar of sessions is not available here: see CASD’s website, or write to CASD.",
            )
            .into(),
        Sessions::InTime(_) => match lang {
            Lang::Fr => format!("Séances ouvertes à l’inscription avant le début du projet, le {start}\u{a0}:"),
            Lang::En => format!("Sessions open for registration before the project starts, on {start}:"),
        },
        Sessions::TooLate { start_is_past, later } => {
            let why = match (lang, start_is_past) {
                (Lang::Fr, true) => format!("Le début du projet, le {start}, est passé."),
                (Lang::En, true) => format!("The project’s start, {start}, is past."),
                (Lang::Fr, false) => format!("Aucune séance n’est ouverte à l’inscription avant le début du projet, le {start}."),
                (Lang::En, false) => format!("No session is open for registration before the project starts, on {start}."),
            };
            format!("{why} {}", next_one(lang, later))
        }
    }
}

/// Which session is the next one, or what to do where none is announced.
fn next_one(lang: Lang, later: &[&Session]) -> String {
    let Some(next) = later.first() else {
        return lang
            .pick(
                "Aucune autre n’est annoncée pour l’instant\u{a0}: écrivez au CASD.",
                "No other is announced for now: write to CASD.",
            )
            .into();
    };
    let (next, closes) = (session_day(lang, next), registration_closes(lang, next));
    match lang {
        Lang::Fr => format!("La prochaine a lieu le {next} ({closes})."),
        Lang::En => format!("The next one is on {next} ({closes})."),
    }
}

/// What to know about the sessions of an offer, beside when registration closes.
pub fn session_conditions(lang: Lang, offer: Offer) -> Vec<&'static str> {
    let words = lang.procedure();
    match offer {
        Offer::Standard | Offer::Private => vec![],
        Offer::Cohorts => vec![words.health_only, words.no_express_hours],
        Offer::Pmsi => vec![words.health_only, words.no_express_hours, words.pmsi_registration],
    }
}

/// « de 14 h à 17 h », "from 14:00 to 17:00".
fn hours(lang: Lang, hours: Hours) -> String {
    let (from, to) = (time(lang, hours.from), time(lang, hours.to));
    match lang {
        Lang::Fr => format!("de {from} à {to}"),
        Lang::En => format!("from {from} to {to}"),
    }
}

/// « 9 h 30 », "09:30".
fn time(lang: Lang, time: TimeOfDay) -> String {
    match (lang, time.minute()) {
        (Lang::Fr, 0) => format!("{}\u{a0}h", time.hour()),
        (Lang::Fr, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Lang::En, _) => time.to_string(),
    }
}

fn weekday(lang: Lang, day: NaiveDate) -> &'static str {
    const FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    lang.pick(FR, EN)[day.weekday().num_days_from_monday() as usize]
}
