//! What becomes of the file: tried in the simulator, and saved.

use leptos::prelude::*;

use super::Workbench;
use crate::app::components::{button, paragraph};
use crate::app::dom::{dynamic, el, empty, fragment};
use crate::app::platform::download::Download;
use crate::app::platform::storage::{EDITED_PRICE_LIST, session};
use crate::i18n::Lang;
use crate::price_list_editor::Severity;
use tariff::iso_day;

/// What the page reads.
const FILE: &str = "price-list.json";
/// What it would refuse.
const UNFINISHED: &str = "price-list-unfinished.json";

impl Workbench {
    /// The preview, and the file to hand to the webmaster.
    pub(super) fn outcome(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let has_errors =
            move || self.findings.with(|found| found.iter().any(|one| one.severity() == Severity::Error));
        let preview = dynamic(move || {
            if has_errors() {
                return empty();
            }
            let on = iso_day(self.day_compared());
            let address = format!("?lang={}&preview&date={on}", lang.code());
            let preview = el("a").class("button").attr("href", address).text(words.preview);
            // It reads the file where it is kept, which one that was only looked at is not.
            preview
                .on("click", move |_| {
                    self.file.with_untracked(|file| session().set(EDITED_PRICE_LIST, file.text()))
                })
                .view()
        });
        let save = button("primary", words.save, move || {
            let name = if has_errors() { UNFINISHED } else { FILE };
            let bytes = self.file.with_untracked(|file| file.text().as_bytes().to_vec());
            let file = Download { name: name.into(), media_type: "application/json", bytes };
            if file.save().is_err() {
                return self.app.set_not_loaded(true);
            }
            match has_errors() {
                true => self.warn(words.saved_unfinished),
                false => self.say(words.saved),
            }
        });
        let state = dynamic(move || match has_errors() {
            true => paragraph("alert", words.unfinished),
            false => paragraph("hint", words.publish_help),
        });
        fragment(vec![state, el("div").class("actions").child(preview).child(save).view()])
    }
}
