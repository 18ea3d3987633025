//! The element builder that views are written with: `el("p").class("hint").text("…")`.
//!
//! This is Leptos's builder syntax with one restriction: every element has the same Rust type, and
//! every closure is boxed. Typed views, which the `view!` macro makes, are compiled again for each element of the
//! page (DESIGN.md, "The page" has the figures). For the same reason an unfinished element is one pointer, and
//! generic functions here call ones that are not.

mod element;
mod html;

use leptos::attr::any_attribute::IntoAnyAttribute;
use leptos::ev::{Custom, on};
use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Subscriber};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File, HtmlInputElement};

pub use self::element::{Child, Value};
use self::element::{Compute, Element, Slot};
#[cfg(not(target_arch = "wasm32"))]
pub use self::html::to_html;

/// An element under construction.
pub struct El(Box<Element>);

/// Starts an element of that name.
pub fn el(name: &'static str) -> El {
    El(Box::new(Element {
        name,
        attributes: Vec::new(),
        bindings: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// A view that is rendered again whenever a signal that it reads changes.
pub fn dynamic(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(mut view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        let render = move || {
            unsubscribe_on_cleanup();
            view()
        };
        render.into_any()
    }
    boxed(Box::new(view))
}

/// Unsubscribes the current effect when its parent renders again. Leptos 0.8 drops the effect then, and leaves a
/// dead entry in the list of subscribers of each signal that it read: an hour of typing would fill the memory.
pub fn unsubscribe_on_cleanup() {
    if let Some(observer) = Observer::get() {
        on_cleanup(move || observer.clear_sources(&observer));
    }
}

/// A view that is rendered again only when one of its keys changes, so that what the user is in the middle of,
/// such as a field with the focus, stays in place. Signals that the view reads do not count.
pub fn keyed(
    keys: impl Fn() -> Vec<u32> + Send + Sync + 'static,
    view: impl FnMut() -> AnyView + Send + 'static,
) -> AnyView {
    fn boxed(
        keys: Box<dyn Fn() -> Vec<u32> + Send + Sync>,
        mut view: Box<dyn FnMut() -> AnyView + Send>,
    ) -> AnyView {
        let keys = Memo::new(move |_| {
            unsubscribe_on_cleanup();
            keys()
        });
        dynamic(move || {
            // Reading it, not just tracking it: a memo that was never read has no sources.
            keys.with(|_| ());
            untrack(&mut view)
        })
    }
    boxed(Box::new(keys), Box::new(view))
}

/// Several views, one after the other.
pub fn fragment(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// No view at all.
pub fn empty() -> AnyView {
    fragment(Vec::new())
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> El {
        fn plain(mut el: El, name: &'static str, value: &str) -> El {
            el.0.attributes.push((name, value.into()));
            el
        }
        plain(self, name, value.as_ref())
    }

    /// Sets the class: one of the style sheet's.
    pub fn class(self, name: &'static str) -> El {
        self.attr("class", name)
    }

    /// Sets the id.
    pub fn id(self, id: impl AsRef<str>) -> El {
        self.attr("id", id)
    }

    /// Binds an attribute: it is computed again whenever a signal that it reads changes. A flag is an attribute
    /// that is there or not.
    pub fn attr_with<T: Into<Value>>(
        self,
        name: &'static str,
        value: impl FnMut() -> T + Send + 'static,
    ) -> El {
        self.bind(Slot::Attribute(name), value)
    }

    /// Binds a property, such as the `value` of a field.
    pub fn prop<T: Into<Value>>(self, name: &'static str, value: impl FnMut() -> T + Send + 'static) -> El {
        self.bind(Slot::Property(name), value)
    }

    /// Binds the text of an element that has no children.
    pub fn text_with(self, text: impl FnMut() -> String + Send + 'static) -> El {
        self.bind(Slot::Text, text)
    }

    fn bind<T: Into<Value>>(self, slot: Slot, mut value: impl FnMut() -> T + Send + 'static) -> El {
        fn boxed(mut el: El, slot: Slot, compute: Compute) -> El {
            el.0.bindings.push((slot, compute));
            el
        }
        let compute = move || {
            unsubscribe_on_cleanup();
            value().into()
        };
        boxed(self, slot, Box::new(compute))
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> El {
        fn boxed(mut el: El, event: &'static str, act: Box<dyn FnMut(Event)>) -> El {
            let listener = on(Custom::<Event>::new(event), act);
            el.0.listeners.push((event, listener.into_any_attr()));
            el
        }
        boxed(self, event, Box::new(act))
    }

    /// Adds a text.
    pub fn text(self, text: impl AsRef<str>) -> El {
        fn plain(mut el: El, text: &str) -> El {
            el.0.children.push(Child::Text(text.into()));
            el
        }
        plain(self, text.as_ref())
    }

    /// Adds a view or an element.
    pub fn child(self, view: impl Into<Child>) -> El {
        fn plain(mut el: El, child: Child) -> El {
            el.0.children.push(child);
            el
        }
        plain(self, view.into())
    }

    /// Adds several views.
    pub fn children(mut self, views: Vec<AnyView>) -> El {
        self.0.children.extend(views.into_iter().map(Child::View));
        self
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        (*self.0).into_any()
    }
}

impl From<AnyView> for Child {
    fn from(view: AnyView) -> Child {
        Child::View(view)
    }
}

impl From<El> for Child {
    fn from(el: El) -> Child {
        Child::View(el.view())
    }
}

/// The value of the field that an event comes from.
pub fn value_of(event: &Event) -> String {
    let Some(field) = event.target() else { return String::new() };
    // Not by the type of the field: every kind has a value.
    let value = js_sys::Reflect::get(&field, &JsValue::from_str("value"));
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the checkbox that an event comes from is checked.
pub fn is_checked(event: &Event) -> bool {
    event
        .target()
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

/// The file that was chosen in the field that an event comes from. The field is then empty again, so that the same file
/// can be chosen twice.
pub fn chosen_file(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}
