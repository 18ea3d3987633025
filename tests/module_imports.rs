//! Tests of the architecture: modules import each other in one direction only (DESIGN.md, "Modules"), and files not in
//! circles. For the `tariff` crate, its boundary ensures the direction.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

/// Each module, and what it may import of the project.
const MODULES: [(&str, &[&str]); 7] = [
    ("price_lists", &[]),
    ("procedure", &[]),
    ("i18n", &["procedure"]),
    ("plots", &[]),
    ("export", &["procedure", "i18n"]),
    ("price_list_editor", &["price_lists", "procedure", "i18n", "export"]),
    ("app", &["price_lists", "procedure", "i18n", "plots", "export", "price_list_editor"]),
];

#[test]
fn each_module_imports_only_those_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut imports = 0;
    for (module, allowed) in MODULES {
        for file in files_of(&src, module) {
            let code = fs::read_to_string(&file).unwrap();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for imported in line.split("crate::").skip(1) {
                    let imported: String =
                        imported.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                    imports += 1;
                    assert!(
                        imported == module || allowed.contains(&imported.as_str()),
                        "{} imports `{imported}`, which `{module}` may not",
                        file.display()
                    );
                }
            }
        }
    }
    assert!(imports > 20, "only {imports} imports were found: the test no longer reads what it should");
}

#[test]
fn every_module_is_listed() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        let listed = ["lib", "main", "bin"].contains(&name.as_str())
            || MODULES.iter().any(|(module, _)| *module == name);
        assert!(listed, "`{name}` is not in MODULES");
    }
}

fn files_of(src: &Path, module: &str) -> Vec<std::path::PathBuf> {
    let file = src.join(format!("{module}.rs"));
    if file.exists() {
        return vec![file];
    }
    files_in(&src.join(module))
}

/// The files of a folder and of the folders in it.
fn files_in(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let deeper = folders.iter().flat_map(|folder| files_in(folder));
    files.into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")).chain(deeper).collect()
}

/// Import cycles between files: two files that need each other have to be read together.
///
/// The graph is read from the text, by a rule that is simple rather than complete. A file imports another where one
/// of its paths begins with `crate::`, `super::` or `self::` and leads there; a path to something that a `mod.rs`
/// re-exports leads to the file that has it. A file and the `mod.rs` files of the folders around it do not count: a
/// module names its children, and these may use what it defines. Unit tests (`mod tests` at the end of a file) and
/// methods, which need no import, are not seen.
mod cycles {
    use std::collections::{BTreeMap, BTreeSet};

    /// The path of a module, from the root of its crate.
    type Module = Vec<String>;

    /// The files of a crate by module, without comments and unit tests.
    pub struct Crate(BTreeMap<Module, String>);

    impl Crate {
        /// A crate of files named from its root, such as `export/pdf/mod.rs`; `lib.rs` or `main.rs` is the root.
        pub fn of<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Crate {
            Crate(files.into_iter().map(|(file, text)| (module_of(file), code(text))).collect())
        }

        /// Which file imports which.
        pub fn imports(&self) -> BTreeSet<(Module, Module)> {
            let mut edges: BTreeSet<(Module, Module)> = BTreeSet::new();
            for module in self.0.keys() {
                let imported =
                    paths(&self.0[module]).into_iter().filter_map(|path| self.file_of(module, &path, 0));
                let others =
                    imported.filter(|other| !other.starts_with(module) && !module.starts_with(other));
                edges.extend(others.map(|other| (module.clone(), other)));
            }
            edges
        }

        /// The imports that are part of a cycle.
        pub fn cycles(&self) -> Vec<String> {
            let edges = self.imports();
            let cycles = edges.iter().filter(|(from, to)| leads_to(&edges, to, from));
            cycles.map(|(from, to)| format!("{} -> {}", from.join("/"), to.join("/"))).collect()
        }

        /// The module that a path leads to; none for paths out of the crate.
        fn file_of(&self, module: &[String], path: &[String], depth: usize) -> Option<Module> {
            let mut at = match path.first()?.as_str() {
                "crate" => Vec::new(),
                "super" => module[..module.len().checked_sub(1)?].to_vec(),
                "self" => module.to_vec(),
                child => [module, &[child.into()]].concat(),
            };
            for name in &path[1..] {
                let next = [at.as_slice(), std::slice::from_ref(name)].concat();
                if self.0.contains_key(&next) {
                    at = next;
                } else if name == "super" {
                    at.pop();
                } else {
                    let exported = exports(self.0.get(&at)?).into_iter().find(|(export, _)| export == name);
                    return match exported {
                        Some((_, path)) if depth < 8 => self.file_of(&at, &path, depth + 1),
                        _ => Some(at),
                    };
                }
            }
            self.0.contains_key(&at).then_some(at)
        }
    }

    /// Whether imports lead from a file to another, by whatever way.
    fn leads_to(edges: &BTreeSet<(Module, Module)>, from: &Module, to: &Module) -> bool {
        let (mut seen, mut left) = (BTreeSet::from([from]), vec![from]);
        while let Some(at) = left.pop() {
            let next = edges.iter().filter(|(from, _)| from == at).map(|(_, to)| to);
            left.extend(next.filter(|next| seen.insert(next)));
        }
        seen.contains(to)
    }

