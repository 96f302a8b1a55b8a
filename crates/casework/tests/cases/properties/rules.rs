//! What holds of every case at every moment, whatever was tried.

use casework::{
    actor::{Actor, Role},
    breach::{Breach, Commissioner},
    case::{Case, NoticeStatus, Phase, ProposalState, WorkDone},
    codes::{Approval, Outcome},
    decide::{self, clock},
    event::Event,
    officer::{self, OfficerState},
    person,
    promise::PromiseKind,
    time::{DAY_SECONDS, Moment},
};
use std::collections::BTreeSet;

const GUARDIANS: [Approval; 2] =
    [Approval::CaldicottGuardian, Approval::OnCallGuardianDeputyThenReviewWithin24h];

/// No disclosure is decided without every approval it needed, from people who are different, the guardian last.
pub(super) fn decided_by_all_who_must(case: &Case) {
    for proposal in case.proposals.values().filter(|p| p.outcome == Outcome::Disclose) {
        let out = matches!(
            proposal.state,
            ProposalState::Decided
                | ProposalState::Released
                | ProposalState::Recalled
                | ProposalState::Settled
        );
        assert!(!out || proposal.decided.is_some());
        let Some((_, decided)) = proposal.decided else { continue };
        let given: Vec<_> = proposal.approvals.iter().filter(|a| a.agreed).collect();
        for needed in &proposal.needed {
            let before_opening = *needed == Approval::IndependentReviewerBeforeOpening
                && matches!(case.repetition_review, Some((_, true)));
            assert!(before_opening || given.iter().any(|a| a.approval == *needed), "{needed} is missing");
        }
        let people: BTreeSet<_> = given.iter().map(|a| a.individual()).collect();
        assert_eq!(people.len(), given.len(), "one person gave two approvals");
        assert!(!people.contains(&case.opened_by.individual) || case.opened_by.role != Role::Officer);
        if proposal.needed.iter().any(|a| GUARDIANS.contains(a)) {
            assert!(GUARDIANS.contains(&given.last().unwrap().approval), "the guardian is not last");
        }
        if let Some((left, _)) = &proposal.released {
            assert!(*left >= decided);
            let denied = given.iter().any(|a| a.confirmed == Some(false));
            assert!(!denied || proposal.state != ProposalState::Decided);
        }
    }
}

/// Reasons for items stand with disclosures alone, and are never what is disclosed.
pub(super) fn reasons_are_for_what_is_disclosed(case: &Case) {
    for proposal in case.proposals.values().filter(|p| p.reasons.is_some()) {
        assert_eq!(proposal.outcome, Outcome::Disclose);
        assert_ne!(proposal.reasons, proposal.content);
    }
}

/// Every notice that is owed by a day stands under one open promise, and nothing that was promised is lost.
pub(super) fn promises_stand(case: &Case) {
    let mut owed = BTreeSet::new();
    for (n, notice) in &case.notices {
        let by_a_day = match notice.status {
            NoticeStatus::Due(day) => day.is_some(),
            NoticeStatus::Deferred(..) | NoticeStatus::Lapsed | NoticeStatus::Escalated(_) => true,
            NoticeStatus::Sent(_) | NoticeStatus::Never => false,
        };
        if by_a_day {
            let promise = notice.promise.as_ref().unwrap();
            assert!(case.promises[promise].open, "the notice about {n} is owed and its promise is not");
            assert_eq!(case.promises[promise].about, Some(*n));
            assert!(owed.insert(promise.clone()), "two notices under one promise");
        } else if let Some(promise) = &notice.promise {
            assert!(!case.promises[promise].open, "the notice about {n} was sent and its promise stands");
        }
    }
    let open: BTreeSet<_> = case
        .promises
        .iter()
        .filter(|(_, p)| p.open && p.kind == PromiseKind::Notice)
        .map(|(id, _)| id.clone())
        .collect();
    assert_eq!(open, owed);
    let open = |kind| case.promises.values().filter(|p| p.open && p.kind == kind).count();
    let recalled = case.proposals.values().filter(|p| p.state == ProposalState::Recalled).count();
    assert_eq!(open(PromiseKind::Destruction), recalled);
    let unseen = case.proposals.values().filter(|p| p.emergency && p.after_review.is_none()).count();
    assert_eq!(open(PromiseKind::AfterReview), unseen);
}

