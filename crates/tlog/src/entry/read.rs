//! Strict reading of entries.

use super::{
    Act, ActKind, Class, ENTRY_VERSION, Entry, Form, MAX_ENTRY_BYTES, Period, PromiseId, VoidReason, Week,
};
use crate::canonical::{self, CanonicalError, Key, Value};
use crate::encoding::{digest_from_base64url, from_base64url, from_hex};
use std::collections::BTreeMap;
use thiserror::Error;

/// Why bytes are not an entry that the ledger may hold.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum EntryError {
    /// Above [`MAX_ENTRY_BYTES`].
    #[error("the entry has {length} bytes, more than {MAX_ENTRY_BYTES}")]
    TooLong {
        /// How many it has.
        length: usize,
    },
    /// Not canonical JSON.
    #[error("the entry is not in canonical form")]
    NotCanonical(#[from] CanonicalError),
    /// Not an object, or without an integer `v`.
    #[error("the entry is not an object with a version")]
    Unversioned,
    /// Members of more than one form.
    #[error("the entry has members of two forms")]
    TwoForms,
    /// A known form whose members are not as they have to be.
    #[error("the {form} entry has a missing, surplus or malformed member")]
    BadMember {
        /// Which form.
        form: Form,
    },
}

/// An entry that is in order, of a known form or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// Of a known form.
    Known(Entry),
    /// Canonical and versioned, of a form, act or version that this library does not know.
    Unknown,
}

/// Reads an entry.
///
/// # Errors
/// Where the bytes are too long, not canonical, unversioned, or a known form with wrong members. A form, an
/// act or a version that is not known is no error: it is [`Read::Unknown`].
pub fn read(bytes: &[u8]) -> Result<Read, EntryError> {
    match read_commitment(bytes) {
        Some(c) => Ok(Read::Known(Entry::Commitment { c })),
        None => read_any(bytes),
    }
}

/// What nearly every entry is, read without taking it apart: its canonical bytes are these around the digest, and the
/// digest has one spelling. Whatever is not exactly that is read member by member.
fn read_commitment(bytes: &[u8]) -> Option<[u8; 32]> {
    bytes.strip_prefix(br#"{"c":""#)?.strip_suffix(br#"","v":1}"#).and_then(digest_from_base64url)
}

fn read_any(bytes: &[u8]) -> Result<Read, EntryError> {
    if bytes.len() > MAX_ENTRY_BYTES {
        return Err(EntryError::TooLong { length: bytes.len() });
    }
    let Value::Object(mut members) = canonical::parse(bytes)? else { return Err(EntryError::Unversioned) };
    match members.remove(&Key::new("v")) {
        Some(Value::Integer(ENTRY_VERSION)) => {}
        Some(Value::Integer(_)) => return Ok(Read::Unknown),
        _ => return Err(EntryError::Unversioned),
    }
    let Some(form) = form_of(&members)? else { return Ok(Read::Unknown) };
    let mut members = Members(members);
    if form == Form::Act && members.is_unknown_act() {
        return Ok(Read::Unknown);
    }
    let entry = members.entry(form).filter(|_| members.0.is_empty());
    entry.map(Read::Known).ok_or(EntryError::BadMember { form })
}

impl Entry {
    /// Reads an entry of a known form; `Ok(None)` for an unknown one.
    ///
    /// # Errors
    /// As [`read`].
    pub fn parse(bytes: &[u8]) -> Result<Option<Self>, EntryError> {
        match read(bytes)? {
            Read::Known(entry) => Ok(Some(entry)),
            Read::Unknown => Ok(None),
        }
    }
}

/// Each form has one member that no other has.
fn form_of(members: &BTreeMap<Key, Value>) -> Result<Option<Form>, EntryError> {
    let marks = [
        ("c", Form::Commitment),
        ("promise", Form::Promise),
        ("moved", Form::Moved),
        ("kept", Form::Kept),
        ("void", Form::Void),
        ("l", Form::Tally),
        ("act", Form::Act),
    ];
    let mut found = marks.iter().filter(|(mark, _)| members.contains_key(&Key::new(mark)));
    match (found.next(), found.next()) {
        (None, _) => Ok(None),
        (Some((_, form)), None) => Ok(Some(*form)),
        (Some(_), Some(_)) => Err(EntryError::TwoForms),
    }
}

/// What is left to read of an entry.
struct Members(BTreeMap<Key, Value>);

impl Members {
    fn is_unknown_act(&self) -> bool {
        let act = self.0.get(&Key::new("act"));
        matches!(act, Some(Value::Text(word)) if ActKind::parse(word).is_none())
    }

    fn text(&mut self, name: &str) -> Option<String> {
        match self.0.remove(&Key::new(name))? {
            Value::Text(text) => Some(text),
            Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn promise(&mut self, name: &str) -> Option<PromiseId> {
        from_base64url(&self.text(name)?).map(PromiseId::from_bytes)
    }

    fn week(&mut self, name: &str) -> Option<Week> {
        Week::parse(&self.text(name)?)
    }

    /// A member that may be missing, but not malformed.
    fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
        if self.0.contains_key(&Key::new(name)) { Some(Some(parse(&self.text(name)?)?)) } else { Some(None) }
    }

    fn entry(&mut self, form: Form) -> Option<Entry> {
        Some(match form {
            Form::Commitment => Entry::Commitment { c: from_base64url(&self.text("c")?)? },
            Form::Promise => Entry::Promise {
                promise: self.promise("promise")?,
                until: self.week("until")?,
                week: self.week("week")?,
            },
            Form::Moved => Entry::Moved {
                promise: self.promise("moved")?,
                until: self.week("until")?,
                week: self.week("week")?,
            },
            Form::Kept => Entry::Kept { promise: self.promise("kept")?, week: self.week("week")? },
            Form::Void => Entry::Void {
                promise: self.promise("void")?,
                week: self.week("week")?,
                why: VoidReason::parse(&self.text("why")?)?,
            },
            Form::Tally => Entry::Tally {
                class: Class::parse(&self.text("class")?)?,
                l: from_base64url(&self.text("l")?)?,
                period: Period::parse(&self.text("period")?)?,
            },
            Form::Act => self.act()?,
            Form::Unknown => return None,
        })
    }

    fn act(&mut self) -> Option<Entry> {
        let kind = ActKind::parse(&self.text("act")?)?;
        let digest = self.optional("digest", from_hex)?;
        let period = self.optional("period", Period::parse)?;
        Act::new(kind, digest, period).map(Entry::Act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_commitment_is_read_alike_whole_and_member_by_member(
            c in any::<[u8; 32]>(), place in 0..57_usize, byte in any::<u8>(), cut in 0..58_usize,
        ) {
            let bytes = Entry::Commitment { c }.to_bytes();
            prop_assert_eq!(read_commitment(&bytes), Some(c));
            let mut altered = bytes.clone();
            altered[place] = byte;
            for text in [&bytes[..], &altered, &bytes[..cut.min(bytes.len())], &bytes[cut.min(bytes.len())..]] {
                prop_assert_eq!(read(text), read_any(text));
            }
        }
    }

    #[test]
    fn every_spelling_of_the_last_digit_but_one_in_four_is_refused() {
        for last in 0..=255_u8 {
            let mut bytes = Entry::Commitment { c: [0xff; 32] }.to_bytes();
            bytes[48] = last;
            assert_eq!(read(&bytes), read_any(&bytes), "{last}");
        }
    }
}
