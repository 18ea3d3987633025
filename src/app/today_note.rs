//! Beside a simulation at its own prices: what it would cost today.

use leptos::prelude::*;

use super::parts::paragraph;
use super::tag::{all, tag};
use crate::tariff::{Due, NotToday, Today};
use crate::text::{Lang, amount, changed_line, none_today, total_today};

/// The total under the list in force, and the lines that changed.
pub fn today_note(lang: Lang, today: &Result<Today<'static>, NotToday>) -> AnyView {
    let Ok(today) = today else { return paragraph("", none_today(lang)) };
    let due = |due: Due| match due {
        Due::Absent => "–".into(),
        Due::Amount(money) => amount(lang, today.list.currency, money),
        Due::OnRequest => lang.page().on_request.into(),
    };
    let mut changes = Vec::new();
    for change in &today.changes {
        let words = changed_line(lang, lang.of(change.label), &due(change.before), &due(change.after));
        changes.push(tag("li").text(words).view());
    }
    let total = total_today(lang, &today.quote, today.difference, today.tenths_of_percent);
    all(vec![paragraph("", &total), tag("ul").children(changes).view()])
}
