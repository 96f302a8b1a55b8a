//! A referral is received, completed, withdrawn, countersigned; an enquiry is received.

use crate::{
    engine::{Asked, Loaded, Service},
    error::{Answer, Fault, ServiceError},
    fact_faults::faults_of,
    identity::Identity,
    places::Unit,
    ports::{BlindRow, RepetitionRow, StoreError},
    stage::Stage,
    text::Text,
};
use casework::{
    actor::Role,
    codes::InitiatedBy,
    command::{Command, NewReferral},
    decide,
    event::{Caller, Event, MissingField},
    facts::{Facts, Supplier},
    id::{AccountId, CaseId, ForceId, Reference, UnitId},
    refusal::Refusal,
    time::{DAY_SECONDS, Moment},
};
use serde_json::{Value, json};
use vault::blind::{BlindIndex, Identifier};

/// For how long an earlier referral by the same force counts: 90 days, in seconds.
const REPETITION_SECONDS: i64 = 90 * DAY_SECONDS;

/// A referral as it is asked for.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// The unit, as typed.
    pub unit: String,
    /// The question, as typed.
    pub question: String,
    /// The person: `{"name", "date_of_birth", "nhs_number"?, "address"?}`; null where nobody is named.
    pub person: Value,
    /// The part of the facts that whoever asks supplies; for a health worker also `duty`.
    pub facts: Value,
    /// The sign-in name of the officer who would receive, where a health worker begins.
    pub recipient: Option<String>,
    /// The draft that this was, if it was one.
    pub draft: Option<CaseId>,
}

/// A checked request.
pub(crate) struct Checked {
    unit: Unit,
    question: Text,
    identity: Option<Identity>,
    pub(crate) facts: Facts,
    origin: InitiatedBy,
}

impl Service {
    /// What an officer would be told is missing, and every fault of the form so far; nothing is recorded.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault.
    pub async fn preview_referral(&self, asked: &Asked, request: &NewRequest) -> Answer<Vec<MissingField>> {
        let checked = self.check(origin(asked, request)?, request).await?;
        Ok(self.missing_for_asker(&checked.facts))
    }

    /// Receives a referral, a health worker's own disclosure or a duty-holder's report.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault; [`ServiceError::Refused`] for a role that does not ask.
    pub async fn receive_referral(&self, asked: &Asked, request: &NewRequest) -> Answer<Value> {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        let checked = self.check(origin(asked, request)?, request).await?;
        let recipient = self.recipient(request).await?;
        self.begin(asked, request.draft.as_ref(), checked, recipient, None).await
    }

