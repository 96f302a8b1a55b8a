//! Approvals: who gives which, in what order, and what the last one decides.

use super::{open, place};
use crate::{
    actor::{By, Role},
    blob::BlobRef,
    case::{Case, Proposal, ProposalState},
    codes::{Approval, Condition, Outcome},
    command::Context,
    delegation::{Act, Standing},
    event::{Event, Telephone},
    refusal::Refusal,
    verdict::{OpenOutcome, Verdict},
};

/// One approval as it is given.
pub(super) struct Given<'a> {
    pub n: u32,
    pub approval: Approval,
    pub agreed: bool,
    pub reasons: &'a BlobRef,
    pub telephone: Option<&'a Telephone>,
    pub standing: &'a Standing,
    pub current: &'a Verdict,
}

/// The role that gives an approval; `None` for the duty-holder's own.
fn giver(approval: Approval) -> Option<Role> {
    match approval {
        Approval::IndividualProfessionalPersonalDuty => None,
        Approval::TreatingClinicianOpinion => Some(Role::Clinician),
        Approval::SecondSeniorClinicianTwoPerson => Some(Role::SecondClinician),
        Approval::NamedSafeguardingProfessional => Some(Role::Safeguarding),
        Approval::LegalServicesValidation => Some(Role::Legal),
        Approval::CaldicottGuardian | Approval::OnCallGuardianDeputyThenReviewWithin24h => {
            Some(Role::Guardian)
        }
        Approval::IndependentDeferralReviewer | Approval::IndependentReviewerBeforeOpening => {
            Some(Role::Reviewer)
        }
    }
}

pub(super) fn approve(case: &Case, ctx: &mut Context, given: &Given<'_>) -> Result<Vec<Event>, Refusal> {
    let proposal = case.proposals.get(&given.n);
    in_place(case, ctx, proposal, given)?;
    open(case)?;
    let proposal = proposal.ok_or(Refusal::NoSuchProposal)?;
    if proposal.state != ProposalState::Open {
        return Err(Refusal::ProposalNotOpen);
    }
    let one_is_enough = matches!(proposal.outcome, Outcome::Refuse | Outcome::Return);
    // A refusal or return is decided by one approval of a clinician or guardian, and of nobody else.
    let asked_for = if one_is_enough {
        matches!(giver(given.approval), Some(Role::Clinician | Role::Guardian))
    } else {
        proposal.needed.contains(&given.approval)
    };
    if !asked_for {
        return Err(Refusal::ApprovalNotNeeded);
    }
    if proposal.approvals.iter().any(|a| a.approval == given.approval) {
        return Err(Refusal::ApprovalGiven);
    }
    if giver(given.approval) == Some(Role::Guardian) {
        let at = given.telephone.map_or(ctx.now, |telephone| telephone.at);
        given.standing.permits(Act::Approval(given.approval), at.day())?;
    }
    different_people(case, ctx, proposal, given)?;
    guardian_comes_last(case, proposal, given)?;

    let decider = given.telephone.map_or_else(
        || By::from(&ctx.actor),
        |t| By { account: t.account.clone(), individual: t.individual.clone(), role: t.role },
    );
    let mut events = vec![Event::ApprovalGiven {
        by: (&ctx.actor).into(),
        n: given.n,
        approval: given.approval,
        agreed: given.agreed,
        reasons: given.reasons.clone(),
        telephone: given.telephone.cloned(),
    }];
    let rest: Vec<Approval> =
        outstanding(case, proposal).into_iter().filter(|code| *code != given.approval).collect();
    if given.agreed && (one_is_enough || rest.is_empty()) {
        let still_open = still_open(proposal, given.current).ok_or(Refusal::VerdictChanged)?;
        events.extend(outcome_events(case, proposal, still_open, &decider, given.current));
        events.extend(super::telling::plan_notice(case, proposal, ctx));
    }
    Ok(events)
}

/// The approvals still to be given, without the one that the reviewer gave before the record was opened.
fn outstanding(case: &Case, proposal: &Proposal) -> Vec<Approval> {
    let reviewed = matches!(case.repetition_review, Some((_, true)));
    proposal
        .outstanding()
        .into_iter()
        .filter(|code| !(reviewed && *code == Approval::IndependentReviewerBeforeOpening))
        .collect()
}

/// Whether the actor may give this approval in this case.
fn in_place(
    case: &Case,
    ctx: &Context,
    proposal: Option<&Proposal>,
    given: &Given<'_>,
) -> Result<(), Refusal> {
    match (giver(given.approval), given.telephone) {
        (None, None) if place::duty_holder(case, ctx).is_ok() => Ok(()),
        (None, _) => {
            place::at_unit(case, ctx, &[])?;
            Err(Refusal::NotYourRole)
        }
        (Some(role), None) => place::at_unit(case, ctx, &[role]),
        (Some(role), Some(telephone)) => {
            place::at_unit(case, ctx, &[Role::Clinician, Role::Guardian])?;
            if !proposal.is_some_and(Proposal::is_urgent) {
                return Err(Refusal::NotAnEmergency);
            }
            if telephone.role != role {
                return Err(Refusal::NotYourRole);
            }
            if telephone.individual == ctx.actor.individual {
                return Err(Refusal::SamePerson);
            }
            Ok(())
        }
    }
}

