//! The budget chart: one bar for each year or term, stacked by funder.

use super::rows::{self, Row, Segment};
use super::{Length, Plot, Role};
use tariff::{Budget, BudgetPeriod, Money};

/// The chart of a budget: one bar for each period, stacked by funder in the order of the columns, with the
/// period's name above it and its total at the right.
///
/// A segment's series is its funder's column. It contains the funder's letter if there is room; a table beside
/// the chart has to name the funders. The caller supplies the texts of periods and amounts; `width` is the
/// chart's, in units.
///
/// ```
/// use casd_simulator::plots::{Mark, Role, budget};
/// use tariff::{PriceList, quote};
///
/// let list = PriceList::from_json(include_str!("../../public/price-lists/casd-2020.json")).unwrap();
/// let quote = quote(&list, &list.examples[0].project).unwrap();
/// let year = |_, period: &tariff::BudgetPeriod| period.from.to_string();
/// let plot = budget(&quote.budget_by_year(), &year, &|amount| amount.to_string(), 320);
/// let bars = plot.marks.iter().filter(|mark| matches!(mark, Mark::Rectangle { role: Role::Bar(0), .. }));
/// assert_eq!(bars.count(), 2);
/// ```
pub fn budget(
    budget: &Budget,
    label: &dyn Fn(usize, &BudgetPeriod) -> String,
    value: &dyn Fn(Money) -> String,
    width: u16,
) -> Plot {
    let row = |(index, period): (usize, &BudgetPeriod)| Row {
        label: label(index, period),
        value: value(period.total),
        segments: segments(budget, period),
    };
    rows::plot(budget.periods.iter().enumerate().map(row).collect(), Length::units(width.into()))
}

fn segments(budget: &Budget, period: &BudgetPeriod) -> Vec<Segment> {
    let columns = (0..).zip(&budget.funders).zip(&period.amounts);
    let paying = columns.filter(|(_, amount)| **amount != Money::ZERO);
    let segment = |((series, funder), amount): ((u32, &tariff::Institution), &Money)| Segment {
        role: Role::Bar(series),
        amount: *amount,
        letter: Some((Role::Letter(series), funder.to_string())),
    };
    paying.map(segment).collect()
}
