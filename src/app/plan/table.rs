//! Tables of the plan: what is read beside a plot, and copied into an application.

use leptos::prelude::*;

use crate::app::tag::tag;

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
    let head = columns.iter().map(|column| tag("th").attr("scope", "col").text(column).view()).collect();
    let body = rows.into_iter().map(row).collect();
    let foot = sum.map(row).into_iter().collect();
    let table = tag("table")
        .child(tag("caption").text(caption))
        .child(tag("thead").child(tag("tr").children(head)))
        .child(tag("tbody").children(body))
        .child(tag("tfoot").children(foot));
    // Wide ones are scrolled, with keys too.
    tag("div")
        .class("table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
        .view()
}

fn row(Row { label, cells }: Row) -> AnyView {
    let cells = cells.into_iter().map(|cell| tag("td").text(cell).view()).collect();
    tag("tr").child(tag("th").attr("scope", "row").text(label)).children(cells).view()
}
