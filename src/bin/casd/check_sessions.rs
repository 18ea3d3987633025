//! `casd check-sessions`: a calendar of enrolment sessions checked in a terminal or a CI job, as the page does.

use casd_simulator::procedure::{Calendar, CalendarError};
use clap::Args;
use tariff::ReadError;

use crate::{Report, read};

/// Check a calendar of enrolment sessions: one finding a line, each with its place
///
/// The exit code is 0 where the file may be published, 1 where it has errors, 2 where there is nothing to check.
#[derive(Args)]
pub struct Arguments {
    /// The calendar
    file: String,
}

/// How many sessions there are, or what is wrong with them.
pub fn run(arguments: &Arguments) -> Result<Report, String> {
    let name = &arguments.file;
    Ok(match Calendar::from_json(&read(name)?) {
        Ok(calendar) => {
            let text = format!("{name}: sound, {} sessions\n", calendar.sessions().len());
            Report { text, is_sound: true }
        }
        Err(error) => Report { text: findings(name, &error), is_sound: false },
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
