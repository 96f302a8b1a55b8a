//! Who may do what in an open case: every role against every command, compared with a reviewed text.
//!
//! Each command is put to a case in which it could be done, so that what is refused is refused for who asks.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    breach::{BreachKind, NUMBERS_FROM, NoteKind},
    codes::{Approval, Ground, InitiatedBy, NoticeRule, Outcome},
    command::Command,
    decide::breach::Reported,
    delegation::Standing,
    event::ClockStart,
    facts::Supplier,
    refusal::Refusal,
    verdict::issue,
};
use serde_json::json;
use std::{collections::BTreeMap, fmt::Write as _, num::NonZeroU32};

/// Everybody who may try: one of each role at the case's unit, force or trust, nobody of whom has a part in it but
/// the officer who asked; and others from elsewhere.
fn everybody() -> Vec<(String, Actor)> {
    let mut all: Vec<(String, Actor)> = Role::ALL
        .into_iter()
        .map(|role| {
            let actor = if role == Role::Officer { officer() } else { of_role("newcomer", role) };
            (role.as_str().to_owned(), actor)
        })
        .collect();
    all.push(("another officer of the force".into(), of_role("newcomer", Role::Officer)));
    for role in [Role::Supervisor, Role::Clinician, Role::SecondClinician, Role::Guardian, Role::Legal] {
        all.push((format!("{} elsewhere", role.as_str()), elsewhere(of_role("newcomer", role))));
    }
    all
}

fn guardian_alone() -> issue::Open {
    issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }
}

fn decided(mut life: Life, parts: issue::Open) -> Life {
    let verdict = opening(vec![parts]);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    life
}

fn referral_commands() -> Vec<(String, Life, Command)> {
    let verdict = opening(vec![routine(), advice(), return_it()]);
    let mut returned = Life::begin();
    returned.does(&clinician(), &propose(&verdict, Outcome::Return));
    returned.does(&clinician(), &approve(&verdict, 1, Approval::TreatingClinicianOpinion));
    let mut third = facts();
    third.repetition.same_force_referrals_90_days = 2;
    let supply = |supplier, part| Command::SupplyFacts { supplier, part };
    let named = |name: &str, life: Life, command| (name.to_owned(), life, command);
    vec![
        named("complete", returned, Command::Complete { part: json!({}), missing: vec![] }),
        named("withdraw", Life::begin(), Command::Withdraw),
        named("countersign", Life::begin(), Command::Countersign),
        named("reassign", Life::begin(), Command::Reassign { to: of_role("oscar", Role::Officer) }),
        named("supply the asker's facts", Life::begin(), supply(Supplier::Requester, json!({}))),
        named("supply the supervisor's facts", Life::begin(), supply(Supplier::Supervisor, json!({}))),
        named("supply the clinic's facts", Life::begin(), supply(Supplier::Clinic, json!({}))),
        named("supply safeguarding's facts", Life::begin(), supply(Supplier::Safeguarding, json!({}))),
        named("supply legal's facts", Life::begin(), supply(Supplier::Legal, json!({}))),
        named("supply the duty-holder's facts", Life::begin(), supply(Supplier::DutyHolder, json!({}))),
        named("supply Candour's facts", Life::begin(), supply(Supplier::Candour, json!({}))),
        named("open the record", Life::begin(), Command::OpenRecord { reason: blob(1) }),
        named(
            "review a repetition",
            Life::of(third),
            Command::ReviewRepetition { agreed: true, reasons: blob(1) },
        ),
        named(
            "advise",
            Life::begin(),
            Command::Advise { text: blob(1), current: Some(Box::new(verdict.clone())) },
        ),
        named("propose", Life::begin(), propose(&verdict, Outcome::Disclose)),
        named("write down a conversation", Life::begin(), converse(morning("2026-11-02"))),
    ]
}

