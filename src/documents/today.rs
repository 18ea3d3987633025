//! What a simulation would cost today, where its price list is no longer in force.

use chrono::NaiveDate;

use crate::tariff::{Id, Money, Offer, PriceBook, PriceList, Project, Quote, Refusal, Words, quote};

/// The same project under the list in force today.
#[derive(Clone, Debug)]
pub struct Today<'book> {
    /// The list in force.
    pub list: &'book PriceList,
    /// What the project costs under it.
    pub quote: Quote<'book>,
    /// By how much the total is higher; negative where it is lower.
    pub difference: Money,
    /// The same in tenths of a percent of the total before, rounded half away from zero; `None` where
    /// that total is zero.
    pub tenths_of_percent: Option<i64>,
    /// What costs something else than before, in the order of the old list, then of the new one.
    pub changes: Vec<Change<'book>>,
}

/// Something that costs something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'book> {
    /// What it is called, in the list in force where that has it.
    pub label: &'book Words,
    /// What it cost.
    pub before: Due,
    /// What it costs today.
    pub after: Due,
}

/// What something costs in a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The quote does not have it.
    Absent,
    /// This much.
    Amount(Money),
    /// A price that only CASD can tell: the total leaves it out.
    OnRequest,
}

/// Why a project has no price today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotToday {
    /// No list is in force for its offer.
    NoList(Offer),
    /// The list in force has no price for it.
    Refused(Refusal),
}

/// What a project costs under the list in force on a day; `None` where that is the list of its quote.
///
/// ```
/// use casd_simulator::documents::today_instead;
/// use casd_simulator::{number, published};
///
/// let book = published::price_book();
/// let today = "2026-11-21".parse().unwrap();
/// let archived = book.by_id("casd-2018").unwrap();
/// let number = number::issue(archived, &archived.examples[0].project, today).unwrap();
/// let opened = number::open(book, number.as_str()).unwrap();
///
/// let today = today_instead(book, &opened.project, &opened.quote, today).unwrap().unwrap();
/// assert_eq!(today.list.id.as_str(), "casd-2020");
/// assert_eq!(opened.quote.total.checked_add(today.difference), Some(today.quote.total));
/// ```
pub fn today_instead<'book>(
    book: &'book PriceBook,
    project: &Project,
    quoted: &Quote<'book>,
    today: NaiveDate,
) -> Option<Result<Today<'book>, NotToday>> {
    let list = book.in_force(project.offer, today);
    if list.is_some_and(|list| list.serial == quoted.list.serial) {
        return None;
    }
    Some(list.ok_or(NotToday::NoList(project.offer)).and_then(|list| under(list, project, quoted)))
}

fn under<'book>(
    list: &'book PriceList,
    project: &Project,
    quoted: &Quote<'book>,
) -> Result<Today<'book>, NotToday> {
    let quote = quote(list, project).map_err(NotToday::Refused)?;
    let before = quoted.total;
    let difference = quote.total.checked_add(before.negated());
    let difference = difference.ok_or(NotToday::Refused(Refusal::TooLarge))?;
    let changes = changes(quoted, &quote);
    Ok(Today { list, tenths_of_percent: tenths_of_percent(difference, before), quote, difference, changes })
}

/// A part of a whole in tenths of a percent, rounded half away from zero.
fn tenths_of_percent(part: Money, whole: Money) -> Option<i64> {
    let (part, whole) = (part.cents().checked_mul(2_000)?, whole.cents());
    let away_from_zero = if part < 0 { -whole } else { whole };
    part.checked_add(away_from_zero)?.checked_div(whole.checked_mul(2)?)
}

fn changes<'book>(before: &Quote<'book>, after: &Quote<'book>) -> Vec<Change<'book>> {
    let (old, new) = (dues(before), dues(after));
    let of = |dues: &[Named<'book>], id: &Id| dues.iter().find(|named| named.id == id).copied();
    let kept_or_gone = old.iter().map(|named| (Some(*named), of(&new, named.id)));
    let added = new.iter().filter(|named| of(&old, named.id).is_none()).map(|named| (None, Some(*named)));
    let both = kept_or_gone.chain(added).filter_map(|(before, after)| {
        let label = after.or(before)?.label;
        let due = |named: Option<Named<'_>>| named.map_or(Due::Absent, |named| named.due);
        Some(Change { label, before: due(before), after: due(after) })
    });
    both.filter(|change| change.before != change.after).collect()
}

#[derive(Clone, Copy)]
struct Named<'book> {
    id: &'book Id,
    label: &'book Words,
    due: Due,
}

/// What a quote says of each charge and reduction. SD-Boxes rented for different times are several
/// lines of one charge: their sum is compared.
fn dues<'book>(quote: &Quote<'book>) -> Vec<Named<'book>> {
    let mut dues: Vec<Named<'book>> = Vec::new();
    for line in &quote.lines {
        let (id, label) = (line.item.id(), line.item.label());
        match dues.iter_mut().find(|named| named.id == id) {
            // A quote whose lines have a sum has the sums of some of them.
            Some(Named { due: Due::Amount(sum), .. }) => *sum = sum.checked_add(line.amount).unwrap_or(*sum),
            _ => dues.push(Named { id, label, due: Due::Amount(line.amount) }),
        }
    }
    let unpriced = quote.on_request.iter().map(|unpriced| unpriced.charge);
    dues.extend(unpriced.map(|charge| Named { id: &charge.id, label: &charge.label, due: Due::OnRequest }));
    dues
}
