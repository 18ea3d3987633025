//! The HTML of the accessibility statement: the conformance rate and the table of criteria.

use std::error::Error;

use casd_simulator::i18n::{Lang, day};
use maud::{Markup, html};
use tariff::{Contact, day_from_iso};

use super::frame::{Framed, framed, to_simulator};
use super::rgaa::{Criterion, Status, Table, Tally, Test, Theme};
use super::statement_words::{self as words, Statement, said};

/// The whole page in a language; `head` are the links to its style sheet and icon, `contact` is the publisher's contact.
pub fn statement(lang: Lang, table: &Table, contact: &Contact, head: &str) -> Result<String, Box<dyn Error>> {
    let said = said(lang);
    let tally = Tally::of(table.criteria());
    let assessed = day_from_iso(&table.assessed_on).ok_or("the day of the assessment is no day")?;
    let content = html! {
        section class="sheet" {
            p { strong { (said.whose) } }
            p { (said.scope) }
        }
        (part(said.state, html! { p { (words::state(lang, tally.conformity())) } }))
        (part(said.results, html! { p { (words::rate(lang, &tally)) } (by_theme(lang, table)) }))
        (part(said.not_accessible, not_accessible(lang, table)))
        (part(said.drawn_up, drawn_up(said, &words::drawn_up_on(lang, &day(lang, assessed)))))
        (part(said.contact, html! {
            p {
                (said.write) (lang.of(&contact.who)) ", "
                a href=(format!("mailto:{}", contact.email)) { (contact.email) } "."
            }
        }))
        (part(said.remedies, remedies(said)))
        (part(said.table, html! {
            p class="hint" { (lang.of(&table.standard.titles)) }
            @for theme in &table.themes { (criteria(lang, theme)) }
        }))
    };
    let page = Framed {
        title: said.title,
        description: said.description,
        intro: html! { p { (to_simulator(lang)) } },
        file: words::file,
        head,
        content,
        foot: html! {},
    };
    Ok(framed(lang, tally.conformity(), page))
}

fn part(called: &str, content: Markup) -> Markup {
    html! { section class="sheet" { h2 { (called) } (content) } }
}

fn by_theme(lang: Lang, table: &Table) -> Markup {
    let said = said(lang);
    html! {
        table {
            caption { (said.by_theme) }
            thead { tr { th scope="col" { (said.theme) } th scope="col" { (said.met) } } }
            tbody {
                @for theme in &table.themes {
                    tr {
                        th scope="row" { (theme.number) ". " (lang.of(&theme.title)) }
                        td { (words::met(lang, &Tally::of(theme.criteria.iter()))) }
                    }
                }
            }
        }
    }
}

fn not_accessible(lang: Lang, table: &Table) -> Markup {
    let said = said(lang);
    let not_met = || table.criteria().filter(|one| one.status == Status::NotConforming);
    html! {
        h3 { (said.not_met) }
        @if not_met().next().is_none() {
            p { (said.all_met) }
        } @else {
            ul {
                @for Criterion { number, title, why, .. } in not_met() {
                    li { strong { (number) " " (lang.of(title)) } br; (lang.of(why)) }
                }
            }
        }
        h3 { (said.disproportionate) }
        p { (said.no_disproportionate) }
        h3 { (said.exempt) }
        p { (said.no_exempt) }
    }
}

fn drawn_up(said: &Statement, when: &str) -> Markup {
    let list = |items: &[&str]| html! { ul { @for item in items { li { (item) } } } };
    html! {
        p { (when) }
        h3 { (said.technologies) }
        (list(said.technology))
        h3 { (said.means) }
        (list(said.environment))
        p { strong { (said.not_used) } }
        h3 { (said.tools) }
        (list(said.tool))
        h3 { (said.pages) }
        ul { @for (address, called) in said.page { li { a href=(address) { (called) } } } }
        p { (said.other_parts) }
    }
}

fn remedies(said: &Statement) -> Markup {
    html! {
        p { (said.remedy) }
        ul {
            li { a href=(words::FORM) { (said.defender_form) } }
            li { a href=(words::DELEGATES) { (said.defender_delegates) } }
            li { (said.defender_post) span lang="fr" { (words::POST) } }
        }
    }
}

fn criteria(lang: Lang, theme: &Theme) -> Markup {
    let said = said(lang);
    html! {
        table {
            caption { (theme.number) ". " (lang.of(&theme.title)) }
            thead { tr { th scope="col" { (said.criterion) } th scope="col" { (said.status) } } }
            tbody { @for one in &theme.criteria { (criterion(lang, one)) } }
        }
    }
}

fn criterion(lang: Lang, Criterion { number, title, status, why, tests }: &Criterion) -> Markup {
    html! {
        tr id=(format!("c{number}")) {
            th scope="row" {
                (number) " " (lang.of(title)) br;
                span class="formula" {
                    (lang.of(why))
                    @for one in tests { br; (said(lang).shown_by) (test(one)) }
                }
            }
            td { @if *status == Status::NotConforming { strong { (words::status(lang, *status)) } }
                 @else { (words::status(lang, *status)) } }
        }
    }
}

/// The path of a test, with line-break opportunities.
fn test(Test { file, title }: &Test) -> Markup {
    // Native ones are named by a sentence, too.
    let title = if file.ends_with(".rs") { title.replace('_', " ") } else { title.clone() };
    html! {
        span lang="en" {
            "“" (title) "”, "
            @for (index, part) in file.split('/').enumerate() { @if index > 0 { "/" wbr; } (part) }
        }
    }
}
