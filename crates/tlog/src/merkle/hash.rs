//! Hashes and the two ways to make one: of a leaf, of two children.

use crate::encoding::{from_base64, to_base64};
use sha2::{Digest, Sha256, block_api::compress256};
use std::fmt;

/// Length of a hash in bytes.
pub const HASH_BYTES: usize = 32;

/// A SHA-256 hash of a leaf, a node or a whole tree. Shown in standard base64, as checkpoints write it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash([u8; HASH_BYTES]);

impl Hash {
    /// Wraps 32 bytes that are already a hash.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; HASH_BYTES]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; HASH_BYTES] {
        &self.0
    }

    /// Reads the base64 form of a checkpoint's or a proof's line; `None` unless it is exactly 32 bytes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        from_base64(text)?.try_into().ok().map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&to_base64(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Hash({self})")
    }
}

/// Hash of a leaf: SHA-256(0x00 ‖ entry).
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    short(&[&[0x00], entry]).unwrap_or_else(|| {
        let mut digest = Sha256::new();
        digest.update([0x00]);
        digest.update(entry);
        Hash(digest.finalize().into())
    })
}

/// Hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    short(&[&[0x01], &left.0, &right.0]).unwrap_or_else(|| {
        let mut digest = Sha256::new();
        digest.update([0x01]);
        digest.update(left.0);
        digest.update(right.0);
        Hash(digest.finalize().into())
    })
}

/// Bytes of a block of SHA-256.
const BLOCK_BYTES: usize = 64;
/// How many blocks are laid out here: nodes and the commonest entries, with their padding, have two.
const SHORT_BLOCKS: usize = 2;
/// What padding takes at least: a byte that ends the message and eight for its length in bits.
const PADDING_BYTES: usize = 9;
/// Where SHA-256 begins (FIPS 180-4, section 5.3.3).
const BEGINNING: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// SHA-256 of a short message given in parts; `None` where it does not fit. A ledger has millions of messages of two
/// blocks, for which keeping a hasher's buffer costs about as much as the hashing: here the padded blocks are laid out
/// and handed to the same compression function at once.
#[inline]
fn short(parts: &[&[u8]]) -> Option<Hash> {
    let mut message = [0_u8; SHORT_BLOCKS * BLOCK_BYTES];
    let mut length = 0;
    for part in parts {
        message.get_mut(length..length + part.len())?.copy_from_slice(part);
        length += part.len();
    }
    *message.get_mut(length)? = 0x80;
    let blocks = (length + PADDING_BYTES).div_ceil(BLOCK_BYTES);
    let bits = (length as u64 * 8).to_be_bytes();
    message.get_mut(blocks * BLOCK_BYTES - bits.len()..blocks * BLOCK_BYTES)?.copy_from_slice(&bits);
    let (laid_out, _) = message.as_chunks();
    let mut state = BEGINNING;
    compress256(&mut state, laid_out.get(..blocks)?);
    let mut hash = [0; HASH_BYTES];
    let (words, _) = hash.as_chunks_mut();
    for (word, state) in words.iter_mut().zip(state) {
        *word = state.to_be_bytes();
    }
    Some(Hash(hash))
}

/// Root of the tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_of_every_length_and_nodes_hash_as_sha_256_says() {
        let bytes: Vec<u8> = (0..=255).cycle().take(600).collect();
        for length in 0..bytes.len() {
            let mut message = vec![0x00];
            message.extend_from_slice(&bytes[..length]);
            assert_eq!(leaf_hash(&bytes[..length]).as_bytes()[..], Sha256::digest(&message)[..], "{length}");
        }
        let (left, right) = (leaf_hash(b"left"), leaf_hash(b"right"));
        let message = [&[0x01], &left.as_bytes()[..], &right.as_bytes()[..]].concat();
        assert_eq!(node_hash(&left, &right).as_bytes()[..], Sha256::digest(&message)[..]);
    }

    #[test]
    fn the_commonest_entry_and_a_node_are_short() {
        let entry = crate::Entry::Commitment { c: [9; 32] }.to_bytes();
        assert!(short(&[&[0x00], &entry]).is_some() && short(&[&[0x01], &[0; 32], &[0; 32]]).is_some());
        assert!(short(&[&[0; 119]]).is_some() && short(&[&[0; 120]]).is_none());
    }
}
