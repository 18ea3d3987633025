//! The banner above the page: CASD's own price list could not be read, or prices are only being tried.

use leptos::prelude::*;

use crate::app::address::is_preview;
use crate::app::dom::{el, empty};
use crate::app::view::View;
use crate::i18n::{Lang, standing};

/// The banner, with what is wrong with CASD's price list.
pub fn view(error: Option<&str>, lang: Lang) -> AnyView {
    let words = standing(lang, error);
    let back = match is_preview() {
        true => el("a")
            .attr("href", format!("?lang={}&view={}", lang.code(), View::PriceEditor.name()))
            .text(lang.workbench().back_here)
            .view(),
        false => empty(),
    };
    let class = if is_preview() { "preview" } else { "" };
    el("div").class(class).text(words).text(" ").child(back).view()
}
