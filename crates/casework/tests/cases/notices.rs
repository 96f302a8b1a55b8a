//! Telling the person: when each notice is due, the safe route, and what a disclosure waits for.

use crate::support::*;
use casework::{
    case::NoticeStatus,
    codes::{Approval, NoticeRule, Outcome},
    command::Command,
    decide::{self, clock},
    event::{ClockStart, Escalation},
    notice::ROUTE_FRESH_SECONDS,
    refusal::Refusal,
    verdict::issue,
};

const BEFORE: NoticeRule = NoticeRule::NotifyBeforeDisclosureUnlessUnsafe;

fn guardian_alone() -> issue::Open {
    issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }
}

/// A disclosure decided on Monday 2 November 2026, with notice by this rule.
fn decided(mut life: Life, rule: NoticeRule) -> Life {
    let verdict = opening(vec![told(guardian_alone(), rule)]);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life
}

fn start(start: ClockStart) -> Command {
    Command::StartNoticeClock { start }
}

fn unsafe_to_tell() -> Command {
    Command::RecordNoticeUnsafe { n: 1, reasons: blob(1) }
}

#[test]
fn every_notice_that_a_decision_starts_is_due_on_the_day_of_its_row() {
    for (rule, due) in [
        (NoticeRule::NotifyNow, "2026-11-04"),
        (NoticeRule::NotifyNowChildParentOnlyIfChildAgrees, "2026-11-04"),
        (NoticeRule::NotifyChildAndParentUnlessUnsafe, "2026-11-04"),
        (NoticeRule::NotifyBeforeDisclosureUnlessUnsafe, "2026-11-05"),
        (NoticeRule::NotifyParentOrCarerNow, "2026-11-02"),
        (NoticeRule::NotifyViaSafeContactAgreedWithPatient, "2026-11-09"),
        (NoticeRule::NotifyRepresentativeOrOnRecovery, "2026-11-09"),
        (NoticeRule::NotifyNextOfKinViaCoroner, "2026-11-09"),
    ] {
        let mut life = decided(Life::begin(), rule);
        assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day(due))), "{rule}");
        let owed = life.case.promises.values().find(|p| p.open).unwrap();
        assert_eq!(owed.until, day(due), "{rule}");
        // Without a route it is the reviewer's when the day has passed, and not a second earlier.
        assert!(life.tick_until(day(due).end()).is_empty(), "{rule}");
        assert_eq!(life.tick_until(day(due).end().plus(1)), ["notice-escalated"], "{rule}");
        // With one it goes at once.
        assert_eq!(decided(Life::begin().with_route(), rule).tick(), ["notice-sent"], "{rule}");
    }
}

#[test]
fn notices_that_wait_for_a_finding_or_a_recovery_are_due_from_then() {
    for (rule, begins, due) in [
        (NoticeRule::NotifyOnFinding, ClockStart::Found, "2026-11-16"),
        (NoticeRule::NotifyOnRecoveryWithin72Hours, ClockStart::Recovered, "2026-11-15"),
    ] {
        let mut life = decided(Life::begin().with_route(), rule);
        assert_eq!(life.notice_of(1), NoticeStatus::Due(None), "{rule}");
        assert_eq!(clock::wake(&life.case), None, "{rule}");
        life.on("2026-11-12");
        assert!(life.tick().is_empty(), "{rule}");
        assert_eq!(life.does(&clinician(), &start(begins)), ["notice-clock-started"]);
        assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day(due))), "{rule}");
        life.does(&clinician(), &Command::ConfirmSafeRoute);
        assert_eq!(life.tick(), ["notice-sent"], "{rule}");
        let owed: Vec<bool> = life.case.promises.values().map(|p| p.open).collect();
        assert_eq!(owed, [false], "{rule}: what was promised when the clock started was kept");
        assert_eq!(life.refuses(&clinician(), &start(begins)), Refusal::AlreadyDone);
    }
}

#[test]
fn somebody_found_before_the_decision_is_told_after_it() {
    for (rule, begins) in [
        (NoticeRule::NotifyOnFinding, ClockStart::Found),
        (NoticeRule::NotifyOnRecoveryWithin72Hours, ClockStart::Recovered),
    ] {
        let mut life = Life::begin().with_route();
        life.does(&clinician(), &start(begins));
        let mut life = decided(life, rule);
        assert!(matches!(life.notice_of(1), NoticeStatus::Due(Some(_))), "{rule}");
        assert_eq!(life.tick(), ["notice-sent"], "{rule}");
        assert!(life.case.promises.values().all(|p| !p.open), "{rule}");
    }
}

#[test]
fn a_recovery_makes_no_other_notice_later() {
    let mut life = decided(Life::begin(), NoticeRule::NotifyRepresentativeOrOnRecovery);
    life.on("2026-11-09");
    life.does(&clinician(), &start(ClockStart::Recovered));
    assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day("2026-11-09"))));
}

#[test]
fn nobody_identified_is_owed_nothing() {
    let mut life = decided(Life::begin().with_route(), NoticeRule::NoNoticeNoPersonIdentified);
    assert_eq!(life.notice_of(1), NoticeStatus::Never);
    assert!(life.case.promises.is_empty());
    assert!(life.tick_until(morning("2027-11-02")).is_empty());
}

