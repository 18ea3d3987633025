//! What tests of texts and documents share.

use casd_simulator::documents::Names;
use casd_simulator::text::Lang;

use super::institution;

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
