//! Tests of formats and sentences in French and in English.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::i18n::{
    Lang, age, amount, configuration, day as written, formula, list_dates, not_included, not_issued,
    not_opened, notice, offer_help, offer_name, payer, percent, period, provenance, reopened, total_today,
    unpriced_quantity, vat,
};
use common::{FIXTURE, PUBLISHED, all_lists, another, changed, day, example, fixture, id, in_both, list};
use serde_json::{Value, json};
use tariff::number::{IssueError, Mistyped, OpenError};
use tariff::{Chosen, Currency, Notice, Offer, Payer, PriceList, Project, Refusal, quote};

/// An amount of that many cents.
fn euros(cents: i64) -> tariff::Money {
    tariff::Money::from_cents(cents)
}

/// The formula of a line of the fixture, with the base project and the list changed.
fn formula_of(lang: Lang, line: &str, project: Value, changes: &[(&str, Value)]) -> String {
    let mut json: Value = serde_json::from_str(FIXTURE).unwrap();
    let mut base = json["examples"][0]["project"].clone();
    json["examples"] = json!([]);
    changes.iter().for_each(|(pointer, value)| common::set(&mut json, pointer, value.clone()));
    for (field, value) in project.as_object().unwrap() {
        base[field] = value.clone();
    }
    let list = PriceList::from_json(&json.to_string()).unwrap();
    let project = Project::from_json(&base.to_string()).unwrap();
    let quote = quote(&list, &project).unwrap();
    let line = quote.lines.iter().find(|one| one.item.id().as_str() == line).unwrap();
    formula(lang, &list, line)
}

#[test]
fn amounts_have_the_spaces_and_signs_of_their_language() {
    for (cents, fr, en) in [
        (0, "0,00\u{202f}€", "€0.00"),
        (5, "0,05\u{202f}€", "€0.05"),
        (99_999, "999,99\u{202f}€", "€999.99"),
        (100_000, "1\u{202f}000,00\u{202f}€", "€1,000.00"),
        (272_300, "2\u{202f}723,00\u{202f}€", "€2,723.00"),
        (12_345_678, "123\u{202f}456,78\u{202f}€", "€123,456.78"),
        (12_345_678_901, "123\u{202f}456\u{202f}789,01\u{202f}€", "€123,456,789.01"),
        (-22_200, "\u{2212}222,00\u{202f}€", "\u{2212}€222.00"),
        (-123_456, "\u{2212}1\u{202f}234,56\u{202f}€", "\u{2212}€1,234.56"),
        (-99_999, "\u{2212}999,99\u{202f}€", "\u{2212}€999.99"),
    ] {
        assert_eq!(amount(Lang::Fr, Currency::Eur, euros(cents)), fr);
        assert_eq!(amount(Lang::En, Currency::Eur, euros(cents)), en);
    }
}

#[test]
fn the_first_of_a_month_is_the_1er_in_french() {
    for (iso, fr, en) in [
        ("2020-08-01", "1er août 2020", "1 August 2020"),
        ("2021-07-31", "31 juillet 2021", "31 July 2021"),
        ("2026-12-02", "2 décembre 2026", "2 December 2026"),
        ("2024-02-29", "29 février 2024", "29 February 2024"),
        ("2027-01-11", "11 janvier 2027", "11 January 2027"),
    ] {
        let plain = |lang| written(lang, day(iso)).replace('\u{a0}', " ");
        assert_eq!(plain(Lang::Fr), fr);
        assert_eq!(plain(Lang::En), en);
        assert!(!written(Lang::Fr, day(iso)).contains(' '), "a date does not break");
    }
}

#[test]
fn every_month_has_its_own_name() {
    for lang in Lang::ALL {
        let mut names: Vec<String> = (1..=12)
            .map(|month| written(lang, day(&format!("2026-{month:02}-15"))))
            .map(|written| written.split('\u{a0}').nth(1).unwrap().to_string())
            .collect();
        assert!(names.iter().all(|name| name.len() >= 3));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 12, "{names:?}");
    }
}

