//! The tariff engine: computes the [`Quote`] of a [`Project`] under a [`PriceList`], line by line, with the reasons.
//!
//! It imports nothing else of the simulator, and knows neither the clock nor the language.
//! [`number`] turns a project, its list and a day into the simulation number, and back.

mod batch;
mod book;
mod budget;
mod charge;
mod check;
mod choices;
mod cost_item;
pub mod day;
mod institution;
mod line;
mod list_error;
mod money;
mod notice;
pub mod number;
mod offer;
mod option;
mod price_list;
mod pricing;
mod project;
mod provenance;
mod purchase_order;
mod quote;
mod reading;
mod reprice;
#[cfg(feature = "schema")]
pub mod schema;
mod validation;
mod variants;
mod vat;
mod what_if;
mod words;

pub use book::{PriceBook, content_errors};
pub use budget::{Budget, BudgetPeriod};
pub use charge::{Beneficiary, Charge, Counts, Every, Payer, Reduction, When};
pub use choices::{Choices, Chosen};
pub use cost_item::CostItem;
pub use day::{day_from_iso, iso_day};
pub use institution::Institution;
pub use line::{Item, Line, Periods};
pub use list_error::{ListError, ListErrorKind, RefKind};
pub use money::{Money, Percent, Price};
pub use notice::Notice;
pub use offer::Offer;
pub use option::{Alternative, Choice, Counted, ProjectOption};
pub use price_list::{
    Configuration, Contact, Currency, InForce, OfferTerms, PriceList, PublishedExample, Quantities, Remark,
    Terms, Vat, VatStatus,
};
pub use pricing::{Pricing, Share, Tier};
pub use project::{AccessPoint, Project};
pub use provenance::{Provenance, Source};
pub use purchase_order::PurchaseOrder;
pub use quote::{NotIncluded, Quote, Unpriced, quote};
pub use reading::{MAX_FILE_BYTES, ReadError, read_json};
pub use reprice::{Change, Difference, Due, RepriceError, Repriced, difference, reprice_today};
pub use validation::{EntryError, Field, Problem, Refusal};
pub use variants::{Comparison, Input, MAX_VARIANTS, Row, TotalOf, Variant, compare_variants};
pub use vat::VatAmounts;
pub use what_if::{Point, Varied, what_if};
pub use words::{Id, Words};
