//! The `casd` command line: quotes, PDFs, file validation and static pages, without a browser.
//!
//! ```text
//! cargo run --bin casd -- --help
//! ```

mod check_price_list;
mod check_sessions;
mod pdf;
mod quote;
mod static_pages;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "casd", version, about = "The CASD cost simulator on the command line")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Quote(quote::Arguments),
    Pdf(pdf::Arguments),
    CheckPriceList(check_price_list::Arguments),
    CheckSessions(check_sessions::Arguments),
    StaticPages(static_pages::Arguments),
}

/// The report of a file's check.
struct Report {
    /// One finding a line, then their count.
    text: String,
    is_sound: bool,
}

fn main() -> ExitCode {
    match CommandLine::parse().command {
        Command::Quote(arguments) => done(quote::run(&arguments)),
        Command::Pdf(arguments) => done(pdf::run(&arguments)),
        Command::StaticPages(arguments) => done(static_pages::run(&arguments)),
        Command::CheckPriceList(arguments) => checked(check_price_list::run(&arguments)),
        Command::CheckSessions(arguments) => checked(check_sessions::run(&arguments)),
    }
}

/// Prints the output of a command: exit code 0, or 1 with the reason on the standard error.
fn done(result: Result<String, Box<dyn Error>>) -> ExitCode {
    match result {
        // A reader that has seen enough may have closed the pipe.
        Ok(text) => match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a report: exit code 0 where the file may be published, 1 where it has errors, 2 where there is
/// nothing to check.
fn checked(result: Result<Report, String>) -> ExitCode {
    match result {
        Ok(report) => {
            // A reader that has seen enough may have closed the pipe: the exit code stays.
            let _ = io::stdout().write_all(report.text.as_bytes());
            if report.is_sound { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// The text of a file, or a sentence with its name.
fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}
