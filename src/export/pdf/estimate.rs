//! The estimate table of the PDF: quote lines, subtotals and total.

use krilla::tagging::Tag;

use super::cell::Cell;
use super::flow::Flow;
use super::style::{ASIDE, FOOTNOTE, MUTED, SAVING, SMALL, STRONG, SUM, Span, Style, TEXT, WIDTH};
use super::table::{self, GAP, LEADING};
use super::tag_tree::TagNode;
use crate::export::Simulation;
use crate::i18n::{amount, formula, funder, of_whom, unpriced_quantity};
use tariff::{Institution, Item, Line, Payer, Provenance, PurchaseOrder, Unpriced};

/// The maximum width of the payer column.
const LONGEST_PAYER: f32 = 112.0;

/// The columns: their left edges and widths.
struct Columns([(f32, f32); 4]);

/// Writes the table; returns its price sources in the order of the footnotes.
pub fn estimate<'a>(flow: &mut Flow<'_>, simulation: &Simulation<'a>) -> (Vec<TagNode>, Vec<&'a Provenance>) {
    let (page, quote) = (simulation.lang.page(), &simulation.opened.quote);
    let heading = flow.section(page.detail);
    let columns = Columns::fitting(flow, simulation);
    let head = head(flow, simulation, &columns);
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    for line in &quote.lines {
        let footnote = line.item.provenance().map(|source| footnote(&mut sources, source));
        rows.push(priced(flow, simulation, &columns, line, footnote));
    }
    for unpriced in &quote.on_request {
        rows.push(on_request(flow, simulation, &columns, unpriced));
    }
    // The sums never stand alone under repeated names of columns: they are not their own.
    flow.repeated = Vec::new();
    let mut foot = orders(flow, simulation, &columns);
    foot.push(total(flow, simulation, &columns));
    let table = vec![head, TagNode::group(Tag::TBody, rows), TagNode::group(Tag::TFoot, foot)];
    (vec![heading, TagNode::group(Tag::Table, table)], sources)
}

impl Columns {
    /// Amounts get the width of the widest one, payers fit on a line unless a name is very long, and the other
    /// two columns share the rest.
    fn fitting(flow: &Flow<'_>, simulation: &Simulation<'_>) -> Columns {
        let (lang, quote) = (simulation.lang, &simulation.opened.quote);
        let width = |style: Style, text: String| flow.width(&style.span(text));
        let money = |money| amount(lang, quote.list.currency, money);
        let lines = quote.lines.iter().map(|line| width(TEXT, money(line.amount)));
        let others = [width(SUM, money(quote.total)), width(ASIDE, lang.page().on_request.into())];
        let amounts = lines.chain(others).fold(60.0, f32::max);
        let rest = WIDTH - amounts - 3.0 * GAP;
        let usual = width(ASIDE, funder(lang, Payer::ProjectFunder).into());
        let named = quote.lines.iter().map(|line| width(ASIDE, paid_by(simulation, line.payer, line.funder)));
        let payer = named.fold(usual, f32::max).min(usual.max(LONGEST_PAYER)) + 1.0;
        let item = (rest - payer) * 0.54;
        let calculation = rest - payer - item;
        let at = |before: f32, columns: f32| before + columns * GAP;
        Columns([
            (0.0, item),
            (at(item, 1.0), calculation),
            (at(item + calculation, 2.0), payer),
            (at(rest, 3.0), amounts),
        ])
    }

    fn cells(&self, spans: [Vec<Span>; 4]) -> Vec<Cell> {
        let cell = |((left, width), spans)| Cell::new(left, width, spans);
        let mut cells: Vec<Cell> = self.0.into_iter().zip(spans).map(cell).collect();
        if let Some(amount) = cells.pop() {
            cells.push(amount.flush_right());
        }
        cells
    }

    /// A footer row: a label under the first three columns, and an amount.
    fn under_all(&self, called: Vec<Span>, sum: Span) -> [Cell; 2] {
        let (left, width) = self.0[3];
        [Cell::new(0.0, left - GAP, called), Cell::new(left, width, vec![sum]).flush_right()]
    }
}

fn head(flow: &mut Flow<'_>, simulation: &Simulation<'_>, columns: &Columns) -> TagNode {
    let (page, paper) = (simulation.lang.page(), simulation.lang.pdf());
    let names = [page.item, paper.calculation, paper.paid_by, page.amount];
    table::head(flow, columns.cells(names.map(|name| vec![SMALL.span(name)])))
}

