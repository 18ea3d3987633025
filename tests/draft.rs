//! Tests of the form's draft: default values, parsing, and errors.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::app::draft::{BoxDraft, EntryProblem, ProblemKind, YES};
use casd_simulator::app::{Draft, form_of, numbered_form};
use casd_simulator::export::Names;
use common::{any_list_and_project, day, example, fixture, id, list};
use proptest::prelude::*;
use tariff::{
    AccessPoint, Chosen, EntryError, Field, Institution, Offer, PriceList, ProjectOption, iso_day, quote,
};

/// A draft that has a quote under the fixture.
fn draft() -> Draft {
    Draft::of(&fixture().examples[0].project, fixture())
}

fn problems(draft: &Draft, list: &PriceList) -> Vec<(Field, ProblemKind)> {
    let problems = draft.quote(list).unwrap_err();
    problems.into_iter().map(|EntryProblem { field, why }| (field, why)).collect()
}

fn option<'list>(list: &'list PriceList, name: &str) -> &'list ProjectOption {
    list.options.iter().find(|option| option.id.as_str() == name).unwrap()
}

#[test]
fn the_form_starts_with_a_plain_small_project() {
    let draft = Draft::starting_point(Offer::Standard, day("2026-11-21"));
    let (project, quote) = draft.quote(list("casd-2020")).unwrap();
    assert_eq!((project.offer, project.users, project.students, project.months), (Offer::Standard, 1, 0, 12));
    assert_eq!(project.access_points, [AccessPoint::lasting(12)]);
    assert_eq!(project.start, day("2026-12-01"));
    assert!(!project.renewal && project.options.is_empty());
    // 12 × (35 + 238)
    assert_eq!(quote.total.to_string(), "3276.00");
}

#[test]
fn a_new_project_starts_on_the_first_of_next_month() {
    for (today, start) in [
        ("2026-11-01", "2026-12-01"),
        ("2026-11-30", "2026-12-01"),
        ("2026-12-01", "2027-01-01"),
        ("2026-12-31", "2027-01-01"),
        ("2027-01-31", "2027-02-01"),
        ("2028-02-29", "2028-03-01"),
    ] {
        assert_eq!(Draft::starting_point(Offer::Pmsi, day(today)).start, start, "on {today}");
    }
}

#[test]
fn the_starting_point_of_every_offer_has_a_quote() {
    let today = day("2026-11-21");
    for (offer, expected) in [
        (Offer::Standard, "3276.00"),
        // With the Health Data Security Referent, chosen at first: 12 × (35 + 238 + 30)
        (Offer::Cohorts, "3636.00"),
        // 12 × (35 + 29 + 258)
        (Offer::Pmsi, "3864.00"),
    ] {
        let list = casd_simulator::price_lists::price_book().in_force(offer, today).unwrap();
        let (_, quote) = Draft::starting_point(offer, today).quote(list).unwrap();
        assert_eq!(quote.total.to_string(), expected, "{offer:?}");
    }
}

#[test]
fn an_option_chosen_at_first_can_be_taken_off() {
    let list = list("casd-2020");
    let referent = option(list, "health-referent");
    let mut draft = Draft::starting_point(Offer::Cohorts, day("2026-11-21"));
    assert_eq!(draft.option(referent), YES);
    draft.set_option(&referent.id, String::new());
    assert_eq!(draft.option(referent), "");
    let (project, quote) = draft.quote(list).unwrap();
    assert!(project.options.is_empty());
    assert_eq!(quote.total.to_string(), "3276.00");
    let standard = Draft::starting_point(Offer::Standard, day("2026-11-21"));
    assert_eq!(standard.option(referent), "", "only for the offers that the list names");
}

#[test]
fn a_simulation_reopened_without_an_option_stays_without_it() {
    let list = list("casd-2020");
    let mut project = example("casd-2020");
    project.options.clear();
    let draft = Draft::of(&project, list);
    assert_eq!(draft.quote(list).unwrap().0, project);
}

