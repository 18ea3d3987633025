//! Tests of enrolment: required sessions, bookable sessions, and calendar errors.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::i18n::{
    Lang, calendar_errors, enrolled_before, enrolment_fault, registration_closes, session_conditions,
    session_day, session_hours, sessions_needed, sessions_outcome,
};
use casd_simulator::procedure::{
    Calendar, CalendarError, Enrolment, EnrolmentError, EnrolmentFault, Session, SessionKind, Sessions,
    bookable, enrolment, valid_until,
};
use chrono::{Days, NaiveDate};
use common::{File, WrongFile, casd, day, in_both, set, wrong_files};
use proptest::prelude::*;
use serde_json::{Value, json};
use tariff::{MAX_FILE_BYTES, Offer, Project, ReadError, iso_day};

const FIXTURE: &str = include_str!("fixtures/enrolment-sessions-2019-2020.json");

fn calendar() -> Calendar {
    Calendar::from_json(FIXTURE).unwrap()
}

fn days(sessions: &[&Session]) -> Vec<String> {
    sessions.iter().map(|session| iso_day(session.day)).collect()
}

// Who needs which session

#[test]
fn the_calendar_of_2019_and_2020_has_its_ten_standard_and_two_health_days() {
    let calendar = calendar();
    let of = |kind| calendar.sessions().iter().filter(|one| one.kind == kind).collect::<Vec<_>>();
    let hours = |one: &Session| (one.full.from.to_string(), one.full.to.to_string());
    let standard = of(SessionKind::Standard);
    assert_eq!(standard.len(), 10);
    for session in &standard {
        assert_eq!(hours(session), ("14:00".into(), "17:00".into()));
        let express = session.express.unwrap();
        assert_eq!((express.from.to_string(), express.to.to_string()), ("09:30".into(), "12:00".into()));
    }
    let health = of(SessionKind::Health);
    assert_eq!(days(&health), ["2019-11-14", "2019-12-16"]);
    for session in health {
        assert_eq!(hours(session), ("14:00".into(), "16:00".into()));
        assert_eq!(session.express, None);
    }
}

#[test]
fn a_session_counts_for_four_years_less_a_day() {
    for (enrolled, last) in [
        ("2020-05-10", "2024-05-09"),
        ("2020-01-01", "2023-12-31"),
        ("2020-03-01", "2024-02-29"),
        ("2021-03-01", "2025-02-28"),
        ("2020-02-29", "2024-02-28"),
        ("2020-02-28", "2024-02-27"),
        // 2100 is no leap year: the fourth 29 February does not come.
        ("2096-02-29", "2100-02-28"),
        ("2096-02-28", "2100-02-27"),
        ("2096-03-01", "2100-02-28"),
    ] {
        assert_eq!(iso_day(valid_until(day(enrolled)).unwrap()), last, "{enrolled}");
    }
    assert_eq!(valid_until(NaiveDate::MAX), None);
}

#[test]
fn every_user_needs_a_session_full_or_express() {
    let today = "2024-01-15";
    for (users, enrolled, start, full, express) in [
        (1, &[][..], "2024-05-09", 1, 0),
        (1, &["2020-05-10"], "2024-05-09", 0, 1),
        (1, &["2020-05-10"], "2024-05-10", 1, 0),
        (3, &["2020-05-10", "2020-05-10"], "2024-05-09", 1, 2),
        (3, &["2012-01-01", "2023-06-01"], "2024-02-01", 2, 1),
        (1, &["2020-02-29"], "2024-02-28", 0, 1),
        (1, &["2020-02-29"], "2024-02-29", 1, 0),
        // Today's session took place.
        (2, &["2024-01-15", "2024-01-15"], "2024-02-01", 0, 2),
        // A project that has begun: who was enrolled since is enrolled.
        (1, &["2024-01-10"], "2023-12-01", 0, 1),
        (1000, &[], "2024-02-01", 1000, 0),
    ] {
        let enrolled: Vec<NaiveDate> = enrolled.iter().map(|iso| day(iso)).collect();
        let found = enrolment(users, &enrolled, day(start), day(today));
        assert_eq!(found, Ok(Enrolment { full, express }), "{enrolled:?} {start}");
    }
}

