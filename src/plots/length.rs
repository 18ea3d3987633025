//! Coordinates and lengths of charts, in tenths of a unit.

use core::fmt;
use core::ops::{Add, Sub};

/// A coordinate or a length, in whole tenths of a unit. A unit is a pixel if the chart is shown at its own
/// width.
///
/// ```
/// use casd_simulator::plots::Length;
///
/// assert_eq!((Length::units(12) + Length::tenths(-5)).to_string(), "11.5");
/// assert_eq!(Length::units(-3).to_string(), "-3");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length(i32);

impl Length {
    /// Zero.
    pub const ZERO: Length = Length(0);

    /// A length in units.
    pub const fn units(units: i32) -> Length {
        Length(units * 10)
    }

    /// A length in tenths of a unit.
    pub const fn tenths(tenths: i32) -> Length {
        Length(tenths)
    }

    /// The length in tenths of a unit.
    pub const fn in_tenths(self) -> i32 {
        self.0
    }

    /// Multiplies the length, saturating at the maximum.
    pub(super) fn times(self, count: usize) -> Length {
        Length(i32::try_from(count).map_or(i32::MAX, |count| self.0.saturating_mul(count)))
    }

    /// Half of the length.
    pub(super) const fn half(self) -> Length {
        Length(self.0 / 2)
    }
}

impl Add for Length {
    type Output = Length;

    fn add(self, other: Length) -> Length {
        Length(self.0.saturating_add(other.0))
    }
}

impl Sub for Length {
    type Output = Length;

    fn sub(self, other: Length) -> Length {
        Length(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Length {
    /// The format of SVG attributes: `12` or `11.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, tenths) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if tenths == 0 { write!(f, "{sign}{units}") } else { write!(f, "{sign}{units}.{tenths}") }
    }
}