#[test]
fn what_cannot_be_read_is_reported_at_its_field_and_kept() {
    for garbage in ["", " ", "x", "-1", "1.5", "1,5", "1e2", "²", "١٢", "12 months", "0x10", "+3"] {
        let typed = String::from(garbage);
        let mut wrong = draft();
        wrong.months = typed.clone();
        assert_eq!(problems(&wrong, fixture()), [(Field::Months, ProblemKind::Misread)], "{garbage:?}");
        assert_eq!(wrong.months, garbage, "what was typed is still there");

        let wrong = Draft { users: typed.clone(), ..draft() };
        assert_eq!(problems(&wrong, fixture()), [(Field::Users, ProblemKind::Misread)], "{garbage:?}");
        let wrong = Draft { students: typed.clone(), ..draft() };
        assert_eq!(problems(&wrong, fixture()), [(Field::Students, ProblemKind::Misread)], "{garbage:?}");
        let boxes = vec![
            BoxDraft { key: 7, months: "12".into(), ..BoxDraft::default() },
            BoxDraft { key: 9, months: typed, ..BoxDraft::default() },
        ];
        let wrong = Draft { boxes, ..draft() };
        assert_eq!(
            problems(&wrong, fixture()),
            [(Field::AccessPointMonths(1), ProblemKind::Misread)],
            "{garbage:?}"
        );
    }
}

#[test]
fn a_day_that_is_none_is_reported() {
    for garbage in ["", "tomorrow", "2026-02-30", "01/09/2026", "2026-9-1", "20260901", "2026-09-01T00:00"] {
        let wrong = Draft { start: garbage.into(), ..draft() };
        assert_eq!(problems(&wrong, fixture()), [(Field::Start, ProblemKind::Misread)], "{garbage:?}");
    }
    let early = Draft { start: "1999-12-31".into(), ..draft() };
    let refused = ProblemKind::Refused(EntryError::YearOutOfRange);
    assert_eq!(problems(&early, fixture()), [(Field::Start, refused)]);
}

#[test]
fn spaces_around_a_number_and_zeros_before_it_do_not_matter() {
    let typed = Draft { months: " 012 ".into(), users: "\t1\n".into(), ..draft() };
    assert_eq!(typed.quote(fixture()).unwrap().1.total.to_string(), "3243.47");
}

#[test]
fn a_quantity_that_cannot_be_read_is_reported_at_its_option() {
    let mut wrong = draft();
    wrong.set_option(&option(fixture(), "storage").id, "lots".into());
    assert_eq!(problems(&wrong, fixture()), [(Field::Option(id("storage")), ProblemKind::Misread)]);
    wrong.set_option(&option(fixture(), "storage").id, "1001".into());
    let refused = ProblemKind::Refused(EntryError::AtMost(1000));
    assert_eq!(problems(&wrong, fixture()), [(Field::Option(id("storage")), refused)]);
}

#[test]
fn no_quantity_and_a_quantity_of_none_are_the_same() {
    for none in ["", " ", "0", "00"] {
        let mut without = draft();
        without.set_option(&option(fixture(), "storage").id, none.into());
        assert!(without.quote(fixture()).unwrap().0.options.is_empty(), "{none:?}");
    }
}

#[test]
fn what_is_misread_and_what_is_refused_come_in_the_order_of_the_form() {
    let mut wrong = draft();
    wrong.start = "soon".into();
    wrong.months = "3".into();
    wrong.users = "many".into();
    wrong.students = "x".into();
    wrong.boxes =
        ["0", "x", "300"].map(|months| BoxDraft { months: months.into(), ..BoxDraft::default() }).into();
    wrong.set_option(&option(fixture(), "credits").id, "99".into());
    assert_eq!(
        problems(&wrong, fixture()),
        [
            (Field::Start, ProblemKind::Misread),
            (Field::Months, ProblemKind::Refused(EntryError::UnderMinimumTerm(12))),
            (Field::Users, ProblemKind::Misread),
            (Field::Students, ProblemKind::Misread),
            (Field::AccessPointMonths(0), ProblemKind::Refused(EntryError::AtLeast(1))),
            (Field::AccessPointMonths(1), ProblemKind::Misread),
            (Field::AccessPointMonths(2), ProblemKind::Refused(EntryError::AtMost(240))),
            (Field::Option(id("credits")), ProblemKind::Refused(EntryError::AtMost(10))),
        ]
    );
}

#[test]
fn problems_of_options_come_in_the_order_of_the_list() {
    // The form shows storage before credits, as the list does; by name it would be the other way.
    let fields = |storage: &str, credits: &str| {
        let mut wrong = draft();
        wrong.set_option(&option(fixture(), "storage").id, storage.into());
        wrong.set_option(&option(fixture(), "credits").id, credits.into());
        problems(&wrong, fixture()).into_iter().map(|(field, _)| field).collect::<Vec<_>>()
    };
    let expected = [Field::Option(id("storage")), Field::Option(id("credits"))];
    assert_eq!(fields("x", "y"), expected);
    assert_eq!(fields("x", "99"), expected);
    assert_eq!(fields("9999", "y"), expected);
    assert_eq!(fields("9999", "99"), expected);
}

