//! The budget rows of the CSV export, in long form for pivot tables and `SUMIF`.

use crate::export::Simulation;
use crate::export::csv_table::{Cell, CsvTable};
use crate::i18n::{funder, term_name};
use chrono::Datelike;
use tariff::{Budget, BudgetPeriod, Institution, Money, Payer};

/// Writes both budgets in the long form: a row for each period and each institution that pays in it, its
/// amount in the column of all amounts.
///
/// There are no subtotal rows, so nothing is added twice: the rows with the same first cell add up to the
/// total, those of one institution to its purchase order. Institutions that pay
/// nothing in a period have no row there, except for the project's funder, so that no period is missing.
pub(super) fn budgets(table: &mut CsvTable, simulation: &Simulation<'_>) -> Result<(), csv::Error> {
    let (lang, quote) = (simulation.lang, &simulation.opened.quote);
    let (page, files) = (lang.page(), lang.files());
    let headings = [
        files.budget,
        files.budget_period,
        files.first_day,
        files.last_day,
        files.budget_months,
        files.institution,
        page.amount,
        files.currency,
    ];
    table.row(headings.map(Cell::text))?;
    rows(table, simulation, files.budget_by_year, &quote.budget_by_year(), |_, year| {
        year.from.year().to_string()
    })?;
    rows(table, simulation, files.budget_by_term, &quote.budget_by_term(), |index, _| term_name(lang, index))
}

fn rows(
    table: &mut CsvTable,
    simulation: &Simulation<'_>,
    budget_by: &str,
    budget: &Budget,
    called: impl Fn(usize, &BudgetPeriod) -> String,
) -> Result<(), csv::Error> {
    let currency = simulation.opened.list.currency.code();
    for (index, period) in budget.periods.iter().enumerate() {
        for (funder, amount) in budget.funders.iter().zip(&period.amounts) {
            if *amount == Money::ZERO && *funder != Institution::PROJECT_FUNDER {
                continue;
            }
            table.row([
                Cell::text(budget_by),
                Cell::text(called(index, period)),
                Cell::Day(period.from),
                Cell::Day(period.until),
                Cell::Count(period.months),
                Cell::text(institution(simulation, *funder)),
                Cell::Amount(*amount),
                Cell::text(currency),
            ])?;
        }
    }
    Ok(())
}

fn institution(Simulation { lang, names, .. }: &Simulation<'_>, institution: Institution) -> String {
    match names.is_told(institution) {
        true => names.label(institution),
        false => funder(*lang, Payer::ProjectFunder).into(),
    }
}
