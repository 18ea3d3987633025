//! Tests of the CSV exports: spreadsheets in both languages read them correctly.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::export::{Checked, Names, Simulation, check, checks_csv, csv};
use casd_simulator::i18n::{Lang, formula, notice, offer_name, paper_name, paper_purpose};
use casd_simulator::price_lists::price_book;
use casd_simulator::procedure::{PaperKind, contract_file};
use common::{
    FIXTURE, any_list_and_project, cents, changed, day, every_field, evil_names, example, fixture, id,
    issued, link, list, named, two_institutions,
};
use proptest::prelude::*;
use serde_json::json;
use tariff::number::{Opened, issue, open};
use tariff::{AccessPoint, Offer, PriceBook, Project};

const TODAY: &str = "2026-11-21";

/// A table as a spreadsheet of that language reads it.
fn read(lang: Lang, bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark, or Excel misreads accents");
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
    let separator = if lang == Lang::Fr { b';' } else { b',' };
    let mut reader = csv_reader(separator, text);
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every row is as wide as the others");
    rows
}

fn csv_reader(separator: u8, text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes())
}

fn table(lang: Lang, opened: &Opened<'_>) -> Vec<Vec<String>> {
    table_with(lang, opened, Names::none())
}

fn table_with(lang: Lang, opened: &Opened<'_>, names: &Names) -> Vec<Vec<String>> {
    let link = link(lang.code(), &opened.number);
    read(lang, &csv(&Simulation { opened, lang, link: &link, names }).unwrap())
}

/// An amount as a spreadsheet of that language reads it, in cents.
fn amount(lang: Lang, cell: &str) -> i128 {
    let (right, wrong) = if lang == Lang::Fr { (',', '.') } else { ('.', ',') };
    assert!(!cell.contains(wrong), "{cell}");
    assert!(cell.chars().all(|c| c.is_ascii_digit() || c == '-' || c == right), "{cell}");
    cents(cell.replace(right, "."))
}

/// What stands beside a label in the first rows.
fn value<'table>(table: &'table [Vec<String>], label: &str) -> &'table str {
    let row = table.iter().find(|row| row[0] == label).unwrap_or_else(|| panic!("no {label} in {table:?}"));
    &row[1]
}

/// The rows between the headings and the purchase orders or the total.
fn lines(lang: Lang, table: &[Vec<String>]) -> &[Vec<String>] {
    let start = table.iter().position(|row| row[0] == lang.page().item).unwrap() + 1;
    let ends = |row: &Vec<String>| row[1].is_empty() && begins(row, &[lang.page().total, order(lang)]);
    &table[start..start + table[start..].iter().position(ends).unwrap()]
}

/// What purchase orders begin with.
fn order(lang: Lang) -> &'static str {
    lang.page().purchase_order
}

fn begins(row: &[String], words: &[&str]) -> bool {
    words.iter().any(|word| row[0].starts_with(word))
}

/// What the amounts of the rows that begin so add up to, as `SUMIF` gives it.
fn sum_if(lang: Lang, table: &[Vec<String>], is_one: impl Fn(&Vec<String>) -> bool) -> i128 {
    let rows = table.iter().filter(|row| is_one(row) && !row[6].is_empty());
    rows.map(|row| amount(lang, &row[6])).sum()
}

/// That purchase orders and budgets add up, no matter who pays.
fn assert_split(lang: Lang, opened: &Opened<'_>, table: &[Vec<String>]) {
    let (files, quote) = (lang.files(), &opened.quote);
    let funders = quote.funders();
    let total = cents(quote.total);
    let orders = sum_if(lang, table, |row| begins(row, &[order(lang)]));
    assert_eq!(orders, if funders.len() > 1 { total } else { 0 });
    let heading = table.iter().position(|row| row[0] == files.budget).unwrap();
    assert_eq!(
        table[heading][..8],
        [
            files.budget,
            files.budget_period,
            files.first_day,
            files.last_day,
            files.budget_months,
            files.institution,
            lang.page().amount,
            files.currency
        ]
    );
    for (called, budget) in
        [(files.budget_by_year, quote.budget_by_year()), (files.budget_by_term, quote.budget_by_term())]
    {
        let rows: Vec<&Vec<String>> = table.iter().filter(|row| row[0] == called).collect();
        assert_eq!(sum_if(lang, table, |row| row[0] == called), total, "{called}");
        for period in &budget.periods {
            let day = period.from.to_string();
            let of_period: Vec<_> = rows.iter().filter(|row| row[2] == day).collect();
            let sum: i128 = of_period.iter().map(|row| amount(lang, &row[6])).sum();
            assert_eq!(sum, cents(period.total), "{called} {day}");
            assert!(!of_period.is_empty(), "no period is missing");
            for row in of_period {
                assert_eq!((&row[3], &row[4]), (&period.until.to_string(), &period.months.to_string()));
                assert_eq!(row[7], "EUR");
            }
        }
    }
    let file = contract_file(&opened.project, quote);
    let start = table.iter().position(|row| row[0] == lang.procedure().file).unwrap() + 1;
    for (row, paper) in table[start..].iter().zip(&file.papers) {
        assert_eq!(row[..2], [paper_name(lang, paper).into(), paper.count().to_string()]);
        assert_eq!(row[3], paper_purpose(lang, paper, opened.list.currency));
        assert_eq!(row[6], "", "its amount is in words");
    }
    assert!(table[start + file.papers.len()].iter().all(String::is_empty), "and no more");
}

