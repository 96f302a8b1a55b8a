//! The rota of units and of guardians' deputies, and the guardian's written delegation.
//!
//! Administrators keep the rota and list who is a deputy; a guardian in their own right delegates. Each of these is an event
//! in the stream of whoever did it, and the reviewer sees all of them.

use crate::{
    accounts::{actor_of, place_title},
    dates::ForReaders as _,
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    places::Places,
    ports::{AccountRow, DelegationRow, RotaChange, RotaRow, StoreError, Write},
    stage::Stage,
    text::Text,
};
use casework::{
    actor::{Actor, Place, Role},
    blob::BlobRef,
    delegation::{self, Candidate, Delegation, RotaKind, Scope, Standing},
    event::Event,
    header::Stream,
    id::{AccountId, IndividualId},
    refusal::Refusal,
    time::{Day, Moment},
};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// How often an act is tried again after the same account did something else in the same instant.
const ATTEMPTS_MAX: u32 = 8;
/// For how many days what is over stays on the rota's page, so that a slip is seen.
const SHOWN_DAYS: i64 = 31;
/// The last day of an entry that has none.
const NO_LAST_DAY: &str = "9999-12-31";

/// An entry of the rota as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewRota {
    /// Code of the list.
    pub kind: String,
    /// The account.
    pub account: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

/// A delegation as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewDelegation {
    /// The deputy's account.
    pub deputy: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
    /// Code of the scope.
    pub scope: String,
    /// Where the written document is.
    pub document: String,
}

/// An entry of the rota, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RotaEntry {
    /// The entry.
    pub id: String,
    /// Who.
    pub who: String,
    /// From when, or since when, for people.
    pub first: String,
    /// Until when, for people; `None` for a deputy.
    pub last: Option<String>,
    /// Whether it counts today.
    pub today: bool,
}

/// The rota of a unit or trust.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceRota {
    /// Its name.
    pub title: String,
    /// Whether it is a trust.
    pub is_trust: bool,
    /// Who is on duty; for a unit.
    pub duty: Vec<RotaEntry>,
    /// Which guardian or deputy is on call; for a trust.
    pub on_call: Vec<RotaEntry>,
    /// Who is a deputy; for a trust.
    pub deputies: Vec<RotaEntry>,
}

/// Somebody who may be put on the rota, or to whom something may be delegated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Their account.
    pub id: String,
    /// Their name and part.
    pub title: String,
    /// Where they work.
    pub place: String,
}

/// A delegation, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DelegationView {
    /// Which.
    pub id: String,
    /// The trust.
    pub trust: String,
    /// Who delegated.
    pub by: String,
    /// To whom.
    pub to: String,
    /// From when, for people.
    pub first: String,
    /// Until when, for people.
    pub last: String,
    /// How far it reaches, in words.
    pub scope: String,
    /// Where the document is.
    pub document: String,
    /// `to-come`, `in-force`, `over` or `revoked`.
    pub state: String,
    /// When it was revoked, for people.
    pub revoked: Option<String>,
}

/// How a place is named in rows.
fn place_code(place: &Place) -> Option<String> {
    match place {
        Place::Unit(unit) => Some(format!("unit:{unit}")),
        Place::Trust(trust) => Some(format!("trust:{trust}")),
        Place::Force(_) | Place::Independent | Place::Service => None,
    }
}

fn day(at: &str, typed: &str, faults: &mut Vec<Fault>) -> Option<Day> {
    let found = Day::parse(typed.trim());
    if found.is_none() {
        faults.push(Fault::new(at, ::words::say("refusal-expected-day")));
    }
    found
}

impl Service {
    /// An active account of an identifier.
    async fn active_account(
        &self,
        at: &str,
        typed: &str,
        faults: &mut Vec<Fault>,
    ) -> Answer<Option<AccountRow>> {
        let row = match AccountId::parse(typed.trim()) {
            Ok(id) => self.parts.store.account(&id).await?.filter(|row| row.active),
            Err(_) => None,
        };
        if row.is_none() {
            faults.push(Fault::new(at, ::words::say("refusal-expected-one-of-these")));
        }
        Ok(row)
    }

