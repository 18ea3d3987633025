//! Tests of the estimate as the page shows it, in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::app::Draft;
use casd_simulator::app::draft::YES;
use casd_simulator::i18n::{Lang, amount, formula, list_dates, not_included, notice, period, provenance};
use casd_simulator::i18n::{unpriced_quantity, vat};
use casd_simulator::price_lists::price_book;
use common::{day, id};
use tariff::{Offer, PriceList};

const TODAY: &str = "2026-11-21";

/// A line: its label, its formula or quantity, its amount.
type Row = (&'static str, &'static str, &'static str);

struct Case {
    what: &'static str,
    offer: Offer,
    /// What is typed into the form that the offer starts with.
    typed: fn(&mut Draft),
    total: [&'static str; 2],
    /// All lines, what is on request last; not looked at where there are none.
    rows: [&'static [Row]; 2],
    /// Among what is said beside them.
    said: &'static [[&'static str; 2]],
    /// What is said in other cases, and not here.
    unsaid: &'static [&'static str],
}

/// A case with nothing in it, to begin from.
const PLAIN: Case = Case {
    what: "",
    offer: Offer::Standard,
    typed: |_| (),
    total: ["3 276,00 €", "€3,276.00"],
    rows: [&[], &[]],
    said: &[],
    unsaid: &[],
};

const BOX: Row =
    ("Location et maintenance de SD-Box (point d’accès)", "12 mois × 1 SD-Box × 35,00 €", "420,00 €");
const BOX_EN: Row =
    ("Rental and maintenance of SD-Boxes (access points)", "12 months × 1 SD-Box × €35.00", "€420.00");
const SUBSCRIPTION: Row =
    ("Abonnement, dont 1 accès utilisateur et la Configuration 1", "12 mois × 238,00 €", "2 856,00 €");
const SUBSCRIPTION_EN: Row =
    ("Subscription, including 1 user access and Configuration 1", "12 months × €238.00", "€2,856.00");
const NO_EXPORTS: [&str; 2] = [
    "Exports automatiques : non compris ; ajouterait 300,00 €.",
    "Automatic exports: not included; would add €300.00.",
];
const TO_CONFIRM: &str = "Réduction accès doctorant/post-doctorant : non calculée.";
const ON_PROOF: [&str; 2] = [
    "Réduction accès doctorant/post-doctorant : Sur présentation d’un justificatif de doctorat ou de post-doctorat ; elle porte sur le dernier accès utilisateur.",
    "Student access reduction (PhD student or postdoc): On proof of PhD student or postdoc status; it applies to the last user access.",
];
const OTHER_TERM: [&str; 2] = [
    "Une SD-Box est louée pour une autre durée que celle du projet.",
    "An SD-Box is rented for another time than the project lasts.",
];
const NO_REDUCTION: [&str; 2] = [
    "Aucune réduction doctorant/post-doctorant n’est documentée pour ce type d’accès : aucune n’est calculée.",
    "No student reduction is documented for this kind of access: none is computed.",
];

