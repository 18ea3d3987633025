//! The element that views are made of, and how the browser's own follows it.
//!
//! It stands in for Leptos's `custom` element, the one of theirs whose name is data. Where a view is made again,
//! that one is replaced with all that is in it: it compares its name with the browser's, which is in capitals
//! (tachys 0.2.19, `HtmlElement::rebuild`). This one changes what has changed, which is a third less work at each
//! key. Where a browser's translation took a text out of the document, the element around it is replaced: a new
//! amount must not go to where nobody sees it.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, AnyAttributeState};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsCast;

/// An element in the making.
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes that only another view changes.
    pub fixed: Vec<(&'static str, String)>,
    /// Its attributes and properties that follow what they read, and what it does on events, each by its name.
    pub live: Vec<(&'static str, AnyAttribute)>,
    /// The text that it holds and that follows what it reads, where it holds nothing else.
    pub words: Option<Words>,
    /// What it holds.
    pub children: Vec<Child>,
}

/// A text that follows what it reads.
pub type Words = Box<dyn FnMut() -> String + Send>;

/// What an element can hold.
pub enum Child {
    /// A text.
    Words(String),
    /// A view.
    View(AnyView),
}

/// An element in the document.
pub struct Shown {
    element: types::Element,
    name: &'static str,
    fixed: Vec<(&'static str, String)>,
    live: Vec<(&'static str, AnyAttributeState)>,
    words: Option<RenderEffect<String>>,
    children: Vec<Held>,
}

/// What it holds there.
enum Held {
    Words(String, types::Text),
    View(AnyViewState),
}

impl Shown {
    /// Whether the browser's element can become that one: nothing of what it is or does is taken from it, and its
    /// texts stand where they were put.
    fn can_become(&self, other: &Element) -> bool {
        let names = self.live.iter().map(|(name, _)| name);
        self.name == other.name
            && names.eq(other.live.iter().map(|(name, _)| name))
            && self.words.is_some() == other.words.is_some()
            && self.children.len() <= other.children.len()
            && self.children.iter().zip(&other.children).all(|(held, child)| match (held, child) {
                (Held::Words(before, text), Child::Words(words)) => {
                    before == words || Rndr::get_parent(text).is_some()
                }
                (Held::View(_), Child::View(_)) => true,
                _ => false,
            })
    }
}

/// Has an element say what follows: all of it anew, whatever a translation made of what it said before.
fn follow(element: &types::Element, mut words: Words, before: Option<String>) -> RenderEffect<String> {
    let element = element.clone();
    let say = move |before: Option<String>| {
        let now = words();
        // Screen readers would be told the same again.
        if before.as_ref() != Some(&now) {
            element.set_text_content(Some(&now));
        }
        now
    };
    RenderEffect::new_with_value(say, before)
}

impl Child {
    /// Puts it at the end of an element.
    fn append_to(self, element: &types::Element) -> Held {
        match self {
            Child::Words(words) => {
                let text = Rndr::create_text_node(&words);
                Rndr::insert_node(element, &text, None);
                Held::Words(words, text)
            }
            Child::View(view) => {
                let mut view = view.build();
                view.mount(element, None);
                Held::View(view)
            }
        }
    }
}

impl Render for Element {
    type State = Shown;

    fn build(self) -> Shown {
        let Element { name, fixed, live, words, children } = self;
        let element = Rndr::create_element(name, None);
        for (name, value) in &fixed {
            Rndr::set_attribute(&element, name, value);
        }
        let live = live.into_iter().map(|(name, one)| (name, one.build(&element))).collect();
        let words = words.map(|words| follow(&element, words, None));
        let children = children.into_iter().map(|child| child.append_to(&element)).collect();
        Shown { element, name, fixed, live, words, children }
    }

    fn rebuild(self, shown: &mut Shown) {
        if !shown.can_become(&self) {
            let mut other = self.build();
            shown.insert_before_this(&mut other);
            shown.unmount();
            *shown = other;
            return;
        }
        let Shown { element, .. } = shown;
        for (name, value) in self.fixed.iter().filter(|one| !shown.fixed.contains(one)) {
            Rndr::set_attribute(element, name, value);
        }
        for (name, _) in &shown.fixed {
            if self.fixed.iter().all(|(other, _)| other != name) {
                Rndr::remove_attribute(element, name);
            }
        }
        shown.fixed = self.fixed;
        for ((_, one), (_, before)) in self.live.into_iter().zip(&mut shown.live) {
            one.rebuild(before);
        }
        if let Some(words) = self.words {
            let before = shown.words.take().and_then(|before| before.take_value());
            shown.words = Some(follow(element, words, before));
        }
        for (at, child) in self.children.into_iter().enumerate() {
            match (child, shown.children.get_mut(at)) {
                (Child::View(view), Some(Held::View(before))) => view.rebuild(before),
                (Child::Words(words), Some(Held::Words(before, text))) => {
                    if words != *before {
                        Rndr::set_text(text, &words);
                        *before = words;
                    }
                }
                (child, _) => shown.children.push(child.append_to(element)),
            }
        }
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element).and_then(|parent| parent.dyn_into().ok());
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(&self.element));
            true
        })
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(Element);

// What Leptos asks of views that a server writes beforehand. There is no server.
impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Element {
        self
    }
}
