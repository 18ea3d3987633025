//! The text of the accessibility statement in both languages, after the model in French law. What only the publisher
//! of
//! the simulator can state is left for them to fill in.

use casd_simulator::i18n::Lang;

use super::rgaa::{Conformity, Status, Tally};

/// The fixed sentences, in one language.
pub struct Statement {
    pub title: &'static str,
    pub description: &'static str,
    pub scope: &'static str,
    pub whose: &'static str,
    pub state: &'static str,
    pub results: &'static str,
    pub by_theme: &'static str,
    pub theme: &'static str,
    pub met: &'static str,
    pub not_accessible: &'static str,
    pub not_met: &'static str,
    pub all_met: &'static str,
    pub disproportionate: &'static str,
    pub no_disproportionate: &'static str,
    pub exempt: &'static str,
    pub no_exempt: &'static str,
    pub drawn_up: &'static str,
    pub technologies: &'static str,
    pub technology: &'static [&'static str],
    pub means: &'static str,
    pub environment: &'static [&'static str],
    pub not_used: &'static str,
    pub tools: &'static str,
    pub tool: &'static [&'static str],
    pub pages: &'static str,
    /// The address and name of each page.
    pub page: &'static [(&'static str, &'static str)],
    pub other_parts: &'static str,
    pub contact: &'static str,
    pub write: &'static str,
    pub remedies: &'static str,
    pub remedy: &'static str,
    pub defender_form: &'static str,
    pub defender_delegates: &'static str,
    pub defender_post: &'static str,
    pub table: &'static str,
    pub criterion: &'static str,
    pub status: &'static str,
    pub shown_by: &'static str,
}

pub fn said(lang: Lang) -> &'static Statement {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// The name of the statement's file.
pub fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "accessibilite.html",
        Lang::En => "accessibility.html",
    }
}

/// The mention that French law requires on a site's home page.
pub fn mention(lang: Lang, conformity: Conformity) -> &'static str {
    match (lang, conformity) {
        (Lang::Fr, Conformity::Full) => "Accessibilité\u{a0}: totalement conforme",
        (Lang::Fr, Conformity::Partial) => "Accessibilité\u{a0}: partiellement conforme",
        (Lang::Fr, Conformity::None) => "Accessibilité\u{a0}: non conforme",
        (Lang::En, Conformity::Full) => "Accessibility: fully compliant",
        (Lang::En, Conformity::Partial) => "Accessibility: partially compliant",
        (Lang::En, Conformity::None) => "Accessibility: not compliant",
    }
}

pub fn state(lang: Lang, conformity: Conformity) -> &'static str {
    match (lang, conformity) {
        (Lang::Fr, Conformity::Full) => {
            "Le simulateur de coût est en totale conformité avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1."
        }
        (Lang::Fr, Conformity::Partial) => {
            "Le simulateur de coût est en conformité partielle avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, en raison des non-conformités énumérées ci-dessous."
        }
        (Lang::Fr, Conformity::None) => {
            "Le simulateur de coût n’est pas en conformité avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1. Les non-conformités sont énumérées ci-dessous."
        }
        (Lang::En, Conformity::Full) => {
            "The cost simulator complies fully with the French general accessibility framework (RGAA), version 4.1."
        }
        (Lang::En, Conformity::Partial) => {
            "The cost simulator complies partially with the French general accessibility framework (RGAA), version 4.1, because of what is listed below."
        }
        (Lang::En, Conformity::None) => {
            "The cost simulator does not comply with the French general accessibility framework (RGAA), version 4.1. What is missing is listed below."
        }
    }
}

pub fn rate(lang: Lang, tally: &Tally) -> String {
    let (whole, tenths) = (tally.tenths_of_percent() / 10, tally.tenths_of_percent() % 10);
    let Tally { conforming, not_applicable, .. } = tally;
    let applicable = tally.applicable();
    let all = applicable + not_applicable;
    match lang {
        Lang::Fr => format!(
            "L’auto-évaluation menée par les développeurs révèle que {whole},{tenths}\u{202f}% des critères applicables du RGAA sont respectés\u{a0}: {conforming} sur {applicable}. Les {not_applicable} autres, sur {all}, portent sur des contenus que le simulateur n’a pas."
        ),
        Lang::En => format!(
            "The self-assessment by the developers shows that {whole}.{tenths}% of the RGAA’s applicable criteria are met: {conforming} of {applicable}. The other {not_applicable}, of {all}, are about content that the simulator does not have."
        ),
    }
}

