//! Adopting a policy pack: offered by an administrator, confirmed by a second one and by the legal service, an act in the
//! ledger. Decided cases keep the pack they were decided under; open ones are judged by the new one from then on.

use crate::{
    dates::ForReaders as _,
    engine::{Asked, Service, open_event},
    error::{Answer, Fault, ServiceError},
    ports::{NewAct, PackRow, StoreError, Write},
    rules::{digest_bytes, digest_text, made_ready},
    views::{OfferView, OpenCasesView, PackView, RulesView},
};
use casework::{
    actor::{Actor, By, Role},
    adoption::{Adoption, Offer},
    event::Event,
    header::Stream,
    id::CaseId,
    refusal::Refusal,
};
use gate::{Files, Gate, Pack};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use tlog::entry::{Act, ActKind, Entry};
use vault::case_keys::CaseKeys;

/// How often a change is decided again after somebody else was quicker.
const ATTEMPTS_MAX: u32 = 8;

/// Who sees which rules are in force and what is offered. What it does to open cases is not for administrators: they
/// learn nothing of cases.
pub const SEES_RULES: &[Role] =
    &[Role::Administrator, Role::Legal, Role::Guardian, Role::DataProtectionOfficer, Role::Reviewer];

/// The pack in force and the one that is offered.
#[derive(Debug)]
pub struct OfferedRules {
    /// The gate in force.
    pub before: Arc<Gate>,
    /// The gate of what is offered.
    pub after: Arc<Gate>,
    /// The files of the pack in force.
    pub before_files: Files,
    /// The files of what is offered.
    pub after_files: Files,
}

