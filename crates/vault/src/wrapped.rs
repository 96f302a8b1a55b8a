//! Wrapped keys: what the keystore holds.

use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::kek::{Holder, HolderKind, KekId, KekProvider};
use crate::secret::SecretKey;
use crate::transcript::Transcript;

/// What a data key is for. It is bound, so that one kind is never taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// What happened in a case.
    Case,
    /// Who a case is about: name, address, numbers.
    Identity,
    /// The content of one disclosure.
    Content,
    /// A form that somebody has begun and not sent.
    Draft,
}

impl KeyKind {
    const fn byte(self) -> u8 {
        match self {
            Self::Case => 1,
            Self::Identity => 2,
            Self::Content => 3,
            Self::Draft => 4,
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        [Self::Case, Self::Identity, Self::Content, Self::Draft].into_iter().find(|kind| kind.byte() == byte)
    }
}

/// A data key under a key-encryption key.
///
/// Its bytes, as the keystore holds them: `version (0x01) ‖ kind ‖ holder kind ‖ epoch (4 bytes, big-endian) ‖
/// length of the holder's name (1 byte) ‖ name ‖ sealed key (73 bytes)`. All of the header is bound to the
/// sealed key, and so is what the key belongs to, which is not in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey {
    kind: KeyKind,
    kek: KekId,
    sealed: Vec<u8>,
}

const VERSION: u8 = 1;

/// What is bound to a wrapped key. `subject` is the case's or draft's identifier, for a disclosure's content
/// with more behind it.
fn bound(kind: KeyKind, kek: &KekId, subject: &[u8]) -> Vec<u8> {
    Transcript::new("candour.wrapped-key.v1")
        .number(u64::from(VERSION))
        .number(u64::from(kind.byte()))
        .text(kek.holder.kind().word())
        .text(kek.holder.name())
        .number(u64::from(kek.epoch))
        .bytes(subject)
        .finish()
}

const fn holder_byte(kind: HolderKind) -> u8 {
    match kind {
        HolderKind::Unit => 1,
        HolderKind::Force => 2,
        HolderKind::Service => 3,
    }
}

impl WrappedKey {
    pub(crate) fn wrap(
        provider: &dyn KekProvider,
        kek: &KekId,
        kind: KeyKind,
        subject: &[u8],
        key: &SecretKey,
        entropy: &dyn Entropy,
    ) -> Result<Self, VaultError> {
        let sealed = provider.wrap(kek, key, &bound(kind, kek, subject), entropy)?;
        Ok(Self { kind, kek: kek.clone(), sealed })
    }

    pub(crate) fn unwrap(
        &self,
        provider: &dyn KekProvider,
        kind: KeyKind,
        subject: &[u8],
    ) -> Result<SecretKey, VaultError> {
        provider.unwrap(&self.kek, &self.sealed, &bound(kind, &self.kek, subject))
    }

    /// Whether it opens for what it belongs to, with the keys of this provider; the key itself is dropped.
    ///
    /// # Errors
    /// As the provider's.
    pub fn opens(&self, provider: &dyn KekProvider, subject: &str) -> Result<(), VaultError> {
        self.unwrap(provider, self.kind, subject.as_bytes()).map(drop)
    }

    /// Which key-encryption key it is under.
    #[must_use]
    pub const fn kek(&self) -> &KekId {
        &self.kek
    }

