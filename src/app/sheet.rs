//! The sheet: the quote, or what stands in its place.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Origin, Outcome, Priced};
use super::draft::EntryProblem;
use super::fields::{id_of, what_is_wrong};
use super::number_panel::number_panel;
use crate::tariff::{Contact, Item, Line, PriceList, Provenance, PublishedExample, Quote};
use crate::text::{
    Lang, amount, field_name, formula, list_dates, not_included, notice, payer, period, provenance, reopened,
    unpriced_quantity, vat,
};

/// The outcome of the form, in a language.
pub fn sheet(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let content = move || {
        desk.outcome.with(|outcome| match outcome {
            Outcome::Priced(priced) => estimate(desk, lang, priced),
            Outcome::Wrong(list, problems) => to_correct(desk, lang, list, problems),
            Outcome::ByContact(contact) => by_contact(lang, contact),
            Outcome::NoList => view! { <p class="alert">{page.no_list}</p> }.into_any(),
        })
    };
    let copied = RwSignal::new(None);
    let is_priced = Memo::new(move |_| desk.outcome.with(|outcome| matches!(outcome, Outcome::Priced(_))));
    view! {
        <section class="sheet" aria-labelledby="estimate-heading">
            <h2 id="estimate-heading">{page.estimate}</h2>
            <p class="announcement" role="status">{move || desk.announcement.get()}</p>
            {content}
            {move || is_priced.get().then(|| number_panel(desk, lang, copied))}
        </section>
    }
    .into_any()
}

/// The outcome in a sentence, for those who hear the page rather than see it.
pub fn in_one_sentence(lang: Lang, outcome: &Outcome) -> String {
    let page = lang.page();
    let colon = if lang == Lang::Fr { "\u{a0}: " } else { ": " };
    match outcome {
        Outcome::Priced(priced) => {
            let quote = &priced.quote;
            let total = amount(lang, quote.list.currency, quote.total);
            let excluding = if quote.on_request.is_empty() {
                String::new()
            } else {
                format!(", {}", page.excluding_on_request)
            };
            format!("{}{colon}{total}{excluding}", page.total)
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
    let on_request = (!quote.on_request.is_empty())
        .then(|| view! { <p class="excluding">{page.excluding_on_request}</p> });
    let mut sources = Vec::new();
    let mut rows: Vec<AnyView> =
        quote.lines.iter().map(|line| row(lang, quote, line, &mut sources)).collect();
    rows.extend(quote.on_request.iter().map(|unpriced| {
        let label = lang.of(&unpriced.charge.label).to_string();
        table_row("", label, None, unpriced_quantity(lang, quote.list, unpriced), page.on_request.into())
    }));
    let sources = sources
        .into_iter()
        .map(|source| view! { <li>{provenance(lang, quote.list, source)}</li> }.into_any());
    let left_out = quote.not_included.iter().map(|left_out| not_included(lang, quote, left_out)).collect();
    let to_know = quote.notices.iter().map(|one| notice(lang, one));
    let to_know = to_know
        .chain(quote.list.remarks_on(priced.project.offer).map(|words| lang.of(words).into()))
        .collect();
    view! {
        {origin_note(desk, lang, quote)}
        <p class="total"><strong id="total">{money(quote.total)}</strong></p>
        {on_request}
        <p class="measures">{format!("{} {}", money(quote.total_per_user), page.per_user)}<br/>{period(lang, quote)}<br/>{vat(lang, quote)}</p>
        <table>
            <caption>{page.detail}</caption>
            <thead><tr><th scope="col">{page.item}</th><th scope="col">{page.amount}</th></tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row">{page.total}</th><td>{money(quote.total)}</td></tr></tfoot>
        </table>
        <h3>{page.sources}</h3>
        <ol class="sources">{sources.collect::<Vec<_>>()}</ol>
        {list_of(page.not_included, left_out)}
        {list_of(page.to_know, to_know)}
        <h3>{page.price_list}</h3>
        <p>{lang.of(&quote.list.title).to_string()}<br/>{list_dates(lang, quote.list, desk.today)}</p>
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
        let known =
            sources.iter().position(|one| core::ptr::eq(*one, provenance) || same_source(one, provenance));
        known.unwrap_or_else(|| {
            sources.push(provenance);
            sources.len() - 1
        }) + 1
    });
    let class = match line.item {
        Item::Charge(_) => "",
        Item::Reduction(..) => "reduction",
    };
    let paid_by = format!("{} {}", lang.page().paid_by, payer(lang, line.payer));
    let formula = format!("{}. {paid_by}", formula(lang, quote.list, line));
    let label = lang.of(line.item.label()).to_string();
    table_row(class, label, source, formula, amount(lang, quote.list.currency, line.amount))
}

fn table_row(
    class: &'static str,
    label: String,
    source: Option<usize>,
    detail: String,
    amount: String,
) -> AnyView {
    view! {
        <tr class=class>
            <th scope="row">
                {label}
                {source.map(|source| view! { <sup>{source.to_string()}</sup> })}
                <span class="formula">{detail}</span>
            </th>
            <td>{amount}</td>
        </tr>
    }
    .into_any()
}

fn same_source(one: &Provenance, other: &Provenance) -> bool {
    match (one, other) {
        (Provenance::Published(one), Provenance::Published(other)) => one == other,
        _ => false,
    }
}

fn list_of(heading: &'static str, sentences: Vec<String>) -> AnyView {
    (!sentences.is_empty())
        .then(|| {
            let items: Vec<_> =
                sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any()).collect();
            view! { <h3>{heading}</h3> <ul>{items}</ul> }
        })
        .into_any()
}

