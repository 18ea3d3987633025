//! The static price page: the HTML of `tarifs.html` and `prices.html`.

use std::error::Error;

use casd_simulator::i18n::{
    Lang, amount, boxes, environment, formula, funder, offer_help, offer_name, options, provenance, team,
    term,
};
use maud::{Markup, html};
use tariff::{
    Charge, Contact, Offer, OfferTerms, PriceBook, PriceList, Pricing, ProjectOption, PublishedExample,
    Reduction, quote,
};

use super::frame::{Framed, framed, to_simulator};
use super::in_force::in_force;
use super::rgaa::Conformity;
use super::words::{self, colon, said};

/// The error of the page: an example whose project its own list refuses.
type Stopped = Box<dyn Error>;

/// The whole page in a language; `head` are the links to its style sheet and icon.
pub fn page(lang: Lang, book: &PriceBook, conformity: Conformity, head: &str) -> Result<String, Stopped> {
    let said = said(lang);
    let lists = by_date(book);
    let sections = lists.iter().map(|list| price_list(lang, book, list)).collect::<Result<Vec<_>, _>>()?;
    let content = html! {
        section class="sheet" {
            p { strong { (said.binding) } }
            p { (said.numbers) }
            h2 { (said.lists) }
            ul {
                @for list in &lists {
                    li { a href=(format!("#{}", list.id)) { (lang.of(&list.title)) } }
                }
            }
            h2 { (said.contacts) }
            (contacts(lang, &lists))
            h2 { (said.rules) }
            ul { @for rule in said.rule { li { (rule) } } }
        }
        @for section in &sections { (section) }
    };
    let page = Framed {
        title: said.title,
        description: said.description,
        intro: html! { p { (said.instead) " " (to_simulator(lang)) } },
        file: words::file,
        head,
        content,
        foot: html! { p class="hint" { (said.made_from) } },
    };
    Ok(framed(lang, conformity, page))
}

/// Lists that serve new simulations first, the last ones before those of earlier days.
pub fn by_date(book: &PriceBook) -> Vec<&PriceList> {
    let mut lists: Vec<&PriceList> = book.lists().iter().collect();
    lists.sort_by_key(|list| (list.archived, std::cmp::Reverse(list.in_force.from)));
    lists
}

/// The contact for each kind of access, from the first list that serves it.
fn contacts(lang: Lang, lists: &[&PriceList]) -> Markup {
    let of = |offer| lists.iter().find_map(|list| list.offer(offer)).map(|terms| (offer, &terms.contact));
    html! {
        ul {
            @for (offer, to) in Offer::ALL.into_iter().filter_map(of) {
                li { (offer_name(lang, offer)) (colon(lang)) (contact(lang, to)) }
            }
        }
    }
}

fn contact(lang: Lang, contact: &Contact) -> Markup {
    html! {
        (lang.of(&contact.who)) ", " a href=(format!("mailto:{}", contact.email)) { (contact.email) }
    }
}

fn price_list(lang: Lang, book: &PriceBook, list: &PriceList) -> Result<Markup, Stopped> {
    let said = said(lang);
    let examples = list.examples.iter().map(|one| example(lang, list, one)).collect::<Result<Vec<_>, _>>()?;
    Ok(html! {
        section class="sheet" aria-labelledby=(list.id) {
            h2 id=(list.id) { (lang.of(&list.title)) }
            @if list.archived { p class="note" { (said.archived) } }
            dl class="facts" {
                (fact(said.serial, html! { (list.serial) }))
                (fact(said.vat, html! { (words::vat(lang, list.vat)) }))
            }
            h3 { (said.offers) }
            @for terms in &list.offers { (offer(lang, book, list, terms)) }
            @if !list.charges.is_empty() { (prices(lang, list)) }
            (items(said.environments, list.configurations.iter().map(|one| {
                let included = if one.included { format!(" – {}", said.included) } else { String::new() };
                html! { (environment(lang, one)) (included) (detail(&only_for(lang, one.offers.as_ref()))) }
            })))
            (items(said.reductions, list.reductions.iter().map(|one| reduction(lang, list, one))))
            (items(said.options, list.options.iter().map(|one| option(lang, one))))
            (items(lang.page().to_know, list.remarks.iter().map(|remark| {
                html! { (lang.of(&remark.words)) (detail(&only_for(lang, remark.offers.as_ref()))) }
            })))
            @if !examples.is_empty() {
                h3 { (said.examples) }
                @for example in &examples { (example) }
            }
        }
    })
}

fn fact(called: &str, is: Markup) -> Markup {
    html! { div { dt { (called) } dd { (is) } } }
}

/// A heading with a list under it; nothing if the list is empty.
fn items(called: &str, items: impl ExactSizeIterator<Item = Markup>) -> Markup {
    html! {
        @if items.len() > 0 {
            h3 { (called) }
            ul { @for item in items { li { (item) } } }
        }
    }
}

/// Small print, a line for each sentence, in text browsers too.
fn detail(sentences: &[String]) -> Markup {
    html! {
        @if !sentences.is_empty() {
            br;
            span class="formula" {
                @for (index, sentence) in sentences.iter().enumerate() {
                    @if index > 0 { br; }
                    (sentence)
                }
            }
        }
    }
}

fn only_for(lang: Lang, offers: Option<&Vec<Offer>>) -> Vec<String> {
    offers.map(|offers| words::only_for(lang, offers)).into_iter().collect()
}

