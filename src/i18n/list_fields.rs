//! Labels of the sections and fields of the price-list editor.

use super::Lang;

/// A part of a price list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListPart {
    /// Its title, its days, VAT.
    Heading,
    /// An offer: its contact and its terms.
    Offer,
    /// A working environment.
    Configuration,
    /// Something that one can add to a project.
    Option,
    /// Something that is charged.
    Charge,
    /// Something that is taken off.
    Reduction,
    /// What a reader of the quote should know besides.
    Remark,
    /// Where prices were read.
    Source,
}

/// A field of a price list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each has its name below, in words")]
pub enum ListField {
    Id,
    Serial,
    Title,
    FirstDay,
    LastDay,
    Archived,
    VatStatus,
    VatRate,
    ContactWho,
    ContactEmail,
    MonthsMinimum,
    MonthsMaximum,
    MonthsMultiple,
    UsersMinimum,
    UsersMaximum,
    BoxesMinimum,
    BoxesMaximum,
    Label,
    Help,
    Vcpu,
    Memory,
    Disk,
    Gpu,
    Alternative,
    Unit,
    /// Label of a part.
    UnitOfOne,
    Maximum,
    Included,
    Step,
    OnRequest,
    Price,
    TierUpTo,
    TierPrice,
    Percent,
    AtMost,
    Condition,
    Words,
}

/// Name of a part: « Prix : Abonnement ».
pub fn list_part(lang: Lang, part: ListPart, name: Option<&str>) -> String {
    let kind = match part {
        ListPart::Heading => lang.pick("Grille", "Price list"),
        ListPart::Offer => lang.pick("Type d’accès", "Kind of access"),
        ListPart::Configuration => lang.pick("Configuration", "Configuration"),
        ListPart::Option => lang.pick("Option", "Option"),
        ListPart::Charge => lang.pick("Prix", "Price"),
        ListPart::Reduction => lang.pick("Réduction", "Reduction"),
        ListPart::Remark => lang.pick("Remarque", "Remark"),
        ListPart::Source => lang.pick("Source", "Source"),
    };
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{kind}{}{name}", lang.pick("\u{a0}: ", ": ")),
        None => kind.into(),
    }
}

/// Name of a field.
pub fn list_field(lang: Lang, field: ListField) -> &'static str {
    match field {
        ListField::Id => lang.pick(
            "Identifiant, en minuscules sans accent, chiffres et tirets",
            "Id, in lower-case letters, digits and hyphens",
        ),
        ListField::Serial => lang.pick("Numéro de série", "Serial"),
        ListField::Title => lang.pick("Titre", "Title"),
        ListField::FirstDay => lang.pick("Premier jour", "First day"),
        ListField::LastDay => lang.pick("Dernier jour", "Last day"),
        ListField::Archived => lang.pick(
            "Archivée\u{a0}: ne sert plus aux nouvelles simulations",
            "Archived: no longer used for new simulations",
        ),
        ListField::VatStatus => lang.pick("Prix HT ou TTC", "Prices excl. or incl. VAT"),
        ListField::VatRate => lang.pick("Taux de TVA, en\u{a0}%", "VAT rate, in %"),
        ListField::ContactWho => lang.pick("À qui écrire", "Whom to write to"),
        ListField::ContactEmail => lang
            .pick("Adresse électronique, comme nom@exemple.fr", "E-mail address, such as name@example.com"),
        ListField::MonthsMinimum => lang.pick("Durée minimale, en mois", "Minimum term, in months"),
        ListField::MonthsMaximum => lang.pick("Durée maximale, en mois", "Maximum term, in months"),
        ListField::MonthsMultiple => {
            lang.pick("Durée multiple de, en mois", "Term in multiples of, in months")
        }
        ListField::UsersMinimum => lang.pick("Utilisateurs, au moins", "Users, at least"),
        ListField::UsersMaximum => lang.pick("Utilisateurs, au plus", "Users, at most"),
        ListField::BoxesMinimum => lang.pick("SD-Box, au moins", "SD-Boxes, at least"),
        ListField::BoxesMaximum => lang.pick("SD-Box, au plus", "SD-Boxes, at most"),
        ListField::Label => lang.pick("Nom", "Name"),
        ListField::Help => lang.pick("Explication", "Explanation"),
        ListField::Vcpu => lang.pick("vCPU", "vCPUs"),
        ListField::Memory => lang.pick("Mémoire, en Go", "Memory, in GB"),
        ListField::Disk => lang.pick("Disque, en Go", "Disk, in GB"),
        ListField::Gpu => lang.pick("GPU", "GPUs"),
        ListField::Alternative => lang.pick("Nom du choix", "Name of the choice"),
        ListField::Unit => lang.pick("Unité", "Unit"),
        ListField::UnitOfOne => lang.pick("Unité, au singulier", "Unit, of one"),
        ListField::Maximum => lang.pick("Au plus", "At most"),
        ListField::Included => lang.pick("Compris sans supplément", "Included at no charge"),
        ListField::Step => lang.pick("Facturé par tranche de", "Charged in steps of"),
        ListField::OnRequest => lang.pick("Sur demande", "On request"),
        ListField::Price => lang.pick("Prix unitaire", "Unit price"),
        ListField::TierUpTo => lang.pick("Jusqu’à l’unité n°", "Up to unit no."),
        ListField::TierPrice => lang.pick("Prix unitaire de cette tranche", "Unit price of this tier"),
        ListField::Percent => lang.pick("Réduction, en\u{a0}%", "Reduction, in %"),
        ListField::AtMost => lang.pick("Unités réduites, au plus", "Units reduced, at most"),
        ListField::Condition => lang.pick("Condition", "Condition"),
        ListField::Words => lang.pick("Phrase", "Sentence"),
    }
}

/// The label of a form field: its name, its language if it is a text, and whether it is optional.
pub fn field_label(lang: Lang, called: &str, written_in: Option<Lang>, is_optional: bool) -> String {
    let optional = is_optional.then(|| lang.pick("facultatif", "optional"));
    let aside: Vec<&str> = written_in.map(Lang::code).into_iter().chain(optional).collect();
    if aside.is_empty() { called.into() } else { format!("{called} ({})", aside.join(", ")) }
}

/// Names of the choices of [`ListField::VatStatus`].
pub fn vat_choice(lang: Lang, choice: &str) -> &'static str {
    match choice {
        "excluded" => lang.pick("HT", "excl. VAT"),
        "included" => lang.pick("TTC", "incl. VAT"),
        _ => lang.pick("non précisé", "not stated"),
    }
}
