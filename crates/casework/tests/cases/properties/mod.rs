//! Random lives: whatever anybody tries, in whatever order, what must never happen does not.

mod rules;
mod tries;

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting,
    case::{NoticeStatus, ProposalState},
    codes::{Approval, InitiatedBy, Outcome, Urgency},
    decide::clock,
    event::Event,
    officer,
    time::{DAY_SECONDS, HOUR, Moment},
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use rules::*;
use std::collections::BTreeMap;
use tries::*;

fn begun(kind: u8) -> Life {
    let mut asked = facts();
    match kind {
        0 => {}
        1 => asked.urgency = Urgency::Immediate,
        2 => asked.repetition.same_force_referrals_90_days = 2,
        3 => {
            return Life::begun_by(&health_worker(), InitiatedBy::DutyHolder, asked);
        }
        4 => return Life::by_telephone(),
        _ => return Life::begun_by(&health_worker(), InitiatedBy::HealthService, asked),
    }
    Life::of(asked)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_the_rules_hold(
        kind in 0..6_u8,
        steps in prop::collection::vec(tries(), 1..45),
        moments in prop::collection::vec(0..60 * DAY_SECONDS, 6),
    ) {
        let mut life = begun(kind);
        let everybody = everybody();
        for step in &steps {
            let (phase, before, was) = (life.case.phase, life.recorded.len(), life.case.clone());
            attempt(&mut life, step);
            closed_takes_little_more(phase, &life.recorded[before..]);
            nobody_acts_who_stands_back(&was, &life.recorded[before..]);
            work_moves_no_clock(&was, &life.case, &life.recorded[before..]);
            decided_by_all_who_must(&life.case);
            reasons_are_for_what_is_disclosed(&life.case);
            promises_stand(&life.case);
            breaches_are_owed_a_decision(&life.case);
            officer_sees_only_what_is_theirs(&life.case);
            one_officer_at_most_has_it(&life.case, &everybody);
            person_sees_only_what_was_told(&life.case);
        }
        prop_assert_eq!(&life.case, &life.replayed());
        wakes_in_time(&life.case, life.now, &moments);
    }

    #[test]
    fn the_ticker_leaves_nothing_that_is_due_and_comes_to_rest(
        kind in 0..6_u8,
        steps in prop::collection::vec(tries(), 1..30),
    ) {
        let mut life = begun(kind);
        for step in &steps {
            attempt(&mut life, step);
        }
        let end = life.now.plus(60 * DAY_SECONDS);
        life.tick_until(end);
        prop_assert!(clock::due(&life.case, end).is_empty());
        // What is owed by a day that has passed has been sent, or is before a person.
        for notice in life.case.notices.values() {
            let waits = matches!(notice.status, NoticeStatus::Deferred(..) | NoticeStatus::Lapsed);
            prop_assert!(!waits, "{:?}", notice.status);
            if let NoticeStatus::Due(Some(day)) = notice.status {
                prop_assert!(day.end() >= end, "{:?}", notice.status);
            }
        }
    }

    #[test]
    fn random_lives_are_written_and_read_again(
        kind in 0..6_u8,
        steps in prop::collection::vec(tries(), 1..25),
    ) {
        let mut life = begun(kind);
        for step in &steps {
            attempt(&mut life, step);
        }
        for (event, _) in &life.recorded {
            let payload = event.to_payload().unwrap();
            let bytes = casework::canonical::to_bytes(&payload).unwrap();
            let value = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(&Event::from_payload(event.kind(), value).unwrap(), event);
        }
    }
}

/// The other properties say nothing about what random lives never reach.
#[test]
fn random_lives_reach_every_kind_of_event_of_a_case() {
    let mut runner = TestRunner::deterministic();
    let lives = (0..6_u8, prop::collection::vec(tries(), 1..45));
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..1_500 {
        let (kind, steps) = lives.new_tree(&mut runner).unwrap().current();
        let mut life = begun(kind);
        for step in &steps {
            attempt(&mut life, step);
        }
        for (event, _) in &life.recorded {
            *seen.entry(event.kind()).or_default() += 1;
        }
    }
    let elsewhere = [
        "enquiry-received",
        "case-read",
        "disclosure-read",
        "person-read",
        "case-found",
        "search-made",
        "rota-changed",
        "delegation-given",
        "delegation-revoked",
        "account-changed",
        "settings-changed",
        "pack-begun",
        "pack-offered",
        "pack-confirmed",
        "pack-withdrawn",
    ];
    let missing: Vec<&&str> =
        Event::KINDS.iter().filter(|kind| !seen.contains_key(**kind) && !elsewhere.contains(*kind)).collect();
    assert!(missing.is_empty(), "never reached: {missing:?} of {seen:?}");
}

