//! Fixed sentences of the simulator page.

/// The fixed sentences of the page in one language.
#[derive(Debug)]
pub struct Page {
    /// The page's title.
    pub title: &'static str,
    /// The subtitle.
    pub subtitle: &'static str,
    /// The introduction.
    pub intro: &'static str,
    /// The other language, in itself.
    pub other_language: &'static str,
    /// Heading of the examples.
    pub examples: &'static str,
    /// Help on the examples.
    pub examples_help: &'static str,
    /// Heading of the field for a number.
    pub open: &'static str,
    /// Label of the field for a number.
    pub open_label: &'static str,
    /// Help on the field for a number.
    pub open_help: &'static str,
    /// Opens the number.
    pub open_button: &'static str,
    /// Name of the form.
    pub form: &'static str,
    /// Message while nothing has been entered.
    pub starting_point: &'static str,
    /// Legend of the offers.
    pub offer: &'static str,
    /// Legend of the term.
    pub term: &'static str,
    /// Label of the start date.
    pub start: &'static str,
    /// Label of the months.
    pub months: &'static str,
    /// Label of the renewal.
    pub renewal: &'static str,
    /// Help on renewals.
    pub renewal_help: &'static str,
    /// Legend of the team.
    pub team: &'static str,
    /// Label of the users.
    pub users: &'static str,
    /// Label of the students.
    pub students: &'static str,
    /// Legend of the environment.
    pub environment: &'static str,
    /// Label of the configuration.
    pub configuration: &'static str,
    /// Legend of the SD-Boxes.
    pub access_points: &'static str,
    /// Help on SD-Boxes.
    pub access_points_help: &'static str,
    /// Label of a box's months, after its number.
    pub box_months: &'static str,
    /// Adds a box.
    pub add_box: &'static str,
    /// Removes a box; its number follows.
    pub remove: &'static str,
    /// Link to the fields of funders and hosts.
    pub institutions: &'static str,
    /// Help on funders and hosts, and where their names are stored.
    pub institutions_help: &'static str,
    /// Label of the project's funder.
    pub funder: &'static str,
    /// Label of a box's funder, after its number.
    pub box_funder: &'static str,
    /// Label of a box's host, after its number.
    pub box_host: &'static str,
    /// Before what an institution pays in all; its name follows.
    pub purchase_order: &'static str,
    /// Message for a start in the past.
    pub started: &'static str,
    /// Link to the view of payers, budget and contract file.
    pub plan: &'static str,
    /// Link to the comparison of variants.
    pub compare: &'static str,
    /// Legend of the options.
    pub options: &'static str,
    /// No alternative of an option.
    pub none: &'static str,
    /// Text in place of a price.
    pub on_request: &'static str,
    /// After the total for each user.
    pub per_user: &'static str,
    /// Heading of the quote.
    pub estimate: &'static str,
    /// Label of the total.
    pub total: &'static str,
    /// Note beside a total that leaves something out.
    pub excluding_on_request: &'static str,
    /// Caption of the lines.
    pub detail: &'static str,
    /// Heading of the items.
    pub item: &'static str,
    /// Heading of the amounts.
    pub amount: &'static str,
    /// Button that shows the price sources.
    pub sources: &'static str,
    /// Heading of the items not included.
    pub not_included: &'static str,
    /// Heading of notices and remarks.
    pub to_know: &'static str,
    /// Heading of the list used.
    pub price_list: &'static str,
    /// Heading of the number.
    pub number: &'static str,
    /// Help on the number.
    pub number_help: &'static str,
    /// Copies the number.
    pub copy_number: CopyButton,
    /// Copies the link.
    pub copy_link: CopyButton,
    /// Opens the e-mail.
    pub mail: &'static str,
    /// Note that the estimate is not binding.
    pub binding: &'static str,
    /// Heading of the error summary.
    pub correct: &'static str,
    /// Heading of the contact shown in place of a quote.
    pub private_heading: &'static str,
    /// Message for the private offer.
    pub private: &'static str,
    /// Message if no list is in force.
    pub no_list: &'static str,
    /// Makes a new simulation at today's prices.
    pub redo: &'static str,
    /// Why the form is closed.
    pub archived_form: &'static str,
    /// Starts afresh.
    pub new: &'static str,
    /// Before CASD's own figure.
    pub published_by_casd: &'static str,
    /// Before this simulator's figure.
    pub computed_here: &'static str,
    /// Message if they agree.
    pub equal: &'static str,
    /// Message if they do not.
    pub differ: &'static str,
    /// Before the name of an example.
    pub example_heading: &'static str,
    /// Link to the view that checks numbers.
    pub check: &'static str,
    /// Link to the simulations kept on this device.
    pub kept: &'static str,
    /// Label of the field for a file.
    pub open_file: &'static str,
    /// Asks for the PDF.
    pub pdf: &'static str,
    /// Asks for the e-mail draft.
    pub eml: &'static str,
    /// Asks for the table.
    pub csv: &'static str,
    /// Asks for the data.
    pub json: &'static str,
    /// Asks for the system’s share sheet.
    pub share: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// Keeps the form on this device.
    pub keep: &'static str,
    /// Heading of the documents.
    pub files: &'static str,
    /// Link to the text of the e-mail.
    pub message: &'static str,
    /// Copies the text of the e-mail.
    pub copy_message: CopyButton,
    /// Message if a part of the page could not be loaded.
    pub not_loaded: &'static str,
}

