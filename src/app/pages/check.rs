//! Checking numbers, for whoever receives them.

use leptos::prelude::*;

use super::titled;
use crate::app::action::{Action, Place, Reopened};
use crate::app::app_state::AppState;
use crate::app::components::{button, heading, paragraph};
use crate::app::dom::{dynamic, el, empty, fragment, unsubscribe_on_cleanup, value_of};
use crate::app::platform::download::Download;
use crate::app::platform::focus::focus;
use crate::app::start_panel::refusal;
use crate::app::today_note::today_note;
use crate::app::view::View;
use crate::export::{Checked, check, checks_csv};
use crate::i18n::{
    Lang, amount, boxes, day, formula, list_dates, none_today, not_opened_plainly, notice, offer_name,
    only_some_checked, period, some_not_opened, team, total_and_difference, unpriced_quantity, vat,
};
use crate::price_lists;
use tariff::number::{OpenError, Opened, found_in};
use tariff::reprice_today;

const FIELD: &str = "check-text";
const RESULT: &str = "check-result";

/// The texts of the view. It is a handle: copies are the same texts.
#[derive(Clone, Copy)]
struct Texts {
    /// What stands in the field for numbers.
    typed: RwSignal<String>,
    /// What stood there when they were last checked.
    checked: RwSignal<String>,
}

/// The field for numbers, and what they hold.
pub fn view(app: AppState, lang: Lang) -> AnyView {
    let new = || Texts { typed: RwSignal::new(String::new()), checked: RwSignal::new(String::new()) };
    let texts = app.view_state(new);
    let words = lang.views();
    let field = el("textarea")
        .id(FIELD)
        .attr("rows", "5")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "check-hint")
        .prop("value", move || texts.typed.get())
        .on("input", move |event| texts.typed.set(value_of(&event)));
    let form = el("form")
        .on("submit", move |event| {
            event.prevent_default();
            texts.checked.set(texts.typed.get_untracked());
            focus(RESULT.into());
        })
        .child(el("label").attr("for", FIELD).text(words.check_label))
        .child(el("p").class("hint").id("check-hint").text(words.check_help))
        .child(field)
        .child(el("p").child(el("button").attr("type", "submit").class("primary").text(words.check_button)));
    let results = Memo::new_with_compare(
        move |_| {
            unsubscribe_on_cleanup();
            texts.checked.with(|text| check(price_lists::price_book(), text))
        },
        |_, _| true,
    );
    // What is wrong is an alert, all else waits for its turn.
    let wrong = dynamic(move || {
        results.with(|results| match &results[..] {
            [] if texts.checked.with(|text| text.trim().is_empty()) => empty(),
            [] => paragraph("alert", words.none_found),
            [one] => one.opened.as_ref().err().map_or_else(empty, |reason| refused(lang, reason)),
            several => texts.checked.with(|text| wrong_with(lang, several, text)),
        })
    });
    let found = dynamic(move || {
        results.with(|results| match &results[..] {
            [] => empty(),
            [one] => one.opened.as_ref().map_or_else(|_| empty(), |opened| simulation(app, lang, opened)),
            several => texts.checked.with(|text| table(app, lang, several, text)),
        })
    });
    let result = el("div")
        .id(RESULT)
        .attr("tabindex", "-1")
        .child(el("div").attr("role", "alert").child(wrong))
        .child(el("div").attr("role", "status").child(found));
    // Whoever receives numbers may also look after the prices.
    let lead = button("quiet", lang.workbench().lead, move || {
        app.perform(Action::Show(View::PriceEditor), Place::Page, None);
    });
    titled(app, lang, lang.page().check, "", fragment(vec![form.view(), result.view(), lead]))
}

/// Opens a number in the simulator.
fn open(app: AppState, number: &str) {
    let reopened = Reopened { number: Some(number.into()), form: None };
    app.perform(Action::Open(reopened), Place::Page, None);
}

/// Why a number does not open.
fn refused(lang: Lang, reason: &OpenError) -> AnyView {
    el("div").class("alert").child(heading(lang.views().not_opened)).child(refusal(lang, reason)).view()
}

