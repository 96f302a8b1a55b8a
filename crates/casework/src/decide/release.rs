//! Release, recall, and what the force does with what was recalled.

use super::{open, place};
use crate::{
    actor::Role,
    blob::BlobRef,
    case::{Case, NoticeStatus, Proposal, ProposalState},
    codes::Outcome,
    command::Context,
    event::Event,
    notice,
    promise::{PromiseAct, PromiseKind},
    refusal::Refusal,
    time::{DAY_SECONDS, MINUTE, Moment},
};

/// Within how many days a force confirms destruction of what was recalled, or names its law: fourteen.
const DESTRUCTION_DAYS: i64 = 14;

fn decided(case: &Case, n: u32) -> Result<&Proposal, Refusal> {
    let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
    if proposal.outcome == Outcome::Disclose && proposal.state == ProposalState::Decided {
        Ok(proposal)
    } else {
        Err(Refusal::NotReady)
    }
}

/// Whether a decided disclosure still waits for its notice, which goes first unless a clinician recorded that telling
/// beforehand would be unsafe.
#[must_use]
pub fn release_waits_for(case: &Case, n: u32) -> bool {
    let Some(proposal) = case.proposals.get(&n) else { return true };
    if !notice::holds_release(proposal.notice.rule)
        || proposal.notice_unsafe
        || proposal.notice.reasons.is_some()
    {
        return false;
    }
    !case.notices.get(&n).is_some_and(|notice| matches!(notice.status, NoticeStatus::Sent(_)))
}

/// A decided disclosure, whose decision witnesses have seen at `index` of a log of `size` entries, can be read.
///
/// # Errors
/// [`Refusal::NotReady`] unless it is decided and its notice does not come first.
pub fn release(case: &Case, n: u32, content: BlobRef, index: u64, size: u64) -> Result<Vec<Event>, Refusal> {
    decided(case, n)?;
    if release_waits_for(case, n) || index >= size {
        return Err(Refusal::NotReady);
    }
    Ok(vec![Event::DisclosureReleased { n, content, index, size }])
}

/// A disclosure decided in an emergency goes out before witnesses have seen its decision; an after-review is owed
/// within 24 hours.
///
/// # Errors
/// [`Refusal::NotReady`] unless it is decided, the verdict asked for an after-review, and no notice comes first.
pub fn emergency_release(
    case: &Case,
    ctx: &mut crate::command::Fresh,
    now: Moment,
    n: u32,
    content: BlobRef,
) -> Result<Vec<Event>, Refusal> {
    let proposal = decided(case, n)?;
    if !proposal.is_urgent() || release_waits_for(case, n) {
        return Err(Refusal::NotReady);
    }
    let promises = vec![PromiseAct::Opened {
        promise: ctx.promise(),
        kind: PromiseKind::AfterReview,
        until: now.plus(DAY_SECONDS).day(),
    }];
    Ok(vec![Event::EmergencyReleased { n, content, promises }])
}

/// The disclosure that may be read out by telephone: it can be read now, and it left in an emergency, or whoever asked has
/// no account to read it in.
///
/// # Errors
/// [`Refusal::NoSuchProposal`], [`Refusal::NotReleased`], [`Refusal::NotByTelephone`].
pub fn may_be_read_out(case: &Case, n: u32) -> Result<&Proposal, Refusal> {
    let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
    if proposal.state != ProposalState::Released {
        return Err(Refusal::NotReleased);
    }
    // What the clinic discloses of its own accord is for the one officer whom it named.
    let asked = case.caller.is_some() || (case.asker().is_some() && proposal.emergency);
    if asked { Ok(proposal) } else { Err(Refusal::NotByTelephone) }
}

/// A clinician read out what was released. It changes nothing of the disclosure: conditions, recall and destruction bind
/// the force as they would had an officer read it.
pub(super) fn give_by_telephone(
    case: &Case,
    ctx: &Context,
    n: u32,
    to: &BlobRef,
    at: Moment,
) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    open(case)?;
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    let proposal = may_be_read_out(case, n)?;
    let released = proposal.released.as_ref().map_or(ctx.now, |(at, _)| *at);
    // A typed time has no seconds: the minute of the release counts.
    if at.plus(MINUTE) <= released || at > ctx.now {
        return Err(Refusal::ReadOutTimes);
    }
    Ok(vec![Event::GivenByTelephone { by: (&ctx.actor).into(), n, to: to.clone(), at }])
}

pub(super) fn recall(
    case: &Case,
    ctx: &mut Context,
    n: u32,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Clinician, Role::Guardian, Role::Reviewer])?;
    let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
    if proposal.state != ProposalState::Released {
        return Err(Refusal::NotReleased);
    }
    Ok(vec![recalled_now(ctx, n, reasons)])
}

/// The recall of a disclosure that can be read.
pub(super) fn recalled_now(ctx: &mut Context, n: u32, reasons: &BlobRef) -> Event {
    let promises = vec![PromiseAct::Opened {
        promise: ctx.fresh.promise(),
        kind: PromiseKind::Destruction,
        until: ctx.now.day().plus_days(DESTRUCTION_DAYS),
    }];
    Event::DisclosureRecalled { by: (&ctx.actor).into(), n, reasons: reasons.clone(), promises }
}

fn recalled(case: &Case, ctx: &Context, n: u32) -> Result<Vec<PromiseAct>, Refusal> {
    place::answers_for_the_force(case, ctx)?;
    match case.proposals.get(&n).map(|p| p.state) {
        Some(ProposalState::Recalled) => {}
        Some(ProposalState::Settled) => return Err(Refusal::AlreadyDone),
        _ => return Err(Refusal::NotRecalled),
    }
    Ok(case
        .open_promise(PromiseKind::Destruction, n)
        .map(|promise| PromiseAct::Kept { promise: promise.clone() })
        .into_iter()
        .collect())
}

pub(super) fn confirm_destruction(case: &Case, ctx: &Context, n: u32) -> Result<Vec<Event>, Refusal> {
    let promises = recalled(case, ctx, n)?;
    Ok(vec![Event::DestructionConfirmed { by: (&ctx.actor).into(), n, promises }])
}

pub(super) fn refuse_destruction(
    case: &Case,
    ctx: &Context,
    n: u32,
    law: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    let promises = recalled(case, ctx, n)?;
    Ok(vec![Event::DestructionRefused { by: (&ctx.actor).into(), n, law: law.clone(), promises }])
}
