//! Tests of invalid form entries: the field, the reason, and the sentence in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::app::Draft;
use casd_simulator::app::draft::{BoxDraft, EntryProblem, ProblemKind};
use casd_simulator::i18n::{Lang, entry_fault, field_name, misread};
use common::{day, fixture, id, in_both, list};
use tariff::{EntryError, Field, Offer};

/// The form as it opens, for the standard project: 3 276.00 euros under the list of 2020.
fn starting_point() -> Draft {
    Draft::starting_point(Offer::Standard, day("2026-11-21"))
}

/// No-break spaces as plain ones.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn type_into(draft: &mut Draft, field: &Field, typed: &str) {
    let text = typed.to_string();
    match field {
        Field::Start => draft.start = text,
        Field::Months => draft.set_months(text),
        Field::Users => draft.users = text,
        Field::Students => draft.students = text,
        Field::AccessPointMonths(at) => draft.set_box_months(draft.boxes[*at].key, text),
        Field::Option(id) => draft.set_option(id, text),
        Field::Configuration | Field::AccessPoints => panic!("{field:?} is not typed"),
    }
}

/// What the summary says: the name of each field, and the sentence.
fn summary(lang: Lang, draft: &Draft, of_list: &str) -> Vec<(String, String)> {
    let list = list(of_list);
    let problems = draft.quote(list).err().unwrap_or_default();
    let said = |EntryProblem { field, why }| {
        let sentence = match why {
            ProblemKind::Misread => misread(lang, &field).to_string(),
            ProblemKind::Refused(fault) => entry_fault(lang, &field, fault),
        };
        (plain(&field_name(lang, list, draft.offer, &field)), plain(&sentence))
    };
    problems.into_iter().map(said).collect()
}

fn both(draft: &Draft) -> [Vec<(String, String)>; 2] {
    Lang::ALL.map(|lang| summary(lang, draft, "casd-2020"))
}

/// The name of a field and a sentence, in French and in English.
type Said = [(&'static str, &'static str); 2];

const NO_NUMBER: [&str; 2] = [
    "Indiquez un nombre entier, en chiffres, par exemple 12.",
    "Enter a whole number in digits, such as 12.",
];
const NO_DAY: [&str; 2] = [
    "Indiquez une date complète du calendrier (jour, mois et année), par exemple 01/09/2027.",
    "Enter a complete date of the calendar (day, month and year), such as 1 September 2027.",
];
const YEARS: [&str; 2] =
    ["Choisissez une date des années 2000 à 2150.", "Choose a date in the years 2000 to 2150."];
const AT_LEAST_1: [&str; 2] = ["Indiquez au moins 1.", "Enter at least 1."];
const AT_MOST_100: [&str; 2] =
    ["Indiquez au plus 100 ; au-delà, écrivez au CASD.", "Enter at most 100; beyond that, write to CASD."];
const AT_MOST_240: [&str; 2] =
    ["Indiquez au plus 240 ; au-delà, écrivez au CASD.", "Enter at most 240; beyond that, write to CASD."];
const AT_MOST_1000: [&str; 2] =
    ["Indiquez au plus 1000 ; au-delà, écrivez au CASD.", "Enter at most 1000; beyond that, write to CASD."];
const SHORT: [&str; 2] = [
    "Un nouveau projet dure au moins 12 mois. Indiquez 12 ou plus, ou cochez « Renouvellement ».",
    "A new project lasts at least 12 months. Enter 12 or more, or tick “Renewal”.",
];
const STUDENTS: [&str; 2] = [
    "Les doctorants et post-doctorants font partie des utilisateurs : ils ne peuvent pas être plus nombreux.",
    "PhD students and postdocs are among the users: there cannot be more of them.",
];

