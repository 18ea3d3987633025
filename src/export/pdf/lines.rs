//! Line breaking: splits styled text into lines of a given width.

use super::style::{Span, Style};
use super::typeface::{Drawn, Typeface};

/// A line of text.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
    /// Its width in points, without trailing spaces.
    pub width: f32,
}

/// A run: consecutive characters of a line in one style.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its style.
    pub style: Style,
    /// Its characters, including trailing spaces: copied text and screen readers need them.
    pub drawn: Vec<Drawn>,
    /// Its position in points from the start of the line.
    pub offset: f32,
}

struct Placed {
    drawn: Drawn,
    style: Style,
    width: f32,
}

/// Breaks text into lines no wider than `width` points: at spaces, and within words that are too long for a
/// line.
pub fn lines(typeface: &Typeface, spans: &[Span], width: f32) -> Vec<Line> {
    let text = placed(typeface, spans);
    let mut lines = Vec::new();
    let mut rest = text.as_slice();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(end_of_line(rest, width));
        lines.push(laid(line));
        rest = after;
    }
    lines
}

fn placed(typeface: &Typeface, spans: &[Span]) -> Vec<Placed> {
    let place = |span: &Span| {
        let (style, face) = (span.style, typeface.face(span.style.weight));
        let drawn: Vec<Drawn> = span.text.chars().filter_map(|character| face.drawn(character)).collect();
        drawn.into_iter().map(move |drawn| Placed { drawn, style, width: drawn.advance * style.size })
    };
    spans.iter().flat_map(place).collect()
}

/// The number of characters on the next line: at least one.
fn end_of_line(text: &[Placed], width: f32) -> usize {
    let (mut used, mut at_space, mut within) = (0.0, None, None);
    for (at, placed) in text.iter().enumerate() {
        used += placed.width;
        // A space may hang over the edge; half a hundredth of a point is rounding.
        if used > width + 0.005 && placed.drawn.character != ' ' {
            return at_space.or(within).unwrap_or(at).max(1);
        }
        let next = text.get(at + 1).map(|next| next.drawn.character);
        match placed.drawn.character {
            ' ' if may_break(at.checked_sub(1).map(|before| text[before].drawn.character), next) => {
                at_space = Some(at + 1);
            }
            '-' | '/' | '#' | '?' | '&' | '@' | '_' => within = Some(at + 1),
            _ => {}
        }
    }
    text.len()
}

/// Whether a line may end at a space: not inside guillemets, before a sign that French keeps with its
/// word or between thousands, where a price list has a plain space; not before another space.
fn may_break(before: Option<char>, after: Option<char>) -> bool {
    let is_digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
    let kept = matches!(after, Some(' ' | '»' | ':' | ';' | '!' | '?' | '%' | '€'));
    !kept && before != Some('«') && !(is_digit(before) && is_digit(after))
}

fn laid(text: &[Placed]) -> Line {
    let (mut runs, mut pen, mut width) = (Vec::<Run>::new(), 0.0, 0.0);
    for placed in text {
        match runs.last_mut() {
            Some(run) if run.style == placed.style => run.drawn.push(placed.drawn),
            _ => runs.push(Run { style: placed.style, drawn: vec![placed.drawn], offset: pen }),
        }
        pen += placed.width;
        if placed.drawn.character != ' ' {
            width = pen;
        }
    }
    Line { runs, width }
}
