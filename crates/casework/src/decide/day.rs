//! What a clinic does on an ordinary day beside deciding: stand back from a case, take it, hand it over, note the time,
//! write down what was said on the telephone.

use super::place;
use crate::{
    actor::{Actor, By, Place, Role},
    blob::BlobRef,
    case::{Case, Phase},
    command::Context,
    conflict::ConflictKind,
    conversation::{Conversation, NewCall},
    event::Event,
    refusal::Refusal,
};

/// The spans that are recorded with one click, in minutes.
pub const MINUTES: [u32; 4] = [5, 15, 30, 60];

/// Whoever reads cases as the clinic does.
const READERS: &[Role] = &[
    Role::Clinician,
    Role::SecondClinician,
    Role::Guardian,
    Role::Safeguarding,
    Role::Legal,
    Role::DataProtectionOfficer,
    Role::Reviewer,
];

/// Whoever does work on a case.
const WORKERS: &[Role] =
    &[Role::Clinician, Role::SecondClinician, Role::Guardian, Role::Safeguarding, Role::Legal];

pub(super) fn declare(
    case: &Case,
    ctx: &Context,
    why: ConflictKind,
    text: Option<&BlobRef>,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, READERS)?;
    // A report under a duty of one's own cannot be laid down by standing back from it.
    if case.opened_by.individual == ctx.actor.individual {
        return Err(Refusal::OwnCase);
    }
    Ok(vec![Event::ConflictDeclared { by: (&ctx.actor).into(), why, text: text.cloned() }])
}

pub(super) fn withdraw(case: &Case, ctx: &Context, n: u32, reasons: &BlobRef) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Guardian])?;
    let place = usize::try_from(n).ok().and_then(|n| n.checked_sub(1));
    let conflict = place.and_then(|place| case.conflicts.get(place)).ok_or(Refusal::NoConflict)?;
    if conflict.withdrawn {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Event::ConflictWithdrawn { by: (&ctx.actor).into(), n, reasons: reasons.clone() }])
}

pub(super) fn take(case: &Case, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    not_closed(case)?;
    if case.holder.as_ref().is_some_and(|holder| holder.account == ctx.actor.account) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Event::CaseTaken { by: (&ctx.actor).into() }])
}

/// Taking is not locking: whoever may take a case may hand it over, too, in the place of a colleague who is away.
pub(super) fn hand_over(
    case: &Case,
    ctx: &Context,
    to: Option<&Actor>,
    note: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::clinician(case, ctx)?;
    not_closed(case)?;
    if to.map(|to| &to.account) == case.holder.as_ref().map(|holder| &holder.account) {
        return Err(Refusal::AlreadyDone);
    }
    if let Some(to) = to {
        let colleague = to.role == Role::Clinician && to.place == Place::Unit(case.unit.clone());
        if !colleague || to.account == ctx.actor.account {
            return Err(Refusal::NoColleague);
        }
        if place::stands_back(case, to) {
            return Err(Refusal::ColleagueStandsBack);
        }
    }
    Ok(vec![Event::CaseHandedOver { by: (&ctx.actor).into(), to: to.map(Into::into), note: note.clone() }])
}

pub(super) fn spend(case: &Case, ctx: &Context, minutes: u32) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, WORKERS)?;
    not_closed(case)?;
    Ok(vec![worked(ctx, minutes)?])
}

fn worked(ctx: &Context, minutes: u32) -> Result<Event, Refusal> {
    if !MINUTES.contains(&minutes) {
        return Err(Refusal::Minutes);
    }
    Ok(Event::TimeSpent { by: (&ctx.actor).into(), minutes })
}

/// What was said is written down by whoever works on the case, as long as it is not closed: an officer also rings about what
/// was sent back to them.
pub(super) fn converse(
    case: &Case,
    ctx: &Context,
    conversation: &Conversation,
    minutes: Option<u32>,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, WORKERS)?;
    not_closed(case)?;
    let mut events = vec![spoken(ctx, conversation)?];
    if let Some(minutes) = minutes {
        events.push(worked(ctx, minutes)?);
    }
    Ok(events)
}

fn spoken(ctx: &Context, conversation: &Conversation) -> Result<Event, Refusal> {
    conversation.took_place_lately(ctx.now)?;
    Ok(Event::ConversationRecorded {
        by: (&ctx.actor).into(),
        means: conversation.means,
        with: conversation.with,
        at: conversation.at,
        text: conversation.text.clone(),
    })
}

/// A question that came by telephone or in a meeting, was answered at once, and belongs to no case yet: it begins one as an
/// enquiry does, and is answered in the same breath.
///
/// SECURITY: whoever asked has no account in it and no force is named, so that no officer ever sees the case.
///
/// # Errors
/// [`Refusal::NotYourRole`] unless a clinician of the unit was asked; [`Refusal::ConversationTime`]; [`Refusal::Minutes`].
pub fn begin_with_call(new: NewCall, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    if ctx.actor.role != Role::Clinician || !ctx.actor.belongs_to(&new.unit, &new.trust) {
        return Err(Refusal::NotYourRole);
    }
    let conversation = spoken(ctx, &new.conversation)?;
    let by = By::from(&ctx.actor);
    let mut events = vec![
        Event::EnquiryReceived {
            by: by.clone(),
            reference: new.reference,
            unit: new.unit,
            trust: new.trust,
            question: new.conversation.text,
        },
        conversation,
        Event::AdviceGiven { by, n: None, text: new.advice },
    ];
    if let Some(minutes) = new.minutes {
        events.push(worked(ctx, minutes)?);
    }
    Ok(events)
}

pub(super) fn take_time_back(case: &Case, ctx: &Context, minutes: u32) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, WORKERS)?;
    not_closed(case)?;
    let own = |(by, spent): &&(By, u32)| by.account == ctx.actor.account && *spent == minutes;
    if case.time.iter().rev().find(own).is_none() {
        return Err(Refusal::NoTime);
    }
    Ok(vec![Event::TimeTakenBack { by: (&ctx.actor).into(), minutes }])
}

fn not_closed(case: &Case) -> Result<(), Refusal> {
    match case.phase {
        Phase::Open | Phase::Returned | Phase::Withdrawn => Ok(()),
        Phase::Closed => Err(Refusal::Closed),
    }
}
