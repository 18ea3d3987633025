//! How views are written: `tag("p").class("hint").text(words)`.
//!
//! This is Leptos's builder syntax with one restriction: every element has the same Rust type ([`Element`]), and
//! every closure comes boxed. Typed views, which the `view!` macro makes, are compiled again for every element of
//! the page: the first load was 30 kB heavier with them. For the same reason an element in the making is one
//! pointer, and what is generic here calls what is not.

use leptos::attr::any_attribute::IntoAnyAttribute;
use leptos::attr::custom::custom_attribute;
use leptos::ev::{Custom, on};
use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Subscriber};
use leptos::tachys::html::property::prop;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement};

use super::element::{Child, Element};

/// An element in the making.
pub struct Tag(Box<Element>);

/// Starts an element.
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Element { name, fixed: Vec::new(), live: Vec::new(), words: None, children: Vec::new() }))
}

/// A view that is made anew whenever what it reads changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(mut view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        let follow = move || {
            leave_once_gone();
            view()
        };
        follow.into_any()
    }
    boxed(Box::new(view))
}

/// Sees to it that whatever is following leaves what it follows before its view is made anew by the one
/// around it. Leptos drops it then, and leaves its place among those that are told of each change: an hour
/// of typing would fill the memory with such places.
pub fn leave_once_gone() {
    if let Some(observer) = Observer::get() {
        on_cleanup(move || observer.clear_sources(&observer));
    }
}

/// A view that is made anew only when one of these marks changes, so that what the visitor is in the
/// middle of, such as a field with the focus, stays in place.
pub fn live_on(
    marks: impl Fn() -> Vec<u32> + Send + Sync + 'static,
    view: impl FnMut() -> AnyView + Send + 'static,
) -> AnyView {
    fn boxed(changed: impl Fn() + Send + 'static, mut view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        live(move || {
            changed();
            untrack(&mut view)
        })
    }
    boxed(on_change_of(marks), Box::new(view))
}

/// Something to call where only a change of these marks matters.
pub fn on_change_of(
    marks: impl Fn() -> Vec<u32> + Send + Sync + 'static,
) -> impl Fn() + Copy + Send + 'static {
    fn boxed(marks: Box<dyn Fn() -> Vec<u32> + Send + Sync>) -> Memo<Vec<u32>> {
        Memo::new(move |_| {
            leave_once_gone();
            marks()
        })
    }
    let marks = boxed(Box::new(marks));
    // Reading it, not just tracking it: a memo that was never read has nothing to follow.
    move || marks.with(|_| ())
}

/// Several views, one after the other.
pub fn all(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// No view at all.
pub fn nothing() -> AnyView {
    all(Vec::new())
}

impl Tag {
    /// Sets an attribute. A name of a class is one of the style sheet's.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Tag {
        fn plain(mut tag: Tag, name: &'static str, value: &str) -> Tag {
            tag.0.fixed.push((name, value.into()));
            tag
        }
        plain(self, name, value.as_ref())
    }

    /// Sets the class.
    pub fn class(self, name: &'static str) -> Tag {
        self.attr("class", name)
    }

    /// Sets the id.
    pub fn id(self, id: impl AsRef<str>) -> Tag {
        self.attr("id", id)
    }

    /// Sets an attribute that follows what it reads.
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> String + Send + 'static) -> Tag {
        fn boxed(tag: Tag, name: &'static str, mut value: Box<dyn FnMut() -> String + Send>) -> Tag {
            let follow = move || {
                leave_once_gone();
                value()
            };
            tag.with(name, custom_attribute(name, follow))
        }
        boxed(self, name, Box::new(value))
    }

    /// Sets a property, such as the value of a field, that follows what it reads.
    pub fn live_property<T: Into<JsValue>>(
        self,
        name: &'static str,
        mut value: impl FnMut() -> T + Send + 'static,
    ) -> Tag {
        let value: Box<dyn FnMut() -> JsValue + Send> = Box::new(move || {
            leave_once_gone();
            value().into()
        });
        self.with(name, prop(name, value))
    }

    /// Does something on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Tag {
        fn boxed(tag: Tag, event: &'static str, act: Box<dyn FnMut(Event)>) -> Tag {
            tag.with(event, on(Custom::<Event>::new(event), act))
        }
        boxed(self, event, Box::new(act))
    }

    fn with(mut self, name: &'static str, live: impl IntoAnyAttribute) -> Tag {
        self.0.live.push((name, live.into_any_attr()));
        self
    }

    /// Adds a text.
    pub fn text(self, words: impl AsRef<str>) -> Tag {
        fn plain(mut tag: Tag, words: &str) -> Tag {
            tag.0.children.push(Child::Words(words.into()));
            tag
        }
        plain(self, words.as_ref())
    }

    /// Has it hold a text that follows what it reads, and nothing else.
    pub fn live_text(self, words: impl FnMut() -> String + Send + 'static) -> Tag {
        fn boxed(mut tag: Tag, mut words: Box<dyn FnMut() -> String + Send>) -> Tag {
            let follow = move || {
                leave_once_gone();
                words()
            };
            tag.0.words = Some(Box::new(follow));
            tag
        }
        boxed(self, Box::new(words))
    }

    /// Adds a view.
    pub fn child(self, view: impl Into<Child>) -> Tag {
        fn plain(mut tag: Tag, child: Child) -> Tag {
            tag.0.children.push(child);
            tag
        }
        plain(self, view.into())
    }

    /// Adds several views.
    pub fn children(mut self, views: Vec<AnyView>) -> Tag {
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

impl From<Tag> for Child {
    fn from(tag: Tag) -> Child {
        Child::View(tag.view())
    }
}

/// What the field that an event comes from holds.
pub fn value_of(event: &Event) -> String {
    let Some(field) = event.target() else { return String::new() };
    // Not by the type of the field: every kind has a value.
    let value = js_sys::Reflect::get(&field, &JsValue::from_str("value"));
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the box that an event comes from is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event
        .target()
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}
