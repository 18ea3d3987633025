//! Decimal amounts compared with an oracle in whole cents.

use proptest::prelude::*;
use tariff::Money;

/// The fraction of an amount, half a cent away from zero; `None` beyond what an amount holds.
fn part(cents: i64, numerator: u32, denominator: u32) -> Option<i64> {
    let (product, denominator) = (i128::from(cents) * i128::from(numerator), i128::from(denominator));
    let away_from_zero = if product < 0 { -denominator } else { denominator };
    i64::try_from((2 * product + away_from_zero) / (2 * denominator)).ok()
}

/// Amounts of all sizes, halves of a cent once they are divided among them.
fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), -1_000_000..1_000_000i64, Just(i64::MAX), Just(i64::MIN)]
}

proptest! {
    #![proptest_config(crate::common::cases(20_000))]

    #[test]
    fn a_fraction_is_rounded_as_whole_cents_are(
        cents in amount(),
        numerator in prop_oneof![Just(1u32), 0..=20_000u32],
        // Users, months, hundredths of a percent, and these above the whole: no quote divides by more.
        denominator in prop_oneof![Just(2u32), 1..=20_000u32],
    ) {
        let found = Money::from_cents(cents).mul_ratio(numerator, denominator).map(Money::cents);
        prop_assert_eq!(found, part(cents, numerator, denominator));
    }

    #[test]
    fn sums_multiples_and_signs_are_those_of_whole_cents(one in amount(), other in amount(), times in any::<u32>()) {
        let (money, more) = (Money::from_cents(one), Money::from_cents(other));
        prop_assert_eq!(money.cents(), one);
        prop_assert_eq!(money.checked_add(more).map(Money::cents), one.checked_add(other));
        prop_assert_eq!(money.checked_mul(times).map(Money::cents), one.checked_mul(times.into()));
        prop_assert_eq!(money.cmp(&more), one.cmp(&other));
        if one != i64::MIN {
            prop_assert_eq!(money.negated().cents(), -one);
        }
    }
}

#[test]
fn nothing_has_no_sign() {
    let nothing = Money::from_cents(-5).checked_mul(0).unwrap();
    for nothing in [nothing, nothing.negated(), Money::from_cents(-1).mul_ratio(1, 3).unwrap()] {
        assert_eq!((nothing, nothing.to_string().as_str()), (Money::ZERO, "0.00"));
    }
}
