//! The form as it is typed: nothing that a visitor enters is lost, right or wrong.

use chrono::{Datelike, Months, NaiveDate};

use tariff::{
    AccessPoint, Choice, Choices, Chosen, EntryError, Field, Id, Institution, Offer, PriceList, Problem,
    Project, ProjectOption, Quote, Refusal, day_from_iso, iso_day, quote,
};

/// What stands in the fields of the form, as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The kind of access.
    pub offer: Offer,
    /// The start date, as a date field gives it: `2020-08-01`, or empty.
    pub start: String,
    /// The months.
    pub months: String,
    /// Whether it is a renewal.
    pub renewal: bool,
    /// The users.
    pub users: String,
    /// The students among them.
    pub students: String,
    /// The configuration chosen last; a list that does not have it takes its own first one.
    pub configuration: Option<Id>,
    /// What the project's funder is called; empty where it has no name.
    pub funder: String,
    /// The SD-Boxes.
    pub boxes: Vec<BoxDraft>,
    /// The options that were touched: `yes` or nothing, the id of an alternative, or a quantity as typed.
    pub options: Vec<(Id, String)>,
}

/// An SD-Box on the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoxDraft {
    /// Tells it from the others while boxes come and go.
    pub key: u32,
    /// The months of its rental.
    pub months: String,
    /// Whether they follow those of the project: until the visitor enters others.
    pub follows: bool,
    /// Who pays for it: a name, or the letter of an institution; empty for the project's funder.
    pub funder: String,
    /// Where it stands: a name, or the letter of an institution; empty for its funder.
    pub host: String,
}

/// An entry that gives no quote, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryProblem {
    /// The entry.
    pub field: Field,
    /// What is wrong with it.
    pub why: ProblemKind,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It cannot be read: not a number, not a date.
    Misread,
    /// The tariff refuses it.
    Refused(EntryError),
}

/// What a [`YesNo`](Choice::YesNo) option holds in [`Draft::options`] when it is chosen.
pub const YES: &str = "yes";

impl Draft {
    /// A form with nothing in it.
    pub fn empty(offer: Offer) -> Draft {
        let nothing = String::new;
        Draft {
            offer,
            start: nothing(),
            months: nothing(),
            renewal: false,
            users: nothing(),
            students: nothing(),
            configuration: None,
            funder: nothing(),
            boxes: Vec::new(),
            options: Vec::new(),
        }
    }

    /// The plain small project that the form opens on: one user, twelve months, one SD-Box, from the
    /// first of next month.
    pub fn starting_point(offer: Offer, today: NaiveDate) -> Draft {
        let start = today.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
        Draft {
            start: start.map(iso_day).unwrap_or_default(),
            months: "12".into(),
            users: "1".into(),
            students: "0".into(),
            boxes: vec![BoxDraft { months: "12".into(), follows: true, ..BoxDraft::default() }],
            ..Draft::empty(offer)
        }
    }

    /// The form as it stands for a project of that list.
    pub fn of(project: &Project, list: &PriceList) -> Draft {
        let boxes = (0..).zip(&project.access_points);
        let mut draft = Draft {
            offer: project.offer,
            start: iso_day(project.start),
            months: project.months.to_string(),
            renewal: project.renewal,
            users: project.users.to_string(),
            students: project.students.to_string(),
            configuration: Some(project.configuration.clone()),
            boxes: boxes
                .map(|(key, one)| BoxDraft {
                    key,
                    months: one.months.to_string(),
                    follows: one.months == project.months,
                    funder: letter(one.funder, Institution::PROJECT_FUNDER),
                    host: letter(one.host, one.funder),
                })
                .collect(),
            funder: String::new(),
            options: Vec::new(),
        };
        for option in list.options_of(project.offer) {
            let held = match project.options.get(&option.id) {
                None => String::new(),
                Some(Chosen::Yes) => YES.into(),
                Some(Chosen::Alternative(id)) => id.to_string(),
                Some(Chosen::Quantity(quantity)) => quantity.to_string(),
            };
            draft.set_option(&option.id, held);
        }
        draft
    }

    /// What the form holds for an option: what was entered, or what the list starts with.
    pub fn option(&self, option: &ProjectOption) -> &str {
        match self.options.iter().find(|(id, _)| *id == option.id) {
            Some((_, entered)) => entered,
            None if option.chosen_at_first.contains(&self.offer) => YES,
            None => "",
        }
    }

    /// The configuration that the form holds, among those of a list.
    pub fn configuration_in(&self, list: &PriceList) -> Option<Id> {
        let known = |id: &&Id| list.configurations_of(self.offer).any(|one| one.id == **id);
        let first = || list.configurations_of(self.offer).next().map(|one| &one.id);
        self.configuration.as_ref().filter(known).or_else(first).cloned()
    }

    /// Adds an SD-Box for as long as the project lasts.
    pub fn add_box(&mut self) {
        let key = self.boxes.iter().map(|one| one.key + 1).max().unwrap_or(0);
        let months = self.months.clone();
        self.boxes.push(BoxDraft { key, months, follows: true, ..BoxDraft::default() });
    }

    /// Changes the months of the project, and of the SD-Boxes that follow it.
    pub fn set_months(&mut self, months: String) {
        for one in self.boxes.iter_mut().filter(|one| one.follows) {
            one.months.clone_from(&months);
        }
        self.months = months;
    }

