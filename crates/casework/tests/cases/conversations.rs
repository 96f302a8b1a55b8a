//! Telephone calls and meetings: written down in a case, or beginning one that names nobody.

use crate::support::*;
use casework::{
    actor::Role,
    awaiting::{self, TaskKind},
    case::WorkDone,
    codes::{Approval, Outcome},
    command::Command,
    conflict::ConflictKind,
    conversation::{Conversation, DAYS_BACK_MAX, Means, Party},
    decide,
    delegation::Standing,
    event::Event,
    officer, person,
    refusal::Refusal,
    time::DAY_SECONDS,
    verdict::issue,
};

/// What is written down without the time that it took.
fn without_time(conversation: Conversation) -> Command {
    Command::RecordConversation { conversation, minutes: None }
}

#[test]
fn whoever_works_on_a_case_writes_down_what_was_said_with_the_time_that_it_took() {
    let mut life = Life::begin();
    let now = life.now;
    let done = life.does(&clinician(), &converse(now));
    assert_eq!(done, ["conversation-recorded", "time-spent"]);
    for actor in [second_clinician(), guardian(), safeguarding(), legal()] {
        assert_eq!(life.does(&actor, &without_time(conversation(now))), ["conversation-recorded"]);
    }
    assert_eq!(life.case.time.len(), 1);
    // To write down what was said is nobody's decision: a deputy needs no delegation for it.
    let nothing = Standing::Deputy { delegations: Vec::new(), on_call: false };
    assert!(life.ask_in(&of_role("grace", Role::Guardian), &nothing, &converse(now)).is_ok());
    for actor in [reviewer(), data_protection_officer()] {
        assert_eq!(life.refuses(&actor, &converse(now)), Refusal::NotYourRole);
    }
    for actor in [officer(), supervisor(), health_worker(), elsewhere(clinician())] {
        assert_eq!(life.refuses(&actor, &converse(now)), Refusal::NoSuchCase);
    }
}

#[test]
fn a_conversation_took_place_within_a_month_and_not_in_the_future() {
    let mut life = Life::begin();
    let now = life.now;
    let month = DAYS_BACK_MAX * DAY_SECONDS;
    for seconds in [0, -1, -month] {
        life.does(&clinician(), &without_time(conversation(now.plus(seconds))));
    }
    for seconds in [1, DAY_SECONDS, -month - 1, i64::MIN] {
        let refused = life.refuses(&clinician(), &converse(now.plus(seconds)));
        assert_eq!(refused, Refusal::ConversationTime, "{seconds}");
    }
    // Nothing is half recorded: a span that there is not refuses the whole.
    let odd = Command::RecordConversation { conversation: conversation(now), minutes: Some(7) };
    assert_eq!(life.refuses(&clinician(), &odd), Refusal::Minutes);
    assert_eq!(life.case.work.len(), 3);
}

#[test]
fn nothing_is_written_down_by_whoever_stands_back_or_in_a_closed_case() {
    let mut life = Life::begin();
    let now = life.now;
    life.does(&second_clinician(), &Command::DeclareConflict { why: ConflictKind::KnowsPerson, text: None });
    assert_eq!(life.refuses(&second_clinician(), &converse(now)), Refusal::ConflictDeclared);

    let mut life = Life::called(&clinician(), None).unwrap();
    life.does(&clinician(), &Command::Close { reasons: blob(1) });
    let now = life.now;
    assert_eq!(life.refuses(&clinician(), &converse(now)), Refusal::Closed);
}

#[test]
fn what_was_said_moves_nothing_that_is_waited_for_and_nothing_that_the_officer_sees() {
    let mut life = Life::begin();
    let before = life.case.clone();
    life.pass(7_200);
    let now = life.now;
    life.does(&clinician(), &converse(now));
    assert_eq!(awaiting::tasks(&life.case), awaiting::tasks(&before));
    assert_eq!(life.case.updated, before.updated);
    for at in [now, officer::fixed_time(&before)] {
        assert_eq!(officer::state(&life.case, at), officer::state(&before, at));
    }
    assert_eq!(life.case, life.replayed());
}