#[test]
fn an_age_is_in_whole_years_and_months() {
    for (since, today, fr, en) in [
        ("2026-11-21", "2026-11-21", "moins d’un mois", "less than a month"),
        ("2026-11-21", "2026-12-20", "moins d’un mois", "less than a month"),
        ("2026-11-21", "2026-12-21", "1 mois", "1 month"),
        ("2020-08-01", "2021-07-31", "11 mois", "11 months"),
        ("2020-08-01", "2021-08-01", "1 an", "1 year"),
        ("2020-08-01", "2021-09-01", "1 an et 1 mois", "1 year and 1 month"),
        ("2020-08-01", "2026-11-21", "6 ans et 3 mois", "6 years and 3 months"),
        ("2018-08-01", "2028-08-01", "10 ans", "10 years"),
        // A clock that is decades off.
        ("2020-08-01", "2099-12-31", "79 ans et 4 mois", "79 years and 4 months"),
        ("2027-01-01", "2026-11-21", "moins d’un mois", "less than a month"),
    ] {
        let plain = |lang| age(lang, day(since), day(today)).replace('\u{a0}', " ");
        assert_eq!(plain(Lang::Fr), fr, "{since} {today}");
        assert_eq!(plain(Lang::En), en, "{since} {today}");
    }
}

#[test]
fn a_formula_says_one_and_several_in_each_language() {
    use Lang::{En, Fr};
    let boxes = |months: &[u32]| json!({ "access_points": months.iter().map(|months| json!({ "months": months })).collect::<Vec<_>>() });
    let team = |users: u32, students: u32| json!({ "users": users, "students": students });
    let renewal = json!({ "months": 1, "renewal": true });
    for (lang, line, project, expected) in [
        (En, "set-up", json!({}), "€150.00"),
        (Fr, "set-up", json!({}), "150,00 €"),
        (En, "space", json!({}), "12 months × €200.00"),
        (Fr, "space", json!({}), "12 mois × 200,00 €"),
        (En, "space", renewal.clone(), "1 month × €200.00"),
        (Fr, "space", renewal, "1 mois × 200,00 €"),
        (En, "review", json!({}), "1 term of 12 months × €120.00"),
        (Fr, "review", json!({}), "1 période de 12 mois × 120,00 €"),
        (En, "review", json!({ "months": 13 }), "2 terms of 12 months × €120.00"),
        (Fr, "review", json!({ "months": 13 }), "2 périodes de 12 mois × 120,00 €"),
        (En, "card", team(1, 0), "1 user × €10.00"),
        (Fr, "card", team(1, 0), "1 utilisateur × 10,00 €"),
        (En, "card", team(2, 0), "2 users × €10.00"),
        (Fr, "card", team(2, 0), "2 utilisateurs × 10,00 €"),
        (En, "access", team(2, 0), "12 months × 1 additional user × €30.00"),
        (Fr, "access", team(2, 0), "12 mois × 1 utilisateur supplémentaire × 30,00 €"),
        (En, "access", team(3, 0), "12 months × 2 additional users × €30.00"),
        (Fr, "access", team(3, 0), "12 mois × 2 utilisateurs supplémentaires × 30,00 €"),
        (En, "access", team(4, 0), "12 months × (3 additional users: 2 × €30.00 + 1 × €25.00)"),
        (Fr, "access", team(4, 0), "12 mois × (3 utilisateurs supplémentaires : 2 × 30,00 € + 1 × 25,00 €)"),
        (En, "student-half", team(2, 1), "−50% × 12 months × 1 additional user × €30.00"),
        (Fr, "student-half", team(2, 1), "−50 % × 12 mois × 1 utilisateur supplémentaire × 30,00 €"),
        (En, "student-account", team(2, 1), "12 months × 1 student access × €5.00"),
        (En, "student-account", team(2, 2), "12 months × 2 student accesses × €5.00"),
        (Fr, "student-account", team(2, 2), "12 mois × 2 accès doctorant/post-doctorant × 5,00 €"),
        (En, "delivery", boxes(&[12]), "1 SD-Box × €61.00"),
        (En, "delivery", boxes(&[12, 12]), "2 SD-Boxes × €61.00"),
        (Fr, "delivery", boxes(&[12, 12]), "2 SD-Box × 61,00 €"),
        (En, "delivery-discount", boxes(&[12]), "−2.5% × 1 SD-Box × €61.00"),
        (Fr, "delivery-discount", boxes(&[12]), "−2,5 % × 1 SD-Box × 61,00 €"),
        (En, "storage", json!({ "options": { "storage": 151 } }), "12 months × 2 GB × €2.50"),
        (Fr, "storage", json!({ "options": { "storage": 151 } }), "12 mois × 2 Go × 2,50 €"),
    ] {
        // In storage, the steps of 50 GB are counted: the list here has steps of one.
        let steps = [
            ("/options/4/choice/counted/step", json!(1)),
            ("/options/4/choice/counted/included", json!(149)),
        ];
        let changes: &[_] = if line == "storage" { &steps } else { &[] };
        let found = formula_of(lang, line, project, changes).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(found, expected, "{lang:?}");
    }
}