/// Whether an outcome, once decided, is the officer's to know; such steps are left out of hidden lives.
fn shows(step: &Try, life: &Life) -> bool {
    let discloses = |n: &u32| {
        life.case.proposals.get(n).is_some_and(|p| matches!(p.outcome, Outcome::Advise | Outcome::Return))
    };
    match step {
        Try::Release { .. } => true,
        // Which one it answers depends on what is open.
        Try::Answer { n, .. } => in_state(life, ProposalState::Open, *n).is_some_and(|n| discloses(&n)),
        Try::Anything { who, what, n, .. } => {
            let police = matches!(pick(&everybody(), *who).role, Role::Officer | Role::Supervisor);
            // What police do themselves, advice, and approvals of what shows.
            police || *what == 6 || (matches!(what, 8 | 9) && discloses(n))
        }
        Try::Fitting { what, .. } => matches!(what, 0 | 1 | 2 | 6 | 17),
        Try::Follow { .. }
        | Try::Breach { .. }
        | Try::Propose { .. }
        | Try::Route
        | Try::Pass(_)
        | Try::Wake
        | Try::Tick => false,
    }
}

fn hidden_life(start: &Life, steps: &[Try], until: Moment) -> Life {
    let mut life = start.clone();
    for step in steps {
        if !shows(step, &life) {
            attempt(&mut life, step);
        }
        if life.now > until {
            break;
        }
    }
    life.now = until;
    life
}

/// Everything that an officer may try, and whether it is accepted.
fn answers_to(actor: &Actor, life: &Life) -> Vec<String> {
    let mut found = Vec::new();
    for what in 0..39_u8 {
        for (n, verdict, detail) in [(1, 0, 0), (2, 7, 1), (1, 4, 36), (1, 8, 9)] {
            let command = any_command(life, what, n, verdict, detail);
            let answer = match life.clone().ask(actor, &command) {
                Ok(_) => "accepted".to_owned(),
                Err(refusal) => format!("{refusal:?}"),
            };
            found.push(format!("{what} {n} {verdict} {detail}: {answer}"));
        }
    }
    for approval in Approval::ALL {
        let command = approve(&verdicts()[0], 1, *approval);
        found.push(format!("{approval}: {:?}", life.clone().ask(actor, &command).map(|_| ())));
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_officer_cannot_tell_what_the_clinic_did_from_what_it_did_not(
        urgent in any::<bool>(),
        one in prop::collection::vec(tries(), 0..25),
        other in prop::collection::vec(tries(), 0..25),
        seconds in prop::collection::vec(0..50 * DAY_SECONDS, 5),
    ) {
        let mut asked = facts();
        if urgent {
            asked.urgency = Urgency::Immediate;
        }
        let start = Life::of(asked);
        let until = start.now.plus(60 * DAY_SECONDS);
        let (one, other) = (hidden_life(&start, &one, until), hidden_life(&start, &other, until));
        let mut moments: Vec<Moment> = seconds.iter().map(|s| start.now.plus(*s)).collect();
        moments.extend([officer::EMERGENCY_SECONDS, officer::ROUTINE_SECONDS].into_iter().flat_map(|s| {
            [s - HOUR, s - 1, s, s + 1].map(|s| start.now.plus(s))
        }));
        for at in moments {
            prop_assert_eq!(officer::state(&one.case, at), officer::state(&other.case, at));
        }
        prop_assert_eq!(officer::fixed_time(&one.case), officer::fixed_time(&other.case));
        let tasks = |life: &Life| -> Vec<awaiting::Task> {
            let police = |task: &awaiting::Task| matches!(task.role, Role::Officer | Role::Supervisor);
            awaiting::tasks(&life.case).into_iter().filter(police).collect()
        };
        prop_assert_eq!(tasks(&one), tasks(&other));
        let readable = |life: &Life| officer::readable(&life.case).count();
        prop_assert_eq!(readable(&one), readable(&other));
        for actor in [officer(), of_role("oscar", Role::Officer), supervisor()] {
            prop_assert_eq!(answers_to(&actor, &one), answers_to(&actor, &other));
        }
    }
}
