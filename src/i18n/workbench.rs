//! Sentences of the price-list editor.

use super::Lang;
use tariff::Words;

/// The fixed sentences of the price-list editor in one language.
#[derive(Debug)]
pub struct Workbench {
    /// Its name.
    pub title: &'static str,
    /// Help on the editor.
    pub help: &'static str,
    /// Label of the field for a file.
    pub open: &'static str,
    /// Message once a file was opened.
    pub opened: &'static str,
    /// Takes the file that is beside the page.
    pub take_in_use: &'static str,
    /// Message once it was taken.
    pub taken_in_use: &'static str,
    /// Heading of the lists.
    pub lists: &'static str,
    /// Label of the list to copy.
    pub model: &'static str,
    /// Label of its first day.
    pub first_day: &'static str,
    /// Button that makes it.
    pub make_list: &'static str,
    /// Message if its first day is missing.
    pub no_day: &'static str,
    /// Message once it was made.
    pub list_made: &'static str,
    /// Message if it could not be made.
    pub no_list_made: &'static str,
    /// Label of the list in the form.
    pub chosen: &'static str,
    /// Message if the file has none.
    pub no_lists: &'static str,
    /// Name of the file's text.
    pub text: &'static str,
    /// Help on the text.
    pub text_help: &'static str,
    /// Heading of the diagnostics.
    pub check: &'static str,
    /// Message if there are none.
    pub sound: &'static str,
    /// Label of errors.
    pub error: &'static str,
    /// Label of warnings.
    pub warning: &'static str,
    /// Heading of the comparison.
    pub compare: &'static str,
    /// Label of its day.
    pub compared_on: &'static str,
    /// Label of the numbers.
    pub numbers: &'static str,
    /// Help on that field.
    pub numbers_help: &'static str,
    /// Message if the file gives no prices.
    pub not_compared: &'static str,
    /// Caption of the table; the day follows.
    pub compare_caption: &'static str,
    /// Column: the compared project.
    pub simulation: &'static str,
    /// Column: the prices in use.
    pub before: &'static str,
    /// Column: the prices of the file.
    pub after: &'static str,
    /// Heading of the file's publication.
    pub publish: &'static str,
    /// Help on publication.
    pub publish_help: &'static str,
    /// Message if it has errors.
    pub unfinished: &'static str,
    /// Button that previews it in the simulator.
    pub preview: &'static str,
    /// Button that saves it.
    pub save: &'static str,
    /// Message once it was saved.
    pub saved: &'static str,
    /// The same, where it has errors.
    pub saved_unfinished: &'static str,
    /// Link from the preview back here.
    pub back_here: &'static str,
    /// Link here from the view that checks numbers.
    pub lead: &'static str,
}

const FR: Workbench = Workbench {
    title: "Atelier des grilles tarifaires",
    help: "Pour le gestionnaire des tarifs du CASD\u{a0}: préparez la prochaine grille, vérifiez-la, essayez-la, puis enregistrez le fichier price-list.json. Rien ne quitte votre navigateur, et rien n’est publié d’ici.",
    open: "Ouvrir un fichier de grilles (JSON)",
    opened: "Fichier ouvert.",
    take_in_use: "Repartir du fichier en service",
    taken_in_use: "Le fichier en service a remplacé ce qui était ouvert.",
    lists: "Grilles et prix",
    model: "Nouvelle grille d’après (obligatoire)",
    first_day: "Premier jour de la nouvelle grille (obligatoire)",
    make_list: "Créer la nouvelle grille",
    no_day: "Indiquez le premier jour de la nouvelle grille.",
    list_made: "Nouvelle grille ajoutée au fichier\u{a0}: changez ci-dessous ce qui change, le reste est repris tel quel.",
    no_list_made: "La nouvelle grille n’a pas pu être créée\u{a0}: corrigez d’abord la forme du fichier, ou repartez du fichier en service.",
    chosen: "Grille affichée",
    no_lists: "Ce fichier n’a pas encore de grille\u{a0}: les prix sont ceux qui accompagnent le simulateur. Créez une nouvelle grille d’après l’une d’elles.",
    text: "Texte du fichier (JSON)",
    text_help: "Tout ce qui n’a pas de champ ci-dessus se change ici. Le texte est relu lorsque vous en sortez.",
    check: "Vérification",
    sound: "Rien à corriger\u{a0}: le simulateur lit ce fichier, et il prolonge le précédent.",
    error: "À corriger\u{a0}:",
    warning: "À vérifier\u{a0}:",
    compare: "Avant et après",
    compared_on: "Comparer au (facultatif)",
    numbers: "Numéros à comparer aussi (facultatif)",
    numbers_help: "Collez des numéros de simulation, ou des messages qui en contiennent\u{a0}; ceux de «\u{202f}Mes simulations\u{202f}» sont déjà dans le tableau.",
    not_compared: "La comparaison attend un fichier sans erreur.",
    compare_caption: "Les exemples publiés et ces simulations, au",
    simulation: "Simulation",
    before: "Avec les grilles en service",
    after: "Avec ce fichier",
    publish: "Essayer et enregistrer",
    publish_help: "Remettez le fichier enregistré au webmestre\u{a0}: il remplace price-list.json, à côté de la page du simulateur. Les numéros déjà émis gardent leurs prix.",
    unfinished: "Ce fichier comporte des erreurs\u{a0}: le simulateur le refuserait. Vous pouvez l’enregistrer pour le reprendre plus tard.",
    preview: "Essayer dans le simulateur (aperçu)",
    save: "Enregistrer le fichier",
    saved: "Fichier enregistré\u{a0}: price-list.json.",
    saved_unfinished: "Fichier enregistré pour plus tard\u{a0}: price-list-unfinished.json. Il ne peut pas encore être publié.",
    back_here: "Retour à l’atelier",
    lead: "Pour le CASD\u{a0}: atelier des grilles tarifaires",
};

