//! The simulation on paper: what poppler's tools, which know nothing of how it was written, read in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::cell::OnceCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use casd_simulator::documents::{Names, NotWritten, QuoteData, Simulation, file_name, pdf};
use casd_simulator::number::{Opened, issue, open};
use casd_simulator::tariff::{AccessPoint, PriceBook, PriceList, Project};
use casd_simulator::text::{
    Lang, amount, day as written, formula, list_dates, not_included, notice, period, provenance, vat,
};
use common::{FIXTURE, any_list_and_project, changed, day, example, fixture, id, list, whole_book};
use proptest::prelude::*;
use serde_json::json;

const PAGE: &str = "https://www.casd.example/fr/simulateur-de-cout/";

/// A simulation on paper, and what it was written from.
struct Paper<'book> {
    opened: Opened<'book>,
    lang: Lang,
    link: String,
    json: Vec<u8>,
    bytes: Vec<u8>,
    file: PathBuf,
    read: OnceCell<String>,
}

fn write_in<'book>(book: &'book PriceBook, lang: Lang, list: &PriceList, project: &Project) -> Paper<'book> {
    let number = issue(list, project, day("2026-11-21")).unwrap();
    let opened = open(book, number.as_str()).unwrap();
    let link = format!("{PAGE}?lang={}#{}", lang.code(), number.as_str());
    let json = serde_json::to_vec(&QuoteData::new(&opened.quote, &opened.project, &number)).unwrap();
    let bytes = pdf(
        &Simulation { opened: &opened, lang, link: &link, names: Names::none() },
        day("2026-11-22"),
        &json,
    )
    .unwrap();
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    let name = format!("{}-{}.pdf", std::process::id(), WRITTEN.fetch_add(1, Ordering::Relaxed));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, &bytes).unwrap();
    Paper { opened, lang, link, json, bytes, file, read: OnceCell::new() }
}

fn write(lang: Lang, list: &PriceList, project: &Project) -> Paper<'static> {
    write_in(whole_book(), lang, list, project)
}

impl Drop for Paper<'_> {
    fn drop(&mut self) {
        // A paper that a test fails on stays, to be looked at.
        if !std::thread::panicking() {
            let _ = std::fs::remove_file(&self.file);
        }
    }
}

/// What one of poppler's tools says of a file.
fn poppler(tool: &str, arguments: &[&str], file: &Path, rest: &[&str]) -> String {
    let output = match Command::new(tool).args(arguments).arg(file).args(rest).output() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            panic!("{tool} is missing: install poppler-utils (tools/install.sh test does)")
        }
        output => output.unwrap(),
    };
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    // The titles of headings come out of pdfinfo as they stand in the file, in UTF-16.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// One kind of space, one at a time.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Paper<'_> {
    /// The text as it stands, with a form feed after each page.
    fn layout(&self) -> String {
        poppler("pdftotext", &["-layout"], &self.file, &["-"])
    }

    /// The parts and their text as a screen reader goes through them.
    fn structure(&self) -> String {
        poppler("pdfinfo", &["-struct-text"], &self.file, &[])
    }

    /// The text in the order in which it is read: what wraps in its column is whole again.
    fn read(&self) -> &str {
        self.read.get_or_init(|| plain(&poppler("pdftotext", &["-raw"], &self.file, &["-"])))
    }

    /// The text of the parts, without their tags.
    fn spoken(&self) -> String {
        let structure = self.structure();
        let quoted = structure.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
        plain(&quoted.collect::<Vec<_>>().join(" "))
    }

    fn info(&self, field: &str) -> String {
        let info = poppler("pdfinfo", &[], &self.file, &[]);
        let field = format!("{field}:");
        let line = info.lines().find_map(|line| line.strip_prefix(&field));
        line.unwrap_or_else(|| panic!("no {field} in {info}")).trim().into()
    }

    fn pages(&self) -> usize {
        self.info("Pages").parse().unwrap()
    }

    fn assert_says(&self, sentence: &str) {
        let (read, sentence) = (self.read(), plain(sentence));
        assert!(read.contains(&sentence), "“{sentence}” is not in {}: {read}", self.file.display());
    }

    /// Everything that the paper has to say of its simulation.
    fn assert_whole(&self) {
        let (lang, page, quote) = (self.lang, self.lang.page(), &self.opened.quote);
        let money = |money| amount(lang, quote.list.currency, money);
        for line in &quote.lines {
            self.assert_says(lang.of(line.item.label()));
            self.assert_says(&formula(lang, quote.list, line));
            self.assert_says(&money(line.amount));
        }
        for unpriced in &quote.on_request {
            self.assert_says(lang.of(&unpriced.charge.label));
            self.assert_says(page.on_request);
            self.assert_says(page.excluding_on_request);
        }
        quote.notices.iter().for_each(|one| self.assert_says(&notice(lang, one)));
        quote.not_included.iter().for_each(|one| self.assert_says(&not_included(lang, quote, one)));
        for line in &quote.lines {
            let source = line.item.provenance().map(|source| provenance(lang, quote.list, source));
            source.iter().for_each(|source| self.assert_says(source));
        }
        for remark in quote.list.remarks_on(self.opened.project.offer) {
            self.assert_says(lang.of(remark));
        }
        let contact = &quote.list.offer(self.opened.project.offer).unwrap().contact;
        // A long number goes on over lines, which end between its groups; so does a link.
        for whole in [&self.opened.number.to_string(), &self.link] {
            assert!(self.read().replace(' ', "").contains(whole.as_str()), "{whole}");
        }
        let issued = written(lang, self.opened.issued);
        let (total, per_user) = (money(quote.total), money(quote.total_per_user));
        let (vat, dates) = (vat(lang, quote), list_dates(lang, quote.list, day("2026-11-22")));
        for sentence in [
            page.estimate,
            page.binding,
            &issued,
            &total,
            &per_user,
            &vat,
            &dates,
            &contact.email,
            lang.of(&contact.who),
            lang.of(&quote.list.title),
            &period(lang, quote),
        ] {
            self.assert_says(sentence);
        }
        assert_says_nothing_that_binds(self.read());
    }
}

