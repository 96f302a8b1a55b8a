//! Taking up, after a restore, what was published since the backup: in one transaction, so that it is done or not.
//!
//! Published entries are never rolled back. Those that this database still had to number are numbered as they were
//! published; of the others it learns what the ledger alone can tell: which promises stand, which weeks had their
//! batch, which half-years their tallies, what the reviewer committed to. What it cannot learn is what a commitment
//! stands for; such an entry is noted as lost.

use super::{Done, Tx, change, ledger};
use crate::{
    decode::FromRow as _,
    engine::query,
    fault::Fault,
    fields::signed,
    sql::{Change, change as sql, read},
};
use casework::time::Moment;
use service::ports::{NumberedEntry, PendingLeaf, StandingRow, StoreError, TakenPeriod, TakenUp, TallyRow};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap, VecDeque};
use tlog::{
    Entry,
    entry::{Act, ActKind, Class, Period, PromiseId, Read, Week, tally_leaf},
};

pub(super) async fn plant_seed(tx: &mut Tx<'_>, seed: &[u8; 32]) -> Result<Done, Fault> {
    tx.run(change(sql::PLANT_SEED).bind(&seed[..])).await?;
    Ok(Done::Written)
}

pub(super) async fn take_up(tx: &mut Tx<'_>, taken: &TakenUp) -> Result<Done, Fault> {
    let (epoch, size) = taken.expected;
    let without_gap = (size..).zip(&taken.entries).all(|(index, entry)| entry.index == index);
    let is_whole = without_gap && taken.head.size.checked_sub(size) == Some(taken.entries.len() as u64);
    if !is_whole || !taken.entries.iter().all(says_what_it_commits_to) {
        return Err(StoreError::Corrupt { table: "ledger_entries" }.into());
    }
    let head = |number| signed(number, "ledger_head");
    let moved = tx
        .run(
            change(sql::MOVE_HEAD)
                .bind(head(taken.head.epoch)?)
                .bind(head(taken.head.size)?)
                .bind(&taken.head.root[..])
                .bind(head(epoch)?)
                .bind(head(size)?),
        )
        .await?;
    if moved == 0 {
        return Ok(Done::HeadMoved);
    }
    tx.run(change(sql::BEGIN_RESTORE).bind(taken.made.0).bind(head(size)?).bind(head(taken.head.size)?))
        .await?;
    let mut work = Work { waiting: waiting(tx).await?, taken, week: None, tallied: BTreeMap::new(), lost: 0 };
    for entry in &taken.entries {
        work.entry(tx, entry).await?;
    }
    work.end_week(tx).await?;
    let lost = work.lost;
    // What is lost has no event, and is kept under the time of the restore: the tables would not notice that it is there
    // already under its own.
    if lost > 0 && query(read::COMMITTED_TWICE.text()).fetch_optional(tx.connection).await?.is_some() {
        return Err(StoreError::Corrupt { table: "ledger_entries" }.into());
    }
    tx.run(change(sql::COUNT_LOST).bind(signed(lost, "restores")?)).await?;
    if let Some(checkpoint) = &taken.checkpoint {
        ledger::record_checkpoint(tx, taken.head.epoch, checkpoint).await?;
    }
    for act in &taken.acts {
        ledger::add_pending(tx, act, taken.made).await?;
    }
    Ok(Done::Count(lost))
}

/// Whether a row says of its entry what this says itself.
fn says_what_it_commits_to(row: &NumberedEntry) -> bool {
    let says = match tlog::entry::read(&row.entry) {
        Ok(Read::Known(Entry::Commitment { c })) => Some(c),
        _ => None,
    };
    says == row.commitment
}

/// The leaves that wait, by their bytes, oldest first.
type Waiting = HashMap<Vec<u8>, VecDeque<PendingLeaf>>;

async fn waiting(tx: &mut Tx<'_>) -> Result<Waiting, Fault> {
    let rows = query(read::PENDING.text()).bind(0_i64).bind(i64::MAX).fetch_all(tx.connection).await?;
    let mut waiting = Waiting::new();
    for row in &rows {
        let leaf = PendingLeaf::from_row(row)?;
        waiting.entry(leaf.entry.clone()).or_default().push_back(leaf);
    }
    Ok(waiting)
}

/// A week's batch while its entries are taken up.
#[derive(Debug)]
struct Batch {
    week: Week,
    /// Whether this database has made it itself, so that only its numbers were missing.
    known: bool,
    opened: i64,
    kept: i64,
    kept_late: i64,
}

