//! Emergencies that an officer without an account tells a clinic of by telephone, and what is read out to somebody who was
//! called back.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting::{self, TaskKind},
    case::ProposalState,
    codes::{Approval, Identity, InitiatedBy, Outcome, Urgency},
    command::Command,
    decide,
    event::Event,
    person,
    promise::PromiseKind,
    refusal::Refusal,
    time::{HOUR, Moment},
    verdict::issue,
};

const SECOND: Approval = Approval::SecondSeniorClinicianTwoPerson;
const ON_CALL: Approval = Approval::OnCallGuardianDeputyThenReviewWithin24h;

/// Decided as every emergency is, and released before witnesses saw it.
fn out(mut life: Life) -> Life {
    let verdict = opening(vec![emergency()]);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&second_clinician(), &approve(&verdict, 1, SECOND));
    life.does(&guardian(), &approve(&verdict, 1, ON_CALL));
    life.release_at_once(1).unwrap();
    life
}

fn read_out(at: Moment) -> Command {
    Command::GiveByTelephone { n: 1, to: blob(13), at }
}

fn police() -> Vec<Actor> {
    vec![officer(), of_role("oscar", Role::Officer), supervisor(), of_role("sam", Role::Supervisor)]
}

#[test]
fn a_clinician_of_the_unit_takes_an_emergency_by_telephone_and_nobody_else() {
    let requester = InitiatedBy::Requester;
    for role in Role::ALL {
        let begun = Life::received(&of_role("somebody", role), requester, Some(caller()), rung());
        if role == Role::Clinician {
            let case = begun.unwrap().case;
            assert_eq!((case.origin, case.caller.as_ref()), (Some(requester), Some(&caller())));
        } else {
            assert_eq!(begun.unwrap_err(), Refusal::NotYourRole, "{role:?}");
        }
    }
    let other = Life::received(&elsewhere(clinician()), requester, Some(caller()), rung());
    assert_eq!(other.unwrap_err(), Refusal::NotYourRole);
    for origin in [InitiatedBy::HealthService, InitiatedBy::DutyHolder] {
        let report = Life::received(&clinician(), origin, Some(caller()), rung());
        assert_eq!(report.unwrap_err(), Refusal::NotYourRole);
    }
}

#[test]
fn nothing_is_taken_by_telephone_but_an_emergency_of_somebody_who_was_called_back() {
    for (urgency, identity) in [
        (Urgency::Immediate, Identity::Unverified),
        (Urgency::Immediate, Identity::Verified),
        (Urgency::SameDay, Identity::VerifiedByCallBack),
    ] {
        let mut facts = rung();
        facts.urgency = urgency;
        facts.requester.identity = identity;
        let begun = Life::received(&clinician(), InitiatedBy::Requester, Some(caller()), facts);
        assert_eq!(begun.unwrap_err(), Refusal::CallerNotVerified, "{urgency} {identity}");
    }
}

#[test]
fn no_account_of_the_force_ever_sees_it() {
    let mut life = out(Life::by_telephone().with_route());
    let now = life.now;
    life.does(&clinician(), &read_out(now));
    assert_eq!(life.case.asking_force(), Some(&caller().force));
    for who in police() {
        assert!(!decide::may_read(&life.case, &who), "{}", who.account);
        for command in [
            Command::Withdraw,
            Command::Countersign,
            Command::Reassign { to: of_role("oscar", Role::Officer) },
            Command::ReportWrongPerson { n: 1, what: blob(1) },
            Command::ConfirmDestruction { n: 1 },
            read_out(now),
        ] {
            assert_eq!(life.refuses(&who, &command), Refusal::NoSuchCase, "{command:?}");
        }
    }
    life.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
    let to_police = |task: &awaiting::Task| matches!(task.role, Role::Officer | Role::Supervisor);
    assert!(!awaiting::tasks(&life.case).iter().any(to_police));
    assert!(!awaiting::tasks(&Life::by_telephone().case).iter().any(to_police));
}

#[test]
fn it_is_decided_and_reviewed_as_every_emergency_is() {
    let mut life = Life::by_telephone();
    let verdict = opening(vec![emergency()]);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    // Whoever took the call is the clinician consulted, and has no other part.
    for (role, approval) in [(Role::SecondClinician, SECOND), (Role::Guardian, ON_CALL)] {
        let herself = also(&clinician(), "clara-again", role);
        assert_eq!(life.refuses(&herself, &approve(&verdict, 1, approval)), Refusal::SamePerson);
    }
    let at = life.now;
    life.does(&clinician(), &by_telephone(&verdict, 1, SECOND, &second_clinician(), at));
    life.does(&clinician(), &by_telephone(&verdict, 1, ON_CALL, &guardian(), at));
    assert_eq!(life.release_at_once(1).unwrap(), ["emergency-released"]);
    assert!(life.case.open_promise(PromiseKind::AfterReview, 1).is_some());
    let owed = |role: Role, kind: TaskKind| {
        awaiting::tasks(&life.case).iter().any(|task| task.role == role && task.kind == kind)
    };
    assert!(owed(Role::Reviewer, TaskKind::AfterReview));
}

