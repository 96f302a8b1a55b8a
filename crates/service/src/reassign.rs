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
    id::CaseId,
    refusal::Refusal,
};
use serde_json::{Value, json};

/// The most referrals that are shown, and given on, at once.
pub const REFERRALS_MAX: u32 = 100;

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

impl Service {
    /// What an officer of the supervisor's force has asked, by the officer's sign-in name.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`ServiceError::Invalid`] at `/from`, alike for a name that nobody has and for somebody
    /// of another force.
    pub async fn referrals_of(&self, supervisor: &Actor, name: &str) -> Answer<OfficersReferrals> {
        let row = self.officer_of_force(supervisor, name).await?.ok_or_else(|| {
            ServiceError::Invalid(vec![Fault::new("/from", words::say("reassign-expected-from"))])
        })?;
        let mut rows = self.parts.store.cases_of_account(&row.account, None, REFERRALS_MAX + 1).await?;
        let more = rows.len() > REFERRALS_MAX as usize;
        rows.truncate(REFERRALS_MAX as usize);
        let places = self.places().await;
        let held = rows
            .into_iter()
            // What somebody else began and the clinic turned to them with is nothing that their force asked.
            .filter(|case| case.opened_by == row.account && case.force.as_ref() == supervisor.force())
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
        let (Role::Supervisor, Some(force)) = (supervisor.role, supervisor.force()) else {
            return Err(Refusal::NotYourRole.into());
        };
        let row = self.parts.store.account_by_name(name.trim()).await?;
        let theirs = |row: &AccountRow| matches!(&row.place, Place::Force(of) if of == force);
        Ok(row.filter(|row| row.role == Role::Officer && theirs(row)))
    }
}
