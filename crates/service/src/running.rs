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
    /// Runs everything that runs beside requests until `stop` says so.
    ///
    /// # Errors
    /// Where the ledger does not verify at start, or the sequencer has to stop: the process should end then.
    pub async fn run_background(&self, stop: watch::Receiver<bool>) -> Answer<()> {
        tokio::select! {
            done = self.sequence(stop.clone()) => done,
            () = self.release_forever(stop.clone()) => Ok(()),
            () = self.tick_forever(stop.clone()) => Ok(()),
            () = self.sweep_forever(stop) => Ok(()),
        }
    }

    async fn sequence(&self, mut stop: watch::Receiver<bool>) -> Answer<()> {
        let Some(mut sequencer) = self.take_up(&mut stop).await? else { return Ok(()) };
        loop {
            tokio::select! {
                () = self.flush.notified() => {}
                () = tokio::time::sleep(SEQUENCER_EVERY) => {}
                _ = stop.changed() => return Ok(()),
            }
            match sequencer.round().await {
                Ok(_) => continue,
                Err(error) if is_fatal(&error) => return Err(error),
                // Whether it was numbered is not known: take the log up again from what is durable.
                Err(ServiceError::Uncertain(_)) => {}
                Err(error) => {
                    tracing::error!(error = %chain(&error), "the sequencer waits");
                    tokio::time::sleep(SEQUENCER_WAITS).await;
                }
            }
            match self.take_up(&mut stop).await? {
                Some(opened) => sequencer = opened,
                None => return Ok(()),
            }
        }
    }

    /// Takes up the log, and waits while the storage of its published files is away; `None` where it is told to stop
    /// meanwhile. A database that does not answer is not waited for: what it holds has to be verified from the start.
    async fn take_up(&self, stop: &mut watch::Receiver<bool>) -> Answer<Option<Sequencer>> {
        loop {
            match Sequencer::open(self.clone()).await {
                Ok(sequencer) => return Ok(Some(sequencer)),
                Err(error) if is_fatal(&error) || self.ready().await.is_err() => return Err(error),
                Err(error) => tracing::error!(error = %chain(&error), "the sequencer waits"),
            }
            tokio::select! {
                () = tokio::time::sleep(SEQUENCER_WAITS) => {}
                _ = stop.changed() => return Ok(None),
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
            let service = self.current();
            if self.is_clock_stopped() {
                // Said once, where it was found out.
                pace = TICK_EVERY;
                continue;
            }
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
