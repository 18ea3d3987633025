//! The steps of the procedure to access data, for each kind of access, with the simulation's input to each.

use super::{ContractFile, PaperKind, contract_file};
use tariff::{Money, Offer, Project, Quote};

/// A step to the data. Their order is that of [`steps_to_data`].
///
/// Source: CASD's website, pages “Standard project”, “PMSI project”, “CONSTANCES and GAZEL cohorts” and
/// “Private project”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Standard: the relevant authority authorises the access.
    Authorisation,
    /// Standard: the contract file is put together and signed.
    ContractFile,
    /// Standard: the users attend their enrolment session.
    Enrolment,
    /// PMSI: the CNIL authorises the controller, or the controller declares its conformity to a reference
    /// methodology (MR).
    CnilAuthorisation,
    /// PMSI: the implementing party gives its commitment under the decree of 17 July 2017.
    ComplianceCommitment,
    /// PMSI: the simulation goes to CASD.
    Simulation,
    /// PMSI: CASD's final quotation, checked and signed, is the order form.
    FinalQuotation,
    /// PMSI: the controller and the implementing party each sign an agreement with ATIH.
    AtihAgreements,
    /// PMSI: the basic request form goes to ATIH.
    AtihRequestForm,
    /// PMSI: the contract with CASD.
    PmsiContract,
    /// Cohorts: the cohorts unit validates the project.
    CohortsValidation,
    /// Cohorts: CASD's questionnaire, and the list of authorised users.
    Questionnaire,
    /// Cohorts: the contract with CASD.
    CohortsContract,
    /// PMSI and cohorts: the users attend their session on health data, and CASD dispatches the boxes.
    HealthEnrolment,
    /// The users reach the data.
    Access,
    /// Private: CASD or its partner is contacted, as there are no public prices.
    Contact,
}

/// An actor of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The controller (RT), who answers for the processing.
    Controller,
    /// The implementing party (RMO), who carries it out on the controller's behalf.
    ImplementingParty,
    /// The project leader or manager, appointed by the cohorts.
    ProjectLeader,
    /// The funders.
    Funder,
    /// The hosts of SD-Boxes.
    Host,
    /// The legal representative of an institution.
    LegalRepresentative,
    /// The person authorised to incur an institution's expenses.
    ExpenseOfficer,
    /// The users, who access the data.
    User,
    /// CASD.
    Casd,
    /// The agency that grants, and charges, the right to use the PMSI.
    Atih,
    /// The data protection authority.
    Cnil,
    /// The unit in charge of the cohorts, UMS 11.
    CohortsUnit,
    /// The authority that authorises access to the data of a standard project.
    RelevantAuthority,
    /// CASD's partner for private projects.
    Datastorm,
}

/// The simulation's input to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// Its number, to be sent to CASD.
    Number,
    /// Its total, from which CASD prepares the final quotation.
    Total {
        /// Its amount.
        total: Money,
        /// Whether items priced on request come on top.
        on_request: bool,
    },
    /// An estimate of the final quotation's amount. ATIH's form needs the reference and the amount of the
    /// quotation, never those of a simulation.
    QuotationAmount {
        /// The amount of the simulation.
        estimate: Money,
    },
    /// A number of papers of a kind.
    Papers {
        /// The kind.
        kind: PaperKind,
        /// Their number: at least 1.
        count: u32,
    },
    /// A number of names on the list of authorised users.
    UsersToName(u32),
    /// A number of users who attend a session.
    UsersToEnrol(u32),
    /// A number of SD-Boxes that CASD dispatches: at least 1.
    BoxesToDispatch(u32),
}

/// A step of the procedure, with its actors and the simulation's input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureStep {
    /// The step.
    pub step: Step,
    /// Its actors.
    pub roles: &'static [Role],
    /// The actors that no earlier step has: the page explains them here.
    pub introduces: Vec<Role>,
    /// The simulation's input; empty without a simulation.
    pub feeds: Vec<Feed>,
}

