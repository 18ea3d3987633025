//! Tests of charts: content, and legibility at the width of a phone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::collections::BTreeSet;

use casd_simulator::i18n::{
    Lang, amount, budget_term, budget_year, cell, round_amount, varied, varied_value,
};
use casd_simulator::plots::{self, Anchor, Length, Mark, Plot, Role, TEXT_SIZE};
use chrono::Months;
use common::{FIXTURE, all_lists, any_list_and_project, changed, day, example, fixture, id, list, set};
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::{
    AccessPoint, Budget, BudgetPeriod, Chosen, Currency, Due, Institution, Money, Point, PriceList, Project,
    Quote, Varied, quote, what_if,
};

const WIDTHS: [u16; 2] = [320, 640];

// As the page draws them

fn composition(lang: Lang, quote: &Quote<'_>, width: u16) -> Plot {
    let value = |due| cell(lang, quote.list, due);
    plots::composition(&quote.cost_items(), &|words| lang.of(words).into(), &value, width)
}

fn by_year(lang: Lang, budget: &Budget, width: u16) -> Plot {
    let year = |_, period: &BudgetPeriod| budget_year(lang, period);
    plots::budget(budget, &year, &|money| amount(lang, Currency::Eur, money), width)
}

fn by_term(lang: Lang, budget: &Budget, width: u16) -> Plot {
    let term = |index, period: &BudgetPeriod| budget_term(lang, index, period);
    plots::budget(budget, &term, &|money| amount(lang, Currency::Eur, money), width)
}

fn totals(lang: Lang, points: &[Point], what: Varied, width: u16) -> Plot {
    let tick = |money| round_amount(lang, Currency::Eur, money);
    let total = |money| amount(lang, Currency::Eur, money);
    plots::what_if(points, &tick, &total, varied(lang, what), width)
}

/// Every plot of a quote, in each language and width.
fn every_plot(list: &PriceList, project: &Project) -> Vec<Plot> {
    let quote = quote(list, project).unwrap();
    let moved = Varied::ALL.map(|what| (what, what_if(list, project, what)));
    let mut plots = Vec::new();
    for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| WIDTHS.map(|width| (lang, width))) {
        plots.push(composition(lang, &quote, width));
        plots.push(by_year(lang, &quote.budget_by_year(), width));
        plots.push(by_term(lang, &quote.budget_by_term(), width));
        plots.extend(moved.iter().map(|(what, points)| totals(lang, points, *what, width)));
    }
    plots
}

// What can be read

/// A text of a plot and the box that it takes up, in tenths.
struct Placed<'plot> {
    words: &'plot str,
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

/// The texts of a plot, each character 0.6 of their size wide, 0.8 of it above the line and 0.25 below.
fn texts(plot: &Plot) -> Vec<Placed<'_>> {
    plot.marks.iter().filter_map(placed).collect()
}

fn placed(mark: &Mark) -> Option<Placed<'_>> {
    let size = TEXT_SIZE.in_tenths();
    let Mark::Text { x, y, anchor, words, .. } = mark else { return None };
    let width = words.chars().count() as i32 * size * 6 / 10;
    let left = match anchor {
        Anchor::Start => x.in_tenths(),
        Anchor::Middle => x.in_tenths() - width / 2,
        Anchor::End => x.in_tenths() - width,
    };
    let (top, bottom) = (y.in_tenths() - size * 8 / 10, y.in_tenths() + size / 4);
    Some(Placed { words, left, right: left + width, top, bottom })
}

/// The corners of the shapes that are not texts, in tenths.
fn corners(mark: &Mark) -> Vec<(Length, Length)> {
    match mark {
        Mark::Rectangle { x, y, width, height, .. } => vec![(*x, *y), (*x + *width, *y + *height)],
        Mark::Line { from, to, .. } => vec![*from, *to],
        Mark::Polyline { points, .. } => points.clone(),
        Mark::Circle { centre: (x, y), radius, .. } => {
            vec![(*x - *radius, *y - *radius), (*x + *radius, *y + *radius)]
        }
        Mark::Text { .. } => vec![],
    }
}

