//! Tests of the e-mail to CASD: its content, and the length limit of its `mailto:` address.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::export::{MAX_MAILTO, Message, message};
use casd_simulator::i18n::{Lang, amount};
use common::{any_list_and_project, day, every_field, example, fixture, id, list};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde_json::json;
use tariff::number::issue;
use tariff::{AccessPoint, Institution, PriceList, Project, quote};

const PAGE: &str = "https://www.casd.example/fr/simulateur-de-cout/";

struct Sent {
    message: Message,
    number: String,
    link: String,
    total: String,
}

fn send(lang: Lang, list: &PriceList, project: &Project) -> Sent {
    let quote = quote(list, project).unwrap();
    let number = issue(list, project, day("2026-11-21")).unwrap();
    let link = format!("{PAGE}?lang={}#{}", lang.code(), number.as_str());
    let contact = &list.offer(project.offer).unwrap().contact;
    let message = message(lang, contact, &quote, project, &number, &link);
    let total = amount(lang, list.currency, quote.total).replace('\u{202f}', " ");
    Sent { message, number: number.to_string(), link, total }
}

/// What must hold of every message; gives back its lines that begin with a dash.
fn assert_whole(lang: Lang, list: &PriceList, project: &Project) -> Vec<String> {
    let Sent { message, number, link, total } = send(lang, list, project);
    let mailto = message.mailto();
    assert!(mailto.len() <= MAX_MAILTO && mailto.len() <= 1_900, "{} characters: {mailto}", mailto.len());
    assert!(mailto.chars().all(|c| c.is_ascii_graphic()), "{mailto}");
    let contact = &list.offer(project.offer).unwrap().contact.email;
    assert_eq!(&message.to, contact);
    let rest = mailto.strip_prefix(&format!("mailto:{contact}?subject=")).unwrap();
    let (subject, body) = rest.split_once("&body=").unwrap();
    assert!(!body.contains(['&', '=', '#', '?', '+']), "nothing in the body ends it: {body}");
    let decoded = |text| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    assert_eq!(decoded(subject), message.subject);
    assert_eq!(decoded(body).replace("\r\n", "\n"), message.body);
    assert!(!message.body.contains('\r') && !decoded(body).replace("\r\n", "").contains('\n'));
    for part in [&number, &total] {
        assert!(message.body.contains(part.as_str()), "{part} is not in {}", message.body);
    }
    // Only a number of dozens of SD-Boxes, each of other institutions, leaves no room for its link, and
    // then none for itself in the subject.
    assert!(message.body.contains(&link) || number.len() > 450, "{link} is not in {}", message.body);
    assert!(message.subject.contains(&number) || number.len() > 500, "{}", message.subject);
    message.body.lines().filter(|line| line.starts_with("- ")).map(String::from).collect()
}