/// A button that copies a text, and the messages after it was pressed.
#[derive(Debug)]
pub struct CopyButton {
    /// Label of the button.
    pub button: &'static str,
    /// Message after copying.
    pub copied: &'static str,
    /// Message if copying failed, with what to do.
    pub not_copied: &'static str,
}

/// In French.
pub(super) const FR: Page = Page {
    title: "Simulateur de coût",
    subtitle: "Accès sécurisé aux données confidentielles avec le CASD",
    intro: "Décrivez votre projet\u{a0}: l’estimation, non contractuelle, se met à jour à mesure. Rien de ce que vous saisissez ne quitte votre navigateur.",
    other_language: "English",
    examples: "Essayer un exemple publié",
    examples_help: "Trois exemples publiés par le CASD, recalculés ici et comparés à ses chiffres.",
    open: "Ouvrir un numéro de simulation",
    open_label: "Numéro ou lien de simulation",
    open_help: "Par exemple CASD-1Q…\u{a0}; majuscules, espaces et tirets sont sans importance.",
    open_button: "Ouvrir",
    form: "Votre projet",
    starting_point: "Point de départ\u{a0}: un petit projet, à adapter au vôtre.",
    offer: "Type d’accès",
    term: "Durée",
    start: "Date de début",
    months: "Durée du projet, en mois",
    renewal: "Renouvellement d’un projet existant (facultatif)",
    renewal_help: "Un renouvellement peut être plus court qu’un nouveau projet.",
    team: "Équipe",
    users: "Nombre d’utilisateurs",
    students: "Dont doctorants et post-doctorants",
    environment: "Environnement de travail",
    configuration: "Configuration",
    access_points: "Points d’accès (SD-Box)",
    access_points_help: "Le terminal sécurisé par lequel l’équipe accède aux données. Une SD-Box peut être partagée, y compris entre projets.",
    box_months: "durée de location, en mois",
    add_box: "Ajouter une SD-Box",
    remove: "Retirer la SD-Box",
    institutions: "Qui paie et qui héberge les SD-Box",
    institutions_help: "Laissez vide ce qui revient au financeur du projet. Les noms restent sur cet appareil et dans vos documents\u{a0}; numéro et lien ne portent que A, B…",
    funder: "Financeur du projet (facultatif)",
    box_funder: "financeur (facultatif)",
    box_host: "hébergeur, sinon son financeur (facultatif)",
    purchase_order: "Bon de commande\u{a0}:",
    started: "La date de début est passée\u{a0}: à changer pour un nouveau projet.",
    plan: "De l’estimation à l’accès",
    compare: "Comparer des variantes",
    options: "Options (facultatives)",
    none: "Aucun",
    on_request: "sur demande",
    per_user: "par utilisateur",
    estimate: "Estimation non contractuelle",
    total: "Total",
    excluding_on_request: "hors éléments dont le prix est sur demande",
    detail: "Détail de l’estimation",
    item: "Poste",
    amount: "Montant",
    sources: "D’où viennent ces prix",
    not_included: "Non compris",
    to_know: "À savoir",
    price_list: "Grille tarifaire",
    number: "Numéro de simulation",
    number_help: "Ce numéro contient toute la simulation, et aucun nom. Envoyez-le au CASD, qui la rouvrira à l’identique.",
    copy_number: CopyButton {
        button: "Copier le numéro",
        copied: "Numéro copié.",
        not_copied: "Le numéro n’a pas pu être copié\u{a0}: sélectionnez-le et copiez-le.",
    },
    copy_link: CopyButton {
        button: "Copier le lien",
        copied: "Lien copié.",
        not_copied: "Le lien n’a pas pu être copié\u{a0}: il est aussi dans le message, plus bas.",
    },
    mail: "Écrire au CASD",
    binding: "Cette simulation n’engage personne. Le CASD la confirme ou la précise, puis établit son devis définitif, qui vaut bon de commande une fois signé.",
    correct: "Pas d’estimation pour l’instant\u{a0}: à corriger",
    private_heading: "Pas de prix public",
    private: "Les services aux projets privés sont sur mesure\u{a0}: ce simulateur n’en donne aucun montant. Écrivez à",
    no_list: "Aucune grille tarifaire n’est en vigueur pour ce type d’accès à la date de cet appareil. Vérifiez son horloge, ou écrivez au CASD.",
    redo: "Refaire avec la grille en vigueur",
    archived_form: "Cette simulation utilise une grille qui n’est pas celle en vigueur\u{a0}: elle se lit, mais ne se modifie pas.",
    new: "Nouvelle simulation",
    published_by_casd: "Total publié par le CASD",
    computed_here: "Total calculé ici",
    equal: "Les deux totaux sont égaux.",
    differ: "Les deux totaux diffèrent.",
    example_heading: "Exemple publié",
    check: "Vérifier des numéros",
    kept: "Mes simulations",
    open_file: "Ou un fichier de simulation (JSON), que vous pouvez aussi déposer sur la page",
    pdf: "PDF",
    eml: "Brouillon de courriel avec PDF",
    csv: "Tableur (CSV)",
    json: "Données (JSON)",
    share: "Partager le PDF",
    print: "Imprimer",
    keep: "Garder sur cet appareil",
    files: "Documents",
    message: "Le message à copier, si le lien n’ouvre rien",
    copy_message: CopyButton {
        button: "Copier le message",
        copied: "Message copié.",
        not_copied: "Le message n’a pas pu être copié\u{a0}: sélectionnez-le et copiez-le.",
    },
    not_loaded: "Cette partie de la page n’a pas pu être chargée. Vérifiez votre connexion, puis recommencez\u{a0}: rien n’est perdu.",
};