    /// Records what somebody did in their own stream, together with what changes.
    async fn own_event(
        &self,
        asked: &Asked,
        answer: &Value,
        make: impl Fn(&mut Stage<'_>) -> Answer<(Event, Vec<RotaChange>)>,
    ) -> Answer<Value> {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        let id = Self::account_stream(&asked.actor.account);
        let keys = self.keys(&id).await?.ok_or(ServiceError::Broken("an account has no keys"))?;
        for _ in 0..ATTEMPTS_MAX {
            let now = self.now();
            let mut stage = Stage::new(self, &id, &keys);
            let (event, rota) = make(&mut stage)?;
            let position = self.parts.store.last_position(&id, Stream::Account).await? + 1;
            let (stored, leaf) = self.seal_event(&keys, &id, Stream::Account, position, &event, now)?;
            let write = Write {
                keeper_acts: crate::keepers::listed(&event, &stored),
                events: vec![stored],
                leaves: vec![leaf],
                blobs: stage.blobs,
                rota,
                ..Write::default()
            };
            match self.commit(write, asked, &id, &keys, answer, now).await {
                Ok(()) => return Ok(answer.clone()),
                Err(StoreError::Conflict) => {}
                Err(StoreError::Repeated) => return self.answered(asked).await?.ok_or(ServiceError::Busy),
                // The entry is gone already, or was there.
                Err(StoreError::Taken(_)) => return Err(Refusal::AlreadyDone.into()),
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// An administrator puts somebody on the rota, or lists them as a deputy.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn keep_rota(&self, asked: &Asked, new: &NewRota) -> Answer<Value> {
        if asked.actor.role != Role::Administrator {
            return Err(Refusal::NotYourRole.into());
        }
        let mut faults = Vec::new();
        let kind = RotaKind::parse(&new.kind);
        if kind.is_none() {
            faults.push(Fault::new("/kind", ::words::say("refusal-expected-one-of-these")));
        }
        let whom = self.active_account("/account", &new.account, &mut faults).await?;
        let today = self.now().day();
        let days = if kind == Some(RotaKind::Deputy) {
            None
        } else {
            let (first, last) =
                (day("/first", &new.first, &mut faults), day("/last", &new.last, &mut faults));
            first.zip(last)
        };
        let (Some(kind), Some(whom), true) = (kind, whom, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        let whom = actor_of(&whom);
        delegation::keep(&asked.actor, kind, &whom, days, today)?;
        let place = place_code(&whom.place).ok_or(Refusal::NotForRota)?;
        let (first, last) = days.unwrap_or((today, Day::parse(NO_LAST_DAY).unwrap_or(today)));
        let row = RotaRow {
            id: self.row_id(),
            kind,
            place,
            account: whom.account.clone(),
            first,
            last,
            by: asked.actor.account.clone(),
            by_individual: asked.actor.individual.clone(),
            made: self.now(),
        };
        if kind == RotaKind::Deputy && self.is_deputy(&whom).await?.is_some() {
            return Err(Refusal::AlreadyDone.into());
        }
        let answer = json!({"id": row.id});
        self.own_event(asked, &answer, |_| {
            Ok((rota_event(asked, &row, false), vec![RotaChange::Add(row.clone())]))
        })
        .await
    }

    /// An administrator takes an entry off the rota, or puts back what was taken off by mistake.
    ///
    /// # Errors
    /// As the domain refuses; [`Refusal::NoSuchEntry`] for an unknown one.
    pub async fn change_rota(&self, asked: &Asked, id: &str, put_back: bool) -> Answer<Value> {
        if asked.actor.role != Role::Administrator {
            return Err(Refusal::NotYourRole.into());
        }
        let row = self.parts.store.rota_entry(id).await?.ok_or(Refusal::NoSuchEntry)?;
        // Nobody changes what is about themselves.
        if let Some(whom) = self.parts.store.account(&row.account).await? {
            let whom = actor_of(&whom);
            if whom.individual == asked.actor.individual {
                return Err(Refusal::SamePerson.into());
            }
            let listed = row.kind == RotaKind::Deputy && put_back && self.is_deputy(&whom).await?.is_some();
            if listed {
                return Err(Refusal::AlreadyDone.into());
            }
        }
        let answer = json!({"id": row.id});
        let removed = (!put_back).then(|| self.now());
        self.own_event(asked, &answer, |_| {
            let change = RotaChange::Remove { id: row.id.clone(), removed };
            Ok((rota_event(asked, &row, !put_back), vec![change]))
        })
        .await
    }

    /// A guardian delegates to a deputy.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn delegate(&self, asked: &Asked, new: &NewDelegation) -> Answer<Value> {
        let standing = self.standing_of(&asked.actor, self.now()).await?;
        delegation::gives(&asked.actor, &standing)?;
        let mut faults = Vec::new();
        let to = self.active_account("/deputy", &new.deputy, &mut faults).await?;
        let (first, last) = (day("/first", &new.first, &mut faults), day("/last", &new.last, &mut faults));
        let scope = Scope::parse(&new.scope);
        if scope.is_none() {
            faults.push(Fault::new("/scope", ::words::say("refusal-expected-one-of-these")));
        }
        let document = Text::line("/document", &new.document).map_err(|fault| faults.push(fault)).ok();
        let (Some(to), Some(first), Some(last), Some(scope), Some(document), true) =
            (to, first, last, scope, document, faults.is_empty())
        else {
            return Err(ServiceError::Invalid(faults));
        };
        let to = actor_of(&to);
        let listed_by = self.is_deputy(&to).await?.map(|row| row.by_individual);
        let candidate = Candidate { actor: to.clone(), listed_by };
        delegation::give(&asked.actor, &standing, &candidate, (first, last), self.now().day())?;
        let Place::Trust(trust) = asked.actor.place.clone() else { return Err(Refusal::NotYourRole.into()) };
        let id = self.row_id();
        let made = self.now();
        let answer = json!({"id": id});
        self.own_event(asked, &answer, |stage| {
            let document = stage.text(document.as_str())?;
            let kept = serde_json::to_string(&document)
                .map_err(|_| ServiceError::Broken("where a document is cannot be written"))?;
            let row = DelegationRow {
                id: id.clone(),
                trust: trust.clone(),
                guardian: asked.actor.account.clone(),
                deputy: to.account.clone(),
                first,
                last,
                scope,
                document: kept,
                made,
                revoked: None,
            };
            let event = Event::DelegationGiven {
                by: (&asked.actor).into(),
                delegation: id.clone(),
                to: (&to).into(),
                first,
                last,
                scope,
                document,
            };
            Ok((event, vec![RotaChange::Delegate(row)]))
        })
        .await
    }

    /// A guardian revokes a delegation of their trust, at once.
    ///
    /// # Errors
    /// As the domain refuses; [`Refusal::NoSuchEntry`] for an unknown one and for another trust's alike.
    pub async fn revoke_delegation(&self, asked: &Asked, id: &str) -> Answer<Value> {
        let standing = self.standing_of(&asked.actor, self.now()).await?;
        delegation::gives(&asked.actor, &standing)?;
        let Place::Trust(trust) = &asked.actor.place else { return Err(Refusal::NotYourRole.into()) };
        let all = self.parts.store.delegations_of(trust).await?;
        let row = all.into_iter().find(|row| row.id == id).ok_or(Refusal::NoSuchEntry)?;
        let answer = json!({"id": row.id});
        let at = self.now();
        self.own_event(asked, &answer, |_| {
            let event = Event::DelegationRevoked { by: (&asked.actor).into(), delegation: row.id.clone() };
            Ok((event, vec![RotaChange::Revoke { id: row.id.clone(), at }]))
        })
        .await
    }

    /// The entry that lists somebody as a deputy, where there is one.
    async fn is_deputy(&self, whom: &Actor) -> Answer<Option<RotaRow>> {
        let Some(place) = place_code(&whom.place) else { return Ok(None) };
        let rows = self.parts.store.rota_of(&place, self.now().day()).await?;
        Ok(rows.into_iter().find(|row| row.kind == RotaKind::Deputy && row.account == whom.account))
    }

    /// In which right somebody acts as a guardian at a moment: as a deputy, where they were listed or delegated to; in
    /// their own, where they are the only guardian of their trust who is none.
    ///
    /// # Errors
    /// As the store's.
    pub(crate) async fn standing_of(&self, actor: &Actor, at: Moment) -> Answer<Standing> {
        let Place::Trust(trust) = &actor.place else { return Ok(Standing::Own) };
        if actor.role != Role::Guardian {
            return Ok(Standing::Own);
        }
        let place = format!("trust:{trust}");
        let rows = self.parts.store.rota_of(&place, at.day().plus_days(-1)).await?;
        let delegated = self.parts.store.delegations_of(trust).await?;
        // SECURITY: whoever was delegated to stays a deputy, or an administrator who takes them off the list would make a
        // guardian of them.
        let is_deputy = |account: &AccountId| {
            rows.iter().any(|row| row.kind == RotaKind::Deputy && row.account == *account)
                || delegated.iter().any(|row| row.deputy == *account)
        };
        if !is_deputy(&actor.account) {
            return Ok(unlisted(actor, &self.parts.store.accounts().await?, is_deputy));
        }
        let spans: Vec<(Day, Day)> = rows
            .iter()
            .filter(|row| row.kind == RotaKind::OnCall && row.account == actor.account)
            .map(|row| (row.first, row.last))
            .collect();
        let delegations = delegated
            .into_iter()
            .filter(|row| row.deputy == actor.account)
            .map(|row| Delegation {
                first: row.first,
                last: row.last,
                scope: row.scope,
                revoked: row.revoked.is_some(),
            })
            .collect();
        Ok(Standing::Deputy { delegations, on_call: delegation::is_on_call(&spans, at) })
    }

    /// The standing of whoever gave an approval by telephone, at the time at which they did.
    pub(crate) async fn standing_of_account(&self, account: &AccountId, at: Moment) -> Answer<Standing> {
        match self.parts.store.account(account).await? {
            Some(row) => self.standing_of(&actor_of(&row), at).await,
            // Nobody of that name approves anything.
            None => Ok(Standing::Unclear),
        }
    }

    /// Names of accounts, by identifier.
    async fn names(&self) -> Answer<BTreeMap<AccountId, AccountRow>> {
        Ok(self.parts.store.accounts().await?.into_iter().map(|row| (row.account.clone(), row)).collect())
    }

    /// The whole rota, for administrators and the reviewer.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn rota(&self, actor: &Actor) -> Answer<Vec<PlaceRota>> {
        if !matches!(actor.role, Role::Administrator | Role::Reviewer) {
            return Err(Refusal::NotYourRole.into());
        }
        let (places, names) = (self.places().await, self.names().await?);
        let units =
            places.units.values().map(|unit| (format!("unit:{}", unit.id), unit.title.clone(), false));
        let trusts = places.trusts.iter().map(|(id, title)| (format!("trust:{id}"), title.clone(), true));
        let now = self.now();
        let mut found = Vec::new();
        for (code, title, is_trust) in trusts.chain(units) {
            let rows = self.parts.store.rota_of(&code, now.day().plus_days(-SHOWN_DAYS)).await?;
            let of = |kind: RotaKind| -> Vec<RotaEntry> {
                rows.iter().filter(|row| row.kind == kind).map(|row| entry(row, &names, now.day())).collect()
            };
            found.push(PlaceRota {
                title,
                is_trust,
                duty: of(RotaKind::Duty),
                on_call: of(RotaKind::OnCall),
                deputies: of(RotaKind::Deputy),
            });
        }
        Ok(found)
    }

    /// Whom an administrator may put on the rota.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn rota_people(&self, actor: &Actor) -> Answer<Vec<Person>> {
        if actor.role != Role::Administrator {
            return Err(Refusal::NotYourRole.into());
        }
        let places = self.places().await;
        let fits = |row: &AccountRow| {
            row.active
                && row.individual != actor.individual
                && matches!(row.role, Role::Clinician | Role::SecondClinician | Role::Guardian)
        };
        Ok(people(self.names().await?.into_values().filter(fits), &places))
    }

    /// To whom a guardian may delegate: the listed deputies of their trust.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn deputies(&self, actor: &Actor) -> Answer<Vec<Person>> {
        let standing = self.standing_of(actor, self.now()).await?;
        delegation::gives(actor, &standing)?;
        let place = place_code(&actor.place).ok_or(Refusal::NotYourRole)?;
        let listed = self.parts.store.rota_of(&place, self.now().day()).await?;
        let is_listed = |row: &AccountRow| {
            listed.iter().any(|one| one.kind == RotaKind::Deputy && one.account == row.account)
        };
        let names = self.names().await?;
        Ok(people(names.into_values().filter(|row| row.active && is_listed(row)), &*self.places().await))
    }

