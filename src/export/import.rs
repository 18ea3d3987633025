//! The import of a JSON file: the same simulation if its number confirms it, otherwise its project at today's prices.

use chrono::NaiveDate;
use serde::Deserialize;

use super::Names;
use super::json::{DOCUMENT, FORMAT};
use crate::i18n::{Lang, file_refused, number_not_opened, other_day, other_total, unread};
use tariff::number::{OpenError, Opened, open};
use tariff::{
    Institution, Money, Offer, PriceBook, PriceList, Project, Quote, ReadError, Refusal, day_from_iso, quote,
    read_json,
};

/// The result of an import.
#[derive(Clone, Debug)]
pub enum Imported<'book> {
    /// The simulation of the number in the file, confirmed by the rest of the file.
    Same {
        /// The simulation.
        opened: Box<Opened<'book>>,
        /// The institution names in the file that the form accepts.
        names: Names,
    },
    /// The file's project at today's prices, because its number does not confirm the file.
    Different(Box<Different<'book>>),
}

/// A file's project at the prices of today.
#[derive(Clone, Debug)]
pub struct Different<'book> {
    /// The project in the file.
    pub project: Project,
    /// The list in force for its offer.
    pub list: &'book PriceList,
    /// The quote under that list.
    pub quote: Quote<'book>,
    /// The number as written in the file.
    pub filed_number: Option<String>,
    /// The total in the file.
    pub filed_total: Option<Money>,
    /// Why the number does not confirm the file.
    pub why: ProblemKind,
}

/// Why a file's project was priced again instead of reopened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file holds a project and nothing else.
    ProjectOnly,
    /// The number in the file does not open.
    OpenError(OpenError),
    /// The number opens, but to another project than the file's.
    OtherProject,
    /// The number opens, but its total differs.
    OtherTotal {
        /// The total in the file.
        filed: Money,
        /// The total of the number.
        numbered: Money,
    },
    /// The number opens, but was issued on another day, this one.
    OtherDay(NaiveDate),
}

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It cannot be parsed: too large, not JSON, or unexpected structure, and where.
    Unread(ReadError),
    /// It contains neither a simulation nor a project.
    Foreign,
    /// It has a format that this version does not know yet.
    NewerFormat(u32),
    /// No list is in force for the project's offer.
    NoList(Offer),
    /// The list in force has no price for the project.
    Refused {
        /// The project, which its author may correct.
        project: Box<Project>,
        /// What is wrong with it.
        refusal: Refusal,
    },
}

impl core::fmt::Display for ImportError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            ImportError::Unread(error) => error.fmt(f),
            ImportError::Foreign => f.write_str("this file holds neither a simulation nor a project"),
            ImportError::NewerFormat(format) => {
                write!(f, "this file has format {format}, which is newer than this version of the simulator")
            }
            ImportError::NoList(offer) => {
                write!(f, "no price list is in force for the offer `{}`", offer.name())
            }
            ImportError::Refused { refusal, .. } => refusal.fmt(f),
        }
    }
}

impl core::error::Error for ImportError {}

impl Different<'_> {
    /// The sentence that explains why the project was priced again.
    pub fn words(&self, lang: Lang) -> String {
        let files = lang.files();
        let why = match &self.why {
            ProblemKind::ProjectOnly => files.project_only.into(),
            ProblemKind::OpenError(reason) => number_not_opened(lang, reason),
            ProblemKind::OtherProject => files.other_project.into(),
            ProblemKind::OtherTotal { filed, numbered } => other_total(lang, self.list, *filed, *numbered),
            ProblemKind::OtherDay(numbered) => other_day(lang, *numbered),
        };
        format!("{why} {}", files.priced_again)
    }
}

impl ImportError {
    /// The error message and what to do, given the book and the day of the import.
    pub fn words(&self, lang: Lang, book: &PriceBook, today: NaiveDate) -> String {
        match self {
            ImportError::Unread(error) => unread(lang, error),
            ImportError::Foreign => lang.files().foreign.into(),
            ImportError::NewerFormat(_) => lang.files().newer_format.into(),
            ImportError::NoList(_) => lang.page().no_list.into(),
            ImportError::Refused { project, refusal } => match book.in_force(project.offer, today) {
                Some(list) => file_refused(lang, list, project, refusal),
                None => lang.page().no_list.into(),
            },
        }
    }
}

/// The fields that identify the type of file. Other fields are ignored.
#[derive(Deserialize)]
#[serde(expecting = "a simulation or a project")]
struct Kind {
    document: Option<Name>,
    format: Option<Version>,
    offer: Option<serde::de::IgnoredAny>,
    project: Option<serde::de::IgnoredAny>,
}

/// The type of document; files of other programs may use this field, and the next, for something else.
#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Other(serde::de::IgnoredAny),
}

/// The version of the format.
#[derive(Deserialize)]
#[serde(untagged)]
enum Version {
    Of(u32),
    Other(serde::de::IgnoredAny),
}

