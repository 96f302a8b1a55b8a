//! Recall: access ends, and the force destroys what it has or names the law that makes it keep it.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    case::{ProposalState, WorkDone},
    codes::{Approval, InitiatedBy, Outcome},
    command::Command,
    decide,
    officer::OfficerState,
    person,
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

/// A health worker's report of which something was released to the officer whom they named.
fn released_of_own_accord() -> Life {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.release(1).unwrap();
    life
}

fn name(from: &Actor, to: &Actor) -> Command {
    Command::NameRecipient { from: from.clone(), to: to.clone(), reasons: blob(3) }
}

#[test]
fn a_recall_is_for_whoever_is_named_to_receive_now() {
    let mut life = released_of_own_accord();
    let oscar = of_role("oscar", Role::Officer);
    assert!(decide::may_read(&life.case, &officer()) && !decide::may_read(&life.case, &oscar));
    assert_eq!(life.does(&guardian(), &name(&officer(), &oscar)), ["recipient-named"]);
    assert!(!decide::may_read(&life.case, &officer()) && decide::may_read(&life.case, &oscar));
    assert!(!decide::may_read(&life.case, &supervisor()));

    life.does(&clinician(), &recall());
    assert_eq!(life.refuses(&officer(), &destroyed()), Refusal::NoSuchCase);
    assert_eq!(life.does(&oscar, &destroyed()), ["destruction-confirmed"]);
}

#[test]
fn the_guardian_alone_names_an_officer_of_the_same_force() {
    let mut life = released_of_own_accord();
    let oscar = of_role("oscar", Role::Officer);
    let to_oscar = name(&officer(), &oscar);
    for police in [officer(), oscar.clone(), supervisor()] {
        assert_eq!(life.refuses(&police, &to_oscar), Refusal::NoSuchCase);
    }
    assert_eq!(life.refuses(&supervisor(), &Command::Reassign { to: oscar.clone() }), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&clinician(), &to_oscar), Refusal::NotYourRole);
    assert_eq!(life.refuses(&elsewhere(guardian()), &to_oscar), Refusal::NoSuchCase);

    for wrong in [elsewhere(oscar.clone()), supervisor(), clinician()] {
        assert_eq!(life.refuses(&guardian(), &name(&officer(), &wrong)), Refusal::NotOfTheirForce);
    }
    assert_eq!(life.refuses(&guardian(), &name(&officer(), &officer())), Refusal::AlreadyDone);
    // Two guardians at once: the second one's form speaks of somebody who is not named any more.
    assert_eq!(life.refuses(&guardian(), &name(&oscar, &officer())), Refusal::AlreadyDone);
    for herself in [guardian(), clinician(), health_worker()] {
        let account = also(&herself, "constable", Role::Officer);
        assert_eq!(life.refuses(&guardian(), &name(&officer(), &account)), Refusal::SamePerson);
    }
    // Whoever was named has a part in the case, and approves nothing of it from another account.
    life.does(&guardian(), &to_oscar);
    let also_guardian = also(&oscar, "oscar-guardian", Role::Guardian);
    let back = name(&oscar, &officer());
    assert_eq!(life.refuses(&also_guardian, &back), Refusal::SamePerson);
    assert_eq!(life.does(&guardian(), &back), ["recipient-named"]);
    assert_eq!(life.case.recipient, Some(officer().account));
}

#[test]
fn somebody_can_be_named_before_anything_left_and_after_the_case_was_closed() {
    let oscar = of_role("oscar", Role::Officer);
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    assert_eq!(life.does(&guardian(), &name(&officer(), &oscar)), ["recipient-named"]);
    // Nothing was released, so that nobody outside the clinic learns that they are named.
    assert!(!decide::may_read(&life.case, &oscar));

    let mut life = released_of_own_accord().with_route();
    life.tick();
    life.does(&clinician(), &Command::Close { reasons: blob(1) });
    assert_eq!(life.does(&guardian(), &name(&officer(), &oscar)), ["recipient-named"]);
}

#[test]
fn where_an_officer_asks_the_clinic_names_nobody() {
    let mut life = released();
    let to_oscar = name(&officer(), &of_role("oscar", Role::Officer));
    assert_eq!(life.refuses(&guardian(), &to_oscar), Refusal::NoRecipient);
}

#[test]
fn the_person_hears_that_somebody_else_was_named_once_they_know_that_it_left() {
    let mut life = released_of_own_accord();
    life.does(&guardian(), &name(&officer(), &of_role("oscar", Role::Officer)));
    let named = |life: &Life| {
        person::seen(&life.case)
            .map(|seen| seen.work.iter().any(|(_, _, done)| *done == WorkDone::NamedRecipient))
    };
    assert_eq!(named(&life), None);
    life.does(&clinician(), &safe_route());
    life.tick();
    assert_eq!(named(&life), Some(true));
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
