//! Sentences of the contract file: names of papers, signatories, counts and purposes.
//!
//! The caller supplies the name of an institution. No sentence puts a preposition before such a name, because French
//! would
//! elide it before some.

use core::ops::RangeInclusive;

use super::{Lang, amount};
use crate::procedure::{Boxes, OrderForm, PaidFor, Paper, PaperKind, Signing};
use tariff::{Currency, Institution, Money};

/// The fixed sentences of the contract file and the steps, in one language.
#[derive(Debug)]
pub struct Procedure {
    /// Heading of the contract file.
    pub file: &'static str,
    /// Help under the heading.
    pub file_help: &'static str,
    /// Legend of the boxes to tick.
    pub tick_off: &'static str,
    /// Column: the paper.
    pub paper: &'static str,
    /// Column: how many.
    pub count: &'static str,
    /// Column: the signatory.
    pub signed_by: &'static str,
    /// Column: the purpose.
    pub purpose: &'static str,
    /// Where the papers go once they are signed.
    pub file_return: &'static str,
    /// Heading of the steps.
    pub steps: &'static str,
    /// Label of the simulation's input to a step.
    pub fed: &'static str,
    /// Label of the actors of a step.
    pub who: &'static str,
    /// Heading of the enrolment.
    pub enrolment: &'static str,
    /// Help under the heading.
    pub enrolment_help: &'static str,
    /// Label of the days on which users were enrolled before.
    pub enrolled_before: &'static str,
    /// Help on that field.
    pub enrolled_before_help: &'static str,
    /// Adds such a day.
    pub add_enrolled: &'static str,
    /// Heading of the sessions.
    pub sessions: &'static str,
    /// The place of the sessions, if the calendar has none.
    pub place: &'static str,
    /// When registration closes.
    pub closing: &'static str,
    /// A full session.
    pub full: &'static str,
    /// An express session.
    pub express: &'static str,
    /// That sessions on health data are for users of health data.
    pub health_only: &'static str,
    /// That there are no express hours for health data.
    pub no_express_hours: &'static str,
    /// When the registration of a PMSI user is validated.
    pub pmsi_registration: &'static str,
}

const FR: Procedure = Procedure {
    file: "Dossier contractuel",
    file_help: "Les documents que cette simulation suppose, si le CASD la confirme. Elle n’engage personne\u{a0}: le CASD envoie les documents définitifs.",
    tick_off: "Documents à cocher une fois prêts (facultatif)",
    paper: "Document",
    count: "Nombre",
    signed_by: "Signature",
    purpose: "Objet",
    file_return: "Les documents complétés, datés et signés sont à retourner au CASD, par courrier ou par courriel. Il ouvre alors les accès et envoie, le cas échéant, les SD-Box.",
    steps: "Étapes jusqu’aux données",
    fed: "D’après cette simulation",
    who: "Qui intervient",
    enrolment: "Séance d’enrôlement",
    enrolment_help: "Chaque utilisateur assiste à une séance d’enrôlement au CASD, y signe les CGU et y reçoit une carte d’accès personnelle. Une séance est valable 4\u{a0}ans\u{a0}: pour un nouveau projet pendant ce temps, une séance express la remplace.",
    enrolled_before: "Utilisateurs déjà enrôlés\u{a0}: date de leur dernière séance (facultatif)",
    enrolled_before_help: "Une date pour chaque utilisateur qui a déjà suivi une séance d’enrôlement au CASD. Laissez vide pour les autres.",
    add_enrolled: "Ajouter une date",
    sessions: "Prochaines séances",
    place: "Au CASD, à Palaiseau.",
    closing: "Les inscriptions sont closes une semaine avant chaque séance.",
    full: "Séance complète",
    express: "Séance express",
    health_only: "Ces séances sont réservées aux utilisateurs de données de santé.",
    no_express_hours: "Le CASD ne publie pas d’horaire de séance express pour les données de santé\u{a0}: demandez-le-lui lors de l’inscription.",
    pmsi_registration: "Pour le PMSI, l’inscription n’est validée qu’une fois le bon de commande du CASD signé et le formulaire de demande de base envoyé à l’ATIH.",
};

