//! Search for numbers in pasted text: lists, e-mails, links; and text that only looks like a number.

use std::time::{Duration, Instant};

use crate::common::price_book;
use crate::common::{any_list_and_project, day, example, forged, link, list, whole_book};
use bech32::Fe32;
use proptest::prelude::*;
use tariff::number::{OpenError, found_in, issue, open};

/// The numbers of the published examples of 2020 and of the PMSI, in groups.
fn two() -> [String; 2] {
    ["casd-2020", "pmsi"]
        .map(|name| issue(list(name), &example(name), day("2026-11-21")).unwrap().to_string())
}

fn plain(number: &str) -> String {
    number.replace('-', "")
}

fn found(text: &str) -> Vec<String> {
    found_in(text).into_iter().map(|found| found.number).collect()
}

/// The number with one character of its data replaced by another.
fn mistyped(number: &str) -> String {
    let (start, end) = number.split_at(12);
    format!("{start}{}{}", if end.starts_with('Q') { 'P' } else { 'Q' }, &end[1..])
}

#[test]
fn one_number_is_found_however_it_is_written() {
    let [number, _] = two();
    let lower = number.to_lowercase();
    for written in [
        number.clone(),
        lower.clone(),
        plain(&number),
        plain(&lower),
        number.replace('-', " "),
        lower.replace('-', " "),
        number.replace('-', "\u{2011}"),
        number.replace('-', "\u{202f}"),
        number.replace('-', " - "),
        number.replace('-', "\u{200b}"),
        plain(&number).chars().flat_map(|c| [c, ' ']).collect(),
        number.replacen('1', "l", 1),
        number.replace('L', "1").replace('0', "O").replace('8', "B"),
    ] {
        let found = found_in(&written);
        assert_eq!(found.len(), 1, "{written}: {found:?}");
        assert_eq!(found[0].raw, written.trim_end(), "it is kept as typed");
        let opened = open(price_book(), &found[0].number).unwrap();
        assert_eq!(opened.project, example("casd-2020"), "{written}");
        assert_eq!(open(price_book(), found[0].raw).unwrap().project, example("casd-2020"), "{written}");
    }
}

#[test]
fn a_number_is_found_in_whatever_stands_around_it() {
    let [number, _] = two();
    let bare = plain(&number);
    let (first, rest) = number.split_at(15);
    let opened = open(price_book(), &number).unwrap();
    for text in [
        format!("Voici mon numéro : {number}."),
        format!("Voici mon numéro\u{a0}: {number}, merci !"),
        format!("{number} merci beaucoup"),
        format!("{number} le 3 mai"),
        format!("{} pour le projet du CASD", number.to_lowercase().replace('-', " ")),
        format!("({number})"),
        format!("«\u{202f}{number}\u{202f}»"),
        format!("**{number}**"),
        format!("n°{number}"),
        format!("Numéro;{number};2026"),
        format!("simulation-{number}.pdf"),
        format!("<{}>", link("fr", &opened.number)),
        format!("Lien : {} (simulation)", link("en", &opened.number)),
        format!("https://x.example/?a=1#top#{bare}"),
        format!("https://x.example/#{bare}&utm_source=mail"),
        format!(
            "https://eur01.safelinks.example/?url=https%3A%2F%2Fx.example%2F%3Flang%3Dfr%23{bare}&data=05%7C02"
        ),
        format!("{first}\n{rest}"),
        format!("{first}\r\n{rest}"),
        format!("> {first}\n> {rest}"),
        format!("> > {first}\r\n> > {rest}\r\n> >\r\n> > Merci"),
        format!(">> {first}\n>>{rest}"),
        format!("x.example/#{}=\r\n{}", &bare[..20], &bare[20..]),
        format!("Le CASD 1 rue X\n{number}"),
        format!("CASD CASD-1 CASD {number} CASD-1"),
        format!("\u{feff}{number}\u{0}"),
        format!("- {number}\n- autre chose"),
        format!("1. {number} 2 723,00 €"),
    ] {
        assert_eq!(found(&text), std::slice::from_ref(&bare), "{text}");
    }
}

