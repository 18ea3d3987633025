//! VAT: the amounts of a quote excluding and including tax, where its list states the VAT status.

use super::{Money, Percent, PriceList, Refusal, VatStatus};

/// The tax of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatAmounts {
    /// Whether the quote's total contains the tax.
    pub total_is: VatStatus,
    /// The total without the tax.
    pub excluding: Money,
    /// The tax.
    pub tax: Money,
    /// The total with the tax.
    pub including: Money,
}

/// The tax of a total; none where the list does not state its VAT status.
pub(super) fn vat_of(list: &PriceList, total: Money) -> Result<Option<VatAmounts>, Refusal> {
    let Some(vat) = list.vat else { return Ok(None) };
    let (excluding, including) = match vat.prices {
        VatStatus::Excluded => (Some(total), vat.rate.of(total).and_then(|tax| total.checked_add(tax))),
        VatStatus::Included => {
            (total.mul_ratio(Percent::WHOLE, Percent::WHOLE + vat.rate.hundredths()), Some(total))
        }
    };
    let (excluding, including) = excluding.zip(including).ok_or(Refusal::TooLarge)?;
    let tax = including.checked_add(excluding.negated()).ok_or(Refusal::TooLarge)?;
    Ok(Some(VatAmounts { total_is: vat.prices, excluding, tax, including }))
}
