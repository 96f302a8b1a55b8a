//! Telling the person: what a decision makes due, the safe route, and what starts a clock.

use super::place;
use crate::{
    actor::Role,
    blob::BlobRef,
    case::{Case, NoticeStatus, Proposal, ProposalState},
    codes::{Ground, NoticeRule},
    command::Context,
    event::{ClockStart, Event},
    notice,
    promise::{PromiseAct, PromiseKind},
    refusal::Refusal,
};

/// The notice that a decision makes due, or puts off.
pub(super) fn plan_notice(case: &Case, proposal: &Proposal, ctx: &mut Context) -> Vec<Event> {
    let (n, plan) = (proposal.n, &proposal.notice);
    if let (true, Some(ground), Some(last_day)) = (notice::defers(plan.rule), plan.ground, plan.last_day) {
        return vec![Event::NoticeDeferred {
            n,
            rule: plan.rule,
            ground,
            last_day,
            promises: vec![PromiseAct::Opened {
                promise: ctx.fresh.promise(),
                kind: PromiseKind::Notice,
                until: last_day,
            }],
        }];
    }
    // A finding or recovery recorded before the decision has started the clock already.
    let started = [(case.found, ClockStart::Found), (case.recovered, ClockStart::Recovered)]
        .into_iter()
        .filter(|(when, _)| when.is_some())
        .find_map(|(_, start)| notice::due_after(plan.rule, start, ctx.now));
    let due = notice::due_on_decision(plan, ctx.now).or(started);
    let promises = due
        .map(|until| PromiseAct::Opened { promise: ctx.fresh.promise(), kind: PromiseKind::Notice, until })
        .into_iter()
        .collect();
    vec![Event::NoticeDue { n, rule: plan.rule, due, promises }]
}

pub(super) fn record_unsafe(
    case: &Case,
    ctx: &Context,
    n: u32,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
    let told = case.notices.get(&n).is_some_and(|notice| matches!(notice.status, NoticeStatus::Sent(_)));
    let before = match proposal.state {
        ProposalState::Open | ProposalState::Decided => !told,
        ProposalState::Declined
        | ProposalState::Released
        | ProposalState::Recalled
        | ProposalState::Settled => false,
    };
    if !notice::holds_release(proposal.notice.rule) || !before {
        return Err(Refusal::NoNotice);
    }
    if proposal.notice_unsafe {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Event::NoticeUnsafe { by: (&ctx.actor).into(), n, reasons: reasons.clone() }])
}

pub(super) fn start_clock(case: &Case, ctx: &mut Context, start: ClockStart) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    let done = match start {
        ClockStart::Found => case.found.is_some(),
        ClockStart::Recovered => case.recovered.is_some(),
    };
    if done {
        return Err(Refusal::AlreadyDone);
    }
    let mut promises = Vec::new();
    for waiting in case.notices.values() {
        let NoticeStatus::Due(_) = waiting.status else { continue };
        let Some(until) = notice::due_after(waiting.rule, start, ctx.now) else { continue };
        promises.push(waiting.promise.clone().map_or_else(
            || PromiseAct::Opened { promise: ctx.fresh.promise(), kind: PromiseKind::Notice, until },
            |promise| PromiseAct::Moved { promise, until },
        ));
    }
    Ok(vec![Event::NoticeClockStarted { by: (&ctx.actor).into(), start, promises }])
}

pub(super) fn confirm_route(case: &Case, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    if case.route.is_none() {
        return Err(Refusal::NoRoute);
    }
    Ok(vec![Event::SafeRouteConfirmed { by: (&ctx.actor).into() }])
}

/// Legal or the reviewer directs that a notice which waited for them is sent now.
pub(super) fn direct(case: &Case, ctx: &Context, n: u32, reasons: &BlobRef) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Legal, Role::Reviewer])?;
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    let waiting = case.notices.get(&n).ok_or(Refusal::NoNotice)?;
    let NoticeStatus::Escalated(_) = waiting.status else { return Err(Refusal::NoNotice) };
    Ok(vec![Event::NoticeDirected { by: (&ctx.actor).into(), n, reasons: reasons.clone() }])
}

/// The letter about one decision went to the outbox.
///
/// # Errors
/// [`Refusal::NoNotice`] unless a notice is owed, [`Refusal::NoRoute`] without a safe route confirmed within seven days.
pub fn sent(case: &Case, now: crate::time::Moment, n: u32, letter: BlobRef) -> Result<Vec<Event>, Refusal> {
    let owed = case.notices.get(&n).ok_or(Refusal::NoNotice)?;
    match owed.status {
        NoticeStatus::Due(_) | NoticeStatus::Lapsed | NoticeStatus::Escalated(_) => {}
        NoticeStatus::Deferred(..) | NoticeStatus::Sent(_) | NoticeStatus::Never => {
            return Err(Refusal::NoNotice);
        }
    }
    if !notice::route_is_fresh(case, n, now) {
        return Err(Refusal::NoRoute);
    }
    let promises = owed.promise.clone().map(|promise| PromiseAct::Kept { promise }).into_iter().collect();
    Ok(vec![Event::NoticeSent { n, letter, promises }])
}

/// Grounds under which telling might be an offence: a lapse goes to legal and the panel before anything is sent.
pub(super) const fn telling_may_be_an_offence(ground: Ground) -> bool {
    matches!(ground, Ground::NTa39 | Ground::NCourt)
}

/// Whether an order's ban is what puts a notice off.
pub(super) const fn under_a_ban(rule: NoticeRule) -> bool {
    matches!(rule, NoticeRule::AsOrderDirects)
}