    /// What the key is for.
    #[must_use]
    pub const fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The bytes to store.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let name = self.kek.holder.name().as_bytes();
        let mut bytes = vec![VERSION, self.kind.byte(), holder_byte(self.kek.holder.kind())];
        bytes.extend_from_slice(&self.kek.epoch.to_be_bytes());
        // A holder's name has at most 40 bytes, by its constructor; no other length is ever written.
        bytes.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
        bytes.extend_from_slice(name);
        bytes.extend_from_slice(&self.sealed);
        bytes
    }

    /// Reads stored bytes. That they are in form says nothing yet about whether they open.
    ///
    /// # Errors
    /// [`VaultError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        Self::parse(bytes).ok_or(VaultError::Malformed)
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (&[version, kind, holder, e0, e1, e2, e3, length], rest) = bytes.split_first_chunk::<8>()?;
        if version != VERSION {
            return None;
        }
        let holder_kinds = [HolderKind::Unit, HolderKind::Force, HolderKind::Service];
        let holder_kind = holder_kinds.into_iter().find(|k| holder_byte(*k) == holder)?;
        let (name, sealed) = rest.split_at_checked(usize::from(length))?;
        let holder = Holder::new(holder_kind, std::str::from_utf8(name).ok()?).ok()?;
        Some(Self {
            kind: KeyKind::from_byte(kind)?,
            kek: KekId { holder, epoch: u32::from_be_bytes([e0, e1, e2, e3]) },
            sealed: sealed.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keyfile::FileProvider;
    use crate::testing::Counting;

    #[test]
    fn stored_bytes_read_back_as_the_same_wrapped_key() {
        let entropy = Counting::new(1);
        let holder = Holder::unit("london").unwrap();
        let provider = FileProvider::in_memory([holder.clone()], &entropy);
        let kek = provider.newest(&holder).unwrap();
        let key = SecretKey::fresh(&entropy);
        for kind in [KeyKind::Case, KeyKind::Identity, KeyKind::Content, KeyKind::Draft] {
            let wrapped = WrappedKey::wrap(&provider, &kek, kind, b"case-1", &key, &entropy).unwrap();
            let bytes = wrapped.to_bytes();
            assert_eq!(bytes.len(), 8 + "london".len() + 73);
            let read = WrappedKey::from_bytes(&bytes).unwrap();
            assert_eq!(read, wrapped);
            assert_eq!(read.unwrap(&provider, kind, b"case-1").unwrap().bytes(), key.bytes());
        }
    }

    #[test]
    fn a_key_of_one_kind_is_not_taken_for_another() {
        let entropy = Counting::new(1);
        let holder = Holder::unit("london").unwrap();
        let provider = FileProvider::in_memory([holder.clone()], &entropy);
        let kek = provider.newest(&holder).unwrap();
        let key = SecretKey::fresh(&entropy);
        let wrapped = WrappedKey::wrap(&provider, &kek, KeyKind::Case, b"case-1", &key, &entropy).unwrap();
        let refused = wrapped.unwrap(&provider, KeyKind::Identity, b"case-1").unwrap_err();
        assert_eq!(refused, VaultError::DoesNotOpen);
    }

    #[test]
    fn no_changed_byte_of_a_wrapped_key_goes_unseen() {
        let entropy = Counting::new(1);
        let holder = Holder::unit("london").unwrap();
        let provider = FileProvider::in_memory([holder.clone()], &entropy);
        let kek = provider.newest(&holder).unwrap();
        let key = SecretKey::fresh(&entropy);
        let wrapped = WrappedKey::wrap(&provider, &kek, KeyKind::Case, b"case-1", &key, &entropy).unwrap();
        let bytes = wrapped.to_bytes();
        // The kind is what the caller says, and is bound; the byte that names it is not what decides.
        for at in (0..bytes.len()).filter(|at| *at != 1) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x21;
            let opened = WrappedKey::from_bytes(&changed)
                .and_then(|wrapped| wrapped.unwrap(&provider, KeyKind::Case, b"case-1"));
            assert!(opened.is_err(), "byte {at}");
        }
    }

    proptest! {
        #[test]
        fn bytes_from_outside_are_read_exactly_or_refused(bytes: Vec<u8>) {
            if let Ok(wrapped) = WrappedKey::from_bytes(&bytes) {
                prop_assert_eq!(wrapped.to_bytes(), bytes);
            }
        }

        #[test]
        fn bytes_of_nearly_the_right_form_are_read_exactly_or_refused(
            head in (1u8..3, 0u8..6, 0u8..5), epoch: [u8; 4], length in 0u8..45, rest in "[a-z-]{0,60}"
        ) {
            let mut bytes = vec![head.0, head.1, head.2];
            bytes.extend_from_slice(&epoch);
            bytes.push(length);
            bytes.extend_from_slice(rest.as_bytes());
            if let Ok(wrapped) = WrappedKey::from_bytes(&bytes) {
                prop_assert_eq!(wrapped.to_bytes(), bytes);
            }
        }
    }
}
