//! Shared by several tests: the price lists, strategies for legal projects, and edits of a list's JSON.

#![allow(dead_code, reason = "the simulator's tests take it in, and each uses a part of it")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use bech32::primitives::iter::Fe32IterExt;
use bech32::{Bech32m, Fe32, Hrp};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tariff::number::{Number, Opened, content_of, issue, open};
use tariff::{
    AccessPoint, Choice, Chosen, Id, Institution, Offer, PriceBook, PriceList, Project, Quantities, Quote,
    ReadError,
};

/// A sound list with made-up figures that uses every mechanism of the tariff.
pub const FIXTURE: &str = include_str!("../../../../tests/fixtures/every-mechanism.json");
/// The lists that CASD has published by 2026, as they come with the simulator.
pub const PUBLISHED: [(&str, &str); 3] = [
    ("casd-2018", include_str!("../../../../public/price-lists/casd-2018.json")),
    ("casd-2020", CASD_2020),
    ("pmsi", PMSI),
];
pub const CASD_2020: &str = include_str!("../../../../public/price-lists/casd-2020.json");
pub const PMSI: &str = include_str!("../../../../public/price-lists/pmsi.json");

pub fn fixture() -> &'static PriceList {
    static LIST: LazyLock<PriceList> = LazyLock::new(|| PriceList::from_json(FIXTURE).unwrap());
    &LIST
}

/// The fixture under another name, with other dates in force.
pub fn another(id: &str, serial: u16, in_force: Value) -> PriceList {
    let mut list: Value = serde_json::from_str(FIXTURE).unwrap();
    list["id"] = id.into();
    list["serial"] = serial.into();
    list["in_force"] = in_force;
    PriceList::from_json(&list.to_string()).unwrap()
}

/// A book of every list in `public/price-lists/`.
pub fn price_book() -> &'static PriceBook {
    static BOOK: LazyLock<PriceBook> = LazyLock::new(|| {
        // The repository, from this package or from the one above it.
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = package.ancestors().map(|at| at.join("public/price-lists")).find(|at| at.is_dir());
        let files = fs::read_dir(folder.unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> =
            files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
        files.sort();
        let lists =
            files.iter().map(|file| PriceList::from_json(&fs::read_to_string(file).unwrap()).unwrap());
        PriceBook::new(lists.collect()).unwrap()
    });
    &BOOK
}

/// CASD's own book over that one.
pub fn with_own(json: &str) -> Result<PriceBook, ReadError> {
    let is_same = |own: &PriceList, used: &PriceList| content_of(own) == content_of(used);
    PriceBook::from_json(json)?.overlay_on(price_book().clone(), is_same)
}

/// The published list of that id.
pub fn list(id: &str) -> &'static PriceList {
    price_book().by_id(id).unwrap()
}

/// A book of those three lists, whichever others come with the simulator by now.
pub fn published_book() -> &'static PriceBook {
    static BOOK: LazyLock<PriceBook> =
        LazyLock::new(|| PriceBook::new(PUBLISHED.map(|(id, _)| list(id).clone()).into()).unwrap());
    &BOOK
}

/// The published lists and the fixture.
pub fn all_lists() -> Vec<&'static PriceList> {
    price_book().lists().iter().chain([fixture()]).collect()
}

/// A book of the published lists and the fixture.
pub fn whole_book() -> &'static PriceBook {
    static BOOK: LazyLock<PriceBook> =
        LazyLock::new(|| PriceBook::new(all_lists().into_iter().cloned().collect()).unwrap());
    &BOOK
}

/// The project of the only example that a published list has.
pub fn example(id: &str) -> Project {
    list(id).examples[0].project.clone()
}

/// CASD's example of the cohorts, and a second box that another institution pays for and hosts.
pub fn two_institutions() -> Project {
    let mut project = example("casd-2020");
    let mut second = project.access_points[0].clone();
    let other = institution("B");
    (second.funder, second.host) = (other, other);
    project.access_points.push(second);
    project
}

/// A project with something in every field, under the list of 2020: what the journeys in a browser describe.
pub fn every_field() -> Project {
    Project::from_json(include_str!("../../../../tests/fixtures/every-field.json")).unwrap()
}

pub fn institution(label: &str) -> Institution {
    Institution::from_label(label).unwrap()
}

