//! [`LedgerStore`] on either database.

use crate::{
    database::{Column, Database, ask, whole},
    engine::Query,
    fields::signed,
    sql::read,
    write::{Command, Done},
};
use async_trait::async_trait;
use casework::time::{Day, Moment};
use service::ports::{
    CheckpointRow, CommittedRow, LeafOf, LedgerHead, LedgerStore, NewBatch, NewTallies, NumberedEntry,
    PendingLeaf, PromiseActRow, RestoreRow, SampleRow, StandingRow, StoreError, TakenUp, TalliedPeriod,
    TallyRow, WeekRow,
};
use tlog::entry::{Period, PromiseId, Week};

#[async_trait]
impl LedgerStore for Database {
    fn is_shared(&self) -> bool {
        self.is_on_a_server()
    }

    async fn lease(&self, holder: &str, seconds: u32) -> Result<Option<u64>, StoreError> {
        Ok(match self.write(Command::TakeLease { holder: holder.to_owned(), seconds }).await? {
            Done::Lease(epoch) => epoch,
            Done::Written | Done::HeadMoved | Done::Count(_) | Done::DraftsGone(_) => None,
        })
    }

    async fn give_up_lease(&self, holder: &str) -> Result<(), StoreError> {
        self.written(Command::GiveUpLease { holder: holder.to_owned() }).await
    }

    async fn head(&self) -> Result<Option<LedgerHead>, StoreError> {
        self.one(ask(read::HEAD)).await
    }

    async fn start(&self, head: LedgerHead) -> Result<(), StoreError> {
        self.written(Command::StartLedger(head)).await
    }

    async fn pending(&self, after: i64, limit: u32) -> Result<Vec<PendingLeaf>, StoreError> {
        let run = self.all(ask(read::PENDING_IN_ORDER).bind(i64::from(limit))).await?;
        if run.is_empty() {
            self.all(ask(read::PENDING).bind(after).bind(i64::from(limit))).await
        } else {
            Ok(run)
        }
    }

