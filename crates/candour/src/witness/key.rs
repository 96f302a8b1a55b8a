//! The signing key of a witness, in a file of one line that nobody but its owner can read:
//!
//! ```text
//! PRIVATE+KEY+<name>+<key id, 8 hexadecimal digits>+<base64 of 0x04 and the 32 bytes of the seed>
//! ```
//!
//! The form is the one that Go's note package gives to signing keys, with the type of a timestamped
//! cosignature. The key id is checked, so that a damaged line does not become another key.

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

/// Why there is no key.
#[derive(Debug, Error)]
pub(crate) enum KeyFileError {
    #[error("the key file cannot be used")]
    File(#[from] SecretFileError),
    #[error("the name cannot be that of a key")]
    Name(#[source] NoteError),
    #[error("{path}: not the line of a witness's key, PRIVATE+KEY+name+id+key")]
    Malformed { path: PathBuf },
}

/// Reads a key.
pub(super) fn read(path: &Path) -> Result<Cosigner, KeyFileError> {
    let content = secret_file::read(path)?;
    parse(&content).ok_or_else(|| KeyFileError::Malformed { path: path.to_owned() })
}

/// Draws a new key and writes it to a file that must not exist yet.
pub(crate) fn create(name: &str, path: &Path, entropy: &dyn Entropy) -> Result<Cosigner, KeyFileError> {
    let name = KeyName::new(name).map_err(KeyFileError::Name)?;
    let mut seed = Zeroizing::new([0; SEED_BYTES]);
    entropy.fill(seed.as_mut_slice());
    let cosigner = Cosigner::from_seed(name, &seed);
    secret_file::write_new(path, render(&cosigner, &seed).as_bytes())?;
    Ok(cosigner)
}

fn render(cosigner: &Cosigner, seed: &[u8; SEED_BYTES]) -> Zeroizing<String> {
    // All the room at once, so that growing leaves no copy behind.
    let mut typed = Zeroizing::new(Vec::with_capacity(1 + SEED_BYTES));
    typed.push(Algorithm::Ed25519Cosignature.byte());
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
    let cosigner = Cosigner::from_seed(KeyName::new(name).ok()?, &seed);
    let right =
        *algorithm == Algorithm::Ed25519Cosignature.byte() && cosigner.verifier_key().id().to_string() == id;
    right.then_some(cosigner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SystemEntropy;

    const NAME: &str = "witness.example/w1";

    #[test]
    fn a_key_that_was_made_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("witness.key");
        let made = create(NAME, &path, &SystemEntropy).unwrap();
        assert_eq!(read(&path).unwrap().verifier_key(), made.verifier_key());
        assert!(matches!(create(NAME, &path, &SystemEntropy), Err(KeyFileError::File(_))));
        let unnamed = create("two words", &folder.path().join("other"), &SystemEntropy);
        assert!(matches!(unnamed, Err(KeyFileError::Name(_))));
    }

    #[test]
    fn a_damaged_line_is_no_key() {
        let seed = [5; SEED_BYTES];
        let line = render(&Cosigner::from_seed(KeyName::new(NAME).unwrap(), &seed), &seed);
        assert!(parse(line.as_bytes()).is_some());
        for position in 0..line.len() {
            let mut damaged = line.as_bytes().to_vec();
            damaged[position] ^= 1;
            assert!(parse(&damaged).is_none(), "position {position}");
        }
        assert!(parse(&line.as_bytes()[..line.len() - 1]).is_none());
        assert!(parse(b"").is_none());
    }
}