fn origin_note(desk: Desk, lang: Lang, quote: &Quote<'static>) -> AnyView {
    let page = lang.page();
    let note = match &*desk.origin.read() {
        Origin::StartingPoint | Origin::Entered => return ().into_any(),
        Origin::Example(list, example) => example_note(lang, list, example, quote),
        Origin::Opened { number, issued, list } => {
            view! { <p>{reopened(lang, number, *issued, list)}</p> }.into_any()
        }
    };
    let redo = (!desk.is_open_to_changes())
        .then(|| view! { <button type="button" on:click=move |_| desk.redo()>{page.redo}</button> });
    view! {
        <div class="origin">
            {note}
            <p class="actions">
                {redo}
                <button type="button" class="quiet" on:click=move |_| desk.start_again()>{page.new}</button>
            </p>
        </div>
    }
    .into_any()
}

fn example_note(
    lang: Lang,
    list: &PriceList,
    example: &'static PublishedExample,
    quote: &Quote<'static>,
) -> AnyView {
    let page = lang.page();
    let published = example.total.money();
    let verdict = if published == quote.total { page.equal } else { page.differ };
    let note = example.note.as_ref().map(|note| view! { <p>{lang.of(note).to_string()}</p> });
    view! {
        <p><strong>{page.example_heading}</strong> " – " {lang.of(&example.title).to_string()}</p>
        <dl>
            <div><dt>{page.published_by_casd}</dt><dd>{amount(lang, list.currency, published)}</dd></div>
            <div><dt>{page.computed_here}</dt><dd>{amount(lang, list.currency, quote.total)}</dd></div>
        </dl>
        <p>{verdict}</p>
        {note}
    }
    .into_any()
}

fn to_correct(desk: Desk, lang: Lang, list: &'static PriceList, problems: &[EntryProblem]) -> AnyView {
    let offer = desk.draft.with(|draft| draft.offer);
    let items: Vec<_> = problems
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
            view! { <li><a href=href on:click=go>{name}</a><br/>{what}</li> }.into_any()
        })
        .collect();
    view! {
        <div class="alert">
            <h3>{lang.page().correct}</h3>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn by_contact(lang: Lang, contact: &'static Contact) -> AnyView {
    let page = lang.page();
    let address = format!("mailto:{}", contact.email);
    view! {
        <h3>{page.private_heading}</h3>
        <p>{page.private} " " {lang.of(&contact.who).to_string()} " – " <a href=address>{contact.email.clone()}</a></p>
    }
    .into_any()
}
