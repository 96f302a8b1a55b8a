//! Queues and lists: references only. A list is no read of a case.

use crate::{
    clinic_day,
    dates::ForReaders as _,
    engine::Service,
    error::{Answer, ServiceError},
    ports::{CaseRow, Held, QueueQuery, TaskRow},
    views::{OfficerRow, QueuePage, QueueRow, UnitRow},
};
use casework::{
    actor::{Actor, Place, Role},
    awaiting::TaskKind,
    breach::REPORT_SECONDS,
    codes::InitiatedBy,
    id::{AccountId, CaseId},
    officer::{self, OfficerState},
    refusal::Refusal,
    time::{DAY_SECONDS, HOUR, Moment},
};
use std::collections::BTreeMap;

/// Rows on one page of a list.
const PAGE_ROWS: u32 = 25;
/// Up to how many waiting tasks are counted; beyond, the page says "more than".
const COUNT_MAX: u32 = 1_000;

/// The queue that an actor sees.
pub(crate) fn scope(actor: &Actor) -> Option<String> {
    match (&actor.place, actor.role) {
        (_, Role::Administrator | Role::KeyCustodian | Role::RetentionManager) => None,
        (_, Role::Officer | Role::HealthWorker) => Some(format!("account:{}", actor.account)),
        (Place::Force(force), _) => Some(format!("force:{force}")),
        (Place::Unit(unit), _) => Some(format!("unit:{unit}")),
        (Place::Trust(trust), _) => Some(format!("trust:{trust}")),
        (Place::Independent, Role::Reviewer) => Some("independent".to_owned()),
        (Place::Independent | Place::Service, _) => None,
    }
}

/// Since when tasks of a role count. A referral is shown to a supervisor until the latest of its fixed times: by then it has
/// ended for its officer.
///
/// SECURITY: the same days for every referral, whatever became of it, or its leaving the queue would tell.
fn waits_from(role: Role, now: Moment) -> Moment {
    if role == Role::Supervisor { now.plus(-officer::ROUTINE_SECONDS) } else { Moment(i64::MIN) }
}

impl Service {
    /// A page of the actor's queue: urgent ones first, then the longest waiting.
    ///
    /// # Errors
    /// As the store's.
    pub async fn queue(&self, actor: &Actor, after: Option<&str>) -> Answer<QueuePage> {
        self.queue_held(actor, after, Held::All).await
    }

    /// The same, narrowed down by whose the cases are. Only clinicians take cases; for everybody else it is the whole.
    ///
    /// # Errors
    /// As the store's.
    pub async fn queue_held(&self, actor: &Actor, after: Option<&str>, held: Held) -> Answer<QueuePage> {
        let held = if actor.role == Role::Clinician { held } else { Held::All };
        let Some(scope) = scope(actor) else {
            return Ok(QueuePage { rows: Vec::new(), count: 0, next: None });
        };
        let mut query = QueueQuery {
            role: actor.role,
            scope,
            held,
            account: actor.account.clone(),
            since: waits_from(actor.role, self.now()),
            after: after.and_then(read_cursor),
            limit: COUNT_MAX,
        };
        let count = {
            let all = QueueQuery { after: None, ..query.clone() };
            self.parts.store.task_count(&all).await?
        };
        query.limit = PAGE_ROWS + 1;
        let mut rows = self.parts.store.tasks(&query).await?;
        let more = rows.len() > PAGE_ROWS as usize;
        rows.truncate(PAGE_ROWS as usize);
        let next = if more { rows.last().map(write_cursor) } else { None };
        Ok(QueuePage { rows: self.queue_rows(rows, actor).await?, count, next })
    }

    /// The tasks that one case has for an actor.
    pub(crate) async fn tasks_for(&self, case: &CaseId, actor: &Actor) -> Answer<Vec<QueueRow>> {
        let Some(scope) = scope(actor) else { return Ok(Vec::new()) };
        let tasks = self.parts.store.case_tasks(case).await?;
        let own = tasks.into_iter().filter(|row| row.role == actor.role && row.scope == scope).collect();
        self.queue_rows(own, actor).await
    }

    /// Rows of a queue as this reader sees them.
    async fn queue_rows(&self, rows: Vec<TaskRow>, actor: &Actor) -> Answer<Vec<QueueRow>> {
        let now = self.now();
        let mut names: BTreeMap<AccountId, String> = BTreeMap::new();
        let mut found = Vec::new();
        for row in rows {
            // SECURITY: who sees to a case is the clinic's own affair; a row of anybody else's says nothing of it.
            let held = clinic_day::held(row.holder.as_ref(), actor);
            let holder = match (held.as_deref(), &row.holder) {
                (Some("colleague"), Some(account)) => {
                    if !names.contains_key(account) {
                        let known = self.parts.store.account(account).await?;
                        names.insert(account.clone(), known.map_or_else(String::new, |row| row.title));
                    }
                    names.get(account).cloned()
                }
                _ => None,
            };
            let conflict = row.barred.contains(&actor.individual) && actor.role.is_of_the_clinic();
            found.push(QueueRow { held, holder, conflict, ..queue_row(row, now) });
        }
        Ok(found)
    }

