//! Tests of saved simulations: stored entries are read back, and foreign entries are left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use casd_simulator::app::kept::{Entry, FORMAT, Kept, MAX_TITLE};
use proptest::prelude::*;

fn kept() -> Kept {
    Kept {
        format: FORMAT,
        title: "Thèse de Zoé".into(),
        kept: 1_795_000_000_000,
        number: Some("CASD-1QJN-N54H".into()),
        form: None,
    }
}

#[test]
fn an_entry_is_written_as_json_with_a_format() {
    assert_eq!(
        kept().to_text(),
        r#"{"format":1,"title":"Thèse de Zoé","kept":1795000000000,"number":"CASD-1QJN-N54H","form":null}"#
    );
}

#[test]
fn entries_of_other_versions_are_read_as_long_as_they_make_sense() {
    let number = |text: &str| match Kept::read(text) {
        Entry::Kept(kept) => kept.number,
        Entry::Unreadable(_) => None,
    };
    for (text, expected) in [
        // The least that an entry holds.
        (r#"{"format":0,"number":"CASD-1Q"}"#, Some("CASD-1Q".into())),
        // Fields that a later version added.
        (r#"{"format":1,"number":"CASD-1Q","color":"red","title":"a"}"#, Some("CASD-1Q".into())),
        // A later format may mean something else.
        (r#"{"format":2,"number":"CASD-1Q"}"#, None),
    ] {
        assert_eq!(number(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_an_entry_is_shown_as_it_is() {
    for text in [
        "",
        "{",
        "null",
        "[]",
        "42",
        "CASD-1Q",
        r#"{"format":1}"#,
        r#"{"format":1,"number":7}"#,
        r#"{"format":1,"title":"cut sho"#,
        r#"{"format":1,"title":"Neither number nor form"}"#,
        r#"<img src=x onerror="window.ran=true">"#,
    ] {
        assert_eq!(Kept::read(text), Entry::Unreadable(text.into()));
    }
    let deep = "[".repeat(100_000);
    assert_eq!(Kept::read(&deep), Entry::Unreadable(deep.clone()));
}

#[test]
fn a_title_is_cut_and_cleaned_of_control_characters() {
    let titled = kept().titled("a\u{7}b\nc");
    assert_eq!(titled.title, "abc");
    assert_eq!(kept().titled(&"é".repeat(500)).title, "é".repeat(MAX_TITLE));
    assert_eq!(kept().titled("<script>alert(1)</script>").title, "<script>alert(1)</script>");
}

proptest! {
    #[test]
    fn what_is_stored_is_read_back(
        title in any::<String>(),
        kept in any::<u64>(),
        number in any::<Option<String>>(),
        form in any::<String>(),
    ) {
        let one = Kept { format: FORMAT, title, kept, number, form: Some(form) };
        prop_assert_eq!(Kept::read(&one.to_text()), Entry::Kept(one));
    }
}
