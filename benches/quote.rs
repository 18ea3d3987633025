//! How long a quote and a number take: `cargo bench`.

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use casd_simulator::price_lists::price_book;
use criterion::{Criterion, criterion_group, criterion_main};
use tariff::number::{issue, open};
use tariff::{AccessPoint, Project, quote};

fn benches(criterion: &mut Criterion) {
    let book = price_book();
    let list = book.by_id("casd-2020").unwrap();
    let example = list.examples[0].project.clone();
    // A hundred SD-Boxes, no two neighbours for the same time: the longest number of this list.
    let large = Project {
        months: 239,
        users: 1000,
        students: 1000,
        access_points: (1..=100).map(AccessPoint::lasting).collect(),
        ..example.clone()
    };
    let day = "2026-11-21".parse().unwrap();
    for (name, project) in [("CONSTANCES example", &example), ("large project", &large)] {
        let number = issue(list, project, day).unwrap();
        let mut group = criterion.benchmark_group(name);
        group.bench_function("quote", |bencher| {
            bencher.iter(|| quote(list, black_box(project)).unwrap().total)
        });
        group.bench_function("issue a number", |bencher| {
            bencher.iter(|| issue(list, black_box(project), day).unwrap())
        });
        group.bench_function("open a number", |bencher| {
            bencher.iter(|| open(book, black_box(number.as_str())).unwrap().issued)
        });
        // A wrong character costs a search for its place.
        let mistyped = number.as_str().replacen('Q', "P", 1);
        group.bench_function("name a wrong character", |bencher| {
            bencher.iter(|| open(book, black_box(&mistyped)).unwrap_err())
        });
        group.finish();
    }
}

criterion_group!(quotes, benches);
criterion_main!(quotes);
