//! A plot and the shapes that it is made of.

use super::Length;

/// A plot: shapes in a box from the origin, to be drawn in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The width of the box: that which was asked for.
    pub width: Length,
    /// The height of the box: what the shapes need.
    pub height: Length,
    /// The shapes.
    pub marks: Vec<Mark>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle.
    Rectangle {
        /// What it shows.
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
        /// What it shows.
        role: Role,
        /// Where it starts.
        from: (Length, Length),
        /// Where it ends.
        to: (Length, Length),
    },
    /// A line through points.
    Polyline {
        /// What it shows.
        role: Role,
        /// The points: x, then y.
        points: Vec<(Length, Length)>,
    },
    /// A circle.
    Circle {
        /// What it shows.
        role: Role,
        /// Its centre: x, then y.
        centre: (Length, Length),
        /// Its radius.
        radius: Length,
    },
    /// A line of text, [`TEXT_SIZE`](super::TEXT_SIZE) high.
    Text {
        /// What it says.
        role: Role,
        /// Where it is anchored.
        x: Length,
        /// Its baseline.
        y: Length,
        /// Which part of it is at `x`.
        anchor: Anchor,
        /// The text.
        words: String,
    },
}

/// What a shape shows: its looks are the style sheet's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An amount, of the series of that number: series are told apart by patterns, not by colours alone.
    Bar(u32),
    /// Something taken off.
    Reduction,
    /// Where amounts start, and what values stand on.
    Axis,
    /// A round amount across the plot.
    Grid,
    /// The amount of a line of the grid.
    Tick,
    /// What something is called.
    Label,
    /// An amount, in figures.
    Value,
    /// Whose part of a bar it is, in the bar of the series of that number.
    Letter(u32),
    /// How one thing moves with another.
    Curve,
    /// One value of it.
    Point,
    /// The project as it stands.
    Current,
}

impl Role {
    /// The name of the role in style sheets. Those of a series have its number besides.
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

/// Which part of a text is where it is anchored.
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
    /// As the SVG attribute `text-anchor` has it.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}