/// Names that somebody may type to do harm.
pub fn evil_names() -> Vec<String> {
    let evil = [
        "=1+1",
        "+33 1 23 45 67 89",
        "-2+3",
        "@SUM(A1:A9)",
        "=HYPERLINK(\"https://x.example\";\"here\")",
        "\t=1+1",
        "x\r\nBcc: evil@example.org",
        "two\nlines;\"and\",quotes'",
        "\u{0}\u{7}\u{1b}[31m",
        "\u{202e}sdrawkcab\u{2028}",
        "<script>alert(1)</script>",
        "{{1}} ${x} %00 \\u0000",
        "漢字 🎓 \u{e000}",
    ];
    evil.into_iter().map(String::from).chain(["W".repeat(100), "é".repeat(4_000)]).collect()
}

pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

pub fn id(name: &str) -> Id {
    Id::try_from(String::from(name)).unwrap()
}

/// The lines of a quote as `(id, amount)`.
pub fn amounts(quote: &Quote<'_>) -> Vec<(String, String)> {
    quote.lines.iter().map(|line| (line.item.id().to_string(), line.amount.to_string())).collect()
}

/// An amount in cents, for arithmetic that owes nothing to the engine.
pub fn cents(money: impl ToString) -> i128 {
    let text = money.to_string();
    let (units, cents) = text.split_once('.').unwrap();
    assert_eq!(cents.len(), 2, "{text}");
    format!("{units}{cents}").parse().unwrap()
}

/// Sets the value at a JSON pointer; a pointer that ends in `-` appends to an array.
pub fn set(json: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = json.pointer_mut(parent).unwrap_or_else(|| panic!("no place {pointer}"));
    match parent {
        Value::Object(fields) => {
            fields.insert(key.into(), value);
        }
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        _ => panic!("no place {pointer}"),
    }
}

/// Removes what stands at a JSON pointer.
pub fn remove(json: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent) {
        Some(Value::Object(fields)) => assert!(fields.remove(key).is_some(), "no place {pointer}"),
        Some(Value::Array(items)) => {
            items.remove(key.parse().unwrap());
        }
        _ => panic!("no place {pointer}"),
    }
}

/// A list with one value changed.
pub fn changed(json: &str, pointer: &str, value: Value) -> PriceList {
    let mut json: Value = serde_json::from_str(json).unwrap();
    set(&mut json, pointer, value);
    PriceList::from_json(&json.to_string()).unwrap()
}

/// The JSON of a list, changed here and there.
pub fn edited(list: &str, changes: &[(&str, Value)]) -> Value {
    let mut list: Value = serde_json::from_str(list).unwrap();
    for (path, value) in changes {
        set(&mut list, path, value.clone());
    }
    list
}

/// The PMSI list from 2027 on, with dearer users.
pub fn pmsi_2027() -> Value {
    edited(
        PMSI,
        &[
            ("/id", json!("pmsi-2027")),
            ("/serial", json!(40)),
            ("/in_force", json!({ "from": "2027-01-01" })),
            ("/charges/1/price", json!({ "unit": "30.00" })),
            ("/examples", json!([])),
        ],
    )
}

/// The JSON of a price book.
pub fn book_file(lists: &[Value]) -> String {
    json!({ "$schema": "./price-book.schema.json", "lists": lists }).to_string()
}

/// The numbers of the three published examples, issued on one day.
pub fn numbers() -> [String; 3] {
    ["casd-2018", "casd-2020", "pmsi"].map(|name| {
        let number = issue(list(name), &example(name), day("2026-11-21")).unwrap();
        number.as_str().into()
    })
}

/// What every number starts with: `CASD1`.
pub const PREFIX: usize = 5;
pub const CHECKSUM: usize = 6;

/// The symbols of a number between `CASD1` and the checksum.
pub fn payload(number: &str) -> Vec<Fe32> {
    let data = &number[PREFIX..number.len() - CHECKSUM];
    data.chars().map(|c| Fe32::from_char(c.to_ascii_lowercase()).unwrap()).collect()
}

pub fn symbol(value: u8) -> Fe32 {
    Fe32::try_from(value).unwrap()
}

