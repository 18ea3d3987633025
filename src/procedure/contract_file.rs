//! The contract file: the papers that a simulation requires, their signatories, counts and purposes.

use super::Boxes;
use tariff::{Institution, Money, Offer, Project, PurchaseOrder, Quote};

/// The papers that CASD needs before it opens an access, in the order in which it names them.
///
/// Source: CASD's website, page “Standard project”, “The contractual file is composed as follows”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractFile {
    /// The papers. Those that are alike are one entry with a [count](Paper::count), so that a hundred
    /// SD-Boxes or a thousand users do not make a long file.
    pub papers: Vec<Paper>,
}

/// A paper of the contract file, or several that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The master service contract: one, whatever is funded and hosted.
    MasterContract {
        /// Every funder and every host, each once, the project's funder first.
        institutions: Vec<Institution>,
    },
    /// The order of one funder.
    PurchaseOrder {
        /// The document of the order.
        form: OrderForm,
        /// The funder.
        funder: Institution,
        /// Its scope.
        pays_for: PaidFor,
        /// Its amount in the simulation; the subtotals add up to the quote's total.
        subtotal: Money,
        /// Whether it has items on request, which the subtotal leaves out.
        on_request: bool,
    },
    /// The hosting vouchers of one host: one for each SD-Box.
    HostingVouchers {
        /// The host.
        host: Institution,
        /// The SD-Boxes.
        boxes: Boxes,
    },
    /// The technical forms of one host: one for each SD-Box.
    TechnicalForms {
        /// The host.
        host: Institution,
        /// The SD-Boxes.
        boxes: Boxes,
    },
    /// The user conditions (CGU): one set for each user.
    UserConditions {
        /// How many users there are.
        users: u32,
    },
}

/// The document with which a funder orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderForm {
    /// A purchase order, agreed upon with CASD beforehand.
    PurchaseOrder,
    /// CASD's final quotation, which is the order form once it is signed.
    ///
    /// Source: CASD's website, page “PMSI project”: “a final quotation which, once signed by the person
    /// authorized to incur expenses within your institution, will be considered as an official order form”.
    FinalQuotation,
    /// CASD's final quotation of the subscription, which a legal representative signs.
    ///
    /// Source: CASD's website, page on the CONSTANCES and GAZEL cohorts: contract, vouchers and “a quote for
    /// your subscription […] must be signed by a legal representative of the institutions involved”.
    SubscriptionQuotation,
}

/// The scope of a purchase order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaidFor {
    /// The project's services, which have one single funder, and the SD-Boxes that it pays for, if any.
    Services(Option<Boxes>),
    /// SD-Boxes only: another institution pays for the project.
    Boxes(Boxes),
}

/// The kinds of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// The master service contract (contrat cadre de prestation).
    MasterContract,
    /// A purchase order (bon de commande).
    PurchaseOrder,
    /// A hosting voucher (bon d’hébergement).
    HostingVoucher,
    /// A technical form (formulaire technique).
    TechnicalForm,
    /// A set of user conditions (CGU).
    UserConditions,
}

impl PaperKind {
    /// All of them, in the order of the file.
    pub const ALL: [PaperKind; 5] = [
        PaperKind::MasterContract,
        PaperKind::PurchaseOrder,
        PaperKind::HostingVoucher,
        PaperKind::TechnicalForm,
        PaperKind::UserConditions,
    ];
}

/// The signatory of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signing<'paper> {
    /// The legal representative of each of these institutions signs.
    LegalRepresentatives(&'paper [Institution]),
    /// The legal representative of this institution signs.
    LegalRepresentative(Institution),
    /// The person authorised to incur this institution's expenses signs.
    ExpenseOfficer(Institution),
    /// Nobody signs: this institution, which hosts, completes it online.
    CompletedOnline(Institution),
    /// Each user signs, at the enrolment session.
    EachUser,
}

impl Paper {
    /// Its kind.
    pub fn kind(&self) -> PaperKind {
        match self {
            Paper::MasterContract { .. } => PaperKind::MasterContract,
            Paper::PurchaseOrder { .. } => PaperKind::PurchaseOrder,
            Paper::HostingVouchers { .. } => PaperKind::HostingVoucher,
            Paper::TechnicalForms { .. } => PaperKind::TechnicalForm,
            Paper::UserConditions { .. } => PaperKind::UserConditions,
        }
    }

    /// How many papers the entry represents: at least 1.
    pub fn count(&self) -> u32 {
        match self {
            Paper::MasterContract { .. } | Paper::PurchaseOrder { .. } => 1,
            Paper::HostingVouchers { boxes, .. } | Paper::TechnicalForms { boxes, .. } => boxes.count(),
            Paper::UserConditions { users } => *users,
        }
    }

