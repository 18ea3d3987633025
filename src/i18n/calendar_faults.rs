//! Error messages for the calendar of enrolment sessions, for its author. No visitor loads them.

use super::{Lang, form_fault, not_json};
use crate::procedure::{Calendar, CalendarError, CalendarFault};
use tariff::{MAX_FILE_BYTES, Project, ReadError};

/// Everything that is wrong with a calendar, each with its place and what to do.
pub fn calendar_errors(lang: Lang, error: &CalendarError) -> Vec<String> {
    match error {
        CalendarError::Unread(error) => vec![calendar_unread(lang, error)],
        CalendarError::Content(errors) => {
            let colon = lang.pick("\u{a0}:", ":");
            let said = |error: &_| calendar_fault(lang, error);
            errors.iter().map(|error| format!("{}{colon} {}", error.place, said(&error.fault))).collect()
        }
    }
}

/// Why a calendar cannot be read, and where.
fn calendar_unread(lang: Lang, error: &ReadError) -> String {
    match error {
        ReadError::TooLarge { .. } => {
            let kib = MAX_FILE_BYTES / 1024;
            match lang {
                Lang::Fr => format!(
                    "Ce fichier est trop grand\u{a0}: au plus {kib}\u{a0}Kio sont lus. Est-ce bien un calendrier\u{202f}?"
                ),
                Lang::En => {
                    format!("This file is too large: at most {kib}\u{a0}KiB are read. Is it a calendar?")
                }
            }
        }
        ReadError::Form { path, what, line, column } => {
            // The place is said before; the reader says it at the end, too.
            let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what);
            let is_form = FORM_FAULTS.iter().any(|beginning| what.starts_with(beginning));
            let why = if is_form { form_fault(lang, what) } else { not_json(lang, what) };
            // A dot alone is the whole file; a question mark, a field whose name is not known yet.
            let path = path.trim_end_matches('?').trim_end_matches('.');
            let path = if path.is_empty() { String::new() } else { format!(" ({path})") };
            match lang {
                Lang::Fr => format!("Ligne {line}, colonne {column}{path}\u{a0}: {why}"),
                Lang::En => format!("Line {line}, column {column}{path}: {why}"),
            }
        }
        // A calendar has content errors of its own; those of a price list say their places themselves.
        ReadError::Content(_) => error.to_string(),
    }
}

/// How the reader begins where the text is JSON, and not what is expected. It also begins so where a comma
/// or a colon is missing, but with the sign in backquotes.
const FORM_FAULTS: [&str; 8] = [
    "missing field",
    "duplicate field",
    "unknown field",
    "unknown variant",
    "invalid type",
    "invalid value",
    "invalid length",
    "expected a ",
];

/// What is wrong at a place of a calendar, and what to do.
pub fn calendar_fault(lang: Lang, fault: &CalendarFault) -> String {
    match *fault {
        CalendarFault::MissingTranslation => lang
            .pick(
                "Ce texte est vide. Écrivez-le en français et en anglais.",
                "This text is empty. Write it in French and in English.",
            )
            .into(),
        CalendarFault::TooManySessions { found } => {
            let most = Calendar::MAX_SESSIONS;
            match lang {
                Lang::Fr => format!(
                    "Il y a {found}\u{a0}séances, au plus {most} sont lues. Retirez celles qui sont passées."
                ),
                Lang::En => format!(
                    "There are {found} sessions, and at most {most} are read. Remove those that are past."
                ),
            }
        }
        CalendarFault::YearOutOfRange => {
            let (first, last) = (Project::START_YEARS.start(), Project::START_YEARS.end());
            match lang {
                Lang::Fr => format!("Cette année n’est pas entre {first} et {last}. Corrigez-la."),
                Lang::En => format!("This year is not between {first} and {last}. Correct it."),
            }
        }
        CalendarFault::SameDay { other } => match lang {
            Lang::Fr => format!(
                "La séance sessions[{other}] a lieu le même jour, pour les mêmes utilisateurs. Corrigez la date, ou retirez l’une des deux."
            ),
            Lang::En => format!(
                "The session sessions[{other}] is on the same day, for the same users. Correct the day, or remove one of the two."
            ),
        },
        CalendarFault::EndsBeforeItBegins => lang
            .pick(
                "La séance se termine avant de commencer. Corrigez l’une des deux heures.",
                "The session ends before it begins. Correct one of the two times.",
            )
            .into(),
    }
}
