//! Budgets by year and by term: what falls due when, and who pays it.

use std::collections::BTreeSet;

use crate::common::{FIXTURE, any_list_and_project, cents, changed, day, example, fixture, list};
use chrono::{Datelike, Days};
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::{Budget, Institution, Project, Quote, quote};

/// An example, worked out by hand.
struct Example {
    name: &'static str,
    /// What is changed in the fixture's base project: 3 243.47, of which the set-up 150.00, the review 120.00,
    /// the card 10.00, the box's delivery 61.00 − 1.53 are due once a term; the space 200.00, a staff account
    /// 7.00 and the box 35.00 each month.
    project: &'static str,
    /// First day, last day, months, and what each funder pays.
    years: &'static [Row],
    terms: &'static [Row],
}

type Row = (&'static str, &'static str, u32, &'static [&'static str]);

const EXAMPLES: &[Example] = &[
    Example {
        name: "twelve months from 1 August are five months and seven; what is due once is due in the first",
        project: r#"{ "start": "2026-08-01" }"#,
        // 5 × 242.00 + 339.47 and 7 × 242.00
        years: &[
            ("2026-08-01", "2026-12-31", 5, &["1549.47"]),
            ("2027-01-01", "2027-07-31", 7, &["1694.00"]),
        ],
        terms: &[("2026-08-01", "2027-07-31", 12, &["3243.47"])],
    },
    Example {
        name: "a month from 31 January ends with February, and belongs to its year",
        project: r#"{ "start": "2026-01-31" }"#,
        years: &[("2026-01-31", "2027-01-30", 12, &["3243.47"])],
        terms: &[("2026-01-31", "2027-01-30", 12, &["3243.47"])],
    },
    Example {
        name: "a month that starts in the middle of December belongs whole to December’s year",
        project: r#"{ "start": "2026-11-15" }"#,
        // 2 × 242.00 + 339.47 and 10 × 242.00
        years: &[
            ("2026-11-15", "2027-01-14", 2, &["823.47"]),
            ("2027-01-15", "2027-11-14", 10, &["2420.00"]),
        ],
        terms: &[("2026-11-15", "2027-11-14", 12, &["3243.47"])],
    },
    Example {
        name: "from 31 August a year’s first month starts on 31 January, and the last ends with a leap February",
        project: r#"{ "start": "2026-08-31", "months": 18 }"#,
        // 5 × 242.00 + 339.47; 12 × 207.00 + 7 × 35.00 + 120.00; 207.00
        years: &[
            ("2026-08-31", "2027-01-30", 5, &["1549.47"]),
            ("2027-01-31", "2028-01-30", 12, &["2849.00"]),
            ("2028-01-31", "2028-02-29", 1, &["207.00"]),
        ],
        terms: &[
            ("2026-08-31", "2027-08-30", 12, &["3243.47"]),
            ("2027-08-31", "2028-02-29", 6, &["1362.00"]),
        ],
    },
    Example {
        name: "thirty months are terms of twelve, twelve and six, each with its review of 120.00",
        project: r#"{ "start": "2026-09-01", "months": 30, "access_points": [{ "months": 30 }] }"#,
        // 4 × 242.00 + 339.47; 12 × 242.00 + 120.00; 12 × 242.00 + 120.00; 2 × 242.00
        years: &[
            ("2026-09-01", "2026-12-31", 4, &["1307.47"]),
            ("2027-01-01", "2027-12-31", 12, &["3024.00"]),
            ("2028-01-01", "2028-12-31", 12, &["3024.00"]),
            ("2029-01-01", "2029-02-28", 2, &["484.00"]),
        ],
        terms: &[
            ("2026-09-01", "2027-08-31", 12, &["3243.47"]),
            ("2027-09-01", "2028-08-31", 12, &["3024.00"]),
            ("2028-09-01", "2029-02-28", 6, &["1572.00"]),
        ],
    },
    Example {
        name: "an SD-Box rented for longer than the project is paid for until its end",
        project: r#"{ "start": "2026-07-01", "access_points": [{ "months": 20 }] }"#,
        // 6 × 242.00 + 339.47; 6 × 242.00 + 6 × 35.00; 2 × 35.00
        years: &[
            ("2026-07-01", "2026-12-31", 6, &["1791.47"]),
            ("2027-01-01", "2027-12-31", 12, &["1662.00"]),
            ("2028-01-01", "2028-02-29", 2, &["70.00"]),
        ],
        terms: &[
            ("2026-07-01", "2027-06-30", 12, &["3243.47"]),
            ("2027-07-01", "2028-02-29", 8, &["280.00"]),
        ],
    },
    Example {
        name: "a reduction with an odd cent leaves none behind",
        project: r#"{ "start": "2026-10-01", "users": 7, "students": 1 }"#,
        // Monthly: 200.00 + (2 × 30.00 + 3 × 25.00 + 20.01) + 5.00 + 6 × 7.00 + 35.00 = 437.01. Off: half of
        // 12 × 20.01, 120.06, of which 3 ⁄ 12 are 30.015, so 30.02 in 2026. Once: 150.00 + 120.00 + 70.00 + 59.47.
        years: &[
            ("2026-10-01", "2026-12-31", 3, &["1680.48"]),
            ("2027-01-01", "2027-09-30", 9, &["3843.05"]),
        ],
        terms: &[("2026-10-01", "2027-09-30", 12, &["5523.53"])],
    },
    Example {
        name: "each funder has a column: the project’s first, then those of the boxes",
        project: r#"{ "start": "2026-08-01", "access_points": [
            { "months": 12, "funder": "C" }, { "months": 6, "funder": "B" }, { "months": 12, "host": "D" }
        ] }"#,
        // Boxes of 12 months come first, A’s and C’s at 35.00; B’s is the third, at 33.00. A delivery is 61.00,
        // less 1.53. A: 5 × 242.00 + 339.47. B: 5 × 33.00 + 59.47, then 33.00. C: 5 × 35.00 + 59.47, 7 × 35.00.
        years: &[
            ("2026-08-01", "2026-12-31", 5, &["1549.47", "224.47", "234.47"]),
            ("2027-01-01", "2027-07-31", 7, &["1694.00", "33.00", "245.00"]),
        ],
        terms: &[("2026-08-01", "2027-07-31", 12, &["3243.47", "257.47", "479.47"])],
    },
];

