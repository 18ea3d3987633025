//! The simulation number: encoding, checksum, tolerant parsing, and the errors of numbers that do not open.

use crate::common::{
    CHECKSUM, FIXTURE, PREFIX, PUBLISHED, changed, day, example, fixture, forged, id, list, numbers, payload,
    price_book, symbol, whole_book, with,
};
use bech32::Fe32;
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::number::{IssueError, Mistyped, Number, OpenError, issue, open};
use tariff::{AccessPoint, Chosen, Institution, PriceBook, PriceList, Project, Refusal, quote};

/// The letters and digits of numbers.
const ALPHABET: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

fn opened(typed: &str) -> Result<Project, OpenError> {
    open(price_book(), typed).map(|opened| opened.project)
}

fn mistyped(typed: &str) -> Mistyped {
    match open(price_book(), typed) {
        Err(OpenError::Mistyped(mistyped)) => mistyped,
        other => panic!("{typed}: expected a mistyped number, found {other:?}"),
    }
}

/// What the reader makes of a character that the alphabet of numbers does not have.
fn forgiven(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | '1' => 'L',
        'B' => '8',
        c => c,
    }
}

/// Pseudo-random numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

// What is issued

#[test]
fn issued_numbers_stay_what_they_are() {
    // Every number ever issued must open to the same simulation for ever: rows are only added.
    // UPDATE_ISSUED=1 fills in the numbers of new rows, and never touches one that is there.
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/number/issued.json");
    let mut table: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let rows = table.as_array_mut().unwrap();
    assert!(rows.len() >= 15);
    let may_add = std::env::var_os("UPDATE_ISSUED").is_some();
    let mut added = false;
    for row in rows {
        let name = row["name"].to_string();
        let list = list(row["list"].as_str().unwrap());
        let project = Project::from_json(&row["project"].to_string()).unwrap();
        let issued = day(row["issued"].as_str().unwrap());
        let number = issue(list, &project, issued).unwrap();
        if row.get("number").is_none() && may_add {
            row["number"] = number.to_string().into();
            added = true;
        }
        assert_eq!(row["number"], number.to_string(), "{name}");
        let opened = open(price_book(), row["number"].as_str().unwrap()).unwrap();
        assert_eq!(opened.project, project, "{name}");
        assert_eq!(opened.list.id, list.id, "{name}");
        assert_eq!(opened.issued, issued, "{name}");
        assert_eq!(opened.number, number, "{name}");
        assert_eq!(row["total"], opened.quote.total.to_string(), "{name}");
    }
    if added {
        std::fs::write(file, serde_json::to_string_pretty(&table).unwrap() + "\n").unwrap();
    }
}

#[test]
fn the_number_of_a_published_example_can_be_read_out_on_the_telephone() {
    for number in numbers() {
        assert!(number.len() <= 28, "{number} has {} characters", number.len());
        assert!(number.starts_with("CASD1"), "{number}");
        assert!(number[PREFIX..].chars().all(|c| ALPHABET.contains(c)), "{number}");
    }
}

#[test]
fn a_number_is_shown_in_groups_of_four() {
    let number = issue(list("pmsi"), &example("pmsi"), day("2026-11-21")).unwrap();
    let shown = number.to_string();
    let groups: Vec<&str> = shown.split('-').collect();
    let (last, others) = groups.split_last().unwrap();
    assert!(others.iter().all(|group| group.len() == 4), "{shown}");
    assert!((1..=4).contains(&last.len()), "{shown}");
    assert_eq!(groups.concat(), number.as_str());
}

#[test]
fn a_project_without_a_quote_has_no_number() {
    let project = Project { users: 0, ..example("pmsi") };
    let refusal = issue(list("pmsi"), &project, day("2026-11-21")).unwrap_err();
    assert!(matches!(refusal, IssueError::Refused(Refusal::Entries(_))), "{refusal:?}");
}

