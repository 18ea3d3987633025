//! A CSV writer for spreadsheets: separators and decimal signs of each language, and protection against formula
//! injection.

use chrono::NaiveDate;
use csv::{Terminator, Writer, WriterBuilder};

use crate::i18n::Lang;
use tariff::{Money, iso_day};

/// A cell: text that is never run as a formula, or a number that can be summed.
pub(super) enum Cell {
    Empty,
    /// Any text, trusted or not.
    Text(String),
    Amount(Money),
    Count(u32),
    /// A number with one decimal.
    Tenths(i64),
    Day(NaiveDate),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// The cell as text in the file.
    fn written(self, lang: Lang) -> String {
        let point = |number: String| match lang {
            Lang::Fr => number.replace('.', ","),
            Lang::En => number,
        };
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => neutralised(text),
            Cell::Amount(money) => point(money.to_string()),
            Cell::Count(count) => count.to_string(),
            Cell::Tenths(tenths) => {
                let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
                point(format!("{sign}{}.{}", tenths / 10, tenths % 10))
            }
            // The form of a date that spreadsheets of every language read.
            Cell::Day(day) => iso_day(day),
        }
    }
}

/// Escapes text that a spreadsheet would run as a formula: with an apostrophe before it, it is shown.
///
/// Price lists are CASD's and anyone can type a number; neither may run on the computer of the person who
/// opens the table.
fn neutralised(text: String) -> String {
    // Spreadsheets skip what stands unseen before a formula, and so does this.
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let begins_line = text.starts_with(['\t', '\r', '\n']);
    // The signs, at full width and in the small form: Japanese and Chinese spreadsheets read all of them.
    let begins_formula = text.trim_start_matches(unseen).starts_with([
        '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe66}', '\u{fe62}',
        '\u{fe63}', '\u{fe6b}',
    ]);
    if begins_line || begins_formula { format!("'{text}") } else { text }
}

/// A CSV writer that pads all rows to the same width.
pub(super) struct CsvTable {
    writer: Writer<Vec<u8>>,
    lang: Lang,
    width: usize,
}

impl CsvTable {
    /// In French, `;` stands between cells and a comma in numbers; in English, a comma and a point.
    pub fn new(lang: Lang, width: usize) -> CsvTable {
        let separator = match lang {
            Lang::Fr => b';',
            Lang::En => b',',
        };
        // The byte-order mark: without it, Excel reads accents as two characters each.
        let start = "\u{feff}".as_bytes().to_vec();
        let mut format = WriterBuilder::new();
        let writer = format.delimiter(separator).terminator(Terminator::CRLF).from_writer(start);
        CsvTable { writer, lang, width }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), csv::Error> {
        let empty = std::iter::repeat_with(|| Cell::Empty);
        let cells = cells.into_iter().chain(empty).take(self.width);
        self.writer.write_record(cells.map(|cell| cell.written(self.lang)))
    }

    pub fn finish(self) -> Result<Vec<u8>, csv::Error> {
        self.writer.into_inner().map_err(|error| error.into_error().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french(cell: Cell) -> String {
        cell.written(Lang::Fr)
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_shown_instead() {
        for dangerous in [
            "=1+1",
            "+33 1 23 45 67 89",
            "-2+3",
            "@SUM(A1:A9)",
            "=HYPERLINK(\"https://x.example\";\"here\")",
            "=cmd|' /C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\tplain",
            "  =1+1",
            "\u{a0}=1+1",
            "\u{feff}=1+1",
            "\u{200b}@x",
            "\u{ff1d}1+1",
            "\u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}x",
            "\u{fe66}1",
        ] {
            for lang in Lang::ALL {
                assert_eq!(Cell::text(dangerous).written(lang), format!("'{dangerous}"));
            }
        }
    }

    #[test]
    fn other_words_stand_as_they_are() {
        for harmless in
            ["", "SD-Box", "a=1", "12 mois × 30,00 €", "\u{2212}50 % × 12 mois", "'quoted'", "\"x\";y"]
        {
            assert_eq!(french(Cell::text(harmless)), harmless);
        }
    }

    #[test]
    fn numbers_are_written_so_that_spreadsheets_sum_them() {
        for (cell, fr, en) in [
            (Cell::Amount as fn(Money) -> Cell, "-222,00", "-222.00"),
            (|_| Cell::Amount(Money::from_cents(123_456_789)), "1234567,89", "1234567.89"),
            (|_| Cell::Tenths(-5), "-0,5", "-0.5"),
            (|_| Cell::Tenths(123), "12,3", "12.3"),
            (|_| Cell::Count(1_000), "1000", "1000"),
        ] {
            let money = Money::from_cents(-22_200);
            assert_eq!(cell(money).written(Lang::Fr), fr);
            assert_eq!(cell(money).written(Lang::En), en);
        }
    }
}
