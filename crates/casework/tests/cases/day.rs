//! An ordinary day: who stands back from a case, with whom it is, and the time spent on it.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting,
    codes::{Approval, Outcome},
    command::Command,
    conflict::ConflictKind,
    decide::{self, MINUTES},
    delegation::{Delegation, Scope, Standing},
    event::Telephone,
    refusal::Refusal,
    verdict::issue,
};

fn declare() -> Command {
    Command::DeclareConflict { why: ConflictKind::KnowsPerson, text: None }
}

fn withdraw(n: u32) -> Command {
    Command::WithdrawConflict { n, reasons: blob(1) }
}

fn hand_over(to: Option<&Actor>) -> Command {
    Command::HandOver { to: to.cloned(), note: blob(1) }
}

fn colin() -> Actor {
    of_role("colin", Role::Clinician)
}

#[test]
fn whoever_stands_back_neither_opens_the_case_nor_acts_in_it_from_any_account() {
    let mut life = Life::begin();
    assert_eq!(life.does(&clinician(), &declare()), ["conflict-declared"]);
    let again = also(&clinician(), "clara-2", Role::SecondClinician);
    for actor in [clinician(), again] {
        assert!(!decide::reads_as_clinic(&life.case, &actor));
        assert!(!decide::may_read(&life.case, &actor));
        assert!(decide::stands_back(&life.case, &actor));
        for command in [declare(), Command::OpenRecord { reason: blob(1) }, Command::Take, withdraw(1)] {
            assert_eq!(life.refuses(&actor, &command), Refusal::ConflictDeclared);
        }
    }
    // Everybody else goes on.
    assert!(decide::reads_as_clinic(&life.case, &colin()));
    life.does(&colin(), &Command::OpenRecord { reason: blob(1) });
}

#[test]
fn standing_back_is_for_those_who_would_read_the_case() {
    let mut life = Life::begin();
    for actor in [officer(), supervisor(), elsewhere(clinician()), of_role("ada", Role::Administrator)] {
        assert_eq!(life.refuses(&actor, &declare()), Refusal::NoSuchCase);
    }
    for actor in [second_clinician(), guardian(), safeguarding(), legal(), reviewer()] {
        life.does(&actor, &declare());
    }
    // What somebody began themselves, a report under a duty above all, they cannot lay down in this way.
    let own = also(&officer(), "olive-2", Role::Guardian);
    assert_eq!(life.refuses(&own, &declare()), Refusal::OwnCase);
}

#[test]
fn only_the_guardian_lets_somebody_back_and_never_themselves() {
    let mut life = Life::begin();
    life.does(&clinician(), &declare());
    for actor in [colin(), legal(), reviewer()] {
        assert_eq!(life.refuses(&actor, &withdraw(1)), Refusal::NotYourRole);
    }
    assert_eq!(life.refuses(&guardian(), &withdraw(2)), Refusal::NoConflict);
    assert_eq!(life.refuses(&guardian(), &withdraw(0)), Refusal::NoConflict);
    life.does(&guardian(), &declare());
    assert_eq!(life.refuses(&guardian(), &withdraw(2)), Refusal::ConflictDeclared);
    let deputy = of_role("grace", Role::Guardian);
    assert_eq!(life.does(&deputy, &withdraw(1)), ["conflict-withdrawn"]);
    assert_eq!(life.refuses(&deputy, &withdraw(1)), Refusal::AlreadyDone);
    assert!(decide::reads_as_clinic(&life.case, &clinician()));
    assert!(!decide::reads_as_clinic(&life.case, &guardian()));
}

