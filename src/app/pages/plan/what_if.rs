//! What if the project lasted longer, had more users or more SD-Boxes.

use leptos::prelude::*;

use super::Plan;
use super::figure::figure;
use super::table::{Row, table};
use crate::app::components::{heading, paragraph};
use crate::app::dom::{dynamic, el, fragment};
use crate::app::fields::radio;
use crate::app::outcome::Snapshot;
use crate::i18n::{
    Lang, amount, round_amount, signed_amount, varied, varied_value, what_if_described, what_if_title,
};
use crate::plots;
use tariff::{PriceList, Project, Varied, what_if};

impl Plan {
    /// A choice of what is varied, the plot and its table.
    pub(super) fn what_if(self, lang: Lang, subject: &Snapshot) -> AnyView {
        let words = lang.plots();
        let (list, project) = (subject.opened.list, subject.opened.project.clone());
        let choices = Varied::ALL.map(|one| {
            radio(
                "varied",
                format!("varied-{}", one as u32),
                varied(lang, one),
                "",
                Box::new(move || self.varied.get() == one),
                Box::new(move || self.varied.set(one)),
            )
        });
        fragment(vec![
            heading(words.what_if),
            paragraph("hint", words.what_if_help),
            el("fieldset")
                .class("choices")
                .child(el("legend").class("announcement").text(words.what_if))
                .children(choices.into())
                .view(),
            dynamic(move || moved(lang, list, &project, self.varied.get())),
        ])
    }
}

fn moved(lang: Lang, list: &'static PriceList, project: &Project, one: Varied) -> AnyView {
    let (words, currency) = (lang.plots(), list.currency);
    let points = what_if(list, project, one);
    let plot = |width| {
        let tick = |money| round_amount(lang, currency, money);
        let total = |money| amount(lang, currency, money);
        plots::what_if(&points, &tick, &total, varied(lang, one), width)
    };
    let rows = points.iter().map(|point| {
        let label = varied_value(lang, one, point.value);
        let label = if point.is_current { format!("{label} – {}", words.current) } else { label };
        let more = signed_amount(lang, currency, point.difference);
        Row::new(label, vec![amount(lang, currency, point.total), more])
    });
    let columns = [varied(lang, one), words.total, lang.files().difference];
    let title = what_if_title(lang, one);
    fragment(vec![
        figure(lang, title, &what_if_described(lang, currency, one, &points), &plot),
        table(title, &columns, rows.collect(), None),
    ])
}
