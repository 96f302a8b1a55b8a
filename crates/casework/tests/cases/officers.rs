//! What an officer may know: five states of what was sent, and every ending without information alike.

use crate::support::*;
use casework::{
    actor::Role,
    awaiting::{self, TaskKind},
    codes::{Approval, Outcome, Urgency},
    command::Command,
    facts::Supplier,
    officer::{EMERGENCY_SECONDS, OfficerState, ROUTINE_SECONDS, fixed_time, state},
    time::HOUR,
    verdict::issue,
};
use serde_json::json;

fn guardian_alone() -> issue::Open {
    issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }
}

fn decides(life: &mut Life, parts: Option<issue::Open>, outcome: Outcome) {
    let verdict = opening(parts.into_iter().collect());
    let n = u32::try_from(life.case.proposals.len()).unwrap() + 1;
    life.does(&clinician(), &propose(&verdict, outcome));
    let who = if outcome == Outcome::OfferCare { clinician() } else { guardian() };
    let approval = if outcome == Outcome::OfferCare {
        Approval::TreatingClinicianOpinion
    } else {
        Approval::CaldicottGuardian
    };
    life.does(&who, &approve(&verdict, n, approval));
}

#[test]
fn every_ending_without_information_looks_the_same_at_every_moment() {
    let endings: Vec<(&str, Life)> = vec![
        ("nothing at all", Life::begin()),
        ("refused", {
            let mut life = Life::begin();
            decides(&mut life, None, Outcome::Refuse);
            life
        }),
        ("refused, told and closed", {
            let mut life = Life::begin().with_route();
            decides(&mut life, None, Outcome::Refuse);
            life.tick();
            life.does(&clinician(), &Command::Close { reasons: blob(1) });
            life
        }),
        ("care offered", {
            let mut life = Life::begin();
            decides(&mut life, Some(care()), Outcome::OfferCare);
            life
        }),
        ("decided and never released", {
            let mut life = Life::begin();
            decides(&mut life, Some(guardian_alone()), Outcome::Disclose);
            life
        }),
        ("declined", {
            let verdict = opening(vec![guardian_alone()]);
            let mut life = Life::begin();
            life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
            life.does(&guardian(), &decline(&verdict, 1, Approval::CaldicottGuardian));
            life
        }),
        ("taken back", {
            let mut life = Life::begin();
            life.does(&officer(), &Command::Withdraw);
            life
        }),
    ];
    let sent = Life::begin().case.sent;
    for (name, life) in &endings {
        for at in [0, 1, HOUR, EMERGENCY_SECONDS, ROUTINE_SECONDS - 1, ROUTINE_SECONDS, 2 * ROUTINE_SECONDS] {
            let expected =
                if at < ROUTINE_SECONDS { OfficerState::Sent } else { OfficerState::NoInformation };
            assert_eq!(state(&life.case, sent.plus(at)), expected, "{name} after {at} s");
        }
    }
}

#[test]
fn an_emergency_has_a_fixed_time_of_its_own() {
    let mut marked = facts();
    marked.urgency = Urgency::Immediate;
    let life = Life::of(marked);
    assert_eq!(fixed_time(&life.case), life.case.sent.plus(EMERGENCY_SECONDS));
    let before = fixed_time(&life.case).plus(-1);
    assert_eq!(state(&life.case, before), OfficerState::Sent);
    assert_eq!(state(&life.case, fixed_time(&life.case)), OfficerState::NoInformation);
}

#[test]
fn what_the_clinic_corrects_does_not_move_the_fixed_time() {
    for (marked, corrected) in [(Urgency::Immediate, "routine"), (Urgency::Routine, "immediate")] {
        let mut asked = facts();
        asked.urgency = marked;
        let mut life = Life::of(asked);
        let fixed = fixed_time(&life.case);
        let part = json!({"urgency": corrected});
        life.does(&clinician(), &Command::SupplyFacts { supplier: Supplier::Requester, part });
        assert_eq!(fixed_time(&life.case), fixed);
        decides(&mut life, Some(return_it()), Outcome::Return);
        life.does(&officer(), &Command::Complete { part: json!({}), missing: vec![] });
        assert_eq!(life.case.marked_immediate(), marked == Urgency::Immediate);
    }
}

#[test]
fn what_the_officer_says_on_completing_moves_the_fixed_time() {
    let mut life = Life::begin();
    decides(&mut life, Some(return_it()), Outcome::Return);
    life.pass(HOUR);
    life.does(&officer(), &Command::Complete { part: json!({"urgency": "immediate"}), missing: vec![] });
    assert_eq!(fixed_time(&life.case), life.now.plus(EMERGENCY_SECONDS));
}

