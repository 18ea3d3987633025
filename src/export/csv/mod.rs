//! The CSV export of a simulation, for spreadsheets.

mod budget;
mod contract_file;

use super::csv_table::{Cell, CsvTable};
use super::{Names, Simulation};
use crate::i18n::{
    Lang, due, formula, not_included, notice, offer_name, provenance, unpriced_quantity, vat_status,
};
use tariff::number::Opened;
use tariff::{Line, Money, PriceList, Quote};

/// The columns: item, formula, quantity, periods, period, unit price, amount, currency, payer, source.
const WIDTH: usize = 10;
/// The column of the amounts, counted from 0.
const AMOUNT: usize = 6;

/// Writes the simulation as CSV in the document's language: metadata, quote lines with formula and amount,
/// items on request, totals, budgets, contract file, and notices.
///
/// All amounts are in the same column. The lines add up to the total; so do the purchase orders, if there are
/// several, and the rows of each of the two budgets. The first cell of a row is its type, as `SUMIF` needs it.
///
/// # Errors
///
/// Writing to memory does not fail; the error type is the CSV writer's.
///
/// ```
/// use casd_simulator::export::{Names, Simulation, csv};
/// use casd_simulator::{price_lists, i18n::Lang};
/// use tariff::number;
///
/// let list = price_lists::price_book().by_id("pmsi").unwrap();
/// let day = "2026-11-21".parse().unwrap();
/// let number = number::issue(list, &list.examples[0].project, day).unwrap();
/// let opened = number::open(price_lists::price_book(), number.as_str()).unwrap();
/// let (lang, link, names) = (Lang::Fr, "https://x.example/", Names::none());
/// let bytes = csv(&Simulation { opened: &opened, lang, link, names }).unwrap();
/// assert!(String::from_utf8(bytes).unwrap().contains("\r\nTotal;;;;;;2454,00;EUR;;\r\n"));
/// ```
pub fn csv(simulation: &Simulation<'_>) -> Result<Vec<u8>, csv::Error> {
    let Simulation { opened, lang, link, names } = *simulation;
    let mut table = CsvTable::new(lang, WIDTH);
    heading(&mut table, lang, opened, link)?;
    table.row([])?;
    lines(&mut table, lang, &opened.quote, names)?;
    purchase_orders(&mut table, lang, &opened.quote, names)?;
    totals(&mut table, lang, &opened.quote)?;
    table.row([])?;
    budget::budgets(&mut table, simulation)?;
    table.row([])?;
    contract_file::contract_file(&mut table, simulation)?;
    table.row([])?;
    to_know(&mut table, lang, opened)?;
    table.finish()
}

fn heading(table: &mut CsvTable, lang: Lang, opened: &Opened<'_>, link: &str) -> Result<(), csv::Error> {
    let (page, files) = (lang.page(), lang.files());
    let Opened { number, issued, list, project, quote } = opened;
    for (label, value) in [
        (page.estimate, Cell::text(page.binding)),
        (page.number, Cell::text(number.to_string())),
        (files.link, Cell::text(link)),
        (files.issued, Cell::Day(*issued)),
        (page.offer, Cell::text(offer_name(lang, project.offer))),
        (page.users, Cell::Count(project.users)),
        (files.first_day, Cell::Day(quote.start)),
        (files.last_day, Cell::Day(quote.end)),
        (files.months, Cell::Count(project.months)),
        (page.price_list, Cell::text(lang.of(&list.title))),
        (files.currency, Cell::text(list.currency.code())),
        (files.vat, Cell::text(vat_status(lang, list.vat.as_ref().map(|vat| vat.prices)))),
    ] {
        table.row([Cell::text(label), value])?;
    }
    Ok(())
}

fn lines(table: &mut CsvTable, lang: Lang, quote: &Quote<'_>, names: &Names) -> Result<(), csv::Error> {
    let (page, files, list) = (lang.page(), lang.files(), quote.list);
    let headings = [
        page.item,
        files.formula,
        files.quantity,
        files.periods,
        files.period,
        files.unit_price,
        page.amount,
        files.currency,
        files.payer,
        files.source,
    ];
    table.row(headings.map(Cell::text))?;
    for line in &quote.lines {
        table.row(line_row(lang, list, line, names))?;
    }
    for unpriced in &quote.on_request {
        let charge = unpriced.charge;
        table.row([
            Cell::text(lang.of(&charge.label)),
            Cell::text(unpriced_quantity(lang, list, unpriced)),
            Cell::Count(unpriced.quantity),
            Cell::Empty,
            Cell::text(due(lang, charge.every)),
            Cell::text(page.on_request),
            Cell::Empty,
            Cell::Empty,
            Cell::text(names.paid_by(lang, charge.payer, unpriced.funder)),
            source(lang, list, charge.provenance.as_ref()),
        ])?;
    }
    Ok(())
}

