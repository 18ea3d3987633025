//! Shared test helpers: those of the engine's tests, names, sentences, files.

#![allow(dead_code, unused_imports, reason = "each test binary uses a part of it")]

#[path = "../../crates/tariff/tests/tariff/common.rs"]
mod engine;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use casd_simulator::export::Names;
use casd_simulator::i18n::Lang;

pub use engine::*;

/// The program of the command line, with these arguments.
pub fn casd<I: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = I>) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_casd"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Names as a visitor types them.
pub fn named(names: &[(&str, &str)]) -> Names {
    let mut given = Names::default();
    names.iter().for_each(|(label, name)| given.give(institution(label), name));
    given
}

/// Asserts that a text is there in both languages, and not the same one twice; gives back the French one.
pub fn in_both(words: impl Fn(Lang) -> String) -> String {
    let [fr, en] = Lang::ALL.map(words);
    for text in [&fr, &en] {
        assert!(!text.trim().is_empty());
        assert!(!text.contains('{') && !text.contains('}'), "{text}");
    }
    assert_ne!(fr, en);
    fr
}

/// A file that is gone after the test.
pub struct File(PathBuf);

impl File {
    pub fn new(name: &str, text: impl AsRef<[u8]>) -> File {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        // Tests run at once, in several processes.
        let name = format!("{}-{}-{name}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, text).unwrap();
        File(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
