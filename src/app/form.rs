//! The form: the project, as the visitor describes it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Origin};
use super::draft::{Draft, YES};
use super::fields::{Entry, date_field, group, id_of, number_field, radio, select, tick, what_is_wrong};
use super::parts::{button, live, live_text, nothing, paragraph};
use crate::published;
use crate::tariff::{Choice, Field, Offer, PriceList, ProjectOption};
use crate::text::{Lang, configuration, offer_help, offer_name};

/// The form in a language.
pub fn form(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let above = live(move || match desk.is_open_to_changes() {
        false => paragraph("note", page.archived_form),
        true if matches!(*desk.origin.read(), Origin::StartingPoint) => {
            paragraph("note", page.starting_point)
        }
        true => nothing(),
    });
    // What can be chosen depends on the list, and the list on the offer and on where the form came from.
    let offered = Memo::new(move |_| desk.list().map(|(list, offer)| (list.serial, offer)));
    let project = live(move || {
        let offered = offered.get().and_then(|(serial, offer)| {
            let list = published::price_book().by_serial(serial)?;
            list.offer(offer)?.terms.as_ref().map(|_| project_fields(desk, lang, list, offer))
        });
        offered.unwrap_or_else(nothing)
    });
    let closed = Signal::derive(move || !desk.is_open_to_changes());
    view! {
        <form class="project" aria-labelledby="form-heading" on:submit=|event| event.prevent_default()>
            <h2 id="form-heading">{page.form}</h2>
            {above}
            <fieldset class="all" prop:disabled=closed>
                {group(page.offer, vec![offers(desk, lang)])}
                {project}
            </fieldset>
        </form>
    }
    .into_any()
}

fn offers(desk: Desk, lang: Lang) -> AnyView {
    let choices: Vec<AnyView> = Offer::ALL
        .into_iter()
        .map(|offer| {
            radio(
                "offer",
                format!("offer-{}", offer.name()),
                offer_name(lang, offer),
                offer_help(lang, offer),
                Signal::derive(move || desk.draft.read().offer == offer),
                Box::new(move |_| desk.enter(|draft| draft.offer = offer)),
            )
        })
        .collect();
    view! { <div class="choices">{choices}</div> }.into_any()
}

fn project_fields(desk: Desk, lang: Lang, list: &'static PriceList, offer: Offer) -> AnyView {
    let page = lang.page();
    let number = |field: Field, label: &str, held: fn(&Draft) -> &String, enter: fn(&mut Draft, String)| {
        let entry = Entry { label: label.into(), hint: "", field };
        let value = Signal::derive(move || held(&desk.draft.read()).clone());
        number_field(desk, entry, value, Box::new(move |typed| desk.enter(|draft| enter(draft, typed))))
    };
    let months = number(Field::Months, page.months, |draft| &draft.months, Draft::set_months);
    let users = number(Field::Users, page.users, |draft| &draft.users, |draft, typed| draft.users = typed);
    let students = number(
        Field::Students,
        page.students,
        |draft| &draft.students,
        |draft, typed| draft.students = typed,
    );
    let minimum = list.offer(offer).and_then(|served| served.terms.as_ref()?.months.minimum);
    vec![
        group(
            page.term,
            vec![pair(start(desk, lang), months), minimum.map_or_else(nothing, |_| renewal(desk, lang))],
        ),
        group(page.team, vec![pair(users, students)]),
        group(page.environment, vec![configurations(desk, lang, list, offer)]),
        group(page.access_points, boxes(desk, lang)),
        group(page.options, list.options_of(offer).map(|one| option(desk, lang, one)).collect()),
    ]
    .into_any()
}

fn pair(one: AnyView, other: AnyView) -> AnyView {
    view! { <div class="pair">{one} {other}</div> }.into_any()
}

fn start(desk: Desk, lang: Lang) -> AnyView {
    // Only the page's own changes are written back: while a visitor types, the field holds a date
    // that is not complete, and writing would wipe it.
    let value = Signal::derive(move || {
        desk.filled_in.track();
        desk.draft.with_untracked(|draft| draft.start.clone())
    });
    let entry = Entry { label: lang.page().start.into(), hint: "", field: Field::Start };
    date_field(desk, entry, value, Box::new(move |typed| desk.enter(|draft| draft.start = typed)))
}