#[test]
fn information_is_ready_when_it_was_released_or_advice_was_given() {
    let mut life = Life::begin();
    decides(&mut life, Some(guardian_alone()), Outcome::Disclose);
    assert_eq!(state(&life.case, life.now), OfficerState::Sent);
    life.release(1).unwrap();
    assert_eq!(state(&life.case, life.now), OfficerState::InformationReady);
    assert_eq!(state(&life.case, life.now.plus(2 * ROUTINE_SECONDS)), OfficerState::InformationReady);

    let mut advised = Life::begin();
    let current = Some(Box::new(opening(vec![advice()])));
    advised.does(&clinician(), &Command::Advise { text: blob(1), current });
    assert_eq!(state(&advised.case, advised.now), OfficerState::InformationReady);
}

#[test]
fn a_returned_referral_says_so_until_the_fixed_time() {
    let mut life = Life::begin();
    decides(&mut life, Some(return_it()), Outcome::Return);
    assert_eq!(state(&life.case, life.now), OfficerState::Returned);
    assert_eq!(state(&life.case, fixed_time(&life.case)), OfficerState::NoInformation);
    life.does(&officer(), &Command::Complete { part: json!({}), missing: vec![] });
    assert_eq!(state(&life.case, life.now), OfficerState::Sent);
}

#[test]
fn an_officer_is_told_what_they_were_told_when_they_sent_it() {
    let mut life = Life::begin();
    let part = json!({"concern": {"evidence": "documented"}});
    life.does(&clinician(), &Command::SupplyFacts { supplier: Supplier::Clinic, part });
    decides(&mut life, Some(return_it()), Outcome::Return);
    assert_eq!(life.case.returned, life.case.missing);
}

#[test]
fn an_officers_task_does_not_move_with_what_the_clinic_does() {
    let mut life = Life::begin();
    decides(&mut life, Some(return_it()), Outcome::Return);
    let theirs = |life: &Life| -> Vec<awaiting::Task> {
        awaiting::tasks(&life.case).into_iter().filter(|t| t.role == Role::Officer).collect()
    };
    let before = theirs(&life);
    assert_eq!(before.first().map(|t| t.kind), Some(TaskKind::Complete));
    life.pass(HOUR);
    life.does(&clinician(), &safe_route());
    assert_eq!(theirs(&life), before);
}

#[test]
fn a_countersignature_waits_whatever_the_clinic_does_until_it_is_given_or_the_referral_taken_back() {
    let waits = |life: &Life| -> Vec<awaiting::Task> {
        awaiting::tasks(&life.case).into_iter().filter(|t| t.role == Role::Supervisor).collect()
    };
    let new = Life::begin();
    let expected = waits(&new);
    assert_eq!(
        expected.iter().map(|t| (t.kind, t.since)).collect::<Vec<_>>(),
        [(TaskKind::Countersign, new.case.sent)]
    );
    let returned = {
        let mut life = Life::begin();
        decides(&mut life, Some(return_it()), Outcome::Return);
        life
    };
    let released = {
        let mut life = Life::begin();
        decides(&mut life, Some(guardian_alone()), Outcome::Disclose);
        life.release(1).unwrap();
        life
    };
    let closed = {
        let mut life = Life::begin().with_route();
        decides(&mut life, None, Outcome::Refuse);
        life.tick();
        life.does(&clinician(), &Command::Close { reasons: blob(1) });
        life
    };
    for life in [new, returned, released, closed] {
        assert_eq!(waits(&life), expected);
        for (who, command) in [(supervisor(), Command::Countersign), (officer(), Command::Withdraw)] {
            let mut life = life.clone();
            life.does(&who, &command);
            assert!(waits(&life).is_empty(), "{command:?}");
        }
    }
    // Closed by the clinic after it was taken back, it does not come again.
    let mut taken_back = Life::begin();
    taken_back.does(&officer(), &Command::Withdraw);
    taken_back.does(&clinician(), &Command::Close { reasons: blob(1) });
    assert!(waits(&taken_back).is_empty());
}

#[test]
fn a_referral_whose_disclosure_was_recalled_is_not_to_be_considered_again() {
    let mut life = Life::begin();
    decides(&mut life, Some(guardian_alone()), Outcome::Disclose);
    life.release(1).unwrap();
    life.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
    let kinds: Vec<TaskKind> = awaiting::tasks(&life.case).into_iter().map(|t| t.kind).collect();
    assert!(!kinds.contains(&TaskKind::ConsiderReferral), "{kinds:?}");
    assert!(kinds.contains(&TaskKind::ConfirmDestruction));
}
