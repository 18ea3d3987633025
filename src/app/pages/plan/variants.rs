//! The state of the comparison page: its list of variants, and the changes to it.

use leptos::prelude::*;

use super::{Plan, Variant};
use crate::app::history::note_variants;
use crate::app::platform::focus::focus;
use crate::app::view::View;
use crate::i18n::{Lang, amount};
use tariff::MAX_VARIANTS;

impl Plan {
    /// Compares with the variants of these numbers, unless they are the ones here: `first` is that of the form, as the
    /// address names it.
    pub(super) fn compare(self, first: String, others: Vec<String>) {
        let held = self.variants.with_untracked(|all| numbers_of(all));
        if held != others {
            let variants =
                (1..).zip(&others).filter_map(|(key, number)| Variant::of_number(key, number).ok());
            self.variants.set(variants.take(MAX_VARIANTS - 1).collect());
        }
        // The address follows the variants that are here: then it says nothing new.
        let is_followed = held == others && untrack(|| self.app.number()).ends_with(&first);
        if !is_followed || self.app.view_now() != View::Compare {
            self.named.set((first, others));
        }
    }

    /// Changes the list of variants and writes their numbers into the address.
    pub(super) fn change_variants(self, change: impl FnOnce(&mut Vec<Variant>)) {
        self.variants.update(change);
        note_variants(&self.variants.with_untracked(|all| numbers_of(all)));
    }

    /// Changes one variant, and its number with it.
    pub(super) fn change(self, key: u32, change: impl FnOnce(&mut Variant)) {
        let today = self.app.today();
        self.change_variants(|all| {
            if let Some(one) = all.iter_mut().find(|one| one.key == key) {
                one.change(today, change);
            }
        });
    }

    /// Reads one variant; none if it has been removed.
    pub(super) fn read<T>(self, key: u32, read: impl FnOnce(&Variant) -> T) -> Option<T> {
        self.variants.with(|all| all.iter().find(|one| one.key == key).map(read))
    }

    /// Adds a variant and moves the focus to its heading.
    pub(super) fn push(self, make: impl FnOnce(u32) -> Variant) {
        let key = self.variants.with_untracked(|all| all.iter().map(|one| one.key).max().unwrap_or(0)) + 1;
        self.change_variants(|all| all.push(make(key)));
        focus(heading_id(key));
    }

    /// Whether as many variants are compared as can be.
    pub(super) fn is_full(self) -> bool {
        self.variants.with(Vec::len) + 1 >= MAX_VARIANTS
    }
}

/// The total of a variant, or the sentence that its entries need correcting.
pub(super) fn total_of(lang: Lang, variant: &Variant) -> String {
    match variant.quote() {
        Ok((_, quote)) => amount(lang, quote.list.currency, quote.total),
        Err(_) => lang.plan().to_correct.into(),
    }
}

/// The numbers of variants, in their order.
pub(super) fn numbers_of(variants: &[Variant]) -> Vec<String> {
    variants.iter().map(|one| one.number.clone()).collect()
}

/// The id of a variant's heading; 0 is the main form's.
pub(super) fn heading_id(key: u32) -> String {
    format!("variant-{key}")
}
