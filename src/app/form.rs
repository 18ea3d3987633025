//! The form: the project, as the visitor describes it.

use leptos::prelude::*;

use super::browser;
use super::desk::{Desk, Origin};
use super::draft::YES;
use super::fields::{Entry, date_field, group, id_of, number_field, radio, tick, what_is_wrong};
use crate::published;
use crate::tariff::{Choice, Field, Id, Offer, PriceList, ProjectOption, Words};
use crate::text::{Lang, configuration, offer_help, offer_name};

/// The form in a language.
pub fn form(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    // What can be chosen depends on the list, and the list on the offer and on where the form came from.
    let offered = Memo::new(move |_| {
        let offer = desk.draft.with(|draft| draft.offer);
        let list =
            desk.origin.with(Origin::list).or_else(|| published::price_book().in_force(offer, desk.today));
        (offer, list.map(|list| list.serial))
    });
    let project = move || {
        let (offer, serial) = offered.get();
        let list = serial.and_then(|serial| published::price_book().by_serial(serial))?;
        let served = list.offer(offer)?;
        served.terms.as_ref().map(|_| project_fields(desk, lang, list, offer))
    };
    let starting_point = move || {
        matches!(*desk.origin.read(), Origin::StartingPoint)
            .then(|| view! { <p class="note">{page.starting_point}</p> })
    };
    let closed = move || !desk.is_open_to_changes();
    view! {
        <form class="project" aria-labelledby="form-heading" on:submit=|event| event.prevent_default()>
            <h2 id="form-heading">{page.form}</h2>
            {starting_point}
            {move || closed().then(|| view! { <p class="note">{page.archived_form}</p> })}
            <fieldset class="all" prop:disabled=closed>
                {group(page.offer, offers(desk, lang))}
                {project}
            </fieldset>
        </form>
    }
    .into_any()
}

fn offers(desk: Desk, lang: Lang) -> AnyView {
    let choice = |offer: Offer| {
        radio(
            "offer",
            format!("offer-{}", offer.name()),
            offer_name(lang, offer).into(),
            offer_help(lang, offer).into(),
            move || desk.draft.read().offer == offer,
            move || desk.enter(|draft| draft.offer = offer),
        )
    };
    view! { <div class="choices">{Vec::from(Offer::ALL.map(choice))}</div> }.into_any()
}

fn project_fields(desk: Desk, lang: Lang, list: &'static PriceList, offer: Offer) -> AnyView {
    let page = lang.page();
    let entry =
        |field: Field, label: &str, hint| Entry { id: id_of(&field), label: label.into(), hint, field };
    let renewal_matters =
        list.offer(offer).and_then(|served| served.terms.as_ref()?.months.minimum).is_some();
    let renewal = renewal_matters.then(|| {
        tick(
            "renewal".into(),
            page.renewal.into(),
            page.renewal_help.into(),
            move || desk.draft.read().renewal,
            move |ticked| desk.enter(|draft| draft.renewal = ticked),
        )
    });
    let term = vec![
        date_field(desk, entry(Field::Start, page.start, "")),
        number_field(
            desk,
            entry(Field::Months, page.months, ""),
            move || desk.draft.read().months.clone(),
            move |months| desk.enter(|draft| draft.set_months(months)),
        ),
    ];
    let team = vec![
        number_field(
            desk,
            entry(Field::Users, page.users, ""),
            move || desk.draft.read().users.clone(),
            move |users| desk.enter(|draft| draft.users = users),
        ),
        number_field(
            desk,
            entry(Field::Students, page.students, ""),
            move || desk.draft.read().students.clone(),
            move |students| desk.enter(|draft| draft.students = students),
        ),
    ];
    let configurations: Vec<AnyView> = list
        .configurations_of(offer)
        .map(|one| {
            radio(
                "configuration",
                format!("configuration-{}", one.id),
                lang.of(&one.label).into(),
                configuration(lang, one),
                move || desk.draft.read().configuration_in(list).as_ref() == Some(&one.id),
                move || desk.enter(|draft| draft.configuration = Some(one.id.clone())),
            )
        })
        .collect();
    let options: Vec<AnyView> = list.options_of(offer).map(|one| option(desk, lang, one)).collect();
    vec![
        group(page.term, view! { <div class="pair">{term}</div> {renewal} }.into_any()),
        group(page.team, view! { <div class="pair">{team}</div> }.into_any()),
        group(
            page.environment,
            view! { <div class="choices" id=id_of(&Field::Configuration)>{configurations}</div> }.into_any(),
        ),
        group(page.access_points, boxes(desk, lang)),
        (!options.is_empty()).then(|| group(page.options, options.into_any())).into_any(),
    ]
    .into_any()
}

