//! Notice put off: on a ground, with reasons, within the days of the verdict, and how it ends.

use crate::support::*;
use casework::{
    case::NoticeStatus,
    codes::{Approval, Ground, NoticeRule, Outcome},
    command::Command,
    event::Escalation,
    refusal::Refusal,
    verdict::{Verdict, issue},
};

const MAY: NoticeRule = NoticeRule::MayDeferWithReview;
const HOLD: NoticeRule = NoticeRule::LegalHoldIndependentReviewEvery28Days;

fn by_the_guardian_alone() -> issue::Open {
    issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }
}

fn may_defer() -> Verdict {
    opening(vec![put_off(by_the_guardian_alone(), MAY, Ground::NSafety, 7)])
}

fn legal_hold() -> Verdict {
    opening(vec![put_off(by_the_guardian_alone(), HOLD, Ground::NTa39, 28)])
}

fn decided(mut life: Life, verdict: &Verdict, proposal: &Command) -> Life {
    life.does(&clinician(), proposal);
    life.does(&guardian(), &approve(verdict, 1, Approval::CaldicottGuardian));
    life
}

#[test]
fn a_deferral_ends_between_today_and_the_last_day_of_the_verdict() {
    let verdict = may_defer();
    let mut life = Life::begin();
    for outside in ["2026-11-01", "2026-11-10"] {
        let refusal = life.refuses(&clinician(), &propose_until(&verdict, day(outside)));
        assert_eq!(refusal, Refusal::DeferralDays(7), "{outside}");
    }
    for within in ["2026-11-02", "2026-11-09"] {
        assert!(life.ask(&clinician(), &propose_until(&verdict, day(within))).is_ok(), "{within}");
    }
}

#[test]
fn a_deferral_needs_reasons_of_its_own() {
    let verdict = may_defer();
    let command = propose_with(&verdict, Outcome::Disclose, |d| d.last_day = Some(day("2026-11-05")));
    assert_eq!(Life::begin().refuses(&clinician(), &command), Refusal::DeferralReasons);
}

#[test]
fn a_deferral_falls_with_its_ground_and_with_its_days() {
    for (name, today) in [
        ("another ground", put_off(by_the_guardian_alone(), MAY, Ground::NSch2p2, 7)),
        ("fewer days", put_off(by_the_guardian_alone(), MAY, Ground::NSafety, 3)),
    ] {
        let mut life = Life::begin();
        life.does(&clinician(), &propose_until(&may_defer(), day("2026-11-09")));
        let give = approve(&opening(vec![today]), 1, Approval::CaldicottGuardian);
        assert_eq!(life.refuses(&guardian(), &give), Refusal::VerdictChanged, "{name}");
    }
}

#[test]
fn a_deferral_lapses_by_itself_and_the_notice_goes() {
    let verdict = may_defer();
    let mut life = decided(Life::begin().with_route(), &verdict, &propose_until(&verdict, day("2026-11-06")));
    assert_eq!(life.notice_of(1), NoticeStatus::Deferred(Ground::NSafety, day("2026-11-06")));
    assert!(life.tick_until(day("2026-11-06").end()).is_empty());
    assert_eq!(life.tick_until(day("2026-11-07").start()), ["notice-lapsed", "notice-sent"]);
    assert!(life.case.promises.values().all(|p| !p.open));
}

#[test]
fn a_lapsed_deferral_without_a_safe_route_goes_to_the_reviewer_that_day() {
    let verdict = may_defer();
    let mut life = decided(Life::begin(), &verdict, &propose_until(&verdict, day("2026-11-06")));
    assert_eq!(life.tick_until(day("2026-11-07").start()), ["notice-lapsed", "notice-escalated"]);
    assert_eq!(life.notice_of(1), NoticeStatus::Escalated(Escalation::NoSafeRoute));
    // It goes as soon as there is a route.
    life.does(&clinician(), &safe_route());
    assert_eq!(life.tick(), ["notice-sent"]);
}

