//! Checking numbers.

use leptos::prelude::*;

use super::Annexe;
use crate::app::tag::nothing;
use crate::text::Lang;

/// The field for numbers, and what they hold.
pub(super) fn check_view(_annexe: Annexe, _lang: Lang) -> AnyView {
    nothing()
}