/// What keeps a plot from being read: a text over another, or something outside.
fn faults(plot: &Plot) -> Vec<String> {
    let mut faults = Vec::new();
    let texts = texts(plot);
    let (width, height) = (plot.width.in_tenths(), plot.height.in_tenths());
    for (at, one) in texts.iter().enumerate() {
        if one.left < 0 || one.right > width || one.top < 0 || one.bottom > height {
            faults.push(format!("`{}` is outside", one.words));
        }
        for other in &texts[at + 1..] {
            let beside = one.right <= other.left || other.right <= one.left;
            if !beside && one.bottom > other.top && other.bottom > one.top {
                faults.push(format!("`{}` is over `{}`", one.words, other.words));
            }
        }
    }
    for mark in &plot.marks {
        let inside = |(x, y): (Length, Length)| {
            (0..=width).contains(&x.in_tenths()) && (0..=height).contains(&y.in_tenths())
        };
        if !corners(mark).into_iter().all(inside) {
            faults.push(format!("{mark:?} is outside"));
        }
    }
    faults
}

fn assert_readable(plot: &Plot, name: &str) {
    let faults = faults(plot);
    assert!(faults.is_empty(), "{name}, {} wide: {faults:#?}", plot.width);
}

fn base() -> Project {
    fixture().examples[0].project.clone()
}

/// The words of the texts of a role.
fn words_of(plot: &Plot, wanted: Role) -> Vec<&str> {
    let mut found = Vec::new();
    for mark in &plot.marks {
        match mark {
            Mark::Text { role, words, .. } if *role == wanted => found.push(words.as_str()),
            _ => {}
        }
    }
    found
}

/// The rectangles of a plot: role, left edge and width in tenths.
fn bars(plot: &Plot) -> Vec<(Role, i32, i32)> {
    let bar = |mark: &Mark| match mark {
        Mark::Rectangle { role, x, width, .. } => Some((*role, x.in_tenths(), width.in_tenths())),
        _ => None,
    };
    plot.marks.iter().filter_map(bar).collect()
}

/// How long the bar of each row is, in tenths: none where it has no bar. A row ends with its axis.
fn bar_of_each_row(plot: &Plot) -> Vec<f64> {
    let mut rows = Vec::new();
    let mut length = 0.0;
    for mark in &plot.marks {
        match mark {
            Mark::Rectangle { width, .. } => length = f64::from(width.in_tenths()),
            Mark::Line { role: Role::Axis, .. } => rows.push(std::mem::take(&mut length)),
            _ => {}
        }
    }
    rows
}

#[test]
fn the_published_examples_are_readable() {
    for list in all_lists() {
        for example in &list.examples {
            for plot in every_plot(list, &example.project) {
                assert_readable(&plot, example.id.as_str());
            }
        }
    }
}

#[test]
fn plots_are_as_wide_as_asked_for() {
    for width in WIDTHS {
        let quote = quote(fixture(), &base()).unwrap();
        assert_eq!(composition(Lang::Fr, &quote, width).width, Length::units(width.into()));
    }
}

// Extremes

/// The fixture with every charge many times over, at a price.
fn long_list(price: &str, copies: usize) -> PriceList {
    let mut list: Value = serde_json::from_str(FIXTURE).unwrap();
    let charges = list["charges"].as_array().unwrap().clone();
    for charge in &charges {
        for copy in 0..copies {
            let mut charge = charge.clone();
            charge["id"] = json!(format!("{}-{copy}", charge["id"].as_str().unwrap()));
            if charge["price"] != json!("on_request") {
                charge["price"] = json!({ "unit": price });
            }
            set(&mut list, "/charges/-", charge);
        }
    }
    PriceList::from_json(&list.to_string()).unwrap()
}

/// A project as large as can be.
fn largest_project() -> Project {
    let institution = |rank| Institution::of_rank(rank).unwrap();
    let one_box =
        |at: u32| AccessPoint { months: 240 - at, funder: institution(1 + at), host: institution(101 + at) };
    Project {
        months: Project::MAX_MONTHS,
        users: Project::MAX_USERS,
        students: 7,
        access_points: (0..100).map(one_box).collect(),
        options: [
            (id("support"), Chosen::Yes),
            (id("training"), Chosen::Yes),
            (id("software"), Chosen::Alternative(id("full"))),
            (id("storage"), Chosen::Quantity(1_000)),
            (id("credits"), Chosen::Quantity(10)),
        ]
        .into(),
        ..base()
    }
}

