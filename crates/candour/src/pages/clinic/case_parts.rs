//! The parts of a case's page: what is asked of the reader and by when, why it was asked, what is missing, and the
//! proposals, notices and breaches with what the reader can do about each.

use super::{
    act::{self, Act},
    area::Area,
    words,
};
use crate::web::frame::Link;
use casework::codes::Who;
use service::views::{
    BreachView, ClinicCase, FactLine, MissingView, NoticeView, ProposalView, TimelineEntry,
};

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

/// The tasks of the reader.
pub(super) fn tasks(case: &ClinicCase, area: Area) -> Vec<TaskLink> {
    let link = |act: Act| act.href(area, &case.id);
    case.tasks
        .iter()
        .map(|task| TaskLink {
            task: task.task.clone(),
            asked: asked(&task.waiting),
            urgent: task.urgent,
            href: act::for_task(task, case).map(link),
            due: task.due.clone(),
            clock: task.clock.clone(),
            overdue: task.overdue,
        })
        .collect()
}

/// Since when a task is asked of the reader.
fn asked(waiting: &str) -> String {
    if words::came_now(waiting) {
        ::words::say("case-task-asked-now")
    } else {
        ::words::phrase("case-task-asked").with("time", waiting).say()
    }
}

/// A time that is running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// What is due and when, in a sentence.
    pub text: String,
    /// Whether it has passed.
    pub overdue: bool,
}

/// What runs out and when, but for what a task of the reader says already.
pub(super) fn clocks(case: &ClinicCase) -> Vec<Clock> {
    let said = |n: u32| case.tasks.iter().any(|task| task.n == n && task.due.is_some());
    let of_breach = |breach: &BreachView| {
        let clock = breach.clock.as_ref().filter(|_| breach.unfounded.is_none() && !said(breach.n))?;
        let text = ::words::phrase("case-clock-breach")
            .with("n", breach.ordinal)
            .with("by", &breach.report_by)
            .with("clock", clock)
            .say();
        Some(Clock { text, overdue: breach.overdue })
    };
    let mut found: Vec<Clock> = case.breaches.iter().filter_map(of_breach).collect();
    found.extend(case.answer_by.as_ref().map(|time| Clock {
        text: ::words::phrase("case-clock-answer").with("time", time).say(),
        overdue: false,
    }));
    found
}

/// The facts that say why somebody asks and for what, in this order.
const WHY: &[&str] = &["/purpose", "/claimed_bases", "/items", "/urgency"];

/// Why somebody asks and for what, as they said it.
pub(super) fn why(case: &ClinicCase) -> Vec<FactLine> {
    WHY.iter().filter_map(|field| case.facts.iter().find(|line| line.field == *field).cloned()).collect()
}

/// Facts of one supplier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactGroup {
    /// Who said so.
    pub title: String,
    /// The facts.
    pub lines: Vec<FactLine>,
}

/// Facts by supplier, in the order in which the first of each stands on the form.
pub(super) fn grouped(lines: Vec<FactLine>) -> Vec<FactGroup> {
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

/// What one ground lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The ground.
    pub basis: String,
    /// What could still be supplied, in sentences.
    pub lines: Vec<String>,
}

/// What is missing by ground, in the order of the verdict.
pub(super) fn missing(case: &ClinicCase) -> Vec<Missing> {
    let mut groups: Vec<Missing> = Vec::new();
    for row in case.verdict.iter().flat_map(|verdict| &verdict.missing) {
        let line = lacks(row);
        match groups.iter_mut().find(|group| group.basis == row.basis.name) {
            Some(group) => group.lines.push(line),
            None => groups.push(Missing { basis: row.basis.name.clone(), lines: vec![line] }),
        }
    }
    groups
}

/// What is missing, for somebody who is not the one who asks.
fn lacks(row: &MissingView) -> String {
    match row.advice.split_once(": ") {
        // To whoever asks it is said as to them; what it is stands behind the colon.
        Some((_, what)) if row.who == Who::Requester.as_str() => {
            ::words::phrase("case-missing-from-who-asks").with("what", what).say()
        }
        _ => row.advice.clone(),
    }
}

/// Whether something is asked of the reader about this proposal or breach. A notice is decided about where it stands.
fn is_asked(case: &ClinicCase, n: u32) -> bool {
    case.tasks.iter().any(|task| task.n == n && task.kind != "direct-notice")
}

/// A proposal with what the reader can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalCard {
    /// The proposal.
    pub view: ProposalView,
    /// What the reader can do about it.
    pub acts: Vec<Link>,
    /// Whether something is asked of the reader about it, so that it stands open.
    pub yours: bool,
}

impl ProposalCard {
    /// With what the reader can do about it.
    pub(super) fn new(case: &ClinicCase, view: &ProposalView, acts: Vec<Link>) -> Self {
        Self { view: view.clone(), acts, yours: is_asked(case, view.n) }
    }

    /// Its state, for people.
    #[must_use]
    pub fn state(&self) -> String {
        words::proposal_state(&self.view.state)
    }

    /// Which approvals it still waits for, in a sentence.
    #[must_use]
    pub fn waits(&self) -> Option<String> {
        let waiting = self.view.approvals.iter().filter(|approval| approval.state == "waiting");
        let waiting: Vec<String> = waiting.map(|approval| words::approval(&approval.approval.code)).collect();
        (self.view.state == "open" && !waiting.is_empty())
            .then(|| ::words::phrase("case-proposal-waits").with("approvals", waiting.join("; ")).say())
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
    /// Whether something is asked of the reader about it, so that it stands open.
    pub yours: bool,
}

impl BreachCard {
    /// With what the reader can do about it.
    pub(super) fn new(case: &ClinicCase, view: &BreachView, acts: Vec<Link>) -> Self {
        Self { view: view.clone(), acts, yours: is_asked(case, view.n) }
    }
}

/// The note with which the case was handed over, until somebody takes it.
pub(super) fn handed(case: &ClinicCase) -> Option<TimelineEntry> {
    case.held.as_ref()?;
    let of_work = |entry: &&TimelineEntry| matches!(entry.kind.as_str(), "case-taken" | "case-handed-over");
    let last = case.timeline.iter().rev().find(of_work)?;
    (last.kind == "case-handed-over" && last.text.is_some()).then(|| last.clone())
}
