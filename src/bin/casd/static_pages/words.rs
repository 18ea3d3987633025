//! The text of the static price page in both languages. It describes how prices are counted, as there is no project to
//! price.

use casd_simulator::i18n::{Lang, amount, day, offer_name, percent, vat_status};
use tariff::{
    Beneficiary, Charge, Choice, Counted, Counts, Every, Id, Offer, PriceList, Quantities, Reduction, Terms,
    Tier, Vat, When,
};

use super::in_force::Span;

/// The fixed sentences, in one language.
pub struct Said {
    pub title: &'static str,
    pub description: &'static str,
    pub instead: &'static str,
    pub simulator: &'static str,
    /// The skip link.
    pub skip: &'static str,
    pub numbers: &'static str,
    pub binding: &'static str,
    pub contacts: &'static str,
    pub rules: &'static str,
    pub rule: [&'static str; 5],
    pub lists: &'static str,
    pub archived: &'static str,
    pub offers: &'static str,
    pub in_force: &'static str,
    pub terms: &'static str,
    pub write_to: &'static str,
    pub serial: &'static str,
    pub vat: &'static str,
    pub environments: &'static str,
    pub included: &'static str,
    pub prices: &'static str,
    pub price: &'static str,
    pub options: &'static str,
    pub at_first: &'static str,
    pub reductions: &'static str,
    pub condition: &'static str,
    pub examples: &'static str,
    pub computed: &'static str,
    pub made_from: &'static str,
}

pub fn said(lang: Lang) -> &'static Said {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

const FR: Said = Said {
    title: "Tarifs de l’accès sécurisé aux données avec le CASD",
    description: "Prix, conditions et contacts de l’accès sécurisé aux données confidentielles avec le CASD, tels que le simulateur de coût les utilise. Non contractuel.",
    instead: "Le simulateur calcule dans le navigateur, avec JavaScript et WebAssembly. Si le vôtre ne les a pas ou les bloque, cette page donne ce que le simulateur utilise\u{a0}: tous les prix, leurs conditions, et à qui écrire.",
    simulator: "Ouvrir le simulateur",
    skip: "Aller au contenu",
    numbers: "Vous avez reçu un numéro de simulation\u{a0}? Il s’ouvre dans le simulateur, ou auprès du CASD, à qui vous pouvez l’envoyer.",
    binding: "Ces prix n’engagent personne. Le CASD établit son devis définitif, qui vaut bon de commande une fois signé.",
    contacts: "À qui écrire",
    rules: "Comment un projet se paie",
    rule: [
        "Un projet paie ses points d’accès (SD-Box), un abonnement ou un espace projet avec son environnement de travail, les accès de ses utilisateurs et les options choisies.",
        "Un seul financeur paie tous les services liés à un projet. Chaque point d’accès peut en avoir un autre. L’établissement qui héberge une SD-Box peut être le financeur ou un autre.",
        "Une SD-Box peut être partagée, y compris entre projets, et être louée pour une autre durée que celle du projet.",
        "«\u{202f}Sur demande\u{202f}» ne veut pas dire gratuit\u{a0}: le CASD n’a pas publié de prix et le fixe après étude.",
        "Un prix qui change par tranches s’applique à chaque unité selon son rang\u{a0}; les premiers rangs vont aux SD-Box louées le plus longtemps.",
    ],
    lists: "Grilles tarifaires",
    archived: "Grille archivée\u{a0}: elle rouvre les anciens numéros et les exemples publiés, et ne sert à aucune nouvelle simulation.",
    offers: "Types d’accès",
    in_force: "En vigueur",
    terms: "Conditions",
    write_to: "Contact",
    serial: "Grille n°",
    vat: "TVA",
    environments: "Environnements de travail",
    included: "compris dans un autre poste, sans supplément",
    prices: "Prix",
    price: "Prix unitaire",
    options: "Options",
    at_first: "Choisie au départ dans le simulateur pour\u{a0}: ",
    reductions: "Réductions",
    condition: "Condition\u{a0}: ",
    examples: "Exemples publiés par le CASD",
    computed: "ses lignes",
    made_from: "Page établie à partir des mêmes grilles que le simulateur.",
};

const EN: Said = Said {
    title: "Prices of secure data access with CASD",
    description: "Prices, terms and contacts of secure access to confidential data with CASD, as the cost simulator uses them. Not binding.",
    instead: "The simulator computes in the browser, with JavaScript and WebAssembly. Where yours lacks or blocks them, this page has what the simulator uses: every price, its terms, and whom to write to.",
    simulator: "Open the simulator",
    skip: "Skip to content",
    numbers: "Were you sent a simulation number? It opens in the simulator, or with CASD, to whom you can send it.",
    binding: "These prices bind nobody. CASD draws up its final quotation, which is the order form once signed.",
    contacts: "Whom to write to",
    rules: "How a project is paid for",
    rule: [
        "A project pays for its access points (SD-Boxes), a subscription or a project space with its working environment, its users’ accesses, and the options chosen.",
        "One single funder pays for all services tied to a project. Each access point may have another one. The institution that hosts an SD-Box may be the funder or another.",
        "An SD-Box can be shared, also between projects, and rented for another time than the project lasts.",
        "“On request” does not mean free: CASD has published no price and sets it after a check.",
        "A price in tiers applies to each unit by its rank; the first ranks go to the SD-Boxes rented longest.",
    ],
    lists: "Price lists",
    archived: "Archived price list: it reopens old numbers and published examples, and serves no new simulation.",
    offers: "Kinds of access",
    in_force: "In force",
    terms: "Terms",
    write_to: "Contact",
    serial: "Price list no.",
    vat: "VAT",
    environments: "Working environments",
    included: "included in another item, at no extra charge",
    prices: "Prices",
    price: "Unit price",
    options: "Options",
    at_first: "Chosen at first in the simulator for: ",
    reductions: "Reductions",
    condition: "Condition: ",
    examples: "Examples that CASD published",
    computed: "its lines",
    made_from: "This page is made from the same price lists as the simulator.",
};

/// The name of the page's file.
pub fn file(lang: Lang) -> &'static str {
    pick(lang, "tarifs.html", "prices.html")
}