#[test]
fn what_was_released_is_read_out_by_a_clinician_and_stays_released() {
    let mut life = out(Life::by_telephone());
    let now = life.now;
    assert_eq!(life.does(&clinician(), &read_out(now)), ["given-by-telephone"]);
    let call = life.case.read_out.first().unwrap();
    assert_eq!((call.n, call.at), (1, now));
    let Some((Event::GivenByTelephone { to, .. }, _)) = life.recorded.last() else { panic!() };
    assert_eq!(to, &blob(13));
    assert_eq!(call.by.account, clinician().account);
    assert_eq!(life.state_of(1), ProposalState::Released);
    // To a second officer of the force too, each time a record of its own.
    life.does(&of_role("colin", Role::Clinician), &read_out(now));
    assert_eq!(life.case.read_out.len(), 2);
    assert_eq!(life.case, life.replayed());
}

#[test]
fn nothing_is_read_out_before_it_is_released_or_after_it_was_recalled() {
    let verdict = opening(vec![emergency()]);
    let mut life = Life::by_telephone();
    let now = life.now;
    assert_eq!(life.refuses(&clinician(), &read_out(now)), Refusal::NoSuchProposal);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.refuses(&clinician(), &read_out(now)), Refusal::NotReleased);
    let mut life = out(Life::by_telephone());
    for at in [now.plus(-HOUR), now.plus(1)] {
        assert_eq!(life.refuses(&clinician(), &read_out(at)), Refusal::ReadOutTimes);
    }
    for role in [Role::SecondClinician, Role::Guardian, Role::Legal, Role::Reviewer] {
        assert_eq!(life.refuses(&of_role("somebody", role), &read_out(now)), Refusal::NotYourRole);
    }
    assert_eq!(life.refuses(&elsewhere(clinician()), &read_out(now)), Refusal::NoSuchCase);
    life.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
    assert_eq!(life.refuses(&clinician(), &read_out(now)), Refusal::NotReleased);
}

#[test]
fn where_there_is_an_account_only_an_emergency_is_read_out_and_never_what_nobody_asked_for() {
    let now = Life::begin().now;
    let mut asked = out(Life::of(rung()));
    assert_eq!(asked.does(&clinician(), &read_out(now)), ["given-by-telephone"]);

    let short = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let mut routine = Life::begin();
    routine.does(&clinician(), &propose(&short, Outcome::Disclose));
    routine.does(&guardian(), &approve(&short, 1, Approval::CaldicottGuardian));
    routine.release(1).unwrap();
    assert_eq!(routine.refuses(&clinician(), &read_out(now)), Refusal::NotByTelephone);

    let mut own = out(Life::begun_by(&health_worker(), InitiatedBy::HealthService, rung()));
    assert_eq!(own.refuses(&clinician(), &read_out(now)), Refusal::NotByTelephone);
}

#[test]
fn a_clinician_records_what_the_force_says_of_destruction_where_it_has_no_account_in_the_case() {
    for (answer, kind) in [
        (Command::ConfirmDestruction { n: 1 }, "destruction-confirmed"),
        (Command::RefuseDestruction { n: 1, law: blob(2) }, "destruction-refused"),
    ] {
        let mut life = out(Life::by_telephone());
        assert_eq!(life.refuses(&clinician(), &answer), Refusal::NotRecalled);
        life.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
        let waits = |life: &Life| {
            let theirs = |task: &awaiting::Task| {
                task.role == Role::Clinician && task.kind == TaskKind::ConfirmDestruction
            };
            awaiting::tasks(&life.case).iter().any(theirs)
        };
        assert!(waits(&life));
        assert_eq!(life.refuses(&guardian(), &answer), Refusal::NotYourRole);
        assert_eq!(life.does(&clinician(), &answer), [kind]);
        assert_eq!(life.state_of(1), ProposalState::Settled);
        assert!(!waits(&life) && life.case.open_promise(PromiseKind::Destruction, 1).is_none());
    }
    // Of what an account reads, the officer answers.
    let mut asked = out(Life::of(rung()));
    asked.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
    assert_eq!(asked.refuses(&clinician(), &Command::ConfirmDestruction { n: 1 }), Refusal::NoSuchCase);
}

#[test]
fn the_person_hears_which_force_asked_and_that_it_was_read_out_once_they_are_told() {
    let mut life = out(Life::by_telephone());
    let now = life.now;
    life.does(&clinician(), &read_out(now));
    assert_eq!(person::seen(&life.case), None);
    life.does(&clinician(), &safe_route());
    life.tick();
    let seen = person::seen(&life.case).unwrap();
    assert_eq!(seen.force, Some(caller().force));
    assert_eq!(seen.read_out, [(Role::Clinician, now)]);
}
