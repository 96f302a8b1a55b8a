//! Receipts: inclusion only, so that holding one proves that an act is in the ledger and not what it was.

use crate::{
    engine::{Service, open_event},
    error::{Answer, ServiceError},
};
use casework::{
    actor::{Actor, Role},
    decide,
    event::Event,
    header::Stream,
    id::CaseId,
    refusal::Refusal,
};
use tlog::receipt::{self, Located};

impl Service {
    /// The receipts that an account may have of a case: officers and health workers of their own acts, others of the
    /// whole case. Each is a file name and its bytes. What is not yet witnessed has no receipt yet.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown and what is not theirs.
    pub async fn receipts(&self, id: &CaseId, actor: &Actor) -> Answer<Vec<(String, Vec<u8>)>> {
        let absent = || ServiceError::Refused(Refusal::NoSuchCase);
        let loaded = self.load(id).await?.ok_or_else(absent)?;
        if !decide::may_read(&loaded.case, actor) {
            return Err(absent());
        }
        let own_only = matches!(actor.role, Role::Officer | Role::Supervisor | Role::HealthWorker);
        let Some(checkpoint) = self.parts.ledger.checkpoint(true).await? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for stored in self.parts.store.events(id, Stream::Decision).await? {
            let event = open_event(&loaded.keys, &stored)?;
            if own_only && acted(&event) != Some(actor.account.as_str()) {
                continue;
            }
            let Some(index) = self.parts.ledger.index_of(&stored.commitment).await? else { continue };
            if index >= checkpoint.size {
                continue;
            }
            let proof = self.inclusion(index, checkpoint.size).await?;
            let entry = tlog::Entry::Commitment { c: stored.commitment }.to_bytes();
            let located = Located { entry: &entry, index, proof: &proof };
            let receipt = receipt::make_inclusion(located, &checkpoint.note, None).map_err(|error| {
                tracing::error!(%error, "a receipt cannot be made");
                ServiceError::Broken("a receipt cannot be made")
            })?;
            found.push((
                format!("{}-{}.tlog-proof", loaded.case.reference, stored.position),
                receipt.to_bytes(),
            ));
        }
        Ok(found)
    }
}

/// The account whose act an event is.
fn acted(event: &Event) -> Option<&str> {
    match event {
        Event::EnquiryReceived { by, .. }
        | Event::ReferralReceived { by, .. }
        | Event::ReferralCompleted { by, .. }
        | Event::ReferralWithdrawn { by }
        | Event::Countersigned { by }
        | Event::ProposalMade { by, .. }
        | Event::ApprovalGiven { by, .. }
        | Event::DestructionConfirmed { by, .. }
        | Event::DestructionRefused { by, .. } => Some(by.account.as_str()),
        _ => None,
    }
}
