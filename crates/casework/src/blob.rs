//! Sealed text and content, as events refer to it: an identifier and a salted digest, never the text itself.

use crate::id::BlobId;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Which key a blob is sealed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlobKey {
    /// The case's data key.
    Case,
    /// The key of the person's name, address and numbers.
    Identity,
    /// The key of one disclosure, given out only for a witnessed decision.
    Content,
}

/// A reference to a sealed blob.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobRef {
    /// Which blob.
    pub blob: BlobId,
    /// SHA-256(`candour.blob.v1\n` ‖ salt ‖ text), base64url without padding; the salt lies sealed with the text.
    pub digest: String,
    /// The key it is sealed with.
    pub key: BlobKey,
}

/// The digest by which an event refers to a text.
#[must_use]
pub fn digest(salt: &[u8; 32], text: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"candour.blob.v1\n");
    hash.update(salt);
    hash.update(text);
    base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, hash.finalize())
}
