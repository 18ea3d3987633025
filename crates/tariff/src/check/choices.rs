//! Checks of what can be chosen: each configuration and each option is included or has a price.

use super::{Check, sold};
use crate::{Choice, Counted, Counts, Id, ListErrorKind, Offer, PriceList, When};

impl Check<'_> {
    pub(super) fn configurations(&mut self) {
        let list = self.list;
        self.unique("configurations", list.configurations.iter().map(|c| &c.id));
        for (index, configuration) in list.configurations.iter().enumerate() {
            let place = format!("configurations[{index}]");
            self.words(&format!("{place}.label"), &configuration.label);
            self.concerned(&place, configuration.offers.as_ref());
            let charged = |offer: Offer| {
                list.charges_of(offer).any(
                    |charge| matches!(&charge.when, Some(When::Configuration(id)) if *id == configuration.id),
                )
            };
            let mut offers = sold(list, configuration.offers.as_ref());
            if configuration.included {
                let charged = offers.any(charged);
                self.require(!charged, || place, || ListErrorKind::IncludedAndCharged);
            } else {
                let charged = offers.all(charged);
                self.require(charged, || place, || ListErrorKind::NoPrice);
            }
        }
    }

    pub(super) fn options(&mut self) {
        let list = self.list;
        // What keeps the longest number within what `number` reads.
        let count = u32::try_from(list.options.len()).unwrap_or(u32::MAX);
        self.bounds(|| "options".into(), count, 0, PriceList::MAX_OPTIONS);
        self.unique("options", list.options.iter().map(|option| &option.id));
        for (index, option) in list.options.iter().enumerate() {
            let place = format!("options[{index}]");
            self.words(&format!("{place}.label"), &option.label);
            if let Some(help) = &option.help {
                self.words(&format!("{place}.help"), help);
            }
            self.concerned(&place, option.offers.as_ref());
            self.concerned(&format!("{place}.chosen_at_first"), Some(&option.chosen_at_first));
            let at_first_is_possible =
                option.chosen_at_first.is_empty() || matches!(option.choice, Choice::YesNo);
            self.require(
                at_first_is_possible,
                || format!("{place}.chosen_at_first"),
                || ListErrorKind::NotYesOrNo,
            );
            let priced = |alternative: Option<&Id>| {
                sold(list, option.offers.as_ref()).all(|offer| {
                    list.charges_of(offer).any(|charge| {
                        let counted = charge.counts == Counts::Option(option.id.clone());
                        counted
                            || match &charge.when {
                                Some(When::Option(id)) => *id == option.id,
                                Some(When::Alternative { option: id, is }) => {
                                    *id == option.id && Some(is) == alternative
                                }
                                _ => false,
                            }
                    })
                })
            };
            match &option.choice {
                Choice::YesNo => self.require(priced(None), || place, || ListErrorKind::NoPrice),
                Choice::OneOf(alternatives) => {
                    let place = format!("{place}.choice.one_of");
                    self.unique(&place, alternatives.iter().map(|alternative| &alternative.id));
                    for (index, alternative) in alternatives.iter().enumerate() {
                        let place = format!("{place}[{index}]");
                        self.words(&format!("{place}.label"), &alternative.label);
                        self.require(priced(Some(&alternative.id)), || place, || ListErrorKind::NoPrice);
                    }
                }
                Choice::Counted(counted) => {
                    self.require(priced(None), || place.clone(), || ListErrorKind::NoPrice);
                    let place = format!("{place}.choice.counted");
                    self.words(&format!("{place}.unit"), &counted.unit);
                    if let Some(of_one) = &counted.unit_of_one {
                        self.words(&format!("{place}.unit_of_one"), of_one);
                    }
                    self.bounds(|| format!("{place}.maximum"), counted.maximum, 1, Counted::LIMIT);
                    self.bounds(|| format!("{place}.included"), counted.included, 0, counted.maximum);
                    self.bounds(|| format!("{place}.step"), counted.step, 1, counted.maximum);
                }
            }
        }
    }
}
