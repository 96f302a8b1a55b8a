//! Breaches of personal data: recorded by whoever notices, decided about by the guardian, advised on by the data
//! protection officer, who never approves (UK GDPR Articles 33, 34, 38(6) and 39).
//!
//! What is recorded here is taken whatever phase the case is in: a breach is often noticed when a case is long closed.

use super::{place, release, telling::telling_may_be_an_offence};
use crate::{
    actor::Role,
    blob::BlobRef,
    breach::{Breach, BreachKind, Commissioner, NUMBERS_FROM, NoteKind, REPORT_SECONDS, Telling},
    calendar::working_days_after,
    case::{Case, NoticeStatus, ProposalState},
    codes::{Ground, NoticeRule},
    command::Context,
    event::Event,
    promise::{PromiseAct, PromiseKind, Void},
    refusal::Refusal,
    time::{Day, Moment},
};
use std::num::NonZeroU32;

/// Who may record a breach: whoever works on cases of the trust and answers for them.
const REPORTERS: [Role; 4] = [Role::Clinician, Role::Guardian, Role::Legal, Role::DataProtectionOfficer];

/// A breach as it is recorded.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What kind.
    pub kind: BreachKind,
    /// The disclosure that it is about.
    pub disclosure: Option<u32>,
    /// When it happened.
    pub happened: Moment,
    /// When the trust became aware.
    pub aware: Moment,
    /// What happened.
    pub what: BlobRef,
    /// How many people it concerns.
    pub people: NonZeroU32,
}

pub(super) fn report(case: &Case, ctx: &mut Context, reported: &Reported) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &REPORTERS)?;
    if reported.happened > reported.aware || reported.aware > ctx.now {
        return Err(Refusal::BreachTimes);
    }
    if let Some(n) = reported.disclosure {
        let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
        if proposal.released.is_none() {
            return Err(Refusal::NotReleased);
        }
    }
    let mut events = recorded(case, ctx, reported);
    // Whoever's information left is owed a notice, as for every other disclosure; nobody decides whether.
    if reported.kind == BreachKind::WrongPerson && reported.disclosure.is_some() {
        events.push(notice(case, next(case), ctx));
    }
    Ok(events)
}

/// The officer who read it says that this is not the person they asked about. It ends their access, and they learn
/// nothing else: whether it is so is for the guardian to find, and no notice rests on their word alone.
pub(super) fn report_wrong_person(
    case: &Case,
    ctx: &mut Context,
    n: u32,
    what: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::own_disclosure(case, ctx)?;
    // SECURITY: unknown, unreleased and recalled are alike to them.
    let happened = case
        .proposals
        .get(&n)
        .filter(|proposal| proposal.state == ProposalState::Released)
        .and_then(|proposal| proposal.released.as_ref())
        .map(|(at, _)| *at)
        .ok_or(Refusal::NoSuchCase)?;
    let reported = Reported {
        kind: BreachKind::WrongPerson,
        disclosure: Some(n),
        happened,
        aware: ctx.now,
        what: what.clone(),
        people: NonZeroU32::MIN,
    };
    Ok(recorded(case, ctx, &reported))
}

/// The number of the next breach.
fn next(case: &Case) -> u32 {
    let before = u32::try_from(case.breaches.len()).unwrap_or(u32::MAX);
    NUMBERS_FROM.saturating_add(before)
}

fn recorded(case: &Case, ctx: &mut Context, reported: &Reported) -> Vec<Event> {
    // What is noticed too late is owed today; that it is late, the case shows.
    let until = reported.aware.plus(REPORT_SECONDS).day().max(ctx.now.day());
    let mut events = vec![Event::BreachReported {
        by: (&ctx.actor).into(),
        n: next(case),
        kind: reported.kind,
        disclosure: reported.disclosure,
        happened: reported.happened,
        aware: reported.aware,
        what: reported.what.clone(),
        people: reported.people.get(),
        promises: vec![PromiseAct::Opened {
            promise: ctx.fresh.promise(),
            kind: PromiseKind::BreachDecision,
            until,
        }],
    }];
    let readable = reported.disclosure.filter(|n| {
        reported.kind.recalls() && case.proposals.get(n).is_some_and(|p| p.state == ProposalState::Released)
    });
    events.extend(readable.map(|n| release::recalled_now(ctx, n, &reported.what)));
    events
}

/// The notice about a breach: owed within two working days, unless telling about the case stands put off, when it is
/// put off with it.
fn notice(case: &Case, n: u32, ctx: &mut Context) -> Event {
    let promise = ctx.fresh.promise();
    let opened = |until| vec![PromiseAct::Opened { promise, kind: PromiseKind::Notice, until }];
    match put_off(case) {
        Some((ground, last_day)) => Event::NoticeDeferred {
            n,
            rule: NoticeRule::MayDeferWithReview,
            ground,
            last_day,
            promises: opened(last_day),
        },
        None => {
            let due = working_days_after(ctx.now.day(), 2);
            Event::NoticeDue { n, rule: NoticeRule::NotifyNow, due: Some(due), promises: opened(due) }
        }
    }
}

/// The deferral that stands in the case: one under which telling might be an offence before any other, and of several
/// the one that ends last. A letter about a breach would tell what they hold back.
fn put_off(case: &Case) -> Option<(Ground, Day)> {
    case.notices
        .values()
        .filter_map(|notice| match notice.status {
            NoticeStatus::Deferred(ground, last_day) => Some((ground, last_day)),
            NoticeStatus::Due(_)
            | NoticeStatus::Lapsed
            | NoticeStatus::Escalated(_)
            | NoticeStatus::Sent(_)
            | NoticeStatus::Never => None,
        })
        .max_by_key(|(ground, last_day)| (telling_may_be_an_offence(*ground), *last_day))
}

