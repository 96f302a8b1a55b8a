//! Emergencies: approvals by telephone, release before witnesses, and the review that is owed afterwards.

use crate::support::*;
use casework::{
    actor::Role,
    case::ProposalState,
    codes::{Approval, NoticeRule, Outcome},
    command::Command,
    promise::PromiseKind,
    refusal::Refusal,
    time::{DAY_SECONDS, HOUR},
    verdict::Verdict,
};

const SECOND: Approval = Approval::SecondSeniorClinicianTwoPerson;
const ON_CALL: Approval = Approval::OnCallGuardianDeputyThenReviewWithin24h;

fn proposed() -> (Life, Verdict) {
    let verdict = opening(vec![emergency()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    (life, verdict)
}

/// The second clinician approved on the telephone, and the guardian decided.
fn decided() -> (Life, Verdict) {
    let (mut life, verdict) = proposed();
    let at = life.now;
    life.does(&clinician(), &by_telephone(&verdict, 1, SECOND, &second_clinician(), at));
    life.does(&guardian(), &approve(&verdict, 1, ON_CALL));
    (life, verdict)
}

fn answer(confirmed: bool) -> Command {
    Command::AnswerTelephone { n: 1, confirmed }
}

fn after_review() -> Command {
    Command::AfterReview { n: 1, upheld: true, reasons: blob(1) }
}

#[test]
fn an_approval_by_telephone_counts_and_is_theirs_who_gave_it() {
    let (mut life, verdict) = proposed();
    let at = life.now;
    life.does(&clinician(), &by_telephone(&verdict, 1, SECOND, &second_clinician(), at));
    assert_eq!(
        life.does(&clinician(), &by_telephone(&verdict, 1, ON_CALL, &guardian(), at)),
        ["approval-given", "disclosure-decided", "notice-due"]
    );
    let (by, _) = life.case.proposals[&1].decided.clone().unwrap();
    assert_eq!((by.account, by.role), (guardian().account, Role::Guardian));
}

#[test]
fn nothing_is_approved_by_telephone_but_emergencies() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&clinician(), &approve(&verdict, 1, Approval::TreatingClinicianOpinion));
    let at = life.now;
    let call = by_telephone(&verdict, 1, Approval::CaldicottGuardian, &guardian(), at);
    assert_eq!(life.refuses(&clinician(), &call), Refusal::NotAnEmergency);
    life.does(&clinician(), &propose(&verdict, Outcome::Refuse));
    let call = by_telephone(&verdict, 2, Approval::CaldicottGuardian, &guardian(), at);
    assert_eq!(life.refuses(&clinician(), &call), Refusal::NotAnEmergency);
}

#[test]
fn the_telephone_lifts_no_rule_about_who() {
    let (mut life, verdict) = proposed();
    let at = life.now;
    let call = |giver: &casework::actor::Actor| by_telephone(&verdict, 1, SECOND, giver, at);
    assert_eq!(life.refuses(&clinician(), &call(&guardian())), Refusal::NotYourRole);
    assert_eq!(life.refuses(&legal(), &call(&second_clinician())), Refusal::NotYourRole);
    assert_eq!(life.refuses(&elsewhere(clinician()), &call(&second_clinician())), Refusal::NoSuchCase);
    let herself = also(&clinician(), "clara-senior", Role::SecondClinician);
    assert_eq!(life.refuses(&clinician(), &call(&herself)), Refusal::SamePerson);
    assert_eq!(life.refuses(&of_role("carl", Role::Clinician), &call(&herself)), Refusal::SamePerson);
    let asker = also(&officer(), "olive-nurse", Role::Clinician);
    assert_eq!(life.refuses(&asker, &call(&second_clinician())), Refusal::SamePerson);
    let guardian_first = by_telephone(&verdict, 1, ON_CALL, &guardian(), at);
    assert_eq!(life.refuses(&clinician(), &guardian_first), Refusal::OthersFirst(vec![SECOND]));
}

#[test]
fn whoever_gave_an_approval_by_telephone_confirms_it_and_nobody_else() {
    let (mut life, _) = decided();
    assert_eq!(life.refuses(&guardian(), &answer(true)), Refusal::NothingToConfirm);
    assert_eq!(life.refuses(&officer(), &answer(true)), Refusal::NoSuchCase);
    assert_eq!(life.does(&second_clinician(), &answer(true)), ["telephone-approval-answered"]);
    assert_eq!(life.refuses(&second_clinician(), &answer(true)), Refusal::AlreadyDone);
    life.pass(2 * DAY_SECONDS);
    assert!(!life.tick().contains(&"telephone-approval-escalated"));
}

