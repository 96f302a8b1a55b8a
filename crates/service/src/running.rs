//! What runs beside requests: the sequencer, the releaser, the clock that ticks, the sweeper.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ledger::Sequencer,
    ports::StoreError,
    referrals::repetitions_forgotten_before,
};
use std::{sync::Arc, time::Duration};
use tokio::sync::{Notify, watch};

/// How often the sequencer looks for leaves whose batch has grown old, or asks witnesses again.
const SEQUENCER_EVERY: Duration = Duration::from_millis(200);
/// How long the sequencer waits after a failure before it takes the log up again.
const SEQUENCER_WAITS: Duration = Duration::from_secs(1);
/// How often the clock ticks: cases in which something falls due are looked up by their index.
const TICK_EVERY: Duration = Duration::from_secs(2);
/// How often what has expired is swept.
const SWEEP_EVERY: Duration = Duration::from_secs(600);
/// How many cases one tick takes. More wait for the next.
const CASES_A_TICK: u32 = 200;

impl Service {
    /// Runs everything that runs beside requests until `stop` says so. Where several nodes share the record, most of it
    /// runs on the one that leads.
    ///
    /// # Errors
    /// Where the ledger does not verify at start, or the sequencer has to stop: the process should end then.
    pub async fn run_background(&self, stop: watch::Receiver<bool>) -> Answer<()> {
        let beside = async {
            tokio::join!(
                self.release_forever(stop.clone()),
                self.tick_forever(stop.clone()),
                self.sweep_forever(stop.clone())
            );
            // The sequencer says when all is done: it finishes its round.
            std::future::pending::<Answer<()>>().await
        };
        let done = tokio::select! {
            done = self.lead_forever() => done,
            done = beside => done,
            done = self.sequence_forever(stop.clone()) => done,
            () = self.parts.store.halted() => Err(halted()),
        };
        self.give_up_lead().await;
        done
    }

    async fn sequence_forever(&self, mut stop: watch::Receiver<bool>) -> Answer<()> {
        while !*stop.borrow() {
            let epoch = tokio::select! {
                epoch = self.leads() => epoch,
                _ = stop.changed() => break,
            };
            self.sequence(epoch, &mut stop).await?;
        }
        Ok(())
    }

