//! The CSV export of a batch of checked numbers.

use chrono::NaiveDate;

use super::Checked;
use super::csv_table::{Cell, CsvTable};
use crate::i18n::{Lang, not_opened_plainly, offer_name, vat_status};
use tariff::number::Opened;
use tariff::{PriceBook, reprice_today};

/// Writes checked numbers as CSV: the simulation of each, whether its price list is still in force, and the
/// total under the list that is.
///
/// # Errors
///
/// Writing to memory does not fail; the error type is the CSV writer's.
pub fn checks_csv<'book>(
    lang: Lang,
    book: &'book PriceBook,
    checked: &[Checked<'book>],
    today: NaiveDate,
) -> Result<Vec<u8>, csv::Error> {
    let (page, files) = (lang.page(), lang.files());
    let headings = [
        files.typed,
        page.number,
        files.result,
        files.issued,
        page.price_list,
        page.offer,
        files.first_day,
        files.last_day,
        files.months,
        page.users,
        files.estimate,
        files.currency,
        files.vat,
        files.on_request,
        files.still_in_force,
        files.total_today,
        files.difference,
        files.percent,
    ];
    let mut table = CsvTable::new(lang, headings.len());
    table.row(headings.map(Cell::text))?;
    for one in checked {
        let mut cells = vec![Cell::text(on_one_line(&one.typed))];
        match &one.opened {
            Ok(opened) => {
                cells.extend(simulation(lang, opened));
                cells.extend(under_the_list_in_force(lang, book, opened, today));
            }
            Err(reason) => cells.extend([Cell::Empty, Cell::text(not_opened_plainly(lang, reason))]),
        }
        table.row(cells)?;
    }
    table.finish()
}

fn simulation(lang: Lang, opened: &Opened<'_>) -> [Cell; 13] {
    let Opened { number, issued, list, project, quote } = opened;
    [
        Cell::text(number.to_string()),
        Cell::text(lang.files().opened),
        Cell::Day(*issued),
        Cell::text(lang.of(&list.title)),
        Cell::text(offer_name(lang, project.offer)),
        Cell::Day(quote.start),
        Cell::Day(quote.end),
        Cell::Count(project.months),
        Cell::Count(project.users),
        Cell::Amount(quote.total),
        Cell::text(list.currency.code()),
        Cell::text(vat_status(lang, list.vat.as_ref().map(|vat| vat.prices))),
        Cell::Count(quote.on_request.len() as u32),
    ]
}

fn under_the_list_in_force<'book>(
    lang: Lang,
    book: &'book PriceBook,
    opened: &Opened<'book>,
    today: NaiveDate,
) -> Vec<Cell> {
    let files = lang.files();
    match reprice_today(book, &opened.project, &opened.quote, today) {
        None => vec![Cell::text(files.yes)],
        Some(Err(_)) => vec![Cell::text(files.no), Cell::text(files.no_total_today)],
        Some(Ok(today)) => vec![
            Cell::text(files.no),
            Cell::Amount(today.quote.total),
            Cell::Amount(today.difference),
            today.tenths_of_percent.map_or(Cell::Empty, Cell::Tenths),
        ],
    }
}

/// Joins a number that an e-mail broke over two lines.
fn on_one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}
