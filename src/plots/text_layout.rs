//! Texts in plots: how much room they take, and where they break.

use super::{Anchor, Length, Mark, Role};

/// How high the texts of a plot are: its style sheet gives them this font size, in the plot's own units.
pub const TEXT_SIZE: Length = Length::units(13);

/// How far apart lines of text are.
pub(super) const LINE: Length = Length::units(17);
/// From the upper edge of a line of text to its baseline.
pub(super) const BASELINE: Length = Length::units(13);
/// What is left free between two things that stand side by side.
pub(super) const GAP: Length = Length::units(8);

/// What a character is taken to be wide: 0.6 of the size of the text. The plot cannot ask the font; figures
/// and small letters of usual fonts are narrower.
const CHARACTER: Length = Length::tenths(TEXT_SIZE.in_tenths() * 6 / 10);

/// How wide a text is at most.
pub(super) fn width_of(words: &str) -> Length {
    CHARACTER.times(words.chars().count())
}

/// A text broken at spaces into lines of a width; a word that is longer is broken where it must be.
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

/// Writes lines of text one under the other, and returns where the next thing may stand.
pub(super) fn write(marks: &mut Vec<Mark>, role: Role, lines: Vec<String>, x: Length, top: Length) -> Length {
    let mut top = top;
    for words in lines {
        marks.push(Mark::Text { role, x, y: top + BASELINE, anchor: Anchor::Start, words });
        top = top + LINE;
    }
    top
}
