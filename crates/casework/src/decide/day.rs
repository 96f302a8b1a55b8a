//! What a clinic does on an ordinary day beside deciding: stand back from a case, take it, hand it over, note the time.

use super::place;
use crate::{
    actor::{Actor, Place, Role},
    blob::BlobRef,
    case::{Case, Phase},
    command::Context,
    conflict::ConflictKind,
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
    if !MINUTES.contains(&minutes) {
        return Err(Refusal::Minutes);
    }
    Ok(vec![Event::TimeSpent { by: (&ctx.actor).into(), minutes }])
}

pub(super) fn take_time_back(case: &Case, ctx: &Context, minutes: u32) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, WORKERS)?;
    not_closed(case)?;
    let own = |(by, spent): &&(crate::actor::By, u32)| by.account == ctx.actor.account && *spent == minutes;
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
