//! A report under a duty of one's own: its holder proposes and approves it in one act, and nobody may veto it.

use crate::web::{
    field::Field,
    form::{Form, Posted},
    frame::{Faults, Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use casework::{codes::Approval, id::CaseId};
use serde_json::{Map, Value};
use service::{
    error::ServiceError,
    views::{OpenView, OwnReport},
    working::{NewApproval, NewProposal},
};

/// The form of one duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyForm {
    /// Why they report.
    pub why: Field,
    /// What is told, for each item.
    pub items: Vec<Field>,
}

impl DutyForm {
    /// The form for an open duty, with what was typed and what is wrong.
    #[must_use]
    pub fn of(open: &OpenView, form: &Form, faults: &Faults) -> Self {
        let all = |name: &str| form.all(name);
        let items = open
            .items
            .iter()
            .map(|item| Field::area(item.code.as_str(), item.name.as_str(), 5).filled(&all).faults(faults))
            .collect();
        let why = Field::area("why", words::say("officer-duty-why"), 5)
            .hint(words::say("officer-duty-why-hint"))
            .filled(&all)
            .faults(faults);
        Self { why, items }
    }
}

/// The page of one duty.
#[derive(Debug, Template)]
#[template(path = "reports/duty.html")]
pub struct DutyPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// What is open.
    pub open: OpenView,
    /// Its form.
    pub form: DutyForm,
}

impl DutyPage {
    /// The code of the duty.
    #[must_use]
    pub fn basis(&self) -> &str {
        self.open.basis.as_ref().map_or("", |basis| basis.code.as_str())
    }
}

async fn found(reader: &Reader, id: &CaseId, basis: &str) -> Result<(OwnReport, OpenView), Problem> {
    let report = reader.app.service.own_report(id, &reader.actor).await?;
    let open =
        report.own_duties.iter().find(|open| open.basis.as_ref().is_some_and(|b| b.code == basis)).cloned();
    open.map(|open| (report, open)).ok_or(Problem::NoSuchPage)
}

fn page_of(reader: &Reader, report: &OwnReport, open: OpenView, form: &Form, faults: &Faults) -> DutyPage {
    DutyPage {
        frame: reader
            .frame(words::say("officer-report-make"))
            .back(format!("/reports/{}", report.id), words::say("officer-report-back"))
            .faults(faults),
        seal: reader.seal(),
        id: report.id.clone(),
        reference: report.reference.clone(),
        form: DutyForm::of(&open, form, faults),
        open,
    }
}

fn case(id: &str) -> Result<CaseId, Problem> {
    CaseId::parse(id).map_err(|_| Problem::NoSuchPage)
}

pub(super) async fn form(Looking(reader): Looking, Path((id, basis)): Path<(String, String)>) -> PageAnswer {
    let (report, open) = found(&reader, &case(&id)?, &basis).await?;
    Ok(page(&page_of(&reader, &report, open, &Form::default(), &Faults::default())))
}

pub(super) async fn give(Path((id, basis)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let id = case(&id)?;
    let (report, open) = found(reader, &id, &basis).await?;
    let faults = faults(&open, &posted.form);
    if !faults.is_empty() {
        return Ok(faulty(&page_of(reader, &report, open, &posted.form, &faults)));
    }
    match act(&posted, &id, &basis, &open).await {
        Ok(()) => Ok(Redirect::to(&format!("/reports/{id}")).into_response()),
        Err(ServiceError::Invalid(found)) => {
            let faults = Faults::from_service(&found, |at| {
                at.strip_prefix("/content/").or_else(|| at.starts_with('/').then_some("why"))
            });
            Ok(faulty(&page_of(reader, &report, open, &posted.form, &faults)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Proposes and approves. Each has its own key, so that a repetition after a half-done act goes on where it stopped.
async fn act(posted: &Posted, id: &CaseId, basis: &str, open: &OpenView) -> Result<(), ServiceError> {
    let service = &posted.reader.app.service;
    let why = posted.form.text("why").to_owned();
    let told = |code: &str| posted.form.said(code).map(|text| (code.to_owned(), Value::from(text)));
    let content: Map<String, Value> = open.items.iter().filter_map(|item| told(&item.code)).collect();
    let proposal = NewProposal {
        outcome: "disclose".to_owned(),
        basis: Some(basis.to_owned()),
        items: Some(content.keys().cloned().collect()),
        necessity: why.clone(),
        proportionality: why.clone(),
        content,
        ..NewProposal::default()
    };
    let answer = service.propose(id, &posted.asked_for("#propose"), &proposal).await?;
    let n = answer.get("n").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    let n = n.ok_or(ServiceError::Broken("a proposal has no number"))?;
    let approval = NewApproval {
        approval: Approval::IndividualProfessionalPersonalDuty.as_str().to_owned(),
        agree: true,
        reasons: why,
        by_telephone: None,
    };
    service.approve(id, &posted.asked_for("#approve"), n, &approval).await.map(|_| ())
}

fn faults(open: &OpenView, form: &Form) -> Faults {
    let mut faults = Faults::default();
    if form.said("why").is_none() {
        faults.add("why", words::say("officer-duty-why-fault"));
    }
    if let (Some(first), true) =
        (open.items.first(), open.items.iter().all(|item| form.said(&item.code).is_none()))
    {
        faults.add(first.code.clone(), words::say("officer-duty-items-fault"));
    }
    faults
}
