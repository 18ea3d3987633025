//! Sentences that compare an issued simulation with today's prices.

use super::{Lang, amount};
use tariff::{Money, Quote};

/// « Avec la grille en vigueur aujourd’hui : 3 276,00 € (+553,00 €, +20,3 %) ».
pub fn total_today(lang: Lang, quote: &Quote<'_>, difference: Money, tenths: Option<i64>) -> String {
    let under =
        lang.pick("Avec la grille en vigueur aujourd’hui\u{a0}: ", "Under the price list in force today: ");
    format!("{under}{}", total_and_difference(lang, quote, difference, tenths))
}

/// « 3 276,00 € (+553,00 €, +20,3 %) »: the difference in the currency and in tenths of a percent.
pub fn total_and_difference(lang: Lang, quote: &Quote<'_>, difference: Money, tenths: Option<i64>) -> String {
    let total = amount(lang, quote.list.currency, quote.total);
    // A negative amount has its sign already. No line ends after the sign of a positive one.
    let plus = if difference.cents() < 0 { "" } else { "+\u{2060}" };
    let more = amount(lang, quote.list.currency, difference);
    let share = tenths.map_or_else(String::new, |tenths| format!(", {}", share(lang, difference, tenths)));
    format!("{total} ({plus}{more}{share})")
}

/// « +20,3 % » or "−4.0%", with the sign of the difference, which may be less than a tenth.
fn share(lang: Lang, difference: Money, tenths: i64) -> String {
    let sign = if difference.cents() < 0 { "\u{2212}" } else { "+" };
    let tenths = tenths.unsigned_abs();
    let (units, rest) = (tenths / 10, tenths % 10);
    match lang {
        Lang::Fr => format!("{sign}{units},{rest}\u{202f}%"),
        Lang::En => format!("{sign}{units}.{rest}%"),
    }
}

/// The change of a line: « Abonnement : 2 856,00 € → 3 000,00 € ».
pub fn changed_line(lang: Lang, label: &str, before: &str, after: &str) -> String {
    format!("{label}{} {before} → {after}", lang.pick("\u{a0}:", ":"))
}

/// Message if the list in force has no price for the project.
pub fn none_today(lang: Lang) -> &'static str {
    lang.pick(
        "La grille en vigueur aujourd’hui ne donne pas de prix pour ce projet tel quel.",
        "The price list in force today has no price for this project as it stands.",
    )
}
