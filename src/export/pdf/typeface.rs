//! Fonts of the PDF: the glyph and width of each character.
//!
//! There is no text shaper: the typeface's own figures have one width (see `assets/fonts/README.md`).

use krilla::text::{Font, GlyphId};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::error::PdfError;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf");

/// The narrow no-break space, between the thousands and before the euro in French.
const NARROW_SPACE: char = '\u{202f}';
/// Its minimum width in ems: the typeface's own is half as wide, and amounts looked cramped.
const NARROW_ADVANCE: f32 = 0.19;

/// A weight of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For text.
    Regular,
    /// For headings and emphasis.
    Semibold,
}

/// The typeface in both weights.
pub struct Typeface {
    regular: Face,
    semibold: Face,
}

impl Typeface {
    /// Reads the bundled typeface.
    pub fn read() -> Result<Typeface, PdfError> {
        let face = |bytes| Face::read(bytes).ok_or(PdfError::Typeface);
        Ok(Typeface { regular: face(REGULAR)?, semibold: face(SEMIBOLD)? })
    }

    /// One weight of it.
    pub fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }
}

/// One weight of the typeface.
pub struct Face {
    /// The font as krilla embeds it.
    pub font: Font,
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units_per_em: f32,
}

/// A character with its glyph and width.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The character, or its replacement.
    pub character: char,
    /// Its glyph.
    pub glyph: GlyphId,
    /// Its advance width in ems.
    pub advance: f32,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Face> {
        let read = FontRef::new(bytes).ok()?;
        let font = Font::new(bytes.into(), 0)?;
        let units_per_em = font.units_per_em();
        let metrics = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Face { font, characters: read.charmap(), metrics, units_per_em })
    }

    /// The glyph of a character; `None` for invisible characters. A character missing from the typeface is
    /// replaced, in the text as well: PDF/A does not allow the glyph for missing characters.
    pub fn drawn(&self, character: char) -> Option<Drawn> {
        if is_invisible(character) {
            return None;
        }
        let spare = if character.is_whitespace() || character.is_control() { ' ' } else { '?' };
        self.own(character).or_else(|| self.own(spare))
    }

    fn own(&self, character: char) -> Option<Drawn> {
        // Private characters mean nothing in copied text, and PDF/A refuses them.
        if character.is_control() || is_private(character) {
            return None;
        }
        let glyph = self.characters.map(character).filter(|glyph| glyph.to_u32() != 0)?;
        let own = self.metrics.advance_width(glyph)? / self.units_per_em;
        let advance = if character == NARROW_SPACE { own.max(NARROW_ADVANCE) } else { own };
        Some(Drawn { character, glyph: GlyphId::new(glyph.to_u32()), advance })
    }
}

/// Soft hyphens, zero-width spaces and joiners, marks of direction, byte-order marks.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
