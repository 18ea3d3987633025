//! Tests of the static price pages that `casd static-pages` writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use casd_simulator::i18n::{Lang, amount, percent};
use common::{FIXTURE, casd, fixture};
use serde_json::{Value, json};
use tariff::{Pricing, Provenance};

/// A folder with a page in it as the build leaves it, gone after the test.
struct Dist(PathBuf);

impl Dist {
    fn new(name: &str) -> Dist {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        let index = "<!doctype html><html lang=fr><link href=./icon-0.svg integrity=sha256-i rel=icon><link href=./page-0.css integrity=sha256-p rel=stylesheet><link as=fetch href=./x.wasm rel=preload></head>";
        fs::write(path.join("index.html"), index).unwrap();
        Dist(path)
    }

    /// Writes the pages, with that book of CASD's own.
    fn write_pages(&self, book: &Value) -> Output {
        fs::write(self.0.join("price-list.json"), book.to_string()).unwrap();
        casd(["static-pages"]).arg(&self.0).arg(self.0.join("price-list.json")).output().unwrap()
    }

    fn pages(&self, book: &Value) -> [(Lang, String); 2] {
        let output = self.write_pages(book);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        [(Lang::Fr, "tarifs.html"), (Lang::En, "prices.html")]
            .map(|(lang, file)| (lang, fs::read_to_string(self.0.join(file)).unwrap()))
    }
}

impl Drop for Dist {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// CASD's own book with the list that uses every mechanism, and what the test changes in it.
fn own_book(changes: &[(&str, Value)]) -> Value {
    let mut list: Value = serde_json::from_str(FIXTURE).unwrap();
    changes.iter().for_each(|(pointer, value)| common::set(&mut list, pointer, value.clone()));
    json!({ "lists": [list] })
}

/// The text of a page: without tags, spaces of every kind alike.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            _ if in_tag => {}
            _ => text.push(if character.is_whitespace() { ' ' } else { character }),
        }
    }
    text.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One of two texts.
fn pick(lang: Lang, fr: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::Fr { fr } else { en }
}

/// What a page says of one list.
fn section<'page>(html: &'page str, id: &str) -> &'page str {
    let start = html.find(&format!("aria-labelledby=\"{id}\"")).expect("the list stands on the page");
    let end = html[start..].find("</section>").unwrap();
    &html[start..start + end]
}

#[test]
fn every_kind_of_price_reduction_and_option_stands_there_in_both_languages() {
    let dist = Dist::new("every-kind");
    for (lang, html) in dist.pages(&own_book(&[])) {
        let list = text(section(&html, "every-mechanism"));
        let says = |words: &str| assert!(list.contains(&text(words)), "{words:?} is missing in {list}");
        for charge in &fixture().charges {
            says(lang.of(&charge.label));
            match &charge.price {
                Pricing::Unit(price) => says(&amount(lang, fixture().currency, price.money())),
                Pricing::Tiers(tiers) => {
                    tiers.iter().for_each(|tier| says(&amount(lang, fixture().currency, tier.unit.money())));
                }
                Pricing::OnRequest => says(lang.page().on_request),
            }
        }
        let on_request = fixture().charges.iter().filter(|one| matches!(one.price, Pricing::OnRequest));
        assert_eq!(list.matches(lang.page().on_request).count(), on_request.count());
        for reduction in &fixture().reductions {
            says(lang.of(&reduction.label));
            says(&format!("−{}", percent(lang, reduction.percent)));
            says(lang.of(&reduction.condition));
        }
        fixture().options.iter().for_each(|option| says(lang.of(&option.label)));
        fixture().configurations.iter().for_each(|one| says(lang.of(&one.label)));
        fixture().remarks.iter().for_each(|remark| says(lang.of(&remark.words)));
        fixture().offers.iter().for_each(|terms| says(&terms.contact.email));
    }
}

