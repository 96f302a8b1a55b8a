//! When a case may be closed, and what a closed case still takes.

use crate::support::*;
use casework::{
    case::Phase,
    codes::{Approval, NoticeRule, Outcome},
    command::Command,
    officer,
    refusal::Refusal,
    verdict::issue,
};

fn close() -> Command {
    Command::Close { reasons: blob(1) }
}

fn guardian_alone() -> issue::Open {
    issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }
}

fn refused() -> Life {
    let verdict = opening(vec![]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Refuse));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life
}

#[test]
fn a_case_is_closed_when_everything_is_done_and_then_once() {
    let mut life = refused().with_route();
    assert_eq!(life.tick(), ["notice-sent"]);
    assert_eq!(life.refuses(&legal(), &close()), Refusal::NotYourRole);
    assert_eq!(life.refuses(&elsewhere(clinician()), &close()), Refusal::NoSuchCase);
    assert_eq!(life.does(&clinician(), &close()), ["case-closed"]);
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::AlreadyDone);
}

#[test]
fn an_undecided_referral_is_not_closed() {
    let mut life = Life::begin();
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
    let verdict = opening(vec![guardian_alone()]);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
    life.does(&guardian(), &decline(&verdict, 1, Approval::CaldicottGuardian));
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
}

#[test]
fn a_case_in_which_somebody_is_still_to_be_told_is_not_closed() {
    let mut life = refused();
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
    let verdict = opening(vec![told(guardian_alone(), NoticeRule::NotifyOnFinding)]);
    let mut missing = Life::begin();
    missing.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    missing.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    missing.release(1).unwrap();
    assert!(missing.case.promises.is_empty());
    assert_eq!(missing.refuses(&clinician(), &close()), Refusal::StillOwed);
}

#[test]
fn a_decided_disclosure_that_has_not_left_keeps_the_case_open() {
    let verdict = opening(vec![guardian_alone()]);
    let mut life = Life::begin().with_route();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.tick();
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
    life.release(1).unwrap();
    life.does(&clinician(), &close());
}

#[test]
fn an_after_review_and_an_unconfirmed_telephone_keep_the_case_open() {
    let verdict = opening(vec![emergency()]);
    let mut life = Life::begin().with_route();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    let at = life.now;
    let second = Approval::SecondSeniorClinicianTwoPerson;
    life.does(&clinician(), &by_telephone(&verdict, 1, second, &second_clinician(), at));
    let on_call = Approval::OnCallGuardianDeputyThenReviewWithin24h;
    life.does(&guardian(), &approve(&verdict, 1, on_call));
    life.release_at_once(1).unwrap();
    life.tick();
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
    life.does(&reviewer(), &Command::AfterReview { n: 1, upheld: true, reasons: blob(1) });
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::StillOwed);
    life.does(&second_clinician(), &Command::AnswerTelephone { n: 1, confirmed: true });
    life.does(&clinician(), &close());
}

#[test]
fn a_referral_that_was_taken_back_is_closed_with_whatever_was_proposed_about_it() {
    let verdict = opening(vec![guardian_alone()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&officer(), &Command::Withdraw);
    life.does(&clinician(), &close());
}

#[test]
fn a_referral_that_is_with_the_officer_is_not_closed_before_the_fixed_time() {
    let verdict = opening(vec![return_it()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Return));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.on("2026-11-12");
    life.does(&clinician(), &safe_route());
    assert_eq!(life.tick(), ["notice-sent"]);
    assert_eq!(life.refuses(&clinician(), &close()), Refusal::Returned);
    life.now = officer::fixed_time(&life.case);
    life.does(&clinician(), &close());
}

#[test]
fn a_closed_case_takes_no_more_work() {
    let verdict = opening(vec![guardian_alone(), advice()]);
    let mut life = refused().with_route();
    life.tick();
    life.does(&clinician(), &close());
    let supply = Command::SupplyFacts {
        supplier: casework::facts::Supplier::Clinic,
        part: serde_json::json!({"concern": {"evidence": "documented"}}),
    };
    for command in [
        propose(&verdict, Outcome::Disclose),
        approve(&verdict, 1, Approval::TreatingClinicianOpinion),
        Command::OpenRecord { reason: blob(1) },
        Command::Advise { text: blob(1), current: Some(Box::new(verdict.clone())) },
        supply,
    ] {
        assert_eq!(life.refuses(&clinician(), &command), Refusal::Closed);
    }
    let review = Command::ReviewRepetition { agreed: true, reasons: blob(1) };
    assert_eq!(life.refuses(&reviewer(), &review), Refusal::Closed);
    // What was disclosed outlives the case, so somebody has to answer for it.
    let other = of_role("oscar", casework::actor::Role::Officer);
    assert_eq!(life.does(&supervisor(), &Command::Reassign { to: other.clone() }), ["referral-reassigned"]);
    assert_eq!(life.does(&supervisor(), &Command::Reassign { to: officer() }), ["referral-reassigned"]);
    let complete = Command::Complete { part: serde_json::json!({}), missing: vec![] };
    assert_eq!(life.refuses(&officer(), &complete), Refusal::NotReturned);
}

#[test]
fn what_an_officer_and_their_supervisor_do_is_recorded_in_a_closed_case_as_in_an_open_one() {
    let mut closed = refused().with_route();
    closed.tick();
    closed.does(&clinician(), &close());
    let facts = closed.case.facts.clone();
    for life in [&mut Life::begin(), &mut closed] {
        let signed = life.does(&supervisor(), &Command::Countersign);
        assert_eq!(signed.first(), Some(&"countersigned"));
        assert_eq!(life.refuses(&supervisor(), &Command::Countersign), Refusal::AlreadyDone);
        assert_eq!(life.does(&officer(), &Command::Withdraw), ["referral-withdrawn"]);
        assert!(life.does(&officer(), &Command::Withdraw).is_empty());
        assert!(life.case.withdrawn && life.case.countersigned.is_some());
        assert_eq!(life.case, life.replayed());
    }
    // It stays closed, and what was judged stays what it was.
    assert_eq!((closed.case.phase, closed.case.facts), (Phase::Closed, facts));
}
