//! Inclusion and consistency proofs: making them from complete subtrees, and checking them.

use super::{Hash, empty_root, node_hash};
use thiserror::Error;

/// The most hashes a proof in a tree of at most 2^63 leaves can have, and the most tlog-witness allows.
pub const MAX_PROOF_HASHES: usize = 63;

/// Why a proof does not hold.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
pub enum ProofError {
    /// The index is not below the size.
    #[error("index {index} is outside a tree of {size}")]
    IndexOutside {
        /// Index of the leaf.
        index: u64,
        /// Size of the tree.
        size: u64,
    },
    /// The older tree is larger than the newer.
    #[error("a tree of {old} cannot have grown into one of {new}")]
    Shrunk {
        /// Size of the older tree.
        old: u64,
        /// Size of the newer tree.
        new: u64,
    },
    /// The proof has too few or too many hashes for these sizes.
    #[error("the proof has the wrong number of hashes")]
    WrongLength,
    /// The hashes do not lead to the root of the (newer) tree.
    #[error("the proof does not lead to the root")]
    WrongRoot,
    /// The hashes do not lead to the root of the older tree.
    #[error("the proof does not lead to the root of the older tree")]
    WrongOldRoot,
}

/// Asked for a proof about leaves that the tree does not have.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
#[error("leaf or size {asked} is outside a tree of {size}")]
pub struct OutOfTree {
    /// What was asked for.
    pub asked: u64,
    /// Size of the tree.
    pub size: u64,
}

/// Whatever knows the hashes of complete subtrees.
pub trait Subtrees {
    /// Why a hash could not be had.
    type Error: From<OutOfTree>;

    /// Hash of the complete subtree over the leaves `index << level .. (index + 1) << level`.
    ///
    /// # Errors
    /// Where the hash cannot be had, or the subtree is not complete.
    fn subtree(&self, level: u32, index: u64) -> Result<Hash, Self::Error>;
}

/// A list of leaf hashes as a source of subtrees; recomputes, so it is for tests and small trees.
#[derive(Debug, Clone, Copy)]
pub struct LeafRow<'a>(pub &'a [Hash]);

impl Subtrees for LeafRow<'_> {
    type Error = OutOfTree;

    fn subtree(&self, level: u32, index: u64) -> Result<Hash, OutOfTree> {
        let size = self.0.len() as u64;
        let outside = OutOfTree { asked: index, size };
        let start = index.checked_mul(1u64.checked_shl(level).ok_or(outside)?).ok_or(outside)?;
        let end = start.checked_add(1 << level).filter(|end| *end <= size).ok_or(outside)?;
        let range = usize::try_from(start).ok().zip(usize::try_from(end).ok()).ok_or(outside)?;
        Ok(root(self.0.get(range.0..range.1).ok_or(outside)?))
    }
}

/// Root of a tree given by the hashes of its leaves.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = super::Frontier::new();
    for leaf in leaves {
        frontier.push(*leaf);
    }
    frontier.root()
}

/// MTH(D\[start:end\]) of RFC 6962, for a range that begins at a multiple of a power of two not below its
/// length, as every node of a tree does.
///
/// # Errors
/// Where the source cannot give a subtree.
pub fn range_hash<S: Subtrees>(source: &S, start: u64, end: u64) -> Result<Hash, S::Error> {
    let length = end.saturating_sub(start);
    let mut position = start;
    let mut peaks = Vec::new();
    for level in (0..u64::BITS).rev().filter(|level| length >> level & 1 == 1) {
        peaks.push(source.subtree(level, position >> level)?);
        position += 1 << level;
    }
    Ok(peaks.into_iter().rev().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(empty_root))
}

/// The largest power of two below `length`, which must be at least 2: RFC 6962's `k`.
fn split(length: u64) -> u64 {
    1 << (u64::BITS - 1 - (length - 1).leading_zeros())
}

