//! What falls into each calendar year and into each term of twelve months, and who pays it.

use leptos::prelude::*;

use super::figure::figure;
use super::money;
use super::table::{Row, table};
use crate::app::components::{heading, paragraph};
use crate::app::dom::fragment;
use crate::app::outcome::Snapshot;
use crate::i18n::{Lang, budget_term, budget_year, by_term_described, by_year_described};
use crate::plots;
use tariff::{Budget, BudgetPeriod, Money};

/// Both, as plots and as tables.
pub fn budget(lang: Lang, subject: &Snapshot) -> AnyView {
    let (words, quote) = (lang.plots(), &subject.opened.quote);
    let currency = quote.list.currency;
    let (years, terms) = (quote.budget_by_year(), quote.budget_by_term());
    let year = |_: usize, period: &BudgetPeriod| budget_year(lang, period);
    let term = |index: usize, period: &BudgetPeriod| budget_term(lang, index, period);
    let money = money(subject);
    let plot = |budget: &Budget, label: &dyn Fn(usize, &BudgetPeriod) -> String, title, described: String| {
        figure(lang, title, &described, &|width| plots::budget(budget, label, &|sum| money(sum), width))
    };
    fragment(vec![
        heading(words.over_time),
        paragraph("hint", words.due_help),
        plot(&years, &year, words.by_year, by_year_described(lang, currency, &years)),
        by(lang, subject, words.by_year_table, &years, &year),
        plot(&terms, &term, words.by_term, by_term_described(lang, currency, &terms)),
        by(lang, subject, words.by_term_table, &terms, &term),
    ])
}

fn by(
    lang: Lang,
    subject: &Snapshot,
    caption: &str,
    budget: &Budget,
    label: &dyn Fn(usize, &BudgetPeriod) -> String,
) -> AnyView {
    let words = lang.plots();
    // A single funder's column would say what the total says.
    let funders: Vec<String> = match budget.funders.as_slice() {
        [_] => Vec::new(),
        funders => funders.iter().map(|funder| subject.names.label(*funder)).collect(),
    };
    let cells = |amounts: &[Money], total: Money| {
        let shown = if funders.is_empty() { &[] } else { amounts };
        shown.iter().chain([&total]).map(|sum| money(subject)(*sum)).collect::<Vec<String>>()
    };
    let rows = budget.periods.iter().enumerate().map(|(index, period)| {
        let mut of_row = vec![period.months.to_string()];
        of_row.extend(cells(&period.amounts, period.total));
        Row::new(label(index, period), of_row)
    });
    let months: u32 = budget.periods.iter().map(|period| period.months).sum();
    let mut sum = vec![months.to_string()];
    sum.extend(cells(&budget.subtotals, budget.total));
    let mut columns = vec![words.period, words.months];
    columns.extend(funders.iter().map(String::as_str));
    columns.push(lang.page().total);
    table(caption, &columns, rows.collect(), Some(Row::new(lang.page().total, sum)))
}
