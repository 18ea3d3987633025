//! The simulator's page: form, estimate and number.

use std::cell::Cell;

use casd_simulator::app::dom::to_html;
use casd_simulator::app::{AppState, Browser, Status, page};
use casd_simulator::i18n::{Lang, amount, entry_fault, field_name, misread, not_opened};
use casd_simulator::price_lists::price_book;
use chrono::NaiveDate;
use serde::Deserialize;
use tariff::number::{Number, open};
use tariff::{EntryError, Field, Money, Offer};

use super::common::{day, id};
use super::markup::{View, text};

fn today() -> NaiveDate {
    day("2026-12-01")
}

fn link(number: &Number, lang: Lang) -> String {
    format!("https://casd.example/?lang={}#{}", lang.code(), number.as_str())
}

/// The page in a language, after something was done on it.
fn page_after(lang: Lang, act: impl FnOnce(AppState)) -> View {
    let html = to_html(|| {
        let app = AppState::new(lang, "", Browser { today, link, perform: |_, _, _, _| () });
        act(app);
        page(app)
    });
    View::parse(&html)
}

#[test]
fn what_is_saved_after_midnight_has_the_day_on_which_its_number_was_issued() {
    thread_local! {
        static TODAY: Cell<&'static str> = const { Cell::new("2026-12-01") };
    }
    to_html(|| {
        let browser = Browser { today: || day(TODAY.get()), link, perform: |_, _, _, _| () };
        let app = AppState::new(Lang::En, "", browser);
        let before = app.snapshot_now().unwrap().opened;
        TODAY.set("2026-12-02");
        let after = app.snapshot_now().unwrap().opened;
        assert_eq!((&after.number, after.issued), (&before.number, day("2026-12-01")));
        assert_eq!(open(price_book(), after.number.as_str()).unwrap().issued, after.issued);
        page(app)
    });
}

