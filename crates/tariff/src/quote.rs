//! The quote: prices a project under a price list, line by line, with the reasons.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::batch::{Batch, batch, beneficiaries, reduced};
use super::line::line;
use super::notice::{Notice, notices_on};
use super::validation::validate;
use super::vat::{VatAmounts, vat_of};
use super::{
    Beneficiary, Charge, Choice, Chosen, Institution, Item, Line, Money, PriceList, Pricing, Project,
    ProjectOption, Reduction, Refusal, When,
};

/// The price of a project, line by line, with the reasons. It borrows its texts from the price list.
#[derive(Clone, Debug)]
pub struct Quote<'list> {
    /// The list that it was computed with.
    pub list: &'list PriceList,
    /// The first day of the project.
    pub start: NaiveDate,
    /// The last day of the project.
    pub end: NaiveDate,
    /// How many months it lasts.
    pub months: u32,
    /// Charges and reductions, in the list's order, each reduction after what it reduces.
    pub lines: Vec<Line<'list>>,
    /// The charges on request, which the total does not include.
    pub on_request: Vec<Unpriced<'list>>,
    /// The options with a public price that were not chosen.
    pub not_included: Vec<NotIncluded<'list>>,
    /// Notices to the reader.
    pub notices: Vec<Notice<'list>>,
    /// The sum of the lines.
    pub total: Money,
    /// The total divided by the users, rounded to the cent.
    pub total_per_user: Money,
    /// The tax, where the list states its VAT status.
    pub vat: Option<VatAmounts>,
}

/// A charge on request that applies to the project.
#[derive(Clone, Copy, Debug)]
pub struct Unpriced<'list> {
    /// The charge.
    pub charge: &'list Charge,
    /// How many of what it counts.
    pub quantity: u32,
    /// The institution that will pay it.
    pub funder: Institution,
}

/// An option that was not chosen, and its price.
#[derive(Clone, Copy, Debug)]
pub struct NotIncluded<'list> {
    /// The option.
    pub option: &'list ProjectOption,
    /// The amount that it would add to the total.
    pub would_add: Money,
}

/// Prices a project under a price list.
///
/// A pure function: the same list and the same project give the same quote, on any day, in any language.
///
/// # Errors
///
/// A [`Refusal`] with every invalid field of the project.
///
/// ```
/// use tariff::{PriceList, Project, quote};
///
/// let list = PriceList::from_json(include_str!("../../../public/price-lists/pmsi.json")).unwrap();
/// let project = Project::from_json(r#"{
///     "offer": "pmsi", "start": "2026-01-01", "months": 6, "users": 4, "configuration": "vm1",
///     "access_points": [{ "months": 6 }]
/// }"#).unwrap();
/// let quote = quote(&list, &project).unwrap();
/// assert_eq!(quote.total.to_string(), "2454.00");
/// assert_eq!(quote.total_per_user.to_string(), "613.50");
/// ```
pub fn quote<'list>(list: &'list PriceList, project: &Project) -> Result<Quote<'list>, Refusal> {
    let terms = validate(list, project)?;
    let mut lines = Vec::with_capacity(list.charges.len());
    let mut on_request = Vec::new();
    let mut notices = Vec::new();
    let mut batches = Vec::new();
    for charge in list.charges_of(project.offer).filter(|charge| applies(charge, project)) {
        batch(list, charge, project, &mut batches);
        if matches!(charge.price, Pricing::OnRequest) {
            on_request.extend(unpriced(charge, &batches));
            continue;
        }
        price(list, charge, project, &batches, &mut lines)?;
        for reduction in granted(list, charge, project) {
            match (batches.is_empty(), reduction.for_each) {
                (false, _) => notices.push(Notice::ReductionCondition(reduction)),
                (true, Beneficiary::Student) => notices.push(Notice::ReductionToConfirm(reduction)),
                // Nothing is charged, so there is nothing to reduce.
                (true, Beneficiary::Unit) => {}
            }
        }
    }
    let total = sum(lines.iter().map(|line| line.amount))?;
    let total_per_user = total.mul_ratio(1, project.users).ok_or(Refusal::TooLarge)?;
    notices.extend(notices_on(list, project, terms, &lines));
    Ok(Quote {
        list,
        start: project.start,
        months: project.months,
        end: last_day(project.start, project.months).ok_or(Refusal::TooLarge)?,
        not_included: not_included(list, project)?,
        vat: vat_of(list, total)?,
        lines,
        on_request,
        notices,
        total,
        total_per_user,
    })
}

