//! Receipts: inclusion only, so that holding one proves that an act is in the ledger and not what it was.

use crate::{
    dates::ForReaders as _,
    engine::{Loaded, Service, open_event},
    error::{Answer, ServiceError},
    ports::{CheckpointRow, LeafOf, StoredEvent, TallyOf},
};
use casework::{
    actor::{Actor, Role},
    decide,
    event::Event,
    id::CaseId,
    refusal::Refusal,
};
use tlog::{
    entry::{Class, Period},
    receipt::{self, Located, TallyOpening},
};

impl Service {
    /// The receipts that an account may have of a case: officers and health workers of their own acts, others of the
    /// whole case. Each is a file name and its bytes. What is not yet witnessed has no receipt yet.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown and what is not theirs.
    pub async fn receipts(&self, id: &CaseId, actor: &Actor) -> Answer<Vec<(String, Vec<u8>)>> {
        if matches!(actor.role, Role::Officer | Role::Supervisor | Role::HealthWorker) {
            let acts = self.own_acts(id, actor).await?;
            return Ok(acts.into_iter().filter_map(|act| act.receipt).collect());
        }
        let (loaded, checkpoint) = tokio::join!(self.readable(id, actor), self.parts.ledger.checkpoint(true));
        let loaded = loaded?;
        let Some(checkpoint) = checkpoint? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for stored in &loaded.events {
            if let Some((_, bytes)) = self.inclusion_receipt(stored, &checkpoint).await? {
                found.push((receipt_name(&loaded, stored), bytes));
            }
        }
        Ok(found)
    }

    /// What an account itself did in a case, in order, each with its receipt once it is witnessed. A reading.
    ///
    /// SECURITY: numbered among their own acts. Its place in the case would tell how much others did in between.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown and what is not theirs.
    pub async fn own_acts(&self, id: &CaseId, actor: &Actor) -> Answer<Vec<OwnAct>> {
        let loaded = self.readable(id, actor).await?;
        // A clinician reads every case of the unit in the clinic's rooms; theirs is here what they began themselves.
        if actor.role == Role::Clinician && loaded.case.opened_by.account != actor.account {
            return Err(Refusal::NoSuchCase.into());
        }
        let page = format!("{}/receipts", actor.role.as_str());
        self.record_read(id, &loaded.keys, &Event::CaseRead { by: actor.into(), page }).await?;
        let checkpoint = self.parts.ledger.checkpoint(true).await?;
        let mut acts: Vec<OwnAct> = Vec::new();
        for stored in &loaded.events {
            let event = open_event(&loaded.keys, stored)?;
            let Some((by, what)) = acted(&event) else { continue };
            if by != actor.account.as_str() {
                continue;
            }
            let made = match &checkpoint {
                Some(checkpoint) => self.inclusion_receipt(stored, checkpoint).await?,
                None => None,
            };
            let name = format!("{}-own-{}.tlog-proof", loaded.case.reference, acts.len() + 1);
            acts.push(OwnAct {
                what,
                at: stored.time.for_readers(),
                receipt: made.map(|(_, bytes)| (name, bytes)),
            });
        }
        Ok(acts)
    }

    async fn readable(&self, id: &CaseId, actor: &Actor) -> Answer<Loaded> {
        let loaded = self.load_for(id, actor).await?;
        let loaded = loaded.filter(|loaded| decide::may_read(&loaded.case, actor));
        loaded.ok_or(ServiceError::Refused(Refusal::NoSuchCase))
    }

