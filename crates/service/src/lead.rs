//! Which node leads. Several may share one record; one of them at a time numbers entries, does what time makes due,
//! releases and hands letters over.
//!
//! **Invariants.**
//! - Who leads is said by a lease in the database, by the database's clock. A node that was paused believes in its own
//!   lease for a shorter time than the database does, by a clock that only goes forward.
//! - What may never happen twice does not rest on that belief: numbering and signing are refused under another epoch
//!   than the head's, and everything else names the position of the case that it rests on.

use crate::{engine::Service, error::Answer};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{sync::watch, time::Instant};

/// How long a lease lasts, in seconds of the database's clock: what is waited for when the leading node is gone.
pub const LEASE_SECONDS: u32 = 10;
/// How long a node relies on it, from before it asked: the database counts whole seconds, and an answer takes its time.
const RELIED_ON: Duration = Duration::from_secs(7);
/// How often a node asks, whether it leads or waits.
const ASKED_EVERY: Duration = Duration::from_secs(2);

/// What this node knows about its lead.
#[derive(Debug, Clone, Copy)]
struct Held {
    epoch: u64,
    /// `None` where no other node can be.
    until: Option<Instant>,
}

/// The lead of one node. Cheap to clone; every copy is the same.
#[derive(Debug, Clone)]
pub(crate) struct Lead {
    /// Drawn at each start, so that nobody takes a lease for their own that an earlier process held.
    holder: Arc<str>,
    held: Arc<Mutex<Option<Held>>>,
    changed: Arc<watch::Sender<()>>,
}

impl Lead {
    /// A node's, by a name that was drawn for it. It does not lead yet.
    pub(crate) fn new(drawn: [u8; 16]) -> Self {
        let holder = drawn.iter().fold(String::with_capacity(32), |mut name, byte| {
            use std::fmt::Write as _;
            // Writing to a string does not fail.
            let _ = write!(name, "{byte:02x}");
            name
        });
        Self { holder: holder.into(), held: Arc::default(), changed: Arc::new(watch::channel(()).0) }
    }

    /// The epoch in which this node leads now.
    pub(crate) fn epoch(&self) -> Option<u64> {
        let held = *self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.filter(|held| held.until.is_none_or(|until| Instant::now() < until)).map(|held| held.epoch)
    }

    /// No longer relies on the lease, until the database has been asked again.
    pub(crate) fn lose(&self) {
        self.set(None);
    }

    fn set(&self, held: Option<Held>) {
        let was = std::mem::replace(&mut *self.held.lock().unwrap_or_else(PoisonError::into_inner), held);
        match (was.map(|held| held.epoch), held.map(|held| held.epoch)) {
            (was, now) if was == now => {}
            (_, Some(epoch)) => tracing::info!(epoch, "this node leads"),
            (_, None) => tracing::info!("this node does not lead any more"),
        }
        self.changed.send_replace(());
    }
}

impl Service {
    /// Whether this node is the one that numbers entries and does what time makes due.
    #[must_use]
    pub fn is_leading(&self) -> bool {
        self.lead.epoch().is_some()
    }

    /// Takes the lead where it is free, and keeps it. Never ends.
    pub(crate) async fn lead_forever(&self) -> Answer<()> {
        let ledger = &self.parts.ledger;
        if !ledger.is_shared() {
            let epoch = ledger.head().await?.map_or(1, |head| head.epoch);
            self.lead.set(Some(Held { epoch, until: None }));
            return std::future::pending().await;
        }
        loop {
            let until = Some(Instant::now() + RELIED_ON);
            match ledger.lease(&self.lead.holder, LEASE_SECONDS).await {
                Ok(epoch) => self.lead.set(epoch.map(|epoch| Held { epoch, until })),
                // What is held is held until it ends by itself.
                Err(error) => tracing::warn!(%error, "the database could not be asked which node leads"),
            }
            tokio::time::sleep(ASKED_EVERY).await;
        }
    }

    /// Waits until this node leads.
    pub(crate) async fn leads(&self) -> u64 {
        let mut changed = self.lead.changed.subscribe();
        loop {
            if let Some(epoch) = self.lead.epoch() {
                return epoch;
            }
            // The sender lies in `self`, so this ends with a change only.
            let _ = changed.changed().await;
        }
    }

    /// Lets another node lead at once. What cannot be said now ends by itself.
    pub(crate) async fn give_up_lead(&self) {
        let (held, ledger) = (self.lead.epoch().is_some(), &self.parts.ledger);
        self.lead.lose();
        if held
            && ledger.is_shared()
            && let Err(error) = ledger.give_up_lease(&self.lead.holder).await
        {
            tracing::warn!(%error, "the lead could not be given up; it ends by itself");
        }
    }
}
