//! Prints the quote of a project as JSON, with its number: the engine without the page.
//!
//! ```text
//! cargo run --example quote -- project.json [--price-list FILE] [--offer ID]
//! ```
//!
//! Without a price list, it takes the one in force today among those that come with the simulator.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use casd_simulator::documents::QuoteData;
use casd_simulator::tariff::{Offer, PriceList, Project, quote};
use casd_simulator::{number, published};
use chrono::Local;

const USAGE: &str = "usage: cargo run --example quote -- project.json [--price-list FILE] [--offer ID]";

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

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
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
