//! Prints the PDF of a simulation number to a file: `cargo run --example paper -- NUMBER [fr|en] FILE.pdf`.

use std::error::Error;
use std::{env, fs};

use casd_simulator::documents::{Names, QuoteData, Simulation, pdf};
use casd_simulator::text::Lang;
use casd_simulator::{number, published};
use chrono::Local;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (typed, lang, file) = match arguments.as_slice() {
        [typed, file] => (typed, Lang::Fr, file),
        [typed, lang, file] => (typed, Lang::from_tag(lang).ok_or("the language is fr or en")?, file),
        _ => return Err("usage: cargo run --example paper -- NUMBER [fr|en] FILE.pdf".into()),
    };
    let opened = number::open(published::price_book(), typed)?;
    let link = format!("http://127.0.0.1:8080/?lang={}#{}", lang.code(), opened.number.as_str());
    let json = serde_json::to_vec_pretty(&QuoteData::new(&opened.quote, &opened.project, &opened.number))?;
    let simulation = Simulation { opened: &opened, lang, link: &link, names: Names::none() };
    Ok(fs::write(file, pdf(&simulation, Local::now().date_naive(), &json)?)?)
}
