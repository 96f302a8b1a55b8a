//! What the independent reviewer does in a case, and how a case is closed.

use super::place;
use crate::{
    actor::Role,
    blob::BlobRef,
    case::{Case, NoticeStatus, Phase, ProposalState},
    command::Context,
    event::Event,
    officer,
    promise::{PromiseAct, PromiseKind},
    refusal::Refusal,
};

pub(super) fn review_repetition(
    case: &Case,
    ctx: &Context,
    agreed: bool,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Reviewer])?;
    super::open(case)?;
    if case.earlier_referrals() < 2 {
        return Err(Refusal::NothingToReview);
    }
    if case.repetition_review.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    Ok(vec![Event::RepetitionReviewed { by: (&ctx.actor).into(), agreed, reasons: reasons.clone() }])
}

pub(super) fn after_review(
    case: &Case,
    ctx: &Context,
    n: u32,
    upheld: bool,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Reviewer])?;
    // Somebody independent: nobody looks afterwards at what they decided themselves.
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
    if !proposal.emergency {
        return Err(Refusal::NothingToReview);
    }
    if proposal.after_review.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let promises = case
        .open_promise(PromiseKind::AfterReview, n)
        .map(|promise| PromiseAct::Kept { promise: promise.clone() })
        .into_iter()
        .collect();
    Ok(vec![Event::AfterReviewed { by: (&ctx.actor).into(), n, upheld, reasons: reasons.clone(), promises }])
}

pub(super) fn close(case: &Case, ctx: &Context, reasons: &BlobRef) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Clinician, Role::Guardian])?;
    if case.phase == Phase::Closed {
        return Err(Refusal::AlreadyDone);
    }
    // SECURITY: what is with the officer stays with them until the fixed time, or its closing would show.
    if case.phase == Phase::Returned && ctx.now < officer::fixed_time(case) {
        return Err(Refusal::Returned);
    }
    if still_owed(case) {
        return Err(Refusal::StillOwed);
    }
    Ok(vec![Event::CaseClosed { by: (&ctx.actor).into(), reasons: reasons.clone() }])
}

/// Whether anything is owed that closing would hide: a promise, a notice whose clock has not started, a proposal or
/// a release in the making, a breach that nobody has decided about, the confirmation of an approval by telephone, a referral that nobody has decided.
fn still_owed(case: &Case) -> bool {
    let promised = case.promises.values().any(|p| p.open);
    let to_tell = case.notices.values().any(|notice| match notice.status {
        NoticeStatus::Sent(_) | NoticeStatus::Never => false,
        NoticeStatus::Due(_)
        | NoticeStatus::Deferred(..)
        | NoticeStatus::Lapsed
        | NoticeStatus::Escalated(_) => true,
    });
    let in_the_making = case.proposals.values().any(|p| match p.state {
        // What was proposed about a referral that was taken back can no longer be decided.
        ProposalState::Open => case.phase != Phase::Withdrawn,
        ProposalState::Recalled => true,
        ProposalState::Decided => p.outcome == crate::codes::Outcome::Disclose,
        ProposalState::Declined | ProposalState::Released | ProposalState::Settled => false,
    });
    let breach = case.breaches.values().any(|b| b.awaits_commissioner() || b.awaits_telling());
    let by_telephone = case
        .proposals
        .values()
        .flat_map(|p| p.approvals.iter())
        .any(|a| a.telephone.is_some() && a.confirmed.is_none() && !a.escalated);
    let undecided = case.is_referral()
        && case.phase == Phase::Open
        && case.advice.is_empty()
        && !case.proposals.values().any(|p| p.decided.is_some());
    promised || to_tell || breach || in_the_making || by_telephone || undecided
}
