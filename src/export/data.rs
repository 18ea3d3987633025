//! A quote as JSON data for other programs, as `casd quote` prints it.

use serde::Serialize;

use super::budget_data::BudgetData;
use super::contract_data::{PaperData, papers};
use crate::i18n::{Lang, formula, notice};
use crate::procedure::contract_file;
use tariff::number::Number;
use tariff::{Every, Id, Institution, Item, Money, Offer, Payer, Project, Provenance, Quote, Words, iso_day};

/// A quote as JSON data. Amounts are strings with two decimals; sentences are in both languages.
#[derive(Debug, Serialize)]
pub struct QuoteData<'quote> {
    number: String,
    binding: bool,
    offer: Offer,
    price_list: ListData<'quote>,
    start: String,
    end: String,
    currency: &'static str,
    total: Money,
    total_per_user: Money,
    total_excludes_items_on_request: bool,
    vat: Option<VatData>,
    lines: Vec<LineData<'quote>>,
    on_request: Vec<OnRequestData<'quote>>,
    purchase_orders: Vec<PurchaseOrderData>,
    budget: BudgetData,
    contract_file: Vec<PaperData>,
    not_included: Vec<NotIncludedData<'quote>>,
    notices: Vec<Words>,
    project: &'quote Project,
}

#[derive(Debug, Serialize)]
struct ListData<'quote> {
    id: &'quote Id,
    serial: u16,
    title: &'quote Words,
    archived: bool,
}

#[derive(Debug, Serialize)]
struct VatData {
    excluding: Money,
    tax: Money,
    including: Money,
}

#[derive(Debug, Serialize)]
struct LineData<'quote> {
    id: &'quote Id,
    kind: &'static str,
    label: &'quote Words,
    quantity: u32,
    periods: u32,
    every: Every,
    unit_prices: Vec<ShareData>,
    amount: Money,
    payer: Payer,
    funder: Institution,
    formula: Words,
    provenance: Option<&'quote Provenance>,
}

#[derive(Debug, Serialize)]
struct ShareData {
    quantity: u32,
    unit_price: Money,
}

#[derive(Debug, Serialize)]
struct OnRequestData<'quote> {
    id: &'quote Id,
    label: &'quote Words,
    quantity: u32,
    funder: Institution,
}

#[derive(Debug, Serialize)]
struct PurchaseOrderData {
    funder: Institution,
    subtotal: Money,
    excludes_items_on_request: bool,
}

#[derive(Debug, Serialize)]
struct NotIncludedData<'quote> {
    id: &'quote Id,
    label: &'quote Words,
    would_add: Money,
}

impl<'quote> QuoteData<'quote> {
    /// The quote of a project, and its number.
    pub fn new(quote: &'quote Quote<'quote>, project: &'quote Project, number: &Number) -> Self {
        let list = quote.list;
        let lines = quote.lines.iter().map(|line| LineData {
            id: line.item.id(),
            kind: match line.item {
                Item::Charge(_) => "charge",
                Item::Reduction(..) => "reduction",
            },
            label: line.item.label(),
            quantity: line.quantity,
            periods: line.periods.count,
            every: line.periods.every,
            unit_prices: line
                .shares()
                .map(|share| ShareData { quantity: share.quantity, unit_price: share.unit_price })
                .collect(),
            amount: line.amount,
            payer: line.payer,
            funder: line.funder,
            formula: in_both(|lang| formula(lang, list, line)),
            provenance: line.item.provenance(),
        });
        let on_request = quote.on_request.iter().map(|unpriced| OnRequestData {
            id: &unpriced.charge.id,
            label: &unpriced.charge.label,
            quantity: unpriced.quantity,
            funder: unpriced.funder,
        });
        let not_included = quote.not_included.iter().map(|left_out| NotIncludedData {
            id: &left_out.option.id,
            label: &left_out.option.label,
            would_add: left_out.would_add,
        });
        let purchase_orders = quote.purchase_orders().into_iter().map(|order| PurchaseOrderData {
            funder: order.funder,
            subtotal: order.subtotal,
            excludes_items_on_request: !order.on_request.is_empty(),
        });
        QuoteData {
            number: number.to_string(),
            binding: false,
            offer: project.offer,
            price_list: ListData {
                id: &list.id,
                serial: list.serial,
                title: &list.title,
                archived: list.archived,
            },
            start: iso_day(quote.start),
            end: iso_day(quote.end),
            currency: list.currency.code(),
            total: quote.total,
            total_per_user: quote.total_per_user,
            total_excludes_items_on_request: !quote.on_request.is_empty(),
            vat: quote.vat.map(|vat| VatData {
                excluding: vat.excluding,
                tax: vat.tax,
                including: vat.including,
            }),
            lines: lines.collect(),
            on_request: on_request.collect(),
            purchase_orders: purchase_orders.collect(),
            budget: BudgetData::new(quote),
            contract_file: papers(&contract_file(project, quote)),
            not_included: not_included.collect(),
            notices: quote.notices.iter().map(|one| in_both(|lang| notice(lang, one))).collect(),
            project,
        }
    }
}

fn in_both(words: impl Fn(Lang) -> String) -> Words {
    Words { fr: words(Lang::Fr), en: words(Lang::En) }
}