fn renewal(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    tick(
        "renewal".into(),
        page.renewal,
        page.renewal_help,
        Signal::derive(move || desk.draft.read().renewal),
        Box::new(move |ticked| desk.enter(|draft| draft.renewal = ticked)),
    )
}

fn configurations(desk: Desk, lang: Lang, list: &'static PriceList, offer: Offer) -> AnyView {
    let choices: Vec<AnyView> = list
        .configurations_of(offer)
        .map(|one| {
            radio(
                "configuration",
                format!("configuration-{}", one.id),
                lang.of(&one.label),
                &configuration(lang, one),
                Signal::derive(move || desk.draft.read().configuration_in(list).as_ref() == Some(&one.id)),
                Box::new(move |_| desk.enter(|draft| draft.configuration = Some(one.id.clone()))),
            )
        })
        .collect();
    view! { <div class="choices" id=id_of(&Field::Configuration)>{choices}</div> }.into_any()
}

fn boxes(desk: Desk, lang: Lang) -> Vec<AnyView> {
    let page = lang.page();
    let keys = Memo::new(move |_| {
        desk.draft.with(|draft| draft.boxes.iter().map(|one| one.key).collect::<Vec<u32>>())
    });
    let rows = live(move || {
        let rows = keys.get().into_iter().enumerate();
        rows.map(|(index, key)| box_row(desk, lang, index, key)).collect::<Vec<_>>().into_any()
    });
    let add = button("", page.add_box, move || {
        desk.enter(Draft::add_box);
        let boxes = desk.draft.with_untracked(|draft| draft.boxes.len());
        browser::focus(id_of(&Field::AccessPointMonths(boxes - 1)));
    });
    vec![
        paragraph("hint", page.access_points_help),
        rows,
        view! {
            <div id=id_of(&Field::AccessPoints) tabindex="-1">{add}</div>
            <p class="error">{live_text(move || what_is_wrong(desk, &Field::AccessPoints))}</p>
        }
        .into_any(),
    ]
}

fn box_row(desk: Desk, lang: Lang, index: usize, key: u32) -> AnyView {
    let page = lang.page();
    let colon = if lang == Lang::Fr { "\u{a0}:" } else { ":" };
    let label = format!("SD-Box\u{a0}{}{colon} {}", index + 1, page.box_months);
    let months = Signal::derive(move || desk.draft.with(|draft| draft.box_months(key)));
    let enter = move |typed| desk.enter(|draft| draft.set_box_months(key, typed));
    let entry = Entry { label, hint: "", field: Field::AccessPointMonths(index) };
    let remove = button("quiet", &format!("{}\u{a0}{}", page.remove, index + 1), move || {
        desk.enter(|draft| draft.boxes.retain(|one| one.key != key));
        browser::focus(id_of(&Field::AccessPoints));
    });
    view! { <div class="box">{number_field(desk, entry, months, Box::new(enter))} {remove}</div> }.into_any()
}

fn option(desk: Desk, lang: Lang, option: &'static ProjectOption) -> AnyView {
    let field = Field::Option(option.id.clone());
    let id = id_of(&field);
    let label = lang.of(&option.label);
    let hint = option.help.as_ref().map_or("", |help| lang.of(help));
    let held = Signal::derive(move || desk.draft.with(|draft| String::from(draft.option(option))));
    let enter = move |held: String| desk.enter(|draft| draft.set_option(option, held));
    match &option.choice {
        Choice::YesNo => tick(
            id,
            label,
            hint,
            Signal::derive(move || *held.read() == YES),
            Box::new(move |ticked| enter(if ticked { YES.into() } else { String::new() })),
        ),
        Choice::Counted(counted) => {
            let label = format!("{label} ({})", lang.of(&counted.unit));
            number_field(desk, Entry { label, hint, field }, held, Box::new(enter))
        }
        Choice::OneOf(alternatives) => {
            let mut choices = vec![(String::new(), lang.page().none.into())];
            choices.extend(alternatives.iter().map(|one| (one.id.to_string(), lang.of(&one.label).into())));
            select(id, label, hint, choices, held, Box::new(enter))
        }
    }
}
