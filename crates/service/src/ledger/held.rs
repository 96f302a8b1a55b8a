//! A record that was moved, held against what was published before anybody goes on from it.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
};
use tlog::tile::TileEdge;

/// How many entries are read at a time: whole bundles.
const ENTRIES: u32 = 4_096;

/// What was found to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Held {
    /// How many entries the record has.
    pub entries: u64,
    /// How many of them the published checkpoint is of.
    pub published: u64,
}

impl Service {
    /// Computes the root of the record's entries: that of its head, and at its size that of the published checkpoint.
    /// `progress` hears how many entries were read.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] with what does not hold.
    pub async fn hold_against_published(&self, mut progress: impl FnMut(u64)) -> Answer<Held> {
        let ledger = &self.parts.ledger;
        let published = match self.parts.tiles.read("checkpoint").await? {
            None => None,
            Some(note) => Some(
                self.signed_by_us(&note)
                    .ok_or(ServiceError::Broken("the published checkpoint is not signed by this log"))?,
            ),
        };
        let size = published.as_ref().map_or(0, tlog::Checkpoint::size);
        let Some(head) = ledger.head().await? else {
            return match size {
                0 => Ok(Held { entries: 0, published: 0 }),
                _ => Err(ServiceError::Broken("a ledger was published, and the record has none")),
            };
        };
        if size > head.size {
            return Err(ServiceError::Broken("the record is older than the published checkpoint"));
        }
        let mut edge = TileEdge::new();
        while edge.size() < head.size {
            // Up to the published checkpoint first, so that its root is looked at.
            let ahead = size.checked_sub(edge.size()).filter(|ahead| *ahead > 0);
            let limit = ahead.and_then(|ahead| u32::try_from(ahead).ok()).map_or(ENTRIES, |n| n.min(ENTRIES));
            let rows = ledger.entries(edge.size(), limit).await?;
            if rows.is_empty() || (edge.size()..).zip(&rows).any(|(index, row)| row.index != index) {
                return Err(ServiceError::Broken("an entry of the record is missing"));
            }
            let entries: Vec<Vec<u8>> = rows.into_iter().map(|row| row.entry).collect();
            edge.append(&entries).map_err(|_| ServiceError::Broken("an entry is too long"))?;
            if edge.size() == size && published.as_ref().is_some_and(|note| *note.root() != edge.root()) {
                return Err(ServiceError::Broken("the entries do not give the root that was published"));
            }
            progress(edge.size());
        }
        if edge.size() != head.size || *edge.root().as_bytes() != head.root {
            return Err(ServiceError::Broken("the entries do not give the root of the ledger's head"));
        }
        Ok(Held { entries: head.size, published: size })
    }
}
