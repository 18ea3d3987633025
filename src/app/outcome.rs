//! What comes of the form: a quote with its number, or what is wrong.

use super::draft::EntryProblem;
use crate::export::{Message, Names, Simulation};
use crate::i18n::{Lang, total};
use chrono::NaiveDate;
use tariff::number::{IssueError, Number, Opened};
use tariff::{Contact, PriceList, Project, Quote};

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
    pub issued: Result<Issued, IssueError>,
    /// What its institutions are called.
    pub names: Names,
}

/// A number, and how it is sent.
pub struct Issued {
    /// The number.
    pub number: Number,
    /// The day on which it was issued.
    pub on: NaiveDate,
    /// The link that opens it.
    pub link: String,
    /// The message to CASD about it.
    pub message: Message,
}

impl Outcome {
    /// The number of the quote, where there is one.
    pub fn issued(&self) -> Option<&Issued> {
        match self {
            Outcome::Priced(priced) => priced.issued.as_ref().ok(),
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

/// The simulation on the form at one moment, for views and documents: they decode and price nothing.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The simulation, as its number opens it.
    pub opened: Opened<'static>,
    /// What its institutions are called.
    pub names: Names,
    /// The language of the page.
    pub lang: Lang,
    /// The link that opens it.
    pub link: String,
}

impl Snapshot {
    /// The simulation as documents take it.
    pub fn simulation(&self) -> Simulation<'_> {
        Simulation { opened: &self.opened, lang: self.lang, link: &self.link, names: &self.names }
    }
}