#[test]
fn every_published_list_stands_there_with_every_price() {
    let dist = Dist::new("published");
    let lists = common::published_book().lists();
    for (lang, html) in dist.pages(&json!({ "lists": [] })) {
        assert_eq!(html.matches("<section class=\"sheet\" aria-labelledby").count(), lists.len());
        assert!(text(&html).contains(pick(
            lang,
            "Ces prix n’engagent personne.",
            "These prices bind nobody."
        )));
        for list in lists {
            let section = section(&html, list.id.as_str());
            let prices: Vec<String> =
                section.split("<tr>").skip(2).take(list.charges.len()).map(text).collect();
            for (charge, row) in list.charges.iter().zip(&prices) {
                let price = match &charge.price {
                    Pricing::Unit(price) => amount(lang, list.currency, price.money()),
                    Pricing::OnRequest => lang.page().on_request.into(),
                    Pricing::Tiers(_) => panic!("CASD published none"),
                };
                let from = charge.provenance.as_ref().map(|from| match from {
                    Provenance::Derived(reason) => lang.of(reason),
                    Provenance::Published(source) => lang.of(&list.source(source).unwrap().title),
                });
                for words in [lang.of(&charge.label), &price, from.unwrap_or_default()] {
                    assert!(row.contains(&text(words)), "{}: {words:?} is missing in {row}", list.id);
                }
            }
            let said = text(section);
            let says =
                |words: &str| assert!(said.contains(&text(words)), "{}: {words:?} is missing", list.id);
            says(pick(lang, "TVA non précisée", "VAT not stated"));
            for terms in &list.offers {
                says(&format!("{}, {}", lang.of(&terms.contact.who), terms.contact.email));
                assert!(section.contains(&format!("href=\"mailto:{}\"", terms.contact.email)));
            }
            for one in &list.configurations {
                let cores = pick(lang, "vCPU", if one.vcpu == 1 { "vCPU" } else { "vCPUs" });
                let colon = pick(lang, " :", ":");
                says(&format!("{}{colon} {} {cores}, {} ", lang.of(&one.label), one.vcpu, one.memory_gb));
            }
            list.options.iter().flat_map(|one| &one.help).for_each(|help| says(lang.of(help)));
            list.remarks.iter().for_each(|remark| says(lang.of(&remark.words)));
            for reduction in &list.reductions {
                says(&format!("−{}", percent(lang, reduction.percent)));
                says(lang.of(&reduction.condition));
            }
            // What CASD published, and what is computed here: the same.
            for example in &list.examples {
                says(lang.of(&example.title));
                let total = amount(lang, list.currency, example.total.money());
                assert_eq!(
                    section.matches(&format!("<td>{total}</td>")).count(),
                    1,
                    "{}: {total}",
                    example.id
                );
                assert_eq!(
                    section.matches(&format!("<dd>{total}</dd>")).count(),
                    1,
                    "{}: {total}",
                    example.id
                );
            }
        }
    }
}

#[test]
fn each_page_leads_to_the_other_language() {
    let dist = Dist::new("languages");
    for (lang, html) in dist.pages(&own_book(&[])) {
        assert!(html.contains(&format!("<html lang=\"{}\"", pick(lang, "fr", "en"))), "{html}");
        let link = pick(lang, " href=\"prices.html\" lang=\"en\"", " href=\"tarifs.html\" lang=\"fr\"");
        assert!(html.contains(link), "{link} is missing in {html}");
    }
}