#[test]
fn a_wrong_day_is_told_by_its_entry() {
    let found = |users, enrolled: &[&str]| {
        let enrolled: Vec<NaiveDate> = enrolled.iter().map(|iso| day(iso)).collect();
        enrolment(users, &enrolled, day("2024-06-01"), day("2024-01-15")).unwrap_err()
    };
    let future = |entry| EnrolmentError { entry, fault: EnrolmentFault::InTheFuture };
    let beyond = |entry, users| EnrolmentError { entry, fault: EnrolmentFault::MoreThanUsers { users } };
    assert_eq!(found(2, &["2023-01-01", "2024-01-16"]), [future(1)]);
    assert_eq!(found(1, &["2023-01-01", "2023-01-02", "2023-01-03"]), [beyond(1, 1), beyond(2, 1)]);
    assert_eq!(found(1, &["2025-01-01", "2025-01-01"]), [future(0), future(1), beyond(1, 1)]);
}

proptest! {
    #[test]
    fn the_sessions_are_as_many_as_the_users(
        users in 0..=Project::MAX_USERS, ages in prop::collection::vec(0u64..4_000, 0..20), ahead in 0u64..2_000,
    ) {
        let today = day("2024-01-15");
        let enrolled: Vec<NaiveDate> = ages.iter().map(|age| today - Days::new(*age)).collect();
        match enrolment(users, &enrolled, today + Days::new(ahead), today) {
            Ok(Enrolment { full, express }) => {
                prop_assert_eq!(full + express, users);
                prop_assert!(express as usize <= enrolled.len());
            }
            Err(errors) => prop_assert_eq!(errors.len(), enrolled.len() - users as usize),
        }
    }
}

// Which sessions can be booked

#[test]
fn sessions_are_booked_until_a_week_before_and_take_place_before_the_start() {
    use Offer::{Cohorts, Pmsi, Standard};
    let calendar = calendar();
    for (today, start, offer, expected) in [
        ("2019-10-31", "2020-01-01", Standard, &["2019-11-07", "2019-12-11"][..]),
        // A day later, the registration of 7 November is closed.
        ("2019-11-01", "2020-01-01", Standard, &["2019-12-11"]),
        ("2019-10-01", "2019-11-08", Standard, &["2019-11-07"]),
        ("2020-06-29", "2021-01-01", Standard, &["2020-07-06", "2020-07-23"]),
        ("2020-06-30", "2021-01-01", Standard, &["2020-07-23"]),
        ("2020-07-16", "2021-01-01", Standard, &["2020-07-23"]),
        ("2019-11-07", "2020-01-01", Pmsi, &["2019-11-14", "2019-12-16"]),
        ("2019-11-08", "2020-01-01", Pmsi, &["2019-12-16"]),
        ("2019-11-07", "2020-01-01", Cohorts, &["2019-11-14", "2019-12-16"]),
        ("2019-12-09", "2019-12-17", Cohorts, &["2019-12-16"]),
        // Over the end of February of a leap year.
        ("2020-02-27", "2020-03-06", Standard, &["2020-03-05"]),
    ] {
        let Sessions::InTime(found) = bookable(&calendar, offer, day(today), day(start)) else {
            panic!("{today} {start}: none in time")
        };
        assert_eq!(days(&found), expected, "{today} {start}");
    }
}

#[test]
fn where_none_is_in_time_the_later_ones_are_told() {
    use Offer::{Pmsi, Standard};
    let calendar = calendar();
    for (today, start, offer, past, expected) in [
        // On the day that the project starts is not before it.
        ("2020-06-20", "2020-07-06", Standard, false, &["2020-07-06", "2020-07-23"][..]),
        (
            "2020-02-28",
            "2020-03-06",
            Standard,
            false,
            &["2020-04-06", "2020-05-11", "2020-06-11", "2020-07-06", "2020-07-23"],
        ),
        ("2020-07-16", "2020-07-16", Standard, false, &["2020-07-23"]),
        ("2020-07-16", "2020-07-15", Standard, true, &["2020-07-23"]),
        ("2020-07-17", "2021-01-01", Standard, false, &[]),
        ("2020-07-17", "2020-01-01", Standard, true, &[]),
        ("2019-12-10", "2020-06-01", Pmsi, false, &[]),
        ("2019-12-01", "2019-12-16", Pmsi, false, &["2019-12-16"]),
    ] {
        let Sessions::TooLate { start_is_past, later } = bookable(&calendar, offer, day(today), day(start))
        else {
            panic!("{today} {start}: some in time")
        };
        assert_eq!(
            (start_is_past, days(&later)),
            (past, expected.iter().map(|d| d.to_string()).collect()),
            "{today} {start}"
        );
    }
}

