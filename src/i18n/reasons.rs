//! Sentences that explain a quote: formulas, notices, price sources, periods.

use chrono::NaiveDate;

use super::{Lang, age, amount, day, percent};
use tariff::number::Number;
use tariff::{
    Choice, Configuration, Counted, Counts, Every, Item, Line, NotIncluded, Notice, Offer, Payer, PriceList,
    Provenance, Quote, Unpriced, VatStatus,
};

/// Name of an offer.
pub fn offer_name(lang: Lang, offer: Offer) -> &'static str {
    match offer {
        Offer::Standard => lang.pick("Projet standard", "Standard project"),
        Offer::Cohorts => lang.pick("Cohortes CONSTANCES et GAZEL", "CONSTANCES and GAZEL cohorts"),
        Offer::Pmsi => lang.pick("PMSI (séjours hospitaliers)", "PMSI (hospital stays)"),
        Offer::Private => lang.pick("Projet privé", "Private project"),
    }
}

/// Short description of an offer.
pub fn offer_help(lang: Lang, offer: Offer) -> &'static str {
    match offer {
        Offer::Standard => lang.pick(
            "Recherche sur des données fiscales, d’emploi, d’entreprises…",
            "Research on tax, employment, company data and more",
        ),
        Offer::Cohorts => lang.pick(
            "Projet validé par l’unité des cohortes (UMS 11)",
            "A project validated by the cohorts unit (UMS 11)",
        ),
        Offer::Pmsi => lang.pick(
            "Bases PMSI de l’ATIH, sans durée minimale publiée",
            "ATIH’s PMSI databases, no published minimum term",
        ),
        Offer::Private => lang
            .pick("Services sur mesure\u{a0}: pas de prix public", "Customised services: no public prices"),
    }
}

/// « 2 cœurs, 8 Go de mémoire, 200 Go de disque ».
pub fn configuration(lang: Lang, configuration: &Configuration) -> String {
    let Configuration { vcpu, memory_gb, disk_gb, gpu, .. } = configuration;
    let gpus = match (gpu, lang) {
        (0, _) => String::new(),
        (gpu, Lang::Fr) => format!(", {gpu}\u{a0}GPU"),
        (gpu, Lang::En) => format!(", {gpu}\u{a0}{}", lang.plural(*gpu, "GPU", "GPUs")),
    };
    match lang {
        Lang::Fr => {
            format!("{vcpu}\u{a0}vCPU, {memory_gb}\u{a0}Go de mémoire, {disk_gb}\u{a0}Go de disque{gpus}")
        }
        Lang::En => format!(
            "{vcpu}\u{a0}{}, {memory_gb}\u{a0}GB of memory, {disk_gb}\u{a0}GB of disk{gpus}",
            lang.plural(*vcpu, "vCPU", "vCPUs")
        ),
    }
}

/// The words of a line's formula: "12 months × 2 users × €30.00".
pub fn formula(lang: Lang, list: &PriceList, line: &Line<'_>) -> String {
    let mut factors = Vec::with_capacity(4);
    if let Item::Reduction(reduction, _) = line.item {
        factors.push(format!("\u{2212}{}", percent(lang, reduction.percent)));
    }
    let count = line.periods.count;
    match line.periods.every {
        Every::Once => {}
        Every::Month => factors.push(months(lang, count)),
        Every::TermOfMonths(term) => factors.push(format!(
            "{count}\u{a0}{} {}",
            lang.pick(
                lang.plural(count, "période de", "périodes de"),
                lang.plural(count, "term of", "terms of")
            ),
            months(lang, term)
        )),
    }
    let unit = unit(lang, list, &line.item.charge().counts, line.quantity);
    match line.shares().collect::<Vec<_>>().as_slice() {
        [share] => {
            factors.extend(unit.map(|unit| format!("{}\u{a0}{unit}", line.quantity)));
            factors.push(amount(lang, list.currency, share.unit_price));
        }
        shares => {
            let shares: Vec<String> = shares
                .iter()
                .map(|share| {
                    format!(
                        "{}\u{a0}×\u{a0}{}",
                        share.quantity,
                        amount(lang, list.currency, share.unit_price)
                    )
                })
                .collect();
            let unit =
                unit.map(|unit| format!("{}\u{a0}{unit}{} ", line.quantity, lang.pick("\u{a0}:", ":")));
            factors.push(format!("({}{})", unit.unwrap_or_default(), shares.join(" + ")));
        }
    }
    factors.join(" × ")
}

/// « 12 mois ».
pub(super) fn months(lang: Lang, count: u32) -> String {
    format!("{count}\u{a0}{}", lang.pick("mois", lang.plural(count, "month", "months")))
}

