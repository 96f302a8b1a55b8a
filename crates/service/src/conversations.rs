//! Telephone calls and meetings: written down in a case, or beginning one that names nobody and is answered at once.

use crate::{
    clinic_day,
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    models,
    ports::StoreError,
    referrals::decided,
    stage::Stage,
    text::Text,
};
use casework::{
    actor::Place,
    blob::BlobRef,
    command::Command,
    conversation::{Conversation, Means, NewCall, Party},
    decide,
    id::{CaseId, Reference},
    refusal::Refusal,
    time::Moment,
};
use serde_json::{Value, json};

/// A conversation as it is typed, but for what was said.
#[derive(Debug, Clone, Default)]
pub struct NewConversation {
    /// Code of how.
    pub means: String,
    /// Code of with whom.
    pub with: String,
    /// When it took place; `None` for just now.
    pub at: Option<Moment>,
    /// For how long, where they say so.
    pub minutes: Option<u32>,
}

/// The same with its codes read.
#[derive(Debug, Clone, Copy)]
struct Checked {
    means: Means,
    with: Party,
    at: Option<Moment>,
}

impl NewConversation {
    /// Reads the codes; every fault goes to `faults`.
    fn checked(&self, faults: &mut Vec<Fault>) -> Option<Checked> {
        let mut unknown =
            |at: &str| faults.push(Fault::new(at, ::words::say("refusal-expected-one-of-these")));
        let means = Means::parse(&self.means);
        if means.is_none() {
            unknown("/means");
        }
        let with = Party::parse(&self.with);
        if with.is_none() {
            unknown("/with");
        }
        Some(Checked { means: means?, with: with?, at: self.at })
    }
}

impl Checked {
    /// With what was said; just now, where nobody said when.
    fn said(self, text: BlobRef, now: Moment) -> Conversation {
        Conversation { means: self.means, with: self.with, at: self.at.unwrap_or(now), text }
    }
}

impl Service {
    /// Writes down a telephone call or a meeting in a case, with the time that it took where it is said.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn record_conversation(
        &self,
        id: &CaseId,
        asked: &Asked,
        new: &NewConversation,
        text: &str,
    ) -> Answer<Value> {
        let mut faults = Vec::new();
        let checked = new.checked(&mut faults);
        let text = Text::parse("/text", text).map_err(|fault| faults.push(fault)).ok();
        let (Some(checked), Some(text)) = (checked, text) else {
            return Err(ServiceError::Invalid(faults));
        };
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let conversation = checked.said(stage.text(text.as_str())?, ctx.now);
                decided(loaded, &Command::RecordConversation { conversation, minutes: new.minutes }, ctx)
            },
            |case| {
                json!({"id": case.id.as_str(), "reference": case.reference.as_str(),
                    "minutes": clinic_day::recorded(case)})
            },
        )
        .await
    }

    /// A question that came to a clinician by telephone or in a meeting, belongs to no case and was answered at once: it
    /// begins one that names nobody, with the conversation, the advice and the time in one transaction.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody but a clinician of a unit; [`ServiceError::Invalid`] with every fault; as the
    /// domain refuses.
    pub async fn receive_call(
        &self,
        asked: &Asked,
        new: &NewConversation,
        question: &str,
        advice: &str,
    ) -> Answer<Value> {
        if let Some(answer) = self.answered(asked).await? {
            return Ok(answer);
        }
        let Place::Unit(unit) = &asked.actor.place else { return Err(Refusal::NotYourRole.into()) };
        let places = self.places().await;
        let unit = places.units.get(unit).ok_or(Refusal::NotYourRole)?;
        let mut faults = Vec::new();
        let checked = new.checked(&mut faults);
        let question = Text::parse("/question", question).map_err(|fault| faults.push(fault)).ok();
        let advice = Text::parse("/advice", advice).map_err(|fault| faults.push(fault)).ok();
        let (Some(checked), Some(question), Some(advice)) = (checked, question, advice) else {
            return Err(ServiceError::Invalid(faults));
        };
        for _ in 0..3 {
            // The reference is drawn; on the rare draw that is taken, draw again.
            let id = CaseId::from_bytes(self.drawn());
            let (keys, new_keys) = self.fresh_keys(&unit.id, &id)?;
            let ctx = self.context(&asked.actor).await?;
            let mut stage = Stage::new(self, &id, &keys);
            let call = NewCall {
                reference: Reference::new(&unit.id, self.drawn()),
                unit: unit.id.clone(),
                trust: unit.trust.clone(),
                conversation: checked.said(stage.text(question.as_str())?, ctx.now),
                advice: stage.text(advice.as_str())?,
                minutes: new.minutes,
            };
            let events = decide::begin_with_call(call, &ctx)?;
            let (mut write, case) = self.write(None, &keys, &id, events, stage, ctx.now)?;
            write.new_keys = new_keys;
            let answer = json!({
                "id": case.id.as_str(),
                "reference": case.reference.as_str(),
                "state": models::of(&case).row.stage,
            });
            match self.commit(write, asked, &id, &keys, &answer, ctx.now).await {
                Ok(()) => return Ok(answer),
                Err(StoreError::Taken(_)) => {}
                Err(StoreError::Repeated) => return self.answered(asked).await?.ok_or(ServiceError::Busy),
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }
}
