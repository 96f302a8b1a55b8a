//! Breaches: the clock of 72 hours, who decides, who is told, and what an officer learns of it.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting::{self, TaskKind},
    breach::{BreachKind, NUMBERS_FROM, NoteKind, REPORT_SECONDS},
    case::{NoticeStatus, ProposalState},
    codes::{Approval, Ground, NoticeRule, Outcome},
    command::Command,
    decide::breach::Reported,
    delegation::Standing,
    event::Escalation,
    officer::{self, OfficerState},
    person,
    promise::PromiseKind,
    refusal::Refusal,
    time::{HOUR, Moment},
    verdict::issue,
};
use std::num::NonZeroU32;

const N: u32 = NUMBERS_FROM;

fn released_with(parts: issue::Open) -> Life {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..parts }]);
    let mut life = Life::begin().with_route();
    life.does(
        &clinician(),
        &propose_with(&verdict, Outcome::Disclose, |draft| {
            draft.last_day = Some(day("2026-11-20"));
            draft.notice_reasons = Some(blob(4));
        }),
    );
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life.release(1).unwrap();
    life.tick();
    life
}

fn released() -> Life {
    released_with(routine())
}

fn report(life: &Life, kind: BreachKind, disclosure: Option<u32>) -> Command {
    reported(kind, disclosure, life.now, life.now)
}

fn reported(kind: BreachKind, disclosure: Option<u32>, happened: Moment, aware: Moment) -> Command {
    let people = NonZeroU32::MIN;
    Command::ReportBreach(Reported { kind, disclosure, happened, aware, what: blob(1), people })
}

fn to_commissioner(at: Moment, delay: bool) -> Command {
    Command::ReportToCommissioner { n: N, at, reference: blob(1), delay: delay.then(|| blob(2)) }
}

fn not_reportable() -> Command {
    Command::FindNotReportable { n: N, reasons: blob(1) }
}

fn tell() -> Command {
    Command::TellOfBreach { n: N, words: blob(7) }
}

fn waits(life: &Life, role: Role, kind: TaskKind) -> bool {
    awaiting::tasks(&life.case).iter().any(|task| task.role == role && task.kind == kind && task.n == N)
}

#[test]
fn whoever_answers_for_cases_records_a_breach_and_a_decision_is_owed_in_72_hours() {
    for who in [clinician(), guardian(), legal(), data_protection_officer()] {
        let mut life = released();
        let aware = life.now.plus(-5 * HOUR);
        let command = reported(BreachKind::SeenWithoutReason, None, life.now.plus(-30 * HOUR), aware);
        assert_eq!(life.does(&who, &command), ["breach-reported"]);
        let breach = &life.case.breaches[&N];
        assert_eq!(breach.report_by(), aware.plus(REPORT_SECONDS));
        let owed = life.case.open_promise(PromiseKind::BreachDecision, N).unwrap();
        assert_eq!(life.case.promises[owed].until, day("2026-11-05"));
        for role in [Role::Guardian, Role::DataProtectionOfficer, Role::Reviewer] {
            assert!(waits(&life, role, TaskKind::BreachReport), "{role:?}");
        }
        assert!(!life.case.breaches[&N].is_overdue(aware.plus(REPORT_SECONDS)));
        assert!(life.case.breaches[&N].is_overdue(aware.plus(REPORT_SECONDS + 1)));
    }
}

#[test]
fn the_hours_are_real_ones_when_the_clocks_change() {
    // Summer time ends in the night to 25 October 2026: three days of clocks are 73 hours.
    let aware = day("2026-10-23").at(12, 0).unwrap();
    assert_eq!(aware.plus(REPORT_SECONDS), day("2026-10-26").at(11, 0).unwrap());
}

#[test]
fn nothing_is_noticed_before_it_happened_or_in_the_future() {
    let mut life = released();
    let (before, now, after) = (life.now.plus(-1), life.now, life.now.plus(1));
    for (happened, aware) in [(now, before), (now, after), (after, after)] {
        let command = reported(BreachKind::Other, None, happened, aware);
        assert_eq!(life.refuses(&clinician(), &command), Refusal::BreachTimes);
    }
    life.does(&clinician(), &reported(BreachKind::Other, None, before, now));
}

#[test]
fn a_breach_that_was_noticed_too_late_is_owed_today_and_overdue_at_once() {
    let mut life = released();
    let aware = life.now.plus(-100 * HOUR);
    life.does(&legal(), &reported(BreachKind::LostOrAltered, None, aware, aware));
    let owed = life.case.open_promise(PromiseKind::BreachDecision, N).unwrap();
    assert_eq!(life.case.promises[owed].until, life.now.day());
    assert!(life.case.breaches[&N].is_overdue(life.now));
}

