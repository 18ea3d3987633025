//! Budgets: a quote split by calendar year or by term of twelve months, and by funder.
//!
//! A month belongs whole to the year in which it starts. What is due once is due at the start, and what is
//! due for a term of months, when that term starts.

use chrono::{Datelike, Months, NaiveDate};

use super::quote::last_day;
use super::{Every, Institution, Line, Money, Quote};

/// A quote by calendar years or by terms of twelve months. There are no gaps: a period in which nothing is due
/// is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The funders: the columns, the project's funder first.
    pub funders: Vec<Institution>,
    /// The periods, one after the other: the rows.
    pub periods: Vec<BudgetPeriod>,
    /// The total of each funder, in their order.
    pub subtotals: Vec<Money>,
    /// The quote's total.
    pub total: Money,
}

/// A calendar year, or a term of twelve months, and the amounts due in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetPeriod {
    /// The first day of its first month.
    pub from: NaiveDate,
    /// The last day of its last month: the day before the next period.
    pub until: NaiveDate,
    /// How many months start in it: of the project, or of an SD-Box that is rented for longer.
    pub months: u32,
    /// The amount of each funder in this period, in their order.
    pub amounts: Vec<Money>,
    /// The sum of these amounts.
    pub total: Money,
}

/// How long a term is.
const TERM: u32 = 12;

impl Quote<'_> {
    /// The budget by calendar year.
    ///
    /// ```
    /// use tariff::{PriceList, quote};
    ///
    /// let list = PriceList::from_json(include_str!("../../../public/price-lists/casd-2020.json")).unwrap();
    /// let quote = quote(&list, &list.examples[0].project).unwrap();
    /// let years = quote.budget_by_year().periods.into_iter();
    /// let years: Vec<_> = years.map(|year| (year.months, year.total.to_string())).collect();
    /// assert_eq!(years, [(5, "1975.00".into()), (7, "2765.00".into())]);
    /// ```
    pub fn budget_by_year(&self) -> Budget {
        self.budget(|month| (self.month(month).year() - self.start.year()) as usize)
    }

    /// The budget by terms of twelve months from the start.
    pub fn budget_by_term(&self) -> Budget {
        self.budget(|month| (month / TERM) as usize)
    }

    /// The day on which a month starts, counted from 0.
    fn month(&self, month: u32) -> NaiveDate {
        // Months of quotes are few: their starts are within the range of a date.
        self.start.checked_add_months(Months::new(month)).unwrap_or(self.start)
    }

    /// The last day of a period, given its last month, counted from 0.
    fn last_day_of(&self, month: u32, months: u32) -> NaiveDate {
        if month + 1 == months {
            return last_day(self.start, months).unwrap_or(self.end);
        }
        let next = self.month(month + 1);
        next.pred_opt().unwrap_or(next)
    }

    /// The periods, with nothing due in them yet.
    fn empty_periods(&self, period_of: &impl Fn(u32) -> usize, funders: usize) -> Vec<BudgetPeriod> {
        let months = self.lines.iter().map(|line| line.months).fold(self.months, u32::max);
        let mut periods: Vec<BudgetPeriod> = Vec::new();
        for month in 0..months {
            let until = self.last_day_of(month, months);
            // Months follow one another, and so do the periods that they belong to.
            match periods.get_mut(period_of(month)) {
                Some(period) => {
                    period.months += 1;
                    period.until = until;
                }
                None => periods.push(BudgetPeriod {
                    from: self.month(month),
                    until,
                    months: 1,
                    amounts: vec![Money::ZERO; funders],
                    total: Money::ZERO,
                }),
            }
        }
        periods
    }

    fn budget(&self, period_of: impl Fn(u32) -> usize) -> Budget {
        let funders = self.funders();
        let mut periods = self.empty_periods(&period_of, funders.len());
        for line in &self.lines {
            let funder = funders.iter().position(|funder| *funder == line.funder);
            for (month, amount) in instalments(line) {
                let period = periods.get_mut(period_of(month));
                if let (Some(period), Some(funder)) = (period, funder) {
                    period.amounts[funder] = plus(period.amounts[funder], amount);
                    period.total = plus(period.total, amount);
                }
            }
        }
        let subtotals = funders.iter().map(|funder| self.subtotal_of(*funder)).collect();
        Budget { funders, periods, subtotals, total: self.total }
    }
}

/// The instalments of a line, each with the month it is due in, counted from 0. They add up to the line: a
/// fraction of a cent is carried to the next.
fn instalments(line: &Line<'_>) -> impl Iterator<Item = (u32, Money)> {
    let (amount, count) = (line.amount, line.periods.count);
    let months = match line.periods.every {
        Every::Once | Every::Month => 1,
        Every::TermOfMonths(months) => months,
    };
    // A part of an amount is smaller than the amount, which was computed.
    let due_until = move |period| amount.mul_ratio(period, count).unwrap_or(amount);
    (0..count).map(move |period| {
        let due = due_until(period + 1).cents() - due_until(period).cents();
        (period * months, Money::from_cents(due))
    })
}

fn plus(one: Money, other: Money) -> Money {
    // Parts of a total that was computed.
    one.checked_add(other).unwrap_or(one)
}
