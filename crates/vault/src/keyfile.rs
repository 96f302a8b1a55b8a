//! The file provider: key-encryption keys from a text file that nobody but its owner can read.
//!
//! The file is UTF-8 text. Its first line is `candour-keys v1`. After it, each line is empty, a comment that
//! begins with `#`, or one key:
//!
//! ```text
//! candour-keys v1
//! # holder, name, epoch, key (32 bytes, base64url without padding)
//! unit london 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8
//! force northern 1 ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8
//! service candour 1 QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8
//! ```
//!
//! Words are parted by single spaces. A holder is `unit`, `force` or `service`; a service is always named
//! `candour`; an epoch is a number from 1. No holder has two keys in one epoch.
//!
//! A file may instead hold its keys wrapped under a key that lies in a hardware module: see [`wrapped`].
//!
//! SECURITY: the keys of either file lie in the memory of the process for as long as it runs. Whoever has a plain
//! file and the keystore can open every case; a wrapped one opens nothing without its module.

mod disk;
mod text;
pub mod wrapped;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::kek::{Holder, InMemory, KekId, KekProvider, Purpose};
use crate::secret::SecretKey;

/// Why a key file was refused or could not be written. No variant holds any part of a key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file cannot be opened, read or written.
    #[error("key file {path}: cannot {act}")]
    Io {
        /// Where the file is.
        path: PathBuf,
        /// What was being done.
        act: &'static str,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The path does not lead straight to a regular file.
    #[error("key file {path}: not a regular file")]
    NotRegular {
        /// Where it is.
        path: PathBuf,
    },
    /// The file belongs to another account than the one this process runs as.
    #[error("key file {path}: owned by user {owner}, and this process runs as user {process}")]
    NotOwner {
        /// Where it is.
        path: PathBuf,
        /// The owner's number.
        owner: u32,
        /// The number of the account of this process.
        process: u32,
    },
    /// Group or others may do something with the file.
    #[error("key file {path}: mode {mode:04o} lets others in; it must be 0600 or 0400")]
    OpenToOthers {
        /// Where it is.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// A line is not as the format says.
    #[error("key file {path}, line {line}: {fault}")]
    Line {
        /// Where the file is.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// The keys in the file are wrapped by a hardware module, and none was named.
    #[error("key file {path}: its keys are wrapped under a key in a hardware module, and none is configured")]
    Wrapped {
        /// Where it is.
        path: PathBuf,
    },
    /// The hardware module did not wrap or unwrap a key of the file.
    #[error("key file {path}: the key of {kek} cannot be {act}")]
    Module {
        /// Where it is.
        path: PathBuf,
        /// Which key.
        kek: KekId,
        /// What was to be done to it.
        act: &'static str,
        /// What the module said.
        #[source]
        source: wrapped::WrapperError,
    },
    /// A file that was written does not read back as what it was written from.
    #[error("key file {path}: it does not hold the keys that were written to it")]
    Differs {
        /// Where it is.
        path: PathBuf,
    },
    /// The file is larger than [`KEY_FILE_BYTES_MAX`].
    #[error("key file {path}: larger than {KEY_FILE_BYTES_MAX} bytes")]
    TooLarge {
        /// Where it is.
        path: PathBuf,
    },
}

/// What is wrong with a line of a key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// The first line is not the format's name and version.
    #[error("expected `candour-keys v1`")]
    Heading,
    /// The line is not text.
    #[error("not UTF-8 text")]
    NotText,
    /// The line does not have four words.
    #[error("expected: holder, name, epoch and key, parted by single spaces")]
    Shape,
    /// The holder or its name is unknown to the format.
    #[error("expected `unit`, `force` or `service`, then a name of lower-case letters, digits and hyphens")]
    Holder,
    /// The epoch is no number from 1, written plainly.
    #[error("the epoch must be a whole number from 1")]
    Epoch,
    /// The line after the heading of a wrapped file does not name the key that wraps.
    #[error("expected `under`, the label of the key that wraps, and its identifier in hexadecimal")]
    Under,
    /// The wrapped key is not 60 bytes in base64url without padding.
    #[error("the wrapped key must be 60 bytes in base64url without padding")]
    WrappedKey,
    /// The key is not 32 bytes in base64url without padding.
    #[error("the key must be 32 bytes in base64url without padding")]
    Key,
    /// The holder already has a key in this epoch.
    #[error("this holder already has a key in this epoch")]
    Duplicate,
}

/// Largest key file, in bytes: 4 MiB. A line has at most about 100 bytes, so there is room for 500 units and
/// forces with 80 epochs each.
pub const KEY_FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// Key-encryption keys that were read from a file.
#[derive(Debug)]
pub struct FileProvider {
    keys: BTreeMap<KekId, InMemory>,
    /// The key that wraps them in their file; `None` where they lie there as they are.
    under: Option<wrapped::WrapperKey>,
}

impl FileProvider {
    /// Reads a key file.
    ///
    /// # Errors
    /// [`KeyFileError`], if the file is not a regular file of this process's own account with mode 0600 or
    /// 0400, or a line is malformed.
    pub fn open(path: &Path) -> Result<Self, KeyFileError> {
        let content = disk::read(path)?;
        if wrapped::is_wrapped(&content) {
            return Err(KeyFileError::Wrapped { path: path.to_owned() });
        }
        text::parse(&content)
            .map(|keys| Self { keys, under: None })
            .map_err(|(line, fault)| KeyFileError::Line { path: path.to_owned(), line, fault })
    }

    /// Writes a new key file with mode 0600 and a fresh key of epoch 1 for each holder, and reads it back. An
    /// existing file is never overwritten.
    ///
    /// # Errors
    /// [`KeyFileError::Io`], also if there is a file already.
    pub fn create(
        path: &Path,
        holders: impl IntoIterator<Item = Holder>,
        entropy: &dyn Entropy,
    ) -> Result<Self, KeyFileError> {
        let provider = Self::in_memory(holders, entropy);
        disk::write_new(path, &text::render(&provider.keys))?;
        Self::open(path)
    }

    /// Adds a fresh key of the next epoch for each holder, those who have none yet included, and replaces the
    /// file in one step: whoever reads it sees the old file or the new one. One process at a time may do this.
    ///
    /// # Errors
    /// As [`FileProvider::open`]; the file is unchanged then.
    pub fn add_epoch(
        path: &Path,
        holders: impl IntoIterator<Item = Holder>,
        entropy: &dyn Entropy,
    ) -> Result<Self, KeyFileError> {
        Self::add_epoch_with(path, holders, entropy, None)
    }

    /// A provider without a file, whose keys end with it: for tests.
    #[must_use]
    pub fn in_memory(holders: impl IntoIterator<Item = Holder>, entropy: &dyn Entropy) -> Self {
        let mut provider = Self { keys: BTreeMap::new(), under: None };
        for holder in holders {
            provider.add(holder, entropy);
        }
        provider
    }

    fn add(&mut self, holder: Holder, entropy: &dyn Entropy) {
        // The 4,294,967,295th epoch has no successor; a file that large is refused long before.
        let epoch = self.epochs(&holder).last().map_or(1, |newest| newest.saturating_add(1));
        self.keys.insert(KekId { holder, epoch }, InMemory(SecretKey::fresh(entropy)));
    }

    fn key(&self, kek: &KekId) -> Result<&InMemory, VaultError> {
        self.keys.get(kek).ok_or_else(|| VaultError::UnknownKek(kek.clone()))
    }
}

impl KekProvider for FileProvider {
    fn epochs(&self, holder: &Holder) -> Vec<u32> {
        let first = KekId { holder: holder.clone(), epoch: 0 };
        let last = KekId { holder: holder.clone(), epoch: u32::MAX };
        self.keys.range(first..=last).map(|(id, _)| id.epoch).collect()
    }

    fn wrap(
        &self,
        kek: &KekId,
        key: &SecretKey,
        bound: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, VaultError> {
        self.key(kek)?.wrap(kek, key, bound, entropy)
    }

    fn unwrap(&self, kek: &KekId, wrapped: &[u8], bound: &[u8]) -> Result<SecretKey, VaultError> {
        self.key(kek)?.unwrap(kek, wrapped, bound)
    }

    fn derive(&self, kek: &KekId, purpose: Purpose) -> Result<SecretKey, VaultError> {
        Ok(self.key(kek)?.derive(kek, purpose))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Counting;

    fn london() -> Holder {
        Holder::unit("london").unwrap()
    }

    #[test]
    fn the_newest_epoch_is_the_highest_one() {
        let entropy = Counting::new(1);
        let mut provider = FileProvider::in_memory([london(), Holder::service()], &entropy);
        for _ in 0..11 {
            provider.add(london(), &entropy);
        }
        assert_eq!(provider.newest(&london()).unwrap().epoch, 12);
        assert_eq!(provider.epochs(&london()), (1..=12).collect::<Vec<_>>());
        assert_eq!(provider.epochs(&Holder::service()), [1]);
    }

    #[test]
    fn a_holder_without_a_key_is_an_error_and_not_a_default() {
        let provider = FileProvider::in_memory([london()], &Counting::new(1));
        let leeds = Holder::unit("leeds").unwrap();
        assert_eq!(provider.newest(&leeds), Err(VaultError::UnknownHolder));
        let kek = KekId { holder: leeds, epoch: 1 };
        let refused = provider.derive(&kek, Purpose::UnitIndex).unwrap_err();
        assert_eq!(refused, VaultError::UnknownKek(kek));
    }

    #[test]
    fn a_unit_and_a_force_of_the_same_name_have_different_keys() {
        let force = Holder::force("london").unwrap();
        let provider = FileProvider::in_memory([london(), force.clone()], &Counting::new(1));
        let derive = |holder: &Holder| {
            *provider.derive(&provider.newest(holder).unwrap(), Purpose::UnitIndex).unwrap().bytes()
        };
        assert_ne!(derive(&london()), derive(&force));
    }

    #[test]
    fn a_provider_does_not_print_its_keys() {
        let provider = FileProvider::in_memory([london()], &Counting::new(1));
        let printed = format!("{provider:?}");
        assert!(printed.contains("SecretKey(…)"), "{printed}");
        assert!(!printed.contains('['), "{printed}");
    }
}