/// Commitments, each with when its leaf was made, by the leaves of their tallies.
type Leaves = BTreeMap<[u8; 32], (Moment, [u8; 32])>;

struct Work<'a> {
    waiting: Waiting,
    taken: &'a TakenUp,
    week: Option<Batch>,
    /// Of each half-year whose tallies are taken up: its commitments by their leaves, and how many tallies were seen.
    tallied: BTreeMap<Period, (Leaves, i64)>,
    lost: u64,
}

impl Work<'_> {
    async fn entry(&mut self, tx: &mut Tx<'_>, row: &NumberedEntry) -> Result<(), Fault> {
        let waits = self.waiting.get_mut(&row.entry).and_then(VecDeque::pop_front);
        if let Some(pending) = waits {
            // Everything that goes with it was recorded when the leaf was.
            return ledger::number(tx, row.index, &[pending]).await;
        }
        ledger::add_entry(tx, row, self.taken.made).await?;
        // A form that this version does not know has no rows that it could change.
        let Ok(Read::Known(entry)) = tlog::entry::read(&row.entry) else { return Ok(()) };
        match entry {
            Entry::Commitment { c } => self.lose(tx, row.index, &c).await,
            Entry::Promise { promise, until, week } => {
                let Some(batch) = self.batch(tx, week).await? else { return Ok(()) };
                batch.opened += 1;
                self.stand(tx, promise, until).await
            }
            Entry::Moved { promise, until, week } => {
                if self.batch(tx, week).await?.is_none() {
                    return Ok(());
                }
                self.stand(tx, promise, until).await
            }
            Entry::Kept { promise, week } => {
                let due = standing(tx, &promise).await?;
                let Some(batch) = self.batch(tx, week).await? else { return Ok(()) };
                batch.kept += 1;
                batch.kept_late += i64::from(due.is_some_and(|row| row.until < week));
                drop_standing(tx, &promise).await
            }
            Entry::Void { promise, week, .. } => {
                if self.batch(tx, week).await?.is_none() {
                    return Ok(());
                }
                drop_standing(tx, &promise).await
            }
            Entry::Tally { class, l, period } => self.tally(tx, class, l, period).await,
            Entry::Act(act) => self.act(tx, &act).await,
        }
    }

    /// A commitment of which nothing is known but that it stands. It is tallied as `other`, with the tallies that come
    /// next, or was tallied with those that were published after it.
    async fn lose(&mut self, tx: &mut Tx<'_>, index: u64, c: &[u8; 32]) -> Result<(), Fault> {
        self.lost += 1;
        let place = signed(index, "lost_entries")?;
        tx.run(change(sql::ADD_LOST).bind(place)).await?;
        let salt = Sha256::new_with_prefix(self.taken.salt).chain_update(c).finalize();
        let tallied = self.taken.periods.iter().find(|period| index < period.first);
        let day = tallied.map_or_else(|| self.taken.made.day(), |period| period.last_day);
        let kept = tx
            .run(
                change(sql::KEEP_LOST_TALLY)
                    .bind(self.taken.made.0)
                    .bind(&c[..])
                    .bind(place)
                    .bind(Class::Other.as_str())
                    .bind(&salt[..])
                    .bind(day.to_string())
                    .bind(tallied.map(|period| period.period.to_string()))
                    .bind(tallied.map(|_| Class::Other.as_str()))
                    .bind(tallied.map(|_| 0_i64)),
            )
            .await?;
        // It is there already, under this very time.
        if kept == 0 {
            return Err(StoreError::Corrupt { table: "ledger_entries" }.into());
        }
        Ok(())
    }

    /// The batch of a week, unless this database has made it itself.
    async fn batch(&mut self, tx: &mut Tx<'_>, week: Week) -> Result<Option<&mut Batch>, Fault> {
        if self.week.as_ref().is_none_or(|batch| batch.week != week) {
            self.end_week(tx).await?;
            let made = query(read::HAS_BATCH.text()).bind(week.to_string());
            let known = made.fetch_optional(tx.connection).await?.is_some();
            self.week = Some(Batch { week, known, opened: 0, kept: 0, kept_late: 0 });
        }
        Ok(self.week.as_mut().filter(|batch| !batch.known))
    }

    /// What is counted of a week, once all of its batch is taken up. What events did to promises until then stands in
    /// it, for the batch was made from all of them.
    async fn end_week(&mut self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let Some(batch) = self.week.take().filter(|batch| !batch.known) else { return Ok(()) };
        let week = batch.week.to_string();
        tx.run(
            change(sql::ADD_BATCH)
                .bind(&week)
                .bind(self.taken.made.0)
                .bind(batch.opened)
                .bind(batch.kept)
                .bind(batch.kept_late),
        )
        .await?;
        tx.run(change(sql::COUNT_STANDING).bind(&week)).await?;
        tx.run(change(sql::DROP_PROMISE_ACTS).bind(&week)).await?;
        Ok(())
    }

    async fn stand(&self, tx: &mut Tx<'_>, promise: PromiseId, until: Week) -> Result<(), Fault> {
        let decoy = self.taken.decoys.contains(&promise);
        tx.run(change(sql::PUT_STANDING).bind(&promise.as_bytes()[..]).bind(until.to_string()).bind(decoy))
            .await?;
        Ok(())
    }

    /// A tally is that of a commitment here where class and second salt give it.
    async fn tally(
        &mut self,
        tx: &mut Tx<'_>,
        class: Class,
        l: [u8; 32],
        period: Period,
    ) -> Result<(), Fault> {
        if !self.tallied.contains_key(&period) {
            let unknown = StoreError::Corrupt { table: "tallied_periods" };
            let taken = self.taken.periods.iter().find(|taken| taken.period == period).ok_or(unknown)?;
            self.tallied.insert(period, (begin_tallies(tx, taken, self.taken.made.0).await?, 0));
        }
        let Some((leaves, rank)) = self.tallied.get_mut(&period) else { return Ok(()) };
        let place = *rank;
        *rank += 1;
        if let Some((made, commitment)) = leaves.get(&l) {
            let tally = change(sql::TALLY).bind(made.0).bind(&commitment[..]).bind(period.to_string());
            tx.run(tally.bind(class.as_str()).bind(place)).await?;
        }
        Ok(())
    }

    async fn act(&self, tx: &mut Tx<'_>, act: &Act) -> Result<(), Fault> {
        let digest = act.digest().copied().unwrap_or_default();
        match (act.kind(), act.period().map(|period| period.to_string())) {
            // A pack that was adopted since is not in force here: the one that is, is announced again.
            (kind @ (ActKind::LedgerStarted | ActKind::QuorumChanged), _) => {
                tx.run(change(sql::SET_ACT).bind(kind.as_str()).bind(&digest[..])).await?;
            }
            (ActKind::SampleCommitted, Some(period)) => {
                let add = change(sql::ADD_SAMPLE).bind(period).bind(&digest[..]);
                tx.run(add.bind(self.taken.made.0)).await?;
            }
            (ActKind::SampleRevealed, Some(period)) => {
                tx.run(change(sql::REVEAL_SAMPLE).bind(period).bind(&digest[..])).await?;
            }
            _ => {}
        }
        Ok(())
    }
}

