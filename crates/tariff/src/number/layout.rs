//! Binary layout of a number: its fields and their widths, in order.
//!
//! | field | bits |
//! |---|---|
//! | format | 5 |
//! | serial of the list, less 1 | Exp-Golomb, order 3 |
//! | fingerprint of the list | 15 |
//! | fingerprint of the total | 12 |
//! | day of issue, from 2020-01-01 | 15 |
//! | offer, among those with terms in the list | as many as the list needs |
//! | start: whether on the first of a month | 1 |
//! | start: month, from January 2000 | 11 |
//! | start: day, less 1, unless the first | 5 |
//! | months: whether twelve | 1 |
//! | months, less 1, unless twelve | 8 |
//! | renewal | 1 |
//! | users, less 1 | Exp-Golomb, order 1 |
//! | students | Exp-Golomb, order 0 |
//! | configuration, among those of the offer | as many as the list needs |
//! | number of SD-Boxes | Exp-Golomb, order 1 |
//! | each SD-Box: whether for as long as the one before, the first as the project | 1 |
//! | each SD-Box: months, less 1, unless so | 8 |
//! | whether any option is chosen; if so, each option of the offer: | 1 |
//! | … yes or no | 1 |
//! | … one of n: 0 for none, or its rank from 1 | as many as n needs |
//! | … counted | Exp-Golomb, order 0 |
//!
//! In format 1, for projects whose SD-Boxes another institution than the project's funder pays for or
//! hosts, there follows:
//!
//! | field | bits |
//! |---|---|
//! | each SD-Box: whether its funder is that of the one before, the first the project's | 1 |
//! | each SD-Box: the rank of its funder, unless so | 8 |
//! | each SD-Box: whether its host is its funder | 1 |
//! | each SD-Box: the rank of its host, unless so | 8 |
//!
//! Fields are only ever appended, under a new format; the fields of an issued format stay as they are.

use chrono::{Datelike, NaiveDate};

use super::bits::{Reader, Writer, width_for};
use super::fingerprint::{LIST_BITS, TOTAL_BITS};
use crate::{AccessPoint, Choice, Choices, Chosen, Institution, Offer, PriceList, Project};

/// The format of a project whose SD-Boxes the project's funder pays for and hosts.
const ONE_INSTITUTION: u32 = 0;
/// The format of all other projects.
const SEVERAL_INSTITUTIONS: u32 = 1;
/// The format for a list of a preview: such a number opens in the preview and nowhere else.
/// It has the fields of format 1.
pub(super) const PREVIEW: u32 = 31;
/// The character of that format in a number.
pub(super) const PREVIEW_MARK: char = 'L';
const FORMAT_BITS: u32 = 5;
const DAY_BITS: u32 = 15;
const MONTH_BITS: u32 = 11;
const TERM_BITS: u32 = 8;
const INSTITUTION_BITS: u32 = 8;
const USUAL_TERM: u32 = 12;
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();

const _: () = assert!(Project::MAX_MONTHS <= 1 << TERM_BITS);
const _: () = assert!(Institution::MAX <= 1 << INSTITUTION_BITS);
const _: () = assert!(*Project::START_YEARS.start() == 2000);
const _: () = assert!((*Project::START_YEARS.end() - 2000 + 1) * 12 <= 1 << MONTH_BITS);

/// The header, before the project: the list and its fingerprint, the fingerprint of the total, the day of issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub serial: u16,
    pub list_digest: u32,
    pub total_digest: u32,
    pub issued: NaiveDate,
}

impl Header {
    /// Writes it; `None` where the day of issue is out of range.
    pub fn write(&self, writer: &mut Writer) -> Option<()> {
        let day = u32::try_from(self.issued.signed_duration_since(FIRST_DAY).num_days()).ok()?;
        if day >> DAY_BITS > 0 {
            return None;
        }
        writer.golomb(3, u32::from(self.serial) - 1);
        writer.bits(LIST_BITS, self.list_digest);
        writer.bits(TOTAL_BITS, self.total_digest);
        writer.bits(DAY_BITS, day);
        Some(())
    }

