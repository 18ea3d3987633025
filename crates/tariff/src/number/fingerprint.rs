//! Fingerprints: short hashes in a number, which detect that a price list or a total has changed.
//!
//! They guard against accidents, not against fraud: whoever forges a number forges its fingerprints.

use core::hash::Hasher;

use fnv::FnvHasher;

use crate::{
    Beneficiary, Charge, Choice, Configuration, Counts, Every, Id, Money, Offer, OfferTerms, Payer,
    PriceList, Pricing, ProjectOption, Quantities, Reduction, VatStatus, When,
};

/// The width of a list's fingerprint in a number.
pub(super) const LIST_BITS: u32 = 15;
/// The width of a total's fingerprint in a number.
pub(super) const TOTAL_BITS: u32 = 12;

/// The fingerprint of everything in a list that determines an amount or the meaning of a number: ids, order,
/// terms, prices, conditions. Words, sources, contacts and dates in force are left out, so that a
/// corrected spelling, a new address or an end date does not orphan the numbers already issued.
///
/// The bytes that are hashed belong to the number's format: what is hashed today must be hashed the
/// same for ever. Each structure is taken apart field by field, so that a new field of the tariff
/// does not compile before it is decided here; hash it only where it is used, and lists that do not
/// use it keep their fingerprint.
pub(super) fn of_list(list: &PriceList) -> u32 {
    fold(content_of(list), LIST_BITS)
}

/// The same hash before it is folded into a number's few bits: two lists with the same content give any
/// project the same quote. What it leaves out (words, dates in force, …) may be corrected in a list
/// that was used; what it covers may not.
pub fn content_of(list: &PriceList) -> u64 {
    let mut content = Content(FnvHasher::default());
    content.list(list);
    content.0.finish()
}

/// The fingerprint of a total.
pub(super) fn of_total(total: Money) -> u32 {
    let mut hasher = FnvHasher::default();
    hasher.write(&total.cents().to_le_bytes());
    fold(hasher.finish(), TOTAL_BITS)
}

/// Folds a hash to a narrower one, as FNV's authors advise.
fn fold(hash: u64, width: u32) -> u32 {
    let mask = (1u64 << width) - 1;
    ((hash >> 48 ^ hash >> 32 ^ hash >> 16 ^ hash) & mask) as u32
}

struct Content(FnvHasher);