    /// Where an event stands in the ledger, and its receipt; `None` until it is witnessed.
    pub(super) async fn inclusion_receipt(
        &self,
        stored: &StoredEvent,
        checkpoint: &CheckpointRow,
    ) -> Answer<Option<(u64, Vec<u8>)>> {
        let Some(leaf) = self.witnessed_leaf(stored, checkpoint).await? else { return Ok(None) };
        let index = leaf.index;
        let proof = self.inclusion(index, checkpoint.size).await?;
        let entry = tlog::Entry::Commitment { c: stored.commitment }.to_bytes();
        let located = Located { entry: &entry, index, proof: &proof };
        let tally = match leaf.tally {
            Some(tally) => self.tally_for(stored, tally, checkpoint.size).await?,
            None => None,
        };
        let opening = tally.as_ref().map(|found| TallyOpening {
            salt: &found.salt,
            tally: Located { entry: &found.entry, index: found.index, proof: &found.proof },
        });
        let receipt =
            receipt::make_inclusion(located, &checkpoint.note, opening).map_err(|error| unmade(&error))?;
        Ok(Some((index, receipt.to_bytes())))
    }

    /// Where an event stands under a witnessed checkpoint, with its tally.
    pub(super) async fn witnessed_leaf(
        &self,
        stored: &StoredEvent,
        checkpoint: &CheckpointRow,
    ) -> Answer<Option<LeafOf>> {
        let leaf = self.parts.ledger.leaf_of(&stored.commitment, stored.time).await?;
        Ok(leaf.filter(|leaf| leaf.index < checkpoint.size))
    }

    /// The tally of an event, with its proof; `None` until it is under this witnessed size.
    async fn tally_for(&self, stored: &StoredEvent, tally: TallyOf, size: u64) -> Answer<Option<FoundTally>> {
        let read = Period::parse(&tally.period).zip(Class::parse(&tally.class));
        let (period, class) = read.ok_or(ServiceError::Broken("a tally does not read"))?;
        let Some((first, _)) = self.tallies_of(period).await? else { return Ok(None) };
        let index = first + tally.rank;
        if index >= size {
            return Ok(None);
        }
        let l = tlog::entry::tally_leaf(&tally.salt, &stored.commitment);
        let entry = tlog::Entry::Tally { class, l, period }.to_bytes();
        Ok(Some(FoundTally { salt: tally.salt, entry, index, proof: self.inclusion(index, size).await? }))
    }
}

/// The name of a receipt's file: the case's reference and the event's place.
pub(super) fn receipt_name(loaded: &Loaded, stored: &StoredEvent) -> String {
    format!("{}-{}.tlog-proof", loaded.case.reference, stored.position)
}

pub(super) fn unmade(error: &receipt::MakeReceiptError) -> ServiceError {
    tracing::error!(%error, "a receipt cannot be made");
    ServiceError::Broken("a receipt cannot be made")
}

/// A tally in the ledger, as a receipt shows it.
#[derive(Debug)]
struct FoundTally {
    salt: [u8; 32],
    entry: Vec<u8>,
    index: u64,
    proof: Vec<tlog::Hash>,
}

/// The account whose act an event is.
fn acted(event: &Event) -> Option<(&str, String)> {
    let (by, what) = match event {
        Event::EnquiryReceived { by, .. } => (by, ::words::say("view-act-enquiry")),
        Event::ReferralReceived { by, .. } => (by, ::words::say("view-act-sent")),
        Event::ReferralCompleted { by, .. } => (by, ::words::say("view-act-completed")),
        Event::ReferralWithdrawn { by } => (by, ::words::say("view-act-withdrawn")),
        Event::Countersigned { by } => (by, ::words::say("view-act-countersigned")),
        Event::ReferralReassigned { by, .. } => (by, ::words::say("reassign-act")),
        Event::ProposalMade { by, .. } => (by, ::words::say("view-act-reported")),
        Event::ApprovalGiven { by, .. } => (by, ::words::say("view-act-approved")),
        Event::DestructionConfirmed { by, .. } => (by, ::words::say("view-act-destroyed")),
        Event::DestructionRefused { by, .. } => (by, ::words::say("view-act-kept")),
        _ => return None,
    };
    Some((by.account.as_str(), what))
}

/// What an account itself did in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAct {
    /// What.
    pub what: String,
    /// When, for people.
    pub at: String,
    /// Its receipt, once it is witnessed: name and bytes of a file.
    pub receipt: Option<(String, Vec<u8>)>,
}
