//! Random lives: whatever anybody tries, in whatever order, what must never happen does not.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting,
    case::{Case, NoticeStatus, Phase, Proposal, ProposalState},
    codes::{Approval, Basis, Ground, NoticeRule, Outcome, Urgency},
    command::Command,
    decide::clock,
    event::{ClockStart, Event},
    facts::Supplier,
    officer::{self, OfficerState},
    person,
    promise::PromiseKind,
    time::{DAY_SECONDS, HOUR, Moment},
    verdict::{Verdict, issue},
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use serde_json::json;
use std::collections::BTreeSet;

/// Something that somebody, or time, tries. Numbers are reduced to what there is.
#[derive(Debug, Clone)]
enum Try {
    /// Anybody tries anything.
    Anything { who: usize, what: u8, n: u32, verdict: usize, detail: usize },
    /// Somebody whose part it is tries anything but proposals and approvals.
    Fitting { what: u8, n: u32, verdict: usize, detail: usize },
    /// What follows a disclosure, by whoever it waits for.
    Follow { which: usize, detail: usize },
    /// Somebody who may proposes an outcome of a verdict.
    Propose { verdict: usize, outcome: usize, detail: usize },
    /// Somebody of the right role answers an approval that waits, in their own account or by telephone.
    Answer { n: u32, which: usize, who: usize, agreed: bool, telephone: bool },
    /// The route is recorded or confirmed.
    Route,
    /// What is decided is released, witnessed or not.
    Release { n: u32, witnessed: bool },
    /// Time passes.
    Pass(i64),
    /// Time passes until the ticker would wake, and it ticks.
    Wake,
    /// The ticker looks now.
    Tick,
}

fn anything() -> impl Strategy<Value = Try> {
    (0..64_usize, 0..20_u8, 1..4_u32, 0..16_usize, 0..64_usize)
        .prop_map(|(who, what, n, verdict, detail)| Try::Anything { who, what, n, verdict, detail })
}

/// What is tried beside proposals and approvals; closing is the likelier for being possible late.
const FITTING: &[u8] = &[0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 15, 16, 17, 18, 19, 19, 19];

fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        3 => anything(),
        4 => (prop::sample::select(FITTING), 1..4_u32, 0..16_usize, 0..64_usize)
            .prop_map(|(what, n, verdict, detail)| Try::Fitting { what, n, verdict, detail }),
        3 => (0..8_usize, 0..64_usize).prop_map(|(which, detail)| Try::Follow { which, detail }),
        3 => (prop_oneof![0..6_usize, 0..24_usize], prop_oneof![0..8_usize, Just(1)], 0..64_usize)
            .prop_map(|(verdict, outcome, detail)| Try::Propose { verdict, outcome, detail }),
        6 => (1..4_u32, 0..8_usize, 0..8_usize, prop::bool::weighted(0.93), prop::bool::weighted(0.2))
            .prop_map(|(n, which, who, agreed, telephone)| Try::Answer { n, which, who, agreed, telephone }),
        1 => Just(Try::Route),
        3 => (1..4_u32, any::<bool>()).prop_map(|(n, witnessed)| Try::Release { n, witnessed }),
        2 => prop_oneof![0..60_i64, 0..2 * DAY_SECONDS, 0..40 * DAY_SECONDS].prop_map(Try::Pass),
        1 => Just(Try::Wake),
        1 => Just(Try::Tick),
    ]
}

