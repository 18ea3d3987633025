//! A set of a project's SD-Boxes, by number.

use core::ops::RangeInclusive;

/// At least one of the SD-Boxes of a project, each by its number: 1 for the first.
///
/// It has no more than the project has, so at most
/// [`Project::MAX_ACCESS_POINTS`](tariff::Project::MAX_ACCESS_POINTS).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boxes(Vec<u32>);

impl Boxes {
    /// The boxes of these numbers, given in rising order; `None` if there are none.
    pub(super) fn numbered(numbers: impl Iterator<Item = u32>) -> Option<Boxes> {
        let numbers: Vec<u32> = numbers.collect();
        if numbers.is_empty() { None } else { Some(Boxes(numbers)) }
    }

    /// Their count: at least 1.
    pub fn count(&self) -> u32 {
        self.0.len() as u32
    }

    /// Their numbers, in rising order.
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// Their numbers as ranges, so that a hundred boxes make a short sentence: 1 to 98, 100.
    pub fn runs(&self) -> Vec<RangeInclusive<u32>> {
        let in_a_row = |a: &u32, b: &u32| a + 1 == *b;
        self.0.chunk_by(in_a_row).map(|run| run[0]..=run[run.len() - 1]).collect()
    }
}
