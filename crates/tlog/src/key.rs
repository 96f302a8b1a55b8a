//! Keys that sign notes: verifier keys in their text form, the log's signer, a witness's cosigner.
//!
//! Ed25519 log signatures are type 0x01 (c2sp.org/signed-note), timestamped Ed25519 cosignatures 0x04 and
//! ML-DSA-44 cosignatures 0x06 (c2sp.org/tlog-cosignature).

mod ml_dsa;
#[cfg(test)]
mod tests;

use crate::encoding::{MAX_NUMBER, from_base64, to_base64};
use crate::note::{KeyId, KeyName, NoteSignature};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use thiserror::Error;

/// The most bytes in a verifier key's text: name, id and the base64 of an ML-DSA-44 key.
const MAX_VKEY_BYTES: usize = 2048 + 255;

/// How a key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    /// 0x01: Ed25519 over the note's text; how a log signs.
    Ed25519,
    /// 0x04: Ed25519 over a time and the note's text; how a witness cosigns.
    Ed25519Cosignature,
    /// 0x06: ML-DSA-44 over a structure of its own.
    MlDsa44Cosignature,
}

impl Algorithm {
    /// The signature type byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::Ed25519Cosignature => 0x04,
            Self::MlDsa44Cosignature => 0x06,
        }
    }
}

/// Why a text is not a verifier key.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
pub enum KeyError {
    /// Not `<name>+<id>+<base64>`.
    #[error("the key is not of the form name+id+base64")]
    Malformed,
    /// A signature type that this library does not know.
    #[error("the key has the unknown signature type 0x{0:02x}")]
    UnknownAlgorithm(u8),
    /// The public key has the wrong length, is no point of the curve, or is one that anybody can sign for.
    #[error("the public key is not valid")]
    InvalidPublicKey,
    /// The id does not follow from name, type and public key.
    #[error("the key's id does not fit its name and public key")]
    WrongId,
}

/// Why a signature line does not count.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
pub enum SignatureError {
    /// The line is by another key.
    #[error("the signature is by another key")]
    OtherKey,
    /// The signature does not hold.
    #[error("the signature does not verify")]
    Invalid,
}

#[derive(Clone, PartialEq, Eq)]
enum Material {
    Ed25519(VerifyingKey),
    Ed25519Cosignature(VerifyingKey),
    MlDsa44(Box<[u8]>),
}

/// A public key with its name: what the specifications write as a *vkey*.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    id: KeyId,
    material: Material,
}

/// `SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4]`.
fn key_id(name: &KeyName, algorithm: Algorithm, public_key: &[u8]) -> KeyId {
    let mut digest = Sha256::new();
    digest.update(name.as_str());
    digest.update([b'\n', algorithm.byte()]);
    digest.update(public_key);
    let hash: [u8; 32] = digest.finalize().into();
    let [first, second, third, fourth, ..] = hash;
    KeyId::new(u32::from_be_bytes([first, second, third, fourth]))
}

impl VerifierKey {
    /// Reads `<name>+<8 hexadecimal digits>+<base64 of type and public key>`.
    ///
    /// # Errors
    /// Says what is wrong with the key.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        if text.len() > MAX_VKEY_BYTES {
            return Err(KeyError::Malformed);
        }
        // Names hold no plus sign, so the first two pluses separate; base64 may hold more of them.
        let mut parts = text.splitn(3, '+');
        let mut part = || parts.next().ok_or(KeyError::Malformed);
        let (name, id, encoded) = (part()?, part()?, part()?);
        let name = KeyName::new(name).map_err(|_| KeyError::Malformed)?;
        let bytes = from_base64(encoded).ok_or(KeyError::Malformed)?;
        let (kind, public_key) = bytes.split_first().ok_or(KeyError::Malformed)?;
        let material = match kind {
            0x01 => Material::Ed25519(ed25519(public_key)?),
            0x04 => Material::Ed25519Cosignature(ed25519(public_key)?),
            0x06 if public_key.len() == ml_dsa::PUBLIC_KEY_BYTES => Material::MlDsa44(public_key.into()),
            0x06 => return Err(KeyError::InvalidPublicKey),
            other => return Err(KeyError::UnknownAlgorithm(*other)),
        };
        let key = Self::with_material(name, material);
        if key.id.to_string() != id {
            return Err(KeyError::WrongId);
        }
        Ok(key)
    }

    fn with_material(name: KeyName, material: Material) -> Self {
        let mut key = Self { name, id: KeyId::new(0), material };
        key.id = key_id(&key.name, key.algorithm(), key.public_key());
        key
    }

    /// Name of the key; for a log, its origin.
    #[must_use]
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// Id of the key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// How the key signs.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        match self.material {
            Material::Ed25519(_) => Algorithm::Ed25519,
            Material::Ed25519Cosignature(_) => Algorithm::Ed25519Cosignature,
            Material::MlDsa44(_) => Algorithm::MlDsa44Cosignature,
        }
    }

    /// The public key's bytes, without the type byte.
    #[must_use]
    pub fn public_key(&self) -> &[u8] {
        match &self.material {
            Material::Ed25519(key) | Material::Ed25519Cosignature(key) => key.as_bytes(),
            Material::MlDsa44(key) => key,
        }
    }

    /// Whether the line claims to be by this key.
    #[must_use]
    pub fn made(&self, signature: &NoteSignature) -> bool {
        signature.name() == &self.name && signature.id() == self.id
    }

    /// Checks a line over a note's text. For a cosignature, gives its time, in seconds since 1970.
    ///
    /// # Errors
    /// [`SignatureError`].
    pub fn verify(&self, text: &str, signature: &NoteSignature) -> Result<Option<u64>, SignatureError> {
        if !self.made(signature) {
            return Err(SignatureError::OtherKey);
        }
        match &self.material {
            Material::Ed25519(key) => {
                check(key, text.as_bytes(), signature.bytes())?;
                Ok(None)
            }
            Material::Ed25519Cosignature(key) => {
                let (time, rest) = timestamped(signature.bytes())?;
                check(key, &cosigned_message(time, text), rest)?;
                Ok(Some(time))
            }
            Material::MlDsa44(key) => {
                let (time, rest) = timestamped(signature.bytes())?;
                let message = ml_dsa::message(&self.name, time, text).ok_or(SignatureError::Invalid)?;
                if ml_dsa::holds(key, &message, rest) { Ok(Some(time)) } else { Err(SignatureError::Invalid) }
            }
        }
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![self.algorithm().byte()];
        bytes.extend_from_slice(self.public_key());
        write!(out, "{}+{}+{}", self.name, self.id, to_base64(&bytes))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "VerifierKey({}+{})", self.name, self.id)
    }
}

