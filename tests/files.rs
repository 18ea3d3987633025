//! Tests of the JSON file of a simulation: content, round trip, and import errors.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::export::{
    Different, ImportError, Imported, MAX_FILE_NAME, Names, ProblemKind, Simulation, file_name, import, json,
};
use casd_simulator::i18n::{Lang, file_opened, saved};
use casd_simulator::price_lists::price_book;
use chrono::NaiveDate;
use common::{
    PUBLISHED, all_lists, cents, changed, day, every_field, evil_names, example, fixture, issued,
    legal_project, link, list, named, remove, set, two_institutions, whole_book,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json as value};
use tariff::number::{OpenError, Opened, issue, open};
use tariff::{
    AccessPoint, Institution, MAX_FILE_BYTES, Offer, PriceBook, PriceList, Project, ReadError, Refusal, quote,
};

const TODAY: &str = "2026-11-21";

fn file_of(opened: &Opened<'_>) -> String {
    file_with(opened, Names::none())
}

fn file_with(opened: &Opened<'_>, names: &Names) -> String {
    let link = link("fr", &opened.number);
    json(&Simulation { opened, lang: Lang::Fr, link: &link, names }).unwrap()
}

/// The file of a published example, issued today.
fn file(name: &str) -> String {
    file_of(&issued(list(name), &example(name), TODAY))
}

/// The file with values changed at JSON pointers.
fn edited(name: &str, changes: &[(&str, Value)]) -> String {
    let mut json: Value = serde_json::from_str(&file(name)).unwrap();
    changes.iter().for_each(|(pointer, value)| set(&mut json, pointer, value.clone()));
    json.to_string()
}

fn imported(json: &str) -> Result<Imported<'static>, ImportError> {
    import(price_book(), json, day(TODAY))
}

fn different(json: &str) -> Different<'static> {
    match imported(json) {
        Ok(Imported::Different(different)) => *different,
        other => panic!("expected a project priced again, found {other:?}"),
    }
}

/// The path, line and column of what cannot be read, and what is said there.
fn unread(json: &str) -> (String, usize, usize, String) {
    match imported(json) {
        Err(ImportError::Unread(ReadError::Form { path, line, column, what })) => (path, line, column, what),
        other => panic!("expected a place that cannot be read, found {other:?}"),
    }
}

/// The largest number there is: a hundred boxes of different terms.
fn largest() -> Opened<'static> {
    let mut project = fixture().examples[0].project.clone();
    project.access_points = (0..100).map(|at| AccessPoint::lasting(239 - at % 2)).collect();
    issued(fixture(), &project, TODAY)
}

// File names

#[test]
fn a_file_is_named_after_its_number() {
    let opened = issued(list("pmsi"), &example("pmsi"), TODAY);
    for extension in ["pdf", "csv", "json", "eml"] {
        assert_eq!(file_name(&opened.number, extension), format!("simulation-{}.{extension}", opened.number));
    }
    assert_eq!(
        open(price_book(), &file_name(&opened.number, "")[11..].replace('.', "")).unwrap().project,
        opened.project
    );
}

#[test]
fn the_name_of_the_longest_number_is_cut_and_still_tells_simulations_apart() {
    let opened = largest();
    let shown = opened.number.to_string();
    assert!(shown.len() > 200, "{shown}");
    let name = file_name(&opened.number, "json");
    assert!(name.len() <= MAX_FILE_NAME && name.len() > 90, "{name}");
    let (start, end) = name.strip_prefix("simulation-").unwrap().split_once('_').unwrap();
    assert!(shown.starts_with(start) && start.split('-').all(|group| group.len() == 4), "{name}");
    assert!(opened.number.as_str().ends_with(end.strip_suffix(".json").unwrap()), "{name}");
    let mut other = opened.project.clone();
    other.access_points[99].months = 7;
    let other = issued(fixture(), &other, TODAY);
    assert_ne!(file_name(&other.number, "json"), name);
}

#[test]
fn a_file_name_has_only_what_every_system_takes() {
    let opened = largest();
    for extension in ["pdf", "", "../../etc/passwd", "p d:f*\u{0}é", &"x".repeat(500)] {
        let name = file_name(&opened.number, extension);
        assert!(name.len() <= MAX_FILE_NAME, "{name}");
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{name}");
        assert_eq!(name.matches('.').count(), 1, "{name}");
    }
}

// What is in the file

