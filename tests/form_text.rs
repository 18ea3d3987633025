//! Tests of the form serialised as text for history, storage and presets in the address.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::app::Draft;
use casd_simulator::app::draft::{BoxDraft, YES};
use common::{any_list_and_project, day, example, id, list};
use proptest::prelude::*;
use tariff::{AccessPoint, Chosen, Field, Offer, PriceList, ProjectOption};

fn option<'list>(list: &'list PriceList, name: &str) -> &'list ProjectOption {
    list.options.iter().find(|option| option.id.as_str() == name).unwrap()
}

/// Something of every kind in the form, right or wrong, and the list that prices it.
fn forms() -> Vec<(&'static str, Draft, &'static str)> {
    let start = |offer| Draft::starting_point(offer, day("2026-11-21"));
    let standard = || start(Offer::Standard);
    let changed = |mut draft: Draft, change: fn(&mut Draft)| {
        change(&mut draft);
        draft
    };
    let option = |draft: &mut Draft, name: &str, held: &str| draft.set_option(&id(name), held.into());
    let mut options = standard();
    options.renewal = true;
    options.set_months("6".into());
    for name in ["automatic-exports", "larger-configuration"] {
        option(&mut options, name, YES);
    }
    option(&mut options, "output-credits", "3");
    let mut without_referent = start(Offer::Cohorts);
    option(&mut without_referent, "health-referent", "");
    vec![
        ("a number just typed", changed(standard(), |draft| draft.users = "5".into()), "casd-2020"),
        (
            "wrong entries",
            changed(standard(), |draft| {
                draft.users = "a&b=c %41 + é😀".into();
                draft.set_months(String::new());
                draft.start = "1999-12-31".into();
                draft.students = "-1".into();
            }),
            "casd-2020",
        ),
        (
            "SD-Boxes",
            changed(standard(), |draft| {
                draft.add_box();
                draft.set_box_months(1, "6".into());
                draft.add_box();
                draft.set_box_months(2, "six".into());
                draft.boxes.remove(0);
            }),
            "casd-2020",
        ),
        ("no SD-Box", changed(standard(), |draft| draft.boxes.clear()), "casd-2020"),
        ("options", options, "casd-2020"),
        ("another offer, without what it starts with", without_referent, "casd-2020"),
        ("the private offer", start(Offer::Private), "casd-2020"),
        ("an example", Draft::of(&example("pmsi"), list("pmsi")), "pmsi"),
        ("an example of an archived list", Draft::of(&example("casd-2018"), list("casd-2018")), "casd-2018"),
        (
            "an example, changed",
            changed(Draft::of(&example("casd-2020"), list("casd-2020")), |draft| draft.users = "x".into()),
            "casd-2020",
        ),
    ]
}

/// What stands in the fields: all but the keys, which are the page's own.
fn entries(draft: &Draft) -> Draft {
    let mut entries = draft.clone();
    entries.boxes.iter_mut().for_each(|one| one.key = 0);
    entries
}

#[test]
fn every_kind_of_form_is_read_back_from_its_text() {
    for (what, draft, name) in forms() {
        let mut read = Draft::from_text(&draft.to_text()).unwrap();
        assert_eq!(entries(&read), entries(&draft), "{what}");
        assert_eq!(read.to_text(), draft.to_text(), "{what}, a second time");
        if draft.offer != Offer::Private {
            let outcome =
                |draft: &Draft| draft.quote(list(name)).map(|(project, quote)| (project, quote.total));
            assert_eq!(outcome(&read), outcome(&draft), "{what}");
        }
        // A box that followed the project goes on doing so, and the others do not.
        let mut left = draft.clone();
        left.set_months("24".into());
        read.set_months("24".into());
        assert_eq!(entries(&read), entries(&left), "{what}");
    }
}

#[test]
fn a_form_as_text_reads_like_an_address() {
    let mut draft = Draft::starting_point(Offer::Standard, day("2026-11-21"));
    draft.boxes.push(BoxDraft { key: 1, months: "6 ou 7".into(), ..BoxDraft::default() });
    draft.renewal = true;
    assert_eq!(
        draft.to_text(),
        "offer=standard&start=2026-12-01&months=12&renewal=yes&users=1&students=0&configuration=&box&box=6%20ou%207"
    );
    draft.funder = "Université X".into();
    (draft.boxes[1].funder, draft.boxes[1].host) = ("CHU & Cie".into(), "B".into());
    assert_eq!(
        draft.to_text().split_once("&configuration=&").unwrap().1,
        "funder=Universit%C3%A9%20X&box&box=6%20ou%207&box-funder=CHU%20%26%20Cie&box-host=B"
    );
}

