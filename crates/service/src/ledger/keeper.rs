//! What the ledger owes by the calendar: a batch of promises for each week, tallies for each half-year.
//!
//! Both are made once, in one transaction that the week or period itself is the key of, so that neither a crash nor a
//! second node makes them twice or half.

use super::{
    calendar::{last_day, period_of, week_of},
    tallies, weekly,
};
use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{NewBatch, NewPromiseAct, NewTallies, PromiseChange, StoreError},
};
use casework::{
    event::Event,
    promise::{PromiseAct, Void},
    time::{Day, Moment},
};
use sha2::{Digest as _, Sha256};
use tlog::entry::{Period, PromiseId, VoidReason, Week};

/// A week's batch is made so many seconds after its end, and a half-year's tallies likewise: a command that was begun
/// in the last second has long been committed, or refused, by then.
const GRACE_SECONDS: i64 = 600;

impl Service {
    /// Makes what has fallen due: one week's batch and one half-year's tallies at most. Says whether anything was made.
    ///
    /// # Errors
    /// As the store's.
    pub async fn keep_ledger(&self) -> Answer<bool> {
        let made_batch = self.make_batch().await?;
        let made_tallies = self.make_tallies().await?;
        Ok(made_batch || made_tallies)
    }

    async fn make_batch(&self) -> Answer<bool> {
        let now = self.now();
        let current = week_of(now.plus(-GRACE_SECONDS).day())?;
        let ledger = &self.parts.ledger;
        let week = match ledger.last_batch().await? {
            Some(last) => last.next(),
            None => match ledger.first_promise_week().await? {
                Some(first) => first,
                // Nothing was ever promised: begin with the week that ended last.
                None => week_of(now.plus(-GRACE_SECONDS).day().plus_days(-7))?,
            },
        };
        if week >= current {
            return Ok(false);
        }
        let acts = ledger.promise_acts(week).await?;
        let mut standing = ledger.decoys().await?;
        for promise in weekly::named(&acts) {
            standing.extend(ledger.standing(&promise).await?);
        }
        let batch = weekly::compose(week, &acts, &standing, &self.decoy_seed().await?, self.entropy());
        if batch.stray > 0 {
            tracing::error!(%week, acts = batch.stray, "acts about promises that do not stand were left out of a batch");
        }
        let new = NewBatch {
            week,
            made: now,
            acts: acts.iter().map(|act| act.id).collect(),
            standing: batch.standing,
            gone: batch.gone,
            opened: batch.opened as u64,
            kept: batch.kept as u64,
            kept_late: batch.kept_late as u64,
            entries: batch.entries.iter().map(tlog::Entry::to_bytes).collect(),
        };
        made(ledger.record_batch(new).await)
    }

    async fn make_tallies(&self) -> Answer<bool> {
        let now = self.now();
        let Some(period) = self.period_to_tally().await? else { return Ok(false) };
        if period >= period_of(now.plus(-GRACE_SECONDS).day())? {
            return Ok(false);
        }
        let last_day = last_day(period)?;
        let rows = self.parts.ledger.untallied(last_day).await?;
        let (entries, rows) =
            tallies::compose(period, &rows).ok_or(ServiceError::Broken("a commitment has no class"))?;
        let entries = entries.iter().map(tlog::Entry::to_bytes).collect();
        made(
            self.parts.ledger.record_tallies(NewTallies { period, last_day, made: now, rows, entries }).await,
        )
    }

    /// The half-year whose commitments are not tallied yet. One that came so late that its own half-year was tallied
    /// before belongs to the next.
    pub(crate) async fn period_to_tally(&self) -> Answer<Option<Period>> {
        let Some(day) = self.parts.ledger.first_untallied().await? else { return Ok(None) };
        Ok(Some(self.not_before_last(period_of(day)?).await?))
    }

    /// A period, or the one after the last that was tallied.
    pub(crate) async fn not_before_last(&self, period: Period) -> Answer<Period> {
        Ok(match self.parts.ledger.last_tallied().await? {
            Some(last) => period.max(last.next()),
            None => period,
        })
    }
}

/// Made once is made, whoever did it; what came between is tried again at the next tick.
fn made(result: Result<(), StoreError>) -> Answer<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(StoreError::Repeated | StoreError::Conflict) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// What an event does to promises, as the batch of its week will show it.
pub(crate) fn promise_acts(event: &Event, now: Moment) -> Answer<Vec<NewPromiseAct>> {
    let week = week_of(now.day())?;
    acts(event)
        .iter()
        .map(|act| Ok(NewPromiseAct { promise: tag(act.promise().as_str()), change: change(act)?, week }))
        .collect()
}

fn change(act: &PromiseAct) -> Answer<PromiseChange> {
    let until = |day: &Day| -> Answer<Week> { week_of(*day) };
    Ok(match act {
        PromiseAct::Opened { until: day, .. } => PromiseChange::Opened(until(day)?),
        PromiseAct::Moved { until: day, .. } => PromiseChange::Moved(until(day)?),
        PromiseAct::Kept { .. } => PromiseChange::Kept,
        PromiseAct::Voided { why, .. } => PromiseChange::Void(match why {
            Void::NotIdentified => VoidReason::NotIdentified,
            Void::Died => VoidReason::Died,
            Void::Paused => VoidReason::Paused,
            Void::Held => VoidReason::Held,
            Void::Replaced => VoidReason::Replaced,
        }),
    })
}

/// The public tag of a promise: 16 bytes that whoever knows its inner identifier can compute, and nobody can undo.
fn tag(inner: &str) -> PromiseId {
    let mut digest = Sha256::new();
    digest.update(b"candour.promise-tag.v1\n");
    digest.update(inner);
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest.finalize()[..16]);
    PromiseId::from_bytes(bytes)
}

fn acts(event: &Event) -> &[PromiseAct] {
    match event {
        Event::EmergencyReleased { promises, .. }
        | Event::DisclosureRecalled { promises, .. }
        | Event::DestructionConfirmed { promises, .. }
        | Event::DestructionRefused { promises, .. }
        | Event::AfterReviewed { promises, .. }
        | Event::NoticeDue { promises, .. }
        | Event::NoticeDeferred { promises, .. }
        | Event::NoticeClockStarted { promises, .. }
        | Event::NoticeSent { promises, .. } => promises,
        _ => &[],
    }
}