const CASES: &[Case] = &[
    Case {
        what: "the starting point",
        rows: [&[BOX, SUBSCRIPTION], &[BOX_EN, SUBSCRIPTION_EN]],
        said: &[
            NO_EXPORTS,
            ["du 1er décembre 2026 au 30 novembre 2027", "from 1 December 2026 to 30 November 2027"],
            ["TVA : non précisée", "VAT: not stated"],
            [
                "Rien n’indique si ces prix s’entendent hors taxes ou toutes taxes comprises.",
                "Nothing says whether these prices include VAT.",
            ],
            [
                "Prix entrés en vigueur le 1er août 2020 : ils ont 6 ans et 3 mois.",
                "Prices that came into force on 1 August 2020: they are 6 years and 3 months old.",
            ],
            [
                "Publié : Site du CASD, page « Cohortes CONSTANCES et GAZEL », exemple au 1er août 2020",
                "Published: CASD’s website, page “CONSTANCES and GAZEL cohorts”, example of 1 August 2020",
            ],
            [
                "Un projet commence avec 20 crédits de sortie, utilisables pendant trois ans ; un crédit vaut 30 minutes de vérification.",
                "A project starts with 20 output credits, usable for three years; one credit is 30 minutes of checking.",
            ],
        ],
        unsaid: &[TO_CONFIRM, ON_PROOF[0], OTHER_TERM[0], NO_REDUCTION[0]],
        ..PLAIN
    },
    Case {
        what: "five users for eighteen months",
        typed: |draft| {
            draft.set_months("18".into());
            draft.users = "5".into();
        },
        total: ["7 578,00 €", "€7,578.00"],
        rows: [
            &[
                (BOX.0, "18 mois × 1 SD-Box × 35,00 €", "630,00 €"),
                (SUBSCRIPTION.0, "18 mois × 238,00 €", "4 284,00 €"),
                (
                    "Accès utilisateur au-delà du premier",
                    "18 mois × 4 utilisateurs supplémentaires × 37,00 €",
                    "2 664,00 €",
                ),
            ],
            &[
                (BOX_EN.0, "18 months × 1 SD-Box × €35.00", "€630.00"),
                (SUBSCRIPTION_EN.0, "18 months × €238.00", "€4,284.00"),
                ("User access beyond the first", "18 months × 4 additional users × €37.00", "€2,664.00"),
            ],
        ],
        said: &[
            ["1 515,60 €", "€1,515.60"],
            ["du 1er décembre 2026 au 31 mai 2028", "from 1 December 2026 to 31 May 2028"],
        ],
        unsaid: &[OTHER_TERM[0]],
        ..PLAIN
    },
    Case {
        what: "two students among three users: the last access is halved, on proof",
        typed: |draft| (draft.users, draft.students) = ("3".into(), "2".into()),
        total: ["3 942,00 €", "€3,942.00"],
        rows: [
            &[
                BOX,
                SUBSCRIPTION,
                (
                    "Accès utilisateur au-delà du premier",
                    "12 mois × 2 utilisateurs supplémentaires × 37,00 €",
                    "888,00 €",
                ),
                (
                    "Réduction accès doctorant/post-doctorant",
                    "−50 % × 12 mois × 1 utilisateur supplémentaire × 37,00 €",
                    "−222,00 €",
                ),
            ],
            &[
                BOX_EN,
                SUBSCRIPTION_EN,
                ("User access beyond the first", "12 months × 2 additional users × €37.00", "€888.00"),
                (
                    "Student access reduction (PhD student or postdoc)",
                    "−50% × 12 months × 1 additional user × €37.00",
                    "−€222.00",
                ),
            ],
        ],
        said: &[ON_PROOF],
        unsaid: &[TO_CONFIRM],
        ..PLAIN
    },
    Case {
        what: "a team of one student: CASD has to confirm the reduction",
        typed: |draft| draft.students = "1".into(),
        rows: [&[BOX, SUBSCRIPTION], &[BOX_EN, SUBSCRIPTION_EN]],
        said: &[[
            "Réduction accès doctorant/post-doctorant : non calculée. Le dernier accès est celui que comprend l’abonnement, et son prix n’est pas publié : le CASD doit confirmer.",
            "Student access reduction (PhD student or postdoc): not computed. The last access is the one included in the subscription, whose price is not published: CASD has to confirm.",
        ]],
        unsaid: &[ON_PROOF[0]],
        ..PLAIN
    },
    Case {
        what: "an SD-Box for two of the twelve months",
        typed: |draft| draft.set_box_months(0, "2".into()),
        total: ["2 926,00 €", "€2,926.00"],
        said: &[OTHER_TERM],
        ..PLAIN
    },
    Case {
        what: "three SD-Boxes are one line",
        typed: |draft| (0..2).for_each(|_| draft.add_box()),
        total: ["4 116,00 €", "€4,116.00"],
        rows: [
            &[(BOX.0, "12 mois × 3 SD-Box × 35,00 €", "1 260,00 €"), SUBSCRIPTION],
            &[(BOX_EN.0, "12 months × 3 SD-Boxes × €35.00", "€1,260.00"), SUBSCRIPTION_EN],
        ],
        ..PLAIN
    },
    Case {
        what: "no SD-Box at all",
        typed: |draft| draft.boxes.clear(),
        total: ["2 856,00 €", "€2,856.00"],
        rows: [&[SUBSCRIPTION], &[SUBSCRIPTION_EN]],
        said: &[[
            "Aucune SD-Box n’est comprise : l’équipe doit pouvoir en utiliser une qu’elle partage.",
            "No SD-Box is included: the team must be able to use one that it shares.",
        ]],
        ..PLAIN
    },
    Case {
        what: "automatic exports, chosen",
        typed: |draft| draft.set_option(&id("automatic-exports"), YES.into()),
        total: ["3 576,00 €", "€3,576.00"],
        rows: [
            &[BOX, SUBSCRIPTION, ("Exports automatiques", "12 mois × 25,00 €", "300,00 €")],
            &[BOX_EN, SUBSCRIPTION_EN, ("Automatic exports", "12 months × €25.00", "€300.00")],
        ],
        unsaid: &[NO_EXPORTS[0]],
        ..PLAIN
    },
    Case {
        what: "cohorts without the referent that they start with",
        offer: Offer::Cohorts,
        typed: |draft| draft.set_option(&id("health-referent"), String::new()),
        rows: [&[BOX, SUBSCRIPTION], &[BOX_EN, SUBSCRIPTION_EN]],
        said: &[
            NO_EXPORTS,
            [
                "Référent sécurité des données de santé : non compris ; ajouterait 360,00 €.",
                "Health Data Security Referent: not included; would add €360.00.",
            ],
        ],
        ..PLAIN
    },
    Case {
        what: "what has no public price is on request, and never zero",
        typed: |draft| {
            for (name, held) in
                [("larger-configuration", YES), ("extra-software", YES), ("output-credits", "3")]
            {
                draft.set_option(&id(name), held.into());
            }
        },
        rows: [
            &[
                BOX,
                SUBSCRIPTION,
                ("Configuration plus puissante", "", "sur demande"),
                ("Logiciels hors de la base installée", "", "sur demande"),
                ("Crédits de sortie supplémentaires", "3 lots", "sur demande"),
            ],
            &[
                BOX_EN,
                SUBSCRIPTION_EN,
                ("A larger configuration", "", "on request"),
                ("Software outside the installed base", "", "on request"),
                ("Additional output credits", "3 packs", "on request"),
            ],
        ],
        ..PLAIN
    },
    Case {
        what: "a renewal may be shorter than a new project",
        typed: |draft| {
            draft.renewal = true;
            draft.set_months("6".into());
        },
        total: ["1 638,00 €", "€1,638.00"],
        said: &[[
            "Durée inférieure aux 12 mois d’un nouveau projet : admise parce qu’il s’agit d’un renouvellement, que le CASD doit confirmer.",
            "Shorter than the 12 months of a new project: allowed because it is a renewal, which CASD has to confirm.",
        ]],
        ..PLAIN
    },
    Case {
        what: "PMSI has its own prices, no minimum term and no student reduction; the referent is on request",
        offer: Offer::Pmsi,
        typed: |draft| {
            draft.set_months("6".into());
            (draft.users, draft.students) = ("4".into(), "1".into());
            draft.set_option(&id("health-referent"), YES.into());
        },
        total: ["2 454,00 €", "€2,454.00"],
        rows: [
            &[
                (BOX.0, "6 mois × 1 SD-Box × 35,00 €", "210,00 €"),
                (
                    "Abonnement utilisateur : séance d’enrôlement, carte d’accès, comptes, support de premier niveau",
                    "6 mois × 4 utilisateurs × 29,00 €",
                    "696,00 €",
                ),
                (
                    "Espace projet dédié, VM1 : système, serveur, logiciels de la base, maintenance",
                    "6 mois × 258,00 €",
                    "1 548,00 €",
                ),
                ("Référent sécurité des données de santé", "4 utilisateurs", "sur demande"),
            ],
            &[
                (BOX_EN.0, "6 months × 1 SD-Box × €35.00", "€210.00"),
                (
                    "User subscription: enrolment session, access card, accounts, first-level support",
                    "6 months × 4 users × €29.00",
                    "€696.00",
                ),
                (
                    "Dedicated project space, VM1: system, server, base software, maintenance",
                    "6 months × €258.00",
                    "€1,548.00",
                ),
                ("Health Data Security Referent", "4 users", "on request"),
            ],
        ],
        said: &[
            NO_REDUCTION,
            [
                "La facture du CASD est distincte du droit d’utilisation des données, que l’ATIH accorde et facture.",
                "CASD’s invoice is separate from the right to use the data, which ATIH grants and charges.",
            ],
            [
                "Grille non datée : le CASD n’a pas publié depuis quand elle s’applique.",
                "Undated list: CASD has not published since when it applies.",
            ],
        ],
        ..PLAIN
    },
    Case {
        what: "another start moves the period, not the price",
        typed: |draft| draft.start = "2027-02-28".into(),
        said: &[["du 28 février 2027 au 27 février 2028", "from 28 February 2027 to 27 February 2028"]],
        ..PLAIN
    },
];

