//! A referral begins, comes back, is completed, withdrawn, countersigned; facts are supplied, the record opened,
//! advice given.

use super::{open, place};
use crate::{
    actor::{Actor, Role},
    blob::BlobRef,
    case::{Case, Phase},
    codes::{Approval, Identity, InitiatedBy, Outcome, Reason, Urgency},
    command::{Context, NewReferral},
    event::{Event, MissingField},
    facts::Supplier,
    refusal::Refusal,
    verdict::Verdict,
};
use serde_json::Value;

/// A referral, a health worker's disclosure or a duty-holder's report begins.
///
/// # Errors
/// [`Refusal::NotYourRole`] unless an officer asks, a health worker or clinician reports, or a clinician enters what an
/// officer without an account asks by telephone; [`Refusal::CallerNotVerified`] for the last, unless it is an emergency
/// and they were called back.
pub fn receive(new: NewReferral, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let allowed = match new.origin {
        InitiatedBy::Requester if new.caller.is_some() => {
            ctx.actor.role == Role::Clinician && ctx.actor.belongs_to(&new.unit, &new.trust)
        }
        InitiatedBy::Requester => ctx.actor.role == Role::Officer && ctx.actor.force().is_some(),
        InitiatedBy::HealthService | InitiatedBy::DutyHolder => {
            new.caller.is_none()
                && matches!(ctx.actor.role, Role::HealthWorker | Role::Clinician)
                && ctx.actor.belongs_to(&new.unit, &new.trust)
        }
    };
    if !allowed {
        return Err(Refusal::NotYourRole);
    }
    let called_back = new.facts.requester.identity == Identity::VerifiedByCallBack;
    if new.caller.is_some() && !(called_back && new.facts.urgency == Urgency::Immediate) {
        return Err(Refusal::CallerNotVerified);
    }
    Ok(vec![Event::ReferralReceived {
        by: (&ctx.actor).into(),
        reference: new.reference,
        unit: new.unit,
        trust: new.trust,
        origin: new.origin,
        force: ctx.actor.force().cloned(),
        // Police name nobody else who would receive: what they ask comes to them, and goes on through a supervisor.
        recipient: new.recipient.filter(|_| new.origin != InitiatedBy::Requester),
        caller: new.caller,
        question: new.question,
        identity: new.identity,
        facts: new.facts.to_value(),
        missing: new.missing,
    }])
}

pub(super) fn complete(
    case: &Case,
    ctx: &Context,
    part: &Value,
    missing: &[MissingField],
) -> Result<Vec<Event>, Refusal> {
    place::own_case(case, ctx)?;
    match case.phase {
        Phase::Returned => {}
        // What else may have become of it is not theirs to know.
        Phase::Open | Phase::Withdrawn | Phase::Closed => return Err(Refusal::NotReturned),
    }
    let facts = case.facts.as_ref().ok_or(Refusal::EnquiryOnly)?;
    facts.supply(part, Supplier::Requester).map_err(Refusal::Facts)?;
    Ok(vec![Event::ReferralCompleted {
        by: (&ctx.actor).into(),
        part: part.clone(),
        missing: missing.to_vec(),
    }])
}

/// The officer takes a referral back.
///
/// SECURITY: it is recorded in a closed case too, which stays closed. That it was closed is not the officer's to know, and
/// they would, were their own act missing from their receipts or their supervisor's queue unmoved by it.
pub(super) fn withdraw(case: &Case, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    place::own_referral(case, ctx)?;
    // Taken back twice is taken back.
    if case.withdrawn {
        return Ok(Vec::new());
    }
    Ok(vec![Event::ReferralWithdrawn { by: (&ctx.actor).into() }])
}

/// A supervisor signs too.
///
/// SECURITY: recorded whatever became of the case, for the same reason; what the gate judges by changes in an open one
/// alone. That is one entry more in the ledger than for a closed case, which its size alone shows.
pub(super) fn countersign(case: &Case, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    if ctx.actor.role != Role::Supervisor || case.force.is_none() || case.force.as_ref() != ctx.actor.force()
    {
        return Err(Refusal::NoSuchCase);
    }
    if case.asker().is_some_and(|asker| asker.individual == ctx.actor.individual) {
        return Err(Refusal::SamePerson);
    }
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    if case.countersigned.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let mut events = vec![Event::Countersigned { by: (&ctx.actor).into() }];
    match case.phase {
        Phase::Open | Phase::Returned => {
            let part = serde_json::json!({"requester": {"countersigned": true}});
            let supplier = Supplier::Supervisor;
            events.push(Event::FactsSupplied { by: (&ctx.actor).into(), supplier, part });
        }
        Phase::Withdrawn | Phase::Closed => {}
    }
    Ok(events)
}

