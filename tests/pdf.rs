//! Tests of the PDF, read back with poppler's tools, which know nothing of how it was written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::cell::OnceCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use casd_simulator::export::{Names, PdfError, QuoteData, Simulation, file_name, pdf};
use casd_simulator::i18n::{
    Lang, amount, day as written, feed, formula, list_dates, not_included, notice, paper_count, paper_name,
    paper_purpose, period, provenance, signed_by, step_title, vat,
};
use casd_simulator::procedure::{contract_file, steps_to_data};
use common::{
    FIXTURE, any_list_and_project, cents, changed, day, every_field, evil_names, example, fixture, id,
    institution, list, named, two_institutions, whole_book,
};
use proptest::prelude::*;
use serde_json::json;
use tariff::number::{Opened, issue, open};
use tariff::{AccessPoint, Budget, Institution, PriceBook, PriceList, Project};

const PAGE: &str = "https://www.casd.example/fr/simulateur-de-cout/";

/// A simulation on paper, and what it was written from.
struct Paper<'book> {
    opened: Opened<'book>,
    lang: Lang,
    link: String,
    names: Names,
    json: Vec<u8>,
    bytes: Vec<u8>,
    file: PathBuf,
    read: OnceCell<String>,
    tags: OnceCell<String>,
}

fn write_in<'book>(book: &'book PriceBook, lang: Lang, list: &PriceList, project: &Project) -> Paper<'book> {
    write_named(book, lang, list, project, Names::none())
}

