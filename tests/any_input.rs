//! Replays the inputs that fuzzing found (`tests/fuzz`).

#![allow(clippy::unwrap_used)]

#[path = "fuzz/any_input.rs"]
mod any_input;

use std::fs;
use std::path::Path;

fn replay(corpus: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(corpus);
    let inputs: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(inputs.len() > 10, "only {} inputs of {corpus} are there to replay", inputs.len());
    for input in inputs {
        // What is printed before a failure names the input that failed.
        println!("{}", input.display());
        check(&fs::read(&input).unwrap());
    }
}

#[test]
fn any_price_list_is_taken_whole_or_refused_in_words() {
    replay("price_list", any_input::a_price_list);
}

#[test]
fn any_number_is_opened_or_refused_in_words() {
    replay("number", any_input::a_number);
}

#[test]
fn any_project_is_priced_or_refused_in_words() {
    replay("project", any_input::a_project);
}

#[test]
fn any_calendar_of_sessions_is_taken_whole_or_refused_in_words() {
    replay("enrolment", any_input::an_enrolment_calendar);
}
