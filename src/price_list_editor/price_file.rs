//! A price-list file: its text, its parsed book, and its diagnostics.

use super::json_spans::{Node, floor, joined, line_and_column};
use super::schema_check::{Malformed, malformed, read_list, said};
use super::{Diagnostic, DiagnosticKind, Severity};
use crate::price_lists;
use tariff::{
    ListError, ListErrorKind, MAX_FILE_BYTES, PriceBook, PriceList, ReadError, content_errors, read_json,
};

/// A price-list file, valid or not: a book (`{ "lists": [ … ] }`) or a single list.
///
/// ```
/// use casd_simulator::price_list_editor::PriceFile;
///
/// let list = include_str!("../../public/price-lists/pmsi.json");
/// let file = PriceFile::read(&list.replace("\"29.00\"", "\"29\""));
/// assert!(file.book().is_none());
/// let diagnostic = &file.diagnostics()[0];
/// assert_eq!(diagnostic.place, "charges[1].price.unit");
/// assert_eq!((diagnostic.line, diagnostic.column), (109, 18));
/// ```
#[derive(Clone, Debug)]
pub struct PriceFile {
    text: String,
    /// The syntax tree of the text; `None` if it is not JSON.
    pub(super) tree: Option<Node>,
    /// Whether it is a book rather than a single list.
    pub(super) is_book: bool,
    book: Option<PriceBook>,
    diagnostics: Vec<Diagnostic>,
}

impl PriceFile {
    /// Parses a file. Errors become diagnostics.
    pub fn read(text: &str) -> PriceFile {
        // A byte-order mark is what some editors on Windows leave at the start of a file.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut file =
            PriceFile { text: text.into(), tree: None, is_book: true, book: None, diagnostics: Vec::new() };
        if text.len() > MAX_FILE_BYTES {
            let kind = DiagnosticKind::TooLarge { bytes: text.len() };
            file.diagnostics.push(Diagnostic { place: String::new(), line: 1, column: 1, kind });
            return file;
        }
        match (read_json::<serde_json::Value>(text), Node::of(text)) {
            (Err(error), _) => file.diagnostics.extend(syntax(text, &error)),
            (Ok(_), None) => {
                let kind = DiagnosticKind::Syntax("expected value".into());
                file.diagnostics.push(Diagnostic { place: String::new(), line: 1, column: 1, kind });
            }
            (Ok(_), Some(tree)) => {
                file.is_book = !is_list(&tree);
                file.check(&tree);
                file.tree = Some(tree);
            }
        }
        file
    }

    /// A book without lists, to start CASD's own.
    pub fn empty() -> PriceFile {
        PriceFile::read("{\n  \"$schema\": \"./price-book.schema.json\",\n  \"lists\": []\n}\n")
    }

    /// The bundled lists, as a book.
    pub fn published() -> PriceFile {
        PriceFile::read(price_lists::as_file())
    }

    /// The text, without a byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parsed book; `None` if the file has errors.
    pub fn book(&self) -> Option<&PriceBook> {
        self.book.as_ref()
    }

    /// The errors of the file's structure and content, in the order of the text.
    /// [`continuity`](PriceFile::continuity) checks it against the book in use.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The path of a list of the file: `lists[1]`, or empty in a file that is a single list.
    pub fn list_place(&self, index: usize) -> String {
        if self.is_book { format!("lists[{index}]") } else { String::new() }
    }

    /// How many lists the file has, valid or not.
    pub fn list_count(&self) -> usize {
        self.lists().len()
    }

    /// The lists of the file.
    pub(super) fn lists(&self) -> &[Node] {
        self.tree.as_ref().map_or(&[], |tree| lists_of(tree, self.is_book))
    }

    /// A diagnostic at a path of the text.
    pub(super) fn diagnostic(&self, tree: &Node, place: String, kind: DiagnosticKind) -> Diagnostic {
        let (line, column) = line_and_column(&self.text, tree.nearest(&place).at);
        Diagnostic { place, line, column, kind }
    }

    fn check(&mut self, tree: &Node) {
        let whole = if self.is_book {
            PriceBook::from_json(&self.text)
        } else {
            PriceList::from_json(&self.text).and_then(|list| PriceBook::new(vec![list]))
        };
        let error = match whole {
            Ok(book) => {
                self.book = Some(book);
                return;
            }
            Err(error) => error,
        };
        let mut found: Vec<(String, DiagnosticKind)> = Vec::new();
        let (mut indices, mut lists) = (Vec::new(), Vec::new());
        for (index, node) in lists_of(tree, self.is_book).iter().enumerate() {
            match read_list(&self.text, node, &self.list_place(index)) {
                Ok(list) => {
                    indices.push(index);
                    lists.push(list);
                }
                Err(malformed) => {
                    found
                        .extend(malformed.into_iter().map(|one| (one.place, DiagnosticKind::Form(one.what))));
                }
            }
        }
        if let ReadError::Form { path, what, line, column } = &error {
            let Malformed { place, what } = malformed(path.trim_matches('.'), said(what, *line, *column));
            // Unless it was told with its list.
            if found.iter().all(|(other, _)| *other != place) {
                found.push((place, DiagnosticKind::Form(what)));
            }
        }
        for (index, ListError { place, kind }) in content_errors(&lists) {
            let place = joined(&self.list_place(indices[index]), &place);
            let places = match kind {
                ListErrorKind::MissingTranslation => empty_translations(tree, place),
                // Where it is put right.
                ListErrorKind::Overlap { .. } => vec![joined(&place, "from")],
                _ => vec![place],
            };
            found.extend(places.into_iter().map(|place| (place, DiagnosticKind::Content(kind.clone()))));
        }
        let diagnostics = found.into_iter().map(|(place, kind)| self.diagnostic(tree, place, kind));
        self.diagnostics = sorted(diagnostics.collect());
    }
}

fn lists_of(tree: &Node, is_book: bool) -> &[Node] {
    if is_book { tree.member("lists").map_or(&[], Node::items) } else { core::slice::from_ref(tree) }
}

/// Sorts diagnostics by position, errors before warnings.
pub(super) fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let severity = |diagnostic: &Diagnostic| diagnostic.severity() == Severity::Warning;
    diagnostics.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column, severity(diagnostic)));
    diagnostics
}

/// The syntax error of a text that is not JSON.
fn syntax(text: &str, error: &ReadError) -> Option<Diagnostic> {
    let ReadError::Form { path, what, line, column } = error else { return None };
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    // The reader counts bytes.
    let at = floor(text, before + column.saturating_sub(1));
    let kind = DiagnosticKind::Syntax(said(what, *line, *column).into());
    let (line, column) = line_and_column(text, at);
    // Where the reader was, as far as it knows.
    let place = path.split('?').next().unwrap_or_default().trim_matches('.').into();
    Some(Diagnostic { place, line, column, kind })
}

/// Whether a file is a single list: it has a list's fields, and no `lists`.
fn is_list(tree: &Node) -> bool {
    let of_a_list = ["id", "serial", "title", "in_force", "offers", "charges"];
    tree.member("lists").is_none() && of_a_list.iter().any(|key| tree.member(key).is_some())
}

/// The paths of the empty translations at a path.
fn empty_translations(tree: &Node, place: String) -> Vec<String> {
    let empty = |lang: &&str| {
        let text = tree.get(&joined(&place, lang)).and_then(Node::as_text);
        text.is_none_or(|text| text.trim().is_empty())
    };
    let places: Vec<String> =
        ["fr", "en"].iter().filter(|lang| empty(lang)).map(|lang| joined(&place, lang)).collect();
    if places.is_empty() { vec![place] } else { places }
}