/// The counted unit of a charge, after a number; `None` if it counts the project itself.
fn unit(lang: Lang, list: &PriceList, counts: &Counts, count: u32) -> Option<String> {
    let unit = match counts {
        Counts::Project => return None,
        Counts::Users | Counts::OtherUsers => {
            lang.pick(lang.plural(count, "utilisateur", "utilisateurs"), lang.plural(count, "user", "users"))
        }
        Counts::UsersBeyond(_) => lang.pick(
            lang.plural(count, "utilisateur supplémentaire", "utilisateurs supplémentaires"),
            lang.plural(count, "additional user", "additional users"),
        ),
        Counts::StudentAccesses => lang.pick(
            lang.plural(count, "accès doctorant/post-doctorant", "accès doctorant/post-doctorant"),
            lang.plural(count, "student access", "student accesses"),
        ),
        Counts::SdBoxes => lang.pick("SD-Box", lang.plural(count, "SD-Box", "SD-Boxes")),
        Counts::Option(id) => match &list.options.iter().find(|option| option.id == *id)?.choice {
            Choice::Counted(counted) if counted.step > 1 => {
                let block = lang.pick(
                    lang.plural(count, "tranche de", "tranches de"),
                    lang.plural(count, "block of", "blocks of"),
                );
                return Some(format!("{block} {}\u{a0}{}", counted.step, lang.of(&counted.unit)));
            }
            Choice::Counted(counted) => counted_unit(lang, counted, count),
            Choice::YesNo | Choice::OneOf(_) => return None,
        },
    };
    Some(unit.into())
}

/// The unit of an option, singular or plural: « lot », « lots ».
pub(super) fn counted_unit(lang: Lang, counted: &Counted, count: u32) -> &str {
    let of_one = counted.unit_of_one.as_ref().unwrap_or(&counted.unit);
    lang.of(lang.plural(count, of_one, &counted.unit))
}

/// The quantity of an item on request: « 3 lots »; empty if the project itself is counted.
pub fn unpriced_quantity(lang: Lang, list: &PriceList, unpriced: &Unpriced<'_>) -> String {
    match unit(lang, list, &unpriced.charge.counts, unpriced.quantity) {
        Some(unit) => format!("{}\u{a0}{unit}", unpriced.quantity),
        None => String::new(),
    }
}

/// « Total : 2 723,00 € », and whether it leaves something out.
pub fn total(lang: Lang, quote: &Quote<'_>) -> String {
    let page = lang.page();
    let total = amount(lang, quote.list.currency, quote.total);
    let excluding = if quote.on_request.is_empty() { "" } else { page.excluding_on_request };
    format!("{}{} {total} {excluding}", page.total, lang.pick("\u{a0}:", ":"))
}

/// « SD-Box 2 : durée de location, en mois ».
pub fn numbered_box(lang: Lang, index: usize, words: &str) -> String {
    format!("SD-Box\u{a0}{}{} {words}", index + 1, lang.pick("\u{a0}:", ":"))
}

/// The payer of a line.
pub fn payer(lang: Lang, payer: Payer) -> &'static str {
    match payer {
        Payer::ProjectFunder => lang.pick("À la charge du financeur du projet", "Paid by the project funder"),
        Payer::AccessPointFunder => {
            lang.pick("À la charge du financeur du point d’accès", "Paid by the access-point funder")
        }
    }
}

/// « À la charge du financeur du projet : Université X (A) ».
pub fn of_whom(lang: Lang, paid_by: &str, institution: &str) -> String {
    format!("{paid_by}{} {institution}", lang.pick("\u{a0}:", ":"))
}

/// The source of a price.
pub fn provenance(lang: Lang, list: &PriceList, provenance: &Provenance) -> String {
    match provenance {
        Provenance::Published(source) => {
            let title = list.source(source).map_or(source.as_str(), |source| lang.of(&source.title));
            format!("{}{title}", lang.pick("Publié\u{a0}: ", "Published: "))
        }
        Provenance::Derived(reason) => {
            format!("{}{}", lang.pick("Reconstitué\u{a0}: ", "Derived: "), lang.of(reason))
        }
    }
}

/// The first and last day of a project.
pub fn period(lang: Lang, quote: &Quote<'_>) -> String {
    let (start, end) = (day(lang, quote.start), day(lang, quote.end));
    match lang {
        Lang::Fr => format!("du {start} au {end}"),
        Lang::En => format!("from {start} to {end}"),
    }
}

/// When a list began to apply, and how old its prices are. Whether another has begun since depends on the
/// project: the person who opens a number reads it beside it.
pub fn list_dates(lang: Lang, list: &PriceList, today: NaiveDate) -> String {
    let Some(from) = list.in_force.from else {
        return lang
            .pick(
                "Grille non datée\u{a0}: le CASD n’a pas publié depuis quand elle s’applique.",
                "Undated list: CASD has not published since when it applies.",
            )
            .into();
    };
    let (since, age) = (day(lang, from), age(lang, from, today));
    match (lang, list.archived) {
        (Lang::Fr, false) if from > today => format!("Prix qui entrent en vigueur le {since}."),
        (Lang::En, false) if from > today => format!("Prices that come into force on {since}."),
        (Lang::Fr, false) => format!("Prix entrés en vigueur le {since}\u{a0}: ils ont {age}."),
        (Lang::En, false) => format!("Prices that came into force on {since}: they are {age} old."),
        (Lang::Fr, true) => format!(
            "Prix du {since}, archivés\u{a0}: ils ont {age} et ne servent plus aux nouvelles simulations."
        ),
        (Lang::En, true) => {
            format!("Prices of {since}, archived: they are {age} old and no longer used for new simulations.")
        }
    }
}

