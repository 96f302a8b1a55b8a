//! Queues and lists. References only, so that looking at a list is no reading of a case.

use super::area::Area;
use crate::web::{
    frame::Frame,
    problem::{PageAnswer, page},
    session::Reader,
};
use askama::Template;
use axum::extract::Query;
use casework::actor::Role;
use service::{
    ports::Held,
    recipients::RecipientGone,
    views::{QueuePage, QueueRow, UnitRow},
};
use std::collections::HashMap;

/// What waits for a role.
#[derive(Debug, Template)]
#[template(path = "clinic/queue.html")]
pub struct QueueList {
    frame: Frame,
    base: &'static str,
    intro: String,
    empty: String,
    /// Whether anything ever waits for this reader.
    waits: bool,
    /// Whether a change of rules waits for their confirmation.
    rules_wait: bool,
    urgent: Vec<QueueRow>,
    others: Vec<QueueRow>,
    count: u32,
    next: Option<String>,
    /// Whose tasks are shown, and where the others are; empty for those who take no cases.
    shown: Vec<Shown>,
    held: &'static str,
    narrowed: bool,
    done: Option<String>,
    /// Who is on duty, or on call, today.
    duty: Vec<String>,
    /// Cases whose recipient has left, for the guardian.
    gone: Vec<RecipientGone>,
    /// Whether this reader answers the telephone: writes down calls that belong to no case, and enters emergencies.
    calls: bool,
}

/// A part of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Where it is.
    pub href: String,
    /// Its name.
    pub text: String,
    /// Whether it is the one that is shown.
    pub current: bool,
}

fn shown(area: Area, role: Role, held: Held) -> Vec<Shown> {
    if role != Role::Clinician {
        return Vec::new();
    }
    let part = |part: Held| Shown {
        href: match part {
            Held::All => area.base().to_owned(),
            other => format!("{}?show={}", area.base(), other.as_str()),
        },
        text: match part {
            Held::All => ::words::say("day-held-all"),
            Held::Own => ::words::say("day-held-own"),
            Held::Nobody => ::words::say("day-held-nobody"),
            Held::Colleague => ::words::say("day-held-colleague"),
        },
        current: part == held,
    };
    Held::ALL.map(part).to_vec()
}

impl QueueList {
    /// What a row is about, behind its reference.
    #[must_use]
    pub fn about(&self, row: &QueueRow) -> String {
        if row.n > 0 { format!(", {}", super::words::about(row.n)) } else { String::new() }
    }

    /// For how long a row has waited.
    #[must_use]
    pub fn waiting(&self, row: &QueueRow) -> String {
        if super::words::came_now(&row.waiting) {
            ::words::say("day-came-now")
        } else {
            ::words::phrase("day-waiting").with("time", &row.waiting).say()
        }
    }

    /// The page of a queue.
    #[must_use]
    pub fn new(frame: Frame, area: Area, role: Role, queue: QueuePage, rules_wait: bool, held: Held) -> Self {
        let (urgent, others) = queue.rows.into_iter().partition(|row| row.urgent);
        Self {
            frame,
            base: area.base(),
            intro: area.intro(role),
            empty: area.empty(),
            waits: role != Role::DataProtectionOfficer,
            rules_wait,
            urgent,
            others,
            count: queue.count,
            next: queue.next,
            shown: shown(area, role, held),
            held: held.as_str(),
            narrowed: held != Held::All,
            done: None,
            duty: Vec::new(),
            gone: Vec::new(),
            calls: area == Area::Clinic && role == Role::Clinician,
        }
    }

    /// With cases whose recipient has left.
    #[must_use]
    pub fn gone(mut self, gone: Vec<RecipientGone>) -> Self {
        self.gone = gone;
        self
    }

    /// With who is on duty, or on call, today.
    #[must_use]
    pub fn on_duty(mut self, duty: Vec<String>) -> Self {
        self.duty = duty;
        self
    }

    /// With what was just done.
    #[must_use]
    pub fn done(mut self, done: Option<String>) -> Self {
        self.done = done;
        self
    }
}

/// The cases of a unit.
#[derive(Debug, Template)]
#[template(path = "clinic/cases.html")]
pub struct CaseList {
    frame: Frame,
    base: &'static str,
    rows: Vec<UnitRow>,
    next: Option<String>,
}

impl CaseList {
    /// The page of a list.
    #[must_use]
    pub fn new(frame: Frame, area: Area, rows: Vec<UnitRow>, next: Option<String>) -> Self {
        Self { frame, base: area.base(), rows, next }
    }

    /// How a case began, for people.
    #[must_use]
    pub fn origin(&self, row: &UnitRow) -> String {
        super::words::origin(&row.origin)
    }

    /// Where a case stands, for people.
    #[must_use]
    pub fn stage(&self, row: &UnitRow) -> String {
        super::words::stage(&row.stage)
    }
}

/// The queue of an area.
///
/// # Errors
/// As the service's; no such page for anybody whose area it is not.
pub async fn queue(area: Area, reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let role = reader.actor.role;
    let held = query.get("show").and_then(|show| Held::parse(show)).filter(|_| role == Role::Clinician);
    let held = held.unwrap_or_default();
    let after = query.get("after").map(String::as_str);
    let queue = reader.app.service.queue_held(&reader.actor, after, held).await?;
    let frame = reader.frame(area.heading(role)).at(area.base());
    let rules_wait = reader.app.service.rules_wait_for(&reader.actor).await?;
    let duty = reader.app.service.on_duty(&reader.actor).await?;
    let done = (query.get("done").map(String::as_str) == Some("conflict"))
        .then(|| ::words::say("day-done-conflict"));
    let gone = reader.app.service.recipients_gone(&reader.actor).await?;
    let list = QueueList::new(frame, area, role, queue, rules_wait, held);
    Ok(page(&list.done(done).on_duty(duty).gone(gone)))
}

/// The cases of the reader's unit.
///
/// # Errors
/// As the service's.
pub async fn cases(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let (rows, next) =
        reader.app.service.unit_cases(&reader.actor, query.get("before").map(String::as_str)).await?;
    let frame = reader.frame(::words::say("day-cases")).at("/clinic/cases");
    Ok(page(&CaseList::new(frame, Area::Clinic, rows, next)))
}
