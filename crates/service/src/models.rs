//! The read models of a case: a pure function of the case, so that rebuilding gives the same bytes.

use crate::ports::{CaseModels, CaseRow, TaskRow};
use casework::{
    actor::Role,
    awaiting,
    case::{Case, Phase, ProposalState},
    codes::Outcome,
    decide::{clock, release_waits_for},
    id::IndividualId,
    officer,
};
use std::collections::BTreeSet;

/// All read models of a case.
#[must_use]
pub fn of(case: &Case) -> CaseModels {
    let informed = case.informed_recipient().filter(|to| **to != case.outside().account);
    let row = CaseRow {
        case: case.id.clone(),
        reference: case.reference.as_str().to_owned(),
        unit: case.unit.clone(),
        trust: case.trust.clone(),
        force: case.force.clone(),
        opened_by: case.outside().account.clone(),
        recipient: informed.cloned(),
        informed: informed.and_then(|_| case.informed()),
        origin: origin(case),
        phase: phase(case.phase).to_owned(),
        stage: stage(case).to_owned(),
        // Before the fixed time; what time adds, the reader of the row adds.
        officer_state: officer::state(case, case.sent).as_str().to_owned(),
        fixed_at: officer::fixed_time(case),
        opened: case.opened,
        updated: case.updated,
        position: case.position,
        wake: clock::wake(case),
        to_release: case.proposals.values().any(|p| {
            p.outcome == Outcome::Disclose
                && p.state == ProposalState::Decided
                && !release_waits_for(case, p.n)
        }),
        holder: case.holder.as_ref().map(|holder| holder.account.clone()),
        barred: barred(case),
        handed_over: case.reassigned_at.filter(|_| case.outside().account != case.opened_by.account),
    };
    let tasks = awaiting::tasks(case)
        .into_iter()
        .flat_map(|task| {
            scopes(case, task.role).into_iter().map(move |scope| TaskRow {
                case: case.id.clone(),
                reference: case.reference.as_str().to_owned(),
                scope,
                role: task.role,
                kind: task.kind.as_str().to_owned(),
                n: task.n,
                since: task.since,
                urgent: task.urgent,
                holder: case.holder.as_ref().map(|holder| holder.account.clone()),
                barred: barred(case),
                origin: origin(case),
            })
        })
        .collect();
    let routes = case.route.iter().chain(case.breaches.values().filter_map(|breach| breach.route.as_ref()));
    CaseModels { row, tasks, letters: routes.map(|route| route.lookup.clone()).collect() }
}

/// How the case began.
fn origin(case: &Case) -> String {
    case.origin.map_or_else(|| "enquiry".to_owned(), |origin| origin.as_str().to_owned())
}

/// Who has declared a conflict of interest that stands, each once.
fn barred(case: &Case) -> Vec<IndividualId> {
    let standing = case.conflicts.iter().filter(|conflict| !conflict.withdrawn);
    let all: BTreeSet<IndividualId> = standing.map(|conflict| conflict.by.individual.clone()).collect();
    all.into_iter().collect()
}

const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Open => "open",
        Phase::Returned => "returned",
        Phase::Withdrawn => "withdrawn",
        Phase::Closed => "closed",
    }
}

/// Where the case stands, in a word for the clinic's lists.
fn stage(case: &Case) -> &'static str {
    match case.phase {
        Phase::Closed => return "closed",
        Phase::Withdrawn => return "withdrawn",
        Phase::Returned => return "returned",
        Phase::Open => {}
    }
    let has = |state| case.proposals.values().any(|p| p.state == state);
    if has(ProposalState::Recalled) {
        "recalled"
    } else if has(ProposalState::Open) {
        "awaiting approvals"
    } else if case
        .proposals
        .values()
        .any(|p| p.outcome == Outcome::Disclose && p.state == ProposalState::Decided)
    {
        "awaiting release"
    } else if has(ProposalState::Released) {
        "released"
    } else if has(ProposalState::Decided) || !case.advice.is_empty() {
        "decided"
    } else if case.openings.is_empty() {
        "new"
    } else {
        "record opened"
    }
}

/// Whose queue a task of this role stands in.
fn scopes(case: &Case, role: Role) -> Vec<String> {
    match role {
        Role::Officer => {
            let account = case.informed_recipient().unwrap_or(&case.outside().account);
            vec![format!("account:{account}")]
        }
        Role::HealthWorker => vec![format!("account:{}", case.opened_by.account)],
        Role::Supervisor => case.force.iter().map(|force| format!("force:{force}")).collect(),
        Role::Clinician | Role::SecondClinician => vec![format!("unit:{}", case.unit)],
        Role::Guardian | Role::Safeguarding | Role::Legal | Role::DataProtectionOfficer => {
            vec![format!("trust:{}", case.trust)]
        }
        Role::Reviewer => vec!["independent".to_owned()],
        Role::Administrator | Role::KeyCustodian | Role::RetentionManager => Vec::new(),
    }
}
