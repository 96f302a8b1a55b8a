//! What an officer and their supervisor see.
//!
//! // SECURITY: everything here comes from the officer's own words, from what was computed over them when they sent
//! it, or from what was disclosed to them. Nothing else of the case may enter these views.

use crate::{
    dates::ForReaders as _,
    engine::{Asked, Loaded, Service, open_event},
    error::{Answer, ServiceError},
    referrals::NewRequest,
    views::{AdviceView, AskedLast, MissingView, OfficerDisclosure, OfficerReferral, SupervisorReferral},
};
use casework::{
    actor::{Actor, Role},
    case::{Case, ProposalState},
    codes::{Body, Outcome, Rank},
    decide,
    event::{Event, MissingField},
    facts::Supplier,
    id::CaseId,
    officer::{self, OfficerState},
    refusal::Refusal,
};

/// How many of an officer's newest cases are looked through for who asked. An enquiry does not say, nor does what somebody
/// else began; whoever has sent five of these last chooses anew.
const LOOKED_THROUGH_MAX: usize = 5;

/// Which body and rank an account said itself, when it sent the case or completed it.
fn asked_as(loaded: &Loaded, actor: &Actor) -> Answer<Option<(Body, Rank)>> {
    let (mut body, mut rank) = (None, None);
    for stored in &loaded.events {
        let (by, said) = match open_event(&loaded.keys, stored)? {
            Event::ReferralReceived { by, facts, .. } => (by, facts),
            Event::ReferralCompleted { by, part, .. } => (by, part),
            _ => continue,
        };
        if by.account == actor.account {
            let code = |name: &str| said.get("requester")?.get(name)?.as_str();
            body = code("body").and_then(Body::parse).or(body);
            rank = code("rank").and_then(Rank::parse).or(rank);
        }
    }
    Ok(body.zip(rank))
}

impl Service {
    /// Who asked whom in the newest referral that an officer sent for the police, so that their next one begins with it.
    ///
    /// SECURITY: these three are what they typed themselves. What the clinic corrected since, or another officer completed,
    /// is in the case's facts and is not taken from there: it would tell that somebody worked on it. No text is opened,
    /// nothing about the person is shown, and so no reading is recorded.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody but an officer.
    pub async fn asked_last(&self, actor: &Actor) -> Answer<Option<AskedLast>> {
        let (rows, _) = self.officer_list(actor, None).await?;
        for row in rows.iter().take(LOOKED_THROUGH_MAX) {
            let Ok(id) = CaseId::parse(&row.id) else { continue };
            let Some(loaded) = self.load_for(&id, actor).await? else { continue };
            let case = &loaded.case;
            if case.opened_by.account != actor.account || !decide::may_read(case, actor) {
                continue;
            }
            if let Some((body, rank)) = asked_as(&loaded, actor)?
                && matches!(body, Body::LocalPolice | Body::CounterTerrorismPolice)
            {
                return Ok(Some(AskedLast { unit: case.unit.clone(), body, rank }));
            }
        }
        Ok(None)
    }

    /// What an officer would be told is missing, in words, with every fault of the form so far.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault.
    pub async fn preview_missing(&self, asked: &Asked, request: &NewRequest) -> Answer<Vec<MissingView>> {
        let rows = self.preview_referral(asked, request).await?;
        Ok(self.missing_views(&rows))
    }

    pub(crate) fn missing_views(&self, rows: &[MissingField]) -> Vec<MissingView> {
        let words = self.words();
        rows.iter()
            .map(|row| MissingView {
                field: row.field.clone(),
                basis: words.basis(row.basis),
                who: row.who.as_str().to_owned(),
                advice: words.missing(&row.field, row.who),
            })
            .collect()
    }

