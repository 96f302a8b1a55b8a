//! How the ledger stands, for its public page.

use crate::{
    engine::Service,
    error::Answer,
    ports::{RestoreRow, WeekRow},
};
use casework::time::Moment;

/// How the ledger stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LedgerStatus {
    /// How many entries are numbered.
    pub size: u64,
    /// How many of them witnesses have cosigned.
    pub witnessed_size: u64,
    /// The last cosigned checkpoint, as text.
    pub checkpoint: String,
    /// When it was made.
    pub made: Option<Moment>,
    /// The quorum policy.
    pub policy: String,
    /// The names of the witnesses.
    pub witnesses: Vec<String>,
    /// The last weekly batches of promises, oldest first.
    pub weeks: Vec<WeekRow>,
    /// The last restores from a backup, newest first.
    pub restores: Vec<RestoreRow>,
}

/// How many weeks the page shows: a quarter of a year.
const WEEKS_SHOWN: u32 = 13;
/// How many restores the page shows.
const RESTORES_SHOWN: u32 = 5;

impl Service {
    /// A published file by its path below `ledger/`, whatever storage it lies in; `None` where there is none.
    ///
    /// # Errors
    /// As the storage's.
    pub async fn published_file(&self, path: &str) -> Answer<Option<Vec<u8>>> {
        Ok(self.parts.tiles.read(path).await?)
    }

    /// How the ledger stands. Nothing about pending leaves: when they will be numbered says nothing to anybody.
    ///
    /// # Errors
    /// As the store's.
    pub async fn ledger_status(&self) -> Answer<LedgerStatus> {
        let checkpoint = self.parts.ledger.checkpoint(true).await?;
        let witnessed_size = checkpoint.as_ref().map_or(0, |row| row.size);
        let mut weeks = self.parts.ledger.weeks(WEEKS_SHOWN).await?;
        weeks.reverse();
        Ok(LedgerStatus {
            size: witnessed_size,
            witnessed_size,
            made: checkpoint.as_ref().map(|row| row.made),
            checkpoint: checkpoint
                .map(|row| String::from_utf8_lossy(&row.note).into_owned())
                .unwrap_or_default(),
            policy: self.parts.policy_text.to_string(),
            witnesses: self.parts.policy.witnesses().iter().map(|w| w.name().to_owned()).collect(),
            weeks,
            restores: self.parts.ledger.restores(RESTORES_SHOWN).await?,
        })
    }
}