fn write_named<'book>(
    book: &'book PriceBook,
    lang: Lang,
    list: &PriceList,
    project: &Project,
    names: &Names,
) -> Paper<'book> {
    let number = issue(list, project, day("2026-11-21")).unwrap();
    let opened = open(book, number.as_str()).unwrap();
    let link = format!("{PAGE}?lang={}#{}", lang.code(), number.as_str());
    let json = serde_json::to_vec(&QuoteData::new(&opened.quote, &opened.project, &number)).unwrap();
    let bytes =
        pdf(&Simulation { opened: &opened, lang, link: &link, names }, day("2026-11-22"), &json).unwrap();
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    let name = format!("{}-{}.pdf", std::process::id(), WRITTEN.fetch_add(1, Ordering::Relaxed));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, &bytes).unwrap();
    Paper {
        opened,
        lang,
        link,
        names: names.clone(),
        json,
        bytes,
        file,
        read: OnceCell::new(),
        tags: OnceCell::new(),
    }
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
    fn structure(&self) -> &str {
        self.tags.get_or_init(|| poppler("pdfinfo", &["-struct-text"], &self.file, &[]))
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

    /// The tables as a screen reader goes through them: rows of cells.
    fn tables(&self) -> Vec<Vec<Vec<String>>> {
        let (mut tables, mut outside) = (Vec::<Vec<Vec<String>>>::new(), 0);
        for line in self.structure().lines() {
            let (depth, line) = (line.len() - line.trim_start().len(), line.trim());
            if line.starts_with("Table") {
                tables.push(Vec::new());
                outside = depth;
                continue;
            }
            // After a table, what is no deeper than it is not of it.
            let Some(table) = tables.last_mut().filter(|_| depth > outside) else {
                outside = usize::MAX;
                continue;
            };
            let tag = line.split([' ', ':']).next().unwrap_or_default();
            match (tag, line.strip_prefix('"').and_then(|text| text.strip_suffix('"'))) {
                ("TR", _) => table.push(Vec::new()),
                ("TH" | "TD", _) => table.last_mut().unwrap().push(String::new()),
                (_, Some(text)) => table.last_mut().unwrap().last_mut().unwrap().push_str(text),
                _ => {}
            }
        }
        let plain = |table: Vec<Vec<String>>| {
            table.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect()
        };
        tables.into_iter().map(plain).collect()
    }

    /// An amount on paper, in cents.
    fn cents(&self, cell: &str) -> i128 {
        let shown: String = cell.chars().filter(|c| !"€ \u{a0}\u{202f}".contains(*c)).collect();
        let shown = match self.lang {
            Lang::Fr => shown.replace(',', "."),
            Lang::En => shown.replace(',', ""),
        };
        cents(shown.replace('\u{2212}', "-"))
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
        self.assert_plan();
        assert_says_nothing_that_binds(self.read());
    }

    /// What follows from the estimate: orders, budgets, papers, steps.
    fn assert_plan(&self) {
        let (lang, page, quote) = (self.lang, self.lang.page(), &self.opened.quote);
        let called = |institution| self.names.in_words(lang, institution);
        let orders = quote.purchase_orders();
        for order in orders.iter().filter(|_| orders.len() > 1) {
            self.assert_says(&format!("{} {}", page.purchase_order, called(order.funder)));
            if !order.lines.is_empty() {
                self.assert_says(&amount(lang, quote.list.currency, order.subtotal));
            }
        }
        self.assert_says(lang.files().budget_by_year);
        for paper in &contract_file(&self.opened.project, quote).papers {
            self.assert_says(paper_name(lang, paper));
            self.assert_says(&paper_count(lang, paper));
            let signed_by = signed_by(lang, paper, &called);
            // What is longer than a page may be read line by line, with what stands beside it.
            if signed_by.len() < 200 {
                self.assert_says(&signed_by);
                let purpose = paper_purpose(lang, paper, quote.list.currency);
                assert!(purpose.len() > 200 || self.read().contains(&plain(&purpose)), "{purpose}");
            }
        }
        for step in steps_to_data(self.opened.project.offer, Some((&self.opened.project, quote))) {
            self.assert_says(step_title(lang, step.step));
            for fed in &step.feeds {
                self.assert_says(feed(lang, quote.list.currency, fed).trim_end_matches('.'));
            }
        }
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
fn the_published_examples_take_two_pages_each_and_say_everything() {
    for paper in published() {
        assert_eq!(paper.pages(), 2);
        paper.assert_whole();
    }
}

#[test]
fn a_project_with_something_in_every_field_takes_few_pages_and_its_number_opens() {
    for (lang, pages) in [(Lang::Fr, 3), (Lang::En, 2)] {
        let paper = write(lang, list("casd-2020"), &every_field());
        paper.assert_whole();
        assert_eq!(paper.pages(), pages);
        let number = paper.read().split(' ').find(|word| word.starts_with("CASD-1")).unwrap();
        assert_eq!(open(whole_book(), number).unwrap().project, every_field());
    }
}

#[test]
fn the_estimate_is_whole_on_the_first_page_and_what_follows_from_it_on_the_next() {
    for paper in published() {
        let (lang, quote) = (paper.lang, &paper.opened.quote);
        let pages: Vec<String> = paper.layout().split('\u{c}').map(plain).collect();
        let total = amount(lang, quote.list.currency, quote.total).replace('\u{202f}', " ");
        let contact = &quote.list.offer(paper.opened.project.offer).unwrap().contact.email;
        for sentence in [lang.page().detail, lang.page().sources, lang.pdf().next, &total, contact] {
            assert!(pages[0].contains(sentence), "{sentence}: {}", pages[0]);
        }
        for heading in [lang.files().budget_by_year, lang.procedure().file, lang.procedure().steps] {
            assert!(!pages[0].contains(heading) && pages[1].contains(heading), "{heading}");
        }
    }
}

#[test]
fn a_paper_has_a_title_a_language_and_a_structure() {
    for paper in published() {
        let (lang, number) = (paper.lang, &paper.opened.number);
        let title = format!("{} {number} – {}", lang.pdf().title, lang.page().estimate);
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
    let papers = contract_file(&paper.opened.project, &paper.opened.quote).papers.len();
    assert_eq!((count("Document"), count("H1"), count("Figure"), count("Table")), (1, 1, 1, 3));
    assert_eq!(count("H2"), 8, "project, lines, to know, sources, what comes next, budget, papers, steps");
    assert_eq!((count("THead"), count("TBody"), count("TFoot")), (3, 3, 2), "papers do not add up");
    assert_eq!(count("TR"), (1 + lines + 1) + (1 + 2 + 1) + (1 + papers), "lines, two years, papers");
    assert_eq!(structure.matches("/Scope /Column").count(), 4 + 3 + 4);
    assert_eq!(structure.matches("/Scope /Row").count(), lines + 1 + 2 + 1 + papers);
    assert_eq!(count("LI"), count("LBody"));
    assert_eq!(count("Link"), 2, "the simulation and whom to write to");
}

#[test]
fn what_is_read_aloud_is_what_is_seen_but_for_the_foot_of_the_page() {
    for paper in published() {
        let (lang, number, pages) = (paper.lang, &paper.opened.number, paper.pages());
        let mut read = paper.read().to_string();
        for page in 1..=pages {
            let foot = format!("{} – {number} page {page}/{pages}", lang.page().estimate);
            assert_eq!(read.matches(&foot).count(), 1, "{foot}");
            read = plain(&read.replace(&foot, ""));
        }
        // Poppler does not see the narrow space before a footnote.
        let close = |text: &str| text.replace(" [", "[");
        assert_eq!(close(&paper.spoken()), close(&read));
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
            let words = [lang.page().item, lang.pdf().calculation, lang.page().amount];
            sheet.lines().any(|line| words.iter().all(|word| line.contains(word)))
        });
        let after = |heading: &str| sheets.iter().position(|sheet| sheet.contains(heading)).unwrap();
        let of_lines = after(lang.files().budget_by_year);
        assert!(of_lines > 2 && heads.count() >= of_lines - 1, "each page of the table names its columns");
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

// Several institutions, and what falls due when

/// The project of two institutions, with names.
fn of_two(lang: Lang) -> Paper<'static> {
    let names = named(&[("A", "Université de Bordeaux"), ("B", "CHU de Lyon")]);
    write_named(whole_book(), lang, list("casd-2020"), &two_institutions(), &names)
}

#[test]
fn a_box_of_another_institution_gives_orders_vouchers_and_forms_of_their_own() {
    for lang in Lang::ALL {
        let paper = of_two(lang);
        paper.assert_whole();
        assert_eq!(paper.pages(), 2);
        let [lines, _, papers] = paper.tables().try_into().unwrap();
        let order = |name: &str| plain(&format!("{} {name}", lang.page().purchase_order));
        let foot: Vec<(String, i128)> =
            lines[lines.len() - 3..].iter().map(|row| (row[0].clone(), paper.cents(&row[1]))).collect();
        assert_eq!(
            foot,
            [
                (order("Université de Bordeaux (A)"), 474_000),
                (order("CHU de Lyon (B)"), 42_000),
                (lang.page().total.into(), 516_000)
            ]
        );
        let counted = |french: &str, english: &str| {
            let called = if lang == Lang::Fr { french } else { english };
            papers[1..].iter().filter(|row| row[0].starts_with(called)).count()
        };
        assert_eq!(counted("Contrat cadre", "Master service contract"), 1);
        assert_eq!(counted("Bon de commande", "Purchase order"), 2);
        assert_eq!(counted("Bon d’hébergement", "Hosting voucher"), 2);
        assert_eq!(counted("Formulaire technique", "Technical form"), 2);
        assert_eq!(counted("Conditions générales", "User conditions"), 1);
        assert!(papers[8][1].starts_with('2'), "two sets of them: {papers:?}");
        for row in &papers[2..8] {
            let signers = ["Université de Bordeaux (A)", "CHU de Lyon (B)"];
            let signers = signers.iter().filter(|signer| row[2].contains(**signer));
            assert_eq!(signers.count(), 1, "{row:?}");
        }
    }
}

/// What a budget on paper says is what falls due, and its last row adds up.
fn assert_budget(paper: &Paper<'_>, table: &[Vec<String>], budget: &Budget) {
    let (first, rows) = (&table[0], &table[1..table.len() - 1]);
    let sum = table.last().unwrap();
    assert_eq!(paper.cents(sum.last().unwrap()), cents(budget.total));
    let amounts = rows.iter().map(|row| paper.cents(row.last().unwrap()));
    assert_eq!(amounts.sum::<i128>(), cents(budget.total), "{table:?}");
    if first.contains(&paper.lang.pdf().paid_by.into()) {
        let due = |at: usize| budget.periods.iter().map(move |period| cents(period.amounts[at]));
        for at in 0..budget.funders.len() {
            assert_eq!(due(at).sum::<i128>(), cents(budget.subtotals[at]));
        }
        return;
    }
    for (row, period) in rows.iter().zip(&budget.periods) {
        assert_eq!(row[1], period.months.to_string());
        let amounts: Vec<i128> = row[2..].iter().map(|cell| paper.cents(cell)).collect();
        let of_each = period.amounts.iter().filter(|_| budget.funders.len() > 1);
        assert_eq!(amounts, of_each.chain([&period.total]).map(cents).collect::<Vec<_>>());
    }
    assert_eq!(rows.len(), budget.periods.len());
}

#[test]
fn a_budget_of_several_years_is_told_by_calendar_year_and_by_term() {
    let mut project = two_institutions();
    project.months = 30;
    project.access_points.iter_mut().for_each(|one| one.months = 30);
    for lang in Lang::ALL {
        let names = named(&[("B", "CHU de Lyon")]);
        let paper = write_named(whole_book(), lang, list("casd-2020"), &project, &names);
        paper.assert_whole();
        assert!(paper.pages() <= 3);
        let tables = paper.tables();
        assert_eq!(tables.len(), 4);
        assert_eq!((tables[1].len(), tables[2].len()), (1 + 4 + 1, 1 + 3 + 1));
        assert_budget(&paper, &tables[1], &paper.opened.quote.budget_by_year());
        assert_budget(&paper, &tables[2], &paper.opened.quote.budget_by_term());
    }
}

#[test]
fn a_budget_that_would_only_repeat_the_total_is_a_sentence() {
    for (lang, said) in
        [(Lang::Fr, "Tout relève de 2020 (6 mois)."), (Lang::En, "All of it falls into 2020 (6 months).")]
    {
        let paper = write(lang, list("pmsi"), &example("pmsi"));
        paper.assert_says(said);
        assert_eq!(paper.tables().len(), 2, "lines and papers");
        assert!(!paper.read().contains(lang.files().budget_by_term));
    }
}

#[test]
fn terms_that_are_the_calendar_years_are_not_told_twice() {
    let mut project = example("pmsi");
    project.months = 30;
    project.access_points[0].months = 30;
    let paper = write(Lang::Fr, list("pmsi"), &project);
    assert_eq!(paper.tables().len(), 3, "lines, three years, papers");
    assert_budget(&paper, &paper.tables()[1], &paper.opened.quote.budget_by_year());
    assert!(!paper.read().contains(Lang::Fr.files().budget_by_term));
}

#[test]
fn many_funders_have_a_row_each_in_a_budget() {
    let mut project = two_institutions();
    for at in 2..8 {
        let mut another = project.access_points[1].clone();
        another.funder = Institution::of_rank(at).unwrap();
        project.access_points.push(another);
    }
    for lang in Lang::ALL {
        let paper = write(lang, list("casd-2020"), &project);
        paper.assert_whole();
        let tables = paper.tables();
        assert_budget(&paper, &tables[1], &paper.opened.quote.budget_by_year());
        assert_eq!(tables[1].len(), 1 + 2 * 8 + 1);
        assert_eq!(tables[1][0][2], lang.pdf().paid_by);
    }
}

#[test]
fn names_do_no_harm_on_paper() {
    for (at, name) in evil_names().into_iter().enumerate() {
        let names = named(&[("A", &name), ("B", &name)]);
        let lang = Lang::ALL[at % 2];
        let paper = write_named(whole_book(), lang, list("casd-2020"), &two_institutions(), &names);
        assert!(paper.pages() <= 5, "{name:?}");
        for [left, top, right, bottom] in boxes_of_words(&paper.file) {
            assert!(left >= 53.0 && right <= 595.28 - 53.0, "{name:?}: {left} to {right}");
            assert!(top >= 40.0 && bottom <= 841.89 - 28.0, "{name:?}: {top} to {bottom}");
        }
        // What is too long for a line goes on over several.
        let close = |text: &str| text.split_whitespace().collect::<String>();
        let order = close(&format!("{} {}", lang.page().purchase_order, shown(&paper, "B")));
        assert!(close(paper.read()).contains(&order), "{order}");
        for money in paper.opened.quote.purchase_orders().iter().map(|order| order.subtotal) {
            paper.assert_says(&amount(lang, paper.opened.list.currency, money));
        }
    }
}

/// What an institution is called, as far as the typeface has it.
fn shown(paper: &Paper<'_>, label: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{200b}'..='\u{200f}');
    let known = |c: char| if "漢字🎓\u{e000}".contains(c) { '?' } else { c };
    paper.names.in_words(paper.lang, institution(label)).chars().filter(seen).map(known).collect()
}

#[test]
fn a_budget_under_the_longest_names_adds_up() {
    let names = named(&[("A", &"W".repeat(100)), ("B", &"=1+1".repeat(25))]);
    let paper = write_named(whole_book(), Lang::En, list("casd-2020"), &two_institutions(), &names);
    assert_budget(&paper, &paper.tables()[1], &paper.opened.quote.budget_by_year());
}

#[test]
fn a_hundred_institutions_with_long_names_lose_nothing() {
    let mut project = example("casd-2020");
    let boxes = (0..100).map(|at| {
        let (funder, host) = (Institution::of_rank(at + 1).unwrap(), Institution::of_rank(200 - at).unwrap());
        AccessPoint { months: 12, funder, host }
    });
    project.access_points = boxes.collect();
    let mut names = Names::default();
    for one in Institution::all() {
        names.give(
            one,
            &format!("Établissement public de recherche et d’enseignement supérieur n° {}", one.rank()),
        );
    }
    let paper = write_named(whole_book(), Lang::Fr, list("casd-2020"), &project, &names);
    paper.assert_whole();
    // Poppler takes minutes to list the tags of so many pages.
    let read = paper.read();
    for (paper, count) in
        [("Bon de commande : le devis", 101), ("Bon d’hébergement 1", 100), ("Formulaire technique 1", 100)]
    {
        assert_eq!(read.matches(paper).count(), count, "{paper}");
    }
    let last = "Établissement public de recherche et d’enseignement supérieur n° 100 (W4)";
    // As who pays a line and an order, in two years, and as who signs contract and order.
    assert_eq!(read.matches(last).count(), 1 + 1 + 2 + 2, "{last}");
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
        let on_paper = text.matches(lang.page().on_request).count();
        assert!(on_paper >= 4 + 2, "four items, and beside both totals: {on_paper}");
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
    assert_eq!(written.err(), Some(PdfError::LinkTooLong));
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn any_simulation_can_be_written_and_says_everything((list, project) in any_list_and_project(), french: bool) {
        let lang = if french { Lang::Fr } else { Lang::En };
        write(lang, list, &project).assert_whole();
    }
}
