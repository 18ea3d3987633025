//! The views in place of the form. They are part of chunks, which load when a view is first shown.

pub mod banner;
pub mod check;
pub mod plan;
pub mod price_editor;
pub mod saved;

use leptos::prelude::*;

use super::action::{Action, Place};
use super::app_state::AppState;
use super::components::button;
use super::dom::{el, fragment};
use super::page_title::set_title;
use super::platform::style::adopt;
use super::view::View;
use crate::i18n::Lang;

/// The id of the heading of a view, which takes the focus when the view is shown.
pub const HEADING: &str = "view-heading";

/// A view under its title, with the way back to the simulator; `style` is its own style sheet.
fn titled(app: AppState, lang: Lang, title: &str, style: &'static str, content: AnyView) -> AnyView {
    adopt(include_str!("../../../style/views.css"));
    adopt(style);
    set_title(lang, title);
    let go_back = move || app.perform(Action::Show(View::Simulator), Place::Page, None);
    let back = button("quiet", lang.views().back, go_back);
    let heading = el("h2").id(HEADING).attr("tabindex", "-1").text(title);
    el("main").attr("aria-labelledby", HEADING).child(fragment(vec![back, heading.view(), content])).view()
}