#[test]
fn the_file_of_a_published_example_holds_the_simulation_and_its_quote() {
    let opened = issued(list("pmsi"), &example("pmsi"), TODAY);
    let file = file_of(&opened);
    assert!(file.starts_with("{\n  \"document\": \"casd-simulation\",\n  \"format\": 1,\n"), "{file}");
    let json: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(json["issued"], TODAY);
    assert_eq!(json["number"], opened.number.to_string());
    assert_eq!(json["link"], link("fr", &opened.number));
    assert_eq!(json["binding"], false);
    assert_eq!(json["total"], "2454.00");
    assert_eq!(json["price_list"]["id"], "pmsi");
    assert_eq!(json["project"], serde_json::to_value(&opened.project).unwrap());
    for line in json["lines"].as_array().unwrap() {
        for lang in ["fr", "en"] {
            assert!(!line["formula"][lang].as_str().unwrap().is_empty(), "{line}");
        }
    }
}

#[test]
fn a_file_of_either_language_opens_and_has_the_link_that_does() {
    let projects = ["casd-2018", "casd-2020", "pmsi"].map(|name| (name, example(name)));
    for (name, project) in projects.into_iter().chain([("casd-2020", every_field())]) {
        let opened = issued(list(name), &project, TODAY);
        for lang in Lang::ALL {
            let link = link(lang.code(), &opened.number);
            let file =
                json(&Simulation { opened: &opened, lang, link: &link, names: Names::none() }).unwrap();
            let read: Value = serde_json::from_str(&file).unwrap();
            assert_eq!(read["number"], opened.number.to_string());
            assert_eq!(read["total"], opened.quote.total.to_string());
            for typed in ["number", "link"] {
                let again = open(price_book(), text(&read[typed])).unwrap();
                assert_eq!(
                    (again.number, again.project),
                    (opened.number.clone(), project.clone()),
                    "{typed}"
                );
            }
            let Ok(Imported::Same { opened: same, .. }) = imported(&file) else { panic!("{file}") };
            assert_eq!((same.number, same.quote.total), (opened.number.clone(), opened.quote.total));
        }
    }
    assert_eq!(quote(list("casd-2020"), &every_field()).unwrap().total.to_string(), "9732.00");
}

#[test]
fn the_file_of_two_institutions_holds_orders_budget_and_papers_as_data() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    let json: Value = serde_json::from_str(&file_with(&opened, &named(&[("B", "CHU de Lyon")]))).unwrap();
    assert_eq!(json["institutions"], value!([{ "institution": "B", "name": "CHU de Lyon" }]));
    assert_eq!(
        json["budget"],
        value!({
            "by_calendar_year": [
                { "from": "2020-08-01", "until": "2020-12-31", "months": 5, "total": "2150.00",
                  "amounts": { "A": "1975.00", "B": "175.00" } },
                { "from": "2021-01-01", "until": "2021-07-31", "months": 7, "total": "3010.00",
                  "amounts": { "A": "2765.00", "B": "245.00" } },
            ],
            "by_term": [
                { "from": "2020-08-01", "until": "2021-07-31", "months": 12, "total": "5160.00",
                  "amounts": { "A": "4740.00", "B": "420.00" } },
            ],
        })
    );
    let signs = |institution: &str| value!([{ "role": "legal_representative", "institution": institution }]);
    let order = |services: bool, subtotal: &str| {
        value!({ "form": "subscription_quotation", "project_services": services, "subtotal": subtotal,
                 "excludes_items_on_request": false })
    };
    let paper = |kind: &str, one: &str, number: u32| {
        let signatories = if kind == "technical_form" { value!([]) } else { signs(one) };
        value!({ "kind": kind, "count": 1, "institutions": [one], "boxes": [number], "signatories": signatories })
    };
    let mut orders = [paper("purchase_order", "A", 1), paper("purchase_order", "B", 2)];
    orders[0]["order"] = order(true, "4740.00");
    orders[1]["order"] = order(false, "420.00");
    let [first, second] = orders;
    assert_eq!(
        json["contract_file"],
        value!([
            { "kind": "master_contract", "count": 1, "institutions": ["A", "B"], "boxes": [], "signatories": [
                { "role": "legal_representative", "institution": "A" },
                { "role": "legal_representative", "institution": "B" },
            ] },
            first,
            second,
            paper("hosting_voucher", "A", 1),
            paper("hosting_voucher", "B", 2),
            paper("technical_form", "A", 1),
            paper("technical_form", "B", 2),
            { "kind": "user_conditions", "count": 2, "institutions": [], "boxes": [],
              "signatories": [{ "role": "user", "institution": null }] },
        ])
    );
    let subtotals =
        json["purchase_orders"].as_array().unwrap().iter().map(|one| cents(text(&one["subtotal"])));
    assert_eq!(subtotals.sum::<i128>(), cents(text(&json["total"])));
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Every sum of the budgets in a file.
fn assert_budget_adds_up(file: &str) {
    let json: Value = serde_json::from_str(file).unwrap();
    let total = cents(text(&json["total"]));
    for budget in ["by_calendar_year", "by_term"] {
        let periods = json["budget"][budget].as_array().unwrap();
        assert_eq!(periods.iter().map(|one| cents(text(&one["total"]))).sum::<i128>(), total, "{budget}");
        for period in periods {
            let amounts = period["amounts"].as_object().unwrap();
            assert_eq!(amounts.len(), json["purchase_orders"].as_array().unwrap().len());
            assert_eq!(
                amounts.values().map(|one| cents(text(one))).sum::<i128>(),
                cents(text(&period["total"]))
            );
        }
        for order in json["purchase_orders"].as_array().unwrap() {
            let due = periods.iter().map(|one| cents(text(&one["amounts"][text(&order["funder"])])));
            assert_eq!(due.sum::<i128>(), cents(text(&order["subtotal"])), "{budget}");
        }
    }
}