fn ed25519(bytes: &[u8]) -> Result<VerifyingKey, KeyError> {
    let bytes = bytes.try_into().map_err(|_| KeyError::InvalidPublicKey)?;
    let key = VerifyingKey::from_bytes(&bytes).map_err(|_| KeyError::InvalidPublicKey)?;
    // A key of small order verifies signatures that nobody made.
    if key.is_weak() { Err(KeyError::InvalidPublicKey) } else { Ok(key) }
}

fn check(key: &VerifyingKey, message: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
    let signature = Signature::from_slice(signature).map_err(|_| SignatureError::Invalid)?;
    key.verify_strict(message, &signature).map_err(|_| SignatureError::Invalid)
}

/// Splits a cosignature into its time and what follows.
fn timestamped(bytes: &[u8]) -> Result<(u64, &[u8]), SignatureError> {
    let (time, rest) = bytes.split_first_chunk::<8>().ok_or(SignatureError::Invalid)?;
    let time = u64::from_be_bytes(*time);
    if time > MAX_NUMBER { Err(SignatureError::Invalid) } else { Ok((time, rest)) }
}

/// What an Ed25519 cosignature signs (c2sp.org/tlog-cosignature).
fn cosigned_message(time: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{text}").into_bytes()
}

/// What a key elsewhere says when it does not sign.
pub type LogKeyError = Box<dyn std::error::Error + Send + Sync>;

/// A log's private key that lies elsewhere, such as in a hardware module, and signs there.
pub trait LogKey: Send + Sync + fmt::Debug {
    /// Signs a message with Ed25519 (RFC 8032, without context or prehash).
    ///
    /// # Errors
    /// Where the key cannot be reached, or refuses.
    fn sign(&self, message: &[u8]) -> Result<[u8; 64], LogKeyError>;

    /// Whether it could sign now.
    ///
    /// # Errors
    /// Says why it could not.
    fn ready(&self) -> Result<(), LogKeyError>;
}