#[test]
fn prices_say_how_they_are_counted_and_when_they_apply() {
    let dist = Dist::new("counted");
    let [(_, fr), (_, en)] = dist.pages(&own_book(&[]));
    for (html, sentences) in [
        (
            &fr,
            [
                "de 1 à 2 : 30,00 € de 3 à 5 : 25,00 € à partir de 6 : 20,01 € par utilisateur après le premier, par mois",
                "120,00 € par projet, par période de 12 mois, même entamée",
                "2,50 € par tranche de 50 Go, même entamée, au-delà de 100 compris, par mois",
                "5,00 € par doctorant ou post-doctorant, par mois",
                "Avec l’option « Logiciel : Complet »",
                "Avec l’environnement « Moyenne »",
                "Reconstitué : Prix déduit du total.",
                "TVA prix hors taxes ; taux 20 %",
                "mois : au moins 12 (nouveaux projets), au plus 36, par multiples de 6",
                "utilisateurs : au moins 2, au plus 10, par multiples de 2",
                "Au choix : De base, Complet, Autre",
                "Au plus 1000 Go",
                "Choisie au départ dans le simulateur pour : Cohortes CONSTANCES et GAZEL",
                "−2,5 % sur « Livraison de SD-Box », sur chaque unité",
                "Pas de prix public.",
            ],
        ),
        (
            &en,
            [
                "from 1 to 2: €30.00 from 3 to 5: €25.00 from 6 on: €20.01 per user after the first, per month",
                "€120.00 per project, per term of 12 months, even if only begun",
                "€2.50 per block of 50 GB, even if only begun, beyond the 100 included, per month",
                "€5.00 per PhD student or postdoc, per month",
                "With the option “Software: Full”",
                "With the environment “Medium”",
                "Derived: Price worked out from the total.",
                "VAT prices without VAT; rate 20%",
                "months: at least 12 (new projects), at most 36, in multiples of 6",
                "users: at least 2, at most 10, in multiples of 2",
                "One of: Basic, Full, Other",
                "At most 1000 GB",
                "Chosen at first in the simulator for: CONSTANCES and GAZEL cohorts",
                "−2.5% off “SD-Box delivery”, on each unit",
                "No public prices.",
            ],
        ),
    ] {
        let list = text(section(html, "every-mechanism"));
        for sentence in sentences {
            assert!(list.contains(sentence), "{sentence:?} is missing in {list}");
        }
    }
}

#[test]
fn casds_own_list_says_since_when_it_is_in_force_and_the_published_one_until_when() {
    let dist = Dist::new("in-force");
    let [(_, fr), (_, en)] = dist.pages(&own_book(&[]));
    for (html, id, sentence) in [
        (&fr, "every-mechanism", "En vigueur à partir du 1er janvier 2026, jusqu’à la grille suivante"),
        (&en, "every-mechanism", "In force from 1 January 2026, until the next price list"),
        (&fr, "casd-2020", "En vigueur du 1er août 2020 au 31 décembre 2025"),
        (&en, "casd-2020", "In force from 1 August 2020 to 31 December 2025"),
        (&fr, "pmsi", "En vigueur grille non datée, jusqu’à la suivante"),
        (&en, "pmsi", "In force undated list, until the next one"),
        (&fr, "casd-2018", "Grille archivée : elle rouvre les anciens numéros"),
        (&en, "casd-2018", "Archived price list: it reopens old numbers"),
    ] {
        let list = text(section(html, id));
        assert!(list.contains(sentence), "{sentence:?} is missing in {list}");
    }
    assert!(!text(section(&fr, "casd-2018")).contains("En vigueur"));
}

#[test]
fn the_words_of_a_list_are_text_whatever_they_contain() {
    let dist = Dist::new("words");
    let label = json!({ "fr": "<script>alert(1)</script> & \"suite\"", "en": "<b>bold</b>" });
    let [(_, fr), (_, en)] = dist.pages(&own_book(&[("/charges/0/label", label)]));
    assert!(fr.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
    assert!(en.contains("&lt;b&gt;bold&lt;/b&gt;"));
    assert!(!fr.contains("<script") && !en.contains("<b>"));
}

#[test]
fn the_page_has_the_style_sheet_and_the_icon_of_the_simulator_as_the_build_named_them() {
    let dist = Dist::new("links");
    for (_, html) in dist.pages(&own_book(&[])) {
        assert!(html.contains("<link href=./icon-0.svg integrity=sha256-i rel=icon>"));
        assert!(html.contains("<link href=./page-0.css integrity=sha256-p rel=stylesheet>"));
        assert!(!html.contains("wasm\"") && !html.contains("preload"));
    }
}

#[test]
fn a_wrong_book_is_refused_with_its_place() {
    let dist = Dist::new("wrong");
    let book = own_book(&[("/charges/0/price", json!({ "unit": "150" }))]);
    let output = dist.write_pages(&book);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(said.contains("price-list.json: lists[0].charges[0].price"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}
