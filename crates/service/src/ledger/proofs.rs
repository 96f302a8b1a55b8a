//! Proofs out of tiles, and decisions that are witnessed.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{LeafOf, StoredEvent},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};
use tlog::{
    Hash, Witnessed,
    merkle::HASH_BYTES,
    tile::{FULL_WIDTH, TilePath, TileReader, TileSource},
};

/// More rounds than anything that is made of tiles takes; a proof takes two.
const ROUNDS_MAX: usize = 40;

/// No tile is so wide.
#[derive(Debug, thiserror::Error)]
#[error("a tile has no such width")]
pub(crate) struct NoSuchWidth;

/// Tiles fetched so far. What is asked for and not there is noted, and zeros are given in its place, so that whoever
/// asks goes on to ask for the rest; then all of it is fetched at once, and the proof is made again. What was made of
/// zeros is thrown away. So a proof's own code stays free of waiting.
#[derive(Debug, Default)]
pub(crate) struct Fetched {
    tiles: BTreeMap<Place, Vec<u8>>,
    wanted: RefCell<BTreeSet<Place>>,
}

/// Level, index and width of a tile of hashes.
type Place = (u8, u64, u16);

impl TileSource for Fetched {
    type Error = NoSuchWidth;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, NoSuchWidth> {
        if width > FULL_WIDTH {
            return Err(NoSuchWidth);
        }
        Ok(self.tiles.get(&(level, index, width)).cloned().unwrap_or_else(|| {
            self.wanted.borrow_mut().insert((level, index, width));
            vec![0; usize::from(width) * HASH_BYTES]
        }))
    }
}

impl Service {
    /// Tiles of hashes; where only the full one of a place is there, the part of it that was asked for.
    async fn hash_tiles(&self, places: BTreeSet<Place>) -> Answer<Vec<(Place, Vec<u8>)>> {
        let path = |(level, index, _), width| {
            TilePath::hashes(level, index, width)
                .map(|path| path.to_string())
                .ok_or(ServiceError::Broken("a tile has no path"))
        };
        let paths = places.iter().map(|place| path(*place, place.2)).collect::<Answer<Vec<String>>>()?;
        let found = self.parts.tiles.read_all(&paths).await?;
        let mut tiles = Vec::with_capacity(found.len());
        for (place, found) in places.into_iter().zip(found) {
            let bytes = match found {
                Some(bytes) => bytes,
                None => self
                    .parts
                    .tiles
                    .read(&path(place, FULL_WIDTH)?)
                    .await?
                    .and_then(|full| full.get(..usize::from(place.2) * HASH_BYTES).map(<[u8]>::to_vec))
                    .ok_or(ServiceError::Broken("a tile of the ledger is missing"))?,
            };
            tiles.push((place, bytes));
        }
        Ok(tiles)
    }

    /// Makes something from tiles, fetching what it asks for.
    pub(crate) async fn out_of_tiles<T, E>(&self, make: impl Fn(&Fetched) -> Result<T, E>) -> Answer<T> {
        let mut fetched = Fetched::default();
        for _ in 0..ROUNDS_MAX {
            let made = make(&fetched);
            let wanted = std::mem::take(&mut *fetched.wanted.borrow_mut());
            match made {
                // SECURITY: what was made while a tile was wanting was made of zeros.
                Ok(made) if wanted.is_empty() => return Ok(made),
                Err(_) if wanted.is_empty() => break,
                Ok(_) | Err(_) => fetched.tiles.extend(self.hash_tiles(wanted).await?),
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

    /// Proof that witnesses have seen an event's commitment; `None` while it is pending, or no quorum has cosigned since.
    pub(crate) async fn witnessed(&self, stored: &StoredEvent) -> Answer<Option<Witnessed>> {
        let leaf = self.parts.ledger.leaf_of(&stored.commitment, stored.time).await?;
        let Some(LeafOf { index, .. }) = leaf else { return Ok(None) };
        let Some(checkpoint) = self.parts.ledger.checkpoint(true).await? else { return Ok(None) };
        if index >= checkpoint.size {
            return Ok(None);
        }
        let proof = self.inclusion(index, checkpoint.size).await?;
        let entry = tlog::Entry::Commitment { c: stored.commitment }.to_bytes();
        Witnessed::verify(&self.parts.policy, &checkpoint.note, &entry, index, &proof).map(Some).map_err(
            |error| {
                tracing::error!(%error, "a decision does not verify against its own checkpoint");
                ServiceError::Broken("the ledger does not verify")
            },
        )
    }
}