/// A breach that stands is decided about or owed a decision, and whoever's information left is owed a notice unless an
/// officer alone says so.
pub(super) fn breaches_are_owed_a_decision(case: &Case) {
    let open = |kind, n| case.promises.values().any(|p| p.open && p.kind == kind && p.about == Some(n));
    for breach in case.breaches.values() {
        assert_eq!(open(PromiseKind::BreachDecision, breach.n), breach.awaits_commissioner());
        assert!(breach.happened <= breach.aware && breach.aware <= breach.recorded);
        if let Commissioner::Reported { by, delay, .. } = &breach.commissioner {
            assert!(by.role == Role::Guardian && (delay.is_some() == breach.was_late()));
        }
        let left = breach.disclosure.is_some() && breach.concerns_another();
        if left && breach.by.role != Role::Officer {
            assert!(case.notices.contains_key(&breach.n), "their information left and nothing is owed");
        }
        if let Some(n) = breach.disclosure.filter(|_| breach.kind.recalls()) {
            assert_ne!(case.proposals[&n].state, ProposalState::Released, "it can still be read");
        }
    }
}

/// The ticker is woken no later than the first moment at which something is due.
pub(super) fn wakes_in_time(case: &Case, from: Moment, seconds: &[i64]) {
    let wake = clock::wake_after(case, from);
    let mut moments: Vec<Moment> = seconds.iter().map(|s| from.plus(*s)).collect();
    for days in 0..45 {
        let day = from.day().plus_days(days);
        moments.extend([day.start(), day.end()]);
    }
    for route in case.route.iter().chain(case.breaches.values().filter_map(|b| b.route.as_ref())) {
        moments.extend([7 * DAY_SECONDS, 7 * DAY_SECONDS + 1].map(|s| route.confirmed.plus(s)));
    }
    moments.retain(|at| *at >= from);
    for at in moments {
        if !clock::due(case, at).is_empty() {
            let wake = wake.expect("something will be due and the ticker sleeps for ever");
            assert!(wake <= at, "due at {} and woken at {}", at.rfc3339(), wake.rfc3339());
        }
    }
}

pub(super) fn officer_sees_only_what_is_theirs(case: &Case) {
    let fixed = officer::fixed_time(case);
    let left = case.proposals.values().any(|p| p.released.is_some());
    let advised = !case.advice.is_empty();
    for at in [case.sent, fixed.plus(-1), fixed, fixed.plus(400 * DAY_SECONDS)] {
        let expected = match officer::state(case, at) {
            OfficerState::InformationReady | OfficerState::Recalled => left || advised,
            OfficerState::Returned => at < fixed && case.phase == Phase::Returned,
            OfficerState::Sent => at < fixed && !left && !advised && case.phase != Phase::Returned,
            OfficerState::NoInformation => at >= fixed && !left && !advised,
        };
        assert!(expected, "{:?} at {}", officer::state(case, at), at.rfc3339());
    }
}

/// One officer answers for what left, and of what the clinic began of its own accord their force hears nothing more.
pub(super) fn one_officer_at_most_has_it(case: &Case, everybody: &[Actor]) {
    let has =
        |role: Role| everybody.iter().filter(move |who| who.role == role && decide::may_read(case, who));
    let officers: Vec<_> = has(Role::Officer).collect();
    assert!(officers.len() <= 1, "several officers have it: {officers:?}");
    if case.asker().is_none() {
        assert_eq!(has(Role::Supervisor).count(), 0, "a supervisor sees what was disclosed to one officer");
        let left = case.proposals.values().any(|proposal| proposal.released.is_some());
        let named = case.recipient.as_ref().filter(|_| left);
        assert_eq!(officers.first().map(|who| &who.account), named);
    }
}

