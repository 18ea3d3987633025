//! Status and error messages, shown on screen and announced to screen readers.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::dom::{El, el, unsubscribe_on_cleanup};
use super::platform::clock::REST_MS;

/// A message about what was done, or about what follows from an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// No message.
    #[default]
    Empty,
    /// It succeeded, or this is how things are: screen readers read it out in its turn (`role="status"`).
    Done(String),
    /// Something is wrong: they read it out at once (`role="alert"`).
    Error(String),
}

impl Status {
    /// The texts of status and alert: one of the two, or neither.
    pub fn into_parts(self) -> (String, String) {
        match self {
            Status::Empty => Default::default(),
            Status::Done(words) => (words, String::new()),
            Status::Error(words) => (String::new(), words),
        }
    }
}

/// The live regions of a message: a status and an alert. Both are there, empty, before it is: a region that comes with
/// its text is often not read.
pub fn status_region(class: &'static str, read: impl Fn() -> Status + Clone + Send + 'static) -> El {
    let again = read.clone();
    let done = el("p").attr("role", "status").text_with(move || read().into_parts().0);
    let wrong = el("p").attr("role", "alert").text_with(move || again().into_parts().1);
    el("div").class(class).child(done).child(wrong)
}

/// Announces a message to screen readers alone, debounced: see [`debounced`].
pub fn announce_debounced(read: impl Fn() -> Status + Send + Sync + 'static) -> AnyView {
    announcement(debounced(read))
}

/// The live region of an announcement, which nobody sees.
pub fn announcement(status: RwSignal<Status>) -> AnyView {
    status_region("announcement", move || status.get()).view()
}

/// A message that is there once it has changed and then rested, so that nobody is interrupted while typing. It belongs
/// to the view that calls this: a view that is rendered again begins without a message.
pub fn debounced(read: impl Fn() -> Status + Send + Sync + 'static) -> RwSignal<Status> {
    let announced = RwSignal::new(Status::Empty);
    // Dropping a timer cancels it: when another change comes, or when the view goes.
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<Status>| {
        unsubscribe_on_cleanup();
        let now = read();
        if before.is_some_and(|before| before != now) {
            announced.set(Status::Empty);
            let rested = now.clone();
            let announce = move || {
                let _ = announced.try_set(rested);
            };
            timer.set_value(Some(Timeout::new(REST_MS, announce)));
        }
        now
    });
    announced
}
