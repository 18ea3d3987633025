//! Prints the quote of a project as JSON, with its number: the engine without the page.
//!
//! ```text
//! cargo run --example quote -- project.json [--price-list FILE] [--offer ID]
//! cargo run --example quote -- --number NUMBER
//! ```
//!
//! Without a price list, it takes the one in force today among those that come with the simulator. A number
//! has its own. `--number -` reads numbers from the standard input, one a line, and prints a line for each.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use casd_simulator::documents::QuoteData;
use casd_simulator::published;
use chrono::Local;
use tariff::number;
use tariff::{Offer, PriceList, Project, quote};

const USAGE: &str =
    "usage: cargo run --example quote -- (project.json [--price-list FILE] [--offer ID] | --number NUMBER)";

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        // Whoever reads may have seen enough and closed the pipe.
        Ok(json) => match writeln!(io::stdout(), "{json}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
    let arguments: Vec<String> = arguments.collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--number", "-"] => {
            let quotes: Result<Vec<String>, Box<dyn Error>> = io::stdin()
                .lines()
                .map(|line| of_number(&line?, |quote| serde_json::to_string(quote)))
                .collect();
            Ok(quotes?.join("\n"))
        }
        ["--number", typed] => of_number(typed, |quote| serde_json::to_string_pretty(quote)),
        _ => of_project(arguments.into_iter()),
    }
}

/// What a number holds, at the prices that it was issued with.
fn of_number(
    typed: &str,
    write: impl Fn(&QuoteData<'_>) -> serde_json::Result<String>,
) -> Result<String, Box<dyn Error>> {
    let opened = number::open(published::price_book(), typed).map_err(|error| format!("{typed}: {error}"))?;
    Ok(write(&QuoteData::new(&opened.quote, &opened.project, &opened.number))?)
}

fn of_project(mut arguments: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
    let (mut project_file, mut list_file, mut offer) = (None, None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--price-list" => list_file = Some(arguments.next().ok_or(USAGE)?),
            "--offer" => offer = Some(arguments.next().ok_or(USAGE)?),
            _ if project_file.is_none() && !argument.starts_with('-') => project_file = Some(argument),
            _ => return Err(USAGE.into()),
        }
    }
    let project_file = project_file.ok_or(USAGE)?;
    let mut project =
        Project::from_json(&read(&project_file)?).map_err(|error| format!("{project_file}: {error}"))?;
    if let Some(name) = offer {
        let names = Offer::ALL.map(Offer::name).join(", ");
        project.offer =
            Offer::from_name(&name).ok_or_else(|| format!("--offer {name}: expected one of {names}"))?;
    }
    let today = Local::now().date_naive();
    let own;
    let list = match list_file {
        Some(file) => {
            own = PriceList::from_json(&read(&file)?).map_err(|error| format!("{file}: {error}"))?;
            &own
        }
        None => {
            let in_force = published::price_book().in_force(project.offer, today);
            in_force.ok_or("no price list is in force for this offer today")?
        }
    };
    let quote = quote(list, &project).map_err(|error| format!("{project_file}: {error}"))?;
    let number = number::issue(list, &project, today)?;
    Ok(serde_json::to_string_pretty(&QuoteData::new(&quote, &project, &number))?)
}

fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}
