//! Checks a calendar of enrolment sessions in a terminal or a CI job, as the page does when it reads one.
//!
//! ```text
//! cargo run --example check-enrolment-sessions -- FILE
//! ```
//!
//! One finding a line, each with its place, or how many sessions there are. The exit code is 0 where the file
//! may be published, 1 where it has errors, 2 where there is nothing to check.

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use casd_simulator::paperwork::{Calendar, CalendarError};
use tariff::ReadError;

const USAGE: &str = "usage: cargo run --example check-enrolment-sessions -- FILE";

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
    let name = arguments.next().filter(|name| !name.starts_with('-')).ok_or(USAGE)?;
    if arguments.next().is_some() {
        return Err(USAGE.into());
    }
    let text = fs::read_to_string(&name).map_err(|error| format!("{name}: {error}"))?;
    Ok(match Calendar::from_json(&text) {
        Ok(calendar) => (format!("{name}: sound, {} sessions\n", calendar.sessions().len()), true),
        Err(error) => (findings(&name, &error), false),
    })
}

/// What is wrong, one finding a line, with line and column where the form is wrong.
fn findings(name: &str, error: &CalendarError) -> String {
    let at = match error {
        CalendarError::Unread(ReadError::Form { line, column, .. }) => format!("{name}:{line}:{column}"),
        _ => name.into(),
    };
    error.to_string().lines().map(|finding| format!("{at}: error: {finding}\n")).collect()
}
