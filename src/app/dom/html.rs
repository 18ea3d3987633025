//! Renders an element to HTML, natively: for tests of views, and for what the build writes into the page.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Position, PositionState, RenderHtml};

#[cfg(not(target_arch = "wasm32"))]
pub use self::native::to_html;
use super::element::{Element, ElementState};

no_attrs!(Element);

impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn to_html_with_buf(
        self,
        html: &mut String,
        _: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        native::write(self, html, |view, html| {
            view.to_html_with_buf(html, &mut Position::FirstChild, escape, mark_branches, Vec::new());
        });
    }

    /// The page renders in the browser only: HTML is for tests and for the build.
    #[cfg(target_arch = "wasm32")]
    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElementState {
        self.build()
    }

    fn into_owned(self) -> Element {
        self
    }
}

/// What is compiled natively only.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::fmt::Write;

    use leptos::prelude::*;
    use maud::Escaper;

    use crate::app::dom::element::{Child, Element, Slot, Value};

    /// Elements without content or end tag (HTML, "Void elements"); those that the page has.
    const VOID: [&str; 4] = ["br", "hr", "img", "input"];

    /// Renders a view to HTML.
    ///
    /// Properties are written as the attribute of their name, also where HTML has no such attribute (the `value` of a
    /// `select`). Event listeners and effects do not run. Between views there are comments (`<!>`), which Leptos
    /// writes.
    ///
    /// ```
    /// use casd_simulator::app::dom::{el, to_html};
    ///
    /// let html = to_html(|| el("p").class("hint").text("R&D").view());
    /// assert_eq!(html, r#"<p class="hint">R&amp;D</p>"#);
    /// let html = to_html(|| el("input").prop("checked", || true).prop("value", || String::from("3")).view());
    /// assert_eq!(html, r#"<input checked="" value="3">"#);
    /// ```
    pub fn to_html(view: impl FnOnce() -> AnyView) -> String {
        Owner::new().with(|| view().to_html())
    }

    /// Writes an element; `write_view` writes the views in it.
    pub fn write(element: Element, html: &mut String, write_view: impl Fn(AnyView, &mut String)) {
        let Element { name, attributes, bindings, children, .. } = element;
        html.push('<');
        html.push_str(name);
        for (name, value) in attributes {
            attribute(html, name, &value);
        }
        let mut text = None;
        for (slot, mut compute) in bindings {
            match (slot, compute()) {
                (Slot::Attribute(name) | Slot::Property(name), Value::Text(value)) => {
                    attribute(html, name, &value);
                }
                (Slot::Attribute(name) | Slot::Property(name), Value::Flag(true)) => {
                    attribute(html, name, "")
                }
                (Slot::Text, Value::Text(value)) => text = Some(value),
                (_, Value::Flag(_)) => {}
            }
        }
        html.push('>');
        if VOID.contains(&name) {
            return;
        }
        escaped(html, &text.unwrap_or_default());
        for child in children {
            match child {
                Child::Text(text) => escaped(html, &text),
                Child::View(view) => write_view(view, html),
            }
        }
        html.push_str("</");
        html.push_str(name);
        html.push('>');
    }

    fn attribute(html: &mut String, name: &str, value: &str) {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escaped(html, value);
        html.push('"');
    }

    fn escaped(html: &mut String, text: &str) {
        // Writing into a string does not fail.
        let _ = Escaper::new(html).write_str(text);
    }
}