#[test]
fn where_notice_may_be_put_off_and_is_not_it_is_owed_in_two_working_days() {
    let verdict = may_defer();
    let life = decided(Life::begin(), &verdict, &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day("2026-11-04"))));
    assert_eq!(life.case.promises.values().filter(|p| p.open).count(), 1);
    let mut routed = life.clone();
    routed.does(&clinician(), &safe_route());
    assert_eq!(routed.tick(), ["notice-sent"]);
    let mut without = life;
    assert_eq!(without.tick_until(day("2026-11-05").start()), ["notice-escalated"]);
}

#[test]
fn a_legal_hold_lasts_the_days_of_the_verdict_unless_fewer_are_asked_for() {
    let verdict = legal_hold();
    let life = decided(Life::begin(), &verdict, &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.notice_of(1), NoticeStatus::Deferred(Ground::NTa39, day("2026-11-30")));
    let mut later = Life::begin();
    let beyond = propose_until(&verdict, day("2026-12-01"));
    assert_eq!(later.refuses(&clinician(), &beyond), Refusal::DeferralDays(28));
}

#[test]
fn a_lapsed_legal_hold_goes_to_legal_and_panel_and_never_by_itself() {
    let verdict = legal_hold();
    let proposal = propose_until(&verdict, day("2026-11-04"));
    let mut life = decided(Life::begin().with_route(), &verdict, &proposal);
    assert_eq!(life.tick_until(day("2026-11-05").start()), ["notice-lapsed", "notice-escalated"]);
    assert_eq!(life.notice_of(1), NoticeStatus::Escalated(Escalation::LegalAndPanel));
    life.does(&clinician(), &Command::ConfirmSafeRoute);
    assert!(life.tick_until(morning("2026-12-24")).is_empty());
    assert!(life.case.promises.values().any(|p| p.open), "it stands as overdue");
}

#[test]
fn legal_or_the_reviewer_direct_what_waited_for_them_and_then_it_goes() {
    for who in [legal(), reviewer()] {
        let verdict = legal_hold();
        let proposal = propose_until(&verdict, day("2026-11-04"));
        let mut life = decided(Life::begin().with_route(), &verdict, &proposal);
        let direct = Command::DirectNotice { n: 1, reasons: blob(1) };
        assert_eq!(life.refuses(&who, &direct), Refusal::NoNotice);
        life.tick_until(day("2026-11-05").start());
        assert_eq!(life.refuses(&guardian(), &direct), Refusal::NotYourRole);
        life.does(&who, &direct);
        assert_eq!(life.tick(), ["notice-sent"]);
    }
}

#[test]
fn an_orders_ban_on_telling_ends_with_legal_and_panel() {
    let mut under = facts();
    under.instrument = Some(ordered("2026-11-10"));
    let verdict = opening(vec![told(by_the_guardian_alone(), NoticeRule::AsOrderDirects)]);
    let mut life = decided(Life::of(under).with_route(), &verdict, &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.notice_of(1), NoticeStatus::Due(Some(day("2026-11-12"))));
    assert!(life.tick_until(day("2026-11-10").end()).is_empty());
    assert_eq!(life.tick_until(day("2026-11-11").start()), ["notice-escalated"]);
    assert_eq!(life.notice_of(1), NoticeStatus::Escalated(Escalation::LegalAndPanel));
}

fn ordered(ban_ends_on: &str) -> casework::facts::Instrument {
    let blank = serde_json::json!({"instrument": {
        "kind": "court-order", "issuer": "judge", "written": true, "sealed": true, "in_date": true,
        "names_holder": true, "names_requester": true, "describes_items": [], "particulars_stated": true,
        "access_conditions": null, "future_material": false, "future_days": null,
        "ordinary_care_only": false, "sab_conditions": [], "person_heard": false, "forbids_notice": true,
        "ends_on": null, "ban_ends_on": ban_ends_on,
    }});
    facts().supply(&blank, casework::facts::Supplier::Legal).unwrap().instrument.unwrap()
}
