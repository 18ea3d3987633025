//! The PDF writer, a module of its own: it loads when somebody asks for a PDF. `web/asked.js` calls it.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod asked {
    use casd_simulator::app;
    use casd_simulator::app::platform::clock::today;
    use casd_simulator::export::{self, Simulation};
    use casd_simulator::i18n::Lang;
    use casd_simulator::price_lists;
    use tariff::number;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Takes the price book of the page, where it is not the one that comes with the simulator.
    #[wasm_bindgen]
    pub fn use_book(packed: Vec<u8>) {
        price_lists::use_packed(packed);
    }

    /// The PDF of the simulation that a link opens, with its JSON attached. Where `form` is the
    /// form that gave it, institutions have the names in it.
    ///
    /// # Errors
    ///
    /// A sentence for developers: the page asks only for simulations that it shows.
    #[wasm_bindgen]
    pub fn pdf(link: &str, form: &str, lang: &str, json: &str) -> Result<Vec<u8>, String> {
        let opened = number::open(price_lists::price_book(), link).map_err(|reason| reason.to_string())?;
        let lang = Lang::from_tag(lang).ok_or("an unknown language")?;
        let names = &app::names_in(form, &opened);
        let simulation = Simulation { opened: &opened, lang, link, names };
        export::pdf(&simulation, today(), json.as_bytes()).map_err(|error| error.to_string())
    }
}
