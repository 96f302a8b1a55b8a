//! [`LedgerStore`] on SQLite.

use crate::{
    fields::signed,
    sql::read,
    sqlite::{Column, Sqlite, ask},
    write::{Command, Done},
};
use async_trait::async_trait;
use casework::time::Moment;
use service::ports::{CheckpointRow, LedgerHead, LedgerStore, NumberedEntry, PendingLeaf, StoreError};

#[async_trait]
impl LedgerStore for Sqlite {
    async fn head(&self) -> Result<Option<LedgerHead>, StoreError> {
        self.one(ask(read::HEAD)).await
    }

    async fn start(&self, head: LedgerHead) -> Result<(), StoreError> {
        self.written(Command::StartLedger(head)).await
    }

    async fn pending(&self, limit: u32) -> Result<Vec<PendingLeaf>, StoreError> {
        self.all(ask(read::PENDING).bind(i64::from(limit))).await
    }

    async fn sequence(
        &self,
        expected: (u64, u64),
        head: LedgerHead,
        leaves: Vec<(i64, NumberedEntry)>,
    ) -> Result<bool, StoreError> {
        Ok(match self.write(Command::Sequence { expected, head, leaves }).await? {
            Done::HeadMoved => false,
            Done::Written | Done::Count(_) | Done::DraftsGone(_) => true,
        })
    }

    async fn record_checkpoint(&self, epoch: u64, note: CheckpointRow) -> Result<(), StoreError> {
        self.written(Command::RecordCheckpoint { epoch, note }).await
    }

    async fn checkpoint(&self, witnessed: bool) -> Result<Option<CheckpointRow>, StoreError> {
        self.one(ask(if witnessed { read::CHECKPOINT_WITNESSED } else { read::CHECKPOINT })).await
    }

    async fn entries(&self, from: u64, limit: u32) -> Result<Vec<NumberedEntry>, StoreError> {
        self.all(ask(read::ENTRIES).bind(signed(from, "ledger_entries")?).bind(i64::from(limit))).await
    }

    async fn index_of(&self, commitment: &[u8; 32]) -> Result<Option<u64>, StoreError> {
        let column = Column { table: "ledger_entries", name: "idx" };
        let found: Vec<i64> = self.column(ask(read::INDEX_OF).bind(&commitment[..]), column).await?;
        found
            .first()
            .map(|idx| u64::try_from(*idx).map_err(|_| StoreError::Corrupt { table: column.table }))
            .transpose()
    }

    async fn add_pending(&self, entry: Vec<u8>, made: Moment) -> Result<(), StoreError> {
        self.written(Command::AddPending { entry, made }).await
    }
}
