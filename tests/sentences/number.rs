//! Tests of the error messages for numbers that do not open.

use casd_simulator::i18n::{Lang, not_opened};
use casd_simulator::price_lists::price_book;
use tariff::number::open;

use crate::common::{forged, numbers, payload, symbol, with};

#[test]
fn what_is_said_of_each_number_that_does_not_open_is_this() {
    let number = &numbers()[1];
    let symbols = payload(number);
    let other = |at: usize, change: fn(u8) -> u8| {
        let mut symbols = symbols.clone();
        symbols[at] = symbol(change(symbols[at].to_u8()));
        forged(&symbols)
    };
    for (typed, said) in [
        ("bonjour".into(), ["Ce n’est pas un numéro de simulation", "This is not a simulation number"]),
        (
            with(number, 12, if &number[12..13] == "Q" { 'P' } else { 'Q' }),
            [
                "Ce numéro comporte une erreur de frappe. Vérifiez les caractères marqués",
                "This number has a typing mistake. Check the characters marked",
            ],
        ),
        (
            number[..8].into(),
            [
                "Ce numéro comporte des erreurs de frappe, ou il est incomplet",
                "This number has typing mistakes, or part of it is missing",
            ],
        ),
        (
            other(0, |_| 2),
            [
                "Ce numéro vient d’une version plus récente du simulateur",
                "This number comes from a newer version of the simulator",
            ],
        ),
        (
            other(1, |symbol| symbol | 0b01110),
            [
                "Ce numéro se réfère à la grille tarifaire n° 8, que cette page ne connaît pas",
                "This number refers to price list no. 8, which this page does not have",
            ],
        ),
        (
            other(3, |symbol| symbol ^ 1),
            [
                "Le contenu de la grille tarifaire n° 2 a changé",
                "The content of price list no. 2 has changed",
            ],
        ),
        (
            other(6, |symbol| symbol ^ 1),
            [
                "Cette version du simulateur ne retrouve plus le total de ce numéro",
                "This version of the simulator no longer finds the total of this number",
            ],
        ),
    ] {
        let reason = open(price_book(), &typed).unwrap_err();
        for (lang, said) in Lang::ALL.into_iter().zip(said) {
            let words = not_opened(lang, &reason).replace('\u{a0}', " ");
            assert!(words.starts_with(said), "{typed}: {words}");
        }
    }
}
