//! Sentences that only the PDF has.

use chrono::NaiveDate;

use super::{Lang, budget_year, day};
use tariff::number::Number;
use tariff::{BudgetPeriod, Payer};

/// The fixed sentences of the PDF in one language.
#[derive(Debug)]
pub struct Pdf {
    /// The title.
    pub title: &'static str,
    /// Description in the metadata.
    pub description: &'static str,
    /// Alternative text of the QR code, before its link.
    pub qr_code: &'static str,
    /// Under the QR code.
    pub scan: &'static str,
    /// Alternative text of the link.
    pub reopen: &'static str,
    /// Heading of the project.
    pub project: &'static str,
    /// Heading of the options.
    pub options: &'static str,
    /// No option was chosen.
    pub no_option: &'static str,
    /// Heading of the formulas.
    pub calculation: &'static str,
    /// Heading of the payer.
    pub paid_by: &'static str,
    /// Heading of the next steps.
    pub next: &'static str,
    /// Alternative text of the contact's link.
    pub write: &'static str,
    /// Description of the attached JSON.
    pub attachment: &'static str,
    /// The project's funder in a sentence, if it has no name.
    pub project_funder: &'static str,
    /// Help on the steps.
    pub steps_help: &'static str,
}

/// In French.
pub(super) const FR: Pdf = Pdf {
    title: "Simulation de coût",
    description: "Estimation non contractuelle du coût d’un accès sécurisé aux données confidentielles avec le CASD, poste par poste.",
    qr_code: "Code QR du lien qui rouvre cette simulation",
    scan: "Rouvrir la simulation",
    reopen: "Rouvrir cette simulation dans le simulateur",
    project: "Projet",
    options: "Options",
    no_option: "Aucune",
    calculation: "Calcul",
    paid_by: "Qui paie",
    next: "Et ensuite",
    write: "Écrire un courriel au CASD",
    attachment: "Les données de cette simulation, pour d’autres programmes (JSON)",
    project_funder: "le financeur du projet",
    steps_help: "Dans l’ordre, avec ce que cette simulation apporte à chacune.",
};

/// In English.
pub(super) const EN: Pdf = Pdf {
    title: "Cost simulation",
    description: "Non-binding estimate of what secure access to confidential data with CASD costs, item by item.",
    qr_code: "QR code of the link that reopens this simulation",
    scan: "Reopen the simulation",
    reopen: "Reopen this simulation in the simulator",
    project: "Project",
    options: "Options",
    no_option: "None",
    calculation: "Calculation",
    paid_by: "Who pays",
    next: "What comes next",
    write: "Write an e-mail to CASD",
    attachment: "The data of this simulation, for other programs (JSON)",
    project_funder: "the project funder",
    steps_help: "In their order, with what this simulation brings to each.",
};

/// The title by which programs list the document.
pub fn pdf_title(lang: Lang, number: &Number) -> String {
    format!("{} {number} – {}", lang.pdf().title, lang.page().estimate)
}

/// « Émise le 21 novembre 2026 ».
pub fn issued_on(lang: Lang, issued: NaiveDate) -> String {
    format!("{} {}", lang.pick("Émise le", "Issued on"), day(lang, issued))
}

/// The payer, short enough for a table column.
pub fn funder(lang: Lang, payer: Payer) -> &'static str {
    match payer {
        Payer::ProjectFunder => lang.pick("Financeur du projet", "Project funder"),
        Payer::AccessPointFunder => lang.pick("Financeur du point d’accès", "Access-point funder"),
    }
}

/// Text in place of a table of one year: « Tout relève de 2020 (6 mois). »
pub fn all_in_one_year(lang: Lang, year: &BudgetPeriod) -> String {
    let year = budget_year(lang, year);
    match lang {
        Lang::Fr => format!("Tout relève de {year}."),
        Lang::En => format!("All of it falls into {year}."),
    }
}

/// « page 2/3 ».
pub fn page_number(lang: Lang, page: usize, pages: usize) -> String {
    match lang {
        Lang::Fr | Lang::En => format!("page {page}/{pages}"),
    }
}
