//! The parts that views are made of. Each takes its closures boxed, so that the whole page has one
//! compiled copy of it: a generic part would be compiled again for every place that uses it, and the
//! first load is weighed.

use leptos::prelude::*;

/// What a field does with what is entered.
pub type Enter<T> = Box<dyn FnMut(T)>;

/// A view that is made anew whenever what it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || view()).into_any()
    }
    boxed(Box::new(view))
}

/// A text that follows what it reads.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    live(move || text().into_any())
}

/// A button; its class is one of the style sheet's, or empty.
pub fn button(class: &'static str, label: &str, press: impl FnMut() + 'static) -> AnyView {
    fn boxed(class: &'static str, label: String, mut press: Box<dyn FnMut()>) -> AnyView {
        view! { <button type="button" class=class on:click=move |_| press()>{label}</button> }.into_any()
    }
    boxed(class, label.into(), Box::new(press))
}

/// A paragraph; its class is one of the style sheet's, or empty.
pub fn paragraph(class: &'static str, text: &str) -> AnyView {
    view! { <p class=class>{String::from(text)}</p> }.into_any()
}

/// A heading within the sheet.
pub fn heading(text: &str) -> AnyView {
    view! { <h3>{String::from(text)}</h3> }.into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}
