//! The estimate panel: the quote line by line, or what is to be corrected.

use leptos::prelude::*;

use super::app_state::{AppState, ESTIMATE, Origin};
use super::components::{button, headed, heading, paragraph};
use super::dom::{dynamic, el, empty, fragment};
use super::draft::EntryProblem;
use super::fields::{id_of, what_is_wrong};
use super::live_region::{Status, announcement};
use super::number_panel::number_panel;
use super::outcome::{Outcome, Priced};
use super::platform::focus::focus;
use super::today_note::today_note;
use crate::i18n::{
    Lang, amount, field_name, formula, list_dates, not_included, notice, period, priced_on, provenance,
    reopened, unpriced_quantity, vat,
};
use crate::price_lists;
use tariff::{Contact, Item, Line, PriceList, Provenance, PublishedExample, Quote, reprice_today};

/// The outcome of the form, in a language.
pub fn estimate_panel(app: AppState, lang: Lang, announced: RwSignal<Status>) -> AnyView {
    let content = dynamic(move || {
        app.outcome.with(|outcome| match outcome {
            Outcome::Priced(priced) => estimate(app, lang, priced),
            Outcome::Wrong(list, problems) => to_correct(app, lang, list, problems),
            Outcome::ByContact(contact) => by_contact(lang, contact),
            Outcome::NoList => paragraph("alert", lang.page().no_list),
        })
    });
    headed("section", ESTIMATE, lang.page().estimate)
        .class("sheet")
        .attr_with("data-quote", move || app.outcome.with(as_data))
        .child(announcement(announced))
        .child(content)
        .child(number_panel(app, lang))
        .view()
}

/// The number, the total and the currency, for the page that this one stands in.
fn as_data(outcome: &Outcome) -> String {
    let (Outcome::Priced(priced), Some(issued)) = (outcome, outcome.issued()) else { return String::new() };
    let Quote { list, total, .. } = &priced.quote;
    format!("{} {total} {}", issued.number.as_str(), list.currency.code())
}

fn estimate(app: AppState, lang: Lang, priced: &Priced) -> AnyView {
    let (page, today) = (lang.page(), app.today());
    let quote = &priced.quote;
    let total = amount(lang, quote.list.currency, quote.total);
    let per_user = amount(lang, quote.list.currency, quote.total_per_user);
    let mut rows = Vec::new();
    let mut sources: Vec<&'static Provenance> = Vec::new();
    for line in &quote.lines {
        rows.push(row(lang, priced, line, &mut sources));
    }
    for unpriced in &quote.on_request {
        let (label, quantity) =
            (lang.of(&unpriced.charge.label), unpriced_quantity(lang, quote.list, unpriced));
        rows.push(table_row("", label, None, quantity, page.on_request.into()));
    }
    let mut orders = Vec::new();
    let funders = quote.funders();
    for funder in funders.iter().filter(|_| funders.len() > 1) {
        let called = format!("{} {}", page.purchase_order, priced.names.label(*funder));
        let subtotal = amount(lang, quote.list.currency, quote.subtotal_of(*funder));
        orders.push(table_row("", &called, None, String::new(), subtotal));
    }
    let mut to_know = Vec::new();
    if quote.start < today {
        to_know.push(item(page.started.into()));
    }
    for one in &quote.notices {
        to_know.push(item(notice(lang, one)));
    }
    for remark in quote.list.remarks_on(priced.project.offer) {
        to_know.push(item(lang.of(remark).into()));
    }
    let mut left_out = Vec::new();
    for one in &quote.not_included {
        left_out.push(item(not_included(lang, quote, one)));
    }
    let mut cited = Vec::new();
    for (at, source) in sources.into_iter().enumerate() {
        let source =
            el("li").id(source_id(at + 1)).attr("tabindex", "-1").text(provenance(lang, quote.list, source));
        cited.push(source.view());
    }
    let asked_for = app.inputs.with(|inputs| inputs.priced_on.filter(|_| inputs.origin.list().is_none()));
    let excluding = if quote.on_request.is_empty() { "" } else { page.excluding_on_request };
    fragment(vec![
        origin_note(app, lang, priced),
        main_total(page.total, &total),
        paragraph("excluding", excluding),
        paragraph("measures", &format!("{per_user} {}", page.per_user)),
        paragraph("measures", &period(lang, quote)),
        paragraph("measures", &vat(lang, quote)),
        table(lang, rows, orders, total, excluding),
        heading(page.sources),
        el("ol").class("sources").children(cited).view(),
        list_of(page.not_included, left_out),
        list_of(page.to_know, to_know),
        heading(page.price_list),
        paragraph("measures", lang.of(&quote.list.title)),
        paragraph("measures", &list_dates(lang, quote.list, today)),
        paragraph("measures", &asked_for.map_or_else(String::new, |day| priced_on(lang, day))),
    ])
}

/// The total, which stands where it is seen for what it is; screen readers have its name before it.
fn main_total(called: &str, total: &str) -> AnyView {
    let name = el("span").class("visually-hidden").text(called);
    el("p").class("total").child(name).text(" ").child(el("span").id("total").text(total)).view()
}

fn table(lang: Lang, rows: Vec<AnyView>, orders: Vec<AnyView>, total: String, excluding: &str) -> AnyView {
    let page = lang.page();
    let head = el("tr").child(column(page.item)).child(column(page.amount));
    let called =
        el("th").attr("scope", "row").text(page.total).child(el("span").class("formula").text(excluding));
    let foot = el("tr").child(called).child(el("td").text(total));
    el("table")
        .child(el("caption").text(page.detail))
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
        .child(el("tfoot").children(orders).child(foot))
        .view()
}

