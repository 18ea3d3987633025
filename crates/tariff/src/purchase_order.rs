//! Purchase orders: a quote split by funder, with a subtotal for each.

use super::{Institution, Line, Money, Quote, Unpriced};

/// The purchase order of one funder: its lines, and their sum.
///
/// The subtotals of a quote's purchase orders add up to its total, because each line is in exactly one.
#[derive(Clone, Debug)]
pub struct PurchaseOrder<'quote> {
    /// The institution that pays.
    pub funder: Institution,
    /// Its lines, in the quote's order.
    pub lines: Vec<&'quote Line<'quote>>,
    /// Its charges on request.
    pub on_request: Vec<&'quote Unpriced<'quote>>,
    /// The sum of the lines.
    pub subtotal: Money,
}

impl Quote<'_> {
    /// The institutions that pay, the project's funder first: always, as there is no access without it.
    pub fn funders(&self) -> Vec<Institution> {
        let lines = self.lines.iter().map(|line| line.funder);
        let on_request = self.on_request.iter().map(|unpriced| unpriced.funder);
        let paying: Vec<Institution> = lines.chain(on_request).collect();
        let pays = |one: &Institution| *one == Institution::PROJECT_FUNDER || paying.contains(one);
        Institution::all().filter(pays).collect()
    }

    /// The sum of an institution's lines.
    pub fn subtotal_of(&self, funder: Institution) -> Money {
        let lines = self.lines.iter().filter(|line| line.funder == funder);
        Money::from_cents(lines.map(|line| line.amount.cents()).sum())
    }

    /// One purchase order for each funder, the project's first.
    ///
    /// ```
    /// use tariff::{Institution, PriceList, quote};
    ///
    /// let list = PriceList::from_json(include_str!("../../../public/price-lists/casd-2020.json")).unwrap();
    /// let mut project = list.examples[0].project.clone();
    /// let mut second = project.access_points[0].clone();
    /// second.funder = Institution::from_label("B").unwrap();
    /// project.access_points.push(second);
    ///
    /// let quote = quote(&list, &project).unwrap();
    /// let subtotals = quote.purchase_orders().into_iter().map(|order| order.subtotal.to_string());
    /// assert_eq!(subtotals.collect::<Vec<_>>(), ["4740.00", "420.00"]);
    /// ```
    pub fn purchase_orders(&self) -> Vec<PurchaseOrder<'_>> {
        let order = |funder| PurchaseOrder {
            funder,
            lines: self.lines.iter().filter(|line| line.funder == funder).collect(),
            on_request: self.on_request.iter().filter(|unpriced| unpriced.funder == funder).collect(),
            subtotal: self.subtotal_of(funder),
        };
        self.funders().into_iter().map(order).collect()
    }
}
