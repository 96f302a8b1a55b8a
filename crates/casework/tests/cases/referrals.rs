//! How referrals begin, come back, are completed, taken back and countersigned; facts, records and advice.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting::TaskKind,
    case::Phase,
    codes::{Approval, InitiatedBy, Outcome, Reason},
    command::Command,
    decide,
    facts::Supplier,
    refusal::Refusal,
};
use serde_json::json;

fn complete() -> Command {
    Command::Complete { part: json!({"person": {"age": 34}}), missing: vec![] }
}

fn open_record() -> Command {
    Command::OpenRecord { reason: blob(1) }
}

fn advise(current: Option<casework::verdict::Verdict>) -> Command {
    Command::Advise { text: blob(1), current: current.map(Box::new) }
}

fn returned() -> Life {
    let verdict = opening(vec![return_it()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Return));
    let done = life.does(&clinician(), &approve(&verdict, 1, Approval::TreatingClinicianOpinion));
    assert_eq!(done, ["approval-given", "referral-returned", "notice-due"]);
    life
}

#[test]
fn officers_ask_and_health_staff_report_and_nobody_else_begins_a_case() {
    for origin in [InitiatedBy::Requester, InitiatedBy::HealthService, InitiatedBy::DutyHolder] {
        for role in Role::ALL {
            let actor = of_role("somebody", role);
            let new = casework::command::NewReferral {
                case: casework::id::CaseId::from_bytes([1; 16]),
                reference: casework::id::Reference::new(&unit(), [1; 8]),
                unit: unit(),
                trust: trust(),
                origin,
                recipient: None,
                caller: None,
                question: blob(1),
                identity: None,
                facts: facts(),
                missing: vec![],
            };
            let may = match origin {
                InitiatedBy::Requester => role == Role::Officer,
                InitiatedBy::HealthService | InitiatedBy::DutyHolder => {
                    matches!(role, Role::HealthWorker | Role::Clinician)
                }
            };
            let begun = decide::receive(new, &support_context(&actor));
            assert_eq!(begun.is_ok(), may, "{origin} {role:?}");
            if let Err(refusal) = begun {
                assert_eq!(refusal, Refusal::NotYourRole);
            }
        }
    }
}

fn support_context(actor: &casework::actor::Actor) -> casework::command::Context {
    casework::command::Context {
        actor: actor.clone(),
        now: morning("2026-11-02"),
        fresh: casework::command::Fresh::new([0; 32]),
        standing: casework::delegation::Standing::Own,
    }
}

#[test]
fn a_returned_referral_is_completed_and_is_sent_anew() {
    let mut life = returned();
    assert_eq!(life.case.phase, Phase::Returned);
    let sent = life.case.sent;
    life.pass(3_600);
    assert_eq!(life.does(&officer(), &complete()), ["referral-completed"]);
    assert_eq!(life.case.phase, Phase::Open);
    assert_eq!(life.case.sent, sent.plus(3_600));
    assert_eq!(life.case.facts.as_ref().unwrap().person.age, Some(34));
    assert_eq!(life.case, life.replayed());
}

#[test]
fn only_its_officer_completes_it_only_with_their_own_facts_and_only_while_it_is_with_them() {
    let mut life = returned();
    assert_eq!(life.refuses(&of_role("oscar", Role::Officer), &complete()), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&clinician(), &complete()), Refusal::NoSuchCase);
    let theirs = Command::Complete { part: json!({"requester": {"identity": "verified"}}), missing: vec![] };
    assert!(matches!(life.refuses(&officer(), &theirs), Refusal::Facts(_)));
    life.does(&officer(), &complete());
    assert_eq!(life.refuses(&officer(), &complete()), Refusal::NotReturned);
}

