//! Sealing of what a case holds: event payloads and blobs, each bound to its place.

use zeroize::Zeroizing;

use crate::aead;
use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::secret::SecretKey;
use crate::transcript::Transcript;

/// Longest plaintext that is sealed in one piece, in bytes: 16 MiB. The largest thing there is, a scanned
/// order, is limited to 10 MiB at the edge; a third more for base64 within JSON makes 13.4 MiB.
pub const PLAINTEXT_BYTES_MAX: usize = 16 * 1024 * 1024;

/// A key that seals data, as opposed to one that wraps keys.
#[derive(Debug)]
pub struct DataKey(SecretKey);

impl DataKey {
    /// Draws a key.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        Self(SecretKey::fresh(entropy))
    }

    pub(crate) const fn new(key: SecretKey) -> Self {
        Self(key)
    }

    pub(crate) const fn secret(&self) -> &SecretKey {
        &self.0
    }
}

/// A digest of something short under a data key, so that nobody who has the digest and not the key can try out what it is
/// of. HMAC-SHA-256 under a key of its own, derived from the data key.
#[must_use]
pub fn keyed_digest(key: &DataKey, bytes: &[u8]) -> [u8; 32] {
    crate::blind::mac(&key.0.derive(b"", b"candour.request.v1"), bytes)
}

/// Where a sealed value belongs. All of it is bound: a ciphertext that was moved, renamed or copied to
/// another case does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// The payload of an event.
    Event {
        /// The case's identifier, or the account's where a stream belongs to an account.
        case: &'a str,
        /// The stream within the case, such as decisions or reads.
        stream: &'a str,
        /// The event's position in its stream.
        position: u64,
        /// The event's kind, as in its header.
        kind: &'a str,
    },
    /// Anything that stands beside the events: free text, a file, a remembered answer.
    Blob {
        /// The case's identifier.
        case: &'a str,
        /// The blob's own identifier.
        blob: &'a str,
        /// What kind of blob it is.
        kind: &'a str,
    },
}

impl Place<'_> {
    fn transcript(&self) -> Vec<u8> {
        match *self {
            Self::Event { case, stream, position, kind } => Transcript::new("candour.seal.event.v1")
                .text(case)
                .text(stream)
                .number(position)
                .text(kind)
                .finish(),
            Self::Blob { case, blob, kind } => {
                Transcript::new("candour.seal.blob.v1").text(case).text(blob).text(kind).finish()
            }
        }
    }
}

/// Seals `plaintext` for its place: a version byte, a fresh nonce of 24 bytes, ciphertext and tag.
///
/// The length of the plaintext can be read off the result; nothing else can.
///
/// # Errors
/// [`VaultError::TooLong`] above [`PLAINTEXT_BYTES_MAX`].
pub fn seal(
    key: &DataKey,
    entropy: &dyn Entropy,
    plaintext: &[u8],
    place: &Place<'_>,
) -> Result<Vec<u8>, VaultError> {
    if plaintext.len() > PLAINTEXT_BYTES_MAX {
        return Err(VaultError::TooLong);
    }
    aead::seal(key.secret(), entropy, plaintext, &place.transcript())
}

/// Opens what was sealed with this key for this place.
///
/// # Errors
/// [`VaultError::Malformed`] if the bytes are no sealed value; [`VaultError::DoesNotOpen`] if the key, the
/// place or any byte is another.
pub fn open(key: &DataKey, sealed: &[u8], place: &Place<'_>) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    aead::open(key.secret(), sealed, &place.transcript())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::Counting;

    const EVENT: Place<'_> =
        Place::Event { case: "case-1", stream: "decisions", position: 7, kind: "advice-given" };
    const BLOB: Place<'_> = Place::Blob { case: "case-1", blob: "b-1", kind: "question" };

    #[test]
    fn a_value_moved_to_any_other_place_does_not_open() {
        let entropy = Counting::new(1);
        let key = DataKey::fresh(&entropy);
        let other_places = [
            (EVENT, Place::Event { case: "case-2", stream: "decisions", position: 7, kind: "advice-given" }),
            (EVENT, Place::Event { case: "case-1", stream: "reads", position: 7, kind: "advice-given" }),
            (EVENT, Place::Event { case: "case-1", stream: "decisions", position: 8, kind: "advice-given" }),
            (EVENT, Place::Event { case: "case-1", stream: "decisions", position: 7, kind: "case-closed" }),
            (EVENT, Place::Event { case: "case-1d", stream: "ecisions", position: 7, kind: "advice-given" }),
            (EVENT, BLOB),
            (BLOB, Place::Blob { case: "case-2", blob: "b-1", kind: "question" }),
            (BLOB, Place::Blob { case: "case-1", blob: "b-2", kind: "question" }),
            (BLOB, Place::Blob { case: "case-1", blob: "b-1", kind: "reasons" }),
            (BLOB, Place::Blob { case: "case-1b", blob: "-1", kind: "question" }),
            (BLOB, EVENT),
        ];
        for (home, away) in other_places {
            let sealed = seal(&key, &entropy, b"text", &home).unwrap();
            assert!(open(&key, &sealed, &home).is_ok());
            assert_eq!(open(&key, &sealed, &away), Err(VaultError::DoesNotOpen), "{away:?}");
        }
    }

    #[test]
    fn another_key_does_not_open() {
        let entropy = Counting::new(1);
        let sealed = seal(&DataKey::fresh(&entropy), &entropy, b"text", &EVENT).unwrap();
        assert_eq!(open(&DataKey::fresh(&entropy), &sealed, &EVENT), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn nothing_at_all_can_be_sealed_and_is_bound_too() {
        let entropy = Counting::new(1);
        let key = DataKey::fresh(&entropy);
        let sealed = seal(&key, &entropy, b"", &EVENT).unwrap();
        assert_eq!(open(&key, &sealed, &EVENT).unwrap().as_slice(), b"");
        assert_eq!(open(&key, &sealed, &BLOB), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn a_plaintext_above_the_limit_is_refused() {
        let entropy = Counting::new(1);
        let long = vec![0; PLAINTEXT_BYTES_MAX + 1];
        let key = DataKey::fresh(&entropy);
        assert_eq!(seal(&key, &entropy, &long, &BLOB), Err(VaultError::TooLong));
        assert!(seal(&key, &entropy, &long[1..], &BLOB).is_ok());
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_unchanged(text: Vec<u8>, case: String, stream: String, position: u64, kind: String) {
            let entropy = Counting::new(2);
            let key = DataKey::fresh(&entropy);
            let place = Place::Event { case: &case, stream: &stream, position, kind: &kind };
            let sealed = seal(&key, &entropy, &text, &place).unwrap();
            prop_assert_eq!(sealed.len(), text.len() + aead::OVERHEAD_BYTES);
            let opened = open(&key, &sealed, &place).unwrap();
            prop_assert_eq!(opened.as_slice(), text.as_slice());
        }

        #[test]
        fn no_changed_byte_goes_unseen(text: Vec<u8>, at: prop::sample::Index, by in 1u8..) {
            let entropy = Counting::new(3);
            let key = DataKey::fresh(&entropy);
            let mut sealed = seal(&key, &entropy, &text, &BLOB).unwrap();
            let at = at.index(sealed.len());
            sealed[at] ^= by;
            prop_assert!(open(&key, &sealed, &BLOB).is_err());
        }

        #[test]
        fn bytes_from_outside_are_refused_and_never_panic(bytes: Vec<u8>) {
            let key = DataKey::fresh(&Counting::new(4));
            prop_assert!(open(&key, &bytes, &BLOB).is_err());
        }
    }
}
