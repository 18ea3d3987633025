//! What-if analysis of one input, and comparison of variants.

use crate::common::{FIXTURE, any_list_and_project, cents, changed, day, example, fixture, id, list};
use proptest::prelude::*;
use serde_json::json;
use tariff::{
    AccessPoint, Chosen, Comparison, Due, Input, Institution, MAX_VARIANTS, Offer, Point, PriceList, Project,
    Quote, Variant, Varied, compare_variants, quote, what_if,
};

fn base() -> Project {
    fixture().examples[0].project.clone()
}

fn values(points: &[Point]) -> Vec<u32> {
    points.iter().map(|point| point.value).collect()
}

fn months(project: &Project) -> Vec<u32> {
    values(&what_if(fixture(), project, Varied::Months))
}

// What if

#[test]
fn a_new_project_is_looked_at_from_its_shortest_term_to_twice_its_own() {
    assert_eq!(months(&base()), (12..=24).collect::<Vec<u32>>());
    assert_eq!(months(&Project { months: 20, ..base() }).last(), Some(&40));
}

#[test]
fn a_renewal_may_be_shorter() {
    let renewal = Project { renewal: true, months: 6, ..base() };
    assert_eq!(months(&renewal), (1..=24).collect::<Vec<u32>>());
}

#[test]
fn a_long_range_rises_in_years_and_keeps_the_current_months() {
    let long = Project { months: 131, ..base() };
    let expected: Vec<u32> = (1..=20)
        .map(|years| 12 * years)
        .chain([131])
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    assert_eq!(months(&long), expected);
}

#[test]
fn values_are_among_the_multiples_that_the_list_allows() {
    let cohorts =
        Project { offer: Offer::Cohorts, months: 18, users: 4, configuration: id("cohort-space"), ..base() };
    assert_eq!(months(&cohorts), [12, 18, 24, 30, 36]);
    assert_eq!(values(&what_if(fixture(), &cohorts, Varied::Users)), [2, 4, 6, 8, 10]);
    assert_eq!(values(&what_if(fixture(), &cohorts, Varied::Boxes)), [1, 2, 3]);
}

#[test]
fn a_long_range_among_multiples_is_looked_at_in_steps_of_them_from_the_first() {
    let (space, users) = (id("cohort-space"), 4);
    let cohorts = Project { offer: Offer::Cohorts, months: 60, users, configuration: space, ..base() };
    let list = |months| changed(FIXTURE, "/offers/1/terms/months", months);
    let fives = list(json!({ "minimum": 10, "multiple_of": 5 }));
    let each: Vec<u32> = (2..=24).map(|times| 5 * times).collect();
    assert_eq!(values(&what_if(&fives, &cohorts, Varied::Months)), each);
    let long = Project { months: 120, ..cohorts };
    let from_15 = list(json!({ "minimum": 15, "multiple_of": 5 }));
    assert_eq!(values(&what_if(&from_15, &long, Varied::Months))[..3], [15, 20, 30]);
}

#[test]
fn a_renewal_has_as_many_users_and_boxes_as_any_project() {
    let space = id("cohort-space");
    let cohorts = Project { offer: Offer::Cohorts, users: 4, configuration: space, ..base() };
    let five = changed(FIXTURE, "/offers/1/terms/users", json!({ "minimum": 5 }));
    for renewal in [false, true] {
        let project = Project { renewal, users: 700, ..cohorts.clone() };
        assert_eq!(values(&what_if(&five, &project, Varied::Users))[..2], [5, 50]);
        let project = Project { renewal, ..cohorts.clone() };
        assert_eq!(values(&what_if(fixture(), &project, Varied::Boxes)), [1, 2, 3]);
    }
}

#[test]
fn a_team_is_never_smaller_than_its_students() {
    let team = Project { users: 4, students: 3, ..base() };
    assert_eq!(values(&what_if(fixture(), &team, Varied::Users)), (3..=10).collect::<Vec<u32>>());
}

