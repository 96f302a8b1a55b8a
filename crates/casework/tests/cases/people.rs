//! What the person sees: nothing before a notice was sent, and then what that notice was about.

use crate::support::*;
use casework::{
    actor::Role,
    codes::{Approval, Ground, NoticeRule, Outcome},
    command::Command,
    person::seen,
    verdict::issue,
};

fn guardian_alone() -> issue::Open {
    issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }
}

fn decided(mut life: Life, parts: issue::Open) -> Life {
    let verdict = opening(vec![parts]);
    let n = u32::try_from(life.case.proposals.len()).unwrap() + 1;
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, n, Approval::CaldicottGuardian));
    life
}

#[test]
fn nothing_is_seen_before_a_notice_was_sent() {
    let mut life = Life::begin();
    assert_eq!(seen(&life.case), None);
    life.does(&clinician(), &Command::OpenRecord { reason: blob(1) });
    let mut life = decided(life, guardian_alone());
    life.release(1).unwrap();
    assert_eq!(seen(&life.case), None);
    life.does(&clinician(), &safe_route());
    assert_eq!(seen(&life.case), None);
    life.tick();
    let seen = seen(&life.case).unwrap();
    assert_eq!(seen.force, life.case.force);
    assert_eq!(seen.openings.first().map(|(role, _)| *role), Some(Role::Clinician));
    let decision = seen.decisions.first().unwrap();
    assert_eq!(decision.decided_by, Role::Guardian);
    assert_eq!(decision.items, life.case.proposals[&1].items);
    assert!(decision.left.is_some() && !decision.was_deferred && !decision.recalled);
}

#[test]
fn a_decision_whose_notice_is_put_off_is_not_seen_beside_one_that_was_told() {
    let mut life = decided(Life::begin().with_route(), guardian_alone());
    life.tick();
    let hold = NoticeRule::LegalHoldIndependentReviewEvery28Days;
    let life = decided(life, put_off(guardian_alone(), hold, Ground::NTa39, 28));
    let seen = seen(&life.case).unwrap();
    assert_eq!(seen.decisions.len(), 1);
}

#[test]
fn a_recall_is_seen() {
    let mut life = decided(Life::begin().with_route(), guardian_alone());
    life.tick();
    life.release(1).unwrap();
    life.does(&guardian(), &Command::Recall { n: 1, reasons: blob(1) });
    assert!(seen(&life.case).unwrap().decisions.first().unwrap().recalled);
}

#[test]
fn a_deferral_that_lapsed_says_that_telling_came_later() {
    let parts = put_off(guardian_alone(), NoticeRule::MayDeferWithReview, Ground::NSafety, 7);
    let verdict = opening(vec![parts]);
    let mut life = Life::begin().with_route();
    life.does(&clinician(), &propose_until(&verdict, day("2026-11-04")));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    assert_eq!(seen(&life.case), None);
    life.tick_until(day("2026-11-05").start());
    assert!(seen(&life.case).unwrap().decisions.first().unwrap().was_deferred);
}

#[test]
fn a_return_is_seen_with_the_role_of_whoever_approved_it() {
    let verdict = opening(vec![return_it()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Return));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.on("2026-11-10");
    life.does(&clinician(), &safe_route());
    life.tick();
    assert_eq!(seen(&life.case).unwrap().decisions.first().unwrap().decided_by, Role::Guardian);
}
