//! The e-mail draft as an `.eml` file with attachments.

use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};

use super::Message;

/// An attachment of the e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A draft of the message (RFC 5322, MIME) that Outlook and others open unsent, by `X-Unsent`.
///
/// It has neither sender nor date nor message id: the mail program that sends it adds them. So the same
/// message always gives the same bytes.
///
/// ```
/// use casd_simulator::export::{Message, eml};
///
/// let message = Message { to: "service@casd.eu".into(), subject: "Simulation".into(), body: "Bonjour\n".into() };
/// let draft = String::from_utf8(eml(&message, &[])).unwrap();
/// assert!(draft.starts_with("To: <service@casd.eu>\r\nSubject: Simulation\r\nX-Unsent: 1\r\n"));
/// ```
pub fn eml(message: &Message, attachments: &[Attachment]) -> Vec<u8> {
    let attached = attachments.iter().map(|attachment| {
        let name = on_one_line(&attachment.name);
        MimePart::new(attachment.media_type, attachment.bytes.as_slice()).attachment(name)
    });
    let text = MimePart::new("text/plain", message.body.as_str()).inline();
    let boundary = boundary(&message.body);
    let content_type = ContentType::new("multipart/mixed").attribute("boundary", boundary);
    let headers: [(&str, HeaderType<'_>); 5] = [
        ("To", Address::from(one_address(&message.to)).into()),
        ("Subject", Text::new(on_one_line(&message.subject)).into()),
        ("X-Unsent", Raw::new("1").into()),
        ("MIME-Version", Raw::new("1.0").into()),
        ("Content-Type", content_type.into()),
    ];
    // Not the crate's builder of messages, which asks the clock for a date and an identifier.
    let whole = MimePart {
        headers: headers.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        contents: BodyPart::Multipart([text].into_iter().chain(attached).collect()),
    };
    let mut draft = Vec::new();
    whole.write_part(&mut draft);
    draft
}

/// A MIME boundary that occurs neither in the text nor in the attachments, which are in base64.
fn boundary(body: &str) -> String {
    // An encoded text has no `=_`; one that needs no encoding may have anything.
    let mut boundary = String::from("=_casd-simulation");
    while body.contains(&boundary) && boundary.len() < 70 {
        boundary.push('_');
    }
    boundary
}

/// Removes line ends from a header value, so that it cannot inject another header.
fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Removes the characters that end an address or begin another.
fn one_address(text: &str) -> String {
    let ends = |c: char| c.is_control() || c.is_whitespace() || "<>,;:()[]\"\\".contains(c);
    text.chars().filter(|c| !ends(*c)).collect()
}
