//! How the service stands, for those who keep it. Counts, times and names of machines: nothing that names a case, a person
//! or an officer. What is good and what is not, and what to do about it, is for the page to say.

use crate::{
    engine::Service,
    error::Answer,
    keepers::{keeper, short},
    ports::{RestoreRow, StoreAbout},
};
use casework::{actor::Actor, time::Moment};
use std::sync::PoisonError;

/// How far what waits is counted: whether it is more makes no difference to what is to be done.
pub const COUNTED_MAX: u32 = 1_000;
/// What fell due so many seconds ago should have been done: the clock ticks every other second.
pub const LATE_SECONDS: i64 = 60;

/// What waits for the service itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// How many, counted up to [`COUNTED_MAX`].
    pub count: u32,
    /// Whether there are more.
    pub more: bool,
    /// Since when the oldest of those that were counted waits.
    pub oldest: Option<Moment>,
}

impl Waiting {
    fn of(since: impl Iterator<Item = Moment>) -> Self {
        let mut waiting = Self::default();
        for moment in since {
            waiting.more = waiting.count == COUNTED_MAX;
            waiting.count = COUNTED_MAX.min(waiting.count + 1);
            waiting.oldest = Some(waiting.oldest.map_or(moment, |oldest| oldest.min(moment)));
        }
        waiting
    }
}

/// The quorum of witnesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuorumState {
    /// The policy asks for none.
    Without,
    /// Nothing says that it is missing.
    Met,
    /// It has not cosigned for a minute and longer, as the ledger says.
    Lost,
}

/// A witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessState {
    /// Its name in the quorum policy.
    pub name: String,
    /// When it was last heard of, as far as this node knows.
    pub seen: Option<Moment>,
    /// Whether it cosigned the last checkpoint that the quorum accepted.
    pub cosigned_last: bool,
}

/// The ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerState {
    /// How many entries are numbered.
    pub size: u64,
    /// Size and time of the last checkpoint that was signed.
    pub signed: Option<(u64, Moment)>,
    /// Size and time of the last one that the quorum cosigned.
    pub witnessed: Option<(u64, Moment)>,
    /// Leaves that have no number yet.
    pub pending: Waiting,
}

/// Promises that were overdue at the end of a week, as the public ledger counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue {
    /// The week.
    pub week: String,
    /// How many.
    pub promises: u64,
}

/// How the service stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// When it was looked at.
    pub now: Moment,
    /// What the store is.
    pub store: StoreAbout,
    /// Whether database, keystore and writer answer, and the record is still here.
    pub records: bool,
    /// Whether other nodes may have the record open too.
    pub shared: bool,
    /// Whether this node numbers entries, hands letters over and does what time makes due.
    pub leads: bool,
    /// The ledger.
    pub ledger: LedgerState,
    /// The quorum.
    pub quorum: QuorumState,
    /// Each witness.
    pub witnesses: Vec<WitnessState>,
    /// Whether the clock is far from that of every witness.
    pub clock_stopped: bool,
    /// Whether what holds the keys answers.
    pub keys: bool,
    /// Letters and messages that were not handed over yet.
    pub letters: Waiting,
    /// Cases in which something fell due a while ago and is not done: how many, counted up to [`COUNTED_MAX`] and one.
    pub late: u32,
    /// What was overdue at the end of the last week; `None` before the first batch.
    pub overdue: Option<Overdue>,
    /// Id and version of the policy pack in force.
    pub pack: String,
    /// The beginning of its digest.
    pub pack_digest: String,
    /// The last restore from a backup, if there was one.
    pub restored: Option<RestoreRow>,
}

impl Service {
    /// A witness cosigned just now.
    pub(crate) fn saw_witness(&self, name: &str) {
        let now = self.now();
        self.witnesses_seen.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), now);
    }

    /// How the service stands.
    ///
    /// # Errors
    /// [`casework::refusal::Refusal::NotYourRole`] for whoever keeps neither accounts, keys nor retention.
    pub async fn health(&self, actor: &Actor) -> Answer<Health> {
        keeper(actor)?;
        let (store, ledger) = (&self.parts.store, &self.parts.ledger);
        let now = self.now();
        let letters = store.outbox(COUNTED_MAX + 1).await?;
        let late = store.cases_to_wake(now.plus(-LATE_SECONDS), COUNTED_MAX + 1).await?;
        let last_week = ledger.weeks(1).await?.into_iter().next();
        let pack = self.parts.gate.pack();
        Ok(Health {
            now,
            store: store.about().await?,
            records: self.ready().await.is_ok(),
            shared: ledger.is_shared(),
            leads: self.is_leading(),
            ledger: self.ledger_state().await?,
            quorum: self.quorum_state().await?,
            witnesses: self.witness_states().await?,
            clock_stopped: self.is_clock_stopped(),
            keys: self.keys_ready().await.is_ok(),
            letters: Waiting::of(letters.iter().map(|row| row.made)),
            late: u32::try_from(late.len()).unwrap_or(u32::MAX),
            overdue: last_week.map(|row| Overdue { week: row.week, promises: row.broken }),
            pack: pack.name(),
            pack_digest: short(pack.digest()),
            restored: ledger.restores(1).await?.into_iter().next(),
        })
    }

    async fn ledger_state(&self) -> Answer<LedgerState> {
        let ledger = &self.parts.ledger;
        let pending = ledger.pending(0, COUNTED_MAX + 1).await?;
        let at = |row: crate::ports::CheckpointRow| (row.size, row.made);
        Ok(LedgerState {
            size: ledger.head().await?.map_or(0, |head| head.size),
            signed: ledger.checkpoint(false).await?.map(at),
            witnessed: ledger.checkpoint(true).await?.map(at),
            pending: Waiting::of(pending.iter().map(|leaf| leaf.made)),
        })
    }

    async fn quorum_state(&self) -> Answer<QuorumState> {
        Ok(if self.parts.policy.is_without_quorum() {
            QuorumState::Without
        } else if self.is_quorum_lost().await? {
            QuorumState::Lost
        } else {
            QuorumState::Met
        })
    }

    /// Each witness, by what the last cosigned checkpoint says of it and by what this node has heard since.
    async fn witness_states(&self) -> Answer<Vec<WitnessState>> {
        let policy = &self.parts.policy;
        let last = self.parts.ledger.checkpoint(true).await?;
        let assessed = last.and_then(|row| policy.assess(&row.note).ok());
        let cosigned = |name: &str| assessed.as_ref()?.cosignatures().iter().find(|one| one.witness == name);
        let seen = self.witnesses_seen.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(policy
            .witnesses()
            .iter()
            .map(|witness| {
                let its = cosigned(witness.name());
                let then = its.and_then(|one| i64::try_from(one.time).ok()).map(Moment);
                WitnessState {
                    name: witness.name().to_owned(),
                    seen: seen.get(witness.name()).copied().max(then),
                    cosigned_last: its.is_some(),
                }
            })
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_counted_up_to_a_limit_with_the_oldest_of_it() {
        assert_eq!(Waiting::of([].into_iter()), Waiting::default());
        let few = Waiting::of([30, 10, 20].map(Moment).into_iter());
        assert_eq!(few, Waiting { count: 3, more: false, oldest: Some(Moment(10)) });
        let exactly = Waiting::of((0..i64::from(COUNTED_MAX)).map(Moment));
        assert_eq!((exactly.count, exactly.more), (COUNTED_MAX, false));
        let beyond = Waiting::of((0..=i64::from(COUNTED_MAX)).map(Moment));
        assert_eq!((beyond.count, beyond.more), (COUNTED_MAX, true));
    }
}