/// The quantities of a charge on request, by funder.
fn unpriced<'list>(charge: &'list Charge, batches: &[Batch]) -> Vec<Unpriced<'list>> {
    let mut unpriced: Vec<Unpriced<'list>> = Vec::new();
    for Batch { ranks, funder, .. } in batches {
        let quantity = ranks.end - ranks.start;
        match unpriced.iter_mut().find(|one| one.funder == *funder) {
            Some(one) => one.quantity += quantity,
            None => unpriced.push(Unpriced { charge, quantity, funder: *funder }),
        }
    }
    unpriced
}

fn applies(charge: &Charge, project: &Project) -> bool {
    match &charge.when {
        None => true,
        Some(When::Configuration(id)) => project.configuration == *id,
        Some(When::Option(id)) => project.options.contains_key(id),
        Some(When::Alternative { option, is }) => {
            matches!(project.options.get(option), Some(Chosen::Alternative(chosen)) if chosen == is)
        }
    }
}

/// The reductions of a charge that have a beneficiary in the project.
fn granted<'list>(
    list: &'list PriceList,
    charge: &Charge,
    project: &Project,
) -> impl Iterator<Item = &'list Reduction> {
    let of_charge = list.reductions_of(project.offer).filter(|reduction| reduction.of == charge.id);
    of_charge.filter(|reduction| beneficiaries(reduction, project) > 0)
}

/// Adds the lines of a charge, each reduction after what it reduces.
fn price<'list>(
    list: &'list PriceList,
    charge: &'list Charge,
    project: &Project,
    batches: &[Batch],
    lines: &mut Vec<Line<'list>>,
) -> Result<(), Refusal> {
    for batch in batches {
        lines.push(line(Item::Charge(charge), batch)?);
    }
    for reduction in granted(list, charge, project) {
        for batch in reduced(reduction, project, batches) {
            lines.push(line(Item::Reduction(reduction, charge), &batch)?);
        }
    }
    Ok(())
}

fn sum(amounts: impl IntoIterator<Item = Money>) -> Result<Money, Refusal> {
    let sum = amounts.into_iter().try_fold(Money::ZERO, Money::checked_add);
    sum.ok_or(Refusal::TooLarge)
}

/// The yes-or-no options that were not chosen and have a public price.
fn not_included<'list>(
    list: &'list PriceList,
    project: &Project,
) -> Result<Vec<NotIncluded<'list>>, Refusal> {
    let mut not_included = Vec::new();
    let (mut batches, mut lines) = (Vec::new(), Vec::new());
    let left_out = |option: &&ProjectOption| {
        matches!(option.choice, Choice::YesNo) && !project.options.contains_key(&option.id)
    };
    for option in list.options_of(project.offer).filter(left_out) {
        let when_chosen = |charge: &&Charge| {
            let names_it = matches!(&charge.when, Some(When::Option(id)) if *id == option.id);
            names_it && !matches!(charge.price, Pricing::OnRequest)
        };
        lines.clear();
        for charge in list.charges_of(project.offer).filter(when_chosen) {
            batch(list, charge, project, &mut batches);
            price(list, charge, project, &batches, &mut lines)?;
        }
        if !lines.is_empty() {
            let would_add = sum(lines.iter().map(|line| line.amount))?;
            not_included.push(NotIncluded { option, would_add });
        }
    }
    Ok(not_included)
}

/// The last day of a term of that many months: the day before the same day of the month that follows
/// it. Where that month is too short to have the day, its own last day: a month from 31 January ends
/// on 28 February.
pub(super) fn last_day(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    let next = start.checked_add_months(Months::new(months))?;
    if next.day() < start.day() { Some(next) } else { next.checked_sub_days(Days::new(1)) }
}