#[test]
fn a_clock_out_of_range_gives_no_number() {
    for (iso, told) in [
        ("2019-12-31", false),
        ("2020-01-01", true),
        ("2026-11-21", true),
        ("2109-09-17", true),
        ("2109-09-19", false),
        ("9999-12-31", false),
        ("1970-01-01", false),
    ] {
        match issue(list("pmsi"), &example("pmsi"), day(iso)) {
            Ok(number) => {
                assert!(told, "{iso}");
                assert_eq!(open(price_book(), number.as_str()).unwrap().issued, day(iso));
            }
            Err(error) => {
                assert_eq!(error, IssueError::DayOutOfRange, "{iso}");
                assert!(!told, "{iso}");
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::common::cases(2_500))]

    #[test]
    fn every_legal_project_comes_back_from_its_number(
        (list, project) in crate::common::any_list_and_project(),
        issued in 0u64..32_768,
    ) {
        let issued = day("2020-01-01") + chrono::Days::new(issued);
        let number = issue(list, &project, issued).unwrap();
        let opened = open(whole_book(), number.as_str()).unwrap();
        prop_assert_eq!(&opened.project, &project);
        prop_assert_eq!(opened.issued, issued);
        prop_assert_eq!(opened.list.serial, list.serial);
        prop_assert_eq!(opened.quote.total, quote(list, &project).unwrap().total);
        prop_assert_eq!(opened.number, number);
    }

    #[test]
    fn whatever_is_typed_is_answered(typed in any::<String>()) {
        prop_assert!(opened(&typed).is_err());
    }

}

proptest! {
    #![proptest_config(crate::common::cases(500))]

    #[test]
    fn whatever_starts_like_a_number_is_answered(typed in "(?i:casd-?[1il])[ -~]{0,60}") {
        // The checksum lets one in a thousand million through.
        prop_assert!(opened(&typed).is_err());
    }
}

proptest! {
    #![proptest_config(crate::common::cases(2_000))]

    #[test]
    fn a_forged_number_never_panics(values in prop::collection::vec(0u8..32, 0..300)) {
        let payload: Vec<Fe32> = values.into_iter().map(symbol).collect();
        let _ = opened(&forged(&payload));
    }

    #[test]
    fn a_forged_project_opens_only_as_what_issue_would_write(
        values in prop::collection::vec(0u8..32, 0..40),
        which in 0usize..3,
    ) {
        // A true heading up to the total, and anything after it.
        let mut payload = payload(&numbers()[which]);
        payload.truncate(7);
        payload.extend(values.into_iter().map(symbol));
        let number = forged(&payload);
        if let Ok(opened) = open(price_book(), &number) {
            let again = issue(opened.list, &opened.project, opened.issued).unwrap();
            prop_assert_eq!(again.as_str().to_lowercase(), number);
        }
    }
}

/// An SD-Box for so many months, with the institutions of those ranks as its funder and its host.
fn box_of(months: u32, funder: u32, host: u32) -> AccessPoint {
    let institution = |rank| Institution::of_rank(rank).unwrap();
    AccessPoint { months, funder: institution(funder), host: institution(host) }
}

#[test]
fn the_longest_number_opens() {
    let list = fixture();
    let mut project = example("casd-2020");
    project.offer = list.examples[0].project.offer;
    project.configuration = crate::common::id("gpu");
    (project.months, project.users, project.students) = (240, 1000, 1000);
    project.start = day("2150-12-31");
    project.access_points = (0..100).map(|at| box_of(239 - at % 2, 2 * at + 1, 2 * at + 2)).collect();
    let options = json!({
        "support": true, "training": true, "software": "other", "storage": 1000, "credits": 10
    });
    project.options = serde_json::from_value(options).unwrap();
    let number = issue(list, &project, day("2109-09-17")).unwrap();
    assert_eq!(open(whole_book(), &number.to_string()).unwrap().project, project);
}

#[test]
fn each_of_two_alternatives_and_none_come_back_from_their_numbers() {
    let mut json: Value = serde_json::from_str(FIXTURE).unwrap();
    let remove = |array: &mut Value, id: &str| array.as_array_mut().unwrap().retain(|one| one["id"] != id);
    let software =
        json["options"].as_array().unwrap().iter().position(|one| one["id"] == "software").unwrap();
    remove(&mut json["options"][software]["choice"]["one_of"], "other");
    remove(&mut json["charges"], "other-software");
    let book = PriceBook::new(vec![PriceList::from_json(&json.to_string()).unwrap()]).unwrap();
    let list = &book.lists()[0];
    for chosen in [None, Some("basic"), Some("full")] {
        let mut project = list.examples[0].project.clone();
        project.options =
            chosen.map(|one| (id("software"), Chosen::Alternative(id(one)))).into_iter().collect();
        let number = issue(list, &project, day("2026-11-21")).unwrap();
        assert_eq!(open(&book, number.as_str()).unwrap().project, project, "{chosen:?}");
    }
}

#[test]
fn a_list_with_very_many_options_still_gives_numbers_that_open() {
    // A number that was issued and cannot be opened is a simulation lost: such a list must either be
    // refused, or its longest number be read.
    let base = &fixture().examples[0].project;
    for count in [1, 10, 40, 60, 120] {
        let mut json: Value = serde_json::from_str(FIXTURE).unwrap();
        json["examples"] = json!([]);
        let mut project = base.clone();
        let boxes = (0..100).map(|at| box_of(239 - at % 2, 2 * at + 1, 2 * at + 2));
        project.access_points = boxes.collect();
        for at in 0..count {
            let id = format!("licences-{at}");
            let words = json!({ "fr": "licences", "en": "licences" });
            json["options"].as_array_mut().unwrap().push(json!({
                "id": id, "label": words, "choice": { "counted": { "unit": words, "maximum": 100_000 } }
            }));
            json["charges"].as_array_mut().unwrap().push(json!({
                "id": id, "label": words, "counts": { "option": id }, "every": "once", "price": "on_request"
            }));
            project.options.insert(crate::common::id(&id), tariff::Chosen::Quantity(100_000));
        }
        match PriceList::from_json(&json.to_string()) {
            Ok(list) => {
                let book = PriceBook::new(vec![list]).unwrap();
                let number = issue(&book.lists()[0], &project, day("2026-11-21")).unwrap();
                let opened = open(&book, number.as_str()).map(|opened| opened.project == project);
                assert_eq!(opened, Ok(true), "{count} more options: {} characters", number.as_str().len());
            }
            Err(error) => {
                assert!(count > 40 && error.to_string().starts_with("options: "), "{count}: {error}");
            }
        }
    }
}

// What is forgiven

#[test]
fn case_spaces_and_hyphens_do_not_matter() {
    let number = issue(list("casd-2020"), &example("casd-2020"), day("2026-11-21")).unwrap();
    let shown = number.to_string();
    let spellings = [
        shown.clone(),
        number.as_str().into(),
        shown.to_lowercase(),
        shown.replace('-', " "),
        shown.replace('-', "\u{a0}"),
        shown.replace('-', "\u{202f}"),
        shown.replace('-', "\u{2013}"),
        shown.replace('-', "\u{2014}"),
        shown.replace('-', "\u{2011}"),
        shown.replace('-', "\u{2212}"),
        shown.replace('-', "\u{ad}"),
        shown.replace('-', "_"),
        shown.replace('-', "\r\n> ").replace('>', ""),
        format!("\u{feff}  {shown}\t\n"),
        number.as_str().chars().flat_map(|c| [c, ' ']).collect(),
        number.as_str().chars().flat_map(|c| [c, '\u{200b}']).collect(),
    ];
    for spelling in spellings {
        assert_eq!(opened(&spelling), Ok(example("casd-2020")), "{spelling:?}");
    }
}

#[test]
fn look_alikes_are_forgiven() {
    let (mut zeros, mut eights, mut ells) = (0, 0, 0);
    for (which, name) in ["casd-2018", "casd-2020", "pmsi"].into_iter().enumerate() {
        let number = &numbers()[which];
        let (prefix, data) = number.split_at(PREFIX);
        zeros += data.matches('0').count();
        eights += data.matches('8').count();
        ells += data.matches('L').count();
        for data in [
            data.replace('0', "O"),
            data.replace('0', "o"),
            data.replace('8', "B").replace('L', "I"),
            data.replace('8', "b").replace('L', "1"),
            data.replace('L', "i"),
        ] {
            for prefix in [prefix, "casdl", "CASDI", "CASD-1"] {
                assert_eq!(opened(&format!("{prefix}{data}")), Ok(example(name)), "{prefix}{data}");
            }
        }
    }
    assert!(zeros > 0 && eights > 0 && ells > 0, "the examples have each look-alike");
}

#[test]
fn a_pasted_link_is_read_as_the_number_it_ends_with() {
    for (which, name) in ["casd-2018", "casd-2020", "pmsi"].into_iter().enumerate() {
        let number = &numbers()[which];
        for link in [
            format!("https://x.example/?lang=fr#{number}"),
            format!("#{number}"),
            format!("https://x.example/#top#{number} "),
        ] {
            assert_eq!(opened(&link), Ok(example(name)), "{link}");
        }
    }
}

// What is refused: mistakes of typing

#[test]
fn any_one_wrong_character_is_refused_and_named() {
    let characters = || ('A'..='Z').chain('a'..='z').chain('0'..='9');
    for (which, name) in ["casd-2018", "casd-2020", "pmsi"].into_iter().enumerate() {
        let number = &numbers()[which];
        for (at, right) in number.chars().enumerate() {
            for c in characters() {
                // Small letters read as capitals: one of each pair is enough, except where it is right.
                if c.is_ascii_lowercase() && (forgiven(c) != right || at < PREFIX) {
                    continue;
                }
                let typed = with(number, at, c);
                let same = match at {
                    4 => matches!(c, '1' | 'I' | 'L'),
                    0..4 => c == right,
                    _ => forgiven(c) == right,
                };
                if same {
                    assert_eq!(opened(&typed), Ok(example(name)), "{typed}");
                } else {
                    let Mistyped { text, suspects } = mistyped(&typed);
                    assert_eq!(suspects, [at], "{typed}");
                    let shown = if at < PREFIX { c } else { forgiven(c) };
                    assert_eq!(text, with(number, at, shown), "{typed}");
                }
            }
        }
    }
}

#[test]
fn neighbours_that_changed_places_are_refused() {
    for number in numbers() {
        let characters: Vec<char> = number.chars().collect();
        for at in 0..characters.len() - 1 {
            let mut swapped = characters.clone();
            swapped.swap(at, at + 1);
            if swapped == characters {
                continue;
            }
            let typed: String = swapped.iter().collect();
            let suspects = mistyped(&typed).suspects;
            match at {
                // In `CASD1` itself, and across its end, the characters of the prefix are known.
                0..=3 => assert_eq!(suspects, [at, at + 1], "{typed}"),
                4 => assert_eq!(suspects, [4], "{typed}"),
                _ => assert_eq!(suspects, [at, at + 1], "{typed}"),
            }
        }
    }
}

#[test]
fn any_two_wrong_characters_are_refused_and_both_are_named() {
    let mut dice = Dice(1);
    let alphabet: Vec<char> = ALPHABET.chars().collect();
    let numbers = numbers();
    for _ in 0..PAIRS {
        let number = &numbers[dice.below(3)];
        let length = number.len() - PREFIX;
        let first = PREFIX + dice.below(length);
        let second = PREFIX + dice.below(length);
        let mut typed = number.clone();
        for at in [first, second] {
            typed = with(&typed, at, alphabet[dice.below(32)]);
        }
        let wrong: Vec<usize> =
            (0..number.len()).filter(|at| typed.as_bytes()[*at] != number.as_bytes()[*at]).collect();
        if wrong.is_empty() {
            assert!(opened(&typed).is_ok());
        } else {
            assert_eq!(mistyped(&typed).suspects, wrong, "{typed} for {number}");
        }
    }
}

/// How many pairs of wrong characters are tried.
///
/// Without optimisation each takes some milliseconds: `cargo test --release` tries them all.
const PAIRS: usize = if cfg!(debug_assertions) { 1_000 } else { 20_000 };

#[test]
fn up_to_four_wrong_characters_are_never_taken_for_another_number() {
    let mut dice = Dice(2);
    let alphabet: Vec<char> = ALPHABET.chars().collect();
    let numbers = numbers();
    for _ in 0..500 {
        let number = &numbers[dice.below(3)];
        let mut typed = number.clone();
        for _ in 0..4 {
            typed = with(&typed, PREFIX + dice.below(number.len() - PREFIX), alphabet[dice.below(32)]);
        }
        if typed != *number {
            mistyped(&typed);
        }
    }
}

#[test]
fn a_missing_character_is_refused_and_its_place_is_told() {
    for number in numbers() {
        for at in PREFIX..number.len() {
            let mut typed = number.clone();
            typed.remove(at);
            let suspects = mistyped(&typed).suspects;
            // Put in beside a suspect, some character makes the number whole again.
            let repaired = suspects.iter().flat_map(|suspect| [*suspect, suspect + 1]).any(|place| {
                ALPHABET.chars().any(|c| {
                    let mut repaired = typed.clone();
                    repaired.insert(place, c);
                    repaired == number
                })
            });
            assert!(repaired, "{typed} for {number}: {suspects:?}");
        }
    }
}

#[test]
fn a_character_too_many_is_refused_and_named() {
    let mut dice = Dice(3);
    for number in numbers() {
        for at in PREFIX..=number.len() {
            let c = ALPHABET.chars().nth(dice.below(32)).unwrap();
            let mut typed = number.clone();
            typed.insert(at, c);
            let suspects = mistyped(&typed).suspects;
            let [suspect] = suspects[..] else { panic!("{typed} for {number}: {suspects:?}") };
            let mut repaired = typed.clone();
            repaired.remove(suspect);
            assert_eq!(repaired, number, "{typed}");
        }
    }
}

#[test]
fn a_number_cut_short_is_refused_as_mistyped() {
    for number in numbers() {
        for length in PREFIX..number.len() {
            mistyped(&number[..length]);
        }
    }
}

/// A number with the right checksum that is so long.
fn of_length(length: usize) -> String {
    let payload: Vec<Fe32> = (0..length - PREFIX - CHECKSUM).map(|at| symbol((at * 7 % 32) as u8)).collect();
    forged(&payload)
}

#[test]
fn the_last_character_missing_points_at_the_one_before() {
    for number in numbers() {
        let suspects = mistyped(&number[..number.len() - 1]).suspects;
        assert_eq!(suspects, [number.len() - 2], "{number}");
    }
}

#[test]
fn one_wrong_character_is_named_in_up_to_three_hundred_and_two_in_eighty_nine_with_the_prefix() {
    let wrong = |length: usize, places: &[usize]| {
        let number = of_length(length);
        let other = |at: usize| if number.as_bytes()[at] == b'q' { 'p' } else { 'q' };
        places.iter().fold(number.clone(), |text, at| with(&text, *at, other(*at)))
    };
    for (length, places, suspects) in [
        (PREFIX + 300, &[150][..], &[150][..]),
        (PREFIX + 301, &[150], &[]),
        (89, &[20, 60], &[20, 60]),
        (90, &[20, 60], &[]),
    ] {
        assert_eq!(mistyped(&wrong(length, places)).suspects, suspects, "{length} characters");
    }
}

#[test]
fn what_is_longer_than_a_thousand_characters_is_no_number() {
    assert_ne!(opened(&of_length(1_000)), Err(OpenError::NotOurs));
    assert_eq!(opened(&of_length(1_001)), Err(OpenError::NotOurs));
}

#[test]
fn a_foreign_character_is_named() {
    let number = &numbers()[1];
    for c in ['!', '?', 'É', '\u{ff21}', '🙂', '/'] {
        let typed = with(number, 9, c);
        assert_eq!(mistyped(&typed).suspects, [9], "{typed}");
    }
}

#[test]
fn what_is_wrong_is_said_with_places_counted_from_one() {
    let typed = with(&numbers()[1], 9, '!');
    let said = open(price_book(), &typed).unwrap_err().to_string();
    assert!(said.ends_with("check character 10"), "{said}");
}

// What is refused: everything else, and why

#[test]
fn what_is_not_a_number_of_ours_is_said_not_to_be() {
    let long = "A".repeat(1 << 20);
    let long_number = format!("CASD1{}", "Q".repeat(1 << 20));
    for typed in [
        "",
        " ",
        "-",
        "#",
        "casd",
        "CASD",
        "hello",
        "bonjour",
        "😀😀😀",
        &"x".repeat(5_000),
        "my simulation of last week",
        "2454.00",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "BC1P0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQZK5JJ0",
        "<script>alert(1)</script>",
        "https://x.example/",
        "https://x.example/#",
        "'; DROP TABLE simulations; --",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠",
        &long,
        &long_number,
    ] {
        let start: String = typed.chars().take(40).collect();
        assert_eq!(opened(typed), Err(OpenError::NotOurs), "{start}");
    }
}

#[test]
fn a_newer_format_is_told_from_a_mistake() {
    for format in 2..31 {
        let mut payload = payload(&numbers()[1]);
        payload[0] = symbol(format);
        assert_eq!(opened(&forged(&payload)), Err(OpenError::NewerFormat(format.into())));
    }
}

#[test]
fn a_number_of_an_unknown_list_is_refused_not_priced_with_another() {
    let number = &numbers()[1];
    let book = PriceBook::new(vec![list("pmsi").clone()]).unwrap();
    assert_eq!(open(&book, number).unwrap_err(), OpenError::UnknownList(2));
    let nothing = PriceBook::new(Vec::new()).unwrap();
    assert_eq!(open(&nothing, number).unwrap_err(), OpenError::UnknownList(2));
}

/// What becomes of the number of the 2020 example under a list with one value changed.
fn opened_with_changed(pointer: &str, value: Value) -> Result<String, OpenError> {
    let book = PriceBook::new(vec![changed(PUBLISHED[1].1, pointer, value)]).unwrap();
    open(&book, &numbers()[1]).map(|opened| opened.quote.total.to_string())
}

#[test]
fn a_list_whose_prices_or_meaning_changed_no_longer_opens_its_numbers() {
    for (pointer, value) in [
        ("/charges/0/price/unit", json!("35.01")),
        ("/charges/1/every", json!("once")),
        ("/charges/2/counts/users_beyond", json!(2)),
        ("/charges/0/payer", json!("project_funder")),
        ("/charges/3/offers", json!(["cohorts", "standard"])),
        ("/reductions/0/percent", json!("49.99")),
        ("/reductions/0/at_most", json!(2)),
        ("/offers/0/terms/months/minimum", json!(6)),
        ("/configurations/0/disk_gb", json!(201)),
        ("/options/4/choice/counted/maximum", json!(101)),
        ("/options/4/choice/counted/included", json!(1)),
        ("/vat", json!({ "prices": "excluded", "rate": "20" })),
        ("/id", json!("casd-2020-bis")),
    ] {
        assert_eq!(opened_with_changed(pointer, value), Err(OpenError::ListChanged(2)), "{pointer}");
    }
}

#[test]
fn a_list_whose_words_or_dates_changed_still_opens_its_numbers() {
    for (pointer, value) in [
        ("/charges/0/label/fr", json!("SD-Box")),
        ("/title/en", json!("Another title")),
        ("/offers/1/contact/email", json!("other@example.org")),
        ("/in_force/until", json!("2027-12-31")),
        ("/archived", json!(true)),
        ("/options/0/help/fr", json!("Autre aide.")),
        ("/options/0/chosen_at_first", json!([])),
        ("/sources/0/title/fr", json!("Autre source")),
        ("/charges/0/provenance", json!({ "derived": { "fr": "Déduit.", "en": "Derived." } })),
        ("/remarks", json!([])),
        ("/examples", json!([])),
        ("/$schema", json!("https://example.org/schema.json")),
    ] {
        assert_eq!(opened_with_changed(pointer, value), Ok("4740.00".into()), "{pointer}");
    }
}

#[test]
fn a_number_whose_total_is_not_found_again_is_refused() {
    // Nothing but a change of the engine does this: the mark of the total, after 9 bits of format
    // and serial and 15 of the list's mark, is forged.
    for name in [0, 1, 2] {
        for bit in 24..36 {
            let mut payload = payload(&numbers()[name]);
            let flipped = payload[bit / 5].to_u8() ^ (0b10000 >> (bit % 5));
            payload[bit / 5] = symbol(flipped);
            assert_eq!(opened(&forged(&payload)), Err(OpenError::TotalChanged), "bit {bit}");
        }
    }
}

#[test]
fn a_number_that_makes_no_sense_is_unreadable() {
    let whole = payload(&numbers()[1]);
    for length in 1..whole.len() {
        // Cut short and checksummed again.
        let refused = opened(&forged(&whole[..length])).unwrap_err();
        assert_eq!(refused, OpenError::Unreadable, "{length} symbols");
    }
    let mut garbage = whole.clone();
    garbage[11..].fill(symbol(31));
    assert_eq!(opened(&forged(&garbage)), Err(OpenError::Unreadable));
}

#[test]
fn a_simulation_has_one_number_and_no_other_spelling_of_it() {
    for number in numbers() {
        let whole = payload(&number);
        let mut longer = whole.clone();
        longer.push(symbol(0));
        assert_eq!(opened(&forged(&longer)), Err(OpenError::Unreadable), "{number}");
        // The bits that fill up the last symbol are zero: no change of it may open as the same project.
        for value in 0..32 {
            let mut other = whole.clone();
            *other.last_mut().unwrap() = symbol(value);
            match opened(&forged(&other)) {
                // The bits before them may spell another project of the same total, not the same one.
                Ok(project) => {
                    assert_eq!(project == opened(&number).unwrap(), other == whole, "{number} {value}")
                }
                Err(reason) => {
                    let told = matches!(reason, OpenError::Unreadable | OpenError::TotalChanged);
                    assert!(told, "{number} with {value}: {reason:?}");
                }
            }
        }
    }
}

#[test]
fn a_number_names_no_person_and_depends_on_nothing_but_the_simulation() {
    let again: [Number; 2] =
        [0, 1].map(|_| issue(list("pmsi"), &example("pmsi"), day("2026-11-21")).unwrap());
    assert_eq!(again[0], again[1]);
    let later = issue(list("pmsi"), &example("pmsi"), day("2026-11-22")).unwrap();
    assert_ne!(again[0], later, "the day of issue is in the number");
}
