//! Key-encryption keys: who holds them, and the trait behind which they stay.
//!
//! A key-encryption key wraps the data keys of cases and is the root from which the keys of blind indexes and
//! letter codes are derived. Every use goes through a key derived for that use alone, so that no key serves
//! two purposes.

use std::fmt;

use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::secret::SecretKey;
use crate::{aead, transcript::Transcript};

/// Longest name of a holder, in bytes.
pub const HOLDER_NAME_BYTES_MAX: usize = 40;

/// What kind of body a key belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderKind {
    /// A unit of a trust: wraps the keys of its cases and keys its blind index.
    Unit,
    /// A police force: keys the count of its repetitions and nothing else.
    Force,
    /// The service as a whole: what belongs to no unit, such as accounts, letter codes and tokens.
    Service,
}

impl HolderKind {
    /// The word that stands for it in a key file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Force => "force",
            Self::Service => "service",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Unit, Self::Force, Self::Service].into_iter().find(|kind| kind.word() == word)
    }
}

/// The body that a key-encryption key belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holder {
    kind: HolderKind,
    name: String,
}

impl Holder {
    /// A unit, by its identifier.
    ///
    /// # Errors
    /// [`VaultError::HolderName`] unless the name has 1 to 40 lower-case letters, digits and hyphens.
    pub fn unit(name: &str) -> Result<Self, VaultError> {
        Self::new(HolderKind::Unit, name)
    }

    /// A force, by its identifier.
    ///
    /// # Errors
    /// [`VaultError::HolderName`], as for [`Holder::unit`].
    pub fn force(name: &str) -> Result<Self, VaultError> {
        Self::new(HolderKind::Force, name)
    }

    /// The service itself.
    #[must_use]
    pub fn service() -> Self {
        Self { kind: HolderKind::Service, name: "candour".to_owned() }
    }

    pub(crate) fn new(kind: HolderKind, name: &str) -> Result<Self, VaultError> {
        let well_formed = (1..=HOLDER_NAME_BYTES_MAX).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let is_the_service = kind != HolderKind::Service || name == "candour";
        if well_formed && is_the_service {
            Ok(Self { kind, name: name.to_owned() })
        } else {
            Err(VaultError::HolderName)
        }
    }

    /// What kind of body it is.
    #[must_use]
    pub const fn kind(&self) -> HolderKind {
        self.kind
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.word(), self.name)
    }
}

/// One key-encryption key: whose, and of which epoch. Epochs begin at 1 and grow; what is new is wrapped under
/// the newest, and older ones are kept until everything has been wrapped again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KekId {
    /// Whose key it is.
    pub holder: Holder,
    /// Its epoch, from 1.
    pub epoch: u32,
}

impl fmt::Display for KekId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in epoch {}", self.holder, self.epoch)
    }
}

/// What a derived key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Wrapping data keys.
    Wrapping,
    /// A unit's index of the people its cases are about.
    UnitIndex,
    /// The count of a force's referrals about one person.
    ForceRepetitions,
    /// Looking up the code that came with a letter.
    LetterCodes,
    /// Looking up the codes of accounts: those to enrol with, and those for when a second factor is lost.
    AccountCodes,
    /// Tokens that a page carries to show that a form came from it.
    FormTokens,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Wrapping => b"candour.kek.wrapping.v1",
            Self::UnitIndex => b"candour.kek.unit-index.v1",
            Self::ForceRepetitions => b"candour.kek.force-repetitions.v1",
            Self::LetterCodes => b"candour.kek.letter-codes.v1",
            Self::AccountCodes => b"candour.kek.account-codes.v1",
            Self::FormTokens => b"candour.kek.form-tokens.v1",
        }
    }
}

/// Why keys could not be had anew.
pub type Unready = Box<dyn std::error::Error + Send + Sync>;

/// Holds key-encryption keys and uses them on behalf of others. The keys themselves are never handed out.
pub trait KekProvider: Send + Sync + fmt::Debug {
    /// The epochs in which this holder has a key, ascending; empty if it has none.
    fn epochs(&self, holder: &Holder) -> Vec<u32>;