#[test]
fn an_approval_by_telephone_that_nobody_confirms_in_twenty_four_hours_goes_to_the_reviewer_once() {
    let (mut life, _) = decided();
    let given = life.now;
    assert!(life.tick_until(given.plus(DAY_SECONDS)).is_empty());
    let done = life.tick_until(given.plus(DAY_SECONDS + 1));
    assert_eq!(done, ["telephone-approval-escalated"]);
    assert!(life.tick_until(given.plus(DAY_SECONDS + HOUR)).is_empty());
    // Late is still confirmed.
    assert_eq!(life.does(&second_clinician(), &answer(true)), ["telephone-approval-answered"]);
}

#[test]
fn a_denied_approval_goes_to_the_reviewer_and_nothing_rests_on_it_any_more() {
    let (mut life, verdict) = proposed();
    let at = life.now;
    life.does(&clinician(), &by_telephone(&verdict, 1, SECOND, &second_clinician(), at));
    assert_eq!(
        life.does(&second_clinician(), &answer(false)),
        ["telephone-approval-answered", "telephone-approval-escalated"]
    );
    assert_eq!(life.state_of(1), ProposalState::Declined);
    assert_eq!(life.refuses(&guardian(), &approve(&verdict, 1, ON_CALL)), Refusal::ProposalNotOpen);
}

#[test]
fn a_decision_that_rests_on_a_denied_approval_is_not_released() {
    let (mut life, _) = decided();
    life.does(&second_clinician(), &answer(false));
    assert_eq!(life.release(1), Err(Refusal::NotReady));
    assert_eq!(life.release_at_once(1), Err(Refusal::NotReady));
}

#[test]
fn what_left_on_a_denied_approval_can_be_recalled() {
    let (mut life, _) = decided();
    life.release_at_once(1).unwrap();
    life.does(&second_clinician(), &answer(false));
    assert_eq!(life.state_of(1), ProposalState::Released);
    life.does(&guardian(), &Command::Recall { n: 1, reasons: blob(1) });
    assert_eq!(life.state_of(1), ProposalState::Recalled);
}

#[test]
fn an_emergency_goes_out_before_witnesses_and_owes_a_review_within_a_day() {
    let (mut life, _) = decided();
    assert_eq!(life.release_at_once(1).unwrap(), ["emergency-released"]);
    let owed = life.case.promises.values().find(|p| p.kind == PromiseKind::AfterReview).unwrap();
    assert_eq!((owed.until, owed.open), (day("2026-11-03"), true));
    assert_eq!(life.refuses(&guardian(), &after_review()), Refusal::NotYourRole);
    let twice = also(&guardian(), "gwen-reviews", Role::Reviewer);
    assert_eq!(life.refuses(&twice, &after_review()), Refusal::SamePerson);
    assert_eq!(life.does(&reviewer(), &after_review()), ["after-reviewed"]);
    assert!(life.case.open_promise(PromiseKind::AfterReview, 1).is_none());
    assert_eq!(life.refuses(&reviewer(), &after_review()), Refusal::AlreadyDone);
}

#[test]
fn a_review_keeps_the_promise_of_its_own_emergency() {
    let (mut life, verdict) = decided();
    life.release_at_once(1).unwrap();
    life.pass(2 * DAY_SECONDS);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&second_clinician(), &approve(&verdict, 2, SECOND));
    life.does(&guardian(), &approve(&verdict, 2, ON_CALL));
    life.release_at_once(2).unwrap();
    let second = Command::AfterReview { n: 2, upheld: true, reasons: blob(1) };
    life.does(&reviewer(), &second);
    assert!(life.case.open_promise(PromiseKind::AfterReview, 1).is_some());
    assert!(life.case.open_promise(PromiseKind::AfterReview, 2).is_none());
}

#[test]
fn what_was_no_emergency_does_not_go_out_before_witnesses_and_owes_no_review() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&clinician(), &approve(&verdict, 1, Approval::TreatingClinicianOpinion));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    assert_eq!(life.release_at_once(1), Err(Refusal::NotReady));
    life.release(1).unwrap();
    assert_eq!(life.refuses(&reviewer(), &after_review()), Refusal::NothingToReview);
}

#[test]
fn an_emergency_too_waits_for_a_notice_that_comes_first() {
    let verdict = opening(vec![told(emergency(), NoticeRule::NotifyBeforeDisclosureUnlessUnsafe)]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&second_clinician(), &approve(&verdict, 1, SECOND));
    life.does(&guardian(), &approve(&verdict, 1, ON_CALL));
    assert_eq!(life.release_at_once(1), Err(Refusal::NotReady));
    life.does(&clinician(), &Command::RecordNoticeUnsafe { n: 1, reasons: blob(1) });
    life.release_at_once(1).unwrap();
}