/// The fixture's base project with some entries changed.
fn project(changes: &str) -> Project {
    let list: Value = serde_json::from_str(FIXTURE).unwrap();
    let mut project = list["examples"][0]["project"].clone();
    let changes: Value = serde_json::from_str(changes).unwrap();
    for (field, value) in changes.as_object().unwrap() {
        project[field] = value.clone();
    }
    Project::from_json(&project.to_string()).unwrap()
}

fn institution(label: &str) -> Institution {
    Institution::from_label(label).unwrap()
}

type Written = (String, String, u32, Vec<String>);

fn written(budget: &Budget) -> Vec<Written> {
    let row = |period: &tariff::BudgetPeriod| {
        let amounts = period.amounts.iter().map(ToString::to_string).collect();
        (period.from.to_string(), period.until.to_string(), period.months, amounts)
    };
    budget.periods.iter().map(row).collect()
}

fn expected(rows: &[Row]) -> Vec<Written> {
    let row = |(from, until, months, amounts): &Row| {
        (from.to_string(), until.to_string(), *months, amounts.iter().map(ToString::to_string).collect())
    };
    rows.iter().map(row).collect()
}

#[test]
fn every_example_falls_due_as_worked_out_by_hand() {
    for example in EXAMPLES {
        let quote = quote(fixture(), &project(example.project)).unwrap();
        assert_eq!(written(&quote.budget_by_year()), expected(example.years), "{}, by year", example.name);
        assert_eq!(written(&quote.budget_by_term()), expected(example.terms), "{}, by term", example.name);
    }
}

#[test]
fn the_published_examples_fall_due_as_worked_out_by_hand() {
    // 5 × (35.00 + 238.00 + 37.00 + 60.00 + 25.00), and seven times that.
    let cohorts = quote(list("casd-2020"), &example("casd-2020")).unwrap();
    let years: Vec<String> =
        cohorts.budget_by_year().periods.iter().map(|year| year.total.to_string()).collect();
    assert_eq!(years, ["1975.00", "2765.00"]);
    // The annual price of 1 361.00 is due at the start; 70.00 for the boxes and 43.50 for the users, monthly.
    let standard = quote(list("casd-2018"), &example("casd-2018")).unwrap();
    let years: Vec<String> =
        standard.budget_by_year().periods.iter().map(|year| year.total.to_string()).collect();
    assert_eq!(years, ["1928.50", "794.50"]);
}