#[test]
fn a_step_of_several_is_not_said_to_be_one_unit() {
    // Two steps of 50 GB are 100 GB: "2 GB" would be wrong.
    for (lang, wrong) in [(Lang::Fr, "2\u{a0}Go"), (Lang::En, "2\u{a0}GB")] {
        let found = formula_of(lang, "storage", json!({ "options": { "storage": 151 } }), &[]);
        assert!(!found.contains(wrong), "{found}");
    }
}

#[test]
fn a_percentage_is_written_as_its_language_does() {
    let half = fixture().reductions[0].percent;
    let small = fixture().reductions[2].percent;
    assert_eq!(percent(Lang::Fr, half), "50\u{202f}%");
    assert_eq!(percent(Lang::En, half), "50%");
    assert_eq!(percent(Lang::Fr, small), "2,5\u{202f}%");
    assert_eq!(percent(Lang::En, small), "2.5%");
}

#[test]
fn a_configuration_is_described_with_its_gpus_where_it_has_any() {
    let described =
        |lang, at: usize| configuration(lang, &fixture().configurations[at]).replace('\u{a0}', " ");
    assert_eq!(described(Lang::En, 0), "2 vCPUs, 8 GB of memory, 200 GB of disk");
    assert_eq!(described(Lang::Fr, 0), "2 vCPU, 8 Go de mémoire, 200 Go de disque");
    assert_eq!(described(Lang::En, 2), "16 vCPUs, 128 GB of memory, 2000 GB of disk, 2 GPUs");
    assert_eq!(described(Lang::Fr, 2), "16 vCPU, 128 Go de mémoire, 2000 Go de disque, 2 GPU");
    assert_eq!(described(Lang::En, 3), "1 vCPU, 4 GB of memory, 100 GB of disk, 1 GPU");
}

#[test]
fn a_period_has_its_first_and_last_day() {
    let project = example("casd-2020");
    let quote = quote(list("casd-2020"), &project).unwrap();
    let plain = |lang| period(lang, &quote).replace('\u{a0}', " ");
    assert_eq!(plain(Lang::Fr), "du 1er août 2020 au 31 juillet 2021");
    assert_eq!(plain(Lang::En), "from 1 August 2020 to 31 July 2021");
}

#[test]
fn a_list_says_how_old_its_prices_are() {
    let said = |name: &str, lang| list_dates(lang, list(name), day("2026-11-21")).replace('\u{a0}', " ");
    assert_eq!(
        said("casd-2020", Lang::En),
        "Prices that came into force on 1 August 2020: they are 6 years and 3 months old."
    );
    assert!(said("casd-2020", Lang::Fr).contains("6 ans et 3 mois"));
    assert!(said("casd-2018", Lang::En).contains("archived"));
    assert!(said("casd-2018", Lang::Fr).contains("archivés"));
    assert!(said("pmsi", Lang::En).starts_with("Undated list"));
    assert!(said("pmsi", Lang::Fr).starts_with("Grille non datée"));
}

