//! Error messages of the page: invalid entries, and numbers that cannot be issued or opened.

use super::Lang;
use tariff::number::{IssueError, OpenError};
use tariff::{EntryError, Field, Offer, PriceList, Project};

/// Name of an entry in the error summary.
pub fn field_name(lang: Lang, list: &PriceList, offer: Offer, field: &Field) -> String {
    let page = lang.page();
    match field {
        Field::Start => page.start.into(),
        Field::Months => page.months.into(),
        Field::Users => page.users.into(),
        Field::Students => page.students.into(),
        Field::Configuration => page.configuration.into(),
        Field::AccessPoints => page.access_points.into(),
        Field::AccessPointMonths(index) => format!("SD-Box\u{a0}{}", index + 1),
        Field::Option(id) => {
            let option = list.options_of(offer).find(|option| option.id == *id);
            option.map_or_else(|| id.to_string(), |option| lang.of(&option.label).into())
        }
    }
}

/// Announcement of the entries to correct, by name.
pub fn to_correct(lang: Lang, names: &[String]) -> String {
    // Names may have commas in them.
    format!("{} – {}", lang.page().correct, names.join(lang.pick("\u{a0}; ", "; ")))
}

/// Error message for an entry that cannot be parsed.
pub fn misread(lang: Lang, field: &Field) -> &'static str {
    match field {
        Field::Start => lang.pick(
            "Indiquez une date complète du calendrier (jour, mois et année), par exemple 01/09/2027.",
            "Enter a complete date of the calendar (day, month and year), such as 1 September 2027.",
        ),
        _ => lang.pick(
            "Indiquez un nombre entier, en chiffres, par exemple 12.",
            "Enter a whole number in digits, such as 12.",
        ),
    }
}

/// Error message for an entry that the tariff refuses, with what to do.
pub fn entry_fault(lang: Lang, field: &Field, fault: EntryError) -> String {
    match (lang, fault) {
        (Lang::Fr, EntryError::AtLeast(least)) => format!("Indiquez au moins {least}."),
        (Lang::En, EntryError::AtLeast(least)) => format!("Enter at least {least}."),
        (Lang::Fr, EntryError::AtMost(most)) => format!("Indiquez au plus {most}\u{a0}; au-delà, écrivez au CASD."),
        (Lang::En, EntryError::AtMost(most)) => format!("Enter at most {most}; beyond that, write to CASD."),
        (Lang::Fr, EntryError::MultipleOf(step)) => format!("Indiquez un multiple de {step}."),
        (Lang::En, EntryError::MultipleOf(step)) => format!("Enter a multiple of {step}."),
        (Lang::Fr, EntryError::UnderMinimumTerm(months)) => format!(
            "Un nouveau projet dure au moins {months}\u{a0}mois. Indiquez {months} ou plus, ou cochez «\u{202f}Renouvellement\u{202f}»."
        ),
        (Lang::En, EntryError::UnderMinimumTerm(months)) => {
            format!("A new project lasts at least {months}\u{a0}months. Enter {months} or more, or tick “Renewal”.")
        }
        (_, EntryError::MoreStudentsThanUsers) => lang
            .pick(
                "Les doctorants et post-doctorants font partie des utilisateurs\u{a0}: ils ne peuvent pas être plus nombreux.",
                "PhD students and postdocs are among the users: there cannot be more of them.",
            )
            .into(),
        (_, EntryError::YearOutOfRange) => {
            let years = Project::START_YEARS;
            let (first, last) = (years.start(), years.end());
            match lang {
                Lang::Fr => format!("Choisissez une date des années {first} à {last}."),
                Lang::En => format!("Choose a date in the years {first} to {last}."),
            }
        }
        (_, EntryError::Unknown | EntryError::ChosenInAnotherWay) => match field {
            Field::Configuration => lang
                .pick("Choisissez une configuration de la grille tarifaire.", "Choose a configuration of the price list.")
                .into(),
            _ => lang.pick("Choisissez parmi ce qui est proposé.", "Choose among what is offered.").into(),
        },
    }
}

/// Error message for a simulation that cannot have a number.
pub fn not_issued(lang: Lang, reason: &IssueError) -> String {
    match reason {
        IssueError::DayOutOfRange => lang
            .pick(
                "Pas de numéro\u{a0}: l’horloge de cet appareil indique une date impossible. Réglez-la, puis rechargez la page.",
                "No number: this device’s clock shows an impossible date. Set it, then reload the page.",
            )
            .into(),
        IssueError::Refused(_) => lang.pick("Pas de numéro sans estimation.", "No number without an estimate.").into(),
    }
}

/// Error message for a number that does not open, with what to do.
pub fn not_opened(lang: Lang, reason: &OpenError) -> String {
    match reason {
        OpenError::NotOurs => lang
            .pick(
                "Ce n’est pas un numéro de simulation\u{a0}: il commence par CASD-1. Copiez-le en entier depuis la page ou le message.",
                "This is not a simulation number: one starts with CASD-1. Copy all of it from the page or the message.",
            )
            .into(),
        OpenError::Mistyped(mistyped) if mistyped.suspects.is_empty() => lang
            .pick(
                "Ce numéro comporte des erreurs de frappe, ou il est incomplet. Comparez-le à l’original.",
                "This number has typing mistakes, or part of it is missing. Compare it with the original.",
            )
            .into(),
        OpenError::Mistyped(_) => lang
            .pick(
                "Ce numéro comporte une erreur de frappe. Vérifiez les caractères marqués\u{a0}:",
                "This number has a typing mistake. Check the characters marked:",
            )
            .into(),
        OpenError::NewerFormat(_) => lang
            .pick(
                "Ce numéro vient d’une version plus récente du simulateur. Rechargez la page\u{a0}; si cela persiste, écrivez au CASD.",
                "This number comes from a newer version of the simulator. Reload the page; if that does not help, write to CASD.",
            )
            .into(),
        OpenError::Preview => lang
            .pick(
                "Ce numéro vient de l’aperçu d’une grille tarifaire, pas du simulateur\u{a0}: il ne s’ouvre que dans cet aperçu.",
                "This number comes from the preview of a price list, not from the simulator: it opens in that preview only.",
            )
            .into(),
        OpenError::UnknownList(serial) => match lang {
            Lang::Fr => format!(
                "Ce numéro se réfère à la grille tarifaire n°\u{a0}{serial}, que cette page ne connaît pas. Aucune autre ne la remplace\u{a0}: écrivez au CASD."
            ),
            Lang::En => format!(
                "This number refers to price list no.\u{a0}{serial}, which this page does not have. No other list stands in for it: write to CASD."
            ),
        },
        OpenError::ListChanged(serial) => match lang {
            Lang::Fr => format!(
                "Le contenu de la grille tarifaire n°\u{a0}{serial} a changé depuis que ce numéro a été émis\u{a0}: la simulation ne peut pas être rouverte à l’identique. Écrivez au CASD."
            ),
            Lang::En => format!(
                "The content of price list no.\u{a0}{serial} has changed since this number was issued: the simulation cannot be reopened as it was. Write to CASD."
            ),
        },
        OpenError::TotalChanged => lang
            .pick(
                "Cette version du simulateur ne retrouve plus le total de ce numéro. Écrivez au CASD, en indiquant le numéro.",
                "This version of the simulator no longer finds the total of this number. Write to CASD, giving the number.",
            )
            .into(),
        OpenError::Unreadable => lang
            .pick(
                "Ce numéro n’a pas été émis par ce simulateur.",
                "This number was not issued by this simulator.",
            )
            .into(),
    }
}
