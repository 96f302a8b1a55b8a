//! ML-DSA-44 cosignatures, 0x06 of c2sp.org/tlog-cosignature: the message, checking it, making it.
//!
//! Unlike an Ed25519 cosignature, this one signs the cosigner's name, and of the checkpoint only origin, size
//! and root: nothing is said about extension lines.

use crate::checkpoint::Checkpoint;
use crate::note::{KeyName, MAX_KEY_NAME_BYTES};
use ml_dsa::{EncodedVerifyingKey, MlDsa44, Seed, Signature, SigningKey, VerifyingKey};

/// Bytes of an ML-DSA-44 public key (FIPS 204, table 2).
pub(super) const PUBLIC_KEY_BYTES: usize = 1312;

/// With the zero byte that makes it 12 bytes long.
const LABEL: &[u8; 12] = b"subtree/v1\n\0";

/// What is signed of a checkpoint, which is a subtree that begins at 0. `None` where the text is no checkpoint
/// or its origin does not fit behind one length byte.
pub(super) fn message(cosigner: &KeyName, time: u64, text: &str) -> Option<Vec<u8>> {
    let checkpoint = Checkpoint::parse(text).ok()?;
    let mut message = LABEL.to_vec();
    push_short(&mut message, cosigner.as_str())?;
    message.extend_from_slice(&time.to_be_bytes());
    push_short(&mut message, checkpoint.origin())?;
    message.extend_from_slice(&0u64.to_be_bytes());
    message.extend_from_slice(&checkpoint.size().to_be_bytes());
    message.extend_from_slice(checkpoint.root().as_bytes());
    Some(message)
}

fn push_short(message: &mut Vec<u8>, text: &str) -> Option<()> {
    let length = u8::try_from(text.len()).ok().filter(|_| text.len() <= MAX_KEY_NAME_BYTES)?;
    message.push(length);
    message.extend_from_slice(text.as_bytes());
    Some(())
}

/// Whether the signature holds, with the empty context. A key or signature of another length does not.
pub(super) fn holds(public_key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let Ok(key) = EncodedVerifyingKey::<MlDsa44>::try_from(public_key) else { return false };
    let Ok(signature) = Signature::<MlDsa44>::try_from(signature) else { return false };
    VerifyingKey::decode(&key).verify_with_context(message, &[], &signature)
}

/// A secret key; forgotten when dropped.
pub(super) struct Secret(Box<SigningKey<MlDsa44>>);

impl Secret {
    /// The key of FIPS 204's seed ξ.
    pub(super) fn from_seed(seed: &[u8; 32]) -> Self {
        Self(Box::new(SigningKey::from_seed(&Seed::from(*seed))))
    }

    pub(super) fn public_key(&self) -> Box<[u8]> {
        self.0.expanded_key().verifying_key().encode().as_slice().into()
    }

    /// Signs without chance, as FIPS 204 allows: nothing here draws random bytes. `None` only where several
    /// hundred attempts in a row were rejected, which does not happen.
    pub(super) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let signature = self.0.expanded_key().sign_deterministic(message, &[]).ok()?;
        Some(signature.encode().as_slice().to_vec())
    }
}
