//! Sentences about exported and imported files.

use chrono::NaiveDate;

use super::{Lang, amount, day, entry_fault, field_name, not_opened};
use tariff::number::{Number, OpenError};
use tariff::{Every, MAX_FILE_BYTES, Money, PriceList, Project, ReadError, Refusal, VatStatus};

/// The fixed sentences of files in one language.
#[derive(Debug)]
pub struct Files {
    /// Label of the link.
    pub link: &'static str,
    /// Label of the day of issue.
    pub issued: &'static str,
    /// Label of the first day.
    pub first_day: &'static str,
    /// Label of the last day.
    pub last_day: &'static str,
    /// Label of the months.
    pub months: &'static str,
    /// Label of the currency.
    pub currency: &'static str,
    /// Label of the VAT status.
    pub vat: &'static str,
    /// Heading of the formulas.
    pub formula: &'static str,
    /// Heading of the quantities.
    pub quantity: &'static str,
    /// Heading of the number of periods.
    pub periods: &'static str,
    /// Heading of the kind of period.
    pub period: &'static str,
    /// Heading of the unit prices.
    pub unit_price: &'static str,
    /// Heading of the payer.
    pub payer: &'static str,
    /// Heading of price sources.
    pub source: &'static str,
    /// Begins each row of what falls into a calendar year.
    pub budget_by_year: &'static str,
    /// Begins each row of what falls into a term of twelve months.
    pub budget_by_term: &'static str,
    /// Heading of the rows of a budget.
    pub budget: &'static str,
    /// Heading of the years and terms.
    pub budget_period: &'static str,
    /// Heading of the months that begin in a period.
    pub budget_months: &'static str,
    /// Heading of the payer.
    pub institution: &'static str,
    /// Label of the total for each user.
    pub total_per_user: &'static str,
    /// Label of the total without tax.
    pub excluding_vat: &'static str,
    /// Label of the total with tax.
    pub including_vat: &'static str,
    /// Heading of numbers as somebody typed them.
    pub typed: &'static str,
    /// Heading of the result of a check.
    pub result: &'static str,
    /// Message for a number that opened.
    pub opened: &'static str,
    /// Heading of totals, which bind nobody.
    pub estimate: &'static str,
    /// Heading of how many items have no price.
    pub on_request: &'static str,
    /// Heading of whether the list is the one in force.
    pub still_in_force: &'static str,
    /// Answer: it is.
    pub yes: &'static str,
    /// Answer: it is not.
    pub no: &'static str,
    /// Heading of the totals under the list in force.
    pub total_today: &'static str,
    /// Message if there is none.
    pub no_total_today: &'static str,
    /// Heading of the differences.
    pub difference: &'static str,
    /// Heading of the differences in percent.
    pub percent: &'static str,
    /// Message for a file that is something else.
    pub foreign: &'static str,
    /// Message for a file in a newer format.
    pub newer_format: &'static str,
    /// Message for a file that holds a project only.
    pub project_only: &'static str,
    /// Message for a file whose project its number does not give.
    pub other_project: &'static str,
    /// Message for a file's project, after why.
    pub priced_again: &'static str,
}

const FR: Files = Files {
    link: "Lien",
    issued: "Date d’émission",
    first_day: "Premier jour",
    last_day: "Dernier jour",
    months: "Durée, en mois",
    currency: "Devise",
    vat: "TVA",
    formula: "Calcul",
    quantity: "Quantité",
    periods: "Nombre de périodes",
    period: "Périodicité",
    unit_price: "Prix unitaire",
    payer: "Financement",
    source: "Origine du prix",
    budget_by_year: "Budget par année civile",
    budget_by_term: "Budget par période de douze mois",
    budget: "Budget",
    budget_period: "Période",
    budget_months: "Mois",
    institution: "Institution",
    total_per_user: "Total par utilisateur",
    excluding_vat: "Total HT",
    including_vat: "Total TTC",
    typed: "Numéro saisi",
    result: "Résultat",
    opened: "Simulation rouverte",
    estimate: "Total (estimation non contractuelle)",
    on_request: "Éléments sur demande, hors total",
    still_in_force: "Grille encore en vigueur",
    yes: "oui",
    no: "non",
    total_today: "Total avec la grille en vigueur",
    no_total_today: "pas d’estimation avec une grille en vigueur",
    difference: "Écart",
    percent: "Écart, en %",
    foreign: "Ce fichier ne contient ni une simulation ni un projet. Choisissez un fichier JSON enregistré depuis cette page.",
    newer_format: "Ce fichier vient d’une version plus récente du simulateur. Rechargez la page\u{a0}; si cela persiste, écrivez au CASD.",
    project_only: "Ce fichier contient un projet, sans numéro.",
    other_project: "Ce fichier a été modifié\u{a0}: son projet n’est pas celui que donne son numéro.",
    priced_again: "Le projet du fichier est estimé à nouveau, avec la grille en vigueur.",
};

