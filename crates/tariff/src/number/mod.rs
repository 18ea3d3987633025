//! The simulation number: encodes a project, its price list and the day in some 28 characters that one can read out on
//! the telephone, and decodes them.
//!
//! No server keeps simulations; the number *is* the simulation. It is written in bech32m (BIP-350),
//! whose checksum refuses every number of up to 89 characters with up to four of them wrong, and nearly every
//! other that is mistyped; it names no person and no institution.

mod bits;
mod fingerprint;
mod found;
mod layout;
mod parse;

use core::fmt;

use bech32::primitives::iter::Fe32IterExt;
use bech32::{Bech32m, Fe32};
use chrono::NaiveDate;

use self::bits::{Reader, Writer};
use self::layout::Header;
use self::parse::ParseError;
use crate::{PriceBook, PriceList, Project, Quote, Refusal, quote};

pub use self::fingerprint::content_of;
pub use self::found::{Found, found_in};
pub use self::parse::Mistyped;

/// The number of a simulation.
///
/// ```
/// use tariff::{PriceBook, PriceList, number};
///
/// let list = PriceList::from_json(include_str!("../../../../public/price-lists/pmsi.json")).unwrap();
/// let book = PriceBook::new(vec![list.clone()]).unwrap();
/// let project = list.examples[0].project.clone();
/// let day = "2026-11-21".parse().unwrap();
/// let number = number::issue(&list, &project, day).unwrap();
/// assert!(number.to_string().starts_with("CASD-1Q"));
///
/// let opened = number::open(&book, &number.to_string().to_lowercase()).unwrap();
/// assert_eq!(opened.project, project);
/// assert_eq!(opened.quote.total.to_string(), "2454.00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number without hyphens, in upper case, as links carry it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it was issued under a list of a preview.
    fn is_preview(&self) -> bool {
        self.0.get(parse::PREFIX.len()..).is_some_and(|rest| rest.starts_with(layout::PREVIEW_MARK))
    }
}

impl fmt::Display for Number {
    /// In groups of four; one of a preview has the word in front.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_preview() {
            f.write_str("PREVIEW-")?;
        }
        for (at, c) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

/// Why a number was not issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueError {
    /// The project has no quote.
    Refused(Refusal),
    /// The day of issue is before 2020 or after 2109: the device's clock is wrong.
    DayOutOfRange,
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IssueError::Refused(refusal) => refusal.fmt(f),
            IssueError::DayOutOfRange => f.write_str("the day of issue must be in the years 2020 to 2109"),
        }
    }
}

impl core::error::Error for IssueError {}

/// Issues the number of a project priced with a list on a day.
///
/// # Errors
///
/// The project has no quote under the list, or the day is out of the range of a number.
pub fn issue(list: &PriceList, project: &Project, day: NaiveDate) -> Result<Number, IssueError> {
    let quote = quote(list, project).map_err(IssueError::Refused)?;
    let header = Header {
        serial: list.serial,
        list_digest: fingerprint::of_list(list),
        total_digest: fingerprint::of_total(quote.total),
        issued: day,
    };
    // A project that has a quote always has a place in the layout: only the day can be refused.
    let format = layout::format_of(project, list.preview);
    write(format, &header, list, project).ok_or(IssueError::DayOutOfRange)
}

fn write(format: u32, header: &Header, list: &PriceList, project: &Project) -> Option<Number> {
    let mut writer = Writer::default();
    layout::write_format(&mut writer, format);
    header.write(&mut writer)?;
    layout::write_project(&mut writer, format, list, project)?;
    let prefix = parse::human_readable_part();
    let symbols = writer.finish();
    let text = symbols.iter().copied().with_checksum::<Bech32m>(&prefix).chars();
    Some(Number(text.map(|c| c.to_ascii_uppercase()).collect()))
}

/// A simulation that was reopened from its number.
#[derive(Clone, Debug)]
pub struct Opened<'book> {
    /// The number, as issued.
    pub number: Number,
    /// The day on which it was issued.
    pub issued: NaiveDate,
    /// The list it was computed with.
    pub list: &'book PriceList,
    /// What was asked for.
    pub project: Project,
    /// What it costs under that list: the same as on the day of issue.
    pub quote: Quote<'book>,
}

