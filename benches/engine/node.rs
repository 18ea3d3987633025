//! The engine as a module for Node.js, built as the page is: what is measured beside publicodes,
//! and an oracle for whoever checks totals without the page.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod node {
    use casd_simulator::export::QuoteData;
    use casd_simulator::price_lists;
    use chrono::NaiveDate;
    use tariff::number;
    use tariff::{PriceList, Project, quote};
    use wasm_bindgen::JsError;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// A published price list, and projects to price with it.
    #[wasm_bindgen]
    pub struct Engine {
        list: &'static PriceList,
        projects: Vec<Project>,
        issued: NaiveDate,
    }

    #[wasm_bindgen]
    impl Engine {
        /// Takes the list of that id and the projects, an array as JSON. Numbers are issued on that day.
        #[wasm_bindgen(constructor)]
        pub fn new(list: &str, projects: &str, issued: &str) -> Result<Engine, JsError> {
            let list = price_lists::price_book().by_id(list);
            let list = list.ok_or_else(|| JsError::new("no published list has this id"))?;
            let issued = issued.parse().map_err(|_| JsError::new("the day of issue is not a day"))?;
            Ok(Engine { list, projects: serde_json::from_str(projects)?, issued })
        }

        /// The total of the project at that index, in cents.
        pub fn total(&self, index: usize) -> Result<f64, JsError> {
            let project = self.projects.get(index).ok_or_else(|| JsError::new("no project is there"))?;
            Ok(quote(self.list, project)?.total.cents() as f64)
        }

        /// The whole quote of a project, both as JSON: what `casd quote` prints, number included.
        pub fn quote(&self, project: &str) -> Result<String, JsError> {
            let project = Project::from_json(project)?;
            let quote = quote(self.list, &project)?;
            let number = number::issue(self.list, &project, self.issued)?;
            Ok(serde_json::to_string(&QuoteData::new(&quote, &project, &number))?)
        }
    }

    /// The total, in cents, of the simulation that a number names.
    #[wasm_bindgen]
    pub fn total_of(number: &str) -> Result<f64, JsError> {
        Ok(number::open(price_lists::price_book(), number)?.quote.total.cents() as f64)
    }
}