/// Replaces one character, counted from 0.
pub fn with(number: &str, at: usize, c: char) -> String {
    number.chars().enumerate().map(|(place, old)| if place == at { c } else { old }).collect()
}

/// A number with any payload and the right checksum: what a forger writes.
pub fn forged(payload: &[Fe32]) -> String {
    let prefix = Hrp::parse("casd").unwrap();
    payload.iter().copied().with_checksum::<Bech32m>(&prefix).chars().collect()
}

/// So many cases of a property, or fewer where `PROPTEST_CASES` says so.
pub fn cases(usual: u32) -> ProptestConfig {
    let most = std::env::var("PROPTEST_CASES").ok().and_then(|most| most.parse().ok());
    ProptestConfig::with_cases(most.map_or(usual, |most| usual.min(most)))
}

/// Any project that a list has a quote for: every offer with terms, every option, up to a hundred
/// SD-Boxes of any months, any start.
pub fn legal_project(list: &'static PriceList) -> impl Strategy<Value = Project> {
    let boxes = prop_oneof![
        4 => prop::collection::vec(prop_oneof![Just(12u32), 1..=Project::MAX_MONTHS], 0..6),
        1 => prop::collection::vec(1..=Project::MAX_MONTHS, 0..=Project::MAX_ACCESS_POINTS as usize),
    ];
    let team = (
        prop_oneof![3 => 0u32..10, 1 => 0..Project::MAX_USERS],
        prop_oneof![Just(0u32), any::<u32>()],
        prop_oneof![1 => Just(11u32), 2 => 0..Project::MAX_MONTHS],
        any::<bool>(),
    );
    // Most projects have one institution, some have several.
    let institutions = prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec((0..4u32, 0..4u32), 1..6), 1 => prop::collection::vec((0..Institution::MAX, 0..Institution::MAX), 100)];
    let choices =
        (any::<u32>(), institutions, prop::collection::vec(prop_oneof![Just(0u32), any::<u32>()], 32));
    // 55 152 days: the years 2000 to 2150.
    (any::<u32>(), 0u64..=55_151, team, choices, boxes).prop_map(
        move |(offer, start, (users, students, months, renewal), (configuration, parties, chosen), boxes)| {
            let sold: Vec<_> = list.offers.iter().filter(|served| served.terms.is_some()).collect();
            let served = sold[offer as usize % sold.len()];
            let (offer, terms) = (served.offer, served.terms.as_ref().unwrap());
            let shortest = if renewal { 1 } else { terms.months.minimum.unwrap_or(1) };
            let months = within(terms.months, shortest, Project::MAX_MONTHS, months);
            let fewest = terms.users.minimum.unwrap_or(1);
            let users = within(terms.users, fewest, Project::MAX_USERS, users);
            let few_boxes = terms.sd_boxes.minimum.unwrap_or(0);
            let count = within(terms.sd_boxes, few_boxes, Project::MAX_ACCESS_POINTS, boxes.len() as u32);
            let box_months = (0..count as usize).map(|at| boxes.get(at).copied().unwrap_or(months));
            let configurations: Vec<_> = list.configurations_of(offer).collect();
            let options = list.options_of(offer).zip(chosen).filter(|(_, chosen)| *chosen > 0);
            let options = options.filter_map(|(option, chosen)| {
                let chosen = match &option.choice {
                    Choice::YesNo => (chosen % 2 == 1).then_some(Chosen::Yes)?,
                    Choice::OneOf(alternatives) => {
                        Chosen::Alternative(alternatives[chosen as usize % alternatives.len()].id.clone())
                    }
                    Choice::Counted(counted) => Chosen::Quantity(1 + chosen % counted.maximum),
                };
                Some((option.id.clone(), chosen))
            });
            Project {
                offer,
                start: day("2000-01-01") + Days::new(start),
                months,
                renewal,
                users,
                students: students % (users + 1),
                configuration: configurations[configuration as usize % configurations.len()].id.clone(),
                access_points: box_months
                    .enumerate()
                    .map(|(at, months)| {
                        let (funder, host) = parties.get(at).copied().unwrap_or_default();
                        let institution = |rank| Institution::of_rank(rank).unwrap();
                        AccessPoint { months, funder: institution(funder), host: institution(host) }
                    })
                    .collect(),
                options: options.collect(),
            }
        },
    )
}

