//! What the clinic discloses of its own accord goes to another officer, because the one who was named has left.
//!
//! SECURITY: the guardian names them, not a supervisor of the force. Police see what was disclosed to them and nothing else,
//! and such a disclosure was made to one named person: that it exists is theirs alone, so that even a reference and a day in
//! a supervisor's list would tell their force what nobody disclosed to it. And whoever reads next is a person to whom
//! information is given: that is for a named person of the health service to do, with reasons, where whoever it is about and
//! the reviewer can see it.

use super::place;
use crate::{
    actor::{Actor, Role},
    blob::BlobRef,
    case::Case,
    command::Context,
    event::Event,
    refusal::Refusal,
};

/// Names another officer of the same force to receive. A deputy does it under a delegation that reaches so far.
///
/// It is recorded whatever became of the case meanwhile, closed or not: what was disclosed outlives it, and somebody has to
/// answer for it who is there.
pub(super) fn name(
    case: &Case,
    ctx: &Context,
    from: &Actor,
    to: &Actor,
    reasons: &BlobRef,
) -> Result<Vec<Event>, Refusal> {
    place::at_unit(case, ctx, &[Role::Guardian])?;
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    let named = case.named_recipient().ok_or(Refusal::NoRecipient)?;
    // Somebody else was named meanwhile, or this one is named already.
    if *named != from.account || from.account == to.account {
        return Err(Refusal::AlreadyDone);
    }
    if to.role != Role::Officer || to.force().is_none() || to.force() != from.force() {
        return Err(Refusal::NotOfTheirForce);
    }
    // Whoever gives information to somebody is another human being than whoever gets it.
    if to.individual == ctx.actor.individual || to.individual == case.opened_by.individual {
        return Err(Refusal::SamePerson);
    }
    place::separate(case, &to.individual, Role::Officer)?;
    Ok(vec![Event::RecipientNamed { by: (&ctx.actor).into(), to: to.into(), reasons: reasons.clone() }])
}