#[test]
fn large_teams_and_many_boxes_rise_in_round_numbers() {
    let large = Project { users: 777, access_points: vec![AccessPoint::lasting(12); 43], ..base() };
    let users = values(&what_if(fixture(), &large, Varied::Users));
    assert_eq!((users[0], users[1], users[2]), (1, 50, 100));
    assert_eq!((users.contains(&777), users.last()), (true, Some(&1_000)));
    let boxes = values(&what_if(fixture(), &large, Varied::Boxes));
    assert_eq!((boxes[0], boxes[1], boxes.contains(&43)), (0, 5, true));
}

#[test]
fn boxes_that_last_as_long_as_the_project_follow_its_months() {
    let mut project = Project { access_points: [12, 5].map(AccessPoint::lasting).into(), ..base() };
    project = Varied::Months.changed(&project, 30);
    assert_eq!(project.access_points, [30, 5].map(AccessPoint::lasting));
}

#[test]
fn boxes_are_added_for_the_project_and_removed_from_the_end() {
    let other = Institution::from_label("B").unwrap();
    let first = AccessPoint { months: 5, funder: other, host: other };
    let project = Project { access_points: vec![first.clone()], ..base() };
    assert_eq!(Varied::Boxes.changed(&project, 2).access_points, [first.clone(), AccessPoint::lasting(12)]);
    let two = Project { access_points: vec![first.clone(), AccessPoint::lasting(7)], ..base() };
    assert_eq!(Varied::Boxes.changed(&two, 1).access_points, [first]);
    assert_eq!(Varied::Boxes.changed(&two, u32::MAX).access_points.len(), 100);
}

#[test]
fn a_project_that_the_list_refuses_has_nothing_to_look_at() {
    for varied in Varied::ALL {
        assert_eq!(what_if(fixture(), &Project { users: 0, ..base() }, varied), []);
        assert_eq!(what_if(fixture(), &Project { offer: Offer::Private, ..base() }, varied), []);
        assert_eq!(what_if(list("pmsi"), &base(), varied), []);
    }
}

#[test]
fn a_total_that_leaves_something_out_is_told() {
    let on_request = Project { configuration: id("gpu"), ..base() };
    assert!(what_if(fixture(), &on_request, Varied::Users).iter().all(|point| point.leaves_out));
    assert!(what_if(fixture(), &base(), Varied::Users).iter().all(|point| !point.leaves_out));
}

/// A project with another value, made without the engine's own way to change one.
fn otherwise(project: &Project, varied: Varied, value: u32) -> Project {
    let mut other = project.clone();
    match varied {
        Varied::Months => {
            other.months = value;
            for (at, one) in project.access_points.iter().enumerate() {
                if one.months == project.months {
                    other.access_points[at].months = value;
                }
            }
        }
        Varied::Users => other.users = value,
        Varied::Boxes => {
            while (other.access_points.len() as u32) > value {
                other.access_points.pop();
            }
            while (other.access_points.len() as u32) < value {
                let funder = Institution::PROJECT_FUNDER;
                other.access_points.push(AccessPoint { months: project.months, funder, host: funder });
            }
        }
    }
    other
}

proptest! {
    #![proptest_config(crate::common::cases(100))]

    #[test]
    fn each_point_is_the_quote_of_that_project((list, project) in any_list_and_project()) {
        for varied in Varied::ALL {
            let points = what_if(list, &project, varied);
            prop_assert!((1..=37).contains(&points.len()), "{} points", points.len());
            prop_assert!(points.windows(2).all(|pair| pair[0].value < pair[1].value));
            for point in &points {
                let expected = quote(list, &otherwise(&project, varied, point.value)).unwrap();
                prop_assert_eq!(point.total, expected.total);
                prop_assert_eq!(point.leaves_out, !expected.on_request.is_empty());
            }
            let current: Vec<&Point> = points.iter().filter(|point| point.is_current).collect();
            prop_assert_eq!(current.len(), 1);
            prop_assert_eq!(current[0].total, quote(list, &project).unwrap().total);
            prop_assert_eq!(current[0].value, varied.value_in(&project));
        }
    }
}

// Variants

