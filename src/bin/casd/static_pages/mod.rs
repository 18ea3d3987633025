//! The `casd static-pages` command: writes HTML pages beside the built page, for browsers without JavaScript or
//! WebAssembly.
//!
//! The price pages, `tarifs.html` and `prices.html`, show the bundled price lists and CASD's own book if there is one.
//! The accessibility statement, `accessibilite.html` and `accessibility.html`, is generated from
//! `accessibility/rgaa-4.1.json`.

mod frame;
mod in_force;
mod page;
mod rgaa;
mod statement;
mod statement_words;
mod words;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use casd_simulator::i18n::Lang;
use casd_simulator::price_lists;
use clap::Args;
use rgaa::{Table, Tally};
use tariff::Offer;

use crate::read;

/// Write the pages of prices and the accessibility statement beside a page that was built
#[derive(Args)]
pub struct Arguments {
    /// The folder with the built `index.html`
    folder: PathBuf,
    /// CASD's own price book
    price_list: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let folder = &arguments.folder;
    let with_own;
    let book = match &arguments.price_list {
        Some(file) => {
            with_own = price_lists::with_own(&read(file)?).map_err(|error| format!("{file}: {error}"))?;
            &with_own
        }
        None => price_lists::price_book(),
    };
    let index = folder.join("index.html");
    let head = links(&read(&index.display().to_string())?);
    let table = Table::new()?;
    let conformity = Tally::of(table.criteria()).conformity();
    // As the price lists have it.
    let standard = page::by_date(book).into_iter().find_map(|list| list.offer(Offer::Standard));
    let contact = &standard.ok_or("no price list says whom to write to")?.contact;
    let write = |file: &str, html: String| fs::write(folder.join(file), html);
    for lang in Lang::ALL {
        write(words::file(lang), page::page(lang, book, conformity, &head)?)?;
        write(statement_words::file(lang), statement::statement(lang, &table, contact, &head)?)?;
    }
    Ok(String::new())
}

/// The links of the simulator's own page to its style sheet and its icon, as the build wrote them: with
/// their names and their integrity.
fn links(index: &str) -> String {
    let tags = index.split_inclusive('>').filter_map(|tag| Some(&tag[tag.find("<link ")?..]));
    tags.filter(|tag| tag.contains("stylesheet") || tag.contains("icon")).collect()
}
