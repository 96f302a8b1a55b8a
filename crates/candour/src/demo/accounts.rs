//! The demonstration's accounts: one for every role at London, and their colleagues elsewhere.

use super::people::{FORCES, UNITS};
use anyhow::Context as _;
use casework::{
    actor::{Actor, Place, Role},
    id::{AccountId, ForceId, IndividualId, TrustId, UnitId},
};
use serde::{Deserialize, Serialize};
use service::{Service, accounts::NewAccount, ports::AccountRow};
use std::{collections::BTreeMap, os::unix::fs::OpenOptionsExt as _, path::Path};

/// The officer whose account is closed once they have asked something.
pub const LEFT: &str = "officer-left";

/// An account, with what signs it in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DemoAccount {
    /// Sign-in name.
    pub name: String,
    /// Password.
    pub password: String,
    /// Bearer token.
    pub token: String,
}

/// What was made: accounts by the key that `demo.json` uses, the person's letter, cases to be finished once witnesses
/// are there.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Made {
    /// Accounts.
    pub accounts: BTreeMap<String, DemoAccount>,
    /// Case, code and phrase of somebody who has been told.
    pub person: Option<(String, String, String)>,
    /// Disclosures that the officer reads once they are released.
    #[serde(default)]
    pub to_read: Vec<ToRead>,
    /// The last finished half-year, and the reviewer's bytes for its sample, in hexadecimal: revealed once it is tallied.
    #[serde(default)]
    pub sample: Option<(String, String)>,
}

/// A disclosure that the officer reads once it is released.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ToRead {
    /// The case.
    pub case: String,
    /// The number of the disclosure.
    pub n: u32,
    /// Who reads it.
    pub account: String,
    /// What becomes of it then.
    pub afterwards: Afterwards,
}

/// What becomes of a disclosure once it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Afterwards {
    /// It stands.
    Stands,
    /// It is recalled, and the force has not answered.
    Recalled,
    /// It is recalled, and the force keeps it under a law that it names.
    Kept,
}

/// Somebody to act as.
#[derive(Debug, Clone)]
pub struct Cast(pub BTreeMap<String, Actor>);

impl Cast {
    /// The actor of an account.
    pub fn get(&self, name: &str) -> anyhow::Result<&Actor> {
        self.0.get(name).with_context(|| format!("the demonstration has no `{name}`"))
    }
}

const NAMES: [&str; 40] = [
    "Ada Pemberton",
    "Ben Achebe",
    "Carys Lowe",
    "Dev Malhotra",
    "Elin Hughes",
    "Frank Osei",
    "Grace Tully",
    "Hamid Zaman",
    "Isla Crane",
    "Jonah Reid",
    "Kezia Dunn",
    "Liam Foy",
    "Mona Haddad",
    "Niall Byrne",
    "Orla Finch",
    "Petra Novak",
    "Rhys Tanner",
    "Sana Qureshi",
    "Tom Aldous",
    "Una Keane",
    "Vikram Rao",
    "Wen Li",
    "Xanthe Cole",
    "Yvonne Marsh",
    "Zara Blythe",
    "Adam Frost",
    "Beth Rowan",
    "Colm Daly",
    "Dina Wolf",
    "Ewan Muir",
    "Fay Linden",
    "Gus Hale",
    "Hope Ansah",
    "Ivo Petrov",
    "Jess Harker",
    "Kit Sumner",
    "Lola Vance",
    "Max Orchard",
    "Nell Avery",
    "Otis Grange",
];

