//! Rows of horizontal bars: what each is called stands above it, what it amounts to at its right.

use super::scale::Scale;
use super::text_layout::{BASELINE, GAP, LINE, width_of, wrapped, write};
use super::{Anchor, Length, Mark, Plot, Role};
use tariff::Money;

/// A row: a bar of segments.
pub(super) struct Row {
    /// What it is called.
    pub(super) label: String,
    /// What it amounts to, in figures.
    pub(super) value: String,
    /// Its segments, from zero outwards: the negative ones to the left.
    pub(super) segments: Vec<Segment>,
}

/// A part of a bar.
pub(super) struct Segment {
    /// What it shows.
    pub(super) role: Role,
    /// How much it is.
    pub(super) amount: Money,
    /// What is written in it where it has room, and as what.
    pub(super) letter: Option<(Role, String)>,
}

const BAR: Length = LINE;
/// Between two rows.
const BETWEEN: Length = Length::units(10);
/// The least that bars need beside the amounts.
const LEAST_FOR_BARS: Length = Length::units(100);

/// Lays rows one under the other. Where amounts are too long to stand at the right of the bars, they stand
/// above them.
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

/// How far the segments of a bar reach: to the left and to the right of zero.
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

/// Where the bar starts: what is zero, or has no amount, is seen by that. Not a line through all rows,
/// which would cross what they are called.
fn axis(marks: &mut Vec<Mark>, scale: &Scale, top: Length) {
    let zero = scale.at(Money::ZERO);
    marks.push(Mark::Line { role: Role::Axis, from: (zero, top), to: (zero, top + BAR) });
}

fn plus(one: Money, other: Money) -> Money {
    // Segments are parts of a total that was computed.
    one.checked_add(other).unwrap_or(one)
}
