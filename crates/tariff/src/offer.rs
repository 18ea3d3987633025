//! Offers: the ways to access data through CASD.

use serde::{Deserialize, Serialize};

/// A way to access confidential data, each with its own procedure, terms and prices.
///
/// Which of them have public prices, and which prices, is stated by price lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// A research project on the data of INSEE, ministries and other producers.
    Standard,
    /// A project on the CONSTANCES and GAZEL cohorts.
    Cohorts,
    /// A project on the hospital stays of the PMSI, whose right of use ATIH grants.
    Pmsi,
    /// A company's own project: customised services, without public prices.
    Private,
}

impl Offer {
    /// Every offer, in the order in which they are shown.
    pub const ALL: [Offer; 4] = [Offer::Standard, Offer::Cohorts, Offer::Pmsi, Offer::Private];

    /// The offer's name in data files and addresses.
    ///
    /// ```
    /// use tariff::Offer;
    ///
    /// assert_eq!(Offer::from_name("pmsi"), Some(Offer::Pmsi));
    /// assert_eq!(Offer::from_name("PMSI"), None);
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Offer::Standard => "standard",
            Offer::Cohorts => "cohorts",
            Offer::Pmsi => "pmsi",
            Offer::Private => "private",
        }
    }

    /// The offer of that [name](Offer::name).
    pub fn from_name(name: &str) -> Option<Offer> {
        Offer::ALL.into_iter().find(|offer| offer.name() == name)
    }
}