    /// Its signatory.
    pub fn signing(&self) -> Signing<'_> {
        match self {
            Paper::MasterContract { institutions } => Signing::LegalRepresentatives(institutions),
            Paper::PurchaseOrder { form, funder, .. } => match form {
                OrderForm::PurchaseOrder | OrderForm::FinalQuotation => Signing::ExpenseOfficer(*funder),
                OrderForm::SubscriptionQuotation => Signing::LegalRepresentative(*funder),
            },
            Paper::HostingVouchers { host, .. } => Signing::LegalRepresentative(*host),
            Paper::TechnicalForms { host, .. } => Signing::CompletedOnline(*host),
            Paper::UserConditions { .. } => Signing::EachUser,
        }
    }
}

impl ContractFile {
    /// How many papers of a kind there are.
    pub fn count(&self, kind: PaperKind) -> u32 {
        self.papers.iter().filter(|paper| paper.kind() == kind).map(Paper::count).sum()
    }
}

/// The contract file of a project and its quote.
///
/// It is pure and cannot fail: a quote exists only for a valid project. A project without SD-Boxes
/// has neither hosting voucher nor technical form. The quote must be the project's own.
///
/// ```
/// use casd_simulator::procedure::{PaperKind, contract_file};
/// use tariff::{PriceList, quote};
///
/// let list = PriceList::from_json(include_str!("../../public/price-lists/casd-2020.json")).unwrap();
/// let project = &list.examples[0].project;
/// let file = contract_file(project, &quote(&list, project).unwrap());
/// assert_eq!(PaperKind::ALL.map(|kind| file.count(kind)), [1, 1, 1, 1, 2]);
/// ```
pub fn contract_file(project: &Project, quote: &Quote<'_>) -> ContractFile {
    let funders = quote.funders();
    let hosts = hosts_of(project);
    let involved = |one: &Institution| funders.contains(one) || hosts.contains(one);
    let mut papers =
        vec![Paper::MasterContract { institutions: Institution::all().filter(involved).collect() }];
    let orders = quote.purchase_orders();
    papers.extend(orders.iter().map(|order| purchase_order(project, order, &funders)));
    let hosted = || hosts.iter().filter_map(|host| Some((*host, boxes_hosted_by(project, *host)?)));
    papers.extend(hosted().map(|(host, boxes)| Paper::HostingVouchers { host, boxes }));
    papers.extend(hosted().map(|(host, boxes)| Paper::TechnicalForms { host, boxes }));
    papers.push(Paper::UserConditions { users: project.users });
    ContractFile { papers }
}

/// The hosts of SD-Boxes, each once, by letter.
fn hosts_of(project: &Project) -> Vec<Institution> {
    let hosts =
        |one: &Institution| project.access_points.iter().any(|access_point| access_point.host == *one);
    Institution::all().filter(hosts).collect()
}

fn boxes_hosted_by(project: &Project, host: Institution) -> Option<Boxes> {
    let boxes = (1..).zip(&project.access_points);
    Boxes::numbered(boxes.filter(|(_, access_point)| access_point.host == host).map(|(number, _)| number))
}

/// The SD-Boxes that a funder pays for. Those whose own funder has no order, because the list charges an
/// access-point funder nothing, are the project funder's.
fn boxes_paid_by(project: &Project, funder: Institution, funders: &[Institution]) -> Option<Boxes> {
    let payer_of = |named| if funders.contains(&named) { named } else { Institution::PROJECT_FUNDER };
    let boxes = (1..).zip(&project.access_points);
    let paid = boxes.filter(|(_, access_point)| payer_of(access_point.funder) == funder);
    Boxes::numbered(paid.map(|(number, _)| number))
}

fn purchase_order(project: &Project, order: &PurchaseOrder<'_>, funders: &[Institution]) -> Paper {
    let boxes = boxes_paid_by(project, order.funder, funders);
    let pays_for = match boxes {
        Some(boxes) if order.funder != Institution::PROJECT_FUNDER => PaidFor::Boxes(boxes),
        boxes => PaidFor::Services(boxes),
    };
    Paper::PurchaseOrder {
        form: order_form(project.offer),
        funder: order.funder,
        pays_for,
        subtotal: order.subtotal,
        on_request: !order.on_request.is_empty(),
    }
}

fn order_form(offer: Offer) -> OrderForm {
    match offer {
        Offer::Standard | Offer::Private => OrderForm::PurchaseOrder,
        Offer::Pmsi => OrderForm::FinalQuotation,
        Offer::Cohorts => OrderForm::SubscriptionQuotation,
    }
}