#[test]
fn no_approval_by_telephone_is_recorded_for_whoever_stands_back() {
    let verdict = opening(vec![emergency()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &declare());
    let Command::Approve { n, approval, agreed, reasons, standing, current, .. } =
        approve(&verdict, 1, Approval::CaldicottGuardian)
    else {
        unreachable!()
    };
    let telephone = Some(Telephone {
        account: guardian().account,
        individual: guardian().individual,
        role: Role::Guardian,
        at: life.now,
    });
    let command = Command::Approve { n, approval, agreed, reasons, telephone, standing, current };
    assert_eq!(life.refuses(&clinician(), &command), Refusal::ColleagueStandsBack);
    assert_eq!(life.refuses(&elsewhere(clinician()), &command), Refusal::NoSuchCase);
}

#[test]
fn a_case_is_taken_handed_over_and_put_back_and_nobody_is_locked_out() {
    let mut life = Life::begin();
    life.does(&clinician(), &Command::Take);
    assert_eq!(life.refuses(&clinician(), &Command::Take), Refusal::AlreadyDone);
    // A colleague acts in it, and takes it over.
    life.does(&colin(), &Command::OpenRecord { reason: blob(1) });
    life.does(&colin(), &Command::Take);
    life.does(&clinician(), &hand_over(Some(&of_role("cora", Role::Clinician))));
    assert_eq!(life.case.holder.as_ref().unwrap().account.as_str(), "cora");
    life.does(&colin(), &hand_over(None));
    assert_eq!(life.case.holder, None);
    assert_eq!(life.refuses(&colin(), &hand_over(None)), Refusal::AlreadyDone);
    for actor in [second_clinician(), guardian(), legal()] {
        assert_eq!(life.refuses(&actor, &Command::Take), Refusal::NotYourRole);
    }
    assert_eq!(life.refuses(&officer(), &Command::Take), Refusal::NoSuchCase);
}

#[test]
fn a_case_is_handed_to_a_clinician_of_the_unit_who_does_not_stand_back() {
    let mut life = Life::begin();
    for to in [elsewhere(colin()), second_clinician(), guardian(), officer(), clinician()] {
        assert_eq!(life.refuses(&clinician(), &hand_over(Some(&to))), Refusal::NoColleague);
    }
    life.does(&clinician(), &hand_over(Some(&colin())));
    life.does(&colin(), &declare());
    assert_eq!(life.case.holder, None, "it is nobody's once its holder stands back");
    assert_eq!(life.refuses(&clinician(), &hand_over(Some(&colin()))), Refusal::ColleagueStandsBack);
}

#[test]
fn time_is_recorded_in_the_spans_that_there_are_and_taken_back_by_whoever_recorded_it() {
    let mut life = Life::begin();
    let spend = |minutes| Command::SpendTime { minutes };
    let back = |minutes| Command::TakeTimeBack { minutes };
    for minutes in MINUTES {
        life.does(&clinician(), &spend(minutes));
    }
    for minutes in [0, 1, 45, 61, u32::MAX] {
        assert_eq!(life.refuses(&clinician(), &spend(minutes)), Refusal::Minutes);
    }
    assert_eq!(life.refuses(&colin(), &back(15)), Refusal::NoTime);
    life.does(&clinician(), &back(15));
    assert_eq!(life.refuses(&clinician(), &back(15)), Refusal::NoTime);
    assert_eq!(life.case.time.iter().map(|(_, minutes)| minutes).sum::<u32>(), 95);
    assert_eq!(life.refuses(&reviewer(), &spend(5)), Refusal::NotYourRole);
    assert_eq!(life.refuses(&officer(), &spend(5)), Refusal::NoSuchCase);
}

#[test]
fn what_is_waited_for_goes_on_waiting_as_long_as_it_has() {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    let before = awaiting::tasks(&life.case);
    assert!(before.iter().any(|task| task.kind == awaiting::TaskKind::SafeRoute));
    life.pass(7_200);
    life.does(&clinician(), &Command::Take);
    life.does(&clinician(), &Command::SpendTime { minutes: 5 });
    life.does(&colin(), &declare());
    assert_eq!(awaiting::tasks(&life.case), before);
}

/// What a deputy approves, by the days of what was delegated to them.
fn approved_by_a_deputy(
    verdict: &casework::verdict::Verdict,
    approval: Approval,
    standing: Standing,
) -> Command {
    let Command::Approve { n, agreed, reasons, telephone, current, .. } = approve(verdict, 1, approval)
    else {
        unreachable!()
    };
    Command::Approve { n, approval, agreed, reasons, telephone, standing, current }
}

#[test]
fn a_deputy_approves_on_the_days_of_a_delegation_and_on_no_other() {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    let today = life.now.day();
    let until = |last: casework::time::Day| Standing::Deputy {
        delegations: vec![Delegation {
            first: today.plus_days(-30),
            last,
            scope: Scope::Every,
            revoked: false,
        }],
        on_call: false,
    };
    let grace = of_role("grace", Role::Guardian);
    let tried = |standing| approved_by_a_deputy(&verdict, Approval::CaldicottGuardian, standing);
    let over = today.plus_days(-1);
    assert_eq!(life.refuses(&grace, &tried(until(over))), Refusal::DelegationEnded(over));
    // Whose case it is comes first: elsewhere there is no such case, whatever was delegated.
    assert_eq!(life.refuses(&elsewhere(grace.clone()), &tried(until(over))), Refusal::NoSuchCase);
    let nothing = Standing::Deputy { delegations: Vec::new(), on_call: true };
    assert_eq!(life.refuses(&grace, &tried(nothing.clone())), Refusal::NotDelegated);
    life.does(&colin(), &declare());
    assert_eq!(life.refuses_in(&grace, &nothing, &withdraw(1)), Refusal::NotDelegated);
    assert!(life.does(&grace, &tried(until(today))).contains(&"disclosure-decided"));
}

#[test]
fn whatever_is_the_guardians_to_decide_a_deputy_decides_under_a_delegation() {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let grace = of_role("grace", Role::Guardian);
    let mut released = Life::begin();
    released.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    released.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    released.release(1).unwrap();
    let reasons = blob(1);
    let tried = [
        (Life::begin(), propose(&verdict, Outcome::Disclose)),
        (released.clone(), Command::Recall { n: 1, reasons: reasons.clone() }),
        (released.clone(), Command::Close { reasons }),
    ];
    let nothing = Standing::Deputy { delegations: Vec::new(), on_call: true };
    for (mut life, command) in tried {
        let day = life.now.day();
        let of = |scope, revoked| Standing::Deputy {
            delegations: vec![Delegation { first: day, last: day, scope, revoked }],
            on_call: false,
        };
        let refused = |life: &mut Life, standing: &Standing| life.ask_in(&grace, standing, &command).err();
        assert_eq!(refused(&mut life, &nothing), Some(Refusal::NotDelegated), "{command:?}");
        assert_eq!(refused(&mut life, &Standing::Unclear), Some(Refusal::WhoIsGuardian), "{command:?}");
        let revoked = of(Scope::Every, true);
        assert_eq!(refused(&mut life, &revoked), Some(Refusal::DelegationRevoked), "{command:?}");
        // With a delegation it is answered as the guardian's would be, a refusal of another kind included.
        let own = refused(&mut life, &Standing::Own);
        assert_eq!(refused(&mut life, &of(Scope::Every, false)), own, "{command:?}");
        assert_eq!(
            life.refuses_in(&elsewhere(grace.clone()), &nothing, &command),
            Refusal::NoSuchCase,
            "{command:?}"
        );
    }
    // At night, on call, they end an access and decide nothing else.
    let day = released.now.day();
    let nights = |on_call| Standing::Deputy {
        delegations: vec![Delegation { first: day, last: day, scope: Scope::OnCall, revoked: false }],
        on_call,
    };
    let recall = Command::Recall { n: 1, reasons: blob(1) };
    assert_eq!(released.refuses_in(&grace, &nights(false), &recall), Refusal::NotOnCall);
    assert!(released.ask_in(&grace, &nights(true), &recall).is_ok());
    let close = Command::Close { reasons: blob(1) };
    assert_eq!(released.refuses_in(&grace, &nights(true), &close), Refusal::BeyondDelegation);
}

#[test]
fn what_is_not_the_guardians_alone_asks_for_no_delegation() {
    let mut life = Life::begin();
    let grace = of_role("grace", Role::Guardian);
    let nothing = Standing::Deputy { delegations: Vec::new(), on_call: false };
    for command in [declare(), Command::SpendTime { minutes: 5 }] {
        assert!(life.ask_in(&grace, &nothing, &command).is_ok(), "{command:?}");
    }
}
