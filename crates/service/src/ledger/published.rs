//! The checkpoint that is published, held against what the database signed.
//!
//! The database records a checkpoint before anybody sees it, so what is published is never newer. Where it is, somebody
//! has put an older database in place; going on from there would fork the log.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
};
use tlog::{Checkpoint, Note};

/// What is found where the checkpoint is published.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Published {
    /// Nothing, or one that the database has signed or could have.
    Fits,
    /// It is older than the last that the quorum cosigned: a stop came between record and file.
    Behind,
    /// It is not a checkpoint that this log's key signed.
    Strange,
    /// It has this size, which the database never signed.
    Newer(u64),
    /// It has the size that the database signed last, and another root.
    Fork(u64),
}

impl Service {
    /// Compares the two.
    ///
    /// # Errors
    /// As the stores'.
    pub(crate) async fn published(&self) -> Answer<Published> {
        let ledger = &self.parts.ledger;
        let signed = ledger.checkpoint(false).await?;
        let witnessed = ledger.checkpoint(true).await?.map_or(0, |row| row.size);
        let Some(bytes) = self.parts.tiles.read("checkpoint").await? else {
            return Ok(if witnessed > 0 { Published::Behind } else { Published::Fits });
        };
        let Some(checkpoint) = self.signed_by_us(&bytes) else { return Ok(Published::Strange) };
        let (size, root) = signed.map_or((0, None), |row| (row.size, Some(row.root)));
        Ok(if checkpoint.size() > size {
            Published::Newer(checkpoint.size())
        } else if checkpoint.size() == size && root.is_some_and(|root| root != *checkpoint.root().as_bytes())
        {
            Published::Fork(size)
        } else if checkpoint.size() < witnessed {
            Published::Behind
        } else {
            Published::Fits
        })
    }

    pub(crate) fn signed_by_us(&self, bytes: &[u8]) -> Option<Checkpoint> {
        let (note, checkpoint): (Note, Checkpoint) = Checkpoint::parse_unverified(bytes).ok()?;
        let key = self.parts.signer.verifier_key();
        let holds = note.signatures().iter().any(|line| key.verify(note.text(), line).is_ok());
        (holds && checkpoint.origin() == key.name().as_str()).then_some(checkpoint)
    }

    /// Refuses to go on where the database is older than what was published, and publishes what is cosigned where the
    /// file is missing, older or not ours.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] where going on would fork the log.
    pub(crate) async fn settle_published(&self) -> Answer<()> {
        match self.published().await? {
            Published::Fits => return Ok(()),
            Published::Newer(size) => {
                tracing::error!(
                    size,
                    "ledger/checkpoint was published for more entries than the database ever signed"
                );
                return Err(ServiceError::Broken(
                    "the database is older than ledger/checkpoint, which was published: an older copy was put in \
                     place; `candour restore` takes up what is missing",
                ));
            }
            Published::Fork(size) => {
                tracing::error!(
                    size,
                    "ledger/checkpoint has another root than the database signed for its size"
                );
                return Err(ServiceError::Broken(
                    "ledger/checkpoint and the database have different roots for one size: the log has forked",
                ));
            }
            Published::Strange => {
                tracing::error!("ledger/checkpoint was not signed by this log; it is written again");
            }
            Published::Behind => tracing::warn!("ledger/checkpoint was behind; it is written again"),
        }
        match self.parts.ledger.checkpoint(true).await? {
            Some(row) => Ok(self.parts.tiles.write("checkpoint", row.note).await?),
            None => Ok(()),
        }
    }
}
