//! Properties of every quote: sums, monotonicity, limits, and an independent oracle.

use crate::common::{
    FIXTURE, all_lists, any_list_and_project, any_project, cents, day, fixture, id, legal_project, list,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::{AccessPoint, Chosen, Field, Item, Offer, PriceList, Project, Quote, Refusal, quote};

fn total(list: &PriceList, project: &Project) -> i128 {
    cents(quote(list, project).unwrap().total)
}

/// The total of a project that may not be legal.
fn maybe_total(list: &PriceList, project: &Project) -> Option<i128> {
    quote(list, project).ok().map(|quote| cents(quote.total))
}

fn chose(project: &Project, option: &str) -> bool {
    project.options.contains_key(&id(option))
}

/// The 2020 tariff as CASD describes it, in whole cents, without the engine and its decimals.
fn total_of_2020(project: &Project) -> i128 {
    let (months, users) = (i128::from(project.months), i128::from(project.users));
    let mut total = 3_500 * box_months(project) + 23_800 * months + 3_700 * (users - 1) * months;
    let last_access_is_charged = project.users > 1;
    if project.offer == Offer::Standard && project.students > 0 && last_access_is_charged {
        total -= 1_850 * months;
    }
    if chose(project, "health-referent") {
        total += 3_000 * users * months;
    }
    if chose(project, "automatic-exports") {
        total += 2_500 * months;
    }
    total
}

/// The PMSI tariff, in the same way.
fn total_of_pmsi(project: &Project) -> i128 {
    let (months, users) = (i128::from(project.months), i128::from(project.users));
    3_500 * box_months(project) + 2_900 * users * months + 25_800 * months
}

fn box_months(project: &Project) -> i128 {
    project.access_points.iter().map(|access_point| i128::from(access_point.months)).sum()
}

proptest! {
    #![proptest_config(crate::common::cases(1_500))]

    #[test]
    fn the_2020_list_gives_what_the_published_rules_give(project in legal_project(list("casd-2020"))) {
        prop_assert_eq!(total(list("casd-2020"), &project), total_of_2020(&project));
    }

    #[test]
    fn the_pmsi_list_gives_what_the_published_rules_give(project in legal_project(list("pmsi"))) {
        prop_assert_eq!(total(list("pmsi"), &project), total_of_pmsi(&project));
    }

    #[test]
    fn the_lines_sum_to_the_total((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        let sum: i128 = quote.lines.iter().map(|line| cents(line.amount)).sum();
        prop_assert_eq!(sum, cents(quote.total));
        // For each user: the total divided, half a cent rounded up. No total is negative.
        let users = i128::from(project.users);
        prop_assert!(sum >= 0);
        prop_assert_eq!((2 * sum + users) / (2 * users), cents(quote.total_per_user));
    }

    #[test]
    fn every_line_is_its_shares_times_its_periods((list, project) in any_list_and_project()) {
        for line in quote(list, &project).unwrap().lines {
            let shares: u32 = line.shares().map(|share| share.quantity).sum();
            prop_assert_eq!(shares, line.quantity);
            prop_assert!(line.quantity > 0);
            let units: i128 =
                line.shares().map(|share| cents(share.unit_price) * i128::from(share.quantity)).sum();
            let whole = units * i128::from(line.periods.count);
            match line.item {
                Item::Charge(_) => prop_assert_eq!(cents(line.amount), whole),
                Item::Reduction(reduction, _) => {
                    let hundredths = i128::from(reduction.percent.hundredths());
                    prop_assert_eq!(cents(line.amount), -((whole * hundredths + 5_000) / 10_000));
                }
            }
        }
    }

    #[test]
    fn a_reduction_never_exceeds_what_it_reduces((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        for charge in &list.charges {
            let of_charge = quote.lines.iter().filter(|line| line.item.charge().id == charge.id);
            let (mut charged, mut reduced) = (0, 0);
            for line in of_charge {
                match line.item {
                    Item::Charge(_) => charged += cents(line.amount),
                    Item::Reduction(..) => reduced += cents(line.amount),
                }
            }
            prop_assert!(reduced <= 0 && charged + reduced >= 0, "{}: {charged} {reduced}", charge.id);
        }
    }

    #[test]
    fn more_of_anything_never_costs_less((list, project) in any_list_and_project(), at in any::<prop::sample::Index>()) {
        let before = total(list, &project);
        let mut more = Vec::new();
        for users in [1, 2] {
            more.push(Project { users: project.users + users, ..project.clone() });
        }
        for months in [1, 6, 12] {
            more.push(Project { months: project.months + months, ..project.clone() });
        }
        for months in [1, project.months] {
            let mut one_more = project.clone();
            one_more.access_points.push(AccessPoint::lasting(months));
            more.push(one_more);
        }
        if !project.access_points.is_empty() {
            let mut longer = project.clone();
            let at = at.index(longer.access_points.len());
            longer.access_points[at].months += 1;
            more.push(longer);
        }
        for more in more {
            // What is out of bounds has no total to compare.
            if let Some(after) = maybe_total(list, &more) {
                prop_assert!(after >= before, "{after} < {before} for {more:?}");
            }
        }
    }

    #[test]
    fn the_order_of_the_boxes_changes_nothing((list, project) in any_list_and_project()) {
        let mut reversed = project.clone();
        reversed.access_points.reverse();
        prop_assert_eq!(total(list, &reversed), total(list, &project));
    }

    #[test]
    fn what_an_option_would_add_is_what_it_adds((list, project) in any_list_and_project()) {
        let quoted = quote(list, &project).unwrap();
        for left_out in quoted.not_included {
            let mut with = project.clone();
            with.options.insert(left_out.option.id.clone(), Chosen::Yes);
            prop_assert_eq!(total(list, &with) - cents(quoted.total), cents(left_out.would_add));
        }
    }

    #[test]
    fn the_tax_is_the_difference((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        prop_assert_eq!(quote.vat.is_some(), list.vat.is_some());
        if let Some(vat) = quote.vat {
            prop_assert_eq!(cents(vat.excluding), cents(quote.total));
            prop_assert_eq!(cents(vat.excluding) + cents(vat.tax), cents(vat.including));
            prop_assert_eq!(cents(vat.including), (cents(quote.total) * 120 + 50) / 100);
        }
    }

    #[test]
    fn any_project_is_answered_and_every_refusal_names_a_field(project in any_project()) {
        for list in all_lists() {
            match quote(list, &project) {
                Ok(quote) => assert_sound(list, &project, &quote),
                Err(Refusal::NotServed(offer)) => {
                    prop_assert!(offer == project.offer && list.offer(offer).is_none());
                }
                Err(Refusal::ByContact(offer)) => prop_assert_eq!(offer, Offer::Private),
                Err(Refusal::Entries(problems)) => {
                    prop_assert!(!problems.is_empty());
                    let said = Refusal::Entries(problems.clone()).to_string();
                    for problem in &problems {
                        prop_assert!(said.contains(&problem.field.to_string()), "{said}");
                        prop_assert!(!problem.error.to_string().is_empty());
                    }
                    let fields: Vec<&Field> = problems.iter().map(|problem| &problem.field).collect();
                    let mut once = fields.clone();
                    once.dedup();
                    prop_assert_eq!(fields, once, "one problem for each entry");
                }
                Err(Refusal::TooLarge) => panic!("the limits rule this out: {project:?}"),
            }
        }
    }
}

/// What an admitted project must be.
fn assert_sound(list: &PriceList, project: &Project, quote: &Quote<'_>) {
    assert!(list.offer(project.offer).unwrap().terms.is_some());
    assert!((1..=240).contains(&project.months) && (1..=1000).contains(&project.users), "{project:?}");
    assert!(project.access_points.len() <= 100 && project.students <= project.users, "{project:?}");
    assert!(quote.end >= quote.start && quote.start == project.start);
}

#[test]
fn the_limits_are_said() {
    let base = &fixture().examples[0].project;
    let refused = |project: Project| quote(fixture(), &project).unwrap_err().to_string();
    assert_eq!(refused(Project { users: 1001, ..base.clone() }), "users: must be at most 1000");
    assert_eq!(refused(Project { users: u32::MAX, ..base.clone() }), "users: must be at most 1000");
    assert_eq!(refused(Project { months: u32::MAX, ..base.clone() }), "months: must be at most 240");
    let boxes = vec![AccessPoint::lasting(12); 101];
    assert_eq!(
        refused(Project { access_points: boxes, ..base.clone() }),
        "access_points: must be at most 100"
    );
    let options = [(id("storage"), Chosen::Quantity(u32::MAX))].into();
    assert_eq!(refused(Project { options, ..base.clone() }), "options.storage: must be at most 1000");
}

#[test]
fn the_largest_project_under_the_largest_prices_is_exact() {
    // Every price of the list at one million, the smallest reductions, the largest quantities.
    fn raise(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match key.as_str() {
                        "unit" if value.is_string() => *value = "1000000.00".into(),
                        "percent" => *value = "0.01".into(),
                        _ => raise(value),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(raise),
            _ => {}
        }
    }
    let mut json: Value = serde_json::from_str(FIXTURE).unwrap();
    raise(&mut json);
    let counted = &mut json["options"][4]["choice"]["counted"];
    (counted["maximum"], counted["included"], counted["step"]) = (json!(100_000), json!(0), json!(1));
    let list = PriceList::from_json(&json.to_string()).unwrap();
    let options = json!({ "support": true, "training": true, "software": "full", "storage": 100_000 });
    let project = Project {
        offer: Offer::Standard,
        start: day("2150-12-31"),
        months: 240,
        renewal: true,
        users: 1000,
        students: 1000,
        configuration: id("medium"),
        access_points: vec![AccessPoint::lasting(240); 100],
        options: serde_json::from_value(options).unwrap(),
    };
    let quote = quote(&list, &project).unwrap();
    // In millions: set-up 1, space 240, medium 240, reviews 20, cards 1000, accesses 240 × 999,
    // student accounts 240 × 1000, boxes 240 × 100, deliveries 100, support 240, training 1000,
    // software 240 × 1000, storage 240 × 100 000.
    let millions: i128 = 1
        + 240
        + 240
        + 20
        + 1000
        + 240 * 999
        + 240 * 1000
        + 240 * 100
        + 100
        + 240
        + 1000
        + 240 * 1000
        + 240 * 100_000;
    // 0.01 % of one access, 240 million; and of a hundred deliveries, 100 million.
    let reduced = 24_000 + 10_000;
    assert_eq!(cents(quote.total), (millions * 1_000_000 - reduced) * 100);
    let vat = quote.vat.unwrap();
    assert_eq!(cents(vat.including), (millions * 1_000_000 - reduced) * 120);
}

#[test]
fn the_same_project_has_the_same_quote_whenever_it_starts() {
    let base = &fixture().examples[0].project;
    for start in ["2000-01-01", "2024-02-29", "2026-09-01", "2150-12-31"] {
        assert_eq!(total(fixture(), &Project { start: day(start), ..base.clone() }), 324_347, "{start}");
    }
}
