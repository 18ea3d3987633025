//! Prints the PDF of a simulation number to a file: `cargo run --example paper -- NUMBER [fr|en] FILE.pdf
//! [B=NAME ...]`, where institutions are called what follows their letter.

use std::error::Error;
use std::{env, fs};

use casd_simulator::documents::{Names, Simulation, json, pdf};
use casd_simulator::published;
use casd_simulator::text::Lang;
use chrono::Local;
use tariff::Institution;
use tariff::number;

const USAGE: &str = "usage: cargo run --example paper -- NUMBER [fr|en] FILE.pdf [B=NAME ...]";

fn main() -> Result<(), Box<dyn Error>> {
    let (named, arguments): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|one| one.contains('='));
    let (typed, lang, file) = match arguments.as_slice() {
        [typed, file] => (typed, Lang::Fr, file),
        [typed, lang, file] => (typed, Lang::from_tag(lang).ok_or("the language is fr or en")?, file),
        _ => return Err(USAGE.into()),
    };
    let mut names = Names::default();
    for (label, name) in named.iter().filter_map(|one| one.split_once('=')) {
        names.give(Institution::from_label(label).ok_or(USAGE)?, name);
    }
    let opened = number::open(published::price_book(), typed)?;
    let link = format!("http://127.0.0.1:8080/?lang={}#{}", lang.code(), opened.number.as_str());
    let simulation = Simulation { opened: &opened, lang, link: &link, names: &names };
    let attached = json(&simulation)?;
    Ok(fs::write(file, pdf(&simulation, Local::now().date_naive(), attached.as_bytes())?)?)
}
