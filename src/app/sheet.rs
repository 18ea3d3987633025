//! The sheet: the quote, or what stands in its place.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Origin, Outcome, Priced};
use super::draft::EntryProblem;
use super::fields::{id_of, what_is_wrong};
use super::number_panel::number_panel;
use super::parts::{button, heading, live, live_text, nothing, paragraph};
use crate::tariff::{Contact, Item, Line, PriceList, Provenance, PublishedExample, Quote};
use crate::text::{
    Lang, amount, field_name, formula, list_dates, not_included, notice, payer, period, provenance, reopened,
    unpriced_quantity, vat,
};

/// The outcome of the form, in a language.
pub fn sheet(desk: Desk, lang: Lang) -> AnyView {
    let content = live(move || {
        desk.outcome.with(|outcome| match outcome {
            Outcome::Priced(priced) => estimate(desk, lang, priced),
            Outcome::Wrong(list, problems) => to_correct(desk, lang, list, problems),
            Outcome::ByContact(contact) => by_contact(lang, contact),
            Outcome::NoList => paragraph("alert", lang.page().no_list),
        })
    });
    let is_priced = Memo::new(move |_| desk.outcome.with(|outcome| matches!(outcome, Outcome::Priced(_))));
    let number = live(move || if is_priced.get() { number_panel(desk, lang) } else { nothing() });
    view! {
        <section class="sheet" aria-labelledby="estimate-heading">
            <h2 id="estimate-heading">{lang.page().estimate}</h2>
            <p class="announcement" role="status">{live_text(move || desk.announcement.get())}</p>
            {content}
            {number}
        </section>
    }
    .into_any()
}

/// The outcome in a sentence, for those who hear the page rather than see it.
pub fn in_one_sentence(lang: Lang, outcome: &Outcome) -> String {
    let page = lang.page();
    match outcome {
        Outcome::Priced(priced) => {
            let quote = &priced.quote;
            let total = amount(lang, quote.list.currency, quote.total);
            let colon = if lang == Lang::Fr { "\u{a0}:" } else { ":" };
            let excluding = if quote.on_request.is_empty() { "" } else { page.excluding_on_request };
            format!("{}{colon} {total} {excluding}", page.total)
        }
        Outcome::Wrong(_, problems) => format!("{} ({})", page.correct, problems.len()),
        Outcome::ByContact(_) => page.private_heading.into(),
        Outcome::NoList => page.no_list.into(),
    }
}

fn estimate(desk: Desk, lang: Lang, priced: &Priced) -> AnyView {
    let page = lang.page();
    let quote = &priced.quote;
    let money = |money| amount(lang, quote.list.currency, money);
    let mut rows = Vec::new();
    let mut sources: Vec<&'static Provenance> = Vec::new();
    for line in &quote.lines {
        rows.push(row(lang, quote, line, &mut sources));
    }
    for unpriced in &quote.on_request {
        let label = lang.of(&unpriced.charge.label);
        rows.push(table_row(
            "",
            label,
            None,
            unpriced_quantity(lang, quote.list, unpriced),
            page.on_request.into(),
        ));
    }
    let mut to_know = Vec::new();
    for one in &quote.notices {
        to_know.push(notice(lang, one));
    }
    for remark in quote.list.remarks_on(priced.project.offer) {
        to_know.push(lang.of(remark).into());
    }
    let mut left_out = Vec::new();
    for one in &quote.not_included {
        left_out.push(not_included(lang, quote, one));
    }
    let mut cited = Vec::new();
    for source in sources {
        cited.push(provenance(lang, quote.list, source));
    }
    let on_request = match quote.on_request.is_empty() {
        true => nothing(),
        false => paragraph("excluding", page.excluding_on_request),
    };
    vec![
        origin_note(desk, lang, quote),
        view! { <p class="total" id="total">{money(quote.total)}</p> }.into_any(),
        on_request,
        paragraph("measures", &format!("{} {}", money(quote.total_per_user), page.per_user)),
        paragraph("measures", &period(lang, quote)),
        paragraph("measures", &vat(lang, quote)),
        table(lang, rows, money(quote.total)),
        heading(page.sources),
        view! { <ol class="sources">{items(cited)}</ol> }.into_any(),
        list_of(page.not_included, left_out),
        list_of(page.to_know, to_know),
        heading(page.price_list),
        paragraph("list-title", lang.of(&quote.list.title)),
        paragraph("", &list_dates(lang, quote.list, desk.today)),
    ]
    .into_any()
}

