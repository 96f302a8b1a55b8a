//! Random lives: what is tried, by whom, and how it is done to a case.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    awaiting,
    breach::{BreachKind, NUMBERS_FROM, NoteKind},
    case::{Proposal, ProposalState},
    codes::{Approval, Basis, Ground, NoticeRule, Outcome},
    command::Command,
    conflict::ConflictKind,
    conversation::{Conversation, Means, Party},
    decide::{MINUTES, breach::Reported, clock},
    delegation::Standing,
    event::ClockStart,
    facts::Supplier,
    time::{DAY_SECONDS, HOUR, Moment},
    verdict::{Verdict, issue},
};
use proptest::prelude::*;
use serde_json::json;
use std::num::NonZeroU32;

/// Something that somebody, or time, tries. Numbers are reduced to what there is.
#[derive(Debug, Clone)]
pub(super) enum Try {
    /// Anybody tries anything.
    Anything { who: usize, what: u8, n: u32, verdict: usize, detail: usize },
    /// Somebody whose part it is tries anything but proposals and approvals.
    Fitting { what: u8, n: u32, verdict: usize, detail: usize },
    /// What follows a disclosure, by whoever it waits for.
    Follow { which: usize, detail: usize },
    /// What follows a breach, by whoever it waits for.
    Breach { what: u8, which: usize, detail: usize },
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
    (0..64_usize, 0..39_u8, 1..4_u32, 0..16_usize, 0..64_usize)
        .prop_map(|(who, what, n, verdict, detail)| Try::Anything { who, what, n, verdict, detail })
}

/// What is tried beside proposals and approvals; closing is the likelier for being possible late.
const FITTING: &[u8] = &[
    0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 15, 16, 17, 18, 19, 19, 19, 20, 20, 21, 30, 31, 32, 33, 34, 35, 36,
    37,
];

