//! The parts of the document as its reader hears them: the tag tree.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind};

/// A part of the document.
#[derive(Clone, Debug)]
pub enum Part {
    /// A part made of parts.
    Group(TagKind, Vec<Part>),
    /// What is drawn as the content of that number.
    Content(usize),
    /// The link of that number.
    Link(usize),
}

impl Part {
    /// A part made of parts.
    pub fn group(tag: impl Into<TagKind>, parts: Vec<Part>) -> Part {
        Part::Group(tag.into(), parts)
    }
}

/// What the pages call the contents and links, by their numbers.
#[derive(Default)]
pub struct Identifiers {
    /// Of the contents.
    pub contents: Vec<Option<Identifier>>,
    /// Of the links.
    pub links: Vec<Option<Identifier>>,
}

impl Identifiers {
    /// The part as a node of the tag tree; none where nothing of it was drawn.
    pub fn node(&self, part: Part) -> Option<Node> {
        match part {
            Part::Group(tag, parts) => {
                let children: Vec<Node> = parts.into_iter().filter_map(|part| self.node(part)).collect();
                (!children.is_empty()).then(|| TagGroup::with_children(tag, children).into())
            }
            Part::Content(number) => self.contents.get(number).copied().flatten().map(Node::from),
            Part::Link(number) => self.links.get(number).copied().flatten().map(Node::from),
        }
    }
}
