//! The page's address: the language that its query asks for, what of it stays in links, and when it is written.

#![allow(clippy::unwrap_used)]

use casd_simulator::app::View;
use casd_simulator::app::address::{is_ours, language_of, query_in, query_of};
use casd_simulator::app::history::due_at;
use casd_simulator::i18n::Lang;

#[test]
fn the_language_is_that_of_the_address_else_the_one_chosen_before_else_the_browsers_else_english() {
    for (query, chosen, preferred, lang) in [
        ("?lang=en", Some("fr"), &["fr-FR"][..], Lang::En),
        ("?lang=fr-CA", Some("en"), &["en-GB"], Lang::Fr),
        ("?users=2&lang=fr", None, &["en-GB"], Lang::Fr),
        ("", Some("fr"), &["en-GB"], Lang::Fr),
        ("?lang=de", Some("fr"), &["en-GB"], Lang::Fr),
        ("?lang=", None, &["fr-FR", "en"], Lang::Fr),
        ("", None, &["de-DE", "fr-BE", "en"], Lang::Fr),
        ("", None, &["de-DE", "en-US", "fr"], Lang::En),
        ("", None, &["de", "es"], Lang::En),
        ("", Some("xx"), &[], Lang::En),
        ("", None, &[], Lang::En),
        // A tag that begins with the letters of another language: Frisian, and one of the Philippines.
        ("?lang=fry", Some("ene"), &["frr", "enb"], Lang::En),
        ("?lang=fry", None, &["fr"], Lang::Fr),
    ] {
        let preferred_tags = preferred.iter().map(ToString::to_string);
        assert_eq!(
            language_of(query, chosen.map(String::from), preferred_tags),
            lang,
            "{query} {chosen:?} {preferred:?}"
        );
    }
}

#[test]
fn a_link_keeps_what_is_the_hosts_and_nothing_of_the_pages_own() {
    for (query, link) in [
        ("", "?lang=en"),
        ("?lang=fr", "?lang=en"),
        (
            "?lang=fr&view=check&date=2027-01-01&offer=pmsi&start=2027-01-01&months=6&users=4&students=1",
            "?lang=en",
        ),
        (
            "?renewal=yes&renewal&configuration=configuration-1&box=6&box&option-automatic-exports=yes&option-x=",
            "?lang=en",
        ),
        ("?funder=A&box-funder=B&box-host=C", "?lang=en"),
        ("?utm_source=casd&lang=fr&id=3", "?lang=en&utm_source=casd&id=3"),
        // As they were written: neither decoded nor put in another order; twice where they were there twice.
        ("?q=a%20b+c&q=%C3%A9&users=2&z&a=1", "?lang=en&q=a%20b+c&q=%C3%A9&z&a=1"),
        // Names that only begin like the page's own.
        (
            "?language=fr&viewer=1&users2=3&boxes=4&options=5&offers",
            "?lang=en&language=fr&viewer=1&users2=3&boxes=4&options=5&offers",
        ),
        ("?&&a=1&", "?lang=en&a=1"),
    ] {
        assert_eq!(query_in(Lang::En, query, is_ours), link, "{query}");
    }
}

#[test]
fn the_language_of_an_address_changes_alone() {
    let is_lang = |name: &str| name == "lang";
    assert_eq!(
        query_in(Lang::Fr, "?users=4&lang=en&view=kept&a=%20", is_lang),
        "?lang=fr&users=4&view=kept&a=%20"
    );
    assert_eq!(query_in(Lang::En, "", is_lang), "?lang=en");
}

#[test]
fn a_new_simulation_is_written_at_once_and_what_is_typed_once_it_rests_at_most_every_15_seconds() {
    for (now, waiting_since, written, is_new, due) in [
        // It rests for 1.5 s.
        (20_000.0, 20_000.0, 0.0, false, 21_500.0),
        // It never rests.
        (34_000.0, 20_000.0, 0.0, false, 35_000.0),
        // It was written a moment ago.
        (20_000.0, 20_000.0, 19_000.0, false, 34_000.0),
        (20_000.0, 20_000.0, 19_000.0, true, 20_000.0),
        (34_000.0, 20_000.0, 19_000.0, true, 34_000.0),
    ] {
        assert_eq!(
            due_at(now, waiting_since, written, is_new),
            due,
            "{now} {waiting_since} {written} {is_new}"
        );
    }
}

#[test]
fn a_view_takes_the_place_of_another_in_the_address_and_all_else_stays_as_it_was_written() {
    for (view, query, expected) in [
        (View::Check, "", "?view=check"),
        (View::Check, "?lang=fr", "?lang=fr&view=check"),
        (View::Plan, "?view=check&lang=fr&q=a%20b+c", "?lang=fr&q=a%20b+c&view=plan"),
        (View::Simulator, "?lang=fr&view=plan&users=2", "?lang=fr&users=2"),
        (View::Simulator, "?view", ""),
        (View::Simulator, "?view=&viewer=1", "?viewer=1"),
        (View::Compare, "?&&a", "?a&view=compare"),
    ] {
        assert_eq!(query_of(query, view), expected, "{view:?} {query}");
    }
}