fn offer(lang: Lang, book: &PriceBook, list: &PriceList, terms: &OfferTerms) -> Markup {
    let said = said(lang);
    let mut spans: Vec<String> =
        in_force(book, list, terms.offer).iter().map(|span| words::span(lang, span)).collect();
    if spans.is_empty() && !list.archived {
        spans.push(words::never(lang).into());
    }
    let bounded: Vec<String> = terms.terms.iter().flat_map(|terms| words::terms(lang, terms)).collect();
    html! {
        h4 { (offer_name(lang, terms.offer)) }
        p class="hint" { (offer_help(lang, terms.offer)) }
        dl class="facts" {
            @if !spans.is_empty() { (fact(said.in_force, html! { (spans.join(", ")) })) }
            @if !bounded.is_empty() { (fact(said.terms, html! { (bounded.join(" – ")) })) }
            (fact(said.write_to, contact(lang, &terms.contact)))
        }
        @if terms.terms.is_none() { p { (lang.page().private_heading) "." } }
    }
}

fn prices(lang: Lang, list: &PriceList) -> Markup {
    let said = said(lang);
    html! {
        table {
            caption { (said.prices) }
            thead { tr { th scope="col" { (lang.page().item) } th scope="col" { (said.price) } } }
            tbody { @for charge in &list.charges { (price(lang, list, charge)) } }
        }
    }
}

fn price(lang: Lang, list: &PriceList, charge: &Charge) -> Markup {
    let mut details: Vec<String> = charge.when.iter().map(|when| words::when(lang, list, when)).collect();
    details.extend(only_for(lang, charge.offers.as_ref()));
    details.push(format!("{}{}{}", lang.pdf().paid_by, colon(lang), funder(lang, charge.payer)));
    details.extend(charge.provenance.iter().map(|from| provenance(lang, list, from)));
    let amounts = match &charge.price {
        Pricing::Unit(price) => vec![amount(lang, list.currency, price.money())],
        Pricing::Tiers(tiers) => words::tiers(lang, list, tiers),
        Pricing::OnRequest => vec![lang.page().on_request.into()],
    };
    html! {
        tr {
            th scope="row" { (lang.of(&charge.label)) (detail(&details)) }
            td {
                @for (index, amount) in amounts.iter().enumerate() { @if index > 0 { br; } (amount) }
                (detail(&[words::counted(lang, list, charge)]))
            }
        }
    }
}

fn reduction(lang: Lang, list: &PriceList, reduction: &Reduction) -> Markup {
    let mut details = only_for(lang, reduction.offers.as_ref());
    details.push(format!("{}{}", said(lang).condition, lang.of(&reduction.condition)));
    details.push(provenance(lang, list, &reduction.provenance));
    html! {
        (lang.of(&reduction.label)) (colon(lang)) (words::reduced(lang, list, reduction)) (detail(&details))
    }
}

fn option(lang: Lang, option: &ProjectOption) -> Markup {
    let mut details: Vec<String> = option.help.iter().map(|help| lang.of(help).into()).collect();
    details.extend(words::choices(lang, &option.choice));
    details.extend(only_for(lang, option.offers.as_ref()));
    if !option.chosen_at_first.is_empty() {
        details.push(format!("{}{}", said(lang).at_first, words::offers(lang, &option.chosen_at_first)));
    }
    html! { (lang.of(&option.label)) (detail(&details)) }
}

fn example(lang: Lang, list: &PriceList, example: &PublishedExample) -> Result<Markup, Stopped> {
    let (page, paper, said) = (lang.page(), lang.pdf(), said(lang));
    let project = &example.project;
    let quote =
        quote(list, project).map_err(|error| format!("{}: example {}: {error}", list.id, example.id))?;
    let total = amount(lang, list.currency, quote.total);
    let chosen = list.configurations.iter().find(|one| one.id == project.configuration);
    let source = list.source(&example.source).map(|source| lang.of(&source.title));
    Ok(html! {
        h4 { (lang.of(&example.title)) }
        dl class="facts" {
            (fact(page.offer, html! { (offer_name(lang, project.offer)) }))
            (fact(page.term, html! { (term(lang, project, &quote)) }))
            (fact(page.team, html! { (team(lang, project)) }))
            @if let Some(chosen) = chosen { (fact(page.environment, html! { (environment(lang, chosen)) })) }
            (fact(page.access_points, html! { (boxes(lang, project)) }))
            (fact(paper.options, html! { (options(lang, list, project)) }))
        }
        table {
            caption { (lang.of(&example.title)) (colon(lang)) (said.computed) }
            thead { tr { th scope="col" { (page.item) } th scope="col" { (page.amount) } } }
            tbody {
                @for line in &quote.lines {
                    tr {
                        th scope="row" {
                            (lang.of(line.item.label()))
                            (detail(&[
                                formula(lang, list, line),
                                format!("{}{}{}", paper.paid_by, colon(lang), funder(lang, line.payer)),
                            ]))
                        }
                        td { (amount(lang, list.currency, line.amount)) }
                    }
                }
            }
            tfoot { tr { th scope="row" { (page.computed_here) } td { (total) } } }
        }
        dl {
            (fact(page.published_by_casd, html! { (amount(lang, list.currency, example.total.money())) }))
        }
        p { (if example.total.money() == quote.total { page.equal } else { page.differ }) }
        @if let Some(note) = &example.note { p { (lang.of(note)) } }
        @if let Some(source) = source { p class="hint" { (source) } }
    })
}
