//! The signing key of a witness, in a file of one line that nobody but its owner can read:
//!
//! ```text
//! PRIVATE+KEY+<name>+<key id, 8 hexadecimal digits>+<base64 of the type and the 32 bytes of the seed>
//! ```
//!
//! The form is the one that Go's note package gives to signing keys, with the type of the cosignatures that the key
//! makes: 0x04, Ed25519, or 0x06, ML-DSA-44 (the seed is FIPS 204's ξ then). The key id is checked, so that a damaged line does not become another key.

use crate::secret_file::{self, SecretFileError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::{Path, PathBuf};
use thiserror::Error;
use tlog::Cosigner;
use tlog::key::Algorithm;
use tlog::note::{KeyName, NoteError};
use vault::entropy::Entropy;
use zeroize::Zeroizing;

const PREFIX: &str = "PRIVATE+KEY+";
const SEED_BYTES: usize = 32;

/// How a witness's key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyKind {
    /// 0x04 of c2sp.org/tlog-cosignature.
    Ed25519,
    /// 0x06.
    MlDsa44,
}

impl KeyKind {
    const ALL: [Self; 2] = [Self::Ed25519, Self::MlDsa44];

    fn algorithm(self) -> Algorithm {
        match self {
            Self::Ed25519 => Algorithm::Ed25519Cosignature,
            Self::MlDsa44 => Algorithm::MlDsa44Cosignature,
        }
    }

    fn cosigner(self, name: KeyName, seed: &[u8; SEED_BYTES]) -> Cosigner {
        match self {
            Self::Ed25519 => Cosigner::from_seed(name, seed),
            Self::MlDsa44 => Cosigner::ml_dsa_44_from_seed(name, seed),
        }
    }
}

