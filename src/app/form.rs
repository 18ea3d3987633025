//! The form: the project, as the visitor describes it.

use leptos::prelude::*;

use super::action::{Action, Place};
use super::app_state::{AppState, Origin};
use super::components::{action_bar, action_button, button, headed, paragraph};
use super::dom::{dynamic, el, empty, fragment, keyed};
use super::draft::{BoxDraft, Draft, YES};
use super::fields::{
    Entry, date_field, group, id_of, name_field, number_field, radio, select, tick, what_is_wrong,
};
use super::platform::focus::focus;
use crate::i18n::{Lang, configuration, numbered_box, offer_help, offer_name};
use tariff::{Choice, Field, Offer, PriceList, ProjectOption};

/// The id of its heading, which takes the focus once a view beside it is left.
pub const FORM: &str = "form-heading";

/// The form in a language.
pub fn form(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    let above = dynamic(move || match app.is_open_to_changes() {
        false => paragraph("note", page.archived_form),
        true if app.inputs.with(|inputs| matches!(inputs.origin, Origin::StartingPoint)) => {
            paragraph("note", page.starting_point)
        }
        true => empty(),
    });
    // What can be chosen depends on the list and the offer, and on nothing else that is entered.
    let offered =
        move || app.list().map_or(Vec::new(), |(list, offer)| vec![list.serial.into(), offer as u32]);
    let project = keyed(offered, move || match app.list() {
        Some((list, offer)) if list.offer(offer).is_some_and(|served| served.terms.is_some()) => {
            project_fields(app, lang, list, offer)
        }
        _ => empty(),
    });
    // It closes the form, and groups nothing.
    let fields =
        el("fieldset").class("all").attr("role", "none").prop("disabled", move || !app.is_open_to_changes());
    headed("form", FORM, page.form)
        .class("project")
        .on("submit", |event| event.prevent_default())
        .child(above)
        .child(fields.child(group(page.offer, offers(app, lang))).child(project))
        .child(action_bar(
            app,
            Place::Form,
            vec![action_button(app, Place::Form, page.keep, || Action::Keep)],
        ))
        .view()
}

fn offers(app: AppState, lang: Lang) -> Vec<AnyView> {
    let choice = |offer: Offer| {
        radio(
            "offer",
            format!("offer-{}", offer.name()),
            offer_name(lang, offer),
            offer_help(lang, offer),
            Box::new(move || app.draft(|draft| draft.offer == offer)),
            Box::new(move || app.enter(|draft| draft.offer = offer)),
        )
    };
    Offer::ALL.into_iter().map(choice).collect()
}

fn project_fields(app: AppState, lang: Lang, list: &'static PriceList, offer: Offer) -> AnyView {
    let page = lang.page();
    let number = |field: Field, label: &str, held: fn(&Draft) -> &String, enter: fn(&mut Draft, String)| {
        let entry = Entry { label: label.into(), hint: "", field };
        let held = Box::new(move || app.draft(|draft| held(draft).clone()));
        number_field(app, entry, held, Box::new(move |typed| app.enter(|draft| enter(draft, typed))))
    };
    let months = number(Field::Months, page.months, |draft| &draft.months, Draft::set_months);
    let users = number(Field::Users, page.users, |draft| &draft.users, |draft, typed| draft.users = typed);
    let students = number(
        Field::Students,
        page.students,
        |draft| &draft.students,
        |draft, typed| draft.students = typed,
    );
    let configurations =
        list.configurations_of(offer).map(|one| configuration_choice(app, lang, list, one.id.as_str()));
    fragment(vec![
        group(page.term, vec![pair(start(app, lang), months), renewal(app, lang)]),
        group(page.team, vec![pair(users, students)]),
        group(page.environment, configurations.collect()),
        group(page.access_points, boxes(app, lang)),
        options(app, lang, list, offer),
    ])
}

fn pair(one: AnyView, other: AnyView) -> AnyView {
    el("div").class("pair").child(one).child(other).view()
}

fn start(app: AppState, lang: Lang) -> AnyView {
    let entry = Entry { label: lang.page().start.into(), hint: "", field: Field::Start };
    let held = Box::new(move || app.draft(|draft| draft.start.clone()));
    date_field(app, entry, held, Box::new(move |typed| app.enter(|draft| draft.start = typed)))
}

fn renewal(app: AppState, lang: Lang) -> AnyView {
    let page = lang.page();
    tick(
        "renewal".into(),
        page.renewal,
        page.renewal_help,
        Box::new(move || app.draft(|draft| draft.renewal)),
        Box::new(move |ticked| app.enter(|draft| draft.renewal = ticked)),
    )
}

fn configuration_choice(app: AppState, lang: Lang, list: &'static PriceList, id: &'static str) -> AnyView {
    let Some(one) = list.configurations.iter().find(|one| one.id.as_str() == id) else { return empty() };
    radio(
        "configuration",
        format!("configuration-{id}"),
        lang.of(&one.label),
        &configuration(lang, one),
        Box::new(move || app.draft(|draft| draft.configuration_in(list).is_some_and(|held| held == one.id))),
        Box::new(move || app.enter(|draft| draft.configuration = Some(one.id.clone()))),
    )
}

