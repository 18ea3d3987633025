//! Repricing: what a project costs under the price list in force today, and how two quotes of it differ.

use chrono::NaiveDate;

use super::{Id, Money, Offer, PriceBook, PriceList, Project, Quote, Refusal, Words, quote};

/// A project repriced under the list in force today.
#[derive(Clone, Debug)]
pub struct Repriced<'book> {
    /// The list in force.
    pub list: &'book PriceList,
    /// The quote of the project under it.
    pub quote: Quote<'book>,
    /// The difference of the totals; negative where the new one is lower.
    pub difference: Money,
    /// The same in tenths of a percent of the total before, rounded half away from zero; `None` where
    /// that total is zero.
    pub tenths_of_percent: Option<i64>,
    /// The charges and reductions whose cost changed, in the order of the old list, then of the new one.
    pub changes: Vec<Change<'book>>,
}

/// The difference between two quotes of a project.
#[derive(Clone, Debug)]
pub struct Difference<'book> {
    /// The difference of the totals; negative where the new one is lower.
    pub amount: Money,
    /// The same in tenths of a percent of the total before, rounded half away from zero; `None` where
    /// that total is zero.
    pub tenths_of_percent: Option<i64>,
    /// The charges and reductions whose cost changed, in the order of the first list, then of the second.
    pub changes: Vec<Change<'book>>,
}

/// A charge or a reduction whose cost changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'book> {
    /// Its label, from the list in force where that has it.
    pub label: &'book Words,
    /// The cost before.
    pub before: Due,
    /// The cost today.
    pub after: Due,
}

/// The cost of a charge or a reduction in a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// It is not in the quote.
    Absent,
    /// An amount.
    Amount(Money),
    /// A price on request, which the total does not include.
    OnRequest,
}

/// Why a project could not be repriced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepriceError {
    /// No list is in force for its offer.
    NoList(Offer),
    /// The list in force refuses it.
    Refused(Refusal),
}

/// Reprices a project under the list in force on a day; `None` where that is the list of its quote.
///
/// ```
/// use tariff::{PriceBook, PriceList, number, reprice_today};
///
/// let lists = [
///     include_str!("../../../public/price-lists/casd-2018.json"),
///     include_str!("../../../public/price-lists/casd-2020.json"),
/// ];
/// let book = PriceBook::new(lists.map(|json| PriceList::from_json(json).unwrap()).into()).unwrap();
/// let today = "2026-11-21".parse().unwrap();
/// let archived = book.by_id("casd-2018").unwrap();
/// let number = number::issue(archived, &archived.examples[0].project, today).unwrap();
/// let opened = number::open(&book, number.as_str()).unwrap();
///
/// let today = reprice_today(&book, &opened.project, &opened.quote, today).unwrap().unwrap();
/// assert_eq!(today.list.id.as_str(), "casd-2020");
/// assert_eq!(opened.quote.total.checked_add(today.difference), Some(today.quote.total));
/// ```
pub fn reprice_today<'book>(
    book: &'book PriceBook,
    project: &Project,
    quoted: &Quote<'book>,
    today: NaiveDate,
) -> Option<Result<Repriced<'book>, RepriceError>> {
    let list = book.in_force(project.offer, today);
    if list.is_some_and(|list| list.serial == quoted.list.serial) {
        return None;
    }
    Some(list.ok_or(RepriceError::NoList(project.offer)).and_then(|list| under(list, project, quoted)))
}

fn under<'book>(
    list: &'book PriceList,
    project: &Project,
    quoted: &Quote<'book>,
) -> Result<Repriced<'book>, RepriceError> {
    let quote = quote(list, project).map_err(RepriceError::Refused)?;
    let Difference { amount, tenths_of_percent, changes } =
        difference(quoted, &quote).ok_or(RepriceError::Refused(Refusal::TooLarge))?;
    Ok(Repriced { list, quote, difference: amount, tenths_of_percent, changes })
}

/// The difference between a quote and an earlier one of the same project; `None` on overflow, which quotes of
/// valid lists never cause.
pub fn difference<'book>(before: &Quote<'book>, after: &Quote<'book>) -> Option<Difference<'book>> {
    let amount = after.total.checked_add(before.total.negated())?;
    Some(Difference {
        amount,
        tenths_of_percent: tenths_of_percent(amount, before.total),
        changes: changes(before, after),
    })
}

/// A share of a whole in tenths of a percent, rounded half away from zero.
pub(super) fn tenths_of_percent(part: Money, whole: Money) -> Option<i64> {
    let (part, whole) = (part.cents().checked_mul(2_000)?, whole.cents());
    let away_from_zero = if part < 0 { -whole } else { whole };
    part.checked_add(away_from_zero)?.checked_div(whole.checked_mul(2)?)
}

fn changes<'book>(before: &Quote<'book>, after: &Quote<'book>) -> Vec<Change<'book>> {
    let mut seen: Vec<&Id> = Vec::new();
    let mut changes = Vec::new();
    for (id, label) in named(before).chain(named(after)) {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let change = Change {
            label: named(after).find(|(other, _)| *other == id).map_or(label, |(_, label)| label),
            before: due(before, id),
            after: due(after, id),
        };
        if change.before != change.after {
            changes.push(change);
        }
    }
    changes
}

/// The ids and labels of the charges and reductions of a quote.
fn named<'book>(quote: &Quote<'book>) -> impl Iterator<Item = (&'book Id, &'book Words)> {
    let lines = quote.lines.iter().map(|line| (line.item.id(), line.item.label()));
    lines.chain(quote.on_request.iter().map(|unpriced| (&unpriced.charge.id, &unpriced.charge.label)))
}

/// The cost of a charge or a reduction in a quote. SD-Boxes rented for different times are several lines
/// of one charge: their sum is compared.
fn due(quote: &Quote<'_>, id: &Id) -> Due {
    if quote.on_request.iter().any(|unpriced| unpriced.charge.id == *id) {
        return Due::OnRequest;
    }
    let mut due = Due::Absent;
    for line in quote.lines.iter().filter(|line| line.item.id() == id) {
        due = match due {
            // A quote whose lines have a sum has the sums of some of them.
            Due::Amount(sum) => Due::Amount(sum.checked_add(line.amount).unwrap_or(sum)),
            _ => Due::Amount(line.amount),
        };
    }
    due
}