/// In English.
pub(super) const EN: Page = Page {
    title: "Cost simulator",
    subtitle: "Secure access to confidential data with CASD",
    intro: "Describe your project: the estimate, which is not binding, follows as you type. Nothing you enter leaves your browser.",
    other_language: "Français",
    examples: "Try a published example",
    examples_help: "Three examples that CASD published, computed again here and compared with its figures.",
    open: "Open a simulation number",
    open_label: "Simulation number or link",
    open_help: "For example CASD-1Q…; case, spaces and hyphens do not matter.",
    open_button: "Open",
    form: "Your project",
    starting_point: "A starting point: a small project, to be adapted to yours.",
    offer: "Kind of access",
    term: "Term",
    start: "Start date",
    months: "Length of the project, in months",
    renewal: "Renewal of an existing project (optional)",
    renewal_help: "A renewal may be shorter than a new project.",
    team: "Team",
    users: "Number of users",
    students: "Of whom PhD students and postdocs",
    environment: "Working environment",
    configuration: "Configuration",
    access_points: "Access points (SD-Boxes)",
    access_points_help: "The secure terminal through which the team reaches the data. An SD-Box can be shared, also between projects.",
    box_months: "months of rental",
    add_box: "Add an SD-Box",
    remove: "Remove SD-Box",
    institutions: "Who pays for and hosts the SD-Boxes",
    institutions_help: "Leave empty what falls to the project funder. Names stay on this device and in your documents; number and link carry A, B… only.",
    funder: "Project funder (optional)",
    box_funder: "funder (optional)",
    box_host: "host, if not its funder (optional)",
    purchase_order: "Purchase order:",
    started: "The start date is in the past: change it for a new project.",
    plan: "From estimate to access",
    compare: "Compare variants",
    options: "Options (optional)",
    none: "None",
    on_request: "on request",
    per_user: "per user",
    estimate: "Non-binding estimate",
    total: "Total",
    excluding_on_request: "excluding items priced on request",
    detail: "Lines of the estimate",
    item: "Item",
    amount: "Amount",
    sources: "Where these prices come from",
    not_included: "Not included",
    to_know: "Good to know",
    price_list: "Price list",
    number: "Simulation number",
    number_help: "This number holds the whole simulation, and no name. Send it to CASD, who will reopen exactly the same.",
    copy_number: CopyButton {
        button: "Copy the number",
        copied: "Number copied.",
        not_copied: "The number could not be copied: select it and copy it.",
    },
    copy_link: CopyButton {
        button: "Copy the link",
        copied: "Link copied.",
        not_copied: "The link could not be copied: it is in the message below, too.",
    },
    mail: "E-mail CASD",
    binding: "This simulation binds nobody. CASD confirms or refines it, then draws up its final quotation, which is the order form once signed.",
    correct: "No estimate yet: please correct",
    private_heading: "No public prices",
    private: "Services for private projects are tailor-made: this simulator gives no amount for them. Write to",
    no_list: "No price list is in force for this kind of access on this device’s date. Check its clock, or write to CASD.",
    redo: "Redo with the current price list",
    archived_form: "This simulation uses a price list that is not the one in force: it can be read, but not changed.",
    new: "New simulation",
    published_by_casd: "Total published by CASD",
    computed_here: "Total computed here",
    equal: "The two totals are equal.",
    differ: "The two totals differ.",
    example_heading: "Published example",
    check: "Check numbers",
    kept: "My simulations",
    open_file: "Or a simulation file (JSON), which you can also drop on the page",
    pdf: "PDF",
    eml: "E-mail draft with PDF",
    csv: "Spreadsheet (CSV)",
    json: "Data (JSON)",
    share: "Share the PDF",
    print: "Print",
    keep: "Keep on this device",
    files: "Documents",
    message: "The message to copy, if the link opens nothing",
    copy_message: CopyButton {
        button: "Copy the message",
        copied: "Message copied.",
        not_copied: "The message could not be copied: select it and copy it.",
    },
    not_loaded: "This part of the page could not be loaded. Check your connection, then try again: nothing is lost.",
};
