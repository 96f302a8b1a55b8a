//! The case as one page: what is asked of the reader, then everything they may see, in a fixed order.

use super::{
    act::{self, Act},
    area::Area,
    simple, words,
};
use crate::web::{
    frame::{Frame, Link, Seal},
    problem::{PageAnswer, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::extract::{Path, Query};
use casework::{actor::Role, codes::Who, decide::MINUTES, id::CaseId};
use service::views::{BreachView, ClinicCase, ClosedView, FactLine, MissingView, NoticeView, ProposalView};
use std::collections::HashMap;

/// A task, with the page where it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLink {
    /// What is asked.
    pub task: String,
    /// Since when it is asked, for people.
    pub asked: String,
    /// Whether it is urgent.
    pub urgent: bool,
    /// Where it is done.
    pub href: Option<String>,
    /// Until when it has to be done by law.
    pub due: Option<String>,
    /// How long that is off or past.
    pub clock: Option<String>,
    /// Whether that time has passed.
    pub overdue: bool,
}

/// Facts of one supplier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactGroup {
    /// Who said so.
    pub title: String,
    /// The facts.
    pub lines: Vec<FactLine>,
}

/// A proposal with what the reader can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalCard {
    /// The proposal.
    pub view: ProposalView,
    /// What the reader can do about it.
    pub acts: Vec<Link>,
}

impl ProposalCard {
    /// Its state, for people.
    #[must_use]
    pub fn state(&self) -> String {
        words::proposal_state(&self.view.state)
    }
}

/// A notice with what the reader can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeCard {
    /// The notice.
    pub view: NoticeView,
    /// What the reader can do about it.
    pub acts: Vec<Link>,
}

impl NoticeCard {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> String {
        words::about(self.view.n)
    }
}

/// A breach with what the reader can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreachCard {
    /// The breach.
    pub view: BreachView,
    /// What the reader can do about it.
    pub acts: Vec<Link>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "clinic/case.html")]
pub struct CasePage {
    frame: Frame,
    case: ClinicCase,
    origin: String,
    seal: Seal,
    here: String,
    done: Option<Done>,
    notes: Vec<String>,
    held: Option<String>,
    takes: bool,
    times: bool,
    tasks: Vec<TaskLink>,
    acts: Vec<Link>,
    /// What is about the case as such, and no step of answering it.
    upkeep: Vec<Link>,
    telling: Vec<Link>,
    receipts: String,
    propose: Option<String>,
    facts: Vec<FactGroup>,
    unset: Vec<FactLine>,
    closed_asked: Vec<ClosedView>,
    closed_other: Vec<ClosedView>,
    proposals: Vec<ProposalCard>,
    notices: Vec<NoticeCard>,
    breaches: Vec<BreachCard>,
}

impl CasePage {
    /// The page of a case for one role.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        area: Area,
        role: Role,
        case: ClinicCase,
        done: Option<Done>,
    ) -> Self {
        let acts = act::acts(&case);
        let link = |act: &Act| Link::new(act.href(area, &case.id), act.label(&case));
        let pick = |wanted: &dyn Fn(&Act) -> bool| {
            acts.iter().filter(|act| wanted(act)).map(link).collect::<Vec<_>>()
        };
        let tasks = case
            .tasks
            .iter()
            .map(|task| TaskLink {
                task: task.task.clone(),
                asked: asked(&task.waiting),
                urgent: task.urgent,
                href: act::for_task(task, &case).map(|act| act.href(area, &case.id)),
                due: task.due.clone(),
                clock: task.clock.clone(),
                overdue: task.overdue,
            })
            .collect();
        let (unset, set): (Vec<FactLine>, Vec<FactLine>) =
            case.facts.iter().cloned().partition(|line| line.unset);
        let closed = case.verdict.iter().flat_map(|verdict| verdict.closed.iter().cloned());
        let (closed_asked, closed_other) =
            closed.partition(|closed| closed.claimed || closed.basis.is_none());
        let proposals = case
            .proposals
            .iter()
            .rev()
            .map(|view| ProposalCard {
                view: view.clone(),
                acts: pick(&|act| act.n == view.n && !is_elsewhere(act)),
            })
            .collect();
        let notices = case
            .notices
            .iter()
            .map(|view| NoticeCard {
                view: view.clone(),
                acts: pick(&|act| act.n == view.n && act.code == "direct-notice"),
            })
            .collect();
        let breaches = case
            .breaches
            .iter()
            .map(|view| BreachCard {
                view: view.clone(),
                acts: pick(&|act| act.n == view.n && act.code != "direct-notice"),
            })
            .collect();
        Self {
            origin: words::origin(&case.origin),
            seal,
            here: format!("{}/cases/{}", area.base(), case.id),
            done,
            notes: notes(&case, role),
            held: held(&case),
            takes: acts.iter().any(|act| act.code == "take"),
            times: acts.iter().any(|act| act.code == "time"),
            tasks,
            acts: pick(&|act| act.n == 0 && !is_telling(act) && !has_a_button(act) && !is_upkeep(act)),
            upkeep: pick(&|act| act.n == 0 && is_upkeep(act)),
            telling: pick(&|act| act.n == 0 && is_telling(act)),
            receipts: format!("{}/cases/{}/receipts", area.base(), case.id),
            propose: acts.iter().find(|act| act.code == "propose").map(|act| act.href(area, &case.id)),
            facts: grouped(set),
            unset,
            closed_asked,
            closed_other,
            proposals,
            notices,
            breaches,
            frame,
            case,
        }
    }

    fn receipts(&self) -> &str {
        &self.receipts
    }

    /// The spans that are recorded with one click, in minutes.
    #[must_use]
    pub const fn spans(&self) -> [u32; 4] {
        MINUTES
    }

    /// Where a declared conflict is withdrawn, for whoever may.
    #[must_use]
    pub fn withdrawal(&self, n: &u32) -> Option<String> {
        let offered = self.case.acts.iter().any(|act| *act == format!("withdraw-conflict:{n}"));
        offered.then(|| format!("{}/withdraw-conflict/{n}", self.here))
    }

    /// Where an open outcome is proposed.
    #[must_use]
    pub fn propose_href(&self, open: &service::views::OpenView) -> Option<String> {
        self.propose.as_ref().map(|base| super::propose::href(base, open))
    }

    /// What is missing, for somebody who is not the one who asks.
    #[must_use]
    pub fn missing(&self, row: &MissingView) -> String {
        match row.advice.split_once(": ") {
            // To whoever asks it is said as to them; what it is stands behind the colon.
            Some((_, what)) if row.who == Who::Requester.as_str() => {
                ::words::phrase("case-missing-from-who-asks").with("what", what).say()
            }
            _ => row.advice.clone(),
        }
    }
}

