//! Batches: the units that a charge counts in a project, grouped by months and funder, and those that a reduction
//! applies to.

use core::ops::Range;

use super::{
    AccessPoint, Beneficiary, Charge, Choice, Chosen, Counts, Id, Institution, Payer, PriceList, Project,
    Reduction,
};

/// Units of a charge that are due for the same months and paid by the same institution: one line of the quote.
pub(super) struct Batch {
    /// The ranks of the units among all that the charge counts, from 0: they decide the tier.
    pub ranks: Range<u32>,
    /// How many months they are due for.
    pub months: u32,
    /// Who pays them.
    pub funder: Institution,
}

/// Replaces the batches by those of the units that a charge counts in a project; none where it counts
/// nothing. One vector is reused for all charges of a quote: allocating takes longer than pricing.
pub(super) fn batch(list: &PriceList, charge: &Charge, project: &Project, batches: &mut Vec<Batch>) {
    batches.clear();
    let quantity = match &charge.counts {
        Counts::Project => 1,
        Counts::Users => project.users,
        Counts::UsersBeyond(included) => project.users.saturating_sub(*included),
        Counts::StudentAccesses => project.students,
        Counts::OtherUsers => project.users.saturating_sub(project.students),
        Counts::SdBoxes => return batch_boxes(project, charge.payer, batches),
        Counts::Option(id) => steps_chosen(list, project, id),
    };
    if quantity > 0 {
        let (months, funder) = (project.months, Institution::PROJECT_FUNDER);
        batches.push(Batch { ranks: 0..quantity, months, funder });
    }
}

/// The SD-Boxes by how long they are rented, the longest first: so a tier's price goes to the boxes
/// that are rented longest, and a longer rental never costs less. Those rented equally long are ordered by
/// funder.
fn batch_boxes(project: &Project, payer: Payer, batches: &mut Vec<Batch>) {
    // Counted by months rather than sorted: a sort weighs 3 kB on the page.
    let mut boxes_by_months = [0; Project::MAX_MONTHS as usize + 1];
    let mut longest = 0;
    for access_point in &project.access_points {
        boxes_by_months[access_point.months as usize] += 1;
        longest = longest.max(access_point.months);
    }
    let mut rank = 0;
    for months in (1..=longest).rev() {
        let mut left = boxes_by_months[months as usize];
        for funder in Institution::all() {
            if left == 0 {
                break;
            }
            let paid = |one: &&AccessPoint| one.months == months && one.funder == funder;
            let boxes = match payer {
                Payer::ProjectFunder => left,
                Payer::AccessPointFunder => project.access_points.iter().filter(paid).count() as u32,
            };
            if boxes > 0 {
                batches.push(Batch { ranks: rank..rank + boxes, months, funder });
            }
            rank += boxes;
            left -= boxes;
        }
    }
}

fn steps_chosen(list: &PriceList, project: &Project, id: &Id) -> u32 {
    let option = list.options.iter().find(|option| option.id == *id);
    match (option.map(|option| &option.choice), project.options.get(id)) {
        (Some(Choice::Counted(counted)), Some(Chosen::Quantity(quantity))) => {
            counted.charged_steps(*quantity)
        }
        _ => 0,
    }
}

/// How many units a reduction may reduce in a project.
pub(super) fn beneficiaries(reduction: &Reduction, project: &Project) -> u32 {
    let benefit = match reduction.for_each {
        Beneficiary::Student => project.students,
        Beneficiary::Unit => u32::MAX,
    };
    benefit.min(reduction.at_most.unwrap_or(u32::MAX))
}

/// The units that a reduction reduces: the last ones of what its charge counts.
pub(super) fn reduced(
    reduction: &Reduction,
    project: &Project,
    batches: &[Batch],
) -> impl Iterator<Item = Batch> {
    let mut left = beneficiaries(reduction, project);
    batches.iter().rev().filter_map(move |batch| {
        let units = left.min(batch.ranks.end - batch.ranks.start);
        left -= units;
        (units > 0).then(|| Batch { ranks: batch.ranks.end - units..batch.ranks.end, ..*batch })
    })
}
