//! The published examples and simulations under the prices of now and under those of the file.

use leptos::prelude::*;

use super::{NUMBERS, Workbench};
use crate::app::components::paragraph;
use crate::app::dom::{dynamic, el, empty, fragment, value_of};
use crate::app::kept::{Entry, Kept};
use crate::app::live_region::{Status, announce_debounced};
use crate::app::platform::storage::session;
use crate::app::saved_store as store;
use crate::app::today_note::changed_lines;
use crate::i18n::{Lang, amount, day, not_opened_plainly, numbers_stand, total_and_difference};
use crate::price_list_editor::{Compared, Priced, Row, compare, first_day_of_change, reopen};
use tariff::{day_from_iso, iso_day};

impl Workbench {
    /// The day, the numbers, and the table.
    pub(super) fn comparison(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let on = el("input")
            .id("compared-on")
            .attr("type", "date")
            .prop("value", move || iso_day(self.day_compared()))
            .on("change", move |event| self.compared_on.set(value_of(&event)));
        let numbers = el("textarea")
            .id("compared-numbers")
            .attr("rows", "3")
            .attr("spellcheck", "false")
            .attr("aria-describedby", "compared-hint")
            // As it was when the view was left; from then on it is the visitor's.
            .prop("value", move || self.numbers.get_untracked())
            .on("input", move |event| {
                let typed = value_of(&event);
                session().set(NUMBERS, &typed);
                self.numbers.set(typed);
            });
        fragment(vec![
            el("div")
                .class("field")
                .child(el("label").attr("for", "compared-on").text(words.compared_on))
                .child(on)
                .view(),
            el("div")
                .class("field")
                .child(el("label").attr("for", "compared-numbers").text(words.numbers))
                .child(el("p").class("hint").id("compared-hint").text(words.numbers_help))
                .child(numbers)
                .view(),
            announce_debounced(move || self.standing(lang)),
            dynamic(move || self.compared(lang)),
        ])
    }

    /// The day on which prices are compared.
    pub(super) fn day_compared(self) -> chrono::NaiveDate {
        let (before, after) = self.books();
        let today = self.app.today();
        let first = after.map_or(today, |after| first_day_of_change(&before, &after, today));
        day_from_iso(&self.compared_on.get()).unwrap_or(first)
    }

    /// The numbers that are compared: those kept on this device, and those typed here.
    fn numbers_compared(self) -> String {
        let kept = store::entries().unwrap_or_default().into_iter().filter_map(|(_, entry)| match entry {
            Entry::Kept(Kept { number, .. }) => number,
            Entry::Unreadable(_) => None,
        });
        kept.chain([self.numbers.get()]).map(|number| number + "\n").collect()
    }

    /// Whether the numbers still open with the file, for screen readers.
    fn standing(self, lang: Lang) -> Status {
        let (before, Some(after)) = self.books() else {
            return Status::Done(lang.workbench().not_compared.into());
        };
        let reopened = reopen(&before, &after, &self.numbers_compared());
        match (reopened.len(), reopened.iter().filter(|one| !one.stands()).count()) {
            (0, _) => Status::Empty,
            (all, 0) => Status::Done(numbers_stand(lang, all, 0)),
            (all, lost) => Status::Error(numbers_stand(lang, all - lost, lost)),
        }
    }

    fn compared(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let (before, Some(after)) = self.books() else { return paragraph("note", words.not_compared) };
        let numbers = self.numbers_compared();
        let on = self.day_compared();
        let rows = compare(&before, &after, &numbers, on).iter().map(|one| row(lang, one)).collect();
        let columns = [words.simulation, words.before, words.after];
        let columns = columns.map(|called| el("th").attr("scope", "col").text(called).view());
        let table = el("table")
            .child(el("caption").text(format!("{} {}", words.compare_caption, day(lang, on))))
            .child(el("thead").child(el("tr").children(columns.into())))
            .child(el("tbody").children(rows));
        let reopened = reopen(&before, &after, &numbers);
        let lost: Vec<AnyView> = reopened
            .iter()
            .filter(|one| !one.stands())
            .map(|one| {
                let why = one.after.as_ref().err().map(|why| not_opened_plainly(lang, why));
                el("li").text(format!("{} {}", one.typed, why.unwrap_or_default())).view()
            })
            .collect();
        let stand = match (reopened.len(), lost.len()) {
            (0, _) => empty(),
            (all, lost) => {
                paragraph(if lost == 0 { "note" } else { "alert" }, &numbers_stand(lang, all - lost, lost))
            }
        };
        let table = el("div").class("wide").attr("tabindex", "0").child(table).view();
        fragment(vec![table, stand, el("ul").children(lost).view()])
    }
}

fn row(lang: Lang, row: &Row<'_>) -> AnyView {
    let called = match &row.compared {
        Compared::Example { example, .. } => lang.of(&example.title).into(),
        Compared::Number(number) => number.to_string(),
    };
    let head = el("th").attr("scope", "row").text(called);
    let difference = row.difference.as_ref();
    let after = match (difference, row.after.quote.as_ref()) {
        (Some(difference), Ok(quote)) if difference.amount.cents() != 0 => {
            total_and_difference(lang, quote, difference.amount, difference.tenths_of_percent)
        }
        _ => price(lang, row, &row.after),
    };
    let changes = difference.zip(row.after.quote.as_ref().ok());
    let changes = changes.map_or_else(empty, |(difference, quote)| {
        changed_lines(lang, quote.list.currency, &difference.changes)
    });
    el("tr")
        .child(head)
        .child(el("td").text(price(lang, row, &row.before)))
        .child(el("td").text(after).child(changes))
        .view()
}

fn price(lang: Lang, row: &Row<'_>, priced: &Priced<'_>) -> String {
    match &priced.quote {
        Ok(quote) => amount(lang, quote.list.currency, quote.total),
        Err(_) => priced.why_not(lang, &row.project).unwrap_or_default(),
    }
}
