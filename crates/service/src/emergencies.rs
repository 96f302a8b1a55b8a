//! Emergencies by telephone: what an officer without an account asks is entered by a clinician, and what was released is
//! read out to somebody who was called back (ADR 0045).
//!
//! SECURITY: no account of a force sees such a case. It is asked for by nobody who could open it, so that whoever can
//! listen in to a telephone gains no list and no page by it.

use crate::{
    dates::ForReaders as _,
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    referrals::{NewRequest, decided, supply},
    text::Text,
    views::DisclosedItem,
};
use casework::{
    actor::{Actor, Place, Role},
    case::{Case, Phase, ProposalState},
    codes::InitiatedBy,
    command::Command,
    decide,
    event::Event,
    facts::Supplier,
    id::{CaseId, ForceId},
    refusal::Refusal,
    time::Moment,
};
use serde_json::{Value, json};

/// An emergency as a clinician enters it for somebody who rang.
#[derive(Debug, Clone)]
pub struct NewEmergency {
    /// The force, as chosen.
    pub force: String,
    /// The name of whoever rang, as typed.
    pub name: String,
    /// Their rank or number, as typed.
    pub number: String,
    /// The control room's number as the clinic looked it up, as typed.
    pub control_room: String,
    /// Whether they were called back through it.
    pub called_back: bool,
    /// What is asked, as typed.
    pub question: String,
    /// The person, as in a referral; null where nobody is named.
    pub person: Value,
    /// The part of the facts that whoever asks supplies. That it cannot wait is what this is for, so its urgency is
    /// always that of an emergency.
    pub facts: Value,
}

/// What is recorded of reading out what was released.
#[derive(Debug, Clone)]
pub struct NewReadOut {
    /// To whom, as typed.
    pub name: String,
    /// Which number of the control room was called, as typed.
    pub number: String,
    /// Whether they were called back through the control room.
    pub called_back: bool,
    /// Whether every item was read out as it stands, and nothing else.
    pub all_items: bool,
    /// When.
    pub at: Moment,
}

/// What a clinician reads out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOutView {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// The disclosure's number.
    pub n: u32,
    /// Which force asked, for people.
    pub force: String,
    /// The items that were decided.
    pub items: Vec<DisclosedItem>,
    /// Conditions of use, in sentences: they are read out too.
    pub conditions: Vec<String>,
    /// When it was released, for people.
    pub released: String,
}

