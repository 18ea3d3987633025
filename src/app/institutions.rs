//! Who pays and who hosts, from what stands in the fields of the form.

use super::Draft;
use super::draft::BoxDraft;
use crate::export::Names;
use tariff::number::{Opened, issue};
use tariff::{Institution, Project};

impl Draft {
    /// What the institutions of the form are called, and the funder and the host of each SD-Box.
    ///
    /// Whoever types a name need not know of letters: the same name is the same institution, and another
    /// one gets the first letter that is free. A letter alone is that institution, as numbers have it.
    pub fn institutions(&self) -> (Names, Vec<(Institution, Institution)>) {
        let mut names = Names::default();
        names.give_as_typed(Institution::PROJECT_FUNDER, self.funder.trim());
        let institutions = |one: &BoxDraft| {
            let funder = self.institution(&one.funder, Institution::PROJECT_FUNDER, &mut names);
            (funder, self.institution(&one.host, funder, &mut names))
        };
        let of_boxes = self.boxes.iter().map(institutions).collect();
        (names, of_boxes)
    }

    /// Whether an institution has a name, and not only a letter.
    pub fn has_names(&self) -> bool {
        self.institutions().0.iter().next().is_some()
    }

    /// Whether it is the form of that simulation.
    pub fn is_of(&self, opened: &Opened<'_>) -> bool {
        let issued = |project: Project| issue(opened.list, &project, opened.issued).ok();
        // By its number: comparing projects weighs more on the page.
        self.quote(opened.list).ok().and_then(|(project, _)| issued(project)).as_ref() == Some(&opened.number)
    }

    /// Has institutions that stand as letters in its fields go by their names.
    fn take_names(&mut self, names: &Names) {
        let named = |field: &mut String| {
            let name = Institution::from_label(field).and_then(|letter| names.name_of(letter));
            if let Some(name) = name {
                *field = name.into();
            }
        };
        self.funder = names.name_of(Institution::PROJECT_FUNDER).unwrap_or("").into();
        for one in &mut self.boxes {
            named(&mut one.funder);
            named(&mut one.host);
        }
    }

    fn institution(&self, typed: &str, usual: Institution, names: &mut Names) -> Institution {
        let typed = typed.trim();
        if typed.is_empty() {
            return usual;
        }
        let known = Institution::from_label(typed).or_else(|| names.called(typed));
        known.unwrap_or_else(|| {
            let is_free = |letter: &Institution| {
                let is_typed = |held: &String| Institution::from_label(held.trim()) == Some(*letter);
                let is_named = names.iter().any(|(named, _)| named == *letter);
                *letter != Institution::PROJECT_FUNDER
                    && !is_named
                    && !self.boxes.iter().any(|one| is_typed(&one.funder) || is_typed(&one.host))
            };
            // There are as many letters as there are fields.
            let letter = Institution::all().find(is_free).unwrap_or(usual);
            names.give_as_typed(letter, typed);
            letter
        })
    }
}

/// The form of a simulation that was issued, as text with its number; nothing where it names no institution,
/// or describes another project: then the number is all there is.
pub fn numbered_form(form: &str, opened: &Opened<'_>) -> Option<String> {
    let draft = Draft::from_text(form).filter(|draft| draft.has_names() && draft.is_of(opened));
    draft.map(|draft| draft.numbered(&opened.number))
}

/// The form of a simulation with those names of its institutions, as [`numbered_form`] gives it.
///
/// Names get letters in the order in which they stand on the form: where letters were left out by hand,
/// such as a C without a B, nothing comes of it.
///
/// ```
/// use casd_simulator::app::{Draft, form_of};
/// use casd_simulator::export::Names;
/// use tariff::number::{issue, open};
/// use casd_simulator::price_lists::price_book;
/// use tariff::Institution;
///
/// let list = price_book().by_id("pmsi").unwrap();
/// let number = issue(list, &list.examples[0].project, "2026-11-21".parse().unwrap()).unwrap();
/// let opened = open(price_book(), number.as_str()).unwrap();
/// let mut names = Names::default();
/// assert_eq!(form_of(&opened, &names), None);
/// names.give(Institution::PROJECT_FUNDER, "Hospital");
/// let form = form_of(&opened, &names).unwrap();
/// assert_eq!(Draft::from_text(&form).unwrap().institutions().0.for_documents(), names);
/// ```
pub fn form_of(opened: &Opened<'_>, names: &Names) -> Option<String> {
    let mut draft = Draft::of(&opened.project, opened.list);
    draft.take_names(names);
    numbered_form(&draft.to_text(), opened)
}
