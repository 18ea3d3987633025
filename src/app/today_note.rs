//! Beside a simulation at its own prices: what it would cost today.

use leptos::prelude::*;

use super::components::paragraph;
use super::dom::{el, fragment};
use crate::i18n::{Lang, amount, changed_line, none_today, total_today};
use tariff::{Change, Currency, Due, RepriceError, Repriced};

/// The total under the list in force, and the lines that changed.
pub fn today_note(lang: Lang, today: &Result<Repriced<'static>, RepriceError>) -> AnyView {
    let Ok(today) = today else { return paragraph("", none_today(lang)) };
    let total = total_today(lang, &today.quote, today.difference, today.tenths_of_percent);
    fragment(vec![paragraph("", &total), changed_lines(lang, today.list.currency, &today.changes)])
}

/// The lines that changed, each before and after.
pub fn changed_lines(lang: Lang, currency: Currency, changes: &[Change<'_>]) -> AnyView {
    let due = |due: Due| match due {
        Due::Absent => "–".into(),
        Due::Amount(money) => amount(lang, currency, money),
        Due::OnRequest => lang.page().on_request.into(),
    };
    let changed = |change: &Change<'_>| {
        let words = changed_line(lang, lang.of(change.label), &due(change.before), &due(change.after));
        el("li").text(words).view()
    };
    el("ul").children(changes.iter().map(changed).collect()).view()
}
