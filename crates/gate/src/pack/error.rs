//! What is wrong with a pack, by file and line.

use std::fmt;

/// A pack that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct PackError {
    /// The file, by its path within the pack.
    pub file: String,
    /// The line, from 1, where one can be named.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: String,
}

impl PackError {
    /// A fault of a whole file.
    pub(crate) fn of_file(file: &str, fault: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, fault: fault.into() }
    }

    /// A fault in a line.
    pub(crate) fn of_line(file: &str, line: usize, fault: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: Some(line), fault: fault.into() }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.fault),
            None => write!(f, "{}: {}", self.file, self.fault),
        }
    }
}

/// The line, from 1, of a byte offset in a text.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

/// One line of text, for a message that may have several.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