    /// An officer's own referrals, newest first.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn officer_list(
        &self,
        actor: &Actor,
        before: Option<&str>,
    ) -> Answer<(Vec<OfficerRow>, Option<String>)> {
        if actor.role != Role::Officer {
            return Err(Refusal::NotYourRole.into());
        }
        let now = self.now();
        let before = before.and_then(read_place);
        let rows = self.parts.store.cases_of_account(&actor.account, before, PAGE_ROWS + 1).await?;
        Ok(self.own_rows(actor, rows, |row| officer_state(row, now)).await)
    }

    /// A health worker's own reports, newest first. A call that a clinician wrote down, or entered for an officer without an
    /// account, is none; it stands among the cases of the unit.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody but a trust's staff.
    pub async fn own_reports(
        &self,
        actor: &Actor,
        before: Option<&str>,
    ) -> Answer<(Vec<OfficerRow>, Option<String>)> {
        if !matches!(actor.role, Role::HealthWorker | Role::Clinician) {
            return Err(Refusal::NotYourRole.into());
        }
        let returned = OfficerState::Returned.as_str();
        let before = before.and_then(read_place);
        let rows = self.parts.store.reports_of(&actor.account, before, PAGE_ROWS + 1).await?;
        let state = |row: &CaseRow| if row.phase == "returned" { returned } else { "sent" };
        Ok(self.own_rows(actor, rows, state).await)
    }

    /// A page of them, of one row more than it shows where there is another page.
    async fn own_rows(
        &self,
        actor: &Actor,
        mut rows: Vec<CaseRow>,
        state: impl Fn(&CaseRow) -> &'static str,
    ) -> (Vec<OfficerRow>, Option<String>) {
        let places = self.places().await;
        let more = rows.len() > PAGE_ROWS as usize;
        rows.truncate(PAGE_ROWS as usize);
        let place = |row: &CaseRow| format!("{}.{}", row.since(&actor.account).0, row.case);
        let next = if more { rows.last().map(place) } else { None };
        let rows = rows
            .into_iter()
            .map(|row| OfficerRow {
                state: state(&row).to_owned(),
                id: row.case.to_string(),
                reference: row.reference.clone(),
                // SECURITY: when a case began that somebody else began is not for whom the clinic turned to.
                sent: (row.opened_by == actor.account).then(|| row.opened.for_readers()),
                unit: places.unit_title(&row.unit),
                // SECURITY: that a supervisor gave it on is the force's own act, and says nothing of what became of it.
                handed_over: row
                    .handed_over
                    .filter(|_| row.opened_by == actor.account)
                    .map(|at| at.day().for_readers()),
            })
            .collect();
        (rows, next)
    }

    /// The cases of the actor's unit, most lately changed first.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody who does not work in a unit.
    pub async fn unit_cases(
        &self,
        actor: &Actor,
        before: Option<&str>,
    ) -> Answer<(Vec<UnitRow>, Option<String>)> {
        let (Place::Unit(unit), Role::Clinician | Role::SecondClinician) = (&actor.place, actor.role) else {
            return Err(Refusal::NotYourRole.into());
        };
        let mut rows =
            self.parts.store.cases_of_unit(unit, before.and_then(read_place), PAGE_ROWS + 1).await?;
        let more = rows.len() > PAGE_ROWS as usize;
        rows.truncate(PAGE_ROWS as usize);
        let next = if more { rows.last().map(|row| format!("{}.{}", row.updated.0, row.case)) } else { None };
        Ok((rows.into_iter().map(unit_row).collect(), next))
    }
}

/// A case as a list of the clinic has it.
pub(crate) fn unit_row(row: CaseRow) -> UnitRow {
    UnitRow {
        id: row.case.to_string(),
        reference: row.reference,
        stage: row.stage,
        origin: row.origin,
        opened: row.opened.for_readers(),
        updated: row.updated.for_readers(),
    }
}

/// What the officer may know, from the row alone: the same as [`casework::officer::state`] gives for the case.
#[must_use]
pub fn officer_state(row: &CaseRow, now: Moment) -> &'static str {
    let standing = [
        OfficerState::Sent,
        OfficerState::Returned,
        OfficerState::InformationReady,
        OfficerState::Recalled,
        OfficerState::NoInformation,
    ]
    .into_iter()
    .find(|state| state.as_str() == row.officer_state)
    .unwrap_or(OfficerState::Sent);
    match standing {
        OfficerState::InformationReady | OfficerState::Recalled => standing.as_str(),
        OfficerState::Sent | OfficerState::Returned | OfficerState::NoInformation => {
            if now >= row.fixed_at {
                OfficerState::NoInformation.as_str()
            } else {
                standing.as_str()
            }
        }
    }
}

