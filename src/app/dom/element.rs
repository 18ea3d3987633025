//! One element type for all views: how it is built in the browser and updated in place.
//!
//! It stands in for Leptos's own `custom` element, whose rebuild replaces the element with everything in it: it
//! compares the name it was given with the browser's, which is in capitals (tachys 0.2.19, `HtmlElement::rebuild`).
//! This one patches what has changed, which is a third less work for each key.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, AnyAttributeState};
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::{JsCast, JsValue};

/// The description of an element: what [`El`](super::El) collects.
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Attributes with a fixed value.
    pub attributes: Vec<(&'static str, String)>,
    /// Attributes, properties and text that are computed from signals.
    pub bindings: Vec<(Slot, Compute)>,
    /// Event listeners, each with the name of its event.
    pub listeners: Vec<(&'static str, AnyAttribute)>,
    /// Its children; none where its text is bound.
    pub children: Vec<Child>,
}

/// What a binding sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// An attribute.
    Attribute(&'static str),
    /// A property, such as the `value` of a field.
    Property(&'static str),
    /// The text of an element without children.
    Text,
}

/// What a binding computes.
pub type Compute = Box<dyn FnMut() -> Value + Send>;

/// The value of an attribute or a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Present or absent.
    Flag(bool),
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.into())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Flag(flag)
    }
}

impl From<Value> for JsValue {
    fn from(value: Value) -> JsValue {
        match value {
            Value::Text(text) => JsValue::from_str(&text),
            Value::Flag(flag) => JsValue::from_bool(flag),
        }
    }
}

/// A child of an element.
pub enum Child {
    /// A text.
    Text(String),
    /// A view.
    View(AnyView),
}

/// An element in the document.
pub struct ElementState {
    element: types::Element,
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    bindings: Vec<(Slot, RenderEffect<Value>)>,
    listeners: Vec<(&'static str, AnyAttributeState)>,
    children: Vec<ChildState>,
}

enum ChildState {
    Text(String, types::Text),
    View(AnyViewState),
}

impl ElementState {
    /// Whether the element in the document can be patched into that one: it then loses neither a binding, a
    /// listener nor a child, and its texts are where they were put. Where a browser's translation took a text out
    /// of the document, the element is replaced: a new amount must not go to where nobody sees it.
    fn can_become(&self, other: &Element) -> bool {
        let slots = self.bindings.iter().map(|(slot, _)| slot);
        let events = self.listeners.iter().map(|(event, _)| event);
        self.name == other.name
            && slots.eq(other.bindings.iter().map(|(slot, _)| slot))
            && events.eq(other.listeners.iter().map(|(event, _)| event))
            && self.children.len() <= other.children.len()
            && self.children.iter().zip(&other.children).all(|(state, child)| match (state, child) {
                (ChildState::Text(before, node), Child::Text(text)) => {
                    before == text || Rndr::get_parent(node).is_some()
                }
                (ChildState::View(_), Child::View(_)) => true,
                _ => false,
            })
    }
}

/// Runs a binding now, and again whenever what it reads changes; the document is touched only where the value is
/// another one than before. Screen readers would be told the same again.
fn bind(
    element: &types::Element,
    slot: Slot,
    mut compute: Compute,
    before: Option<Value>,
) -> RenderEffect<Value> {
    let element = element.clone();
    let run = move |before: Option<Value>| {
        let value = compute();
        if before.as_ref() != Some(&value) {
            set(&element, slot, &value);
        }
        value
    };
    RenderEffect::new_with_value(run, before)
}

fn set(element: &types::Element, slot: Slot, value: &Value) {
    match (slot, value) {
        (Slot::Property(name), value) => {
            let (name, value) = (JsValue::from_str(name), JsValue::from(value.clone()));
            // Where the user changed it, it has that value already. Setting it again would wipe a date that is
            // not complete, whose value is empty.
            if js_sys::Reflect::get(element, &name).as_ref() != Ok(&value) {
                let _ = js_sys::Reflect::set(element, &name, &value);
            }
        }
        (Slot::Attribute(name), Value::Text(text)) => Rndr::set_attribute(element, name, text),
        (Slot::Attribute(name), Value::Flag(true)) => Rndr::set_attribute(element, name, ""),
        (Slot::Attribute(name), Value::Flag(false)) => Rndr::remove_attribute(element, name),
        // All of it again, whatever a translation made of what was there before.
        (Slot::Text, Value::Text(text)) => element.set_text_content(Some(text)),
        (Slot::Text, Value::Flag(_)) => {}
    }
}

impl Child {
    fn append_to(self, element: &types::Element) -> ChildState {
        match self {
            Child::Text(text) => {
                let node = Rndr::create_text_node(&text);
                Rndr::insert_node(element, &node, None);
                ChildState::Text(text, node)
            }
            Child::View(view) => {
                let mut view = view.build();
                view.mount(element, None);
                ChildState::View(view)
            }
        }
    }
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let Element { name, attributes, bindings, listeners, children } = self;
        let element = Rndr::create_element(name, None);
        for (name, value) in &attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let listeners = listeners.into_iter().map(|(event, one)| (event, one.build(&element))).collect();
        let children = children.into_iter().map(|child| child.append_to(&element)).collect();
        // After the children: the value of a list is one of its options.
        let bind = |(slot, compute)| (slot, bind(&element, slot, compute, None));
        let bindings = bindings.into_iter().map(bind).collect();
        ElementState { element, name, attributes, bindings, listeners, children }
    }

    fn rebuild(self, state: &mut ElementState) {
        if !state.can_become(&self) {
            let mut other = self.build();
            state.insert_before_this(&mut other);
            state.unmount();
            *state = other;
            return;
        }
        let ElementState { element, .. } = state;
        for (name, value) in self.attributes.iter().filter(|one| !state.attributes.contains(one)) {
            Rndr::set_attribute(element, name, value);
        }
        for (name, _) in &state.attributes {
            if self.attributes.iter().all(|(other, _)| other != name) {
                Rndr::remove_attribute(element, name);
            }
        }
        state.attributes = self.attributes;
        for ((_, one), (_, before)) in self.listeners.into_iter().zip(&mut state.listeners) {
            one.rebuild(before);
        }
        for (at, child) in self.children.into_iter().enumerate() {
            match (child, state.children.get_mut(at)) {
                (Child::View(view), Some(ChildState::View(before))) => view.rebuild(before),
                (Child::Text(text), Some(ChildState::Text(before, node))) => {
                    if text != *before {
                        Rndr::set_text(node, &text);
                        *before = text;
                    }
                }
                (child, _) => state.children.push(child.append_to(element)),
            }
        }
        for ((slot, compute), (_, effect)) in self.bindings.into_iter().zip(&mut state.bindings) {
            let before = effect.take_value();
            // A property may have changed by itself: that of a list whose options changed, for one.
            let before = before.filter(|_| !matches!(slot, Slot::Property(_)));
            *effect = bind(element, slot, compute, before);
        }
    }
}

impl Mountable for ElementState {
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
