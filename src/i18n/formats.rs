//! Formats of amounts, percentages, dates and durations in each language.

use chrono::{Datelike, NaiveDate};

use super::Lang;
use tariff::{Currency, Money, Percent};

/// « 2 723,00 € » with narrow no-break spaces, or "€2,723.00". A negative amount has a true minus sign.
///
/// ```
/// use tariff::{Currency, Money};
/// use casd_simulator::i18n::{Lang, amount};
///
/// let total = Money::from_cents(272_300);
/// assert_eq!(amount(Lang::Fr, Currency::Eur, total), "2\u{202f}723,00\u{202f}€");
/// assert_eq!(amount(Lang::En, Currency::Eur, total), "€2,723.00");
/// ```
pub fn amount(lang: Lang, currency: Currency, money: Money) -> String {
    let Currency::Eur = currency;
    let plain = money.to_string();
    let (sign, plain) = match plain.strip_prefix('-') {
        Some(positive) => ("\u{2212}", positive),
        None => ("", plain.as_str()),
    };
    let (units, cents) = plain.split_once('.').unwrap_or((plain, "00"));
    let units = grouped(units, lang.pick("\u{202f}", ","));
    match lang {
        Lang::Fr => format!("{sign}{units},{cents}\u{202f}€"),
        Lang::En => format!("{sign}€{units}.{cents}"),
    }
}

fn grouped(digits: &str, separator: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// « 5,5 % » or "5.5%".
pub fn percent(lang: Lang, percent: Percent) -> String {
    let plain = percent.to_string();
    match lang {
        Lang::Fr => format!("{}\u{202f}%", plain.replace('.', ",")),
        Lang::En => format!("{plain}%"),
    }
}

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// « 1er août 2020 » or "1 August 2020".
pub fn day(lang: Lang, day: NaiveDate) -> String {
    let month = lang.pick(MONTHS_FR, MONTHS_EN)[day.month0() as usize];
    let first = if lang == Lang::Fr && day.day() == 1 { "er" } else { "" };
    format!("{}{first}\u{a0}{month}\u{a0}{}", day.day(), day.year())
}

/// How long ago a day was, in years and months: « 6 ans et 3 mois », "6 years and 3 months".
pub fn age(lang: Lang, since: NaiveDate, today: NaiveDate) -> String {
    let months = (today.year() - since.year()) * 12 + today.month() as i32 - since.month() as i32;
    let months = u32::try_from(months - i32::from(today.day() < since.day())).unwrap_or(0);
    let (years, months) = (months / 12, months % 12);
    let in_years = format!(
        "{years}\u{a0}{}",
        lang.pick(lang.plural(years, "an", "ans"), lang.plural(years, "year", "years"))
    );
    let in_months = format!("{months}\u{a0}{}", lang.pick("mois", lang.plural(months, "month", "months")));
    match (years, months) {
        (0, 0) => lang.pick("moins d’un mois", "less than a month").into(),
        (0, _) => in_months,
        (_, 0) => in_years,
        _ => format!("{in_years} {} {in_months}", lang.pick("et", "and")),
    }
}
