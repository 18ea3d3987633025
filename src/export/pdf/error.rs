//! The errors of the PDF export.

use core::fmt;

/// Why a PDF was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// The link is longer than a QR code can hold.
    LinkTooLong,
    /// The bundled typeface cannot be read.
    Typeface,
    /// Something does not fit on a page.
    Layout,
    /// The document violates PDF/A or PDF/UA, for the reason given.
    Refused(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PdfError::LinkTooLong => f.write_str("the link is too long for a QR code"),
            PdfError::Typeface => f.write_str("the typeface cannot be read"),
            PdfError::Layout => f.write_str("something has no place on a page"),
            PdfError::Refused(reason) => write!(f, "the PDF breaks its standards: {reason}"),
        }
    }
}

impl core::error::Error for PdfError {}