const EN: Workbench = Workbench {
    title: "Price-list workbench",
    help: "For CASD’s tariff manager: prepare the next price list, check it, try it, then save the file price-list.json. Nothing leaves your browser, and nothing is published from here.",
    open: "Open a price-list file (JSON)",
    opened: "File opened.",
    take_in_use: "Start again from the file in use",
    taken_in_use: "The file in use has replaced what was open.",
    lists: "Lists and prices",
    model: "New list made from (mandatory)",
    first_day: "First day of the new list (mandatory)",
    make_list: "Make the new list",
    no_day: "Enter the first day of the new list.",
    list_made: "New list added to the file: change below what changes, the rest is taken over as it was.",
    no_list_made: "The new list could not be made: correct the form of the file first, or start again from the file in use.",
    chosen: "List shown",
    no_lists: "This file has no list yet: the prices are those that come with the simulator. Make a new list from one of them.",
    text: "Text of the file (JSON)",
    text_help: "Whatever has no field above is changed here. The text is read again when you leave it.",
    check: "Check",
    sound: "Nothing to correct: the simulator reads this file, and it continues the one before.",
    error: "To correct:",
    warning: "To look at:",
    compare: "Before and after",
    compared_on: "Compare on (optional)",
    numbers: "Numbers to compare as well (optional)",
    numbers_help: "Paste simulation numbers, or messages that have some; those of “My simulations” are in the table already.",
    not_compared: "The comparison waits for a file without errors.",
    compare_caption: "The published examples and these simulations, on",
    simulation: "Simulation",
    before: "With the lists in use",
    after: "With this file",
    publish: "Try it and save it",
    publish_help: "Hand the saved file to the webmaster: it replaces price-list.json, beside the simulator’s page. Numbers already issued keep their prices.",
    unfinished: "This file has errors: the simulator would refuse it. You can save it to go on later.",
    preview: "Try it in the simulator (preview)",
    save: "Save the file",
    saved: "File saved: price-list.json.",
    saved_unfinished: "File saved for later: price-list-unfinished.json. It cannot be published yet.",
    back_here: "Back to the workbench",
    lead: "For CASD: price-list workbench",
};

impl Lang {
    /// The fixed sentences of the price-list editor.
    pub fn workbench(self) -> &'static Workbench {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

/// « ligne 12 ».
pub fn at_line(lang: Lang, line: usize) -> String {
    match lang {
        Lang::Fr => format!("ligne\u{a0}{line}"),
        Lang::En => format!("line {line}"),
    }
}

/// The number of errors and warnings, for screen readers; empty if there are none.
pub fn findings_counted(lang: Lang, errors: usize, warnings: usize) -> String {
    let words = lang.workbench();
    let counted = [(words.error, errors), (words.warning, warnings)];
    let counted = counted.iter().filter(|(_, count)| *count > 0);
    counted.map(|(called, count)| format!("{called} {count}.")).collect::<Vec<_>>().join(" ")
}

/// Whether the numbers that were issued still open at their own prices: how many do, and how many do not,
/// which are named below.
pub fn numbers_stand(lang: Lang, open: usize, lost: usize) -> String {
    let all = open + lost;
    match (lang, lost) {
        (Lang::Fr, 0) => {
            format!("Numéros qui se rouvrent à leur propre prix avec ce fichier\u{a0}: {open} sur {open}.")
        }
        (Lang::En, 0) => format!("Numbers that open at their own price with this file: {open} of {open}."),
        (Lang::Fr, 1) if open == 0 => "Ce numéro ne se rouvre plus à son prix avec ce fichier\u{a0}:".into(),
        (Lang::En, 1) if open == 0 => "This number no longer opens at its price with this file:".into(),
        (Lang::Fr, 1) => {
            format!("1 de ces {all}\u{a0}numéros ne se rouvre plus à son prix avec ce fichier\u{a0}:")
        }
        (Lang::En, 1) => format!("1 of these {all} numbers no longer opens at its price with this file:"),
        (Lang::Fr, _) => {
            format!("{lost} de ces {all}\u{a0}numéros ne se rouvrent plus à leur prix avec ce fichier\u{a0}:")
        }
        (Lang::En, _) => {
            format!("{lost} of these {all} numbers no longer open at their price with this file:")
        }
    }
}

/// Prefix of the title of each list in a preview.
pub fn preview_mark() -> Words {
    Words { fr: "Aperçu, pas en vigueur – ".into(), en: "Preview, not in force – ".into() }
}
