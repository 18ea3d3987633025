//! Comparison of variants of a project: the inputs that differ, and the cost of each variant.

use std::collections::BTreeSet;

use super::{AccessPoint, CostItem, Due, Id, Institution, Item, Money, Project, Quote, Words};

/// The maximum number of variants compared: more do not fit side by side.
pub const MAX_VARIANTS: usize = 4;

/// A variant of a project, and its quote.
#[derive(Clone, Copy, Debug)]
pub struct Variant<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its quote, under whatever list.
    pub quote: &'a Quote<'a>,
}

/// A comparison of variants. Cells and totals are in their order.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The inputs that are not the same in all variants, in the order of the form.
    pub differing: Vec<Input<'a>>,
    /// The charges and reductions that do not cost the same in all, in order of first appearance.
    pub rows: Vec<Row<'a>>,
    /// Those that cost the same in all, in the same order.
    pub same: Vec<Row<'a>>,
    /// The total of each variant.
    pub totals: Vec<TotalOf>,
}

/// An input of a project by which variants can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// The price list: the same inputs may cost something else.
    PriceList,
    /// The kind of access.
    Offer,
    /// The first day.
    Start,
    /// The months.
    Months,
    /// Whether it is a renewal.
    Renewal,
    /// The users.
    Users,
    /// The students among them.
    Students,
    /// The working environment.
    Configuration,
    /// The SD-Boxes: how many, for how long, who pays for and who hosts them.
    AccessPoints,
    /// The value chosen for an option.
    Option {
        /// Which one.
        id: &'a Id,
        /// Its label in the first list that has it.
        label: &'a Words,
    },
}

/// A charge or a reduction in each variant.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// What it is, in the first variant that has it.
    pub item: Item<'a>,
    /// What it costs in each.
    pub cells: Vec<Due>,
}

/// What a variant costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalOf {
    /// Its total.
    pub total: Money,
    /// The difference from the first variant's, negative where it is lower; `None` where they are
    /// in different currencies, or on overflow.
    pub difference: Option<Money>,
    /// Whether something is on request, which the total does not include.
    pub leaves_out: bool,
}

/// Compares variants: the first [`MAX_VARIANTS`] of them.
///
/// ```
/// use tariff::{Input, PriceList, Varied, Variant, compare_variants, quote};
///
/// let list = PriceList::from_json(include_str!("../../../public/price-lists/pmsi.json")).unwrap();
/// let four = list.examples[0].project.clone();
/// let five = Varied::Users.changed(&four, 5);
/// let quotes = [quote(&list, &four).unwrap(), quote(&list, &five).unwrap()];
///
/// let comparison = compare_variants(&[
///     Variant { project: &four, quote: &quotes[0] },
///     Variant { project: &five, quote: &quotes[1] },
/// ]);
/// assert_eq!(comparison.differing, [Input::Users]);
/// assert_eq!((comparison.rows.len(), comparison.same.len()), (1, 2));
/// // One user more for six months of 29.00.
/// assert_eq!(comparison.totals[1].difference.unwrap().to_string(), "174.00");
/// ```
pub fn compare_variants<'a>(variants: &[Variant<'a>]) -> Comparison<'a> {
    let variants = &variants[..variants.len().min(MAX_VARIANTS)];
    let (same, rows) = rows(variants).into_iter().partition(|row| all_alike(&row.cells));
    Comparison { differing: differing(variants), rows, same, totals: totals(variants) }
}

fn all_alike<T: PartialEq>(values: &[T]) -> bool {
    values.windows(2).all(|pair| pair[0] == pair[1])
}

fn differing<'a>(variants: &[Variant<'a>]) -> Vec<Input<'a>> {
    let plain = [
        (Input::PriceList, differ(variants, |one| one.quote.list.serial)),
        (Input::Offer, differ(variants, |one| one.project.offer)),
        (Input::Start, differ(variants, |one| one.project.start)),
        (Input::Months, differ(variants, |one| one.project.months)),
        (Input::Renewal, differ(variants, |one| one.project.renewal)),
        (Input::Users, differ(variants, |one| one.project.users)),
        (Input::Students, differ(variants, |one| one.project.students)),
        (Input::Configuration, differ(variants, |one| &one.project.configuration)),
        (Input::AccessPoints, differ(variants, |one| boxes(one.project))),
    ];
    let plain = plain.into_iter().filter(|(_, differs)| *differs).map(|(input, _)| input);
    plain.chain(differing_options(variants)).collect()
}

fn differ<'a, T: PartialEq>(variants: &[Variant<'a>], input: impl Fn(&Variant<'a>) -> T) -> bool {
    !all_alike(&variants.iter().map(input).collect::<Vec<T>>())
}

/// The SD-Boxes, sorted: the order in which they were entered changes no price.
fn boxes(project: &Project) -> Vec<(u32, Institution, Institution)> {
    let one_box = |one: &AccessPoint| (one.months, one.funder, one.host);
    let mut boxes: Vec<_> = project.access_points.iter().map(one_box).collect();
    boxes.sort_unstable();
    boxes
}

/// The options chosen differently, in the order of the first list, then of the others.
fn differing_options<'a>(variants: &[Variant<'a>]) -> Vec<Input<'a>> {
    let mut seen = BTreeSet::new();
    let options = variants.iter().flat_map(|one| &one.quote.list.options);
    let chosen = |id| differ(variants, |one| one.project.options.get(id).cloned());
    let differing = options.filter(|option| seen.insert(&option.id) && chosen(&option.id));
    differing.map(|option| Input::Option { id: &option.id, label: &option.label }).collect()
}

fn rows<'a>(variants: &[Variant<'a>]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for (at, variant) in variants.iter().enumerate() {
        for CostItem { item, due, .. } in variant.quote.cost_items() {
            let known = rows.iter().position(|row| row.item.is_same_as(item));
            let place = known.unwrap_or(rows.len());
            if known.is_none() {
                rows.push(Row { item, cells: vec![Due::Absent; variants.len()] });
            }
            rows[place].cells[at] = due;
        }
    }
    rows
}

fn totals(variants: &[Variant<'_>]) -> Vec<TotalOf> {
    let difference = |quote: &Quote<'_>| {
        let first = variants.first()?.quote;
        let comparable = first.list.currency == quote.list.currency;
        comparable.then(|| quote.total.checked_add(first.total.negated())).flatten()
    };
    let total = |one: &Variant<'_>| TotalOf {
        total: one.quote.total,
        difference: difference(one.quote),
        leaves_out: !one.quote.on_request.is_empty(),
    };
    variants.iter().map(total).collect()
}
