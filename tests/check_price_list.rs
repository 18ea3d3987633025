//! Tests of the `casd check-price-list` command: its output and exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::price_list_editor::PriceFile;
use common::{File, PUBLISHED, casd, day};
use tariff::MAX_FILE_BYTES;

const TODAY: [&str; 2] = ["--today", "2026-11-21"];

/// The exit code, what is said on stdout, and on stderr.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = casd([&["check-price-list"], arguments].concat()).output().unwrap();
    let said = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), said(output.stdout), said(output.stderr))
}

/// The findings of a file that has errors, without its name, and their count.
fn refused(text: impl AsRef<[u8]>, further: &[&str]) -> Vec<String> {
    let file = File::new("refused.json", text);
    let (code, said, _) = run(&[&[file.path()], further, &TODAY].concat());
    assert_eq!(code, 1, "{said}");
    said.lines().map(|line| line.strip_prefix(file.path()).expect(line).into()).collect()
}

/// The 2020 list from 2027 on, in a book, with some of its text otherwise.
fn book_of_2027(changes: &[(&str, &str)]) -> String {
    let file = PriceFile::empty();
    let file = file.with_list_like(&PriceFile::published(), 1, day("2027-01-01"), None).unwrap();
    let mut text = file.text().to_string();
    for (was, is) in changes {
        assert!(text.contains(was), "{was}");
        text = text.replacen(was, is, 1);
    }
    text
}

#[test]
fn a_sound_book_and_every_published_list_pass() {
    let book = File::new("sound.json", book_of_2027(&[]));
    let (code, said, _) = run(&[&[book.path()], &TODAY[..]].concat());
    assert_eq!((code, said), (0, format!("{}: 0 errors, 0 warnings\n", book.path())));
    for (name, _) in PUBLISHED {
        let (code, said, _) = run(&[&format!("public/price-lists/{name}.json")]);
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let book = File::new("bom.json", format!("\u{feff}{}", book_of_2027(&[])));
    assert_eq!(run(&[book.path()]).0, 0);
}

#[test]
fn what_is_no_json_is_told_where_it_breaks() {
    let said = refused("{\n  \"lists\": [\n    { \"id\": \"é\", }\n  ]\n}\n", &[]);
    assert_eq!(said[0], ":3:18: error: lists[0]: not JSON: trailing comma");
    assert_eq!(said[1], ": 1 error, 0 warnings; not compared with the book in use");
}

#[test]
fn a_wrong_field_is_told_at_its_line_and_column() {
    let said = refused(book_of_2027(&[("\"238.00\"", "238.0")]), &[]);
    let place = ":144:22: error: lists[0].charges[1].price.unit: ";
    assert_eq!(said[0], format!("{place}invalid type: floating point `238.0`, expected a string"));
}

#[test]
fn several_errors_are_told_at_once_in_the_order_of_the_file() {
    let said = refused(
        book_of_2027(&[
            ("\"238.00\"", "\"238\""),
            ("\"vcpu\": 2", "\"vcpu\": \"2\""),
            ("\"serial\": 4", "\"serial\": 0"),
        ]),
        &[],
    );
    let places: Vec<&str> =
        said[..said.len() - 1].iter().map(|line| line.split(": ").nth(2).unwrap()).collect();
    assert_eq!(places, ["lists[0].configurations[0].vcpu", "lists[0].charges[1].price.unit"]);
    // What depends on the rest being readable comes once it is.
    let said = refused(
        book_of_2027(&[
            ("\"serial\": 4", "\"serial\": 0"),
            ("\"en\": \"CASD, user", "\"en\": \"\", \"fr\": \""),
        ]),
        &[],
    );
    assert!(said[0].contains("lists[0].offers[0].contact.who: duplicate field `fr`"), "{said:?}");
}

#[test]
fn a_used_list_that_was_altered_is_refused_at_the_alteration() {
    let said = refused(PUBLISHED[2].1.replace("\"29.00\"", "\"29.10\""), &[]);
    assert!(
        said[0].starts_with(":109:18: error: charges[1].price.unit: this list was used with another content"),
        "{said:?}"
    );
    assert_eq!(said.len(), 2);
}

#[test]
fn a_serial_that_was_used_is_refused() {
    let said = refused(book_of_2027(&[("\"serial\": 4", "\"serial\": 3")]), &[]);
    assert!(said[0].contains("error: lists[0].serial: `3` is used already"), "{said:?}");
}

#[test]
fn the_file_before_is_what_the_new_one_continues() {
    let before = File::new("before.json", book_of_2027(&[]));
    let said = refused(PriceFile::empty().text(), &["--against", before.path()]);
    assert!(said[0].starts_with(":3:3: error: lists: the list `casd-2027` (serial 4) was used"), "{said:?}");
    let late = File::new("late.json", book_of_2027(&[("2027-01-01\" }", "2026-01-01\" }")]));
    let empty = File::new("empty.json", PriceFile::empty().text());
    let (code, said, _) = run(&[&[late.path(), "--against", empty.path()], &TODAY[..]].concat());
    assert_eq!(code, 0, "a warning is none of an error: {said}");
    assert!(
        said.contains(": warning: lists[0].in_force.from: this new list begins on 2026-01-01, which is past"),
        "{said}"
    );
    assert!(said.ends_with(": 0 errors, 1 warning\n"), "{said}");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let said = refused(" ".repeat(MAX_FILE_BYTES + 1), &[]);
    assert_eq!(said[0], ":1:1: error: the file has 1048577 bytes, expected at most 1048576");
}

#[test]
fn without_anything_to_check_the_exit_code_is_another() {
    let sound = File::new("usage.json", PriceFile::empty().text());
    let broken = File::new("broken.json", "{");
    let latin = File::new("latin.json", b"{ \"lists\": \"\xe9\" }");
    for wrong in [
        &[][..],
        &[sound.path(), sound.path()],
        &[sound.path(), "--verbose"],
        &[sound.path(), "--against"],
        &[sound.path(), "--today", "tomorrow"],
    ] {
        let (code, out, error) = run(wrong);
        assert_eq!((code, out.as_str()), (2, ""), "{wrong:?}");
        assert!(error.starts_with("error: "), "{error}");
    }
    assert!(run(&[sound.path(), "--today", "tomorrow"]).2.contains("expected a day such as 2026-11-21"));
    for (arguments, said) in [
        (&["no-such-file.json"][..], "no-such-file.json: "),
        (&[latin.path()], latin.path()),
        (&[sound.path(), "--against", "no-such-file.json"], "no-such-file.json: "),
        (&[sound.path(), "--against", broken.path()], broken.path()),
    ] {
        let (code, out, error) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(error.starts_with(said) && error.trim_end().lines().count() == 1, "{error}");
    }
}
