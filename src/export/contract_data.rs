//! The contract file as JSON data.

use serde::Serialize;

use crate::procedure::{Boxes, ContractFile, OrderForm, PaidFor, Paper, PaperKind, Signing};
use tariff::{Institution, Money};

/// A paper of the contract file, or several that are alike.
#[derive(Debug, Serialize)]
pub(super) struct PaperData {
    kind: &'static str,
    count: u32,
    /// The institutions concerned: the signatories, the funder, or the host.
    institutions: Vec<Institution>,
    /// The SD-Boxes concerned, by number from 1.
    boxes: Vec<u32>,
    /// The signatories; none if a host completes the paper online.
    signatories: Vec<SignatoryData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<OrderData>,
}

#[derive(Debug, Serialize)]
struct SignatoryData {
    role: &'static str,
    /// The institution; none for users.
    institution: Option<Institution>,
}

/// The scope of a purchase order, besides SD-Boxes.
#[derive(Debug, Serialize)]
struct OrderData {
    form: &'static str,
    project_services: bool,
    subtotal: Money,
    excludes_items_on_request: bool,
}

/// The papers of a contract file, in its order.
pub(super) fn papers(file: &ContractFile) -> Vec<PaperData> {
    let paper = |paper: &Paper| PaperData {
        kind: kind(paper.kind()),
        count: paper.count(),
        institutions: institutions(paper),
        boxes: boxes(paper).map(|boxes| boxes.numbers().to_vec()).unwrap_or_default(),
        signatories: signatories(paper.signing()),
        order: order(paper),
    };
    file.papers.iter().map(paper).collect()
}

fn kind(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::MasterContract => "master_contract",
        PaperKind::PurchaseOrder => "purchase_order",
        PaperKind::HostingVoucher => "hosting_voucher",
        PaperKind::TechnicalForm => "technical_form",
        PaperKind::UserConditions => "user_conditions",
    }
}

fn institutions(paper: &Paper) -> Vec<Institution> {
    match paper {
        Paper::MasterContract { institutions } => institutions.clone(),
        Paper::PurchaseOrder { funder, .. } => vec![*funder],
        Paper::HostingVouchers { host, .. } | Paper::TechnicalForms { host, .. } => vec![*host],
        Paper::UserConditions { .. } => Vec::new(),
    }
}

fn boxes(paper: &Paper) -> Option<&Boxes> {
    match paper {
        Paper::PurchaseOrder { pays_for: PaidFor::Services(boxes), .. } => boxes.as_ref(),
        Paper::PurchaseOrder { pays_for: PaidFor::Boxes(boxes), .. }
        | Paper::HostingVouchers { boxes, .. }
        | Paper::TechnicalForms { boxes, .. } => Some(boxes),
        Paper::MasterContract { .. } | Paper::UserConditions { .. } => None,
    }
}

fn signatories(signing: Signing<'_>) -> Vec<SignatoryData> {
    let one = |role, institution| SignatoryData { role, institution };
    match signing {
        Signing::LegalRepresentatives(institutions) => {
            institutions.iter().map(|institution| one("legal_representative", Some(*institution))).collect()
        }
        Signing::LegalRepresentative(institution) => vec![one("legal_representative", Some(institution))],
        Signing::ExpenseOfficer(institution) => vec![one("expense_officer", Some(institution))],
        Signing::CompletedOnline(_) => Vec::new(),
        Signing::EachUser => vec![one("user", None)],
    }
}

fn order(paper: &Paper) -> Option<OrderData> {
    let Paper::PurchaseOrder { form, pays_for, subtotal, on_request, .. } = paper else { return None };
    Some(OrderData {
        form: match form {
            OrderForm::PurchaseOrder => "purchase_order",
            OrderForm::FinalQuotation => "final_quotation",
            OrderForm::SubscriptionQuotation => "subscription_quotation",
        },
        project_services: matches!(pays_for, PaidFor::Services(_)),
        subtotal: *subtotal,
        excludes_items_on_request: *on_request,
    })
}