#[test]
fn a_calendar_without_sessions_for_such_users_says_nothing() {
    let (today, start) = (day("2019-10-01"), day("2020-01-01"));
    let empty = Calendar::from_json(r#"{ "sessions": [] }"#).unwrap();
    assert_eq!(empty, Calendar::default());
    for offer in [Offer::Standard, Offer::Cohorts, Offer::Pmsi] {
        assert_eq!(bookable(&empty, offer, today, start), Sessions::NotAnnounced);
    }
    let mut standard: Value = serde_json::from_str(FIXTURE).unwrap();
    standard["sessions"].as_array_mut().unwrap().truncate(10);
    let standard = Calendar::from_json(&standard.to_string()).unwrap();
    assert_eq!(bookable(&standard, Offer::Pmsi, today, start), Sessions::NotAnnounced);
    assert_eq!(bookable(&calendar(), Offer::Private, today, start), Sessions::ByContact);
}

#[test]
fn sessions_come_by_day_whatever_their_order_in_the_file() {
    let mut reversed: Value = serde_json::from_str(FIXTURE).unwrap();
    reversed["sessions"].as_array_mut().unwrap().reverse();
    let reversed = Calendar::from_json(&reversed.to_string()).unwrap();
    let (today, start) = (day("2019-10-01"), day("2021-01-01"));
    for offer in [Offer::Standard, Offer::Pmsi] {
        assert_eq!(bookable(&reversed, offer, today, start), bookable(&calendar(), offer, today, start));
    }
}

// Calendars that are wrong

/// The wrong calendars of `enrolment-session-errors.json`.
fn wrong_calendars() -> Vec<WrongFile> {
    wrong_files(FIXTURE, include_str!("enrolment-session-errors.json"))
}

#[test]
fn wrong_calendars_are_refused_at_their_place() {
    let rows = wrong_calendars();
    assert!(rows.len() >= 20);
    let mut failures = Vec::new();
    for row in rows {
        let found = Calendar::from_json(&row.json).expect_err(&row.name);
        let lines: Vec<String> = found.to_string().lines().map(String::from).collect();
        let begins =
            |line: &&String| line.starts_with(&row.place) && line[row.place.len()..].starts_with([':', '.']);
        if lines.len() != 1 || !lines.iter().filter(begins).any(|line| line.contains(&row.message)) {
            failures
                .push(format!("{}\n  expected {}: {}\n  found {lines:?}", row.name, row.place, row.message));
        }
        if let CalendarError::Unread(ReadError::Form { line, column, .. }) = &found {
            assert!(*line > 0 && (*column > 0 || row.json.is_empty()), "{}: {found:?}", row.name);
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn a_wrong_calendar_is_explained_in_both_languages() {
    for row in wrong_calendars() {
        let error = Calendar::from_json(&row.json).unwrap_err();
        let [fr, en] = Lang::ALL.map(|lang| calendar_errors(lang, &error));
        assert_eq!((fr.len(), en.len()), (1, 1), "{}", row.name);
        assert_ne!(fr, en, "{}", row.name);
        assert!(fr[0].ends_with('.') && en[0].ends_with('.'), "{fr:?} {en:?}");
        // The names of the code mean nothing to the author of a calendar.
        for said in [&fr[0], &en[0]] {
            assert!(!said.contains("struct") && !said.contains('`') && !said.contains(" at line "), "{said}");
        }
        assert!(!fr[0].contains("grille"), "{fr:?}");
    }
}

#[test]
fn each_mistake_of_a_calendar_has_its_place_in_both_languages() {
    let session = &serde_json::from_str::<Value>(FIXTURE).unwrap()["sessions"][0];
    let twice = json!({ "sessions": [session, session] });
    for (calendar, [fr, en]) in [
        (
            "{ \"sessions\": [{ \"day\": \"14/11/2019\" }] }".to_string(),
            ["Ligne 1, colonne 38 (sessions[0].day) : ", "Line 1, column 38 (sessions[0].day): "],
        ),
        (
            "{ \"sessions\": [".into(),
            [
                "Ligne 1, colonne 15 (sessions) : Ce n’est pas du JSON. Le fichier s’arrête trop tôt",
                "Line 1, column 15 (sessions): This is not JSON: EOF",
            ],
        ),
        (
            twice.to_string(),
            [
                "sessions[1].day : La séance sessions[0] a lieu le même jour",
                "sessions[1].day: The session sessions[0] is on the same day",
            ],
        ),
    ] {
        let error = Calendar::from_json(&calendar).unwrap_err();
        for (lang, starts) in [(Lang::Fr, fr), (Lang::En, en)] {
            let said = calendar_errors(lang, &error).join("\n").replace('\u{a0}', " ");
            assert!(said.starts_with(starts), "{said}");
        }
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    let mut calendar: Value = serde_json::from_str(FIXTURE).unwrap();
    set(&mut calendar, "/place/en", json!(""));
    set(&mut calendar, "/sessions/1/day", json!("2019-11-07"));
    set(&mut calendar, "/sessions/1/express/to", json!("09:00"));
    set(&mut calendar, "/sessions/5/day", json!("2151-05-01"));
    set(&mut calendar, "/sessions/11/full/to", json!("14:00"));
    let Err(CalendarError::Content(errors)) = Calendar::from_json(&calendar.to_string()) else {
        panic!("expected errors of content")
    };
    let places: Vec<_> = errors.iter().map(|error| error.place.as_str()).collect();
    assert_eq!(
        places,
        ["place", "sessions[1].day", "sessions[1].express.to", "sessions[5].day", "sessions[11].full.to"]
    );
    for lang in Lang::ALL {
        assert_eq!(calendar_errors(lang, &CalendarError::Content(errors.clone())).len(), 5);
    }
}

/// A calendar of so many sessions, each on its own day.
fn of_length(sessions: u64) -> String {
    let session = |at| {
        let day = iso_day(day("2020-01-01") + Days::new(at));
        json!({ "day": day, "for": "health", "full": { "from": "14:00", "to": "16:00" } })
    };
    json!({ "sessions": (0..sessions).map(session).collect::<Vec<_>>() }).to_string()
}

#[test]
fn a_calendar_has_at_most_a_thousand_sessions() {
    assert_eq!(Calendar::from_json(&of_length(1_000)).unwrap().sessions().len(), Calendar::MAX_SESSIONS);
    let error = Calendar::from_json(&of_length(1_001)).unwrap_err();
    assert_eq!(error.to_string(), "sessions: expected at most 1000 sessions, found 1001");
    for lang in Lang::ALL {
        assert!(calendar_errors(lang, &error)[0].contains("1001"));
    }
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let spaces = |bytes: usize| format!("{}{FIXTURE}", " ".repeat(bytes - FIXTURE.len()));
    assert!(Calendar::from_json(&spaces(MAX_FILE_BYTES)).is_ok());
    let error = Calendar::from_json(&spaces(MAX_FILE_BYTES + 1)).unwrap_err();
    assert_eq!(error, CalendarError::Unread(ReadError::TooLarge { bytes: MAX_FILE_BYTES + 1 }));
    let [fr, en] = Lang::ALL.map(|lang| calendar_errors(lang, &error));
    assert!(fr[0].contains("1024\u{a0}Kio") && en[0].contains("1024\u{a0}KiB"));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(Calendar::from_json(&format!("\u{feff}{FIXTURE}\r\n")), Ok(calendar()));
}

#[test]
fn a_calendar_cut_short_anywhere_is_refused() {
    let whole = FIXTURE.trim_end();
    for length in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        assert!(matches!(Calendar::from_json(&whole[..length]), Err(CalendarError::Unread(_))), "{length}");
    }
}

proptest! {
    #[test]
    fn a_calendar_with_a_byte_changed_is_answered(at in 0..FIXTURE.len(), byte in 0u8..128) {
        let mut text = FIXTURE.as_bytes().to_vec();
        text[at] = byte;
        if let Err(error) = Calendar::from_json(&String::from_utf8_lossy(&text)) {
            prop_assert!(Lang::ALL.iter().all(|lang| !calendar_errors(*lang, &error).is_empty()));
        }
    }
}

/// The exit code of `casd check-sessions`, and what it says on stdout.
fn checked(arguments: &[&str]) -> (i32, String) {
    let output = casd([&["check-sessions"], arguments].concat()).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_calendar_is_checked_in_a_terminal() {
    let sound = "tests/fixtures/enrolment-sessions-2019-2020.json";
    assert_eq!(checked(&[sound]), (0, format!("{sound}: sound, 12 sessions\n")));

    let mut calendar: Value = serde_json::from_str(FIXTURE).unwrap();
    set(&mut calendar, "/sessions/1/day", json!("2019-11-07"));
    set(&mut calendar, "/sessions/2/full/to", json!("14:00"));
    let content = File::new("sessions.json", calendar.to_string());
    let (code, said) = checked(&[content.path()]);
    assert_eq!(
        (code, said.replace(content.path(), "FILE")),
        (
            1,
            "FILE: error: sessions[1].day: `sessions[0]` is for the same users on the same day: expected one of them\n\
             FILE: error: sessions[2].full.to: expected `to` to be after `from`\n"
                .into()
        )
    );

    let form = File::new("form.json", "{\n  \"sessions\": [7]\n}\n");
    let (code, said) = checked(&[form.path()]);
    assert!(code == 1 && said.starts_with(&format!("{}:2:16: error: sessions[0]: ", form.path())), "{said}");

    for nothing in [&[][..], &["no-such-file.json"], &[sound, sound], &["--verbose"]] {
        assert_eq!(checked(nothing), (2, String::new()), "{nothing:?}");
    }
}

#[test]
fn the_guides_calendar_is_sound() {
    let guide = include_str!("../docs/enrolment-sessions.md");
    let text = guide.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(Calendar::from_json(text).unwrap().sessions().len(), 2);
}

// Sentences

#[test]
fn a_session_reads_as_its_language_writes_days_and_hours() {
    let calendar = calendar();
    let session = &calendar.sessions()[0];
    let plain = |said: String| said.replace('\u{a0}', " ");
    let said = |lang| {
        [session_day(lang, session), session_hours(lang, session), registration_closes(lang, session)]
            .map(plain)
    };
    assert_eq!(
        said(Lang::Fr),
        [
            "jeudi 7 novembre 2019",
            "séance complète de 14 h à 17 h, séance express de 9 h 30 à 12 h",
            "inscription jusqu’au 31 octobre 2019 inclus"
        ]
    );
    assert_eq!(
        said(Lang::En),
        [
            "Thursday 7 November 2019",
            "full session from 14:00 to 17:00, express session from 09:30 to 12:00",
            "registration up to and including 31 October 2019"
        ]
    );
    assert!(!session_hours(Lang::Fr, &calendar.sessions()[10]).contains("express"));
}

#[test]
fn the_weekdays_are_those_that_were_announced() {
    let announced =
        "Thursday Wednesday Thursday Monday Thursday Monday Monday Thursday Monday Thursday Thursday Monday";
    let found: Vec<String> = calendar()
        .sessions()
        .iter()
        .map(|one| session_day(Lang::En, one).split('\u{a0}').next().unwrap().to_string())
        .collect();
    assert_eq!(found.join(" "), announced);
}

#[test]
fn what_can_be_booked_is_said_in_both_languages() {
    let calendar = calendar();
    let (empty, late) = (Calendar::default(), day("2020-07-17"));
    let mut said = Vec::new();
    for (calendar, offer, today, start) in [
        (&calendar, Offer::Private, day("2020-01-01"), day("2020-06-01")),
        (&empty, Offer::Pmsi, day("2020-01-01"), day("2020-06-01")),
        (&calendar, Offer::Standard, day("2020-01-01"), day("2020-06-01")),
        (&calendar, Offer::Standard, late, day("2021-01-01")),
        (&calendar, Offer::Standard, late, day("2020-06-01")),
        (&calendar, Offer::Standard, day("2020-07-01"), day("2020-07-02")),
        (&calendar, Offer::Standard, day("2020-07-01"), day("2020-06-30")),
    ] {
        let sessions = bookable(calendar, offer, today, start);
        in_both(|lang| sessions_outcome(lang, &sessions, start));
        said.push(sessions_outcome(Lang::En, &sessions, start).replace('\u{a0}', " "));
    }
    assert_eq!(
        said[3],
        "No session is open for registration before the project starts, on 1 January 2021. No other is announced for now: write to CASD."
    );
    let in_time = &bookable(&calendar, Offer::Standard, day("2020-01-01"), day("2020-06-01"));
    let in_time =
        Lang::ALL.map(|lang| sessions_outcome(lang, in_time, day("2020-06-01")).replace('\u{a0}', " "));
    assert_eq!(
        in_time,
        [
            "Séances ouvertes à l’inscription avant le début du projet, le 1er juin 2020 :",
            "Sessions open for registration before the project starts, on 1 June 2020:"
        ]
    );
    let in_french = |calendar| {
        let sessions = bookable(calendar, Offer::Standard, day("2020-07-01"), day("2020-07-02"));
        sessions_outcome(Lang::Fr, &sessions, day("2020-07-02")).replace('\u{a0}', " ")
    };
    assert_eq!(
        in_french(&calendar),
        "Aucune séance n’est ouverte à l’inscription avant le début du projet, le 2 juillet 2020. La prochaine a lieu le jeudi 23 juillet 2020 (inscription jusqu’au 16 juillet 2020 inclus)."
    );
    assert_eq!(
        in_french(&empty),
        "Le calendrier des séances n’est pas disponible ici : consultez le site du CASD, ou écrivez-lui."
    );
    assert_eq!(
        said[5],
        "No session is open for registration before the project starts, on 2 July 2020. The next one is on Thursday 23 July 2020 (registration up to and including 16 July 2020)."
    );
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count, "each says something else");
}

#[test]
fn the_sessions_that_users_need_are_said_in_both_languages() {
    let plain =
        |lang, full, express| sessions_needed(lang, Enrolment { full, express }).replace('\u{a0}', " ");
    assert_eq!(
        plain(Lang::Fr, 2, 1),
        "3 utilisateurs à enrôler : 2 pour une séance complète, 1 pour une séance express."
    );
    assert_eq!(plain(Lang::En, 0, 1), "1 user to enrol: 0 for a full session, 1 for an express session.");
    for (start, fr, en) in [
        (
            "2024-05-09",
            "Séance express : cet enrôlement vaut pour un projet qui commence au plus tard le 9 mai 2024.",
            "Express session: this enrolment counts for a project that starts on 9 May 2024 at the latest.",
        ),
        (
            "2024-05-10",
            "Séance complète : cet enrôlement ne valait que pour un projet commençant au plus tard le 9 mai 2024.",
            "Full session: this enrolment counted only for a project starting on 9 May 2024 at the latest.",
        ),
    ] {
        let before = |lang| enrolled_before(lang, day("2020-05-10"), day(start)).replace('\u{a0}', " ");
        assert_eq!(Lang::ALL.map(before), [fr, en]);
    }
    for (fault, fr, en) in [
        (
            EnrolmentFault::InTheFuture,
            "Cette date est à venir : indiquez celle d’une séance qui a eu lieu.",
            "This day is to come: enter that of a session that took place.",
        ),
        (
            EnrolmentFault::MoreThanUsers { users: 1 },
            "Le projet n’a que 1 utilisateur : retirez cette date.",
            "The project has only 1 user: remove this day.",
        ),
        (
            EnrolmentFault::MoreThanUsers { users: 2 },
            "Le projet n’a que 2 utilisateurs : retirez cette date.",
            "The project has only 2 users: remove this day.",
        ),
    ] {
        assert_eq!(Lang::ALL.map(|lang| enrolment_fault(lang, fault).replace('\u{a0}', " ")), [fr, en]);
    }
}

#[test]
fn what_is_particular_to_health_data_and_the_pmsi_is_said_there_only() {
    for lang in Lang::ALL {
        let words = lang.procedure();
        let of = |offer| session_conditions(lang, offer);
        assert!(of(Offer::Standard).is_empty() && of(Offer::Private).is_empty());
        assert_eq!(of(Offer::Cohorts), [words.health_only, words.no_express_hours]);
        assert!(of(Offer::Pmsi).contains(&words.pmsi_registration));
        assert!(words.pmsi_registration.contains("ATIH"));
    }
}