/// Requester, clinician consulted, second clinician, guardian and reviewer are different people, and nobody approves
/// what they proposed, save that the clinician who proposes is also the one whose opinion was asked for.
fn different_people(
    case: &Case,
    ctx: &Context,
    proposal: &Proposal,
    given: &Given<'_>,
) -> Result<(), Refusal> {
    let (individual, role) =
        given.telephone.map_or((&ctx.actor.individual, ctx.actor.role), |t| (&t.individual, t.role));
    if given.approval == Approval::IndividualProfessionalPersonalDuty {
        return Ok(());
    }
    place::separate(case, individual, role)?;
    // Whoever writes down what was said on the telephone acts in the case too.
    place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    let gives_nothing_away = matches!(proposal.outcome, Outcome::Refuse | Outcome::Return);
    let own_opinion = given.approval == Approval::TreatingClinicianOpinion;
    if proposal.by.individual == *individual && !own_opinion && !gives_nothing_away {
        return Err(Refusal::SamePerson);
    }
    // One human being gives one approval.
    if proposal.approvals.iter().any(|a| a.individual() == individual) {
        return Err(Refusal::SamePerson);
    }
    Ok(())
}

/// The guardian, or the deputy on call, comes last, having seen all the others.
fn guardian_comes_last(case: &Case, proposal: &Proposal, given: &Given<'_>) -> Result<(), Refusal> {
    if giver(given.approval) != Some(Role::Guardian) || !given.agreed {
        return Ok(());
    }
    let first: Vec<Approval> =
        outstanding(case, proposal).into_iter().filter(|code| giver(*code) != Some(Role::Guardian)).collect();
    if first.is_empty() { Ok(()) } else { Err(Refusal::OthersFirst(first)) }
}

/// The outcome in the verdict of today, if it is still open as it was proposed: every item, and no approval more.
fn still_open<'a>(proposal: &Proposal, current: &'a Verdict) -> Option<&'a OpenOutcome> {
    let now =
        current.open().iter().find(|o| o.outcome() == proposal.outcome && o.basis() == proposal.basis)?;
    let items =
        proposal.outcome != Outcome::Disclose || proposal.items.iter().all(|item| now.items().contains(item));
    let approvals = now.approvals().iter().all(|code| proposal.needed.contains(code));
    let notice = now.notice().rule() == proposal.notice.rule && deferral_holds(proposal, now);
    (items && approvals && notice).then_some(now)
}

/// Whether the notice may still be put off as was proposed, on the ground and within the days of today's verdict.
fn deferral_holds(proposal: &Proposal, now: &OpenOutcome) -> bool {
    let Some(last_day) = proposal.notice.last_day else { return true };
    let cap = i64::from(now.notice().max_days().unwrap_or(0));
    now.notice().ground() == proposal.notice.ground && last_day <= proposal.at.day().plus_days(cap)
}

/// What the decision makes happen, by outcome.
fn outcome_events(
    case: &Case,
    proposal: &Proposal,
    open: &OpenOutcome,
    decider: &By,
    current: &Verdict,
) -> Vec<Event> {
    let n = proposal.n;
    match proposal.outcome {
        Outcome::Refuse => {
            let mut events = vec![Event::DisclosureRefused { by: decider.clone(), n }];
            if open.conditions().contains(&Condition::CountAsMonitoringRefused) {
                events.push(Event::MonitoringRefused { n });
            }
            events
        }
        // What the officer is told is what they were told when they sent it: later verdicts never reach them.
        Outcome::Return => {
            vec![Event::ReferralReturned { by: decider.clone(), n, missing: case.missing.clone() }]
        }
        Outcome::Advise => proposal
            .content
            .iter()
            .map(|text| Event::AdviceGiven { by: decider.clone(), n: Some(n), text: text.clone() })
            .collect(),
        Outcome::OfferCare => vec![Event::CareOffered { by: decider.clone(), n }],
        Outcome::Disclose => {
            let mut events =
                vec![Event::DisclosureDecided { by: decider.clone(), n, verdict: current.digest() }];
            // An order or a statutory report beside a request to watch: carried out, and the watching refused.
            if open.conditions().contains(&Condition::CountAsMonitoringRefused) {
                events.push(Event::MonitoringRefused { n });
            }
            events
        }
    }
}

pub(super) fn answer_telephone(
    case: &Case,
    ctx: &Context,
    n: u32,
    confirmed: bool,
) -> Result<Vec<Event>, Refusal> {
    if !place::reads_as_clinic(case, &ctx.actor) {
        return Err(Refusal::NoSuchCase);
    }
    let proposal = case.proposals.get(&n).ok_or(Refusal::NoSuchProposal)?;
    let record = proposal
        .approvals
        .iter()
        .find(|a| a.telephone.as_ref().is_some_and(|t| t.account == ctx.actor.account))
        .ok_or(Refusal::NothingToConfirm)?;
    if record.confirmed.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let mut events = vec![Event::TelephoneApprovalAnswered {
        by: (&ctx.actor).into(),
        n,
        approval: record.approval,
        confirmed,
    }];
    if !confirmed && !record.escalated {
        events.push(Event::TelephoneApprovalEscalated { n, approval: record.approval });
    }
    Ok(events)
}