// What comes back

#[test]
fn names_come_back_with_the_file() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    for names in
        [vec![], vec![("B", "CHU de Lyon")], vec![("A", "Université"), ("B", "CHU de Lyon « Édouard »")]]
    {
        let names = named(&names);
        match imported(&file_with(&opened, &names)) {
            Ok(Imported::Same { opened: same, names: read }) => {
                assert_eq!(same.number, opened.number);
                assert_eq!(read, names);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_name_of_a_file_is_on_one_line_and_not_too_long() {
    let opened = issued(list("casd-2020"), &two_institutions(), TODAY);
    let mut json: Value = serde_json::from_str(&file_of(&opened)).unwrap();
    for name in evil_names() {
        json["institutions"] = value!([{ "institution": "B", "name": format!("  {name} ") }]);
        let Ok(Imported::Same { names, .. }) = imported(&json.to_string()) else { panic!("{name:?}") };
        for (institution, name) in names.iter() {
            assert_eq!(institution.to_string(), "B");
            assert!(
                !name.is_empty() && name.trim() == name && name.chars().count() <= Names::LONGEST,
                "{name:?}"
            );
            assert!(!name.chars().any(char::is_control), "{name:?}");
        }
        // What was read is written, and read, the same.
        let Ok(Imported::Same { names: again, .. }) = imported(&file_with(&opened, &names)) else { panic!() };
        assert_eq!(again, names);
    }
}

#[test]
fn what_no_form_calls_an_institution_is_passed_over() {
    let mut json: Value = serde_json::from_str(&file("casd-2020")).unwrap();
    json["institutions"] = value!([
        { "institution": "B", "name": "Hospital" },
        { "institution": "B", "name": "Another name" },
        { "institution": "C", "name": "hospital" },
        { "institution": "D", "name": "E" },
        { "institution": "E", "name": "   " },
        { "institution": "b", "name": "No letter" },
        { "institution": "Z9", "name": "Too far" },
        { "institution": "=1+1", "name": "Formula" },
        { "institution": "F", "name": "University", "anything": "else" },
    ]);
    let Ok(Imported::Same { names, .. }) = imported(&json.to_string()) else { panic!() };
    assert_eq!(names, named(&[("B", "Hospital"), ("F", "University")]));
    for wrong in [
        value!(12),
        value!([1]),
        value!([{ "institution": "B" }]),
        value!([{ "institution": 1, "name": "x" }]),
    ] {
        json["institutions"] = wrong;
        assert!(unread(&json.to_string()).0.starts_with("institutions"));
    }
}

#[test]
fn the_file_of_a_hundred_boxes_and_two_hundred_names_is_read_back() {
    let mut project = fixture().examples[0].project.clone();
    let boxes = (0..100).map(|at| {
        let (funder, host) = (Institution::of_rank(at + 1).unwrap(), Institution::of_rank(200 - at).unwrap());
        AccessPoint { months: 240 - at % 2, funder, host }
    });
    project.access_points = boxes.collect();
    let opened = issued(fixture(), &project, TODAY);
    let mut names = Names::default();
    for one in Institution::all() {
        names.give(one, &format!("{:é>97}{:03}", "", one.rank()));
    }
    let file = file_with(&opened, &names);
    assert!(file.len() < MAX_FILE_BYTES, "{} bytes", file.len());
    assert_budget_adds_up(&file);
    let Ok(Imported::Same { names: read, .. }) = import(whole_book(), &file, day(TODAY)) else { panic!() };
    assert_eq!(read, names);
}

/// How many random projects go out and come back.
const PROJECTS: usize = 10_000;

/// Every how many of them may have more than a dozen SD-Boxes, which is what takes time.
const LARGE: usize = 50;
const THREADS: usize = 4;

#[test]
fn ten_thousand_projects_come_back_from_their_number_and_from_their_file() {
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || come_back((thread..PROJECTS).step_by(THREADS), thread));
        }
    });
}