fn column(called: &'static str) -> AnyView {
    el("th").attr("scope", "col").text(called).view()
}

fn row(
    lang: Lang,
    Priced { quote, names, .. }: &Priced,
    line: &Line<'static>,
    sources: &mut Vec<&'static Provenance>,
) -> AnyView {
    let source = line.item.provenance().map(|provenance| {
        let known = sources.iter().position(|one| *one == provenance);
        known.unwrap_or_else(|| {
            sources.push(provenance);
            sources.len() - 1
        }) + 1
    });
    let class = match line.item {
        Item::Charge(_) => "",
        Item::Reduction(..) => "reduction",
    };
    let paid_by = names.paid_by(lang, line.payer, line.funder);
    let detail = format!("{}\n{paid_by}", formula(lang, quote.list, line));
    table_row(
        class,
        lang.of(line.item.label()),
        source,
        detail,
        amount(lang, quote.list.currency, line.amount),
    )
}

fn table_row(
    class: &'static str,
    label: &str,
    source: Option<usize>,
    detail: String,
    amount: String,
) -> AnyView {
    let source = source.map_or_else(empty, mark);
    let head = el("th").attr("scope", "row").text(label).child(source);
    let head = head.text(" ").child(el("span").class("formula").text(detail));
    el("tr").class(class).child(head).child(el("td").text(amount)).view()
}

/// The mark of a source, at a line: a link to it.
fn mark(source: usize) -> AnyView {
    let id = source_id(source);
    let link = el("a").attr("href", format!("#{id}")).attr("aria-label", format!("Source {source}"));
    let link = link.text(format!("[{source}]")).on("click", move |event| {
        // The fragment is the number's: the link moves the focus, not the address.
        event.prevent_default();
        focus(id.clone());
    });
    el("sup").child(link).view()
}

/// The id of a source, by its number among those of the estimate.
fn source_id(source: usize) -> String {
    format!("source-{source}")
}

fn item(sentence: String) -> AnyView {
    el("li").text(sentence).view()
}

fn list_of(called: &'static str, items: Vec<AnyView>) -> AnyView {
    if items.is_empty() {
        return empty();
    }
    fragment(vec![heading(called), el("ul").children(items).view()])
}

fn origin_note(app: AppState, lang: Lang, Priced { project, quote, .. }: &Priced) -> AnyView {
    let page = lang.page();
    let note = app.inputs.with(|inputs| match &inputs.origin {
        Origin::StartingPoint | Origin::Entered => None,
        Origin::Example(list, example) => Some(example_note(lang, list, example, quote)),
        Origin::Opened { number, issued, list } => {
            Some(paragraph("", &reopened(lang, number, *issued, list)))
        }
    });
    let Some(note) = note else { return empty() };
    let today = reprice_today(price_lists::price_book(), project, quote, app.today());
    let today = today.map_or_else(empty, |today| today_note(lang, &today));
    let redo = match app.is_open_to_changes() {
        true => empty(),
        false => button("", page.redo, move || app.redo()),
    };
    let again = button("quiet", page.new, move || app.start_again());
    let actions = el("div").class("actions").child(redo).child(again);
    el("div").class("origin").child(note).child(today).child(actions).view()
}

fn example_note(
    lang: Lang,
    list: &PriceList,
    example: &'static PublishedExample,
    quote: &Quote<'static>,
) -> AnyView {
    let page = lang.page();
    let published = example.total.money();
    let figure = |called: &'static str, money| {
        el("div").child(el("dt").text(called)).child(el("dd").text(amount(lang, list.currency, money))).view()
    };
    let figures = vec![figure(page.published_by_casd, published), figure(page.computed_here, quote.total)];
    fragment(vec![
        paragraph("", &format!("{} – {}", page.example_heading, lang.of(&example.title))),
        el("dl").children(figures).view(),
        paragraph("", if published == quote.total { page.equal } else { page.differ }),
        paragraph("", example.note.as_ref().map_or("", |note| lang.of(note))),
    ])
}

fn to_correct(app: AppState, lang: Lang, list: &'static PriceList, problems: &[EntryProblem]) -> AnyView {
    let offer = app.draft(|draft| draft.offer);
    let problem = |problem: &EntryProblem| {
        let id = id_of(&problem.field);
        let name = field_name(lang, list, offer, &problem.field);
        let link = el("a").attr("href", format!("#{id}")).text(name).on("click", move |event| {
            // The fragment is the number's: the link moves the focus, not the address.
            event.prevent_default();
            focus(id.clone());
        });
        el("li").child(link).child(el("br")).text(what_is_wrong(app, &problem.field)).view()
    };
    let items = problems.iter().map(problem).collect();
    el("div").class("alert").child(heading(lang.page().correct)).child(el("ul").children(items)).view()
}

fn by_contact(lang: Lang, contact: &'static Contact) -> AnyView {
    let page = lang.page();
    let who = format!("{} {} – ", page.private, lang.of(&contact.who));
    let address = el("a").attr("href", format!("mailto:{}", contact.email)).text(contact.email.clone());
    fragment(vec![heading(page.private_heading), el("p").text(who).child(address).view()])
}
