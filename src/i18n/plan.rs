//! Sentences of the views from estimate to access, and of the comparison of variants.

use super::{CopyButton, Lang};

/// The fixed sentences of these views in one language.
#[derive(Debug)]
pub struct Plan {
    /// Message if the form gives no estimate.
    pub no_estimate: &'static str,
    /// Before the number of the simulation.
    pub of: &'static str,
    /// Heading of the purchase orders.
    pub payers: &'static str,
    /// Help on purchase orders.
    pub payers_help: &'static str,
    /// Message if one institution pays all.
    pub one_payer: &'static str,
    /// A purchase order; its funder follows.
    pub order: &'static str,
    /// Last row of a purchase order.
    pub subtotal: &'static str,
    /// Column: the payer.
    pub funder: &'static str,
    /// Last row of the purchase orders together.
    pub all_orders: &'static str,
    /// Label of the buttons that save it all.
    pub documents: &'static str,
    /// Message if the calendar of sessions cannot be read.
    pub calendar_wrong: &'static str,
    /// Message if it could not be loaded.
    pub calendar_not_loaded: &'static str,
    /// Label of a day on which somebody was enrolled; its number follows.
    pub enrolled: &'static str,
    /// Button that removes such a day; its number follows.
    pub remove_day: &'static str,
    /// Help on the comparison.
    pub compare_help: &'static str,
    /// Message for the first variant.
    pub first_help: &'static str,
    /// Button that duplicates a variant.
    pub duplicate: &'static str,
    /// Button that removes a variant.
    pub remove: &'static str,
    /// Button that opens a variant in the simulator.
    pub open: &'static str,
    /// Message for a variant that has no estimate.
    pub to_correct: &'static str,
    /// Label of the field for a number to compare with.
    pub add_label: &'static str,
    /// Button that adds it.
    pub add: &'static str,
    /// Message if there are as many as there can be.
    pub full: &'static str,
    /// Button that copies the link of the variants.
    pub copy_link: CopyButton,
    /// Label of the number of SD-Boxes.
    pub boxes: &'static str,
}

const FR: Plan = Plan {
    no_estimate: "Le formulaire ne donne pas d’estimation pour l’instant\u{a0}: complétez-le, puis revenez ici.",
    of: "D’après la simulation",
    payers: "Qui paie quoi",
    payers_help: "Chaque financeur signe un bon de commande. Qui finance et qui héberge chaque SD-Box se choisit dans le formulaire.",
    one_payer: "Un seul financeur\u{a0}: un seul bon de commande, pour le tout.",
    order: "Bon de commande\u{a0}:",
    subtotal: "Sous-total",
    funder: "Financeur",
    all_orders: "Total des bons de commande",
    documents: "Documents avec tout ce qui suit",
    calendar_wrong: "Le calendrier des séances, enrolment-sessions.json, n’est pas utilisé\u{a0}: il contient des erreurs.",
    calendar_not_loaded: "Le calendrier des séances n’a pas pu être chargé. Vérifiez votre connexion, ou demandez les dates au CASD.",
    enrolled: "Dernière séance, utilisateur",
    remove_day: "Retirer la date",
    compare_help: "Dupliquez une variante et changez-y une chose\u{a0}: les écarts s’affichent dessous. Rien n’est envoyé.",
    first_help: "La simulation du formulaire\u{a0}: c’est là qu’elle se modifie. Les autres lui sont comparées.",
    duplicate: "Dupliquer",
    remove: "Retirer",
    open: "Ouvrir dans le simulateur",
    to_correct: "pas d’estimation\u{a0}: à corriger",
    add_label: "Comparer avec un numéro de simulation",
    add: "Ajouter",
    full: "Quatre variantes au plus\u{a0}: retirez-en une pour en ajouter une autre.",
    copy_link: CopyButton {
        button: "Copier le lien des variantes",
        copied: "Lien des variantes copié.",
        not_copied: "Le lien des variantes n’a pas pu être copié\u{a0}: copiez l’adresse de cette page.",
    },
    boxes: "Nombre de SD-Box",
};

const EN: Plan = Plan {
    no_estimate: "The form gives no estimate for now: complete it, then come back.",
    of: "From simulation",
    payers: "Who pays what",
    payers_help: "Each funder signs a purchase order. Who pays for and who hosts each SD-Box is chosen in the form.",
    one_payer: "A single funder: a single purchase order, for all of it.",
    order: "Purchase order:",
    subtotal: "Subtotal",
    funder: "Funder",
    all_orders: "Total of the purchase orders",
    documents: "Documents with all that follows",
    calendar_wrong: "The calendar of sessions, enrolment-sessions.json, is not used: there are mistakes in it.",
    calendar_not_loaded: "The calendar of sessions could not be loaded. Check your connection, or ask CASD for the days.",
    enrolled: "Last session, user",
    remove_day: "Remove day",
    compare_help: "Duplicate a variant and change one thing in it: the differences stand below. Nothing is sent.",
    first_help: "The simulation of the form: it is changed there. The others are compared with it.",
    duplicate: "Duplicate",
    remove: "Remove",
    open: "Open in the simulator",
    to_correct: "no estimate: to be corrected",
    add_label: "Compare with a simulation number",
    add: "Add",
    full: "Four variants at most: remove one to add another.",
    copy_link: CopyButton {
        button: "Copy the link of the variants",
        copied: "Link of the variants copied.",
        not_copied: "The link of the variants could not be copied: copy the address of this page.",
    },
    boxes: "Number of SD-Boxes",
};

impl Lang {
    /// The fixed sentences of these views.
    pub fn plan(self) -> &'static Plan {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}
