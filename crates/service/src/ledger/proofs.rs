//! Proofs out of tiles, and decisions that are witnessed.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
};
use std::{cell::RefCell, collections::BTreeMap};
use tlog::{
    Hash, Witnessed,
    tile::{FULL_WIDTH, TilePath, TileReader, TileSource},
};

/// More rounds than any proof has tiles: two of each of eight levels.
const ROUNDS_MAX: usize = 40;

/// A tile that has not been fetched yet.
#[derive(Debug, thiserror::Error)]
#[error("a tile is still to be fetched")]
pub(crate) struct Wanted;

/// Tiles fetched so far. What is asked for and not there is noted, fetched, and the proof made again: a proof touches
/// a handful of tiles, so this ends after a handful of rounds, and the proof's own code stays free of waiting.
#[derive(Debug, Default)]
pub(crate) struct Fetched {
    tiles: BTreeMap<(u8, u64, u16), Vec<u8>>,
    wanted: RefCell<Vec<(u8, u64, u16)>>,
}

impl TileSource for Fetched {
    type Error = Wanted;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, Wanted> {
        self.tiles.get(&(level, index, width)).cloned().ok_or_else(|| {
            self.wanted.borrow_mut().push((level, index, width));
            Wanted
        })
    }
}

impl Service {
    /// A tile of hashes; where only the full one of a place is there, the part of it that was asked for.
    async fn hash_tile(&self, level: u8, index: u64, width: u16) -> Answer<Vec<u8>> {
        let path = |width| {
            TilePath::hashes(level, index, width)
                .map(|path| path.to_string())
                .ok_or(ServiceError::Broken("a tile has no path"))
        };
        if let Some(bytes) = self.parts.tiles.read(&path(width)?).await? {
            return Ok(bytes);
        }
        let full = self.parts.tiles.read(&path(FULL_WIDTH)?).await?;
        full.and_then(|bytes| bytes.get(..usize::from(width) * 32).map(<[u8]>::to_vec))
            .ok_or(ServiceError::Broken("a tile of the ledger is missing"))
    }

    /// Makes something from tiles, fetching what it asks for.
    pub(crate) async fn out_of_tiles<T, E>(&self, make: impl Fn(&Fetched) -> Result<T, E>) -> Answer<T> {
        let mut fetched = Fetched::default();
        for _ in 0..ROUNDS_MAX {
            if let Ok(made) = make(&fetched) {
                return Ok(made);
            }
            let wanted = std::mem::take(&mut *fetched.wanted.borrow_mut());
            if wanted.is_empty() {
                break;
            }
            for (level, index, width) in wanted {
                let bytes = self.hash_tile(level, index, width).await?;
                fetched.tiles.insert((level, index, width), bytes);
            }
        }
        Err(ServiceError::Broken("the tiles of the ledger do not give a proof"))
    }

    /// An inclusion proof.
    pub(crate) async fn inclusion(&self, index: u64, size: u64) -> Answer<Vec<Hash>> {
        self.out_of_tiles(|tiles| TileReader::new(tiles, size).inclusion_proof(index, size)).await
    }

    /// The root of the tree of the first so many entries.
    pub(crate) async fn root_at(&self, size: u64) -> Answer<Hash> {
        self.out_of_tiles(|tiles| TileReader::new(tiles, size).root(size)).await
    }

    /// A consistency proof.
    pub(crate) async fn consistency(&self, old: u64, new: u64) -> Answer<Vec<Hash>> {
        if old == 0 || old == new {
            return Ok(Vec::new());
        }
        self.out_of_tiles(|tiles| TileReader::new(tiles, new).consistency_proof(old, new)).await
    }

    /// Proof that witnesses have seen a commitment; `None` while it is pending, or no quorum has cosigned since.
    pub(crate) async fn witnessed(&self, commitment: &[u8; 32]) -> Answer<Option<Witnessed>> {
        let Some(index) = self.parts.ledger.index_of(commitment).await? else { return Ok(None) };
        let Some(checkpoint) = self.parts.ledger.checkpoint(true).await? else { return Ok(None) };
        if index >= checkpoint.size {
            return Ok(None);
        }
        let proof = self.inclusion(index, checkpoint.size).await?;
        let entry = tlog::Entry::Commitment { c: *commitment }.to_bytes();
        Witnessed::verify(&self.parts.policy, &checkpoint.note, &entry, index, &proof).map(Some).map_err(
            |error| {
                tracing::error!(%error, "a decision does not verify against its own checkpoint");
                ServiceError::Broken("the ledger does not verify")
            },
        )
    }
}
