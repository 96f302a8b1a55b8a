//! A service on a clock that is set, with two witnesses in the same process: its sequencer is driven round by round.

#![allow(dead_code, reason = "each test file uses its own part of this, and one of them all")]
#![expect(clippy::unwrap_used, reason = "tests")]

use async_trait::async_trait;
use casework::time::Moment;
use service::{
    Parts, Service,
    ledger::Sequencer,
    ports::{Clock, CosignAnswer, CosignRequest, LedgerStore as _, Witnesses},
};
use sha2::{Digest as _, Sha256};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
};
use tlog::{
    Cosigner, Hash, LogSigner, VerifierKey,
    entry::{ActKind, Entry, Read},
    note::KeyName,
    witness::{AddCheckpoint, LogState, decide, format_response},
};
use vault::{entropy::Entropy, keyfile::FileProvider, password};

pub const NOON: i64 = 1_795_780_800;

/// A clock that is set, and whose time the witnesses have unless they are told otherwise.
#[derive(Debug)]
pub struct SetClock(pub AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

impl SetClock {
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// Chance that repeats: SHA-256 of a counter.
#[derive(Debug)]
struct Counted;

static DRAWN: AtomicU64 = AtomicU64::new(0);

impl Entropy for Counted {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(32) {
            let digest = Sha256::digest(DRAWN.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}

/// One witness of the two: what it has seen, whether it answers, and the time that it has.
#[derive(Debug)]
pub struct One {
    cosigner: Cosigner,
    state: std::sync::Mutex<Option<LogState>>,
    pub answers: AtomicBool,
    pub time: AtomicI64,
}

#[derive(Debug)]
pub struct Two {
    log: VerifierKey,
    pub witnesses: [One; 2],
}

impl One {
    fn new(name: &str, seed: u8, now: i64) -> Self {
        Self {
            cosigner: Cosigner::from_seed(KeyName::new(name).unwrap(), &[seed; 32]),
            state: std::sync::Mutex::default(),
            answers: AtomicBool::new(true),
            time: AtomicI64::new(now),
        }
    }

    fn cosign(&self, log: &VerifierKey, request: &CosignRequest, name: &str, old: u64) -> CosignAnswer {
        let witness = name.to_owned();
        if !self.answers.load(Ordering::SeqCst) {
            return CosignAnswer::Failed { witness, why: "switched off".to_owned() };
        }
        let mut state = self.state.lock().unwrap();
        let seen = state.as_ref().map_or(0, LogState::size);
        if seen != old {
            return CosignAnswer::Behind { witness, size: seen };
        }
        let proof =
            request.proofs.get(&old).map(|proof| proof.iter().map(|hash| Hash::from_bytes(*hash)).collect());
        let asked = AddCheckpoint::new(old, proof.unwrap_or_default(), &request.note).unwrap();
        let pending = decide(std::slice::from_ref(log), state.as_ref(), &asked).unwrap();
        let persisted = pending
            .persist(|_, new| {
                *state = Some(new.clone());
                Ok::<(), ()>(())
            })
            .unwrap();
        let time = u64::try_from(self.time.load(Ordering::SeqCst)).unwrap();
        let line = persisted.cosign(&self.cosigner, time).unwrap();
        CosignAnswer::Signed { witness, lines: format_response(&[line]).into_bytes() }
    }
}

#[async_trait]
impl Witnesses for Two {
    async fn cosign(&self, request: CosignRequest) -> Vec<CosignAnswer> {
        let of = |name: &str| &self.witnesses[usize::from(name == "w2")];
        request.known.iter().map(|(name, old)| of(name).cosign(&self.log, &request, name, *old)).collect()
    }
}

pub struct World {
    _folder: tempfile::TempDir,
    pub clock: Arc<SetClock>,
    pub witnesses: Arc<Two>,
    pub store: Arc<store::Database>,
    /// What the service is built from, for another one on the same record.
    pub parts: Parts,
    pub service: Service,
}

impl World {
    pub async fn make() -> Self {
        Self::make_at(NOON).await
    }

    /// The same at another time.
    pub async fn make_at(now: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let store = Arc::new(store::Database::create(&data).await.unwrap());
        let signer = LogSigner::from_seed(KeyName::new("candour.example/test").unwrap(), &[7; 32]);
        let witnesses = Arc::new(Two {
            log: signer.verifier_key().clone(),
            witnesses: [One::new("one.example", 1, now), One::new("two.example", 2, now)],
        });
        let key = |n: usize| witnesses.witnesses[n].cosigner.verifier_key().to_string();
        let text = format!(
            "log {}\nwitness w1 {}\nwitness w2 {}\ngroup both all w1 w2\nquorum both\n",
            signer.verifier_key(),
            key(0),
            key(1)
        );
        let clock = Arc::new(SetClock(AtomicI64::new(now)));
        let parts = Parts {
            ledger: store.clone(),
            store: store.clone(),
            tiles: Arc::new(store::TileFolder::open(&data.join("ledger")).unwrap()),
            witnesses: witnesses.clone(),
            clock: clock.clone(),
            entropy: Arc::new(Counted),
            keks: Arc::new(FileProvider::in_memory([vault::kek::Holder::service()], &Counted)),
            gate: Arc::new(gate::embedded().unwrap()),
            policy: Arc::new(tlog::Policy::parse(text.as_bytes()).unwrap()),
            policy_text: text.into(),
            policy_digest: [0; 32],
            passwords: service::accounts::Passwords::Alone,
            secrets: Arc::new(password::Secrets::new(password::Cost::LEAST, &Counted).unwrap()),
            signer: Arc::new(signer),
        };
        let service = Service::new(parts.clone());
        Self { _folder: folder, clock, witnesses, store, parts, service }
    }

    /// Some time goes by for everybody, with something new in the ledger, and a round is done.
    pub async fn later(&self, sequencer: &mut Sequencer, seconds: i64) {
        self.clock.advance(seconds);
        for witness in &self.witnesses.witnesses {
            witness.time.fetch_add(seconds, Ordering::SeqCst);
        }
        sequencer.round().await.unwrap();
    }

    /// Something that goes into the ledger at once.
    pub async fn something(&self) {
        let digest = drawn_digest();
        let act = tlog::entry::Act::new(ActKind::FiguresPublished, Some(digest), None).unwrap();
        let made = self.service.now();
        self.store.announce("figures-published", digest, Entry::Act(act).to_bytes(), made).await.unwrap();
    }

    /// The acts of these kinds that were numbered, in order.
    pub async fn acts(&self) -> Vec<ActKind> {
        let watched = [ActKind::QuorumLost, ActKind::QuorumBack, ActKind::ClockStopped];
        let entries = self.store.entries(0, 1_000).await.unwrap();
        let kind = |bytes: &[u8]| match tlog::entry::read(bytes) {
            Ok(Read::Known(Entry::Act(act))) => Some(act.kind()),
            _ => None,
        };
        entries.iter().filter_map(|row| kind(&row.entry)).filter(|kind| watched.contains(kind)).collect()
    }
}

fn drawn_digest() -> [u8; 32] {
    let mut digest = [0; 32];
    Counted.fill(&mut digest);
    digest
}