#[test]
fn very_large_amounts_many_lines_years_and_funders_are_readable() {
    let list = long_list("1000000.00", 2);
    let quote = quote(&list, &largest_project()).unwrap();
    assert!(quote.cost_items().len() > 20 && quote.budget_by_year().periods.len() > 20);
    assert!(quote.total > Money::from_cents(99_999_999_900), "{}", quote.total);
    for plot in every_plot(&list, &largest_project()) {
        assert_readable(&plot, "the largest project");
    }
}

#[test]
fn a_project_that_costs_nothing_is_readable() {
    let mut free: Value = serde_json::from_str(FIXTURE).unwrap();
    for charge in free["charges"].as_array_mut().unwrap() {
        if charge["price"] != json!("on_request") {
            charge["price"] = json!({ "unit": "0.00" });
        }
    }
    let list = PriceList::from_json(&free.to_string()).unwrap();
    assert_eq!(quote(&list, &base()).unwrap().total, Money::ZERO);
    for plot in every_plot(&list, &base()) {
        assert_readable(&plot, "nothing");
        assert_eq!(bars(&plot), []);
    }
}

#[test]
fn nothing_to_draw_is_no_fault() {
    let (label, value) = (|_: &_| String::new(), |_| String::new());
    assert_eq!(plots::composition(&[], &label, &value, 320).height, Length::ZERO);
    assert_readable(&totals(Lang::Fr, &[], Varied::Months, 320), "no points");
}

#[test]
fn a_long_name_wraps_and_a_word_longer_than_a_line_is_broken() {
    let long = "Abonnement mensuel comprenant un accès utilisateur et la première configuration, ".repeat(2);
    for name in [long.clone(), "M".repeat(130), format!("{long}{}", "é".repeat(90))] {
        let list = changed(FIXTURE, "/charges/0/label", json!({ "fr": name, "en": name }));
        let quote = quote(&list, &base()).unwrap();
        let plot = composition(Lang::Fr, &quote, 320);
        assert_readable(&plot, "a long name");
        let whole: String = words_of(&plot, Role::Label).concat();
        let expected: String = name.chars().filter(|c| *c != ' ').collect();
        assert!(whole.replace(' ', "").starts_with(&expected));
    }
}

#[test]
fn amounts_too_long_for_a_column_stand_above_their_bars() {
    let quote = quote(fixture(), &base()).unwrap();
    let value =
        |due| format!("{}, which is a part of the total of this project", cell(Lang::En, fixture(), due));
    let plot = plots::composition(&quote.cost_items(), &|words| words.en.clone(), &value, 320);
    assert_readable(&plot, "long amounts");
    assert!(bars(&plot).iter().any(|(_, _, width)| *width > 3_000));
}

#[test]
fn a_single_point_stands_in_the_middle() {
    let point = Point {
        value: 12,
        total: Money::from_cents(474_000),
        difference: Money::ZERO,
        leaves_out: false,
        is_current: true,
    };
    for width in WIDTHS {
        assert_readable(&totals(Lang::Fr, &[point], Varied::Months, width), "one point");
    }
}

#[test]
fn totals_of_every_size_have_a_few_round_ticks() {
    for (cents, expected) in [
        (0, "0"),
        (1, "0 1"),
        (100, "0 1"),
        (474_000, "0 1000 2000 3000 4000 5000"),
        (500_000, "0 2000 4000 6000"),
        (245_400, "0 500 1000 1500 2000 2500"),
        (99_999_999_999, "0 200000000 400000000 600000000 800000000 1000000000"),
    ] {
        let point = Point {
            value: 1,
            total: Money::from_cents(cents),
            difference: Money::ZERO,
            leaves_out: false,
            is_current: true,
        };
        let units = |money: Money| (money.cents() / 100).to_string();
        let plot = plots::what_if(&[point], &units, &units, "users", 320);
        assert_eq!(words_of(&plot, Role::Tick).join(" "), expected, "{cents} cents");
    }
}

