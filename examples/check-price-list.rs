//! Checks a price-list file in a terminal or a CI job: the same checks as the page and the workbench make.
//!
//! ```text
//! cargo run --example check-price-list -- FILE [--against FILE] [--today YYYY-MM-DD]
//! ```
//!
//! `FILE` is a price book or a single list; `--against` the price book that it replaces. One finding a line,
//! as compilers write them, then their count. The exit code is 0 where the file may be published, 1 where it
//! has errors, 2 where there is nothing to check.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use casd_simulator::revision::{PriceFile, Severity};
use chrono::{Local, NaiveDate};
use tariff::day_from_iso;

const USAGE: &str =
    "usage: cargo run --example check-price-list -- FILE [--against FILE] [--today YYYY-MM-DD]";

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok((report, is_sound)) => {
            // Whoever reads may have seen enough and closed the pipe: the exit code stands.
            let _ = io::stdout().write_all(report.as_bytes());
            if is_sound { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// The report, and whether the file may be published.
fn run(mut arguments: impl Iterator<Item = String>) -> Result<(String, bool), String> {
    let (mut name, mut against, mut today) = (None, None, Local::now().date_naive());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--against" => against = Some(arguments.next().ok_or(USAGE)?),
            "--today" => today = day(&arguments.next().ok_or(USAGE)?)?,
            _ if name.is_none() && !argument.starts_with('-') => name = Some(argument),
            _ => return Err(USAGE.into()),
        }
    }
    let name = name.ok_or(USAGE)?;
    let file = PriceFile::read(&read(&name)?);
    let previous = match against {
        Some(name) => {
            let previous = PriceFile::read(&read(&name)?);
            let book = previous.book().cloned();
            Some(book.ok_or_else(|| format!("{name}: it is not sound, and nothing can be compared with it"))?)
        }
        None => None,
    };
    let mut findings = file.findings().to_vec();
    findings.extend(file.continuity(previous.as_ref(), today));
    let mut report = String::new();
    for finding in &findings {
        // Writing to a string does not fail.
        let _ = writeln!(report, "{name}:{finding}");
    }
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
    let warnings = findings.len() - errors;
    let not_compared = if file.book().is_some() { "" } else { "; not compared with the book in use" };
    let _ = writeln!(
        report,
        "{name}: {}, {}{not_compared}",
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    Ok((report, errors == 0))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn day(iso: &str) -> Result<NaiveDate, String> {
    day_from_iso(iso).ok_or_else(|| format!("--today {iso}: expected a day such as 2026-11-21"))
}

fn read(name: &str) -> Result<String, String> {
    fs::read_to_string(name).map_err(|error| format!("{name}: {error}"))
}
