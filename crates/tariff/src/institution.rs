//! Institutions that pay or host, identified by a letter. Their names are not part of the tariff.

use core::fmt;

use serde::{Deserialize, Serialize};

/// An institution of a project: A, the project's funder, then B, C and so on as the user names others.
///
/// A2, B2 and so on follow Z: enough for the funders and hosts of the maximum number of SD-Boxes. Numbers and
/// links contain the letter, never a name.
///
/// ```
/// use tariff::Institution;
///
/// let third = Institution::of_rank(2).unwrap();
/// assert_eq!(third.to_string(), "C");
/// assert_eq!(Institution::from_label("C"), Some(third));
/// assert_eq!(Institution::of_rank(27).unwrap().to_string(), "B2");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Institution(u8);

const LETTERS: u32 = 26;

impl Institution {
    /// The project's funder, who pays for everything but the SD-Boxes that have another funder.
    pub const PROJECT_FUNDER: Institution = Institution(0);
    /// How many there can be: the project's funder, and a funder and a host for each of the 100 SD-Boxes that a
    /// project may have.
    pub const MAX: u32 = 201;

    /// The institution of that rank, counted from 0; `None` beyond [`Institution::MAX`].
    pub fn of_rank(rank: u32) -> Option<Institution> {
        (rank < Institution::MAX).then_some(Institution(rank as u8))
    }

    /// All that there can be, A first.
    pub fn all() -> impl Iterator<Item = Institution> {
        (0..Institution::MAX as u8).map(Institution)
    }

    /// Its rank, counted from 0.
    pub fn rank(self) -> u32 {
        self.0.into()
    }

    /// The institution of that label: a capital letter, or one and a number from 2.
    pub fn from_label(label: &str) -> Option<Institution> {
        let letter = *label.as_bytes().first().filter(|byte| byte.is_ascii_uppercase())?;
        let round = match &label.as_bytes()[1..] {
            [] => 0,
            [digit @ b'2'..=b'9'] => digit - b'1',
            _ => return None,
        };
        Institution::of_rank(u32::from(letter - b'A') + LETTERS * u32::from(round))
    }
}

const _: () = assert!(Institution::MAX <= 1 << 8 && Institution::MAX <= 9 * LETTERS);

impl fmt::Display for Institution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (round, letter) = (self.rank() / LETTERS, self.rank() % LETTERS);
        write!(f, "{}", char::from(b'A' + letter as u8))?;
        if round > 0 { write!(f, "{}", round + 1) } else { Ok(()) }
    }
}

impl TryFrom<String> for Institution {
    type Error = &'static str;

    fn try_from(label: String) -> Result<Institution, Self::Error> {
        Institution::from_label(&label).ok_or("expected the letter of an institution, such as \"B\"")
    }
}

impl From<Institution> for String {
    fn from(institution: Institution) -> String {
        institution.to_string()
    }
}
