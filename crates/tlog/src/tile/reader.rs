//! Reading hashes, roots and proofs from tiles.

use super::{FULL_WIDTH, TILE_HEIGHT, TilePath, width_of_tile};
use crate::merkle::{self, HASH_BYTES, Hash, OutOfTree, Subtrees};
use std::cell::RefCell;
use std::collections::BTreeMap;
use thiserror::Error;

/// Tiles kept while proofs are made. A proof touches at most two tiles of each of eight levels.
const MAX_CACHED_TILES: usize = 64;

/// Whatever can fetch a tile of hashes.
pub trait TileSource {
    /// Why a tile could not be had; a missing tile is an error too.
    type Error: std::error::Error + 'static;

    /// The bytes of the tile. Where a partial tile is asked for and only the full one of the same place is
    /// there, its first `width` hashes are the same.
    ///
    /// # Errors
    /// Where it cannot be had.
    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, Self::Error>;
}

/// Why a hash could not be read from tiles.
#[derive(Debug, Error)]
pub enum TileError<E: std::error::Error + 'static> {
    /// The tile could not be had.
    #[error("{path} could not be read")]
    Source {
        /// Which tile.
        path: TilePath,
        /// Why.
        source: E,
    },
    /// The tile has the wrong length.
    #[error("{path} has {found} bytes")]
    WrongLength {
        /// Which tile.
        path: TilePath,
        /// How many bytes it has.
        found: usize,
    },
    /// The tree does not have what was asked for.
    #[error(transparent)]
    OutOfTree(#[from] OutOfTree),
}

/// Splits a tile into exactly `width` hashes; `None` where its length is another.
#[must_use]
pub fn parse_hashes(bytes: &[u8], width: u16) -> Option<Vec<Hash>> {
    if bytes.len() != usize::from(width) * HASH_BYTES {
        return None;
    }
    let (hashes, _) = bytes.as_chunks::<HASH_BYTES>();
    Some(hashes.iter().copied().map(Hash::from_bytes).collect())
}

/// Reads hashes of a tree of a known size from its tiles.
///
/// What it gives is as good as the tiles: compare a root with a signed one, and verify proofs.
#[derive(Debug)]
pub struct TileReader<'a, S> {
    source: &'a S,
    size: u64,
    cache: RefCell<BTreeMap<(u8, u64), Vec<Hash>>>,
}

impl<'a, S: TileSource> TileReader<'a, S> {
    /// A reader for the tiles of a tree of `size` entries.
    #[must_use]
    pub fn new(source: &'a S, size: u64) -> Self {
        Self { source, size, cache: RefCell::default() }
    }

    /// Root of the tree when it had `size` entries.
    ///
    /// # Errors
    /// Where the tree is smaller, or a tile cannot be read.
    pub fn root(&self, size: u64) -> Result<Hash, TileError<S::Error>> {
        if size > self.size {
            return Err(OutOfTree { asked: size, size: self.size }.into());
        }
        merkle::range_hash(self, 0, size)
    }

    /// Inclusion proof of the entry `index` in the tree of `size` entries, from the leaf up.
    ///
    /// # Errors
    /// Where the tree is smaller, or a tile cannot be read.
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Result<Vec<Hash>, TileError<S::Error>> {
        merkle::inclusion_proof(self, index, size)
    }

    /// Consistency proof from the tree of `old` entries to that of `new`.
    ///
    /// # Errors
    /// Where the tree is smaller, or a tile cannot be read.
    pub fn consistency_proof(&self, old: u64, new: u64) -> Result<Vec<Hash>, TileError<S::Error>> {
        merkle::consistency_proof(self, old, new)
    }

    /// Hash of the entry `index`.
    ///
    /// # Errors
    /// Where the tree is smaller, or a tile cannot be read.
    pub fn leaf(&self, index: u64) -> Result<Hash, TileError<S::Error>> {
        self.subtree(0, index)
    }

    fn load(&self, level: u8, index: u64) -> Result<Vec<Hash>, TileError<S::Error>> {
        let outside = OutOfTree { asked: index, size: self.size };
        let width = width_of_tile(self.size, level, index).ok_or(outside)?;
        let path = TilePath::hashes(level, index, width).ok_or(outside)?;
        let bytes =
            self.source.tile(level, index, width).map_err(|source| TileError::Source { path, source })?;
        parse_hashes(&bytes, width).ok_or(TileError::WrongLength { path, found: bytes.len() })
    }
}

impl<S: TileSource> Subtrees for TileReader<'_, S> {
    type Error = TileError<S::Error>;

    fn subtree(&self, level: u32, index: u64) -> Result<Hash, Self::Error> {
        let outside = OutOfTree { asked: index, size: self.size };
        // A complete subtree of 2^level leaves is the root of 2^below neighbouring hashes of one tile.
        let (tile_level, below) = (level / TILE_HEIGHT, level % TILE_HEIGHT);
        let tile_level = u8::try_from(tile_level).map_err(|_| outside)?;
        let first = index.checked_mul(1 << below).ok_or(outside)?;
        let tile_index = first / u64::from(FULL_WIDTH);
        let start = usize::try_from(first % u64::from(FULL_WIDTH)).map_err(|_| outside)?;
        let part = |hashes: &Vec<Hash>| hashes.get(start..start + (1 << below)).map(merkle::root);
        if let Some(hashes) = self.cache.borrow().get(&(tile_level, tile_index)) {
            return part(hashes).ok_or(outside.into());
        }
        let hashes = self.load(tile_level, tile_index)?;
        let hash = part(&hashes).ok_or(outside);
        let mut cache = self.cache.borrow_mut();
        if cache.len() >= MAX_CACHED_TILES {
            cache.clear();
        }
        cache.insert((tile_level, tile_index), hashes);
        Ok(hash?)
    }
}