    /// Begins a case with what was checked: of the account that asks, or of whoever rang, with their force and the text
    /// that says who they are.
    pub(crate) async fn begin(
        &self,
        asked: &Asked,
        draft: Option<&CaseId>,
        mut checked: Checked,
        recipient: Option<AccountId>,
        caller: Option<(ForceId, String)>,
    ) -> Answer<Value> {
        let now = self.now();
        let mut repetitions = Vec::new();
        let asks = caller.as_ref().map(|(force, _)| force).or_else(|| asked.actor.force());
        if let (Some(force), Some(identity)) = (asks, &checked.identity) {
            let digests = self.repetition_digests(force, identity)?;
            let earlier = self
                .parts
                .store
                .repetitions(force, &digests.all, now.plus(-REPETITION_SECONDS))
                .await?
                .min(1000);
            checked.facts = supply(
                &checked.facts,
                &json!({"repetition": {"same_force_referrals_90_days": earlier}}),
                Supplier::Candour,
            )?;
            repetitions.push(RepetitionRow { force: force.clone(), digests: digests.newest, made: now });
        }
        let missing = self.missing_for_asker(&checked.facts);
        for _ in 0..3 {
            // The reference is drawn; on the rare draw that is taken, draw again.
            let id = draft.cloned().unwrap_or_else(|| CaseId::from_bytes(self.drawn()));
            let (keys, new_keys) = self.fresh_keys(&checked.unit.id, &id)?;
            let ctx = self.context(&asked.actor).await?;
            let mut stage = Stage::new(self, &id, &keys);
            let new = NewReferral {
                case: id.clone(),
                reference: Reference::new(&checked.unit.id, self.drawn()),
                unit: checked.unit.id.clone(),
                trust: checked.unit.trust.clone(),
                origin: checked.origin,
                recipient: recipient.clone(),
                caller: match &caller {
                    Some((force, who)) => Some(Caller { force: force.clone(), who: stage.text(who)? }),
                    None => None,
                },
                question: stage.text(checked.question.as_str())?,
                identity: match &checked.identity {
                    Some(identity) => Some(stage.identity(&identity.to_value().to_string())?),
                    None => None,
                },
                facts: checked.facts.clone(),
                missing: missing.clone(),
            };
            let events = decide::receive(new, &ctx)?;
            let (mut write, case) = self.write(None, &keys, &id, events, stage, ctx.now)?;
            write.new_keys = new_keys;
            write.repetitions.clone_from(&repetitions);
            if let Some(identity) = &checked.identity {
                write.blind_index = self.blind_rows(&checked.unit.id, identity, &id)?;
            }
            write.used_draft = draft.map(|draft| (asked.actor.account.clone(), draft.clone()));
            let answer = json!({
                "id": case.id.as_str(),
                "reference": case.reference.as_str(),
                "state": casework::officer::state(&case, ctx.now).as_str(),
                "missing": missing,
            });
            match self.commit(write, asked, &id, &keys, &answer, ctx.now).await {
                Ok(()) => return Ok(answer),
                Err(StoreError::Taken(_)) => {}
                // A second click on the same draft: the first one's answer stands.
                Err(StoreError::Repeated | StoreError::Conflict) => {
                    return self.answered(asked).await?.ok_or(ServiceError::Refused(Refusal::AlreadyDone));
                }
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// Receives a question that names nobody.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`], [`ServiceError::Refused`].
    pub async fn receive_enquiry(&self, asked: &Asked, unit: &str, question: &str) -> Answer<Value> {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        if !matches!(asked.actor.role, Role::Officer | Role::HealthWorker) {
            return Err(Refusal::NotYourRole.into());
        }
        let unit = self.unit(unit).await;
        let question = Text::parse("/question", question);
        let (unit, question) = match (unit, question) {
            (Ok(unit), Ok(question)) => (unit, question),
            (unit, question) => {
                return Err(ServiceError::Invalid(unit.err().into_iter().chain(question.err()).collect()));
            }
        };
        for _ in 0..3 {
            let id = CaseId::from_bytes(self.drawn());
            let (keys, new_keys) = self.fresh_keys(&unit.id, &id)?;
            let ctx = self.context(&asked.actor).await?;
            let mut stage = Stage::new(self, &id, &keys);
            let event = Event::EnquiryReceived {
                by: (&asked.actor).into(),
                reference: Reference::new(&unit.id, self.drawn()),
                unit: unit.id.clone(),
                trust: unit.trust.clone(),
                question: stage.text(question.as_str())?,
            };
            let (mut write, case) = self.write(None, &keys, &id, vec![event], stage, ctx.now)?;
            write.new_keys = new_keys;
            let answer =
                json!({"id": case.id.as_str(), "reference": case.reference.as_str(), "state": "sent"});
            match self.commit(write, asked, &id, &keys, &answer, ctx.now).await {
                Ok(()) => return Ok(answer),
                Err(StoreError::Taken(_)) => {}
                Err(StoreError::Repeated) => return self.answered(asked).await?.ok_or(ServiceError::Busy),
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// The officer supplies what was missing.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault of the facts.
    pub async fn complete_referral(&self, id: &CaseId, asked: &Asked, part: &Value) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| {
                let missing = match &loaded.case.facts {
                    // Whether it waits for them is decided first, so that a case that is not theirs says nothing.
                    Some(facts) => supply(facts, part, Supplier::Requester)
                        .map(|facts| self.missing_for_asker(&facts))
                        .unwrap_or_default(),
                    None => Vec::new(),
                };
                let command = Command::Complete { part: part.clone(), missing };
                decided(loaded, &command, ctx)
            },
            |case| {
                json!({"id": case.id.as_str(), "reference": case.reference.as_str(),
                    "state": casework::officer::state(case, case.updated).as_str(), "missing": case.missing})
            },
        )
        .await
    }

    /// The officer takes a referral back.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn withdraw_referral(&self, id: &CaseId, asked: &Asked) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::Withdraw, ctx),
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str()}),
        )
        .await
    }