pub(super) fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        3 => anything(),
        4 => (prop::sample::select(FITTING), 1..4_u32, 0..16_usize, 0..64_usize)
            .prop_map(|(what, n, verdict, detail)| Try::Fitting { what, n, verdict, detail }),
        3 => (0..8_usize, 0..64_usize).prop_map(|(which, detail)| Try::Follow { which, detail }),
        3 => (prop::sample::select(&[22_u8, 23, 24, 25, 26, 27, 28, 28, 28, 29, 29, 29][..]), 0..4_usize, 0..64_usize)
            .prop_map(|(what, which, detail)| Try::Breach { what, which, detail }),
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
pub(super) fn everybody() -> Vec<Actor> {
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
pub(super) fn with_role(role: Role) -> Vec<Actor> {
    everybody()
        .into_iter()
        .filter(|actor| actor.role == role && !actor.account.as_str().starts_with("c-"))
        .collect()
}

pub(super) fn verdicts() -> Vec<Verdict> {
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

pub(super) fn pick<T: Clone>(from: &[T], place: usize) -> T {
    from[place % from.len()].clone()
}

pub(super) fn proposal(life: &Life, verdict: &Verdict, outcome: usize, detail: usize) -> Command {
    let open = pick(verdict.open(), outcome);
    let mut draft = draft(&open);
    if detail & 1 == 1 {
        draft.last_day = Some(life.now.day().plus_days(i64::try_from(detail >> 3).unwrap()));
    }
    draft.notice_reasons = (detail & 2 == 2).then(|| blob(4));
    draft.download = detail & 4 == 4;
    draft.left_out = (detail & 8 == 8).then(|| (blob(5), draft.items.clone()));
    // Of every item, and now and then of the first alone.
    let named = if detail & 56 == 56 { 1 } else { draft.items.len() };
    draft.reasons = (detail & 16 == 16).then(|| (blob(6), draft.items.iter().copied().take(named).collect()));
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
    let standing = Standing::Own;
    Command::Approve { n, approval, agreed, reasons, telephone, standing, current: Box::new(now.clone()) }
}

pub(super) fn any_command(life: &Life, what: u8, n: u32, verdict: usize, detail: usize) -> Command {
    let judged = pick(&verdicts(), verdict);
    let (yes, reasons) = (detail.is_multiple_of(2), blob(9));
    match what {
        0 => Command::Complete {
            part: pick(&[json!({}), json!({"urgency": "immediate"}), json!({"urgency": "never"})], detail),
            missing: vec![],
        },
        1 => Command::Withdraw,
        2 if yes => {
            let whom = if detail.is_multiple_of(8) { everybody() } else { with_role(Role::Officer) };
            Command::Reassign { to: pick(&whom, detail >> 1) }
        }
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
            let giver = detail.is_multiple_of(3).then_some((&giver, life.now));
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
        20..=29 => breach_command(life, what, n, detail),
        30 => Command::DeclareConflict {
            why: pick(&ConflictKind::ALL, detail),
            text: (detail & 4 == 4).then_some(reasons),
        },
        31 => Command::WithdrawConflict { n, reasons },
        32 => Command::Take,
        33 => Command::HandOver {
            to: yes.then(|| pick(&with_role(Role::Clinician), detail >> 1)),
            note: reasons,
        },
        34 => Command::SpendTime { minutes: pick(&MINUTES, detail) },
        35 => Command::TakeTimeBack { minutes: pick(&MINUTES, detail) },
        36 => {
            let whom = if yes { with_role(Role::Officer) } else { everybody() };
            Command::NameRecipient { from: recipient(life), to: pick(&whom, detail >> 1), reasons }
        }
        38 => Command::GiveByTelephone {
            n,
            to: reasons,
            // Now and again in the future, or before it was released.
            at: life.now.plus(if yes { 0 } else { HOUR - i64::try_from(detail).unwrap() * HOUR }),
        },
        37 => Command::RecordConversation {
            conversation: Conversation {
                means: pick(&Means::ALL, detail),
                with: pick(&Party::ALL, n as usize),
                // Now and again in the future, now and again too long ago.
                at: life.now.plus((1 - i64::try_from(detail).unwrap()) * DAY_SECONDS),
                text: reasons,
            },
            minutes: yes.then(|| pick(&MINUTES, detail >> 1)),
        },
        _ => Command::Close { reasons },
    }
}

/// The officer who is named to receive, or whoever would be.
fn recipient(life: &Life) -> Actor {
    let named = life.case.recipient.as_ref();
    everybody().into_iter().find(|actor| Some(&actor.account) == named).unwrap_or_else(officer)
}

/// What may be asked about breaches: of one that is there, or of none.
fn breach_command(life: &Life, what: u8, n: u32, detail: usize) -> Command {
    let reasons = blob(9);
    let breach = NUMBERS_FROM + n - 1;
    let back = |hours: usize| life.now.plus(-i64::try_from(hours).unwrap() * HOUR);
    match what {
        20 => Command::ReportBreach(Reported {
            // The wrong person as often as everything else, for what follows from it is the most.
            kind: if detail & 4 == 4 { BreachKind::WrongPerson } else { pick(&BreachKind::ALL, detail) },
            disclosure: (detail & 8 == 8).then_some(n),
            happened: back(detail * 2),
            aware: back(detail),
            what: reasons,
            people: NonZeroU32::MIN,
        }),
        21 => Command::ReportWrongPerson { n, what: reasons },
        22 => Command::NoteBreach {
            n: breach,
            kind: pick(&[NoteKind::Advice, NoteKind::Measure], detail),
            text: reasons,
        },
        23 => Command::ReportToCommissioner {
            n: breach,
            at: back(detail / 4),
            reference: reasons,
            delay: (detail & 1 == 1).then(|| blob(8)),
        },
        24 => Command::FindNotReportable { n: breach, reasons },
        25 => Command::TellOfBreach { n: breach, words: reasons },
        26 => Command::DoNotTellOfBreach { n: breach, reasons },
        27 => Command::FindNoBreach { n: breach, reasons },
        28 => affected_route(breach),
        _ => Command::ConfirmAffectedRoute { n: breach },
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
pub(super) fn in_state(life: &Life, state: ProposalState, place: u32) -> Option<u32> {
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
        20 => pick(&[clinician(), guardian(), legal(), data_protection_officer()], detail),
        21 => officer(),
        22 => pick(&[data_protection_officer(), clinician()], detail),
        23..=26 => guardian(),
        27 => pick(&[guardian(), reviewer()], detail),
        // Those by whom the others go on stay in the case.
        30 => pick(&everybody(), detail),
        31 | 36 => guardian(),
        _ => clinician(),
    }
}

/// The proposal that a command waits for, if one does.
fn fitting_proposal(life: &Life, what: u8) -> Option<u32> {
    let waits = |p: &&Proposal| match what {
        10 => p.approvals.iter().any(|a| a.telephone.is_some() && a.confirmed.is_none()),
        16 | 38 => p.state == ProposalState::Released,
        17 => p.state == ProposalState::Recalled,
        18 => p.emergency && p.after_review.is_none(),
        _ => false,
    };
    life.case.proposals.values().find(waits).map(|p| p.n)
}

/// Tries it. Whatever is accepted must replay: `Life` unwraps there.
pub(super) fn attempt(life: &mut Life, step: &Try) {
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
            let follows = [10, 16, 17, 18, 38].map(|what| (what, fitting_proposal(life, what)));
            let waiting: Vec<(u8, Option<u32>)> = follows.into_iter().filter(|(_, n)| n.is_some()).collect();
            if let Some((what, Some(n))) = waiting.get(which % waiting.len().max(1)).copied() {
                let command = any_command(life, what, n, 0, *detail);
                let _ = life.act(&fitting(life, what, n, *detail), &command);
            }
        }
        Try::Breach { what, which, detail } => {
            let breaches: Vec<u32> = life.case.breaches.keys().copied().collect();
            if !breaches.is_empty() {
                let n = pick(&breaches, *which) - NUMBERS_FROM + 1;
                let command = any_command(life, *what, n, 0, *detail);
                let _ = life.act(&fitting(life, *what, n, *detail), &command);
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