#[test]
fn a_returned_report_waits_for_the_health_worker_who_made_it() {
    let verdict = opening(vec![return_it()]);
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    life.does(&clinician(), &propose(&verdict, Outcome::Return));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    assert_eq!(life.case.phase, Phase::Returned);
    let waits = |life: &Life| -> Vec<Role> {
        let tasks = casework::awaiting::tasks(&life.case);
        tasks.iter().filter(|task| task.kind == TaskKind::Complete).map(|task| task.role).collect()
    };
    assert_eq!(waits(&life), [Role::HealthWorker]);
    let colleague = of_role("another", Role::HealthWorker);
    assert_eq!(life.refuses(&colleague, &complete()), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&officer(), &complete()), Refusal::NoSuchCase);
    assert_eq!(life.does(&health_worker(), &complete()), ["referral-completed"]);
    assert!(waits(&life).is_empty());
}

#[test]
fn nothing_is_worked_on_while_the_referral_is_with_the_officer() {
    let verdict = opening(vec![routine()]);
    let mut life = returned();
    for command in [open_record(), propose(&verdict, Outcome::Disclose), advise(Some(verdict.clone()))] {
        assert_eq!(life.refuses(&clinician(), &command), Refusal::Returned);
    }
}

#[test]
fn nothing_is_worked_on_once_the_referral_was_taken_back() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&officer(), &Command::Withdraw);
    assert_eq!(life.case.phase, Phase::Withdrawn);
    for command in [
        open_record(),
        propose(&verdict, Outcome::Disclose),
        approve(&verdict, 1, Approval::TreatingClinicianOpinion),
        advise(Some(verdict.clone())),
    ] {
        assert_eq!(life.refuses(&clinician(), &command), Refusal::Withdrawn);
    }
}

#[test]
fn taking_back_is_answered_alike_whatever_became_of_the_case() {
    let mut open = Life::begin();
    assert_eq!(open.does(&officer(), &Command::Withdraw), ["referral-withdrawn"]);
    assert!(open.does(&officer(), &Command::Withdraw).is_empty());
    open.does(&clinician(), &Command::Close { reasons: blob(1) });
    assert!(open.does(&officer(), &Command::Withdraw).is_empty());
    assert_eq!(open.refuses(&of_role("oscar", Role::Officer), &Command::Withdraw), Refusal::NoSuchCase);
}

#[test]
fn whoever_is_named_to_receive_cannot_take_back_what_a_health_worker_reported() {
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    assert_eq!(life.refuses(&officer(), &Command::Withdraw), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&officer(), &complete()), Refusal::NoSuchCase);
}

#[test]
fn whoever_is_named_to_receive_sees_nothing_before_the_release() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&clinician(), &approve(&verdict, 1, Approval::TreatingClinicianOpinion));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    assert!(!decide::may_read(&life.case, &officer()));
    let destroyed = Command::ConfirmDestruction { n: 1 };
    assert_eq!(life.refuses(&officer(), &destroyed), Refusal::NoSuchCase);
    life.release(1).unwrap();
    assert!(decide::may_read(&life.case, &officer()));
    assert_eq!(life.refuses(&officer(), &destroyed), Refusal::NotRecalled);
}

#[test]
fn a_supervisor_of_the_same_force_countersigns_once() {
    let mut life = Life::begin();
    assert_eq!(life.refuses(&elsewhere(supervisor()), &Command::Countersign), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&officer(), &Command::Countersign), Refusal::NoSuchCase);
    let herself = also(&officer(), "olive-inspector", Role::Supervisor);
    assert_eq!(life.refuses(&herself, &Command::Countersign), Refusal::SamePerson);
    assert_eq!(life.does(&supervisor(), &Command::Countersign), ["countersigned", "facts-supplied"]);
    assert!(life.case.facts.as_ref().unwrap().requester.countersigned);
    assert_eq!(life.refuses(&supervisor(), &Command::Countersign), Refusal::AlreadyDone);
}