#[test]
fn a_form_of_a_later_version_is_read_for_what_this_one_knows() {
    let read = Draft::from_text("offer=pmsi&months=6&funders=2&box&option-unknown=3").unwrap();
    assert_eq!((read.offer, read.months.as_str(), read.boxes.len()), (Offer::Pmsi, "6", 1));
    assert!(read.quote(list("pmsi")).is_err(), "the start and the users are missing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_is_typed_is_kept_as_text_and_comes_back(
        (list, project) in any_list_and_project(),
        typed in prop::collection::vec(any::<String>(), 9),
        follows in any::<bool>(),
    ) {
        let mut draft = Draft::of(&project, list);
        prop_assert_eq!(Draft::from_text(&draft.to_text()), Some(draft.clone()));
        draft.funder.clone_from(&typed[6]);
        draft.start.clone_from(&typed[0]);
        draft.set_months(typed[1].clone());
        draft.users.clone_from(&typed[2]);
        draft.students.clone_from(&typed[3]);
        for option in &list.options {
            draft.set_option(&option.id, typed[4].clone());
        }
        if follows {
            draft.add_box();
        } else {
            let key = draft.boxes.len() as u32;
            let [funder, host] = [typed[7].clone(), typed[8].clone()];
            draft.boxes.push(BoxDraft { key, months: typed[5].clone(), follows, funder, host });
        }
        prop_assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
    }

    #[test]
    fn text_that_is_no_form_is_not_read_as_one(text in any::<String>()) {
        prop_assert_eq!(Draft::from_text(&text), None);
    }

    #[test]
    fn a_form_that_was_cut_short_or_garbled_is_read_as_far_as_it_goes(
        (list, project) in any_list_and_project(),
        cut in any::<prop::sample::Index>(),
        garbled in "[a-z=&%0-9é]{0,12}",
    ) {
        let text = Draft::of(&project, list).to_text();
        let text = &text[..cut.index(text.len())];
        let read = Draft::from_text(&format!("{text}{garbled}"));
        // What comes of it is a form like any other, which is answered.
        let _ = read.map(|draft| draft.quote(list));
    }
}

// What an address or a host page presets

fn preset(query: &str) -> (bool, Draft) {
    let mut draft = Draft::starting_point(Offer::Standard, day("2026-11-21"));
    let is_preset = draft.preset(query);
    (is_preset, draft)
}

#[test]
fn a_query_presets_what_it_names_and_leaves_the_rest() {
    let (is_preset, draft) =
        preset("lang=fr&offer=pmsi&users=4&months=6&option-health-referent=yes&theme=dark");
    assert!(is_preset);
    assert_eq!((draft.offer, draft.users.as_str(), draft.months.as_str()), (Offer::Pmsi, "4", "6"));
    assert_eq!((draft.start.as_str(), draft.boxes.len()), ("2026-12-01", 1));
    let (project, quote) = draft.quote(list("pmsi")).unwrap();
    assert_eq!(project.access_points, [AccessPoint::lasting(6)], "the SD-Box follows the project");
    assert_eq!(project.options.get(&id("health-referent")), Some(&Chosen::Yes));
    assert_eq!(quote.total.to_string(), "2454.00");
}

#[test]
fn an_option_that_is_not_ticked_is_not_charged_whatever_a_query_says_of_it() {
    for (held, total) in [("yes", "3576.00"), ("no", "3276.00"), ("0", "3276.00"), ("false", "3276.00")] {
        let (_, draft) = preset(&format!("option-automatic-exports={held}"));
        let is_ticked = draft.option(option(list("casd-2020"), "automatic-exports")) == YES;
        let (project, quote) = draft.quote(list("casd-2020")).unwrap();
        assert_eq!(project.options.get(&id("automatic-exports")).is_some(), is_ticked, "{held}");
        assert_eq!(quote.total.to_string(), total, "{held}");
    }
}

#[test]
fn boxes_that_a_query_names_take_the_place_of_the_one_that_was_there() {
    for query in ["box&box=3&months=9", "months=9&box&box=3"] {
        let (_, draft) = preset(query);
        let months: Vec<&str> = draft.boxes.iter().map(|one| one.months.as_str()).collect();
        assert_eq!(months, ["9", "3"], "{query}");
    }
}

#[test]
fn a_query_that_names_nothing_of_the_form_leaves_it_as_it_was() {
    for query in ["", "lang=en&view=check", "utm_source=x", "offer=gold", "Users=3", "&&="] {
        let (is_preset, draft) = preset(query);
        assert!(!is_preset, "{query}");
        assert_eq!(draft, Draft::starting_point(Offer::Standard, day("2026-11-21")), "{query}");
    }
}

#[test]
fn a_preset_that_is_wrong_is_taken_as_if_it_had_been_typed() {
    let (_, draft) = preset("users=abc&start=tomorrow");
    assert_eq!((draft.users.as_str(), draft.start.as_str()), ("abc", "tomorrow"));
    let problems = draft.quote(list("casd-2020")).unwrap_err();
    let fields: Vec<&Field> = problems.iter().map(|problem| &problem.field).collect();
    assert_eq!(fields, [&Field::Start, &Field::Users]);
}

#[test]
fn a_preset_may_be_written_as_forms_write_it() {
    assert_eq!(preset("users=%34").1.users, "4");
    assert_eq!(preset("start=a+b%2Bc").1.start, "a b+c");
}
