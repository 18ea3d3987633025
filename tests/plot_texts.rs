//! Tests of the sentences of charts and comparisons, in French and in English.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::i18n::{
    Lang, budget_term, budget_year, by_item_described, by_term_described, by_year_described, cell,
    input_name, month_count, round_amount, same_in_all, share_of_total, signed_amount, variant_name, varied,
    varied_value, what_if_described, what_if_title,
};
use common::{all_lists, example, fixture, id, list};
use tariff::{AccessPoint, Currency, Due, Input, Institution, Money, Point, Project, Varied, quote, what_if};

const EUR: Currency = Currency::Eur;

/// The spaces of a text as they are seen.
fn seen(text: impl AsRef<str>) -> String {
    text.as_ref().replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
}

fn both(text: impl Fn(Lang) -> String) -> [String; 2] {
    Lang::ALL.map(|lang| seen(text(lang)))
}

fn base() -> Project {
    fixture().examples[0].project.clone()
}

#[test]
fn a_year_says_its_months_unless_it_is_whole() {
    let project = Project { months: 20, ..example("casd-2020") };
    let years = quote(list("casd-2020"), &project).unwrap().budget_by_year().periods;
    let written = |lang| years.iter().map(|year| seen(budget_year(lang, year))).collect::<Vec<_>>();
    assert_eq!(written(Lang::Fr), ["2020 (5 mois)", "2021", "2022 (3 mois)"]);
    assert_eq!(written(Lang::En), ["2020 (5 months)", "2021", "2022 (3 months)"]);
    assert_eq!(both(|lang| month_count(lang, &years[0])), ["5 mois", "5 months"]);
}

#[test]
fn a_term_says_its_first_and_last_day() {
    let terms = quote(list("casd-2020"), &example("casd-2020")).unwrap().budget_by_term().periods;
    assert_eq!(
        both(|lang| budget_term(lang, 0, &terms[0])),
        ["Année 1 : 1er août 2020 – 31 juillet 2021", "Year 1: 1 August 2020 – 31 July 2021"]
    );
}

#[test]
fn what_is_varied_is_counted() {
    for (what, value, expected) in [
        (Varied::Months, 1, ["1 mois", "1 month"]),
        (Varied::Months, 12, ["12 mois", "12 months"]),
        (Varied::Users, 1, ["1 utilisateur", "1 user"]),
        (Varied::Users, 2, ["2 utilisateurs", "2 users"]),
        (Varied::Boxes, 0, ["0 SD-Box", "0 SD-Boxes"]),
        (Varied::Boxes, 1, ["1 SD-Box", "1 SD-Box"]),
        (Varied::Boxes, 3, ["3 SD-Box", "3 SD-Boxes"]),
    ] {
        assert_eq!(both(|lang| varied_value(lang, what, value)), expected);
    }
}

#[test]
fn amounts_have_a_sign_or_no_cents_where_asked() {
    let euros = Money::from_cents;
    assert_eq!(both(|lang| signed_amount(lang, EUR, euros(17_400))), ["+174,00 €", "+€174.00"]);
    assert_eq!(both(|lang| signed_amount(lang, EUR, euros(-17_400))), ["−174,00 €", "−€174.00"]);
    assert_eq!(both(|lang| signed_amount(lang, EUR, Money::ZERO)), ["0,00 €", "€0.00"]);
    assert_eq!(both(|lang| round_amount(lang, EUR, euros(100_000_000))), ["1 000 000 €", "€1,000,000"]);
    assert_eq!(both(|lang| round_amount(lang, EUR, euros(50))), ["0,50 €", "€0.50"]);
    assert_eq!(both(|lang| share_of_total(lang, 603)), ["60,3 %", "60.3%"]);
    assert_eq!(both(|lang| share_of_total(lang, -5)), ["−0,5 %", "−0.5%"]);
}

#[test]
fn a_cell_is_an_amount_on_request_or_absent() {
    let written = |due| both(move |lang| cell(lang, fixture(), due));
    assert_eq!(written(Due::Amount(Money::from_cents(50))), ["0,50 €", "€0.50"]);
    assert_eq!(written(Due::OnRequest), ["sur demande", "on request"]);
    assert_eq!(written(Due::Absent), ["pas dans celle-ci", "not in this one"]);
}

#[test]
fn inputs_that_differ_have_a_name() {
    let option = &fixture().options[0];
    let chosen = Input::Option { id: &option.id, label: &option.label };
    assert_eq!(both(|lang| input_name(lang, chosen).into()), ["Assistance", "Support"]);
    let plain = [
        Input::PriceList,
        Input::Offer,
        Input::Start,
        Input::Months,
        Input::Renewal,
        Input::Users,
        Input::Students,
        Input::Configuration,
        Input::AccessPoints,
    ];
    for lang in Lang::ALL {
        let names: std::collections::BTreeSet<&str> =
            plain.iter().map(|input| input_name(lang, *input)).collect();
        assert_eq!(names.len(), plain.len());
    }
}

#[test]
fn variants_are_numbered_from_one_and_what_is_the_same_is_counted() {
    assert_eq!(both(|lang| variant_name(lang, 0)), ["Variante 1", "Variant 1"]);
    for (count, expected) in [
        (0, ["0 poste identique dans toutes les variantes", "0 items are the same in all variants"]),
        (1, ["1 poste identique dans toutes les variantes", "1 item is the same in all variants"]),
        (5, ["5 postes identiques dans toutes les variantes", "5 items are the same in all variants"]),
    ] {
        assert_eq!(both(|lang| same_in_all(lang, count)), expected);
    }
}