/// A breach that still stands.
fn standing(case: &Case, n: u32) -> Result<&Breach, Refusal> {
    let breach = case.breaches.get(&n).ok_or(Refusal::NoSuchBreach)?;
    if breach.unfounded.is_some() { Err(Refusal::AlreadyDone) } else { Ok(breach) }
}

pub(super) fn note(
    case: &Case,
    ctx: &Context,
    n: u32,
    kind: NoteKind,
    text: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    match kind {
        NoteKind::Advice => place::at_unit(case, ctx, &[Role::DataProtectionOfficer])?,
        NoteKind::Measure => place::at_unit(case, ctx, &REPORTERS)?,
    }
    case.breaches.get(&n).ok_or(Refusal::NoSuchBreach)?;
    Ok(vec![Event::BreachNoted { by: (&ctx.actor).into(), n, kind, text: text.clone() }])
}

/// The guardian decides; nobody who had another part in the case does.
fn guardian(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    place::at_unit(case, ctx, &[Role::Guardian])?;
    place::separate(case, &ctx.actor.individual, ctx.actor.role)
}

fn decision_made(case: &Case, n: u32) -> Vec<PromiseAct> {
    case.open_promise(PromiseKind::BreachDecision, n)
        .map(|promise| PromiseAct::Kept { promise: promise.clone() })
        .into_iter()
        .collect()
}

pub(super) fn reported_to_commissioner(
    case: &Case,
    ctx: &Context,
    n: u32,
    at: Moment,
    reference: &BlobRef,
    delay: Option<&BlobRef>,
) -> Result<Vec<Event>, Refusal> {
    guardian(case, ctx)?;
    let breach = standing(case, n)?;
    // What was first held to need no report may be reported after all.
    if matches!(breach.commissioner, Commissioner::Reported { .. }) {
        return Err(Refusal::AlreadyDone);
    }
    if at < breach.aware || at > ctx.now {
        return Err(Refusal::BreachTimes);
    }
    let late = at > breach.report_by();
    if late && delay.is_none() {
        return Err(Refusal::DelayReasons);
    }
    Ok(vec![Event::BreachReportedToCommissioner {
        by: (&ctx.actor).into(),
        n,
        at,
        reference: reference.clone(),
        delay: delay.filter(|_| late).cloned(),
        promises: decision_made(case, n),
    }])
}

pub(super) fn not_reportable(
    case: &Case,
    ctx: &Context,
    n: u32,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    guardian(case, ctx)?;
    if !standing(case, n)?.awaits_commissioner() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Event::BreachNotReportable {
        by: (&ctx.actor).into(),
        n,
        reasons: reasons.clone(),
        promises: decision_made(case, n),
    }])
}

pub(super) fn tell(case: &Case, ctx: &mut Context, n: u32, words: &BlobRef) -> Result<Vec<Event>, Refusal> {
    guardian(case, ctx)?;
    let breach = standing(case, n)?;
    let written = matches!(breach.telling, Telling::Owed { words: Some(_) });
    let sent = case.notices.get(&n).is_some_and(|notice| matches!(notice.status, NoticeStatus::Sent(_)));
    if written || sent {
        return Err(Refusal::AlreadyDone);
    }
    let mut events = vec![Event::BreachToBeTold { by: (&ctx.actor).into(), n, words: words.clone() }];
    if !case.notices.contains_key(&n) {
        events.push(notice(case, n, ctx));
    }
    Ok(events)
}

pub(super) fn do_not_tell(
    case: &Case,
    ctx: &Context,
    n: u32,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    guardian(case, ctx)?;
    let breach = standing(case, n)?;
    if breach.concerns_another() && breach.disclosure.is_some() {
        return Err(Refusal::NoticeOwed);
    }
    if !breach.awaits_telling() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Event::BreachNotTold { by: (&ctx.actor).into(), n, reasons: reasons.clone() }])
}

/// It was no breach. Where a notice is owed already it falls away, which needs the reviewer.
pub(super) fn unfounded(
    case: &Case,
    ctx: &Context,
    n: u32,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Guardian, Role::Reviewer])?;
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    let breach = standing(case, n)?;
    if matches!(breach.commissioner, Commissioner::Reported { .. }) {
        return Err(Refusal::AlreadyDone);
    }
    let mut promises = decision_made(case, n);
    if let Some(owed) = case.notices.get(&n) {
        if matches!(owed.status, NoticeStatus::Sent(_)) {
            return Err(Refusal::AlreadyDone);
        }
        if ctx.actor.role != Role::Reviewer {
            return Err(Refusal::NotYourRole);
        }
        promises.extend(
            owed.promise.clone().map(|promise| PromiseAct::Voided { promise, why: Void::NotIdentified }),
        );
    }
    Ok(vec![Event::BreachUnfounded { by: (&ctx.actor).into(), n, reasons: reasons.clone(), promises }])
}

/// A breach of which somebody else than the case's person is told.
pub(super) fn of_another(case: &Case, ctx: &Context, n: u32) -> Result<(), Refusal> {
    place::clinician(case, ctx)?;
    if standing(case, n)?.concerns_another() { Ok(()) } else { Err(Refusal::NoSuchBreach) }
}

pub(super) fn confirm_route(case: &Case, ctx: &Context, n: u32) -> Result<Vec<Event>, Refusal> {
    of_another(case, ctx, n)?;
    if case.breaches.get(&n).is_none_or(|breach| breach.route.is_none()) {
        return Err(Refusal::NoRoute);
    }
    Ok(vec![Event::AffectedRouteConfirmed { by: (&ctx.actor).into(), n }])
}