fn come_back(ranks: impl Iterator<Item = usize>, seed: usize) {
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed as u8; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let lists = all_lists();
    let projects: Vec<_> = lists.iter().map(|list| legal_project(list)).collect();
    for rank in ranks {
        let which = rank / THREADS % lists.len();
        let mut random = || projects[which].new_tree(&mut runner).unwrap().current();
        let small = |project: &Project| project.access_points.len() <= 12;
        let project = match rank % LARGE {
            0 => random(),
            _ => std::iter::repeat_with(random).find(small).unwrap(),
        };
        comes_back(lists[which], &project, day("2020-01-01") + chrono::Days::new(rank as u64));
    }
}

fn comes_back(list: &PriceList, project: &Project, on: NaiveDate) {
    let number = issue(list, project, on).unwrap();
    let opened = open(whole_book(), &number.to_string()).unwrap();
    assert_eq!(opened.project, *project);
    let file = file_of(&opened);
    assert_budget_adds_up(&file);
    match import(whole_book(), &file, day(TODAY)).unwrap() {
        Imported::Same { opened: same, names } => {
            assert_eq!(names, *Names::none());
            assert_eq!(same.project, *project, "{file}");
            assert_eq!((same.number, same.issued, &same.list.id), (number, on, &list.id));
            assert_eq!(same.quote.total, opened.quote.total);
        }
        Imported::Different(different) => panic!("{:?}: {file}", different.why),
    }
}

#[test]
fn a_file_comes_back_however_it_was_saved() {
    let file = file("casd-2020");
    let compact: Value = serde_json::from_str(&file).unwrap();
    for saved in [
        format!("\u{feff}{file}"),
        file.replace('\n', "\r\n"),
        compact.to_string(),
        format!("\n\n{file}\n\n"),
        file.replace("cohorts", "\\u0063ohorts"),
    ] {
        assert!(matches!(imported(&saved), Ok(Imported::Same { .. })), "{saved}");
    }
}

#[test]
fn what_follows_from_the_project_is_not_read() {
    let mut json: Value = serde_json::from_str(&file("casd-2020")).unwrap();
    for field in ["lines", "notices", "price_list", "link", "total_per_user", "vat", "binding", "offer"] {
        remove(&mut json, &format!("/{field}"));
    }
    assert!(matches!(imported(&json.to_string()), Ok(Imported::Same { .. })));
    let extra = [
        ("/lines/0/amount", value!("0.00")),
        ("/lines/0/label/fr", value!("<script>alert(1)</script>")),
        ("/price_list/title", value!({ "fr": "=1+1" })),
        ("/comment", value!({ "anything": [null, 1.5e300] })),
    ];
    assert!(matches!(imported(&edited("casd-2020", &extra)), Ok(Imported::Same { .. })));
}

#[test]
fn a_project_file_is_priced_with_the_list_in_force() {
    let project = example("casd-2018");
    let json = serde_json::to_string(&project).unwrap();
    let Different { project: read, list, quote, filed_number, filed_total, why } = different(&json);
    assert_eq!(why, ProblemKind::ProjectOnly);
    assert_eq!((read, filed_number, filed_total), (project.clone(), None, None));
    assert_eq!(list.id, price_book().in_force(project.offer, day(TODAY)).unwrap().id);
    assert_eq!(quote.total, tariff::quote(list, &project).unwrap().total);
}

// What was edited, or no longer opens

#[test]
fn an_edited_file_is_priced_again_and_says_why() {
    for (changes, why, total) in [
        (vec![("/project/users", value!(3))], ProblemKind::OtherProject, "5544.00"),
        (vec![("/total", value!("1.00"))], one_euro(), "4740.00"),
        (vec![("/issued", value!("2020-02-29"))], ProblemKind::OtherDay(day(TODAY)), "4740.00"),
        (vec![("/number", value!("CASD-1QJN"))], ProblemKind::OpenError(mistyped("CASD-1QJN")), "4740.00"),
        (vec![("/number", value!(""))], ProblemKind::OpenError(OpenError::NotOurs), "4740.00"),
        (
            vec![("/number", value!("<script>alert(1)</script>")), ("/total", value!("-5.00"))],
            ProblemKind::OpenError(OpenError::NotOurs),
            "4740.00",
        ),
    ] {
        let json = edited("casd-2020", &changes);
        let found = different(&json);
        assert_eq!(found.why, why, "{changes:?}");
        assert_eq!(found.quote.total.to_string(), total, "{changes:?}");
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["number"], found.filed_number.unwrap());
        assert_eq!(json["total"], found.filed_total.unwrap().to_string());
    }
}

