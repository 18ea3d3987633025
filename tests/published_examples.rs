//! Acceptance tests: the three examples that CASD published. The figures below are CASD's, not those of the lists.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::i18n::{Lang, formula};
use casd_simulator::price_lists;
use common::{PUBLISHED, amounts, day, id, list};
use tariff::{
    AccessPoint, Chosen, EntryError, Every, Field, Item, Line, Notice, Offer, Payer, Problem, Project,
    Provenance, Quote, Refusal, quote,
};

/// One published line: what it says, and how it reads in both languages.
struct Published {
    id: &'static str,
    amount: &'static str,
    quantity: u32,
    months: u32,
    en: &'static str,
    fr: &'static str,
}

fn assert_lines(quote: &Quote<'_>, published: &[Published]) {
    let ids: Vec<_> = quote.lines.iter().map(|line| line.item.id().as_str()).collect();
    assert_eq!(ids, published.iter().map(|line| line.id).collect::<Vec<_>>());
    for (line, published) in quote.lines.iter().zip(published) {
        let id = published.id;
        assert_eq!(line.amount.to_string(), published.amount, "{id}");
        assert_eq!(line.quantity, published.quantity, "{id}");
        assert_eq!((line.periods.count, line.periods.every), (published.months, Every::Month), "{id}");
        assert_eq!(plain(&formula(Lang::En, quote.list, line)), published.en, "{id}");
        assert_eq!(plain(&formula(Lang::Fr, quote.list, line)), published.fr, "{id}");
        assert!(matches!(line.item.provenance(), Some(Provenance::Published(_))), "{id}");
    }
}

/// No-break spaces as plain ones: `tests/texts.rs` looks at the spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn pmsi_example() -> Project {
    Project {
        offer: Offer::Pmsi,
        start: day("2026-12-01"),
        months: 6,
        renewal: false,
        users: 4,
        students: 0,
        configuration: id("vm1"),
        access_points: vec![AccessPoint::lasting(6)],
        options: [].into(),
    }
}

fn cohorts_example() -> Project {
    Project {
        offer: Offer::Cohorts,
        start: day("2020-08-01"),
        months: 12,
        renewal: false,
        users: 2,
        students: 0,
        configuration: id("configuration-1"),
        access_points: vec![AccessPoint::lasting(12)],
        options: [(id("health-referent"), Chosen::Yes), (id("automatic-exports"), Chosen::Yes)].into(),
    }
}

fn example_of_2018() -> Project {
    Project {
        offer: Offer::Standard,
        start: day("2018-08-01"),
        months: 12,
        renewal: false,
        users: 2,
        students: 1,
        configuration: id("configuration-1"),
        access_points: vec![AccessPoint::lasting(12), AccessPoint::lasting(12)],
        options: [].into(),
    }
}

#[test]
fn the_pmsi_example_comes_out_line_by_line() {
    let project = pmsi_example();
    let quote = quote(list("pmsi"), &project).unwrap();
    let published = [
        Published {
            id: "sd-box",
            amount: "210.00",
            quantity: 1,
            months: 6,
            en: "6 months × 1 SD-Box × €35.00",
            fr: "6 mois × 1 SD-Box × 35,00 €",
        },
        Published {
            id: "user-access",
            amount: "696.00",
            quantity: 4,
            months: 6,
            en: "6 months × 4 users × €29.00",
            fr: "6 mois × 4 utilisateurs × 29,00 €",
        },
        Published {
            id: "project-space",
            amount: "1548.00",
            quantity: 1,
            months: 6,
            en: "6 months × €258.00",
            fr: "6 mois × 258,00 €",
        },
    ];
    assert_lines(&quote, &published);
    assert_eq!(quote.total.to_string(), "2454.00");
    assert_eq!(quote.total_per_user.to_string(), "613.50");
    assert!(quote.on_request.is_empty());
}

#[test]
fn the_constances_gazel_example_comes_out_line_by_line() {
    let project = cohorts_example();
    let quote = quote(list("casd-2020"), &project).unwrap();
    let published = [
        Published {
            id: "sd-box",
            amount: "420.00",
            quantity: 1,
            months: 12,
            en: "12 months × 1 SD-Box × €35.00",
            fr: "12 mois × 1 SD-Box × 35,00 €",
        },
        Published {
            id: "subscription",
            amount: "2856.00",
            quantity: 1,
            months: 12,
            en: "12 months × €238.00",
            fr: "12 mois × 238,00 €",
        },
        Published {
            id: "additional-user",
            amount: "444.00",
            quantity: 1,
            months: 12,
            en: "12 months × 1 additional user × €37.00",
            fr: "12 mois × 1 utilisateur supplémentaire × 37,00 €",
        },
        Published {
            id: "health-referent",
            amount: "720.00",
            quantity: 2,
            months: 12,
            en: "12 months × 2 users × €30.00",
            fr: "12 mois × 2 utilisateurs × 30,00 €",
        },
        Published {
            id: "automatic-exports",
            amount: "300.00",
            quantity: 1,
            months: 12,
            en: "12 months × €25.00",
            fr: "12 mois × 25,00 €",
        },
    ];
    assert_lines(&quote, &published);
    assert_eq!(quote.total.to_string(), "4740.00");
    assert_eq!(quote.total_per_user.to_string(), "2370.00");
    assert!(quote.not_included.is_empty(), "everything with a public price was chosen");
}

#[test]
fn automatic_exports_are_left_out_unless_chosen_and_said_to_be() {
    let mut project = cohorts_example();
    project.options.remove(&id("automatic-exports"));
    let quote = quote(list("casd-2020"), &project).unwrap();
    assert_eq!(quote.total.to_string(), "4440.00");
    let left_out: Vec<_> = quote
        .not_included
        .iter()
        .map(|left_out| (left_out.option.id.as_str(), left_out.would_add.to_string()))
        .collect();
    assert_eq!(left_out, [("automatic-exports", "300.00".into())]);
}

