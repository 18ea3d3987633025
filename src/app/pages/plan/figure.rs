//! A plot drawn as SVG within the page. Its looks are the style sheet's.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;

use crate::app::dom::{el, fragment};
use crate::i18n::Lang;
use crate::plots::{Mark, Plot, Role};

/// The width of a plot on a wide window, and on a narrow one: the style sheet shows one of them.
const WIDE: (u16, &str) = (640, "plot for-wide");
const NARROW: (u16, &str) = (300, "plot for-narrow");
/// How many series look different; each part has its letter besides.
const LOOKS: u32 = 4;

/// A picture with its title, unless a heading says it already; `described` says what it shows to those who
/// do not see it, and the table after it has the rest.
pub fn figure(lang: Lang, title: &str, described: &str, plot: &dyn Fn(u16) -> Plot) -> AnyView {
    let described = format!("{described} {}", lang.plots().in_table);
    let pictures = [WIDE, NARROW].map(|(width, class)| picture(class, &described, plot(width)));
    let figure = el("figure");
    let figure = match title {
        "" => figure,
        // Some readers tie a caption to its picture by these alone.
        _ => figure.attr("role", "figure").attr("aria-label", title).child(el("figcaption").text(title)),
    };
    figure.children(pictures.into()).view()
}

fn picture(class: &str, described: &str, plot: Plot) -> AnyView {
    let attributes = attributes(&[
        ("class", class.into()),
        ("role", "img".into()),
        ("aria-label", described.into()),
        ("viewBox", format!("0 0 {} {}", plot.width, plot.height)),
    ]);
    let shapes: Vec<AnyView> = plot.marks.into_iter().map(shape).collect();
    svg::svg().add_any_attr(attributes).child(fragment(shapes)).into_any()
}

fn shape(mark: Mark) -> AnyView {
    match mark {
        Mark::Rectangle { role, x, y, width, height } => {
            let place = [("x", x), ("y", y), ("width", width), ("height", height)]
                .map(|(name, one)| (name, one.to_string()));
            svg::rect().add_any_attr(drawn(role, &place)).into_any()
        }
        Mark::Line { role, from, to } => {
            let place = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)];
            svg::line()
                .add_any_attr(drawn(role, &place.map(|(name, one)| (name, one.to_string()))))
                .into_any()
        }
        Mark::Polyline { role, points } => {
            let points: Vec<String> = points.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
            svg::polyline().add_any_attr(drawn(role, &[("points", points.join(" "))])).into_any()
        }
        Mark::Circle { role, centre, radius } => {
            let place = [("cx", centre.0), ("cy", centre.1), ("r", radius)];
            svg::circle()
                .add_any_attr(drawn(role, &place.map(|(name, one)| (name, one.to_string()))))
                .into_any()
        }
        Mark::Text { role, x, y, anchor, words } => {
            let place = [("x", x.to_string()), ("y", y.to_string()), ("text-anchor", anchor.name().into())];
            svg::text().add_any_attr(drawn(role, &place)).child(words).into_any()
        }
    }
}

/// The attributes of a shape: its class and its place.
fn drawn(role: Role, place: &[(&'static str, String)]) -> Vec<AnyAttribute> {
    let class = match role {
        Role::Bar(series) | Role::Letter(series) => format!("mark-{} s{}", role.class(), series % LOOKS),
        _ => format!("mark-{}", role.class()),
    };
    let mut drawn = attributes(&[("class", class)]);
    drawn.extend(attributes(place));
    drawn
}

fn attributes(named: &[(&'static str, String)]) -> Vec<AnyAttribute> {
    named.iter().map(|(name, value)| custom_attribute(*name, value.clone()).into_any_attr()).collect()
}
