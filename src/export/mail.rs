//! The e-mail to CASD about a simulation, as text and as a `mailto:` link.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Simulation;
use crate::i18n::{
    Lang, amount, formula, offer_name, period, short_subject, subject, unpriced_quantity, vat,
};
use tariff::number::{Number, Opened};
use tariff::{Contact, Project, PurchaseOrder, Quote};

/// The maximum length of an encoded `mailto:` address: some mail programs truncate longer ones.
pub const MAX_MAILTO: usize = 1_900;

/// An e-mail about a simulation, in the visitor's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The address it goes to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

impl Message {
    /// The `mailto:` address that opens the message in a mail program.
    pub fn mailto(&self) -> String {
        let body = self.body.replace('\n', "\r\n");
        let (subject, body) = (encoded(&self.subject), encoded(&body));
        format!("mailto:{}?subject={subject}&body={body}", utf8_percent_encode(&self.to, ADDRESS))
    }
}

/// The characters that need no percent-encoding in the query of a `mailto:` address (RFC 6068).
const TEXT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const ADDRESS: &AsciiSet = &TEXT.remove(b'@');

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, TEXT).to_string()
}

/// Writes the message for a `mailto:` address: number, link, total and as many of the lines as fit into
/// [`MAX_MAILTO`]. If the number is very long (many SD-Boxes of different institutions), the link is left out,
/// then the number in the subject; the text always has it.
pub fn message(
    lang: Lang,
    contact: &Contact,
    quote: &Quote<'_>,
    project: &Project,
    number: &Number,
    link: &str,
) -> Message {
    let details = details(lang, quote);
    let with = |count: usize, link: &str, subject: String| {
        let body = body(lang, quote, project, number, link, &details[..count], details.len() - count);
        Message { to: contact.email.clone(), subject, body }
    };
    let fits = |message: &Message| message.mailto().len() <= MAX_MAILTO;
    let mut messages = (0..=details.len()).rev().map(|count| with(count, link, subject(number)));
    messages
        .find(fits)
        .or_else(|| Some(with(0, "", subject(number))).filter(fits))
        .unwrap_or_else(|| with(0, "", short_subject()))
}

/// Writes the message with all lines, for an `.eml` draft, which has no length limit.
pub fn full_message(contact: &Contact, simulation: &Simulation<'_>) -> Message {
    let Simulation { opened, lang, link, .. } = *simulation;
    let Opened { number, project, quote, .. } = opened;
    let details = details(lang, quote).into_iter().chain(purchase_orders(simulation)).collect::<Vec<_>>();
    let body = body(lang, quote, project, number, link, &details, 0);
    Message { to: contact.email.clone(), subject: subject(number), body }
}

/// The subtotal of each funder, if there are several. The short message leaves them out: the number implies
/// them, and names would make the address too long.
fn purchase_orders(simulation: &Simulation<'_>) -> Vec<String> {
    let (lang, list, quote) = (simulation.lang, simulation.opened.list, &simulation.opened.quote);
    let orders = quote.purchase_orders();
    let line = |order: &PurchaseOrder<'_>| {
        let subtotal = amount(lang, list.currency, order.subtotal);
        let subtotal = match (order.lines.is_empty(), order.on_request.is_empty()) {
            (_, true) => subtotal,
            // What CASD has yet to price is not zero.
            (true, false) => lang.page().on_request.into(),
            (false, false) => format!("{subtotal} ({})", lang.page().excluding_on_request),
        };
        let who = simulation.names.in_words(lang, order.funder);
        plain_spaces(format!("{} {who} = {subtotal}", lang.page().purchase_order))
    };
    orders.iter().filter(|_| orders.len() > 1).map(line).collect()
}

fn details(lang: Lang, quote: &Quote<'_>) -> Vec<String> {
    let money = |money| amount(lang, quote.list.currency, money);
    let colon = match lang {
        Lang::Fr => "\u{a0}: ",
        Lang::En => ": ",
    };
    let lines = quote.lines.iter().map(|line| {
        let (label, formula) = (lang.of(line.item.label()), formula(lang, quote.list, line));
        format!("{label}{colon}{formula} = {}", money(line.amount))
    });
    let on_request = quote.on_request.iter().map(|unpriced| {
        let quantity = unpriced_quantity(lang, quote.list, unpriced);
        let quantity = if quantity.is_empty() { quantity } else { format!("{quantity}, ") };
        format!("{}{colon}{quantity}{}", lang.of(&unpriced.charge.label), lang.page().on_request)
    });
    lines.chain(on_request).map(plain_spaces).collect()
}

fn body(
    lang: Lang,
    quote: &Quote<'_>,
    project: &Project,
    number: &Number,
    link: &str,
    details: &[String],
    left_out: usize,
) -> String {
    let page = lang.page();
    let mut total = amount(lang, quote.list.currency, quote.total);
    if !quote.on_request.is_empty() {
        total = format!("{total} ({})", page.excluding_on_request);
    }
    let (offer, period, vat) = (offer_name(lang, project.offer), period(lang, quote), vat(lang, quote));
    let mut body = match lang {
        Lang::Fr => format!(
            "Bonjour,\n\nVoici une simulation à confirmer ou à préciser.\n\nNuméro\u{a0}: {number}\n{link}\n\n{offer}, {period}\nTotal estimé\u{a0}: {total}\n{vat}\n"
        ),
        Lang::En => format!(
            "Hello,\n\nHere is a simulation to be confirmed or refined.\n\nNumber: {number}\n{link}\n\n{offer}, {period}\nEstimated total: {total}\n{vat}\n"
        ),
    };
    for detail in details {
        body.push_str("\n- ");
        body.push_str(detail);
    }
    if left_out > 0 {
        body.push_str("\n- …");
    }
    body.push_str("\n\n");
    body.push_str(page.estimate);
    body.push('.');
    plain_spaces(body)
}

/// Replaces no-break spaces, which take nine characters each in an address.
fn plain_spaces(text: String) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