/// The fixture's project with everything that can be chosen, some of it on request.
fn everything() -> Project {
    let mut project = fixture().examples[0].project.clone();
    project.configuration = id("gpu");
    (project.users, project.students) = (7, 3);
    project.access_points = [36, 12, 24].map(AccessPoint::lasting).into();
    let options =
        json!({ "support": true, "training": true, "software": "other", "storage": 1000, "credits": 10 });
    project.options = serde_json::from_value(options).unwrap();
    project
}

fn assert_adds_up(lang: Lang, opened: &Opened<'_>) {
    let table = table(lang, opened);
    let quote = &opened.quote;
    let rows = lines(lang, &table);
    assert_eq!(rows.len(), quote.lines.len() + quote.on_request.len());
    let sum: i128 = rows.iter().filter(|row| !row[6].is_empty()).map(|row| amount(lang, &row[6])).sum();
    assert_eq!(sum, cents(quote.total));
    let total = table.iter().find(|row| row[0].starts_with(lang.page().total) && !row[6].is_empty()).unwrap();
    assert_eq!(amount(lang, &total[6]), cents(quote.total));
    assert_split(lang, opened, &table);
    for (row, line) in rows.iter().zip(&quote.lines) {
        assert_eq!(row[0], lang.of(line.item.label()));
        assert_eq!(row[1], formula(lang, quote.list, line));
        assert_eq!(row[2..4], [line.quantity.to_string(), line.periods.count.to_string()]);
        assert_eq!(amount(lang, &row[6]), cents(line.amount));
        assert_eq!(row[7..9], ["EUR".into(), Names::none().paid_by(lang, line.payer, line.funder)]);
        match line.shares().collect::<Vec<_>>().as_slice() {
            [share] => assert_eq!(amount(lang, &row[5]), cents(share.unit_price)),
            _ => assert_eq!(row[5], ""),
        }
    }
    for row in &rows[quote.lines.len()..] {
        assert_eq!((row[5].as_str(), row[6].as_str()), (lang.page().on_request, ""), "unknown is not zero");
    }
}

#[test]
fn the_table_of_a_published_example_is_this_one_in_french() {
    let opened = issued(list("pmsi"), &example("pmsi"), TODAY);
    let table = table(Lang::Fr, &opened);
    assert_eq!(value(&table, "Numéro de simulation"), opened.number.to_string());
    assert_eq!(value(&table, "Lien"), link("fr", &opened.number));
    assert_eq!(value(&table, "Date d’émission"), TODAY);
    assert_eq!(value(&table, "Premier jour"), "2020-01-01");
    assert_eq!(value(&table, "Dernier jour"), "2020-06-30");
    assert_eq!(value(&table, "TVA"), "non précisée");
    assert!(value(&table, "Estimation non contractuelle").contains("n’engage personne"));
    let rows: Vec<[&str; 5]> = lines(Lang::Fr, &table)
        .iter()
        .map(|row| [&row[2], &row[3], &row[4], &row[5], &row[6]].map(String::as_str))
        .collect();
    assert_eq!(
        rows,
        [
            ["1", "6", "par mois", "35,00", "210,00"],
            ["4", "6", "par mois", "29,00", "696,00"],
            ["1", "6", "par mois", "258,00", "1548,00"],
        ]
    );
    let total = table.iter().find(|row| row[0] == "Total").unwrap();
    assert_eq!(total[1..8], ["", "", "", "", "", "2454,00", "EUR"]);
    let per_user = table.iter().find(|row| row[0] == "Total par utilisateur").unwrap();
    assert_eq!(per_user[6], "613,50");
}

