//! Who pays and who hosts, from what stands in the fields of the form.

use super::Draft;
use super::draft::BoxDraft;
use crate::documents::Names;
use crate::number::Opened;
use crate::tariff::Institution;

impl Draft {
    /// What the institutions of the form are called, and the funder and the host of each SD-Box.
    ///
    /// Whoever types a name need not know of letters: the same name is the same institution, and another
    /// one gets the first letter that is free. A letter alone is that institution, as numbers have it.
    pub fn institutions(&self) -> (Names, Vec<(Institution, Institution)>) {
        let mut names = Names::default();
        names.give(Institution::PROJECT_FUNDER, self.funder.trim());
        let institutions = |one: &BoxDraft| {
            let funder = self.institution(&one.funder, Institution::PROJECT_FUNDER, &mut names);
            (funder, self.institution(&one.host, funder, &mut names))
        };
        let of_boxes = self.boxes.iter().map(institutions).collect();
        (names, of_boxes)
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
            names.give(letter, typed);
            letter
        })
    }
}

/// What the institutions of a simulation are called in a form, as text, that describes the same project;
/// nothing where it describes another.
pub fn names_in(form: &str, opened: &Opened<'_>) -> Names {
    let draft = Draft::from_text(form);
    let draft =
        draft.filter(|draft| draft.quote(opened.list).is_ok_and(|(project, _)| project == opened.project));
    draft.map(|draft| draft.institutions().0).unwrap_or_default()
}
