//! Error messages for the content of price lists, for the tariff manager. No visitor loads them.

use super::{Lang, amount, day, entry_fault, field_name, offer_name};
use chrono::NaiveDate;
use tariff::{
    Currency, EntryError, Field, Id, ListErrorKind, MAX_FILE_BYTES, Money, Offer, PriceList, Problem,
    Project, RefKind, Refusal, RepriceError,
};

/// What is wrong with the content of a list, and what to do.
pub fn list_fault(lang: Lang, kind: &ListErrorKind) -> String {
    let fixed = |fr: &str, en: &str| lang.pick(fr, en).to_string();
    match kind {
        ListErrorKind::MissingTranslation => fixed(
            "Ce texte est vide. Écrivez-le en français et en anglais.",
            "This text is empty. Write it in French and in English.",
        ),
        ListErrorKind::Duplicate(what) => match lang {
            Lang::Fr => format!("«\u{202f}{what}\u{202f}» est déjà pris. Choisissez-en un autre."),
            Lang::En => format!("“{what}” is taken already. Choose another."),
        },
        ListErrorKind::Dangling { expected, id } => {
            let expected = kind_name(lang, *expected);
            match lang {
                Lang::Fr => format!(
                    "«\u{202f}{id}\u{202f}» n’est l’identifiant d’{expected} de cette grille. Corrigez-le, ou ajoutez ce qu’il désigne."
                ),
                Lang::En => {
                    format!(
                        "“{id}” is not the id of {expected} of this list. Correct it, or add what it names."
                    )
                }
            }
        }
        ListErrorKind::OfferNotServed(offer) => {
            let offer = offer_name(lang, *offer);
            match lang {
                Lang::Fr => format!(
                    "Cette grille n’a pas de prix publics pour «\u{202f}{offer}\u{202f}». Donnez à ce type d’accès des conditions (terms), ou ne le nommez pas ici."
                ),
                Lang::En => format!(
                    "This list has no public prices for “{offer}”. Give that kind of access its terms, or do not name it here."
                ),
            }
        }
        ListErrorKind::NoProvenance => fixed(
            "Rien n’indique d’où vient ce prix. Indiquez sa provenance\u{a0}; seul un prix sur demande n’en a pas.",
            "Nothing says where this price comes from. State its provenance; only a price on request has none.",
        ),
        ListErrorKind::NoPrice => fixed(
            "Rien n’indique ce que cela coûte. Ajoutez un prix (charges) qui le nomme, au besoin sur demande (on_request), ou indiquez que c’est compris (included).",
            "Nothing says what it costs. Add a charge that names it, on request (on_request) if need be, or say that it is included.",
        ),
        ListErrorKind::IncludedAndCharged => fixed(
            "C’est indiqué comme compris (included), et un prix s’y applique pourtant. Retirez l’un des deux.",
            "It is said to be included, and yet a charge has a price for it. Remove one of the two.",
        ),
        ListErrorKind::OutOfBounds { least, most } => match lang {
            Lang::Fr => format!("Indiquez un nombre de {least} à {most}."),
            Lang::En => format!("Enter a number from {least} to {most}."),
        },
        ListErrorKind::NoneWithinBounds => fixed(
            "Aucun multiple de ce nombre n’est entre le minimum et le maximum. Changez l’un des trois.",
            "No multiple of this number lies between the minimum and the maximum. Change one of the three.",
        ),
        ListErrorKind::Overlap { offer, with } => {
            let offer = offer_name(lang, *offer);
            match lang {
                Lang::Fr => format!(
                    "Pour «\u{202f}{offer}\u{202f}», cette grille s’applique les mêmes jours que la grille «\u{202f}{with}\u{202f}». Changez son premier jour, ou le dernier de l’autre."
                ),
                Lang::En => format!(
                    "For “{offer}”, this list applies on the same days as the list “{with}”. Change its first day, or the other’s last day."
                ),
            }
        }
        ListErrorKind::EndsBeforeItStarts => fixed(
            "Le dernier jour est avant le premier. Corrigez l’un des deux.",
            "The last day is before the first. Correct one of the two.",
        ),
        ListErrorKind::TiersNotGraduated => fixed(
            "Les tranches (tiers) doivent se suivre\u{a0}: un «\u{202f}up_to\u{202f}» croissant, et aucun dans la dernière.",
            "The tiers must follow one another: a rising “up_to”, and none in the last.",
        ),
        ListErrorKind::NoConfiguration(offer) => {
            let offer = offer_name(lang, *offer);
            match lang {
                Lang::Fr => format!(
                    "Aucune configuration n’est proposée pour «\u{202f}{offer}\u{202f}». Ajoutez-en une."
                ),
                Lang::En => format!("No configuration is offered for “{offer}”. Add one."),
            }
        }
        ListErrorKind::NotYesOrNo => fixed(
            "Seule une option par oui ou non (yes_no) peut être choisie d’avance. Retirez «\u{202f}chosen_at_first\u{202f}».",
            "Only a yes-or-no option (yes_no) can be chosen at first. Remove “chosen_at_first”.",
        ),
        ListErrorKind::ReductionOfUnknownPrice => fixed(
            "Cette réduction porte sur un prix sur demande. Donnez ce prix, ou retirez la réduction.",
            "This reduction is of a price on request. State that price, or remove the reduction.",
        ),
        ListErrorKind::NotPerAccessPoint => fixed(
            "Le financeur d’un point d’accès ne paie que ce qui se compte par SD-Box (sd_boxes). Choisissez le financeur du projet.",
            "An access-point funder pays only for what is counted by SD-Boxes (sd_boxes). Choose the project funder.",
        ),
        ListErrorKind::NotAnAddress => fixed(
            "Ce n’est pas une adresse électronique. Écrivez-la comme dans service@casd.eu.",
            "This is not an e-mail address. Write one such as service@casd.eu.",
        ),
        ListErrorKind::Altered => fixed(
            "Cette grille a servi avec un autre contenu\u{a0}: ses numéros ne s’ouvriraient plus. Rétablissez-la, et mettez le changement dans une nouvelle grille.",
            "This list was used with another content: its numbers would no longer open. Restore it, and make the change in a new list.",
        ),
        ListErrorKind::ExampleRefused(refusal) => {
            let why = refused(lang, None, refusal);
            match lang {
                Lang::Fr => format!(
                    "Le projet de cet exemple n’a pas d’estimation avec cette grille. {why} Corrigez l’exemple, ou retirez-le."
                ),
                Lang::En => format!(
                    "The project of this example has no estimate under this list. {why} Correct the example, or remove it."
                ),
            }
        }
    }
}