/// PATH(index, D\[0:size\]): the siblings from the leaf up.
///
/// # Errors
/// Where the index is not below the size, or the source cannot give a subtree.
pub fn inclusion_proof<S: Subtrees>(source: &S, index: u64, size: u64) -> Result<Vec<Hash>, S::Error> {
    if index >= size {
        return Err(OutOfTree { asked: index, size }.into());
    }
    let (mut start, mut end) = (0, size);
    let mut path = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            path.push(range_hash(source, middle, end)?);
            end = middle;
        } else {
            path.push(range_hash(source, start, middle)?);
            start = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// PROOF(old, D\[0:new\]). Empty where `old` is 0 or equals `new`, as tlog-witness wants it.
///
/// # Errors
/// Where `old` is above `new`, or the source cannot give a subtree.
pub fn consistency_proof<S: Subtrees>(source: &S, old: u64, new: u64) -> Result<Vec<Hash>, S::Error> {
    if old > new {
        return Err(OutOfTree { asked: old, size: new }.into());
    }
    if old == 0 || old == new {
        return Ok(Vec::new());
    }
    let (mut start, mut end) = (0, new);
    let mut path = Vec::new();
    // The old tree ends inside start..end until it ends exactly there.
    while old != end {
        let middle = start + split(end - start);
        if old <= middle {
            path.push(range_hash(source, middle, end)?);
            end = middle;
        } else {
            path.push(range_hash(source, start, middle)?);
            start = middle;
        }
    }
    // Left-most: the old root itself, which the checker already has.
    if start != 0 {
        path.push(range_hash(source, start, end)?);
    }
    path.reverse();
    Ok(path)
}

/// The root that an inclusion proof leads to.
///
/// # Errors
/// Where the index is outside the tree or the proof has the wrong length.
pub fn root_from_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash]) -> Result<Hash, ProofError> {
    if index >= size {
        return Err(ProofError::IndexOutside { index, size });
    }
    let (mut node, mut position, mut last) = (*leaf, index, size - 1);
    let mut hashes = proof.iter();
    while last > 0 {
        if position & 1 == 1 {
            node = node_hash(hashes.next().ok_or(ProofError::WrongLength)?, &node);
        } else if position < last {
            node = node_hash(&node, hashes.next().ok_or(ProofError::WrongLength)?);
        }
        // Otherwise this is the right edge and has no sibling at this level.
        position >>= 1;
        last >>= 1;
    }
    if hashes.next().is_some() {
        return Err(ProofError::WrongLength);
    }
    Ok(node)
}

/// Checks that `leaf` is the leaf `index` of the tree of `size` leaves with this root.
///
/// # Errors
/// Says in what way the proof does not hold.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if root_from_inclusion(leaf, index, size, proof)? == *root { Ok(()) } else { Err(ProofError::WrongRoot) }
}

/// Checks that the tree of `new` leaves begins with the tree of `old` leaves.
///
/// # Errors
/// Says in what way the proof does not hold.
pub fn verify_consistency(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::Shrunk { old, new });
    }
    if old == 0 || old == new {
        if !proof.is_empty() {
            return Err(ProofError::WrongLength);
        }
        let expected = if old == 0 { empty_root() } else { *new_root };
        return if expected == *old_root { Ok(()) } else { Err(ProofError::WrongOldRoot) };
    }
    // Begin at the last complete subtree of the old tree: left of it lies nothing new at lower levels.
    let lowest = old.trailing_zeros();
    let (mut position, mut last) = ((old - 1) >> lowest, (new - 1) >> lowest);
    let mut hashes = proof.iter();
    let begin = if position == 0 { *old_root } else { *hashes.next().ok_or(ProofError::WrongLength)? };
    let (mut old_node, mut new_node) = (begin, begin);
    while last > 0 {
        if position & 1 == 1 {
            let left = hashes.next().ok_or(ProofError::WrongLength)?;
            old_node = node_hash(left, &old_node);
            new_node = node_hash(left, &new_node);
        } else if position < last {
            new_node = node_hash(&new_node, hashes.next().ok_or(ProofError::WrongLength)?);
        }
        position >>= 1;
        last >>= 1;
    }
    if hashes.next().is_some() {
        return Err(ProofError::WrongLength);
    }
    if old_node != *old_root {
        return Err(ProofError::WrongOldRoot);
    }
    if new_node != *new_root {
        return Err(ProofError::WrongRoot);
    }
    Ok(())
}
