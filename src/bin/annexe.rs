//! What few visitors need, in a module of its own that loads when they ask for it: documents, files
//! that are opened, the views beside the simulator. `web/asked.js` calls it.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod asked {
    use casd_simulator::app::annexe::{self, Host, View};
    use casd_simulator::app::platform::clock::today;
    use casd_simulator::app::{self, Status};
    use casd_simulator::export::{self, Attachment, Imported, ProblemKind, Simulation};
    use casd_simulator::i18n::{self, Lang};
    use casd_simulator::price_lists;
    use tariff::number::{self, Opened};
    use tariff::{self, ReadError};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Takes the price book of the page, where it is not the one that comes with the simulator.
    #[wasm_bindgen]
    pub fn use_book(packed: Vec<u8>) {
        price_lists::use_packed(packed);
    }

    /// Opens the simulation of a link; the page asks only for those that it shows.
    fn opened(link: &str) -> Result<Opened<'static>, String> {
        number::open(price_lists::price_book(), link).map_err(|reason| reason.to_string())
    }

    fn language(tag: &str) -> Lang {
        Lang::from_tag(tag).unwrap_or(Lang::En)
    }

    /// The name of the file that holds a simulation.
    #[wasm_bindgen]
    pub fn file_name(link: &str, extension: &str) -> Result<String, String> {
        Ok(export::file_name(&opened(link)?.number, extension))
    }

    /// The simulation as JSON. Where `form` is the form that gave it, institutions have the names in it.
    #[wasm_bindgen]
    pub fn json(link: &str, form: &str, lang: &str) -> Result<String, String> {
        let opened = opened(link)?;
        let names = &app::names_in(form, &opened);
        let simulation = Simulation { opened: &opened, lang: language(lang), link, names };
        export::json(&simulation).map_err(|error| error.to_string())
    }

    /// The simulation as a table for spreadsheets.
    #[wasm_bindgen]
    pub fn csv(link: &str, form: &str, lang: &str) -> Result<Vec<u8>, String> {
        let opened = opened(link)?;
        let names = &app::names_in(form, &opened);
        let simulation = Simulation { opened: &opened, lang: language(lang), link, names };
        export::csv(&simulation).map_err(|error| error.to_string())
    }

    /// The message to CASD as a draft, with the PDF and the JSON.
    #[wasm_bindgen]
    pub fn eml(link: &str, form: &str, lang: &str, pdf: Vec<u8>) -> Result<Vec<u8>, String> {
        let json = json(link, form, lang)?.into_bytes();
        let opened = opened(link)?;
        let names = &app::names_in(form, &opened);
        let simulation = Simulation { opened: &opened, lang: language(lang), link, names };
        let served = opened.list.offer(opened.project.offer).ok_or("no contact")?;
        let message = export::full_message(&served.contact, &simulation);
        let attachment = |extension, media_type, bytes| Attachment {
            name: export::file_name(&opened.number, extension),
            media_type,
            bytes,
        };
        let attachments =
            [attachment("pdf", "application/pdf", pdf), attachment("json", "application/json", json)];
        Ok(export::eml(&message, &attachments))
    }

    /// What a file gives: the number to open, where it gives one, and what is said of it.
    #[wasm_bindgen(getter_with_clone)]
    pub struct Read {
        /// The number.
        pub number: Option<String>,
        /// The form of that simulation, where its institutions have names.
        pub form: Option<String>,
        /// What is said of it where it is what it should be.
        pub done: String,
        /// And where it is not.
        pub wrong: String,
    }

    impl Read {
        /// A file that gives no number.
        fn refused(wrong: String) -> Read {
            Read { number: None, form: None, done: String::new(), wrong }
        }
    }

    /// What came of something: one of the two sentences is empty.
    #[wasm_bindgen(getter_with_clone)]
    pub struct Outcome {
        /// What succeeded.
        pub done: String,
        /// What went wrong.
        pub wrong: String,
    }

    impl From<Status> for Outcome {
        fn from(told: Status) -> Outcome {
            let (done, wrong) = told.into_parts();
            Outcome { done, wrong }
        }
    }

    /// The longest file that is read, in bytes.
    #[wasm_bindgen]
    pub fn max_file_bytes() -> f64 {
        tariff::MAX_FILE_BYTES as f64
    }

    /// Reads a file that a simulation was saved in. A longer one than [`max_file_bytes`] comes without
    /// its text.
    #[wasm_bindgen]
    pub fn import_file(bytes: f64, text: &str, lang: &str) -> Read {
        let (book, lang) = (price_lists::price_book(), language(lang));
        let today = today();
        if bytes > max_file_bytes() {
            let error = ReadError::TooLarge { bytes: bytes as usize };
            return Read::refused(i18n::unread(lang, &error));
        }
        match export::import(book, text, today) {
            Ok(Imported::Same { opened, names }) => Read {
                number: Some(opened.number.to_string()),
                form: app::form_of(&opened, &names),
                done: i18n::file_opened(lang).into(),
                wrong: String::new(),
            },
            Ok(Imported::Different(different)) => {
                let number = number::issue(different.list, &different.project, today);
                let number = number.ok().map(|number| number.to_string());
                // A project alone is what some people send; any other file was to be the simulation it names.
                let (done, wrong) = match different.why {
                    ProblemKind::ProjectOnly => (different.words(lang), String::new()),
                    _ => (String::new(), different.words(lang)),
                };
                Read { number, form: None, done, wrong }
            }
            Err(reason) => Read::refused(reason.words(lang, book, today)),
        }
    }

    /// Said once a file was handed to the browser.
    #[wasm_bindgen]
    pub fn saved(lang: &str, name: &str) -> String {
        i18n::saved(language(lang), name)
    }

    /// Keeps a simulation, or an unfinished form, on this device, and says what came of it.
    #[wasm_bindgen]
    pub fn keep(link: &str, form: &str, lang: &str) -> Outcome {
        annexe::keep(link, form, language(lang)).into()
    }

    /// What stands above the page: what is wrong with CASD's own price list, or that prices are being tried.
    #[wasm_bindgen]
    pub fn standing(lang: &str, wrong: Option<String>) -> String {
        i18n::standing(language(lang), wrong.as_deref())
    }

    /// What leads from a preview back to the workbench is called.
    #[wasm_bindgen]
    pub fn back_to_workbench(lang: &str) -> String {
        language(lang).workbench().back_here.into()
    }

    /// Shows the view of that name, or none.
    #[wasm_bindgen]
    pub fn show(
        view: &str,
        lang: &str,
        open: js_sys::Function,
        go_to: js_sys::Function,
        save: js_sys::Function,
    ) {
        annexe::show(View::from_name(view), language(lang), Host { open, go_to, save });
    }
}