fn pick<T>(lang: Lang, fr: T, en: T) -> T {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A colon, with a space before it in French.
pub fn colon(lang: Lang) -> &'static str {
    pick(lang, "\u{a0}: ", ": ")
}

fn quoted(lang: Lang, words: &str) -> String {
    pick(lang, format!("«\u{202f}{words}\u{202f}»"), format!("“{words}”"))
}

/// « Projet standard, Cohortes CONSTANCES et GAZEL ».
pub fn offers(lang: Lang, offers: &[Offer]) -> String {
    offers.iter().map(|offer| offer_name(lang, *offer)).collect::<Vec<_>>().join(", ")
}

/// « Seulement pour : Projet standard ».
pub fn only_for(lang: Lang, of: &[Offer]) -> String {
    format!("{}{}{}", pick(lang, "Seulement pour", "Only for"), colon(lang), offers(lang, of))
}

/// « du 1er août 2020 au 31 décembre 2026 », « dates non publiées ».
pub fn span(lang: Lang, span: &Span) -> String {
    let [from, until] = [span.from, span.until].map(|bound| bound.map(|bound| day(lang, bound)));
    match (lang, from, until) {
        (Lang::Fr, Some(from), Some(until)) => format!("du {from} au {until}"),
        (Lang::En, Some(from), Some(until)) => format!("from {from} to {until}"),
        (Lang::Fr, Some(from), None) => format!("à partir du {from}, jusqu’à la grille suivante"),
        (Lang::En, Some(from), None) => format!("from {from}, until the next price list"),
        (Lang::Fr, None, Some(until)) => format!("grille non datée, jusqu’au {until}"),
        (Lang::En, None, Some(until)) => format!("undated list, until {until}"),
        (Lang::Fr, None, None) => "grille non datée, jusqu’à la suivante".into(),
        (Lang::En, None, None) => "undated list, until the next one".into(),
    }
}

/// Note for a list that another has replaced entirely.
pub fn never(lang: Lang) -> &'static str {
    pick(lang, "remplacée par une autre grille", "replaced by another price list")
}

