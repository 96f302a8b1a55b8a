//! Disclosures: sealed when they are decided, released when witnesses have seen the decision, read, recalled.

use crate::{
    dates::ForReaders as _,
    engine::{Asked, Loaded, Service, open_event, salt_name},
    error::{Answer, ServiceError},
    ports::{ContentRow, StoredEvent},
    referrals::decided,
    views::{DisclosedItem, DisclosureView},
    working::text,
};
use casework::{
    actor::{Actor, Role},
    case::{Case, Proposal, ProposalState},
    codes::Item,
    command::{Command, Fresh},
    decide,
    event::Event,
    header::{Stream, Wire},
    id::CaseId,
    refusal::Refusal,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use vault::{
    case_keys::CaseKeys,
    content::{Disclosure, SealedContent},
    kek::Holder,
    release::{CommittedEmergency, DurableEmergency, Release},
    seal::{self, Place},
};

impl Service {
    /// Seals what was decided to be disclosed under a key bound to the decision's leaf.
    pub(crate) fn seal_content(
        &self,
        case: &Case,
        keys: &CaseKeys,
        n: u32,
        contents: &BTreeMap<u32, Value>,
        commitment: &[u8; 32],
    ) -> Answer<Option<ContentRow>> {
        let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
        let content = contents
            .get(&n)
            .and_then(Value::as_object)
            .ok_or(ServiceError::Broken("what was decided has no content"))?;
        let items: Vec<(&str, &str)> = proposal
            .items
            .iter()
            .filter_map(|item| Some((item.as_str(), content.get(item.as_str())?.as_str()?)))
            .collect();
        let kek = self.parts.keks.newest(&Holder::unit(case.unit.as_str())?)?;
        let sealed = vault::content::seal_content(
            &*self.parts.keks,
            &kek,
            keys,
            Disclosure { case: case.id.as_str(), number: u64::from(n) },
            commitment,
            &items,
            self.entropy(),
        )?;
        Ok(Some(ContentRow { case: case.id.clone(), n, sealed: sealed.to_bytes()? }))
    }

    /// Releases what is decided and witnessed in a case; an emergency does not wait for witnesses.
    ///
    /// # Errors
    /// As the store's; a decision that is not witnessed yet is no error.
    pub async fn release_ready(&self, id: &CaseId) -> Answer<usize> {
        let Some(loaded) = self.load(id).await? else { return Ok(0) };
        let waiting: Vec<u32> = loaded
            .case
            .proposals
            .values()
            .filter(|p| p.outcome == casework::codes::Outcome::Disclose && p.state == ProposalState::Decided)
            .filter(|p| !decide::release_waits_for(&loaded.case, p.n))
            .map(|p| p.n)
            .collect();
        let mut released = 0;
        for n in waiting {
            released += usize::from(self.release_one(id, n).await?);
        }
        Ok(released)
    }

    async fn release_one(&self, id: &CaseId, n: u32) -> Answer<bool> {
        for _ in 0..4 {
            let Some(loaded) = self.load(id).await? else { return Ok(false) };
            let Some(proposal) = loaded.case.proposals.get(&n) else { return Ok(false) };
            let decision = self.decision_event(&loaded, proposal).await?;
            let now = self.now();
            let mut stage = crate::stage::Stage::new(self, id, &loaded.keys);
            // What the event points at: which items left, not what they say; that lies under the content key.
            let items: Vec<&str> = proposal.items.iter().map(|item| item.as_str()).collect();
            let content = stage.text(&json!({ "n": n, "items": items }).to_string())?;
            let events = if proposal.is_urgent() {
                decide::emergency_release(&loaded.case, &mut Fresh::new(self.drawn()), now, n, content)?
            } else {
                let Some(witnessed) = self.witnessed(&decision).await? else { return Ok(false) };
                decide::release(&loaded.case, n, content, witnessed.index(), witnessed.size())?
            };
            let (write, _) = self.write(Some(loaded.case.clone()), &loaded.keys, id, events, stage, now)?;
            match self.parts.store.append(write).await {
                Ok(()) => return Ok(true),
                Err(crate::ports::StoreError::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// The stored event that decided a proposal.
    async fn decision_event(&self, loaded: &Loaded, proposal: &Proposal) -> Answer<StoredEvent> {
        let position = proposal.decided_at_position.ok_or(ServiceError::Refused(Refusal::NotReleased))?;
        self.parts
            .store
            .events(&loaded.case.id, Stream::Decision)
            .await?
            .into_iter()
            .find(|stored| stored.position == position)
            .ok_or(ServiceError::Broken("the deciding event is missing"))
    }

    /// The right to open a disclosure: its decision is witnessed, or it is a committed emergency.
    async fn release_of(&self, loaded: &Loaded, proposal: &Proposal) -> Answer<Release> {
        let decision = self.decision_event(loaded, proposal).await?;
        if let Some(witnessed) = self.witnessed(&decision).await? {
            return Ok(Release::witnessed(&witnessed));
        }
        if !proposal.emergency {
            return Err(ServiceError::NotYetWitnessed);
        }
        // The emergency's release was committed (it is in the case that was loaded), and so was its decision.
        let event = open_event(&loaded.keys, &decision)?;
        let payload = casework::canonical::to_bytes(
            &event.to_payload().map_err(|_| ServiceError::Broken("an event does not write"))?,
        )
        .map_err(|_| ServiceError::Broken("an event has no canonical form"))?;
        let wire = Wire { header: decision.header.clone(), payload };
        let salt = self.salt_of(loaded, &decision)?;
        let evidence =
            CommittedEmergency { salt: &salt, event: &wire.event(), commitment: &decision.commitment };
        Ok(Release::emergency(&DurableEmergency::from_committed(&evidence)?))
    }

    /// The salt of an event's commitment.
    pub(crate) fn salt_of(&self, loaded: &Loaded, stored: &StoredEvent) -> Answer<[u8; 32]> {
        let place = Place::Blob {
            case: stored.case.as_str(),
            blob: &salt_name(stored.stream, stored.position),
            kind: "salt",
        };
        let salt = seal::open(&loaded.keys.case, &stored.salt, &place)?;
        salt.as_slice().try_into().map_err(|_| ServiceError::Broken("a salt has another length"))
    }

    /// The items of a disclosure, opened by the right that its release gives. Whoever shows them records the reading first.
    pub(crate) async fn opened_items(
        &self,
        loaded: &Loaded,
        proposal: &Proposal,
    ) -> Answer<Vec<DisclosedItem>> {
        let (id, n) = (&loaded.case.id, proposal.n);
        let release = self.release_of(loaded, proposal).await?;
        let row = self.parts.store.content(id, n).await?.ok_or(ServiceError::Broken("content is missing"))?;
        let sealed = SealedContent::from_bytes(&row)?;
        let opened = sealed.open(
            &*self.parts.keks,
            &loaded.keys,
            Disclosure { case: id.as_str(), number: u64::from(n) },
            &release,
        )?;
        let words = self.words();
        Ok(opened
            .iter()
            .filter_map(|item| {
                Some(DisclosedItem {
                    item: words.item(Item::parse(&item.code)?),
                    text: item.text.to_string(),
                })
            })
            .collect())
    }

    /// The officer reads a disclosure. The reading is recorded before anything is returned.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown, not theirs, unreleased and recalled;
    /// [`ServiceError::NotYetWitnessed`] only to somebody who has been told that information is ready.
    pub async fn read_disclosure(&self, id: &CaseId, n: u32, actor: &Actor) -> Answer<DisclosureView> {
        let absent = || ServiceError::Refused(Refusal::NoSuchCase);
        let loaded = self.load_for(id, actor).await?.ok_or_else(absent)?;
        if actor.role != Role::Officer || !decide::may_read(&loaded.case, actor) {
            return Err(absent());
        }
        let proposal = loaded
            .case
            .proposals
            .get(&n)
            .filter(|p| p.state == ProposalState::Released)
            .ok_or_else(absent)?;
        let (released, _) = proposal.released.clone().ok_or_else(absent)?;
        let items = self.opened_items(&loaded, proposal).await?;
        self.record_read(id, &loaded.keys, &Event::DisclosureRead { by: actor.into(), n }).await?;
        let words = self.words();
        let reader = self.who(&actor.into()).await?;
        Ok(DisclosureView {
            id: id.to_string(),
            reference: loaded.case.reference.to_string(),
            n,
            items,
            basis: words.basis_or_none(proposal.basis),
            conditions: words.conditions_of_use(&proposal.conditions),
            released: released.for_readers(),
            reader,
            read_at: self.now().for_readers(),
            download: proposal.download,
        })
    }

    /// Ends access to a disclosure; the force destroys what it has, or names its law.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn recall(&self, id: &CaseId, asked: &Asked, n: u32, reasons: &str) -> Answer<Value> {
        let reasons = text("/reasons", reasons)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                decided(loaded, &Command::Recall { n, reasons: stage.text(reasons.as_str())? }, ctx)
            },
            |_| json!({"n": n, "state": "recalled"}),
        )
        .await
    }

    /// The officer confirms that what was recalled is destroyed.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn confirm_destruction(&self, id: &CaseId, asked: &Asked, n: u32) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::ConfirmDestruction { n }, ctx),
            |_| json!({"n": n, "state": "destroyed"}),
        )
        .await
    }

    /// The officer names the law under which the force keeps what was recalled, and who has it.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without the law.
    pub async fn refuse_destruction(&self, id: &CaseId, asked: &Asked, n: u32, law: &str) -> Answer<Value> {
        let law = text("/law", law)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                decided(loaded, &Command::RefuseDestruction { n, law: stage.text(law.as_str())? }, ctx)
            },
            |_| json!({"n": n, "state": "kept"}),
        )
        .await
    }
}
