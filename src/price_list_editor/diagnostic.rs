//! Diagnostics of a price-list file: errors and warnings with path, line and column.

use core::fmt;

use chrono::NaiveDate;

use crate::i18n::{self, Lang};
use tariff::{Id, ListErrorKind, MAX_FILE_BYTES, Offer, iso_day};

/// An error or a warning in a price-list file, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The path to the value, such as `lists[1].charges[2].price.unit`; empty for the whole file. The value
    /// may be missing.
    pub place: String,
    /// The line, counted from 1, of the value or, if it is missing, of the value around it.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// Its kind.
    pub kind: DiagnosticKind,
}

/// Whether a file with this diagnostic may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It must not: the page would refuse the file, numbers would no longer open, or a list would never
    /// apply.
    Error,
    /// It may, after a review.
    Warning,
}

/// The kinds of errors and warnings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// The file is longer than [`MAX_FILE_BYTES`].
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// A syntax error: the parser's message.
    Syntax(String),
    /// A value of the wrong type or an unknown field: the parser's message.
    Form(String),
    /// The structure is right and the content is not.
    Content(ListErrorKind),
    /// A list that was used is no longer in the file.
    Missing {
        /// Its id.
        id: Id,
        /// Its serial.
        serial: u16,
    },
    /// A new list has a serial that an earlier one, withdrawn since, may have had.
    SerialNotAbove {
        /// The highest in use.
        highest: u16,
    },
    /// A new list begins on a day that is past, and simulations of the days since were made without it.
    BeginsInThePast {
        /// Its first day; `None` where it has none, and applies at once.
        from: Option<NaiveDate>,
    },
    /// A list that was used begins on another day than it did.
    BeginningMoved {
        /// Its first day as it was.
        was: Option<NaiveDate>,
    },
    /// A list never applies: on each of its days, for each of its offers, another does.
    NeverInForce {
        /// The one that applies on its first day.
        instead: Option<Id>,
    },
    /// An offer has no list on some days, from today on.
    Gap {
        /// The offer.
        offer: Offer,
        /// The first of these days.
        from: NaiveDate,
        /// The first day of the list that follows, if one does.
        until: Option<NaiveDate>,
    },
}

impl DiagnosticKind {
    /// Whether a file with it may be published.
    pub fn severity(&self) -> Severity {
        match self {
            DiagnosticKind::TooLarge { .. }
            | DiagnosticKind::Syntax(_)
            | DiagnosticKind::Form(_)
            | DiagnosticKind::Content(_)
            | DiagnosticKind::Missing { .. }
            | DiagnosticKind::SerialNotAbove { .. }
            | DiagnosticKind::NeverInForce { .. } => Severity::Error,
            // These change no amount of a number that was issued.
            DiagnosticKind::BeginsInThePast { .. }
            | DiagnosticKind::BeginningMoved { .. }
            | DiagnosticKind::Gap { .. } => Severity::Warning,
        }
    }
}

impl Diagnostic {
    /// Whether the file may be published with it.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Whether its path is `place` or within it: `charges[2].price.unit` is within `charges[2].price`.
    pub fn is_within(&self, place: &str) -> bool {
        let rest = self.place.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// The message for the tariff manager, with what to do; without the place.
    pub fn words(&self, lang: Lang) -> String {
        match &self.kind {
            DiagnosticKind::TooLarge { .. } => i18n::list_file_too_large(lang),
            DiagnosticKind::Syntax(what) => i18n::not_json(lang, what),
            DiagnosticKind::Form(what) => i18n::form_fault(lang, what),
            DiagnosticKind::Content(kind) => i18n::list_fault(lang, kind),
            DiagnosticKind::Missing { id, serial } => i18n::used_list_missing(lang, id, *serial),
            DiagnosticKind::SerialNotAbove { highest } => i18n::serial_not_above(lang, *highest),
            DiagnosticKind::BeginsInThePast { from } => i18n::begins_in_the_past(lang, *from),
            DiagnosticKind::BeginningMoved { was } => i18n::beginning_moved(lang, *was),
            DiagnosticKind::NeverInForce { instead } => i18n::never_in_force(lang, instead.as_ref()),
            DiagnosticKind::Gap { offer, from, until } => i18n::gap(lang, *offer, *from, *until),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

impl fmt::Display for Diagnostic {
    /// The format of compilers: `12:5: error: lists[1].serial: …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: ", self.line, self.column, self.severity())?;
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begun = |from: &Option<NaiveDate>| from.map_or_else(|| "always".into(), iso_day);
        match self {
            DiagnosticKind::TooLarge { bytes } => {
                write!(f, "the file has {bytes} bytes, expected at most {MAX_FILE_BYTES}")
            }
            DiagnosticKind::Syntax(what) => write!(f, "not JSON: {what}"),
            DiagnosticKind::Form(what) => f.write_str(what),
            DiagnosticKind::Content(kind) => kind.fmt(f),
            DiagnosticKind::Missing { id, serial } => write!(
                f,
                "the list `{id}` (serial {serial}) was used and is not in this file: its numbers would no longer open, expected it as it was"
            ),
            DiagnosticKind::SerialNotAbove { highest } => {
                write!(f, "expected a serial above {highest} for a new list, so that none was ever used")
            }
            DiagnosticKind::BeginsInThePast { from: Some(from) } => {
                write!(f, "this new list begins on {}, which is past, expected a day to come", iso_day(*from))
            }
            DiagnosticKind::BeginsInThePast { from: None } => {
                f.write_str("this new list has no first day and applies at once, expected a day to come")
            }
            DiagnosticKind::BeginningMoved { was } => write!(
                f,
                "this list was used and began on another day ({}), expected the same: other prices apply to days that are past",
                begun(was)
            ),
            DiagnosticKind::NeverInForce { instead: Some(instead) } => write!(
                f,
                "this list never applies: the list `{instead}` does instead, expected another first day or `archived`"
            ),
            DiagnosticKind::NeverInForce { instead: None } => {
                f.write_str("this list never applies, expected an offer that it serves or `archived`")
            }
            DiagnosticKind::Gap { offer, from, until } => {
                let (offer, from) = (offer.name(), iso_day(*from));
                match until {
                    Some(until) => write!(
                        f,
                        "no list serves `{offer}` from {from} to the day before {}, expected one without a gap",
                        iso_day(*until)
                    ),
                    None => write!(f, "no list serves `{offer}` from {from} on, expected one that follows"),
                }
            }
        }
    }
}
