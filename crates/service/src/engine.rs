//! The engine of every use case: load a case, let it decide, seal what happened, append it, answer.

use crate::{
    error::{Answer, ServiceError},
    models,
    ports::{
        Clock, Entropy, IdempotencyRow, KeyRow, LedgerStore, NewLeaf, Store, StoreError, StoredEvent, Tiles,
        Witnesses, Write,
    },
    rules::{Rules, digest_bytes},
    stage::Stage,
};
use casework::{
    actor::Actor,
    case::Case,
    command::{Context, Fresh},
    decide,
    event::Event,
    header::{self, Header, Stream, VERSION},
    id::{AccountId, CaseId, UnitId},
    refusal::Refusal,
    time::Moment,
};
use gate::Gate;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, sync::Arc};
use vault::{
    case_keys::{CaseKeys, WrappedCaseKeys},
    kek::{Holder, KekProvider},
    seal::{self, Place},
    wrapped::WrappedKey,
};

/// How often a command is decided again after somebody else was quicker: each round is a fresh decision on what they
/// did, and on one case more than a handful at once does not happen.
const ATTEMPTS_MAX: u32 = 8;

/// What the service is built from.
#[derive(Debug, Clone)]
pub struct Parts {
    /// Durable rows.
    pub store: Arc<dyn Store>,
    /// The ledger's rows.
    pub ledger: Arc<dyn LedgerStore>,
    /// The ledger's files.
    pub tiles: Arc<dyn Tiles>,
    /// The witnesses.
    pub witnesses: Arc<dyn Witnesses>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub entropy: Arc<dyn EntropyPort>,
    /// Key-encryption keys.
    pub keks: Arc<dyn KekProvider>,
    /// The gate with the pack in force. [`Service::current`] is the service with the one in force now.
    pub gate: Arc<Gate>,
    /// The quorum policy of the ledger.
    pub policy: Arc<tlog::Policy>,
    /// Its text, as it is served.
    pub policy_text: Arc<str>,
    /// SHA-256 of its text.
    pub policy_digest: [u8; 32],
    /// What a password is worth.
    pub passwords: crate::accounts::Passwords,
    /// How passwords and phrases are hashed.
    pub secrets: Arc<vault::password::Secrets>,
    /// The log's signing key.
    pub signer: Arc<tlog::LogSigner>,
}

/// [`Entropy`] that can be shown in `Debug` of what holds it.
pub trait EntropyPort: Entropy + std::fmt::Debug {}
impl<T: Entropy + std::fmt::Debug> EntropyPort for T {}

/// The service: every use case is a method, in a file of its own.
#[derive(Debug, Clone)]
pub struct Service {
    pub(crate) parts: Parts,
    /// Rung when leaves wait that ask for a flush.
    pub(crate) flush: Arc<tokio::sync::Notify>,
    /// Rung when a checkpoint was witnessed.
    pub(crate) witnessed: Arc<tokio::sync::Notify>,
    /// Whether the clock is far from that of every witness.
    pub(crate) clock_stopped: Arc<std::sync::atomic::AtomicBool>,
    /// When each witness last cosigned for this node.
    pub(crate) witnesses_seen: Arc<std::sync::Mutex<BTreeMap<String, Moment>>>,
    /// Closed cases by unit and year, as they were counted last.
    pub(crate) closed: Arc<tokio::sync::Mutex<Option<Arc<crate::retention::ClosedCases>>>>,
    /// Turns at hashing passwords.
    pub(crate) hashing: crate::hashing::Hashing,
    /// How often codes were wrong.
    pub(crate) codes: Arc<crate::code_tries::CodeTries>,
    /// Whether this node leads.
    pub(crate) lead: crate::lead::Lead,
    /// The pack in force and earlier ones.
    pub(crate) rules: Arc<Rules>,
    /// Units, trusts and forces, which change seldom.
    pub(crate) places: Arc<tokio::sync::RwLock<Arc<crate::places::Places>>>,
    /// Telephone numbers of units, from the configuration.
    pub(crate) telephones: Arc<crate::telephones::Telephones>,
}

/// An idempotency key as it came with a request.
#[derive(Debug, Clone)]
pub struct Once {
    /// Method and path.
    pub route: String,
    /// The key.
    pub key: String,
    /// SHA-256 of the body.
    pub request: [u8; 32],
}

impl Once {
    /// A key for one request.
    #[must_use]
    pub fn new(route: &str, key: &str, body: &[u8]) -> Self {
        Self { route: route.to_owned(), key: key.to_owned(), request: Sha256::digest(body).into() }
    }
}