fn one_euro() -> ProblemKind {
    ProblemKind::OtherTotal { filed: tariff::Money::from_cents(100), numbered: quoted("casd-2020") }
}

fn quoted(name: &str) -> tariff::Money {
    quote(list(name), &example(name)).unwrap().total
}

fn mistyped(typed: &str) -> OpenError {
    open(price_book(), typed).unwrap_err()
}

#[test]
fn a_file_whose_number_names_another_simulation_is_priced_again() {
    let number = issued(list("pmsi"), &example("pmsi"), TODAY).number.to_string();
    let found = different(&edited("casd-2020", &[("/number", value!(number))]));
    assert_eq!(found.why, ProblemKind::OtherProject);
    assert_eq!(found.project, example("casd-2020"));
}

#[test]
fn a_file_of_a_list_that_changed_or_is_gone_is_priced_again() {
    let file = file("casd-2020");
    let dearer = changed(PUBLISHED[1].1, "/charges/0/price/unit", value!("36.00"));
    let unknown = changed(PUBLISHED[1].1, "/serial", value!(77));
    for (list, reason) in [(dearer, OpenError::ListChanged(2)), (unknown, OpenError::UnknownList(2))] {
        let book = PriceBook::new(vec![list]).unwrap();
        let Ok(Imported::Different(found)) = import(&book, &file, day(TODAY)) else { panic!("{reason:?}") };
        assert_eq!(found.why, ProblemKind::OpenError(reason));
        assert_eq!(found.filed_total.unwrap().to_string(), "4740.00");
        assert_eq!(found.list.id, book.lists()[0].id);
    }
}

// What gives nothing

#[test]
fn a_project_that_cannot_be_priced_is_refused() {
    let refused = |changes: &[(&str, Value)]| imported(&edited("casd-2020", changes)).unwrap_err();
    let refusal = refused(&[("/project/users", value!(0))]);
    let ImportError::Refused { refusal: Refusal::Entries(problems), project } = &refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!(project.users, 0);
    assert_eq!(problems.len(), 1);
    assert!(refusal.to_string().starts_with("users: "), "{refusal}");
    assert!(without_prices(&refused(&[("/project/offer", value!("private"))])));
    let book = PriceBook::new(Vec::<PriceList>::new()).unwrap();
    let nothing = import(&book, &file("pmsi"), day(TODAY)).unwrap_err();
    assert_eq!(nothing, ImportError::NoList(Offer::Pmsi));
}

/// Whether that is what the published book says of the offer that has no public prices.
fn without_prices(reason: &ImportError) -> bool {
    match reason {
        ImportError::NoList(Offer::Private) => true,
        ImportError::Refused { refusal, .. } => *refusal == Refusal::ByContact(Offer::Private),
        _ => false,
    }
}

#[test]
fn a_file_cut_anywhere_is_refused_with_the_place() {
    let file = file("pmsi");
    let whole = file.trim_end();
    for (at, _) in whole.char_indices() {
        let (_, line, _, what) = unread(&whole[..at]);
        assert_eq!(line, whole[..at].matches('\n').count() + 1, "{at}: {what}");
        assert!(what.contains("line "), "{at}: {what}");
    }
}

#[test]
fn a_project_file_cut_anywhere_is_refused() {
    let whole = serde_json::to_string_pretty(&example("casd-2020")).unwrap();
    for (at, _) in whole.char_indices() {
        assert!(imported(&whole[..at]).is_err(), "{at}");
    }
}

#[test]
fn a_wrong_value_is_refused_with_its_path() {
    for (pointer, wrong, path) in [
        ("/project/users", value!("two"), "project.users"),
        ("/project/users", value!(-1), "project.users"),
        ("/project/users", value!(1.5), "project.users"),
        ("/project/months", value!(4_294_967_296u64), "project.months"),
        ("/project/start", value!("1 August 2020"), "project.start"),
        ("/project/offer", value!("cohort"), "project.offer"),
        ("/project/configuration", value!("<script>alert(1)</script>"), "project.configuration"),
        ("/project/access_points/0/months", value!(null), "project.access_points[0].months"),
        ("/project/options/health-referent", value!(false), "project.options.health-referent"),
        ("/project/surprise", value!(1), "project.surprise"),
        ("/project", value!(null), "project"),
        ("/total", value!(4740), "total"),
        ("/total", value!("4740"), "total"),
        ("/total", value!("4 740,00"), "total"),
        ("/total", value!("99999999999999999999.00"), "total"),
        ("/total", value!("--1.00"), "total"),
        ("/number", value!(12), "number"),
        ("/issued", value!("2020-02-30"), "issued"),
        ("/format", value!("1"), "format"),
        ("/format", value!(-1), "format"),
    ] {
        assert_eq!(unread(&edited("casd-2020", &[(pointer, wrong.clone())])).0, path, "{wrong}");
    }
    for field in ["number", "issued", "total", "project", "format"] {
        let mut json: Value = serde_json::from_str(&file("casd-2020")).unwrap();
        remove(&mut json, &format!("/{field}"));
        let (_, _, _, what) = unread(&json.to_string());
        assert!(what.contains(&format!("missing field `{field}`")), "{what}");
    }
}