fn priced(
    flow: &mut Flow<'_>,
    simulation: &Simulation<'_>,
    columns: &Columns,
    line: &Line<'_>,
    footnote: Option<usize>,
) -> TagNode {
    let (lang, list) = (simulation.lang, simulation.opened.list);
    let is_reduction = matches!(line.item, Item::Reduction(..));
    let style = if is_reduction { TEXT.in_colour(SAVING) } else { TEXT };
    let mut label = vec![style.span(lang.of(line.item.label()))];
    // A no-break space, so that the number of a footnote never begins a line.
    label.extend(footnote.map(|footnote| FOOTNOTE.span(format!("\u{202f}[{footnote}]"))));
    let mut cells = columns.cells([
        label,
        vec![ASIDE.span(formula(lang, list, line))],
        vec![ASIDE.span(paid_by(simulation, line.payer, line.funder))],
        vec![style.span(amount(lang, list.currency, line.amount))],
    ]);
    if is_reduction {
        indent(&mut cells);
    }
    table::row(flow, &cells)
}

/// Indents a reduction under the line that it reduces.
fn indent(cells: &mut [Cell]) {
    if let Some(label) = cells.first_mut() {
        label.left += GAP;
        label.width -= GAP;
    }
}

fn on_request(
    flow: &mut Flow<'_>,
    simulation: &Simulation<'_>,
    columns: &Columns,
    unpriced: &Unpriced<'_>,
) -> TagNode {
    let (lang, list) = (simulation.lang, simulation.opened.list);
    let cells = columns.cells([
        vec![TEXT.span(lang.of(&unpriced.charge.label))],
        vec![ASIDE.span(unpriced_quantity(lang, list, unpriced))],
        vec![ASIDE.span(paid_by(simulation, unpriced.charge.payer, unpriced.funder))],
        vec![ASIDE.span(lang.page().on_request)],
    ]);
    table::row(flow, &cells)
}

/// The payer: the institution's name if it has one, otherwise its role, with its letter if it is not the
/// project's funder. If there are several funders, the project's funder is always called that.
fn paid_by(simulation: &Simulation<'_>, payer: Payer, institution: Institution) -> String {
    let Simulation { opened, lang, names, .. } = *simulation;
    if names.name_of(institution).is_some() {
        return names.label(institution);
    }
    if names.is_told(institution) {
        return of_whom(lang, funder(lang, payer), &names.label(institution));
    }
    let is_alone = opened.quote.funders().len() == 1;
    funder(lang, if is_alone { payer } else { Payer::ProjectFunder }).into()
}

/// The subtotal rows of the funders, if there are several.
fn orders(flow: &mut Flow<'_>, simulation: &Simulation<'_>, columns: &Columns) -> Vec<TagNode> {
    let orders = simulation.opened.quote.purchase_orders();
    let several = orders.iter().filter(|_| orders.len() > 1);
    several.map(|order| subtotal(flow, simulation, columns, order)).collect()
}

fn subtotal(
    flow: &mut Flow<'_>,
    simulation: &Simulation<'_>,
    columns: &Columns,
    order: &PurchaseOrder<'_>,
) -> TagNode {
    let (lang, page, list) = (simulation.lang, simulation.lang.page(), simulation.opened.list);
    let who = simulation.names.in_words(lang, order.funder);
    let mut called = vec![TEXT.span(format!("{} {who}", page.purchase_order))];
    // What CASD has yet to price is not zero.
    let sum = match (order.lines.is_empty(), order.on_request.is_empty()) {
        (true, false) => ASIDE.span(page.on_request),
        (_, is_whole) => {
            called.extend((!is_whole).then(|| ASIDE.span(format!(" {}", page.excluding_on_request))));
            TEXT.span(amount(lang, list.currency, order.subtotal))
        }
    };
    flow.pen += 1.0;
    table::sum(flow, &columns.under_all(called, sum), 3, LEADING + 1.0)
}

fn total(flow: &mut Flow<'_>, simulation: &Simulation<'_>, columns: &Columns) -> TagNode {
    let (page, quote) = (simulation.lang.page(), &simulation.opened.quote);
    let mut called = vec![STRONG.span(page.total)];
    if !quote.on_request.is_empty() {
        called.push(ASIDE.span(format!(" {}", page.excluding_on_request)));
    }
    let sum = SUM.span(amount(simulation.lang, quote.list.currency, quote.total));
    flow.pen += 2.0;
    let row = table::sum(flow, &columns.under_all(called, sum), 3, 17.0);
    flow.pen += 2.0;
    flow.rule(0.7, MUTED);
    row
}

/// The footnote number of a source, shared by all lines with the same source.
fn footnote<'a>(sources: &mut Vec<&'a Provenance>, source: &'a Provenance) -> usize {
    let known = sources.iter().position(|one| *one == source);
    known.unwrap_or_else(|| {
        sources.push(source);
        sources.len() - 1
    }) + 1
}
