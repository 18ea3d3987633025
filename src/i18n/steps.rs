//! Sentences of the procedure to access the data: each step, its actors, and the simulation's input to it.

use super::procedure::{estimated, paper_kind};
use super::{Lang, amount};
use crate::procedure::{Feed, Role, Step};
use tariff::Currency;

/// Name of a step.
pub fn step_title(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Authorisation => lang.pick("Habilitation", "Authorization"),
        Step::ContractFile => lang.pick("Dossier contractuel", "Contract file"),
        Step::Enrolment => lang.pick("Séance d’enrôlement", "Enrolment session"),
        Step::CnilAuthorisation => lang.pick(
            "Autorisation de la CNIL, ou conformité à une méthodologie de référence (MR)",
            "Authorization by the CNIL, or conformity to a reference methodology (MR)",
        ),
        Step::ComplianceCommitment => {
            lang.pick("Engagement de conformité du RMO", "Compliance commitment of the RMO")
        }
        Step::Simulation => lang.pick("Simulation envoyée au CASD", "Simulation sent to CASD"),
        Step::FinalQuotation => lang.pick("Devis définitif du CASD", "CASD’s final quotation"),
        Step::AtihAgreements => lang.pick("Conventions avec l’ATIH", "Agreements with ATIH"),
        Step::AtihRequestForm => {
            lang.pick("Formulaire de demande de base de l’ATIH", "ATIH’s basic request form")
        }
        Step::PmsiContract | Step::CohortsContract => lang.pick("Contrat avec le CASD", "Contract with CASD"),
        Step::CohortsValidation => lang.pick(
            "Validation par l’unité des cohortes (UMS\u{a0}11)",
            "Validation by the cohorts unit (UMS\u{a0}11)",
        ),
        Step::Questionnaire => lang.pick(
            "Questionnaire du CASD et liste des utilisateurs habilités",
            "CASD’s questionnaire and the list of authorised users",
        ),
        Step::HealthEnrolment => lang.pick(
            "Séance d’enrôlement et envoi des SD-Box",
            "Enrolment session and dispatch of the SD-Boxes",
        ),
        Step::Access => lang.pick("Accès aux données", "Access to the data"),
        Step::Contact => lang.pick("Prise de contact", "Contact"),
    }
}

