//! Whose turn it is in a case and by when whoever asked is answered, for those who work on it or look at it.

use crate::{dates::ForReaders as _, views::AwaitedView};
use casework::{
    actor::Role,
    awaiting::{self, Task, TaskKind},
    case::{Case, Phase},
    codes::InitiatedBy,
    officer::{self, OfficerState},
    time::Moment,
};

/// What the case waits for beside the reader, whose own tasks are listed for them, each with whom it is asked of.
pub(crate) fn others(case: &Case, reader: Role) -> Vec<AwaitedView> {
    let mut found = beside(&awaiting::tasks(case), case.origin, reader);
    // A clinician's own report that was returned stands in no queue, which would be the whole unit's.
    if case.phase == Phase::Returned && case.opened_by.role == Role::Clinician {
        let who = ::words::say("view-who-reported");
        found.push(AwaitedView { who, task: crate::words::task(TaskKind::Complete.as_str()) });
    }
    found
}

fn beside(tasks: &[Task], origin: Option<InitiatedBy>, reader: Role) -> Vec<AwaitedView> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for task in tasks.iter().filter(|task| task.role != reader && is_a_turn(task)) {
        let asked = asked(task.kind, origin);
        let role = crate::words::role(task.role);
        match found.iter_mut().find(|(known, _)| *known == asked) {
            // Two proposals that wait for the same role ask the same of it.
            Some((_, who)) if who.contains(&role) => {}
            Some((_, who)) => who.push(role),
            None => found.push((asked, vec![role])),
        }
    }
    found.into_iter().map(|(task, who)| AwaitedView { who: who.join(", "), task }).collect()
}

/// What is asked, as whoever is not asked reads it.
fn asked(kind: TaskKind, origin: Option<InitiatedBy>) -> String {
    if kind == TaskKind::ConfirmTelephone {
        ::words::say("view-task-confirm-telephone-theirs")
    } else if kind == TaskKind::ConsiderReferral && origin != Some(InitiatedBy::Requester) {
        ::words::say("view-task-consider-report")
    } else {
        crate::words::task(kind.as_str())
    }
}

/// Whether something goes no further until it is done. Nothing waits for a supervisor's signature, which is said with
/// what is asked; of a breach the guardian decides, and the others who have it in their queues look on.
fn is_a_turn(task: &Task) -> bool {
    task.kind != TaskKind::Countersign && (task.kind != TaskKind::BreachReport || task.role == Role::Guardian)
}

/// By when whoever asked is answered at the latest, for people; none once they were, or where no account asked.
pub(crate) fn answer_by(case: &Case, now: Moment) -> Option<String> {
    let waits = matches!(officer::state(case, now), OfficerState::Sent | OfficerState::Returned);
    (waits && case.asker().is_some() && !case.withdrawn).then(|| officer::fixed_time(case).for_readers())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(tasks: &[(Role, TaskKind, u32)], origin: InitiatedBy, reader: Role) -> Vec<String> {
        let tasks: Vec<Task> = tasks
            .iter()
            .map(|&(role, kind, n)| Task { role, kind, n, since: Moment(1_795_348_800), urgent: false })
            .collect();
        let found = beside(&tasks, Some(origin), reader);
        found.into_iter().map(|view| format!("{}: {}", view.who, view.task)).collect()
    }

    #[test]
    fn everybody_else_who_is_waited_for_is_named_once_with_what_is_asked() {
        let tasks = [
            (Role::Clinician, TaskKind::Approve, 1),
            (Role::Guardian, TaskKind::Approve, 1),
            (Role::Guardian, TaskKind::Approve, 2),
            (Role::Reviewer, TaskKind::AfterReview, 1),
        ];
        let approves = format!("Caldicott Guardian: {}", crate::words::task("approve"));
        let looks = format!("Independent reviewer: {}", crate::words::task("after-review"));
        assert_eq!(said(&tasks, InitiatedBy::Requester, Role::Clinician), [approves, looks]);
        let both = format!("Clinician, Caldicott Guardian: {}", crate::words::task("approve"));
        assert_eq!(said(&tasks, InitiatedBy::Requester, Role::Reviewer), [both]);
    }

    #[test]
    fn whoever_only_looks_on_holds_nothing_up() {
        let looked_at = [Role::Guardian, Role::DataProtectionOfficer, Role::Reviewer]
            .map(|role| (role, TaskKind::BreachReport, 1_000_001));
        let said_of = said(&looked_at, InitiatedBy::Requester, Role::Clinician);
        assert_eq!(said_of.len(), 1, "{said_of:?}");
        assert!(said_of[0].starts_with("Caldicott Guardian: "), "{said_of:?}");
        let signed = [(Role::Supervisor, TaskKind::Countersign, 0)];
        assert!(said(&signed, InitiatedBy::Requester, Role::Clinician).is_empty());
    }

    #[test]
    fn what_somebody_else_confirms_is_not_said_as_to_the_reader() {
        let tasks = [(Role::Guardian, TaskKind::ConfirmTelephone, 1)];
        let said = said(&tasks, InitiatedBy::Requester, Role::Clinician);
        assert!(said[0].contains("they approved") && !said[0].contains("you"), "{said:?}");
    }

    #[test]
    fn what_a_health_worker_began_is_called_a_report() {
        let tasks = [(Role::Clinician, TaskKind::ConsiderReferral, 0)];
        for (origin, asked) in [
            (InitiatedBy::Requester, "view-task-consider-referral"),
            (InitiatedBy::DutyHolder, "view-task-consider-report"),
        ] {
            assert_eq!(said(&tasks, origin, Role::Guardian), [format!("Clinician: {}", ::words::say(asked))]);
        }
    }
}