/// A quantity that a list's bounds allow, picked by any number.
fn within(stated: Quantities, least: u32, most: u32, pick: u32) -> u32 {
    let step = stated.multiple_of.unwrap_or(1);
    let (least, most) = (least.div_ceil(step) * step, stated.maximum.unwrap_or(most));
    let steps = (most - least) / step + 1;
    // A small pick is the quantity itself above the least, so that usual projects stay frequent.
    least + pick % steps * step
}

/// A list, and any project that it has a quote for.
pub fn any_list_and_project() -> impl Strategy<Value = (&'static PriceList, Project)> {
    let lists = all_lists();
    (0..lists.len()).prop_flat_map(move |at| {
        let list = lists[at];
        legal_project(list).prop_map(move |project| (list, project))
    })
}

/// Any project at all, legal or not, with ids that lists may know.
pub fn any_project() -> impl Strategy<Value = Project> {
    let number = || prop_oneof![0u32..30, 0..=Project::MAX_USERS + 1, any::<u32>()];
    let names: Vec<Id> = all_lists()
        .into_iter()
        .flat_map(|list| {
            let configurations = list.configurations.iter().map(|one| one.id.clone());
            configurations.chain(list.options.iter().map(|option| option.id.clone()))
        })
        .chain([id("basic"), id("other"), id("no-such-thing")])
        .collect();
    let name = move || prop::sample::select(names.clone());
    let chosen = prop_oneof![
        Just(Chosen::Yes),
        name().prop_map(Chosen::Alternative),
        number().prop_map(Chosen::Quantity),
    ];
    (
        (prop::sample::select(Offer::ALL.to_vec()), name(), any::<bool>()),
        prop_oneof![(0i32..=60_000).boxed(), any::<i32>().boxed()],
        (number(), number(), number()),
        prop::collection::vec(number(), 0..110),
        prop::collection::btree_map(name(), chosen, 0..5),
    )
        .prop_map(
            |((offer, configuration, renewal), start, (months, users, students), boxes, options)| {
                let start = day("2000-01-01").checked_add_signed(chrono::TimeDelta::days(start.into()));
                Project {
                    offer,
                    start: start.unwrap_or(NaiveDate::MAX),
                    months,
                    renewal,
                    users,
                    students,
                    configuration,
                    access_points: boxes.into_iter().map(AccessPoint::lasting).collect(),
                    options: options.into_iter().collect(),
                }
            },
        )
}

/// A simulation as it leaves the page: issued on a day, and opened from its number.
pub fn issued(list: &PriceList, project: &Project, on: &str) -> Opened<'static> {
    let number = issue(list, project, day(on)).unwrap();
    open(whole_book(), number.as_str()).unwrap()
}

/// The link that opens a simulation on some page.
pub fn link(lang: &str, number: &Number) -> String {
    format!("https://www.casd.example/fr/simulateur/?lang={lang}#{}", number.as_str())
}

/// A file with something wrong: where, and what is said of it.
pub struct WrongFile {
    pub name: String,
    pub json: String,
    pub place: String,
    pub message: String,
}

/// The wrong lists of `price-list-errors.json`.
pub fn wrong_lists() -> Vec<WrongFile> {
    wrong_files(FIXTURE, include_str!("../../../../tests/price-list-errors.json"))
}

/// The files that a table of changes makes of a sound one.
pub fn wrong_files(sound: &str, table: &str) -> Vec<WrongFile> {
    /// What is changed in the sound file, or the whole text; where the error is, and what it says.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row {
        name: String,
        #[serde(default)]
        set: Map<String, Value>,
        remove: Option<String>,
        text: Option<String>,
        place: String,
        message: String,
    }
    let rows: Vec<Row> = serde_json::from_str(table).unwrap();
    let wrong = |row: Row| {
        let mut file: Value = serde_json::from_str(sound).unwrap();
        row.set.iter().for_each(|(pointer, value)| set(&mut file, pointer, value.clone()));
        row.remove.iter().for_each(|pointer| remove(&mut file, pointer));
        let json = row.text.unwrap_or_else(|| serde_json::to_string_pretty(&file).unwrap());
        WrongFile { name: row.name, json, place: row.place, message: row.message }
    };
    rows.into_iter().map(wrong).collect()
}