    /// Delegations: of their own trust for guardians, of every trust for the reviewer; the latest first.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn delegations(&self, actor: &Actor) -> Answer<Vec<DelegationView>> {
        let (places, names) = (self.places().await, self.names().await?);
        let trusts = match (&actor.place, actor.role) {
            (Place::Trust(trust), Role::Guardian) => vec![trust.clone()],
            (_, Role::Reviewer) => places.trusts.keys().cloned().collect(),
            _ => return Err(Refusal::NotYourRole.into()),
        };
        let mut found = Vec::new();
        for trust in trusts {
            for row in self.parts.store.delegations_of(&trust).await? {
                found.push(self.delegation_view(row, &names, &places).await?);
            }
        }
        Ok(found)
    }

    async fn delegation_view(
        &self,
        row: DelegationRow,
        names: &BTreeMap<AccountId, AccountRow>,
        places: &Places,
    ) -> Answer<DelegationView> {
        let stream = Self::account_stream(&row.guardian);
        let document: BlobRef = serde_json::from_str(&row.document)
            .map_err(|_| ServiceError::Broken("where a document is does not read"))?;
        let document = match self.keys(&stream).await? {
            Some(keys) => self.text_of(&stream, &keys, &document).await?,
            None => String::new(),
        };
        let today = self.now().day();
        let state = match &row.revoked {
            Some(_) => "revoked",
            None if today < row.first => "to-come",
            None if today <= row.last => "in-force",
            None => "over",
        };
        Ok(DelegationView {
            id: row.id,
            trust: places.trust_title(&row.trust),
            by: title(names, &row.guardian),
            to: title(names, &row.deputy),
            first: row.first.for_readers(),
            last: row.last.for_readers(),
            scope: crate::words::delegation_scope(row.scope),
            document,
            state: state.to_owned(),
            revoked: row.revoked.map(Moment::for_readers),
        })
    }

    /// Who is on duty today in the actor's unit, or on call for their trust, by name.
    ///
    /// # Errors
    /// As the store's.
    pub async fn on_duty(&self, actor: &Actor) -> Answer<Vec<String>> {
        let Some(place) = place_code(&actor.place) else { return Ok(Vec::new()) };
        let today = self.now().day();
        let mut found = Vec::new();
        for row in self.parts.store.rota_of(&place, today).await? {
            let counts = row.kind != RotaKind::Deputy && row.first <= today && today <= row.last;
            if counts && let Some(account) = self.parts.store.account(&row.account).await? {
                found.push(account.title);
            }
        }
        Ok(found)
    }

    /// An identifier of a row. One symbol longer than a case's, so that nothing takes it for one.
    fn row_id(&self) -> String {
        let bytes: [u8; 16] = self.drawn();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("r{hex}")
    }
}

