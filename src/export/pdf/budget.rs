//! The budget tables of the PDF: amounts by calendar year and by twelve-month term, for each funder.

use chrono::Datelike;
use krilla::tagging::Tag;

use super::cell::Cell;
use super::flow::Flow;
use super::style::{ASIDE, MUTED, NOTE, NOTE_ASIDE, SMALL, STRONG, Span, Style, TEXT, WIDTH};
use super::table::{self, GAP, HEAD, LEADING, ROW};
use super::tag_tree::TagNode;
use crate::export::Simulation;
use crate::i18n::{all_in_one_year, amount, budget_term, funder};
use tariff::{Budget, BudgetPeriod, Institution, Money, Payer};

/// The maximum number of funders with a column each; if there are more, each has rows.
const MOST_COLUMNS: usize = 3;
/// The minimum width of a funder's column.
const NARROWEST: f32 = 76.0;
/// The maximum width of a funder's column, so that the amounts of a row stay close together.
const WIDEST: f32 = 120.0;
/// The maximum number of lines of a column heading.
const NAME_LINES: usize = 3;
/// The maximum width of the column of periods.
const PERIODS: f32 = 200.0;

/// Writes the budgets. If there is only one calendar year, a sentence replaces its table. The table of terms is
/// left out if there is only one, or if terms and years are the same.
pub fn budgets(flow: &mut Flow<'_>, simulation: &Simulation<'_>) -> Vec<TagNode> {
    let (lang, files, quote) = (simulation.lang, simulation.lang.files(), &simulation.opened.quote);
    let (years, terms) = (quote.budget_by_year(), quote.budget_by_term());
    let terms_called = || {
        let terms = terms.periods.iter().enumerate();
        terms.map(|(at, period)| budget_term(lang, at, period)).collect::<Vec<_>>()
    };
    let is_said = terms.periods.len() == 1 || terms == years;
    let years_called = years.periods.iter().map(|year| year.from.year().to_string()).collect();
    // Both tables have the same columns.
    let longest = if is_said { Vec::new() } else { terms_called() };
    let mut nodes = match years.periods.as_slice() {
        [year] => {
            let heading = flow.section(files.budget_by_year);
            vec![heading, flow.paragraph(NOTE, all_in_one_year(lang, year))]
        }
        _ => {
            let writer = Writer { simulation, budget: &years, called: years_called, longest: &longest };
            let mut years = writer.section(flow, files.budget_by_year);
            years.push(flow.paragraph(NOTE_ASIDE, lang.plots().due_help));
            years
        }
    };
    if !is_said {
        let writer = Writer { simulation, budget: &terms, called: terms_called(), longest: &longest };
        nodes.extend(writer.section(flow, files.budget_by_term));
    }
    nodes
}

/// Writes one budget.
struct Writer<'w, 'a> {
    simulation: &'w Simulation<'a>,
    budget: &'w Budget,
    /// The names of its periods.
    called: Vec<String>,
    /// Other period names that the column must have room for.
    longest: &'w [String],
}

/// The columns of a table: left edges and widths.
type Columns = Vec<(f32, f32)>;

impl Writer<'_, '_> {
    /// The table under its heading.
    fn section(&self, flow: &mut Flow<'_>, heading: &str) -> Vec<TagNode> {
        let columns = self.columns(flow);
        let rows = columns.as_ref().map_or(self.rows().count(), |_| self.budget.periods.len());
        // A short table stays whole.
        let heading = flow.section_before(heading, HEAD + (rows + 2) as f32 * ROW);
        let table = match columns {
            Some(columns) => self.in_columns(flow, &columns),
            None => self.in_rows(flow),
        };
        flow.pen += 3.0;
        flow.rule(0.7, MUTED);
        flow.pen += 5.0;
        vec![heading, TagNode::group(Tag::Table, table)]
    }

    fn money(&self, money: Money) -> String {
        amount(self.simulation.lang, self.simulation.opened.list.currency, money)
    }

