//! The `casd pdf` command: writes the PDF of a simulation number, with its JSON attached.

use std::error::Error;
use std::fs;

use casd_simulator::export::{Names, Simulation, json, pdf};
use casd_simulator::i18n::Lang;
use casd_simulator::price_lists;
use chrono::Local;
use clap::Args;
use tariff::Institution;
use tariff::number;

/// Write the PDF of a simulation number to a file
#[derive(Args)]
#[command(override_usage = "casd pdf NUMBER [fr|en] OUT [B=NAME]...")]
pub struct Arguments {
    /// A simulation number
    number: String,
    /// The language (French unless it is there), the file, and what institutions are called instead of their letter
    #[arg(required = true, value_name = "[fr|en] OUT [B=NAME]")]
    rest: Vec<String>,
}

pub fn run(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let (named, rest): (Vec<&String>, Vec<&String>) =
        arguments.rest.iter().partition(|one| one.contains('='));
    let (lang, file) = match rest[..] {
        [file] => (Lang::Fr, file),
        [lang, file] => (Lang::from_tag(lang).ok_or("the language is fr or en")?, file),
        _ => return Err("expected a number, a language where it is not French, and a file".into()),
    };
    let mut names = Names::default();
    for (label, name) in named.iter().filter_map(|one| one.split_once('=')) {
        let institution = Institution::from_label(label);
        names.give(
            institution.ok_or_else(|| format!("{label}: expected the letter of an institution"))?,
            name,
        );
    }
    let opened = number::open(price_lists::price_book(), &arguments.number)?;
    let link = format!("http://127.0.0.1:8080/?lang={}#{}", lang.code(), opened.number.as_str());
    let simulation = Simulation { opened: &opened, lang, link: &link, names: &names };
    let attached = json(&simulation)?;
    fs::write(file, pdf(&simulation, Local::now().date_naive(), attached.as_bytes())?)?;
    Ok(String::new())
}
