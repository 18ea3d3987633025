//! What came of something, told to those who look and to those who listen. These are the views that load on
//! demand; on the page its scripts do the same (`web/said.js`).

use std::time::Duration;

use leptos::prelude::*;

use super::dom::{El, el, unsubscribe_on_cleanup};

/// How long an entry rests before screen readers are told what came of it.
const REST: Duration = Duration::from_millis(1_500);

/// What came of something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// Nothing that need be said.
    #[default]
    Nothing,
    /// It succeeded, or this is how things are: screen readers read it out in its turn.
    Done(String),
    /// Something is wrong: they read it out at once.
    Wrong(String),
}

impl Told {
    /// What succeeded, and what is wrong: one of the two, or neither.
    pub fn into_parts(self) -> (String, String) {
        match self {
            Told::Nothing => Default::default(),
            Told::Done(words) => (words, String::new()),
            Told::Wrong(words) => (String::new(), words),
        }
    }
}

/// The two places where it stands; both are there before it does.
pub fn told(class: &'static str, read: impl Fn() -> Told + Clone + Send + 'static) -> El {
    let again = read.clone();
    let done = el("p").attr("role", "status").text_with(move || read().into_parts().0);
    let wrong = el("p").attr("role", "alert").text_with(move || again().into_parts().1);
    el("div").class(class).child(done).child(wrong)
}

/// Tells screen readers alone of what stands elsewhere in the view, whenever it has changed and then rested:
/// nobody is interrupted while typing.
pub fn announced(read: impl Fn() -> Told + Send + Sync + 'static) -> AnyView {
    let said = RwSignal::new(Told::Nothing);
    let changes = StoredValue::new(0_u32);
    Effect::new(move |before: Option<Told>| {
        unsubscribe_on_cleanup();
        let now = read();
        if before.is_some_and(|before| before != now) {
            said.set(Told::Nothing);
            changes.update_value(|changes| *changes += 1);
            let (this, rested) = (changes.get_value(), now.clone());
            let say = move || {
                // Another may have come since, or the view be gone.
                if changes.try_get_value() == Some(this) {
                    said.set(rested);
                }
            };
            set_timeout(say, REST);
        }
        now
    });
    told("announcement", move || said.get()).view()
}