    /// The funders that have a column: a single one has that of the total.
    fn funders(&self) -> &[Institution] {
        let funders = &self.budget.funders;
        if funders.len() > 1 { funders } else { &[] }
    }

    fn funder(&self, institution: Institution) -> String {
        match self.simulation.names.is_told(institution) {
            true => self.simulation.names.label(institution),
            false => funder(self.simulation.lang, Payer::ProjectFunder).into(),
        }
    }

    /// Rows of period name, period, funder and amount; at least one in each period.
    fn rows(&self) -> impl Iterator<Item = (&String, &BudgetPeriod, Institution, Money)> {
        self.called.iter().zip(&self.budget.periods).flat_map(|(called, period)| {
            let paid = self.budget.funders.iter().zip(&period.amounts);
            let is_said =
                |one: &(&Institution, &Money)| *one.1 != Money::ZERO || *one.0 == Institution::PROJECT_FUNDER;
            paid.filter(is_said).map(move |(funder, money)| (called, period, *funder, *money))
        })
    }

    fn width(flow: &Flow<'_>, style: Style, texts: impl Iterator<Item = String>) -> f32 {
        texts.map(|text| flow.width(&style.span(text))).fold(0.0, f32::max) + 1.0
    }

    fn periods(&self, flow: &Flow<'_>, longest: &[String]) -> f32 {
        let called = self.called.iter().chain(longest).cloned();
        Writer::width(flow, TEXT, called).max(NARROWEST)
    }

    /// The width of the column of amounts: the total is the widest.
    fn amounts(&self, flow: &Flow<'_>) -> f32 {
        let total = [self.simulation.lang.page().amount.into(), self.money(self.budget.total)];
        Writer::width(flow, STRONG, total.into_iter()).max(60.0)
    }

    fn months(&self, flow: &Flow<'_>) -> f32 {
        Writer::width(flow, SMALL, [self.simulation.lang.plots().months.into()].into_iter()).max(24.0)
    }

    /// The columns with one for each funder; `None` if they would be too narrow.
    fn columns(&self, flow: &Flow<'_>) -> Option<Columns> {
        let (funders, amounts, months) = (self.funders(), self.amounts(flow), self.months(flow));
        let narrowest = amounts.max(NARROWEST);
        let others = months + amounts + (funders.len() + 2) as f32 * GAP;
        let left = WIDTH - others - funders.len() as f32 * narrowest;
        if funders.len() > MOST_COLUMNS || left < NARROWEST {
            return None;
        }
        let periods = self.periods(flow, self.longest).min(left);
        let widest = (WIDTH - others - periods) / funders.len().max(1) as f32;
        let each = widest.clamp(narrowest, narrowest.max(WIDEST));
        let is_short = |funder: &Institution| {
            let name = Cell::new(0.0, each, vec![SMALL.span(self.funder(*funder))]);
            name.lines(flow.typeface).len() <= NAME_LINES
        };
        // From the right: what is left over goes to the periods.
        let rest = funders.iter().map(|_| each).chain([amounts]);
        let widths: Vec<f32> = [months].into_iter().chain(rest).collect();
        let taken: f32 = widths.iter().map(|width| width + GAP).sum();
        let mut columns = vec![(0.0, WIDTH - taken)];
        for width in widths {
            let (left, before) = columns[columns.len() - 1];
            columns.push((left + before + GAP, width));
        }
        funders.iter().all(is_short).then_some(columns)
    }

