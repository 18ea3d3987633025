//! Tests of the procedure: the contract file, the steps to the data, and their sentences.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use casd_simulator::i18n::{
    Lang, feed, numbered_boxes, paper_count, paper_kind, paper_name, paper_purpose, role_explained,
    role_name, signed_by, step_sentences, step_title,
};
use casd_simulator::procedure::{
    ContractFile, Feed, OrderForm, PaidFor, Paper, PaperKind, ProcedureStep, Role, Signing, Step,
    contract_file, steps_to_data,
};
use common::{any_list_and_project, cents, example, fixture, id, list};
use proptest::prelude::*;
use tariff::{AccessPoint, Currency, Institution, Money, Offer, PriceList, Project, Quote, quote};

fn institution(label: &str) -> Institution {
    Institution::from_label(label).unwrap()
}

/// The published CONSTANCES/GAZEL example, with further SD-Boxes for 12 months, each `"funder host"`.
fn constances_with(boxes: &[&str]) -> Project {
    let mut project = example("casd-2020");
    project.access_points.extend(boxes.iter().map(|parties| {
        let (funder, host) = parties.split_once(' ').unwrap();
        AccessPoint { months: 12, funder: institution(funder), host: institution(host) }
    }));
    project
}

fn quoted(project: &Project) -> Quote<'static> {
    quote(list("casd-2020"), project).unwrap()
}

fn file_of(project: &Project) -> ContractFile {
    contract_file(project, &quoted(project))
}

/// The file in a line for each entry: how many, what, who, which boxes.
fn plainly(file: &ContractFile) -> Vec<String> {
    let boxes = |boxes: &casd_simulator::procedure::Boxes| format!("{:?}", boxes.numbers());
    let letters = |all: &[Institution]| all.iter().map(Institution::to_string).collect::<Vec<_>>().join("");
    let said = |paper: &Paper| match paper {
        Paper::MasterContract { institutions } => format!("contract {}", letters(institutions)),
        Paper::PurchaseOrder { funder, pays_for, subtotal, .. } => match pays_for {
            PaidFor::Services(None) => format!("order {funder} services {subtotal}"),
            PaidFor::Services(Some(paid)) => format!("order {funder} services {} {subtotal}", boxes(paid)),
            PaidFor::Boxes(paid) => format!("order {funder} {} {subtotal}", boxes(paid)),
        },
        Paper::HostingVouchers { host, boxes: hosted } => format!("vouchers {host} {}", boxes(hosted)),
        Paper::TechnicalForms { host, boxes: hosted } => format!("forms {host} {}", boxes(hosted)),
        Paper::UserConditions { users } => format!("conditions of {users}"),
    };
    file.papers.iter().map(said).collect()
}

fn counts(file: &ContractFile) -> [u32; 5] {
    PaperKind::ALL.map(|kind| file.count(kind))
}

fn subtotals(file: &ContractFile) -> i128 {
    let subtotal = |paper: &Paper| match paper {
        Paper::PurchaseOrder { subtotal, .. } => cents(subtotal),
        _ => 0,
    };
    file.papers.iter().map(subtotal).sum()
}

// The contract file

#[test]
fn the_published_example_with_a_second_box_of_another_institution_has_two_of_each() {
    let project = constances_with(&["B B"]);
    let (quote, file) = (quoted(&project), file_of(&project));
    assert_eq!(counts(&file), [1, 2, 2, 2, 2]);
    assert_eq!(
        plainly(&file),
        [
            "contract AB",
            "order A services [1] 4740.00",
            "order B [2] 420.00",
            "vouchers A [1]",
            "vouchers B [2]",
            "forms A [1]",
            "forms B [2]",
            "conditions of 2",
        ]
    );
    assert_eq!(subtotals(&file), cents(quote.total));
    assert_eq!(quote.total.to_string(), "5160.00");
}

