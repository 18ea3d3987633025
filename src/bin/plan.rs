//! The views from an estimate to the access, a module of their own: it loads when somebody asks for them.
//! `web/asked.js` calls it.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod asked {
    use casd_simulator::app::annexe::Host;
    use casd_simulator::app::plan::{self, View};
    use casd_simulator::i18n::Lang;
    use casd_simulator::price_lists;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Takes the price book of the page, where it is not the one that comes with the simulator.
    #[wasm_bindgen]
    pub fn use_book(packed: Vec<u8>) {
        price_lists::use_packed(packed);
    }

    #[wasm_bindgen]
    extern "C" {
        /// What is asked for, as the script hands it over: see [`plan::Asked`].
        pub type Asked;

        #[wasm_bindgen(method, getter)]
        fn view(this: &Asked) -> String;

        #[wasm_bindgen(method, getter)]
        fn lang(this: &Asked) -> String;

        #[wasm_bindgen(method, getter)]
        fn link(this: &Asked) -> String;

        #[wasm_bindgen(method, getter)]
        fn form(this: &Asked) -> String;

        #[wasm_bindgen(method, getter)]
        fn first(this: &Asked) -> String;

        #[wasm_bindgen(method, getter)]
        fn others(this: &Asked) -> Vec<String>;

        #[wasm_bindgen(method, getter)]
        fn comparison(this: &Asked) -> String;

        #[wasm_bindgen(method, getter)]
        fn calendar(this: &Asked) -> Option<String>;
    }

    /// Shows the view that is asked for, or none.
    #[wasm_bindgen]
    pub fn show(
        asked: &Asked,
        open: js_sys::Function,
        go_to: js_sys::Function,
        save: js_sys::Function,
        note: js_sys::Function,
    ) {
        let asked = plan::Asked {
            view: View::from_name(&asked.view()),
            lang: Lang::from_tag(&asked.lang()).unwrap_or(Lang::En),
            link: asked.link(),
            form: asked.form(),
            first: asked.first(),
            others: asked.others(),
            comparison: asked.comparison(),
            calendar: asked.calendar(),
        };
        plan::show(asked, Host { open, go_to, save }, note);
    }
}