#[test]
fn a_list_that_has_not_begun_is_not_said_to_be_in_force_nor_to_have_an_age() {
    let list = another("next", 900, json!({ "from": "2027-01-01" }));
    let said = |lang, on| list_dates(lang, &list, day(on)).replace('\u{a0}', " ");
    assert_eq!(said(Lang::Fr, "2026-12-31"), "Prix qui entrent en vigueur le 1er janvier 2027.");
    assert_eq!(said(Lang::En, "2026-12-31"), "Prices that come into force on 1 January 2027.");
    assert_eq!(
        said(Lang::Fr, "2027-01-01"),
        "Prix entrés en vigueur le 1er janvier 2027 : ils ont moins d’un mois."
    );
}

#[test]
fn every_refusal_of_a_number_is_said_in_both_languages() {
    for suspects in [vec![], vec![7]] {
        let mistyped = Mistyped { text: "CASD1".into(), suspects };
        in_both(|lang| not_opened(lang, &OpenError::Mistyped(mistyped.clone())));
    }
    let reasons = [
        OpenError::NotOurs,
        OpenError::NewerFormat(1),
        OpenError::UnknownList(77),
        OpenError::ListChanged(77),
        OpenError::TotalChanged,
        OpenError::Unreadable,
    ];
    let mut said = Vec::new();
    for reason in &reasons {
        in_both(|lang| not_opened(lang, reason));
        said.push(not_opened(Lang::En, reason));
    }
    assert!(said[2].contains("77") && said[3].contains("77"));
    said.sort();
    said.dedup();
    assert_eq!(said.len(), reasons.len(), "each says something else");
    in_both(|lang| not_issued(lang, &IssueError::DayOutOfRange));
    in_both(|lang| not_issued(lang, &IssueError::Refused(Refusal::TooLarge)));
}

#[test]
fn every_notice_is_said_in_both_languages() {
    let (reduction, words) = (&fixture().reductions[0], &fixture().title);
    let notices = [
        Notice::ShortRenewal { minimum: 12 },
        Notice::ReductionCondition(reduction),
        Notice::ReductionToConfirm(reduction),
        Notice::NoStudentReduction,
        Notice::NoAccessPoint,
        Notice::AccessPointTermDiffers,
        Notice::Derived(words),
        Notice::VatNotStated,
    ];
    for one in &notices {
        in_both(|lang| notice(lang, one));
    }
    assert!(notice(Lang::Fr, &notices[0]).contains("12"));
    assert!(notice(Lang::En, &notices[1]).contains("On proof."));
}

#[test]
fn everything_else_of_a_quote_is_said_in_both_languages() {
    for offer in Offer::ALL {
        in_both(|lang| offer_name(lang, offer).into());
        in_both(|lang| offer_help(lang, offer).into());
    }
    for who in [Payer::ProjectFunder, Payer::AccessPointFunder] {
        in_both(|lang| payer(lang, who).into());
    }
    let included = changed(FIXTURE, "/vat/prices", json!("included"));
    for list in all_lists().into_iter().chain([&included]) {
        let project = &list.examples[0].project;
        let quote = quote(list, project).unwrap();
        in_both(|lang| vat(lang, &quote));
        for charge in &list.charges {
            charge.provenance.iter().for_each(|one| {
                in_both(|lang| provenance(lang, list, one));
            });
        }
        for left_out in &quote.not_included {
            in_both(|lang| not_included(lang, &quote, left_out));
        }
        let number = tariff::number::issue(list, project, day("2026-11-21")).unwrap();
        in_both(|lang| reopened(lang, &number, day("2026-11-21"), list));
        assert!(reopened(Lang::En, &number, day("2026-11-21"), list).contains(&number.to_string()));
    }
}

