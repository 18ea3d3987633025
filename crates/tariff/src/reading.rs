//! JSON parsing of price lists and projects, with the path to the first error.

use core::fmt;

use serde::de::DeserializeOwned;

use super::{ListError, PriceList, Project, check};

/// The largest file that is read: one mebibyte, some two hundred times the size of today's lists.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// Why a JSON text could not be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The text is longer than [`MAX_FILE_BYTES`].
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// The text is not JSON, or not of the expected form.
    Form {
        /// The path to the place, such as `charges[2].price`.
        path: String,
        /// What is wrong there and what was expected, with line and column.
        what: String,
        /// The line, counted from 1; 0 where the place in the text is not known.
        line: usize,
        /// The column, counted from 1 in bytes.
        column: usize,
    },
    /// The form is right and the content is not: every error.
    Content(Vec<ListError>),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::TooLarge { bytes } => {
                write!(f, "the file has {bytes} bytes; at most {MAX_FILE_BYTES} are read")
            }
            ReadError::Form { path, what, .. } => write!(f, "{path}: {what}"),
            ReadError::Content(errors) => {
                for (index, error) in errors.iter().enumerate() {
                    if index > 0 {
                        f.write_str("\n")?;
                    }
                    write!(f, "{error}")?;
                }
                Ok(())
            }
        }
    }
}

impl core::error::Error for ReadError {}

/// Parses a value from JSON, within [`MAX_FILE_BYTES`].
///
/// # Errors
///
/// The first place where the text is too long, no JSON, or not of the expected form.
pub fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, ReadError> {
    if json.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { bytes: json.len() });
    }
    // A byte-order mark is what some editors on Windows leave at the start of a file.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut reader = serde_json::Deserializer::from_str(json);
    let form = |path: String, error: &serde_json::Error| ReadError::Form {
        path,
        what: error.to_string(),
        line: error.line(),
        column: error.column(),
    };
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| form(error.path().to_string(), error.inner()))?;
    reader.end().map_err(|error| form(".".into(), &error))?;
    Ok(value)
}

impl PriceList {
    /// Parses a price list and checks its content.
    ///
    /// # Errors
    ///
    /// The first place where the form is wrong; or, where the form is right, everything that is
    /// wrong with the content. A list is never loaded in part.
    ///
    /// ```
    /// use tariff::PriceList;
    ///
    /// let text = include_str!("../../../public/price-lists/pmsi.json");
    /// let list = PriceList::from_json(text).unwrap();
    /// assert_eq!(list.charges[0].id.as_str(), "sd-box");
    /// ```
    pub fn from_json(json: &str) -> Result<PriceList, ReadError> {
        let list: PriceList = read_json(json)?;
        let errors = check::errors_of(&list);
        if errors.is_empty() { Ok(list) } else { Err(ReadError::Content(errors)) }
    }
}

impl Project {
    /// Parses a project; [`quote`](super::quote) validates it against a list.
    ///
    /// # Errors
    ///
    /// The first place where the form is wrong.
    ///
    /// ```
    /// use tariff::Project;
    ///
    /// let error = Project::from_json(r#"{"offer": "pmsi", "start": "tomorrow"}"#).unwrap_err();
    /// assert!(error.to_string().starts_with("start: "));
    /// ```
    pub fn from_json(json: &str) -> Result<Project, ReadError> {
        read_json(json)
    }
}
