//! The case as one page: what is asked of the reader, then everything they may see, in a fixed order.

use super::{
    act::{self, Act},
    area::Area,
    case_parts::{self, BreachCard, Clock, FactGroup, Missing, NoticeCard, ProposalCard, TaskLink},
    simple, words,
};
use crate::web::{
    frame::{Frame, Link, Seal},
    problem::{PageAnswer, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::extract::{Path, Query};
use casework::{actor::Role, decide::MINUTES, id::CaseId};
use service::views::{ClinicCase, ClosedView, FactLine, TimelineEntry};
use std::collections::HashMap;

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
    /// The note with which it was handed over.
    handed: Option<TimelineEntry>,
    takes: bool,
    times: bool,
    tasks: Vec<TaskLink>,
    clocks: Vec<Clock>,
    acts: Vec<Link>,
    /// What is about the case as such, and no step of answering it.
    upkeep: Vec<Link>,
    telling: Vec<Link>,
    receipts: String,
    propose: Option<String>,
    why: Vec<FactLine>,
    facts: Vec<FactGroup>,
    unset: Vec<FactLine>,
    closed_asked: Vec<ClosedView>,
    closed_other: Vec<ClosedView>,
    missing: Vec<Missing>,
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
        let (unset, set): (Vec<FactLine>, Vec<FactLine>) =
            case.facts.iter().cloned().partition(|line| line.unset);
        let closed = case.verdict.iter().flat_map(|verdict| verdict.closed.iter().cloned());
        let (closed_asked, closed_other) =
            closed.partition(|closed| closed.claimed || closed.basis.is_none());
        let proposals: Vec<ProposalCard> = case
            .proposals
            .iter()
            .rev()
            .map(|view| ProposalCard::new(&case, view, pick(&|act| act.n == view.n && !is_elsewhere(act))))
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
            .map(|view| {
                BreachCard::new(&case, view, pick(&|act| act.n == view.n && act.code != "direct-notice"))
            })
            .collect();
        let mut next = pick(&|act| act.n == 0 && !is_telling(act) && !has_a_button(act) && !is_upkeep(act));
        // What can be done about a proposal that is folded is not hidden with it.
        next.extend(proposals.iter().filter(|card| !card.yours).flat_map(|card| card.acts.iter().cloned()));
        Self {
            origin: words::origin(&case.origin),
            seal,
            here: format!("{}/cases/{}", area.base(), case.id),
            done,
            notes: notes(&case, role),
            held: held(&case),
            handed: case_parts::handed(&case),
            takes: acts.iter().any(|act| act.code == "take"),
            times: acts.iter().any(|act| act.code == "time"),
            tasks: case_parts::tasks(&case, area),
            clocks: case_parts::clocks(&case),
            acts: next,
            upkeep: pick(&|act| act.n == 0 && is_upkeep(act)),
            telling: pick(&|act| act.n == 0 && is_telling(act)),
            receipts: format!("{}/cases/{}/receipts", area.base(), case.id),
            propose: acts.iter().find(|act| act.code == "propose").map(|act| act.href(area, &case.id)),
            why: case_parts::why(&case),
            facts: case_parts::grouped(set),
            unset,
            closed_asked,
            closed_other,
            missing: case_parts::missing(&case),
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

    /// How many facts are stated or shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.facts.iter().map(|group| group.lines.len()).sum()
    }

    /// How many outcomes and grounds are closed.
    #[must_use]
    pub const fn closed(&self) -> usize {
        self.closed_asked.len() + self.closed_other.len()
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