#[test]
fn the_guardian_decides_and_the_data_protection_officer_only_advises() {
    let mut life = released();
    life.does(&clinician(), &report(&life.clone(), BreachKind::TooMuch, Some(1)));
    let now = life.now;
    for command in [to_commissioner(now, false), not_reportable(), tell()] {
        for who in [data_protection_officer(), clinician(), legal(), reviewer()] {
            assert_eq!(life.refuses(&who, &command), Refusal::NotYourRole, "{command:?}");
        }
        // Nor does whoever had another part in the case.
        let doctor = also(&clinician(), "also-guardian", Role::Guardian);
        assert_eq!(life.refuses(&doctor, &command), Refusal::SamePerson);
    }
    let advice = Command::NoteBreach { n: N, kind: NoteKind::Advice, text: blob(1) };
    assert_eq!(life.refuses(&guardian(), &advice), Refusal::NotYourRole);
    assert_eq!(life.does(&data_protection_officer(), &advice), ["breach-noted"]);
    assert_eq!(life.does(&guardian(), &not_reportable()), ["breach-not-reportable"]);
    assert_eq!(life.case.open_promise(PromiseKind::BreachDecision, N), None);
    assert_eq!(life.refuses(&guardian(), &not_reportable()), Refusal::AlreadyDone);
    // What was held to need no report may be reported after all, once.
    life.does(&guardian(), &to_commissioner(now, false));
    assert_eq!(life.refuses(&guardian(), &to_commissioner(now, false)), Refusal::AlreadyDone);
    assert!(!waits(&life, Role::Guardian, TaskKind::BreachReport));
    assert!(waits(&life, Role::Guardian, TaskKind::BreachTelling));
}

#[test]
fn a_late_report_says_why_and_one_in_time_does_not() {
    let mut life = released();
    life.does(&legal(), &report(&life.clone(), BreachKind::Other, None));
    let aware = life.now;
    life.pass(REPORT_SECONDS + 2 * HOUR);
    let now = life.now;
    assert_eq!(life.refuses(&guardian(), &to_commissioner(aware.plus(-1), true)), Refusal::BreachTimes);
    assert_eq!(life.refuses(&guardian(), &to_commissioner(now.plus(1), true)), Refusal::BreachTimes);
    assert_eq!(life.refuses(&guardian(), &to_commissioner(now, false)), Refusal::DelayReasons);
    let mut late = life.clone();
    late.does(&guardian(), &to_commissioner(now, true));
    assert!(late.case.breaches[&N].was_late());
    // Reported in time and recorded afterwards: reasons that nobody asked for are not kept.
    life.does(&guardian(), &to_commissioner(aware.plus(REPORT_SECONDS), true));
    assert!(!life.case.breaches[&N].was_late());
}

#[test]
fn the_wrong_persons_information_is_recalled_and_they_are_owed_a_notice_of_their_own() {
    let mut life = released();
    let kinds = life.does(&clinician(), &report(&life.clone(), BreachKind::WrongPerson, Some(1)));
    assert_eq!(kinds, ["breach-reported", "disclosure-recalled", "notice-due"]);
    assert_eq!(officer::state(&life.case, life.now), OfficerState::Recalled);
    assert_eq!(life.notice_of(N), NoticeStatus::Due(Some(day("2026-11-04"))));
    // Nobody decides whether they are told.
    let not_told = Command::DoNotTellOfBreach { n: N, reasons: blob(1) };
    assert_eq!(life.refuses(&guardian(), &not_told), Refusal::NoticeOwed);
    // The route of the person who was asked about is not theirs: nothing goes by it.
    assert!(life.tick().is_empty());
    assert!(waits(&life, Role::Clinician, TaskKind::AffectedRoute));
    life.does(&guardian(), &tell());
    life.does(&clinician(), &affected_route(N));
    assert_eq!(life.tick(), ["notice-sent"]);
    let seen = person::seen_by_another(&life.case, N).unwrap();
    assert!(seen.recalled && seen.words == Some(blob(7)) && !seen.items.is_empty());
    // The person who was asked about learns that it was not about them, and nothing of whom it was about.
    let own = person::seen(&life.case).unwrap();
    assert!(own.breaches.is_empty() && own.decisions.iter().all(|d| d.about_another));
    assert_eq!(life.refuses(&guardian(), &tell()), Refusal::AlreadyDone);
}