fn line_row(lang: Lang, list: &PriceList, line: &Line<'_>, names: &Names) -> [Cell; WIDTH] {
    let mut shares = line.shares();
    let unit_price = match (shares.next(), shares.next()) {
        (Some(share), None) => Cell::Amount(share.unit_price),
        // Under tiers a line has several: the formula says them.
        _ => Cell::Empty,
    };
    [
        Cell::text(lang.of(line.item.label())),
        Cell::text(formula(lang, list, line)),
        Cell::Count(line.quantity),
        Cell::Count(line.periods.count),
        Cell::text(due(lang, line.periods.every)),
        unit_price,
        Cell::Amount(line.amount),
        Cell::text(list.currency.code()),
        Cell::text(names.paid_by(lang, line.payer, line.funder)),
        source(lang, list, line.item.provenance()),
    ]
}

fn source(lang: Lang, list: &PriceList, from: Option<&tariff::Provenance>) -> Cell {
    from.map_or(Cell::Empty, |from| Cell::text(provenance(lang, list, from)))
}

fn totals(table: &mut CsvTable, lang: Lang, quote: &Quote<'_>) -> Result<(), csv::Error> {
    let (page, files) = (lang.page(), lang.files());
    let total = match quote.on_request.is_empty() {
        true => page.total.into(),
        false => format!("{} ({})", page.total, page.excluding_on_request),
    };
    let mut totals = vec![(total, quote.total), (files.total_per_user.into(), quote.total_per_user)];
    if let Some(vat) = quote.vat {
        totals.push((files.excluding_vat.into(), vat.excluding));
        totals.push((files.vat.into(), vat.tax));
        totals.push((files.including_vat.into(), vat.including));
    }
    for (label, amount) in totals {
        table.row(sum(label, amount, quote))?;
    }
    Ok(())
}

/// A row with a sum in the column of amounts.
fn sum(label: String, amount: Money, quote: &Quote<'_>) -> Vec<Cell> {
    let mut cells = vec![Cell::text(label)];
    cells.resize_with(AMOUNT, || Cell::Empty);
    cells.extend([Cell::Amount(amount), Cell::text(quote.list.currency.code())]);
    cells
}

/// The subtotal of each funder, if there are several.
fn purchase_orders(
    table: &mut CsvTable,
    lang: Lang,
    quote: &Quote<'_>,
    names: &Names,
) -> Result<(), csv::Error> {
    let orders = quote.purchase_orders();
    for order in orders.iter().filter(|_| orders.len() > 1) {
        let called = format!("{} {}", lang.page().purchase_order, names.in_words(lang, order.funder));
        let called = match order.on_request.is_empty() {
            true => called,
            false => format!("{called} ({})", lang.page().excluding_on_request),
        };
        let mut row = sum(called, order.subtotal, quote);
        if order.lines.is_empty() && !order.on_request.is_empty() {
            // What CASD has yet to price is not zero.
            row[AMOUNT - 1] = Cell::text(lang.page().on_request);
            row[AMOUNT] = Cell::Empty;
        }
        table.row(row)?;
    }
    Ok(())
}

fn to_know(table: &mut CsvTable, lang: Lang, opened: &Opened<'_>) -> Result<(), csv::Error> {
    let (page, quote) = (lang.page(), &opened.quote);
    for left_out in &quote.not_included {
        // In words: an amount in a column of amounts would be summed.
        table.row([Cell::text(page.not_included), Cell::text(not_included(lang, quote, left_out))])?;
    }
    for one in &quote.notices {
        table.row([Cell::text(page.to_know), Cell::text(notice(lang, one))])?;
    }
    for remark in opened.list.remarks_on(opened.project.offer) {
        table.row([Cell::text(page.to_know), Cell::text(lang.of(remark))])?;
    }
    Ok(())
}