/// Whether what is to be considered came from a health worker: no officer has referred anybody.
fn is_report(row: &TaskRow) -> bool {
    row.kind == TaskKind::ConsiderReferral.as_str()
        && InitiatedBy::parse(&row.origin).is_some_and(|began| began != InitiatedBy::Requester)
}

fn queue_row(row: TaskRow, now: Moment) -> QueueRow {
    // A breach waits since the trust was aware of it, and its clock runs from there.
    let due = (row.kind == TaskKind::BreachReport.as_str()).then(|| row.since.plus(REPORT_SECONDS));
    let task = match (due, row.role) {
        (Some(_), Role::DataProtectionOfficer) => ::words::say("view-breach-task-advise"),
        (Some(_), Role::Reviewer) => ::words::say("view-breach-task-undecided"),
        _ if is_report(&row) => ::words::say("view-task-consider-report"),
        _ => crate::words::task(&row.kind),
    };
    QueueRow {
        id: row.case.to_string(),
        reference: row.reference,
        task,
        due: due.map(Moment::for_readers),
        clock: due.map(|due| crate::breach_view::clock(due, now)),
        overdue: due.is_some_and(|due| now > due),
        kind: row.kind,
        n: row.n,
        since: row.since.for_readers(),
        waiting: waiting(now.0 - row.since.0),
        urgent: row.urgent,
        held: None,
        holder: None,
        conflict: false,
    }
}

/// A span in words: minutes, hours, days.
fn waiting(seconds: i64) -> String {
    match seconds {
        ..120 => ::words::say("view-waiting-now"),
        120..HOUR => ::words::phrase("view-span-minutes").with("n", seconds / 60).say(),
        HOUR..DAY_SECONDS => ::words::phrase("view-span-hours").with("n", seconds / HOUR).say(),
        _ => ::words::phrase("view-span-days").with("n", seconds / DAY_SECONDS).say(),
    }
}

fn write_cursor(row: &TaskRow) -> String {
    format!("{}.{}.{}.{}.{}", u8::from(row.urgent), row.since.0, row.case, row.kind, row.n)
}

fn read_cursor(text: &str) -> Option<(bool, Moment, CaseId, String, u32)> {
    let parts: Vec<&str> = text.split('.').collect();
    let [urgent, since, case, kind, n] = parts.as_slice() else { return None };
    Some((
        *urgent == "1",
        Moment(since.parse().ok()?),
        CaseId::parse(case).ok()?,
        (*kind).to_owned(),
        n.parse().ok()?,
    ))
}

fn read_place(text: &str) -> Option<(Moment, CaseId)> {
    let (at, case) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), CaseId::parse(case).ok()?))
}

/// A list cursor that does not read is a fault of the address, not of the record.
///
/// # Errors
/// [`ServiceError::Invalid`].
pub fn check_cursor(text: &str) -> Answer<()> {
    if read_cursor(text).is_some() || read_place(text).is_some() {
        Ok(())
    } else {
        let expected = ::words::say("refusal-expected-cursor");
        Err(ServiceError::Invalid(vec![crate::error::Fault::new("/after", expected)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_supervisor_is_shown_what_was_sent_until_its_latest_fixed_time_and_others_whatever_waits() {
        let sent = Moment(1_795_348_800);
        let shown = |role: Role, after: i64| sent > waits_from(role, sent.plus(after));
        for (after, still) in
            [(0, true), (officer::ROUTINE_SECONDS - 1, true), (officer::ROUTINE_SECONDS, false)]
        {
            assert_eq!(shown(Role::Supervisor, after), still, "{after}");
        }
        let mut others = Role::ALL.into_iter().filter(|role| *role != Role::Supervisor);
        assert!(others.all(|role| shown(role, 1_000 * DAY_SECONDS)));
    }

    #[test]
    fn what_is_to_be_considered_is_named_by_how_the_case_began() {
        let said = |kind: &str, origin: &str| {
            let row = TaskRow {
                case: CaseId::from_bytes([7; 16]),
                reference: "LON-4F7K-Q2XD".to_owned(),
                scope: "unit:london".to_owned(),
                role: Role::Clinician,
                kind: kind.to_owned(),
                n: 0,
                since: Moment(1_795_348_800),
                urgent: false,
                holder: None,
                barred: Vec::new(),
                origin: origin.to_owned(),
            };
            queue_row(row, Moment(1_795_348_800)).task
        };
        assert_eq!(said("consider-referral", "requester"), "Consider a referral");
        for origin in ["health-service", "duty-holder"] {
            assert_eq!(said("consider-referral", origin), "Consider a health worker’s report");
            assert_eq!(said("safe-route", origin), "Record or confirm a safe route");
        }
    }
}
