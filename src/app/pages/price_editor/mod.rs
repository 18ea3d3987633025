//! The price-list workbench, for the tariff manager: CASD's own price book opened, changed, checked, tried
//! and saved, without a build and without sending anything anywhere. What is done with a file natively is `price_list_editor`.

mod comparison;
mod editor;
mod findings;
mod outcome;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::titled;
use crate::app::action::{Action, Place};
use crate::app::app_state::AppState;
use crate::app::components::{button, element_of, heading, paragraph};
use crate::app::dom::{chosen_file, dynamic, el, empty, fragment, value_of};
use crate::app::live_region::{Status, status_region};
use crate::app::platform::focus::focus;
use crate::app::platform::storage::{EDITED_PRICE_LIST, session};
use crate::i18n::{Lang, unread};
use crate::price_list_editor::{Diagnostic, PriceFile};
use crate::price_lists::{embedded, over_published};
use tariff::{MAX_FILE_BYTES, PriceBook, ReadError, iso_day};

const TEXT: &str = "price-file-text";
const TEXT_ERROR: &str = "price-file-text-error";
/// Where the numbers to compare stand, as long as the file does.
const NUMBERS: &str = "casd-simulator.preview.numbers";

/// What the names of the file's own lists start with, among models.
const OWN: &str = "own";

/// What a new list can be made from.
struct Model {
    /// Tells it from the others.
    name: String,
    /// What it is called.
    title: String,
}

/// The workbench. It is a handle: copies are the same workbench.
#[derive(Clone, Copy)]
struct Workbench {
    app: AppState,
    /// The file as it stands.
    file: RwSignal<PriceFile>,
    /// Which of its lists is in the form.
    chosen: RwSignal<usize>,
    /// The model of a new list, by its name; empty for the first.
    model: RwSignal<String>,
    /// The first day of a new list, as typed.
    first_day: RwSignal<String>,
    /// The day on which prices are compared, as typed; empty for the first one that changes any.
    compared_on: RwSignal<String>,
    /// Numbers to compare, as typed.
    numbers: RwSignal<String>,
    /// What came of the last thing that was asked for, and the language of it.
    said: RwSignal<(Lang, Status)>,
    /// All that is wrong with the file, or worth a look.
    findings: Memo<Vec<Diagnostic>>,
    /// The file that is beside the page now.
    in_use: StoredValue<PriceFile>,
}

/// Whether the editor was opened before.
pub fn is_open(app: AppState) -> bool {
    app.known_view_state::<Workbench>().is_some()
}

/// Opens the editor, if it is not open yet, with the price list beside the page.
pub fn open(app: AppState, in_use: &str) {
    app.view_state(|| Workbench::new(app, PriceFile::read(in_use)));
}

/// The editor.
pub fn view(app: AppState, lang: Lang) -> AnyView {
    app.known_view_state::<Workbench>().map_or_else(empty, |workbench| workbench.shown(lang))
}

/// Opens a file of so many bytes that the user chose or dropped; the text of one that is too long is not needed.
pub fn read(app: AppState, bytes: u64, text: &str) {
    let Some(workbench) = app.known_view_state::<Workbench>() else { return };
    if bytes > MAX_FILE_BYTES as u64 {
        workbench.warn(&unread(app.lang(), &ReadError::TooLarge { bytes: bytes as usize }));
        return;
    }
    workbench.take(PriceFile::read(text).into_book());
    workbench.say(app.lang().workbench().opened);
}

impl Workbench {
    fn new(app: AppState, in_use: PriceFile) -> Workbench {
        let file = RwSignal::new(
            session().get(EDITED_PRICE_LIST).map_or_else(|| in_use.clone(), |text| PriceFile::read(&text)),
        );
        let in_use = StoredValue::new(in_use);
        let findings = move |_: Option<&Vec<Diagnostic>>| {
            file.with(|file| {
                let mut found = file.diagnostics().to_vec();
                found.extend(in_use.with_value(|in_use| file.continuity(in_use.book(), app.today())));
                found
            })
        };
        let next_year = NaiveDate::from_ymd_opt(app.today().year() + 1, 1, 1).map(iso_day);
        Workbench {
            app,
            file,
            chosen: RwSignal::new(0),
            model: RwSignal::new(String::new()),
            first_day: RwSignal::new(next_year.unwrap_or_default()),
            compared_on: RwSignal::new(String::new()),
            numbers: RwSignal::new(session().get(NUMBERS).unwrap_or_default()),
            said: RwSignal::new((app.lang(), Status::Empty)),
            findings: Memo::new_with_compare(findings, |_, _| true),
            in_use,
        }
    }

    /// Takes a file in place of the one before, and keeps it while the tab is open.
    fn take(self, file: PriceFile) {
        session().set(EDITED_PRICE_LIST, file.text());
        self.file.set(file);
    }

    /// Says what was done.
    fn say(self, said: &str) {
        self.said.set((self.app.lang(), Status::Done(said.into())));
    }

    /// Says what could not be done, or is still wrong.
    fn warn(self, said: &str) {
        self.said.set((self.app.lang(), Status::Error(said.into())));
    }

    /// The book of the page now, and the one that the file would give.
    fn books(self) -> (PriceBook, Option<PriceBook>) {
        let over = |file: &PriceFile| over_published(file.book()?.clone()).ok();
        let before = self.in_use.with_value(over).unwrap_or_else(embedded);
        (before, self.file.with(over))
    }

