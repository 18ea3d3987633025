//! Text layout in charts: estimated widths and line breaking.

use super::{Anchor, Length, Mark, Role};

/// The font size of charts, in units. The style sheet must use the same.
pub const TEXT_SIZE: Length = Length::units(13);

/// The line height.
pub(super) const LINE: Length = Length::units(17);
/// The distance from the top of a line to its baseline.
pub(super) const BASELINE: Length = Length::units(13);
/// The space between two things side by side.
pub(super) const GAP: Length = Length::units(8);

/// The estimated width of a character: 0.6 of the font size. The font cannot be measured here; digits and
/// lower-case letters of usual fonts are narrower.
const CHARACTER: Length = Length::tenths(TEXT_SIZE.in_tenths() * 6 / 10);

/// The estimated width of a text.
pub(super) fn width_of(words: &str) -> Length {
    CHARACTER.times(words.chars().count())
}

/// Breaks text at spaces into lines of a width; a longer word is broken inside.
pub(super) fn wrapped(words: &str, width: Length) -> Vec<String> {
    let most = (width.in_tenths() / CHARACTER.in_tenths()).max(1) as usize;
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let characters: Vec<char> = word.chars().collect();
        for (at, piece) in characters.chunks(most).enumerate() {
            // One for the space, which a word's own next piece does not have.
            match lines.last_mut() {
                Some(line) if at == 0 && piece.len() < room => {
                    line.push(' ');
                    line.extend(piece);
                    room -= piece.len() + 1;
                }
                _ => {
                    lines.push(piece.iter().collect());
                    room = most - piece.len();
                }
            }
        }
    }
    lines
}

/// Writes lines of text one under the other, and returns the position below them.
pub(super) fn write(marks: &mut Vec<Mark>, role: Role, lines: Vec<String>, x: Length, top: Length) -> Length {
    let mut top = top;
    for words in lines {
        marks.push(Mark::Text { role, x, y: top + BASELINE, anchor: Anchor::Start, words });
        top = top + LINE;
    }
    top
}
