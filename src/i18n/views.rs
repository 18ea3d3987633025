//! Sentences of the views to check numbers and to manage saved simulations.

use super::Lang;

/// The fixed sentences of these views in one language.
#[derive(Debug)]
pub struct Views {
    /// Link back to the simulator.
    pub back: &'static str,
    /// Help on the view.
    pub check_help: &'static str,
    /// Label of its field.
    pub check_label: &'static str,
    /// Button that checks.
    pub check_button: &'static str,
    /// Message if no number was found.
    pub none_found: &'static str,
    /// Message for a number that opens.
    pub sound: &'static str,
    /// Heading of a number that does not.
    pub not_opened: &'static str,
    /// Column: the number.
    pub number: &'static str,
    /// Column: the day of issue.
    pub issued: &'static str,
    /// Column: the project.
    pub project: &'static str,
    /// Column: the total today.
    pub today: &'static str,
    /// Message if the list is still in force.
    pub in_force: &'static str,
    /// The same, in a table.
    pub unchanged: &'static str,
    /// Message for a number that opens, in a table.
    pub valid: &'static str,
    /// Button that opens a simulation.
    pub open: &'static str,
    /// Caption of the table of several numbers.
    pub several: &'static str,
    /// Button that saves the table.
    pub export: &'static str,
    /// Name of the file of the table, without its extension.
    pub export_name: &'static str,
    /// Help on saved simulations.
    pub kept_help: &'static str,
    /// Message if there are none.
    pub kept_none: &'static str,
    /// Label of a title.
    pub title: &'static str,
    /// Title of a simulation without one.
    pub untitled: &'static str,
    /// Message for a form that gave no number.
    pub draft: &'static str,
    /// Button that duplicates one.
    pub duplicate: &'static str,
    /// Before the title of a duplicate.
    pub copy_of: &'static str,
    /// Button that deletes one.
    pub delete: &'static str,
    /// Button that deletes all.
    pub delete_all: &'static str,
    /// Button that restores what was deleted.
    pub undo: &'static str,
    /// Message after deleting.
    pub deleted: &'static str,
    /// Message for an entry that cannot be read.
    pub unreadable: &'static str,
    /// Message for an entry that another window deleted.
    pub gone: &'static str,
    /// Message if the browser keeps nothing.
    pub closed: &'static str,
    /// Message if the storage is full.
    pub full: &'static str,
    /// Message after keeping.
    pub kept_now: &'static str,
    /// Message if there is nothing to keep.
    pub nothing_to_keep: &'static str,
}

impl Lang {
    /// The fixed sentences of these views.
    pub fn views(self) -> &'static Views {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

/// Message once a file was handed to the browser.
pub fn saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Fichier prêt\u{a0}: {name}"),
        Lang::En => format!("File ready: {name}"),
    }
}

/// Message once a file opened as it was saved.
pub fn file_opened(lang: Lang) -> &'static str {
    lang.pick(
        "Simulation rouverte depuis le fichier\u{a0}: même grille, mêmes lignes, même total.",
        "Simulation reopened from the file: the same price list, lines and total.",
    )
}

/// Message if a text has more numbers than are checked at once.
pub fn only_some_checked(lang: Lang, checked: usize, found: usize) -> String {
    match lang {
        Lang::Fr => format!(
            "{found}\u{a0}numéros trouvés\u{a0}: seuls les {checked} premiers sont vérifiés. Vérifiez les autres séparément."
        ),
        Lang::En => format!(
            "{found} numbers found: only the first {checked} are checked. Check the others separately."
        ),
    }
}

/// Note above the table of several numbers, where some do not open.
pub fn some_not_opened(lang: Lang, lost: usize, checked: usize) -> String {
    match (lang, lost) {
        (Lang::Fr, 1) => format!("1 de ces {checked}\u{a0}numéros ne s’ouvre pas."),
        (Lang::Fr, _) => format!("{lost} de ces {checked}\u{a0}numéros ne s’ouvrent pas."),
        (Lang::En, 1) => format!("1 of these {checked} numbers does not open."),
        (Lang::En, _) => format!("{lost} of these {checked} numbers do not open."),
    }
}