#[test]
fn an_ordinary_sentence_holds_no_number() {
    for text in [
        "",
        "CASD",
        "CASD-1",
        "12",
        "  \n\t ",
        "<b>x</b>",
        "javascript:window.ran=true",
        "Bonjour, merci de votre aide !",
        "Le CASD 1 rue Gabriel Péri, 92240 Malakoff",
        "Le CASD, 1er étage, 88 avenue Verdier, 92120 Montrouge",
        "CASD 1 utilisateur 12 mois 2 723,00 euros",
        "CASD 1200 2400 3600 4800",
        "casd 1re année et 2e année pour trois utilisateurs",
        "Notre projet au CASD a 1 utilisateur, 2 doctorants et 12 mois.",
        "The CASD 1st floor meeting with 3 users from 2026-09-01 to 2027-08-31",
        "https://www.casd.eu/en/casd-1st-floor/",
        "https://www.casd.eu/casd-1-documentation-technique",
        "cash-flow-from-last-year-2026",
        "card 1234 5678 9012 3456",
        "FR76 3000 4000 0312 3456 7890 143",
        "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "commit 0b607ff1e2d3c4b5a69788796a5b4c3d2e1f0a9b",
        "cafd1e0b607ff1e2",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "service@casd.eu, acces.pmsi@casd.eu",
        "CASD-1QJN",
        "CASD 1200 2400 mois",
        "COST 1200 2400 mois 3ans",
        "COST 1ab2 3cd4",
        "CASD1QJ4NXY",
    ] {
        assert_eq!(found_in(text), [], "{text}");
    }
}

#[test]
fn several_numbers_are_found_in_their_order_and_each_once() {
    let [first, second] = two();
    let expected = [plain(&first), plain(&second)];
    for text in [
        format!("{first}\n{second}"),
        format!("{first} {second}"),
        format!("{first}, {second}; {first}"),
        format!("{first}\t4740,00\n{second}\t2454,00\n"),
        format!("{}\n{}\n{}", first.to_lowercase(), plain(&second), first.replace('0', "O")),
        format!("{} et {}", plain(&first), second.replace('-', " ")),
        format!("{first} (https://x.example/?lang=fr#{}) puis {second}", plain(&first)),
        format!("{first}{}", second.replace("CASD", "-CASD")),
    ] {
        assert_eq!(found(&text), expected, "{text}");
    }
}

#[test]
fn a_mistyped_number_is_found_so_that_it_can_be_said_what_is_wrong() {
    let [number, other] = two();
    let wrong = mistyped(&number);
    for (text, typed) in [
        (wrong.clone(), wrong.clone()),
        (format!("Numéro : {wrong}, merci"), wrong.clone()),
        (format!("{wrong} merci beaucoup pour tout"), wrong.clone()),
        (format!("{wrong}\n{other}"), wrong.clone()),
        (format!("{} le 3 mai", plain(&wrong)), plain(&wrong)),
        (format!("{} merci", wrong.to_lowercase().replace('-', " ")), wrong.to_lowercase().replace('-', " ")),
        (format!("voir #{} ici", plain(&wrong)), plain(&wrong)),
        (format!("CADS{}", &number[4..]), format!("CADS{}", &number[4..])),
        (format!("CASF{} !", &number[4..]), format!("CASF{}", &number[4..])),
        (format!("{} etc.", &number[..19]), number[..19].into()),
        (number.replacen("-", "!", 3), number.replacen("-", "!", 3)),
        (format!("{}É{}", &number[..16], &number[17..]), format!("{}É{}", &number[..16], &number[17..])),
        (format!("{number}X"), format!("{number}X")),
    ] {
        let found = found_in(&text);
        assert_eq!(found.first().map(|found| found.raw), Some(typed.as_str()), "{text}");
        let refused = open(price_book(), &found[0].number).unwrap_err();
        assert!(matches!(refused, OpenError::Mistyped(_)), "{text}: {refused:?}");
        assert_eq!(found.len(), if text.contains(&other) { 2 } else { 1 }, "{text}: {found:?}");
    }
}

#[test]
fn where_a_mistyped_number_ends_is_told_by_its_groups() {
    for (text, typed) in [
        ("CASD-1QJN-N442-38V5 2026", "CASD-1QJN-N442-38V5"),
        ("CASD-1QJN-N442-38V5 - 2026", "CASD-1QJN-N442-38V5"),
        ("-CASD 1QJN N442 38V5 58TC", "CASD 1QJN N442 38V5 58TC"),
        ("CASD 1QJN N442 38V5?! 2026", "CASD 1QJN N442 38V5"),
        ("CASD 1QJN N442 38V5\n\n2026", "CASD 1QJN N442 38V5"),
        ("CASD-1QJN-N442-38V5-CASD. 1 rue X", "CASD-1QJN-N442-38V5-CASD"),
        ("CASD 1QJN N442 38V5 SV", "CASD 1QJN N442 38V5 SV"),
        ("CASD 1QJN N442 38V5 le", "CASD 1QJN N442 38V5"),
        ("CASD-1QJN-N442-38V5/2026simulations", "CASD-1QJN-N442-38V5"),
        ("CASD-1QJN-N442-38V5/merci", "CASD-1QJN-N442-38V5"),
        ("casd-1qjn!n442-38v5-58tc", "casd-1qjn!n442-38v5-58tc"),
        ("CASD-1QJN|N442-38V5-58TC", "CASD-1QJN|N442-38V5-58TC"),
        ("CASD 1QJNN44238V558TCLTV3QQ merci", "CASD 1QJNN44238V558TCLTV3QQ"),
        ("casd 1qjn n442 38v5 5t", "casd 1qjn n442 38v5 5t"),
        ("casd 1qjn tclv n442 38v5", "casd 1qjn tclv n442 38v5"),
        ("CASD-1QJN-N442-\r\n38V5-58TC", "CASD-1QJN-N442-\r\n38V5-58TC"),
        ("CASFLQJNN44238V558TCLTV3QQ", "CASFLQJNN44238V558TCLTV3QQ"),
    ] {
        let found: Vec<&str> = found_in(text).into_iter().map(|found| found.raw).collect();
        assert_eq!(found, [typed], "{text}");
    }
}