impl Service {
    /// A clinician enters what an officer without an account asks by telephone in an emergency.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault; [`Refusal::NotYourRole`] unless a clinician of a unit enters it.
    pub async fn take_emergency(&self, asked: &Asked, new: &NewEmergency) -> Answer<Value> {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        let (Role::Clinician, Place::Unit(unit)) = (asked.actor.role, &asked.actor.place) else {
            return Err(Refusal::NotYourRole.into());
        };
        let mut faults = Vec::new();
        let caller = self.caller(new).await.map_err(|more| faults.extend(more)).ok();
        let mut facts = if new.facts.is_null() { json!({}) } else { new.facts.clone() };
        if let Some(members) = facts.as_object_mut() {
            members.insert("urgency".to_owned(), json!("immediate"));
        }
        let request = NewRequest {
            unit: unit.to_string(),
            question: new.question.clone(),
            person: new.person.clone(),
            facts,
            recipient: None,
            draft: None,
        };
        let checked = match self.check(InitiatedBy::Requester, &request).await {
            Ok(checked) => Some(checked),
            Err(ServiceError::Invalid(more)) => {
                faults.extend(more);
                None
            }
            Err(other) => return Err(other),
        };
        let (Some(caller), Some(mut checked), true) = (caller, checked, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        // What the clinic itself knows: whom it called back, and that what it heard was spoken.
        let own = json!({
            "requester": {"identity": "verified-by-call-back"},
            "concern": {"evidence": "verbal-statement"},
        });
        checked.facts = supply(&checked.facts, &own, Supplier::Clinic)?;
        self.begin(asked, None, checked, None, Some(caller)).await
    }

    /// Whoever rang: their force, and the text that is sealed.
    async fn caller(&self, new: &NewEmergency) -> Result<(ForceId, String), Vec<Fault>> {
        let mut faults = Vec::new();
        let known = self.places().await;
        let force = ForceId::parse(&new.force).ok().filter(|force| known.forces.contains_key(force));
        if force.is_none() {
            faults.push(Fault::new("/force", ::words::say("refusal-expected-one-of-these")));
        }
        let who = lines(
            &[("/name", &new.name), ("/number", &new.number), ("/control_room", &new.control_room)],
            &mut faults,
        );
        if !new.called_back {
            faults.push(Fault::new("/called_back", ::words::say("emergency-expected-called-back")));
        }
        match force {
            Some(force) if faults.is_empty() => Ok((force, who)),
            _ => Err(faults),
        }
    }

    /// What a clinician reads out by telephone: opened as an officer would open it, for a witnessed decision or a committed
    /// emergency alone. The looking is recorded before anything is returned.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] for an unknown one and for another unit's alike; as the domain refuses reading it out;
    /// [`ServiceError::NotYetWitnessed`].
    pub async fn to_read_out(&self, id: &CaseId, n: u32, actor: &Actor) -> Answer<ReadOutView> {
        let loaded = self.load_as_clinic(id, actor).await?;
        let case = &loaded.case;
        if actor.role != Role::Clinician {
            return Err(Refusal::NotYourRole.into());
        }
        let proposal = decide::may_be_read_out(case, n)?;
        let items = self.opened_items(&loaded, proposal).await?;
        let page = format!("{}/read-out", actor.role.as_str());
        self.record_read(id, &loaded.keys, &Event::CaseRead { by: actor.into(), page }).await?;
        let places = self.places().await;
        Ok(ReadOutView {
            id: id.to_string(),
            reference: case.reference.to_string(),
            n,
            force: case.asking_force().map(|force| places.force_title(force)).unwrap_or_default(),
            items,
            conditions: self.words().conditions_of_use(&proposal.conditions),
            released: proposal.released.as_ref().map(|(at, _)| at.for_readers()).unwrap_or_default(),
        })
    }

    /// Records that a clinician read out by telephone what was released.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn give_by_telephone(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        new: &NewReadOut,
    ) -> Answer<Value> {
        let mut faults = Vec::new();
        let to = lines(&[("/name", &new.name), ("/number", &new.number)], &mut faults);
        if !new.called_back {
            faults.push(Fault::new("/called_back", ::words::say("emergency-expected-called-back")));
        }
        if !new.all_items {
            faults.push(Fault::new("/all_items", ::words::say("emergency-expected-all-items")));
        }
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                decided(loaded, &Command::GiveByTelephone { n, to: stage.text(&to)?, at: new.at }, ctx)
            },
            |_| json!({"n": n, "state": "read out by telephone"}),
        )
        .await
    }
}

/// Texts of one line each, one below the other, with every fault.
fn lines(typed: &[(&str, &String)], faults: &mut Vec<Fault>) -> String {
    let mut found: Vec<String> = Vec::new();
    for (at, text) in typed {
        match Text::line(at, text) {
            Ok(line) => found.push(line.as_str().to_owned()),
            Err(fault) => faults.push(fault),
        }
    }
    found.join("\n")
}

/// What this reader can do by telephone, and for a force that has no account in the case.
pub(crate) fn acts(case: &Case, actor: &Actor, add: &mut impl FnMut(&str)) {
    if actor.role != Role::Clinician {
        return;
    }
    for n in case.proposals.keys() {
        if case.phase == Phase::Open && decide::may_be_read_out(case, *n).is_ok() {
            add(&format!("give-by-telephone:{n}"));
        }
    }
    for proposal in case.proposals.values() {
        if case.caller.is_some() && proposal.state == ProposalState::Recalled {
            add(&format!("record-destruction:{}", proposal.n));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_rang_stands_in_lines_and_every_empty_one_is_a_fault() {
        let (name, number, empty) = ("Sgt Example".to_owned(), "4711".to_owned(), " ".to_owned());
        let mut faults = Vec::new();
        assert_eq!(lines(&[("/name", &name), ("/number", &number)], &mut faults), "Sgt Example\n4711");
        assert!(faults.is_empty());
        lines(&[("/name", &empty), ("/number", &number), ("/control_room", &empty)], &mut faults);
        let at: Vec<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(at, ["/name", "/control_room"]);
    }
}