/// What the summary calls each field.
fn name(field: &Field) -> [&'static str; 2] {
    match field {
        Field::Start => ["Date de début", "Start date"],
        Field::Months => ["Durée du projet, en mois", "Length of the project, in months"],
        Field::Users => ["Nombre d’utilisateurs", "Number of users"],
        Field::Students => ["Dont doctorants et post-doctorants", "Of whom PhD students and postdocs"],
        Field::AccessPointMonths(0) => ["SD-Box 1", "SD-Box 1"],
        Field::AccessPointMonths(_) => ["SD-Box 2", "SD-Box 2"],
        Field::AccessPoints => ["Points d’accès (SD-Box)", "Access points (SD-Boxes)"],
        Field::Option(_) => ["Crédits de sortie supplémentaires", "Additional output credits"],
        Field::Configuration => panic!("always right under this list"),
    }
}

fn said(field: &Field, why: [&'static str; 2]) -> Said {
    let [fr, en] = name(field);
    [(fr, why[0]), (en, why[1])]
}

fn assert_said(draft: &Draft, expected: &[Said], what: &str) {
    for (lang, found) in both(draft).into_iter().enumerate() {
        let expected: Vec<(String, String)> =
            expected.iter().map(|one| (one[lang].0.into(), one[lang].1.into())).collect();
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn each_wrong_value_is_explained_at_its_field_and_corrected_there() {
    let packs = || Field::Option(id("output-credits"));
    let a_box = || Field::AccessPointMonths(0);
    let cases = [
        (Field::Months, "douze", NO_NUMBER),
        (Field::Months, "12,5", NO_NUMBER),
        (Field::Months, "-12", NO_NUMBER),
        (Field::Months, "", NO_NUMBER),
        (Field::Months, "0", AT_LEAST_1),
        (Field::Months, "6", SHORT),
        (Field::Months, "241", AT_MOST_240),
        (Field::Months, "999999999999", AT_MOST_240),
        (Field::Users, "", NO_NUMBER),
        (Field::Users, "abc", NO_NUMBER),
        (Field::Users, "0", AT_LEAST_1),
        (Field::Users, "1001", AT_MOST_1000),
        // Too large to hold.
        (Field::Users, "99999999999999999999", AT_MOST_1000),
        (Field::Students, "", NO_NUMBER),
        (Field::Students, "2", STUDENTS),
        (a_box(), "", NO_NUMBER),
        (a_box(), "six", NO_NUMBER),
        (a_box(), "0", AT_LEAST_1),
        (a_box(), "241", AT_MOST_240),
        (packs(), "trois", NO_NUMBER),
        (packs(), "101", AT_MOST_100),
        (Field::Start, "", NO_DAY),
        (Field::Start, "1999-12-31", YEARS),
        (Field::Start, "2151-01-01", YEARS),
    ];
    for (field, typed, why) in cases {
        let mut draft = starting_point();
        // Months of its own, so that only the field is wrong when the project's months are.
        draft.set_box_months(0, "12".into());
        let right = draft.clone();
        type_into(&mut draft, &field, typed);
        assert_said(&draft, &[said(&field, why)], &format!("{field:?} {typed:?}"));
        let held = match field {
            Field::Start => &right.start,
            Field::Months => &right.months,
            Field::Users => &right.users,
            Field::Students => &right.students,
            Field::Option(_) => "",
            _ => "12",
        };
        type_into(&mut draft, &field, held);
        assert_eq!(draft.quote(list("casd-2020")).unwrap().1.total.to_string(), "3276.00", "{field:?}");
    }
}

#[test]
fn a_wrong_length_is_explained_once_and_not_again_at_a_box_that_follows_it() {
    for (typed, why) in [("x", NO_NUMBER), ("0", AT_LEAST_1), ("241", AT_MOST_240)] {
        let mut draft = starting_point();
        draft.set_months(typed.into());
        assert_said(&draft, &[said(&Field::Months, why)], typed);
        // A box with months of its own has a sentence of its own.
        draft.set_box_months(0, typed.into());
        draft.set_months(typed.into());
        let expected = [said(&Field::Months, why), said(&Field::AccessPointMonths(0), why)];
        assert_said(&draft, &expected, typed);
    }
    let mut short = starting_point();
    short.set_months("6".into());
    assert_said(&short, &[said(&Field::Months, SHORT)], "a box may be rented for six months");
}

#[test]
fn several_wrong_entries_come_in_the_order_of_the_form_whichever_was_typed_first() {
    let mut draft = starting_point();
    draft.set_option(&id("output-credits"), "101".into());
    draft.students = "x".into();
    draft.users = "0".into();
    draft.start = String::new();
    draft.add_box();
    draft.set_box_months(1, "0".into());
    let expected = [
        said(&Field::Start, NO_DAY),
        said(&Field::Users, AT_LEAST_1),
        said(&Field::Students, NO_NUMBER),
        said(&Field::AccessPointMonths(1), AT_LEAST_1),
        said(&Field::Option(id("output-credits")), AT_MOST_100),
    ];
    assert_said(&draft, &expected, "all at once");
}

#[test]
fn a_problem_goes_as_soon_as_its_cause_does_and_the_others_stay() {
    let mut draft = starting_point();
    draft.users = "2".into();
    draft.students = "3".into();
    draft.set_option(&id("output-credits"), "x".into());
    let packs = said(&Field::Option(id("output-credits")), NO_NUMBER);
    assert_said(&draft, &[said(&Field::Students, STUDENTS), packs], "more students than users");
    draft.users = "3".into();
    assert_said(&draft, &[packs], "as many");
}

#[test]
fn more_than_a_hundred_boxes_are_refused_and_a_hundred_are_priced() {
    let mut draft = starting_point();
    (1..101).for_each(|_| draft.add_box());
    assert_said(&draft, &[said(&Field::AccessPoints, AT_MOST_100)], "101 boxes");
    draft.boxes.retain(|one| one.key != 100);
    // 100 × 12 × 35.00 + 12 × 238.00
    assert_eq!(draft.quote(list("casd-2020")).unwrap().1.total.to_string(), "44856.00");
}

#[test]
fn what_one_offer_refuses_another_may_allow() {
    let mut draft = starting_point();
    draft.set_months("6".into());
    assert_said(&draft, &[said(&Field::Months, SHORT)], "a standard project");
    draft.offer = Offer::Pmsi;
    // 6 × (35 + 29 + 258)
    assert_eq!(draft.quote(list("pmsi")).unwrap().1.total.to_string(), "1932.00");
}

#[test]
fn a_wrong_box_can_be_removed() {
    let mut draft = starting_point();
    draft.boxes.push(BoxDraft { key: 1, months: "x".into(), ..BoxDraft::default() });
    assert_said(&draft, &[said(&Field::AccessPointMonths(1), NO_NUMBER)], "the second");
    draft.boxes.pop();
    assert!(draft.quote(list("casd-2020")).is_ok());
}

#[test]
fn every_fault_of_an_entry_is_said_in_both_languages() {
    let fields = [
        Field::Start,
        Field::Months,
        Field::Users,
        Field::Students,
        Field::Configuration,
        Field::AccessPoints,
        Field::AccessPointMonths(3),
        Field::Option(id("storage")),
        Field::Option(id("no-such-thing")),
    ];
    let faults = [
        EntryError::AtLeast(2),
        EntryError::AtMost(1000),
        EntryError::MultipleOf(6),
        EntryError::UnderMinimumTerm(12),
        EntryError::MoreStudentsThanUsers,
        EntryError::YearOutOfRange,
        EntryError::Unknown,
        EntryError::ChosenInAnotherWay,
    ];
    for field in &fields {
        for lang in Lang::ALL {
            assert!(!field_name(lang, fixture(), Offer::Standard, field).is_empty());
        }
        in_both(|lang| misread(lang, field).into());
        for fault in faults {
            in_both(|lang| entry_fault(lang, field, fault));
        }
    }
    assert_eq!(field_name(Lang::En, fixture(), Offer::Standard, &fields[6]), "SD-Box\u{a0}4");
    assert_eq!(field_name(Lang::Fr, fixture(), Offer::Standard, &fields[7]), "Stockage");
    for (fault, number) in [(faults[0], "2"), (faults[1], "1000"), (faults[2], "6"), (faults[3], "12")] {
        for lang in Lang::ALL {
            assert!(entry_fault(lang, &Field::Users, fault).contains(number), "the limit is said");
        }
    }
}