#[test]
fn a_misread_team_is_not_compared_with_its_students() {
    let wrong = Draft { users: "x".into(), students: "3".into(), ..draft() };
    assert_eq!(problems(&wrong, fixture()), [(Field::Users, ProblemKind::Misread)]);
}

#[test]
fn a_configuration_that_the_offer_does_not_have_gives_way_to_the_first() {
    let mut draft = draft();
    draft.configuration = Some(id("gpu"));
    assert_eq!(draft.configuration_in(fixture()), Some(id("gpu")));
    draft.configuration = Some(id("cohort-space"));
    assert_eq!(draft.configuration_in(fixture()), Some(id("small")));
    draft.configuration = None;
    assert_eq!(draft.configuration_in(fixture()), Some(id("small")));
}

#[test]
fn boxes_that_last_as_long_as_the_project_go_on_doing_so() {
    let mut draft = draft();
    draft.add_box();
    draft.set_box_months(draft.boxes[0].key, "6".into());
    draft.set_months("24".into());
    let months: Vec<&str> = draft.boxes.iter().map(|one| one.months.as_str()).collect();
    assert_eq!(months, ["6", "24"]);
    draft.add_box();
    assert_eq!(draft.boxes[2].months, "24");
    let keys: Vec<u32> = draft.boxes.iter().map(|one| one.key).collect();
    assert_eq!(keys, [0, 1, 2]);
    draft.boxes.remove(1);
    assert_eq!(draft.box_of(1), None, "the box is gone");
    draft.set_box_months(1, "99".into());
    assert_eq!(draft.box_of(2).unwrap().months, "24", "and its months are nobody else's");
}

#[test]
fn one_of_several_is_read_by_its_id() {
    let mut draft = draft();
    draft.set_option(&option(fixture(), "software").id, "full".into());
    let (project, _) = draft.quote(fixture()).unwrap();
    assert_eq!(project.options.get(&id("software")), Some(&Chosen::Alternative(id("full"))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_form_of_a_project_reads_as_the_same_project((list, project) in any_list_and_project()) {
        let draft = Draft::of(&project, list);
        prop_assert_eq!(&draft.start, &iso_day(project.start));
        let (read, quoted) = draft.quote(list).unwrap();
        prop_assert_eq!(quoted.total, quote(list, &project).unwrap().total);
        prop_assert_eq!(read, project);
    }

    #[test]
    fn whatever_is_typed_is_answered(
        (list, project) in any_list_and_project(),
        typed in prop::collection::vec(any::<String>(), 9),
    ) {
        let mut draft = Draft::of(&project, list);
        draft.funder.clone_from(&typed[6]);
        draft.start.clone_from(&typed[0]);
        draft.months.clone_from(&typed[1]);
        draft.users.clone_from(&typed[2]);
        draft.students.clone_from(&typed[3]);
        let [funder, host] = [typed[7].clone(), typed[8].clone()];
        draft.boxes.push(BoxDraft { key: 999, months: typed[4].clone(), follows: false, funder, host });
        for option in &list.options {
            draft.set_option(&option.id, typed[5].clone());
        }
        let before = draft.clone();
        let answer = draft.quote(list);
        prop_assert!(answer.is_err_and(|problems| problems[0].field == Field::Start));
        prop_assert_eq!(draft, before);
    }
}

// Who pays and who hosts

/// A form with a funder and a host typed for each SD-Box: the labels of both, and what is called what.
fn institutions(project_funder: &str, boxes: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<String>) {
    let mut draft = Draft::starting_point(Offer::Standard, day("2026-11-21"));
    draft.funder = project_funder.into();
    draft.boxes.clear();
    for (funder, host) in boxes {
        draft.add_box();
        let one = draft.boxes.last_mut().unwrap();
        (one.funder, one.host) = (funder.to_string(), host.to_string());
    }
    let (project, _) = draft.quote(list("casd-2020")).unwrap();
    let of_boxes = project.access_points.iter().map(|one| (one.funder.to_string(), one.host.to_string()));
    let (names, _) = draft.institutions();
    let names = names.iter().map(|(institution, _)| names.label(institution));
    (of_boxes.collect(), names.collect())
}

#[test]
fn an_institution_is_known_by_its_name_and_gets_the_first_free_letter() {
    type Case = (
        &'static str,
        &'static [(&'static str, &'static str)],
        &'static [&'static str],
        &'static [&'static str],
    );
    let cases: [Case; 10] = [
        ("", &[("", "")], &["AA"], &[]),
        ("Université X", &[("", "")], &["AA"], &["Université X (A)"]),
        ("", &[("CHU Y", "")], &["BB"], &["CHU Y (B)"]),
        ("", &[("", "CHU Y")], &["AB"], &["CHU Y (B)"]),
        (
            "Inserm",
            &[("CHU Y", "INSERM"), (" chu y ", "Lab")],
            &["BA", "BC"],
            &["Inserm (A)", "CHU Y (B)", "Lab (C)"],
        ),
        (
            "École Œuvre",
            &[("ÉCOLE ŒUVRE", "Lab"), ("école œuvre", "LAB")],
            &["AB", "AB"],
            &["École Œuvre (A)", "Lab (B)"],
        ),
        // As numbers have them.
        ("", &[("B", ""), ("C", "A")], &["BB", "CA"], &[]),
        ("", &[("C", ""), ("", "")], &["CC", "AA"], &[]),
        // A letter that somebody typed is not given to another name.
        ("", &[("CHU Y", ""), ("B", "")], &["CC", "BB"], &["CHU Y (C)"]),
        ("", &[("CEA", ""), ("B2", "")], &["BB", "B2B2"], &["CEA (B)"]),
    ];
    for (project_funder, boxes, letters, names) in cases {
        let (found, named) = institutions(project_funder, boxes);
        let found: Vec<String> = found.into_iter().map(|(funder, host)| funder + &host).collect();
        assert_eq!(
            (found, named),
            (
                letters.iter().map(|one| one.to_string()).collect(),
                names.iter().map(|one| one.to_string()).collect()
            ),
            "{boxes:?}"
        );
    }
}