    /// Wraps a data key, bound to `bound`.
    ///
    /// # Errors
    /// [`VaultError::UnknownKek`] if there is no such key.
    fn wrap(
        &self,
        kek: &KekId,
        key: &SecretKey,
        bound: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, VaultError>;

    /// Unwraps what [`wrap`](Self::wrap) made with the same key and the same `bound`.
    ///
    /// # Errors
    /// [`VaultError::UnknownKek`]; [`VaultError::DoesNotOpen`]; [`VaultError::Malformed`].
    fn unwrap(&self, kek: &KekId, wrapped: &[u8], bound: &[u8]) -> Result<SecretKey, VaultError>;

    /// The key for one purpose under this key-encryption key.
    ///
    /// # Errors
    /// [`VaultError::UnknownKek`] if there is no such key.
    fn derive(&self, kek: &KekId, purpose: Purpose) -> Result<SecretKey, VaultError>;

    /// Whether keys could be had anew: where they come from a hardware module, whether it still answers.
    ///
    /// # Errors
    /// Says why not. Keys that are held already go on being used.
    fn ready(&self) -> Result<(), Unready> {
        Ok(())
    }

    /// Whether they come from a hardware module, and not from a plain file.
    fn is_in_module(&self) -> bool {
        false
    }

    /// The key under which new things of this holder are wrapped: that of the highest epoch.
    ///
    /// # Errors
    /// [`VaultError::UnknownHolder`] if it has none.
    fn newest(&self, holder: &Holder) -> Result<KekId, VaultError> {
        let epoch = self.epochs(holder).last().copied().ok_or(VaultError::UnknownHolder)?;
        Ok(KekId { holder: holder.clone(), epoch })
    }
}

/// A key-encryption key in the memory of this process: what the file provider holds.
#[derive(Debug)]
pub(crate) struct InMemory(pub(crate) SecretKey);

impl InMemory {
    pub(crate) fn derive(&self, kek: &KekId, purpose: Purpose) -> SecretKey {
        let salt = Transcript::new("candour.kek")
            .text(kek.holder.kind.word())
            .text(&kek.holder.name)
            .number(u64::from(kek.epoch))
            .finish();
        self.0.derive(&salt, purpose.label())
    }

    pub(crate) fn wrap(
        &self,
        kek: &KekId,
        key: &SecretKey,
        bound: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, VaultError> {
        aead::seal(&self.derive(kek, Purpose::Wrapping), entropy, key.bytes(), bound)
    }

    pub(crate) fn unwrap(&self, kek: &KekId, wrapped: &[u8], bound: &[u8]) -> Result<SecretKey, VaultError> {
        let opened = aead::open(&self.derive(kek, Purpose::Wrapping), wrapped, bound)?;
        let bytes = <[u8; crate::secret::KEY_BYTES]>::try_from(opened.as_slice());
        bytes.map(SecretKey::from_bytes).map_err(|_| VaultError::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Counting;

    fn kek(name: &str, epoch: u32) -> KekId {
        KekId { holder: Holder::unit(name).unwrap(), epoch }
    }

    #[test]
    fn a_holder_has_a_plain_name() {
        for name in ["london", "unit-7", "a"] {
            assert!(Holder::unit(name).is_ok(), "{name}");
        }
        for name in ["", "London", "a b", "a/b", "ü", &"a".repeat(41)] {
            assert_eq!(Holder::unit(name), Err(VaultError::HolderName), "{name}");
        }
    }

    #[test]
    fn the_service_has_one_name() {
        assert!(Holder::new(HolderKind::Service, "candour").is_ok());
        assert_eq!(Holder::new(HolderKind::Service, "other"), Err(VaultError::HolderName));
    }

    #[test]
    fn every_purpose_holder_and_epoch_has_a_key_of_its_own() {
        let root = InMemory(SecretKey::from_bytes([9; 32]));
        let force = KekId { holder: Holder::force("london").unwrap(), epoch: 1 };
        let purposes = [
            Purpose::Wrapping,
            Purpose::UnitIndex,
            Purpose::ForceRepetitions,
            Purpose::LetterCodes,
            Purpose::FormTokens,
        ];
        let mut keys = std::collections::BTreeSet::new();
        for id in [kek("london", 1), kek("london", 2), kek("leeds", 1), force] {
            for purpose in purposes {
                assert!(keys.insert(*root.derive(&id, purpose).bytes()), "{id} {purpose:?}");
            }
        }
    }

    #[test]
    fn a_wrapped_key_opens_only_with_its_kek_and_what_it_was_bound_to() {
        let entropy = Counting::new(1);
        let root = InMemory(SecretKey::fresh(&entropy));
        let key = SecretKey::fresh(&entropy);
        let wrapped = root.wrap(&kek("london", 1), &key, b"bound", &entropy).unwrap();
        assert_eq!(root.unwrap(&kek("london", 1), &wrapped, b"bound").unwrap().bytes(), key.bytes());
        for (id, bound) in
            [(kek("london", 2), "bound"), (kek("leeds", 1), "bound"), (kek("london", 1), "other")]
        {
            let refused = root.unwrap(&id, &wrapped, bound.as_bytes());
            assert_eq!(refused.unwrap_err(), VaultError::DoesNotOpen, "{id} {bound}");
        }
    }
}