/// What an id should name; in French after « d’ ».
fn kind_name(lang: Lang, kind: RefKind) -> &'static str {
    match kind {
        RefKind::Source => lang.pick("aucune source", "a source"),
        RefKind::Configuration => lang.pick("aucune configuration", "a configuration"),
        RefKind::Option => lang.pick("aucune option", "an option"),
        RefKind::CountedOption => lang.pick("aucune option avec quantité (counted)", "a counted option"),
        RefKind::Alternative => {
            lang.pick("aucun choix (one_of) de l’option nommée", "an option and one of its alternatives")
        }
        RefKind::Charge => lang.pick("aucun prix (charges)", "a charge"),
    }
}

/// Why a project has no price on a day, and what to do; with the list in force for it, where there is one.
pub fn no_price_on(lang: Lang, list: Option<&PriceList>, project: &Project, reason: &RepriceError) -> String {
    match reason {
        RepriceError::NoList(offer) => {
            let offer = offer_name(lang, *offer);
            match lang {
                Lang::Fr => format!("Ce jour-là, aucune grille ne s’applique à «\u{202f}{offer}\u{202f}»."),
                Lang::En => format!("On that day, no list applies to “{offer}”."),
            }
        }
        RepriceError::Refused(refusal) => refused(lang, list.map(|list| (list, project.offer)), refusal),
    }
}