#[test]
fn a_place_is_told_by_line_and_column() {
    let file = file("casd-2020");
    let (before, project) = file.split_at(file.find("\"project\": {").unwrap());
    let file = format!("{before}{}", project.replacen("\"months\": 12", "\"months\": \"a year\"", 1));
    let (path, line, column, what) = unread(&file);
    assert_eq!(path, "project.months");
    let (at, text) = file.lines().enumerate().find(|(_, text)| text.contains("a year")).unwrap();
    assert_eq!(line, at + 1, "{what}");
    assert!((10..=text.len() + 1).contains(&column), "{what}");
}

#[test]
fn a_newer_format_is_told_from_a_mistake() {
    for format in [2, 3, u32::MAX] {
        let json = edited("pmsi", &[("/format", value!(format)), ("/project", value!("another form"))]);
        assert_eq!(imported(&json).unwrap_err(), ImportError::NewerFormat(format));
    }
}

#[test]
fn what_is_not_a_simulation_is_said_not_to_be() {
    for foreign in [
        "{}",
        r#"{"document": "invoice", "format": 1}"#,
        r#"{"document": {"title": "x"}, "project": {}}"#,
        r#"{"document": null, "project": {}}"#,
        r#"{"name": "a package", "version": "1.0.0", "format": "A4"}"#,
        r#"{"title": "<script>alert(1)</script>"}"#,
        PUBLISHED[0].1,
    ] {
        assert_eq!(imported(foreign).unwrap_err(), ImportError::Foreign, "{foreign}");
    }
    for not_json in [
        "",
        "   ",
        "\u{feff}",
        "CASD-1QJN-N54H",
        "%PDF-1.7",
        "<script>alert(1)</script>",
        "[]",
        "null",
        "12",
        "\"casd-simulation\"",
        "{\"document\": \"casd-simulation\",}",
        "{'document': 'casd-simulation'}",
        "\u{0}\u{0}\u{0}",
    ] {
        assert!(imported(not_json).is_err(), "{not_json}");
    }
}

#[test]
fn a_field_that_stands_twice_is_refused() {
    let json = file("pmsi").replace("\"binding\": false", "\"total\": \"1.00\"");
    assert!(unread(&json).3.contains("duplicate field"));
}

#[test]
fn anything_after_the_end_is_refused() {
    let file = file("pmsi");
    assert!(unread(&format!("{file}{file}")).3.contains("trailing"));
    assert!(unread(&format!("{file}<script>alert(1)</script>")).3.contains("trailing"));
}

#[test]
fn a_huge_file_is_refused_unread() {
    let mut file = file("pmsi");
    file.push_str(&" ".repeat(MAX_FILE_BYTES - file.len()));
    assert!(matches!(imported(&file), Ok(Imported::Same { .. })), "the largest file that is read");
    file.push(' ');
    let refused = ImportError::Unread(ReadError::TooLarge { bytes: MAX_FILE_BYTES + 1 });
    assert_eq!(imported(&file).unwrap_err(), refused);
    assert_eq!(imported(&"[".repeat(MAX_FILE_BYTES + 1)).unwrap_err(), refused);
}

#[test]
fn deep_nesting_neither_hangs_nor_overflows() {
    let deep = |open: &str, close: &str, depth: usize| open.repeat(depth) + &close.repeat(depth);
    for depth in [100, 1_000, 100_000] {
        for nested in [deep("[", "]", depth), deep("{\"a\":", "}", depth).replace(":}", ":1}")] {
            assert!(imported(&nested).is_err(), "{depth}");
            assert!(imported(&format!("{{\"document\": {nested}}}")).is_err(), "{depth}");
            for field in ["project", "number", "total"] {
                let json =
                    format!("{{\"document\": \"casd-simulation\", \"format\": 1, \"{field}\": {nested}}}");
                assert!(imported(&json).is_err(), "{depth}");
            }
            // What is not read is passed over, however deep.
            let passed_over = file("pmsi").replacen('{', &format!("{{\"extra\": {nested},"), 1);
            assert!(matches!(imported(&passed_over), Ok(Imported::Same { .. })), "{depth}");
        }
    }
}