    fn module_of(file: &str) -> Module {
        let file = file.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
        file.split('/').filter(|name| !["", "lib", "main"].contains(name)).map(String::from).collect()
    }

    fn code(text: &str) -> String {
        let text = text.split("\nmod tests {").next().unwrap_or_default();
        text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }

    /// The paths in a text that begin at `crate`, `super` or `self`.
    fn paths(code: &str) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        for root in ["crate::", "super::", "self::"] {
            for (at, _) in code.match_indices(root) {
                if !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                    tree(&mut &code[at..], &[], &mut |path, _| paths.push(path));
                }
            }
        }
        paths
    }

    /// What a module imports or re-exports by name, and the path to it.
    fn exports(code: &str) -> Vec<(String, Vec<String>)> {
        let mut exports = Vec::new();
        for (at, _) in
            code.match_indices("use ").filter(|(at, _)| code[..*at].ends_with(['\n', ' ']) || *at == 0)
        {
            tree(&mut &code[at + 4..], &[], &mut |path, name| exports.push((name, path)));
        }
        exports
    }

    /// Takes a path apart at its braces: `a::{self, b::C as D}` is `a` and `a::b::C`, which is called `D`.
    fn tree(rest: &mut &str, prefix: &[String], found: &mut impl FnMut(Vec<String>, String)) {
        let mut path = prefix.to_vec();
        loop {
            *rest = rest.trim_start();
            if let Some(inside) = rest.strip_prefix('{') {
                *rest = inside;
                while !rest.trim_start().starts_with('}') && !rest.is_empty() {
                    tree(rest, &path, found);
                    *rest = rest.trim_start().trim_start_matches(',').trim_start();
                }
                *rest = rest.trim_start().trim_start_matches('}');
                return;
            }
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            if name != "self" || path.is_empty() {
                path.push(name.into());
            }
            match after.strip_prefix("::") {
                Some(after) if !name.is_empty() => *rest = after,
                _ => {
                    let alias = after.trim_start().strip_prefix("as ");
                    let called = alias
                        .unwrap_or(name)
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect();
                    let skipped = after.find([',', '}', ';']).unwrap_or(after.len());
                    *rest = &after[skipped..];
                    found(path, called);
                    return;
                }
            }
        }
    }
}

#[test]
fn files_do_not_import_each_other_in_circles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut imports = 0;
    for (crate_root, other_crates) in [("src", "src/bin"), ("src/bin/casd", ""), ("crates/tariff/src", "")] {
        let folder = root.join(crate_root);
        let is_of_it = |file: &std::path::PathBuf| {
            other_crates.is_empty()
                || !file.starts_with(root.join(other_crates)) && !file.ends_with("src/main.rs")
        };
        let files = files_in(&folder).into_iter().filter(is_of_it).map(|file| {
            let name = file.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&file).unwrap())
        });
        let files: Vec<(String, String)> = files.collect();
        let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let read = cycles::Crate::of(files);
        imports += read.imports().len();
        assert_eq!(read.cycles(), [""; 0], "these imports in {crate_root} are part of a cycle");
    }
    assert!(imports > 300, "only {imports} imports were found: the test no longer reads what it should");
}

#[test]
fn a_circle_of_imports_is_found() {
    let found = |files: &[(&str, &str)]| cycles::Crate::of(files.iter().copied()).cycles();
    let lines = ("pdf/lines.rs", "use super::style::Style;\npub struct Span;");
    let style = ("pdf/style.rs", "use super::{lines::Span, typeface::Weight};\npub struct Style;");
    let typeface = ("pdf/typeface.rs", "pub enum Weight {}");
    let both = ["pdf/lines -> pdf/style", "pdf/style -> pdf/lines"];
    assert_eq!(found(&[lines, style, typeface]), both);
    assert_eq!(
        found(&[lines, ("pdf/style.rs", "// super::lines::Span\nuse super::typeface::Weight;"), typeface]),
        [""; 0]
    );
    // By way of what the folder re-exports, and of the root.
    let folder =
        ("pdf/mod.rs", "mod lines;\nmod style;\npub use lines::{Line, Span as Stretch};\npub fn pdf() {}");
    assert_eq!(found(&[lines, ("pdf/style.rs", "fn f(_: crate::pdf::Stretch) {}"), folder]), both);
    assert_eq!(found(&[lines, ("pdf/style.rs", "use super::{Stretch, pdf};"), folder]), both);
    // What the folder has itself is its children's to use.
    assert_eq!(found(&[lines, ("pdf/style.rs", "use super::pdf;"), folder]), [""; 0]);
    // Three files, and two folders.
    let three = [
        ("a.rs", "use crate::b::B;"),
        ("b.rs", "use super::c::C;"),
        ("c.rs", "use crate::a::A;"),
        ("d.rs", "use crate::a::A;"),
    ];
    assert_eq!(found(&three), ["a -> b", "b -> c", "c -> a"]);
    let folders =
        [("a/mod.rs", "pub fn a() {}"), ("a/x.rs", "use crate::b::y::Y;"), ("b/y.rs", "use crate::a::a;")];
    assert_eq!(found(&folders), [""; 0], "a folder is not its files");
}
