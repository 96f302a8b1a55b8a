//! What can go wrong in the vault. No message holds key material, plaintext or personal data.

use crate::kek::KekId;

/// A refusal of the vault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The ciphertext, its key or its place is not the one it was sealed with. Which of the three is not
    /// said, because it cannot be known.
    #[error("what was sealed does not open here")]
    DoesNotOpen,
    /// The bytes do not have the form of a sealed value of a version that is known.
    #[error("not a sealed value of a known version")]
    Malformed,
    /// The plaintext is longer than [`PLAINTEXT_BYTES_MAX`](crate::seal::PLAINTEXT_BYTES_MAX).
    #[error("too long to be sealed in one piece")]
    TooLong,
    /// The provider has no key of this holder and epoch.
    #[error("no key-encryption key of {0}")]
    UnknownKek(KekId),
    /// The provider has no key of this holder at all.
    #[error("no key-encryption key of this holder in any epoch")]
    UnknownHolder,
    /// The name of a unit or force does not have the form that keys are filed under.
    #[error("the holder of a key is named by 1 to 40 lower-case letters, digits and hyphens")]
    HolderName,
    /// The release does not speak of the decision that this content is bound to.
    #[error("the content belongs to another decision")]
    OtherDecision,
    /// The evidence of an emergency release does not hold together.
    #[error("the evidence of an emergency release is not what was committed")]
    Evidence,
    /// Two items of one disclosure have the same code.
    #[error("the same item stands twice in one disclosure")]
    DuplicateItem,
    /// A disclosure has too many items, or an item too long a code.
    #[error("more items, or longer codes of items, than a disclosure has room for")]
    TooManyItems,
    /// There is nothing in the identifier that could be indexed.
    #[error("nothing in this identifier can be indexed")]
    NothingToIndex,
    /// A password or phrase is longer than [`SECRET_BYTES_MAX`](crate::password::SECRET_BYTES_MAX) or empty.
    #[error("a secret needs between 1 and 1024 bytes")]
    SecretLength,
    /// The stored hash is not an argon2id hash of this version.
    #[error("the stored hash of a secret cannot be read")]
    StoredHash,
}
