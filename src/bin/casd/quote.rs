//! The `casd quote` command: prints the quote of a project file or a simulation number as JSON.

use std::error::Error;
use std::io;

use casd_simulator::export::QuoteData;
use casd_simulator::price_lists;
use chrono::Local;
use clap::Args;
use tariff::number;
use tariff::{Offer, PriceList, Project, quote};

use crate::read;

/// Print the quote of a project, or of a simulation number, as JSON
#[derive(Args)]
pub struct Arguments {
    /// A project as JSON
    #[arg(required_unless_present = "number", conflicts_with = "number")]
    project: Option<String>,
    /// The price list to use instead of the one in force today
    #[arg(long, value_name = "FILE", conflicts_with = "number")]
    price_list: Option<String>,
    /// The kind of access, instead of the project's own
    #[arg(long, value_name = "ID", conflicts_with = "number")]
    offer: Option<String>,
    /// A simulation number, at the prices that it was issued with; `-` reads numbers from the standard input, one a
    /// line, and prints one JSON object a line
    #[arg(long)]
    number: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let json = match (arguments.number.as_deref(), &arguments.project) {
        (Some("-"), _) => {
            let quotes: Result<Vec<String>, Box<dyn Error>> = io::stdin()
                .lines()
                .map(|line| of_number(&line?, |quote| serde_json::to_string(quote)))
                .collect();
            quotes?.join("\n")
        }
        (Some(typed), _) => of_number(typed, |quote| serde_json::to_string_pretty(quote))?,
        (None, Some(file)) => of_project(file, arguments)?,
        // clap asks for one of them.
        (None, None) => String::new(),
    };
    Ok(format!("{json}\n"))
}

/// The quote of a number, at the prices that it was issued with.
fn of_number(
    typed: &str,
    write: impl Fn(&QuoteData<'_>) -> serde_json::Result<String>,
) -> Result<String, Box<dyn Error>> {
    let opened =
        number::open(price_lists::price_book(), typed).map_err(|error| format!("{typed}: {error}"))?;
    Ok(write(&QuoteData::new(&opened.quote, &opened.project, &opened.number))?)
}

fn of_project(project_file: &str, arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let mut project =
        Project::from_json(&read(project_file)?).map_err(|error| format!("{project_file}: {error}"))?;
    if let Some(name) = &arguments.offer {
        let names = Offer::ALL.map(Offer::name).join(", ");
        project.offer =
            Offer::from_name(name).ok_or_else(|| format!("--offer {name}: expected one of {names}"))?;
    }
    let today = Local::now().date_naive();
    let own;
    let list = match &arguments.price_list {
        Some(file) => {
            own = PriceList::from_json(&read(file)?).map_err(|error| format!("{file}: {error}"))?;
            &own
        }
        None => {
            let in_force = price_lists::price_book().in_force(project.offer, today);
            in_force.ok_or("no price list is in force for this offer today")?
        }
    };
    let quote = quote(list, &project).map_err(|error| format!("{project_file}: {error}"))?;
    let number = number::issue(list, &project, today)?;
    Ok(serde_json::to_string_pretty(&QuoteData::new(&quote, &project, &number))?)
}
