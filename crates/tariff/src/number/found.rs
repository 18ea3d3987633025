//! Search for numbers in pasted text: lists, e-mails, links, several of each.

use core::ops::Range;

use bech32::primitives::checksum::Engine;
use bech32::{Bech32m, Fe32};

use super::parse::{
    CHECKSUM_LENGTH, MAX_LENGTH, PREFIX, forgive, human_readable_part, is_right, is_separator,
};

/// A number found in a text, or text that looks like a mistyped one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'text> {
    /// The passage of the text, from its first character to its last.
    pub raw: &'text str,
    /// The same in upper case, without spaces, hyphens and what an e-mail puts between two lines:
    /// an input for [`open`](super::open).
    pub number: String,
}

/// Finds the numbers in a text, each once, in the order of their first appearance.
///
/// They may be in a sentence, in a link, in quoted lines of an e-mail, or broken over two lines.
/// The checksum shows where a number ends and the next word begins. Text that looks like a number with
/// a wrong checksum is found too, so that it can be reported as mistyped; then its groups show where
/// it ends. Numbers are not opened.
///
/// ```
/// use tariff::{PriceList, number};
///
/// let list = PriceList::from_json(include_str!("../../../../public/price-lists/pmsi.json")).unwrap();
/// let day = "2026-11-21".parse().unwrap();
/// let issued = number::issue(&list, &list.examples[0].project, day).unwrap();
/// let text = format!("Bonjour,\n> voir {}\n> merci au CASD", issued.to_string().to_lowercase());
/// let [found] = &number::found_in(&text)[..] else { panic!() };
/// assert_eq!(found.number, issued.as_str());
/// ```
pub fn found_in(text: &str) -> Vec<Found<'_>> {
    let words = words(text);
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let Some(start) = start_at(text, &words[at..]) else {
            at += 1;
            continue;
        };
        let groups = groups_from(text, &words[at..]);
        let Some(count) = number_at(text, &words[at..], groups, start) else {
            // No number starts rightly among these groups: each is looked at once, however many.
            at += groups.max(1);
            continue;
        };
        let one = taken(text, &words[at..at + count]);
        if seen.insert(canonical(&one.number)) {
            found.push(one);
        }
        at += count;
    }
    found
}

/// Letters and digits without anything between them.
struct Word {
    place: Range<usize>,
    /// The gap before it.
    after: Gap,
}

/// The gap between two words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Hyphens, or invisible characters.
    Hyphen,
    /// Spaces, perhaps the end of a line with what quotes the next one.
    Space,
    /// One other character and nothing else, as a slip of the finger leaves it.
    Foreign,
    /// Anything else: a number does not go on after it.
    End,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut between = Between::default();
    while let Some((at, c)) = characters.next() {
        if c.is_ascii_alphanumeric() {
            let mut end = at + 1;
            while characters.next_if(|(_, c)| c.is_ascii_alphanumeric()).is_some() {
                end += 1;
            }
            words.push(Word { place: at..end, after: between.gap() });
            between = Between::default();
        } else {
            // `%23` and the like in an address encode one character, not letters.
            if c == '%' && is_escape(text.as_bytes().get(at + 1..at + 3)) {
                characters.next();
                characters.next();
            }
            // A line of an encoded e-mail that goes on in the next one ends with `=`.
            let goes_on = c == '=' && text[at + 1..].trim_start_matches('\r').starts_with('\n');
            between.push(if goes_on { '\u{ad}' } else { c });
        }
    }
    words
}

/// Whether two characters are the hexadecimal code of a visible ASCII character.
fn is_escape(code: Option<&[u8]>) -> bool {
    matches!(code, Some([b'2'..=b'7', low]) if low.is_ascii_hexdigit())
}

/// The characters between two words, as they come.
#[derive(Default)]
struct Between {
    hyphens: usize,
    spaces: usize,
    lines: usize,
    foreign: usize,
    /// Whether a hyphen is at the very end of a line: the word continues in the next one.
    hyphen_at_line_end: bool,
}

impl Between {
    fn push(&mut self, c: char) {
        match c {
            '\n' => {
                self.hyphen_at_line_end |= self.lines == 0 && self.hyphens > 0 && self.spaces == 0;
                self.lines += 1;
            }
            // What mail programs write before the lines that they quote.
            '>' | '|' if self.lines > 0 => {}
            '\r' => {}
            _ if c.is_whitespace() => self.spaces += 1,
            _ if is_separator(c) => self.hyphens += 1,
            _ => self.foreign += 1,
        }
    }

    fn gap(&self) -> Gap {
        match self {
            Between { foreign: 1, hyphens: 0, spaces: 0, lines: 0, .. } => Gap::Foreign,
            Between { foreign: 1.., .. } => Gap::End,
            // A paragraph ends where a line is empty.
            Between { lines: 2.., .. } => Gap::End,
            Between { hyphen_at_line_end: true, .. } => Gap::Hyphen,
            Between { spaces: 0, lines: 0, hyphens: 1.., .. } => Gap::Hyphen,
            _ => Gap::Space,
        }
    }
}

/// How well the first five characters from a word on match the prefix of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// Exactly.
    Right,
    /// Nearly so: one of them is wrong, or the 1 is a look-alike.
    Near,
    /// With two of them wrong.
    Far,
}

