//! The budget by calendar year and by twelve-month term as JSON data.

use std::collections::BTreeMap;

use serde::Serialize;

use tariff::{Budget, BudgetPeriod, Institution, Money, Quote, iso_day};

/// The budget by calendar year and by twelve-month term. Each of the two adds up to the total.
#[derive(Debug, Serialize)]
pub(super) struct BudgetData {
    by_calendar_year: Vec<PeriodData>,
    by_term: Vec<PeriodData>,
}

#[derive(Debug, Serialize)]
struct PeriodData {
    from: String,
    until: String,
    months: u32,
    total: Money,
    /// Amounts by institution letter, for all institutions that pay anything.
    amounts: BTreeMap<Institution, Money>,
}

impl BudgetData {
    pub fn new(quote: &Quote<'_>) -> BudgetData {
        BudgetData {
            by_calendar_year: periods(&quote.budget_by_year()),
            by_term: periods(&quote.budget_by_term()),
        }
    }
}

fn periods(budget: &Budget) -> Vec<PeriodData> {
    let period = |period: &BudgetPeriod| PeriodData {
        from: iso_day(period.from),
        until: iso_day(period.until),
        months: period.months,
        total: period.total,
        amounts: budget.funders.iter().copied().zip(period.amounts.iter().copied()).collect(),
    };
    budget.periods.iter().map(period).collect()
}