#[test]
fn without_a_route_of_their_own_the_reviewer_hears_of_it() {
    let mut life = released();
    life.does(&clinician(), &report(&life.clone(), BreachKind::WrongPerson, Some(1)));
    let done = life.tick_until(morning("2026-11-06"));
    assert_eq!(done, ["notice-escalated"]);
    assert_eq!(life.notice_of(N), NoticeStatus::Escalated(Escalation::NoSafeRoute));
    life.does(&clinician(), &affected_route(N));
    assert_eq!(life.tick(), ["notice-sent"]);
}

#[test]
fn an_officers_word_recalls_what_they_hold_and_no_notice_rests_on_it_alone() {
    let said = Command::ReportWrongPerson { n: 1, what: blob(1) };
    let mut life = released();
    for who in [of_role("oscar", Role::Officer), supervisor(), clinician()] {
        assert_eq!(life.refuses(&who, &said), Refusal::NoSuchCase);
    }
    assert_eq!(life.does(&officer(), &said), ["breach-reported", "disclosure-recalled"]);
    assert_eq!(life.refuses(&officer(), &said), Refusal::NoSuchCase, "recalled and unknown are alike");
    assert!(!life.case.breaches[&N].is_confirmed());
    assert!(!person::seen(&life.case).unwrap().decisions[0].about_another);
    assert!(waits(&life, Role::Guardian, TaskKind::BreachTelling));
    // The guardian finds that it is so, or that it is not.
    let mut so = life.clone();
    assert_eq!(so.does(&guardian(), &tell()), ["breach-to-be-told", "notice-due"]);
    assert!(so.case.breaches[&N].is_confirmed());
    let none = Command::FindNoBreach { n: N, reasons: blob(1) };
    assert_eq!(life.does(&guardian(), &none), ["breach-unfounded"]);
    assert_eq!(life.case.open_promise(PromiseKind::BreachDecision, N), None);
    // Whichever it is, the officer sees a recall.
    for one in [&so, &life] {
        assert_eq!(officer::state(&one.case, one.now), OfficerState::Recalled);
        assert_eq!(one.state_of(1), ProposalState::Recalled);
    }
    assert_eq!(
        so.refuses(&guardian(), &none),
        Refusal::NotYourRole,
        "a notice that is owed is the reviewer's"
    );
    so.does(&reviewer(), &none);
    assert_eq!(so.notice_of(N), NoticeStatus::Never);
}

#[test]
fn the_person_is_told_in_words_or_not_told_with_reasons() {
    let mut life = released();
    life.does(&legal(), &report(&life.clone(), BreachKind::SeenWithoutReason, None));
    let not_told = Command::DoNotTellOfBreach { n: N, reasons: blob(1) };
    let mut silent = life.clone();
    assert_eq!(silent.does(&guardian(), &not_told), ["breach-not-told"]);
    assert!(person::seen(&silent.case).unwrap().breaches.is_empty());
    silent.does(&guardian(), &tell());
    assert_eq!(life.does(&guardian(), &tell()), ["breach-to-be-told", "notice-due"]);
    assert_eq!(life.tick(), ["notice-sent"]);
    assert_eq!(person::seen(&life.case).unwrap().breaches[0].words, Some(blob(7)));
    assert_eq!(
        life.refuses(&guardian(), &Command::FindNoBreach { n: N, reasons: blob(1) }),
        Refusal::AlreadyDone
    );
}

#[test]
fn a_letter_about_a_breach_does_not_go_round_a_deferral() {
    let mut life = released_with(put_off(routine(), NoticeRule::MayDeferWithReview, Ground::NSafety, 20));
    life.does(&legal(), &report(&life.clone(), BreachKind::TooMuch, Some(1)));
    assert_eq!(life.does(&guardian(), &tell()), ["breach-to-be-told", "notice-deferred"]);
    assert_eq!(life.notice_of(N), NoticeStatus::Deferred(Ground::NSafety, day("2026-11-20")));
    assert!(life.tick().is_empty());
}

#[test]
fn where_telling_may_be_an_offence_a_letter_about_a_breach_waits_for_legal_and_the_panel() {
    let hold = NoticeRule::LegalHoldIndependentReviewEvery28Days;
    let mut life = released_with(put_off(routine(), hold, Ground::NTa39, 28));
    life.does(&legal(), &report(&life.clone(), BreachKind::TooMuch, Some(1)));
    life.does(&guardian(), &tell());
    assert_eq!(life.notice_of(N), NoticeStatus::Deferred(Ground::NTa39, day("2026-11-20")));
    life.tick_until(morning("2026-11-23"));
    assert_eq!(life.notice_of(N), NoticeStatus::Escalated(Escalation::LegalAndPanel));
    life.does(&clinician(), &Command::ConfirmSafeRoute);
    assert!(life.tick().is_empty(), "a fresh route sends nothing that waits for them");
    let direct = Command::DirectNotice { n: N, reasons: blob(1) };
    life.does(&reviewer(), &direct);
    assert_eq!(life.tick(), ["notice-sent"], "they knew of the other one");
}