#[test]
fn very_many_boxes_are_refused_by_the_limits() {
    let boxes = value!(vec![value!({ "months": 12 }); 40_000]);
    let refused = imported(&edited("casd-2020", &[("/project/access_points", boxes)])).unwrap_err();
    assert!(matches!(refused, ImportError::Refused { refusal: Refusal::Entries(_), .. }), "{refused:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_a_file_holds_is_answered(text in any::<String>()) {
        let _ = imported(&text);
        let _ = imported(&edited("pmsi", &[("/number", value!(text))]));
    }

    #[test]
    fn a_file_with_one_character_changed_never_gives_another_simulation_silently(
        at in any::<prop::sample::Index>(),
        c in prop_oneof![prop::sample::select("0123456789\",:{}[]-.ae ".chars().collect::<Vec<_>>()), any::<char>()],
    ) {
        let file = file("casd-2020");
        let place = at.index(file.chars().count());
        let changed: String = file.chars().enumerate().map(|(i, old)| if i == place { c } else { old }).collect();
        if let Ok(Imported::Same { opened: same, .. }) = imported(&changed) {
            prop_assert_eq!(same.project, example("casd-2020"));
            prop_assert_eq!(same.quote.total, quoted("casd-2020"));
        }
    }
}

// What is said

/// Every sentence on files that reading one can end in.
fn sentences(lang: Lang) -> Vec<String> {
    let book = price_book();
    let answers = [
        edited("casd-2020", &[("/project/users", value!(3))]),
        edited("casd-2020", &[("/total", value!("1.00"))]),
        edited("casd-2020", &[("/issued", value!("2020-02-29"))]),
        edited("casd-2020", &[("/number", value!("CASD-1QJN"))]),
        edited("casd-2020", &[("/number", value!(mistype(&issued(list("pmsi"), &example("pmsi"), TODAY))))]),
        serde_json::to_string(&example("pmsi")).unwrap(),
        edited(
            "casd-2020",
            &[("/project/users", value!(0)), ("/project/access_points/0/months", value!(999))],
        ),
        edited("casd-2020", &[("/project/offer", value!("private"))]),
        edited("casd-2020", &[("/format", value!(2))]),
        edited("casd-2020", &[("/project/users", value!("two"))]),
        "{".into(),
        "{}".into(),
        " ".repeat(MAX_FILE_BYTES + 1),
    ];
    let said = answers.iter().map(|json| match imported(json) {
        Ok(Imported::Different(different)) => different.words(lang),
        Ok(Imported::Same { .. }) => panic!("{json}"),
        Err(reason) => reason.words(lang, book, day(TODAY)),
    });
    said.collect()
}

/// A number with its twelfth character wrong.
fn mistype(opened: &Opened<'_>) -> String {
    let number = opened.number.as_str();
    let wrong = if &number[11..12] == "Q" { "P" } else { "Q" };
    format!("{}{wrong}{}", &number[..11], &number[12..])
}

#[test]
fn every_answer_is_said_in_both_languages() {
    let (fr, en) = (sentences(Lang::Fr), sentences(Lang::En));
    for (fr, en) in fr.iter().zip(&en) {
        assert!(fr.ends_with('.') && en.ends_with('.') && fr != en, "{fr} {en}");
    }
    for expected in [
        "Ce fichier a été modifié\u{a0}: il indique un total de 1,00\u{202f}€, et son numéro donne 4\u{202f}740,00\u{202f}€.",
        "Vérifiez le caractère 12, sans compter les tirets.",
        "(project.users)",
        "1024\u{a0}Kio",
        "Nombre d’utilisateurs\u{a0}: Indiquez au moins 1.",
    ] {
        assert!(fr.iter().any(|said| said.contains(expected)), "{expected}: {fr:#?}");
    }
    for expected in [
        "it says a total of €1.00, and its number gives €4,740.00.",
        "Check character 12, hyphens not counted.",
    ] {
        assert!(en.iter().any(|said| said.contains(expected)), "{expected}: {en:#?}");
    }
}

