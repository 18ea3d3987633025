//! Who pays what: the quote as one purchase order for each funder.

use leptos::prelude::*;

use super::money;
use super::table::{Row, table};
use crate::app::components::{heading, paragraph};
use crate::app::dom::fragment;
use crate::app::outcome::Snapshot;
use crate::i18n::{Lang, formula, unpriced_quantity};
use tariff::PurchaseOrder;

/// The purchase orders, each with its lines and subtotal.
pub fn payers(lang: Lang, subject: &Snapshot) -> AnyView {
    let (words, quote) = (lang.plan(), &subject.opened.quote);
    let orders = quote.purchase_orders();
    let mut views = vec![heading(words.payers), paragraph("hint", words.payers_help)];
    if orders.len() < 2 {
        views.push(paragraph("", words.one_payer));
    }
    views.extend(orders.iter().map(|one| order(lang, subject, one)));
    if orders.len() > 1 {
        let rows = orders
            .iter()
            .map(|order| Row::new(subject.names.label(order.funder), vec![money(subject)(order.subtotal)]));
        let sum = Row::new(lang.page().total, vec![money(subject)(quote.total)]);
        let columns = [words.funder, lang.page().amount];
        views.push(table(words.all_orders, &columns, rows.collect(), Some(sum)));
    }
    fragment(views)
}

fn order(lang: Lang, subject: &Snapshot, order: &PurchaseOrder<'_>) -> AnyView {
    let (page, list) = (lang.page(), subject.opened.list);
    let mut rows = Vec::new();
    for line in &order.lines {
        let cells = vec![formula(lang, list, line), money(subject)(line.amount)];
        rows.push(Row::new(lang.of(line.item.label()), cells));
    }
    for unpriced in &order.on_request {
        let cells = vec![unpriced_quantity(lang, list, unpriced), page.on_request.into()];
        rows.push(Row::new(lang.of(&unpriced.charge.label), cells));
    }
    let sum = Row::new(lang.plan().subtotal, vec![String::new(), money(subject)(order.subtotal)]);
    let caption = format!("{} {}", lang.plan().order, subject.names.label(order.funder));
    table(&caption, &[page.item, lang.files().formula, page.amount], rows, Some(sum))
}