#[test]
fn the_amounts_of_everything_add_up_in_both_languages() {
    for name in ["casd-2018", "casd-2020", "pmsi"] {
        for lang in Lang::ALL {
            assert_adds_up(lang, &issued(list(name), &example(name), TODAY));
        }
    }
    for lang in Lang::ALL {
        let opened = issued(list("casd-2020"), &every_field(), TODAY);
        assert_adds_up(lang, &opened);
        let table = table(lang, &opened);
        assert_eq!((value(&table, lang.page().number), table[0].len()), (&*opened.number.to_string(), 10));
    }
    for lang in Lang::ALL {
        let opened = issued(fixture(), &everything(), TODAY);
        assert!(
            !opened.quote.on_request.is_empty()
                && opened.quote.lines.iter().any(|line| line.shares().count() > 1)
        );
        assert!(opened.quote.lines.iter().any(|line| line.amount.cents() < 0), "a reduction");
        assert_adds_up(lang, &opened);
    }
}

#[test]
fn a_box_of_another_institution_is_ordered_budgeted_and_signed_for_apart() {
    let names = named(&[("A", "Université de Bordeaux"), ("B", "CHU de Lyon")]);
    for lang in Lang::ALL {
        let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
        let table = table_with(lang, &opened, &names);
        assert_split(lang, &opened, &table);
        let orders: Vec<(&str, &str)> = table
            .iter()
            .filter(|row| row[0].starts_with(order(lang)) && !row[6].is_empty())
            .map(|row| {
                (&row[0][order(lang).len() + 1..], row[6].trim_end_matches(",00").trim_end_matches(".00"))
            })
            .collect();
        assert_eq!(orders, [("Université de Bordeaux (A)", "4740"), ("CHU de Lyon (B)", "420")]);
        let year = |institution: &str| {
            let files = lang.files();
            sum_if(lang, &table, |row| row[0] == files.budget_by_year && row[5] == institution)
        };
        assert_eq!((year("Université de Bordeaux (A)"), year("CHU de Lyon (B)")), (474_000, 42_000));
        let counts: Vec<u32> = PaperKind::ALL
            .iter()
            .map(|kind| contract_file(&opened.project, &opened.quote).count(*kind))
            .collect();
        assert_eq!(counts, [1, 2, 2, 2, 2]);
        let start = table.iter().position(|row| row[0] == lang.procedure().file).unwrap() + 1;
        let signed_for = |name: &str| table[start..].iter().filter(|row| row[2].contains(name)).count();
        assert_eq!(signed_for("Université de Bordeaux (A)"), 4, "contract, order, voucher, form");
        assert_eq!(signed_for("CHU de Lyon (B)"), 4, "contract, order, voucher, form");
    }
}

#[test]
fn the_budget_of_two_institutions_is_this_one_in_french() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    let table = table_with(Lang::Fr, &opened, &named(&[("B", "CHU de Lyon")]));
    let rows: Vec<String> =
        table.iter().filter(|row| row[0].starts_with("Budget par")).map(|row| row[..8].join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "Budget par année civile | 2020 | 2020-08-01 | 2020-12-31 | 5 | Financeur du projet | 1975,00 | EUR",
            "Budget par année civile | 2020 | 2020-08-01 | 2020-12-31 | 5 | CHU de Lyon (B) | 175,00 | EUR",
            "Budget par année civile | 2021 | 2021-01-01 | 2021-07-31 | 7 | Financeur du projet | 2765,00 | EUR",
            "Budget par année civile | 2021 | 2021-01-01 | 2021-07-31 | 7 | CHU de Lyon (B) | 245,00 | EUR",
            "Budget par période de douze mois | Année\u{a0}1 | 2020-08-01 | 2021-07-31 | 12 | Financeur du projet | 4740,00 | EUR",
            "Budget par période de douze mois | Année\u{a0}1 | 2020-08-01 | 2021-07-31 | 12 | CHU de Lyon (B) | 420,00 | EUR",
        ]
    );
}

#[test]
fn names_that_people_type_never_run_as_a_formula() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    for name in evil_names() {
        for lang in Lang::ALL {
            let table = table_with(lang, &opened, &named(&[("A", &name), ("B", &name)]));
            assert_split(lang, &opened, &table);
            for cell in table.iter().flatten() {
                let starts = cell.trim_start().starts_with(['=', '+', '-', '@']);
                assert!(!starts, "{name:?}: {cell}");
                assert!(!cell.chars().any(char::is_control), "{name:?}: {cell}");
                assert!(cell.chars().count() < 600, "{name:?}: {cell}");
            }
        }
    }
}