#[test]
fn every_sd_box_can_have_a_funder_and_a_host_of_its_own() {
    let names: Vec<(String, String)> =
        (0..100).map(|at| (format!("funder {at}"), format!("host {at}"))).collect();
    let boxes: Vec<(&str, &str)> =
        names.iter().map(|(funder, host)| (funder.as_str(), host.as_str())).collect();
    let (found, named) = institutions("all", &boxes);
    let different: std::collections::BTreeSet<_> =
        found.into_iter().flat_map(|(funder, host)| [funder, host]).collect();
    assert_eq!((different.len(), named.len()), (200, 201));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_simulation_and_the_names_of_its_institutions_are_kept_together(
        (list, project) in any_list_and_project(),
        project_funder in any::<bool>(),
    ) {
        let opened = common::issued(list, &project, "2026-11-21");
        let mut names = Names::default();
        let mut others: Vec<Institution> = Vec::new();
        for one in project.access_points.iter().flat_map(|one| [one.funder, one.host]) {
            if one != Institution::PROJECT_FUNDER && !others.contains(&one) {
                others.push(one);
            }
        }
        if project_funder {
            names.give(Institution::PROJECT_FUNDER, "Université X & Y");
        }
        others.iter().for_each(|one| names.give(*one, &format!("Établissement n° {}", one.rank())));
        // Letters as the form gives them: in the order in which names stand there.
        prop_assume!((1..).zip(&others).all(|(rank, one)| one.rank() == rank));
        let form = form_of(&opened, &names);
        prop_assert_eq!(form.is_some(), names.iter().next().is_some());
        let form = form.unwrap_or_default();
        let is_numbered = form.ends_with(&format!("&number={}", opened.number.as_str()));
        prop_assert!(form.is_empty() || is_numbered);
        let draft = Draft::from_text(&form);
        let found = draft.map(|draft| draft.institutions().0.for_documents()).unwrap_or_default();
        let sorted = |names: &Names| {
            let mut all: Vec<_> = names.iter().map(|(one, name)| (one, name.to_string())).collect();
            all.sort();
            all
        };
        prop_assert_eq!(sorted(&found), sorted(&names));
    }
}

#[test]
fn names_of_another_project_are_not_taken() {
    let opened = common::issued(list("casd-2020"), &common::example("casd-2020"), "2026-11-21");
    let mut names = Names::default();
    names.give(Institution::PROJECT_FUNDER, "Université X");
    let form = form_of(&opened, &names).unwrap();
    assert_eq!(numbered_form(&form, &opened).as_ref(), Some(&form));
    for other in
        [form.replace("users=2", "users=3"), form.replace("months=12", "months=x"), String::new(), "x".into()]
    {
        assert_eq!(numbered_form(&other, &opened), None, "{other}");
    }
}
