//! Writes the static pages beside a page that was built: the prices, `tarifs.html` and `prices.html`, which
//! take the simulator's place where there is no JavaScript or no WebAssembly; and the accessibility statement,
//! `accessibilite.html` and `accessibility.html`.
//!
//! ```text
//! cargo run --example price-page -- dist [price-list.json]
//! ```
//!
//! The prices are those of the lists that come with the simulator, and of CASD's own book where there is one;
//! the statement is what `accessibility/rgaa-4.1.json` comes to.

mod frame;
mod in_force;
mod page;
mod rgaa;
mod statement;
mod statement_words;
mod words;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use casd_simulator::published;
use casd_simulator::text::Lang;
use rgaa::{Table, Tally};
use tariff::Offer;

const USAGE: &str = "usage: cargo run --example price-page -- FOLDER [price-list.json]";

fn main() -> ExitCode {
    match run(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (folder, own) = match arguments {
        [folder] => (folder, None),
        [folder, own] => (folder, Some(own)),
        _ => return Err(USAGE.into()),
    };
    let with_own;
    let book = match own {
        Some(file) => {
            with_own = published::with_own(&read(file)?).map_err(|error| format!("{file}: {error}"))?;
            &with_own
        }
        None => published::price_book(),
    };
    let index = Path::new(folder).join("index.html");
    let head = links(&read(&index.display().to_string())?);
    let table = Table::new()?;
    let conformity = Tally::of(table.criteria()).conformity();
    // As the price lists have it.
    let standard = page::by_date(book).into_iter().find_map(|list| list.offer(Offer::Standard));
    let contact = &standard.ok_or("no price list says whom to write to")?.contact;
    let write = |file: &str, html: String| fs::write(Path::new(folder).join(file), html);
    for lang in Lang::ALL {
        write(words::file(lang), page::page(lang, book, conformity, &head)?)?;
        write(statement_words::file(lang), statement::statement(lang, &table, contact, &head)?)?;
    }
    Ok(())
}

/// The links of the simulator's own page to its style sheet and its icon, as the build wrote them: with
/// their names and their integrity.
fn links(index: &str) -> String {
    let tags = index.split_inclusive('>').filter_map(|tag| Some(&tag[tag.find("<link ")?..]));
    tags.filter(|tag| tag.contains("stylesheet") || tag.contains("icon")).collect()
}

fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}