/// Description of a step, sentence by sentence.
pub fn step_sentences(lang: Lang, step: Step) -> &'static [&'static str] {
    let (fr, en): (&[&str], &[&str]) = match step {
        Step::Authorisation => (
            &[
                "L’autorité compétente habilite les utilisateurs à accéder aux données. Tout le reste vient après.",
            ],
            &["The relevant authority authorises the users to access the data. Everything else comes after."],
        ),
        Step::ContractFile => (
            &[
                "Envoyez le numéro de simulation au CASD, qui confirme ou affine la demande et prépare les documents.",
                "Le CASD ouvre les accès et envoie les SD-Box une fois les documents reçus, complétés, datés et signés.",
            ],
            &[
                "Send the simulation number to CASD, which confirms or refines the request and prepares the papers.",
                "CASD opens the accesses and sends the SD-Boxes once it has the papers, completed, dated and signed.",
            ],
        ),
        Step::Enrolment => (
            &[
                "Chaque utilisateur s’inscrit à une séance, y signe les CGU et y reçoit sa carte d’accès personnelle.",
            ],
            &[
                "Each user registers for a session, signs the user conditions (CGU) there and receives a personal access card.",
            ],
        ),
        Step::CnilAuthorisation => (
            &[
                "Le responsable de traitement (RT) obtient l’autorisation de la CNIL, ou se déclare conforme à une méthodologie de référence (MR) homologuée par elle.",
                "Cela ne concerne pas le responsable de la mise en œuvre (RMO).",
            ],
            &[
                "The controller (RT) obtains an authorization from the CNIL, or declares conformity to a reference methodology (MR) that it has approved.",
                "This does not concern the implementing party (RMO).",
            ],
        ),
        Step::ComplianceCommitment => (
            &[
                "Le RMO remet à la CNIL un engagement de conformité au référentiel de l’arrêté du 17\u{a0}juillet\u{a0}2017\u{a0}: confidentialité, expertise et indépendance des laboratoires de recherche et bureaux d’études.",
            ],
            &[
                "The RMO submits to the CNIL a commitment to comply with the standard of the decree of 17\u{a0}July\u{a0}2017: confidentiality, expertise and independence of research laboratories and design offices.",
            ],
        ),
        Step::Simulation => (
            &[
                "Envoyez le numéro de simulation au CASD, ou joignez la simulation à votre message\u{a0}: il confirme la demande ou l’affine avec vous.",
                "Une simulation est une proposition, qui n’engage personne.",
            ],
            &[
                "Send the simulation number to CASD, or attach the simulation to your message: it confirms the request or refines it with you.",
                "A simulation is a proposal that binds nobody.",
            ],
        ),
        Step::FinalQuotation => (
            &[
                "Le CASD établit le devis définitif. Signé par la personne habilitée à engager les dépenses du financeur, il vaut bon de commande.",
                "Le CASD facture l’accès aux données\u{a0}; l’ATIH accorde et facture à part le droit de les utiliser.",
            ],
            &[
                "CASD draws up the final quotation. Signed by the person authorised to incur the funder’s expenses, it is the order form.",
                "CASD’s invoice is for access to the data; ATIH grants the right to use them, and charges it separately.",
            ],
        ),
        Step::AtihAgreements => (
            &[
                "Le RT signe une convention avec l’ATIH, qui nomme le ou les RMO auxquels il fait appel.",
                "Le RMO signe la sienne avec l’ATIH, qui précise les champs du PMSI (MCO, SSR, HAD, Psy) et les périodes\u{a0}; le formulaire de demande de base y est annexé.",
            ],
            &[
                "The RT signs an agreement with ATIH that names the RMO or RMOs to whom it turns.",
                "The RMO signs its own with ATIH, which states the fields of the PMSI (MCO, SSR, HAD, Psy) and the periods; the basic request form is annexed to it.",
            ],
        ),
        Step::AtihRequestForm => (
            &[
                "Le RMO complète le formulaire, qui se trouve sur le site de l’ATIH, et l’envoie à l’ATIH pour validation.",
                "Y figurent la référence et le montant du devis définitif du CASD, et non ceux de cette simulation.",
            ],
            &[
                "The RMO completes the form, which is on ATIH’s website, and sends it to ATIH for validation.",
                "It takes the reference and the amount of CASD’s final quotation, not those of this simulation.",
            ],
        ),
        Step::PmsiContract => (
            &[
                "Le CASD envoie le contrat cadre de prestation et un bon d’hébergement par SD-Box\u{a0}; un représentant légal les signe.",
            ],
            &[
                "CASD sends the master service contract and a hosting voucher for each SD-Box; a legal representative signs them.",
            ],
        ),
        Step::CohortsValidation => (
            &[
                "L’unité Cohortes épidémiologiques en population (UMS\u{a0}11) valide la demande d’accès à CONSTANCES ou GAZEL et désigne le responsable du projet.",
            ],
            &[
                "The Population-Based Epidemiological Cohorts Unit (UMS\u{a0}11) validates the request to access CONSTANCES or GAZEL and appoints the project leader.",
            ],
        ),
        Step::Questionnaire => (
            &[
                "Le responsable du projet remplit le questionnaire que lui envoie le CASD, et le lui retourne.",
                "Il envoie aussi au CASD la liste des utilisateurs habilités du projet.",
            ],
            &[
                "The project leader completes the questionnaire that CASD sends, and returns it.",
                "The project leader also sends CASD the list of the authorised users of the project.",
            ],
        ),
        Step::CohortsContract => (
            &[
                "Le CASD envoie le contrat cadre de prestation, un bon d’hébergement par SD-Box et le devis définitif de l’abonnement\u{a0}; un représentant légal des institutions concernées les signe.",
            ],
            &[
                "CASD sends the master service contract, a hosting voucher for each SD-Box and the final quotation of the subscription; a legal representative of the institutions involved signs them.",
            ],
        ),
        Step::HealthEnrolment => (
            &[
                "Chaque utilisateur s’inscrit à une séance consacrée aux données de santé, y signe les CGU et y reçoit sa carte d’accès personnelle.",
                "Le CASD envoie les SD-Box une fois les documents contractuels reçus, complétés et signés.",
            ],
            &[
                "Each user registers for a session on health data, signs the user conditions (CGU) there and receives a personal access card.",
                "CASD sends the SD-Boxes once it has the contractual papers, completed and signed.",
            ],
        ),
        Step::Access => (
            &[
                "Les utilisateurs accèdent aux données par une SD-Box, une fois le contrat et l’enrôlement validés.",
            ],
            &[
                "The users access the data through an SD-Box, once the contract and the enrolment are validated.",
            ],
        ),
        Step::Contact => (
            &[
                "Les services sont sur mesure et n’ont pas de prix publics\u{a0}: écrivez au service du CASD dédié au secteur privé, ou à son partenaire Datastorm.",
            ],
            &[
                "The services are customised and have no public prices: write to CASD’s service for the private sector, or to its partner Datastorm.",
            ],
        ),
    };
    lang.pick(fr, en)
}