/// Why there is no key.
#[derive(Debug, Error)]
pub(crate) enum KeyFileError {
    #[error("the key file cannot be used")]
    File(#[from] SecretFileError),
    #[error("the name cannot be that of a key")]
    Name(#[source] NoteError),
    #[error("{path}: not the line of a witness's key, PRIVATE+KEY+name+id+key")]
    Malformed { path: PathBuf },
    #[error("{path}: a key of the other kind; `key` takes an Ed25519 key, `ml_dsa_44_key` an ML-DSA-44 key")]
    OtherKind { path: PathBuf },
    #[error("{path}: the key is named {found}, and the witness's other key {expected}; give both one name")]
    OtherName { path: PathBuf, found: KeyName, expected: KeyName },
}

/// Reads a witness's keys: a file each, of the kind that is asked for, and all of one name.
pub(super) fn read_all(files: &[(KeyKind, PathBuf)]) -> Result<Vec<Cosigner>, KeyFileError> {
    let mut keys: Vec<Cosigner> = Vec::new();
    for (kind, path) in files {
        let key = read(*kind, path)?;
        if let Some(first) = keys.first().map(|first| first.verifier_key().name())
            && first != key.verifier_key().name()
        {
            let (found, expected) = (key.verifier_key().name().clone(), first.clone());
            return Err(KeyFileError::OtherName { path: path.clone(), found, expected });
        }
        keys.push(key);
    }
    Ok(keys)
}

fn read(kind: KeyKind, path: &Path) -> Result<Cosigner, KeyFileError> {
    let content = secret_file::read(path)?;
    let key = parse(&content).ok_or_else(|| KeyFileError::Malformed { path: path.to_owned() })?;
    if key.verifier_key().algorithm() != kind.algorithm() {
        return Err(KeyFileError::OtherKind { path: path.to_owned() });
    }
    Ok(key)
}

/// Draws a new key and writes it to a file that must not exist yet.
pub(crate) fn create(
    kind: KeyKind,
    name: &str,
    path: &Path,
    entropy: &dyn Entropy,
) -> Result<Cosigner, KeyFileError> {
    let name = KeyName::new(name).map_err(KeyFileError::Name)?;
    let mut seed = Zeroizing::new([0; SEED_BYTES]);
    entropy.fill(seed.as_mut_slice());
    let cosigner = kind.cosigner(name, &seed);
    secret_file::write_new(path, render(&cosigner, &seed).as_bytes())?;
    Ok(cosigner)
}

fn render(cosigner: &Cosigner, seed: &[u8; SEED_BYTES]) -> Zeroizing<String> {
    // All the room at once, so that growing leaves no copy behind.
    let mut typed = Zeroizing::new(Vec::with_capacity(1 + SEED_BYTES));
    typed.push(cosigner.verifier_key().algorithm().byte());
    typed.extend_from_slice(seed);
    let secret = Zeroizing::new(STANDARD.encode(typed.as_slice()));
    let key = cosigner.verifier_key();
    Zeroizing::new(format!("{PREFIX}{}+{}+{}\n", key.name(), key.id(), secret.as_str()))
}

fn parse(content: &[u8]) -> Option<Cosigner> {
    let line = std::str::from_utf8(content).ok()?.strip_suffix('\n')?.strip_prefix(PREFIX)?;
    let (name, rest) = line.split_once('+')?;
    let (id, secret) = rest.split_once('+')?;
    let typed = Zeroizing::new(STANDARD.decode(secret).ok()?);
    let (algorithm, seed) = typed.split_first()?;
    let seed = Zeroizing::new(<[u8; SEED_BYTES]>::try_from(seed).ok()?);
    let kind = KeyKind::ALL.into_iter().find(|kind| kind.algorithm().byte() == *algorithm)?;
    let cosigner = kind.cosigner(KeyName::new(name).ok()?, &seed);
    (cosigner.verifier_key().id().to_string() == id).then_some(cosigner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SystemEntropy;

    const NAME: &str = "witness.example/w1";

    #[test]
    fn a_key_that_was_made_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        for kind in KeyKind::ALL {
            let path = folder.path().join(format!("{kind:?}.key"));
            let made = create(kind, NAME, &path, &SystemEntropy).unwrap();
            assert_eq!(read(kind, &path).unwrap().verifier_key(), made.verifier_key());
            let again = create(kind, NAME, &path, &SystemEntropy);
            assert!(matches!(again, Err(KeyFileError::File(_))));
            let unnamed = create(kind, "two words", &folder.path().join("other"), &SystemEntropy);
            assert!(matches!(unnamed, Err(KeyFileError::Name(_))));
        }
    }

    #[test]
    fn keys_are_of_the_kind_asked_for_and_of_one_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = |kind, name: &str, at: &str| {
            let path = folder.path().join(at);
            create(kind, name, &path, &SystemEntropy).unwrap();
            path
        };
        let classic = file(KeyKind::Ed25519, NAME, "a");
        let quantum = file(KeyKind::MlDsa44, NAME, "b");
        let renamed = file(KeyKind::MlDsa44, "witness.example/w2", "c");
        let both = [(KeyKind::Ed25519, classic.clone()), (KeyKind::MlDsa44, quantum.clone())];
        assert_eq!(read_all(&both).unwrap().len(), 2);
        let swapped = [(KeyKind::MlDsa44, classic.clone())];
        assert!(matches!(read_all(&swapped), Err(KeyFileError::OtherKind { .. })));
        let other = [(KeyKind::Ed25519, classic), (KeyKind::MlDsa44, renamed)];
        assert!(matches!(read_all(&other), Err(KeyFileError::OtherName { .. })));
    }

    #[test]
    fn a_damaged_line_is_no_key() {
        let seed = [5; SEED_BYTES];
        for kind in KeyKind::ALL {
            let line = render(&kind.cosigner(KeyName::new(NAME).unwrap(), &seed), &seed);
            assert!(parse(line.as_bytes()).is_some());
            for position in 0..line.len() {
                let mut damaged = line.as_bytes().to_vec();
                damaged[position] ^= 1;
                assert!(parse(&damaged).is_none(), "{kind:?}, position {position}");
            }
            assert!(parse(&line.as_bytes()[..line.len() - 1]).is_none());
        }
        assert!(parse(b"").is_none());
    }
}