/// Everything that can be chosen, on request as far as possible.
fn everything_on_request() -> [(&'static PriceList, Project); 3] {
    let with = |mut project: Project, options: serde_json::Value| {
        project.options = serde_json::from_value(options).unwrap();
        project
    };
    let cohorts = json!({
        "health-referent": true, "automatic-exports": true, "larger-configuration": true,
        "extra-software": true, "output-credits": 100
    });
    let pmsi = json!({
        "health-referent": true, "larger-configuration": true, "extra-software": true, "output-credits": 100
    });
    let made_up = json!({
        "support": true, "training": true, "software": "other", "storage": 1000, "credits": 10
    });
    let mut largest = fixture().examples[0].project.clone();
    largest.configuration = id("gpu");
    [
        (list("casd-2020"), with(example("casd-2020"), cohorts)),
        (list("pmsi"), with(example("pmsi"), pmsi)),
        (fixture(), with(largest, made_up)),
    ]
}

#[test]
fn the_messages_of_the_published_examples_hold_every_line() {
    for (name, count) in [("casd-2018", 4), ("casd-2020", 5), ("pmsi", 3)] {
        for lang in Lang::ALL {
            let lines = assert_whole(lang, list(name), &example(name));
            assert_eq!(lines.len(), count, "{lines:?}");
            assert!(lines.iter().all(|line| !line.contains('…')), "{lines:?}");
        }
    }
}

#[test]
fn the_message_of_a_project_has_these_words() {
    let standard = json!({
        "offer": "standard", "start": "2026-12-01", "months": 12, "users": 2, "configuration": "configuration-1",
        "access_points": [{ "months": 12 }], "options": { "larger-configuration": true }
    });
    let standard = Project::from_json(&standard.to_string()).unwrap();
    for (lang, parts, greeting, other) in [
        (
            Lang::Fr,
            [
                "Projet standard, du 1er décembre 2026 au 30 novembre 2027",
                "3 720,00 €",
                "12 mois × 238,00 € = 2 856,00 €",
                "Configuration plus puissante : sur demande",
            ],
            "Bonjour,\n",
            "Hello",
        ),
        (
            Lang::En,
            [
                "Standard project, from 1 December 2026 to 30 November 2027",
                "€3,720.00",
                "12 months × €238.00 = €2,856.00",
                "A larger configuration: on request",
            ],
            "Hello,\n",
            "Bonjour",
        ),
    ] {
        assert_whole(lang, list("casd-2020"), &standard);
        let body = send(lang, list("casd-2020"), &standard).message.body;
        assert!(body.starts_with(greeting) && !body.contains(other), "{body}");
        for part in parts.into_iter().chain([lang.page().excluding_on_request]) {
            assert!(body.contains(part), "“{part}” is not in {body}");
        }
        assert_whole(lang, list("casd-2020"), &every_field());
    }
}

#[test]
fn a_message_goes_to_the_address_of_its_offer() {
    for (name, address) in
        [("pmsi", "acces.pmsi@casd.eu"), ("casd-2020", "service@casd.eu"), ("casd-2018", "service@casd.eu")]
    {
        assert_eq!(send(Lang::Fr, list(name), &example(name)).message.to, address);
    }
}

#[test]
fn the_longest_messages_still_fit() {
    for (list, project) in everything_on_request() {
        for lang in Lang::ALL {
            assert_whole(lang, list, &project);
        }
    }
}

#[test]
fn a_message_says_when_its_total_leaves_something_out() {
    for (list, project) in everything_on_request() {
        for lang in Lang::ALL {
            let body = send(lang, list, &project).message.body;
            assert!(body.contains(lang.page().excluding_on_request), "{body}");
        }
    }
    let body = send(Lang::Fr, list("pmsi"), &example("pmsi")).message.body;
    assert!(!body.contains(Lang::Fr.page().excluding_on_request), "{body}");
}

#[test]
fn a_hundred_boxes_of_different_terms_still_fit() {
    for (list, mut project) in everything_on_request() {
        project.access_points = (0..100).map(|at| AccessPoint::lasting(240 - at)).collect();
        project.start = day("2027-12-31");
        (project.months, project.users, project.students) = (239, 999, 998);
        for lang in Lang::ALL {
            let lines = assert_whole(lang, list, &project);
            // What does not fit is said to be left out, not dropped in silence.
            assert!(lines.is_empty() || lines.last().is_some_and(|line| line == "- …"), "{lines:?}");
        }
    }
}

#[test]
fn a_hundred_boxes_of_as_many_terms_and_institutions_still_fit() {
    let institutions = Institution::all().collect::<Vec<_>>();
    for (list, mut project) in everything_on_request() {
        (project.months, project.users, project.students) = (240, 999, 998);
        project.access_points = (0..100)
            .map(|at| AccessPoint {
                months: 240 - at as u32,
                funder: institutions[(at * 37) % 100 + 1],
                host: institutions[101 + at],
            })
            .collect();
        for lang in Lang::ALL {
            assert_whole(lang, list, &project);
        }
    }
}

#[test]
fn an_address_cannot_smuggle_anything_into_the_link() {
    let mut sent = send(Lang::En, list("pmsi"), &example("pmsi")).message;
    sent.to = "a?bcc=x@example.org&subject=y".into();
    let mailto = sent.mailto();
    assert!(mailto.starts_with("mailto:a%3Fbcc%3Dx@example.org%26subject%3Dy?subject="), "{mailto}");
}

#[test]
fn a_message_is_said_not_to_bind() {
    for lang in Lang::ALL {
        let body = send(lang, list("pmsi"), &example("pmsi")).message.body;
        assert!(body.trim_end().ends_with(&format!("{}.", lang.page().estimate)), "{body}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_message_of_any_project_is_whole((list, project) in any_list_and_project()) {
        for lang in Lang::ALL {
            assert_whole(lang, list, &project);
        }
    }
}
