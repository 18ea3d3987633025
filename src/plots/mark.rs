//! The shapes of a chart: bars, lines, points and text.

use super::Length;

/// A chart: shapes in a box from the origin, to be drawn in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The width of the box, as requested.
    pub width: Length,
    /// The height of the box, as the shapes need it.
    pub height: Length,
    /// The shapes.
    pub marks: Vec<Mark>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle.
    Rectangle {
        /// Its role.
        role: Role,
        /// Its left edge.
        x: Length,
        /// Its upper edge.
        y: Length,
        /// Its width.
        width: Length,
        /// Its height.
        height: Length,
    },
    /// A straight line.
    Line {
        /// Its role.
        role: Role,
        /// Its start: x, then y.
        from: (Length, Length),
        /// Its end: x, then y.
        to: (Length, Length),
    },
    /// A line through points.
    Polyline {
        /// Its role.
        role: Role,
        /// The points: x, then y.
        points: Vec<(Length, Length)>,
    },
    /// A circle.
    Circle {
        /// Its role.
        role: Role,
        /// Its centre: x, then y.
        centre: (Length, Length),
        /// Its radius.
        radius: Length,
    },
    /// A line of text, [`TEXT_SIZE`](super::TEXT_SIZE) high.
    Text {
        /// Its role.
        role: Role,
        /// The position of its anchor.
        x: Length,
        /// Its baseline.
        y: Length,
        /// Its alignment at `x`.
        anchor: Anchor,
        /// The text.
        words: String,
    },
}

/// The role of a shape: the style sheet decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An amount of a series, by number: series differ by pattern, not by colour alone.
    Bar(u32),
    /// A reduction.
    Reduction,
    /// An axis: where amounts start, or the base of values.
    Axis,
    /// A grid line at a round amount.
    Grid,
    /// The label of a grid line.
    Tick,
    /// A name.
    Label,
    /// An amount, in figures.
    Value,
    /// The funder's letter in a bar of that series.
    Letter(u32),
    /// The curve of a what-if chart.
    Curve,
    /// A point of the curve.
    Point,
    /// The current project.
    Current,
}

impl Role {
    /// The CSS class of the role. Those of a series include its number.
    ///
    /// ```
    /// use casd_simulator::plots::Role;
    ///
    /// assert_eq!(Role::Bar(3).class(), "bar");
    /// ```
    pub fn class(self) -> &'static str {
        match self {
            Role::Bar(_) => "bar",
            Role::Reduction => "reduction",
            Role::Axis => "axis",
            Role::Grid => "grid",
            Role::Tick => "tick",
            Role::Label => "label",
            Role::Value => "value",
            Role::Letter(_) => "letter",
            Role::Curve => "curve",
            Role::Point => "point",
            Role::Current => "current",
        }
    }
}

/// The alignment of a text at its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The value of the SVG attribute `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}