#[test]
fn what_is_said_of_each_wrong_file_is_this() {
    let right = file("casd-2020");
    let project = |field: &str, wrong: Value| {
        let mut project = serde_json::to_value(example("casd-2020")).unwrap();
        project[field] = wrong;
        project.to_string()
    };
    let script = "<img src=nowhere.png onerror=\"window.ran = true\">";
    let form =
        ["Ce fichier n’a pas la forme attendue à la ligne ", "This file has not the expected form at line "];
    let foreign = [
        "Ce fichier ne contient ni une simulation ni un projet. Choisissez un fichier JSON enregistré depuis cette page.",
        "This file holds neither a simulation nor a project. Choose a JSON file saved from this page.",
    ];
    let newer = [
        "Ce fichier vient d’une version plus récente du simulateur. Rechargez la page ; si cela persiste, écrivez au CASD.",
        "This file comes from a newer version of the simulator. Reload the page; if that does not help, write to CASD.",
    ];
    let no_estimate = [
        "Le projet dans ce fichier n’a pas d’estimation avec la grille en vigueur. Nombre d’utilisateurs : ",
        "The project in this file has no estimate under the price list in force. Number of users: ",
    ];
    let too_large = [
        "Ce fichier est trop grand : au plus 1024 Kio sont lus.",
        "This file is too large: at most 1024 KiB are read.",
    ];
    for (what, wrong, said) in [
        ("cut short", right[..right.len() / 2].to_string(), form),
        ("other data", r#"{"name": "an", "version": 1}"#.into(), foreign),
        ("another document", r#"{"document": "invoice", "format": 1, "offer": "standard"}"#.into(), foreign),
        ("plain text", "Bonjour,\n\nvoici mon projet.\n".into(), foreign),
        ("nothing", String::new(), foreign),
        ("an image", "\u{fffd}PNG\r\n\u{1a}\n".into(), foreign),
        ("more than a mebibyte", " ".repeat(MAX_FILE_BYTES + 1), too_large),
        ("a newer version", edited("casd-2020", &[("/format", value!(2))]), newer),
        ("a script for an environment", project("configuration", value!(script)), form),
        ("a script for an option", project("options", value!({ script: true })), form),
        ("a project without a price", project("users", value!(0)), no_estimate),
    ] {
        let refused = imported(&wrong).unwrap_err();
        for (lang, said) in Lang::ALL.into_iter().zip(said) {
            let words = refused.words(lang, price_book(), day(TODAY)).replace('\u{a0}', " ");
            assert!(words.starts_with(said), "{what}: {words}");
        }
    }
}

#[test]
fn what_is_said_of_each_edited_file_is_this() {
    let opens = [
        "Le projet du fichier est estimé à nouveau, avec la grille en vigueur.",
        "The project in the file is estimated anew, with the price list in force.",
    ];
    let script = "<script>window.ran = true</script>";
    for (changes, said) in [
        (
            ("/total", value!("1.00")),
            [
                "Ce fichier a été modifié : il indique un total de 1,00 €, et son numéro donne 4 740,00 €.",
                "This file was edited: it says a total of €1.00, and its number gives €4,740.00.",
            ],
        ),
        (
            ("/project/users", value!(3)),
            [
                "Ce fichier a été modifié : son projet n’est pas celui que donne son numéro.",
                "This file was edited: its project is not the one that its number gives.",
            ],
        ),
        (
            ("/number", value!(script)),
            [
                "Le numéro dans ce fichier ne s’ouvre pas. Ce n’est pas un numéro de simulation : il commence par CASD-1. Copiez-le en entier depuis la page ou le message.",
                "The number in this file does not open. This is not a simulation number: one starts with CASD-1. Copy all of it from the page or the message.",
            ],
        ),
    ] {
        let different = different(&edited("casd-2020", &[changes]));
        for ((lang, said), opens) in Lang::ALL.into_iter().zip(said).zip(opens) {
            let words = different.words(lang).replace(['\u{a0}', '\u{202f}'], " ");
            assert_eq!(words, format!("{said} {opens}"));
        }
    }
    let alone = different(&serde_json::to_string(&example("casd-2020")).unwrap());
    let words = Lang::ALL.map(|lang| alone.words(lang));
    assert!(words[0].starts_with("Ce fichier contient un projet, sans numéro. "), "{}", words[0]);
    assert!(words[1].starts_with("This file holds a project, without a number. "), "{}", words[1]);
}

#[test]
fn what_is_said_of_a_file_that_was_saved_or_opened_is_this() {
    let plain = |words: &str| words.replace('\u{a0}', " ");
    assert_eq!(
        Lang::ALL.map(|lang| plain(&saved(lang, "simulation.pdf"))),
        ["Fichier prêt : simulation.pdf", "File ready: simulation.pdf"]
    );
    assert_eq!(
        Lang::ALL.map(|lang| plain(file_opened(lang))),
        [
            "Simulation rouverte depuis le fichier : même grille, mêmes lignes, même total.",
            "Simulation reopened from the file: the same price list, lines and total."
        ]
    );
}

#[test]
fn french_sentences_have_french_spaces_and_bind_nobody() {
    let mut said = sentences(Lang::Fr);
    said.push(format!("{:?}", Lang::Fr.files()).replace("\\u{a0}", "\u{a0}").replace(": \"", ""));
    for sentence in said {
        assert!(!sentence.to_lowercase().contains("devis "), "{sentence}");
        assert!(!sentence.contains(" :") && !sentence.contains(" ;"), "{sentence}");
        assert!(!sentence.contains('\''), "{sentence}");
    }
}