pub(super) fn person_sees_only_what_was_told(case: &Case) {
    let told: Vec<u32> = case
        .notices
        .iter()
        .filter(|(_, notice)| matches!(notice.status, NoticeStatus::Sent(_)))
        .map(|(n, _)| *n)
        .collect();
    let own = |n: &u32| !case.breaches.get(n).is_some_and(Breach::concerns_another);
    let seen = person::seen(case).map_or(0, |seen| seen.decisions.len() + seen.breaches.len());
    assert_eq!(seen, told.iter().filter(|n| own(n)).count());
    if let Some(seen) = person::seen(case) {
        let read = case.read_out.iter().filter(|call| told.contains(&call.n)).count();
        assert_eq!(seen.read_out.len(), read, "a call about what they were not told of");
        let left = told.iter().any(|n| case.proposals.get(n).is_some_and(|p| p.released.is_some()));
        assert!(left || seen.work.iter().all(|(_, _, done)| *done != WorkDone::NamedRecipient));
    }
    for breach in case.breaches.values() {
        let theirs = breach.concerns_another() && told.contains(&breach.n);
        assert_eq!(person::seen_by_another(case, breach.n).is_some(), theirs);
    }
}

/// Whoever has declared a conflict of interest does nothing in the clinic's name, and no approval is recorded as theirs.
pub(super) fn nobody_acts_who_stands_back(before: &Case, new: &[(Event, Moment)]) {
    for (event, _) in new {
        let payload = event.to_payload().unwrap();
        for whose in ["by", "telephone"] {
            let Some(individual) = payload[whose]["individual"].as_str() else { continue };
            let police = matches!(payload[whose]["role"].as_str(), Some("officer" | "supervisor"));
            let individual = casework::id::IndividualId::parse(individual).unwrap();
            assert!(police || !before.bars(&individual), "{} by somebody who stands back", event.kind());
        }
    }
    if let Some(holder) = &before.holder {
        assert!(!before.bars(&holder.individual), "the case is with somebody who stands back");
    }
}

/// Who works on a case moves nothing that is waited for, and nothing that an officer sees.
pub(super) fn work_moves_no_clock(before: &Case, after: &Case, new: &[(Event, Moment)]) {
    if new.is_empty() || !new.iter().all(|(event, _)| event.is_about_work()) {
        return;
    }
    assert_eq!(casework::awaiting::tasks(before), casework::awaiting::tasks(after));
    assert_eq!((before.updated, before.phase), (after.updated, after.phase));
    assert_eq!(clock::wake(before), clock::wake(after));
    assert_eq!(officer::fixed_time(before), officer::fixed_time(after));
}

/// What a closed case still takes: recall and what the force answers, review afterwards, telling, and what was said
/// by telephone; everything about a breach; and what police do who must not learn that it is closed.
pub(super) fn closed_takes_little_more(before: Phase, new: &[(Event, Moment)]) {
    if before != Phase::Closed {
        return;
    }
    for (event, _) in new {
        let taken = matches!(
            event,
            Event::DisclosureRecalled { .. }
                | Event::DestructionConfirmed { .. }
                | Event::DestructionRefused { .. }
                | Event::AfterReviewed { .. }
                | Event::TelephoneApprovalAnswered { .. }
                | Event::TelephoneApprovalEscalated { .. }
                | Event::SafeRouteRecorded { .. }
                | Event::SafeRouteConfirmed { .. }
                | Event::NoticeClockStarted { .. }
                | Event::BreachReported { .. }
                | Event::BreachNoted { .. }
                | Event::BreachReportedToCommissioner { .. }
                | Event::BreachNotReportable { .. }
                | Event::BreachToBeTold { .. }
                | Event::BreachNotTold { .. }
                | Event::BreachUnfounded { .. }
                | Event::AffectedRouteRecorded { .. }
                | Event::AffectedRouteConfirmed { .. }
                | Event::ConflictDeclared { .. }
                | Event::ConflictWithdrawn { .. }
                | Event::ReferralReassigned { .. }
                | Event::ReferralWithdrawn { .. }
                | Event::Countersigned { .. }
                | Event::RecipientNamed { .. }
        );
        assert!(taken, "a closed case took {}", event.kind());
    }
}
