//! The editable fields of a price list, and the conversion between form input and JSON.

use super::edit::{put, quoted, remove};
use super::json_spans::{Node, Shape, joined};
use super::price_file::PriceFile;
use crate::i18n::{Lang, ListField, ListPart, list_field, list_part};
use tariff::Offer;

/// A section of the form: the list's heading, a charge, a configuration, …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The path to the part: `lists[1].charges[2]`.
    pub path: String,
    /// The kind of part.
    pub part: ListPart,
    /// Its name in the file, in French and in English; empty if it has none.
    pub names: Option<[String; 2]>,
    /// Its editable fields.
    pub fields: Vec<Field>,
}

/// A field of the form: one value of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The path to the value, which need not be in the text yet: `lists[1].charges[2].price.unit`.
    pub path: String,
    /// Which field it is.
    pub name: ListField,
    /// The kind of input.
    pub kind: Kind,
    /// Its current value as form input; empty if the text lacks it.
    pub value: String,
}

/// The kind of a field's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in a language.
    Words(Lang),
    /// A name of the list: lower-case letters, digits and hyphens.
    Id,
    /// An e-mail address.
    Email,
    /// An amount such as `35.00`.
    Price,
    /// A percentage such as `5.5`.
    Percent,
    /// A day such as `2027-01-01`, or nothing.
    Day,
    /// A whole number.
    Number,
    /// A whole number, or nothing.
    MaybeNumber,
    /// `true` or `false`.
    YesNo,
    /// One of [`Kind::VAT_STATUS`].
    VatStatus,
    /// `true` if the price is on request, `false` if there is one.
    OnRequest,
}

impl Kind {
    /// The VAT statuses of a list's prices; the field may also be empty.
    pub const VAT_STATUS: [&str; 3] = ["", "excluded", "included"];
}

impl Section {
    /// The section's heading: « Prix : Abonnement ».
    pub fn title(&self, lang: Lang) -> String {
        let name = self.names.as_ref().map(|[fr, en]| match lang {
            Lang::Fr => fr.as_str(),
            Lang::En => en.as_str(),
        });
        list_part(lang, self.part, name)
    }
}

impl Field {
    /// The field's label: « Premier jour ».
    pub fn label(&self, lang: Lang) -> &'static str {
        list_field(lang, self.name)
    }

    /// Whether it may be left empty, or unticked.
    pub fn is_optional(&self) -> bool {
        match self.kind {
            Kind::Day | Kind::MaybeNumber | Kind::YesNo | Kind::VatStatus | Kind::OnRequest => true,
            Kind::Words(_) => matches!(self.name, ListField::Help | ListField::UnitOfOne),
            Kind::Id | Kind::Email | Kind::Price | Kind::Percent | Kind::Number => false,
        }
    }
}