fn boxes(app: AppState, lang: Lang) -> Vec<AnyView> {
    let page = lang.page();
    let keys = move || app.draft(|draft| draft.boxes.iter().map(|one| one.key).collect::<Vec<u32>>());
    let each = move |row: fn(AppState, Lang, usize, u32) -> AnyView| {
        keyed(keys, move || {
            let rows = keys().into_iter().enumerate();
            fragment(rows.map(|(index, key)| row(app, lang, index, key)).collect())
        })
    };
    let add = button("", page.add_box, move || {
        app.enter(Draft::add_box);
        let boxes = app.inputs.with_untracked(|inputs| inputs.draft.boxes.len());
        focus(id_of(&Field::AccessPointMonths(boxes - 1)));
    });
    let wrong = el("p").class("error").text_with(move || what_is_wrong(app, &Field::AccessPoints));
    // The group takes the focus when a box is removed, and when its number is what is wrong.
    let buttons = el("div").id(id_of(&Field::AccessPoints)).attr("tabindex", "-1").child(add).child(wrong);
    let funder = name_field(
        "funder".into(),
        page.funder.into(),
        Box::new(move || app.draft(|draft| draft.funder.clone())),
        Box::new(move |typed| app.enter(|draft| draft.funder = typed)),
    );
    let institutions = el("details")
        .child(el("summary").text(page.institutions))
        .child(paragraph("hint", page.institutions_help))
        .child(funder)
        .child(each(box_institutions));
    vec![paragraph("hint", page.access_points_help), each(box_row), buttons.view(), institutions.view()]
}

/// Who pays for an SD-Box, and where it stands.
fn box_institutions(app: AppState, lang: Lang, index: usize, key: u32) -> AnyView {
    let page = lang.page();
    let name = |id: &str, label: &str, of: fn(&mut BoxDraft) -> &mut String| {
        let held = move || app.draft(|draft| draft.box_of(key).cloned().map(|mut one| of(&mut one).clone()));
        name_field(
            format!("{id}-{index}"),
            numbered_box(lang, index, label),
            Box::new(move || held().unwrap_or_default()),
            Box::new(move |typed| app.enter(|draft| draft.change_box(key, |one| *of(one) = typed))),
        )
    };
    pair(
        name("funder", page.box_funder, |one| &mut one.funder),
        name("host", page.box_host, |one| &mut one.host),
    )
}

fn box_row(app: AppState, lang: Lang, index: usize, key: u32) -> AnyView {
    let page = lang.page();
    let field = Field::AccessPointMonths(index);
    let entry = Entry { label: numbered_box(lang, index, page.box_months), hint: "", field };
    let held = move || app.draft(|draft| draft.box_of(key).map(|one| one.months.clone()));
    let held = Box::new(move || held().unwrap_or_default());
    let enter = move |typed| app.enter(|draft| draft.set_box_months(key, typed));
    let remove = button("quiet", &format!("{}\u{a0}{}", page.remove, index + 1), move || {
        app.enter(|draft| draft.boxes.retain(|one| one.key != key));
        focus(id_of(&Field::AccessPoints));
    });
    el("div").class("box").child(number_field(app, entry, held, Box::new(enter))).child(remove).view()
}

fn options(app: AppState, lang: Lang, list: &'static PriceList, offer: Offer) -> AnyView {
    let options: Vec<AnyView> = list.options_of(offer).map(|one| option(app, lang, one)).collect();
    if options.is_empty() { empty() } else { group(lang.page().options, options) }
}

fn option(app: AppState, lang: Lang, option: &'static ProjectOption) -> AnyView {
    let field = Field::Option(option.id.clone());
    let label = lang.of(&option.label);
    let hint = option.help.as_ref().map_or("", |help| lang.of(help));
    let held = move || app.draft(|draft| String::from(draft.option(option)));
    let enter = move |held: String| app.enter(|draft| draft.set_option(&option.id, held));
    match &option.choice {
        Choice::YesNo => tick(
            id_of(&field),
            label,
            hint,
            Box::new(move || held() == YES),
            Box::new(move |ticked| enter(if ticked { YES.into() } else { String::new() })),
        ),
        Choice::Counted(counted) => {
            let label = format!("{label} ({})", lang.of(&counted.unit));
            number_field(app, Entry { label, hint, field }, Box::new(held), Box::new(enter))
        }
        Choice::OneOf(alternatives) => {
            let mut choices = vec![(String::new(), lang.page().none.into())];
            choices.extend(alternatives.iter().map(|one| (one.id.to_string(), lang.of(&one.label).into())));
            select(app, Entry { label: label.into(), hint, field }, choices, Box::new(held), Box::new(enter))
        }
    }
}
