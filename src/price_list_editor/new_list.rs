//! Creates a new price list as a copy of an existing one, with a new first day.

use chrono::{Datelike, NaiveDate};

use super::edit::{indentation, push, put, quoted, remove};
use super::json_spans::Node;
use super::price_file::PriceFile;
use crate::i18n::{Lang, price_list_from, price_list_of};
use crate::price_lists::embedded;
use tariff::{Id, PriceBook, iso_day};

impl PriceFile {
    /// Adds a list to the file: a copy of a list of this file or another one, with a new first day. `previous`
    /// is the book that the file replaces, if any. `None` if there is no such list, or the file's structure
    /// does not allow it.
    ///
    /// The copy has the next free serial, an id with the year, a title with the day, and is not archived.
    /// Its prices are CASD's from that day on: their provenance is CASD's price list of that day, which
    /// becomes the only source. Published examples stay with the list that they were published with: their
    /// totals are at its prices. All else is as it was written.
    pub fn with_list_like(
        &self,
        model: &PriceFile,
        index: usize,
        from: NaiveDate,
        previous: Option<&PriceBook>,
    ) -> Option<PriceFile> {
        let node = model.lists().get(index)?;
        let (id, serial) = self.next_id_and_serial(node.member("id")?.as_text()?, from, previous);
        let title = |lang: Lang| {
            let title = node.member("title").and_then(|title| title.member(lang.code()));
            titled(lang, title.and_then(Node::as_text).unwrap_or_default(), from)
        };
        let titles = words(&Lang::ALL.map(title), "");
        let source = format!("price-list-{}", iso_day(from));
        let source_title = words(&Lang::ALL.map(|lang| price_list_of(lang, from)), "    ");
        let sources = format!("[\n  {{\n    \"id\": \"{source}\",\n    \"title\": {source_title}\n  }}\n]");
        let mut text = outdented(&model.text()[node.span.clone()], indentation(model.text(), node.at));
        for key in ["$schema", "archived", "examples"] {
            text = remove(&text, key)?;
        }
        text = put(&text, "id", &quoted(&id))?;
        text = put(&text, "serial", &serial.to_string())?;
        text = put(&text, "title", &titles)?;
        text = put(&text, "in_force", &format!("{{ \"from\": \"{}\" }}", iso_day(from)))?;
        text = put(&text, "sources", &sources)?;
        for part in ["charges", "reductions"] {
            for (index, priced) in node.member(part).map_or(&[][..], Node::items).iter().enumerate() {
                if priced.member("provenance").is_some() {
                    let provenance = format!("{{ \"published\": \"{source}\" }}");
                    text = put(&text, &format!("{part}[{index}].provenance"), &provenance)?;
                }
            }
        }
        Some(PriceFile::read(&push(&self.as_book()?, "lists", &text)?))
    }

    /// Converts the file to a book: a single list becomes a book of one. Anything else is unchanged.
    pub fn into_book(self) -> PriceFile {
        match self.as_book() {
            Some(text) if !self.is_book => PriceFile::read(&text),
            _ => self,
        }
    }

    /// Converts the text to a book: a single list becomes a book of one.
    fn as_book(&self) -> Option<String> {
        if self.is_book {
            return Some(self.text().into());
        }
        let list = remove(self.text().trim(), "$schema")?;
        let book = "{\n  \"$schema\": \"./price-book.schema.json\",\n  \"lists\": [\n    {}\n  ]\n}\n";
        put(book, "lists[0]", &list)
    }

    /// An unused serial, above all others, and an unused id.
    fn next_id_and_serial(
        &self,
        model: &str,
        from: NaiveDate,
        previous: Option<&PriceBook>,
    ) -> (String, u16) {
        let embedded = embedded();
        let books = [Some(&embedded), previous, self.book()];
        let used = || books.into_iter().flatten().flat_map(|book| book.lists());
        // A file that is not sound has no book: what it says of itself counts all the same.
        let said = |key: &'static str| self.lists().iter().filter_map(move |list| list.member(key));
        let filed = said("serial").filter_map(|node| self.text()[node.span.clone()].parse::<u16>().ok());
        let highest = used().map(|list| list.serial).chain(filed).max().unwrap_or(0);
        let stem = model.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        let stem = if stem.is_empty() { "list" } else { stem };
        let stem: String = stem.chars().take(Id::MAX_LENGTH - "-2027-99".len()).collect();
        let taken = |id: &str| {
            used().any(|list| list.id.as_str() == id) || said("id").any(|node| node.as_text() == Some(id))
        };
        let year = format!("{stem}-{}", from.year());
        let mut candidates =
            core::iter::once(year.clone()).chain((2..100).map(|nth| format!("{year}-{nth}")));
        (candidates.find(|id| !taken(id)).unwrap_or(year), highest.saturating_add(1))
    }
}

/// Replaces the date in a title: the part after the last comma, if it has a year or says that there is none.
fn titled(lang: Lang, title: &str, from: NaiveDate) -> String {
    let is_date = |end: &str| {
        let end = end.trim();
        let year = end.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
        year || ["non datée", "undated"].contains(&end)
    };
    let name = title.rsplit_once(',').filter(|(_, end)| is_date(end)).map_or(title, |(name, _)| name);
    price_list_from(lang, name, from)
}

/// A text in both languages as JSON, indented like the published lists.
fn words([fr, en]: &[String; 2], margin: &str) -> String {
    format!("{{\n{margin}  \"fr\": {},\n{margin}  \"en\": {}\n{margin}}}", quoted(fr), quoted(en))
}

/// Removes the indentation of a part of a text.
fn outdented(part: &str, indent: &str) -> String {
    let lines = part.lines().enumerate();
    let lines =
        lines.map(|(at, line)| if at == 0 { line } else { line.strip_prefix(indent).unwrap_or(line) });
    lines.collect::<Vec<_>>().join("\n")
}