    /// Reads it.
    pub fn read(reader: &mut Reader<'_>) -> Option<Header> {
        Some(Header {
            serial: u16::try_from(reader.golomb(3)? + 1).ok()?,
            list_digest: reader.bits(LIST_BITS)?,
            total_digest: reader.bits(TOTAL_BITS)?,
            issued: FIRST_DAY.checked_add_days(chrono::Days::new(reader.bits(DAY_BITS)?.into()))?,
        })
    }
}

/// The one format that a project has a number in.
pub(super) fn format_of(project: &Project, is_preview: bool) -> u32 {
    let of_the_funder = |one: &AccessPoint| one.host == Institution::PROJECT_FUNDER && one.funder == one.host;
    match project.access_points.iter().all(of_the_funder) {
        _ if is_preview => PREVIEW,
        true => ONE_INSTITUTION,
        false => SEVERAL_INSTITUTIONS,
    }
}

/// Whether this version writes and reads the format.
pub(super) fn is_known(format: u32) -> bool {
    matches!(format, ONE_INSTITUTION | SEVERAL_INSTITUTIONS | PREVIEW)
}

/// Writes the format, which every number starts with.
pub(super) fn write_format(writer: &mut Writer, format: u32) {
    writer.bits(FORMAT_BITS, format);
}

/// Reads the format, which every number starts with.
pub(super) fn read_format(reader: &mut Reader<'_>) -> Option<u32> {
    reader.bits(FORMAT_BITS)
}

/// Writes a project that the list has a quote for.
pub(super) fn write_project(
    writer: &mut Writer,
    format: u32,
    list: &PriceList,
    project: &Project,
) -> Option<()> {
    let offers: Vec<Offer> = offers_with_terms(list).collect();
    writer.bits(width_for(offers.len()), rank(offers.iter(), |offer| **offer == project.offer)?);
    write_start(writer, project.start);
    writer.flag(project.months == USUAL_TERM);
    if project.months != USUAL_TERM {
        writer.bits(TERM_BITS, project.months - 1);
    }
    writer.flag(project.renewal);
    writer.golomb(1, project.users - 1);
    writer.golomb(0, project.students);
    let configurations = list.configurations_of(project.offer);
    let configuration = rank(configurations, |configuration| configuration.id == project.configuration)?;
    writer.bits(width_for(list.configurations_of(project.offer).count()), configuration);
    writer.golomb(1, project.access_points.len() as u32);
    let mut before = project.months;
    for access_point in &project.access_points {
        writer.flag(access_point.months == before);
        if access_point.months != before {
            writer.bits(TERM_BITS, access_point.months - 1);
        }
        before = access_point.months;
    }
    writer.flag(!project.options.is_empty());
    if !project.options.is_empty() {
        write_options(writer, list, project)?;
    }
    if format != ONE_INSTITUTION {
        write_institutions(writer, project);
    }
    Some(())
}

fn write_options(writer: &mut Writer, list: &PriceList, project: &Project) -> Option<()> {
    for option in list.options_of(project.offer) {
        let chosen = project.options.get(&option.id);
        match &option.choice {
            Choice::YesNo => writer.flag(chosen.is_some()),
            Choice::OneOf(alternatives) => {
                let rank = match chosen {
                    Some(Chosen::Alternative(id)) => rank(alternatives.iter(), |one| one.id == *id)? + 1,
                    _ => 0,
                };
                writer.bits(width_for(alternatives.len() + 1), rank);
            }
            Choice::Counted(_) => match chosen {
                Some(Chosen::Quantity(quantity)) => writer.golomb(0, *quantity),
                _ => writer.golomb(0, 0),
            },
        }
    }
    Some(())
}

fn write_institutions(writer: &mut Writer, project: &Project) {
    let mut before = Institution::PROJECT_FUNDER;
    for AccessPoint { funder, host, .. } in &project.access_points {
        write_institution(writer, *funder, before);
        write_institution(writer, *host, *funder);
        before = *funder;
    }
}

fn write_institution(writer: &mut Writer, institution: Institution, usual: Institution) {
    writer.flag(institution == usual);
    if institution != usual {
        writer.bits(INSTITUTION_BITS, institution.rank());
    }
}

