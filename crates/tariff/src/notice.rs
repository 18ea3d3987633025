//! Notices: what the reader of a quote needs to know besides the amounts.

use super::{Beneficiary, Line, PriceList, Project, Provenance, Reduction, Terms, Words};

/// A notice to the reader of a quote.
#[derive(Clone, Copy, Debug)]
pub enum Notice<'list> {
    /// The term is under the minimum of a new project, which only a renewal may be.
    ShortRenewal {
        /// The minimum for a new project, in months.
        minimum: u32,
    },
    /// A reduction's condition: without it, CASD does not grant the reduction.
    ReductionCondition(&'list Reduction),
    /// The reduction applies to something whose price CASD has not published by itself: it is not
    /// computed, and CASD has to confirm it.
    ReductionToConfirm(&'list Reduction),
    /// There are students, and no reduction is documented for this offer.
    NoStudentReduction,
    /// The project rents no SD-Box: it has to share one.
    NoAccessPoint,
    /// An SD-Box is rented for another time than the project lasts.
    AccessPointTermDiffers,
    /// Prices were derived, not published, for the reason given.
    Derived(&'list Words),
    /// The list does not state whether its prices include VAT.
    VatNotStated,
}

/// The notices on a project as a whole; those on reductions are added with their lines.
pub(super) fn notices_on<'list>(
    list: &'list PriceList,
    project: &Project,
    terms: &Terms,
    lines: &[Line<'list>],
) -> Vec<Notice<'list>> {
    let mut notices = Vec::new();
    if let Some(minimum) = terms.months.minimum.filter(|minimum| project.months < *minimum) {
        notices.push(Notice::ShortRenewal { minimum });
    }
    let for_students = |reduction: &Reduction| reduction.for_each == Beneficiary::Student;
    if project.students > 0 && !list.reductions_of(project.offer).any(for_students) {
        notices.push(Notice::NoStudentReduction);
    }
    if project.access_points.is_empty() {
        notices.push(Notice::NoAccessPoint);
    }
    if project.access_points.iter().any(|access_point| access_point.months != project.months) {
        notices.push(Notice::AccessPointTermDiffers);
    }
    for line in lines {
        if let Some(Provenance::Derived(reason)) = line.item.provenance() {
            notices.push(Notice::Derived(reason));
        }
    }
    if list.vat.is_none() {
        notices.push(Notice::VatNotStated);
    }
    notices
}
