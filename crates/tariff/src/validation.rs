//! Validation of a project against a price list: the error of every invalid field.

use core::fmt;

use chrono::Datelike;

use super::{Choice, Chosen, Id, Offer, PriceList, Project, ProjectOption, Quantities, Terms};

/// Why a project has no quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The list does not serve the offer.
    NotServed(Offer),
    /// The offer has no public prices: its answer is a contact.
    ByContact(Offer),
    /// Fields of the project are invalid; there is at least one.
    Entries(Vec<Problem>),
    /// The total is larger than [`Money`](super::Money) can represent. The limits make this impossible for a valid list.
    TooLarge,
}

/// An invalid field of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub field: Field,
    /// Its error.
    pub error: EntryError,
}

/// A field of a project, in the order of the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// `start`
    Start,
    /// `months`
    Months,
    /// `users`
    Users,
    /// `students`
    Students,
    /// `configuration`
    Configuration,
    /// `access_points`, as a whole
    AccessPoints,
    /// `access_points[n].months`, counted from 0
    AccessPointMonths(usize),
    /// `options`, the one of that id
    Option(Id),
}

/// The error of an invalid field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// Less than the least.
    AtLeast(u32),
    /// More than the most.
    AtMost(u32),
    /// Not a multiple of this.
    MultipleOf(u32),
    /// Shorter than the minimum term of a new project, and not a renewal.
    UnderMinimumTerm(u32),
    /// More students than users.
    MoreStudentsThanUsers,
    /// A year out of [`Project::START_YEARS`].
    YearOutOfRange,
    /// Not in this list for this offer.
    Unknown,
    /// The value has another type than the option: `true` for a quantity, for instance.
    ChosenInAnotherWay,
}

impl core::error::Error for Refusal {}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotServed(offer) => write!(f, "the list does not serve the offer `{}`", offer.name()),
            Refusal::ByContact(offer) => {
                write!(f, "the offer `{}` has no public prices: write to its contact", offer.name())
            }
            Refusal::Entries(problems) => {
                for (index, problem) in problems.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "; " };
                    write!(f, "{separator}{problem}")?;
                }
                Ok(())
            }
            Refusal::TooLarge => f.write_str("the total is too large to be computed exactly"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.error)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Field::Start => f.write_str("start"),
            Field::Months => f.write_str("months"),
            Field::Users => f.write_str("users"),
            Field::Students => f.write_str("students"),
            Field::Configuration => f.write_str("configuration"),
            Field::AccessPoints => f.write_str("access_points"),
            Field::AccessPointMonths(index) => write!(f, "access_points[{index}].months"),
            Field::Option(id) => write!(f, "options.{id}"),
        }
    }
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryError::AtLeast(least) => write!(f, "must be at least {least}"),
            EntryError::AtMost(most) => write!(f, "must be at most {most}"),
            EntryError::MultipleOf(step) => write!(f, "must be a multiple of {step}"),
            EntryError::UnderMinimumTerm(months) => {
                write!(f, "must be at least {months} for a new project; only a renewal may be shorter")
            }
            EntryError::MoreStudentsThanUsers => f.write_str("cannot be more than the users"),
            EntryError::YearOutOfRange => {
                let years = Project::START_YEARS;
                write!(f, "must be in the years {} to {}", years.start(), years.end())
            }
            EntryError::Unknown => f.write_str("is not in this price list for this offer"),
            EntryError::ChosenInAnotherWay => f.write_str(
                "is chosen in another way: true, the id of an alternative, or a quantity, as the list says",
            ),
        }
    }
}

/// Validates a project against a price list: the terms of its offer, or every invalid field.
pub(super) fn validate<'list>(list: &'list PriceList, project: &Project) -> Result<&'list Terms, Refusal> {
    let offer = project.offer;
    let served = list.offer(offer).ok_or(Refusal::NotServed(offer))?;
    let terms = served.terms.as_ref().ok_or(Refusal::ByContact(offer))?;

    let mut problems = Vec::new();
    let mut report = |field: Field, error: Option<EntryError>| {
        problems.extend(error.map(|error| Problem { field, error }));
    };
    let year_fits = Project::START_YEARS.contains(&project.start.year());
    report(Field::Start, (!year_fits).then_some(EntryError::YearOutOfRange));
    report(Field::Months, months_error(project, terms.months));
    report(Field::Users, quantity_error(project.users, terms.users, 1, Project::MAX_USERS));
    let too_many_students = project.students > project.users;
    report(Field::Students, too_many_students.then_some(EntryError::MoreStudentsThanUsers));
    let configured = list.configurations_of(offer).any(|c| c.id == project.configuration);
    report(Field::Configuration, (!configured).then_some(EntryError::Unknown));
    let boxes = u32::try_from(project.access_points.len()).unwrap_or(u32::MAX);
    report(Field::AccessPoints, quantity_error(boxes, terms.sd_boxes, 0, Project::MAX_ACCESS_POINTS));
    for (index, access_point) in project.access_points.iter().enumerate() {
        let error = quantity_error(access_point.months, Quantities::default(), 1, Project::MAX_MONTHS);
        report(Field::AccessPointMonths(index), error);
    }
    for option in list.options_of(offer) {
        let error = project.options.get(&option.id).and_then(|chosen| option_error(option, chosen));
        // An id is copied only where there is an error: most quotes have none.
        if error.is_some() {
            report(Field::Option(option.id.clone()), error);
        }
    }
    for id in project.options.keys() {
        if !list.options_of(offer).any(|option| option.id == *id) {
            report(Field::Option(id.clone()), Some(EntryError::Unknown));
        }
    }
    if problems.is_empty() { Ok(terms) } else { Err(Refusal::Entries(problems)) }
}

fn months_error(project: &Project, stated: Quantities) -> Option<EntryError> {
    let under_minimum = stated.minimum.filter(|minimum| project.months < *minimum && !project.renewal);
    match under_minimum {
        Some(minimum) if project.months > 0 => Some(EntryError::UnderMinimumTerm(minimum)),
        _ => quantity_error(project.months, Quantities { minimum: None, ..stated }, 1, Project::MAX_MONTHS),
    }
}

fn quantity_error(quantity: u32, stated: Quantities, least: u32, most: u32) -> Option<EntryError> {
    let least = stated.minimum.unwrap_or(least);
    let most = stated.maximum.unwrap_or(most);
    if quantity < least {
        Some(EntryError::AtLeast(least))
    } else if quantity > most {
        Some(EntryError::AtMost(most))
    } else {
        stated.multiple_of.filter(|step| !quantity.is_multiple_of(*step)).map(EntryError::MultipleOf)
    }
}

fn option_error(option: &ProjectOption, chosen: &Chosen) -> Option<EntryError> {
    match (&option.choice, chosen) {
        (Choice::YesNo, Chosen::Yes) => None,
        (Choice::OneOf(alternatives), Chosen::Alternative(chosen)) => {
            let known = alternatives.iter().any(|alternative| alternative.id == *chosen);
            (!known).then_some(EntryError::Unknown)
        }
        (Choice::Counted(counted), Chosen::Quantity(quantity)) => {
            quantity_error(*quantity, Quantities::default(), 1, counted.maximum)
        }
        _ => Some(EntryError::ChosenInAnotherWay),
    }
}