    /// A supervisor of the same force signs too.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn countersign(&self, id: &CaseId, asked: &Asked) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::Countersign, ctx),
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str(), "countersigned": true}),
        )
        .await
    }

    /// What whoever asks is told is missing: over the fields they filled in, every other at its default.
    fn missing_for_asker(&self, facts: &Facts) -> Vec<MissingField> {
        self.parts
            .gate
            .judge(&facts.only(Supplier::Requester))
            .verdict
            .missing_for_officer()
            .iter()
            .map(|row| MissingField { field: row.field().to_owned(), basis: row.basis(), who: row.who() })
            .collect()
    }

    async fn unit(&self, typed: &str) -> Result<Unit, Fault> {
        let places = self.places().await;
        UnitId::parse(typed)
            .ok()
            .and_then(|id| places.units.get(&id).cloned())
            .ok_or_else(|| Fault::new("/unit", ::words::say("refusal-expected-unit")))
    }

    async fn recipient(&self, request: &NewRequest) -> Answer<Option<AccountId>> {
        let Some(name) = request.recipient.as_deref().filter(|name| !name.trim().is_empty()) else {
            return Ok(None);
        };
        match self.parts.store.account_by_name(name.trim()).await? {
            Some(row) if row.role == Role::Officer && row.active => Ok(Some(row.account)),
            _ => {
                let expected = ::words::say("refusal-expected-officer-name");
                Err(ServiceError::Invalid(vec![Fault::new("/recipient", expected)]))
            }
        }
    }

    /// Checks everything and lists every fault at once.
    pub(crate) async fn check(&self, origin: InitiatedBy, request: &NewRequest) -> Answer<Checked> {
        let today = self.now().day();
        let mut faults = Vec::new();
        let unit = self.unit(&request.unit).await.map_err(|fault| faults.push(fault)).ok();
        let question = Text::parse("/question", &request.question).map_err(|fault| faults.push(fault)).ok();
        let identity = if request.person.is_null() {
            None
        } else {
            Identity::parse("/person", &request.person, today).map_err(|more| faults.extend(more)).ok()
        };
        let nation = unit.as_ref().map_or(casework::codes::Nation::England, |unit| unit.nation);
        let facts = first_facts(&Facts::defaults(nation, today), &request.facts, origin, identity.as_ref())
            .map_err(|more| faults.extend(more))
            .ok();
        if let (Some(facts), Some(identity)) = (&facts, &identity)
            && let (Some(age), Some(born)) = (facts.person.age, identity.date_of_birth)
            && u64::from(born.years_until(today)) != u64::from(age)
        {
            faults.push(Fault::new("/facts/person/age", ::words::say("refusal-expected-age")));
        }
        if let (Some(facts), None, false) = (&facts, &identity, request.person.is_object())
            && facts.person.identified
        {
            faults.push(Fault::new("/person", ::words::say("refusal-expected-who")));
        }
        match (unit, question, facts) {
            (Some(unit), Some(question), Some(facts)) if faults.is_empty() => {
                Ok(Checked { unit, question, identity, facts, origin })
            }
            _ => Err(ServiceError::Invalid(faults)),
        }
    }

    fn repetition_digests(&self, force: &ForceId, identity: &Identity) -> Answer<Digests> {
        let index = BlindIndex::of_force(&*self.parts.keks, force.as_str())?;
        digests(&index, identity)
    }

    fn blind_rows(&self, unit: &UnitId, identity: &Identity, case: &CaseId) -> Answer<Vec<BlindRow>> {
        let index = BlindIndex::of_unit(&*self.parts.keks, unit.as_str())?;
        let mut rows = Vec::new();
        for identifier in &identifiers(identity) {
            let entry = index.entry(identifier.borrowed())?;
            rows.push(BlindRow {
                unit: unit.clone(),
                version: entry.epoch,
                digest: entry.digest.to_vec(),
                case: case.clone(),
            });
        }
        Ok(rows)
    }
}