/// Who asks, and the key under which a repeated request gets the same answer.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who.
    pub actor: Actor,
    /// The idempotency key, where one came.
    pub once: Option<Once>,
}

impl From<Actor> for Asked {
    fn from(actor: Actor) -> Self {
        Self { actor, once: None }
    }
}

/// A case with its keys open.
#[derive(Debug)]
pub struct Loaded {
    /// The case.
    pub case: Case,
    /// What happened in it, in order, as it is stored: what `case` was folded from.
    pub events: Vec<StoredEvent>,
    /// Its keys.
    pub keys: CaseKeys,
    /// The digest of the policy pack under which it was last judged.
    pub judged_under: Option<String>,
    /// The digest of the policy pack under which each proposal was decided, or else made.
    pub decided_under: BTreeMap<u32, String>,
}

impl Service {
    /// Puts the service together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let rules = Arc::new(Rules::new(parts.gate.clone()));
        let mut name = [0_u8; 16];
        parts.entropy.fill(&mut name);
        Self {
            lead: crate::lead::Lead::new(name),
            parts,
            flush: Arc::default(),
            witnessed: Arc::default(),
            clock_stopped: Arc::default(),
            witnesses_seen: Arc::default(),
            closed: Arc::default(),
            hashing: crate::hashing::Hashing::default(),
            codes: Arc::default(),
            rules,
            places: Arc::default(),
            telephones: Arc::default(),
        }
    }

    /// The gate with the adopted pack.
    #[must_use]
    pub fn gate(&self) -> &Gate {
        &self.parts.gate
    }

    /// The text of the ledger's quorum policy.
    #[must_use]
    pub fn quorum_policy(&self) -> &str {
        &self.parts.policy_text
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.parts.clock.now()
    }

    /// Whether the store answers and the record is still here.
    ///
    /// # Errors
    /// As the store's.
    pub async fn ready(&self) -> Answer<()> {
        self.parts.store.ready().await?;
        if self.parts.store.has_moved().await? {
            return Err(StoreError::Unavailable("the record has moved to a server".into()).into());
        }
        Ok(())
    }

    /// Whether the read models are whole: a rebuilding that was cut off leaves them incomplete.
    ///
    /// # Errors
    /// As the store's.
    pub async fn is_whole(&self) -> Answer<bool> {
        Ok(!self.parts.store.is_rebuilding().await?)
    }

    /// Finishes what was begun, and closes the store. Whatever is asked afterwards is refused.
    pub async fn close_store(&self) {
        self.parts.store.close().await;
    }

    /// Hashes a password or phrase, off the executor's threads and only so many at once; who comes later waits.
    pub(crate) async fn hashed<T: Send + 'static>(
        &self,
        hash: impl FnOnce(&vault::password::Secrets) -> T + Send + 'static,
    ) -> Answer<T> {
        let secrets = self.parts.secrets.clone();
        self.hashing.aside(move || hash(&secrets)).await
    }

    /// Hashes a password that somebody chose.
    pub(crate) async fn hashed_password(&self, password: &str) -> Answer<String> {
        let (entropy, password) = (Arc::clone(&self.parts.entropy), password.to_owned());
        let hash = self.hashed(move |secrets| secrets.hash_password(&*entropy, &password)).await??;
        Ok(hash.as_str().to_owned())
    }

    /// Sixteen drawn bytes, for a fresh identifier.
    #[must_use]
    pub fn fresh_id(&self) -> [u8; 16] {
        self.drawn()
    }

    pub(crate) fn entropy(&self) -> &dyn Entropy {
        &*self.parts.entropy
    }

    pub(crate) fn drawn<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0_u8; N];
        self.entropy().fill(&mut bytes);
        bytes
    }

    /// What a command is decided in: who acts, now, and in which right.
    pub(crate) async fn context(&self, actor: &Actor) -> Answer<Context> {
        let now = self.now();
        let standing = self.standing_of(actor, now).await?;
        Ok(Context { actor: actor.clone(), now, fresh: Fresh::new(self.drawn()), standing })
    }

    /// Fresh keys for a new case, and the rows that keep them wrapped.
    pub(crate) fn fresh_keys(&self, unit: &UnitId, case: &CaseId) -> Answer<(CaseKeys, Vec<KeyRow>)> {
        let keys = CaseKeys::fresh(self.entropy());
        let kek = self.parts.keks.newest(&Holder::unit(unit.as_str())?)?;
        let wrapped = keys.wrap(&*self.parts.keks, &kek, case.as_str(), self.entropy())?;
        let row = |kind: &str, key: &WrappedKey| KeyRow {
            case: case.clone(),
            kind: kind.to_owned(),
            unit: unit.as_str().to_owned(),
            epoch: kek.epoch,
            wrapped: key.to_bytes(),
            made: self.now(),
        };
        Ok((keys, vec![row("case", &wrapped.case), row("identity", &wrapped.identity)]))
    }

    /// The keys of a case; `None` for an unknown or erased one.
    pub(crate) async fn keys(&self, case: &CaseId) -> Answer<Option<CaseKeys>> {
        let rows = self.parts.store.keys(case).await?;
        let find = |kind: &str| rows.iter().find(|row| row.kind == kind);
        let (Some(own), Some(identity)) = (find("case"), find("identity")) else { return Ok(None) };
        let wrapped = WrappedCaseKeys {
            case: WrappedKey::from_bytes(&own.wrapped)?,
            identity: WrappedKey::from_bytes(&identity.wrapped)?,
        };
        Ok(Some(wrapped.unwrap(&*self.parts.keks, case.as_str())?))
    }

    /// Loads a case: its events opened and folded.
    pub(crate) async fn load(&self, id: &CaseId) -> Answer<Option<Loaded>> {
        // Two databases are asked at once: whoever asks has the name of the case from a row of it, and keys are durable
        // before the first row.
        let (events, keys) = tokio::join!(self.parts.store.events(id, Stream::Decision), self.keys(id));
        let events = events?;
        if events.is_empty() {
            return Ok(None);
        }
        let Some(keys) = keys? else { return Ok(None) };
        let mut case = None;
        let mut judged_under = None;
        let mut decided_under = BTreeMap::new();
        for stored in &events {
            let (header, event) = open_with_header(&keys, stored)?;
            if let Some(pack) = header.pack {
                if let Event::ProposalMade { n, .. }
                | Event::DisclosureDecided { n, .. }
                | Event::DisclosureRefused { n, .. }
                | Event::CareOffered { n, .. } = &event
                {
                    decided_under.insert(*n, pack.clone());
                }
                judged_under = Some(pack);
            }
            case = Some(match case {
                None => Case::begin(id.clone(), &event, stored.time)?,
                Some(case) => Case::evolve(case, &event, stored.time)?,
            });
        }
        Ok(case.map(|case| Loaded { case, events, keys, judged_under, decided_under }))
    }

    /// A case for somebody who reads it as the clinic does: a working role of its unit or trust, or whoever reviews it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] for an unknown one and for another unit's alike; [`Refusal::ConflictDeclared`].
    pub(crate) async fn load_as_clinic(&self, id: &CaseId, actor: &Actor) -> Answer<Loaded> {
        let absent = || ServiceError::Refused(Refusal::NoSuchCase);
        let loaded = self.load_for(id, actor).await?.ok_or_else(absent)?;
        if decide::stands_back(&loaded.case, actor) {
            return Err(Refusal::ConflictDeclared.into());
        }
        if !decide::reads_as_clinic(&loaded.case, actor) {
            return Err(absent());
        }
        Ok(loaded)
    }

    /// A case for an actor: `None` alike for one that does not exist and for one that is none of theirs.
    ///
    /// SECURITY: asked of the row alone, before a key is unwrapped or an event opened, so that the time which the answer
    /// takes says nothing either. What the actor may do with a case of theirs is for `casework` to say.
    pub(crate) async fn load_for(&self, id: &CaseId, actor: &Actor) -> Answer<Option<Loaded>> {
        match self.parts.store.case_row(id).await? {
            Some(row) if row.may_concern(actor) => self.load(id).await,
            _ => Ok(None),
        }
    }

    /// Runs one command on a case that exists: load, decide, seal, append; again if somebody else was quicker.
    ///
    /// `decide` gets the case and a stage for texts, and says what happened; `answer` makes the answer from the case
    /// as it stands afterwards.
    pub(crate) async fn run<D, A>(&self, id: &CaseId, asked: &Asked, decide: D, answer: A) -> Answer<Value>
    where
        D: Fn(&Loaded, &mut Stage<'_>, &mut Context) -> Answer<Vec<Event>>,
        A: Fn(&Case) -> Value,
    {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        for _ in 0..ATTEMPTS_MAX {
            let loaded =
                self.load_for(id, &asked.actor).await?.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
            let mut ctx = self.context(&asked.actor).await?;
            let mut stage = Stage::new(self, id, &loaded.keys);
            let events = decide(&loaded, &mut stage, &mut ctx)?;
            self.tell_of_recalls(&loaded.case, &events, &mut stage, ctx.now).await?;
            let (write, case) = self.write(Some(loaded.case), &loaded.keys, id, events, stage, ctx.now)?;
            let value = answer(&case);
            match self.commit(write, asked, id, &loaded.keys, &value, ctx.now).await {
                Ok(()) => return Ok(value),
                Err(StoreError::Conflict) => {}
                Err(StoreError::Repeated) => return self.answered(asked).await?.ok_or(ServiceError::Busy),
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// Records what happened, with the answer for whoever repeats the request.
    pub(crate) async fn commit(
        &self,
        mut write: Write,
        asked: &Asked,
        id: &CaseId,
        keys: &CaseKeys,
        answer: &Value,
        now: Moment,
    ) -> Result<(), StoreError> {
        if write.events.is_empty() && asked.once.is_none() {
            return Ok(());
        }
        if let Some(once) = &asked.once {
            let place = Place::Blob { case: id.as_str(), blob: &once.key, kind: "answer" };
            let sealed = seal::seal(&keys.case, self.entropy(), answer.to_string().as_bytes(), &place)
                .map_err(|error| StoreError::Unavailable(Box::new(error)))?;
            write.idempotency = Some(IdempotencyRow {
                account: asked.actor.account.clone(),
                route: once.route.clone(),
                key: once.key.clone(),
                request: once.request,
                case: id.clone(),
                answer: sealed,
                made: now,
            });
        }
        let flush = write.leaves.iter().any(|leaf| leaf.flush);
        self.parts.store.append(write).await?;
        if flush {
            self.flush.notify_one();
        }
        Ok(())
    }

    /// The answer that this request got before, if it is a repetition.
    ///
    /// # Errors
    /// [`ServiceError::KeyReused`] where the key came with another request.
    pub async fn answered(&self, asked: &Asked) -> Answer<Option<Value>> {
        let Some(once) = &asked.once else { return Ok(None) };
        let Some(row) = self.parts.store.idempotent(&asked.actor.account, &once.route, &once.key).await?
        else {
            return Ok(None);
        };
        if !vault::compare::equal(&row.request, &once.request) {
            return Err(ServiceError::KeyReused);
        }
        let Some(keys) = self.keys(&row.case).await? else {
            return Err(ServiceError::Refused(Refusal::NoSuchCase));
        };
        let place = Place::Blob { case: row.case.as_str(), blob: &once.key, kind: "answer" };
        let bytes = seal::open(&keys.case, &row.answer, &place)?;
        serde_json::from_slice(&bytes).map(Some).map_err(|_| ServiceError::Broken("an answer does not read"))
    }

    /// Seals events of the decision stream and everything that goes with them.
    pub(crate) fn write(
        &self,
        case: Option<Case>,
        keys: &CaseKeys,
        id: &CaseId,
        events: Vec<Event>,
        stage: Stage<'_>,
        now: Moment,
    ) -> Answer<(Write, Case)> {
        let mut write = Write { blobs: stage.blobs, outbox: stage.outbox, ..Write::default() };
        let mut current = case;
        for event in events {
            let position = current.as_ref().map_or(0, |case| case.position) + 1;
            let (stored, leaf) = self.seal_event(keys, id, Stream::Decision, position, &event, now)?;
            if let (Event::DisclosureDecided { n, .. }, Some(case)) = (&event, &current) {
                write.contents.extend(self.seal_content(
                    case,
                    keys,
                    *n,
                    &stage.contents,
                    &stored.commitment,
                )?);
            }
            let case = match current {
                None => Case::begin(id.clone(), &event, now)?,
                Some(case) => case.evolve(&event, now)?,
            };
            if rests_on_the_gate(&event) {
                write.under = digest_bytes(self.parts.gate.pack().digest());
            }
            write.facts.extend(crate::facts_rows::row(self, keys, &case, &event, position, now)?);
            write.promises.extend(crate::ledger::promise_acts(&event, now)?);
            write.events.push(stored);
            write.leaves.push(leaf);
            current = Some(case);
        }
        let case = current.ok_or(ServiceError::Broken("nothing happened to no case"))?;
        write.models = (!write.events.is_empty()).then(|| models::of(&case));
        Ok((write, case))
    }

    /// Seals one event and makes the leaf that commits to it.
    pub(crate) fn seal_event(
        &self,
        keys: &CaseKeys,
        id: &CaseId,
        stream: Stream,
        position: u64,
        event: &Event,
        now: Moment,
    ) -> Answer<(StoredEvent, NewLeaf)> {
        let header = Header {
            v: VERSION,
            stream,
            case: id.clone(),
            position,
            kind: event.kind().to_owned(),
            time: now,
            pack: rests_on_the_gate(event).then(|| self.parts.gate.pack().digest().to_owned()),
        };
        let wire = header::write(&header, event)?;
        let salt: [u8; 32] = self.drawn();
        let commitment = tlog::entry::commitment(&salt, &wire.event());
        let place = Place::Event { case: id.as_str(), stream: stream.as_str(), position, kind: event.kind() };
        let salt_place = Place::Blob { case: id.as_str(), blob: &salt_name(stream, position), kind: "salt" };
        let stored = StoredEvent {
            stream,
            case: id.clone(),
            position,
            kind: event.kind().to_owned(),
            time: now,
            payload: seal::seal(&keys.case, self.entropy(), &wire.payload, &place)?,
            salt: seal::seal(&keys.case, self.entropy(), &salt, &salt_place)?,
            header: wire.header,
            commitment,
        };
        let leaf = NewLeaf {
            entry: tlog::Entry::Commitment { c: commitment }.to_bytes(),
            commitment: Some(commitment),
            class: event.class().as_str(),
            tally_salt: self.drawn(),
            flush: is_decision(event),
            made: now,
        };
        Ok((stored, leaf))
    }

    /// Records that somebody looked. Nothing about a person is sent before this returned.
    pub(crate) async fn record_read(&self, id: &CaseId, keys: &CaseKeys, event: &Event) -> Answer<()> {
        for _ in 0..ATTEMPTS_MAX {
            let position = self.parts.store.last_position(id, Stream::Reads).await? + 1;
            let (stored, leaf) = self.seal_event(keys, id, Stream::Reads, position, event, self.now())?;
            let write = Write { events: vec![stored], leaves: vec![leaf], ..Write::default() };
            match self.parts.store.append(write).await {
                Ok(()) => return Ok(()),
                Err(StoreError::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// An account's own stream, for what concerns no case.
    pub(crate) fn account_stream(account: &AccountId) -> CaseId {
        let digest = Sha256::digest(account.as_str().as_bytes());
        let mut bytes = [0_u8; 16];
        bytes.copy_from_slice(&digest[..16]);
        CaseId::from_bytes(bytes)
    }
}

/// Opens one event.
pub(crate) fn open_event(keys: &CaseKeys, stored: &StoredEvent) -> Answer<Event> {
    Ok(open_with_header(keys, stored)?.1)
}

/// Opens one event with its header.
pub(crate) fn open_with_header(keys: &CaseKeys, stored: &StoredEvent) -> Answer<(Header, Event)> {
    let place = Place::Event {
        case: stored.case.as_str(),
        stream: stored.stream.as_str(),
        position: stored.position,
        kind: &stored.kind,
    };
    let payload = seal::open(&keys.case, &stored.payload, &place)?;
    let header = header::read_header(&stored.header)?;
    let event = header::read(&header, &payload)?;
    Ok((header, event))
}

/// The name under which an event's salt is sealed.
pub(crate) fn salt_name(stream: Stream, position: u64) -> String {
    format!("{}/{position}", stream.as_str())
}

/// Whether a verdict played a part, so that the header names the pack.
const fn rests_on_the_gate(event: &Event) -> bool {
    matches!(
        event,
        Event::ReferralReceived { .. }
            | Event::ReferralCompleted { .. }
            | Event::ReferralReturned { .. }
            | Event::ProposalMade { .. }
            | Event::DisclosureDecided { .. }
            | Event::DisclosureRefused { .. }
            | Event::AdviceGiven { .. }
            | Event::CareOffered { .. }
    )
}

/// Every decision, whatever its outcome, flushes the whole pending batch, so that a flush tells nobody what was decided.
const fn is_decision(event: &Event) -> bool {
    matches!(
        event,
        Event::DisclosureDecided { .. }
            | Event::DisclosureRefused { .. }
            | Event::ReferralReturned { .. }
            | Event::AdviceGiven { .. }
            | Event::CareOffered { .. }
    )
}