#[test]
fn the_largest_amounts_that_there_are_have_a_place() {
    for total in [i64::MAX, i64::MAX / 3, -1_000, -474_000] {
        let point = Point {
            value: 1,
            total: Money::from_cents(total),
            difference: Money::ZERO,
            leaves_out: false,
            is_current: true,
        };
        let two = [point, Point { value: 2, is_current: false, ..point }];
        for width in WIDTHS {
            assert_readable(&totals(Lang::Fr, &two, Varied::Users, width), "the largest amount");
        }
    }
}

// What is shown

#[test]
fn each_part_has_its_name_its_amount_and_a_bar_as_long_as_it_costs() {
    let quote = quote(list("pmsi"), &example("pmsi")).unwrap();
    let plot = composition(Lang::En, &quote, 320);
    assert_eq!(words_of(&plot, Role::Value), ["€210.00", "€696.00", "€1,548.00"]);
    let names: Vec<&str> = quote.cost_items().iter().map(|part| part.item.label().en.as_str()).collect();
    assert_eq!(words_of(&plot, Role::Label).join(" "), names.join(" "));
    let widths: Vec<i32> = bars(&plot).iter().map(|(_, _, width)| *width).collect();
    let longest = f64::from(widths[2]);
    for (width, euros) in widths.into_iter().zip([210.0, 696.0, 1_548.0]) {
        assert!((f64::from(width) - longest * euros / 1_548.0).abs() <= 1.0, "{width} for {euros}");
    }
}

#[test]
fn a_reduction_goes_to_the_left_of_where_charges_start() {
    let quote = quote(list("casd-2018"), &example("casd-2018")).unwrap();
    let plot = composition(Lang::Fr, &quote, 320);
    let [(_, left, width)] =
        bars(&plot).into_iter().filter(|(role, ..)| *role == Role::Reduction).collect::<Vec<_>>()[..]
    else {
        panic!("{plot:?}")
    };
    assert_eq!(left, 0);
    let charges = bars(&plot).into_iter().filter(|(role, ..)| *role == Role::Bar(0));
    assert!(charges.map(|(_, left, _)| left).all(|left| left == width));
}

#[test]
fn what_is_on_request_is_named_and_has_no_bar() {
    let project = Project { configuration: id("gpu"), ..base() };
    let quote = quote(fixture(), &project).unwrap();
    let plot = composition(Lang::En, &quote, 320);
    assert_eq!(words_of(&plot, Role::Value).last(), Some(&"on request"));
    assert_eq!(bars(&plot).len() + 1, words_of(&plot, Role::Value).len());
}

#[test]
fn a_year_is_stacked_by_who_pays_with_their_letters() {
    let of_b = AccessPoint { funder: Institution::of_rank(1).unwrap(), ..AccessPoint::lasting(12) };
    let project = Project { access_points: vec![of_b; 3], start: day("2026-08-01"), ..base() };
    let budget = quote(fixture(), &project).unwrap().budget_by_year();
    let plot = by_year(Lang::En, &budget, 640);
    let bars = bars(&plot);
    assert_eq!(bars.iter().map(|(role, ..)| *role).collect::<Vec<_>>(), [0, 1, 0, 1].map(Role::Bar));
    for pair in bars.chunks(2) {
        assert_eq!((pair[0].1, pair[0].1 + pair[0].2), (0, pair[1].1));
    }
    assert_eq!(words_of(&plot, Role::Label), ["2026 (5\u{a0}months)", "2027 (7\u{a0}months)"]);
    assert_eq!(words_of(&plot, Role::Letter(0)), ["A", "A"]);
    assert_eq!(words_of(&plot, Role::Letter(1)), ["B", "B"]);
}