const FR: Views = Views {
    back: "Retour au simulateur",
    check_help: "Collez un numéro de simulation, un lien ou un courriel entier\u{a0}; plusieurs numéros à la fois donnent un tableau. Rien ne quitte votre navigateur.",
    check_label: "Numéros, liens ou courriel",
    check_button: "Vérifier",
    none_found: "Aucun numéro de simulation dans ce texte. Un numéro commence par CASD-1.",
    sound: "Numéro valable\u{a0}: la grille et le total sont ceux du jour où il a été émis.",
    not_opened: "Ce numéro ne s’ouvre pas",
    number: "Numéro",
    issued: "Émis le",
    project: "Projet",
    today: "Aujourd’hui",
    in_force: "Grille toujours en vigueur\u{a0}: même total aujourd’hui.",
    unchanged: "Grille en vigueur",
    valid: "Valable",
    open: "Ouvrir dans le simulateur",
    several: "Numéros trouvés",
    export: "Enregistrer le tableau (CSV)",
    export_name: "numeros-de-simulation",
    kept_help: "Ce que vous gardez reste dans ce navigateur, sur cet appareil, et nulle part ailleurs. Sur un appareil partagé, effacez-le en partant.",
    kept_none: "Rien n’est gardé pour l’instant\u{a0}: sous le formulaire, «\u{202f}Garder sur cet appareil\u{202f}» ajoute une simulation ici, même inachevée.",
    title: "Titre (facultatif)",
    untitled: "Sans titre",
    draft: "Brouillon, sans estimation pour l’instant",
    duplicate: "Dupliquer",
    copy_of: "Copie de",
    delete: "Supprimer",
    delete_all: "Tout supprimer",
    undo: "Annuler la suppression",
    deleted: "Supprimé\u{a0}:",
    unreadable: "Cette entrée n’est pas lisible par cette version du simulateur\u{a0}; elle est gardée telle quelle.",
    gone: "Cette simulation a été supprimée dans une autre fenêtre.",
    closed: "Ce navigateur ne laisse rien garder à cette page (réglage ou fenêtre privée). Copiez plutôt le numéro ou le lien\u{a0}: ils contiennent toute la simulation.",
    full: "La mémoire de ce navigateur est pleine\u{a0}: rien de plus n’y a été gardé. Supprimez des entrées de «\u{202f}Mes simulations\u{202f}», ou copiez le numéro, qui contient toute la simulation.",
    kept_now: "Gardé dans «\u{202f}Mes simulations\u{202f}».",
    nothing_to_keep: "Rien à garder pour l’instant\u{a0}: remplissez d’abord le formulaire.",
};

const EN: Views = Views {
    back: "Back to the simulator",
    check_help: "Paste a simulation number, a link or a whole e-mail; several numbers at once give a table. Nothing leaves your browser.",
    check_label: "Numbers, links or e-mail",
    check_button: "Check",
    none_found: "There is no simulation number in this text. A number starts with CASD-1.",
    sound: "Valid number: the price list and the total are those of the day it was issued.",
    not_opened: "This number does not open",
    number: "Number",
    issued: "Issued on",
    project: "Project",
    today: "Today",
    in_force: "The price list is still in force: the same total today.",
    unchanged: "List in force",
    valid: "Valid",
    open: "Open in the simulator",
    several: "Numbers found",
    export: "Save the table (CSV)",
    export_name: "simulation-numbers",
    kept_help: "What you keep stays in this browser, on this device, and nowhere else. On a shared device, erase it when you leave.",
    kept_none: "Nothing is kept yet: below the form, “Keep on this device” adds a simulation here, even an unfinished one.",
    title: "Title (optional)",
    untitled: "Untitled",
    draft: "Draft, without an estimate so far",
    duplicate: "Duplicate",
    copy_of: "Copy of",
    delete: "Delete",
    delete_all: "Delete all",
    undo: "Undo",
    deleted: "Deleted:",
    unreadable: "This version of the simulator cannot read this entry; it is kept as it is.",
    gone: "This simulation was deleted in another window.",
    closed: "This browser lets the page keep nothing (a setting, or a private window). Copy the number or the link instead: they hold the whole simulation.",
    full: "This browser’s storage is full: nothing more was kept. Delete entries of “My simulations”, or copy the number, which holds the whole simulation.",
    kept_now: "Kept in “My simulations”.",
    nothing_to_keep: "There is nothing to keep yet: fill in the form first.",
};

/// Note above the page where CASD's own price list could not be read, and why, for its webmaster; or, where
/// nothing is wrong, that prices are only being tried.
pub fn standing(lang: Lang, wrong: Option<&str>) -> String {
    match (lang, wrong) {
        (Lang::Fr, None) => "Aperçu d’une grille tarifaire qui n’est pas publiée\u{a0}: rien de ce qui suit n’est un prix du CASD, et les numéros ne s’ouvrent qu’ici.".into(),
        (Lang::En, None) => "Preview of a price list that is not published: nothing below is a price of CASD’s, and the numbers open only here.".into(),
        (Lang::Fr, Some(why)) => format!(
            "La grille tarifaire du CASD (price-list.json) n’a pas pu être lue\u{a0}: les prix ci-dessous sont ceux des grilles publiées, qui accompagnent le simulateur, et peuvent être plus anciens. Pour le webmestre\u{a0}: {why}"
        ),
        (Lang::En, Some(why)) => format!(
            "CASD’s price list (price-list.json) could not be read: the prices below are those of the published lists that come with the simulator, and may be older. For the webmaster: {why}"
        ),
    }
}
