//! The health worker's pages: their own reports and nothing else.

mod duty;
#[cfg(test)]
pub(crate) mod samples;

use crate::{
    pages::{
        asking::{self, journey::Journey},
        officer::{complete, receipts},
    },
    web::{
        App,
        form::Posted,
        frame::{Frame, Seal},
        problem::{PageAnswer, Problem, page},
        session::{Looking, Reader},
    },
};
use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use casework::{actor::Role, id::CaseId};
use service::{
    drafts::DraftView,
    views::{OfficerRow, OpenView, OwnReport},
};
use std::collections::HashMap;

/// Who makes reports.
pub(crate) const ROLES: &[Role] = &[Role::HealthWorker, Role::Clinician];

/// Own reports: references only.
#[derive(Debug, Template)]
#[template(path = "reports/list.html")]
pub struct ListPage {
    /// What stands around it.
    pub frame: Frame,
    /// Drafts.
    pub drafts: Vec<DraftView>,
    /// Reports, newest first.
    pub rows: Vec<OfficerRow>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// Whether this is not the first page.
    pub later: bool,
}

/// Which report.
#[derive(Debug, Template)]
#[template(path = "reports/new.html")]
pub struct NewPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
}

/// One report.
#[derive(Debug, Template)]
#[template(path = "reports/report.html")]
pub struct ReportPage {
    /// What stands around it.
    pub frame: Frame,
    /// What they sent.
    pub report: OwnReport,
    /// Whether it was sent just now.
    pub sent_now: bool,
}

impl ReportPage {
    /// The duties under which nothing was reported yet.
    #[must_use]
    pub fn duties_left(&self) -> Vec<&OpenView> {
        let reported = |open: &OpenView| self.report.proposals.iter().any(|made| made.basis == open.basis);
        self.report.own_duties.iter().filter(|open| !reported(open)).collect()
    }
}

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/reports", get(list))
        .route("/reports/new", get(new).post(begin))
        .merge(asking::routes("/reports"))
        .route("/reports/{id}", get(report))
        .route("/reports/{id}/receipts", get(move |looking, id| receipts::list("/reports", looking, id)))
        .route("/reports/{id}/receipts/{n}", get(receipts::file))
        .route("/reports/{id}/sent", get(sent))
        .route("/reports/{id}/complete", get(complete::report_form).post(complete::complete_report))
        .route("/reports/{id}/duty/{basis}", get(duty::form))
        .route("/reports/{id}/duty/{basis}/give", post(duty::give))
}

async fn list(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let before = query.get("before").map(String::as_str);
    let (rows, next) = reader.app.service.own_reports(&reader.actor, before).await?;
    let drafts = if before.is_none() { reader.app.service.drafts(&reader.actor).await? } else { Vec::new() };
    let frame = reader.frame(words::say("officer-reports")).at("/reports");
    Ok(page(&ListPage { frame, drafts, rows, next, later: before.is_some() }))
}

async fn new(reader: Reader) -> PageAnswer {
    let frame = reader.frame(words::say("officer-reports-make")).at("/reports/new");
    Ok(page(&NewPage { frame, seal: reader.seal() }))
}

async fn begin(posted: Posted) -> PageAnswer {
    let journey = Journey::parse(posted.form.text("journey")).filter(|journey| *journey != Journey::Referral);
    asking::start(&posted.reader, journey.ok_or(Problem::NoSuchPage)?).await
}

async fn report(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    Ok(page(&own(&reader, &id, false).await?))
}

async fn sent(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    Ok(page(&own(&reader, &id, true).await?))
}

async fn own(reader: &Reader, id: &str, sent_now: bool) -> Result<ReportPage, Problem> {
    let id = CaseId::parse(id).map_err(|_| Problem::NoSuchPage)?;
    let report = reader.app.service.own_report(&id, &reader.actor).await?;
    let frame = reader.frame(words::say("officer-report")).back("/reports", words::say("officer-reports"));
    Ok(ReportPage { frame, report, sent_now })
}