#[test]
fn what_is_on_request_has_a_quantity_where_something_is_counted() {
    let mut project = fixture().examples[0].project.clone();
    project.configuration = id("gpu");
    project.options = serde_json::from_value(json!({ "credits": 3, "software": "other" })).unwrap();
    let quote = quote(fixture(), &project).unwrap();
    let said = |lang| {
        let on_request = quote.on_request.iter();
        on_request
            .map(|one| unpriced_quantity(lang, fixture(), one).replace('\u{a0}', " "))
            .collect::<Vec<_>>()
    };
    assert_eq!(said(Lang::En), ["", "1 user", "3 packs"]);
    assert_eq!(said(Lang::Fr), ["", "1 utilisateur", "3 lots"]);
}

#[test]
fn one_pack_is_a_pack_and_several_are_packs() {
    let quantity = |lang, packs: u32| {
        let project = Project {
            options: [(id("output-credits"), Chosen::Quantity(packs))].into_iter().collect(),
            ..example("casd-2020")
        };
        let quote = quote(list("casd-2020"), &project).unwrap();
        unpriced_quantity(lang, quote.list, &quote.on_request[0]).replace('\u{a0}', " ")
    };
    assert_eq!(Lang::ALL.map(|lang| quantity(lang, 1)), ["1 lot", "1 pack"]);
    assert_eq!(Lang::ALL.map(|lang| quantity(lang, 2)), ["2 lots", "2 packs"]);
}

#[test]
fn the_french_of_the_lists_has_its_spaces() {
    fn french(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("fr").and_then(Value::as_str).map(String::from));
                fields.values().for_each(|one| french(one, found));
            }
            Value::Array(items) => items.iter().for_each(|one| french(one, found)),
            _ => {}
        }
    }
    for (name, text) in PUBLISHED {
        let mut found = Vec::new();
        french(&serde_json::from_str(text).unwrap(), &mut found);
        assert!(found.len() > 10, "{name}");
        for words in found {
            let plain =
                [" :", " ;", " !", " ?", " »", "« ", " €"].into_iter().find(|one| words.contains(one));
            assert_eq!(plain, None, "{name}: {words}");
        }
    }
}

#[test]
fn a_language_is_found_by_its_tag() {
    for (tag, lang) in [
        ("fr", Some(Lang::Fr)),
        ("FR-be", Some(Lang::Fr)),
        ("en-GB", Some(Lang::En)),
        ("de", None),
        ("", None),
        ("french", None),
    ] {
        assert_eq!(Lang::from_tag(tag), lang, "{tag}");
    }
}

#[test]
fn what_a_simulation_would_cost_today_has_its_difference_with_a_sign() {
    let quote = quote(fixture(), &fixture().examples[0].project).unwrap();
    let said = |lang, cents, tenths| {
        let said = total_today(lang, &quote, euros(cents), tenths);
        let (_, in_brackets) = said.split_once('(').unwrap();
        in_brackets.replace('\u{2060}', "").trim_end_matches(')').to_owned()
    };
    for (cents, tenths, fr, en) in [
        (119_500, Some(439), "+1\u{202f}195,00\u{202f}€, +43,9\u{202f}%", "+€1,195.00, +43.9%"),
        (-5, Some(-1), "\u{2212}0,05\u{202f}€, \u{2212}0,1\u{202f}%", "\u{2212}€0.05, \u{2212}0.1%"),
        (-162, Some(0), "\u{2212}1,62\u{202f}€, \u{2212}0,0\u{202f}%", "\u{2212}€1.62, \u{2212}0.0%"),
        (0, Some(0), "+0,00\u{202f}€, +0,0\u{202f}%", "+€0.00, +0.0%"),
        (100, None, "+1,00\u{202f}€", "+€1.00"),
    ] {
        assert_eq!((said(Lang::Fr, cents, tenths), said(Lang::En, cents, tenths)), (fr.into(), en.into()));
    }
}
