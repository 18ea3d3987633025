//! The names that the visitor gives to institutions. They stay on the visitor's device: numbers and links only have
//! letters.

use crate::i18n::{self, Lang};
use tariff::{Institution, Payer};

/// Names of institutions; not every institution has one.
///
/// ```
/// use casd_simulator::export::Names;
/// use tariff::Institution;
///
/// let mut names = Names::default();
/// let other = Institution::from_label("B").unwrap();
/// assert_eq!(names.label(other), "B");
/// names.give(other, "Hospital");
/// assert_eq!(names.label(other), "Hospital (B)");
/// ```
///
/// In documents, a name is at most [`Names::LONGEST`] characters on one line, without invisible characters: there is no
/// room for more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<(Institution, String)>);

impl Names {
    /// The maximum number of characters of a name.
    pub const LONGEST: usize = 100;

    /// No names: a number alone has none.
    pub fn none() -> &'static Names {
        static NONE: Names = Names(Vec::new());
        &NONE
    }

    /// Sets the name of an institution. An empty name is ignored.
    pub fn give(&mut self, institution: Institution, name: &str) {
        self.give_as_typed(institution, &on_one_line(name));
    }

    /// The same without cleaning the name, for the page, which shows input as typed and must stay small.
    /// [`Names::for_documents`] cleans the names for documents.
    pub fn give_as_typed(&mut self, institution: Institution, name: &str) {
        if !name.is_empty() {
            self.0.push((institution, name.into()));
        }
    }

    /// The same names on one line each, and no longer than [`Names::LONGEST`].
    pub fn for_documents(&self) -> Names {
        let mut names = Names::default();
        self.iter().for_each(|(institution, name)| names.give(institution, name));
        names
    }

    /// The institutions that have names, with their names.
    pub fn iter(&self) -> impl Iterator<Item = (Institution, &str)> {
        self.0.iter().map(|(institution, name)| (*institution, name.as_str()))
    }

    /// The institution of that name, ignoring case.
    pub fn called(&self, name: &str) -> Option<Institution> {
        let is_called = |known: &str| known.chars().map(small).eq(name.chars().map(small));
        self.iter().find(|(_, known)| is_called(known)).map(|(institution, _)| institution)
    }

    /// The name of an institution.
    pub fn name_of(&self, institution: Institution) -> Option<&str> {
        self.iter().find(|(known, _)| *known == institution).map(|(_, name)| name)
    }

    /// The name and the letter, which is the one in the number; or the letter alone.
    pub fn label(&self, institution: Institution) -> String {
        match self.name_of(institution) {
            Some(name) => format!("{name} ({institution})"),
            None => institution.to_string(),
        }
    }

    /// The same in a sentence, where a nameless A is called the project's funder.
    pub fn in_words(&self, lang: Lang, institution: Institution) -> String {
        match self.is_told(institution) {
            true => self.label(institution),
            false => lang.pdf().project_funder.into(),
        }
    }

    /// Whether the institution has a name or is not the project's funder.
    pub fn is_told(&self, institution: Institution) -> bool {
        institution != Institution::PROJECT_FUNDER || self.name_of(institution).is_some()
    }

    /// The payer of something: its role, and its institution unless that is the project's funder without a name.
    pub fn paid_by(&self, lang: Lang, payer: Payer, funder: Institution) -> String {
        let paid_by = i18n::payer(lang, payer);
        match self.is_told(funder) {
            true => i18n::of_whom(lang, paid_by, &self.label(funder)),
            false => paid_by.into(),
        }
    }
}

/// Lower-cases a letter of French or a neighbouring language. The Unicode tables of all languages are too large
/// for the page, and would only find more duplicates of a name with other capitals.
fn small(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        'Œ' => 'œ',
        'Ÿ' => 'ÿ',
        _ => letter.to_ascii_lowercase(),
    }
}

/// Cleans a name for documents: trims it, removes line ends, control characters and bidirectional overrides, and
/// truncates it.
fn on_one_line(name: &str) -> String {
    let turns = |c: char| matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain = name.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c });
    let plain: String = plain.collect();
    let cut: String = plain.trim().chars().take(Names::LONGEST).collect();
    cut.trim_end().into()
}