/// Message if the prices are those of another day than today, because the page was asked to.
pub fn priced_on(lang: Lang, on: NaiveDate) -> String {
    let on = day(lang, on);
    match lang {
        Lang::Fr => format!("C’est la grille en vigueur au {on}, la date demandée à cette page."),
        Lang::En => format!("It is the list in force on {on}, the date that this page was asked for."),
    }
}

/// Note over a simulation that was reopened from its number.
pub fn reopened(lang: Lang, number: &Number, issued: NaiveDate, list: &PriceList) -> String {
    let (issued, title) = (day(lang, issued), lang.of(&list.title));
    match lang {
        Lang::Fr => format!(
            "Simulation {number} du {issued}, rouverte avec sa grille\u{a0}: «\u{202f}{title}\u{202f}»."
        ),
        Lang::En => format!("Simulation {number} of {issued}, reopened with its price list: “{title}”."),
    }
}

/// An option that was not chosen, and what it would add.
pub fn not_included(lang: Lang, quote: &Quote<'_>, left_out: &NotIncluded<'_>) -> String {
    let label = lang.of(&left_out.option.label);
    let would_add = amount(lang, quote.list.currency, left_out.would_add);
    match lang {
        Lang::Fr => format!("{label}\u{a0}: non compris\u{a0}; ajouterait {would_add}."),
        Lang::En => format!("{label}: not included; would add {would_add}."),
    }
}

/// The sentence of a notice.
pub fn notice(lang: Lang, notice: &Notice<'_>) -> String {
    match notice {
        Notice::ShortRenewal { minimum } => match lang {
            Lang::Fr => format!(
                "Durée inférieure aux {minimum}\u{a0}mois d’un nouveau projet\u{a0}: admise parce qu’il s’agit d’un renouvellement, que le CASD doit confirmer."
            ),
            Lang::En => format!(
                "Shorter than the {minimum}\u{a0}months of a new project: allowed because it is a renewal, which CASD has to confirm."
            ),
        },
        Notice::ReductionCondition(reduction) => {
            let (label, condition) = (lang.of(&reduction.label), lang.of(&reduction.condition));
            format!("{label}{}{condition}", lang.pick("\u{a0}: ", ": "))
        }
        Notice::ReductionToConfirm(reduction) => {
            let label = lang.of(&reduction.label);
            match lang {
                Lang::Fr => format!(
                    "{label}\u{a0}: non calculée. Le dernier accès est celui que comprend l’abonnement, et son prix n’est pas publié\u{a0}: le CASD doit confirmer."
                ),
                Lang::En => format!(
                    "{label}: not computed. The last access is the one included in the subscription, whose price is not published: CASD has to confirm."
                ),
            }
        }
        Notice::NoStudentReduction => lang
            .pick(
                "Aucune réduction doctorant/post-doctorant n’est documentée pour ce type d’accès\u{a0}: aucune n’est calculée.",
                "No student reduction is documented for this kind of access: none is computed.",
            )
            .into(),
        Notice::NoAccessPoint => lang
            .pick(
                "Aucune SD-Box n’est comprise\u{a0}: l’équipe doit pouvoir en utiliser une qu’elle partage.",
                "No SD-Box is included: the team must be able to use one that it shares.",
            )
            .into(),
        Notice::AccessPointTermDiffers => lang
            .pick(
                "Une SD-Box est louée pour une autre durée que celle du projet.",
                "An SD-Box is rented for another time than the project lasts.",
            )
            .into(),
        Notice::Derived(reason) => lang.of(reason).into(),
        Notice::VatNotStated => lang
            .pick(
                "Rien n’indique si ces prix s’entendent hors taxes ou toutes taxes comprises.",
                "Nothing says whether these prices include VAT.",
            )
            .into(),
    }
}

/// The VAT status of a total, and its amounts where the list states a rate.
pub fn vat(lang: Lang, quote: &Quote<'_>) -> String {
    let Some(vat) = quote.vat else {
        return lang.pick("TVA\u{a0}: non précisée", "VAT: not stated").into();
    };
    let money = |money| amount(lang, quote.list.currency, money);
    match (lang, vat.total_is) {
        (Lang::Fr, VatStatus::Excluded) => {
            format!("Total HT. TVA\u{a0}: {}. Total TTC\u{a0}: {}.", money(vat.tax), money(vat.including))
        }
        (Lang::Fr, VatStatus::Included) => {
            format!(
                "Total TTC, dont TVA\u{a0}: {}. Total HT\u{a0}: {}.",
                money(vat.tax),
                money(vat.excluding)
            )
        }
        (Lang::En, VatStatus::Excluded) => {
            format!("Total excl. VAT. VAT: {}. Total incl. VAT: {}.", money(vat.tax), money(vat.including))
        }
        (Lang::En, VatStatus::Included) => {
            format!(
                "Total incl. VAT, of which VAT: {}. Total excl. VAT: {}.",
                money(vat.tax),
                money(vat.excluding)
            )
        }
    }
}