/// What somebody does about the rules.
enum Change<'a> {
    /// Offer a pack, which is kept from then on.
    Offer(PackRow),
    /// Confirm the one with this digest.
    Confirm(&'a str),
    /// Take back the one with this digest.
    Withdraw(&'a str),
}

impl Service {
    /// Records the pack with which the service is first started; later starts change nothing.
    ///
    /// # Errors
    /// As the store's.
    pub async fn begin_rules(&self, files: &Files) -> Answer<()> {
        let (adoption, _) = self.adoption().await?;
        if adoption.present().is_some() {
            return Ok(());
        }
        let pack = self.parts.gate.pack();
        if files.digest() != pack.digest() {
            return Err(ServiceError::Broken("the policy pack in force was never kept"));
        }
        let event = Event::PackBegun { pack: pack.digest().to_owned(), name: pack.name() };
        let id = rules_stream();
        let (keys, new_keys) = self.service_keys(&id)?;
        let now = self.now();
        let (stored, leaf) = self.seal_event(&keys, &id, Stream::Account, 1, &event, now)?;
        let write = Write {
            events: vec![stored],
            leaves: vec![leaf],
            new_keys,
            pack: Some(self.row(pack, files)?),
            act: Some(self.adopted_act(pack.digest())?),
            ..Write::default()
        };
        Ok(self.parts.store.append(write).await?)
    }

    /// Whether something is offered that waits for this person's confirmation.
    ///
    /// # Errors
    /// As the store's.
    pub async fn rules_wait_for(&self, actor: &Actor) -> Answer<bool> {
        if !matches!(actor.role, Role::Administrator | Role::Legal) {
            return Ok(false);
        }
        let (adoption, _) = self.adoption().await?;
        Ok(adoption.offer.as_ref().is_some_and(|offer| adoption.confirm(actor, &offer.pack).is_ok()))
    }

    /// The rules in force, what is offered, and what it would change.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for roles beyond [`SEES_RULES`].
    pub async fn rules(&self, actor: &Actor) -> Answer<RulesView> {
        if !SEES_RULES.contains(&actor.role) {
            return Err(Refusal::NotYourRole.into());
        }
        let (adoption, _) = self.adoption().await?;
        let view = |adopted: &casework::adoption::Adopted| PackView {
            name: adopted.name.clone(),
            digest: adopted.pack.clone(),
            since: adopted.at.for_readers(),
        };
        let mut packs: Vec<PackView> = adoption.adopted.iter().map(view).collect();
        let present = packs.pop().ok_or(ServiceError::Broken("no policy pack was ever in force"))?;
        packs.reverse();
        Ok(RulesView {
            present,
            earlier: packs,
            may_offer: actor.role == Role::Administrator && adoption.offer.is_none(),
            offer: match &adoption.offer {
                Some(offer) => Some(self.offer_view(&adoption, offer, actor).await?),
                None => None,
            },
        })
    }

    async fn offer_view(&self, adoption: &Adoption, offer: &Offer, actor: &Actor) -> Answer<OfferView> {
        let open_cases = match digest_bytes(&offer.pack) {
            Some(digest) => self.parts.store.pack_comparison(&digest).await?,
            None => None,
        };
        Ok(OfferView {
            name: offer.name.clone(),
            digest: offer.pack.clone(),
            by: self.who(&offer.by).await?,
            at: offer.at.for_readers(),
            second: self.named(offer.second.as_ref()).await?,
            legal: self.named(offer.legal.as_ref()).await?,
            may_confirm: adoption.confirm(actor, &offer.pack).is_ok(),
            may_withdraw: adoption.withdraw(actor, &offer.pack).is_ok(),
            open_cases: open_cases.map(|row| OpenCasesView {
                seen: row.seen,
                differ: row.differ,
                finished: row.finished,
                changes: if actor.role == Role::Administrator {
                    Vec::new()
                } else {
                    self.counted_changes(&row.changes)
                },
            }),
        })
    }

    async fn named(&self, by: Option<&By>) -> Answer<Option<String>> {
        match by {
            Some(by) => self.who(by).await.map(Some),
            None => Ok(None),
        }
    }

    /// The pack in force and the one that is offered, for whoever compares them; `None` where none is offered.
    ///
    /// # Errors
    /// As [`Service::rules`].
    pub async fn offered_rules(&self, actor: &Actor) -> Answer<Option<OfferedRules>> {
        if !SEES_RULES.contains(&actor.role) {
            return Err(Refusal::NotYourRole.into());
        }
        let (adoption, _) = self.adoption().await?;
        let (Some(present), Some(offer)) = (adoption.present(), &adoption.offer) else { return Ok(None) };
        Ok(Some(OfferedRules {
            before: self.gate_under(&present.pack).await?,
            after: self.gate_under(&offer.pack).await?,
            before_files: self.files_of(&present.pack).await?,
            after_files: self.files_of(&offer.pack).await?,
        }))
    }

    async fn files_of(&self, digest: &str) -> Answer<Files> {
        let corrupt = || ServiceError::Store(StoreError::Corrupt { table: "packs" });
        let bytes = digest_bytes(digest).ok_or_else(corrupt)?;
        let row = self.parts.store.pack(&bytes).await?.ok_or_else(corrupt)?;
        Files::from_json(&row.files).map_err(|_| corrupt())
    }

    /// An administrator offers a pack.
    ///
    /// # Errors
    /// As [`Adoption::offer`]; [`ServiceError::Invalid`] for a pack that does not hold together, is no law, or does not
    /// state the law of today, with file and line.
    pub async fn offer_pack(&self, asked: &Asked, files: Files) -> Answer<Value> {
        let digest = files.digest();
        // Asked before the pack is made ready, which takes a moment, so that nobody else can make it be.
        self.adoption().await?.0.offer(&asked.actor, &digest, "")?;
        let gate = made_ready(files.clone()).await?.map_err(|error| {
            let why = crate::running::chain(&error);
            let expected = ::words::phrase("refusal-expected-pack-to-serve").with("why", why);
            ServiceError::Invalid(vec![Fault::new("/pack", expected)])
        })?;
        self.states_the_law_of_today(gate.pack())?;
        self.change_rules(asked, Change::Offer(self.row(gate.pack(), &files)?)).await
    }

    /// A second administrator or the legal service confirms what is offered; the second confirmation adopts it.
    ///
    /// # Errors
    /// As [`Adoption::confirm`].
    pub async fn confirm_pack(&self, asked: &Asked, digest: &str) -> Answer<Value> {
        self.change_rules(asked, Change::Confirm(digest)).await
    }

    /// An administrator or the legal service takes back what is offered.
    ///
    /// # Errors
    /// As [`Adoption::withdraw`].
    pub async fn withdraw_pack(&self, asked: &Asked, digest: &str) -> Answer<Value> {
        self.change_rules(asked, Change::Withdraw(digest)).await
    }

    async fn change_rules(&self, asked: &Asked, change: Change<'_>) -> Answer<Value> {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        let id = rules_stream();
        for _ in 0..ATTEMPTS_MAX {
            let (adoption, keys) = self.adoption().await?;
            let keys = keys.ok_or(ServiceError::Broken("no policy pack was ever in force"))?;
            let event = match &change {
                Change::Offer(row) => adoption.offer(&asked.actor, &digest_text(&row.digest), &row.name)?,
                Change::Confirm(digest) => adoption.confirm(&asked.actor, digest)?,
                Change::Withdraw(digest) => adoption.withdraw(&asked.actor, digest)?,
            };
            let act = match &event {
                Event::PackConfirmed { pack, adopts: true, .. } => {
                    // Made ready before anything is recorded: a pack that cannot be is not adopted.
                    self.states_the_law_of_today(self.gate_under(pack).await?.pack())?;
                    Some(self.adopted_act(pack)?)
                }
                _ => None,
            };
            let adopts = act.is_some();
            let pack = match &change {
                Change::Offer(row) => Some(row.clone()),
                Change::Confirm(_) | Change::Withdraw(_) => None,
            };
            let now = self.now();
            let position = adoption.position + 1;
            let (stored, leaf) = self.seal_event(&keys, &id, Stream::Account, position, &event, now)?;
            let keeper_acts = crate::keepers::listed(&event, &stored);
            let adoption = adoption.evolve(&event, now);
            let answer = json!({
                "in_force": adoption.present().map(|pack| &pack.pack),
                "offered": adoption.offer.as_ref().map(|offer| &offer.pack),
            });
            let (events, leaves) = (vec![stored], vec![leaf]);
            let write = Write { events, leaves, keeper_acts, pack, act, ..Write::default() };
            match self.commit(write, asked, &id, &keys, &answer, now).await {
                Ok(()) => {
                    if adopts {
                        self.follow_rules().await?;
                        self.flush.notify_one();
                    }
                    return Ok(answer);
                }
                Err(StoreError::Conflict) => {}
                Err(StoreError::Repeated) => return self.answered(asked).await?.ok_or(ServiceError::Busy),
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// The packs of the service as they stand, and the keys of their events.
    pub(crate) async fn adoption(&self) -> Answer<(Adoption, Option<CaseKeys>)> {
        let id = rules_stream();
        let events = self.parts.store.events(&id, Stream::Account).await?;
        let mut adoption = Adoption::default();
        if events.is_empty() {
            return Ok((adoption, None));
        }
        let keys =
            self.keys(&id).await?.ok_or(ServiceError::Broken("the key of the rules' events is missing"))?;
        for stored in &events {
            adoption = adoption.evolve(&open_event(&keys, stored)?, stored.time);
        }
        Ok((adoption, Some(keys)))
    }

    fn states_the_law_of_today(&self, pack: &Pack) -> Answer<()> {
        let (today, manifest) = (self.now().day(), pack.manifest());
        if today >= manifest.from && manifest.to.is_none_or(|last| today <= last) {
            return Ok(());
        }
        let expected = match manifest.to {
            Some(last) => {
                ::words::phrase("refusal-expected-pack-of-today-until").with("last", last.for_readers())
            }
            None => ::words::phrase("refusal-expected-pack-of-today"),
        };
        let expected = expected.with("first", manifest.from.for_readers());
        Err(ServiceError::Invalid(vec![Fault::new("/pack", expected)]))
    }

    fn row(&self, pack: &Pack, files: &Files) -> Answer<PackRow> {
        Ok(PackRow {
            digest: digest_bytes(pack.digest()).ok_or(ServiceError::Broken("a pack has no digest"))?,
            name: pack.name(),
            files: files.to_json().into_bytes(),
            stored: self.now(),
        })
    }

    fn adopted_act(&self, digest: &str) -> Answer<NewAct> {
        let digest = digest_bytes(digest).ok_or(ServiceError::Broken("a pack has no digest"))?;
        let act = Act::new(ActKind::PolicyAdopted, Some(digest), None)
            .ok_or(ServiceError::Broken("an act lacks its digest"))?;
        Ok(NewAct {
            act: ActKind::PolicyAdopted.as_str(),
            digest,
            entry: Entry::Act(act).to_bytes(),
            made: self.now(),
        })
    }
}

/// The stream of the rules: a setting's, which is no case.
fn rules_stream() -> CaseId {
    let digest = Sha256::digest(b"candour: the rules in force");
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    CaseId::from_bytes(bytes)
}
