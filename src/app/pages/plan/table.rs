//! Tables of the plan: what is read beside a plot, and copied into an application.

use leptos::prelude::*;

use crate::app::dom::el;

/// A row: what it is called, and its cells.
pub struct Row {
    /// What it is called.
    pub label: String,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Row {
    /// A row.
    pub fn new(label: impl Into<String>, cells: Vec<String>) -> Row {
        Row { label: label.into(), cells }
    }
}

/// A table under a caption; the last row adds up, where there is one.
pub fn table(caption: &str, columns: &[&str], rows: Vec<Row>, sum: Option<Row>) -> AnyView {
    let head = columns.iter().map(|column| el("th").attr("scope", "col").text(column).view()).collect();
    let body = rows.into_iter().map(row).collect();
    let foot = sum.map(row).into_iter().collect();
    let table = el("table")
        .child(el("caption").text(caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(body))
        .child(el("tfoot").children(foot));
    // Wide ones are scrolled, with keys too.
    el("div")
        .class("table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
        .view()
}

fn row(Row { label, cells }: Row) -> AnyView {
    let cells = cells.into_iter().map(|cell| el("td").text(cell).view()).collect();
    el("tr").child(el("th").attr("scope", "row").text(label)).children(cells).view()
}