/// No-break spaces as plain ones: `tests/texts.rs` looks at the spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

struct Sheet {
    total: String,
    rows: Vec<(String, String, String)>,
    said: Vec<String>,
}

/// What the sheet writes of a form.
fn sheet(lang: Lang, draft: &Draft, list: &PriceList) -> Sheet {
    let (project, quote) = draft.quote(list).unwrap();
    let money = |money| plain(&amount(lang, list.currency, money));
    let priced = quote.lines.iter().map(|line| {
        (plain(lang.of(line.item.label())), plain(&formula(lang, list, line)), money(line.amount))
    });
    let on_request = quote.on_request.iter().map(|one| {
        let quantity = plain(&unpriced_quantity(lang, list, one));
        (plain(lang.of(&one.charge.label)), quantity, lang.page().on_request.to_string())
    });
    let mut said = vec![money(quote.total_per_user), period(lang, &quote), vat(lang, &quote)];
    said.push(list_dates(lang, list, day(TODAY)));
    said.extend(quote.notices.iter().map(|one| notice(lang, one)));
    said.extend(list.remarks_on(project.offer).map(|remark| lang.of(remark).to_string()));
    said.extend(quote.not_included.iter().map(|one| not_included(lang, &quote, one)));
    let sources = quote.lines.iter().filter_map(|line| line.item.provenance());
    said.extend(sources.map(|source| provenance(lang, list, source)));
    Sheet {
        total: money(quote.total),
        rows: priced.chain(on_request).collect(),
        said: said.iter().map(|one| plain(one)).collect(),
    }
}