/// Everybody who may try: two of some roles, second accounts of the same people, people from elsewhere.
fn everybody() -> Vec<Actor> {
    let mut all: Vec<Actor> =
        Role::ALL.into_iter().map(|role| of_role(&format!("a-{}", role.as_str()), role)).collect();
    all.extend(Role::ALL.into_iter().map(|role| of_role(&format!("b-{}", role.as_str()), role)));
    all.push(officer());
    all.push(health_worker());
    all.push(elsewhere(of_role("c-clinician", Role::Clinician)));
    all.push(elsewhere(of_role("c-guardian", Role::Guardian)));
    for (name, role) in [
        ("olive-2", Role::Guardian),
        ("olive-3", Role::SecondClinician),
        ("olive-4", Role::Reviewer),
        ("olive-5", Role::Safeguarding),
    ] {
        all.push(also(&officer(), name, role));
    }
    let doctor = of_role("a-clinician", Role::Clinician);
    for role in [Role::SecondClinician, Role::Guardian, Role::Reviewer, Role::Safeguarding, Role::Legal] {
        all.push(also(&doctor, &format!("also-{}", role.as_str()), role));
    }
    all
}

/// Those at the case's own unit, force or trust who have a role.
fn with_role(role: Role) -> Vec<Actor> {
    everybody()
        .into_iter()
        .filter(|actor| actor.role == role && !actor.account.as_str().starts_with("c-"))
        .collect()
}

fn verdicts() -> Vec<Verdict> {
    let with = |approvals: Vec<Approval>, parts: issue::Open| issue::Open { approvals, ..parts };
    let short = |parts| with(vec![Approval::CaldicottGuardian], parts);
    let mut found = vec![
        opening(vec![routine(), advice(), care(), return_it()]),
        opening(vec![about_a_child()]),
        opening(vec![emergency()]),
        opening(vec![told(emergency(), NoticeRule::NotifyBeforeDisclosureUnlessUnsafe)]),
        opening(vec![put_off(short(routine()), NoticeRule::MayDeferWithReview, Ground::NSafety, 7)]),
        opening(vec![put_off(
            with(
                vec![Approval::CaldicottGuardian, Approval::IndependentDeferralReviewer],
                issue::Open { basis: Some(Basis::Ta2000Sch5Para5), ..routine() },
            ),
            NoticeRule::LegalHoldIndependentReviewEvery28Days,
            Ground::NTa39,
            28,
        )]),
        opening(vec![with(
            vec![
                Approval::TreatingClinicianOpinion,
                Approval::CaldicottGuardian,
                Approval::IndependentReviewerBeforeOpening,
            ],
            issue::Open { basis: Some(Basis::MissingPerson), ..routine() },
        )]),
        opening(vec![own_duty()]),
        watching(),
    ];
    for rule in NoticeRule::ALL {
        let basis = Some(Basis::AdultSafeguardingS42);
        found.push(opening(vec![told(short(issue::Open { basis, ..routine() }), *rule), return_it()]));
    }
    found
}

fn pick<T: Clone>(from: &[T], place: usize) -> T {
    from[place % from.len()].clone()
}

fn proposal(life: &Life, verdict: &Verdict, outcome: usize, detail: usize) -> Command {
    let open = pick(verdict.open(), outcome);
    let mut draft = draft(&open);
    if detail & 1 == 1 {
        draft.last_day = Some(life.now.day().plus_days(i64::try_from(detail >> 3).unwrap()));
    }
    draft.notice_reasons = (detail & 2 == 2).then(|| blob(4));
    draft.download = detail & 4 == 4;
    Command::Propose { outcome: Box::new(open), verdict: verdict.digest(), draft: Box::new(draft) }
}

fn answering(
    n: u32,
    approval: Approval,
    agreed: bool,
    giver: Option<(&Actor, Moment)>,
    now: &Verdict,
) -> Command {
    let Command::Approve { reasons, .. } = approve(now, n, approval) else { unreachable!() };
    let telephone = giver.map(|(giver, at)| casework::event::Telephone {
        account: giver.account.clone(),
        individual: giver.individual.clone(),
        role: giver.role,
        at,
    });
    Command::Approve { n, approval, agreed, reasons, telephone, current: Box::new(now.clone()) }
}

