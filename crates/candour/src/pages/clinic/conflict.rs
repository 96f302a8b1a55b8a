//! Declaring a conflict of interest, before a case is opened or from its page. The page shows nothing of a case but the
//! reference that whoever declares brings with them, so that it is no reading of it.

use super::{area::Area, faults, form};
use crate::web::{
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Frame, Seal},
    problem::{PageAnswer, faulty, page},
    session::Reader,
};
use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Redirect},
};
use casework::{conflict::ConflictKind, id::CaseId, refusal::Refusal};
use service::{Fault, ServiceError};
use std::collections::HashMap;

/// The page.
#[derive(Debug, Template)]
#[template(path = "clinic/conflict.html")]
pub struct ConflictPage {
    frame: Frame,
    seal: Seal,
    fields: Vec<Field>,
    cancel: &'static str,
}

impl ConflictPage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(frame: Frame, seal: Seal, area: Area, typed: &Form, found: &[Fault]) -> Self {
        let fields: Vec<Field> =
            fields().into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let faults = form::place(&fields, found);
        let frame = frame.faults(&faults).back(area.base(), ::words::say("day-your-queue")).at(area.base());
        Self { frame, seal, fields: form::with_faults(fields, &faults), cancel: area.base() }
    }
}

fn fields() -> Vec<Field> {
    let kinds = ConflictKind::ALL.map(|kind| {
        let label = match kind {
            ConflictKind::KnowsPerson => ::words::say("day-conflict-knows-person"),
            ConflictKind::TreatsPerson => ::words::say("day-conflict-treats-person"),
            ConflictKind::OfficerRelated => ::words::say("day-conflict-officer-related"),
            ConflictKind::Other => ::words::say("day-conflict-other"),
        };
        Choice::new(kind.as_str(), label)
    });
    vec![
        Field::line("reference", ::words::say("day-reference"))
            .hint(::words::say("day-conflict-reference-hint"))
            .width(20),
        Field::radios("why", ::words::say("day-conflict-why"), kinds.to_vec()),
        Field::area("text", ::words::say("day-conflict-text"), 4)
            .hint(::words::say("day-conflict-text-hint")),
    ]
}

fn made(reader: &Reader, area: Area, typed: &Form, found: &[Fault]) -> ConflictPage {
    let frame = reader.frame(::words::say("day-conflict"));
    ConflictPage::new(frame, reader.seal(), area, typed, found)
}

/// The form; with a case in the address, its reference is filled in for whoever the case may concern.
///
/// # Errors
/// As the service's.
pub async fn ask(area: Area, reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let case = query.get("case").and_then(|id| CaseId::parse(id).ok());
    let reference = match case {
        Some(id) => reader.app.service.reference_of(&reader.actor, &id).await?,
        None => None,
    };
    let typed = reference.map_or_else(Form::default, |reference| Form::of(&[("reference", &reference)]));
    Ok(page(&made(&reader, area, &typed, &[])))
}

/// Records the declaration, and leads back to the queue: the case is closed to them from now on.
///
/// # Errors
/// As the service refuses.
pub async fn send(area: Area, posted: Posted) -> PageAnswer {
    let (reader, typed) = (&posted.reader, &posted.form);
    match declared(&posted).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=conflict", area.base())).into_response()),
        Err(error) => Ok(faulty(&made(reader, area, typed, &faults(error)?))),
    }
}

async fn declared(posted: &Posted) -> Result<(), ServiceError> {
    let (service, typed) = (&posted.reader.app.service, &posted.form);
    let id = match service.case_called(&posted.reader.actor, typed.text("reference")).await {
        Ok(id) => id,
        Err(ServiceError::Refused(Refusal::NoSuchCase)) => {
            let mut faults = vec![Fault::new("/reference", ::words::say("day-conflict-reference-expected"))];
            if ConflictKind::parse(typed.text("why")).is_none() {
                faults.push(Fault::new("/why", ::words::say("day-choose-one")));
            }
            return Err(ServiceError::Invalid(faults));
        }
        Err(other) => return Err(other),
    };
    service.declare_conflict(&id, &posted.asked(), typed.text("why"), typed.text("text")).await.map(|_| ())
}