    fn in_columns(&self, flow: &mut Flow<'_>, columns: &Columns) -> Vec<TagNode> {
        let (lang, budget) = (self.simulation.lang, self.budget);
        let last = if self.funders().is_empty() { lang.page().amount } else { lang.page().total };
        let names = self.funders().iter().map(|funder| self.funder(*funder));
        let names = [lang.plots().period.into(), lang.plots().months.into()].into_iter().chain(names);
        let names = names.chain([last.into()]).map(|name: String| vec![SMALL.span(name)]);
        let head = table::head(flow, cells(columns, names, 1));
        let amounts = |amounts: &[Money], total: Money, style: Style| {
            let amounts = amounts[..self.funders().len()].iter().map(|money| self.money(*money));
            let amounts = amounts.map(|money| vec![style.span(money)]);
            amounts.chain([vec![STRONG.span(self.money(total))]]).collect::<Vec<_>>()
        };
        let mut rows = Vec::new();
        for (called, period) in self.called.iter().zip(&budget.periods) {
            let months = vec![ASIDE.span(period.months.to_string())];
            let row = [vec![TEXT.span(called)], months].into_iter();
            let row = row.chain(amounts(&period.amounts, period.total, TEXT));
            rows.push(table::row(flow, &cells(columns, row, 1)));
        }
        flow.repeated = Vec::new();
        let months: u32 = budget.periods.iter().map(|period| period.months).sum();
        let sums = [self.total(), vec![ASIDE.span(months.to_string())]].into_iter();
        let sums = sums.chain(amounts(&budget.subtotals, budget.total, STRONG));
        let foot = table::sum(flow, &cells(columns, sums, 1), 1, LEADING);
        vec![head, TagNode::group(Tag::TBody, rows), TagNode::group(Tag::TFoot, vec![foot])]
    }

    /// The table for many funders, or long names: a row for each period and each funder who pays in it.
    fn in_rows(&self, flow: &mut Flow<'_>) -> Vec<TagNode> {
        let (lang, plots) = (self.simulation.lang, self.simulation.lang.plots());
        let (amounts, months) = (self.amounts(flow), self.months(flow));
        let periods = self.periods(flow, &[]).min(PERIODS);
        let funder = periods + months + 2.0 * GAP;
        let last = WIDTH - amounts;
        let columns =
            vec![(0.0, periods), (periods + GAP, months), (funder, last - funder - GAP), (last, amounts)];
        let row = |called: Span, months: Span, who: Span, amount: Span| {
            let mut cells = cells(&columns, [called, months, who, amount].map(|span| vec![span]), 3);
            cells[1].flush_right = true;
            cells
        };
        let names = [plots.period, plots.months, lang.pdf().paid_by, lang.page().amount];
        let [period, month, who, amount] = names.map(|name| SMALL.span(name));
        let head = table::head(flow, row(period, month, who, amount));
        let mut rows = Vec::new();
        for (called, period, funder, money) in self.rows() {
            let (called, months) = (TEXT.span(called), ASIDE.span(period.months.to_string()));
            let (who, money) = (TEXT.span(self.funder(funder)), TEXT.span(self.money(money)));
            rows.push(table::row(flow, &row(called, months, who, money)));
        }
        flow.repeated = Vec::new();
        let total = vec![STRONG.span(self.money(self.budget.total))];
        let sums = [Cell::new(0.0, last - GAP, self.total()), Cell::new(last, amounts, total).flush_right()];
        let foot = table::sum(flow, &sums, 3, LEADING);
        vec![head, TagNode::group(Tag::TBody, rows), TagNode::group(Tag::TFoot, vec![foot])]
    }

    fn total(&self) -> Vec<Span> {
        let page = self.simulation.lang.page();
        let is_whole = self.simulation.opened.quote.on_request.is_empty();
        let excluding = (!is_whole).then(|| ASIDE.span(format!(" {}", page.excluding_on_request)));
        [STRONG.span(page.total)].into_iter().chain(excluding).collect()
    }
}

/// Puts text into columns; those from index `right` on are right-aligned.
fn cells(columns: &Columns, spans: impl IntoIterator<Item = Vec<Span>>, right: usize) -> Vec<Cell> {
    let cell = |(at, (&(left, width), spans)): (usize, (&(f32, f32), Vec<Span>))| {
        let cell = Cell::new(left, width, spans);
        if at < right { cell } else { cell.flush_right() }
    };
    columns.iter().zip(spans).enumerate().map(cell).collect()
}
