//! The cost breakdown chart: one horizontal bar for each quote line.

use super::rows::{self, Row, Segment};
use super::{Length, Plot, Role};
use tariff::{CostItem, Due, Item, Money, Words};

/// The breakdown of a quote: one bar for each part, with its name above it and its amount at the right. A
/// reduction goes to the left of zero; items on request have no bar.
///
/// The caller supplies the texts of words and amounts; `width` is the chart's, in units.
///
/// ```
/// use casd_simulator::plots::{Mark, composition};
/// use tariff::{Due, PriceList, quote};
///
/// let list = PriceList::from_json(include_str!("../../public/price-lists/pmsi.json")).unwrap();
/// let quote = quote(&list, &list.examples[0].project).unwrap();
/// let in_figures = |due| if let Due::Amount(amount) = due { amount.to_string() } else { "on request".into() };
/// let plot = composition(&quote.cost_items(), &|words| words.en.clone(), &in_figures, 320);
/// let bars = plot.marks.iter().filter(|mark| matches!(mark, Mark::Rectangle { .. }));
/// assert_eq!(bars.count(), 3);
/// ```
pub fn composition(
    parts: &[CostItem<'_>],
    label: &dyn Fn(&Words) -> String,
    value: &dyn Fn(Due) -> String,
    width: u16,
) -> Plot {
    let row = |part: &CostItem<'_>| Row {
        label: label(part.item.label()),
        value: value(part.due),
        segments: segment(part).into_iter().collect(),
    };
    rows::plot(parts.iter().map(row).collect(), Length::units(width.into()))
}

fn segment(part: &CostItem<'_>) -> Option<Segment> {
    let Due::Amount(amount) = part.due else { return None };
    let role = match part.item {
        Item::Charge(_) => Role::Bar(0),
        Item::Reduction(..) => Role::Reduction,
    };
    (amount != Money::ZERO).then_some(Segment { role, amount, letter: None })
}