/// The parsed fields of a simulation's file; all others follow from the project and the list.
#[derive(Deserialize)]
#[serde(expecting = "a simulation")]
struct Filed {
    #[serde(rename = "format")]
    _format: u32,
    number: String,
    #[serde(deserialize_with = "day")]
    issued: NaiveDate,
    total: Money,
    project: Project,
    /// Absent if no institution has a name.
    #[serde(default)]
    institutions: Vec<FiledName>,
}

/// The name of an institution in a file.
#[derive(Deserialize)]
#[serde(expecting = "an institution and its name")]
struct FiledName {
    institution: String,
    name: String,
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    let day = day_from_iso(&text);
    day.ok_or_else(|| serde::de::Error::custom("expected a day such as \"2020-08-01\""))
}

/// Reads the file of a simulation, as [`json`](super::json) writes it, or of a project alone, as the
/// command line takes it.
///
/// The number is authoritative: if it opens to the same project, total and day of issue as in the file, the
/// result is that simulation. Otherwise only the file's project is used, priced with the list in force today;
/// [`Different`] has the reason.
///
/// ```
/// use casd_simulator::export::{Imported, Names, Simulation, import, json};
/// use casd_simulator::{price_lists, i18n::Lang};
/// use tariff::number;
///
/// let book = price_lists::price_book();
/// let list = book.by_id("pmsi").unwrap();
/// let today = "2026-11-21".parse().unwrap();
/// let number = number::issue(list, &list.examples[0].project, today).unwrap();
/// let opened = number::open(book, number.as_str()).unwrap();
/// let link = format!("https://www.casd.example/#{}", number.as_str());
/// let names = Names::none();
/// let file = json(&Simulation { opened: &opened, lang: Lang::Fr, link: &link, names }).unwrap();
///
/// assert!(matches!(import(book, &file, today), Ok(Imported::Same { opened, .. }) if opened.number == number));
/// ```
///
/// # Errors
///
/// An [`ImportError`] if the file cannot be parsed or its project has no price.
pub fn import<'book>(
    book: &'book PriceBook,
    json: &str,
    today: NaiveDate,
) -> Result<Imported<'book>, ImportError> {
    let kind: Kind = read_json(json).map_err(ImportError::Unread)?;
    let (project, number, total, why) = match kind.document {
        Some(Name::Text(name)) if name == DOCUMENT => {
            if let Some(Version::Of(newer)) = kind.format
                && newer > FORMAT
            {
                return Err(ImportError::NewerFormat(newer));
            }
            let filed: Filed = read_json(json).map_err(ImportError::Unread)?;
            match reopened(book, &filed) {
                Ok(opened) => {
                    return Ok(Imported::Same {
                        opened: Box::new(opened),
                        names: names(&filed.institutions),
                    });
                }
                Err(why) => (filed.project, Some(filed.number), Some(filed.total), why),
            }
        }
        None if kind.offer.is_some() && kind.project.is_none() => {
            let project = Project::from_json(json).map_err(ImportError::Unread)?;
            (project, None, None, ProblemKind::ProjectOnly)
        }
        Some(Name::Text(_) | Name::Other(_)) | None => return Err(ImportError::Foreign),
    };
    let list = book.in_force(project.offer, today).ok_or(ImportError::NoList(project.offer))?;
    let quote = match quote(list, &project) {
        Ok(quote) => quote,
        Err(refusal) => return Err(ImportError::Refused { project: Box::new(project), refusal }),
    };
    Ok(Imported::Different(Box::new(Different {
        project,
        list,
        quote,
        filed_number: number,
        filed_total: total,
        why,
    })))
}

/// The simulation of a file's number, if the file agrees with it.
fn reopened<'book>(book: &'book PriceBook, filed: &Filed) -> Result<Opened<'book>, ProblemKind> {
    let opened = open(book, &filed.number).map_err(ProblemKind::OpenError)?;
    if opened.project != filed.project {
        return Err(ProblemKind::OtherProject);
    }
    if opened.quote.total != filed.total {
        return Err(ProblemKind::OtherTotal { filed: filed.total, numbered: opened.quote.total });
    }
    if opened.issued != filed.issued {
        return Err(ProblemKind::OtherDay(opened.issued));
    }
    Ok(opened)
}

/// The names in a file that the form accepts: a single letter is no name, and two institutions of the same
/// name are one. Other names are ignored, as they do not affect the simulation.
fn names(filed: &[FiledName]) -> Names {
    let mut names = Names::default();
    for FiledName { institution, name } in filed {
        let Some(institution) = Institution::from_label(institution) else { continue };
        let is_letter = Institution::from_label(name.trim()).is_some();
        if !is_letter && names.name_of(institution).is_none() && names.called(name.trim()).is_none() {
            names.give(institution, name);
        }
    }
    names
}
