//! What the service finds out from its witnesses about itself: that too few of them answer, and that its clock is wrong.
//! Both are acts in the public ledger.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::StoreError,
};
use casework::time::Moment;
use sha2::{Digest as _, Sha256};
use std::sync::atomic::Ordering;
use tlog::{
    Entry,
    entry::{Act, ActKind},
};

/// The quorum is lost when it has not cosigned what is new for so many seconds: longer than a witness takes to be
/// started again.
pub const QUORUM_LOST_SECONDS: i64 = 60;
/// How far the clock may be from that of every cosigner, in seconds: machines without any synchronisation drift by
/// seconds a day, and days are what the service counts.
pub const CLOCK_APART_SECONDS_MAX: i64 = 300;
/// Under which name the store keeps whether the quorum is lost.
const QUORUM: &str = "quorum";

/// What is known about the quorum.
#[derive(Debug)]
pub(crate) struct Quorum {
    /// Whether the ledger says that it is lost.
    is_lost: bool,
    /// Since when it has not cosigned what is new.
    missing_since: Option<Moment>,
}

impl Quorum {
    /// What the ledger says already.
    pub(crate) async fn load(service: &Service) -> Answer<Self> {
        let said = service.parts.ledger.standing_act(QUORUM).await?;
        Ok(Self { is_lost: said == Some(saying(ActKind::QuorumLost)), missing_since: None })
    }

    /// It did not cosign.
    pub(crate) async fn missed(&mut self, service: &Service) -> Answer<()> {
        let now = service.now();
        let since = *self.missing_since.get_or_insert(now);
        if !self.is_lost && now.0 - since.0 >= QUORUM_LOST_SECONDS {
            tracing::error!(seconds = now.0 - since.0, "the quorum of witnesses is lost");
            say(service, QUORUM, ActKind::QuorumLost, saying(ActKind::QuorumLost)).await?;
            self.is_lost = true;
        }
        Ok(())
    }

    /// It cosigned.
    pub(crate) async fn met(&mut self, service: &Service) -> Answer<()> {
        self.missing_since = None;
        if self.is_lost {
            tracing::info!("the quorum of witnesses is back");
            say(service, QUORUM, ActKind::QuorumBack, saying(ActKind::QuorumBack)).await?;
            self.is_lost = false;
        }
        Ok(())
    }
}

/// What stands while an act without a digest is the last one said.
fn saying(kind: ActKind) -> [u8; 32] {
    Sha256::digest(kind.as_str()).into()
}

async fn say(service: &Service, name: &str, kind: ActKind, stands: [u8; 32]) -> Answer<()> {
    let act = Act::new(kind, None, None).ok_or(ServiceError::Broken("an act lacks its digest"))?;
    let entry = Entry::Act(act).to_bytes();
    let said = service.parts.ledger.announce(name, stands, entry, service.now()).await;
    said.map_err(|error: StoreError| error.into())
}

impl Service {
    /// Holds the machine's clock against those of the witnesses that have just cosigned. Where every one of them is far
    /// from it, what time makes due is left undone until one of them agrees again; one witness alone can stop nothing.
    pub(crate) async fn compare_clocks(&self, asked: Moment, times: &[u64]) -> Answer<()> {
        // Between asking and now the clock may have gone on; a cosignature falls somewhere in between.
        let now = self.now();
        let apart = times
            .iter()
            .map(|time| i64::try_from(*time).unwrap_or(i64::MAX))
            .map(|time| time.saturating_sub(now.0).max(asked.0.saturating_sub(time)).max(0))
            .min();
        let Some(apart) = apart else { return Ok(()) };
        let stops = apart > CLOCK_APART_SECONDS_MAX;
        if stops && !self.clock_stopped.load(Ordering::SeqCst) {
            tracing::error!(
                seconds = apart,
                "the clock is far from that of every witness: nothing that time makes due is done until it is set right"
            );
            // Said before it is so, so that a stop that could not be said is said at the next checkpoint.
            let stands = Sha256::digest(format!("{} {}", ActKind::ClockStopped.as_str(), now.0)).into();
            say(self, ActKind::ClockStopped.as_str(), ActKind::ClockStopped, stands).await?;
        } else if !stops && self.clock_stopped.load(Ordering::SeqCst) {
            tracing::info!("the clock agrees with a witness again");
        }
        self.clock_stopped.store(stops, Ordering::SeqCst);
        Ok(())
    }

    /// Whether the last thing that the ledger says of the quorum is that it is lost.
    pub(crate) async fn is_quorum_lost(&self) -> Answer<bool> {
        let said = self.parts.ledger.standing_act(QUORUM).await?;
        Ok(said == Some(saying(ActKind::QuorumLost)))
    }

    /// Whether the clock is known to be wrong, so that nothing is done because of it.
    #[must_use]
    pub fn is_clock_stopped(&self) -> bool {
        self.clock_stopped.load(Ordering::SeqCst)
    }
}
