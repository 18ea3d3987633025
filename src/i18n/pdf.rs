//! Sentences that only the PDF has.

use chrono::NaiveDate;

use super::reasons::{counted_unit, months};
use super::{Lang, budget_year, configuration, day, period};
use tariff::number::Number;
use tariff::{BudgetPeriod, Choice, Chosen, Configuration, Payer, PriceList, Project, ProjectOption, Quote};

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

/// « 12 mois, du 1er août 2020 au 31 juillet 2021 », and whether it is a renewal.
pub fn term(lang: Lang, project: &Project, quote: &Quote<'_>) -> String {
    let renewal = match project.renewal {
        true => lang.pick(" (renouvellement d’un projet existant)", " (renewal of an existing project)"),
        false => "",
    };
    format!("{}, {}{renewal}", months(lang, project.months), period(lang, quote))
}

/// « 2 utilisateurs, dont 1 doctorant ou post-doctorant ».
pub fn team(lang: Lang, project: &Project) -> String {
    let (users, students) = (project.users, project.students);
    let mut team = match lang {
        Lang::Fr => format!("{users}\u{a0}{}", lang.plural(users, "utilisateur", "utilisateurs")),
        Lang::En => format!("{users}\u{a0}{}", lang.plural(users, "user", "users")),
    };
    if students > 0 {
        team += &match lang {
            Lang::Fr => format!(
                ", dont {students}\u{a0}{}",
                lang.plural(students, "doctorant ou post-doctorant", "doctorants ou post-doctorants")
            ),
            Lang::En => format!(
                ", of whom {students}\u{a0}{}",
                lang.plural(students, "PhD student or postdoc", "PhD students or postdocs")
            ),
        };
    }
    team
}

/// « Configuration 1 : 2 vCPU, 8 Go de mémoire, 200 Go de disque ».
pub fn environment(lang: Lang, chosen: &Configuration) -> String {
    format!("{}{} {}", lang.of(&chosen.label), colon(lang), configuration(lang, chosen))
}

/// « 2 SD-Box pendant 12 mois », « 3 SD-Box : 2 pendant 12 mois, 1 pendant 6 mois », the longest first.
pub fn boxes(lang: Lang, project: &Project) -> String {
    let mut terms: Vec<u32> = project.access_points.iter().map(|access_point| access_point.months).collect();
    terms.sort_unstable_by(|a, b| b.cmp(a));
    let count = terms.len() as u32;
    let called = format!("{count}\u{a0}{}", lang.pick("SD-Box", lang.plural(count, "SD-Box", "SD-Boxes")));
    let during = |months_each| format!("{}\u{a0}{}", lang.pick("pendant", "for"), months(lang, months_each));
    match (terms.first(), terms.last()) {
        (Some(longest), Some(shortest)) if longest == shortest => format!("{called} {}", during(*longest)),
        (Some(_), Some(_)) => {
            let of_one_term = |terms: &[u32]| format!("{}\u{a0}{}", terms.len(), during(terms[0]));
            let terms: Vec<String> = terms.chunk_by(|a, b| a == b).map(of_one_term).collect();
            format!("{called}{} {}", colon(lang), terms.join(", "))
        }
        _ => lang.page().none.into(),
    }
}

/// The chosen options: « Exports automatiques ; Crédits de sortie : 3 lots ».
pub fn options(lang: Lang, list: &PriceList, project: &Project) -> String {
    let options = list.options_of(project.offer);
    let chosen = options.filter_map(|option| Some((option, project.options.get(&option.id)?)));
    let chosen: Vec<String> = chosen.map(|(option, chosen)| chosen_option(lang, option, chosen)).collect();
    if chosen.is_empty() { lang.pdf().no_option.into() } else { chosen.join(lang.pick("\u{a0}; ", "; ")) }
}

/// An option as it was chosen: « Exports automatiques », « Crédits de sortie : 3 lots ».
pub fn chosen_option(lang: Lang, option: &ProjectOption, chosen: &Chosen) -> String {
    let label = lang.of(&option.label);
    let detail = match (&option.choice, chosen) {
        (Choice::OneOf(alternatives), Chosen::Alternative(id)) => {
            alternatives.iter().find(|one| one.id == *id).map(|one| lang.of(&one.label).into())
        }
        (Choice::Counted(counted), Chosen::Quantity(quantity)) => {
            Some(format!("{quantity}\u{a0}{}", counted_unit(lang, counted, *quantity)))
        }
        _ => None,
    };
    detail.map_or_else(|| label.into(), |detail: String| format!("{label}{} {detail}", colon(lang)))
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

fn colon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}:", ":")
}