/// « devis » is CASD's own document, the final one; nothing else here is called so.
fn assert_says_nothing_that_binds(text: &str) {
    let text = text.to_lowercase().replace("devis définitif", "").replace("final quotation", "");
    for word in ["devis", "quotation", "facture pro", "offre de prix", "bon pour accord"] {
        assert!(!text.contains(word), "“{word}” in {text}");
    }
}

/// Each published example in both languages.
fn published() -> Vec<Paper<'static>> {
    let names = ["casd-2018", "casd-2020", "pmsi"];
    let both = names.iter().flat_map(|name| Lang::ALL.map(|lang| (name, lang)));
    both.map(|(name, lang)| write(lang, list(name), &example(name))).collect()
}

/// A project of a hundred SD-Boxes, each rented for another time: a line and more for each.
fn a_hundred_boxes() -> Project {
    let mut project = fixture().examples[0].project.clone();
    project.access_points = (0..100).map(|at| AccessPoint::lasting(240 - at)).collect();
    project.options = serde_json::from_value(json!({
        "support": true, "training": true, "software": "other", "storage": 1000, "credits": 10
    }))
    .unwrap();
    project.configuration = id("gpu");
    project
}

#[test]
fn the_published_examples_take_one_page_each_and_say_everything() {
    for paper in published() {
        assert_eq!(paper.pages(), 1);
        paper.assert_whole();
    }
}

#[test]
fn a_paper_has_a_title_a_language_and_a_structure() {
    for paper in published() {
        let (lang, number) = (paper.lang, &paper.opened.number);
        let title = format!("{} {number} – {}", lang.paper().title, lang.page().estimate);
        assert_eq!(paper.info("Title"), title);
        assert_eq!(paper.info("Tagged"), "yes");
        assert_eq!(paper.info("JavaScript"), "no");
        assert!(paper.info("Page size").ends_with("(A4)"));
        let raw = String::from_utf8_lossy(&paper.bytes);
        assert!(raw.contains(&format!("/Lang({})", lang.code())), "its language");
        assert!(raw.contains("/DisplayDocTitle true"), "its title is shown, not the name of its file");
    }
}

#[test]
fn a_paper_says_that_it_can_be_archived_and_read_aloud() {
    for paper in published() {
        let metadata = poppler("pdfinfo", &["-meta"], &paper.file, &[]);
        for claim in [
            "<pdfaid:part>3</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(metadata.contains(claim), "{claim} in {metadata}");
        }
    }
}

