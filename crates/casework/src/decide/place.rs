//! Whose case it is, and who may do what in it. Deny by default: a case that is not the actor's does not exist for them.

use crate::{
    actor::{Actor, Role},
    case::Case,
    codes::{Approval, InitiatedBy},
    command::{Command, Context},
    delegation::Act,
    id::IndividualId,
    refusal::Refusal,
};

/// Refuses unless the case is at the actor's unit or trust and the role is one of these.
pub(super) fn at_unit(case: &Case, ctx: &Context, roles: &[Role]) -> Result<(), Refusal> {
    if !reads_as_clinic(case, &ctx.actor) {
        return Err(Refusal::NoSuchCase);
    }
    if roles.contains(&ctx.actor.role) { Ok(()) } else { Err(Refusal::NotYourRole) }
}

/// Refuses unless a clinician of the unit acts.
pub(super) fn clinician(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    at_unit(case, ctx, &[Role::Clinician])
}

/// Refuses unless the officer acts whose referral it is.
pub(super) fn own_referral(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    if case.asker().is_some_and(|asker| asker.account == ctx.actor.account) {
        Ok(())
    } else {
        Err(Refusal::NoSuchCase)
    }
}

/// Refuses unless whoever began the case acts, be it an officer or a health worker.
pub(super) fn own_case(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    let outside = case.outside();
    if outside.account == ctx.actor.account && outside.role == ctx.actor.role {
        Ok(())
    } else {
        Err(Refusal::NoSuchCase)
    }
}

/// Refuses unless the officer acts who asked, or to whom something was disclosed.
pub(super) fn own_disclosure(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    if ctx.actor.role == Role::Officer && is_requester(case, &ctx.actor) {
        Ok(())
    } else {
        Err(Refusal::NoSuchCase)
    }
}

/// Refuses unless whoever answers for what the force has acts: the officer, or, where whoever asked has no account, a
/// clinician who heard it from the force.
pub(super) fn answers_for_the_force(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    if case.caller.is_some() { clinician(case, ctx) } else { own_disclosure(case, ctx) }
}

/// Whether the officer is the one who asked, or received.
///
/// SECURITY: somebody named to receive what a health worker reported knows nothing of it before it is released.
fn is_requester(case: &Case, actor: &Actor) -> bool {
    case.outside().account == actor.account || case.informed_recipient() == Some(&actor.account)
}

/// Refuses unless the professional acts who began the case under a duty of their own.
pub(super) fn duty_holder(case: &Case, ctx: &Context) -> Result<(), Refusal> {
    if case.origin == Some(InitiatedBy::DutyHolder) && case.opened_by.account == ctx.actor.account {
        Ok(())
    } else {
        Err(Refusal::NoSuchCase)
    }
}

/// Whether the actor's place and role let them see the case as the clinic sees it.
///
/// Police, health workers (who see their own reports elsewhere), administrators, key custodians and retention
/// managers never do.
///
/// Nor does whoever has declared a conflict of interest in it.
#[must_use]
pub fn reads_as_clinic(case: &Case, actor: &Actor) -> bool {
    is_of_the_clinic(case, actor) && !case.bars(&actor.individual)
}

/// Whether the actor would read the case as the clinic, had they not declared a conflict of interest.
#[must_use]
pub fn stands_back(case: &Case, actor: &Actor) -> bool {
    is_of_the_clinic(case, actor) && case.bars(&actor.individual)
}

/// Refuses whatever is tried by somebody who stands back, and an approval that is recorded for such a person.
pub(super) fn no_conflict(case: &Case, ctx: &Context, command: &Command) -> Result<(), Refusal> {
    if stands_back(case, &ctx.actor) {
        return Err(Refusal::ConflictDeclared);
    }
    match command {
        Command::Approve { telephone: Some(telephone), .. }
            if reads_as_clinic(case, &ctx.actor) && case.bars(&telephone.individual) =>
        {
            Err(Refusal::ColleagueStandsBack)
        }
        _ => Ok(()),
    }
}