#[test]
fn the_2018_example_comes_out_as_a_total_only() {
    let project = example_of_2018();
    let quote = quote(list("casd-2018"), &project).unwrap();
    assert_eq!(quote.total.to_string(), "2723.00");
    assert_eq!(quote.total_per_user.to_string(), "1361.50");
}

#[test]
fn what_is_derived_of_the_2018_example_says_so() {
    let project = example_of_2018();
    let quote = quote(list("casd-2018"), &project).unwrap();
    let derived = |line: &&Line<'_>| matches!(line.item.provenance(), Some(Provenance::Derived(_)));
    let derived: Vec<_> = quote.lines.iter().filter(derived).collect();
    assert_eq!(derived.iter().map(|line| line.item.id().as_str()).collect::<Vec<_>>(), ["project-space"]);
    assert!(matches!(derived[0].item, Item::Charge(_)));
    let reasons: Vec<_> = quote
        .notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::Derived(reason) => Some(reason.en.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(reasons.len(), 1);
    assert!(reasons[0].contains("published only the total"), "{}", reasons[0]);
}

#[test]
fn the_2018_example_made_again_is_at_the_prices_of_2020() {
    let project = example_of_2018();
    let quote = quote(list("casd-2020"), &project).unwrap();
    let line = |line: &Line<'_>| (plain(&formula(Lang::En, quote.list, line)), line.amount.to_string());
    let expected = [
        ("12 months × 2 SD-Boxes × €35.00", "840.00"),
        ("12 months × €238.00", "2856.00"),
        ("12 months × 1 additional user × €37.00", "444.00"),
        ("−50% × 12 months × 1 additional user × €37.00", "-222.00"),
    ];
    let lines: Vec<_> = quote.lines.iter().map(line).collect();
    assert_eq!(lines, expected.map(|(formula, amount)| (formula.into(), amount.into())));
    assert_eq!(quote.total.to_string(), "3918.00");
}

#[test]
fn the_2018_list_is_archived_and_never_in_force() {
    let archived = list("casd-2018");
    assert!(archived.archived);
    for year in 2018..=2030 {
        for offer in Offer::ALL {
            let in_force = price_lists::price_book().in_force(offer, day(&format!("{year}-08-01")));
            assert!(in_force.is_none_or(|list| list.id != archived.id), "{offer:?} in {year}");
        }
    }
}

#[test]
fn the_2018_list_is_for_whole_years_only() {
    for (months, legal) in [(12, true), (18, false), (23, false), (24, true), (240, true)] {
        let project = Project { months, ..example_of_2018() };
        let refused = quote(list("casd-2018"), &project).err();
        let problem = Problem { field: Field::Months, error: EntryError::MultipleOf(12) };
        let expected = (!legal).then(|| Refusal::Entries(vec![problem]));
        assert_eq!(refused, expected, "{months} months");
    }
}

#[test]
fn the_lists_give_the_totals_that_their_own_examples_state() {
    for (published, _) in PUBLISHED {
        assert!(!list(published).examples.is_empty(), "{published}");
    }
    for list in price_lists::price_book().lists() {
        for example in &list.examples {
            let quote = quote(list, &example.project).unwrap();
            assert_eq!(quote.total, example.total.money(), "{}", example.id);
        }
    }
}

#[test]
fn the_access_point_funder_pays_the_boxes_and_the_project_funder_the_rest() {
    let examples =
        [("pmsi", pmsi_example()), ("casd-2020", cohorts_example()), ("casd-2018", example_of_2018())];
    for (name, project) in examples {
        for line in quote(list(name), &project).unwrap().lines {
            let is_box = line.item.charge().id.as_str() == "sd-box";
            let payer = if is_box { Payer::AccessPointFunder } else { Payer::ProjectFunder };
            assert_eq!(line.payer, payer, "{name}: {}", line.item.id());
        }
    }
}

#[test]
fn a_team_of_one_has_no_computed_reduction() {
    // The price of the access that the subscription includes is not published by itself.
    let project = Project { offer: Offer::Standard, users: 1, students: 1, ..cohorts_example() };
    let project = Project { options: [].into(), ..project };
    let quote = quote(list("casd-2020"), &project).unwrap();
    assert_eq!(
        amounts(&quote),
        [("sd-box".into(), "420.00".into()), ("subscription".into(), "2856.00".into())]
    );
    let to_confirm = |notice: &&Notice<'_>| matches!(notice, Notice::ReductionToConfirm(_));
    assert_eq!(quote.notices.iter().filter(to_confirm).count(), 1);
}

#[test]
fn only_the_last_access_is_halved_however_many_students_there_are() {
    for students in 1..=4 {
        let project = Project { offer: Offer::Standard, users: 4, students, ..cohorts_example() };
        let project = Project { options: [].into(), ..project };
        let quote = quote(list("casd-2020"), &project).unwrap();
        // 12 × 37.00 ÷ 2
        assert!(amounts(&quote).contains(&("student-access".into(), "-222.00".into())), "{students}");
        // 420 + 2856 + 3 × 444 − 222
        assert_eq!(quote.total.to_string(), "4386.00", "{students}");
    }
}

#[test]
fn the_health_referent_is_chosen_at_first_for_the_cohorts_only() {
    for (published, _) in PUBLISHED {
        for option in &list(published).options {
            let expected: &[Offer] = match (published, option.id.as_str()) {
                ("casd-2020", "health-referent") => &[Offer::Cohorts],
                _ => &[],
            };
            assert_eq!(option.chosen_at_first, expected, "{published} {}", option.id);
        }
    }
}