#[test]
fn a_paper_is_made_of_headings_a_table_with_headers_lists_and_links() {
    let paper = write(Lang::En, list("casd-2018"), &example("casd-2018"));
    let structure = paper.structure();
    let count = |tag: &str| {
        let tags = structure.lines().map(|line| line.trim().split([' ', ':']).next().unwrap_or_default());
        tags.filter(|one| *one == tag).count()
    };
    let lines = paper.opened.quote.lines.len();
    assert_eq!((count("Document"), count("H1"), count("Figure"), count("Table")), (1, 1, 1, 1));
    assert_eq!(count("H2"), 5, "project, lines, to know, sources, what comes next");
    assert_eq!((count("THead"), count("TBody"), count("TFoot")), (1, 1, 1));
    assert_eq!(count("TR"), 1 + lines + 1, "the head, the lines, the total");
    assert_eq!(structure.matches("/Scope /Column").count(), 4);
    assert_eq!(structure.matches("/Scope /Row").count(), lines + 1);
    assert_eq!(count("LI"), count("LBody"));
    assert_eq!(count("Link"), 2, "the simulation and whom to write to");
}

#[test]
fn what_is_read_aloud_is_what_is_seen_but_for_the_foot_of_the_page() {
    for paper in published() {
        let (lang, number) = (paper.lang, &paper.opened.number);
        let foot = format!("{} – {number} page 1/1", lang.page().estimate);
        // Poppler does not see the narrow space before a footnote.
        let close = |text: &str| text.replace(" [", "[");
        assert_eq!(close(&format!("{} {foot}", paper.spoken())), close(paper.read()));
    }
}

#[test]
fn the_links_lead_to_the_simulation_and_to_casd() {
    for (name, email) in
        [("casd-2018", "service@casd.eu"), ("casd-2020", "service@casd.eu"), ("pmsi", "acces.pmsi@casd.eu")]
    {
        let paper = write(Lang::Fr, list(name), &example(name));
        let raw = String::from_utf8_lossy(&paper.bytes);
        assert!(raw.contains(&format!("/URI({})", paper.link)), "{}", paper.link);
        assert!(raw.contains(&format!("/URI(mailto:{email})")), "{email}");
        assert!(paper.read().contains(&paper.link), "the link can be read and copied");
    }
}

#[test]
fn the_number_can_be_copied_in_one_piece() {
    for paper in published() {
        let number = paper.opened.number.to_string();
        assert!(paper.layout().lines().any(|line| line.trim_start().starts_with(&number)), "{number}");
    }
}

#[test]
fn the_data_are_attached_byte_for_byte() {
    for paper in published() {
        let listed = poppler("pdfdetach", &["-list"], &paper.file, &[]);
        let name = file_name(&paper.opened.number, "json");
        assert!(listed.contains("1 embedded file") && listed.contains(&name), "{listed}");
        let saved = paper.file.with_extension("json");
        poppler("pdfdetach", &["-save", "1", "-o", saved.to_str().unwrap()], &paper.file, &[]);
        assert_eq!(std::fs::read(&saved).unwrap(), paper.json);
        std::fs::remove_file(saved).unwrap();
        let raw = String::from_utf8_lossy(&paper.bytes);
        assert!(raw.contains("/AFRelationship/Data") || raw.contains("/AFRelationship /Data"));
    }
}

#[test]
fn the_typeface_is_embedded_and_only_what_is_used_of_it() {
    for paper in published() {
        let fonts = poppler("pdffonts", &[], &paper.file, &[]);
        let fonts: Vec<_> = fonts.lines().skip(2).collect();
        assert_eq!(fonts.len(), 2, "{fonts:?}");
        for font in fonts {
            assert!(font.contains("+IBMPlexSans-"), "{font}");
            assert!(font.contains("yes yes yes"), "embedded, subset, with its characters: {font}");
        }
        assert!(paper.bytes.len() < 80_000, "{} bytes", paper.bytes.len());
    }
}

#[test]
fn the_same_simulation_gives_the_same_bytes() {
    let paper = || write(Lang::Fr, list("pmsi"), &example("pmsi"));
    assert!(paper().bytes == paper().bytes);
}

#[test]
fn a_hundred_boxes_go_on_over_pages_and_lose_no_line() {
    for lang in Lang::ALL {
        let paper = write(lang, fixture(), &a_hundred_boxes());
        paper.assert_whole();
        let pages = paper.pages();
        assert!(pages > 3, "{pages} pages");
        let layout = paper.layout();
        let sheets: Vec<_> = layout.split('\u{c}').filter(|sheet| !sheet.trim().is_empty()).collect();
        assert_eq!(sheets.len(), pages);
        for (at, sheet) in sheets.iter().enumerate() {
            assert!(sheet.contains(&format!("page {}/{pages}", at + 1)), "{sheet}");
            assert!(sheet.contains(lang.page().estimate), "{sheet}");
        }
        let heads = sheets.iter().filter(|sheet| {
            let words = [lang.page().item, lang.paper().calculation, lang.page().amount];
            sheet.lines().any(|line| words.iter().all(|word| line.contains(word)))
        });
        assert!(heads.count() >= pages - 2, "each page of the table names its columns");
    }
}

