#![no_main]

#[path = "../any_input.rs"]
#[allow(dead_code)]
mod any_input;

libfuzzer_sys::fuzz_target!(|input: &[u8]| any_input::a_project(input));
