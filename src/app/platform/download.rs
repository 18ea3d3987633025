//! Files that are handed to the browser: saved on the device, or shared with another program.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File, FilePropertyBag, HtmlElement, ShareData, Url};

use super::{document, window};

/// How long the address of a file is valid for, in milliseconds: some browsers ask first where to save it.
const VALID_MS: u32 = 60_000;

/// A file that the page made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name, with the extension.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Download {
    fn file(&self) -> Result<File, JsValue> {
        let parts = Array::of1(&Uint8Array::from(&self.bytes[..]));
        let properties = FilePropertyBag::new();
        properties.set_type(self.media_type);
        File::new_with_u8_array_sequence_and_options(&parts, &self.name, &properties)
    }

    /// Has the browser save the file.
    ///
    /// # Errors
    ///
    /// The browser has no memory for it.
    pub fn save(&self) -> Result<(), JsValue> {
        let address = Url::create_object_url_with_blob(&*self.file()?)?;
        let link = document().create_element("a")?;
        link.set_attribute("href", &address)?;
        link.set_attribute("download", &self.name)?;
        link.unchecked_into::<HtmlElement>().click();
        Timeout::new(VALID_MS, move || {
            let _ = Url::revoke_object_url(&address);
        })
        .forget();
        Ok(())
    }

    /// Opens the browser's sheet for sharing the file. Returns false where it cannot, and the file is better saved.
    /// To close the sheet is the user's choice.
    ///
    /// # Errors
    ///
    /// As in [`Download::save`].
    pub async fn share(&self) -> Result<bool, JsValue> {
        let data = shared(&self.file()?);
        if !can_share(&data) {
            return Ok(false);
        }
        let shared = JsFuture::from(window().navigator().share_with_data(&data)).await;
        let is_closed =
            |error: JsValue| error.dyn_into::<DomException>().is_ok_and(|error| error.name() == "AbortError");
        Ok(shared.map_or_else(is_closed, |_| true))
    }
}

/// Whether the browser has a sheet for sharing files. Natively it has.
pub fn can_share_files() -> bool {
    if cfg!(not(target_arch = "wasm32")) {
        return true;
    }
    let one = Download { name: "a.pdf".into(), media_type: "application/pdf", bytes: Vec::new() };
    one.file().is_ok_and(|file| can_share(&shared(&file)))
}

fn shared(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

/// Not every browser has the question.
fn can_share(data: &ShareData) -> bool {
    let navigator = window().navigator();
    let method = Reflect::get(&navigator, &JsValue::from_str("canShare"));
    let method = method.ok().and_then(|method| method.dyn_into::<Function>().ok());
    method.and_then(|method| method.call1(&navigator, data).ok()).is_some_and(|can| can.is_truthy())
}
