//! How long a quote takes natively, and how that grows with what is priced. Prints Markdown:
//! `cargo bench --bench scaling -- [projects.json]`, where the file has projects to price under the list of 2020.

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use casd_simulator::price_lists::price_book;
use serde_json::{Value, json};
use tariff::{AccessPoint, Offer, PriceBook, PriceList, Project, day_from_iso, quote};

const LIST: &str = include_str!("../public/price-lists/casd-2020.json");
/// How long something is repeated for one measurement.
const ROUND: Duration = Duration::from_millis(50);
const ROUNDS: usize = 11;
/// The goal, in nanoseconds.
const GOAL: f64 = 1_000.0;

fn main() {
    println!("## How a quote scales, natively\n");
    println!("Nanoseconds, median of {ROUNDS} rounds of {} ms and the fastest round.\n", ROUND.as_millis());
    println!("| | ns | fastest | lines |\n| --- | --: | --: | --: |");
    let project = price_book().by_id("casd-2020").unwrap().examples[0].project.clone();
    let project = Project { options: Default::default(), ..project };
    for charges in [1, 5, 20, 100] {
        let list = list_of(charges);
        price(&format!("charges in the list, every one a line: {charges}"), &list, &project);
    }
    let list = price_book().by_id("casd-2020").unwrap();
    for boxes in [1, 10, 100] {
        let alike = Project { access_points: vec![AccessPoint::lasting(12); boxes], ..project.clone() };
        price(&format!("SD-Boxes for the same time: {boxes}"), list, &alike);
    }
    for boxes in [10, 100] {
        let all = (1..=boxes).map(AccessPoint::lasting).collect();
        let unlike = Project { access_points: all, ..project.clone() };
        price(&format!("SD-Boxes, each for another time: {boxes}"), list, &unlike);
    }
    for lists in [3, 30, 300] {
        let book = book_of(lists);
        let day = day_from_iso("2150-12-31").unwrap();
        let lookup = || book.in_force(Offer::Standard, black_box(day)).unwrap().serial;
        row(&format!("finding the list in force, lists in the book: {lists}"), &timed(lookup), None);
    }
    if let Some(file) = env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        price_all(list, &serde_json::from_str::<Vec<Project>>(&fs::read_to_string(file).unwrap()).unwrap());
    }
}

/// Prices projects of every kind, one after the other.
fn price_all(list: &PriceList, projects: &[Project]) {
    let mut next = projects.iter().cycle();
    let times = timed(|| quote(list, black_box(next.next().unwrap())).unwrap().total);
    let (median, fastest) = (times[times.len() / 2], times[0]);
    let met = if median < GOAL { "met" } else { "not met" };
    println!("\nThe {} projects that publicodes is given, too:\n", projects.len());
    println!("| | ns a quote | quotes per second | goal: under {GOAL} ns |\n| --- | --: | --: | --- |");
    println!("| median round | {median:.0} | {:.0} | {met} |", 1e9 / median);
    println!("| fastest round | {fastest:.0} | {:.0} | |", 1e9 / fastest);
}

fn price(what: &str, list: &PriceList, project: &Project) {
    let lines = quote(list, project).unwrap().lines.len();
    row(what, &timed(|| quote(black_box(list), black_box(project)).unwrap().total), Some(lines));
}

fn row(what: &str, times: &[f64], lines: Option<usize>) {
    let lines = lines.map_or(String::new(), |lines| lines.to_string());
    println!("| {what} | {:.0} | {:.0} | {lines} |", times[times.len() / 2], times[0]);
}

/// The nanoseconds of one call, by rounds, the fastest first.
fn timed<T>(mut call: impl FnMut() -> T) -> Vec<f64> {
    let mut round = || {
        let (start, mut calls) = (Instant::now(), 0);
        while start.elapsed() < ROUND {
            // The clock is asked once in a hundred calls: asking takes as long as a small quote.
            for _ in 0..100 {
                black_box(call());
            }
            calls += 100;
        }
        start.elapsed().as_nanos() as f64 / f64::from(calls)
    };
    round();
    let mut times: Vec<f64> = (0..ROUNDS).map(|_| round()).collect();
    times.sort_by(f64::total_cmp);
    times
}

/// The list of 2020 with so many charges of a user and month, and nothing else.
fn list_of(charges: usize) -> PriceList {
    let mut list: Value = serde_json::from_str(LIST).unwrap();
    let charge = |index| {
        json!({
            "id": format!("charge-{index}"),
            "label": { "fr": "Prestation", "en": "Service" },
            "counts": "users",
            "every": "month",
            "price": { "unit": "37.00" },
            "provenance": { "published": "cohorts-page" }
        })
    };
    list["charges"] = (0..charges).map(charge).collect();
    for none in ["options", "reductions", "examples"] {
        list[none] = json!([]);
    }
    PriceList::from_json(&list.to_string()).unwrap()
}

/// A book of so many lists of the same offers, each in force from another year's first day.
fn book_of(lists: u16) -> PriceBook {
    let list = |serial: u16| {
        let mut list: Value = serde_json::from_str(LIST).unwrap();
        list["id"] = format!("list-{serial}").into();
        list["serial"] = serial.into();
        list["in_force"] = json!({ "from": format!("{}-01-01", 1800 + serial) });
        PriceList::from_json(&list.to_string()).unwrap()
    };
    PriceBook::new((1..=lists).map(list).collect()).unwrap()
}
