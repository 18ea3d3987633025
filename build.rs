//! Reads the price lists of `public/price-lists/` when the simulator is built, and packs them into
//! the book that it carries, and writes them as one file to begin another with. A list with an error stops the build with a message that names the place.
//!
//! The page then needs no JSON reader and no checks at its first load: they weighed 45 kB (brotli).

use std::hash::Hasher;
use std::path::Path;
use std::{env, fs};

use fnv::FnvHasher;
use tariff::number::content_of;

fn main() {
    // The folder: naming a file that is not there would build again each time.
    println!("cargo::rerun-if-changed=public");
    // What wasm-split-cli needs to move functions into chunks.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    if let Err(fault) = pack() {
        println!("cargo::error=public/{fault}");
    }
}

fn pack() -> Result<(), Box<dyn std::error::Error>> {
    let mut files: Vec<_> = fs::read_dir("public/price-lists")?.collect::<Result<_, _>>()?;
    files.retain(|file| file.path().extension().is_some_and(|extension| extension == "json"));
    files.sort_by_key(|file| file.file_name());
    let mut lists = Vec::new();
    let mut texts = Vec::new();
    for file in files {
        let json = fs::read_to_string(file.path())?;
        let name = file.file_name();
        let list = tariff::PriceList::from_json(&json)
            .map_err(|error| format!("price-lists/{}: {error}", name.display()))?;
        lists.push(list);
        texts.push(within_a_book(&json));
    }
    let mut book = tariff::PriceBook::new(lists)?;
    // CASD's own book, where it is there already: a first visit then needs no reader for it.
    let mut digest = 0;
    if let Ok(json) = fs::read_to_string("public/price-list.json") {
        let mut hasher = FnvHasher::default();
        hasher.write(json.as_bytes());
        digest = hasher.finish();
        let is_same = |own: &_, used: &_| content_of(own) == content_of(used);
        let own = tariff::PriceBook::from_json(&json).and_then(|own| own.overlay_on(book, is_same));
        book = own.map_err(|error| format!("price-list.json: {error}"))?;
    }
    println!("cargo::rustc-env=PRICE_LIST_DIGEST={digest:x}");
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("price-book.postcard"), postcard::to_allocvec(&book)?)?;
    let file = format!(
        "{{\n  \"$schema\": \"./price-book.schema.json\",\n  \"lists\": [\n{}\n  ]\n}}\n",
        texts.join(",\n")
    );
    fs::write(Path::new(&out).join("price-book.json"), file)?;
    Ok(())
}

/// The text of a list as it stands in a book: further in, and without a schema of its own.
fn within_a_book(list: &str) -> String {
    let lines = list.lines().filter(|line| !line.trim_start().starts_with("\"$schema\""));
    lines.map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
