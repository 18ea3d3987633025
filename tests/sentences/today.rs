//! Tests of the sentences about checked numbers and their total today.

use casd_simulator::i18n::{
    Lang, boxes, day as written, list_dates, offer_name, only_some_checked, period, some_not_opened, team,
    total_today,
};

use serde_json::json;
use tariff::{Due, Money, Project, reprice_today};

use crate::common::{day, example, issued, list};
use casd_simulator::price_lists::price_book;

const TODAY: &str = "2026-11-21";

fn euros(cents: i64) -> Due {
    Due::Amount(Money::from_cents(cents))
}

#[test]
fn the_archived_example_is_compared_in_these_words() {
    let opened = issued(list("casd-2018"), &example("casd-2018"), TODAY);
    let today = reprice_today(price_book(), &opened.project, &opened.quote, day(TODAY)).unwrap().unwrap();
    let changes: Vec<(&str, &str, Due, Due)> = today
        .changes
        .iter()
        .map(|change| (change.label.fr.as_str(), change.label.en.as_str(), change.before, change.after))
        .collect();
    let student =
        ("Réduction accès doctorant/post-doctorant", "Student access reduction (PhD student or postdoc)");
    let space = ("Espace projet, Configuration 1", "Project space, Configuration 1");
    let subscription = (
        "Abonnement, dont 1 accès utilisateur et la Configuration 1",
        "Subscription, including 1 user access and Configuration 1",
    );
    let beyond = ("Accès utilisateur au-delà du premier", "User access beyond the first");
    assert_eq!(
        changes,
        [
            ("Accès utilisateur", "User access", euros(69_600), Due::Absent),
            (student.0, student.1, euros(-17_400), euros(-22_200)),
            (space.0, space.1, euros(136_100), Due::Absent),
            (subscription.0, subscription.1, Due::Absent, euros(285_600)),
            (beyond.0, beyond.1, Due::Absent, euros(44_400)),
        ]
    );
    let said = |lang| {
        let said = total_today(lang, &today.quote, today.difference, today.tenths_of_percent);
        said.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
    };
    assert_eq!(said(Lang::Fr), "Avec la grille en vigueur aujourd’hui : 3 918,00 € (+1 195,00 €, +43,9 %)");
    assert_eq!(said(Lang::En), "Under the price list in force today: €3,918.00 (+€1,195.00, +43.9%)");
}

#[test]
fn a_checked_number_is_described_in_these_words() {
    let project = json!({
        "offer": "standard", "start": "2027-03-15", "months": 12, "users": 3, "students": 1,
        "configuration": "configuration-1", "access_points": [{ "months": 12 }], "options": {}
    });
    let opened = issued(list("casd-2020"), &Project::from_json(&project.to_string()).unwrap(), TODAY);
    assert_eq!(opened.quote.total.to_string(), "3942.00");
    let described = |lang: Lang| {
        let project = format!("{}, {}", offer_name(lang, opened.project.offer), period(lang, &opened.quote));
        let list = format!("{}. {}", lang.of(&opened.list.title), list_dates(lang, opened.list, day(TODAY)));
        let facts = [
            written(lang, opened.issued),
            list,
            project,
            team(lang, &opened.project),
            boxes(lang, &opened.project),
        ];
        facts.map(|fact| fact.replace('\u{a0}', " "))
    };
    assert_eq!(
        described(Lang::Fr),
        [
            "21 novembre 2026",
            "Projets standard et cohortes, août 2020. Prix entrés en vigueur le 1er août 2020 : ils ont 6 ans et 3 mois.",
            "Projet standard, du 15 mars 2027 au 14 mars 2028",
            "3 utilisateurs, dont 1 doctorant ou post-doctorant",
            "1 SD-Box pendant 12 mois",
        ]
    );
    assert_eq!(
        described(Lang::En),
        [
            "21 November 2026",
            "Standard and cohort projects, August 2020. Prices that came into force on 1 August 2020: they are 6 years and 3 months old.",
            "Standard project, from 15 March 2027 to 14 March 2028",
            "3 users, of whom 1 PhD student or postdoc",
            "1 SD-Box for 12 months",
        ]
    );
}

#[test]
fn what_is_wrong_with_several_numbers_is_said_in_these_words() {
    let plain = |words: String| words.replace('\u{a0}', " ");
    for (lost, fr, en) in [
        (1, "1 de ces 3 numéros ne s’ouvre pas.", "1 of these 3 numbers does not open."),
        (2, "2 de ces 3 numéros ne s’ouvrent pas.", "2 of these 3 numbers do not open."),
    ] {
        assert_eq!(Lang::ALL.map(|lang| plain(some_not_opened(lang, lost, 3))), [fr, en]);
    }
    for (lang, start) in [
        (Lang::Fr, "520 numéros trouvés : seuls les 500 premiers"),
        (Lang::En, "520 numbers found: only the first 500"),
    ] {
        assert!(plain(only_some_checked(lang, 500, 520)).starts_with(start));
    }
}