fn everybody() -> anyhow::Result<Vec<(String, Role, Place)>> {
    let mut found = Vec::new();
    for (place, (force, _)) in FORCES.iter().enumerate() {
        let at = || -> anyhow::Result<Place> { Ok(Place::Force(ForceId::parse(force)?)) };
        let (officer, supervisor) = match place {
            0 => ("officer".to_owned(), "supervisor".to_owned()),
            1 => ("officer-other-force".to_owned(), format!("supervisor.{force}")),
            _ => (format!("officer.{force}"), format!("supervisor.{force}")),
        };
        found.push((officer, Role::Officer, at()?));
        found.push((supervisor, Role::Supervisor, at()?));
    }
    for (place, (unit, _, trust, _)) in UNITS.iter().enumerate() {
        let here = Place::Unit(UnitId::parse(unit)?);
        let trust = Place::Trust(TrustId::parse(trust)?);
        let name = |role: Role| match (place, role) {
            (0, _) => role.as_str().to_owned(),
            (1, Role::Clinician) => "clinician-other-unit".to_owned(),
            _ => format!("{}.{unit}", role.as_str()),
        };
        for role in [Role::HealthWorker, Role::Clinician, Role::SecondClinician] {
            found.push((name(role), role, here.clone()));
        }
        for role in [Role::Guardian, Role::Safeguarding, Role::Legal, Role::DataProtectionOfficer] {
            found.push((name(role), role, trust.clone()));
        }
    }
    found.push(("reviewer".to_owned(), Role::Reviewer, Place::Independent));
    for role in [Role::Administrator, Role::KeyCustodian, Role::RetentionManager] {
        found.push((role.as_str().to_owned(), role, Place::Service));
    }
    // Whatever an administrator does that needs a second one.
    found.push(("administrator-second".to_owned(), Role::Administrator, Place::Service));
    // To whom a supervisor gives the referrals of an officer who has left.
    let force = ForceId::parse(FORCES[0].0)?;
    found.push(("officer-second".to_owned(), Role::Officer, Place::Force(force)));
    // To whom a case is handed over, and to whom the guardian delegates.
    let (unit, _, trust, _) = UNITS[0];
    found.push(("clinician-second".to_owned(), Role::Clinician, Place::Unit(UnitId::parse(unit)?)));
    found.push(("guardian-deputy".to_owned(), Role::Guardian, Place::Trust(TrustId::parse(trust)?)));
    found.push((LEFT.to_owned(), Role::Officer, Place::Force(ForceId::parse(FORCES[0].0)?)));
    Ok(found)
}

/// Makes every account.
pub async fn make(service: &Service) -> anyhow::Result<(Cast, BTreeMap<String, DemoAccount>)> {
    let mut cast = BTreeMap::new();
    let mut accounts = BTreeMap::new();
    for (number, (name, role, place)) in everybody()?.into_iter().enumerate() {
        let id = AccountId::from_bytes(service.fresh_id());
        let password = password(service);
        let token = vault::token::Token::fresh(&crate::chance::SystemEntropy).expose().to_string();
        let row = AccountRow {
            account: id.clone(),
            individual: IndividualId::parse(id.as_str())?,
            name: name.clone(),
            title: NAMES.get(number).copied().unwrap_or("Somebody Else").to_owned(),
            role,
            place,
            password: String::new(),
            token: None,
            active: true,
        };
        cast.insert(name.clone(), service::accounts::actor_of(&row));
        let new = NewAccount { row, password: password.clone(), token: Some(token.clone()) };
        service
            .make_account(None, new)
            .await
            .with_context(|| format!("the account `{name}` cannot be made"))?;
        accounts.insert(name.clone(), DemoAccount { name, password, token });
    }
    Ok((Cast(cast), accounts))
}

/// A password that can be typed: four drawn words.
fn password(service: &Service) -> String {
    const WORDS: [&str; 32] = [
        "amber", "birch", "cedar", "dune", "ember", "fjord", "grove", "heath", "iris", "jetty", "kelp",
        "larch", "maple", "north", "ochre", "pebble", "quartz", "ridge", "slate", "thyme", "umber", "vale",
        "willow", "yarrow", "acorn", "brook", "cairn", "delta", "elder", "fern", "glade", "haven",
    ];
    service.fresh_id()[..4].iter().map(|byte| WORDS[usize::from(byte & 31)]).collect::<Vec<_>>().join("-")
}

/// Keeps what was made, for the next start; only its owner can read it.
pub fn save(dir: &Path, made: &Made) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).mode(0o600).open(dir.join("accounts.json"))?;
    Ok(serde_json::to_writer_pretty(file, made)?)
}

/// What was made.
pub fn read(dir: &Path) -> anyhow::Result<Made> {
    let text = std::fs::read_to_string(dir.join("accounts.json"))
        .context("the demonstration was not finished; remove its folder and start again")?;
    Ok(serde_json::from_str(&text)?)
}
