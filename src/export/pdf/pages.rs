//! The pages: each a list of marks (text, boxes, paths) and links with their positions, before they are painted.

use krilla::geom::Path;
use krilla::tagging::ArtifactType;

use super::lines::Run;
use super::style::Colour;
use super::tag_tree::TagNode;

/// A rectangle on a page: left, top, width, height.
pub type Area = [f32; 4];

/// The role of a mark for screen readers.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// Content, by number.
    Content(usize),
    /// An artifact, which screen readers skip: a decoration or a repetition.
    Artifact(ArtifactType),
}

/// Something drawn on a page.
pub struct Mark {
    /// Its role for screen readers.
    pub role: Role,
    /// Its visible form.
    pub ink: Ink,
}

/// The visible form of a mark.
pub enum Ink {
    /// A line of text.
    Text {
        /// Its left edge.
        left: f32,
        /// Its baseline.
        baseline: f32,
        /// Its runs.
        runs: Vec<Run>,
    },
    /// A filled rectangle: left, top, width, height.
    Box(Area, Colour),
    /// A filled path.
    Path(Path, Colour),
}

/// A link on a page.
pub struct Link {
    /// Its number.
    pub number: usize,
    /// Its target address.
    pub address: String,
    /// Its text for screen readers.
    pub alt_text: &'static str,
    /// Its clickable areas: a rectangle for each line.
    pub areas: Vec<Area>,
}

/// A page.
#[derive(Default)]
pub struct Page {
    /// Its marks.
    pub marks: Vec<Mark>,
    /// Its links.
    pub links: Vec<Link>,
}

/// The pages so far. Marks and links go onto the last one.
pub struct Pages {
    /// The pages.
    pub pages: Vec<Page>,
    contents: usize,
    links: usize,
}

impl Pages {
    /// A first, empty page.
    pub fn new() -> Pages {
        Pages { pages: vec![Page::default()], contents: 0, links: 0 }
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// Adds an empty page.
    pub fn add(&mut self) {
        self.pages.push(Page::default());
    }

    /// Puts a mark on the last page.
    pub fn mark(&mut self, role: Role, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(Mark { role, ink });
        }
    }

    /// Puts a mark on the last page, and returns its node of the tag tree.
    pub fn content(&mut self, ink: Ink) -> TagNode {
        let number = self.contents;
        self.contents += 1;
        self.mark(Role::Content(number), ink);
        TagNode::Content(number)
    }

    /// Adds a link to the last page, and returns its number.
    pub fn link(&mut self, address: &str, alt_text: &'static str) -> usize {
        let number = self.links;
        self.links += 1;
        if let Some(page) = self.pages.last_mut() {
            page.links.push(Link { number, address: address.into(), alt_text, areas: Vec::new() });
        }
        number
    }

    /// Adds a clickable area on the last page to a link.
    pub fn cover(&mut self, link: usize, area: Area) {
        let links = self.pages.last_mut().map(|page| page.links.iter_mut()).into_iter().flatten();
        for link in links.filter(|one| one.number == link) {
            link.areas.push(area);
        }
    }

    /// How many marks the last page has, to insert a background behind later marks with [`Pages::wash`].
    pub fn depth(&self) -> usize {
        self.pages.last().map_or(0, |page| page.marks.len())
    }

    /// Inserts a coloured area behind the marks of the last page that follow the first `depth`.
    pub fn wash(&mut self, depth: usize, area: Area, colour: Colour) {
        if let Some(page) = self.pages.last_mut() {
            let role = Role::Artifact(ArtifactType::Layout);
            page.marks.insert(depth.min(page.marks.len()), Mark { role, ink: Ink::Box(area, colour) });
        }
    }
}