/// Gives an officer's referral, and whatever was disclosed for it, to another officer of the force.
///
/// It is recorded whatever became of the case meanwhile, closed or not: whoever answers for what was disclosed has to be
/// somebody who is there, or a recall would reach nobody. So its answer tells nothing of the case.
///
/// What the clinic discloses of its own accord is none of a supervisor's: see [`recipient`](super::recipient).
pub(super) fn reassign(case: &Case, ctx: &Context, to: &Actor) -> Result<Vec<Event>, Refusal> {
    let of_the_force = case.force.is_some() && case.force.as_ref() == ctx.actor.force();
    let Some(from) = case.asker().filter(|_| ctx.actor.role == Role::Supervisor && of_the_force) else {
        return Err(Refusal::NoSuchCase);
    };
    if to.role != Role::Officer || to.force() != case.force.as_ref() {
        return Err(Refusal::NoOfficer);
    }
    if from.account == to.account {
        return Err(Refusal::AlreadyDone);
    }
    if to.individual == ctx.actor.individual {
        return Err(Refusal::SamePerson);
    }
    // Whoever countersigned stays another human being than whoever asks.
    let signed = case.countersigned.as_ref().is_some_and(|(by, _)| by.individual == to.individual);
    if signed {
        return Err(Refusal::SamePerson);
    }
    place::separate(case, &to.individual, Role::Officer)?;
    Ok(vec![Event::ReferralReassigned { by: (&ctx.actor).into(), to: to.into() }])
}

pub(super) fn supply(
    case: &Case,
    ctx: &Context,
    supplier: Supplier,
    part: &Value,
) -> Result<Vec<Event>, Refusal> {
    let role = match supplier {
        Supplier::Clinic => Role::Clinician,
        Supplier::Safeguarding => Role::Safeguarding,
        Supplier::Legal => Role::Legal,
        Supplier::DutyHolder => {
            place::duty_holder(case, ctx)?;
            ctx.actor.role
        }
        // A clinic that learns from the asker, on the telephone or in a meeting, corrects the asker's entry by a
        // recorded act of its own.
        Supplier::Requester => Role::Clinician,
        // By no command of this kind; and whoever may not see the case does not learn that there is one.
        Supplier::Supervisor | Supplier::Candour => {
            place::at_unit(case, ctx, &[])?;
            return Err(Refusal::NotYourRole);
        }
    };
    if supplier != Supplier::DutyHolder {
        place::at_unit(case, ctx, &[role])?;
    }
    open(case)?;
    // Nobody who asks confirms their own entries, from whichever account.
    if supplier != Supplier::DutyHolder {
        place::separate(case, &ctx.actor.individual, role)?;
    }
    let facts = case.facts.as_ref().ok_or(Refusal::EnquiryOnly)?;
    facts.supply(part, supplier).map_err(Refusal::Facts)?;
    Ok(vec![Event::FactsSupplied { by: (&ctx.actor).into(), supplier, part: part.clone() }])
}

pub(super) fn open_record(case: &Case, ctx: &Context, reason: &BlobRef) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Clinician, Role::SecondClinician])?;
    open(case)?;
    if !case.is_referral() {
        return Err(Refusal::EnquiryOnly);
    }
    if case.repetition_waits() {
        return Err(Refusal::RepetitionWaits);
    }
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    Ok(vec![Event::RecordOpened { by: (&ctx.actor).into(), reason: reason.clone() }])
}

pub(super) fn advise(
    case: &Case,
    ctx: &Context,
    text: &BlobRef,
    current: Option<&Verdict>,
) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    open(case)?;
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    if case.is_referral() {
        // Advice on watching somebody is closed like the watching itself.
        let closed = || {
            Refusal::OutcomeClosed(current.map(|v| closed_reasons(v, Outcome::Advise)).unwrap_or_default())
        };
        let advice = current.and_then(|v| v.outcome(Outcome::Advise)).ok_or_else(closed)?;
        // The clinician's own opinion is what the text is. Advice that needs anybody else's approval is proposed.
        let others: Vec<Approval> =
            advice.approvals().iter().copied().filter(|a| *a != Approval::TreatingClinicianOpinion).collect();
        if !others.is_empty() {
            return Err(Refusal::OthersFirst(others));
        }
    }
    Ok(vec![Event::AdviceGiven { by: (&ctx.actor).into(), n: None, text: text.clone() }])
}

/// Why an outcome without a basis is closed.
fn closed_reasons(verdict: &Verdict, outcome: Outcome) -> Vec<Reason> {
    verdict
        .closed()
        .iter()
        .filter(|c| c.outcome() == outcome && c.basis().is_none())
        .flat_map(|c| c.reasons().iter().map(crate::verdict::ReasonGiven::code))
        .collect()
}
