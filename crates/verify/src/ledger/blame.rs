//! Which of two things that disagree was altered: the entry, or its hash in the tile.
//!
//! The signed root decides: whichever of the two leads to it, along the hashes of the other tiles, is the one
//! that the witnesses have seen. Where neither does, more than one thing was altered.

use super::LedgerError;
use super::walk::partial_or_full;
use crate::source::Source;
use tlog::merkle::{leaf_hash, verify_inclusion};
use tlog::tile::{FULL_WIDTH, TilePath, TileReader, TileSource};
use tlog::{Checkpoint, Hash};

/// Where the disagreement is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) bundle: TilePath,
    pub(super) tile: TilePath,
    pub(super) position: usize,
}

/// The error for an entry that does not hash to the leaf in its tile.
pub(super) fn of_leaf(
    source: &dyn Source,
    checkpoint: &Checkpoint,
    place: Place,
    entry: &[u8],
    published: &Hash,
) -> LedgerError {
    let Place { bundle, tile, position } = place;
    let index = bundle.index() * u64::from(FULL_WIDTH) + position as u64;
    let size = checkpoint.size();
    let tiles = Tiles(source);
    let proof = TileReader::new(&tiles, size).inclusion_proof(index, size);
    let leads = |leaf: &Hash| {
        proof
            .as_ref()
            .is_ok_and(|proof| verify_inclusion(leaf, index, size, proof, checkpoint.root()).is_ok())
    };
    if leads(published) {
        LedgerError::AlteredEntry { index, path: bundle }
    } else if leads(&leaf_hash(entry)) {
        LedgerError::AlteredTile { path: tile, position }
    } else {
        LedgerError::Disagreement { index, bundle, tile }
    }
}

struct Tiles<'a>(&'a dyn Source);

impl TileSource for Tiles<'_> {
    type Error = LedgerError;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, LedgerError> {
        let missing = || LedgerError::Missing { path: format!("tile of level {level}") };
        let path = TilePath::hashes(level, index, width).ok_or_else(missing)?;
        let (mut bytes, _) = partial_or_full(self.0, path)?;
        bytes.truncate(usize::from(width) * tlog::merkle::HASH_BYTES);
        Ok(bytes)
    }
}