/// Why a project has no quote: each entry that is wrong, by its name in the list where that is known.
fn refused(lang: Lang, named_by: Option<(&PriceList, Offer)>, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotServed(offer) | Refusal::ByContact(offer) => {
            let offer = offer_name(lang, *offer);
            match lang {
                Lang::Fr => format!("Elle n’a pas de prix publics pour «\u{202f}{offer}\u{202f}»."),
                Lang::En => format!("It has no public prices for “{offer}”."),
            }
        }
        Refusal::Entries(problems) => {
            let said = problems.iter().map(|Problem { field, error }| {
                let name = match named_by {
                    Some((list, offer)) => field_name(lang, list, offer, field),
                    None => field.to_string(),
                };
                let error = match error {
                    EntryError::Unknown => in_the_list(lang, field).into(),
                    error => entry_fault(lang, field, *error),
                };
                format!("{name}{}{error}", lang.pick("\u{a0}: ", ": "))
            });
            said.collect::<Vec<_>>().join(" ")
        }
        Refusal::TooLarge => {
            let most = amount(lang, Currency::Eur, Money::from_cents(i64::MAX));
            match lang {
                Lang::Fr => format!("Le total dépasse {most}."),
                Lang::En => format!("The total is above {most}."),
            }
        }
    }
}

/// What was chosen and the list does not have. The tariff manager does not choose among what is
/// offered, as a visitor does.
fn in_the_list(lang: Lang, field: &Field) -> &'static str {
    match field {
        Field::Configuration => {
            lang.pick("la grille n’a pas cette configuration.", "the list does not have this configuration.")
        }
        _ => lang.pick(
            "la grille ne l’a pas pour ce type d’accès.",
            "the list does not have it for this kind of access.",
        ),
    }
}

/// Message for a file that is too large to be a price list.
pub fn list_file_too_large(lang: Lang) -> String {
    let kib = MAX_FILE_BYTES / 1024;
    match lang {
        Lang::Fr => format!(
            "Ce fichier est trop grand\u{a0}: au plus {kib}\u{a0}Kio sont lus. Est-ce bien une grille tarifaire\u{202f}?"
        ),
        Lang::En => format!("This file is too large: at most {kib}\u{a0}KiB are read. Is it a price list?"),
    }
}

/// A list that was used is not in the file any more.
pub fn used_list_missing(lang: Lang, id: &Id, serial: u16) -> String {
    match lang {
        Lang::Fr => format!(
            "La grille «\u{202f}{id}\u{202f}» (numéro de série {serial}), qui a servi, n’est plus dans ce fichier\u{a0}: ses numéros ne s’ouvriraient plus. Remettez-la telle qu’elle était."
        ),
        Lang::En => format!(
            "The list “{id}” (serial {serial}) was used and is no longer in this file: its numbers would not open. Put it back as it was."
        ),
    }
}

/// A new list with a serial that may have been used.
pub fn serial_not_above(lang: Lang, highest: u16) -> String {
    match lang {
        Lang::Fr => format!(
            "Une nouvelle grille prend un numéro de série jamais utilisé\u{a0}: indiquez un nombre supérieur à {highest}."
        ),
        Lang::En => format!("A new list takes a serial that was never used: enter a number above {highest}."),
    }
}

/// A new list that begins too early.
pub fn begins_in_the_past(lang: Lang, from: Option<NaiveDate>) -> String {
    match (lang, from) {
        (Lang::Fr, Some(from)) => format!(
            "Cette nouvelle grille commence le {}, un jour passé. Les numéros émis depuis gardent leurs prix\u{a0}; choisissez un jour à venir, à moins que ce soit voulu.",
            day(lang, from)
        ),
        (Lang::En, Some(from)) => format!(
            "This new list begins on {}, which is past. Numbers issued since keep their prices; choose a day to come, unless this is meant.",
            day(lang, from)
        ),
        (Lang::Fr, None) => {
            "Cette nouvelle grille n’a pas de premier jour et s’applique aussitôt. Indiquez un jour à venir, à moins que ce soit voulu.".into()
        }
        (Lang::En, None) => {
            "This new list has no first day and applies at once. Enter a day to come, unless this is meant.".into()
        }
    }
}

