//! Errors in the content of a price list, each with the path to its place, and their English messages.

use core::fmt;

use super::{Id, Offer, Refusal};

/// An error in the content of a price list, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    /// The path to the place, such as `charges[2].when`.
    pub place: String,
    /// What is wrong and what was expected.
    pub kind: ListErrorKind,
}

/// The kinds of errors in a price list that has the right form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListErrorKind {
    /// A text is empty in one of the languages.
    MissingTranslation,
    /// Something else has this id or serial already.
    Duplicate(String),
    /// The id refers to nothing of the expected kind in the list.
    Dangling {
        /// The kind expected.
        expected: RefKind,
        /// The id.
        id: String,
    },
    /// The list does not serve this offer at public prices.
    OfferNotServed(Offer),
    /// A price has no provenance.
    NoProvenance,
    /// A configuration or an option has no price, not even one on request.
    NoPrice,
    /// A configuration is marked as included, and a charge has a price for it.
    IncludedAndCharged,
    /// A number is out of the bounds given.
    OutOfBounds {
        /// The least allowed.
        least: u32,
        /// The most allowed.
        most: u32,
    },
    /// No multiple lies within the minimum and the maximum.
    NoneWithinBounds,
    /// Dates in force overlap those of another list for the same offer.
    Overlap {
        /// The offer.
        offer: Offer,
        /// The other list.
        with: Id,
    },
    /// A period ends before it starts.
    EndsBeforeItStarts,
    /// Tiers are not in rising order with an open last one.
    TiersNotGraduated,
    /// An offer has no configuration to choose.
    NoConfiguration(Offer),
    /// Only a yes-or-no option can be chosen at first.
    NotYesOrNo,
    /// A reduction of a price that is on request.
    ReductionOfUnknownPrice,
    /// An access-point funder pays for something that is not counted by SD-Boxes.
    NotPerAccessPoint,
    /// Not an e-mail address.
    NotAnAddress,
    /// A list that was used has another content than then.
    Altered,
    /// The example's project has no quote under this list, for the reason given.
    ExampleRefused(Refusal),
}

/// The kind of thing that an id of a list refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefKind {
    /// A text in which prices were read.
    Source,
    /// A working environment.
    Configuration,
    /// An option of a project.
    Option,
    /// An option with a quantity.
    CountedOption,
    /// An alternative of an option.
    Alternative,
    /// A charge.
    Charge,
}

impl fmt::Display for RefKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RefKind::Source => "a source",
            RefKind::Configuration => "a configuration",
            RefKind::Option => "an option",
            RefKind::CountedOption => "a counted option",
            RefKind::Alternative => "an option and one of its alternatives",
            RefKind::Charge => "a charge",
        })
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl fmt::Display for ListErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListErrorKind::MissingTranslation => f.write_str("expected a text in both `fr` and `en`, found an empty one"),
            ListErrorKind::Duplicate(what) => write!(f, "`{what}` is used already: each must be unique"),
            ListErrorKind::Dangling { expected, id } => write!(f, "expected the id of {expected} of this list, found `{id}`"),
            ListErrorKind::OfferNotServed(offer) => {
                write!(f, "expected an offer that has `terms` in `offers`, found `{}`", offer.name())
            }
            ListErrorKind::NoProvenance => f.write_str("expected a `provenance`: only a price on request has none"),
            ListErrorKind::NoPrice => f.write_str(
                "nothing says what it costs: expected a charge whose `when` or `counts` names it (its price may be `on_request`), or `included`",
            ),
            ListErrorKind::IncludedAndCharged => f.write_str("it is said to be `included`, and a charge has a price for it"),
            ListErrorKind::OutOfBounds { least, most } => write!(f, "expected a number from {least} to {most}"),
            ListErrorKind::NoneWithinBounds => f.write_str("no multiple of this lies within the bounds"),
            ListErrorKind::Overlap { offer, with } => {
                write!(f, "its dates for `{}` overlap those of the list `{with}`", offer.name())
            }
            ListErrorKind::EndsBeforeItStarts => f.write_str("expected `until` to be on or after `from`"),
            ListErrorKind::TiersNotGraduated => f.write_str("expected tiers with a rising `up_to`, and none in the last"),
            ListErrorKind::NoConfiguration(offer) => write!(f, "expected a configuration for `{}`", offer.name()),
            ListErrorKind::NotYesOrNo => f.write_str("only an option whose choice is `yes_no` can be chosen at first"),
            ListErrorKind::ReductionOfUnknownPrice => f.write_str("expected a charge with a price, found one on request"),
            ListErrorKind::NotPerAccessPoint => {
                f.write_str("an access-point funder pays only for what `counts` says is by `sd_boxes`")
            }
            ListErrorKind::NotAnAddress => f.write_str("expected an e-mail address"),
            ListErrorKind::Altered => f.write_str(
                "this list was used with another content: its numbers would no longer open. Leave it as it was, and make a new list with a new id and serial",
            ),
            ListErrorKind::ExampleRefused(why) => write!(f, "this project has no quote under this list: {why}"),
        }
    }
}