const EN: Files = Files {
    link: "Link",
    issued: "Issued on",
    first_day: "First day",
    last_day: "Last day",
    months: "Length in months",
    currency: "Currency",
    vat: "VAT",
    formula: "Formula",
    quantity: "Quantity",
    periods: "Number of periods",
    period: "Due",
    unit_price: "Unit price",
    payer: "Paid by",
    source: "Source of the price",
    budget_by_year: "Budget by calendar year",
    budget_by_term: "Budget by term of twelve months",
    budget: "Budget",
    budget_period: "Period",
    budget_months: "Months",
    institution: "Institution",
    total_per_user: "Total per user",
    excluding_vat: "Total excl. VAT",
    including_vat: "Total incl. VAT",
    typed: "Number as typed",
    result: "Result",
    opened: "Simulation reopened",
    estimate: "Total (non-binding estimate)",
    on_request: "Items on request, not in the total",
    still_in_force: "Price list still in force",
    yes: "yes",
    no: "no",
    total_today: "Total under the list in force",
    no_total_today: "no estimate under a list in force",
    difference: "Difference",
    percent: "Difference in %",
    foreign: "This file holds neither a simulation nor a project. Choose a JSON file saved from this page.",
    newer_format: "This file comes from a newer version of the simulator. Reload the page; if that does not help, write to CASD.",
    project_only: "This file holds a project, without a number.",
    other_project: "This file was edited: its project is not the one that its number gives.",
    priced_again: "The project in the file is estimated anew, with the price list in force.",
};

impl Lang {
    /// The fixed sentences of files.
    pub fn files(self) -> &'static Files {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

/// The subject of an e-mail about a simulation.
pub fn subject(number: &Number) -> String {
    // The same word in both languages.
    format!("Simulation {number}")
}

/// The subject of an e-mail whose number is too long to stand in it.
pub fn short_subject() -> String {
    "Simulation CASD".into()
}

/// How often a price is due: « par mois », "per 12 months".
pub fn due(lang: Lang, every: Every) -> String {
    match (lang, every) {
        (Lang::Fr, Every::Once) => "une fois".into(),
        (Lang::En, Every::Once) => "once".into(),
        (Lang::Fr, Every::Month) => "par mois".into(),
        (Lang::En, Every::Month) => "per month".into(),
        (Lang::Fr, Every::TermOfMonths(months)) => format!("par période de {months}\u{a0}mois"),
        (Lang::En, Every::TermOfMonths(months)) => format!("per term of {months}\u{a0}months"),
    }
}

/// Whether prices include VAT; `None` where the list does not say.
pub fn vat_status(lang: Lang, status: Option<VatStatus>) -> &'static str {
    match status {
        None => lang.pick("non précisée", "not stated"),
        Some(VatStatus::Excluded) => lang.pick("prix hors taxes", "prices without VAT"),
        Some(VatStatus::Included) => lang.pick("prix toutes taxes comprises", "prices with VAT"),
    }
}

