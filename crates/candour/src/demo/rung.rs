//! Two emergencies of officers without an account, who rang and were called back (ADR 0045), in the last hour before now.
//! One is decided: the guardian agreed by telephone, and what was released was read out. In the other nobody who approves
//! has been reached, so that the page on which an approval by telephone is written down can be opened.
//!
//! Nobody confirms what the guardian agreed to. A day later the reviewer has it in their queue, and the look back at the
//! emergency is overdue: what is left undone shows in the demonstration as it would anywhere. The other one stays as it is.

use super::{
    history::{History, id_of},
    people,
};
use anyhow::Context as _;
use casework::{
    codes::{Basis, Outcome},
    id::CaseId,
    time::HOUR,
    verdict::OpenOutcome,
};
use serde_json::json;
use service::emergencies::{NewEmergency, NewReadOut};

/// How long before now they begin: both together take up to 45 minutes of the set clock.
pub(super) const TAKES: i64 = HOUR;

/// Who rang, and about whom.
struct Call {
    /// The number of the invented person, apart from those of all other cases.
    number: usize,
    /// How old they are.
    age: u16,
    /// What the clinic knows of their capacity.
    capacity: &'static str,
    /// The force.
    force: &'static str,
    /// The officer.
    name: &'static str,
    /// Their collar number.
    collar: &'static str,
    /// Its control room, of the numbers that no telephone has.
    control_room: &'static str,
    /// What it is for.
    purpose: &'static str,
    /// What was told and asked.
    question: &'static str,
    /// On what it is proposed to disclose.
    basis: Basis,
}

const DECIDED: Call = Call {
    number: 480,
    age: 34,
    capacity: "doubted",
    force: "northmoor",
    name: "PC Rowan Teale",
    collar: "4711",
    control_room: "01632 960141",
    purpose: "save-life",
    question: "A letter was found an hour ago that says goodbye, and the car is gone. Where might they be, and what \
               should we know before we speak with them?",
    basis: Basis::SuicideRisk,
};

/// A child: a second clinician is asked as well as the guardian.
const WAITING: Call = Call {
    number: 484,
    age: 16,
    capacity: "not-assessed",
    force: "thamesside",
    name: "PC Merrin Vale",
    collar: "0823",
    control_room: "020 7946 0123",
    purpose: "find-missing-person",
    question: "They did not come home from school and left their telephone behind, with a message to a friend that \
               frightens us. Where might they be?",
    basis: Basis::VitalInterestsIncapacity,
};

impl History<'_> {
    /// Makes both.
    pub(super) async fn rung(&self, seed: u64) -> anyhow::Result<()> {
        let (id, n, chosen) = self.proposed(&DECIDED, seed).await.context("the call that is decided")?;
        self.agreed_by_telephone(&id, n, &chosen).await?;
        self.service.tick_case(&id).await?;
        self.clock.advance(300);
        self.read_out(&id, n).await.context("what was released cannot be read out")?;
        self.clock.advance(300);
        self.proposed(&WAITING, seed).await.context("the call that waits")?;
        Ok(())
    }

    /// Enters what somebody who rang asks, says what the clinic knows, and proposes it.
    async fn proposed(&self, call: &Call, seed: u64) -> anyhow::Result<(CaseId, u32, OpenOutcome)> {
        let clinician = self.asked("clinician")?;
        let new = NewEmergency {
            force: call.force.to_owned(),
            name: call.name.to_owned(),
            number: call.collar.to_owned(),
            control_room: call.control_room.to_owned(),
            called_back: true,
            question: call.question.to_owned(),
            person: people::person(call.number, seed, Some(call.age), self.service.now().day()),
            facts: json!({
                "requester": {"body": "local-police", "rank": "constable"},
                "purpose": call.purpose,
                "concern": {"harm_to_self": "imminent-death", "suicide_concern": true},
                "items": ["description", "contact-location", "current-risk-to-self-statement"],
                "person": {"identified": true, "alive": true},
            }),
        };
        let id = id_of(&self.service.take_emergency(&clinician, &new).await?)?;
        self.clock.advance(300);
        let known = json!({"person": {"capacity": call.capacity}, "consent": {"status": "cannot-be-sought"}});
        self.service.supply_facts(&id, &clinician, &known).await?;
        let verdict = self.service.verdict_of(&id).await?.context("an emergency without a verdict")?;
        let mut open = verdict.open().iter().filter(|open| open.outcome() == Outcome::Disclose);
        let chosen = open.find(|open| open.basis() == Some(call.basis)).context("the outcome is closed")?;
        let n = self.propose_now(&id, chosen).await?;
        Ok((id, n, chosen.clone()))
    }

    /// The clinician rings the control room again and reads out what was released.
    async fn read_out(&self, id: &CaseId, n: u32) -> anyhow::Result<()> {
        let clinician = self.asked("clinician")?;
        self.service.to_read_out(id, n, &clinician.actor).await?;
        let new = NewReadOut {
            name: format!("{}, {}", DECIDED.name, DECIDED.collar),
            number: DECIDED.control_room.to_owned(),
            called_back: true,
            all_items: true,
            at: self.service.now(),
        };
        self.service.give_by_telephone(id, &clinician, n, &new).await?;
        Ok(())
    }
}
