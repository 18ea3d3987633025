//! The pages, filled from top to bottom: what stands where, before anything is painted.

use krilla::geom::Path;
use krilla::tagging::{ArtifactType, Tag};

use super::lines::Run;
use super::parts::Part;
use super::rows::Cell;
use super::style::{BOTTOM, Colour, HEADING, LEVEL_2, MARGIN, PAGE, PARAGRAPH, Style, TOP, WIDTH};
use super::typeface::Typeface;

/// A rectangle on a page: left, top, width, height.
pub type Area = [f32; 4];

/// What a mark is to somebody who does not see it.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// The content of that number.
    Content(usize),
    /// Nothing: a decoration, or a repetition.
    Artifact(ArtifactType),
}

/// Something on a page.
pub struct Mark {
    /// What it is to somebody who does not see it.
    pub role: Role,
    /// What is seen.
    pub ink: Ink,
}

/// What is seen.
pub enum Ink {
    /// A line of text.
    Text {
        /// Where it begins.
        left: f32,
        /// What it stands on.
        baseline: f32,
        /// Its stretches.
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
    /// Where it leads.
    pub address: String,
    /// What it says it does.
    pub says: &'static str,
    /// What it covers: a rectangle for each line.
    pub areas: Vec<Area>,
}

/// A page.
#[derive(Default)]
pub struct Sheet {
    /// What stands on it.
    pub marks: Vec<Mark>,
    /// Its links.
    pub links: Vec<Link>,
}

/// The pages so far, and where the next thing goes.
pub struct Sheets<'a> {
    /// What text is set in.
    pub typeface: &'a Typeface,
    /// The pages.
    pub pages: Vec<Sheet>,
    /// Where the next thing goes on the last page, from its upper edge.
    pub pen: f32,
    /// Drawn again at the head of each page that follows: the names of a table's columns.
    pub repeated: Vec<Cell>,
    /// The headings: what they say, their page and their place on it.
    pub headings: Vec<(String, usize, f32)>,
    bottom: f32,
    contents: usize,
    links: usize,
}

impl<'a> Sheets<'a> {
    /// A first, empty page; each page keeps `foot` points for its foot.
    pub fn new(typeface: &'a Typeface, foot: f32) -> Sheets<'a> {
        Sheets {
            typeface,
            pages: vec![Sheet::default()],
            pen: TOP,
            repeated: Vec::new(),
            headings: Vec::new(),
            bottom: PAGE.1 - BOTTOM - foot,
            contents: 0,
            links: 0,
        }
    }

    /// Goes to a new page where less than `height` points are left on this one.
    pub fn keep(&mut self, height: f32) {
        if !self.has_room(height) {
            self.turn();
        }
    }

    /// Goes to a new page, unless nothing stands on this one.
    pub fn turn(&mut self) {
        if self.pen > TOP {
            self.pages.push(Sheet::default());
            self.pen = TOP;
            self.repeat();
        }
    }

    /// Whether that many points are left on this page.
    pub fn has_room(&self, height: f32) -> bool {
        self.pen + height <= self.bottom
    }

    /// Puts a mark on the last page.
    pub fn mark(&mut self, role: Role, ink: Ink) {
        if let Some(sheet) = self.pages.last_mut() {
            sheet.marks.push(Mark { role, ink });
        }
    }

    /// Puts a mark on the last page, and gives back the part that it is.
    pub fn content(&mut self, ink: Ink) -> Part {
        let number = self.contents;
        self.contents += 1;
        self.mark(Role::Content(number), ink);
        Part::Content(number)
    }

    /// Opens a link on the last page, and gives back its number.
    pub fn link(&mut self, address: &str, says: &'static str) -> usize {
        let number = self.links;
        self.links += 1;
        if let Some(sheet) = self.pages.last_mut() {
            sheet.links.push(Link { number, address: address.into(), says, areas: Vec::new() });
        }
        number
    }

    /// Lets an area of the last page be clicked.
    pub fn cover(&mut self, link: usize, area: Area) {
        let links = self.pages.last_mut().map(|sheet| sheet.links.iter_mut()).into_iter().flatten();
        for link in links.filter(|one| one.number == link) {
            link.areas.push(area);
        }
    }

    /// Draws a line across the text where the pen is.
    pub fn rule(&mut self, thickness: f32, colour: Colour) {
        let ink = Ink::Box([MARGIN, self.pen - thickness / 2.0, WIDTH, thickness], colour);
        self.mark(Role::Artifact(ArtifactType::Layout), ink);
    }

    /// How many marks the last page has: where something goes that stands behind what follows.
    pub fn depth(&self) -> usize {
        self.pages.last().map_or(0, |sheet| sheet.marks.len())
    }

    /// Puts a coloured area behind the marks of the last page that follow that many.
    pub fn wash(&mut self, depth: usize, area: Area, colour: Colour) {
        if let Some(sheet) = self.pages.last_mut() {
            let role = Role::Artifact(ArtifactType::Layout);
            sheet.marks.insert(depth.min(sheet.marks.len()), Mark { role, ink: Ink::Box(area, colour) });
        }
    }

    /// The heading of a section, on one page with the beginning of what follows it.
    pub fn section(&mut self, called: &str) -> Part {
        self.section_before(called, 39.0)
    }

    /// The heading of a section, on one page with as many points of what follows it, where a page has
    /// them.
    pub fn section_before(&mut self, called: &str, height: f32) -> Part {
        // The names of an earlier table's columns are not those of what follows.
        self.repeated = Vec::new();
        if self.pen > TOP {
            self.pen += 9.0;
        }
        let fits_a_page = TOP + 19.0 + height <= self.bottom;
        self.keep(19.0 + if fits_a_page { height } else { 39.0 });
        self.headings.push((called.into(), self.pages.len() - 1, self.pen));
        let parts = self.row(&[Cell::new(0.0, WIDTH, vec![HEADING.says(called)])], 17.0);
        self.pen += 2.0;
        Part::group(Tag::Hn(LEVEL_2, Some(called.into())), parts.into_iter().flatten().collect())
    }

    /// A paragraph across the text.
    pub fn paragraph(&mut self, style: Style, text: impl Into<String>) -> Part {
        let parts = self.row(&[Cell::new(0.0, WIDTH, vec![style.says(text)])], PARAGRAPH);
        self.pen += 2.0;
        Part::group(Tag::P, parts.into_iter().flatten().collect())
    }
}
