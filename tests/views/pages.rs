//! The views in place of the form.

use casd_simulator::app::dom::{el, fragment, to_html};
use casd_simulator::app::pages::{check, plan, price_editor, saved};
use casd_simulator::app::{AppState, Browser};
use casd_simulator::i18n::{Lang, step_title};
use casd_simulator::price_lists::as_file;
use casd_simulator::procedure::steps_to_data;
use chrono::NaiveDate;
use leptos::prelude::AnyView;
use tariff::Offer;
use tariff::number::Number;

use super::common::day;
use super::markup::View;

fn today() -> NaiveDate {
    day("2026-12-01")
}

fn link(number: &Number, lang: Lang) -> String {
    format!("https://casd.example/?lang={}#{}", lang.code(), number.as_str())
}

/// A view for the form that a query presets.
fn view(lang: Lang, query: &str, render: impl FnOnce(AppState) -> AnyView) -> View {
    let html = to_html(|| {
        let view = render(AppState::new(lang, query, Browser { today, link, perform: |_, _, _, _| () }));
        // The page's own heading stands above each view.
        fragment(vec![el("h1").text(lang.page().title).view(), view])
    });
    View::parse(&html)
}

fn plan_of(lang: Lang, query: &str) -> View {
    view(lang, query, |app| {
        plan::take_calendar(app, Some(r#"{ "sessions": [] }"#.into()));
        plan::plan_view(app)(app, lang)
    })
}

#[test]
fn each_view_has_one_heading_that_names_it_and_sound_markup_in_both_languages() {
    for lang in Lang::ALL {
        let page = lang.page();
        for (title, view) in [
            (page.check, view(lang, "", |app| check::view(app, lang))),
            (page.kept, view(lang, "", |app| saved::view(app, lang))),
            (page.plan, plan_of(lang, "users=3&months=18&box&box=12")),
            (page.plan, plan_of(lang, "offer=constances-gazel")),
            (page.plan, plan_of(lang, "offer=pmsi")),
            (
                page.compare,
                view(lang, "", |app| plan::compare_view(app, String::new(), Vec::new())(app, lang)),
            ),
            (
                lang.workbench().title,
                view(lang, "", |app| {
                    price_editor::open(app, as_file());
                    price_editor::view(app, lang)
                }),
            ),
        ] {
            assert_eq!(view.faults(), [""; 0], "{title}");
            assert_eq!(view.texts("h2"), [title.split_whitespace().collect::<Vec<_>>().join(" ")]);
            assert_eq!(view.all("main").len(), 1);
        }
    }
}

#[test]
fn the_plan_is_of_the_simulation_on_the_form() {
    for lang in Lang::ALL {
        let mut number = String::new();
        let view = view(lang, "users=2&students=1", |app| {
            number = app.snapshot_now().unwrap().opened.number.to_string();
            plan::plan_view(app)(app, lang)
        });
        assert!(view.texts(".measures")[0].ends_with(&number), "{:?}", view.texts(".measures"));
        let words = view.texts(".alert");
        assert_eq!(words, [lang.plan().calendar_not_loaded.split_whitespace().collect::<Vec<_>>().join(" ")]);
    }
}

#[test]
fn a_form_without_an_estimate_has_no_plan_and_says_so() {
    for lang in Lang::ALL {
        let view = plan_of(lang, "users=x");
        let expected = lang.plan().no_estimate.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(view.texts(".alert"), [expected]);
    }
}

#[test]
fn a_link_whose_first_number_does_not_open_is_no_comparison_with_something_else() {
    for lang in Lang::ALL {
        let view = view(lang, "", |app| plan::compare_view(app, "CASD1XXX".into(), Vec::new())(app, lang));
        assert_eq!(view.all(".alert").len(), 1);
        assert_eq!(view.all(".variant").len(), 0);
    }
}

#[test]
fn the_heading_of_each_step_begins_with_its_number() {
    for lang in Lang::ALL {
        let view = plan_of(lang, "");
        let titles = steps_to_data(Offer::Standard, None);
        let titles =
            titles.iter().enumerate().map(|(at, one)| format!("{}. {}", at + 1, step_title(lang, one.step)));
        let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(view.texts(".steps > li > h4"), titles.map(plain).collect::<Vec<_>>());
    }
}