/// Why a text was not signed.
#[derive(Debug, Error)]
pub enum SignError {
    /// The text cannot be that of a note.
    #[error(transparent)]
    Note(#[from] crate::note::NoteError),
    /// The key lies elsewhere and did not sign.
    #[error("the log's key did not sign")]
    Key(#[source] LogKeyError),
    /// The key lies elsewhere, and what it answered is no signature under the log's public key.
    #[error("what the log's key answered is no signature of the log")]
    Wrong,
}

/// The log's signing key. Not shown in `Debug`.
pub struct LogSigner {
    secret: LogSecret,
    public: VerifierKey,
}

enum LogSecret {
    Here(Box<SigningKey>),
    Elsewhere(Box<dyn LogKey>),
}

impl LogSigner {
    /// Makes the key of a 32-byte secret seed (RFC 8032). The name is the log's origin.
    #[must_use]
    pub fn from_seed(name: KeyName, seed: &[u8; 32]) -> Self {
        let secret = SigningKey::from_bytes(seed);
        let public = VerifierKey::with_material(name, Material::Ed25519(secret.verifying_key()));
        Self { secret: LogSecret::Here(Box::new(secret)), public }
    }

    /// A key that lies elsewhere, by its public half.
    ///
    /// # Errors
    /// [`KeyError::InvalidPublicKey`].
    pub fn elsewhere(name: KeyName, public: &[u8], key: Box<dyn LogKey>) -> Result<Self, KeyError> {
        let public = VerifierKey::with_material(name, Material::Ed25519(ed25519(public)?));
        Ok(Self { secret: LogSecret::Elsewhere(key), public })
    }

    /// The public half.
    #[must_use]
    pub fn verifier_key(&self) -> &VerifierKey {
        &self.public
    }

    /// Whether the key lies elsewhere, as in a hardware module.
    #[must_use]
    pub const fn is_elsewhere(&self) -> bool {
        matches!(self.secret, LogSecret::Elsewhere(_))
    }

    /// Whether the key could sign now.
    ///
    /// # Errors
    /// Says why a key that lies elsewhere could not.
    pub fn ready(&self) -> Result<(), LogKeyError> {
        match &self.secret {
            LogSecret::Here(_) => Ok(()),
            LogSecret::Elsewhere(key) => key.ready(),
        }
    }

    /// Signs a note's text. A key that lies elsewhere may take its time.
    ///
    /// A log must never sign two checkpoints of which neither continues the other: the caller persists
    /// the checkpoint's size and root before it calls this.
    ///
    /// # Errors
    /// [`SignError::Key`] and [`SignError::Wrong`], from a key that lies elsewhere alone.
    pub fn sign(&self, text: &str) -> Result<NoteSignature, SignError> {
        let bytes = match &self.secret {
            LogSecret::Here(secret) => secret.sign(text.as_bytes()).to_bytes(),
            LogSecret::Elsewhere(key) => {
                let signature = key.sign(text.as_bytes()).map_err(SignError::Key)?;
                // SECURITY: what a faulty module answers must not be published; and a fault in a deterministic
                // signature could give the key away.
                let known = ed25519(self.public.public_key()).map_err(|_| SignError::Wrong)?;
                check(&known, text.as_bytes(), &signature).map_err(|_| SignError::Wrong)?;
                signature
            }
        };
        Ok(NoteSignature::new(self.public.name.clone(), self.public.id, bytes.to_vec()))
    }
}

impl fmt::Debug for LogSigner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LogSigner({:?})", self.public)
    }
}

/// A witness's signing key. It signs only through [`crate::witness`]. Not shown in `Debug`.
pub struct Cosigner {
    secret: CosignerSecret,
    public: VerifierKey,
}

enum CosignerSecret {
    Ed25519(Box<SigningKey>),
    MlDsa44(ml_dsa::Secret),
}

impl Cosigner {
    /// Makes the key of a 32-byte secret seed (RFC 8032).
    #[must_use]
    pub fn from_seed(name: KeyName, seed: &[u8; 32]) -> Self {
        let secret = SigningKey::from_bytes(seed);
        let public = VerifierKey::with_material(name, Material::Ed25519Cosignature(secret.verifying_key()));
        Self { secret: CosignerSecret::Ed25519(Box::new(secret)), public }
    }

    /// Makes the ML-DSA-44 key of a 32-byte secret seed (FIPS 204's ξ).
    #[must_use]
    pub fn ml_dsa_44_from_seed(name: KeyName, seed: &[u8; 32]) -> Self {
        let secret = ml_dsa::Secret::from_seed(seed);
        let public = VerifierKey::with_material(name, Material::MlDsa44(secret.public_key()));
        Self { secret: CosignerSecret::MlDsa44(secret), public }
    }

    /// The public half.
    #[must_use]
    pub fn verifier_key(&self) -> &VerifierKey {
        &self.public
    }

    /// Cosigns a checkpoint's text as of `time`, in seconds since 1970. `None` only from an ML-DSA-44 key, where the
    /// text is no checkpoint or its origin is longer than 255 bytes.
    // SECURITY: not public. A cosignature says that the witness has recorded this tree and none larger,
    // so outside this crate it can be had only for a record that has been persisted.
    pub(crate) fn cosign(&self, text: &str, time: u64) -> Option<NoteSignature> {
        let mut bytes = time.to_be_bytes().to_vec();
        match &self.secret {
            CosignerSecret::Ed25519(secret) => {
                bytes.extend_from_slice(&secret.sign(&cosigned_message(time, text)).to_bytes());
            }
            CosignerSecret::MlDsa44(secret) => {
                bytes.extend_from_slice(&secret.sign(&ml_dsa::message(&self.public.name, time, text)?)?);
            }
        }
        Some(NoteSignature::new(self.public.name.clone(), self.public.id, bytes))
    }
}

impl fmt::Debug for Cosigner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Cosigner({:?})", self.public)
    }
}