/// Refuses what a deputy does in the guardian's place without a delegation that covers it on this day.
///
/// What is not the guardian's to decide asks for none: to notice a breach, to stand back, to answer for one's own words
/// and for one's own time, to write down what was said. A guardian of another trust hears that there is no such case, from
/// the act itself.
pub(super) fn in_right(case: &Case, ctx: &Context, command: &Command) -> Result<(), Refusal> {
    if ctx.actor.role != Role::Guardian || !reads_as_clinic(case, &ctx.actor) {
        return Ok(());
    }
    let act = match command {
        Command::Propose { outcome, .. } => {
            let on_call = Approval::OnCallGuardianDeputyThenReviewWithin24h;
            if outcome.approvals().contains(&on_call) { Act::Approval(on_call) } else { Act::Decision }
        }
        // A deputy on call at night can end an access, and write down who answered the telephone.
        Command::Recall { .. } | Command::Approve { telephone: Some(_), .. } => Act::Protection,
        Command::ReportToCommissioner { .. }
        | Command::FindNotReportable { .. }
        | Command::TellOfBreach { .. }
        | Command::DoNotTellOfBreach { .. }
        | Command::FindNoBreach { .. }
        | Command::WithdrawConflict { .. }
        | Command::NameRecipient { .. }
        | Command::Close { .. } => Act::Decision,
        Command::Approve { telephone: None, .. }
        | Command::AnswerTelephone { .. }
        | Command::ReportBreach(_)
        | Command::NoteBreach { .. }
        | Command::DeclareConflict { .. }
        | Command::SpendTime { .. }
        | Command::TakeTimeBack { .. }
        | Command::RecordConversation { .. }
        // What follows is no guardian's, and each says so itself.
        | Command::Complete { .. }
        | Command::Withdraw
        | Command::Countersign
        | Command::Reassign { .. }
        | Command::SupplyFacts { .. }
        | Command::OpenRecord { .. }
        | Command::ReviewRepetition { .. }
        | Command::Advise { .. }
        | Command::RecordNoticeUnsafe { .. }
        | Command::DirectNotice { .. }
        | Command::StartNoticeClock { .. }
        | Command::RecordSafeRoute { .. }
        | Command::ConfirmSafeRoute
        | Command::GiveByTelephone { .. }
        | Command::ConfirmDestruction { .. }
        | Command::RefuseDestruction { .. }
        | Command::AfterReview { .. }
        | Command::ReportWrongPerson { .. }
        | Command::RecordAffectedRoute { .. }
        | Command::ConfirmAffectedRoute { .. }
        | Command::Take
        | Command::HandOver { .. } => return Ok(()),
    };
    ctx.standing.permits(act, ctx.now.day())
}

fn is_of_the_clinic(case: &Case, actor: &Actor) -> bool {
    actor.role.is_of_the_clinic() && actor.belongs_to(&case.unit, &case.trust)
}

/// Whether the actor may have a full opening of what the case has in the ledger: it proves to whoever holds it what
/// happened, so it is for those who answer for decisions and for whoever looks at them from outside, never for police.
#[must_use]
pub fn may_open_fully(case: &Case, actor: &Actor) -> bool {
    matches!(actor.role, Role::Guardian | Role::Reviewer) && reads_as_clinic(case, actor)
}

/// Whether the actor may see anything of the case at all, as clinic, as the officer who asked, as a supervisor of
/// the same force, or as the health worker who began it.
#[must_use]
pub fn may_read(case: &Case, actor: &Actor) -> bool {
    match actor.role {
        Role::Officer => is_requester(case, actor),
        Role::HealthWorker => case.opened_by.account == actor.account,
        Role::Supervisor => case.force.is_some() && case.force.as_ref() == actor.force(),
        Role::Clinician
        | Role::SecondClinician
        | Role::Guardian
        | Role::Safeguarding
        | Role::Legal
        | Role::DataProtectionOfficer
        | Role::Reviewer
        | Role::Administrator
        | Role::KeyCustodian
        | Role::RetentionManager => reads_as_clinic(case, actor),
    }
}

/// A part in a case that nobody else's part may be joined with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Requester,
    Consulted,
    SecondClinician,
    Guardian,
    Reviewer,
}

fn part_of_role(role: Role) -> Option<Part> {
    match role {
        Role::Officer | Role::Supervisor | Role::HealthWorker => Some(Part::Requester),
        Role::Clinician => Some(Part::Consulted),
        Role::SecondClinician => Some(Part::SecondClinician),
        Role::Guardian => Some(Part::Guardian),
        Role::Reviewer => Some(Part::Reviewer),
        Role::Safeguarding
        | Role::Legal
        | Role::DataProtectionOfficer
        | Role::Administrator
        | Role::KeyCustodian
        | Role::RetentionManager => None,
    }
}

/// The parts that a human being already has in a case.
fn parts(case: &Case, individual: &IndividualId) -> Vec<Part> {
    let mut found = Vec::new();
    let mut add = |by: &crate::actor::By| {
        if &by.individual == individual {
            found.extend(part_of_role(by.role));
        }
    };
    add(&case.opened_by);
    case.reassigned.iter().for_each(&mut add);
    for (by, to) in &case.recipients_named {
        add(by);
        add(to);
    }
    case.countersigned.iter().for_each(|(by, _)| add(by));
    case.openings.iter().for_each(|(by, ..)| add(by));
    case.advice.iter().for_each(|advice| add(&advice.by));
    case.repetition_review.iter().for_each(|(by, _)| add(by));
    for proposal in case.proposals.values() {
        add(&proposal.by);
        for record in &proposal.approvals {
            match &record.telephone {
                None => add(&record.by),
                Some(telephone) => add(&crate::actor::By {
                    account: telephone.account.clone(),
                    individual: telephone.individual.clone(),
                    role: telephone.role,
                }),
            }
        }
    }
    found
}

/// Refuses if this human being has another of the parts that must be different people: requester, clinician
/// consulted, second clinician, guardian, reviewer. Whoever asks has no other say either.
pub(super) fn separate(case: &Case, individual: &IndividualId, role: Role) -> Result<(), Refusal> {
    let mut others = parts(case, individual).into_iter();
    let joined = match part_of_role(role) {
        Some(own) => others.any(|part| part != own),
        None => others.any(|part| part == Part::Requester),
    };
    if joined { Err(Refusal::SamePerson) } else { Ok(()) }
}