/// Compares projects of lists, and hands the comparison to a check.
fn compared(projects: &[(&PriceList, Project)], check: impl FnOnce(&Comparison<'_>)) {
    let quotes: Vec<Quote<'_>> =
        projects.iter().map(|(list, project)| quote(list, project).unwrap()).collect();
    let variants: Vec<Variant<'_>> =
        projects.iter().zip(&quotes).map(|((_, project), quote)| Variant { project, quote }).collect();
    check(&compare_variants(&variants));
}

/// The inputs by which a project differs from the base project.
fn differing(project: Project) -> Vec<String> {
    let mut found = Vec::new();
    compared(&[(fixture(), base()), (fixture(), project)], |comparison| {
        let name = |input: &Input<'_>| match input {
            Input::Option { id, .. } => format!("option {id}"),
            other => format!("{other:?}"),
        };
        found = comparison.differing.iter().map(name).collect();
    });
    found
}

#[test]
fn every_input_that_differs_is_told() {
    let boxes = |boxes: Vec<AccessPoint>| Project { access_points: boxes, ..base() };
    let of_b = Institution::from_label("B").unwrap();
    for (project, expected) in [
        (base(), vec![]),
        (Project { start: day("2026-09-02"), ..base() }, vec!["Start"]),
        (Project { months: 13, ..base() }, vec!["Months"]),
        (Project { renewal: true, ..base() }, vec!["Renewal"]),
        (Project { users: 3, students: 2, ..base() }, vec!["Users", "Students"]),
        (Project { configuration: id("gpu"), ..base() }, vec!["Configuration"]),
        (boxes(vec![]), vec!["AccessPoints"]),
        (boxes(vec![AccessPoint::lasting(11)]), vec!["AccessPoints"]),
        (boxes(vec![AccessPoint { funder: of_b, ..AccessPoint::lasting(12) }]), vec!["AccessPoints"]),
        (boxes(vec![AccessPoint { host: of_b, ..AccessPoint::lasting(12) }]), vec!["AccessPoints"]),
        (
            Project {
                options: [(id("training"), Chosen::Yes), (id("credits"), Chosen::Quantity(2))].into(),
                ..base()
            },
            vec!["option training", "option credits"],
        ),
    ] {
        assert_eq!(differing(project), expected);
    }
}

#[test]
fn an_option_chosen_otherwise_differs() {
    let with = |quantity| Project { options: [(id("credits"), Chosen::Quantity(quantity))].into(), ..base() };
    compared(&[(fixture(), with(2)), (fixture(), with(3))], |comparison| {
        assert!(matches!(comparison.differing[..], [Input::Option { .. }]));
    });
    compared(&[(fixture(), with(2)), (fixture(), with(2))], |comparison| {
        assert_eq!(comparison.differing, []);
    });
}

#[test]
fn the_order_of_the_boxes_is_no_difference() {
    let with =
        |months: [u32; 2]| Project { access_points: months.map(AccessPoint::lasting).into(), ..base() };
    compared(&[(fixture(), with([6, 12])), (fixture(), with([12, 6]))], |comparison| {
        assert_eq!((comparison.differing.len(), comparison.rows.len()), (0, 0));
    });
}

#[test]
fn another_kind_of_access_under_another_list_is_told() {
    compared(&[(list("casd-2020"), example("casd-2020")), (list("pmsi"), example("pmsi"))], |comparison| {
        assert_eq!(comparison.differing[..2], [Input::PriceList, Input::Offer]);
    });
}

#[test]
fn lines_that_differ_come_apart_from_those_that_are_the_same() {
    let longer_box = Project { access_points: [12, 6].map(AccessPoint::lasting).into(), ..base() };
    let supported = Project { options: [(id("support"), Chosen::Yes)].into(), ..base() };
    let projects = [(fixture(), base()), (fixture(), longer_box), (fixture(), supported)];
    compared(&projects, |comparison| {
        let rows: Vec<(&str, Vec<String>)> = comparison
            .rows
            .iter()
            .map(|row| (row.item.id().as_str(), row.cells.iter().map(written).collect()))
            .collect();
        // A second box: 6 × 35.00, delivered for 61.00 less 1.53.
        let expected = [
            ("sd-box", ["420.00", "630.00", "420.00"]),
            ("delivery", ["61.00", "122.00", "61.00"]),
            ("delivery-discount", ["-1.53", "-3.06", "-1.53"]),
            ("support", ["absent", "absent", "480.00"]),
        ];
        assert_eq!(rows, expected.map(|(id, cells)| (id, cells.map(String::from).to_vec())));
        assert_eq!(comparison.same.len(), 5);
        let totals: Vec<_> = comparison
            .totals
            .iter()
            .map(|one| (one.total.to_string(), one.difference.unwrap().to_string()))
            .collect();
        let expected = [("3243.47", "0.00"), ("3512.94", "269.47"), ("3723.47", "480.00")];
        assert_eq!(totals, expected.map(|(total, more)| (total.into(), more.into())));
    });
}