fn approvals() -> Vec<(String, Life, Command)> {
    let mut found = Vec::new();
    for approval in Approval::ALL {
        let verdict = opening(vec![issue::Open { approvals: vec![*approval], ..routine() }]);
        let mut life = Life::begin();
        life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
        found.push((format!("approve {approval}"), life, approve(&verdict, 1, *approval)));
    }
    let verdict = opening(vec![]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Refuse));
    for approval in [Approval::TreatingClinicianOpinion, Approval::CaldicottGuardian] {
        found.push((format!("refuse by {approval}"), life.clone(), approve(&verdict, 1, approval)));
    }
    let verdict = opening(vec![emergency()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    let (second, at) = (Approval::SecondSeniorClinicianTwoPerson, life.now);
    let call = by_telephone(&verdict, 1, second, &second_clinician(), at);
    found.push(("record an approval by telephone".into(), life.clone(), call.clone()));
    life.does(&clinician(), &call);
    let answer = Command::AnswerTelephone { n: 1, confirmed: true };
    found.push(("confirm another's approval by telephone".into(), life, answer));
    found
}

fn later_commands() -> Vec<(String, Life, Command)> {
    let hold = NoticeRule::LegalHoldIndependentReviewEvery28Days;
    let mut lapsed = decided(Life::begin(), put_off(guardian_alone(), hold, Ground::NTa39, 28));
    lapsed.tick_until(morning("2026-12-01"));
    let mut released = decided(Life::begin(), guardian_alone());
    released.release(1).unwrap();
    let mut recalled = released.clone();
    recalled.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
    let urgent = opening(vec![emergency()]);
    let mut out = Life::begin();
    out.does(&clinician(), &propose(&urgent, Outcome::Disclose));
    out.does(&second_clinician(), &approve(&urgent, 1, Approval::SecondSeniorClinicianTwoPerson));
    out.does(&guardian(), &approve(&urgent, 1, Approval::OnCallGuardianDeputyThenReviewWithin24h));
    out.release_at_once(1).unwrap();
    let mut told_and_done = decided(Life::begin().with_route(), guardian_alone());
    told_and_done.tick();
    told_and_done.release(1).unwrap();
    let before = told(guardian_alone(), NoticeRule::NotifyBeforeDisclosureUnlessUnsafe);
    let named = |name: &str, life: Life, command| (name.to_owned(), life, command);
    vec![
        named(
            "record that telling beforehand is unsafe",
            decided(Life::begin(), before),
            Command::RecordNoticeUnsafe { n: 1, reasons: blob(1) },
        ),
        named("direct a notice", lapsed, Command::DirectNotice { n: 1, reasons: blob(1) }),
        named("record a finding", Life::begin(), Command::StartNoticeClock { start: ClockStart::Found }),
        named("record a safe route", Life::begin(), safe_route()),
        named("confirm a safe route", Life::begin().with_route(), Command::ConfirmSafeRoute),
        named("recall", released, Command::Recall { n: 1, reasons: blob(1) }),
        named("confirm destruction", recalled.clone(), Command::ConfirmDestruction { n: 1 }),
        named("refuse destruction", recalled, Command::RefuseDestruction { n: 1, law: blob(1) }),
        named(
            "review an emergency afterwards",
            out,
            Command::AfterReview { n: 1, upheld: true, reasons: blob(1) },
        ),
        named("close", told_and_done, Command::Close { reasons: blob(1) }),
    ]
}

/// Commands about breaches, each put to a case in which it could be done.
fn breach_commands() -> Vec<(String, Life, Command)> {
    let mut released = decided(Life::begin(), guardian_alone());
    released.release(1).unwrap();
    let mut noticed = released.clone();
    let aware = noticed.now;
    let report = |kind, disclosure| {
        Command::ReportBreach(Reported {
            kind,
            disclosure,
            happened: aware,
            aware,
            what: blob(1),
            people: NonZeroU32::MIN,
        })
    };
    noticed.does(&legal(), &report(BreachKind::Other, Some(1)));
    let mut owed = released.clone();
    owed.does(&legal(), &report(BreachKind::WrongPerson, Some(1)));
    let mut routed = owed.clone();
    let n = NUMBERS_FROM;
    routed.does(&clinician(), &affected_route(n));
    let (text, reasons) = (blob(1), blob(1));
    let named = |name: &str, life: &Life, command| (name.to_owned(), life.clone(), command);
    vec![
        named("record a breach", &released, report(BreachKind::TooMuch, Some(1))),
        named(
            "say that it is not the person who was asked about",
            &released,
            Command::ReportWrongPerson { n: 1, what: blob(1) },
        ),
        named(
            "advise on a breach",
            &noticed,
            Command::NoteBreach { n, kind: NoteKind::Advice, text: text.clone() },
        ),
        named(
            "record what was done about a breach",
            &noticed,
            Command::NoteBreach { n, kind: NoteKind::Measure, text },
        ),
        named(
            "record that a breach was reported",
            &noticed,
            Command::ReportToCommissioner { n, at: aware, reference: blob(1), delay: None },
        ),
        named(
            "decide that a breach need not be reported",
            &noticed,
            Command::FindNotReportable { n, reasons: reasons.clone() },
        ),
        named("decide that a breach is told", &noticed, Command::TellOfBreach { n, words: blob(1) }),
        named(
            "decide that a breach is not told",
            &noticed,
            Command::DoNotTellOfBreach { n, reasons: reasons.clone() },
        ),
        named(
            "find that there was no breach",
            &noticed,
            Command::FindNoBreach { n, reasons: reasons.clone() },
        ),
        named(
            "find that there was no breach when a notice is owed",
            &owed,
            Command::FindNoBreach { n, reasons },
        ),
        named("record a route for whom a breach concerns", &owed, affected_route(n)),
        named("confirm a route for whom a breach concerns", &routed, Command::ConfirmAffectedRoute { n }),
    ]
}

fn own_report_commands() -> Vec<(String, Life, Command)> {
    let verdict = opening(vec![own_duty()]);
    let life = || Life::begun_by(&health_worker(), InitiatedBy::DutyHolder, facts());
    let mut proposed = life();
    proposed.does(&health_worker(), &propose(&verdict, Outcome::Disclose));
    let duty = Approval::IndividualProfessionalPersonalDuty;
    vec![
        (
            "own duty of a health worker: supply the duty-holder's facts".into(),
            life(),
            Command::SupplyFacts { supplier: Supplier::DutyHolder, part: json!({}) },
        ),
        ("own duty of a health worker: propose".into(), life(), propose(&verdict, Outcome::Disclose)),
        ("own duty of a health worker: approve".into(), proposed, approve(&verdict, 1, duty)),
    ]
}

/// The command by somebody in this right; what was said by telephone was said in another's.
fn in_standing(command: Command, standing: &Standing) -> Command {
    match command {
        Command::Approve { n, approval, agreed, reasons, telephone: None, current, .. } => Command::Approve {
            n,
            approval,
            agreed,
            reasons,
            telephone: None,
            standing: standing.clone(),
            current,
        },
        other => other,
    }
}

/// Commands about what the clinic discloses of its own accord, to the officer of these tests.
fn own_accord_commands() -> Vec<(String, Life, Command)> {
    let life = || Life::begun_by(&health_worker(), InitiatedBy::HealthService, facts());
    let oscar = of_role("oscar", Role::Officer);
    let named = |name: &str, command| (format!("of the clinic's own accord: {name}"), life(), command);
    vec![
        named("reassign", Command::Reassign { to: oscar.clone() }),
        named(
            "name another recipient",
            Command::NameRecipient { from: officer(), to: oscar, reasons: blob(1) },
        ),
    ]
}

/// Commands about what was asked by telephone, by an officer without an account.
fn telephone_commands() -> Vec<(String, Life, Command)> {
    let urgent = opening(vec![emergency()]);
    let mut out = Life::by_telephone();
    out.does(&clinician(), &propose(&urgent, Outcome::Disclose));
    out.does(&second_clinician(), &approve(&urgent, 1, Approval::SecondSeniorClinicianTwoPerson));
    out.does(&guardian(), &approve(&urgent, 1, Approval::OnCallGuardianDeputyThenReviewWithin24h));
    out.release_at_once(1).unwrap();
    let at = out.now;
    let mut recalled = out.clone();
    recalled.does(&clinician(), &Command::Recall { n: 1, reasons: blob(1) });
    let named = |name: &str, life: &Life, command| {
        (format!("of an officer without an account: {name}"), life.clone(), command)
    };
    vec![
        named("countersign", &Life::by_telephone(), Command::Countersign),
        named("withdraw", &Life::by_telephone(), Command::Withdraw),
        named("read out by telephone", &out, Command::GiveByTelephone { n: 1, to: blob(1), at }),
        named("record destruction", &recalled, Command::ConfirmDestruction { n: 1 }),
        named("record that it is kept", &recalled, Command::RefuseDestruction { n: 1, law: blob(1) }),
    ]
}

const NO_SUCH_CASE: &str = "no such case";

fn answer(done: &Result<Vec<casework::event::Event>, Refusal>) -> String {
    match done {
        Ok(_) => "may".to_owned(),
        Err(Refusal::NoSuchCase) => NO_SUCH_CASE.to_owned(),
        Err(Refusal::NotYourRole) => "not their role".to_owned(),
        Err(other) => format!("refused: {other}"),
    }
}

fn matrix() -> String {
    let mut text = String::new();
    let mut commands = referral_commands();
    commands.extend(approvals());
    commands.extend(later_commands());
    commands.extend(breach_commands());
    commands.extend(own_report_commands());
    commands.extend(own_accord_commands());
    commands.extend(telephone_commands());
    for (name, life, command) in commands {
        let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (who, mut actor) in everybody() {
            if name.starts_with("own duty") && actor.role == Role::HealthWorker {
                actor = health_worker();
            }
            answers.entry(answer(&life.clone().ask(&actor, &command))).or_default().push(who);
        }
        // Beside the guardian, a deputy to whom nothing is delegated: what is refused to them alone is a guardian's act.
        let nothing = Standing::Deputy { delegations: Vec::new(), on_call: true };
        let deputy = of_role("newcomer", Role::Guardian);
        let command = in_standing(command, &nothing);
        let tried = life.clone().ask_in(&deputy, &nothing, &command);
        answers.entry(answer(&tried)).or_default().push("deputy without a delegation".to_owned());
        let _ = writeln!(text, "{name}");
        for (answer, who) in answers {
            // Those for whom there is no such case are all that no other line names.
            let who = if answer == NO_SUCH_CASE { "everybody else".to_owned() } else { who.join(", ") };
            let _ = writeln!(text, "  {answer}: {who}");
        }
    }
    text
}

#[test]
fn each_role_may_do_what_the_reviewed_matrix_says() {
    let reviewed = include_str!("../../testdata/authorisation.txt");
    let found = matrix();
    assert!(found == reviewed, "the matrix is now:\n{found}");
}