    /// The SD-Box of that key; `None` where it is gone.
    pub fn box_of(&self, key: u32) -> Option<&BoxDraft> {
        self.boxes.iter().find(|one| one.key == key)
    }

    /// Changes the months of the SD-Box of that key: it no longer follows the project's.
    pub fn set_box_months(&mut self, key: u32, months: String) {
        self.change_box(key, |one| (one.months, one.follows) = (months, false));
    }

    /// Changes the SD-Box of that key.
    pub fn change_box(&mut self, key: u32, change: impl FnOnce(&mut BoxDraft)) {
        self.boxes.iter_mut().find(|one| one.key == key).map(change);
    }

    /// Changes what is chosen of an option.
    pub fn set_option(&mut self, option: &Id, held: String) {
        self.options.retain(|(id, _)| id != option);
        self.options.push((option.clone(), held));
    }

    /// Reads the form and prices the project.
    ///
    /// # Errors
    ///
    /// Every entry that is wrong, in the order of the form.
    pub fn quote<'list>(&self, list: &'list PriceList) -> Result<(Project, Quote<'list>), Vec<EntryProblem>> {
        let mut misread = Vec::new();
        let project = self.read(list, &mut misread)?;
        match quote(list, &project) {
            Ok(quote) if misread.is_empty() => Ok((project, quote)),
            Err(Refusal::Entries(refused)) => Err(self.problems(list, misread, refused)),
            // The page asks only lists that serve the offer, within limits that rule out an overflow.
            _ => Err(self.problems(list, misread, Vec::new())),
        }
    }

    /// The project, with something harmless in place of what cannot be read.
    fn read(&self, list: &PriceList, misread: &mut Vec<Field>) -> Result<Project, Vec<EntryProblem>> {
        let no_configuration = || {
            vec![EntryProblem { field: Field::Configuration, why: ProblemKind::Refused(EntryError::Unknown) }]
        };
        let configuration = self.configuration_in(list).ok_or_else(no_configuration)?;
        let start = day_from_iso(&self.start).unwrap_or_else(|| {
            misread.push(Field::Start);
            NaiveDate::MIN
        });
        let mut number = |field: Field, text: &str, in_place: u32| {
            whole_number(text).unwrap_or_else(|| {
                misread.push(field);
                in_place
            })
        };
        let months = number(Field::Months, &self.months, Project::MAX_MONTHS);
        let users = number(Field::Users, &self.users, Project::MAX_USERS);
        let students = number(Field::Students, &self.students, 0);
        let mut access_points = Vec::with_capacity(self.boxes.len());
        for (index, (one, (funder, host))) in self.boxes.iter().zip(self.institutions().1).enumerate() {
            let months = number(Field::AccessPointMonths(index), &one.months, 1);
            access_points.push(AccessPoint { months, funder, host });
        }
        let mut options = Choices::default();
        for option in list.options_of(self.offer) {
            let chosen = match (&option.choice, self.option(option).trim()) {
                (_, "") => None,
                (Choice::YesNo, held) => (held == YES).then_some(Chosen::Yes),
                (Choice::OneOf(_), id) => Id::try_from(String::from(id)).ok().map(Chosen::Alternative),
                (Choice::Counted(_), quantity) => {
                    let quantity = number(Field::Option(option.id.clone()), quantity, 0);
                    (quantity > 0).then_some(Chosen::Quantity(quantity))
                }
            };
            options.extend(chosen.map(|chosen| (option.id.clone(), chosen)));
        }
        let (offer, renewal) = (self.offer, self.renewal);
        Ok(Project { offer, start, months, renewal, users, students, configuration, access_points, options })
    }

    /// What cannot be read, and what the tariff refuses among the rest, in the order of the form:
    /// the options in that of the list.
    fn problems(&self, list: &PriceList, misread: Vec<Field>, refused: Vec<Problem>) -> Vec<EntryProblem> {
        let rank = |field: &Field| match field {
            Field::Option(id) => list.options_of(self.offer).position(|option| option.id == *id),
            _ => None,
        };
        let comes_after = |one: &Field, other: &Field| match (rank(one), rank(other)) {
            (Some(one), Some(other)) => one > other,
            _ => one > other,
        };
        let mut problems: Vec<EntryProblem> =
            misread.into_iter().map(|field| EntryProblem { field, why: ProblemKind::Misread }).collect();
        for Problem { field, error } in refused {
            if problems.iter().all(|problem| problem.field != field) {
                let place = problems.iter().position(|problem| comes_after(&problem.field, &field));
                let place = place.unwrap_or(problems.len());
                problems.insert(place, EntryProblem { field, why: ProblemKind::Refused(error) });
            }
        }
        // A box that lasts as long as the project has the same wrong entry: one sentence about it is enough.
        if problems.iter().any(|problem| problem.field == Field::Months) {
            problems.retain(|problem| match problem.field {
                Field::AccessPointMonths(index) => self.boxes.get(index).is_none_or(|one| !one.follows),
                _ => true,
            });
        }
        problems
    }
}

/// An institution as a field holds it: nothing where it is the usual one.
fn letter(institution: Institution, usual: Institution) -> String {
    if institution == usual { String::new() } else { institution.to_string() }
}

/// A whole number as it is typed: digits and nothing else, but for spaces around them.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    let text = text.trim();
    let is_digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // What is too large to be held is above every limit all the same.
    is_digits.then(|| text.parse().unwrap_or(u32::MAX))
}