/// Why a number was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is not a number of ours.
    NotOurs,
    /// It was mistyped.
    Mistyped(Mistyped),
    /// It was issued in a format that this version does not know yet.
    NewerFormat(u32),
    /// It was issued in a preview, and the price book is not one.
    Preview,
    /// It refers to a list that the price book does not have.
    UnknownList(u16),
    /// The content of the list has changed since.
    ListChanged(u16),
    /// The same list and project give another total than on the day of issue: this version of the
    /// engine and the one that issued the number disagree.
    TotalChanged,
    /// Its checksum is right and its content is invalid: it was not issued by this simulator.
    Unreadable,
}

impl core::error::Error for OpenError {}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotOurs => f.write_str("this is not a simulation number"),
            OpenError::Mistyped(Mistyped { text, suspects }) => {
                write!(f, "this number was mistyped: {text}")?;
                let suspects: Vec<String> = suspects.iter().map(|at| (at + 1).to_string()).collect();
                if suspects.is_empty() {
                    Ok(())
                } else {
                    write!(f, ", check character {}", suspects.join(", "))
                }
            }
            OpenError::NewerFormat(format) => {
                write!(
                    f,
                    "this number has format {format}, which is newer than this version of the simulator"
                )
            }
            OpenError::Preview => f.write_str("this number was issued in the preview of a price list"),
            OpenError::UnknownList(serial) => {
                write!(f, "this number names the price list {serial}, which this price book does not have")
            }
            OpenError::ListChanged(serial) => {
                write!(f, "the content of the price list {serial} has changed since this number was issued")
            }
            OpenError::TotalChanged => {
                f.write_str("this version of the simulator no longer finds the total of this number")
            }
            OpenError::Unreadable => f.write_str("this number was not issued by this simulator"),
        }
    }
}

/// Parses a number and reopens its simulation. `input` is what a person typed or pasted: case, spaces
/// and hyphens do not matter, O, I, 1 and B are read as what they look like, and a link is read as
/// the number it ends with.
///
/// # Errors
///
/// An [`OpenError`] with the reason. Nothing is guessed: no other list replaces the one that the number refers to.
pub fn open<'book>(book: &'book PriceBook, input: &str) -> Result<Opened<'book>, OpenError> {
    let symbols = parse::parse(input).map_err(|error| match error {
        ParseError::NotOurs => OpenError::NotOurs,
        ParseError::Mistyped(mistyped) => OpenError::Mistyped(mistyped),
    })?;
    let mut reader = Reader::new(&symbols);
    let format = layout::read_format(&mut reader).ok_or(OpenError::Unreadable)?;
    if !layout::is_known(format) {
        return Err(OpenError::NewerFormat(format));
    }
    let is_preview = format == layout::PREVIEW;
    if is_preview && !book.is_preview() {
        return Err(OpenError::Preview);
    }
    let header = Header::read(&mut reader).ok_or(OpenError::Unreadable)?;
    let list = book.by_serial(header.serial).ok_or(OpenError::UnknownList(header.serial))?;
    if fingerprint::of_list(list) != header.list_digest {
        return Err(OpenError::ListChanged(header.serial));
    }
    let project = layout::read_project(&mut reader, format, list).ok_or(OpenError::Unreadable)?;
    let quote = quote(list, &project).map_err(|_| OpenError::Unreadable)?;
    if fingerprint::of_total(quote.total) != header.total_digest {
        return Err(OpenError::TotalChanged);
    }
    // A simulation has one number: another spelling of the same fields was not issued by us.
    let format = layout::format_of(&project, is_preview);
    let number = write(format, &header, list, &project).ok_or(OpenError::Unreadable)?;
    if !is_spelled(&number, &symbols) {
        return Err(OpenError::Unreadable);
    }
    Ok(Opened { number, issued: header.issued, list, project, quote })
}

fn is_spelled(number: &Number, symbols: &[Fe32]) -> bool {
    let payload = number.0.chars().skip(parse::PREFIX.len());
    let payload = payload.filter_map(|c| Fe32::from_char(c.to_ascii_lowercase()).ok());
    let (mut issued, mut read) = (payload, symbols.iter());
    read.by_ref().all(|symbol| issued.next() == Some(*symbol)) && issued.count() == 6
}
