//! File names of exported simulations, made from their numbers.

use tariff::number::Number;

/// The maximum length of a file name, which every disk, archive and mail program accepts.
pub const MAX_FILE_NAME: usize = 100;
const STEM: &str = "simulation-";
/// How many of a number's last characters a shortened name keeps: its checksum, which distinguishes numbers
/// that begin alike.
const END: usize = 6;
const MAX_EXTENSION: usize = 10;

/// The file name of a simulation: its number, with which the page can reopen it.
///
/// Letters, digits, hyphens, an underscore and one point, which every system accepts. A number too long
/// for [`MAX_FILE_NAME`] is cut at the end of a group, and its checksum follows after an underscore.
///
/// ```
/// use casd_simulator::export::file_name;
/// use casd_simulator::price_lists;
/// use tariff::number;
///
/// let list = price_lists::price_book().by_id("pmsi").unwrap();
/// let day = "2026-11-21".parse().unwrap();
/// let number = number::issue(list, &list.examples[0].project, day).unwrap();
/// let name = file_name(&number, "pdf");
/// assert!(name.starts_with("simulation-CASD-1Q") && name.ends_with(".pdf"));
/// ```
pub fn file_name(number: &Number, extension: &str) -> String {
    let safe = |c: &char| c.is_ascii_alphanumeric();
    let extension: String = extension.chars().filter(safe).take(MAX_EXTENSION).collect();
    let shown = number.to_string();
    let room = MAX_FILE_NAME - STEM.len() - 1 - extension.len();
    if shown.len() <= room {
        return format!("{STEM}{shown}.{extension}");
    }
    let end: String = number.as_str().chars().skip(number.as_str().len().saturating_sub(END)).collect();
    let mut start = String::new();
    for group in shown.split_inclusive('-') {
        if start.len() + group.len() > room - 1 - end.len() {
            break;
        }
        start.push_str(group);
    }
    format!("{STEM}{}_{end}.{extension}", start.trim_end_matches('-'))
}