/// Name of a role.
pub fn role_name(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Controller => lang.pick("Responsable de traitement (RT)", "Controller (RT)"),
        Role::ImplementingParty => {
            lang.pick("Responsable de la mise en œuvre (RMO)", "Implementing party (RMO)")
        }
        Role::ProjectLeader => lang.pick("Responsable du projet", "Project leader"),
        Role::Funder => lang.pick("Financeur", "Funder"),
        Role::Host => lang.pick("Hébergeur", "Host"),
        Role::LegalRepresentative => lang.pick("Représentant légal", "Legal representative"),
        Role::ExpenseOfficer => {
            lang.pick("Personne habilitée à engager les dépenses", "Person authorised to incur expenses")
        }
        Role::User => lang.pick("Utilisateur", "User"),
        Role::Casd => lang.pick("Le CASD", "CASD"),
        Role::Atih => lang.pick("L’ATIH", "ATIH"),
        Role::Cnil => lang.pick("La CNIL", "The CNIL"),
        Role::CohortsUnit => lang.pick("Unité des cohortes (UMS\u{a0}11)", "Cohorts unit (UMS\u{a0}11)"),
        Role::RelevantAuthority => lang.pick("Autorité compétente", "Relevant authority"),
        Role::Datastorm => "Datastorm",
    }
}