/// A list that was used, and begins on another day now.
pub fn beginning_moved(lang: Lang, was: Option<NaiveDate>) -> String {
    let was = was.map(|was| day(lang, was));
    match (lang, was) {
        (Lang::Fr, Some(was)) => format!(
            "Cette grille a servi à partir du {was}. Ce jour change les prix qui s’appliquaient par le passé\u{a0}: rétablissez-le, à moins que ce soit voulu."
        ),
        (Lang::En, Some(was)) => format!(
            "This list was used from {was} on. Another day changes which prices applied in the past: restore it, unless this is meant."
        ),
        (Lang::Fr, None) => {
            "Cette grille a servi sans premier jour. Un premier jour change les prix qui s’appliquaient par le passé\u{a0}: retirez-le, à moins que ce soit voulu.".into()
        }
        (Lang::En, None) => {
            "This list was used without a first day. A first day changes which prices applied in the past: remove it, unless this is meant.".into()
        }
    }
}

/// A list that never applies.
pub fn never_in_force(lang: Lang, instead: Option<&Id>) -> String {
    match (lang, instead) {
        (Lang::Fr, Some(instead)) => format!(
            "Cette grille ne s’applique jamais\u{a0}: la grille «\u{202f}{instead}\u{202f}» s’applique à sa place. Changez son premier jour, ou archivez-la (archived)."
        ),
        (Lang::En, Some(instead)) => format!(
            "This list never applies: the list “{instead}” applies instead. Change its first day, or archive it (archived)."
        ),
        (Lang::Fr, None) => {
            "Cette grille ne s’applique jamais. Indiquez les types d’accès qu’elle concerne, ou archivez-la (archived).".into()
        }
        (Lang::En, None) => {
            "This list never applies. State the kinds of access that it serves, or archive it (archived).".into()
        }
    }
}

/// Days without a list for an offer.
pub fn gap(lang: Lang, offer: Offer, from: NaiveDate, until: Option<NaiveDate>) -> String {
    let (offer, from) = (offer_name(lang, offer), day(lang, from));
    let until = until.map(|until| day(lang, until));
    match (lang, until) {
        (Lang::Fr, Some(until)) => format!(
            "À partir du {from}, et jusqu’à la grille du {until}, aucune ne s’applique à «\u{202f}{offer}\u{202f}»\u{a0}: le simulateur n’y aura pas de prix. Comblez l’intervalle, à moins que ce soit voulu."
        ),
        (Lang::En, Some(until)) => format!(
            "From {from} until the list of {until}, none applies to “{offer}”: the simulator will have no price for it. Close the gap, unless this is meant."
        ),
        (Lang::Fr, None) => format!(
            "À partir du {from}, aucune grille ne s’applique à «\u{202f}{offer}\u{202f}»\u{a0}: le simulateur n’y aura plus de prix. Retirez le dernier jour, ou ajoutez une grille qui suit, à moins que ce soit voulu."
        ),
        (Lang::En, None) => format!(
            "From {from} on, no list applies to “{offer}”: the simulator will have no price for it. Remove the last day, or add a list that follows, unless this is meant."
        ),
    }
}

/// Name of a new list: the name of the one it was made from, and its first day.
pub fn price_list_from(lang: Lang, name: &str, from: NaiveDate) -> String {
    let from = day(lang, from);
    match lang {
        Lang::Fr => format!("{name}, à partir du {from}"),
        Lang::En => format!("{name}, from {from}"),
    }
}

/// Where the prices of a new list come from.
pub fn price_list_of(lang: Lang, from: NaiveDate) -> String {
    let from = day(lang, from);
    match lang {
        Lang::Fr => format!("Grille tarifaire du CASD au {from}"),
        Lang::En => format!("CASD’s price list of {from}"),
    }
}