fn any_command(life: &Life, what: u8, n: u32, verdict: usize, detail: usize) -> Command {
    let judged = pick(&verdicts(), verdict);
    let (yes, reasons) = (detail % 2 == 0, blob(9));
    match what {
        0 => Command::Complete {
            part: pick(&[json!({}), json!({"urgency": "immediate"}), json!({"urgency": "never"})], detail),
            missing: vec![],
        },
        1 => Command::Withdraw,
        2 => Command::Countersign,
        3 => Command::SupplyFacts {
            supplier: pick(Supplier::ALL, detail),
            part: pick(
                &[json!({}), json!({"urgency": "immediate"}), json!({"concern": {"evidence": "documented"}})],
                n as usize,
            ),
        },
        4 => Command::OpenRecord { reason: reasons },
        5 => Command::ReviewRepetition { agreed: yes, reasons },
        6 => Command::Advise { text: reasons, current: Some(Box::new(judged)) },
        7 => proposal(life, &judged, detail, detail),
        8 | 9 => {
            let giver = pick(&everybody(), detail);
            let giver = (detail % 3 == 0).then_some((&giver, life.now));
            answering(n, pick(Approval::ALL, detail), yes, giver, &judged)
        }
        10 => Command::AnswerTelephone { n, confirmed: yes },
        11 => Command::RecordNoticeUnsafe { n, reasons },
        12 => Command::DirectNotice { n, reasons },
        13 => {
            Command::StartNoticeClock { start: if yes { ClockStart::Found } else { ClockStart::Recovered } }
        }
        14 => safe_route(),
        15 => Command::ConfirmSafeRoute,
        16 => Command::Recall { n, reasons },
        17 if yes => Command::ConfirmDestruction { n },
        17 => Command::RefuseDestruction { n, law: reasons },
        18 => Command::AfterReview { n, upheld: yes, reasons },
        _ => Command::Close { reasons },
    }
}

/// The verdict under which a proposal was made, as though the facts had not changed.
fn verdict_of(life: &Life, n: u32) -> Option<Verdict> {
    let digest = &life.case.proposals.get(&n)?.verdict;
    verdicts().into_iter().find(|verdict| verdict.digest() == *digest)
}

fn holder(life: &Life) -> Actor {
    let opened = life.case.opened_by.clone();
    everybody().into_iter().find(|actor| actor.account == opened.account).unwrap_or_else(officer)
}

/// One of the proposals in a state, if there is one.
fn in_state(life: &Life, state: ProposalState, place: u32) -> Option<u32> {
    let found: Vec<u32> = life.case.proposals.values().filter(|p| p.state == state).map(|p| p.n).collect();
    (!found.is_empty()).then(|| pick(&found, place as usize))
}

fn answer(life: &mut Life, n: u32, which: usize, who: usize, agreed: bool, telephone: bool) {
    let Some(proposal) = life.case.proposals.get(&n) else { return };
    let Some(verdict) = verdict_of(life, n) else { return };
    let waiting = match proposal.outcome {
        Outcome::Refuse | Outcome::Return => {
            vec![Approval::TreatingClinicianOpinion, Approval::CaldicottGuardian]
        }
        Outcome::Advise | Outcome::OfferCare | Outcome::Disclose => proposal.outstanding(),
    };
    if waiting.is_empty() {
        return;
    }
    let approval = pick(&waiting, which);
    let giver =
        awaiting::approval_role(approval).map_or_else(|| holder(life), |role| pick(&with_role(role), who));
    let now = life.now;
    if telephone {
        let _ = life.act(
            &pick(&with_role(Role::Clinician), who),
            &answering(n, approval, agreed, Some((&giver, now)), &verdict),
        );
    } else {
        let _ = life.act(&giver, &answering(n, approval, agreed, None, &verdict));
    }
}

/// Whose part a command is.
fn fitting(life: &Life, what: u8, n: u32, detail: usize) -> Actor {
    match what {
        0 | 1 | 17 => officer(),
        2 => supervisor(),
        3 => pick(&[clinician(), safeguarding(), legal(), holder(life)], detail),
        5 | 18 => reviewer(),
        10 => {
            let gave = life.case.proposals.get(&n).and_then(|p| {
                p.approvals.iter().find_map(|a| a.telephone.as_ref().map(|t| t.account.clone()))
            });
            everybody()
                .into_iter()
                .find(|actor| Some(&actor.account) == gave.as_ref())
                .unwrap_or_else(guardian)
        }
        12 => pick(&[legal(), reviewer()], detail),
        16 => pick(&[clinician(), guardian(), reviewer()], detail),
        _ => clinician(),
    }
}