fn written(due: &Due) -> String {
    match due {
        Due::Absent => "absent".into(),
        Due::Amount(amount) => amount.to_string(),
        Due::OnRequest => "on request".into(),
    }
}

#[test]
fn what_is_on_request_is_neither_absent_nor_zero() {
    let with_gpus = Project { configuration: id("gpu"), ..base() };
    compared(&[(fixture(), with_gpus), (fixture(), base())], |comparison| {
        let [row] = &comparison.rows[..] else { panic!("{:?}", comparison.rows) };
        assert_eq!(row.cells, [Due::OnRequest, Due::Absent]);
        assert_eq!(comparison.totals.iter().map(|one| one.leaves_out).collect::<Vec<_>>(), [true, false]);
    });
}

#[test]
fn a_reduction_called_like_a_charge_is_not_that_charge() {
    let at = fixture().reductions.iter().position(|one| one.id.as_str() == "delivery-discount").unwrap();
    let list = changed(FIXTURE, &format!("/reductions/{at}/id"), json!("delivery"));
    let quote = quote(&list, &base()).unwrap();
    let parts = quote.cost_items();
    let called: Vec<_> = parts.iter().filter(|part| part.item.id().as_str() == "delivery").collect();
    assert_eq!(called.iter().map(|part| written(&part.due)).collect::<Vec<_>>(), ["61.00", "-1.53"]);
}

#[test]
fn one_variant_or_none_has_nothing_that_differs() {
    compared(&[(fixture(), base())], |comparison| {
        assert_eq!((comparison.differing.len(), comparison.rows.len()), (0, 0));
        assert_eq!((comparison.same.len(), comparison.totals.len()), (8, 1));
    });
    let none = compare_variants(&[]);
    assert_eq!((none.rows.len(), none.same.len(), none.totals.len()), (0, 0, 0));
}

#[test]
fn only_so_many_variants_are_compared() {
    let projects: Vec<_> = (1..=6).map(|users| (fixture(), Project { users, ..base() })).collect();
    compared(&projects, |comparison| {
        assert_eq!(comparison.totals.len(), MAX_VARIANTS);
        assert!(comparison.rows.iter().all(|row| row.cells.len() == MAX_VARIANTS));
    });
}

#[test]
fn parts_tell_their_share_of_the_total() {
    let quote = quote(list("pmsi"), &example("pmsi")).unwrap();
    // 210.00, 696.00 and 1 548.00 of 2 454.00.
    let shares: Vec<_> = quote.cost_items().iter().map(|part| part.tenths_of_percent.unwrap()).collect();
    assert_eq!(shares, [86, 284, 631]);
}

proptest! {
    #![proptest_config(crate::common::cases(100))]

    #[test]
    fn the_rows_of_each_variant_add_up_to_its_total(projects in prop::collection::vec(any_list_and_project(), 1..=4)) {
        compared(&projects, |comparison| {
            for (at, total) in comparison.totals.iter().enumerate() {
                let rows = comparison.rows.iter().chain(&comparison.same);
                let sum: i128 = rows
                    .map(|row| if let Due::Amount(amount) = row.cells[at] { cents(amount) } else { 0 })
                    .sum();
                assert_eq!(sum, cents(total.total));
                let first = comparison.totals[0].total;
                assert_eq!(cents(total.total) - cents(first), cents(total.difference.unwrap()));
            }
            assert!(comparison.same.iter().all(|row| row.cells.iter().all(|cell| *cell == row.cells[0])));
            assert!(comparison.rows.iter().all(|row| row.cells.iter().any(|cell| *cell != row.cells[0])));
        });
    }
}