#[test]
fn a_number_does_not_go_on_after_the_end_of_a_sentence() {
    let [number, other] = two();
    let text = format!("{}. {}", &number[..14], &number[15..]);
    assert_eq!(found(&text), [plain(&number[..14])], "{text}");
    let spaced = |number: &str| number.to_lowercase().replace('-', " ");
    let text = format!("{} {}", spaced(&number[..19]), spaced(&other));
    assert_eq!(found(&text), [plain(&number[..19]), plain(&other)], "{text}");
}

#[test]
fn a_number_has_data_and_at_most_a_thousand_characters() {
    let of_length = |length: usize| {
        let payload = (0..length - 11).map(|at| Fe32::try_from((at * 7 % 32) as u8).unwrap());
        forged(&payload.collect::<Vec<_>>())
    };
    assert_eq!(found_in(&of_length(11)), []);
    let in_two_lines = |number: &str| format!("{}\n{}", &number[..500], &number[500..]);
    let longest = of_length(1_000);
    assert_eq!(found(&in_two_lines(&longest)), [longest.to_uppercase()]);
    let longer = of_length(1_001);
    assert_eq!(found(&in_two_lines(&longer)), [longer[..500].to_uppercase()]);
    // Nor do groups go on for longer.
    let groups = format!("CASD-1QJN{}", "-N442".repeat(249));
    assert_eq!(found_in(&groups)[0].raw.len(), 250 * 5 - 1);
}

#[test]
fn the_wrong_character_of_a_mistyped_number_is_named_in_an_e_mail_too() {
    let [number, _] = two();
    let wrong = mistyped(&number);
    let (first, rest) = wrong.split_at(15);
    let text = format!("Bonjour,\n> voici {first}\n> {rest}\n> Cordialement");
    let [found] = &found_in(&text)[..] else { panic!("{text}") };
    let Err(OpenError::Mistyped(mistyped)) = open(price_book(), &found.number) else { panic!("{found:?}") };
    assert_eq!(mistyped.suspects, [10], "{}", mistyped.text);
}

#[test]
fn a_whole_e_mail_in_french_gives_its_numbers() {
    let [first, second] = two();
    let text = format!(
        "De : Anaïs Lefèvre <anais.lefevre@univ.example>\r\nEnvoyé : lundi 23 novembre 2026 09:12\r\nÀ : service@casd.eu\r\n\
        Objet : Simulation {first}\r\n\r\nBonjour,\r\n\r\nSuite à notre échange au CASD (1 place X), voici la simulation {} et,\r\n\
        pour le second volet, celle-ci : {}\r\n(12 mois, 2 utilisateurs, 4 740,00 €).\r\n\r\nMerci d’avance !\r\nA. Lefèvre\r\n\
        Tél. 01 23 45 67 89\r\n\r\nLe 20/11/2026 à 10:00, CASD Service a écrit :\r\n> Bonjour,\r\n>\r\n> votre numéro est\r\n> {}\r\n> {}\r\n> Cordialement\r\n",
        plain(&first),
        second.to_lowercase(),
        &first[..20],
        &first[20..],
    );
    assert_eq!(found(&text), [plain(&first), plain(&second)]);
}

#[test]
fn a_whole_e_mail_in_english_gives_its_numbers() {
    let [first, second] = two();
    let wrong = mistyped(&first);
    let text = format!(
        "From: Jo <jo@uni.example>\nTo: CASD <service@casd.eu>\nSubject: Re: Simulation {first}\n\n\
        Dear CASD 1st-line team,\n\nplease confirm these:\n  1. {second} for 6 months\n  2. {wrong} for 12 months\n  3. {first}\n\n\
        Best wishes\n-- \nJo\n\n-----Original Message-----\n| https://www.casd.example/?lang=en#{}\n",
        plain(&second),
    );
    assert_eq!(found(&text), [plain(&first), plain(&second), plain(&wrong)]);
}

