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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &Result<Read, EntryError>) {
        assert_eq!(&read(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn every_form_has_the_bytes_of_the_formats() {
        let week = |text| Week::parse(text).unwrap();
        let promise = PromiseId::from_bytes([0xff; 16]);
        let period = Period::parse("2026-H2").unwrap();
        let (until, now) = (week("2027-W02"), week("2026-W47"));
        let act = |kind, digest, period| Entry::Act(Act::new(kind, digest, period).unwrap());
        let examples = [
            (
                Entry::Commitment { c: [0; 32] },
                r#"{"c":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","v":1}"#,
            ),
            (
                Entry::Promise { promise, until, week: now },
                r#"{"promise":"_____________________w","until":"2027-W02","v":1,"week":"2026-W47"}"#,
            ),
            (
                Entry::Moved { promise, until, week: now },
                r#"{"moved":"_____________________w","until":"2027-W02","v":1,"week":"2026-W47"}"#,
            ),
            (
                Entry::Kept { promise, week: now },
                r#"{"kept":"_____________________w","v":1,"week":"2026-W47"}"#,
            ),
            (
                Entry::Void { promise, week: now, why: VoidReason::NotIdentified },
                r#"{"v":1,"void":"_____________________w","week":"2026-W47","why":"not-identified"}"#,
            ),
            (
                Entry::Tally { class: Class::NoticeSent, l: [0; 32], period },
                r#"{"class":"notice-sent","l":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","period":"2026-H2","v":1}"#,
            ),
            (act(ActKind::LedgerStarted, None, None), r#"{"act":"ledger-started","v":1}"#),
            (
                act(ActKind::SampleRevealed, Some([0xab; 32]), Some(period)),
                r#"{"act":"sample-revealed","digest":"abababababababababababababababababababababababababababababababab","period":"2026-H2","v":1}"#,
            ),
        ];
        for (entry, text) in examples {
            assert_eq!(String::from_utf8(entry.to_bytes()).unwrap(), text);
            check(text, &Ok(Read::Known(entry)));
        }
    }

    #[test]
    fn unknown_forms_acts_and_versions_are_ignored() {
        for text in [
            r#"{"v":1}"#,
            r#"{"new":[1,{"a":null}],"v":1}"#,
            r#"{"c":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","v":2}"#,
            r#"{"act":"something-new","detail":true,"v":1}"#,
        ] {
            check(text, &Ok(Read::Unknown));
        }
    }

    #[test]
    fn known_forms_are_read_strictly() {
        let bad = |form| Err(EntryError::BadMember { form });
        check(r#"{"c":"AA","v":1}"#, &bad(Form::Commitment));
        check(r#"{"c":1,"v":1}"#, &bad(Form::Commitment));
        check(r#"{"c":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","v":1,"x":1}"#, &bad(Form::Commitment));
        check(r#"{"c":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB","v":1}"#, &bad(Form::Commitment));
        check(r#"{"kept":"_____________________w","v":1}"#, &bad(Form::Kept));
        check(r#"{"kept":"_____________________w","v":1,"week":"2025-W53"}"#, &bad(Form::Kept));
        check(r#"{"act":"policy-adopted","v":1}"#, &bad(Form::Act));
        check(r#"{"act":"ledger-started","digest":null,"v":1}"#, &bad(Form::Act));
        check(
            r#"{"class":"unheard-of","l":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","period":"2026-H2","v":1}"#,
            &bad(Form::Tally),
        );
        check(r#"{"c":"AA","kept":"AA","v":1}"#, &Err(EntryError::TwoForms));
        check(r#"{"c":"AA"}"#, &Err(EntryError::Unversioned));
        check(r#"{"c":"AA","v":"1"}"#, &Err(EntryError::Unversioned));
        check("[1]", &Err(EntryError::Unversioned));
    }

    #[test]
    fn an_entry_that_is_not_canonical_or_too_long_is_refused() {
        for text in [
            r#"{"v":1,"c":"AA"}"#,
            r#"{"c": "AA","v":1}"#,
            r#"{"v":1,"v":1}"#,
            r#"{"v":1.0}"#,
            r#"{"v":01}"#,
            r#"{"v":1}x"#,
            "{\"v\":1}\n",
            r#"{"\u0063":"AA","v":1}"#,
            r#"{"a":"\/","v":1}"#,
            r#"{"a":9007199254740992,"v":1}"#,
        ] {
            assert!(matches!(read(text.as_bytes()), Err(EntryError::NotCanonical(_))), "{text}");
        }
        let long = |length: usize| format!(r#"{{"a":"{}","v":1}}"#, "x".repeat(length - 14));
        check(&long(512), &Ok(Read::Unknown));
        check(&long(513), &Err(EntryError::TooLong { length: 513 }));
    }

    #[test]
    fn the_digests_are_those_of_the_formats() {
        // printf 'candour.leaf.v1\n%s{}' 32×'a' | sha256sum, and likewise.
        assert_eq!(to_hex(&commitment(&[b'a'; 32], b"{}")), LEAF);
        assert_eq!(to_hex(&tally_leaf(&[b'a'; 32], &[b'b'; 32])), TALLY);
    }

    const LEAF: &str = "e18cad461145c5532cbc624147cd2551dfc8cbc1d272fd1081d4055c35f65e7a";
    const TALLY: &str = "ea40c396fc3fa6b1bd483d1cebbb89e6ebe4ad6f14c43f80a4f06469d8926c72";

    #[test]
    fn every_word_reads_back_and_the_longest_entry_fits() {
        assert_eq!((Class::ALL.len(), VoidReason::ALL.len(), ActKind::ALL.len()), (42, 5, 11));
        for class in Class::ALL {
            assert_eq!(Class::parse(class.as_str()), Some(*class));
            let period = Period::parse("2026-H1").unwrap();
            assert!(Entry::Tally { class: *class, l: [9; 32], period }.to_bytes().len() <= MAX_ENTRY_BYTES);
        }
        for kind in ActKind::ALL {
            let act = Act::new(*kind, Some([1; 32]), Period::parse("2026-H1")).unwrap();
            let bytes = Entry::Act(act).to_bytes();
            assert!(bytes.len() <= MAX_ENTRY_BYTES);
            assert_eq!(Entry::parse(&bytes), Ok(Some(Entry::Act(act))));
            assert_eq!(Act::new(*kind, None, None).is_none(), kind.needs_digest());
        }
    }

    proptest! {
        #[test]
        fn entries_read_back(c in any::<[u8; 32]>(), id in any::<[u8; 16]>(), year in 2000u16..2100, week in 1u8..=52) {
            let (promise, week) = (PromiseId::from_bytes(id), Week::new(year, week).unwrap());
            for entry in [
                Entry::Commitment { c },
                Entry::Promise { promise, until: week, week },
                Entry::Void { promise, week, why: VoidReason::Held },
            ] {
                prop_assert_eq!(read(&entry.to_bytes()), Ok(Read::Known(entry)));
            }
        }
    }
}
