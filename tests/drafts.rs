//! Tests of the `.eml` e-mail draft, read back with a mail parser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::export::{Attachment, Message, Names, Simulation, eml, file_name, full_message, json};
use casd_simulator::i18n::Lang;
use common::{
    any_list_and_project, evil_names, example, fixture, issued, link, list, named, two_institutions,
};
use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;
use tariff::AccessPoint;
use tariff::number::Opened;

const TODAY: &str = "2026-11-21";

/// Stands for a PDF: every byte there is, and what looks like the end of a part.
fn pdf() -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\r\n--=_casd-simulation--\r\n".to_vec();
    bytes.extend((0..=255).cycle().take(5_000));
    bytes
}

fn message_of(lang: Lang, opened: &Opened<'_>) -> (Message, String) {
    message_with(lang, opened, Names::none())
}

fn message_with(lang: Lang, opened: &Opened<'_>, names: &Names) -> (Message, String) {
    let link = link(lang.code(), &opened.number);
    let simulation = Simulation { opened, lang, link: &link, names };
    let contact = &opened.list.offer(opened.project.offer).unwrap().contact;
    (full_message(contact, &simulation), json(&simulation).unwrap())
}

fn attached(opened: &Opened<'_>, json: &str) -> [Attachment; 2] {
    [("pdf", "application/pdf", pdf()), ("json", "application/json", json.into())].map(
        |(extension, media_type, bytes)| Attachment {
            name: file_name(&opened.number, extension),
            media_type,
            bytes,
        },
    )
}

/// What must hold of every draft.
fn assert_whole(lang: Lang, opened: &Opened<'_>) {
    assert_whole_with(lang, opened, Names::none());
}

fn assert_whole_with(lang: Lang, opened: &Opened<'_>, names: &Names) {
    let (message, json) = message_with(lang, opened, names);
    let attachments = attached(opened, &json);
    let bytes = eml(&message, &attachments);
    assert!(bytes.is_ascii(), "any mail server takes it");
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "lines end as the standard says");
    assert!(text.lines().all(|line| line.len() <= 998), "and are not too long");
    let read = MessageParser::new().parse(&bytes).unwrap();
    let names: Vec<&str> = read.headers().iter().map(|header| header.name()).collect();
    assert_eq!(names, ["To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    assert_eq!(read.to().unwrap().first().unwrap().address().unwrap(), message.to);
    assert_eq!(read.to().unwrap().iter().count(), 1);
    assert_eq!(read.subject().unwrap(), message.subject);
    assert_eq!(read.header_raw("X-Unsent").unwrap().trim(), "1");
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), message.body);
    assert_eq!(read.text_body_count(), 1);
    assert_eq!(read.attachment_count(), 2);
    for (read, attachment) in read.attachments().zip(&attachments) {
        assert_eq!(read.attachment_name().unwrap(), attachment.name);
        let media_type = read.content_type().unwrap();
        let media_type = format!("{}/{}", media_type.ctype(), media_type.subtype().unwrap());
        assert_eq!(media_type, attachment.media_type);
        assert_eq!(read.contents(), attachment.bytes);
    }
}

#[test]
fn the_drafts_of_the_published_examples_are_read_back_whole() {
    for name in ["casd-2018", "casd-2020", "pmsi"] {
        for lang in Lang::ALL {
            assert_whole(lang, &issued(list(name), &example(name), TODAY));
        }
    }
}

#[test]
fn a_draft_holds_every_line_however_many() {
    let mut project = fixture().examples[0].project.clone();
    project.access_points = (0..100).map(|at| AccessPoint::lasting(240 - at)).collect();
    let opened = issued(fixture(), &project, TODAY);
    for lang in Lang::ALL {
        let (message, _) = message_of(lang, &opened);
        let lines = message.body.lines().filter(|line| line.starts_with("- ")).count();
        assert_eq!(lines, opened.quote.lines.len() + opened.quote.on_request.len());
        assert!(!message.body.contains('…') && lines > 100);
        assert_whole(lang, &opened);
    }
}

/// The lines of a message that say what each institution pays.
fn orders(lang: Lang, message: &Message) -> Vec<String> {
    let called = format!("- {} ", lang.page().purchase_order).replace('\u{a0}', " ");
    message.body.lines().filter_map(|line| Some(line.strip_prefix(&called)?.to_string())).collect()
}

#[test]
fn a_draft_says_what_each_of_several_institutions_orders() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    for (lang, expected) in [
        (Lang::Fr, ["le financeur du projet = 4 740,00 €", "CHU de Lyon (B) = 420,00 €"]),
        (Lang::En, ["the project funder = €4,740.00", "CHU de Lyon (B) = €420.00"]),
    ] {
        let names = named(&[("B", "CHU de Lyon")]);
        assert_eq!(orders(lang, &message_with(lang, &opened, &names).0), expected);
        assert_whole_with(lang, &opened, &names);
        let one = issued(list("casd-2020"), &example("casd-2020"), TODAY);
        assert!(
            orders(lang, &message_with(lang, &one, &names).0).is_empty(),
            "a single funder orders the total"
        );
    }
}

