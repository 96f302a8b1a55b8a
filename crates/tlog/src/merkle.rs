//! Merkle tree mathematics of RFC 6962, section 2.1, with SHA-256.
//!
//! A tree of `n` leaves is the row of its complete subtrees, one for each set bit of `n`, folded from the
//! right. Everything here is built on that: [`Frontier`] holds the row, [`range_hash`] folds part of it,
//! and proofs are lists of such folds. Whoever makes proofs hands in a [`Subtrees`], which knows the hashes
//! of complete subtrees; tiles and plain leaf lists both are one.

mod frontier;
mod hash;
mod proof;

pub use frontier::Frontier;
pub use hash::{HASH_BYTES, Hash, empty_root, leaf_hash, node_hash};
pub use proof::{
    LeafRow, MAX_PROOF_HASHES, OutOfTree, ProofError, Subtrees, consistency_proof, inclusion_proof,
    range_hash, root, root_from_inclusion, verify_consistency, verify_inclusion,
};