#[test]
fn two_hundred_funders_have_segments_without_letters_that_leave_no_gap() {
    let funders: Vec<Institution> = Institution::all().collect();
    let amounts = vec![Money::from_cents(101); funders.len()];
    let total = Money::from_cents(101 * funders.len() as i64);
    let period = |year: u32| BudgetPeriod {
        from: day("2026-01-01") + Months::new(12 * year),
        until: day("2026-12-31") + Months::new(12 * year),
        months: 12,
        amounts: amounts.clone(),
        total,
    };
    let periods = (0..20).map(period).collect();
    let subtotals = vec![Money::from_cents(20 * 101); funders.len()];
    let budget = Budget { funders, periods, subtotals, total: Money::from_cents(total.cents() * 20) };
    for width in WIDTHS {
        let plot = by_term(Lang::Fr, &budget, width);
        assert_readable(&plot, "two hundred funders");
        let bars = bars(&plot);
        assert_eq!(bars.len(), 20 * Institution::MAX as usize);
        for year in bars.chunks(Institution::MAX as usize) {
            assert!(year.windows(2).all(|pair| pair[0].1 + pair[0].2 == pair[1].1));
        }
        let letters =
            plot.marks.iter().filter(|mark| matches!(mark, Mark::Text { role: Role::Letter(_), .. }));
        assert_eq!(letters.count(), 0);
    }
}

#[test]
fn the_project_as_it_stands_is_emphasised_and_its_total_written() {
    let points = what_if(list("pmsi"), &example("pmsi"), Varied::Users);
    let plot = totals(Lang::En, &points, Varied::Users, 320);
    let current = plot.marks.iter().filter(|mark| matches!(mark, Mark::Circle { role: Role::Current, .. }));
    assert_eq!(current.count(), 1);
    assert_eq!(words_of(&plot, Role::Value), ["€2,454.00"]);
    assert_eq!(words_of(&plot, Role::Current), ["4"]);
    let curve = plot.marks.iter().find_map(|mark| match mark {
        Mark::Polyline { points, .. } => Some(points.clone()),
        _ => None,
    });
    let curve = curve.unwrap();
    assert_eq!(curve.len(), points.len());
    // More users cost more, and a higher amount is nearer to the top.
    assert!(curve.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1));
}

#[test]
fn values_below_the_axis_are_each_written_once_and_in_order() {
    let project = Project { months: 131, ..base() };
    let plot = totals(Lang::Fr, &what_if(fixture(), &project, Varied::Months), Varied::Months, 320);
    let is_figure = |words: &&&str| words.parse::<u32>().is_ok();
    let figures: Vec<&str> = words_of(&plot, Role::Label).iter().filter(is_figure).copied().collect();
    assert_eq!(figures.iter().collect::<BTreeSet<_>>().len(), figures.len());
    assert!(figures.len() >= 3, "{figures:?}");
    assert_eq!(words_of(&plot, Role::Current), ["131"]);
    assert_eq!(varied_value(Lang::Fr, Varied::Months, 131), "131\u{a0}mois");
}

#[test]
fn lengths_are_written_as_svg_has_them() {
    for (tenths, written) in
        [(0, "0"), (5, "0.5"), (-5, "-0.5"), (120, "12"), (-123, "-12.3"), (3_201, "320.1")]
    {
        assert_eq!(Length::tenths(tenths).to_string(), written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_plot_of_every_project_is_readable((list, project) in any_list_and_project()) {
        for plot in every_plot(list, &project) {
            let faults = faults(&plot);
            prop_assert!(faults.is_empty(), "{faults:#?}");
        }
    }

    #[test]
    fn every_plot_is_in_proportion((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        let plot = composition(Lang::Fr, &quote, 640);
        let amounts: Vec<f64> = quote.cost_items().iter().map(|part| match part.due {
            Due::Amount(amount) => amount.cents() as f64,
            Due::Absent | Due::OnRequest => 0.0,
        }).collect();
        let drawn = bar_of_each_row(&plot);
        prop_assert_eq!(drawn.len(), amounts.len());
        let longer = |longest: f64, one: &f64| longest.max(one.abs());
        let (largest, longest) = (amounts.iter().fold(1.0, longer), drawn.iter().fold(0.0, longer));
        for (amount, width) in amounts.iter().zip(&drawn) {
            // Both ends of a bar are rounded to a tenth of a unit.
            let expected = amount.abs() / largest * longest;
            prop_assert!((expected - width).abs() <= 2.0, "{} instead of {}", width, expected);
        }
    }
}
