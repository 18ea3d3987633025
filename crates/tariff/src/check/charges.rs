//! Checks of charges and reductions: what they count and refer to, their tiers, their provenance.

use super::{Check, dangling};
use crate::price_list::concerns;
use crate::{
    Charge, Choice, Counted, Counts, Every, ListErrorKind, Offer, Payer, Pricing, Project, ProjectOption,
    RefKind, When,
};

impl Check<'_> {
    pub(super) fn charges(&mut self) {
        let list = self.list;
        self.unique("charges", list.charges.iter().map(|charge| &charge.id));
        for (index, charge) in list.charges.iter().enumerate() {
            let place = format!("charges[{index}]");
            self.words(&format!("{place}.label"), &charge.label);
            self.concerned(&place, charge.offers.as_ref());
            self.counts(&format!("{place}.counts"), &charge.counts);
            if let Every::TermOfMonths(months) = charge.every {
                self.bounds(|| format!("{place}.every.term_of_months"), months, 1, Project::MAX_MONTHS);
            }
            self.pricing(&place, charge);
            // There can be several such funders: only a box tells which.
            let is_told = charge.payer == Payer::ProjectFunder || charge.counts == Counts::SdBoxes;
            self.require(is_told, || format!("{place}.payer"), || ListErrorKind::NotPerAccessPoint);
            if let Some(when) = &charge.when {
                self.when(&format!("{place}.when"), when);
            }
        }
    }

    fn counts(&mut self, place: &str, counts: &Counts) {
        match counts {
            Counts::UsersBeyond(included) => {
                self.bounds(|| format!("{place}.users_beyond"), *included, 1, Project::MAX_USERS);
            }
            Counts::Option(id) => {
                let counted =
                    |option: &&ProjectOption| option.id == *id && matches!(option.choice, Choice::Counted(_));
                let known = self.list.options.iter().find(counted).is_some();
                self.require(known, || format!("{place}.option"), || dangling(RefKind::CountedOption, id));
            }
            Counts::Project
            | Counts::Users
            | Counts::StudentAccesses
            | Counts::OtherUsers
            | Counts::SdBoxes => {}
        }
    }

    fn pricing(&mut self, place: &str, charge: &Charge) {
        if let Pricing::Tiers(tiers) = &charge.price {
            let rising = tiers.windows(2).all(|pair| match (pair[0].up_to, pair[1].up_to) {
                (Some(first), Some(second)) => first < second,
                (Some(_), None) => true,
                (None, _) => false,
            });
            let starts = tiers.first().is_some_and(|tier| tier.up_to != Some(0));
            let ends = tiers.last().is_some_and(|tier| tier.up_to.is_none());
            self.require(
                rising && starts && ends,
                || format!("{place}.price.tiers"),
                || ListErrorKind::TiersNotGraduated,
            );
        }
        match &charge.provenance {
            Some(provenance) => self.provenance(&format!("{place}.provenance"), provenance),
            None => {
                let unpriced = matches!(charge.price, Pricing::OnRequest);
                self.require(unpriced, || place.into(), || ListErrorKind::NoProvenance);
            }
        }
    }

    fn when(&mut self, place: &str, when: &When) {
        let list = self.list;
        match when {
            When::Configuration(id) => {
                let known = list.configurations.iter().any(|configuration| configuration.id == *id);
                self.require(
                    known,
                    || format!("{place}.configuration"),
                    || dangling(RefKind::Configuration, id),
                );
            }
            When::Option(id) => {
                let known = list.options.iter().any(|option| option.id == *id);
                self.require(known, || format!("{place}.option"), || dangling(RefKind::Option, id));
            }
            When::Alternative { option, is } => {
                let known = list.options.iter().any(|candidate| {
                    candidate.id == *option
                        && matches!(&candidate.choice, Choice::OneOf(alternatives)
                            if alternatives.iter().any(|alternative| alternative.id == *is))
                });
                let what = || dangling(RefKind::Alternative, is);
                self.require(known, || format!("{place}.alternative"), what);
            }
        }
    }

    pub(super) fn reductions(&mut self) {
        let list = self.list;
        self.unique("reductions", list.reductions.iter().map(|reduction| &reduction.id));
        for (index, reduction) in list.reductions.iter().enumerate() {
            let place = format!("reductions[{index}]");
            self.words(&format!("{place}.label"), &reduction.label);
            self.words(&format!("{place}.condition"), &reduction.condition);
            self.concerned(&place, reduction.offers.as_ref());
            self.provenance(&format!("{place}.provenance"), &reduction.provenance);
            if let Some(at_most) = reduction.at_most {
                self.bounds(|| format!("{place}.at_most"), at_most, 1, Counted::LIMIT);
            }
            match list.charges.iter().find(|charge| charge.id == reduction.of) {
                None => {
                    self.require(false, || format!("{place}.of"), || dangling(RefKind::Charge, &reduction.of))
                }
                Some(target) => {
                    let priced = !matches!(target.price, Pricing::OnRequest);
                    self.require(priced, || format!("{place}.of"), || ListErrorKind::ReductionOfUnknownPrice);
                }
            }
            // Two reductions of one charge could, together, take off more than it costs.
            let rival = list.reductions[..index].iter().any(|earlier| {
                earlier.of == reduction.of
                    && Offer::ALL.into_iter().any(|offer| {
                        concerns(earlier.offers.as_ref(), offer) && concerns(reduction.offers.as_ref(), offer)
                    })
            });
            self.require(
                !rival,
                || format!("{place}.of"),
                || ListErrorKind::Duplicate(reduction.of.to_string()),
            );
        }
    }
}
