//! The project section of the PDF: the entries of the form as a list.

use krilla::tagging::{ListNumbering, Tag};

use super::cell::Cell;
use super::flow::Flow;
use super::style::{ASIDE, TEXT, WIDTH};
use super::tag_tree::TagNode;
use crate::export::Simulation;
use crate::i18n::{boxes, environment, list_dates, offer_name, options, team, term};
use chrono::NaiveDate;

/// The width of the column of labels.
const CALLED: f32 = 128.0;

/// Writes the entries of the form.
pub fn project(flow: &mut Flow<'_>, simulation: &Simulation<'_>, today: NaiveDate) -> Vec<TagNode> {
    let lang = simulation.lang;
    let heading = flow.section(lang.pdf().project);
    let entries = entries(simulation, today);
    let mut items = Vec::new();
    for (called, entry) in entries {
        let called = Cell::new(0.0, CALLED, vec![ASIDE.span(called)]);
        let entry = Cell::new(CALLED + 8.0, WIDTH - CALLED - 8.0, vec![TEXT.span(entry)]);
        let mut nodes = flow.row(&[called, entry], 12.4).into_iter();
        let (called, entry) = (nodes.next().unwrap_or_default(), nodes.next().unwrap_or_default());
        items.push(TagNode::group(
            Tag::LI,
            vec![TagNode::group(Tag::Lbl, called), TagNode::group(Tag::LBody, entry)],
        ));
    }
    vec![heading, TagNode::group(Tag::L(ListNumbering::None), items)]
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
