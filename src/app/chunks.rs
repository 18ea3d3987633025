//! The chunks of the program that load on demand.
//!
//! The build moves a function with `wasm_split(name, …)`, and all that only it needs, into the chunk of that name
//! (`tools/wasm.sh`). A chunk has one such function, which gives what the chunk can do. Where loading fails, the
//! next call tries again. Natively nothing is loaded.

use chrono::NaiveDate;
use leptos::prelude::AnyView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wasm_bindgen::JsValue;

use super::action::{Document, Place, Reopened};
use super::address;
use super::app_state::{AppState, Render};
use super::documents;
use super::live_region::Status;
use super::outcome::Snapshot;
use super::pages::{self, price_editor};
use super::platform::task::Waiting;
use super::view::View;
use crate::export;
use crate::i18n::{Lang, preview_mark};
use crate::price_lists;

/// A chunk, or a file that the page needs, could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> NotLoaded {
        NotLoaded
    }
}

impl From<JsValue> for NotLoaded {
    fn from(_: JsValue) -> NotLoaded {
        NotLoaded
    }
}

/// Writes the PDF of a simulation, as of a day.
pub type WritePdf = fn(&Snapshot, NaiveDate) -> Option<Vec<u8>>;

/// The PDF writer, with its fonts.
#[wasm_split(pdf, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn pdf() -> Result<WritePdf, NotLoaded> {
    Ok(|snapshot, today| {
        let json = export::json(&snapshot.simulation()).ok()?;
        export::pdf(&snapshot.simulation(), today, json.as_bytes()).ok()
    })
}

/// Prepares a view that the address names, and gives what renders it.
pub type Prepare = fn(AppState, View) -> Render;

/// Saves a document of a simulation, and says so at a place; nothing where it could not be written. The PDF was written
/// before; the draft of an e-mail encloses it.
pub type SaveDocument = fn(AppState, &Snapshot, Document, Option<Vec<u8>>, Place) -> Option<()>;

/// Shares the PDF of a simulation.
pub type SharePdf = fn(AppState, Snapshot, Vec<u8>, Place) -> Waiting<Option<()>>;

/// What the chunk of the views can do.
pub struct Views {
    /// Prepares a view.
    pub prepare: Prepare,
    /// Takes the calendar of enrolment sessions; none where it could not be loaded.
    pub take_calendar: fn(AppState, Option<String>),
    /// Saves a document.
    pub save: SaveDocument,
    /// Shares the PDF, or saves it where that cannot be.
    pub share: SharePdf,
    /// Reads a file of so many bytes in which a simulation was saved, and says what it gives.
    pub read: fn(AppState, u64, &str) -> (Reopened, Status),
    /// Keeps the simulation, or an unfinished form, on this device.
    pub keep: fn(AppState) -> Status,
    /// Renders the banner above the page: what is wrong with CASD's own price list, or that it is being tried.
    pub banner: fn(Option<&str>, Lang) -> AnyView,
}

/// The views but for the price-list editor, and files but for the PDF.
#[wasm_split(views, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn views() -> Result<Views, NotLoaded> {
    Ok(Views {
        prepare: |app, view| match view {
            View::Saved => pages::saved::view,
            View::Plan => pages::plan::plan_view(app),
            View::Compare => pages::plan::compare_view(app, address::number(), address::variants()),
            View::Check | View::Simulator | View::PriceEditor => pages::check::view,
        },
        take_calendar: pages::plan::take_calendar,
        save: documents::save,
        share: |app, snapshot, pdf, place| Box::pin(documents::share(app, snapshot, pdf, place)),
        read: documents::read,
        keep: pages::saved::keep,
        banner: pages::banner::view,
    })
}

/// What the chunk of the price-list editor can do.
pub struct PriceEditor {
    /// Whether it was opened before.
    pub is_open: fn(AppState) -> bool,
    /// Opens it with the price list beside the page.
    pub open: fn(AppState, &str),
    /// Prepares the view.
    pub prepare: Prepare,
    /// Opens a price-list file of so many bytes.
    pub read: fn(AppState, u64, &str),
}

/// The price-list editor.
#[wasm_split(price_editor, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn price_editor() -> Result<PriceEditor, NotLoaded> {
    Ok(PriceEditor {
        is_open: price_editor::is_open,
        open: price_editor::open,
        prepare: |_, _| price_editor::view,
        read: price_editor::read,
    })
}

/// Validates a price book in JSON, overlays it on the bundled one, and has the page use it, if it is called before the
/// page is mounted; as a preview, where it is only being tried. Gives what is wrong with it, for the webmaster.
pub type UsePriceList = fn(&str, bool) -> Option<String>;

/// The parser of CASD's own price list.
#[wasm_split(price_list, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn price_list() -> Result<UsePriceList, NotLoaded> {
    Ok(|json, is_preview| match price_lists::with_own(json) {
        Ok(book) => {
            price_lists::use_book(if is_preview { book.into_preview(&preview_mark()) } else { book });
            None
        }
        Err(error) => Some(error.to_string()),
    })
}

impl std::fmt::Display for NotLoaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a part of the page could not be loaded")
    }
}