/// The rate of met criteria among those that apply.
pub fn met(lang: Lang, tally: &Tally) -> String {
    let Tally { conforming, .. } = tally;
    match (lang, tally.applicable()) {
        (Lang::Fr, 0) => "non applicables".into(),
        (Lang::En, 0) => "not applicable".into(),
        (Lang::Fr, applicable) => format!("{conforming} sur {applicable}"),
        (Lang::En, applicable) => format!("{conforming} of {applicable}"),
    }
}

pub fn drawn_up_on(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Fr => format!("Cette déclaration a été établie le {day}."),
        Lang::En => format!("This statement was drawn up on {day}."),
    }
}

pub fn status(lang: Lang, status: Status) -> &'static str {
    match (lang, status) {
        (Lang::Fr, Status::Conforming) => "conforme",
        (Lang::Fr, Status::NotConforming) => "non conforme",
        (Lang::Fr, Status::NotApplicable) => "non applicable",
        (Lang::En, Status::Conforming) => "met",
        (Lang::En, Status::NotConforming) => "not met",
        (Lang::En, Status::NotApplicable) => "not applicable",
    }
}

const FR: Statement = Statement {
    title: "Déclaration d’accessibilité",
    description: "Déclaration d’accessibilité du simulateur de coût de l’accès sécurisé aux données avec le CASD, selon le RGAA 4.1\u{a0}: auto-évaluation, critère par critère.",
    scope: "Cette déclaration s’applique au simulateur de coût de l’accès sécurisé aux données confidentielles avec le CASD, à ses documents et à son intégration dans d’autres sites.",
    whose: "C’est une auto-évaluation par les développeurs du simulateur, non un audit par un tiers, et elle n’engage pas le CASD. Il revient à l’organisme qui publie le simulateur de l’examiner, de la compléter par ses engagements et son schéma pluriannuel (article 47 de la loi n°\u{a0}2005-102 du 11\u{a0}février\u{a0}2005) et de la faire sienne.",
    state: "État de conformité",
    results: "Résultats des tests",
    by_theme: "Critères par thématique",
    theme: "Thématique",
    met: "Critères respectés",
    not_accessible: "Contenus non accessibles",
    not_met: "Non-conformités",
    all_met: "Aucune n’est connue.",
    disproportionate: "Dérogations pour charge disproportionnée",
    no_disproportionate: "Aucune n’est invoquée.",
    exempt: "Contenus non soumis à l’obligation d’accessibilité",
    no_exempt: "Aucun.",
    drawn_up: "Établissement de cette déclaration d’accessibilité",
    technologies: "Technologies utilisées pour la réalisation du simulateur",
    technology: &[
        "HTML5 et WAI-ARIA",
        "CSS",
        "JavaScript",
        "WebAssembly (écrit en Rust)",
        "SVG",
        "PDF (PDF/UA-1)",
    ],
    means: "Environnement de test",
    environment: &[
        "Chromium 156 sous Linux (Debian), à 1280, 390 et 320 pixels de large, à 200\u{202f}% et à 400\u{202f}%, dans les deux thèmes et en couleurs forcées",
        "son arbre d’accessibilité\u{a0}: noms, rôles, valeurs, états et ordre de ce qui est transmis aux technologies d’assistance",
        "le clavier seul",
    ],
    not_used: "Aucun lecteur d’écran n’a été utilisé, et aucune personne handicapée n’a encore essayé le simulateur\u{a0}: ce qu’eux seuls peuvent dire reste à vérifier.",
    tools: "Outils utilisés lors de l’évaluation",
    tool: &[
        "axe-core 4.14, toutes règles actives",
        "Playwright 1.65, pour les essais automatiques",
        "html-validate 10.9, sur le code généré de chaque page et de chaque vue",
        "Poppler (pdfinfo, pdftotext), pour la structure du PDF",
    ],
    pages: "Pages ayant fait l’objet de la vérification de conformité",
    page: &[
        ("./?lang=fr", "Le simulateur"),
        ("./?lang=fr&view=plan", "De l’estimation à l’accès"),
        ("./?lang=fr&view=compare", "Comparer des variantes"),
        ("./?lang=fr&view=check", "Vérifier des numéros"),
        ("./?lang=fr&view=kept", "Mes simulations"),
        ("./?lang=fr&view=prices", "Atelier des grilles tarifaires"),
        ("tarifs.html", "Tarifs, sans JavaScript"),
        ("integration.html?lang=fr", "Intégrer le simulateur"),
        ("accessibilite.html", "Cette déclaration"),
    ],
    other_parts: "Chacune aussi en anglais\u{a0}; et le PDF d’une simulation, et le simulateur dans le cadre d’un autre site.",
    contact: "Retour d’information et contact",
    write: "Si vous n’arrivez pas à accéder à un contenu ou à un service, vous pouvez écrire à qui répond du simulateur, pour être orienté vers une alternative accessible ou obtenir le contenu sous une autre forme. L’adresse publiée est celle-ci\u{a0}: ",
    remedies: "Voies de recours",
    remedy: "Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et n’avez pas obtenu de réponse satisfaisante, vous pouvez\u{a0}:",
    defender_form: "écrire un message au Défenseur des droits",
    defender_delegates: "contacter le délégué du Défenseur des droits dans votre région",
    defender_post: "envoyer un courrier par la poste (gratuit, ne pas mettre de timbre)\u{a0}: ",
    table: "Les 106 critères",
    criterion: "Critère",
    status: "État",
    shown_by: "Essai automatique\u{a0}: ",
};

