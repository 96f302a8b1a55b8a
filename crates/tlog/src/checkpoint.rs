//! Checkpoints (c2sp.org/tlog-checkpoint): origin, tree size, root hash, in the text of a signed note.
//!
//! Extension lines are read, kept and signed over, and never written by Candour: nobody can audit them.

use crate::encoding::{MAX_NUMBER, from_decimal};
use crate::key::SignError;
use crate::merkle::Hash;
use crate::note::{Note, NoteError};
use crate::{LogSigner, note};
use thiserror::Error;

/// Why a text is not a checkpoint.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum CheckpointError {
    /// The note around it is malformed.
    #[error("the checkpoint is not a signed note")]
    Note(#[from] NoteError),
    /// The origin is empty, or holds a line break or control character.
    #[error("the checkpoint's origin is malformed")]
    Origin,
    /// The size is not a plain decimal of at most 2^63 - 1.
    #[error("the checkpoint's size is malformed")]
    Size,
    /// The root is not the base64 of 32 bytes.
    #[error("the checkpoint's root is malformed")]
    Root,
    /// An extension line is empty, or the text does not end in a newline.
    #[error("the checkpoint's further lines are malformed")]
    Extension,
}

/// A statement of a log's size and root. Not yet signed, or not yet verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Hash,
    extensions: Vec<String>,
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    ///
    /// # Errors
    /// Where the origin is empty or holds control characters, or the size is above 2^63 - 1.
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        if origin.is_empty() || origin.chars().any(char::is_control) || origin.len() > note::MAX_NOTE_BYTES {
            return Err(CheckpointError::Origin);
        }
        if size > MAX_NUMBER {
            return Err(CheckpointError::Size);
        }
        Ok(Self { origin: origin.to_owned(), size, root, extensions: Vec::new() })
    }

    /// Reads a note's text. The text is exactly what [`Checkpoint::text`] gives again.
    ///
    /// # Errors
    /// Says which line is wrong.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.strip_suffix('\n').ok_or(CheckpointError::Extension)?.split('\n');
        let origin = lines.next().ok_or(CheckpointError::Origin)?;
        let size = lines.next().and_then(from_decimal).ok_or(CheckpointError::Size)?;
        let root = lines.next().and_then(Hash::parse).ok_or(CheckpointError::Root)?;
        let mut checkpoint = Self::new(origin, size, root)?;
        checkpoint.extensions = lines.map(str::to_owned).collect();
        if checkpoint.extensions.iter().any(String::is_empty) {
            return Err(CheckpointError::Extension);
        }
        Ok(checkpoint)
    }

    /// Reads a whole note and the checkpoint in its text, without checking any signature.
    ///
    /// # Errors
    /// Says what is malformed.
    pub fn parse_unverified(bytes: &[u8]) -> Result<(Note, Self), CheckpointError> {
        let note = Note::parse(bytes)?;
        let checkpoint = Self::parse(note.text())?;
        Ok((note, checkpoint))
    }

    /// Identity of the log.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Root of the tree of that size.
    #[must_use]
    pub fn root(&self) -> &Hash {
        &self.root
    }

    /// Extension lines, opaque.
    #[must_use]
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }

    /// The note's text.
    #[must_use]
    pub fn text(&self) -> String {
        let extensions: String = self.extensions.iter().map(|line| format!("{line}\n")).collect();
        format!("{}\n{}\n{}\n{extensions}", self.origin, self.size, self.root)
    }

    /// The checkpoint as a note with the log's signature. See [`LogSigner::sign`] on what must come before.
    ///
    /// # Errors
    /// Where the text is too long for a note, or a key that lies elsewhere does not sign.
    pub fn sign(&self, signer: &LogSigner) -> Result<Note, SignError> {
        let mut note = Note::unsigned(self.text())?;
        note.add(signer.sign(note.text())?)?;
        Ok(note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    #[test]
    fn a_checkpoint_reads_back_from_its_text() {
        for text in [format!("origin\n0\n{ROOT}\n"), format!("origin\n7\n{ROOT}\nmore\nand more\n")] {
            assert_eq!(Checkpoint::parse(&text).unwrap().text(), text);
        }
    }

    #[test]
    fn each_line_is_checked() {
        let check = |text: &str, expected| assert_eq!(Checkpoint::parse(text), Err(expected), "{text:?}");
        check("", CheckpointError::Extension);
        check(&format!("o\n1\n{ROOT}"), CheckpointError::Extension);
        check(&format!("\n1\n{ROOT}\n"), CheckpointError::Origin);
        check(&format!("o\n01\n{ROOT}\n"), CheckpointError::Size);
        check(&format!("o\n-1\n{ROOT}\n"), CheckpointError::Size);
        check(&format!("o\n9223372036854775808\n{ROOT}\n"), CheckpointError::Size);
        check("o\n1\n", CheckpointError::Root);
        check("o\n1\nCsUY\n", CheckpointError::Root);
        check(&format!("o\n1\n{ROOT}\n\n"), CheckpointError::Extension);
    }
}
