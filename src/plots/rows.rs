//! Rows of horizontal bars, with their label above and their amount at the right.

use super::scale::Scale;
use super::text_layout::{BASELINE, GAP, LINE, width_of, wrapped, write};
use super::{Anchor, Length, Mark, Plot, Role};
use tariff::Money;

/// A row: a bar of segments.
pub(super) struct Row {
    /// Its name.
    pub(super) label: String,
    /// Its amount as text.
    pub(super) value: String,
    /// Its segments, from zero outwards: the negative ones to the left.
    pub(super) segments: Vec<Segment>,
}

/// A part of a bar.
pub(super) struct Segment {
    /// Its role.
    pub(super) role: Role,
    /// Its amount.
    pub(super) amount: Money,
    /// Its label, if there is room, and the label's role.
    pub(super) letter: Option<(Role, String)>,
}

const BAR: Length = LINE;
/// The space between two rows.
const BETWEEN: Length = Length::units(10);
/// The minimum width of bars beside the amounts.
const LEAST_FOR_BARS: Length = Length::units(100);

/// Lays out rows one under the other. Amounts that are too long for the right of the bars go above them.
pub(super) fn plot(rows: Vec<Row>, width: Length) -> Plot {
    let widest = rows.iter().map(|row| width_of(&row.value)).max().unwrap_or_default();
    let beside = width - widest - GAP;
    let (is_beside, for_bars) = if beside >= LEAST_FOR_BARS { (true, beside) } else { (false, width) };
    let ends = rows.iter().flat_map(|row| ends(&row.segments));
    let scale = Scale::holding(ends, for_bars);
    let mut marks = Vec::new();
    let mut top = Length::ZERO;
    for row in rows {
        top = write(&mut marks, Role::Label, wrapped(&row.label, width), Length::ZERO, top);
        if is_beside {
            let (x, y, anchor) = (width, top + BASELINE, Anchor::End);
            marks.push(Mark::Text { role: Role::Value, x, y, anchor, words: row.value });
        } else {
            top = write(&mut marks, Role::Value, wrapped(&row.value, width), Length::ZERO, top);
        }
        bar(&mut marks, row.segments, &scale, top);
        axis(&mut marks, &scale, top);
        top = top + BAR + BETWEEN;
    }
    let height = if marks.is_empty() { Length::ZERO } else { top - BETWEEN };
    Plot { width, height, marks }
}

/// The extent of a bar to the left and to the right of zero.
fn ends(segments: &[Segment]) -> [Money; 2] {
    let mut ends = [Money::ZERO; 2];
    for segment in segments {
        let end = &mut ends[usize::from(segment.amount > Money::ZERO)];
        *end = plus(*end, segment.amount);
    }
    ends
}

fn bar(marks: &mut Vec<Mark>, segments: Vec<Segment>, scale: &Scale, top: Length) {
    let mut ends = [Money::ZERO; 2];
    for Segment { role, amount, letter } in segments {
        let end = &mut ends[usize::from(amount > Money::ZERO)];
        let (one, other) = (scale.at(*end), scale.at(plus(*end, amount)));
        *end = plus(*end, amount);
        let (x, width) = (one.min(other), one.max(other) - one.min(other));
        if width == Length::ZERO {
            continue;
        }
        marks.push(Mark::Rectangle { role, x, y: top, width, height: BAR });
        let room = width - GAP.half();
        if let Some((role, words)) = letter.filter(|(_, words)| width_of(words) <= room) {
            let (x, y) = (x + width.half(), top + BASELINE);
            marks.push(Mark::Text { role, x, y, anchor: Anchor::Middle, words });
        }
    }
}

/// A short axis at zero for each bar, which also makes empty bars visible. A line through all rows would cross
/// their names.
fn axis(marks: &mut Vec<Mark>, scale: &Scale, top: Length) {
    let zero = scale.at(Money::ZERO);
    marks.push(Mark::Line { role: Role::Axis, from: (zero, top), to: (zero, top + BAR) });
}

fn plus(one: Money, other: Money) -> Money {
    // Segments are parts of a total that was computed.
    one.checked_add(other).unwrap_or(one)
}