/// Why a number was not opened, where no character can be marked: their places are said.
pub fn not_opened_plainly(lang: Lang, reason: &OpenError) -> String {
    let OpenError::Mistyped(mistyped) = reason else { return not_opened(lang, reason) };
    let places: Vec<String> = mistyped.suspects.iter().map(|at| (at + 1).to_string()).collect();
    let list = places.join(lang.pick(" et ", " and "));
    match (lang, places.len()) {
        (_, 0) => not_opened(lang, reason),
        (Lang::Fr, 1) => {
            format!(
                "Ce numéro comporte une erreur de frappe. Vérifiez le caractère {list}, sans compter les tirets."
            )
        }
        (Lang::Fr, _) => {
            format!(
                "Ce numéro comporte une erreur de frappe. Vérifiez les caractères {list}, sans compter les tirets."
            )
        }
        (Lang::En, 1) => {
            format!("This number has a typing mistake. Check character {list}, hyphens not counted.")
        }
        (Lang::En, _) => {
            format!("This number has a typing mistake. Check characters {list}, hyphens not counted.")
        }
    }
}

/// Message for a file whose number does not open.
pub fn number_not_opened(lang: Lang, reason: &OpenError) -> String {
    let reason = not_opened_plainly(lang, reason);
    match lang {
        Lang::Fr => format!("Le numéro dans ce fichier ne s’ouvre pas. {reason}"),
        Lang::En => format!("The number in this file does not open. {reason}"),
    }
}

/// Message for a file whose total is not the one of its number.
pub fn other_total(lang: Lang, list: &PriceList, filed: Money, numbered: Money) -> String {
    let (filed, numbered) = (amount(lang, list.currency, filed), amount(lang, list.currency, numbered));
    match lang {
        Lang::Fr => {
            format!(
                "Ce fichier a été modifié\u{a0}: il indique un total de {filed}, et son numéro donne {numbered}."
            )
        }
        Lang::En => {
            format!("This file was edited: it says a total of {filed}, and its number gives {numbered}.")
        }
    }
}

/// Message for a file whose day of issue is not the one of its number.
pub fn other_day(lang: Lang, numbered: NaiveDate) -> String {
    let numbered = day(lang, numbered);
    match lang {
        Lang::Fr => {
            format!(
                "Ce fichier a été modifié\u{a0}: sa date n’est pas celle que donne son numéro, le {numbered}."
            )
        }
        Lang::En => {
            format!("This file was edited: its date is not the one that its number gives, {numbered}.")
        }
    }
}

/// Why a file cannot be read, and where.
pub fn unread(lang: Lang, error: &ReadError) -> String {
    match (lang, error) {
        (Lang::Fr, ReadError::TooLarge { .. }) => {
            format!("Ce fichier est trop grand\u{a0}: au plus {}\u{a0}Kio sont lus.", MAX_FILE_BYTES / 1024)
        }
        (Lang::En, ReadError::TooLarge { .. }) => {
            format!("This file is too large: at most {}\u{a0}KiB are read.", MAX_FILE_BYTES / 1024)
        }
        // Not even its beginning is JSON: an image, a letter, an empty file.
        (_, ReadError::Form { line: ..=1, column: ..=1, .. }) => lang.files().foreign.into(),
        (_, ReadError::Form { path, line, column, .. }) => {
            // A dot alone is the whole file.
            let path = if path == "." { String::new() } else { format!(" ({path})") };
            match lang {
                Lang::Fr => format!(
                    "Ce fichier n’a pas la forme attendue à la ligne {line}, colonne {column}{path}. Enregistrez-le à nouveau depuis la page, ou corrigez-le à cet endroit."
                ),
                Lang::En => format!(
                    "This file has not the expected form at line {line}, column {column}{path}. Save it again from the page, or correct it there."
                ),
            }
        }
        (_, ReadError::Content(_)) => lang.files().foreign.into(),
    }
}

/// Why a file's project has no estimate, and what to do about each entry.
pub fn file_refused(lang: Lang, list: &PriceList, project: &Project, refusal: &Refusal) -> String {
    let Refusal::Entries(problems) = refusal else { return lang.page().no_list.into() };
    let mut said = String::from(lang.pick(
        "Le projet dans ce fichier n’a pas d’estimation avec la grille en vigueur.",
        "The project in this file has no estimate under the price list in force.",
    ));
    for problem in problems {
        let name = field_name(lang, list, project.offer, &problem.field);
        let fault = entry_fault(lang, &problem.field, problem.error);
        said.push_str(&format!(" {name}{}{fault}", lang.pick("\u{a0}: ", ": ")));
    }
    said
}