fn start_at(text: &str, words: &[Word]) -> Option<Start> {
    let mut expected = PREFIX.chars().peekable();
    let (mut wrong, mut look_alike) = (0, false);
    for (rank, word) in words.iter().enumerate() {
        if expected.peek().is_none() || (rank > 0 && word.after == Gap::End) {
            break;
        }
        for (c, right) in text[word.place.clone()].chars().zip(expected.by_ref()) {
            let c = c.to_ascii_lowercase();
            match right {
                '1' if matches!(c, 'i' | 'l') => look_alike = true,
                _ if c != right => wrong += 1,
                _ => {}
            }
        }
    }
    match (wrong, look_alike, expected.next()) {
        (0, false, None) => Some(Start::Right),
        (0 | 1, _, None) => Some(Start::Near),
        (2, _, None) => Some(Start::Far),
        _ => None,
    }
}

/// The number of words, from the first, that form a number; `None` where they do not.
fn number_at(text: &str, words: &[Word], groups: usize, start: Start) -> Option<usize> {
    // Only a right start is worth looking further than the groups: each such search ends where the
    // next number starts, so that all of them together read the text once.
    let count = match start {
        Start::Right => checked(text, words),
        Start::Near | Start::Far => checked(text, &words[..groups]),
    };
    count.or_else(|| looks_like_one(text, &words[..groups], start).then_some(groups))
}

/// The number of words in the longest run with a valid checksum.
fn checked(text: &str, words: &[Word]) -> Option<usize> {
    let mut engine = Engine::<Bech32m>::new();
    engine.input_hrp(human_readable_part());
    let (mut length, mut longest) = (0, None);
    for (rank, word) in words.iter().enumerate() {
        if rank > 0 && (matches!(word.after, Gap::End | Gap::Foreign) || another_starts(text, &words[rank..]))
        {
            break;
        }
        for c in text[word.place.clone()].chars() {
            if length >= PREFIX.len() {
                let symbol = Fe32::from_char(forgive(length, c.to_ascii_lowercase())).ok()?;
                engine.input_fe(symbol);
            }
            length += 1;
        }
        if length > MAX_LENGTH {
            break;
        }
        if length > PREFIX.len() + CHECKSUM_LENGTH && is_right(*engine.residue()) {
            longest = Some(rank + 1);
        }
    }
    longest
}

/// Whether another number starts here. A number as issued has no 1 but its fifth character.
fn another_starts(text: &str, words: &[Word]) -> bool {
    start_at(text, words) == Some(Start::Right)
}

/// The number of words that belong to a number in groups, if it is one: as far as the groups continue.
fn groups_from(text: &str, words: &[Word]) -> usize {
    let of = |word: &Word| &text[word.place.clone()];
    let is_upper = words.first().is_some_and(|word| of(word).starts_with(|c: char| c.is_ascii_uppercase()));
    let (mut hyphens, mut length) = (false, 0);
    for (rank, word) in words.iter().enumerate() {
        let group = of(word);
        let has_digit = group.contains(|c: char| c.is_ascii_digit());
        let is_shouted = is_upper && !group.contains(|c: char| c.is_ascii_lowercase());
        let before = rank.checked_sub(1).and_then(|rank| words.get(rank)).map_or(0, |word| word.place.len());
        let goes_on = match word.after {
            _ if rank == 0 => true,
            _ if another_starts(text, &words[rank..]) => false,
            Gap::End => false,
            Gap::Hyphen => true,
            Gap::Foreign => group.len() <= 5 && (has_digit || is_shouted),
            Gap::Space if rank == 1 => before == 4 && group.starts_with(['1', 'i', 'I', 'l', 'L']),
            // Only the last group is shorter than four.
            Gap::Space => {
                !hyphens && before == 4 && group.len() <= 4 && (has_digit || is_shouted || group.len() == 4)
            }
        };
        length += group.len();
        if !goes_on || length > MAX_LENGTH {
            return rank;
        }
        hyphens |= rank > 0 && word.after == Gap::Hyphen;
    }
    words.len()
}

/// Whether groups whose checksum is wrong are a number that was mistyped, not words of a sentence.
fn looks_like_one(text: &str, groups: &[Word], start: Start) -> bool {
    let (mut letters, mut mixed, mut before) = (0, 0, 0);
    for group in groups {
        let data = text[group.place.clone()].chars().skip(PREFIX.len().saturating_sub(before));
        before += group.place.len();
        let (digits, others): (Vec<char>, Vec<char>) = data.partition(char::is_ascii_digit);
        letters += others.len();
        mixed += usize::from(!digits.is_empty() && !others.is_empty());
    }
    let longest = groups.iter().map(|word| word.place.len()).max().unwrap_or(0);
    let fours = groups.iter().filter(|word| word.place.len() == 4).count();
    let is_grouped = match start {
        Start::Right => longest >= 8 || fours >= 3,
        Start::Near => longest >= 20 || fours >= 4,
        Start::Far => fours >= 4 && mixed >= 2,
    };
    is_grouped && letters >= 3 && mixed >= 1 && before > PREFIX.len() + CHECKSUM_LENGTH
}

fn taken<'text>(text: &'text str, words: &[Word]) -> Found<'text> {
    let ends = words.first().zip(words.last());
    let place = ends.map_or(0..0, |(first, last)| first.place.start..last.place.end);
    let mut number = String::new();
    let mut before = place.start;
    for word in words {
        if word.after == Gap::Foreign {
            number.push_str(&text[before..word.place.start]);
        }
        number.extend(text[word.place.clone()].chars().map(|c| c.to_ascii_uppercase()));
        before = word.place.end;
    }
    Found { raw: &text[place], number }
}

/// The canonical form of a number: the same for every spelling that is parsed as the same.
fn canonical(number: &str) -> String {
    number.chars().enumerate().map(|(at, c)| forgive(at, c.to_ascii_lowercase())).collect()
}
