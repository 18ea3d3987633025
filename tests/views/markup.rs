//! What holds for the markup of every view: names, labels, descriptions, headings, tables.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};

/// A rendered view.
pub struct View(Html);

impl View {
    /// Parses rendered HTML.
    pub fn parse(html: &str) -> View {
        View(Html::parse_fragment(html))
    }

    /// The elements that a selector of CSS finds, in the order of the document.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The only element that a selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }

    /// The texts of what a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    /// What is wrong with the markup, in a line each.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut ids = HashSet::new();
        for one in self.all("[id]") {
            let id = one.attr("id").unwrap();
            if !ids.insert(id) {
                faults.push(format!("two elements have the id {id:?}"));
            }
        }
        for name in ["aria-labelledby", "aria-describedby", "for"] {
            for one in self.all(&format!("[{name}]")) {
                let named = one.attr(name).unwrap().split_whitespace();
                faults.extend(
                    named
                        .filter(|id| !ids.contains(id))
                        .map(|id| format!("{name} names {id:?}, which is not there")),
                );
            }
        }
        let labelled: HashSet<&str> = self
            .all("label[for]")
            .into_iter()
            .filter(|label| !text(*label).is_empty())
            .filter_map(|label| label.attr("for"))
            .collect();
        for field in self.all("input, select, textarea") {
            let has_label = field.attr("id").is_some_and(|id| labelled.contains(id));
            if !has_label && field.attr("aria-label").is_none_or(str::is_empty) {
                faults.push(format!("a field has no label: {}", field.html()));
            }
        }
        for one in
            self.all("button, a, h1, h2, h3, h4, legend, caption, summary, th, option[value]:not([value=''])")
        {
            if text(one).is_empty() {
                faults.push(format!("no text in {}", one.html()));
            }
        }
        let mut level = 0;
        for heading in self.all("h1, h2, h3, h4, h5, h6") {
            let this = heading.value().name()[1..].parse().unwrap();
            if this > level + 1 {
                faults.push(format!("after a heading of level {level}: {}", heading.html()));
            }
            level = this;
        }
        let first_is = |one: ElementRef<'_>, name: &str| {
            one.child_elements().next().is_some_and(|first| first.value().name() == name)
        };
        for group in self.all("fieldset:not([role=none])") {
            if !first_is(group, "legend") {
                faults.push(format!("a group has no legend: {}", group.html()));
            }
        }
        for table in self.all("table") {
            if !first_is(table, "caption") {
                faults.push(format!("a table has no caption: {}", table.html()));
            }
        }
        faults.extend(self.all("th:not([scope])").into_iter().map(|th| format!("no scope: {}", th.html())));
        faults
    }
}

/// The text of an element, with single plain spaces.
pub fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn faults_are_found() {
    let faults_of = |html: &str| View::parse(html).faults();
    let sound = "<h1>A</h1><h2>B</h2><label for=a>C</label><input id=a aria-describedby=b><p id=b></p>
        <fieldset><legend>D</legend></fieldset><table><caption>E</caption><tr><th scope=row>F</th></tr></table>";
    assert_eq!(faults_of(sound), [""; 0]);
    for (wrong, fault) in [
        ("<p id=a></p><p id=a></p>", "two elements"),
        ("<p aria-describedby='a b'></p><p id=a></p>", "aria-describedby names \"b\""),
        ("<label for=a>A</label>", "for names \"a\""),
        ("<input id=a>", "a field has no label"),
        ("<label for=a> </label><input id=a>", "a field has no label"),
        ("<button> </button>", "no text"),
        ("<h1>A</h1><h3>B</h3>", "after a heading of level 1"),
        ("<fieldset><p>A</p></fieldset>", "a group has no legend"),
        ("<table><tr><td>A</td></tr></table>", "a table has no caption"),
        ("<table><caption>A</caption><tr><th>B</th></tr></table>", "no scope"),
    ] {
        let faults = faults_of(wrong);
        assert!(faults.len() == 1 && faults[0].starts_with(fault), "{wrong}: {faults:?}");
    }
}