#[test]
fn a_total_that_leaves_something_out_says_so() {
    for lang in Lang::ALL {
        let table = table(lang, &issued(fixture(), &everything(), TODAY));
        let said = format!("{} ({})", lang.page().total, lang.page().excluding_on_request);
        assert!(table.iter().any(|row| row[0] == said), "{table:?}");
    }
}

#[test]
fn the_tax_is_stated_where_the_list_states_it() {
    let opened = issued(fixture(), &everything(), TODAY);
    let vat = opened.quote.vat.unwrap();
    for (lang, labels) in [
        (Lang::Fr, ["Total HT", "TVA", "Total TTC"]),
        (Lang::En, ["Total excl. VAT", "VAT", "Total incl. VAT"]),
    ] {
        let table = table(lang, &opened);
        for (label, expected) in labels.into_iter().zip([vat.excluding, vat.tax, vat.including]) {
            let row = table.iter().find(|row| row[0] == label && !row[6].is_empty()).unwrap();
            assert_eq!(amount(lang, &row[6]), cents(expected), "{label}");
        }
    }
    for lang in Lang::ALL {
        let table = table(lang, &issued(list("pmsi"), &example("pmsi"), TODAY));
        assert!(table.iter().all(|row| row[0] != lang.files().including_vat), "{table:?}");
    }
}

#[test]
fn notices_remarks_and_what_is_not_included_are_said_in_words() {
    for lang in Lang::ALL {
        let opened = issued(list("casd-2020"), &example("casd-2018"), TODAY);
        let table = table(lang, &opened);
        for one in &opened.quote.notices {
            assert!(table.iter().any(|row| row[1] == notice(lang, one)), "{one:?}");
        }
        for remark in opened.list.remarks_on(opened.project.offer) {
            assert!(table.iter().any(|row| row[1] == lang.of(remark)), "{remark:?}");
        }
        let left_out = table.iter().filter(|row| row[0] == lang.page().not_included).count();
        assert_eq!(left_out, opened.quote.not_included.len());
        assert!(left_out > 0);
    }
}

#[test]
fn words_of_a_price_list_never_run_as_a_formula() {
    for dangerous in ["=1+1", "+1", "-1", "@x", "\t=1", "=HYPERLINK(\"https://x.example\")", "\u{ff1d}1+1"] {
        let list = changed(FIXTURE, "/charges/0/label/fr", json!(dangerous));
        let list = changed(&serde_json::to_string(&list).unwrap(), "/title/fr", json!(dangerous));
        let book = PriceBook::new(vec![list]).unwrap();
        let number = issue(&book.lists()[0], &everything(), day(TODAY)).unwrap();
        let table = table(Lang::Fr, &open(&book, number.as_str()).unwrap());
        assert!(table.iter().flatten().any(|cell| *cell == format!("'{dangerous}")), "{dangerous}");
        for cell in table.iter().flatten() {
            let is_amount = cell.strip_prefix('-').is_some_and(|rest| amount(Lang::Fr, rest) > 0);
            let starts = cell.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}']);
            assert!(!starts || is_amount, "{cell}");
        }
    }
}

#[test]
fn separators_quotes_and_line_ends_stay_in_their_cell() {
    let odd = "a;b,c \"d\" 'e' <script>alert(1)</script>";
    let list = changed(FIXTURE, "/charges/0/label/fr", json!(odd));
    let book = PriceBook::new(vec![list]).unwrap();
    let number = issue(&book.lists()[0], &everything(), day(TODAY)).unwrap();
    let table = table(Lang::Fr, &open(&book, number.as_str()).unwrap());
    assert!(lines(Lang::Fr, &table).iter().any(|row| row[0] == odd));
}

// Several numbers

fn checks(lang: Lang, book: &'static PriceBook, text: &str) -> Vec<Vec<String>> {
    let checked: Vec<Checked<'_>> = check(book, text);
    read(lang, &checks_csv(lang, book, &checked, day(TODAY)).unwrap())
}