#[test]
fn a_number_that_replies_broke_twice_is_found_among_what_looks_like_one() {
    let [number, _] = two();
    let french = [
        "De : Jeanne Dupont <jeanne.dupont@univ.example>",
        "Objet : Tr: Simulation du coût de notre projet",
        "",
        "Bonjour, pourriez-vous confirmer ? Merci d’avance, cela presse un peu (CASD 2026).",
        "",
        "Le 20 nov. 2026 à 17:42, Ali <ali@univ.example> a écrit :",
        "> Bonjour Jeanne,",
        ">",
        "> > Voici une simulation à confirmer ou à préciser, notre numéro est le",
        &format!("> > {}", &number[..14]),
        &format!("> > {} ; au total 3 942,00 €.", &number[14..]),
        "> > Cordialement",
        "",
        "-- ",
        "CASD-1 rue de l’Exemple",
    ]
    .join("\r\n");
    let english = [
        "From: Jane Doe <jane.doe@univ.example>",
        "Subject: Fwd: cost of our project at CASD",
        "",
        "On Fri, 20 Nov 2026 at 17:42, Ali <ali@univ.example> wrote:",
        "> Hello Jane,",
        &format!("> our number is {}", &number[..19]),
        &format!("> {}, and the total €3,942.00.", &number[19..]),
        "> Regards",
    ]
    .join("\n");
    for text in [french, english] {
        assert_eq!(found(&text), [plain(&number)], "{text}");
    }
}

#[test]
fn a_mebibyte_is_read_well_under_a_second() {
    // Without optimisation, a quarter of it takes longer.
    let (bytes, limit) = if cfg!(debug_assertions) { (1 << 18, 5_000) } else { (1 << 20, 500) };
    let limit = Duration::from_millis(limit);
    let [number, _] = two();
    let wrong = mistyped(&number);
    for repeated in [
        "a",
        " ",
        "-",
        "\n",
        ">",
        "é",
        "casd",
        "casd1",
        "CASD-1",
        "casd1 ",
        "casdl-",
        "cads-",
        "casd 1 ",
        "c-a-s-d-1-",
        "casd1\u{200b}",
        "\n> casd-1qjn\n> ",
        "CADS-1QJN-N54H-2222-",
        "%23casd1",
        "=\n",
        "casd-1qjn-n54h-2222 ",
        "Le CASD, 1 rue X, 12 mois. ",
        &format!("{number} "),
        &format!("{wrong}\n"),
        &format!("{number}-"),
        &format!("CASD1{}", "q".repeat(590)),
    ] {
        let text = repeated.repeat(bytes / repeated.len());
        let start = Instant::now();
        let found = found_in(&text);
        let took = start.elapsed();
        assert!(took < limit, "{took:?} for {} of {repeated:?}", found.len());
    }
}

proptest! {
    #![proptest_config(crate::common::cases(300))]

    #[test]
    fn any_number_is_found_in_any_text(
        (list, project) in any_list_and_project(),
        before in "[ -~éà«»\n]{0,80}",
        after in "[ -~éà«»\n]{0,80}",
        in_groups in any::<bool>(),
    ) {
        let number = issue(list, &project, day("2026-11-21")).unwrap();
        let written = if in_groups { number.to_string() } else { number.as_str().into() };
        let text = format!("{before} {written}, {after}");
        let opened: Vec<_> = found(&text).iter().filter_map(|found| open(whole_book(), found).ok()).collect();
        prop_assert!(opened.iter().any(|opened| opened.number == number), "{}", text);
    }

    #[test]
    fn a_number_is_found_wherever_its_line_is_broken(
        which in 0usize..2, at in 6usize..28, quote in "(> ){0,3}", spaces in " {0,2}", carriage in any::<bool>(),
    ) {
        let number = &two()[which];
        let newline = if carriage { "\r\n" } else { "\n" };
        let (first, rest) = number.split_at(at);
        let text = format!("{quote}Numéro : {first}{spaces}{newline}{quote}{rest}{newline}{quote}Merci");
        prop_assert_eq!(found(&text), [plain(number)]);
    }

    #[test]
    fn whatever_is_pasted_is_answered_with_places_in_the_text(text in any::<String>()) {
        for found in found_in(&text) {
            prop_assert!(text.contains(found.raw));
        }
    }

    #[test]
    fn whatever_looks_like_numbers_is_answered(text in "([cCaAsSdD1il\n> -]|casd|CASD-1|[qpzry9x8]{4}|é|%23|=\n){0,120}") {
        for found in found_in(&text) {
            prop_assert!(text.contains(found.raw) && !found.raw.is_empty());
            prop_assert!(found.number.chars().count() <= 1_000);
        }
    }

    #[test]
    fn ordinary_text_holds_no_number_that_opens(text in "\\PC{0,300}") {
        prop_assert!(found(&text).iter().all(|found| open(price_book(), found).is_err()));
    }
}
