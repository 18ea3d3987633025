//! What the cost is made of.

use leptos::prelude::*;

use super::figure::figure;
use super::money;
use super::table::{Row, table};
use crate::app::components::heading;
use crate::app::dom::fragment;
use crate::app::outcome::Snapshot;
use crate::i18n::{Lang, by_item_described, cell, share_of_total};
use crate::plots;

/// A bar for each item, and the same as a table.
pub fn composition(lang: Lang, subject: &Snapshot) -> AnyView {
    let (words, quote) = (lang.plots(), &subject.opened.quote);
    let parts = quote.cost_items();
    let plot = |width| {
        let label = |words: &tariff::Words| String::from(lang.of(words));
        plots::composition(&parts, &label, &|due| cell(lang, quote.list, due), width)
    };
    let rows = parts.iter().map(|part| {
        let share = part.tenths_of_percent.map(|tenths| share_of_total(lang, tenths));
        let cells = vec![cell(lang, quote.list, part.due), share.unwrap_or_default()];
        Row::new(lang.of(part.item.label()), cells)
    });
    let sum = Row::new(lang.page().total, vec![money(subject)(quote.total), String::new()]);
    let columns = [lang.page().item, lang.page().amount, words.share];
    fragment(vec![
        heading(words.by_item),
        figure(lang, "", &by_item_described(lang, quote), &plot),
        table(words.by_item_table, &columns, rows.collect(), Some(sum)),
    ])
}
