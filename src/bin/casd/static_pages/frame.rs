//! The HTML frame shared by the static pages: head, skip link, links to the simulator and to the other language,
//! footer.

use casd_simulator::i18n::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::rgaa::Conformity;
use super::{statement_words, words};

/// The parts of a page that differ between pages.
pub struct Framed<'page> {
    pub title: &'page str,
    pub description: &'page str,
    /// The content under its title.
    pub intro: Markup,
    /// The name of its file in a language.
    pub file: fn(Lang) -> &'static str,
    /// The links to the style sheet and the icon.
    pub head: &'page str,
    pub content: Markup,
    /// The footer, besides the mention of accessibility.
    pub foot: Markup,
}

pub fn framed(lang: Lang, conformity: Conformity, page: Framed<'_>) -> String {
    let other = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    let (here, there) = ((page.file)(lang), (page.file)(other));
    let statement = statement_words::file(lang);
    let html = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="description" content=(page.description);
                title { (page.title) }
                link rel="alternate" hreflang=(other.code()) href=(there);
                (PreEscaped(page.head))
            }
            body {
                a class="skip" href="#content" { (words::said(lang).skip) }
                div id="simulator" {
                    header {
                        h1 { (page.title) }
                        (page.intro)
                        a class="button quiet language" href=(there) lang=(other.code()) hreflang=(other.code()) {
                            (lang.page().other_language)
                        }
                    }
                    main class="lists" id="content" tabindex="-1" { (page.content) }
                    footer {
                        (page.foot)
                        @if here != statement {
                            p { a href=(statement) { (statement_words::mention(lang, conformity)) } }
                        }
                    }
                }
            }
        }
    };
    html.into_string()
}

/// The link to the simulator, in the language of the page.
pub fn to_simulator(lang: Lang) -> Markup {
    html! { a href=(format!("./?lang={}", lang.code())) { (words::said(lang).simulator) } }
}