fn boxes(desk: Desk, lang: Lang) -> AnyView {
    let page = lang.page();
    let keys = Memo::new(move |_| {
        desk.draft.with(|draft| draft.boxes.iter().map(|one| one.key).collect::<Vec<u32>>())
    });
    let rows = move || {
        let row = |(index, key): (usize, u32)| box_row(desk, lang, index, key);
        keys.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let add = move |_| {
        desk.enter(|draft| draft.add_box());
        let last = desk.draft.with_untracked(|draft| draft.boxes.len()) - 1;
        browser::focus(id_of(&Field::AccessPointMonths(last)));
    };
    view! {
        <p class="hint">{page.access_points_help}</p>
        <div class="boxes">{rows}</div>
        <button type="button" id=id_of(&Field::AccessPoints) aria-describedby="boxes-error" on:click=add>{page.add_box}</button>
        <p class="error" id="boxes-error">{move || what_is_wrong(desk, &Field::AccessPoints)}</p>
    }
    .into_any()
}

fn box_row(desk: Desk, lang: Lang, index: usize, key: u32) -> AnyView {
    let page = lang.page();
    let field = Field::AccessPointMonths(index);
    let entry = Entry {
        id: id_of(&field),
        label: format!(
            "SD-Box\u{a0}{}{}{}",
            index + 1,
            if lang == Lang::Fr { "\u{a0}: " } else { ": " },
            page.box_months
        ),
        hint: "",
        field,
    };
    let months = move || {
        desk.draft.with(|draft| {
            draft.boxes.iter().find(|one| one.key == key).map(|one| one.months.clone()).unwrap_or_default()
        })
    };
    let enter = move |months: String| {
        desk.enter(|draft| {
            if let Some(one) = draft.boxes.iter_mut().find(|one| one.key == key) {
                one.months = months;
            }
        });
    };
    let remove = move |_| {
        desk.enter(|draft| draft.boxes.retain(|one| one.key != key));
        browser::focus(id_of(&Field::AccessPoints));
    };
    view! {
        <div class="box">
            {number_field(desk, entry, months, enter)}
            <button type="button" class="quiet" on:click=remove>{format!("{}\u{a0}{}", page.remove, index + 1)}</button>
        </div>
    }
    .into_any()
}

fn option(desk: Desk, lang: Lang, option: &'static ProjectOption) -> AnyView {
    let field = Field::Option(option.id.clone());
    let id = id_of(&field);
    let label = lang.of(&option.label);
    let hint: &'static str = option.help.as_ref().map_or("", |help| words_of(lang, help));
    let held = move || desk.draft.with(|draft| String::from(draft.option(option)));
    let enter = move |held: String| {
        desk.enter(|draft| {
            draft.options.insert(option.id.clone(), held);
        })
    };
    match &option.choice {
        Choice::YesNo => tick(
            id,
            label.into(),
            hint.into(),
            move || held() == YES,
            move |ticked| enter(if ticked { YES.into() } else { String::new() }),
        ),
        Choice::Counted(counted) => {
            let label = format!("{label} ({})", lang.of(&counted.unit));
            number_field(desk, Entry { id, label, hint, field }, held, enter)
        }
        Choice::OneOf(alternatives) => {
            let choice = |id: Option<&'static Id>, label: &str| {
                let value = id.map_or("", Id::as_str);
                view! { <option value=value selected=move || held() == value>{String::from(label)}</option> }
                    .into_any()
            };
            let mut choices = vec![choice(None, lang.page().none)];
            choices.extend(alternatives.iter().map(|one| choice(Some(&one.id), lang.of(&one.label))));
            let describedby = format!("{id}-hint");
            view! {
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <p class="hint" id=describedby.clone()>{hint}</p>
                    <select id=id aria-describedby=describedby on:change:target=move |event| enter(event.target().value())>
                        {choices}
                    </select>
                </div>
            }
            .into_any()
        }
    }
}

fn words_of(lang: Lang, words: &'static Words) -> &'static str {
    lang.of(words)
}