    /// Numbers entries for as long as this node leads in this epoch and is not told to stop. What is begun is finished.
    async fn sequence(&self, epoch: u64, stop: &mut watch::Receiver<bool>) -> Answer<()> {
        let mut taken_up: Option<Sequencer> = None;
        while self.lead.epoch() == Some(epoch) && !*stop.borrow() {
            let done = match &mut taken_up {
                Some(sequencer) => sequencer.round().await.map(|_| ()),
                None => Sequencer::open(self.clone()).await.map(|opened| taken_up = Some(opened)),
            };
            match done {
                // Another node took the lead while this one looked.
                Ok(()) if taken_up.as_ref().is_some_and(|sequencer| sequencer.epoch() != epoch) => {
                    self.lead.lose();
                }
                Ok(()) => tokio::select! {
                    () = self.flush.notified() => {}
                    () = tokio::time::sleep(SEQUENCER_EVERY) => {}
                    _ = stop.changed() => {}
                },
                Err(error) => {
                    self.is_survived(&error).await.then_some(()).ok_or(error)?;
                    // What is durable is known to the database alone: the log is taken up again from there.
                    taken_up = None;
                    tokio::select! {
                        () = tokio::time::sleep(SEQUENCER_WAITS) => {}
                        _ = stop.changed() => {}
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether the sequencer may go on after this: the storage of published files was away, or the database of several
    /// nodes, or another node leads now. Files that do not answer are not waited for: what they hold has to be verified
    /// from the start.
    async fn is_survived(&self, error: &ServiceError) -> bool {
        if is_fatal(error) {
            return false;
        }
        let is_shared = self.parts.ledger.is_shared();
        match error {
            ServiceError::Busy if is_shared => {
                tracing::warn!("another node has taken the log over");
                self.lead.lose();
                true
            }
            // Whether it was numbered is not known, and is found out; where the writer gave up for good, that ends us.
            ServiceError::Uncertain(_) => true,
            error => {
                tracing::error!(error = %chain(error), "the sequencer waits");
                is_shared || self.parts.store.ready().await.is_ok()
            }
        }
    }

    async fn release_forever(&self, mut stop: watch::Receiver<bool>) {
        let witnessed: Arc<Notify> = self.witnessed.clone();
        loop {
            tokio::select! {
                () = witnessed.notified() => {}
                () = tokio::time::sleep(TICK_EVERY) => {}
                _ = stop.changed() => return,
            }
            if !self.is_leading() {
                continue;
            }
            if let Err(error) = self.current().release_all().await {
                tracing::error!(error = %chain(&error), "a release waits");
            }
        }
    }

    /// Releases everything that is decided and witnessed.
    ///
    /// # Errors
    /// As the store's.
    pub async fn release_all(&self) -> Answer<usize> {
        let mut released = 0;
        for id in self.parts.store.cases_to_release(CASES_A_TICK).await? {
            released += self.release_ready(&id).await?;
        }
        Ok(released)
    }

    async fn tick_forever(&self, mut stop: watch::Receiver<bool>) {
        let mut pace = TICK_EVERY;
        loop {
            tokio::select! {
                () = tokio::time::sleep(pace) => {}
                _ = stop.changed() => return,
            }
            // Another node may have adopted another pack.
            if let Err(error) = self.follow_rules().await {
                tracing::error!(error = %chain(&error), "the rules in force cannot be read");
            }
            // It may have changed its organisations as well.
            if let Err(error) = self.refresh_places().await {
                tracing::error!(error = %chain(&error), "organisations cannot be read");
            }
            // That the clock is wrong was said once, where it was found out.
            if !self.is_leading() || self.is_clock_stopped() {
                pace = TICK_EVERY;
                continue;
            }
            let service = self.current();
            if let Err(error) = service.tick_all().await {
                tracing::error!(error = %chain(&error), "the clock waits");
            }
            match service.compare_offered().await {
                Ok(more) => pace = if more { Duration::ZERO } else { TICK_EVERY },
                Err(error) => tracing::error!(error = %chain(&error), "the comparison of a pack waits"),
            }
            if let Err(error) = self.keep_ledger().await {
                tracing::error!(error = %chain(&error), "a batch of the ledger waits");
            }
        }
    }

    /// Does everything that time has made due.
    ///
    /// # Errors
    /// As the store's.
    pub async fn tick_all(&self) -> Answer<usize> {
        let mut done = 0;
        for id in self.parts.store.cases_to_wake(self.now(), CASES_A_TICK).await? {
            done += self.tick_case(&id).await?;
        }
        Ok(done)
    }

    async fn sweep_forever(&self, mut stop: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                _ = self.leads() => {}
                _ = stop.changed() => return,
            }
            let now = self.now();
            let swept = async {
                if self.is_clock_stopped() {
                    return Ok(0);
                }
                self.parts.store.sweep_drafts(now).await?;
                self.parts.store.sweep_sessions(now).await?;
                self.parts.store.forget_repetitions(repetitions_forgotten_before(now)).await
            };
            if let Err(error) = swept.await {
                tracing::error!(%error, "sweeping waits");
            }
            tokio::select! {
                () = tokio::time::sleep(SWEEP_EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }
}

/// Whether nothing may be numbered or published any more before somebody has looked.
fn is_fatal(error: &ServiceError) -> bool {
    matches!(error, ServiceError::Broken(_) | ServiceError::Store(StoreError::Published { .. }))
}

/// An error with all its sources, for the log: logged once, where it is handled.
#[must_use]
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}

/// Nothing is recorded any more: the process ends, and whoever starts it again finds out what is durable.
fn halted() -> ServiceError {
    ServiceError::Store(StoreError::Unavailable("the writer stopped; the store must be opened again".into()))
}
