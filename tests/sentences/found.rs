//! Tests of finding the simulation number in the e-mail that the page writes.

use casd_simulator::export::message;
use casd_simulator::i18n::Lang;
use tariff::number::found_in;

use crate::common::{example, issued, link, list};

fn found(text: &str) -> Vec<String> {
    found_in(text).into_iter().map(|found| found.number).collect()
}

#[test]
fn the_message_that_the_page_writes_holds_its_number_once_when_it_is_quoted_too() {
    for name in ["casd-2018", "casd-2020", "pmsi"] {
        let opened = issued(list(name), &example(name), "2026-11-21");
        for lang in Lang::ALL {
            let contact = &opened.list.offer(opened.project.offer).unwrap().contact;
            let link = link(lang.code(), &opened.number);
            let body = message(lang, contact, &opened.quote, &opened.project, &opened.number, &link).body;
            assert_eq!(found(&body), [opened.number.as_str()], "{body}");
            assert_eq!(found(&quoted(&body)), [opened.number.as_str()], "{body}");
        }
    }
}

/// A text as a mail program quotes it: in lines of at most 72 characters, where words allow it.
fn quoted(text: &str) -> String {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= 72 {
                lines.push(std::mem::take(&mut line));
            }
            line = if line.is_empty() { word.into() } else { format!("{line} {word}") };
        }
        lines.push(line);
    }
    lines.iter().map(|line| format!("> {line}\n")).collect()
}