#[test]
fn who_pays_and_who_hosts_may_differ_for_each_box() {
    for (boxes, expected) in [
        (
            &["A C"][..],
            &[
                "contract AC",
                "order A services [1, 2] 5160.00",
                "vouchers A [1]",
                "vouchers C [2]",
                "forms A [1]",
                "forms C [2]",
                "conditions of 2",
            ][..],
        ),
        (
            &["B A"],
            &[
                "contract AB",
                "order A services [1] 4740.00",
                "order B [2] 420.00",
                "vouchers A [1, 2]",
                "forms A [1, 2]",
                "conditions of 2",
            ],
        ),
        (
            &["B C", "B C", "C B"],
            &[
                "contract ABC",
                "order A services [1] 4740.00",
                "order B [2, 3] 840.00",
                "order C [4] 420.00",
                "vouchers A [1]",
                "vouchers B [4]",
                "vouchers C [2, 3]",
                "forms A [1]",
                "forms B [4]",
                "forms C [2, 3]",
                "conditions of 2",
            ],
        ),
        // The letters may have gaps: a simulation names whom it names.
        (
            &["D Z"],
            &[
                "contract ADZ",
                "order A services [1] 4740.00",
                "order D [2] 420.00",
                "vouchers A [1]",
                "vouchers Z [2]",
                "forms A [1]",
                "forms Z [2]",
                "conditions of 2",
            ],
        ),
    ] {
        assert_eq!(plainly(&file_of(&constances_with(boxes))), expected, "{boxes:?}");
    }
}

#[test]
fn a_project_without_boxes_needs_neither_voucher_nor_form() {
    let mut project = example("casd-2020");
    project.access_points.clear();
    let file = file_of(&project);
    assert_eq!(plainly(&file), ["contract A", "order A services 4320.00", "conditions of 2"]);
    assert_eq!(counts(&file), [1, 1, 0, 0, 2]);
}

#[test]
fn a_hundred_boxes_and_a_thousand_users_stay_a_short_file() {
    let mut project = constances_with(&["B C"; 99]);
    project.users = 1_000;
    let file = file_of(&project);
    assert_eq!(file.papers.len(), 8);
    assert_eq!(counts(&file), [1, 2, 100, 100, 1_000]);
    let Paper::PurchaseOrder { pays_for: PaidFor::Boxes(boxes), .. } = &file.papers[2] else {
        panic!("{:?}", file.papers[2])
    };
    assert_eq!(numbered_boxes(Lang::En, boxes), "SD-Boxes\u{a0}2 to 100");
    assert_eq!(numbered_boxes(Lang::Fr, boxes), "SD-Box\u{a0}2 à 100");
}

#[test]
fn each_way_to_access_has_its_own_order_form_and_signatory() {
    let form_of = |project: &Project, list: &PriceList| {
        let file = contract_file(project, &quote(list, project).unwrap());
        let Paper::PurchaseOrder { form, .. } = file.papers[1] else { panic!("{:?}", file.papers[1]) };
        let who = match file.papers[1].signing() {
            Signing::ExpenseOfficer(who) => format!("expense officer of {who}"),
            Signing::LegalRepresentative(who) => format!("legal representative of {who}"),
            other => format!("{other:?}"),
        };
        (form, who)
    };
    let mut standard = example("casd-2020");
    standard.offer = Offer::Standard;
    standard.options.clear();
    assert_eq!(
        form_of(&standard, list("casd-2020")),
        (OrderForm::PurchaseOrder, "expense officer of A".into())
    );
    assert_eq!(
        form_of(&example("pmsi"), list("pmsi")),
        (OrderForm::FinalQuotation, "expense officer of A".into())
    );
    // CASD's page on the cohorts has contract, vouchers and quotation signed by legal representatives.
    let cohorts = (OrderForm::SubscriptionQuotation, "legal representative of A".into());
    assert_eq!(form_of(&example("casd-2020"), list("casd-2020")), cohorts);
}

#[test]
fn every_paper_has_its_signatory() {
    let file = file_of(&constances_with(&["B C"]));
    let (a, b, c) = (institution("A"), institution("B"), institution("C"));
    let found: Vec<Signing<'_>> = file.papers.iter().map(Paper::signing).collect();
    assert_eq!(
        found,
        [
            Signing::LegalRepresentatives(&[a, b, c]),
            Signing::LegalRepresentative(a),
            Signing::LegalRepresentative(b),
            Signing::LegalRepresentative(a),
            Signing::LegalRepresentative(c),
            Signing::CompletedOnline(a),
            Signing::CompletedOnline(c),
            Signing::EachUser,
        ]
    );
}

#[test]
fn an_order_says_that_casd_has_to_price_something_of_it() {
    let on_request = |project: &Project| {
        let flag = |paper: &Paper| match paper {
            Paper::PurchaseOrder { on_request, .. } => Some(*on_request),
            _ => None,
        };
        file_of(project).papers.iter().filter_map(flag).collect::<Vec<_>>()
    };
    let mut project = constances_with(&["B B"]);
    assert_eq!(on_request(&project), [false, false]);
    project.options.insert(id("extra-software"), tariff::Chosen::Yes);
    assert_eq!(on_request(&project), [true, false]);
}

