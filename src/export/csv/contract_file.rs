//! The contract-file rows of the CSV export: one row for each paper.

use crate::export::Simulation;
use crate::export::csv_table::{Cell, CsvTable};
use crate::i18n::{paper_name, paper_purpose, signed_by};
use crate::procedure::contract_file as file_of;

/// Writes a row for each paper, or for each host's papers of a kind. Amounts of purchase orders are part of the
/// text, as `SUM` would add them twice in the column of amounts.
pub(super) fn contract_file(table: &mut CsvTable, simulation: &Simulation<'_>) -> Result<(), csv::Error> {
    let (lang, opened) = (simulation.lang, simulation.opened);
    let words = lang.procedure();
    table.row([words.file, words.count, words.signed_by, words.purpose].map(Cell::text))?;
    for paper in &file_of(&opened.project, &opened.quote).papers {
        let named = |institution| simulation.names.in_words(lang, institution);
        table.row([
            Cell::text(paper_name(lang, paper)),
            Cell::Count(paper.count()),
            Cell::text(signed_by(lang, paper, &named)),
            Cell::text(paper_purpose(lang, paper, opened.list.currency)),
        ])?;
    }
    Ok(())
}