#[test]
fn a_supervisor_gives_a_referral_to_another_officer_of_the_force() {
    let mut life = Life::begin();
    let oscar = of_role("oscar", Role::Officer);
    let to = |to: &Actor| Command::Reassign { to: to.clone() };
    assert_eq!(life.refuses(&elsewhere(supervisor()), &to(&oscar)), Refusal::NoSuchCase);
    for other in [officer(), clinician(), guardian()] {
        assert_eq!(life.refuses(&other, &to(&oscar)), Refusal::NoSuchCase);
    }
    assert_eq!(life.refuses(&supervisor(), &to(&elsewhere(oscar.clone()))), Refusal::NoOfficer);
    assert_eq!(life.refuses(&supervisor(), &to(&clinician())), Refusal::NoOfficer);
    assert_eq!(life.refuses(&supervisor(), &to(&officer())), Refusal::AlreadyDone);
    let herself = also(&supervisor(), "sam-constable", Role::Officer);
    assert_eq!(life.refuses(&supervisor(), &to(&herself)), Refusal::SamePerson);

    assert_eq!(life.does(&supervisor(), &to(&oscar)), ["referral-reassigned"]);
    assert_eq!(life.case.opened_by.account, officer().account);
    assert!(!decide::may_read(&life.case, &officer()));
    assert_eq!(life.refuses(&officer(), &Command::Withdraw), Refusal::NoSuchCase);
    // Whoever has it now cannot sign for themself, nor can whoever signed take it over.
    let inspector = also(&oscar, "oscar-inspector", Role::Supervisor);
    assert_eq!(life.refuses(&inspector, &Command::Countersign), Refusal::SamePerson);
    life.does(&supervisor(), &Command::Countersign);
    let second = of_role("sid", Role::Supervisor);
    assert_eq!(life.refuses(&second, &to(&herself)), Refusal::SamePerson);
    assert_eq!(life.does(&second, &to(&officer())), ["referral-reassigned"]);
    assert_eq!(life.does(&officer(), &Command::Withdraw), ["referral-withdrawn"]);
}

#[test]
fn what_a_health_worker_reports_is_no_officers_to_be_given_on() {
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    let to = Command::Reassign { to: of_role("oscar", Role::Officer) };
    assert_eq!(life.refuses(&supervisor(), &to), Refusal::NoSuchCase);
}

#[test]
fn facts_are_supplied_by_those_whose_they_are() {
    let parts = [
        (Supplier::Clinic, clinician(), json!({"concern": {"evidence": "documented"}})),
        (Supplier::Requester, clinician(), json!({"purpose": "save-life"})),
        (Supplier::Safeguarding, safeguarding(), json!({"safeguarding": {"coercion": true}})),
        (Supplier::Legal, legal(), json!({"deferral": {"legal_service_agrees": true}})),
    ];
    for (supplier, theirs, part) in parts {
        let mut life = Life::begin();
        let command = Command::SupplyFacts { supplier, part };
        for role in Role::ALL {
            let actor = of_role("somebody-new", role);
            assert_eq!(life.ask(&actor, &command).is_ok(), role == theirs.role, "{supplier:?} {role:?}");
        }
        assert_eq!(life.does(&theirs, &command), ["facts-supplied"]);
    }
    for supplier in [Supplier::Supervisor, Supplier::Candour] {
        let command = Command::SupplyFacts { supplier, part: json!({}) };
        for role in Role::ALL {
            assert!(Life::begin().ask(&of_role("somebody-new", role), &command).is_err(), "{role:?}");
        }
    }
}

#[test]
fn no_record_is_opened_while_a_third_referral_in_ninety_days_waits_for_the_reviewer() {
    let mut third = facts();
    third.repetition.same_force_referrals_90_days = 2;
    let mut life = Life::of(third);
    assert_eq!(life.refuses(&clinician(), &open_record()), Refusal::RepetitionWaits);
    let review = |agreed| Command::ReviewRepetition { agreed, reasons: blob(1) };
    assert_eq!(life.refuses(&clinician(), &review(true)), Refusal::NotYourRole);
    let twice = also(&officer(), "olive-reviews", Role::Reviewer);
    assert_eq!(life.refuses(&twice, &review(true)), Refusal::SamePerson);
    let mut refused = life.clone();
    refused.does(&reviewer(), &review(false));
    assert_eq!(refused.refuses(&clinician(), &open_record()), Refusal::RepetitionWaits);
    assert_eq!(refused.refuses(&reviewer(), &review(true)), Refusal::AlreadyDone);
    assert_eq!(life.does(&reviewer(), &review(true)), ["repetition-reviewed"]);
    assert_eq!(life.does(&clinician(), &open_record()), ["record-opened"]);
}