/// The limits of an entry: « mois : au moins 12 (nouveaux projets) »; empty if nothing is limited.
pub fn terms(lang: Lang, terms: &Terms) -> Vec<String> {
    let [months, users, sd_boxes] =
        pick(lang, ["mois", "utilisateurs", "SD-Box"], ["months", "users", "SD-Boxes"]);
    [
        bounds(lang, months, terms.months, true),
        bounds(lang, users, terms.users, false),
        bounds(lang, sd_boxes, terms.sd_boxes, false),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A renewal may be shorter than the least of a new project.
fn bounds(lang: Lang, of: &'static str, bounds: Quantities, new_projects_only: bool) -> Option<String> {
    let Quantities { minimum, maximum, multiple_of } = bounds;
    let only = if new_projects_only { pick(lang, " (nouveaux projets)", " (new projects)") } else { "" };
    let said: Vec<String> = [
        minimum.map(|least| format!("{} {least}{only}", pick(lang, "au moins", "at least"))),
        maximum.map(|most| format!("{} {most}", pick(lang, "au plus", "at most"))),
        multiple_of.map(|step| format!("{} {step}", pick(lang, "par multiples de", "in multiples of"))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!said.is_empty()).then(|| format!("{of}{}{}", colon(lang), said.join(", ")))
}

/// « prix hors taxes ; taux 20 % », « non précisée ».
pub fn vat(lang: Lang, vat: Option<Vat>) -> String {
    let status = vat_status(lang, vat.map(|vat| vat.prices));
    let rate =
        vat.map(|vat| format!("{}{}", pick(lang, "\u{a0}; taux ", "; rate "), percent(lang, vat.rate)));
    format!("{status}{}", rate.unwrap_or_default())
}

/// « par utilisateur, par mois ».
pub fn counted(lang: Lang, list: &PriceList, charge: &Charge) -> String {
    let counts = match &charge.counts {
        Counts::Project => pick(lang, "par projet", "per project").into(),
        Counts::Users => pick(lang, "par utilisateur", "per user").into(),
        Counts::UsersBeyond(1) => {
            pick(lang, "par utilisateur après le premier", "per user after the first").into()
        }
        Counts::UsersBeyond(included) => match lang {
            Lang::Fr => format!("par utilisateur après les {included} premiers"),
            Lang::En => format!("per user after the first {included}"),
        },
        Counts::StudentAccesses => {
            pick(lang, "par doctorant ou post-doctorant", "per PhD student or postdoc").into()
        }
        Counts::OtherUsers => pick(
            lang,
            "par utilisateur qui n’est ni doctorant ni post-doctorant",
            "per user who is neither PhD student nor postdoc",
        )
        .into(),
        Counts::SdBoxes => pick(lang, "par SD-Box", "per SD-Box").into(),
        Counts::Option(id) => match choice(list, id) {
            Some(Choice::Counted(option)) => per_unit(lang, option),
            _ => pick(lang, "par projet", "per project").into(),
        },
    };
    let every = match charge.every {
        Every::Once => pick(lang, "une fois, au début", "once, at the start").into(),
        Every::Month => pick(lang, "par mois", "per month").into(),
        Every::TermOfMonths(months) => match lang {
            Lang::Fr => format!("par période de {months}\u{a0}mois, même entamée"),
            Lang::En => format!("per term of {months}\u{a0}months, even if only begun"),
        },
    };
    format!("{counts}, {every}")
}

/// « par lot », « l’unité (Go) », « par tranche de 10 licences, au-delà de 20 ».
fn per_unit(lang: Lang, option: &Counted) -> String {
    let (unit, of_one) = (lang.of(&option.unit), option.unit_of_one.as_ref().map(|one| lang.of(one)));
    let each = match (lang, option.step) {
        (Lang::Fr, 1) => of_one.map_or_else(|| format!("l’unité ({unit})"), |one| format!("par {one}")),
        (Lang::En, 1) => of_one.map_or_else(|| format!("each ({unit})"), |one| format!("per {one}")),
        (Lang::Fr, step) => format!("par tranche de {step}\u{a0}{unit}, même entamée"),
        (Lang::En, step) => format!("per block of {step}\u{a0}{unit}, even if only begun"),
    };
    match (lang, option.included) {
        (_, 0) => each,
        (Lang::Fr, included) => format!("{each}, au-delà de {included} compris"),
        (Lang::En, included) => format!("{each}, beyond the {included} included"),
    }
}

fn choice<'list>(list: &'list PriceList, id: &Id) -> Option<&'list Choice> {
    list.options.iter().find(|option| option.id == *id).map(|option| &option.choice)
}

/// The condition of a charge: « Avec l’option « Exports automatiques » ».
pub fn when(lang: Lang, list: &PriceList, when: &When) -> String {
    let option = |id: &Id| {
        let option = list.options.iter().find(|option| option.id == *id);
        option.map_or(id.as_str(), |option| lang.of(&option.label)).to_string()
    };
    let with_option = pick(lang, "Avec l’option ", "With the option ");
    match when {
        When::Configuration(id) => {
            let chosen = list.configurations.iter().find(|one| one.id == *id);
            let label = chosen.map_or(id.as_str(), |one| lang.of(&one.label));
            format!("{}{}", pick(lang, "Avec l’environnement ", "With the environment "), quoted(lang, label))
        }
        When::Option(id) => format!("{with_option}{}", quoted(lang, &option(id))),
        When::Alternative { option: id, is } => {
            let alternatives = match choice(list, id) {
                Some(Choice::OneOf(alternatives)) => alternatives.as_slice(),
                _ => &[],
            };
            let alternative = alternatives.iter().find(|one| one.id == *is);
            let label = alternative.map_or(is.as_str(), |one| lang.of(&one.label));
            format!("{with_option}{}", quoted(lang, &format!("{}{}{label}", option(id), colon(lang))))
        }
    }
}

/// « de 1 à 5 : 35,00 € », « à partir de 6 : 30,00 € ».
pub fn tiers(lang: Lang, list: &PriceList, tiers: &[Tier]) -> Vec<String> {
    let mut from = 1;
    let row = |tier: &Tier| {
        let ranks = match (lang, tier.up_to) {
            (Lang::Fr, Some(to)) => format!("de {from} à {to}"),
            (Lang::En, Some(to)) => format!("from {from} to {to}"),
            (Lang::Fr, None) => format!("à partir de {from}"),
            (Lang::En, None) => format!("from {from} on"),
        };
        from = tier.up_to.unwrap_or(from) + 1;
        format!("{ranks}{}{}", colon(lang), amount(lang, list.currency, tier.unit.money()))
    };
    tiers.iter().map(row).collect()
}

/// How an option is chosen, where it is not simply taken or left.
pub fn choices(lang: Lang, choice: &Choice) -> Option<String> {
    match choice {
        Choice::YesNo => None,
        Choice::OneOf(alternatives) => {
            let labels: Vec<&str> = alternatives.iter().map(|one| lang.of(&one.label)).collect();
            Some(format!("{}{}{}", pick(lang, "Au choix", "One of"), colon(lang), labels.join(", ")))
        }
        Choice::Counted(Counted { unit, maximum, .. }) => {
            Some(format!("{} {maximum}\u{a0}{}", pick(lang, "Au plus", "At most"), lang.of(unit)))
        }
    }
}

/// « −50 % de « Accès utilisateur », pour un doctorant ou post-doctorant, sur 1 au plus ».
pub fn reduced(lang: Lang, list: &PriceList, reduction: &Reduction) -> String {
    let charge = list.charges.iter().find(|charge| charge.id == reduction.of);
    let label = quoted(lang, charge.map_or(reduction.of.as_str(), |charge| lang.of(&charge.label)));
    let percent = percent(lang, reduction.percent);
    let each = match reduction.for_each {
        Beneficiary::Student => {
            pick(lang, "pour chaque doctorant ou post-doctorant", "for each PhD student or postdoc")
        }
        Beneficiary::Unit => pick(lang, "sur chaque unité", "on each unit"),
    };
    let at_most = reduction.at_most.map_or_else(String::new, |most| match lang {
        Lang::Fr => format!(", au plus sur {most}"),
        Lang::En => format!(", on {most} at most"),
    });
    match lang {
        Lang::Fr => format!("−{percent} sur {label}, {each}{at_most}"),
        Lang::En => format!("−{percent} off {label}, {each}{at_most}"),
    }
}
