//! What buttons ask for beyond a change of the form or of a view. Views say what; `perform.rs` knows how.

use web_sys::File;

use super::view::View;
use crate::i18n::CopyButton;

/// An action.
#[derive(Clone)]
pub enum Action {
    /// Shows a view.
    Show(View),
    /// Opens a simulation in the simulator.
    Open(Reopened),
    /// Saves a document of the simulation.
    Save(Document),
    /// Shares the PDF.
    Share,
    /// Prints the page.
    Print,
    /// Keeps the simulation, or an unfinished form, on this device.
    Keep,
    /// Puts a text on the clipboard.
    Copy(String, &'static CopyButton),
    /// Reads a file that the user chose or dropped.
    Read(File),
}

/// What is opened: a number, a form as text, or a simulation with the names of its institutions, which no number has.
#[derive(Clone, Default)]
pub struct Reopened {
    /// The number; it stands in the address.
    pub number: Option<String>,
    /// The form as text.
    pub form: Option<String>,
}

/// A document of the simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The PDF, with the JSON attached.
    Pdf,
    /// The message to CASD as a draft, with PDF and JSON.
    Eml,
    /// The lines as a table for spreadsheets.
    Csv,
    /// The simulation as data.
    Json,
}

/// Where an action was asked for: what came of it is said there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Nowhere in particular.
    #[default]
    Page,
    /// Below the form.
    Form,
    /// Where a file is opened.
    OpenFile,
    /// Beside the number.
    Number,
    /// Beside the message to CASD.
    Message,
    /// Beside the documents.
    Documents,
    /// Beside the documents of the plan.
    PlanDocuments,
    /// Beside the link of compared variants.
    Comparison,
}