fn page_of_query(lang: Lang, query: &str) -> View {
    page_after(lang, |app| app.preset(query))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// States of the form, as a query presets them.
const QUERIES: [&str; 9] = [
    "",
    "offer=pmsi",
    "offer=constances-gazel",
    "offer=private",
    "users=3&students=2&months=18&box&box=12&box=6",
    "users=&months=0&start=yesterday&box=x",
    "offer=constances-gazel&users=0",
    "box&box=6&box-funder=CNRS&box-host=INSEE&funder=INSEE",
    "date=2017-01-01",
];

#[test]
fn each_state_has_sound_markup_in_both_languages() {
    for lang in Lang::ALL {
        for query in QUERIES {
            assert_eq!(page_of_query(lang, query).faults(), [""; 0], "{query} in {lang:?}");
        }
    }
}

#[test]
fn the_heading_and_the_switch_of_language_are_in_the_right_language() {
    for (lang, title, other) in [
        (Lang::Fr, "Simulateur de coût", ("en", "English")),
        (Lang::En, "Cost simulator", ("fr", "Français")),
    ] {
        let page = page_of_query(lang, "");
        assert_eq!(page.texts("h1"), [title]);
        let switch = page.one("button.language");
        assert_eq!((switch.attr("lang"), text(switch).as_str()), (Some(other.0), other.1));
    }
}

#[derive(Deserialize)]
struct IssuedNumber {
    number: String,
    total: Money,
}

#[test]
fn each_issued_number_opens_to_its_total() {
    let issued: Vec<IssuedNumber> = serde_json::from_str(include_str!("../number/issued.json")).unwrap();
    assert!(issued.len() >= 20);
    for (at, IssuedNumber { number, total }) in issued.iter().enumerate() {
        let opened = open(price_book(), number).unwrap();
        let lang = Lang::ALL[at % 2];
        let page = page_after(lang, |app| app.open(number));
        assert_eq!(page.faults(), [""; 0], "{number}");
        assert_eq!(page.texts("#total"), [spaced(&amount(lang, opened.list.currency, *total))], "{number}");
        assert_eq!(page.texts("#number"), [number.as_str()]);
        assert_eq!(page.one("#users").attr("value"), Some(opened.project.users.to_string().as_str()));
        let chosen = page.one("input[name=offer][checked]");
        assert_eq!(chosen.attr("id"), Some(format!("offer-{}", opened.project.offer.name()).as_str()));
        assert_eq!(page.all("#simulator-error, .sheet .alert").len(), 0);
    }
}

#[test]
fn what_cannot_be_opened_says_why_and_keeps_the_form() {
    let typed = "CASD-1QJN-N54H-0000-QQQQ";
    let reason = open(price_book(), typed).err().unwrap();
    for lang in Lang::ALL {
        let page = page_after(lang, |app| {
            app.preset("users=7");
            app.open(typed);
        });
        assert!(text(page.one("#open-error")).starts_with(&spaced(&not_opened(lang, &reason))));
        let field = page.one("#open-number");
        assert_eq!((field.attr("value"), field.attr("aria-invalid")), (Some(typed), Some("true")));
        assert_eq!(page.one("#users").attr("value"), Some("7"));
    }
}

/// What is typed where, and what is wrong with it.
fn wrong_entries() -> Vec<(&'static str, Field, Option<EntryError>)> {
    vec![
        ("start=2027-02-30", Field::Start, None),
        ("months=12.5", Field::Months, None),
        ("users=abc", Field::Users, None),
        ("users=0", Field::Users, Some(EntryError::AtLeast(1))),
        ("box=0", Field::AccessPointMonths(0), Some(EntryError::AtLeast(1))),
        ("option-output-credits=101", Field::Option(id("output-credits")), Some(EntryError::AtMost(100))),
    ]
}

#[test]
fn a_wrong_entry_is_explained_at_its_field_and_in_the_summary() {
    let list = price_book().in_force(Offer::Standard, today()).unwrap();
    for (query, field, fault) in wrong_entries() {
        for lang in Lang::ALL {
            let page = page_of_query(lang, query);
            let sentence = spaced(&match fault {
                None => misread(lang, &field).to_string(),
                Some(fault) => entry_fault(lang, &field, fault),
            });
            let invalid = page.all("[aria-invalid=true]");
            assert_eq!(invalid.len(), 1, "{query}: one field is wrong");
            let described_by = invalid[0].attr("aria-describedby").unwrap().split(' ');
            let descriptions = described_by.map(|id| text(page.one(&format!("[id='{id}']"))));
            assert!(descriptions.into_iter().any(|one| one == sentence), "{query} in {lang:?}: {sentence}");
            let typed = query.split_once('=').unwrap().1;
            assert_eq!(invalid[0].attr("value"), Some(typed), "what was typed is kept");

            let name = spaced(&field_name(lang, list, Offer::Standard, &field));
            assert_eq!(page.texts(".sheet .alert li"), [format!("{name}{sentence}")], "{query}");
            let link = page.one(".sheet .alert a");
            assert_eq!(link.attr("href").map(|href| &href[1..]), invalid[0].attr("id"));
            assert_eq!(page.all("#total, #number").len(), 0, "no estimate beside a wrong entry");
        }
    }
}

#[test]
fn each_button_that_copies_has_what_is_said_of_what_it_copied() {
    for (lang, named) in
        [(Lang::Fr, ["Numéro", "Lien", "Message"]), (Lang::En, ["Number", "Link", "Message"])]
    {
        let page = page_of_query(lang, "");
        let words = lang.page();
        let buttons = [&words.copy_number, &words.copy_link, &words.copy_message];
        for (words, named) in buttons.into_iter().zip(named) {
            assert!(words.copied.starts_with(&format!("{named} ")), "{}", words.copied);
            assert!(words.not_copied.to_lowercase().contains(&named.to_lowercase()), "{}", words.not_copied);
            let labels = page.texts(".sheet button");
            assert_eq!(
                labels.iter().filter(|label| **label == spaced(words.button)).count(),
                1,
                "{labels:?}"
            );
        }
    }
}

#[test]
fn the_total_is_called_so_for_those_who_do_not_see_where_it_stands() {
    for (lang, amount) in [(Lang::Fr, "3 276,00 €"), (Lang::En, "€3,276.00")] {
        let page = page_of_query(lang, "");
        assert_eq!(page.texts("p.total"), [format!("Total {amount}")]);
        assert_eq!(page.texts("p.total > .visually-hidden"), ["Total"]);
        assert_eq!(page.texts("#total"), [amount]);
    }
}

#[test]
fn the_announcement_names_what_is_to_be_corrected_and_the_bar_counts() {
    for (lang, announced, bar) in [
        (
            Lang::Fr,
            "Pas d’estimation pour l’instant : à corriger – Date de début ; Nombre d’utilisateurs",
            "Pas d’estimation pour l’instant : à corriger (2)",
        ),
        (
            Lang::En,
            "No estimate yet: please correct – Start date; Number of users",
            "No estimate yet: please correct (2)",
        ),
    ] {
        let mut status = Status::Empty;
        let page = page_after(lang, |app| {
            app.preset("start=&users=x");
            status = app.announcement(lang);
        });
        let (done, wrong) = status.into_parts();
        assert_eq!((done.as_str(), spaced(&wrong).as_str()), ("", announced));
        assert_eq!(page.texts(".bar"), [bar]);
    }
}

#[test]
fn each_mark_of_a_source_is_a_link_to_it() {
    for lang in Lang::ALL {
        let page = page_of_query(lang, "students=1&users=2");
        let sources = page.all(".sources > li");
        assert!(sources.len() >= 2);
        let marks = page.all("sup");
        assert!(marks.len() >= sources.len());
        for mark in marks {
            let link = mark.child_elements().next().filter(|one| one.value().name() == "a");
            let link = link.expect("a mark is a link");
            let number: usize = text(link).trim_matches(['[', ']']).parse().unwrap();
            assert_eq!(link.attr("aria-label"), Some(format!("Source {number}").as_str()));
            let source = sources[number - 1];
            assert_eq!(link.attr("href").map(|href| &href[1..]), source.attr("id"));
            assert_eq!(source.attr("tabindex"), Some("-1"), "it can take the focus");
        }
    }
}