fn read_institution(reader: &mut Reader<'_>, usual: Institution) -> Option<Institution> {
    if reader.flag()? { Some(usual) } else { Institution::of_rank(reader.bits(INSTITUTION_BITS)?) }
}

/// Reads a project under the list it was written with; `None` where the fields are invalid.
pub(super) fn read_project(reader: &mut Reader<'_>, format: u32, list: &PriceList) -> Option<Project> {
    let offers: Vec<Offer> = offers_with_terms(list).collect();
    let offer = *offers.get(reader.bits(width_for(offers.len()))? as usize)?;
    let start = read_start(reader)?;
    let months = if reader.flag()? { USUAL_TERM } else { reader.bits(TERM_BITS)? + 1 };
    let renewal = reader.flag()?;
    let users = reader.golomb(1)? + 1;
    let students = reader.golomb(0)?;
    let configurations = list.configurations_of(offer).count();
    let configuration = reader.bits(width_for(configurations))? as usize;
    let configuration = list.configurations_of(offer).nth(configuration)?.id.clone();
    let mut access_points = Vec::new();
    let mut before = months;
    for _ in 0..reader.golomb(1)?.min(Project::MAX_ACCESS_POINTS + 1) {
        if !reader.flag()? {
            before = reader.bits(TERM_BITS)? + 1;
        }
        access_points.push(AccessPoint::lasting(before));
    }
    let mut options = Choices::default();
    if reader.flag()? {
        for option in list.options_of(offer) {
            let chosen = match &option.choice {
                Choice::YesNo => reader.flag()?.then_some(Chosen::Yes),
                Choice::OneOf(alternatives) => {
                    match reader.bits(width_for(alternatives.len() + 1))?.checked_sub(1) {
                        None => None,
                        Some(rank) => Some(Chosen::Alternative(alternatives.get(rank as usize)?.id.clone())),
                    }
                }
                Choice::Counted(_) => match reader.golomb(0)? {
                    0 => None,
                    quantity => Some(Chosen::Quantity(quantity)),
                },
            };
            options.extend(chosen.map(|chosen| (option.id.clone(), chosen)));
        }
    }
    if format != ONE_INSTITUTION {
        let mut before = Institution::PROJECT_FUNDER;
        for one in &mut access_points {
            one.funder = read_institution(reader, before)?;
            one.host = read_institution(reader, one.funder)?;
            before = one.funder;
        }
    }
    Some(Project { offer, start, months, renewal, users, students, configuration, access_points, options })
}

fn write_start(writer: &mut Writer, start: NaiveDate) {
    let month = (start.year() - 2000) as u32 * 12 + start.month0();
    writer.flag(start.day() == 1);
    writer.bits(MONTH_BITS, month);
    if start.day() != 1 {
        writer.bits(5, start.day0());
    }
}

fn read_start(reader: &mut Reader<'_>) -> Option<NaiveDate> {
    let first = reader.flag()?;
    let month = reader.bits(MONTH_BITS)?;
    let day0 = if first { 0 } else { reader.bits(5)? };
    NaiveDate::from_ymd_opt(2000 + (month / 12) as i32, month % 12 + 1, day0 + 1)
}

fn offers_with_terms(list: &PriceList) -> impl Iterator<Item = Offer> {
    list.offers.iter().filter(|served| served.terms.is_some()).map(|served| served.offer)
}

fn rank<T>(mut among: impl Iterator<Item = T>, is: impl Fn(&T) -> bool) -> Option<u32> {
    among.position(|candidate| is(&candidate)).map(|rank| rank as u32)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn more_sd_boxes_than_there_may_be_are_read_as_too_many() {
        let list =
            &PriceList::from_json(include_str!("../../../../public/price-lists/casd-2020.json")).unwrap();
        let mut project = list.examples[0].project.clone();
        project.access_points =
            vec![AccessPoint::lasting(project.months); Project::MAX_ACCESS_POINTS as usize + 1];
        let mut writer = Writer::default();
        write_project(&mut writer, ONE_INSTITUTION, list, &project).unwrap();
        let symbols = writer.finish();
        assert_eq!(read_project(&mut Reader::new(&symbols), ONE_INSTITUTION, list), Some(project));
    }
}