fn table(lang: Lang, rows: Vec<AnyView>, total: String) -> AnyView {
    let page = lang.page();
    view! {
        <table>
            <caption>{page.detail}</caption>
            <thead><tr><th scope="col">{page.item}</th><th scope="col">{page.amount}</th></tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row">{page.total}</th><td>{total}</td></tr></tfoot>
        </table>
    }
    .into_any()
}

fn row(
    lang: Lang,
    quote: &Quote<'static>,
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
    let formula = formula(lang, quote.list, line);
    let detail = format!("{formula}. {} {}", lang.page().paid_by, payer(lang, line.payer));
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
    let source = source.map_or_else(nothing, |source| view! { <sup>{source.to_string()}</sup> }.into_any());
    view! {
        <tr class=class>
            <th scope="row">{String::from(label)} {source} <span class="formula">{detail}</span></th>
            <td>{amount}</td>
        </tr>
    }
    .into_any()
}

fn items(sentences: Vec<String>) -> Vec<AnyView> {
    sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any()).collect()
}

fn list_of(called: &'static str, sentences: Vec<String>) -> AnyView {
    if sentences.is_empty() {
        return nothing();
    }
    vec![heading(called), view! { <ul>{items(sentences)}</ul> }.into_any()].into_any()
}

fn origin_note(desk: Desk, lang: Lang, quote: &Quote<'static>) -> AnyView {
    let page = lang.page();
    let note = match &*desk.origin.read() {
        Origin::StartingPoint | Origin::Entered => return nothing(),
        Origin::Example(list, example) => example_note(lang, list, example, quote),
        Origin::Opened { number, issued, list } => paragraph("", &reopened(lang, number, *issued, list)),
    };
    let redo = match desk.is_open_to_changes() {
        true => nothing(),
        false => button("", page.redo, move || desk.redo()),
    };
    let again = button("quiet", page.new, move || desk.start_again());
    view! { <div class="origin">{note} <div class="actions">{redo} {again}</div></div> }.into_any()
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
        let money = amount(lang, list.currency, money);
        view! { <div><dt>{called}</dt><dd>{money}</dd></div> }.into_any()
    };
    vec![
        paragraph("example", &format!("{} – {}", page.example_heading, lang.of(&example.title))),
        view! { <dl>{vec![figure(page.published_by_casd, published), figure(page.computed_here, quote.total)]}</dl> }
            .into_any(),
        paragraph("", if published == quote.total { page.equal } else { page.differ }),
        example.note.as_ref().map_or_else(nothing, |note| paragraph("", lang.of(note))),
    ]
    .into_any()
}

fn to_correct(desk: Desk, lang: Lang, list: &'static PriceList, problems: &[EntryProblem]) -> AnyView {
    let offer = desk.draft.with(|draft| draft.offer);
    let items: Vec<AnyView> = problems
        .iter()
        .map(|problem| {
            let id = id_of(&problem.field);
            let href = format!("#{id}");
            let go = move |event: web_sys::MouseEvent| {
                // The fragment is the number's: the link moves the focus, not the address.
                event.prevent_default();
                browser::focus(id.clone());
            };
            let name = field_name(lang, list, offer, &problem.field);
            let what = what_is_wrong(desk, &problem.field);
            view! { <li><a href=href on:click=go>{name}</a> <br/> {what}</li> }.into_any()
        })
        .collect();
    view! { <div class="alert">{heading(lang.page().correct)} <ul>{items}</ul></div> }.into_any()
}

fn by_contact(lang: Lang, contact: &'static Contact) -> AnyView {
    let page = lang.page();
    let who = format!("{} {} – ", page.private, lang.of(&contact.who));
    let address = format!("mailto:{}", contact.email);
    vec![
        heading(page.private_heading),
        view! { <p>{who} <a href=address>{contact.email.clone()}</a></p> }.into_any(),
    ]
    .into_any()
}
