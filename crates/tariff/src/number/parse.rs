//! Parsing of a number as it was typed: look-alikes are read as what they look like, the checksum is verified, and
//! the characters that look wrong are located.

use bech32::primitives::checksum::Engine;
use bech32::{Bech32m, Checksum, Fe32, Hrp};

/// What every number starts with: the human-readable part and bech32's separator.
pub(super) const PREFIX: &str = "casd1";
/// How many symbols the checksum has.
pub(super) const CHECKSUM_LENGTH: usize = 6;
/// The maximum length of an input: longer than any number of a legal project.
pub(super) const MAX_LENGTH: usize = 1_000;
/// Up to this length, bech32m distinguishes any two wrong characters from any other two (BIP-173).
const LOCATABLE_LENGTH: usize = 89;
/// The search is quadratic in the length: beyond this, a page that checks many numbers would freeze.
const SEARCHED_LENGTH: usize = 300;

/// Why a text could not be parsed as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ParseError {
    /// It does not look like a number.
    NotOurs,
    /// It looks like a number, and has errors.
    Mistyped(Mistyped),
}

/// A mistyped number, and the likely positions of its errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistyped {
    /// The input in upper case, without spaces and hyphens.
    pub text: String,
    /// The positions in [`text`](Mistyped::text), counted from 0, of the characters that look wrong.
    /// Empty where there are too many errors to locate them.
    pub suspects: Vec<usize>,
}

/// The human-readable part.
pub(super) fn human_readable_part() -> Hrp {
    Hrp::parse_unchecked(&PREFIX[..PREFIX.len() - 1])
}

/// Parses a number as it was typed: its symbols, without the checksum, which is right.
pub(super) fn parse(input: &str) -> Result<Vec<Fe32>, ParseError> {
    // In a link, the number is after the #.
    let input = input.rsplit('#').next().unwrap_or(input);
    let kept = input.chars().filter(|c| !is_separator(*c)).map(|c| c.to_ascii_lowercase());
    let kept: String = kept.take(MAX_LENGTH + 1).collect();
    // The word in front of a preview number is redundant: its format says the same.
    let text = kept.strip_prefix("preview").unwrap_or(&kept).chars();
    let text: Vec<char> = text.enumerate().map(|(at, c)| forgive(at, c)).collect();
    let wrong_in_prefix: Vec<usize> =
        PREFIX.chars().enumerate().filter(|(at, c)| text.get(*at) != Some(c)).map(|(at, _)| at).collect();
    if wrong_in_prefix.len() > 2 || text.len() > MAX_LENGTH {
        return Err(ParseError::NotOurs);
    }
    let mistyped = |suspects: Vec<usize>| {
        let text = text.iter().map(|c| c.to_ascii_uppercase()).collect();
        ParseError::Mistyped(Mistyped { text, suspects })
    };
    if text.len() <= PREFIX.len() + CHECKSUM_LENGTH {
        // The start of a number is cut short; anything else that short is not one at all.
        let is_start = wrong_in_prefix.is_empty();
        return Err(if is_start { mistyped(Vec::new()) } else { ParseError::NotOurs });
    }
    if !wrong_in_prefix.is_empty() {
        return Err(mistyped(wrong_in_prefix));
    }
    let data = &text[PREFIX.len()..];
    let in_text = |at: usize| at + PREFIX.len();
    let foreign: Vec<usize> =
        (0..data.len()).filter(|at| Fe32::from_char(data[*at]).is_err()).map(in_text).collect();
    if !foreign.is_empty() {
        return Err(mistyped(foreign));
    }
    let mut symbols: Vec<Fe32> = data.iter().filter_map(|c| Fe32::from_char(*c).ok()).collect();
    if !is_right(residue(&symbols)) {
        return Err(mistyped(suspects(&symbols).into_iter().map(in_text).collect()));
    }
    symbols.truncate(symbols.len() - CHECKSUM_LENGTH);
    Ok(symbols)
}

/// Whether a character is one that people and programs put between those of a number.
pub(super) fn is_separator(c: char) -> bool {
    // Hyphens and spaces of every kind: word processors and mail programs replace them.
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '-' | '_' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Normalizes look-alikes of characters in the alphabet: O to 0, I and 1 to L, B to 8. The separator is a 1, whether
/// typed as 1, I or L.
pub(super) fn forgive(at: usize, c: char) -> char {
    let separator = PREFIX.len() - 1;
    match c {
        'l' | 'i' if at == separator => '1',
        _ if at <= separator => c,
        'o' => '0',
        'i' | '1' => 'l',
        'b' => '8',
        _ => c,
    }
}

/// The residue of bech32's checksum over the symbols after the prefix: a fixed target where it is valid.
fn residue(symbols: &[Fe32]) -> u32 {
    let mut engine = Engine::<Bech32m>::new();
    engine.input_hrp(human_readable_part());
    symbols.iter().for_each(|symbol| engine.input_fe(*symbol));
    *engine.residue()
}

/// Whether that is the residue of a valid number.
pub(super) fn is_right(residue: u32) -> bool {
    residue == Bech32m::TARGET_RESIDUE
}

/// The places that look wrong: one, else two (neighbours that changed places among them), else one
/// too many, else the neighbours of one that is missing.
fn suspects(symbols: &[Fe32]) -> Vec<usize> {
    if symbols.len() > SEARCHED_LENGTH {
        return Vec::new();
    }
    let is_right = |symbols: &[Fe32]| is_right(residue(symbols));
    let found = residue(symbols);
    let wanted = found ^ Bech32m::TARGET_RESIDUE;
    // The checksum is linear: what a change of one symbol does to the residue does not depend on
    // the other symbols, so that two changes do what each does alone.
    let mut effects: Vec<(usize, u32)> = Vec::with_capacity(symbols.len() * 31);
    let mut changed = symbols.to_vec();
    for at in 0..symbols.len() {
        for symbol in alphabet().filter(|symbol| *symbol != symbols[at]) {
            changed[at] = symbol;
            effects.push((at, residue(&changed) ^ found));
        }
        changed[at] = symbols[at];
    }
    if let Some((at, _)) = effects.iter().find(|(_, effect)| *effect == wanted) {
        return vec![*at];
    }
    if symbols.len() + PREFIX.len() <= LOCATABLE_LENGTH {
        for (rank, (first, effect)) in effects.iter().enumerate() {
            let rest = wanted ^ effect;
            if let Some((second, _)) = effects[rank..].iter().find(|(_, effect)| *effect == rest) {
                return vec![*first, *second];
            }
        }
    }
    for at in 0..symbols.len() {
        if is_right(&[&symbols[..at], &symbols[at + 1..]].concat()) {
            return vec![at];
        }
    }
    for at in 0..=symbols.len() {
        let with = |symbol| [&symbols[..at], &[symbol], &symbols[at..]].concat();
        if alphabet().any(|symbol| is_right(&with(symbol))) {
            let neighbours = [at.checked_sub(1), Some(at).filter(|at| *at < symbols.len())];
            return neighbours.into_iter().flatten().collect();
        }
    }
    Vec::new()
}

fn alphabet() -> impl Iterator<Item = Fe32> {
    (0..32).filter_map(|value| Fe32::try_from(value).ok())
}
