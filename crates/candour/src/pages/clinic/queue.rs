//! Queues and lists. References only, so that looking at a list is no reading of a case.

use super::area::Area;
use crate::web::{
    frame::Frame,
    problem::{PageAnswer, page},
    session::Reader,
};
use askama::Template;
use axum::extract::Query;
use service::views::{QueuePage, QueueRow, UnitRow};
use std::collections::HashMap;

/// What waits for a role.
#[derive(Debug, Template)]
#[template(path = "clinic/queue.html")]
pub struct QueueList {
    frame: Frame,
    base: &'static str,
    intro: &'static str,
    empty: &'static str,
    /// Whether anything ever waits for this reader.
    waits: bool,
    /// Whether a change of rules waits for their confirmation.
    rules_wait: bool,
    urgent: Vec<QueueRow>,
    others: Vec<QueueRow>,
    count: u32,
    next: Option<String>,
}

impl QueueList {
    /// What a row is about, behind its reference.
    #[must_use]
    pub fn about(&self, row: &QueueRow) -> String {
        if row.n > 0 { format!(", {}", super::words::about(row.n)) } else { String::new() }
    }

    /// The page of a queue.
    #[must_use]
    pub fn new(
        frame: Frame,
        area: Area,
        role: casework::actor::Role,
        queue: QueuePage,
        rules_wait: bool,
    ) -> Self {
        let (urgent, others) = queue.rows.into_iter().partition(|row| row.urgent);
        Self {
            frame,
            base: area.base(),
            intro: area.intro(role),
            empty: area.empty(),
            waits: role != casework::actor::Role::DataProtectionOfficer,
            rules_wait,
            urgent,
            others,
            count: queue.count,
            next: queue.next,
        }
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
    pub fn origin<'a>(&self, row: &'a UnitRow) -> &'a str {
        super::words::origin(&row.origin)
    }
}

/// The queue of an area.
///
/// # Errors
/// As the service's; no such page for anybody whose area it is not.
pub async fn queue(area: Area, reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let role = reader.actor.role;
    let queue = reader.app.service.queue(&reader.actor, query.get("after").map(String::as_str)).await?;
    let frame = reader.frame(area.heading(role)).at(area.base());
    let rules_wait = reader.app.service.rules_wait_for(&reader.actor).await?;
    Ok(page(&QueueList::new(frame, area, role, queue, rules_wait)))
}

/// The cases of the reader's unit.
///
/// # Errors
/// As the service's.
pub async fn cases(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let (rows, next) =
        reader.app.service.unit_cases(&reader.actor, query.get("before").map(String::as_str)).await?;
    let frame = reader.frame("Cases of your unit").at("/clinic/cases");
    Ok(page(&CaseList::new(frame, Area::Clinic, rows, next)))
}