#[test]
fn a_route_counts_for_seven_days_after_it_was_confirmed() {
    let mut life = decided(Life::begin().with_route(), NoticeRule::NotifyNow);
    life.pass(ROUTE_FRESH_SECONDS);
    assert!(clock::sent(&life.case, life.now, 1, blob(6)).is_ok());
    life.pass(1);
    assert_eq!(clock::sent(&life.case, life.now, 1, blob(6)), Err(Refusal::NoRoute));
    assert_eq!(life.tick(), ["notice-escalated"]);
    life.does(&clinician(), &Command::ConfirmSafeRoute);
    assert_eq!(life.tick(), ["notice-sent"]);
}

#[test]
fn a_route_is_confirmed_only_where_there_is_one() {
    let mut life = Life::begin();
    assert_eq!(life.refuses(&clinician(), &Command::ConfirmSafeRoute), Refusal::NoRoute);
    assert_eq!(life.refuses(&guardian(), &safe_route()), Refusal::NotYourRole);
}

#[test]
fn a_notice_is_sent_once_and_keeps_its_promise() {
    let mut life = decided(Life::begin().with_route(), NoticeRule::NotifyNow);
    assert_eq!(life.tick(), ["notice-sent"]);
    assert_eq!(life.notice_of(1), NoticeStatus::Sent(life.now));
    assert!(life.case.promises.values().all(|p| !p.open));
    assert_eq!(clock::sent(&life.case, life.now, 1, blob(6)), Err(Refusal::NoNotice));
    assert!(life.tick_until(morning("2027-11-02")).is_empty());
}

#[test]
fn a_disclosure_waits_for_the_notice_that_comes_before_it() {
    let mut life = decided(Life::begin().with_route(), BEFORE);
    assert!(decide::release_waits_for(&life.case, 1));
    assert_eq!(life.release(1), Err(Refusal::NotReady));
    assert_eq!(life.tick(), ["notice-sent"]);
    assert!(!decide::release_waits_for(&life.case, 1));
    life.release(1).unwrap();
}

#[test]
fn a_disclosure_does_not_wait_where_telling_beforehand_is_unsafe_and_the_notice_follows_it() {
    let mut life = decided(Life::begin().with_route(), BEFORE);
    assert_eq!(life.refuses(&guardian(), &unsafe_to_tell()), Refusal::NotYourRole);
    life.does(&clinician(), &unsafe_to_tell());
    assert_eq!(life.refuses(&clinician(), &unsafe_to_tell()), Refusal::AlreadyDone);
    assert!(life.tick().is_empty(), "telling now would be before the disclosure");
    life.release(1).unwrap();
    assert_eq!(life.tick(), ["notice-sent"]);
}

#[test]
fn a_notice_that_would_be_unsafe_is_held_from_person_and_ticker_alike_until_the_release() {
    let mut life = decided(Life::begin(), BEFORE);
    life.does(&clinician(), &unsafe_to_tell());
    assert_eq!(life.tick_until(day("2026-11-06").start()), ["notice-escalated"]);
    life.does(&clinician(), &safe_route());
    assert!(life.tick().is_empty());
    life.release(1).unwrap();
    assert_eq!(life.tick(), ["notice-sent"]);
}

#[test]
fn unsafe_is_recorded_of_notices_that_come_before_and_only_before() {
    let mut now = decided(Life::begin(), NoticeRule::NotifyNow);
    assert_eq!(now.refuses(&clinician(), &unsafe_to_tell()), Refusal::NoNotice);
    let mut told = decided(Life::begin().with_route(), BEFORE);
    told.tick();
    assert_eq!(told.refuses(&clinician(), &unsafe_to_tell()), Refusal::NoNotice);
    told.release(1).unwrap();
    assert_eq!(told.refuses(&clinician(), &unsafe_to_tell()), Refusal::NoNotice);
}

#[test]
fn a_returned_referrals_notice_is_held_for_five_working_days() {
    let verdict = opening(vec![return_it()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Return));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day("2026-11-11"))));
    life.on("2026-11-06");
    life.does(&clinician(), &safe_route());
    assert!(life.tick_until(day("2026-11-09").end()).is_empty());
    assert_eq!(life.tick_until(day("2026-11-10").start()), ["notice-sent"]);
}

#[test]
fn completion_ends_the_holding_of_a_returned_referrals_notice() {
    let verdict = opening(vec![return_it()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Return));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.on("2026-11-03");
    life.does(&officer(), &Command::Complete { part: serde_json::json!({}), missing: vec![] });
    assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day("2026-11-05"))));
    let mut routed = life.clone().with_route();
    assert_eq!(routed.tick(), ["notice-sent"]);
    assert_eq!(life.tick_until(day("2026-11-06").start()), ["notice-escalated"]);
    assert_eq!(life.notice_of(1), NoticeStatus::Escalated(Escalation::NoSafeRoute));
}

#[test]
fn the_ticker_wakes_at_the_first_second_after_the_due_day() {
    let life = decided(Life::begin(), NoticeRule::NotifyNow);
    let wake = clock::wake(&life.case).unwrap();
    assert_eq!(wake, day("2026-11-05").start());
    assert!(clock::due(&life.case, wake.plus(-1)).is_empty());
    assert!(!clock::due(&life.case, wake).is_empty());
}