#[test]
fn a_box_paid_by_the_term_is_there_until_its_end() {
    // Without the delivery, a box is charged at nothing but a term's price: three times in 30 months.
    let at = fixture().charges.iter().position(|charge| charge.id.as_str() == "sd-box").unwrap();
    let list = changed(FIXTURE, &format!("/charges/{at}/every"), json!({ "term_of_months": 12 }));
    let quote = quote(&list, &project(r#"{ "access_points": [{ "months": 30 }] }"#)).unwrap();
    let terms: Vec<u32> = quote.budget_by_term().periods.iter().map(|term| term.months).collect();
    assert_eq!(terms, [12, 12, 6]);
}

#[test]
fn a_year_that_nothing_falls_into_is_nought() {
    let at = fixture().charges.iter().position(|charge| charge.id.as_str() == "sd-box").unwrap();
    let list = changed(FIXTURE, &format!("/charges/{at}/every"), json!("once"));
    let quote = quote(
        &list,
        &project(r#"{ "start": "2026-01-01", "access_points": [{ "months": 36, "funder": "B" }] }"#),
    );
    let years = written(&quote.unwrap().budget_by_year());
    assert_eq!(years.len(), 3);
    assert_eq!(years[2], ("2028-01-01".into(), "2028-12-31".into(), 12, vec!["0.00".into(), "0.00".into()]));
}

#[test]
fn a_quote_splits_into_a_purchase_order_for_each_funder() {
    let quote = quote(fixture(), &project(EXAMPLES[EXAMPLES.len() - 1].project)).unwrap();
    let orders = quote.purchase_orders();
    let written: Vec<(String, Vec<&str>, String)> = orders
        .iter()
        .map(|order| {
            let lines = order.lines.iter().map(|line| line.item.id().as_str()).collect();
            (order.funder.to_string(), lines, order.subtotal.to_string())
        })
        .collect();
    let of_a_box = vec!["sd-box", "delivery", "delivery-discount"];
    let of_the_project =
        ["set-up", "space", "review", "card", "staff-account"].into_iter().chain(of_a_box.clone());
    assert_eq!(
        written,
        [
            ("A".into(), of_the_project.collect(), "3243.47".into()),
            ("B".into(), of_a_box.clone(), "257.47".into()),
            ("C".into(), of_a_box, "479.47".into()),
        ]
    );
}

#[test]
fn one_who_only_pays_what_is_on_request_has_a_purchase_order_too() {
    let at = fixture().charges.iter().position(|charge| charge.id.as_str() == "insurance").unwrap();
    let list = changed(FIXTURE, &format!("/charges/{at}/payer"), json!("access_point_funder"));
    let project = project(
        r#"{ "offer": "cohorts", "users": 2, "configuration": "cohort-space", "options": { "insurance": true },
             "access_points": [{ "months": 12 }, { "months": 6, "funder": "B" }, { "months": 3, "funder": "B" }] }"#,
    );
    let quote = quote(&list, &project).unwrap();
    let orders = quote.purchase_orders();
    let unpriced: Vec<Vec<u32>> =
        orders.iter().map(|order| order.on_request.iter().map(|one| one.quantity).collect()).collect();
    assert_eq!(unpriced, [[1], [2]]);
}

#[test]
fn the_projects_funder_has_a_purchase_order_even_where_others_pay_for_every_box() {
    let quote =
        quote(fixture(), &project(r#"{ "access_points": [{ "months": 12, "funder": "B" }] }"#)).unwrap();
    assert_eq!(quote.funders(), [institution("A"), institution("B")]);
}

// Institutions

#[test]
fn each_institution_has_a_label_of_its_own_that_reads_back() {
    let labels: BTreeSet<String> = Institution::all().map(|one| one.to_string()).collect();
    assert_eq!(labels.len() as u32, Institution::MAX);
    for (rank, one) in Institution::all().enumerate() {
        assert_eq!(one.rank() as usize, rank);
        assert_eq!(Institution::from_label(&one.to_string()), Some(one));
        assert_eq!(serde_json::from_value::<Institution>(json!(one)).unwrap(), one);
    }
    assert_eq!(Institution::of_rank(Institution::MAX), None);
}

#[test]
fn letters_go_round_the_alphabet() {
    for (rank, label) in [(0, "A"), (1, "B"), (25, "Z"), (26, "A2"), (51, "Z2"), (52, "A3"), (200, "S8")] {
        assert_eq!(Institution::of_rank(rank).unwrap().to_string(), label);
    }
}

#[test]
fn what_is_no_label_is_refused() {
    for label in ["", "a", "AA", "A0", "A1", "A10", "T8", "A9", "É", "1", " A", "A "] {
        assert_eq!(Institution::from_label(label), None, "{label}");
        assert!(serde_json::from_value::<Institution>(json!(label)).is_err(), "{label}");
    }
}

#[test]
fn a_box_without_institutions_is_the_project_funders_and_stands_with_who_pays() {
    let boxes =
        project(r#"{ "access_points": [{ "months": 1 }, { "months": 1, "funder": "B" }] }"#).access_points;
    let letters: Vec<_> = boxes.iter().map(|one| (one.funder.to_string(), one.host.to_string())).collect();
    assert_eq!(letters, [("A".into(), "A".into()), ("B".into(), "B".into())]);
}

// Properties

fn budgets(quote: &Quote<'_>) -> [Budget; 2] {
    [quote.budget_by_year(), quote.budget_by_term()]
}

proptest! {
    #![proptest_config(crate::common::cases(200))]

    #[test]
    fn a_budget_adds_up_in_every_direction((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        for budget in budgets(&quote) {
            prop_assert_eq!(budget.total, quote.total);
            for period in &budget.periods {
                prop_assert_eq!(period.amounts.len(), budget.funders.len());
                prop_assert_eq!(period.amounts.iter().map(cents).sum::<i128>(), cents(period.total));
            }
            for (column, subtotal) in budget.subtotals.iter().enumerate() {
                let paid: i128 = budget.periods.iter().map(|period| cents(period.amounts[column])).sum();
                prop_assert_eq!(paid, cents(subtotal));
            }
            prop_assert_eq!(budget.periods.iter().map(|period| cents(period.total)).sum::<i128>(), cents(quote.total));
        }
    }

    #[test]
    fn a_budget_has_neither_gap_nor_overlap((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        let paid_for = |one: &tariff::AccessPoint| one.months;
        let longest = project.access_points.iter().map(paid_for).fold(project.months, u32::max);
        for budget in budgets(&quote) {
            prop_assert_eq!(budget.periods[0].from, project.start);
            prop_assert!(budget.periods.windows(2).all(|pair| pair[0].until + Days::new(1) == pair[1].from));
            prop_assert!(budget.periods.iter().all(|one| one.from <= one.until && (1..=12).contains(&one.months)));
            let months: u32 = budget.periods.iter().map(|period| period.months).sum();
            prop_assert_eq!(months, longest);
        }
        let years: Vec<i32> = quote.budget_by_year().periods.iter().map(|year| year.from.year()).collect();
        prop_assert!(years.windows(2).all(|pair| pair[0] + 1 == pair[1]));
        let whole = quote.budget_by_term().periods.iter().rev().skip(1).all(|term| term.months == 12);
        prop_assert!(whole);
    }

    #[test]
    fn purchase_orders_share_out_every_line((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        let orders = quote.purchase_orders();
        prop_assert_eq!(orders[0].funder, Institution::PROJECT_FUNDER);
        prop_assert!(orders.windows(2).all(|pair| pair[0].funder < pair[1].funder));
        prop_assert_eq!(orders.iter().map(|order| order.lines.len()).sum::<usize>(), quote.lines.len());
        prop_assert_eq!(orders.iter().map(|order| order.on_request.len()).sum::<usize>(), quote.on_request.len());
        for order in &orders {
            prop_assert_eq!(order.lines.iter().map(|line| cents(line.amount)).sum::<i128>(), cents(order.subtotal));
            prop_assert!(order.lines.iter().all(|line| line.funder == order.funder));
        }
        prop_assert_eq!(orders.iter().map(|order| cents(order.subtotal)).sum::<i128>(), cents(quote.total));
    }
}

#[test]
fn the_first_and_last_days_of_a_quote_are_those_of_its_terms() {
    let quote = quote(fixture(), &project(r#"{ "start": "2028-02-29", "months": 12 }"#)).unwrap();
    let terms = quote.budget_by_term().periods;
    assert_eq!((terms[0].from, terms[0].until), (day("2028-02-29"), quote.end));
}