#[test]
fn a_letter_that_is_due_when_a_ban_begins_waits_too() {
    let mut life = released();
    // Told by a notice whose route is stale by now.
    life.pass(8 * 24 * HOUR);
    life.does(&legal(), &report(&life.clone(), BreachKind::TooMuch, Some(1)));
    life.does(&guardian(), &tell());
    let hold = NoticeRule::LegalHoldIndependentReviewEvery28Days;
    let verdict = opening(vec![put_off(
        issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() },
        hold,
        Ground::NTa39,
        28,
    )]);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 2, Approval::CaldicottGuardian));
    life.does(&clinician(), &Command::ConfirmSafeRoute);
    assert_eq!(life.tick(), ["notice-escalated"]);
    assert_eq!(life.notice_of(N), NoticeStatus::Escalated(Escalation::LegalAndPanel));
}

#[test]
fn a_closed_case_takes_a_breach_and_an_open_one_is_not_closed_over_it() {
    let mut life = released();
    let close = Command::Close { reasons: blob(1) };
    let mut noticed = life.clone();
    noticed.does(&clinician(), &report(&life.clone(), BreachKind::Other, None));
    assert_eq!(noticed.refuses(&clinician(), &close), Refusal::StillOwed);
    noticed.does(&guardian(), &not_reportable());
    assert_eq!(noticed.refuses(&clinician(), &close), Refusal::StillOwed, "nobody decided about telling");
    noticed.does(&guardian(), &Command::DoNotTellOfBreach { n: N, reasons: blob(1) });
    noticed.does(&clinician(), &close);
    life.does(&clinician(), &close);
    life.pass(400 * 24 * HOUR);
    let now = life.now;
    life.does(&data_protection_officer(), &report(&life.clone(), BreachKind::WrongRecipient, Some(1)));
    life.does(&guardian(), &to_commissioner(now, false));
    assert_eq!(life.state_of(1), ProposalState::Recalled);
}

#[test]
fn police_and_others_from_elsewhere_do_nothing_about_breaches() {
    let mut life = released();
    life.does(&clinician(), &report(&life.clone(), BreachKind::Other, None));
    let others: Vec<Actor> =
        vec![officer(), supervisor(), health_worker(), elsewhere(clinician()), elsewhere(guardian())];
    for who in others {
        for command in [
            report(&life.clone(), BreachKind::Other, None),
            Command::NoteBreach { n: N, kind: NoteKind::Measure, text: blob(1) },
            to_commissioner(life.now, false),
            tell(),
            affected_route(N),
        ] {
            assert_eq!(life.refuses(&who, &command), Refusal::NoSuchCase, "{command:?}");
        }
    }
    assert_eq!(
        life.refuses(&clinician(), &affected_route(N)),
        Refusal::NoSuchBreach,
        "it is their own route"
    );
    assert_eq!(
        life.refuses(&guardian(), &Command::TellOfBreach { n: N + 1, words: blob(1) }),
        Refusal::NoSuchBreach
    );
}

#[test]
fn a_deputy_decides_about_a_breach_within_a_written_delegation_alone() {
    let mut life = released();
    life.does(&clinician(), &report(&life, BreachKind::TooMuch, Some(1)));
    let nothing = Standing::Deputy { delegations: Vec::new(), on_call: true };
    let tried = [
        Command::ReportToCommissioner { n: N, at: life.now, reference: blob(1), delay: None },
        Command::FindNotReportable { n: N, reasons: blob(1) },
        Command::TellOfBreach { n: N, words: blob(1) },
        Command::DoNotTellOfBreach { n: N, reasons: blob(1) },
        Command::FindNoBreach { n: N, reasons: blob(1) },
    ];
    for command in &tried {
        assert_eq!(life.refuses_in(&guardian(), &nothing, command), Refusal::NotDelegated, "{command:?}");
        // Whose case it is comes first.
        let other = elsewhere(guardian());
        assert_eq!(life.refuses_in(&other, &nothing, command), Refusal::NoSuchCase, "{command:?}");
    }
    // What somebody notices they record, whatever was delegated: the 72 hours do not wait for a signature.
    let another = report(&life, BreachKind::Other, None);
    assert!(life.ask_in(&guardian(), &nothing, &another).is_ok());
}
