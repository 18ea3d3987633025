//! What the institutions of a simulation are called. It is known on the visitor's device alone: numbers
//! and links tell institutions apart by their letters.

use crate::tariff::{Institution, Payer};
use crate::text::{self, Lang};

/// What institutions are called, as far as they have names.
///
/// ```
/// use casd_simulator::documents::Names;
/// use casd_simulator::tariff::Institution;
///
/// let mut names = Names::default();
/// let other = Institution::from_label("B").unwrap();
/// assert_eq!(names.label(other), "B");
/// names.give(other, "Hospital");
/// assert_eq!(names.label(other), "Hospital (B)");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<(Institution, String)>);

impl Names {
    /// No names, as whoever opens a number alone has it.
    pub fn none() -> &'static Names {
        static NONE: Names = Names(Vec::new());
        &NONE
    }

    /// Calls an institution something. A name that is empty is none.
    pub fn give(&mut self, institution: Institution, name: &str) {
        if !name.is_empty() {
            self.0.push((institution, name.into()));
        }
    }

    /// The institutions that have names, and these.
    pub fn iter(&self) -> impl Iterator<Item = (Institution, &str)> {
        self.0.iter().map(|(institution, name)| (*institution, name.as_str()))
    }

    /// The institution of that name, whatever its capitals.
    pub fn called(&self, name: &str) -> Option<Institution> {
        self.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(institution, _)| institution)
    }

    /// What it is called.
    pub fn name_of(&self, institution: Institution) -> Option<&str> {
        self.iter().find(|(known, _)| *known == institution).map(|(_, name)| name)
    }

    /// The name and the letter, so that whoever has the number knows which is meant; or the letter alone.
    pub fn label(&self, institution: Institution) -> String {
        match self.name_of(institution) {
            Some(name) => format!("{name} ({institution})"),
            None => institution.to_string(),
        }
    }

    /// Whether there is more to say of it than that it is the project's funder.
    pub fn is_told(&self, institution: Institution) -> bool {
        institution != Institution::PROJECT_FUNDER || self.name_of(institution).is_some()
    }

    /// Who pays something: as what, and which institution, unless it is a project's funder without a name.
    pub fn paid_by(&self, lang: Lang, payer: Payer, funder: Institution) -> String {
        let paid_by = text::payer(lang, payer);
        match self.is_told(funder) {
            true => text::of_whom(lang, paid_by, &self.label(funder)),
            false => paid_by.into(),
        }
    }
}