/// The proposal that a command waits for, if one does.
fn fitting_proposal(life: &Life, what: u8) -> Option<u32> {
    let waits = |p: &&Proposal| match what {
        10 => p.approvals.iter().any(|a| a.telephone.is_some() && a.confirmed.is_none()),
        16 => p.state == ProposalState::Released,
        17 => p.state == ProposalState::Recalled,
        18 => p.emergency && p.after_review.is_none(),
        _ => false,
    };
    life.case.proposals.values().find(waits).map(|p| p.n)
}

/// Tries it. Whatever is accepted must replay: `Life` unwraps there.
fn attempt(life: &mut Life, step: &Try) {
    match step {
        Try::Anything { who, what, n, verdict, detail } => {
            let command = any_command(life, *what, *n, *verdict, *detail);
            let _ = life.act(&pick(&everybody(), *who), &command);
        }
        Try::Fitting { what, n, verdict, detail } => {
            let command = any_command(life, *what, *n, *verdict, *detail);
            let _ = life.act(&fitting(life, *what, *n, *detail), &command);
        }
        Try::Follow { which, detail } => {
            let follows = [10, 16, 17, 18].map(|what| (what, fitting_proposal(life, what)));
            let waiting: Vec<(u8, Option<u32>)> = follows.into_iter().filter(|(_, n)| n.is_some()).collect();
            if let Some((what, Some(n))) = waiting.get(which % waiting.len().max(1)).copied() {
                let command = any_command(life, what, n, 0, *detail);
                let _ = life.act(&fitting(life, what, n, *detail), &command);
            }
        }
        Try::Propose { verdict, outcome, detail } => {
            let command = proposal(life, &pick(&verdicts(), *verdict), *outcome, *detail);
            let who = if life.case.opened_by.role == Role::HealthWorker { holder(life) } else { clinician() };
            if life.act(&who, &command).is_err() {
                let _ = life.act(&clinician(), &command);
            }
        }
        Try::Answer { n, which, who, agreed, telephone } => {
            if let Some(n) = in_state(life, ProposalState::Open, *n) {
                answer(life, n, *which, *who, *agreed, *telephone);
            }
        }
        Try::Route => {
            let _ = life.act(&clinician(), &safe_route());
        }
        Try::Release { n, witnessed: true } => {
            let _ = life.release(in_state(life, ProposalState::Decided, *n).unwrap_or(*n));
        }
        Try::Release { n, witnessed: false } => {
            let _ = life.release_at_once(in_state(life, ProposalState::Decided, *n).unwrap_or(*n));
        }
        Try::Pass(seconds) => life.pass(*seconds),
        Try::Wake => {
            if let Some(at) = clock::wake_after(&life.case, life.now) {
                life.now = life.now.max(at);
                life.tick();
            }
        }
        Try::Tick => {
            life.tick();
        }
    }
}

const GUARDIANS: [Approval; 2] =
    [Approval::CaldicottGuardian, Approval::OnCallGuardianDeputyThenReviewWithin24h];