#[test]
fn the_table_of_checked_numbers_says_what_became_of_each() {
    let [old, current] =
        ["casd-2018", "pmsi"].map(|name| issued(list(name), &example(name), TODAY).number.to_string());
    let wrong = current.replacen(&current[12..13], if &current[12..13] == "Q" { "P" } else { "Q" }, 1);
    let text = format!("{old}\n{}\n{wrong}", current.to_lowercase());
    let table = checks(Lang::Fr, price_book(), &text);
    assert_eq!(table.len(), 4);
    let quoted = "Total avec la grille en vigueur";
    assert_eq!(table[0][10], "Total (estimation non contractuelle)");
    assert_eq!(table[0][14..17], ["Grille encore en vigueur", quoted, "Écart"]);
    assert_eq!(table[1][..4], [old.as_str(), &old, "Simulation rouverte", TODAY]);
    assert_eq!(table[1][10..13], ["2723,00", "EUR", "non précisée"]);
    assert_eq!(table[1][14], "non");
    let (before, after) = (amount(Lang::Fr, &table[1][10]), amount(Lang::Fr, &table[1][15]));
    assert_eq!(amount(Lang::Fr, &table[1][16]), after - before);
    assert_eq!(table[2][..2], [current.to_lowercase(), current.clone()]);
    assert_eq!(table[2][10..], ["2454,00", "EUR", "non précisée", "0", "oui", "", "", ""]);
    assert_eq!(table[3][0], wrong);
    assert!(table[3][2].starts_with("Ce numéro comporte une erreur de frappe."), "{}", table[3][2]);
    assert!(table[3][3..].iter().all(String::is_empty));
}

#[test]
fn the_table_of_checked_numbers_is_in_the_language_of_the_page() {
    let [old, current] =
        ["casd-2018", "casd-2020"].map(|name| issued(list(name), &example(name), TODAY).number.to_string());
    let wrong =
        format!("{}{}{}", &current[..7], if &current[7..8] == "Q" { "P" } else { "Q" }, &current[8..]);
    for (lang, in_force, today, said) in [
        (
            Lang::Fr,
            ["non", "oui"],
            ["3918,00", "1195,00", "43,9"],
            "Ce numéro comporte une erreur de frappe. Vérifiez le caractère 7, sans compter les tirets.",
        ),
        (
            Lang::En,
            ["no", "yes"],
            ["3918.00", "1195.00", "43.9"],
            "This number has a typing mistake. Check character 7, hyphens not counted.",
        ),
    ] {
        let table =
            checks(lang, price_book(), &format!("{old}\n{current}, {wrong} ; {}", current.to_lowercase()));
        assert_eq!(table.len(), 4, "a number that stands twice is one row");
        assert_eq!(table[1][..2], [old.as_str(), &old]);
        assert_eq!(
            table[1][3..10].join(" "),
            [
                "2026-11-21",
                lang.of(&list("casd-2018").title),
                offer_name(lang, Offer::Standard),
                "2018-08-01 2019-07-31 12 2"
            ]
            .join(" ")
        );
        assert_eq!([table[1][14].as_str(), &table[2][14]], in_force);
        assert_eq!(table[1][15..], today);
        assert_eq!(table[2][15..], ["", "", ""]);
        assert_eq!(table[3][..3], [wrong.as_str(), "", said]);
    }
}

#[test]
fn what_people_type_before_a_number_never_runs_as_a_formula() {
    let number = issued(list("pmsi"), &example("pmsi"), TODAY).number.to_string();
    let wrong = |at: usize| {
        let other = if &number[at..=at] == "Q" { "P" } else { "Q" };
        format!("{}{other}{}", &number[..at], &number[at + 1..])
    };
    let text =
        format!("{number} ={} +{} -{} @{} \t={}", wrong(7), wrong(10), wrong(11), wrong(12), wrong(13));
    for lang in Lang::ALL {
        let table = checks(lang, price_book(), &text);
        assert_eq!(table.len(), 7);
        for cell in table.iter().flatten() {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
}

#[test]
fn the_table_of_no_numbers_has_its_headings() {
    for lang in Lang::ALL {
        assert_eq!(checks(lang, price_book(), "").len(), 1);
    }
}

#[test]
fn a_number_broken_over_two_lines_is_one_cell_on_one_line() {
    let number = issued(list("pmsi"), &example("pmsi"), TODAY).number.to_string();
    let table = checks(Lang::En, price_book(), &format!("> {}\n> {}", &number[..15], &number[15..]));
    assert_eq!(table[1][0], format!("{} > {}", &number[..15], &number[15..]));
    assert_eq!(table[1][1], number);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_amounts_of_any_project_add_up((list, project) in any_list_and_project()) {
        let opened = issued(list, &project, TODAY);
        for lang in Lang::ALL {
            assert_adds_up(lang, &opened);
        }
    }
}