/// What has a button of its own on the page.
fn has_a_button(act: &Act) -> bool {
    matches!(act.code.as_str(), "take" | "time" | "time-back")
}

/// What is about the case as such: who sees to it, that something went wrong, that it ends.
fn is_upkeep(act: &Act) -> bool {
    matches!(act.code.as_str(), "hand-over" | "conflict" | "close" | "report-breach" | "name-recipient")
}

/// What is numbered and not about a proposal.
fn is_elsewhere(act: &Act) -> bool {
    matches!(act.code.as_str(), "direct-notice" | "withdraw-conflict")
}

/// Since when a task is asked of the reader.
fn asked(waiting: &str) -> String {
    if words::came_now(waiting) {
        ::words::say("case-task-asked-now")
    } else {
        ::words::phrase("case-task-asked").with("time", waiting).say()
    }
}

/// With whom the case is, in a sentence, for those who take cases.
fn held(case: &ClinicCase) -> Option<String> {
    Some(match (case.held.as_deref()?, &case.holder) {
        ("own", _) => ::words::say("case-held-own"),
        ("colleague", Some(holder)) => ::words::phrase("case-held-with").with("who", holder).say(),
        ("colleague", None) => ::words::say("case-held-colleague"),
        _ => ::words::say("case-held-nobody"),
    })
}

/// What was just done, with how to take it back where that is one click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What was done.
    pub text: String,
    /// How many minutes were recorded, so that they can be taken back.
    pub minutes: Option<u32>,
}

impl Done {
    /// What a code in the address says: one of an act, or `time-` with the minutes.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let minutes = code.strip_prefix("time-").and_then(|minutes| minutes.parse().ok());
        match minutes.filter(|minutes| MINUTES.contains(minutes)) {
            Some(minutes) => {
                let text = ::words::phrase("case-done-time").with("minutes", minutes).say();
                Some(Self { text, minutes: Some(minutes) })
            }
            None => simple::done(code).map(|text| Self { text, minutes: None }),
        }
    }
}

fn is_telling(act: &Act) -> bool {
    matches!(act.code.as_str(), "safe-route" | "confirm-route" | "found" | "recovered")
}

/// Facts by supplier, in the order in which the first of each stands on the form.
fn grouped(lines: Vec<FactLine>) -> Vec<FactGroup> {
    let mut groups: Vec<FactGroup> = Vec::new();
    for line in lines {
        let title = words::supplier(&line.supplier);
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.lines.push(line),
            None => groups.push(FactGroup { title, lines: vec![line] }),
        }
    }
    groups
}

/// What a reader should know before anything else.
fn notes(case: &ClinicCase, role: Role) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    if case.origin == "duty-holder" {
        notes.push(::words::say("case-note-duty"));
    }
    if case.repetition_waits {
        notes.push(::words::say("case-note-repetition"));
    }
    if case.proposals.iter().any(|proposal| proposal.blind) {
        notes.push(::words::say("case-note-blind"));
    }
    if role == Role::DataProtectionOfficer {
        notes.push(::words::say("case-note-advises"));
    }
    notes.extend(::words::coded("case-note-phase", &case.phase));
    notes.extend(case.recipient.as_ref().map(|named| {
        let note = if named.active {
            ::words::phrase("case-note-recipient")
        } else {
            ::words::phrase("case-note-recipient-gone")
        };
        note.with("who", &named.who).with("force", &named.force).say()
    }));
    notes.extend(
        case.conflicts
            .iter()
            .filter(|conflict| !conflict.withdrawn)
            .map(|conflict| ::words::phrase("case-note-conflict").with("who", &conflict.who).say()),
    );
    notes
}

/// Reads a case. The reading is recorded before anything comes back.
///
/// # Errors
/// No such page, alike for an unknown case and another's case.
pub async fn read(reader: &Reader, id: &str) -> Result<(CaseId, ClinicCase), crate::web::problem::Problem> {
    let id = CaseId::parse(id).map_err(|_| crate::web::problem::Problem::NoSuchPage)?;
    let case = reader.app.service.clinic_case(&id, &reader.actor).await?;
    Ok((id, case))
}

/// The page of a case.
///
/// # Errors
/// As [`read`].
pub async fn show(
    area: Area,
    Looking(reader): Looking,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> PageAnswer {
    let (_, case) = read(&reader, &id).await?;
    let title = ::words::phrase("case-title").with("reference", &case.reference);
    let frame = reader.frame(title).back(area.base(), ::words::say("case-your-queue")).at(area.base());
    let done = query.get("done").and_then(|code| Done::of(code));
    Ok(page(&CasePage::new(frame, reader.seal(), area, reader.actor.role, case, done)))
}