#[test]
fn the_person_hears_that_there_was_a_call_once_they_are_told_and_not_with_whom() {
    let verdict = opening(vec![issue::Open { approvals: vec![Approval::CaldicottGuardian], ..routine() }]);
    let mut life = Life::begin();
    let now = life.now;
    let relative = Conversation { with: Party::PersonOrRelative, ..conversation(now) };
    life.does(&clinician(), &without_time(relative));
    assert_eq!(person::seen(&life.case), None);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&guardian(), &approve(&verdict, 1, Approval::CaldicottGuardian));
    let mut life = life.with_route();
    life.tick();
    let seen = person::seen(&life.case).unwrap();
    assert!(
        seen.work.contains(&(Role::Clinician, now, WorkDone::Spoke(Means::Telephone))),
        "{:?}",
        seen.work
    );
}

#[test]
fn a_call_that_belongs_to_no_case_begins_one_that_names_nobody_and_is_answered() {
    let life = Life::called(&clinician(), Some(30)).unwrap();
    let kinds: Vec<&str> = life.recorded.iter().map(|(event, _)| event.kind()).collect();
    assert_eq!(kinds, ["enquiry-received", "conversation-recorded", "advice-given", "time-spent"]);
    let case = &life.case;
    assert_eq!((case.origin, &case.force, &case.recipient, &case.identity), (None, &None, &None, &None));
    assert!(!case.is_referral() && case.advice.len() == 1 && case.asker().is_none());
    // What was asked is kept once, and the advice beside it.
    let Some((Event::ConversationRecorded { text, .. }, _)) = life.recorded.get(1) else { panic!() };
    assert_eq!((text, &case.advice[0].text), (&case.question, &blob(2)));
    // It is answered: all that is left is to close it.
    let tasks: Vec<TaskKind> = awaiting::tasks(case).iter().map(|task| task.kind).collect();
    assert_eq!(tasks, [TaskKind::Close]);
    assert_eq!(life.case, life.replayed());
    let mut without = Life::called(&clinician(), None).unwrap();
    assert!(without.case.time.is_empty());
    assert_eq!(without.refuses(&clinician(), &Command::OpenRecord { reason: blob(1) }), Refusal::EnquiryOnly);
}

#[test]
fn no_officer_ever_sees_a_case_that_a_call_began() {
    let mut life = Life::called(&clinician(), None).unwrap();
    for police in [officer(), of_role("oscar", Role::Officer), supervisor()] {
        assert!(!decide::may_read(&life.case, &police));
        for command in [Command::Withdraw, Command::Countersign] {
            assert_eq!(life.refuses(&police, &command), Refusal::NoSuchCase);
        }
        let reassign = Command::Reassign { to: of_role("oscar", Role::Officer) };
        assert_eq!(life.refuses(&police, &reassign), Refusal::NoSuchCase);
    }
    assert!(!decide::may_read(&life.case, &elsewhere(clinician())));
    assert!(decide::may_read(&life.case, &clinician()));
    assert_eq!(life.refuses(&guardian(), &Command::Reassign { to: officer() }), Refusal::NoSuchCase);
}

#[test]
fn a_case_is_begun_in_this_way_by_a_clinician_of_the_unit_alone() {
    for role in Role::ALL {
        let begun = Life::called(&of_role("newcomer", role), None);
        let expected = (role != Role::Clinician).then_some(Refusal::NotYourRole);
        assert_eq!(begun.err(), expected, "{}", role.as_str());
    }
    assert_eq!(Life::called(&elsewhere(clinician()), None).err(), Some(Refusal::NotYourRole));
    assert_eq!(Life::called(&clinician(), Some(7)).err(), Some(Refusal::Minutes));
}