/// No disclosure is decided without every approval it needed, from people who are different, the guardian last.
fn decided_by_all_who_must(case: &Case) {
    for proposal in case.proposals.values().filter(|p| p.outcome == Outcome::Disclose) {
        let out = matches!(
            proposal.state,
            ProposalState::Decided
                | ProposalState::Released
                | ProposalState::Recalled
                | ProposalState::Settled
        );
        assert!(!out || proposal.decided.is_some());
        let Some((_, decided)) = proposal.decided else { continue };
        let given: Vec<_> = proposal.approvals.iter().filter(|a| a.agreed).collect();
        for needed in &proposal.needed {
            let before_opening = *needed == Approval::IndependentReviewerBeforeOpening
                && matches!(case.repetition_review, Some((_, true)));
            assert!(before_opening || given.iter().any(|a| a.approval == *needed), "{needed} is missing");
        }
        let people: BTreeSet<_> = given.iter().map(|a| a.individual()).collect();
        assert_eq!(people.len(), given.len(), "one person gave two approvals");
        assert!(!people.contains(&case.opened_by.individual) || case.opened_by.role != Role::Officer);
        if proposal.needed.iter().any(|a| GUARDIANS.contains(a)) {
            assert!(GUARDIANS.contains(&given.last().unwrap().approval), "the guardian is not last");
        }
        if let Some((left, _)) = &proposal.released {
            assert!(*left >= decided);
            let denied = given.iter().any(|a| a.confirmed == Some(false));
            assert!(!denied || proposal.state != ProposalState::Decided);
        }
    }
}

/// Every notice that is owed by a day stands under one open promise, and nothing that was promised is lost.
fn promises_stand(case: &Case) {
    let mut owed = BTreeSet::new();
    for (n, notice) in &case.notices {
        let by_a_day = match notice.status {
            NoticeStatus::Due(day) => day.is_some(),
            NoticeStatus::Deferred(..) | NoticeStatus::Lapsed | NoticeStatus::Escalated(_) => true,
            NoticeStatus::Sent(_) | NoticeStatus::Never => false,
        };
        if by_a_day {
            let promise = notice.promise.as_ref().unwrap();
            assert!(case.promises[promise].open, "the notice about {n} is owed and its promise is not");
            assert_eq!(case.promises[promise].about, Some(*n));
            assert!(owed.insert(promise.clone()), "two notices under one promise");
        } else if let Some(promise) = &notice.promise {
            assert!(!case.promises[promise].open, "the notice about {n} was sent and its promise stands");
        }
    }
    let open: BTreeSet<_> = case
        .promises
        .iter()
        .filter(|(_, p)| p.open && p.kind == PromiseKind::Notice)
        .map(|(id, _)| id.clone())
        .collect();
    assert_eq!(open, owed);
    for (kind, state) in [(PromiseKind::Destruction, ProposalState::Recalled)] {
        let owed = case.proposals.values().filter(|p| p.state == state).count();
        assert_eq!(case.promises.values().filter(|p| p.open && p.kind == kind).count(), owed);
    }
    let reviews = case.proposals.values().filter(|p| p.emergency && p.after_review.is_none()).count();
    let open = case.promises.values().filter(|p| p.open && p.kind == PromiseKind::AfterReview).count();
    assert_eq!(open, reviews);
}

/// The ticker is woken no later than the first moment at which something is due.
fn wakes_in_time(case: &Case, from: Moment, seconds: &[i64]) {
    let wake = clock::wake_after(case, from);
    let mut moments: Vec<Moment> = seconds.iter().map(|s| from.plus(*s)).collect();
    for days in 0..45 {
        let day = from.day().plus_days(days);
        moments.extend([day.start(), day.end()]);
    }
    if let Some(route) = &case.route {
        moments.extend([7 * DAY_SECONDS, 7 * DAY_SECONDS + 1].map(|s| route.confirmed.plus(s)));
    }
    moments.retain(|at| *at >= from);
    for at in moments {
        if !clock::due(case, at).is_empty() {
            let wake = wake.expect("something will be due and the ticker sleeps for ever");
            assert!(wake <= at, "due at {} and woken at {}", at.rfc3339(), wake.rfc3339());
        }
    }
}