/// Description of a role, as a sentence without its subject, for the step that [introduces] the role.
///
/// [introduces]: crate::procedure::ProcedureStep::introduces
pub fn role_explained(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Controller => lang.pick(
            "décide du traitement des données et en répond.",
            "decides what the data are processed for, and answers for it.",
        ),
        Role::ImplementingParty => lang.pick(
            "effectue le traitement pour le compte du responsable de traitement.",
            "carries out the processing on behalf of the controller.",
        ),
        Role::ProjectLeader => lang.pick(
            "conduit le projet, désigné par CONSTANCES ou GAZEL, et répond au CASD.",
            "leads the project, appointed by CONSTANCES or GAZEL, and answers CASD.",
        ),
        Role::Funder => lang.pick(
            "l’institution qui paie le CASD\u{a0}; une SD-Box peut avoir un autre financeur que le projet.",
            "the institution that pays CASD; an SD-Box may have another funder than the project.",
        ),
        Role::Host => lang.pick(
            "l’institution où est installée une SD-Box, qu’elle la finance ou non.",
            "the institution where an SD-Box stands, whether it funds it or not.",
        ),
        Role::LegalRepresentative => lang.pick(
            "signe au nom de son institution.",
            "signs in the name of an institution.",
        ),
        Role::ExpenseOfficer => lang.pick(
            "signe ce que paie son institution.",
            "signs what an institution pays.",
        ),
        Role::User => lang.pick(
            "membre du projet, habilité à accéder aux données.",
            "a member of the project, authorised to access the data.",
        ),
        Role::Casd => lang.pick(
            "le Centre d’accès sécurisé aux données, qui donne accès aux données dans un environnement sécurisé.",
            "the secure data access centre, which gives access to the data in a secure environment.",
        ),
        Role::Atih => lang.pick(
            "l’Agence technique de l’information sur l’hospitalisation, qui accorde et facture le droit d’utiliser le PMSI.",
            "the agency for information on hospital care, which grants and charges the right to use the PMSI.",
        ),
        Role::Cnil => lang.pick(
            "l’autorité française de protection des données.",
            "the French data protection authority.",
        ),
        Role::CohortsUnit => lang.pick(
            "l’unité responsable des cohortes CONSTANCES et GAZEL.",
            "the unit responsible for the CONSTANCES and GAZEL cohorts.",
        ),
        Role::RelevantAuthority => lang.pick(
            "l’autorité qui habilite à accéder aux données demandées.",
            "the authority that authorises access to the data requested.",
        ),
        Role::Datastorm => lang.pick(
            "le partenaire du CASD pour les projets privés.",
            "CASD’s partner for private projects.",
        ),
    }
}

/// The simulation's input to a step.
pub fn feed(lang: Lang, currency: Currency, feed: &Feed) -> String {
    match *feed {
        Feed::Number => lang
            .pick("Numéro de simulation à envoyer au CASD", "Simulation number, to be sent to CASD")
            .into(),
        Feed::Total { total, on_request } => {
            let total = estimated(lang, currency, total, on_request);
            match lang {
                Lang::Fr => format!("Total sur lequel s’appuiera le devis définitif\u{a0}: {total}"),
                Lang::En => format!("Total on which the final quotation will build: {total}"),
            }
        }
        Feed::QuotationAmount { estimate } => {
            let estimate = amount(lang, currency, estimate);
            match lang {
                Lang::Fr => format!(
                    "Référence et montant à reporter\u{a0}: ceux du devis définitif (cette simulation estime {estimate})"
                ),
                Lang::En => format!(
                    "Reference and amount to enter: those of the final quotation (this simulation estimates {estimate})"
                ),
            }
        }
        Feed::Papers { kind, count } => {
            format!("{}{} {count}", paper_kind(lang, kind, count), lang.pick("\u{a0}:", ":"))
        }
        Feed::UsersToName(users) => counted(
            lang,
            users,
            ["utilisateur à inscrire sur la liste", "utilisateurs à inscrire sur la liste"],
            ["user to put on the list", "users to put on the list"],
        ),
        Feed::UsersToEnrol(users) => counted(
            lang,
            users,
            ["utilisateur à enrôler", "utilisateurs à enrôler"],
            ["user to enrol", "users to enrol"],
        ),
        Feed::BoxesToDispatch(boxes) => counted(
            lang,
            boxes,
            ["SD-Box à envoyer par le CASD", "SD-Box à envoyer par le CASD"],
            ["SD-Box for CASD to send", "SD-Boxes for CASD to send"],
        ),
    }
}

/// « 2 utilisateurs à enrôler ».
fn counted(lang: Lang, count: u32, fr: [&str; 2], en: [&str; 2]) -> String {
    let [one, many] = lang.pick(fr, en);
    format!("{count}\u{a0}{}", lang.plural(count, one, many))
}
