//! Does what buttons ask for beyond a change of the form.

use tariff::MAX_FILE_BYTES;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, File};

use super::action::{Action, Document, Place};
use super::app_state::AppState;
use super::chunks::{self, NotLoaded};
use super::live_region::Status;
use super::outcome::Snapshot;
use super::platform::busy::Busy;
use super::platform::task::spawn;
use super::platform::{clipboard, window};
use super::router;
use super::view::View;

/// Does what an element asks for, which is busy until it is done, and says at the place what came of it; or that
/// something could not be loaded.
pub fn perform(app: AppState, action: Action, place: Place, from: Option<Element>) {
    spawn(async move {
        let _busy = Busy::mark(from);
        // Before, not after: what is asked for meanwhile may fail.
        app.set_not_loaded(false);
        if act(app, action, place).await.is_err() {
            app.set_not_loaded(true);
        }
    });
}

async fn act(app: AppState, action: Action, place: Place) -> Result<(), NotLoaded> {
    match action {
        Action::Show(view) => router::show(app, view).await?,
        Action::Open(reopened) => router::open(app, &reopened),
        Action::Save(document) => {
            // What was on the form at the click, whatever is typed while a chunk loads.
            let snapshot = app.snapshot_now().ok_or(NotLoaded)?;
            let pdf = match document {
                Document::Pdf | Document::Eml => Some(pdf(app, &snapshot).await?),
                Document::Csv | Document::Json => None,
            };
            let save = chunks::views().await?.save;
            save(app, &snapshot, document, pdf, place).ok_or(NotLoaded)?;
        }
        Action::Share => {
            let snapshot = app.snapshot_now().ok_or(NotLoaded)?;
            let pdf = pdf(app, &snapshot).await?;
            let share = chunks::views().await?.share;
            share(app, snapshot, pdf, place).await.ok_or(NotLoaded)?;
        }
        Action::Print => window().print()?,
        Action::Keep => {
            let keep = chunks::views().await?.keep;
            app.say(place, keep(app));
        }
        Action::Copy(text, words) => {
            let status = match clipboard::write(&text).await {
                true => Status::Done(words.copied.into()),
                false => Status::Error(words.not_copied.into()),
            };
            app.say(place, status);
        }
        Action::Read(file) => read(app, &file).await?,
    }
    Ok(())
}

/// The PDF of a simulation.
async fn pdf(app: AppState, snapshot: &Snapshot) -> Result<Vec<u8>, NotLoaded> {
    let write = chunks::pdf().await?;
    write(snapshot, app.today()).ok_or(NotLoaded)
}

/// Reads a file: a price list where the editor is in sight, else a simulation.
async fn read(app: AppState, file: &File) -> Result<(), NotLoaded> {
    let bytes = file.size() as u64;
    // A longer one is refused unread, and what is no file (a folder) has no text: whoever reads it says so.
    let text = if bytes > MAX_FILE_BYTES as u64 { None } else { JsFuture::from(file.text()).await.ok() };
    let text = text.and_then(|text| text.as_string()).unwrap_or_default();
    if app.view_now() == View::PriceEditor {
        let read = chunks::price_editor().await?.read;
        read(app, bytes, &text);
        return Ok(());
    }
    let read = chunks::views().await?.read;
    let (reopened, status) = read(app, bytes, &text);
    if reopened.number.is_some() {
        router::open(app, &reopened);
    } else if app.view_now() != View::Simulator {
        // It is said beside the field of the form.
        router::show(app, View::Simulator).await?;
    }
    app.say(Place::OpenFile, status);
    Ok(())
}
