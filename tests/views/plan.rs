//! The plan: from an estimate to the access.

use casd_simulator::app::dom::to_html;
use casd_simulator::app::plan::steps;
use casd_simulator::i18n::{Lang, step_title};
use casd_simulator::price_lists::price_book;
use casd_simulator::procedure::steps_to_data;
use tariff::number::{issue, open};

use super::common::{day, list};
use super::markup::View;

#[test]
fn the_heading_of_each_step_begins_with_its_number() {
    let project = &list("casd-2020").examples[0].project;
    let number = issue(list("casd-2020"), project, day("2026-12-01")).unwrap();
    let opened = open(price_book(), number.as_str()).unwrap();
    for lang in Lang::ALL {
        let view = View::parse(&to_html(|| steps(lang, &opened)));
        let titles = steps_to_data(project.offer, None);
        let titles =
            titles.iter().enumerate().map(|(at, one)| format!("{}. {}", at + 1, step_title(lang, one.step)));
        let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(view.texts(".steps > li > h4"), titles.map(plain).collect::<Vec<_>>());
    }
}