fn officer_sees_only_what_is_theirs(case: &Case) {
    let fixed = officer::fixed_time(case);
    let left = case.proposals.values().any(|p| p.released.is_some());
    let advised = !case.advice.is_empty();
    for at in [case.sent, fixed.plus(-1), fixed, fixed.plus(400 * DAY_SECONDS)] {
        let expected = match officer::state(case, at) {
            OfficerState::InformationReady | OfficerState::Recalled => left || advised,
            OfficerState::Returned => at < fixed && case.phase == Phase::Returned,
            OfficerState::Sent => at < fixed && !left && !advised && case.phase != Phase::Returned,
            OfficerState::NoInformation => at >= fixed && !left && !advised,
        };
        assert!(expected, "{:?} at {}", officer::state(case, at), at.rfc3339());
    }
}

fn person_sees_only_what_was_told(case: &Case) {
    let told: Vec<u32> = case
        .notices
        .iter()
        .filter(|(_, notice)| matches!(notice.status, NoticeStatus::Sent(_)))
        .map(|(n, _)| *n)
        .collect();
    let seen = person::seen(case).map_or(0, |seen| seen.decisions.len());
    assert_eq!(seen, told.len());
}

/// What a closed case still takes: recall and what the force answers, review afterwards, telling, and what was said
/// by telephone.
fn closed_takes_little_more(before: Phase, new: &[(Event, Moment)]) {
    if before != Phase::Closed {
        return;
    }
    for (event, _) in new {
        let taken = matches!(
            event,
            Event::DisclosureRecalled { .. }
                | Event::DestructionConfirmed { .. }
                | Event::DestructionRefused { .. }
                | Event::AfterReviewed { .. }
                | Event::TelephoneApprovalAnswered { .. }
                | Event::TelephoneApprovalEscalated { .. }
                | Event::SafeRouteRecorded { .. }
                | Event::SafeRouteConfirmed { .. }
                | Event::NoticeClockStarted { .. }
        );
        assert!(taken, "a closed case took {}", event.kind());
    }
}

fn begun(kind: u8) -> Life {
    let mut asked = facts();
    match kind {
        0 => {}
        1 => asked.urgency = Urgency::Immediate,
        2 => asked.repetition.same_force_referrals_90_days = 2,
        3 => {
            return Life::begun_by(&health_worker(), casework::codes::InitiatedBy::DutyHolder, asked);
        }
        _ => return Life::begun_by(&health_worker(), casework::codes::InitiatedBy::HealthService, asked),
    }
    Life::of(asked)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_the_rules_hold(
        kind in 0..5_u8,
        steps in prop::collection::vec(tries(), 1..45),
        moments in prop::collection::vec(0..60 * DAY_SECONDS, 6),
    ) {
        let mut life = begun(kind);
        for step in &steps {
            let (phase, before) = (life.case.phase, life.recorded.len());
            attempt(&mut life, step);
            closed_takes_little_more(phase, &life.recorded[before..]);
            decided_by_all_who_must(&life.case);
            promises_stand(&life.case);
            officer_sees_only_what_is_theirs(&life.case);
            person_sees_only_what_was_told(&life.case);
        }
        prop_assert_eq!(&life.case, &life.replayed());
        wakes_in_time(&life.case, life.now, &moments);
    }

    #[test]
    fn the_ticker_leaves_nothing_that_is_due_and_comes_to_rest(
        kind in 0..5_u8,
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
        kind in 0..5_u8,
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
    let lives = (0..5_u8, prop::collection::vec(tries(), 1..45));
    let mut seen: std::collections::BTreeMap<&str, u32> = std::collections::BTreeMap::new();
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
        "account-changed",
        "settings-changed",
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
        Try::Follow { .. } | Try::Propose { .. } | Try::Route | Try::Pass(_) | Try::Wake | Try::Tick => false,
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
    for what in 0..20_u8 {
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
            awaiting::tasks(&life.case).into_iter().filter(|task| task.role == Role::Officer).collect()
        };
        prop_assert_eq!(tasks(&one), tasks(&other));
        let readable = |life: &Life| officer::readable(&life.case).count();
        prop_assert_eq!(readable(&one), readable(&other));
        for actor in [officer(), of_role("oscar", Role::Officer), supervisor()] {
            prop_assert_eq!(answers_to(&actor, &one), answers_to(&actor, &other));
        }
    }
}