#[test]
fn a_box_whose_funder_is_charged_nothing_is_the_project_funders() {
    // A list in which the project's funder pays for every box.
    let text = include_str!("../public/price-lists/casd-2020.json")
        .replace(r#""payer": "access_point_funder","#, "");
    let list = PriceList::from_json(&text).unwrap();
    let project = constances_with(&["B C"]);
    let file = contract_file(&project, &quote(&list, &project).unwrap());
    assert_eq!(plainly(&file)[..2], ["contract AC", "order A services [1, 2] 5160.00"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_contract_file_is_complete((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        let file = contract_file(&project, &quote);
        prop_assert_eq!(subtotals(&file), cents(quote.total), "the subtotals add up");
        let boxes = project.access_points.len() as u32;
        let orders = quote.funders().len() as u32;
        prop_assert_eq!(counts(&file), [1, orders, boxes, boxes, project.users]);

        // Funders and hosts sign the master contract, and nobody else.
        let mut involved = quote.funders();
        involved.extend(project.access_points.iter().map(|access_point| access_point.host));
        involved.sort();
        involved.dedup();
        prop_assert_eq!(&file.papers[0], &Paper::MasterContract { institutions: involved });

        // Each box is in one order, hosted by one institution, and that is its own.
        let (mut paid, mut hosted): (Vec<u32>, Vec<u32>) = (vec![], vec![]);
        for paper in &file.papers {
            match paper {
                Paper::PurchaseOrder { pays_for: PaidFor::Services(Some(boxes)) | PaidFor::Boxes(boxes), .. } => {
                    paid.extend(boxes.numbers());
                }
                Paper::HostingVouchers { host, boxes } => {
                    hosted.extend(boxes.numbers());
                    prop_assert!(boxes.numbers().iter().all(|at| project.access_points[*at as usize - 1].host == *host));
                    let forms = Paper::TechnicalForms { host: *host, boxes: boxes.clone() };
                    prop_assert!(file.papers.contains(&forms));
                }
                _ => {}
            }
        }
        let all: Vec<u32> = (1..=boxes).collect();
        for mut numbers in [paid, hosted] {
            numbers.sort_unstable();
            prop_assert_eq!(&numbers, &all);
        }
        // The structure stays small, whatever is asked for.
        let hosts = file.papers.iter().filter(|paper| paper.kind() == PaperKind::HostingVoucher).count();
        prop_assert_eq!(file.papers.len(), 2 + orders as usize + 2 * hosts);
    }

    #[test]
    fn a_path_counts_what_the_contract_file_has((list, project) in any_list_and_project()) {
        let quote = quote(list, &project).unwrap();
        let file = contract_file(&project, &quote);
        let steps = steps_to_data(project.offer, Some((&project, &quote)));
        let feeds: Vec<&Feed> = steps.iter().flat_map(|step| &step.feeds).collect();
        for kind in PaperKind::ALL {
            let found: Vec<u32> = feeds.iter().filter_map(|feed| match feed {
                Feed::Papers { kind: one, count } if *one == kind => Some(*count),
                _ => None,
            }).collect();
            let expected = Some(file.count(kind)).filter(|count| *count > 0);
            prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "each paper is in one step");
        }
        let boxes = Some(project.access_points.len() as u32).filter(|boxes| *boxes > 0);
        let dispatched = feeds.iter().find_map(|feed| match feed {
            Feed::BoxesToDispatch(boxes) => Some(*boxes),
            _ => None,
        });
        prop_assert_eq!(dispatched, boxes);
        prop_assert!(feeds.contains(&&Feed::UsersToEnrol(project.users)) && feeds.contains(&&Feed::Number));
        let total = Feed::Total { total: quote.total, on_request: !quote.on_request.is_empty() };
        prop_assert!(feeds.contains(&&total));
    }
}

// The steps

fn steps(path: &[ProcedureStep]) -> Vec<Step> {
    path.iter().map(|one| one.step).collect()
}

#[test]
fn each_way_to_access_has_its_steps_in_order() {
    use Step::*;
    for (offer, expected) in [
        (Offer::Standard, &[Authorisation, ContractFile, Enrolment, Access][..]),
        (Offer::Cohorts, &[CohortsValidation, Questionnaire, CohortsContract, HealthEnrolment, Access]),
        (
            Offer::Pmsi,
            &[
                CnilAuthorisation,
                ComplianceCommitment,
                Simulation,
                FinalQuotation,
                AtihAgreements,
                AtihRequestForm,
                PmsiContract,
                HealthEnrolment,
                Access,
            ],
        ),
        (Offer::Private, &[Contact]),
    ] {
        assert_eq!(steps(&steps_to_data(offer, None)), expected);
    }
}

#[test]
fn a_role_is_introduced_once_where_it_first_acts() {
    for offer in Offer::ALL {
        let path = steps_to_data(offer, None);
        let mut introduced: Vec<Role> = vec![];
        for step in &path {
            assert!(
                step.introduces.iter().all(|role| step.roles.contains(role) && !introduced.contains(role))
            );
            introduced.extend(&step.introduces);
            assert!(step.roles.iter().all(|role| introduced.contains(role)), "{:?}", step.step);
            assert!(!step.roles.is_empty() && step.feeds.is_empty());
        }
    }
}

#[test]
fn the_pmsi_simulation_feeds_each_step() {
    let project = example("pmsi");
    let quote = quote(list("pmsi"), &project).unwrap();
    let path = steps_to_data(Offer::Pmsi, Some((&project, &quote)));
    let fed = |step| &path.iter().find(|one| one.step == step).unwrap().feeds;
    let total = Money::from_cents(245_400);
    let one = |kind| Feed::Papers { kind, count: 1 };
    assert_eq!(fed(Step::Simulation), &[Feed::Number, Feed::Total { total, on_request: false }]);
    assert_eq!(fed(Step::FinalQuotation), &[one(PaperKind::PurchaseOrder)]);
    assert_eq!(fed(Step::AtihRequestForm), &[Feed::QuotationAmount { estimate: total }]);
    assert_eq!(
        fed(Step::PmsiContract),
        &[one(PaperKind::MasterContract), one(PaperKind::HostingVoucher), one(PaperKind::TechnicalForm)]
    );
    let conditions = Feed::Papers { kind: PaperKind::UserConditions, count: 4 };
    assert_eq!(fed(Step::HealthEnrolment), &[Feed::UsersToEnrol(4), conditions, Feed::BoxesToDispatch(1)]);
}

/// Everything that a path says: titles, sentences, and the roles where they are explained.
fn told(lang: Lang, offer: Offer) -> String {
    let mut told = String::new();
    for step in steps_to_data(offer, None) {
        told.push_str(&format!(
            "{}\n{}\n",
            step_title(lang, step.step),
            step_sentences(lang, step.step).join("\n")
        ));
        for role in step.introduces {
            told.push_str(&format!("{}: {}\n", role_name(lang, role), role_explained(lang, role)));
        }
    }
    told
}

#[test]
fn the_pmsi_path_mentions_each_of_its_roles_and_papers() {
    let both = ["CNIL", "(RT)", "(RMO)", "ATIH", "CASD", "(MR)", "CGU", "MCO, SSR, HAD, Psy"];
    let fr = [
        "Responsable de traitement (RT)",
        "Responsable de la mise en œuvre (RMO)",
        "Financeur",
        "Hébergeur",
        "Utilisateur",
        "Représentant légal",
        "Personne habilitée à engager les dépenses",
        "17\u{a0}juillet\u{a0}2017",
        "devis définitif",
        "la référence et le montant",
        "facture à part",
        "contrat cadre de prestation",
        "bon d’hébergement",
    ];
    let en = [
        "Controller (RT)",
        "Implementing party (RMO)",
        "Funder",
        "Host",
        "User",
        "Legal representative",
        "Person authorised to incur expenses",
        "17\u{a0}July\u{a0}2017",
        "final quotation",
        "the reference and the amount",
        "charges it separately",
        "master service contract",
        "hosting voucher",
    ];
    for (lang, words) in [(Lang::Fr, fr), (Lang::En, en)] {
        let told = told(lang, Offer::Pmsi);
        for word in both.iter().chain(&words) {
            assert!(told.contains(word), "{lang:?}: {word}");
        }
        // None of the roles of its steps is left without an explanation.
        for role in steps_to_data(Offer::Pmsi, None).iter().flat_map(|step| step.roles) {
            assert!(told.contains(role_explained(lang, *role)), "{lang:?}: {role:?}");
        }
    }
}

#[test]
fn the_other_paths_name_who_decides() {
    for lang in Lang::ALL {
        assert!(told(lang, Offer::Cohorts).contains("UMS\u{a0}11"));
        assert!(told(lang, Offer::Private).contains("Datastorm"));
        assert!(!told(lang, Offer::Standard).contains("ATIH"));
    }
}

// Sentences

/// What an institution is called in these tests, as a caller may.
fn called(one: Institution) -> String {
    match one.rank() {
        0 => "Université d’Exemple".into(),
        _ => format!("Institution {one}"),
    }
}

/// Asserts that a text is there in both languages, and that the French one is well set.
fn in_both(words: impl Fn(Lang) -> String) {
    well_set(&common::in_both(words));
}

/// Asserts that a French text has its no-break spaces, its own quotation marks and apostrophes, and no
/// « devis » but CASD's final one.
fn well_set(fr: &str) {
    for (before, mark) in fr.chars().zip(fr.chars().skip(1)) {
        match mark {
            ':' | ';' | '!' | '?' => assert!("\u{a0}\u{202f}".contains(before), "{fr}"),
            '\'' | '"' => panic!("{fr}"),
            _ => {}
        }
    }
    let quotations = fr.to_lowercase().matches("devis").count();
    assert_eq!(quotations, fr.to_lowercase().matches("devis définitif").count(), "{fr}");
}

#[test]
fn every_paper_is_said_in_both_languages() {
    let mut standard = example("casd-2020");
    standard.offer = Offer::Standard;
    standard.options.clear();
    let mut large = constances_with(&["B C", "A C", "B B"]);
    large.options.insert(id("extra-software"), tariff::Chosen::Yes);
    for (list, project) in [
        (list("casd-2020"), standard),
        (list("casd-2020"), large),
        (list("pmsi"), example("pmsi")),
        (fixture(), fixture().examples[0].project.clone()),
    ] {
        for paper in contract_file(&project, &quote(list, &project).unwrap()).papers {
            in_both(|lang| paper_name(lang, &paper).into());
            in_both(|lang| paper_purpose(lang, &paper, Currency::Eur));
            in_both(|lang| signed_by(lang, &paper, &called));
            assert!(paper_count(Lang::Fr, &paper).starts_with(&paper.count().to_string()));
        }
    }
    for kind in PaperKind::ALL {
        in_both(|lang| paper_kind(lang, kind, 2).into());
    }
}

#[test]
fn a_paper_reads_as_a_line_of_a_list() {
    let mut project = constances_with(&["B C", "A C", "B B"]);
    project.options.insert(id("extra-software"), tariff::Chosen::Yes);
    let file = file_of(&project);
    let said = |lang, at: usize| {
        let paper = &file.papers[at];
        let (who, what) = (signed_by(lang, paper, &called), paper_purpose(lang, paper, Currency::Eur));
        [paper_name(lang, paper).into(), paper_count(lang, paper), who, what]
            .map(|text: String| text.replace(['\u{a0}', '\u{202f}'], " "))
            .join(" | ")
    };
    for (at, fr, en) in [
        (
            0,
            "Contrat cadre de prestation | 1 | Pour Université d’Exemple, Institution B et Institution C : leurs représentants légaux | Lie le CASD et toutes les institutions qui financent ou hébergent.",
            "Master service contract | 1 | For Université d’Exemple, Institution B and Institution C: their legal representatives | Binds CASD and every institution that funds or hosts.",
        ),
        (
            1,
            "Bon de commande : le devis définitif du CASD, signé | 1 | Pour Université d’Exemple : son représentant légal | Services du projet et SD-Box 1 et 3 : 5 160,00 € (estimation, hors éléments sur demande).",
            "Purchase order: CASD’s final quotation, signed | 1 | For Université d’Exemple: its legal representative | Services of the project and SD-Boxes 1 and 3: €5,160.00 (estimate, excluding items priced on request).",
        ),
        (
            2,
            "Bon de commande : le devis définitif du CASD, signé | 1 | Pour Institution B : son représentant légal | SD-Box 2 et 4 : 840,00 € (estimation).",
            "Purchase order: CASD’s final quotation, signed | 1 | For Institution B: its legal representative | SD-Boxes 2 and 4: €840.00 (estimate).",
        ),
        (
            5,
            "Bon d’hébergement | 2 (un par SD-Box) | Pour Institution C : son représentant légal | Hébergement : SD-Box 2 et 3.",
            "Hosting voucher | 2 (one per SD-Box) | For Institution C: its legal representative | Hosting: SD-Boxes 2 and 3.",
        ),
        (
            8,
            "Formulaire technique | 2 (un par SD-Box) | Pour Institution C : à remplir en ligne, sans signature | Hébergement, sur le plan technique : SD-Box 2 et 3.",
            "Technical form | 2 (one per SD-Box) | For Institution C: completed online, not signed | Hosting, on the technical side: SD-Boxes 2 and 3.",
        ),
        (
            9,
            "Conditions générales d’utilisation (CGU) | 2 (un exemplaire par utilisateur) | Chaque utilisateur, à la séance d’enrôlement | Régissent l’utilisation du service.",
            "User conditions (CGU) | 2 (one set per user) | Each user, at the enrolment session | They govern the use of the service.",
        ),
    ] {
        assert_eq!((said(Lang::Fr, at), said(Lang::En, at)), (fr.into(), en.into()));
    }
}

#[test]
fn boxes_in_a_row_are_said_as_a_run() {
    let said = |funded: &[usize]| {
        let mut project = constances_with(&["A A"; 9]);
        funded.iter().for_each(|at| project.access_points[at - 1].host = institution("B"));
        let file = file_of(&project);
        let host = |paper: &&Paper| matches!(paper, Paper::HostingVouchers { host, .. } if *host == institution("B"));
        let Some(Paper::HostingVouchers { boxes, .. }) = file.papers.iter().find(host) else { panic!() };
        Lang::ALL.map(|lang| numbered_boxes(lang, boxes).replace('\u{a0}', " "))
    };
    assert_eq!(said(&[4]), ["SD-Box 4", "SD-Box 4"]);
    assert_eq!(said(&[4, 5]), ["SD-Box 4 et 5", "SD-Boxes 4 and 5"]);
    assert_eq!(said(&[1, 2, 3]), ["SD-Box 1 à 3", "SD-Boxes 1 to 3"]);
    assert_eq!(said(&[1, 2, 4, 5, 6, 8]), ["SD-Box 1, 2, 4 à 6 et 8", "SD-Boxes 1, 2, 4 to 6 and 8"]);
}

#[test]
fn every_step_role_and_feed_is_said_in_both_languages() {
    let mut roles = vec![];
    for offer in Offer::ALL {
        for ProcedureStep { step, introduces, .. } in steps_to_data(offer, None) {
            in_both(|lang| step_title(lang, step).into());
            let [fr, en] = Lang::ALL.map(|lang| step_sentences(lang, step));
            assert!(!fr.is_empty() && fr.len() == en.len(), "{step:?}");
            fr.iter().zip(en).for_each(|(fr, en)| {
                in_both(|lang| if lang == Lang::Fr { (*fr).into() } else { (*en).into() })
            });
            roles.extend(introduces);
        }
    }
    for role in roles {
        in_both(|lang| role_explained(lang, role).into());
        assert!(Lang::ALL.iter().all(|lang| !role_name(*lang, role).is_empty()));
    }
    let total = Money::from_cents(474_000);
    for one in [
        Feed::Number,
        Feed::Total { total, on_request: false },
        Feed::Total { total, on_request: true },
        Feed::QuotationAmount { estimate: total },
        Feed::Papers { kind: PaperKind::HostingVoucher, count: 2 },
        Feed::UsersToName(1),
        Feed::UsersToEnrol(2),
        Feed::BoxesToDispatch(3),
    ] {
        in_both(|lang| feed(lang, Currency::Eur, &one));
    }
    assert_eq!(feed(Lang::Fr, Currency::Eur, &Feed::UsersToEnrol(2)), "2\u{a0}utilisateurs à enrôler");
}

#[test]
fn the_fixed_sentences_are_there_in_both_languages() {
    // Each field is named by the struct itself: one left empty, or the same in both, is found.
    let fields = |lang: Lang| {
        let said = format!("{:#?}", lang.procedure());
        said.lines()
            .filter_map(|line| {
                line.trim().split_once(": ").map(|(name, text)| (name.to_string(), text.to_string()))
            })
            .collect::<Vec<_>>()
    };
    let (fr, en) = (fields(Lang::Fr), fields(Lang::En));
    assert!(fr.len() > 20 && fr.len() == en.len());
    for ((name, fr), (_, en)) in fr.iter().zip(&en) {
        assert!(fr.len() > 4 && en.len() > 4, "{name}");
        assert_ne!(fr, en, "{name}");
        // The debug form writes the no-break spaces as escapes, and quotes.
        well_set(&fr.trim_matches([',', '"']).replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}"));
    }
}
