//! The entries of Candour's ledger: typed forms, their canonical bytes, strict reading.
//!
//! An entry is one JSON object in RFC 8785 form of at most [`MAX_ENTRY_BYTES`], with `"v":1` and exactly one
//! of seven forms. An entry that is published at once says no more than that something happened; what
//! kind of thing is written only in tallies, in bulk and later.

mod calendar;
mod read;
mod words;

pub use calendar::{Half, Period, Week};
pub use read::{EntryError, Read, read};
pub use words::{ActKind, Class, VoidReason};

use crate::canonical::Value;
use crate::encoding::{to_base64url, to_hex};
use sha2::{Digest, Sha256};
use std::fmt;

/// The most bytes an entry may have.
pub const MAX_ENTRY_BYTES: usize = 512;

/// The version that entries carry in `v`.
pub const ENTRY_VERSION: i64 = 1;

/// 16 random bytes that name a promise and nothing else. Shown in base64url.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PromiseId([u8; 16]);

impl PromiseId {
    /// Wraps 16 random bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for PromiseId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&to_base64url(&self.0))
    }
}

/// An entry of a known form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// That an event happened: see [`commitment`].
    Commitment {
        /// Digest over salt and event.
        c: [u8; 32],
    },
    /// Something is owed by a week.
    Promise {
        /// Its name.
        promise: PromiseId,
        /// The week in which it is due at the latest.
        until: Week,
        /// The week of the batch.
        week: Week,
    },
    /// A promise is due at another time.
    Moved {
        /// Which promise.
        promise: PromiseId,
        /// The week in which it is now due at the latest.
        until: Week,
        /// The week of the batch.
        week: Week,
    },
    /// A promise was kept.
    Kept {
        /// Which promise.
        promise: PromiseId,
        /// The week of the batch.
        week: Week,
    },
    /// A promise fell away.
    Void {
        /// Which promise.
        promise: PromiseId,
        /// The week of the batch.
        week: Week,
        /// Why.
        why: VoidReason,
    },
    /// What kind of thing one commitment of a past period was, without saying which: see [`tally_leaf`].
    Tally {
        /// The class of the event, or `other`.
        class: Class,
        /// Digest over the second salt and the commitment.
        l: [u8; 32],
        /// The period.
        period: Period,
    },
    /// A public act of the service or the reviewer.
    Act(Act),
}

/// A public act, with what it needs to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    kind: ActKind,
    digest: Option<[u8; 32]>,
    period: Option<Period>,
}

impl Act {
    /// Puts an act together; `None` where the kind needs a digest (see [`ActKind::needs_digest`]) and has
    /// none.
    #[must_use]
    pub fn new(kind: ActKind, digest: Option<[u8; 32]>, period: Option<Period>) -> Option<Self> {
        (digest.is_some() || !kind.needs_digest()).then_some(Self { kind, digest, period })
    }

    /// Which act.
    #[must_use]
    pub const fn kind(&self) -> ActKind {
        self.kind
    }

    /// SHA-256 of what the act is about. For `sample-revealed`: the 32 revealed bytes themselves.
    #[must_use]
    pub const fn digest(&self) -> Option<&[u8; 32]> {
        self.digest.as_ref()
    }

    /// The period that the act is about.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        self.period
    }
}

/// The forms, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// [`Entry::Commitment`]
    Commitment,
    /// [`Entry::Promise`]
    Promise,
    /// [`Entry::Moved`]
    Moved,
    /// [`Entry::Kept`]
    Kept,
    /// [`Entry::Void`]
    Void,
    /// [`Entry::Tally`]
    Tally,
    /// [`Entry::Act`]
    Act,
    /// A form that this version does not know.
    Unknown,
}

impl Form {
    /// The name of the form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Promise => "promise",
            Self::Moved => "moved",
            Self::Kept => "kept",
            Self::Void => "void",
            Self::Tally => "tally",
            Self::Act => "act",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Entry {
    /// Which form this is.
    #[must_use]
    pub const fn form(&self) -> Form {
        match self {
            Self::Commitment { .. } => Form::Commitment,
            Self::Promise { .. } => Form::Promise,
            Self::Moved { .. } => Form::Moved,
            Self::Kept { .. } => Form::Kept,
            Self::Void { .. } => Form::Void,
            Self::Tally { .. } => Form::Tally,
            Self::Act(_) => Form::Act,
        }
    }

    /// The canonical bytes; at most [`MAX_ENTRY_BYTES`], since every member is of bounded length.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let text = |shown: &dyn fmt::Display| Value::Text(shown.to_string());
        let mut members = vec![("v", Value::Integer(ENTRY_VERSION))];
        match self {
            Self::Commitment { c } => members.push(("c", Value::Text(to_base64url(c)))),
            Self::Promise { promise, until, week } => {
                members.extend([("promise", text(promise)), ("until", text(until)), ("week", text(week))]);
            }
            Self::Moved { promise, until, week } => {
                members.extend([("moved", text(promise)), ("until", text(until)), ("week", text(week))]);
            }
            Self::Kept { promise, week } => {
                members.extend([("kept", text(promise)), ("week", text(week))]);
            }
            Self::Void { promise, week, why } => {
                members.extend([("void", text(promise)), ("week", text(week)), ("why", text(why))]);
            }
            Self::Tally { class, l, period } => {
                let l = Value::Text(to_base64url(l));
                members.extend([("class", text(class)), ("l", l), ("period", text(period))]);
            }
            Self::Act(Act { kind, digest, period }) => {
                members.push(("act", text(kind)));
                members.extend(digest.map(|digest| ("digest", Value::Text(to_hex(&digest)))));
                members.extend(period.map(|period| ("period", text(&period))));
            }
        }
        Value::object(members).to_canonical().into_bytes()
    }
}

/// What a commitment entry carries: `SHA-256("candour.leaf.v1\n" ‖ salt ‖ event)`.
///
/// `salt` is 32 random bytes for this event alone; `event` the RFC 8785 bytes of
/// `{"header": …, "payload": …}` with the payload in the clear.
#[must_use]
pub fn commitment(salt: &[u8; 32], event: &[u8]) -> [u8; 32] {
    tagged("candour.leaf.v1\n", salt, event)
}

/// What a tally entry carries as `l`: `SHA-256("candour.tally.v1\n" ‖ second salt ‖ c)`.
#[must_use]
pub fn tally_leaf(second_salt: &[u8; 32], c: &[u8; 32]) -> [u8; 32] {
    tagged("candour.tally.v1\n", second_salt, c)
}

fn tagged(tag: &str, salt: &[u8; 32], rest: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(tag);
    digest.update(salt);
    digest.update(rest);
    digest.finalize().into()
}
