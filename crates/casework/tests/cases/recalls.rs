//! Recall: access ends, and the force destroys what it has or names the law that makes it keep it.

use crate::support::*;
use casework::{
    case::ProposalState,
    codes::{Approval, Outcome},
    command::Command,
    officer::OfficerState,
    promise::PromiseKind,
    refusal::Refusal,
    verdict::issue,
};

fn released() -> Life {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let mut life = Life::begin().with_route();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.release(1).unwrap();
    life.tick();
    life
}

fn recall() -> Command {
    Command::Recall { n: 1, reasons: blob(1) }
}

fn destroyed() -> Command {
    Command::ConfirmDestruction { n: 1 }
}

fn kept() -> Command {
    Command::RefuseDestruction { n: 1, law: blob(2) }
}

#[test]
fn what_was_released_is_recalled_and_an_answer_is_owed_in_fourteen_days() {
    for who in [clinician(), guardian(), reviewer()] {
        let mut life = released();
        assert_eq!(life.does(&who, &recall()), ["disclosure-recalled"]);
        let owed = life.case.open_promise(PromiseKind::Destruction, 1).unwrap();
        assert_eq!(life.case.promises[owed].until, day("2026-11-16"));
        assert_eq!(casework::officer::state(&life.case, life.now), OfficerState::Recalled);
        assert_eq!(casework::officer::readable(&life.case).count(), 0);
        assert_eq!(life.refuses(&who, &recall()), Refusal::NotReleased);
    }
}

#[test]
fn a_recall_is_for_whoever_has_the_referral_now() {
    let mut life = released();
    let oscar = of_role("oscar", casework::actor::Role::Officer);
    life.does(&supervisor(), &Command::Reassign { to: oscar.clone() });
    life.does(&clinician(), &recall());
    assert!(!casework::decide::may_read(&life.case, &officer()));
    assert!(casework::decide::may_read(&life.case, &oscar));
    assert_eq!(life.refuses(&officer(), &destroyed()), Refusal::NoSuchCase);
    assert_eq!(life.does(&oscar, &destroyed()), ["destruction-confirmed"]);
}

#[test]
fn the_force_confirms_destruction_or_names_its_law_once() {
    for (answer, kind) in [(destroyed(), "destruction-confirmed"), (kept(), "destruction-refused")] {
        let mut life = released();
        assert_eq!(life.refuses(&officer(), &answer), Refusal::NotRecalled);
        life.does(&clinician(), &recall());
        assert_eq!(
            life.refuses(&of_role("oscar", casework::actor::Role::Officer), &answer),
            Refusal::NoSuchCase
        );
        assert_eq!(life.refuses(&clinician(), &answer), Refusal::NoSuchCase);
        assert_eq!(life.does(&officer(), &answer), [kind]);
        assert_eq!(life.state_of(1), ProposalState::Settled);
        assert!(life.case.promises.values().all(|p| !p.open));
        assert_eq!(life.refuses(&officer(), &destroyed()), Refusal::AlreadyDone);
        assert_eq!(life.refuses(&officer(), &kept()), Refusal::AlreadyDone);
    }
}

#[test]
fn nothing_is_recalled_that_did_not_leave() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    assert_eq!(life.refuses(&clinician(), &recall()), Refusal::NoSuchProposal);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.refuses(&clinician(), &recall()), Refusal::NotReleased);
    assert_eq!(life.refuses(&legal(), &recall()), Refusal::NotYourRole);
}

#[test]
fn a_closed_case_can_still_be_recalled_and_answered() {
    let mut life = released();
    life.does(&clinician(), &Command::Close { reasons: blob(1) });
    life.does(&guardian(), &recall());
    assert_eq!(life.does(&officer(), &destroyed()), ["destruction-confirmed"]);
}