impl PriceFile {
    /// The editable fields of a list of the file, valid or not, with their current values. Nothing if the text
    /// is not JSON or has no such list.
    pub fn fields(&self, index: usize) -> Vec<Section> {
        let Some(list) = self.lists().get(index) else { return Vec::new() };
        let form = Form { text: self.text() };
        let place = self.list_place(index);
        let mut sections = vec![form.heading(list, &place)];
        let parts: [(&str, ListPart, Fill<'_>); 7] = [
            ("offers", ListPart::Offer, Form::offer),
            ("configurations", ListPart::Configuration, Form::configuration),
            ("options", ListPart::Option, Form::option),
            ("charges", ListPart::Charge, Form::charge),
            ("reductions", ListPart::Reduction, Form::reduction),
            ("remarks", ListPart::Remark, Form::remark),
            ("sources", ListPart::Source, Form::source),
        ];
        for (key, part, fill) in parts {
            let items = list.member(key).map_or(&[][..], Node::items);
            sections.extend(items.iter().enumerate().map(|(index, item)| {
                let path = format!("{}[{index}]", joined(&place, key));
                Section { fields: fill(&form, item, &path), part, names: names(item), path }
            }));
        }
        sections
    }

    /// Whether a list of the file is archived.
    pub fn is_archived(&self, index: usize) -> bool {
        let archived = self.lists().get(index).and_then(|list| list.member("archived"));
        archived.is_some_and(|archived| self.text().get(archived.span.clone()) == Some("true"))
    }

    /// The title of a list of the file; its id, or its position, if it has none.
    pub fn list_title(&self, index: usize, lang: Lang) -> String {
        let Some(list) = self.lists().get(index) else { return String::new() };
        let title = list.member("title").and_then(|title| title.member(lang.code()));
        let called = title.or_else(|| list.member("id")).and_then(Node::as_text);
        called.map_or_else(|| self.list_place(index), String::from)
    }

    /// The file with one field set to new input; the rest of the text is unchanged. Invalid input is accepted:
    /// the new file then has a diagnostic at the field's path. `None` if the file has no such field.
    ///
    /// Amounts may be typed as people write them: `35`, `35,5`, `1 200,00 €`.
    ///
    /// ```
    /// use casd_simulator::price_list_editor::PriceFile;
    ///
    /// let file = PriceFile::read(include_str!("../../public/price-lists/pmsi.json"));
    /// let dearer = file.set("charges[1].price.unit", "30,5").unwrap();
    /// assert_eq!(dearer.text(), file.text().replace("29.00", "30.50"));
    /// let wrong = file.set("charges[1].price.unit", "a lot").unwrap();
    /// assert_eq!(wrong.diagnostics()[0].place, "charges[1].price.unit");
    /// ```
    pub fn set(&self, path: &str, typed: &str) -> Option<PriceFile> {
        let index = (0..self.list_count()).find(|index| {
            let place = self.list_place(*index);
            path.strip_prefix(place.as_str()).is_some_and(|rest| place.is_empty() || rest.starts_with('.'))
        })?;
        let fields = self.fields(index).into_iter().flat_map(|section| section.fields);
        let field = fields.into_iter().find(|field| field.path == path)?;
        Some(PriceFile::read(&self.typed_into(&field, typed)?))
    }

    fn typed_into(&self, field: &Field, typed: &str) -> Option<String> {
        let (text, path) = (self.text(), field.path.as_str());
        let trimmed = typed.trim();
        let json = match field.kind {
            Kind::Words(lang) if field.is_optional() && trimmed.is_empty() => {
                // Words that no language has any more go as a whole.
                let (words, _) = path.rsplit_once('.')?;
                let tree = self.tree.as_ref()?;
                let said = |other: Lang| tree.get(&joined(words, other.code())).and_then(Node::as_text);
                let is_last = Lang::ALL
                    .into_iter()
                    .filter(|one| *one != lang)
                    .all(|other| said(other).unwrap_or_default().trim().is_empty());
                if is_last {
                    return remove(text, words);
                }
                quoted("")
            }
            Kind::Words(_) => quoted(typed),
            Kind::Id | Kind::Email => quoted(trimmed),
            Kind::Day | Kind::MaybeNumber if trimmed.is_empty() => return remove(text, path),
            Kind::Day => quoted(trimmed),
            Kind::Price => quoted(&amount(trimmed).unwrap_or_else(|| typed.into())),
            Kind::Percent => quoted(&plain(trimmed, '%').unwrap_or_else(|| typed.into())),
            // What is no number is written as a text, which the diagnostics then tell.
            Kind::Number | Kind::MaybeNumber => {
                trimmed.parse::<u32>().map_or_else(|_| quoted(trimmed), |number| number.to_string())
            }
            Kind::YesNo if ["true", "false"].contains(&trimmed) => trimmed.into(),
            Kind::YesNo => quoted(trimmed),
            Kind::VatStatus => {
                let (vat, _) = path.rsplit_once('.')?;
                if trimmed.is_empty() {
                    return remove(text, vat);
                }
                let text = put(text, path, &quoted(trimmed))?;
                let rate = joined(vat, "rate");
                let has_rate = Node::of(&text)?.get(&rate).is_some();
                return if has_rate { Some(text) } else { put(&text, &rate, "\"\"") };
            }
            Kind::OnRequest => return self.priced(path, trimmed == "true"),
        };
        put(text, path, &json)
    }

    /// The text with a charge's price on request, or with a price still to be typed.
    fn priced(&self, path: &str, on_request: bool) -> Option<String> {
        let (text, tree) = (self.text(), self.tree.as_ref()?);
        let is_now = tree.get(path)?.as_text() == Some("on_request");
        if is_now == on_request {
            return Some(text.into());
        }
        if on_request {
            return put(text, path, "\"on_request\"");
        }
        let priced = put(text, path, "{ \"unit\": \"\" }")?;
        // A price comes from somewhere, which nothing said while it was on request.
        let (charge, _) = path.rsplit_once('.')?;
        let (list, _) = charge.rsplit_once("charges[")?;
        let source = tree.get(&format!("{list}sources[0].id")).and_then(Node::as_text);
        match source {
            Some(source) if tree.get(&format!("{charge}.provenance")).is_none() => {
                let provenance = format!("{{ \"published\": {} }}", quoted(source));
                put(&priced, &format!("{charge}.provenance"), &provenance)
            }
            _ => Some(priced),
        }
    }
}

/// The name of a part in the file: its label, its title, or the offer.
fn names(item: &Node) -> Option<[String; 2]> {
    let offer = item.member("offer").and_then(Node::as_text).and_then(Offer::from_name);
    if let Some(offer) = offer {
        return Some(Lang::ALL.map(|lang| crate::i18n::offer_name(lang, offer).into()));
    }
    let words = item.member("label").or_else(|| item.member("title"))?;
    let text = |lang: Lang| words.member(lang.code()).and_then(Node::as_text).unwrap_or_default().to_string();
    Some(Lang::ALL.map(text))
}

/// Parses an amount as people type it into the format of price lists; `None` for anything else.
fn amount(typed: &str) -> Option<String> {
    let plain = plain(typed, '€')?;
    let (units, cents) = plain.split_once('.').unwrap_or((&plain, ""));
    (cents.len() <= 2 && !cents.contains('.')).then(|| format!("{units}.{cents:0<2}"))
}

/// Normalises a number: a decimal point, no spaces, no unit; `None` for anything else.
fn plain(typed: &str, sign: char) -> Option<String> {
    let kept = typed.chars().filter(|c| !c.is_whitespace() && *c != sign);
    let plain: String = kept.map(|c| if c == ',' { '.' } else { c }).collect();
    let is_number = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && plain.starts_with(|c: char| c.is_ascii_digit())
        && !plain.ends_with('.');
    is_number.then_some(plain)
}

/// Reads the fields of the part at a path.
type Fill<'text> = fn(&Form<'text>, &Node, &str) -> Vec<Field>;