/// The steps of a kind of access, first to last, with the simulation's input to each.
///
/// The steps do not depend on prices: without a simulation, they have no input. A private project has one step,
/// to make contact.
///
/// ```
/// use casd_simulator::procedure::{Step, steps_to_data};
/// use tariff::Offer;
///
/// let steps: Vec<Step> = steps_to_data(Offer::Standard, None).iter().map(|one| one.step).collect();
/// assert_eq!(steps, [Step::Authorisation, Step::ContractFile, Step::Enrolment, Step::Access]);
/// ```
pub fn steps_to_data(offer: Offer, simulated: Option<(&Project, &Quote<'_>)>) -> Vec<ProcedureStep> {
    let simulated = simulated.map(|(project, quote)| (project, quote, contract_file(project, quote)));
    let mut known: Vec<Role> = Vec::new();
    let mut path = Vec::new();
    for step in steps_of(offer) {
        let roles = step.roles();
        let introduces: Vec<Role> = roles.iter().filter(|role| !known.contains(role)).copied().collect();
        known.extend(&introduces);
        let feeds = simulated.as_ref().map(|(project, quote, file)| feeds_of(*step, project, quote, file));
        path.push(ProcedureStep { step: *step, roles, introduces, feeds: feeds.unwrap_or_default() });
    }
    path
}

fn steps_of(offer: Offer) -> &'static [Step] {
    match offer {
        Offer::Standard => &[Step::Authorisation, Step::ContractFile, Step::Enrolment, Step::Access],
        Offer::Cohorts => &[
            Step::CohortsValidation,
            Step::Questionnaire,
            Step::CohortsContract,
            Step::HealthEnrolment,
            Step::Access,
        ],
        Offer::Pmsi => &[
            Step::CnilAuthorisation,
            Step::ComplianceCommitment,
            Step::Simulation,
            Step::FinalQuotation,
            Step::AtihAgreements,
            Step::AtihRequestForm,
            Step::PmsiContract,
            Step::HealthEnrolment,
            Step::Access,
        ],
        Offer::Private => &[Step::Contact],
    }
}

impl Step {
    /// The actors of the step.
    pub fn roles(self) -> &'static [Role] {
        match self {
            Step::Authorisation => &[Role::RelevantAuthority, Role::User],
            Step::ContractFile => {
                &[Role::Casd, Role::Funder, Role::Host, Role::LegalRepresentative, Role::ExpenseOfficer]
            }
            Step::CnilAuthorisation => &[Role::Controller, Role::Cnil],
            Step::ComplianceCommitment => &[Role::ImplementingParty, Role::Cnil],
            Step::Simulation => &[Role::Funder, Role::Casd],
            Step::FinalQuotation => &[Role::Casd, Role::ExpenseOfficer],
            Step::AtihAgreements => &[Role::Controller, Role::ImplementingParty, Role::Atih],
            Step::AtihRequestForm => &[Role::ImplementingParty, Role::Atih],
            Step::CohortsValidation => &[Role::ProjectLeader, Role::CohortsUnit],
            Step::Questionnaire => &[Role::ProjectLeader, Role::Casd],
            Step::PmsiContract | Step::CohortsContract => {
                &[Role::Casd, Role::Funder, Role::Host, Role::LegalRepresentative]
            }
            Step::Enrolment | Step::HealthEnrolment => &[Role::User, Role::Casd],
            Step::Access => &[Role::User],
            Step::Contact => &[Role::Casd, Role::Datastorm],
        }
    }
}

fn feeds_of(step: Step, project: &Project, quote: &Quote<'_>, file: &ContractFile) -> Vec<Feed> {
    let papers = |kinds: &[PaperKind]| {
        let counted = kinds.iter().map(|kind| (*kind, file.count(*kind)));
        counted
            .filter(|(_, count)| *count > 0)
            .map(|(kind, count)| Feed::Papers { kind, count })
            .collect::<Vec<_>>()
    };
    let proposal =
        || vec![Feed::Number, Feed::Total { total: quote.total, on_request: !quote.on_request.is_empty() }];
    let enrolled = || vec![Feed::UsersToEnrol(project.users)];
    let boxes = || match file.count(PaperKind::HostingVoucher) {
        0 => Vec::new(),
        boxes => vec![Feed::BoxesToDispatch(boxes)],
    };
    use PaperKind::{HostingVoucher, MasterContract, PurchaseOrder, TechnicalForm, UserConditions};
    let signed = || papers(&[MasterContract, PurchaseOrder, HostingVoucher, TechnicalForm]);
    match step {
        Step::Simulation => proposal(),
        // The boxes of a standard project leave once the documents are back; those of the others, with the
        // enrolment.
        Step::ContractFile => [proposal(), signed(), boxes()].concat(),
        Step::CohortsContract => [proposal(), signed()].concat(),
        Step::FinalQuotation => papers(&[PurchaseOrder]),
        Step::AtihRequestForm => vec![Feed::QuotationAmount { estimate: quote.total }],
        // The order is signed already: it is the final quotation.
        Step::PmsiContract => papers(&[MasterContract, HostingVoucher, TechnicalForm]),
        Step::Questionnaire => vec![Feed::UsersToName(project.users)],
        Step::Enrolment => [enrolled(), papers(&[UserConditions])].concat(),
        Step::HealthEnrolment => [enrolled(), papers(&[UserConditions]), boxes()].concat(),
        Step::Authorisation
        | Step::CnilAuthorisation
        | Step::ComplianceCommitment
        | Step::AtihAgreements
        | Step::CohortsValidation
        | Step::Access
        | Step::Contact => Vec::new(),
    }
}
