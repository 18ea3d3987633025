//! The door: whether a project is one that a list can price, and if not, what is wrong in which field.

use core::fmt;

use chrono::Datelike;

use super::{Choice, Chosen, Id, Offer, PriceList, Project, ProjectOption, Quantities, Terms};

/// Why there is no quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The list does not serve the offer.
    NotServed(Offer),
    /// The offer has no public prices: its answer is a contact.
    ByContact(Offer),
    /// Entries of the project are wrong; there is at least one.
    Entries(Vec<Problem>),
    /// The total is larger than an amount holds. The limits make this impossible for a sound list.
    TooLarge,
}

/// Something wrong with one entry of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The entry.
    pub field: Field,
    /// What is wrong with it.
    pub fault: EntryFault,
}

/// An entry of a project, in the order of the form.
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

/// What can be wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryFault {
    /// Less than the least.
    AtLeast(u32),
    /// More than the most.
    AtMost(u32),
    /// Not a multiple of this.
    MultipleOf(u32),
    /// Shorter than a new project must be, and not said to be a renewal.
    UnderMinimumTerm(u32),
    /// More students than users.
    MoreStudentsThanUsers,
    /// A year out of [`Project::START_YEARS`].
    YearOutOfRange,
    /// Not something that this list has for this offer.
    Unknown,
    /// The option is not chosen in this way: `true` for a quantity, for instance.
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
        write!(f, "{}: {}", self.field, self.fault)
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

impl fmt::Display for EntryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryFault::AtLeast(least) => write!(f, "must be at least {least}"),
            EntryFault::AtMost(most) => write!(f, "must be at most {most}"),
            EntryFault::MultipleOf(step) => write!(f, "must be a multiple of {step}"),
            EntryFault::UnderMinimumTerm(months) => {
                write!(f, "must be at least {months} for a new project; only a renewal may be shorter")
            }
            EntryFault::MoreStudentsThanUsers => f.write_str("cannot be more than the users"),
            EntryFault::YearOutOfRange => {
                let years = Project::START_YEARS;
                write!(f, "must be in the years {} to {}", years.start(), years.end())
            }
            EntryFault::Unknown => f.write_str("is not in this price list for this offer"),
            EntryFault::ChosenInAnotherWay => f.write_str(
                "is chosen in another way: true, the id of an alternative, or a quantity, as the list says",
            ),
        }
    }
}

/// Lets a project in, with the terms it comes under, or says everything that is wrong with it.
pub(super) fn admit<'list>(list: &'list PriceList, project: &Project) -> Result<&'list Terms, Refusal> {
    let offer = project.offer;
    let served = list.offer(offer).ok_or(Refusal::NotServed(offer))?;
    let terms = served.terms.as_ref().ok_or(Refusal::ByContact(offer))?;

    let mut problems = Vec::new();
    let mut report = |field: Field, fault: Option<EntryFault>| {
        problems.extend(fault.map(|fault| Problem { field, fault }));
    };
    let year_fits = Project::START_YEARS.contains(&project.start.year());
    report(Field::Start, (!year_fits).then_some(EntryFault::YearOutOfRange));
    report(Field::Months, months_fault(project, terms.months));
    report(Field::Users, quantity_fault(project.users, terms.users, 1, Project::MAX_USERS));
    let too_many_students = project.students > project.users;
    report(Field::Students, too_many_students.then_some(EntryFault::MoreStudentsThanUsers));
    let configured = list.configurations_of(offer).any(|c| c.id == project.configuration);
    report(Field::Configuration, (!configured).then_some(EntryFault::Unknown));
    let boxes = u32::try_from(project.access_points.len()).unwrap_or(u32::MAX);
    report(Field::AccessPoints, quantity_fault(boxes, terms.sd_boxes, 0, Project::MAX_ACCESS_POINTS));
    for (index, access_point) in project.access_points.iter().enumerate() {
        let fault = quantity_fault(access_point.months, Quantities::default(), 1, Project::MAX_MONTHS);
        report(Field::AccessPointMonths(index), fault);
    }
    for option in list.options_of(offer) {
        let fault = project.options.get(&option.id).and_then(|chosen| option_fault(option, chosen));
        // An id is copied only where there is something to say of it: most quotes have nothing.
        if fault.is_some() {
            report(Field::Option(option.id.clone()), fault);
        }
    }
    for id in project.options.keys() {
        if !list.options_of(offer).any(|option| option.id == *id) {
            report(Field::Option(id.clone()), Some(EntryFault::Unknown));
        }
    }
    if problems.is_empty() { Ok(terms) } else { Err(Refusal::Entries(problems)) }
}

fn months_fault(project: &Project, stated: Quantities) -> Option<EntryFault> {
    let under_minimum = stated.minimum.filter(|minimum| project.months < *minimum && !project.renewal);
    match under_minimum {
        Some(minimum) if project.months > 0 => Some(EntryFault::UnderMinimumTerm(minimum)),
        _ => quantity_fault(project.months, Quantities { minimum: None, ..stated }, 1, Project::MAX_MONTHS),
    }
}

fn quantity_fault(quantity: u32, stated: Quantities, least: u32, most: u32) -> Option<EntryFault> {
    let least = stated.minimum.unwrap_or(least);
    let most = stated.maximum.unwrap_or(most);
    if quantity < least {
        Some(EntryFault::AtLeast(least))
    } else if quantity > most {
        Some(EntryFault::AtMost(most))
    } else {
        stated.multiple_of.filter(|step| !quantity.is_multiple_of(*step)).map(EntryFault::MultipleOf)
    }
}

fn option_fault(option: &ProjectOption, chosen: &Chosen) -> Option<EntryFault> {
    match (&option.choice, chosen) {
        (Choice::YesNo, Chosen::Yes) => None,
        (Choice::OneOf(alternatives), Chosen::Alternative(chosen)) => {
            let known = alternatives.iter().any(|alternative| alternative.id == *chosen);
            (!known).then_some(EntryFault::Unknown)
        }
        (Choice::Counted(counted), Chosen::Quantity(quantity)) => {
            quantity_fault(*quantity, Quantities::default(), 1, counted.maximum)
        }
        _ => Some(EntryFault::ChosenInAnotherWay),
    }
}
