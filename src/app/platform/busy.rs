//! Elements that are busy: assistive technologies and the style sheet show it.

use web_sys::Element;

use super::document;

/// An element is busy until this is dropped.
pub struct Busy(Option<Element>);

impl Busy {
    /// Marks an element; without one, the whole page.
    pub fn mark(element: Option<Element>) -> Busy {
        let element = element.or_else(|| document().body().map(Element::from));
        if let Some(element) = &element {
            let _ = element.set_attribute("aria-busy", "true");
        }
        Busy(element)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        if let Some(element) = &self.0 {
            let _ = element.remove_attribute("aria-busy");
        }
    }
}