    /// An officer's own referral.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] for an unknown one and for somebody else's alike.
    pub async fn officer_referral(&self, id: &CaseId, actor: &Actor) -> Answer<OfficerReferral> {
        let absent = || ServiceError::Refused(Refusal::NoSuchCase);
        let loaded = self.load_for(id, actor).await?.ok_or_else(absent)?;
        let case = &loaded.case;
        if actor.role != Role::Officer || !decide::may_read(case, actor) {
            return Err(absent());
        }
        let now = self.now();
        let state = officer::state(case, now);
        let own = case.outside().account == actor.account;
        let question =
            if own { self.text_of(id, &loaded.keys, &case.question).await? } else { String::new() };
        // What was said to whoever asked is not for an officer to whom the clinic turned.
        let (said, missing): (&[_], &[_]) = if own { (&case.advice, &case.missing) } else { (&[], &[]) };
        let mut advice = Vec::new();
        for given in said {
            advice.push(AdviceView {
                at: given.at.for_readers(),
                text: self.text_of(id, &loaded.keys, &given.text).await?,
            });
        }
        self.record_read(id, &loaded.keys, &Event::CaseRead { by: actor.into(), page: "officer".to_owned() })
            .await?;
        let places = self.places().await;
        Ok(OfficerReferral {
            id: id.to_string(),
            reference: case.reference.to_string(),
            state: state.as_str().to_owned(),
            unit: places.unit_title(&case.unit),
            telephone: self.telephone(&case.unit),
            sent: own.then(|| case.sent.for_readers()),
            answer_by: own.then(|| officer::fixed_time(case).for_readers()),
            question,
            missing: self.missing_views(missing),
            advice,
            disclosures: disclosures(case),
            returned: state == OfficerState::Returned,
            withdrawn: case.withdrawn,
            // SECURITY: that a supervisor gave it on is the force's own act, and says nothing of what became of it.
            handed_over: case.opened_by.account != actor.account
                && case.reassigned.as_ref().is_some_and(|to| to.account == actor.account),
        })
    }

    /// A referral of the supervisor's own force: what the officer wrote, and nothing of what became of it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] for an unknown one and for another force's alike.
    pub async fn supervisor_referral(&self, id: &CaseId, actor: &Actor) -> Answer<SupervisorReferral> {
        let absent = || ServiceError::Refused(Refusal::NoSuchCase);
        let loaded = self.load_for(id, actor).await?.ok_or_else(absent)?;
        let case = &loaded.case;
        let facts = case.facts.as_ref().ok_or_else(absent)?;
        if actor.role != Role::Supervisor || !decide::may_read(case, actor) {
            return Err(absent());
        }
        let question = self.text_of(id, &loaded.keys, &case.question).await?;
        self.record_read(
            id,
            &loaded.keys,
            &Event::CaseRead { by: actor.into(), page: "supervisor".to_owned() },
        )
        .await?;
        let places = self.places().await;
        let own_part = facts.only(Supplier::Requester);
        Ok(SupervisorReferral {
            id: id.to_string(),
            reference: case.reference.to_string(),
            unit: places.unit_title(&case.unit),
            sent: case.sent.for_readers(),
            officer: self.who(case.outside()).await?,
            question,
            answers: self
                .words()
                .fact_lines(&own_part)
                .into_iter()
                .filter(|line| !line.unset && line.supplier == Supplier::Requester.as_str())
                .collect(),
            countersigned: case.countersigned.is_some(),
        })
    }
}

fn disclosures(case: &Case) -> Vec<OfficerDisclosure> {
    case.proposals
        .values()
        .filter(|p| p.outcome == Outcome::Disclose)
        .filter_map(|p| {
            let (released, _) = p.released.as_ref()?;
            let state = match p.state {
                ProposalState::Released => "ready",
                ProposalState::Recalled => "recalled",
                ProposalState::Settled => "settled",
                ProposalState::Open | ProposalState::Declined | ProposalState::Decided => return None,
            };
            Some(OfficerDisclosure { n: p.n, state: state.to_owned(), released: released.for_readers() })
        })
        .collect()
}