#[test]
fn names_neither_break_a_draft_nor_begin_lines_in_it() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    for name in evil_names() {
        for lang in Lang::ALL {
            let names = named(&[("A", &name), ("B", &name)]);
            assert_whole_with(lang, &opened, &names);
            let (message, _) = message_with(lang, &opened, &names);
            let (plain, _) = message_of(lang, &opened);
            assert_eq!(message.body.lines().count(), plain.body.lines().count(), "{name:?}");
            assert_eq!(orders(lang, &message).len(), 2, "{name:?}");
        }
    }
}

#[test]
fn the_same_draft_has_the_same_bytes() {
    let opened = issued(list("pmsi"), &example("pmsi"), TODAY);
    let (message, json) = message_of(Lang::Fr, &opened);
    let drafts = [0, 1].map(|_| eml(&message, &attached(&opened, &json)));
    assert_eq!(drafts[0], drafts[1]);
}

#[test]
fn no_header_can_be_smuggled_in() {
    for evil in [
        "x\r\nBcc: evil@example.org",
        "x\nBcc: evil@example.org",
        "x\rBcc: evil@example.org",
        "x\u{85}Bcc: evil@example.org",
        "x\r\n\r\n<script>alert(1)</script>",
        "x\0y",
        "é\r\nBcc: evil@example.org",
        &"long ".repeat(300),
    ] {
        let message = Message { to: format!("{evil}@casd.eu"), subject: evil.into(), body: evil.into() };
        let attachment = Attachment { name: evil.into(), media_type: "application/pdf", bytes: pdf() };
        let bytes = eml(&message, &[attachment]);
        let read = MessageParser::new().parse(&bytes).unwrap();
        let names: Vec<&str> = read.headers().iter().map(|header| header.name()).collect();
        assert_eq!(names, ["To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"], "{evil:?}");
        assert_eq!(read.attachment_count(), 1, "{evil:?}");
        let part = read.attachment(0).unwrap();
        let names: Vec<&str> = part.headers.iter().map(|header| header.name()).collect();
        assert_eq!(names, ["Content-Type", "Content-Disposition", "Content-Transfer-Encoding"], "{evil:?}");
        assert_eq!(part.contents(), pdf());
    }
}

#[test]
fn nobody_else_gets_the_message() {
    for evil in [
        "a@casd.eu, evil@example.org",
        "a@casd.eu>, <evil@example.org",
        "x: evil@example.org;",
        "a@casd.eu evil@example.org",
    ] {
        let message = Message { to: evil.into(), subject: String::new(), body: String::new() };
        let bytes = eml(&message, &[]);
        let read = MessageParser::new().parse(&bytes).unwrap();
        let to: Vec<_> = read.to().unwrap().iter().filter_map(|one| one.address()).collect();
        assert_eq!(to.len(), 1, "{evil}");
        assert_ne!(to[0], "evil@example.org", "{evil}");
    }
}

#[test]
fn accents_reach_the_reader() {
    let subject = "Simulation à préciser — 2 723,00 € «\u{202f}été\u{202f}»";
    let message =
        Message {
            to: "service@casd.eu".into(), subject: subject.into(), body: "Été\n\nœuvre € 🙂\n".into()
        };
    let attachment =
        Attachment { name: "étude n° 1.pdf".into(), media_type: "application/pdf", bytes: pdf() };
    let bytes = eml(&message, &[attachment]);
    assert!(bytes.is_ascii());
    let read = MessageParser::new().parse(&bytes).unwrap();
    assert_eq!(read.subject(), Some(subject));
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), message.body);
    assert_eq!(read.attachment(0).unwrap().attachment_name(), Some("étude n° 1.pdf"));
}

#[test]
fn a_text_that_looks_like_the_end_of_a_part_does_not_end_it() {
    for body in [
        "--=_casd-simulation\n\nx",
        "a\n--=_casd-simulation--\nb",
        "--=_casd-simulation_\n--=_casd-simulation\nz",
    ] {
        let message = Message { to: "service@casd.eu".into(), subject: "x".into(), body: body.into() };
        let bytes = eml(
            &message,
            &[Attachment { name: "a.pdf".into(), media_type: "application/pdf", bytes: pdf() }],
        );
        let read = MessageParser::new().parse(&bytes).unwrap();
        assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), body);
        assert_eq!(read.attachment_count(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_draft_of_any_project_is_read_back_whole((list, project) in any_list_and_project()) {
        let opened = issued(list, &project, TODAY);
        for lang in Lang::ALL {
            assert_whole(lang, &opened);
        }
    }
}
