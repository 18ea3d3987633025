//! Cost items: each charge and each reduction of a quote once, with the sum of its lines.

use super::reprice::tenths_of_percent;
use super::{Due, Item, Money, Quote};

/// A charge or a reduction of a quote, with the sum of its lines.
#[derive(Clone, Copy, Debug)]
pub struct CostItem<'list> {
    /// The charge or the reduction.
    pub item: Item<'list>,
    /// Its cost, negative for a reduction, or on request. Never absent.
    pub due: Due,
    /// The amount in tenths of a percent of the quote's total, rounded half away from zero; `None` where
    /// there is no amount, or no total.
    pub tenths_of_percent: Option<i64>,
}

impl<'list> Quote<'list> {
    /// The charges and reductions in the quote's order, then what is on request.
    ///
    /// SD-Boxes rented for different times, or paid by several institutions, are several lines and one
    /// item. The amounts of the items add up to the total.
    ///
    /// ```
    /// use tariff::{Due, PriceList, quote};
    ///
    /// let list = PriceList::from_json(include_str!("../../../public/price-lists/pmsi.json")).unwrap();
    /// let quote = quote(&list, &list.examples[0].project).unwrap();
    /// let items = quote.cost_items();
    /// let amounts = items.iter().map(|item| match item.due {
    ///     Due::Amount(amount) => amount.to_string(),
    ///     _ => "on request".into(),
    /// });
    /// assert_eq!(amounts.collect::<Vec<_>>(), ["210.00", "696.00", "1548.00"]);
    /// ```
    pub fn cost_items(&self) -> Vec<CostItem<'list>> {
        let mut items: Vec<CostItem<'list>> = Vec::new();
        for (item, due) in self.all_due() {
            match items.iter_mut().find(|known| known.item.is_same_as(item)) {
                Some(known) => known.due = sum(known.due, due),
                None => items.push(CostItem { item, due, tenths_of_percent: None }),
            }
        }
        for item in &mut items {
            if let Due::Amount(amount) = item.due {
                item.tenths_of_percent = tenths_of_percent(amount, self.total);
            }
        }
        items
    }

    fn all_due(&self) -> impl Iterator<Item = (Item<'list>, Due)> {
        let lines = self.lines.iter().map(|line| (line.item, Due::Amount(line.amount)));
        let on_request = self.on_request.iter().map(|one| (Item::Charge(one.charge), Due::OnRequest));
        lines.chain(on_request)
    }
}

impl Item<'_> {
    /// Whether it is the same charge, or the same reduction, as one that may be another list's. A charge
    /// and a reduction are never the same, whatever their ids.
    pub(super) fn is_same_as(self, other: Item<'_>) -> bool {
        let both_charges = matches!(self, Item::Charge(_)) == matches!(other, Item::Charge(_));
        both_charges && self.id() == other.id()
    }
}

/// The sum of two lines of one item.
fn sum(one: Due, other: Due) -> Due {
    match (one, other) {
        // A quote whose lines have a sum has the sums of some of them.
        (Due::Amount(one), Due::Amount(other)) => Due::Amount(added(one, other)),
        _ => Due::OnRequest,
    }
}

fn added(one: Money, other: Money) -> Money {
    one.checked_add(other).unwrap_or(one)
}
