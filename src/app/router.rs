//! The router: which view is in sight, as the address has it.

use gloo::events::EventListener;

use super::action::Reopened;
use super::address;
use super::app_state::AppState;
use super::chunks::{self, NotLoaded, Prepare, PriceEditor, Views};
use super::form::FORM;
use super::history;
use super::pages::HEADING;
use super::platform::busy::Busy;
use super::platform::fetch::{FetchError, fetch_text};
use super::platform::focus::focus;
use super::platform::task::spawn;
use super::platform::window;
use super::view::View;

/// How long the calendar is waited for, and with it the rest of the plan, in milliseconds.
const CALENDAR_MS: u32 = 5_000;
/// How long the price list beside the page is waited for, in milliseconds.
const PRICE_LIST_MS: u32 = 30_000;

/// Shows the view that the address names, and from then on follows the address.
pub fn follow(app: AppState) {
    if address::view() != View::Simulator {
        follow_address(app);
    }
    EventListener::new(&window(), "popstate", move |_| follow_address(app)).forget();
}

fn follow_address(app: AppState) {
    let view = address::view();
    spawn(async move {
        let _busy = Busy::mark(None);
        app.set_not_loaded(false);
        let shown = async { Chunk::of(view).await?.put(app, view).await };
        if shown.await.is_err() {
            app.set_not_loaded(true);
        }
    });
}

/// Loads a view, writes it into the address, and shows it.
///
/// # Errors
///
/// It could not be loaded. What was in sight stays in sight.
pub async fn show(app: AppState, view: View) -> Result<(), NotLoaded> {
    let chunk = Chunk::of(view).await?;
    history::write_now();
    address::push(&address::state(), &address::with_view(view));
    chunk.put(app, view).await
}

/// Opens a simulation in the simulator.
pub fn open(app: AppState, reopened: &Reopened) {
    history::write_now();
    let number = reopened.number.as_deref().unwrap_or_default();
    address::push(reopened.form.as_deref().unwrap_or_default(), &address::with_number(number));
    put(app, View::Simulator, None);
    history::arrive(app);
}

/// What a view is in.
enum Chunk {
    /// The form is in what loads first.
    First,
    Views(Views),
    PriceEditor(PriceEditor),
}

impl Chunk {
    async fn of(view: View) -> Result<Chunk, NotLoaded> {
        Ok(match view {
            View::Simulator => Chunk::First,
            View::PriceEditor => Chunk::PriceEditor(chunks::price_editor().await?),
            View::Check | View::Saved | View::Plan | View::Compare => Chunk::Views(chunks::views().await?),
        })
    }

    /// Loads the data of a view, which the address names, and shows it; unless the user is elsewhere by then.
    async fn put(&self, app: AppState, view: View) -> Result<(), NotLoaded> {
        match self {
            Chunk::PriceEditor(editor) if !(editor.is_open)(app) => (editor.open)(app, &price_list().await?),
            Chunk::Views(views) if view == View::Plan => (views.take_calendar)(app, calendar().await),
            _ => {}
        }
        if address::view() == view {
            let prepare = match self {
                Chunk::First => None,
                Chunk::Views(views) => Some(views.prepare),
                Chunk::PriceEditor(editor) => Some(editor.prepare),
            };
            put(app, view, prepare);
        }
        Ok(())
    }
}

/// The price list beside the page. A new file that leaves out what is in use would lose its numbers: whoever has none
/// has an empty one, but one that cannot be loaded is an error.
async fn price_list() -> Result<String, NotLoaded> {
    match fetch_text("price-list.json", PRICE_LIST_MS).await {
        Err(FetchError::Status(404)) => Ok(r#"{ "lists": [] }"#.into()),
        text => text.map_err(|_| NotLoaded),
    }
}

/// The calendar of enrolment sessions beside the page; none where it could not be loaded.
async fn calendar() -> Option<String> {
    match fetch_text("enrolment-sessions.json", CALENDAR_MS).await {
        Err(FetchError::Status(404)) => Some(r#"{ "sessions": [] }"#.into()),
        text => text.ok(),
    }
}

/// Shows a view, once the address names it.
fn put(app: AppState, view: View, prepare: Option<Prepare>) {
    let is_other = app.view_now() != view;
    app.show(prepare.map(|prepare| (view, prepare(app, view))));
    if is_other {
        focus(if view == View::Simulator { FORM } else { HEADING }.into());
    }
}