/// Reads the fields of the parts of a list.
struct Form<'text> {
    text: &'text str,
}

impl Form<'_> {
    /// The field at a path below a part.
    fn field(&self, part: &Node, path: &str, below: &str, name: ListField, kind: Kind) -> Field {
        let value = part.get(below).map(|node| match &node.shape {
            Shape::Text(text) => text.as_str(),
            _ => self.text.get(node.span.clone()).filter(|text| *text != "null").unwrap_or_default(),
        });
        Field { path: joined(path, below), name, kind, value: value.unwrap_or_default().into() }
    }

    /// The texts of both languages.
    fn words(&self, part: &Node, path: &str, below: &str, name: ListField) -> [Field; 2] {
        Lang::ALL.map(|lang| self.field(part, path, &joined(below, lang.code()), name, Kind::Words(lang)))
    }

    fn heading(&self, list: &Node, place: &str) -> Section {
        let field = |below: &str, name, kind| self.field(list, place, below, name, kind);
        let mut fields =
            vec![field("id", ListField::Id, Kind::Id), field("serial", ListField::Serial, Kind::Number)];
        fields.extend(self.words(list, place, "title", ListField::Title));
        fields.extend([
            field("in_force.from", ListField::FirstDay, Kind::Day),
            field("in_force.until", ListField::LastDay, Kind::Day),
            self.yes_no(list, place, "archived", ListField::Archived),
            field("vat.prices", ListField::VatStatus, Kind::VatStatus),
        ]);
        if list.member("vat").is_some_and(|vat| matches!(vat.shape, Shape::Object(_))) {
            fields.push(field("vat.rate", ListField::VatRate, Kind::Percent));
        }
        Section { path: place.into(), part: ListPart::Heading, names: None, fields }
    }

    fn yes_no(&self, part: &Node, path: &str, below: &str, name: ListField) -> Field {
        let field = self.field(part, path, below, name, Kind::YesNo);
        let value = if field.value.is_empty() { "false".into() } else { field.value };
        Field { value, ..field }
    }

    fn offer(&self, offer: &Node, path: &str) -> Vec<Field> {
        let mut fields: Vec<Field> = self.words(offer, path, "contact.who", ListField::ContactWho).into();
        fields.push(self.field(offer, path, "contact.email", ListField::ContactEmail, Kind::Email));
        // An offer without terms has no public prices: a form does not change that.
        if offer.member("terms").is_some_and(|terms| matches!(terms.shape, Shape::Object(_))) {
            let bounds = [
                ("months.minimum", ListField::MonthsMinimum),
                ("months.maximum", ListField::MonthsMaximum),
                ("months.multiple_of", ListField::MonthsMultiple),
                ("users.minimum", ListField::UsersMinimum),
                ("users.maximum", ListField::UsersMaximum),
                ("sd_boxes.minimum", ListField::BoxesMinimum),
                ("sd_boxes.maximum", ListField::BoxesMaximum),
            ];
            fields.extend(bounds.map(|(below, name)| {
                self.field(offer, path, &joined("terms", below), name, Kind::MaybeNumber)
            }));
        }
        fields
    }

    fn configuration(&self, configuration: &Node, path: &str) -> Vec<Field> {
        let mut fields: Vec<Field> = self.words(configuration, path, "label", ListField::Label).into();
        let sizes = [
            ("vcpu", ListField::Vcpu, Kind::Number),
            ("memory_gb", ListField::Memory, Kind::Number),
            ("disk_gb", ListField::Disk, Kind::Number),
            ("gpu", ListField::Gpu, Kind::MaybeNumber),
        ];
        fields.extend(sizes.map(|(below, name, kind)| self.field(configuration, path, below, name, kind)));
        fields
    }

    fn option(&self, option: &Node, path: &str) -> Vec<Field> {
        let mut fields: Vec<Field> = self.words(option, path, "label", ListField::Label).into();
        fields.extend(self.words(option, path, "help", ListField::Help));
        let alternatives = option.get("choice.one_of").map_or(0, |one_of| one_of.items().len());
        fields.extend((0..alternatives).flat_map(|index| {
            self.words(option, path, &format!("choice.one_of[{index}].label"), ListField::Alternative)
        }));
        if option.get("choice.counted").is_some() {
            fields.extend(self.words(option, path, "choice.counted.unit", ListField::Unit));
            fields.extend(self.words(option, path, "choice.counted.unit_of_one", ListField::UnitOfOne));
            let counted = [
                ("maximum", ListField::Maximum, Kind::Number),
                ("included", ListField::Included, Kind::MaybeNumber),
                ("step", ListField::Step, Kind::MaybeNumber),
            ];
            fields.extend(counted.map(|(below, name, kind)| {
                self.field(option, path, &joined("choice.counted", below), name, kind)
            }));
        }
        fields
    }

    fn charge(&self, charge: &Node, path: &str) -> Vec<Field> {
        // The price first: it is what changes most.
        let mut fields = Vec::new();
        let on_request = self.field(charge, path, "price", ListField::OnRequest, Kind::OnRequest);
        let is_on_request = on_request.value == "on_request";
        if charge.get("price.unit").is_some() {
            fields.push(self.field(charge, path, "price.unit", ListField::Price, Kind::Price));
        }
        fields.push(Field { value: is_on_request.to_string(), ..on_request });
        let tiers = charge.get("price.tiers").map_or(&[][..], Node::items);
        for index in 0..tiers.len() {
            let tier = format!("price.tiers[{index}]");
            // The last tier has no end.
            if index + 1 < tiers.len() {
                let up_to = joined(&tier, "up_to");
                fields.push(self.field(charge, path, &up_to, ListField::TierUpTo, Kind::Number));
            }
            fields.push(self.field(charge, path, &joined(&tier, "unit"), ListField::TierPrice, Kind::Price));
        }
        fields.extend(self.words(charge, path, "label", ListField::Label));
        fields
    }

    fn reduction(&self, reduction: &Node, path: &str) -> Vec<Field> {
        let mut fields: Vec<Field> = self.words(reduction, path, "label", ListField::Label).into();
        fields.push(self.field(reduction, path, "percent", ListField::Percent, Kind::Percent));
        fields.push(self.field(reduction, path, "at_most", ListField::AtMost, Kind::MaybeNumber));
        fields.extend(self.words(reduction, path, "condition", ListField::Condition));
        fields
    }

    fn remark(&self, remark: &Node, path: &str) -> Vec<Field> {
        self.words(remark, path, "words", ListField::Words).into()
    }

    fn source(&self, source: &Node, path: &str) -> Vec<Field> {
        self.words(source, path, "title", ListField::Title).into()
    }
}