const EN: Procedure = Procedure {
    file: "Contract file",
    file_help: "The papers that this simulation leads to, if CASD confirms it. It binds nobody: CASD sends the final papers.",
    tick_off: "Papers, to tick off once they are ready (optional)",
    paper: "Paper",
    count: "How many",
    signed_by: "Signed by",
    purpose: "What for",
    file_return: "Return the papers to CASD, completed, dated and signed, by post or e-mail. It then opens the accesses and sends the SD-Boxes, if there are any.",
    steps: "Steps to the data",
    fed: "From this simulation",
    who: "Who acts",
    enrolment: "Enrolment session",
    enrolment_help: "Every user attends an enrolment session at CASD, signs the user conditions there and receives a personal access card. A session is valid for 4\u{a0}years: for a new project within them, an express session takes its place.",
    enrolled_before: "Users enrolled before: day of their last session (optional)",
    enrolled_before_help: "A day for each user who has attended an enrolment session at CASD before. Leave it empty for the others.",
    add_enrolled: "Add a day",
    sessions: "Next sessions",
    place: "At CASD, in Palaiseau.",
    closing: "Registration closes one week before each session.",
    full: "Full session",
    express: "Express session",
    health_only: "These sessions are for users of health data only.",
    no_express_hours: "CASD publishes no hours of express sessions for health data: ask when you register.",
    pmsi_registration: "For the PMSI, a registration is validated only once CASD’s purchase order is signed and the basic request form is sent to ATIH.",
};

impl Lang {
    /// The fixed sentences of the contract file and the steps.
    pub fn procedure(self) -> &'static Procedure {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

/// Name of a paper: « Bon de commande ».
pub fn paper_name(lang: Lang, paper: &Paper) -> &'static str {
    match paper {
        Paper::PurchaseOrder {
            form: OrderForm::FinalQuotation | OrderForm::SubscriptionQuotation, ..
        } => lang.pick(
            "Bon de commande\u{a0}: le devis définitif du CASD, signé",
            "Purchase order: CASD’s final quotation, signed",
        ),
        paper => paper_kind(lang, paper.kind(), 1),
    }
}

/// The plural name of a kind of paper, without the number: « bons de commande »; it begins a line, so it is
/// capitalised.
pub fn paper_kind(lang: Lang, kind: PaperKind, count: u32) -> &'static str {
    let (fr, en) = match kind {
        PaperKind::MasterContract => (
            ["Contrat cadre de prestation", "Contrats cadres de prestation"],
            ["Master service contract", "Master service contracts"],
        ),
        PaperKind::PurchaseOrder => {
            (["Bon de commande", "Bons de commande"], ["Purchase order", "Purchase orders"])
        }
        PaperKind::HostingVoucher => {
            (["Bon d’hébergement", "Bons d’hébergement"], ["Hosting voucher", "Hosting vouchers"])
        }
        PaperKind::TechnicalForm => {
            (["Formulaire technique", "Formulaires techniques"], ["Technical form", "Technical forms"])
        }
        PaperKind::UserConditions => (
            ["Conditions générales d’utilisation (CGU)", "Conditions générales d’utilisation (CGU)"],
            ["User conditions (CGU)", "Sets of user conditions (CGU)"],
        ),
    };
    let [one, many] = lang.pick(fr, en);
    lang.plural(count, one, many)
}

/// The count of an entry: « 2 exemplaires », "2 copies"; or one paper for each of its kind.
pub fn paper_count(lang: Lang, paper: &Paper) -> String {
    let count = paper.count();
    let each = match paper.kind() {
        PaperKind::MasterContract | PaperKind::PurchaseOrder => return count.to_string(),
        PaperKind::HostingVoucher | PaperKind::TechnicalForm => lang.pick("un par SD-Box", "one per SD-Box"),
        PaperKind::UserConditions => lang.pick("un exemplaire par utilisateur", "one set per user"),
    };
    format!("{count} ({each})")
}

/// The signatory of a paper.
pub fn signed_by(lang: Lang, paper: &Paper, named: &dyn Fn(Institution) -> String) -> String {
    match paper.signing() {
        Signing::LegalRepresentatives(institutions) => {
            let names = listed(lang, institutions.iter().map(|one| named(*one)).collect());
            let signs = lang.pick(
                lang.plural(
                    institutions.len() as u32,
                    "son représentant légal",
                    "leurs représentants légaux",
                ),
                lang.plural(
                    institutions.len() as u32,
                    "its legal representative",
                    "their legal representatives",
                ),
            );
            for_whom(lang, &names, signs)
        }
        Signing::LegalRepresentative(one) => {
            for_whom(lang, &named(one), lang.pick("son représentant légal", "its legal representative"))
        }
        Signing::ExpenseOfficer(one) => {
            let signs = lang.pick(
                "la personne habilitée à engager ses dépenses",
                "the person authorised to incur its expenses",
            );
            for_whom(lang, &named(one), signs)
        }
        Signing::CompletedOnline(one) => {
            let completes = lang.pick("à remplir en ligne, sans signature", "completed online, not signed");
            for_whom(lang, &named(one), completes)
        }
        Signing::EachUser => lang
            .pick("Chaque utilisateur, à la séance d’enrôlement", "Each user, at the enrolment session")
            .into(),
    }
}