/// Who started the flow, where an account sends it.
fn origin(asked: &Asked, request: &NewRequest) -> Answer<InitiatedBy> {
    match asked.actor.role {
        Role::Officer => Ok(InitiatedBy::Requester),
        Role::HealthWorker | Role::Clinician => {
            let duty = request.facts.get("duty").is_some_and(Value::is_object);
            Ok(if duty { InitiatedBy::DutyHolder } else { InitiatedBy::HealthService })
        }
        _ => Err(Refusal::NotYourRole.into()),
    }
}

/// Digests of one person: under every epoch for looking, under the newest for keeping.
struct Digests {
    all: Vec<Vec<u8>>,
    newest: Vec<Vec<u8>>,
}

fn digests(index: &BlindIndex, identity: &Identity) -> Answer<Digests> {
    let mut found = Digests { all: Vec::new(), newest: Vec::new() };
    for identifier in &identifiers(identity) {
        found
            .all
            .extend(index.entries(identifier.borrowed())?.into_iter().map(|entry| entry.digest.to_vec()));
        found.newest.push(index.entry(identifier.borrowed())?.digest.to_vec());
    }
    Ok(found)
}

/// An identifier with its own text.
struct OwnIdentifier {
    nhs_number: Option<String>,
    name: String,
    born: String,
}

impl OwnIdentifier {
    fn borrowed(&self) -> Identifier<'_> {
        match &self.nhs_number {
            Some(number) => Identifier::NhsNumber(number),
            None => Identifier::NameAndBirth { name: &self.name, born: &self.born },
        }
    }
}

/// The exact identifiers that there are: number, and name with date of birth.
fn identifiers(identity: &Identity) -> Vec<OwnIdentifier> {
    let name = identity.name.as_str().to_owned();
    let mut found = Vec::new();
    if let Some(number) = &identity.nhs_number {
        found.push(OwnIdentifier {
            nhs_number: Some(number.as_str().to_owned()),
            name: String::new(),
            born: String::new(),
        });
    }
    if let Some(born) = identity.date_of_birth {
        found.push(OwnIdentifier { nhs_number: None, name, born: born.to_string() });
    }
    found
}

/// The facts of a new referral: what whoever asks supplies, the duty-holder's part, and who began it.
fn first_facts(
    defaults: &Facts,
    typed: &Value,
    origin: InitiatedBy,
    identity: Option<&Identity>,
) -> Result<Facts, Vec<Fault>> {
    let today = defaults.date;
    let mut part = match typed {
        Value::Null => json!({}),
        other => other.clone(),
    };
    let duty = (origin == InitiatedBy::DutyHolder)
        .then(|| part.as_object_mut().and_then(|members| members.remove("duty")))
        .flatten();
    // The date of birth says the age; nobody need type both.
    if let Some(born) = identity.and_then(|identity| identity.date_of_birth)
        && let Some(members) = part.as_object_mut()
    {
        let person = members.entry("person").or_insert_with(|| json!({}));
        if let Some(person) = person.as_object_mut()
            && person.get("age").is_none_or(Value::is_null)
        {
            person.insert("age".to_owned(), json!(born.years_until(today)));
        }
    }
    let mut facts = defaults.supply(&part, Supplier::Requester).map_err(faults_of)?;
    if let Some(duty) = duty {
        facts = facts.supply(&json!({ "duty": duty }), Supplier::DutyHolder).map_err(faults_of)?;
    }
    facts.supply(&json!({"initiated_by": origin.as_str()}), Supplier::Candour).map_err(faults_of)
}

pub(crate) fn supply(facts: &Facts, part: &Value, supplier: Supplier) -> Answer<Facts> {
    facts.supply(part, supplier).map_err(|faults| ServiceError::Invalid(faults_of(faults)))
}

/// Decides a command, with faults of facts as faults of the request.
pub(crate) fn decided(
    loaded: &Loaded,
    command: &Command,
    ctx: &mut casework::command::Context,
) -> Answer<Vec<Event>> {
    decide::decide(&loaded.case, command, ctx).map_err(|refusal| match refusal {
        Refusal::Facts(faults) => ServiceError::Invalid(faults_of(faults)),
        other => ServiceError::Refused(other),
    })
}

/// The moment before which repetition digests are forgotten.
#[must_use]
pub fn repetitions_forgotten_before(now: Moment) -> Moment {
    now.plus(-REPETITION_SECONDS)
}
