//! Rows to store. What they hold does not matter; that they differ does.

use crate::{Database, engine::Connection};
use casework::{
    actor::Role,
    header::Stream,
    id::{AccountId, BlobId, CaseId, ForceId, TrustId, UnitId},
    time::Moment,
};
use service::ports::{
    BlobRow, CaseModels, CaseRow, ContentRow, FactRow, IdempotencyRow, KeyRow, NewLeaf, OutboxRow,
    StoredEvent, TaskRow, Write,
};
use sha2::{Digest as _, Sha256};

/// A moment on 22 November 2026.
pub(crate) const NOON: Moment = Moment(1_795_348_800);

/// Where a test's store lies.
#[derive(Debug)]
pub(crate) enum Home {
    Folder(tempfile::TempDir),
    Server(Box<crate::Server>),
}

impl Home {
    /// Opens the store again.
    pub(crate) async fn open(&self) -> Database {
        match self {
            Self::Folder(folder) => Database::open(folder.path()).await.unwrap(),
            Self::Server(server) => Database::open_server(server).await.unwrap(),
        }
    }

    /// A connection past the store, to look and to spoil.
    pub(crate) async fn by_hand(&self) -> Connection {
        match self {
            Self::Folder(folder) => {
                crate::engine::sqlite::writer(&folder.path().join("candour.db"), None).await.unwrap()
            }
            Self::Server(server) => server.writer("candour").await.unwrap(),
        }
    }
}

/// Whether the tests are those on PostgreSQL.
pub(crate) fn on_postgres() -> bool {
    module_path!().contains("on_postgres")
}

/// An empty store, on the database whose turn it is.
pub(crate) async fn store() -> (Home, Database) {
    if on_postgres() {
        let server = crate::private_server::database().await;
        let store = Database::create_server(&server).await.unwrap();
        return (Home::Server(Box::new(server)), store);
    }
    let folder = tempfile::tempdir().unwrap();
    let store = Database::create(folder.path()).await.unwrap();
    (Home::Folder(folder), store)
}

pub(crate) fn case(name: &str) -> CaseId {
    CaseId::parse(name).unwrap()
}

pub(crate) fn account(name: &str) -> AccountId {
    AccountId::parse(name).unwrap()
}

pub(crate) fn force() -> ForceId {
    ForceId::parse("met").unwrap()
}

pub(crate) fn unit() -> UnitId {
    UnitId::parse("london").unwrap()
}

pub(crate) fn event(case: &CaseId, stream: Stream, position: u64) -> StoredEvent {
    let label = format!("{case}/{}/{position}", stream.as_str());
    StoredEvent {
        stream,
        case: case.clone(),
        position,
        kind: "referral-received".to_owned(),
        time: NOON,
        header: format!("header of {label}").into_bytes(),
        payload: format!("payload of {label}").into_bytes(),
        salt: format!("salt of {label}").into_bytes(),
        commitment: Sha256::digest(label.as_bytes()).into(),
    }
}

pub(crate) fn leaf(event: &StoredEvent) -> NewLeaf {
    NewLeaf {
        entry: format!("entry of {}/{}", event.case, event.position).into_bytes(),
        commitment: Some(event.commitment),
        class: "referral-received",
        tally_salt: [7; 32],
        flush: false,
        made: event.time,
    }
}

/// One event of the decision stream and its leaf.
pub(crate) fn write(case: &CaseId, position: u64) -> Write {
    let event = event(case, Stream::Decision, position);
    Write { leaves: vec![leaf(&event)], events: vec![event], ..Write::default() }
}

pub(crate) fn row(case: &CaseId) -> CaseRow {
    CaseRow {
        case: case.clone(),
        reference: format!("LON-{case}"),
        unit: unit(),
        trust: TrustId::parse("north").unwrap(),
        force: Some(force()),
        opened_by: account("officer"),
        recipient: None,
        informed: None,
        origin: "requester".to_owned(),
        phase: "open".to_owned(),
        stage: "new".to_owned(),
        officer_state: "sent".to_owned(),
        fixed_at: NOON.plus(10),
        opened: NOON,
        updated: NOON,
        position: 1,
        wake: None,
        to_release: false,
        holder: None,
        barred: Vec::new(),
        handed_over: None,
    }
}

pub(crate) fn task(case: &CaseId, since: Moment, urgent: bool) -> TaskRow {
    TaskRow {
        case: case.clone(),
        reference: format!("LON-{case}"),
        scope: "unit:london".to_owned(),
        role: Role::Clinician,
        kind: "answer".to_owned(),
        n: 0,
        since,
        urgent,
        holder: None,
        barred: Vec::new(),
        origin: "requester".to_owned(),
    }
}

pub(crate) fn models(case: &CaseId) -> CaseModels {
    CaseModels {
        row: row(case),
        tasks: vec![task(case, NOON, false)],
        letters: vec![format!("letter-{case}")],
    }
}

pub(crate) fn key(case: &CaseId, kind: &str, made: Moment) -> KeyRow {
    KeyRow {
        case: case.clone(),
        kind: kind.to_owned(),
        unit: "london".to_owned(),
        epoch: 1,
        wrapped: format!("wrapped {kind} key of {case}").into_bytes(),
        made,
    }
}

pub(crate) fn once(case: &CaseId, key: &str) -> IdempotencyRow {
    IdempotencyRow {
        account: account("officer"),
        route: "POST /referrals".to_owned(),
        key: key.to_owned(),
        request: [3; 32],
        case: case.clone(),
        answer: format!("answer about {case}").into_bytes(),
        made: NOON,
    }
}

/// Everything that one command can record, for a new case.
pub(crate) fn everything(case: &CaseId) -> Write {
    Write {
        blobs: vec![BlobRow { case: case.clone(), blob: blob("text"), sealed: b"sealed text".to_vec() }],
        contents: vec![ContentRow { case: case.clone(), n: 2, sealed: b"sealed content".to_vec() }],
        models: Some(models(case)),
        facts: vec![FactRow {
            id: format!("fact-{case}"),
            period: "2026-H2".to_owned(),
            unit: unit(),
            force: Some(force()),
            class: "referral-received",
            outcome: None,
            basis: Some("consent".to_owned()),
            age_band: Some("adult"),
            link: b"sealed link".to_vec(),
            minutes: None,
        }],
        outbox: vec![OutboxRow {
            id: format!("out-{case}"),
            kind: "letter".to_owned(),
            case: case.clone(),
            blob: blob("text"),
            made: NOON,
        }],
        idempotency: Some(once(case, case.as_str())),
        new_keys: vec![key(case, "case", NOON), key(case, "identity", NOON)],
        ..write(case, 1)
    }
}

pub(crate) fn blob(name: &str) -> BlobId {
    BlobId::parse(name).unwrap()
}
