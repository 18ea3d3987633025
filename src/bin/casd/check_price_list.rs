//! The `casd check-price-list` command: validates a price-list file in a terminal or a CI job, with the checks of the
//! page and the price editor.

use std::fmt::Write as _;

use casd_simulator::price_list_editor::{PriceFile, Severity};
use chrono::{Local, NaiveDate};
use clap::Args;
use tariff::day_from_iso;

use crate::{Report, read};

/// Check a price-list file: one finding a line, as compilers write them
///
/// The exit code is 0 where the file may be published, 1 where it has errors, 2 where there is nothing to check.
#[derive(Args)]
pub struct Arguments {
    /// A price book, or a single list
    file: String,
    /// The price book that it replaces
    #[arg(long, value_name = "FILE")]
    against: Option<String>,
    /// The day that the file is checked for
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<NaiveDate>,
}

/// The report, and whether the file may be published.
pub fn run(arguments: &Arguments) -> Result<Report, String> {
    let name = &arguments.file;
    let today = arguments.today.unwrap_or_else(|| Local::now().date_naive());
    let file = PriceFile::read(&read(name)?);
    let previous = match &arguments.against {
        Some(name) => {
            let previous = PriceFile::read(&read(name)?);
            let book = previous.book().cloned();
            Some(book.ok_or_else(|| format!("{name}: it is not sound, and nothing can be compared with it"))?)
        }
        None => None,
    };
    let mut diagnostics = file.diagnostics().to_vec();
    diagnostics.extend(file.continuity(previous.as_ref(), today));
    let mut report = String::new();
    for diagnostic in &diagnostics {
        // Writing to a string does not fail.
        let _ = writeln!(report, "{name}:{diagnostic}");
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    let not_compared = if file.book().is_some() { "" } else { "; not compared with the book in use" };
    let _ = writeln!(
        report,
        "{name}: {}, {}{not_compared}",
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    Ok(Report { text: report, is_sound: errors == 0 })
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn day(iso: &str) -> Result<NaiveDate, String> {
    day_from_iso(iso).ok_or_else(|| "expected a day such as 2026-11-21".into())
}
