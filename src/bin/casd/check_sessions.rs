//! The `casd check-sessions` command: validates the calendar of enrolment sessions in a terminal or a CI job.

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

/// Reports the number of sessions, or their errors.
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

/// The errors, one a line, with line and column if the structure is wrong.
fn findings(name: &str, error: &CalendarError) -> String {
    let at = match error {
        CalendarError::Unread(ReadError::Form { line, column, .. }) => format!("{name}:{line}:{column}"),
        _ => name.into(),
    };
    error.to_string().lines().map(|finding| format!("{at}: error: {finding}\n")).collect()
}