/// « Pour A : … », "For A: …".
fn for_whom(lang: Lang, names: &str, who: &str) -> String {
    format!("{} {names}{} {who}", lang.pick("Pour", "For"), lang.pick("\u{a0}:", ":"))
}

/// The purpose of a paper.
pub fn paper_purpose(lang: Lang, paper: &Paper, currency: Currency) -> String {
    match paper {
        Paper::MasterContract { .. } => lang
            .pick(
                "Lie le CASD et toutes les institutions qui financent ou hébergent.",
                "Binds CASD and every institution that funds or hosts.",
            )
            .into(),
        Paper::PurchaseOrder { pays_for, subtotal, on_request, .. } => {
            let paid = paid_for(lang, pays_for);
            let cost = estimated(lang, currency, *subtotal, *on_request);
            format!("{paid}{} {cost}", lang.pick("\u{a0}:", ":"))
        }
        Paper::HostingVouchers { boxes, .. } => match lang {
            Lang::Fr => format!("Hébergement\u{a0}: {}.", numbered_boxes(lang, boxes)),
            Lang::En => format!("Hosting: {}.", numbered_boxes(lang, boxes)),
        },
        Paper::TechnicalForms { boxes, .. } => match lang {
            Lang::Fr => format!("Hébergement, sur le plan technique\u{a0}: {}.", numbered_boxes(lang, boxes)),
            Lang::En => format!("Hosting, on the technical side: {}.", numbered_boxes(lang, boxes)),
        },
        Paper::UserConditions { .. } => {
            lang.pick("Régissent l’utilisation du service.", "They govern the use of the service.").into()
        }
    }
}

fn paid_for(lang: Lang, pays_for: &PaidFor) -> String {
    match (lang, pays_for) {
        (Lang::Fr, PaidFor::Services(None)) => "Services du projet".into(),
        (Lang::En, PaidFor::Services(None)) => "Services of the project".into(),
        (Lang::Fr, PaidFor::Services(Some(boxes))) => {
            format!("Services du projet et {}", numbered_boxes(lang, boxes))
        }
        (Lang::En, PaidFor::Services(Some(boxes))) => {
            format!("Services of the project and {}", numbered_boxes(lang, boxes))
        }
        (_, PaidFor::Boxes(boxes)) => numbered_boxes(lang, boxes),
    }
}

/// An amount of a simulation, and that it leaves something out, where it does.
pub(super) fn estimated(lang: Lang, currency: Currency, money: Money, on_request: bool) -> String {
    let money = amount(lang, currency, money);
    match (lang, on_request) {
        (Lang::Fr, false) => format!("{money} (estimation)."),
        (Lang::En, false) => format!("{money} (estimate)."),
        (Lang::Fr, true) => format!("{money} (estimation, hors éléments sur demande)."),
        (Lang::En, true) => format!("{money} (estimate, excluding items priced on request)."),
    }
}

/// « SD-Box 1 à 3 et 5 », "SD-Boxes 1 to 3 and 5".
pub fn numbered_boxes(lang: Lang, boxes: &Boxes) -> String {
    let said = |run: RangeInclusive<u32>| match run.end() - run.start() {
        0 => vec![run.start().to_string()],
        1 => vec![run.start().to_string(), run.end().to_string()],
        _ => vec![format!("{} {} {}", run.start(), lang.pick("à", "to"), run.end())],
    };
    let runs = boxes.runs().into_iter().flat_map(said).collect();
    let name = lang.pick("SD-Box", lang.plural(boxes.count(), "SD-Box", "SD-Boxes"));
    format!("{name}\u{a0}{}", listed(lang, runs))
}

/// « A, B et C », "A, B and C".
fn listed(lang: Lang, mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{}{}{last}", names.join(", "), lang.pick(" et ", " and ")) }
}