async fn standing(tx: &mut Tx<'_>, promise: &PromiseId) -> Result<Option<StandingRow>, Fault> {
    let found = query(read::STANDING.text()).bind(&promise.as_bytes()[..]);
    let row = found.fetch_optional(tx.connection).await?;
    Ok(row.as_ref().map(StandingRow::from_row).transpose()?)
}

async fn drop_standing(tx: &mut Tx<'_>, promise: &PromiseId) -> Result<(), Fault> {
    tx.run(change(sql::DROP_STANDING).bind(&promise.as_bytes()[..])).await?;
    Ok(())
}

/// Notes that a half-year was tallied; gives the commitments that it may have tallied, by their leaves.
async fn begin_tallies(tx: &mut Tx<'_>, taken: &TakenPeriod, made: i64) -> Result<Leaves, Fault> {
    let count = |number| signed(number, "tallied_periods");
    let add: Change = sql::TAKE_UP_TALLIED;
    tx.run(
        change(add)
            .bind(taken.period.to_string())
            .bind(made)
            .bind(count(taken.first)?)
            .bind(count(taken.tallies)?),
    )
    .await?;
    let rows = query(read::UNTALLIED.text()).bind(taken.last_day.to_string());
    let rows = rows.fetch_all(tx.connection).await?;
    let mut leaves = Leaves::new();
    for row in &rows {
        let row = TallyRow::from_row(row)?;
        leaves.insert(tally_leaf(&row.salt, &row.commitment), (row.made, row.commitment));
    }
    Ok(leaves)
}
