//! The tables of the comparison page: differing entries, lines and totals, one column a variant.

use leptos::prelude::*;

use super::table::{Row, table};
use crate::app::components::{heading, paragraph};
use crate::app::dom::{el, empty, fragment};
use crate::i18n::{Lang, amount, cell, input_name, input_value, same_in_all, signed_amount};
use tariff::{self, Comparison, Input, Project, Quote};

/// The tables of variants that have an estimate, under their names.
pub fn comparison_table(
    lang: Lang,
    names: &[String],
    priced: &[(Project, Quote<'static>)],
    comparison: &Comparison<'_>,
) -> AnyView {
    let words = lang.plots();
    let columns = |of: &'static str| -> Vec<&str> {
        [of].into_iter().chain(names.iter().map(String::as_str)).collect()
    };
    let inputs: Vec<Row> = comparison
        .differing
        .iter()
        .map(|input| {
            let values = priced.iter().map(|(project, quote)| input_value(lang, *input, project, quote));
            Row::new(input_name(lang, *input), values.collect())
        })
        .collect();
    let lines = |rows: &[tariff::Row<'_>]| -> Vec<Row> {
        let row = |row: &tariff::Row<'_>| {
            let cells = row.cells.iter().zip(priced).map(|(due, (_, quote))| cell(lang, quote.list, *due));
            Row::new(lang.of(row.item.label()), cells.collect())
        };
        rows.iter().map(row).collect()
    };
    let totals = comparison.totals.iter().zip(priced).map(|(of, (_, quote))| {
        let total = amount(lang, quote.list.currency, of.total);
        if of.leaves_out { format!("{total} ({})", lang.page().excluding_on_request) } else { total }
    });
    let differences = comparison.totals.iter().zip(priced).enumerate().map(|(index, (of, (_, quote)))| {
        match of.difference {
            _ if index == 0 => words.first.into(),
            Some(more) => signed_amount(lang, quote.list.currency, more),
            None => words.not_comparable.into(),
        }
    });
    let mut rows = lines(&comparison.rows);
    rows.push(Row::new(words.difference, differences.collect()));
    let sum = Row::new(lang.page().total, totals.collect());
    let other_prices = if comparison.differing.contains(&Input::PriceList) { words.other_prices } else { "" };
    let same = comparison.same.len();
    fragment(vec![
        heading(words.variants),
        match inputs.is_empty() {
            true => paragraph("", words.nothing_differs),
            false => table(words.differing, &columns(lang.page().form), inputs, None),
        },
        paragraph("hint", other_prices),
        table(words.variants_table, &columns(lang.page().item), rows, Some(sum)),
        match same {
            0 => empty(),
            _ => el("details")
                .child(el("summary").text(words.show_same))
                .child(table(
                    &same_in_all(lang, same),
                    &columns(lang.page().item),
                    lines(&comparison.same),
                    None,
                ))
                .view(),
        },
    ])
}