/// What is wrong with several numbers together: that some do not open, which the table says of each, and that
/// there are more than are checked.
fn wrong_with(lang: Lang, checked: &[Checked<'static>], text: &str) -> AnyView {
    let (found, lost) = (found_in(text).len(), checked.iter().filter(|one| one.opened.is_err()).count());
    let mut wrong = Vec::new();
    if lost > 0 {
        wrong.push(paragraph("alert", &some_not_opened(lang, lost, checked.len())));
    }
    if found > checked.len() {
        wrong.push(paragraph("alert", &only_some_checked(lang, checked.len(), found)));
    }
    fragment(wrong)
}

/// What a number holds, and whether it still stands.
fn simulation(app: AppState, lang: Lang, opened: &Opened<'static>) -> AnyView {
    let (page, words) = (lang.page(), lang.views());
    let Opened { number, issued, list, project, quote } = opened;
    let today = reprice_today(price_lists::price_book(), project, quote, app.today());
    let now = today.as_ref().map_or_else(|| paragraph("", words.in_force), |today| today_note(lang, today));
    let fact = |called: &'static str, what: String| {
        el("div").child(el("dt").text(called)).child(el("dd").text(what)).view()
    };
    let total = amount(lang, list.currency, quote.total);
    let facts = vec![
        fact(words.issued, day(lang, *issued)),
        fact(page.price_list, format!("{}. {}", lang.of(&list.title), list_dates(lang, list, app.today()))),
        fact(words.project, format!("{}, {}", offer_name(lang, project.offer), period(lang, quote))),
        fact(page.team, team(lang, project)),
        fact(page.access_points, boxes(lang, project)),
    ];
    let mut rows = Vec::new();
    for line in &quote.lines {
        let detail = formula(lang, list, line);
        rows.push(row(lang.of(line.item.label()), detail, amount(lang, list.currency, line.amount)));
    }
    for unpriced in &quote.on_request {
        let quantity = unpriced_quantity(lang, list, unpriced);
        rows.push(row(lang.of(&unpriced.charge.label), quantity, page.on_request.into()));
    }
    let foot = row(page.total, vat(lang, quote), total);
    let notices = quote.notices.iter().map(|one| el("li").text(notice(lang, one)).view()).collect();
    let typed = number.to_string();
    let lines = el("table")
        .child(el("caption").text(page.detail))
        .child(el("tbody").children(rows))
        .child(el("tfoot").child(foot));
    fragment(vec![
        el("p").class("number").text(number.to_string()).view(),
        el("div").class("origin").child(paragraph("", words.sound)).child(now).view(),
        el("dl").class("facts").children(facts).view(),
        lines.view(),
        el("ul").class("hint").children(notices).view(),
        button("primary", words.open, move || open(app, &typed)),
    ])
}

fn row(label: &str, detail: String, amount: String) -> AnyView {
    let head = el("th").attr("scope", "row").text(label).text(" ");
    let head = head.child(el("span").class("formula").text(detail));
    el("tr").child(head).child(el("td").text(amount)).view()
}

/// Several numbers, one a row.
fn table(app: AppState, lang: Lang, checked: &[Checked<'static>], text: &str) -> AnyView {
    let (page, words) = (lang.page(), lang.views());
    let columns = [
        words.number,
        lang.files().result,
        words.issued,
        page.price_list,
        words.project,
        page.total,
        words.today,
    ];
    let columns = columns.map(|called| el("th").attr("scope", "col").text(called).view());
    let rows = checked.iter().map(|one| table_row(app, lang, one)).collect();
    let text = String::from(text);
    let export = button("", words.export, move || {
        let book = price_lists::price_book();
        let table = checks_csv(lang, book, &check(book, &text), app.today());
        let name = format!("{}.csv", words.export_name);
        let file = Download { name, media_type: "text/csv", bytes: table.unwrap_or_default() };
        app.set_not_loaded(file.save().is_err());
    });
    let table = el("table")
        .child(el("caption").text(format!("{} ({})", words.several, checked.len())))
        .child(el("thead").child(el("tr").children(columns.into())))
        .child(el("tbody").children(rows));
    fragment(vec![el("div").class("wide").attr("tabindex", "0").child(table).view(), export])
}

fn table_row(app: AppState, lang: Lang, Checked { typed, opened }: &Checked<'static>) -> AnyView {
    let cell = |words: String| el("td").text(words).view();
    let head = |number: String| el("th").attr("scope", "row").class("number").text(number);
    let Opened { number, issued, list, project, quote } = match opened {
        Ok(opened) => opened,
        Err(reason) => {
            let why = el("td").attr("colspan", "6").text(not_opened_plainly(lang, reason));
            return el("tr").child(head(typed.clone())).child(why).view();
        }
    };
    let words = lang.views();
    let today = match reprice_today(price_lists::price_book(), project, quote, app.today()) {
        None => words.unchanged.into(),
        Some(Ok(today)) => {
            total_and_difference(lang, &today.quote, today.difference, today.tenths_of_percent)
        }
        Some(Err(_)) => none_today(lang).into(),
    };
    let typed = number.to_string();
    let open = button("quiet", words.open, move || open(app, &typed));
    el("tr")
        .child(head(number.to_string()))
        .child(el("td").text(words.valid).child(el("br")).child(open))
        .child(cell(day(lang, *issued)))
        .child(cell(lang.of(&list.title).into()))
        .child(cell(format!("{}, {}", offer_name(lang, project.offer), period(lang, quote))))
        .child(cell(amount(lang, list.currency, quote.total)))
        .child(cell(today))
        .view()
}