impl Content {
    fn number(&mut self, number: u32) {
        self.0.write(&number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.0.write(text.as_bytes());
    }

    fn id(&mut self, id: &Id) {
        self.text(id.as_str());
    }

    fn money(&mut self, money: Money) {
        self.0.write(&money.cents().to_le_bytes());
    }

    fn maybe(&mut self, number: Option<u32>) {
        self.number(number.is_some().into());
        self.number(number.unwrap_or(0));
    }

    fn offers(&mut self, offers: Option<&Vec<Offer>>) {
        self.maybe(offers.map(|offers| offers.len() as u32));
        for offer in offers.into_iter().flatten() {
            self.text(offer.name());
        }
    }

    fn list(&mut self, list: &PriceList) {
        let PriceList {
            schema: _,
            id,
            serial,
            title: _,
            in_force: _,
            archived: _,
            currency,
            vat,
            sources: _,
            offers,
            configurations,
            options,
            charges,
            reductions,
            remarks: _,
            examples: _,
            preview: _,
        } = list;
        self.id(id);
        self.number((*serial).into());
        self.text(currency.code());
        if let Some(vat) = vat {
            self.text(match vat.prices {
                VatStatus::Excluded => "vat excluded",
                VatStatus::Included => "vat included",
            });
            self.number(vat.rate.hundredths());
        }
        self.number(offers.len() as u32);
        offers.iter().for_each(|served| self.offer(served));
        self.number(configurations.len() as u32);
        configurations.iter().for_each(|configuration| self.configuration(configuration));
        self.number(options.len() as u32);
        options.iter().for_each(|option| self.option(option));
        self.number(charges.len() as u32);
        charges.iter().for_each(|charge| self.charge(charge));
        self.number(reductions.len() as u32);
        reductions.iter().for_each(|reduction| self.reduction(reduction));
    }

    fn offer(&mut self, served: &OfferTerms) {
        let OfferTerms { offer, contact: _, terms } = served;
        self.text(offer.name());
        if let Some(terms) = terms {
            for bounds in [terms.months, terms.users, terms.sd_boxes] {
                let Quantities { minimum, maximum, multiple_of } = bounds;
                self.maybe(minimum);
                self.maybe(maximum);
                self.maybe(multiple_of);
            }
        }
    }

    fn configuration(&mut self, configuration: &Configuration) {
        let Configuration { id, label: _, offers, vcpu, memory_gb, disk_gb, gpu, included } = configuration;
        self.id(id);
        self.offers(offers.as_ref());
        for number in [*vcpu, *memory_gb, *disk_gb, *gpu, u32::from(*included)] {
            self.number(number);
        }
    }

    fn option(&mut self, option: &ProjectOption) {
        let ProjectOption { id, label: _, help: _, offers, choice, chosen_at_first: _ } = option;
        self.id(id);
        self.offers(offers.as_ref());
        match choice {
            Choice::YesNo => self.text("yes_no"),
            Choice::OneOf(alternatives) => {
                self.text("one_of");
                self.number(alternatives.len() as u32);
                alternatives.iter().for_each(|alternative| self.id(&alternative.id));
            }
            Choice::Counted(counted) => {
                self.text("counted");
                self.number(counted.maximum);
                self.number(counted.included);
                self.number(counted.step);
            }
        }
    }

    fn charge(&mut self, charge: &Charge) {
        let Charge { id, label: _, offers, counts, every, price, payer, when, provenance: _ } = charge;
        self.id(id);
        self.offers(offers.as_ref());
        match counts {
            Counts::Project => self.text("project"),
            Counts::Users => self.text("users"),
            Counts::UsersBeyond(included) => {
                self.text("users_beyond");
                self.number(*included);
            }
            Counts::StudentAccesses => self.text("student_accesses"),
            Counts::OtherUsers => self.text("other_users"),
            Counts::SdBoxes => self.text("sd_boxes"),
            Counts::Option(id) => {
                self.text("option");
                self.id(id);
            }
        }
        match every {
            Every::Once => self.text("once"),
            Every::Month => self.text("month"),
            Every::TermOfMonths(months) => {
                self.text("term_of_months");
                self.number(*months);
            }
        }
        match price {
            Pricing::Unit(price) => {
                self.text("unit");
                self.money(price.money());
            }
            Pricing::Tiers(tiers) => {
                self.text("tiers");
                self.number(tiers.len() as u32);
                for tier in tiers {
                    self.maybe(tier.up_to);
                    self.money(tier.unit.money());
                }
            }
            Pricing::OnRequest => self.text("on_request"),
        }
        self.text(match payer {
            Payer::ProjectFunder => "project_funder",
            Payer::AccessPointFunder => "access_point_funder",
        });
        match when {
            None => self.text("always"),
            Some(When::Configuration(id)) => {
                self.text("configuration");
                self.id(id);
            }
            Some(When::Option(id)) => {
                self.text("option");
                self.id(id);
            }
            Some(When::Alternative { option, is }) => {
                self.text("alternative");
                self.id(option);
                self.id(is);
            }
        }
    }

    fn reduction(&mut self, reduction: &Reduction) {
        let Reduction { id, label: _, offers, percent, of, for_each, at_most, condition: _, provenance: _ } =
            reduction;
        self.id(id);
        self.offers(offers.as_ref());
        self.number(percent.hundredths());
        self.id(of);
        self.text(match for_each {
            Beneficiary::Student => "student",
            Beneficiary::Unit => "unit",
        });
        self.maybe(*at_most);
    }
}