#[test]
fn each_entry_gives_its_lines_and_what_is_to_know_of_them() {
    for Case { what, offer, typed, total, rows, said, unsaid } in CASES {
        let mut draft = Draft::starting_point(*offer, day(TODAY));
        typed(&mut draft);
        let list = price_book().in_force(*offer, day(TODAY)).unwrap();
        for (at, lang) in Lang::ALL.into_iter().enumerate() {
            let sheet = sheet(lang, &draft, list);
            assert_eq!(sheet.total, total[at], "{what}");
            let expected: Vec<_> =
                rows[at].iter().map(|(a, b, c)| (a.to_string(), b.to_string(), c.to_string())).collect();
            if !expected.is_empty() {
                assert_eq!(sheet.rows, expected, "{what}");
            }
            for one in *said {
                assert!(
                    sheet.said.contains(&one[at].to_string()),
                    "{what}: {} in {:#?}",
                    one[at],
                    sheet.said
                );
            }
            for one in *unsaid {
                let is_said = sheet.said.iter().any(|sentence| sentence.starts_with(one));
                assert!(!is_said, "{what}: {one}");
            }
        }
    }
}

#[test]
fn no_list_is_in_force_before_the_first_one() {
    for (offer, is_there) in [(Offer::Standard, false), (Offer::Cohorts, false), (Offer::Private, false)] {
        assert_eq!(price_book().in_force(offer, day("2015-03-10")).is_some(), is_there, "{offer:?}");
    }
}
