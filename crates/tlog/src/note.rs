//! Signed notes (c2sp.org/signed-note): a text, a blank line, signature lines.
//!
//! ```text
//! candour.example/demo
//! 3
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! — candour.example/demo Az3grlgt…
//! — witness.example/w1 jWbPPwAA…
//! ```
//!
//! This module splits and joins; whether a signature holds is for [`crate::key`], and whether the
//! signatures suffice for [`crate::policy`]. A note that has only been parsed proves nothing.

use crate::encoding::{from_base64, to_base64};
use std::fmt;
use thiserror::Error;

/// The most bytes a note may have: room for 16 post-quantum signature lines of about 7 kB, and then some.
pub const MAX_NOTE_BYTES: usize = 128 * 1024;

/// The most signature lines a note may have; the specification asks that at least 16 be accepted.
pub const MAX_SIGNATURES: usize = 64;

/// The most bytes in a key name. ML-DSA cosignatures carry the name behind one length byte.
pub const MAX_KEY_NAME_BYTES: usize = 255;

/// Em dash and space, which begin a signature line.
const LINE_START: &str = "\u{2014} ";

/// Why bytes are not a signed note.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum NoteError {
    /// Above [`MAX_NOTE_BYTES`].
    #[error("the note is longer than {MAX_NOTE_BYTES} bytes")]
    TooLong,
    /// Above [`MAX_SIGNATURES`].
    #[error("the note has more than {MAX_SIGNATURES} signatures")]
    TooManySignatures,
    /// Not UTF-8, or a control character other than newline.
    #[error("the note is not plain UTF-8 text")]
    NotText,
    /// The text does not end in a newline, or no blank line separates it from the signatures.
    #[error("the note has no blank line between text and signatures")]
    NoSeparator,
    /// A line below the text is not a signature line. Lines count from 1 after the blank line.
    #[error("signature line {line} of the note is malformed")]
    BadSignatureLine {
        /// Which line.
        line: usize,
    },
    /// A key name is empty, too long, or holds a space, a plus or a control character.
    #[error("a key name is malformed")]
    BadKeyName,
}

/// The name of a key: not empty, at most 255 bytes, without Unicode spaces, plus signs and control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

impl KeyName {
    /// Checks a name.
    ///
    /// # Errors
    /// [`NoteError::BadKeyName`].
    pub fn new(name: &str) -> Result<Self, NoteError> {
        let bad = |character: char| character.is_whitespace() || character.is_control() || character == '+';
        if name.is_empty() || name.len() > MAX_KEY_NAME_BYTES || name.chars().any(bad) {
            return Err(NoteError::BadKeyName);
        }
        Ok(Self(name.to_owned()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The short number that, with the name, says which key made a signature. Shown as 8 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(u32);

impl KeyId {
    /// From the number itself.
    #[must_use]
    pub const fn new(id: u32) -> Self {
        Self(id)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

/// One signature line, not yet checked against a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    name: KeyName,
    id: KeyId,
    bytes: Vec<u8>,
}

impl NoteSignature {
    /// Puts a line together. `bytes` is what follows the key id, and must not be empty.
    #[must_use]
    pub(crate) fn new(name: KeyName, id: KeyId, bytes: Vec<u8>) -> Self {
        Self { name, id, bytes }
    }

    /// Name of the key.
    #[must_use]
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// Id of the key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// What follows the key id: for a cosignature, eight bytes of time and the signature.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Reads one line without its newline; `None` where it is malformed.
    #[must_use]
    pub fn parse_line(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(LINE_START)?.split_once(' ')?;
        let all = from_base64(encoded)?;
        let (id, bytes) = all.split_first_chunk::<4>()?;
        if bytes.is_empty() {
            return None;
        }
        Some(Self {
            name: KeyName::new(name).ok()?,
            id: KeyId(u32::from_be_bytes(*id)),
            bytes: bytes.to_vec(),
        })
    }
}

impl fmt::Display for NoteSignature {
    /// The line without its newline.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = self.id.0.to_be_bytes().to_vec();
        all.extend_from_slice(&self.bytes);
        write!(out, "{LINE_START}{} {}", self.name, to_base64(&all))
    }
}

/// A signed note, split into text and signature lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    // INVARIANT: ends in a newline; no control characters but newlines.
    text: String,
    signatures: Vec<NoteSignature>,
}

impl Note {
    /// A note without signatures yet.
    ///
    /// # Errors
    /// Where the text does not end in a newline, is too long, or holds control characters.
    pub fn unsigned(text: String) -> Result<Self, NoteError> {
        if text.len() > MAX_NOTE_BYTES {
            return Err(NoteError::TooLong);
        }
        check_text(&text)?;
        if !text.ends_with('\n') {
            return Err(NoteError::NoSeparator);
        }
        Ok(Self { text, signatures: Vec::new() })
    }

    /// Splits bytes into text and at least one signature line.
    ///
    /// # Errors
    /// Says what keeps the bytes from being a note.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > MAX_NOTE_BYTES {
            return Err(NoteError::TooLong);
        }
        let whole = std::str::from_utf8(bytes).map_err(|_| NoteError::NotText)?;
        check_text(whole)?;
        // The last blank line separates; the text keeps its own final newline.
        let at = whole.rfind("\n\n").ok_or(NoteError::NoSeparator)?;
        let (text, lines) = whole.split_at(at + 1);
        let lines = lines.strip_prefix('\n').ok_or(NoteError::NoSeparator)?;
        Ok(Self { text: text.to_owned(), signatures: parse_signature_lines(lines)? })
    }

    /// The signed text, with its final newline and without the blank line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines in their order.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature line, in place of an earlier one by the same key.
    ///
    /// # Errors
    /// [`NoteError::TooManySignatures`].
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), NoteError> {
        let same = |have: &&mut NoteSignature| have.name == signature.name && have.id == signature.id;
        if let Some(have) = self.signatures.iter_mut().find(same) {
            *have = signature;
            return Ok(());
        }
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(NoteError::TooManySignatures);
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// The note as it is published.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let lines: String = self.signatures.iter().map(|signature| format!("{signature}\n")).collect();
        format!("{}\n{lines}", self.text).into_bytes()
    }
}

