//! A service on real files, with witnesses that are asked nothing: what is measured is the service and its store.

use async_trait::async_trait;
use casework::{
    actor::{Actor, Place, Role},
    id::{AccountId, ForceId, IndividualId, UnitId},
    time::Moment,
};
use serde_json::{Value, json};
use service::{
    Asked, Parts, Service,
    ports::{Clock, CosignAnswer, CosignRequest, PlaceRow, Witnesses},
    referrals::NewRequest,
};
use std::{
    path::Path,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};
use vault::{
    entropy::Entropy,
    kek::Holder,
    keyfile::FileProvider,
    password::{Cost, Secrets},
};

#[derive(Debug)]
pub struct Machine;

impl Clock for Machine {
    fn now(&self) -> Moment {
        Moment(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64)
    }
}

impl Entropy for Machine {
    fn fill(&self, out: &mut [u8]) {
        getrandom::fill(out).unwrap();
    }
}

#[derive(Debug)]
struct Nobody;

#[async_trait]
impl Witnesses for Nobody {
    async fn cosign(&self, _: CosignRequest) -> Vec<CosignAnswer> {
        Vec::new()
    }
}

#[derive(Clone)]
pub struct World {
    pub service: Service,
    pub store: Arc<store::Database>,
}

pub async fn make(folder: &Path) -> World {
    let store = Arc::new(store::Database::create(folder).await.unwrap());
    make_on(store, folder).await
}

/// On any store; published files lie in the folder.
pub async fn make_on(store: Arc<store::Database>, folder: &Path) -> World {
    node(store, folder, keys()).await
}

/// What wraps keys: nodes of one record have the same.
pub fn keys() -> Arc<FileProvider> {
    let holders = [Holder::service(), Holder::unit("london").unwrap(), Holder::force("thamesside").unwrap()];
    Arc::new(FileProvider::in_memory(holders, &Machine))
}

/// One of the nodes that have a record open.
pub async fn node(store: Arc<store::Database>, folder: &Path, keks: Arc<FileProvider>) -> World {
    std::fs::create_dir_all(folder.join("ledger")).unwrap();
    let name = tlog::note::KeyName::new("candour.example/bench").unwrap();
    let service = Service::new(Parts {
        ledger: store.clone(),
        store: store.clone(),
        tiles: Arc::new(store::TileFolder::open(&folder.join("ledger")).unwrap()),
        witnesses: Arc::new(Nobody),
        clock: Arc::new(Machine),
        entropy: Arc::new(Machine),
        keks,
        gate: Arc::new(gate::embedded().unwrap()),
        policy: Arc::new(tlog::Policy::parse(b"quorum none\n").unwrap()),
        policy_text: "quorum none\n".into(),
        policy_digest: [0; 32],
        passwords: service::accounts::Passwords::Alone,
        secrets: Arc::new(Secrets::new(Cost::LEAST, &Machine).unwrap()),
        signer: Arc::new(tlog::LogSigner::from_seed(name, &[7; 32])),
    });
    let place = |kind: &str, id: &str, parent: Option<&str>| PlaceRow {
        kind: kind.into(),
        id: id.into(),
        title: id.into(),
        parent: parent.map(Into::into),
        nation: "england".into(),
    };
    service
        .make_places(vec![
            place("trust", "thames", None),
            place("unit", "london", Some("thames")),
            place("force", "thamesside", None),
        ])
        .await
        .unwrap();
    World { service, store }
}

fn actor(role: Role, place: Place, number: usize) -> Actor {
    let id = format!("{}-{number}", role.as_str());
    Actor {
        account: AccountId::parse(&id).unwrap(),
        individual: IndividualId::parse(&id).unwrap(),
        role,
        place,
    }
}

pub fn officer(number: usize) -> Asked {
    actor(Role::Officer, Place::Force(ForceId::parse("thamesside").unwrap()), number).into()
}

pub fn clinician(number: usize) -> Asked {
    actor(Role::Clinician, Place::Unit(UnitId::parse("london").unwrap()), number).into()
}

pub fn request(number: usize) -> NewRequest {
    NewRequest {
        unit: "london".into(),
        question: "Is there anything that would keep the person he threatens safe?".into(),
        person: json!({"name": format!("Bench Person {number}"), "date_of_birth": "1990-05-17"}),
        facts: json!({
            "requester": {"body": "local-police", "rank": "sergeant", "signed": true},
            "purpose": "prevent-serious-harm",
            "claimed_bases": ["public-interest-serious-harm"],
            "concern": {"harm_to_others": "serious", "offence": "serious"},
            "justification": {"items_needed_why": true, "less_intrusive_tried": true, "why_not_consent": "unsafe"},
            "items": ["current-risk-to-others-statement"],
            "person": {"identified": true, "alive": true}
        }),
        recipient: None,
        draft: None,
    }
}

/// What the clinic supplies; `turn` makes each command change something.
pub fn clinic_part(turn: usize) -> Value {
    let evidence = if turn.is_multiple_of(2) { "documented" } else { "first-hand" };
    json!({"requester": {"identity": "verified"}, "concern": {"evidence": evidence}})
}

pub async fn new_case(service: &Service, number: usize) -> casework::id::CaseId {
    let answer = service.receive_referral(&officer(number % 50), &request(number)).await.unwrap();
    casework::id::CaseId::parse(answer["id"].as_str().unwrap()).unwrap()
}