#[test]
fn the_reviewer_who_looked_before_the_record_was_opened_is_not_asked_again() {
    let parts = casework::verdict::issue::Open {
        approvals: vec![Approval::CaldicottGuardian, Approval::IndependentReviewerBeforeOpening],
        ..routine()
    };
    let verdict = opening(vec![parts]);
    let mut third = facts();
    third.repetition.same_force_referrals_90_days = 2;
    let mut life = Life::of(third);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    let give = approve(&verdict, 1, Approval::CaldicottGuardian);
    let first = vec![Approval::IndependentReviewerBeforeOpening];
    assert_eq!(life.refuses(&guardian(), &give), Refusal::OthersFirst(first));
    life.does(&reviewer(), &Command::ReviewRepetition { agreed: true, reasons: blob(1) });
    assert_eq!(life.does(&guardian(), &give), ["approval-given", "disclosure-decided", "notice-due"]);
}

#[test]
fn first_and_second_referrals_have_nothing_to_review() {
    let mut second = facts();
    second.repetition.same_force_referrals_90_days = 1;
    let mut life = Life::of(second);
    let review = Command::ReviewRepetition { agreed: true, reasons: blob(1) };
    assert_eq!(life.refuses(&reviewer(), &review), Refusal::NothingToReview);
    life.does(&clinician(), &open_record());
}

#[test]
fn another_units_people_see_no_more_than_an_unknown_case() {
    let verdict = opening(vec![routine(), advice()]);
    let mut life = Life::begin();
    for command in [open_record(), propose(&verdict, Outcome::Disclose), advise(Some(verdict.clone()))] {
        assert_eq!(life.refuses(&elsewhere(clinician()), &command), Refusal::NoSuchCase);
    }
    assert_eq!(life.refuses(&elsewhere(guardian()), &open_record()), Refusal::NoSuchCase);
    for actor in [elsewhere(clinician()), elsewhere(guardian()), elsewhere(supervisor())] {
        assert!(!decide::may_read(&life.case, &actor), "{}", actor.account);
    }
}

#[test]
fn advice_needs_no_proposal_but_an_open_outcome() {
    let mut life = Life::begin();
    assert_eq!(life.does(&clinician(), &advise(Some(opening(vec![advice()])))), ["advice-given"]);
    let mut closed = Life::begin();
    let refusal = closed.refuses(&clinician(), &advise(Some(watching())));
    assert_eq!(refusal, Refusal::OutcomeClosed(vec![Reason::MonitoringRequest]));
    assert_eq!(closed.refuses(&clinician(), &advise(None)), Refusal::OutcomeClosed(vec![]));
}

#[test]
fn advice_with_counts_waits_for_the_guardian() {
    let approvals = vec![Approval::CaldicottGuardian];
    let verdict = opening(vec![casework::verdict::issue::Open { approvals: approvals.clone(), ..advice() }]);
    let mut life = Life::begin();
    assert_eq!(life.refuses(&clinician(), &advise(Some(verdict))), Refusal::OthersFirst(approvals));
}

#[test]
fn an_enquiry_is_answered_and_has_no_record_to_open() {
    let mut life = Life::enquiry();
    assert_eq!(life.refuses(&clinician(), &open_record()), Refusal::EnquiryOnly);
    assert_eq!(life.does(&clinician(), &advise(None)), ["advice-given"]);
    assert_eq!(life.does(&clinician(), &Command::Close { reasons: blob(1) }), ["case-closed"]);
}