// What those hear who do not see the plot

#[test]
fn what_a_cost_is_made_of_is_described_by_its_largest_item() {
    let quote = quote(list("casd-2018"), &example("casd-2018")).unwrap();
    assert_eq!(
        both(|lang| by_item_described(lang, &quote)),
        [
            "Coût par poste : 4 postes, 2 723,00 € en tout. Le plus élevé est « Espace projet, Configuration 1 » : 1 361,00 €, soit 50,0 % du total.",
            "Cost by item: 4 items, €2,723.00 in all. The largest is “Project space, Configuration 1”: €1,361.00, 50.0% of the total."
        ]
    );
}

#[test]
fn a_description_says_what_the_total_leaves_out() {
    let project = Project { configuration: id("gpu"), ..base() };
    let quote = quote(fixture(), &project).unwrap();
    let [fr, en] = both(|lang| by_item_described(lang, &quote));
    assert!(fr.contains("3 243,47 € en tout (hors éléments dont le prix est sur demande)."), "{fr}");
    assert!(en.contains("€3,243.47 in all (excluding items priced on request)."), "{en}");
}

#[test]
fn what_falls_due_when_is_described_by_the_dearest_period() {
    let mut project = example("casd-2020");
    let of_b = Institution::of_rank(1).unwrap();
    project.access_points.push(AccessPoint { funder: of_b, ..AccessPoint::lasting(12) });
    let quote = quote(list("casd-2020"), &project).unwrap();
    assert_eq!(
        both(|lang| by_year_described(lang, EUR, &quote.budget_by_year())),
        [
            "Coût par année civile : 2 périodes, 2 financeurs, 5 160,00 € en tout. Le plus élevé : 2021, 3 010,00 €.",
            "Cost by calendar year: 2 periods, 2 funders, €5,160.00 in all. The highest: 2021, €3,010.00."
        ]
    );
    assert_eq!(
        both(|lang| by_term_described(lang, EUR, &quote.budget_by_term())),
        [
            "Coût par période de douze mois : 1 période, 2 financeurs, 5 160,00 € en tout. Le plus élevé : Année 1, 5 160,00 €.",
            "Cost by term of twelve months: 1 period, 2 funders, €5,160.00 in all. The highest: Year 1, €5,160.00."
        ]
    );
}

#[test]
fn how_a_total_moves_is_described_by_its_ends() {
    let points = what_if(list("pmsi"), &example("pmsi"), Varied::Users);
    // 210.00 for the box and 1 548.00 for the space, and 6 × 29.00 for each user.
    assert_eq!(
        both(|lang| what_if_described(lang, EUR, Varied::Users, &points)),
        [
            "Coût total selon le nombre d’utilisateurs : projet actuel, 2 454,00 € pour 4 utilisateurs. De 1 932,00 € pour 1 utilisateur à 3 498,00 € pour 10 utilisateurs.",
            "Total cost by number of users: as the project stands, €2,454.00 for 4 users. From €1,932.00 for 1 user to €3,498.00 for 10 users."
        ]
    );
    let one = [Point {
        value: 12,
        total: Money::ZERO,
        difference: Money::ZERO,
        leaves_out: false,
        is_current: true,
    }];
    assert_eq!(
        both(|lang| what_if_described(lang, EUR, Varied::Months, &one)),
        [
            "Coût total selon la durée : projet actuel, 0,00 € pour 12 mois.",
            "Total cost by length: as the project stands, €0.00 for 12 months."
        ]
    );
}

// Typography

/// Every sentence of a language, the fixed ones and examples of the others.
fn sentences(lang: Lang) -> Vec<String> {
    let mut sentences: Vec<String> =
        Varied::ALL.map(|what| [varied(lang, what).into(), what_if_title(lang, what).into()]).concat();
    // Each field of the fixed sentences, as a text in quotes.
    let fixed = format!("{:?}", lang.plots()).replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}");
    sentences.extend(fixed.split('"').skip(1).step_by(2).map(String::from));
    for list in all_lists() {
        for example in &list.examples {
            let quote = quote(list, &example.project).unwrap();
            // Without the names of items, which are the list's own.
            let mut described = by_item_described(lang, &quote);
            for part in quote.cost_items() {
                described = described.replace(lang.of(part.item.label()), "");
            }
            sentences.push(described);
            sentences.push(by_year_described(lang, EUR, &quote.budget_by_year()));
            sentences.push(by_term_described(lang, EUR, &quote.budget_by_term()));
            for what in Varied::ALL {
                let points = what_if(list, &example.project, what);
                sentences.push(what_if_described(lang, EUR, what, &points));
            }
        }
    }
    sentences
}

#[test]
fn french_has_its_spaces_and_apostrophes() {
    let sentences = sentences(Lang::Fr);
    assert!(sentences.len() > 30);
    for sentence in sentences {
        for wrong in [" :", " ;", " !", " ?", "'", "« ", " »", " %", " €"] {
            assert!(!sentence.contains(wrong), "`{wrong}` in `{sentence}`");
        }
    }
}

#[test]
fn english_has_no_french_spaces() {
    for sentence in sentences(Lang::En) {
        for wrong in ["\u{a0}:", "\u{a0};", "\u{a0}?", "'", "\u{202f}", "«"] {
            assert!(!sentence.contains(wrong), "`{wrong}` in `{sentence}`");
        }
    }
}