/// In which right somebody acts as a guardian whose account was neither listed nor delegated to: in their own, if they
/// are the only guardian of their trust of whom that is so.
fn unlisted(actor: &Actor, accounts: &[AccountRow], is_deputy: impl Fn(&AccountId) -> bool) -> Standing {
    let here: Vec<&AccountRow> =
        accounts.iter().filter(|row| row.role == Role::Guardian && row.place == actor.place).collect();
    // A human being, whichever of their accounts was listed.
    let deputies: BTreeSet<&IndividualId> =
        here.iter().filter(|row| is_deputy(&row.account)).map(|row| &row.individual).collect();
    if deputies.contains(&actor.individual) {
        return Standing::Deputy { delegations: Vec::new(), on_call: false };
    }
    let another = here
        .iter()
        .any(|row| row.active && row.individual != actor.individual && !deputies.contains(&row.individual));
    if another { Standing::Unclear } else { Standing::Own }
}

fn rota_event(asked: &Asked, row: &RotaRow, removed: bool) -> Event {
    Event::RotaChanged {
        by: (&asked.actor).into(),
        rota: row.kind,
        place: row.place.clone(),
        account: row.account.clone(),
        first: row.first,
        last: row.last,
        removed,
    }
}

fn title(names: &BTreeMap<AccountId, AccountRow>, account: &AccountId) -> String {
    names.get(account).map_or_else(|| ::words::say("view-account-unknown"), |row| row.title.clone())
}

