//! Modules import each other in one direction only (DESIGN.md, "Modules"). Of `tariff`, the crate boundary holds it.
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
                        imported.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
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
