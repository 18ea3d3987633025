//! Documents of a simulation, and files that one was saved in.

use super::action::{Document, Place, Reopened};
use super::app_state::AppState;
use super::institutions::form_of;
use super::live_region::Status;
use super::outcome::Snapshot;
use super::platform::download::Download;
use crate::export::{self, Attachment, Imported, ProblemKind};
use crate::i18n;
use crate::price_lists::price_book;
use tariff::number;
use tariff::{MAX_FILE_BYTES, ReadError};

/// Saves a document of a simulation, and says so at a place; nothing where it could not be written. The PDF was written
/// before; the draft of an e-mail encloses it.
pub fn save(
    app: AppState,
    snapshot: &Snapshot,
    document: Document,
    pdf: Option<Vec<u8>>,
    place: Place,
) -> Option<()> {
    save_file(app, &write(document, snapshot, pdf)?, place)
}

/// Shares the PDF of a simulation, or saves it where the browser cannot share it.
pub async fn share(app: AppState, snapshot: Snapshot, pdf: Vec<u8>, place: Place) -> Option<()> {
    let file = write(Document::Pdf, &snapshot, Some(pdf))?;
    if file.share().await.ok()? { Some(()) } else { save_file(app, &file, place) }
}

fn save_file(app: AppState, file: &Download, place: Place) -> Option<()> {
    file.save().ok()?;
    app.say(place, Status::Done(i18n::saved(app.lang(), &file.name)));
    Some(())
}

/// Writes a document.
fn write(document: Document, snapshot: &Snapshot, pdf: Option<Vec<u8>>) -> Option<Download> {
    let simulation = snapshot.simulation();
    let (extension, media_type, bytes) = match document {
        Document::Pdf => ("pdf", "application/pdf", pdf?),
        Document::Eml => ("eml", "message/rfc822", draft(snapshot, pdf?)?),
        Document::Csv => ("csv", "text/csv", export::csv(&simulation).ok()?),
        Document::Json => ("json", "application/json", export::json(&simulation).ok()?.into_bytes()),
    };
    Some(Download { name: export::file_name(&snapshot.opened.number, extension), media_type, bytes })
}

/// The message to CASD as a draft, with the PDF and the JSON.
fn draft(snapshot: &Snapshot, pdf: Vec<u8>) -> Option<Vec<u8>> {
    let (opened, simulation) = (&snapshot.opened, snapshot.simulation());
    let json = export::json(&simulation).ok()?.into_bytes();
    let served = opened.list.offer(opened.project.offer)?;
    let attachment = |extension, media_type, bytes| Attachment {
        name: export::file_name(&opened.number, extension),
        media_type,
        bytes,
    };
    let attachments =
        [attachment("pdf", "application/pdf", pdf), attachment("json", "application/json", json)];
    Some(export::eml(&export::full_message(&served.contact, &simulation), &attachments))
}

/// Reads a file of so many bytes that a simulation was saved in, and says what it gives. The text of one that is longer
/// than [`MAX_FILE_BYTES`] is not needed.
pub fn read(app: AppState, bytes: u64, text: &str) -> (Reopened, Status) {
    let (book, lang, today) = (price_book(), app.lang(), app.today());
    if bytes > MAX_FILE_BYTES as u64 {
        let error = ReadError::TooLarge { bytes: bytes as usize };
        return (Reopened::default(), Status::Error(i18n::unread(lang, &error)));
    }
    match export::import(book, text, today) {
        Ok(Imported::Same { opened, names }) => {
            let form = form_of(&opened, &names);
            let number = Some(opened.number.to_string());
            (Reopened { number, form }, Status::Done(i18n::file_opened(lang).into()))
        }
        Ok(Imported::Different(different)) => {
            let number = number::issue(different.list, &different.project, today);
            let number = number.ok().map(|number| number.to_string());
            let words = different.words(lang);
            // A project alone is what some people send; any other file was to be the simulation it names.
            let status = match different.why {
                ProblemKind::ProjectOnly => Status::Done(words),
                _ => Status::Error(words),
            };
            (Reopened { number, form: None }, status)
        }
        Err(reason) => (Reopened::default(), Status::Error(reason.words(lang, book, today))),
    }
}
