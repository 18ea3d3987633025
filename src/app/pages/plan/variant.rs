//! A variant of a project: a form of its own, which starts as another's and is then changed.

use chrono::NaiveDate;

use crate::app::Draft;
use crate::app::draft::{EntryProblem, ProblemKind, whole_number};
use crate::price_lists::price_book;
use tariff::number::{self, OpenError, Opened, open};
use tariff::{Field, PriceList, Project, Quote};

/// A variant.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Tells it from the others while they come and go.
    pub key: u32,
    /// What stands in its form.
    pub draft: Draft,
    /// The number of SD-Boxes, as typed.
    pub boxes: String,
    /// What it is priced with.
    pub list: &'static PriceList,
    /// Its last number: that of the form, unless the form is wrong.
    pub number: String,
}

impl Variant {
    /// The variant of a number.
    pub fn of_number(key: u32, typed: &str) -> Result<Variant, OpenError> {
        open(price_book(), typed).map(|opened| Variant::of(key, &opened))
    }

    /// The variant of a simulation.
    pub fn of(key: u32, opened: &Opened<'static>) -> Variant {
        Variant {
            key,
            draft: Draft::of(&opened.project, opened.list),
            boxes: opened.project.access_points.len().to_string(),
            list: opened.list,
            number: opened.number.as_str().into(),
        }
    }

    /// The same as another variant, at the prices of today.
    pub fn duplicate(&self, key: u32, today: NaiveDate) -> Variant {
        let list = price_book().in_force(self.draft.offer, today).unwrap_or(self.list);
        let mut copy = Variant { key, list, ..self.clone() };
        copy.change(today, |_| ());
        copy
    }

    /// Whether it can be changed: not where its list is not the one in force.
    pub fn is_open_to_changes(&self, today: NaiveDate) -> bool {
        price_book().in_force(self.draft.offer, today).is_some_and(|list| list.serial == self.list.serial)
    }

    /// Changes the form, and the number with it.
    pub fn change(&mut self, today: NaiveDate, change: impl FnOnce(&mut Variant)) {
        change(self);
        if let Ok((project, _)) = self.quote()
            && let Ok(number) = number::issue(self.list, &project, today)
        {
            self.number = number.as_str().into();
        }
    }

    /// Has so many SD-Boxes: those that are added last as long as the project, and the last ones go first.
    pub fn set_boxes(&mut self, typed: String) {
        // One more than can be, so that the tariff says how many can.
        let most = Project::MAX_ACCESS_POINTS as usize + 1;
        if let Some(count) = whole_number(&typed).map(|count| most.min(count as usize)) {
            self.draft.boxes.truncate(count);
            while self.draft.boxes.len() < count {
                self.draft.add_box();
            }
        }
        self.boxes = typed;
    }

    /// What it costs, or what is wrong with its entries.
    pub fn quote(&self) -> Result<(Project, Quote<'static>), Vec<EntryProblem>> {
        let misread = whole_number(&self.boxes).is_none();
        let boxes = || EntryProblem { field: Field::AccessPoints, why: ProblemKind::Misread };
        match self.draft.quote(self.list) {
            Ok(_) if misread => Err(vec![boxes()]),
            Err(problems) if misread => Err([boxes()].into_iter().chain(problems).collect()),
            answer => answer,
        }
    }

    /// What is wrong with an entry.
    pub fn problem_with(&self, field: &Field) -> Option<ProblemKind> {
        let problems = self.quote().err().unwrap_or_default();
        problems.iter().find(|problem| problem.field == *field).map(|problem| problem.why)
    }
}