fn entry(row: &RotaRow, names: &BTreeMap<AccountId, AccountRow>, today: Day) -> RotaEntry {
    RotaEntry {
        id: row.id.clone(),
        who: title(names, &row.account),
        first: row.first.for_readers(),
        last: (row.kind != RotaKind::Deputy).then(|| row.last.for_readers()),
        today: row.first <= today && today <= row.last,
    }
}

fn people(rows: impl Iterator<Item = AccountRow>, places: &Places) -> Vec<Person> {
    let mut found: Vec<Person> = rows
        .map(|row| Person {
            id: row.account.to_string(),
            title: format!("{} ({})", row.title, crate::words::role(row.role)),
            place: place_title(places, &row.place),
        })
        .collect();
    found.sort_by(|one, other| (&one.place, &one.title).cmp(&(&other.place, &other.title)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::id::TrustId;

    fn account(name: &str, individual: &str, trust: &str) -> AccountRow {
        AccountRow {
            account: AccountId::parse(name).unwrap(),
            individual: IndividualId::parse(individual).unwrap(),
            name: name.to_owned(),
            title: name.to_owned(),
            role: Role::Guardian,
            place: Place::Trust(TrustId::parse(trust).unwrap()),
            password: String::new(),
            token: None,
            active: true,
        }
    }

    #[test]
    fn the_only_guardian_who_is_no_deputy_stands_in_their_own_right() {
        let (gwen, grace) = (account("gwen", "gwen", "north"), account("grace", "grace", "north"));
        let nobody = |_: &AccountId| false;
        let grace_is = |account: &AccountId| account.as_str() == "grace";
        let elsewhere = account("gil", "gil", "south");
        let standing = |accounts: &[AccountRow], listed: &dyn Fn(&AccountId) -> bool| {
            unlisted(&actor_of(&gwen), accounts, listed)
        };
        let alone = [gwen.clone(), elsewhere.clone()];
        assert_eq!(standing(&alone, &nobody), Standing::Own);
        // Two whom nobody has told apart: neither is.
        let both = [gwen.clone(), grace.clone(), elsewhere];
        assert_eq!(standing(&both, &nobody), Standing::Unclear);
        assert_eq!(unlisted(&actor_of(&grace), &both, nobody), Standing::Unclear);
        assert_eq!(standing(&both, &grace_is), Standing::Own);
        // A closed account is nobody's, and a second one of one's own is no other guardian.
        let closed = [gwen.clone(), AccountRow { active: false, ..grace.clone() }];
        assert_eq!(standing(&closed, &nobody), Standing::Own);
        let own = [gwen.clone(), account("gwen-2", "gwen", "north")];
        assert_eq!(standing(&own, &nobody), Standing::Own);
        // Nor does a second account make a guardian of a deputy, or stand in the guardian's way.
        let second = account("grace-2", "grace", "north");
        let three = [gwen.clone(), grace, second.clone()];
        let none = Standing::Deputy { delegations: Vec::new(), on_call: false };
        assert_eq!(unlisted(&actor_of(&second), &three, grace_is), none);
        assert_eq!(standing(&three, &grace_is), Standing::Own);
    }
}