#[test]
fn nothing_stands_outside_the_margins() {
    for lang in Lang::ALL {
        for paper in [write(lang, fixture(), &a_hundred_boxes()), write(lang, list("pmsi"), &example("pmsi"))]
        {
            for [left, top, right, bottom] in boxes_of_words(&paper.file) {
                assert!(left >= 53.0 && right <= 595.28 - 53.0, "{left} to {right}");
                assert!(top >= 40.0 && bottom <= 841.89 - 28.0, "{top} to {bottom}");
            }
        }
    }
}

/// The rectangle of each word.
fn boxes_of_words(file: &Path) -> Vec<[f64; 4]> {
    let words = poppler("pdftotext", &["-bbox"], file, &["-"]);
    let words = words.lines().filter(|line| line.trim().starts_with("<word"));
    let number = |text: &str| text.parse().ok();
    words
        .map(|word| {
            let numbers: Vec<f64> = word.split('"').filter_map(number).collect();
            numbers[..4].try_into().unwrap()
        })
        .collect()
}

#[test]
fn a_total_that_leaves_something_out_says_so_and_shows_no_zero() {
    let mut project = example("pmsi");
    project.options = serde_json::from_value(json!({
        "health-referent": true, "larger-configuration": true, "extra-software": true, "output-credits": 3
    }))
    .unwrap();
    for lang in Lang::ALL {
        let paper = write(lang, list("pmsi"), &project);
        paper.assert_whole();
        let text = paper.read();
        assert_eq!(text.matches(lang.page().on_request).count(), 4 + 2, "four items, and beside both totals");
        assert!(!text.contains(" 0,00") && !text.contains("€0.00"), "{text}");
    }
}

#[test]
fn vat_is_told_as_the_list_states_it() {
    for prices in ["excluded", "included"] {
        let list = changed(FIXTURE, "/vat", json!({ "prices": prices, "rate": "20" }));
        let project = list.examples[0].project.clone();
        let book = PriceBook::new(vec![list]).unwrap();
        for lang in Lang::ALL {
            let paper = write_in(&book, lang, &book.lists()[0], &project);
            assert!(paper.opened.quote.vat.is_some());
            paper.assert_whole();
        }
    }
}

#[test]
fn an_archived_list_says_that_it_is() {
    let paper = write(Lang::Fr, list("casd-2018"), &example("casd-2018"));
    paper.assert_says("archivés : ils ont 8 ans et 3 mois et ne servent plus aux nouvelles simulations");
}

#[test]
fn long_words_wrap_and_strange_characters_give_way() {
    let label = format!(
        "{} \u{e000}漢字\u{200b}\tfin\u{fffe} 🎓 Жанна Ωμέγα",
        "Anticonstitutionnellement".repeat(12)
    );
    let list = changed(FIXTURE, "/charges/0/label", json!({ "fr": label, "en": label }));
    let project = list.examples[0].project.clone();
    let book = PriceBook::new(vec![list]).unwrap();
    let paper = write_in(&book, Lang::Fr, &book.lists()[0], &project);
    let read = paper.read().replace(' ', "");
    assert!(read.contains(&"Anticonstitutionnellement".repeat(12)), "{read}");
    assert!(read.contains("???fin??ЖаннаΩμέγα"), "{read}");
    for [left, _, right, _] in boxes_of_words(&paper.file) {
        assert!(left >= 53.0 && right <= 595.28 - 53.0, "{left} to {right}");
    }
}

#[test]
fn a_link_that_no_qr_code_holds_is_refused_with_the_reason() {
    let list = list("pmsi");
    let number = issue(list, &example("pmsi"), day("2026-11-21")).unwrap();
    let opened = open(whole_book(), number.as_str()).unwrap();
    let link = format!("{PAGE}{}", "x".repeat(3_000));
    let written = pdf(
        &Simulation { opened: &opened, lang: Lang::En, link: &link, names: Names::none() },
        day("2026-11-22"),
        b"{}",
    );
    assert_eq!(written.err(), Some(NotWritten::LinkTooLong));
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn any_simulation_can_be_written_and_says_everything((list, project) in any_list_and_project(), french: bool) {
        let lang = if french { Lang::Fr } else { Lang::En };
        write(lang, list, &project).assert_whole();
    }
}
