//! A supervisor gives an officer's referrals to another officer of their force: somebody has left, or is away.
//!
//! SECURITY: a supervisor sees which referrals there are and when they were sent, and nothing of what became of them. The
//! answer is the same whatever became of a case. Drafts are their author's alone and are not given on.

use crate::{
    accounts::actor_of,
    dates::ForReaders as _,
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    ports::AccountRow,
    referrals::decided,
};
use casework::{
    actor::{Actor, Place, Role},
    command::Command,
    id::{CaseId, ForceId},
    refusal::Refusal,
};
use serde_json::{Value, json};

/// The most referrals that are shown, and given on, at once.
pub const REFERRALS_MAX: u32 = 100;

/// Up to how many referrals without an officer are counted; beyond, the page says "more than".
pub const LEFT_MAX: u32 = 999;

/// How many officers who have left are listed at once: once their referrals are given on, the next ones stand there.
const OFFICERS_MAX: u32 = 25;

/// A referral that can be given on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The case.
    pub id: CaseId,
    /// What people call it.
    pub reference: String,
    /// When it was sent, for people.
    pub sent: String,
    /// The unit, for people.
    pub unit: String,
}

/// An officer of the supervisor's force with their referrals, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficersReferrals {
    /// Their name, for people.
    pub title: String,
    /// Their sign-in name.
    pub name: String,
    /// Whether their account still opens.
    pub active: bool,
    /// Their referrals, [`REFERRALS_MAX`] at most.
    pub held: Vec<Held>,
    /// Whether they have more than that.
    pub more: bool,
}

/// An officer whose account is closed and who has referrals still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerGone {
    /// Their name, for people.
    pub title: String,
    /// Their sign-in name.
    pub name: String,
}

impl Service {
    /// How many referrals of the supervisor's force wait for a new officer, because the account of whoever has them is
    /// closed; counted up to one more than [`LEFT_MAX`], and 0 for anybody else.
    ///
    /// SECURITY: all of them count, whatever became of each, or the number would tell what did. What the clinic disclosed of
    /// its own accord does not: it is none of the force's.
    ///
    /// # Errors
    /// As the store's.
    pub async fn referrals_left(&self, actor: &Actor) -> Answer<u32> {
        let (Role::Supervisor, Some(force)) = (actor.role, actor.force()) else { return Ok(0) };
        Ok(self.parts.store.referrals_left(force, LEFT_MAX + 1).await?)
    }

    /// Whether the supervisor's force has an information-rights contact. Only whether: who it is stays with the
    /// administrators.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`].
    pub async fn has_contact(&self, supervisor: &Actor) -> Answer<bool> {
        let force = force_of(supervisor)?;
        Ok(self.contacts().await?.contains_key(force))
    }

    /// Whose they are, by name.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`].
    pub async fn officers_gone(&self, supervisor: &Actor) -> Answer<Vec<OfficerGone>> {
        let force = force_of(supervisor)?;
        let rows = self.parts.store.officers_who_left(force, OFFICERS_MAX).await?;
        Ok(rows.into_iter().map(|row| OfficerGone { title: row.title, name: row.name }).collect())
    }

    /// What an officer of the supervisor's force has asked, by the officer's sign-in name.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`ServiceError::Invalid`] at `/from`, alike for a name that nobody has and for somebody
    /// of another force.
    pub async fn referrals_of(&self, supervisor: &Actor, name: &str) -> Answer<OfficersReferrals> {
        let row = self.officer_of_force(supervisor, name).await?.ok_or_else(|| {
            ServiceError::Invalid(vec![Fault::new("/from", words::say("reassign-expected-from"))])
        })?;
        let force = force_of(supervisor)?;
        // What somebody else began and the clinic turned to them with is nothing that their force asked: it is neither
        // listed nor counted.
        let mut rows = self.parts.store.referrals_of_officer(&row.account, force, REFERRALS_MAX + 1).await?;
        let more = rows.len() > REFERRALS_MAX as usize;
        rows.truncate(REFERRALS_MAX as usize);
        let places = self.places().await;
        let held = rows
            .into_iter()
            .map(|case| Held {
                id: case.case,
                reference: case.reference,
                sent: case.opened.day().for_readers(),
                unit: places.unit_title(&case.unit),
            })
            .collect();
        Ok(OfficersReferrals { title: row.title, name: row.name, active: row.active, held, more })
    }

    /// Gives one referral to another officer, by their sign-in name.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] at `/to`, alike for a name that nobody has and for somebody of
    /// another force.
    pub async fn reassign(&self, id: &CaseId, asked: &Asked, to: &str) -> Answer<Value> {
        let to =
            self.officer_of_force(&asked.actor, to).await?.filter(|row| row.active).ok_or_else(|| {
                ServiceError::Invalid(vec![Fault::new("/to", words::say("reassign-expected-to"))])
            })?;
        let to = actor_of(&to);
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::Reassign { to: to.clone() }, ctx),
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str()}),
        )
        .await
    }

    async fn officer_of_force(&self, supervisor: &Actor, name: &str) -> Answer<Option<AccountRow>> {
        let force = force_of(supervisor)?;
        let row = self.parts.store.account_by_name(name.trim()).await?;
        let theirs = |row: &AccountRow| matches!(&row.place, Place::Force(of) if of == force);
        Ok(row.filter(|row| row.role == Role::Officer && theirs(row)))
    }
}

/// The force of a supervisor.
fn force_of(supervisor: &Actor) -> Answer<&ForceId> {
    match (supervisor.role, supervisor.force()) {
        (Role::Supervisor, Some(force)) => Ok(force),
        _ => Err(Refusal::NotYourRole.into()),
    }
}
