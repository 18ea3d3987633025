//! The tag tree: the structure of the document for screen readers (PDF/UA).

use krilla::tagging::{Identifier, Node, TagGroup, TagKind};

/// A node of the tag tree, before krilla has identifiers for its contents.
#[derive(Clone, Debug)]
pub enum TagNode {
    /// A tag around other nodes.
    Group(TagKind, Vec<TagNode>),
    /// The content of that number.
    Content(usize),
    /// The link of that number.
    Link(usize),
}

impl TagNode {
    /// A tag around other nodes.
    pub fn group(tag: impl Into<TagKind>, nodes: Vec<TagNode>) -> TagNode {
        TagNode::Group(tag.into(), nodes)
    }
}

/// Krilla's identifiers of contents and links, by their numbers.
#[derive(Default)]
pub struct Identifiers {
    /// Of the contents.
    pub contents: Vec<Option<Identifier>>,
    /// Of the links.
    pub links: Vec<Option<Identifier>>,
}

impl Identifiers {
    /// The node as krilla's; none if nothing of it was drawn.
    pub fn node(&self, node: TagNode) -> Option<Node> {
        match node {
            TagNode::Group(tag, nodes) => {
                let children: Vec<Node> = nodes.into_iter().filter_map(|node| self.node(node)).collect();
                (!children.is_empty()).then(|| TagGroup::with_children(tag, children).into())
            }
            TagNode::Content(number) => self.contents.get(number).copied().flatten().map(Node::from),
            TagNode::Link(number) => self.links.get(number).copied().flatten().map(Node::from),
        }
    }
}