    async fn sequence(
        &self,
        expected: (u64, u64),
        head: LedgerHead,
        leaves: Vec<PendingLeaf>,
    ) -> Result<bool, StoreError> {
        Ok(match self.write(Command::Sequence { expected, head, leaves }).await? {
            Done::HeadMoved => false,
            Done::Written | Done::Count(_) | Done::Lease(_) | Done::DraftsGone(_) => true,
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

    async fn leaf_of(&self, commitment: &[u8; 32], made: Moment) -> Result<Option<LeafOf>, StoreError> {
        self.one(ask(read::LEAF_OF).bind(made.0).bind(&commitment[..])).await
    }

    async fn is_pending(&self, commitment: &[u8; 32]) -> Result<bool, StoreError> {
        self.any(whole(read::IS_PENDING).bind(&commitment[..])).await
    }

    async fn announce(
        &self,
        act: &str,
        digest: [u8; 32],
        entry: Vec<u8>,
        made: Moment,
    ) -> Result<(), StoreError> {
        self.written(Command::Announce { act: act.to_owned(), digest, entry, made }).await
    }

    async fn standing_act(&self, act: &str) -> Result<Option<[u8; 32]>, StoreError> {
        let column = Column { table: "standing_acts", name: "digest" };
        let found: Vec<Vec<u8>> = self.column(ask(read::STANDING_ACT).bind(act), column).await?;
        let digest = |bytes: &Vec<u8>| <[u8; 32]>::try_from(&bytes[..]);
        found
            .first()
            .map(|bytes| digest(bytes).map_err(|_| StoreError::Corrupt { table: column.table }))
            .transpose()
    }

    async fn promise_acts(&self, through: Week) -> Result<Vec<PromiseActRow>, StoreError> {
        self.all(ask(read::PROMISE_ACTS).bind(through.to_string())).await
    }

    async fn first_promise_week(&self) -> Result<Option<Week>, StoreError> {
        let column = Column { table: "promise_acts", name: "week" };
        self.word(ask(read::FIRST_PROMISE_WEEK), column, Week::parse).await
    }

    async fn decoy_seed(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        self.written(Command::PlantSeed(fresh)).await?;
        let column = Column { table: "decoy_seed", name: "seed" };
        let found: Vec<Vec<u8>> = self.column(ask(read::SEED), column).await?;
        let seed = found.first().and_then(|bytes| <[u8; 32]>::try_from(&bytes[..]).ok());
        seed.ok_or(StoreError::Corrupt { table: column.table })
    }

    async fn take_up(&self, taken: TakenUp) -> Result<Option<u64>, StoreError> {
        Ok(match self.write(Command::TakeUp(Box::new(taken))).await? {
            Done::Count(lost) => Some(lost),
            Done::Written | Done::HeadMoved | Done::Lease(_) | Done::DraftsGone(_) => None,
        })
    }

    async fn restores(&self, limit: u32) -> Result<Vec<RestoreRow>, StoreError> {
        self.all(ask(read::RESTORES).bind(i64::from(limit))).await
    }

    async fn lost(&self, from: u64, limit: u32) -> Result<Vec<u64>, StoreError> {
        let column = Column { table: "lost_entries", name: "idx" };
        let query = ask(read::LOST).bind(signed(from, column.table)?).bind(i64::from(limit));
        let found: Vec<i64> = self.column(query, column).await?;
        let number = |idx: i64| u64::try_from(idx).map_err(|_| StoreError::Corrupt { table: column.table });
        found.into_iter().map(number).collect()
    }

    async fn last_batch(&self) -> Result<Option<Week>, StoreError> {
        let column = Column { table: "weekly_batches", name: "week" };
        self.word(ask(read::LAST_BATCH), column, Week::parse).await
    }

    async fn weeks(&self, limit: u32) -> Result<Vec<WeekRow>, StoreError> {
        self.all(ask(read::WEEKS).bind(i64::from(limit))).await
    }

    async fn standing(&self, promise: &PromiseId) -> Result<Option<StandingRow>, StoreError> {
        self.one(ask(read::STANDING).bind(&promise.as_bytes()[..])).await
    }

    async fn decoys(&self) -> Result<Vec<StandingRow>, StoreError> {
        self.all(ask(read::DECOYS).bind(&[] as &[u8])).await
    }

    async fn record_batch(&self, batch: NewBatch) -> Result<(), StoreError> {
        self.written(Command::RecordBatch(Box::new(batch))).await
    }

    async fn first_untallied(&self) -> Result<Option<Day>, StoreError> {
        let column = Column { table: "ledger_tallies", name: "day" };
        self.word(ask(read::FIRST_UNTALLIED), column, Day::parse).await
    }

    async fn untallied(&self, through: Day) -> Result<Vec<TallyRow>, StoreError> {
        self.all(ask(read::UNTALLIED).bind(through.to_string())).await
    }

    async fn last_tallied(&self) -> Result<Option<Period>, StoreError> {
        let column = Column { table: "tallied_periods", name: "period" };
        self.word(ask(read::LAST_TALLIED), column, Period::parse).await
    }

    async fn record_tallies(&self, tallies: NewTallies) -> Result<(), StoreError> {
        self.written(Command::RecordTallies(Box::new(tallies))).await
    }

    async fn tallied(&self, period: Period) -> Result<Option<TalliedPeriod>, StoreError> {
        self.one(ask(read::TALLIED).bind(period.to_string())).await
    }

    async fn tallied_at(&self, period: Period, rank: u64) -> Result<Option<CommittedRow>, StoreError> {
        self.one(ask(read::TALLIED_AT).bind(period.to_string()).bind(signed(rank, "ledger_tallies")?)).await
    }

    async fn committed_at(&self, index: u64) -> Result<Option<CommittedRow>, StoreError> {
        self.one(ask(read::COMMITTED_AT).bind(signed(index, "ledger_entries")?)).await
    }

    async fn sample(&self, period: Period) -> Result<Option<SampleRow>, StoreError> {
        self.one(ask(read::SAMPLE).bind(period.to_string())).await
    }

    async fn commit_sample(
        &self,
        period: Period,
        digest: [u8; 32],
        entry: Vec<u8>,
        made: Moment,
    ) -> Result<(), StoreError> {
        self.written(Command::CommitSample { period: period.to_string(), digest, entry, made }).await
    }

    async fn reveal_sample(
        &self,
        period: Period,
        revealed: [u8; 32],
        entry: Vec<u8>,
        made: Moment,
    ) -> Result<(), StoreError> {
        self.written(Command::RevealSample { period: period.to_string(), revealed, entry, made }).await
    }
}

impl Database {
    /// The first row's one word, read as what it stands for.
    async fn word<T>(
        &self,
        query: Query<'_>,
        column: Column,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        let table = column.table;
        let found: Vec<String> = self.column(query, column).await?;
        found.first().map(|word| parse(word).ok_or(StoreError::Corrupt { table })).transpose()
    }
}
