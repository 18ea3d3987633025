//! The RGAA 4.1 audit as data: each criterion, its status, and how it was checked.

use serde::Deserialize;
use tariff::Words;

const TABLE: &str = include_str!("../../../../accessibility/rgaa-4.1.json");

/// The whole table.
#[derive(Deserialize)]
pub struct Table {
    pub standard: Standard,
    /// The day of the audit, as `2026-11-22`.
    pub assessed_on: String,
    pub themes: Vec<Theme>,
}

/// Where the criteria come from.
#[derive(Deserialize)]
pub struct Standard {
    pub titles: Words,
}

#[derive(Deserialize)]
pub struct Theme {
    pub number: u8,
    pub title: Words,
    pub criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
pub struct Criterion {
    pub number: String,
    pub title: Words,
    pub status: Status,
    pub why: Words,
    pub tests: Vec<Test>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Conforming,
    NotConforming,
    NotApplicable,
}

/// A test that proves it: `tests/accessibility_statement.rs` checks that it exists.
#[derive(Deserialize)]
pub struct Test {
    pub file: String,
    pub title: String,
}

/// How many criteria are met, are not met, and do not apply.
pub struct Tally {
    pub conforming: usize,
    pub not_conforming: usize,
    pub not_applicable: usize,
}

/// The conformity status that a site has to state.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Conformity {
    Full,
    Partial,
    None,
}

impl Table {
    pub fn new() -> Result<Table, serde_json::Error> {
        serde_json::from_str(TABLE)
    }

    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.themes.iter().flat_map(|theme| &theme.criteria)
    }
}

impl Tally {
    pub fn of<'table>(criteria: impl Iterator<Item = &'table Criterion>) -> Tally {
        let mut tally = Tally { conforming: 0, not_conforming: 0, not_applicable: 0 };
        for criterion in criteria {
            *match criterion.status {
                Status::Conforming => &mut tally.conforming,
                Status::NotConforming => &mut tally.not_conforming,
                Status::NotApplicable => &mut tally.not_applicable,
            } += 1;
        }
        tally
    }

    pub fn applicable(&self) -> usize {
        self.conforming + self.not_conforming
    }

    /// Truncated, not rounded, so that 100 % means all of them.
    pub fn tenths_of_percent(&self) -> usize {
        self.conforming * 1000 / self.applicable().max(1)
    }

    /// As the standard defines it: partial from half of the criteria on.
    pub fn conformity(&self) -> Conformity {
        match self.tenths_of_percent() {
            1000 => Conformity::Full,
            500.. => Conformity::Partial,
            _ => Conformity::None,
        }
    }
}
