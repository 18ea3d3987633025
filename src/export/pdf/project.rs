//! What was asked for.

use krilla::tagging::{ListNumbering, Tag};

use super::parts::Part;
use super::rows::Cell;
use super::sheets::Sheets;
use super::style::{ASIDE, TEXT, WIDTH};
use crate::export::Simulation;
use crate::i18n::{boxes, environment, list_dates, offer_name, options, team, term};
use chrono::NaiveDate;

/// The width of what each entry is called.
const CALLED: f32 = 128.0;

/// Writes what was asked for, entry by entry.
pub fn project(sheets: &mut Sheets<'_>, simulation: &Simulation<'_>, today: NaiveDate) -> Vec<Part> {
    let lang = simulation.lang;
    let heading = sheets.section(lang.pdf().project);
    let entries = entries(simulation, today);
    let mut items = Vec::new();
    for (called, entry) in entries {
        let called = Cell::new(0.0, CALLED, vec![ASIDE.says(called)]);
        let entry = Cell::new(CALLED + 8.0, WIDTH - CALLED - 8.0, vec![TEXT.says(entry)]);
        let mut parts = sheets.row(&[called, entry], 12.4).into_iter();
        let (called, entry) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        items.push(Part::group(Tag::LI, vec![Part::group(Tag::Lbl, called), Part::group(Tag::LBody, entry)]));
    }
    vec![heading, Part::group(Tag::L(ListNumbering::None), items)]
}

fn entries(simulation: &Simulation<'_>, today: NaiveDate) -> Vec<(&'static str, String)> {
    let (lang, page) = (simulation.lang, simulation.lang.page());
    let (project, list) = (&simulation.opened.project, simulation.opened.list);
    let mut entries = vec![
        (page.offer, offer_name(lang, project.offer).into()),
        (page.term, term(lang, project, &simulation.opened.quote)),
        (page.team, team(lang, project)),
    ];
    let configuration = list.configurations.iter().find(|one| one.id == project.configuration);
    entries.extend(configuration.map(|one| (page.environment, environment(lang, one))));
    entries.push((page.access_points, boxes(lang, project)));
    entries.push((lang.pdf().options, options(lang, list, project)));
    entries.push((page.price_list, format!("{}. {}", lang.of(&list.title), list_dates(lang, list, today))));
    entries
}