const EN: Statement = Statement {
    title: "Accessibility statement",
    description: "Accessibility statement of the cost simulator for secure data access with CASD, by the French standard RGAA 4.1: a self-assessment, criterion by criterion.",
    scope: "This statement is about the cost simulator for secure access to confidential data with CASD, its documents, and its use within other sites.",
    whose: "It is a self-assessment by the developers of the simulator, not an audit by a third party, and it does not commit CASD. It is for the body that publishes the simulator to examine it, to add its own commitments and its multi-year plan (article 47 of French law no. 2005-102 of 11 February 2005), and to adopt it.",
    state: "Compliance status",
    results: "Test results",
    by_theme: "Criteria by theme",
    theme: "Theme",
    met: "Criteria met",
    not_accessible: "Content that is not accessible",
    not_met: "Criteria that are not met",
    all_met: "None is known.",
    disproportionate: "Exemptions for disproportionate burden",
    no_disproportionate: "None is claimed.",
    exempt: "Content outside the scope of the law",
    no_exempt: "None.",
    drawn_up: "How this statement was drawn up",
    technologies: "Technologies that the simulator is made with",
    technology: &[
        "HTML5 and WAI-ARIA",
        "CSS",
        "JavaScript",
        "WebAssembly (written in Rust)",
        "SVG",
        "PDF (PDF/UA-1)",
    ],
    means: "Test environment",
    environment: &[
        "Chromium 156 on Linux (Debian), 1280, 390 and 320 pixels wide, at 200% and 400%, in both themes and with forced colours",
        "its accessibility tree: names, roles, values, states and the order of what assistive technologies are given",
        "the keyboard alone",
    ],
    not_used: "No screen reader was used, and no person with a disability has tried the simulator yet: what only they can tell remains to be checked.",
    tools: "Tools used for the assessment",
    tool: &[
        "axe-core 4.14, with all its rules",
        "Playwright 1.65, for the automatic tests",
        "html-validate 10.9, on the generated code of each page and view",
        "Poppler (pdfinfo, pdftotext), for the structure of the PDF",
    ],
    pages: "Pages that were checked",
    page: &[
        ("./?lang=en", "The simulator"),
        ("./?lang=en&view=plan", "From estimate to access"),
        ("./?lang=en&view=compare", "Compare variants"),
        ("./?lang=en&view=check", "Check numbers"),
        ("./?lang=en&view=kept", "My simulations"),
        ("./?lang=en&view=prices", "Price-list workbench"),
        ("prices.html", "Prices, without JavaScript"),
        ("integration.html?lang=en", "Embedding the simulator"),
        ("accessibility.html", "This statement"),
    ],
    other_parts: "Each of them in French, too; and the PDF of a simulation, and the simulator in the frame of another site.",
    contact: "Feedback and contact",
    write: "If you cannot reach some content or a service, you can write to whoever answers for the simulator, to be led to an accessible alternative or be given the content in another form. The published address is this one: ",
    remedies: "Remedies",
    remedy: "If you have reported a lack of accessibility that keeps you from some content or a service, and were given no satisfactory answer, you can:",
    defender_form: "write to the French Defender of Rights",
    defender_delegates: "get in touch with the Defender of Rights’ delegate in your region",
    defender_post: "send a letter, without a stamp from within France: ",
    table: "The 106 criteria",
    criterion: "Criterion",
    status: "Status",
    shown_by: "Automatic test: ",
};

/// The postal address of the Défenseur des droits, which stays French.
pub const POST: &str = "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07";
pub const FORM: &str = "https://formulaire.defenseurdesdroits.fr/";
pub const DELEGATES: &str = "https://www.defenseurdesdroits.fr/saisir/delegues";