/// Reads one or more signature lines, each ending in a newline: the end of a note, and a witness's answer.
///
/// # Errors
/// Says which line is malformed, or that there are too many.
pub fn parse_signature_lines(lines: &str) -> Result<Vec<NoteSignature>, NoteError> {
    let lines = lines.strip_suffix('\n').ok_or(NoteError::BadSignatureLine { line: 1 })?;
    let mut signatures = Vec::new();
    for (number, line) in lines.split('\n').enumerate() {
        if number >= MAX_SIGNATURES {
            return Err(NoteError::TooManySignatures);
        }
        let bad = NoteError::BadSignatureLine { line: number + 1 };
        signatures.push(NoteSignature::parse_line(line).ok_or(bad)?);
    }
    Ok(signatures)
}

/// The specification forbids the ASCII control characters below U+0020 other than newline.
fn check_text(text: &str) -> Result<(), NoteError> {
    if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') { Err(NoteError::NotText) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{cosigned, name, signed};

    fn check(bytes: &[u8], expected: NoteError) {
        assert_eq!(Note::parse(bytes), Err(expected));
    }

    #[test]
    fn a_note_needs_text_a_blank_line_and_signature_lines_that_end() {
        check(b"", NoteError::NoSeparator);
        check(b"text\n", NoteError::NoSeparator);
        check(b"text\n\n", NoteError::BadSignatureLine { line: 1 });
        check("text\n\n\u{2014} name AAAAAAA=".as_bytes(), NoteError::BadSignatureLine { line: 1 });
        check("text\n\n\u{2014} name AAAAAAA=\nmore\n".as_bytes(), NoteError::BadSignatureLine { line: 2 });
        check("text\r\n\n\u{2014} name AAAAAAA=\n".as_bytes(), NoteError::NotText);
        check(b"text\xff\n\n", NoteError::NotText);
        assert!(Note::parse("text\n\n\u{2014} name AAAAAAA=\n".as_bytes()).is_ok());
        assert!(Note::parse("\n\n\u{2014} name AAAAAAA=\n".as_bytes()).is_ok());
    }

    #[test]
    fn the_text_reaches_to_the_last_blank_line() {
        let note = Note::parse("a\n\nb\n\n\u{2014} name AAAAAAA=\n".as_bytes()).unwrap();
        assert_eq!(note.text(), "a\n\nb\n");
    }

    #[test]
    fn a_signature_line_has_a_name_an_id_and_at_least_one_byte() {
        for wrong in [
            "- name AAAAAAA=",
            "\u{2014}name AAAAAAA=",
            "\u{2014}  AAAAAAA=",
            "\u{2014} na+me AAAAAAA=",
            "\u{2014} name AAAAAA==",
            "\u{2014} name AAAAAAB=",
            "\u{2014} name AAAAAAA",
            "\u{2014} name AAAAAAA= ",
            "\u{2014} na\u{a0}me AAAAAAA=",
        ] {
            assert_eq!(NoteSignature::parse_line(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn limits_on_bytes_and_signatures_hold() {
        check(&vec![b'a'; MAX_NOTE_BYTES + 1], NoteError::TooLong);
        let many = |count: usize| format!("text\n\n{}", "\u{2014} name AAAAAAA=\n".repeat(count));
        assert_eq!(Note::parse(many(MAX_SIGNATURES).as_bytes()).unwrap().signatures().len(), MAX_SIGNATURES);
        check(many(MAX_SIGNATURES + 1).as_bytes(), NoteError::TooManySignatures);
    }

    #[test]
    fn adding_a_signature_of_the_same_key_replaces_the_earlier_one() {
        let mut note = cosigned(3, &[1]);
        let again = note.signatures()[1].clone();
        note.add(again).unwrap();
        assert_eq!(note.signatures().len(), 2);
        for number in 0..62u32 {
            note.add(NoteSignature::new(name("n"), KeyId::new(number), vec![1])).unwrap();
        }
        let one_more = NoteSignature::new(name("n"), KeyId::new(99), vec![1]);
        assert_eq!(note.add(one_more), Err(NoteError::TooManySignatures));
        assert_eq!(Note::unsigned("no newline".to_owned()), Err(NoteError::NoSeparator));
        assert_eq!(signed(3).signatures().len(), 1);
    }
}
