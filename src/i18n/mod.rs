//! Translations: every sentence of the simulator, in French and in English.
//!
//! A sentence that is missing in one language does not compile: fixed ones are fields of [`Page`]
//! or [`Pdf`], filled in once for each language; those with something to fill in are functions that match on
//! [`Lang`].

mod calendar_faults;
mod enrolment;
mod files;
mod form_faults;
mod formats;
mod list_faults;
mod list_fields;
mod messages;
mod page;
mod pdf;
mod plan;
mod plots;
mod procedure;
mod project;
mod reasons;
mod steps;
mod today;
mod views;
mod workbench;

pub use calendar_faults::{calendar_errors, calendar_fault};
pub use enrolment::{
    enrolled_before, enrolment_fault, registration_closes, session_conditions, session_day, session_hours,
    sessions_needed, sessions_outcome,
};
pub use files::{
    Files, due, file_refused, not_opened_plainly, number_not_opened, other_day, other_total, short_subject,
    subject, unread, vat_status,
};
pub use form_faults::{form_fault, not_json};
pub use formats::{age, amount, day, percent};
pub use list_faults::{
    beginning_moved, begins_in_the_past, gap, list_fault, list_file_too_large, never_in_force, no_price_on,
    price_list_from, price_list_of, serial_not_above, used_list_missing,
};
pub use list_fields::{ListField, ListPart, field_label, list_field, list_part, vat_choice};
pub use messages::{entry_fault, field_name, misread, not_issued, not_opened, to_correct};
pub use page::{CopyButton, Page};
pub use pdf::{Pdf, all_in_one_year, funder, issued_on, page_number, pdf_title};
pub use plan::Plan;
pub use plots::{
    Plots, budget_term, budget_year, by_item_described, by_term_described, by_year_described, cell,
    input_name, input_value, month_count, round_amount, same_in_all, share_of_total, signed_amount,
    term_name, variant_name, variant_stands, varied, varied_value, what_if_described, what_if_title,
};
pub use procedure::{
    Procedure, numbered_boxes, paper_count, paper_kind, paper_name, paper_purpose, signed_by,
};
pub use project::{boxes, chosen_option, environment, options, team, term};
pub use reasons::{
    configuration, formula, list_dates, not_included, notice, numbered_box, of_whom, offer_help, offer_name,
    payer, period, priced_on, provenance, reopened, total, unpriced_quantity, vat,
};
pub use steps::{feed, role_explained, role_name, step_sentences, step_title};
pub use today::{changed_line, none_today, total_and_difference, total_today};
pub use views::{Views, file_opened, only_some_checked, saved, some_not_opened, standing};
pub use workbench::{Workbench, at_line, findings_counted, numbers_stand, preview_mark};

use tariff::Words;

/// A language of the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order in which the page offers them.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// The language's code, as HTML and addresses write it.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// The language that a tag such as `fr-CA` names, where the simulator has it.
    ///
    /// ```
    /// use casd_simulator::i18n::Lang;
    ///
    /// assert_eq!(Lang::from_tag("fr-CA"), Some(Lang::Fr));
    /// assert_eq!(Lang::from_tag("frisian"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The fixed sentences of the page.
    pub fn page(self) -> &'static Page {
        match self {
            Lang::Fr => &page::FR,
            Lang::En => &page::EN,
        }
    }

    /// The fixed sentences of the PDF.
    pub fn pdf(self) -> &'static Pdf {
        match self {
            Lang::Fr => &pdf::FR,
            Lang::En => &pdf::EN,
        }
    }

    /// A price list's words in this language.
    pub fn of(self, words: &Words) -> &str {
        match self {
            Lang::Fr => &words.fr,
            Lang::En => &words.en,
        }
    }

    /// One of two texts.
    fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    /// One of two texts by number: French counts 0 and 1 as singular, English only 1.
    fn plural<T>(self, count: u32, one: T, many: T) -> T {
        let singular = match self {
            Lang::Fr => count < 2,
            Lang::En => count == 1,
        };
        if singular { one } else { many }
    }
}
