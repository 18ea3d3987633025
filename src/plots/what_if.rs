//! The what-if chart: the total as a curve over one varied quantity.

use super::scale::{Scale, round_amounts};
use super::text_layout::{BASELINE, GAP, LINE, TEXT_SIZE, width_of, wrapped, write};
use super::{Anchor, Length, Mark, Plot, Role};
use tariff::{Money, Point};

/// The total as a function of months, users or SD-Boxes: a point for each value over an axis of amounts from
/// zero, with the current project emphasised and its total at the top.
///
/// The caller supplies the texts of the amounts on the axis, of the total, and of what is counted (`counted`).
/// As many values are labelled as there is room for, the current one always. `width` is the chart's, in units.
///
/// ```
/// use casd_simulator::plots::{Mark, Role, what_if};
/// use tariff::{self, PriceList, Varied};
///
/// let list = PriceList::from_json(include_str!("../../public/price-lists/pmsi.json")).unwrap();
/// let points = tariff::what_if(&list, &list.examples[0].project, Varied::Users);
/// let plot = what_if(&points, &|amount| amount.to_string(), &|amount| amount.to_string(), "users", 320);
/// let circles = plot.marks.iter().filter(|mark| matches!(mark, Mark::Circle { .. }));
/// assert_eq!(circles.count(), 10);
/// ```
pub fn what_if(
    points: &[Point],
    tick: &dyn Fn(Money) -> String,
    total: &dyn Fn(Money) -> String,
    counted: &str,
    width: u16,
) -> Plot {
    let width = Length::units(width.into());
    let most = points.iter().map(|point| point.total).max().unwrap_or(Money::ZERO);
    let ticks: Vec<(Money, String)> =
        round_amounts(most).into_iter().map(|amount| (amount, tick(amount))).collect();
    let frame = Frame::of(points, &ticks, width);
    let mut marks = Vec::new();
    frame.amounts(&mut marks, ticks);
    frame.current(&mut marks, points, total);
    frame.curve(&mut marks, points);
    frame.values(&mut marks, points);
    let below = frame.bottom + GAP + LINE;
    let below = write(&mut marks, Role::Label, wrapped(counted, width), Length::ZERO, below);
    Plot { width, height: below + GAP.half(), marks }
}

const PLOT_HEIGHT: Length = Length::units(180);
const POINT: Length = Length::units(3);
const CURRENT_POINT: Length = Length::units(6);

/// The area of the points within the chart.
struct Frame {
    left: Length,
    right: Length,
    bottom: Length,
    width: Length,
    amounts: Scale,
    least: u32,
    most: u32,
}

impl Frame {
    fn of(points: &[Point], ticks: &[(Money, String)], width: Length) -> Frame {
        let widest_tick = ticks.iter().map(|(_, words)| width_of(words)).max().unwrap_or_default();
        let values = || points.iter().map(|point| point.value);
        let (least, most) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
        // The total of the current point has a line of its own at the top.
        let top = LINE + GAP;
        let totals = points.iter().map(|point| point.total);
        let amounts = Scale::holding(totals.chain(ticks.iter().map(|(amount, _)| *amount)), PLOT_HEIGHT);
        // Half of the last value and of its circle stand out at the right.
        let beyond = width_of(&most.to_string()).half().max(CURRENT_POINT) + GAP.half();
        let left = widest_tick + GAP + CURRENT_POINT;
        let right = (width - beyond).max(left);
        Frame { left, right, bottom: top + PLOT_HEIGHT, width, amounts, least, most }
    }

    /// The x position of a value; a single one is centred.
    fn x(&self, value: u32) -> Length {
        let (range, room) = (self.most - self.least, self.right - self.left);
        let along = i64::from(value - self.least) * i64::from(room.in_tenths());
        let tenths = along.checked_div(range.into()).unwrap_or_else(|| room.half().in_tenths().into());
        self.left + Length::tenths(i32::try_from(tenths).unwrap_or(0))
    }

    fn y(&self, amount: Money) -> Length {
        self.bottom - self.amounts.at(amount)
    }

    /// Grid lines at round amounts, with their labels at the left.
    fn amounts(&self, marks: &mut Vec<Mark>, ticks: Vec<(Money, String)>) {
        let start = self.left - CURRENT_POINT;
        for (amount, words) in ticks {
            let y = self.y(amount);
            let role = if amount == Money::ZERO { Role::Axis } else { Role::Grid };
            marks.push(Mark::Line { role, from: (start, y), to: (self.width, y) });
            let (x, y) = (start - GAP.half(), y + Length::tenths(TEXT_SIZE.in_tenths() * 35 / 100));
            marks.push(Mark::Text { role: Role::Tick, x, y, anchor: Anchor::End, words });
        }
    }

    /// A line through the current point, and its total above.
    fn current(&self, marks: &mut Vec<Mark>, points: &[Point], total: &dyn Fn(Money) -> String) {
        let Some(point) = points.iter().find(|point| point.is_current) else { return };
        let x = self.x(point.value);
        marks.push(Mark::Line { role: Role::Current, from: (x, LINE), to: (x, self.bottom) });
        let words = total(point.total);
        let half = width_of(&words).half();
        // As near to the line as the edges of the plot let it.
        let x = x.min(self.width - half).max(half);
        marks.push(Mark::Text { role: Role::Value, x, y: BASELINE, anchor: Anchor::Middle, words });
    }

    fn curve(&self, marks: &mut Vec<Mark>, points: &[Point]) {
        let place = |point: &Point| (self.x(point.value), self.y(point.total));
        marks.push(Mark::Polyline { role: Role::Curve, points: points.iter().map(place).collect() });
        for point in points {
            let (role, radius) =
                if point.is_current { (Role::Current, CURRENT_POINT) } else { (Role::Point, POINT) };
            marks.push(Mark::Circle { role, centre: place(point), radius });
        }
    }

    /// Labels below the axis: from the current value outwards, those that fit.
    fn values(&self, marks: &mut Vec<Mark>, points: &[Point]) {
        let current = points.iter().position(|point| point.is_current).unwrap_or(0);
        let (before, from_current) = points.split_at(current);
        let mut end = Length::tenths(i32::MIN);
        for point in from_current {
            let half = width_of(&point.value.to_string()).half();
            if end + GAP <= self.x(point.value) - half {
                end = self.x(point.value) + half;
                marks.push(self.value(point));
            }
        }
        let width_of_current = from_current.first().map(|point| width_of(&point.value.to_string()));
        let half = width_of_current.unwrap_or_default().half();
        let mut start = from_current.first().map_or(self.right, |point| self.x(point.value) - half);
        for point in before.iter().rev() {
            let half = width_of(&point.value.to_string()).half();
            if self.x(point.value) + half + GAP <= start {
                start = self.x(point.value) - half;
                marks.push(self.value(point));
            }
        }
    }

    fn value(&self, point: &Point) -> Mark {
        let role = if point.is_current { Role::Current } else { Role::Label };
        let (x, y) = (self.x(point.value), self.bottom + GAP + BASELINE);
        Mark::Text { role, x, y, anchor: Anchor::Middle, words: point.value.to_string() }
    }
}