    fn shown(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let said = status_region("told", move || {
            // Not what was said in the other language.
            self.said.with(|(spoken, said)| if *spoken == lang { said.clone() } else { Status::Empty })
        });
        let content = fragment(vec![
            paragraph("hint", words.help),
            said.view(),
            self.opening(lang),
            heading(words.lists),
            self.new_list(lang),
            self.editor(lang),
            self.text(lang),
            heading(words.check),
            self.findings(lang),
            heading(words.compare),
            self.comparison(lang),
            heading(words.publish),
            self.outcome(lang),
        ]);
        titled(self.app, lang, words.title, include_str!("../../../../style/workbench.css"), content)
    }

    /// The ways to a file: that of the disk, and the one beside the page.
    fn opening(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let input = el("input")
            .id("price-file")
            .attr("type", "file")
            .attr("accept", ".json,application/json")
            .on("change", move |event| {
                if let Some(file) = chosen_file(&event) {
                    self.app.perform(Action::Read(file), Place::Page, element_of(&event));
                }
            });
        let in_use = button("", words.take_in_use, move || {
            self.take(self.in_use.get_value());
            self.say(words.taken_in_use);
        });
        fragment(vec![
            el("label").attr("for", "price-file").text(words.open).view(),
            input.view(),
            el("div").class("actions").child(in_use).view(),
        ])
    }

    /// A new list, from one that there is.
    fn new_list(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let choices = dynamic(move || {
            let choice = |(index, Model { name, title })| {
                let option = el("option").attr("value", String::clone(&name)).text(title);
                let is_chosen = move || {
                    self.model.with(|model| if model.is_empty() { index == 0 } else { *model == name })
                };
                option.prop("selected", is_chosen).view()
            };
            fragment(self.models(lang).into_iter().enumerate().map(choice).collect())
        });
        let model = el("select")
            .id("model")
            .attr("aria-required", "true")
            .child(choices)
            .on("change", move |event| self.model.set(value_of(&event)));
        let day = el("input")
            .id("first-day")
            .attr("type", "date")
            .attr("aria-required", "true")
            .prop("value", move || self.first_day.get())
            .on("change", move |event| self.first_day.set(value_of(&event)));
        let field = |id: &'static str, label: &str, field: AnyView| {
            el("div").class("field").child(el("label").attr("for", id).text(label)).child(field).view()
        };
        el("form")
            .on("submit", move |event| {
                event.prevent_default();
                self.make_list(lang);
            })
            .child(el("div").class("pair").child(field("model", words.model, model.view())).child(field(
                "first-day",
                words.first_day,
                day.view(),
            )))
            .child(el("p").child(el("button").attr("type", "submit").text(words.make_list)))
            .view()
    }

    /// What a new list can be made from: the lists of the file and those that come with the simulator,
    /// but for those that are archived.
    fn models(self, lang: Lang) -> Vec<Model> {
        let of = |file: &PriceFile, of: &'static str| -> Vec<Model> {
            let current = (0..file.list_count()).filter(|index| !file.is_archived(*index));
            let model = |index| Model { name: format!("{of} {index}"), title: file.list_title(index, lang) };
            current.map(model).collect()
        };
        let mut models = self.file.with(|file| of(file, OWN));
        models.extend(of(&PriceFile::published(), "published"));
        models
    }

    fn make_list(self, lang: Lang) {
        let words = lang.workbench();
        let Some(from) = tariff::day_from_iso(&self.first_day.get_untracked()) else {
            self.warn(words.no_day);
            return focus("first-day".into());
        };
        let previous = self.in_use.with_value(|in_use| in_use.book().cloned());
        // Until one is chosen, or where it is gone, the first stands in the field.
        let mut models = untrack(|| self.models(lang));
        let chosen = self.model.with_untracked(|chosen| models.iter().position(|one| one.name == *chosen));
        let made = self.file.with_untracked(|file| {
            let published = PriceFile::published();
            let model = models.drain(chosen.unwrap_or(0)..).next()?;
            let (of, index) = model.name.split_once(' ')?;
            let model = if of == OWN { file } else { &published };
            file.with_list_like(model, index.parse().ok()?, from, previous.as_ref())
        });
        match made {
            Some(file) => {
                self.chosen.set(file.list_count().saturating_sub(1));
                // The choice of a model follows what stands in the field.
                self.model.set(String::new());
                self.take(file);
                self.say(words.list_made);
                focus("chosen".into());
            }
            None => self.warn(words.no_list_made),
        }
    }

    /// The file as text, for what the form does not have.
    fn text(self, lang: Lang) -> AnyView {
        let words = lang.workbench();
        let field = el("textarea")
            .id(TEXT)
            .attr("rows", "24")
            .attr("spellcheck", "false")
            .attr("autocomplete", "off")
            .attr("aria-label", words.text)
            .attr("aria-describedby", TEXT_ERROR)
            .attr_with("aria-invalid", move || (!self.wrong_in_text(lang).is_empty()).to_string())
            .prop("value", move || self.file.with(|file| String::from(file.text())))
            .on("change", move |event| self.take(PriceFile::read(&value_of(&event))));
        el("details")
            .child(el("summary").text(words.text))
            .child(paragraph("hint", words.text_help))
            .child(field)
            .child(el("p").class("error").id(TEXT_ERROR).text_with(move || self.wrong_in_text(lang)))
            .view()
    }

    /// What is wrong, or worth a look, and has no field: the text is where it is corrected.
    fn wrong_in_text(self, lang: Lang) -> String {
        let fields: Vec<String> = self.file.with(|file| {
            let sections = (0..file.list_count()).flat_map(|index| file.fields(index));
            sections.flat_map(|section| section.fields).map(|field| field.path).collect()
        });
        self.findings.with(|findings| {
            let has_field = |finding: &&Diagnostic| fields.iter().any(|path| finding.is_within(path));
            let without = findings.iter().filter(|finding| !has_field(finding));
            without.map(|finding| finding.words(lang)).collect::<Vec<_>>().join(" ")
        })
    }
}
