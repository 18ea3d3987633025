//! Paints the laid-out pages into the PDF document.

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, SpanTag};
use krilla::text::KrillaGlyph;

use super::error::PdfError;
use super::lines::Run;
use super::pages::{Area, Ink, Link, Mark, Page, Role};
use super::style::{Colour, PAGE};
use super::tag_tree::Identifiers;
use super::typeface::Typeface;

/// Paints the pages, and returns krilla's identifiers of their contents and links.
pub fn paint(
    document: &mut Document,
    typeface: &Typeface,
    pages: Vec<Page>,
) -> Result<Identifiers, PdfError> {
    let mut identifiers = Identifiers::default();
    for content in pages {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PdfError::Layout)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for mark in &content.marks {
            let identifier = painted(&mut surface, typeface, mark);
            if let Role::Content(number) = mark.role {
                put(&mut identifiers.contents, number, identifier);
            }
        }
        surface.finish();
        for link in content.links {
            let number = link.number;
            let identifier = page.add_tagged_annotation(annotation(link).ok_or(PdfError::Layout)?);
            put(&mut identifiers.links, number, identifier);
        }
    }
    Ok(identifiers)
}

fn put(identifiers: &mut Vec<Option<Identifier>>, number: usize, identifier: Identifier) {
    if identifiers.len() <= number {
        identifiers.resize(number + 1, None);
    }
    identifiers[number] = Some(identifier);
}

fn painted(surface: &mut Surface<'_>, typeface: &Typeface, mark: &Mark) -> Identifier {
    let tag = match (mark.role, &mark.ink) {
        (Role::Artifact(kind), _) => ContentTag::Artifact(Artifact::with_kind(kind)),
        (Role::Content(_), Ink::Text { .. }) => ContentTag::Span(SpanTag::empty()),
        (Role::Content(_), _) => ContentTag::Other,
    };
    let identifier = surface.start_tagged(tag);
    match &mark.ink {
        Ink::Text { left, baseline, runs } => {
            for run in runs {
                text(surface, typeface, run, *left, *baseline);
            }
        }
        Ink::Box(area, colour) => {
            let mut path = PathBuilder::new();
            if let Some(rectangle) = rectangle(*area) {
                path.push_rect(rectangle);
            }
            surface.set_fill(Some(fill(*colour)));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Ink::Path(path, colour) => {
            surface.set_fill(Some(fill(*colour)));
            surface.draw_path(path);
        }
    }
    surface.end_tagged();
    identifier
}

fn text(surface: &mut Surface<'_>, typeface: &Typeface, run: &Run, left: f32, baseline: f32) {
    let mut text = String::new();
    let mut glyphs = Vec::with_capacity(run.drawn.len());
    for drawn in &run.drawn {
        let start = text.len();
        text.push(drawn.character);
        glyphs.push(KrillaGlyph::new(drawn.glyph, drawn.advance, 0.0, 0.0, 0.0, start..text.len(), None));
    }
    let font = typeface.face(run.style.weight).font.clone();
    let start = Point::from_xy(left + run.offset, baseline - run.style.rise);
    surface.set_fill(Some(fill(run.style.colour)));
    surface.draw_glyphs(start, &glyphs, font, &text, run.style.size, false);
}

fn fill([red, green, blue]: Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }
}

fn rectangle([left, top, width, height]: Area) -> Option<Rect> {
    Rect::from_xywh(left, top, width, height)
}

fn annotation(link: Link) -> Option<Annotation> {
    let quads: Vec<_> = link.areas.into_iter().filter_map(rectangle).map(Into::into).collect();
    if quads.is_empty() {
        return None;
    }
    let target = Target::Action(Action::Link(LinkAction::new(link.address)));
    let annotation = LinkAnnotation::new_with_quad_points(quads, target);
    Some(Annotation::new_link(annotation, Some(link.alt_text.into())))
}
