//! The reviewer's sample: commit before the half-year ends, reveal once it is tallied, then open what was drawn.

use crate::{
    hex,
    web::{
        App,
        form::Posted,
        frame::{Frame, Seal},
        problem::{PageAnswer, Problem, page},
        session::Reader,
    },
};
use askama::Template;
use axum::{
    Router,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use service::ledger::SampleState;
use tlog::entry::Period;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/review/sample", get(show))
        .route("/review/sample/commit", post(commit))
        .route("/review/sample/reveal", post(reveal))
}

/// The samples of the running half-year and of the one before.
#[derive(Debug, Template)]
#[template(path = "review/sample.html")]
pub struct SamplePage {
    /// What stands around it.
    pub frame: Frame,
    /// What its forms carry.
    pub seal: Seal,
    /// The samples.
    pub samples: Vec<SampleState>,
}

async fn show(reader: Reader) -> PageAnswer {
    let samples = reader.app.service.sample_states(&reader.actor).await?;
    let frame = reader.frame(words::say("review-sample-title")).at("/review/sample");
    Ok(page(&SamplePage { frame, seal: reader.seal(), samples }))
}

async fn commit(posted: Posted) -> PageAnswer {
    let (period, digest) = read(&posted, "digest")?;
    posted.reader.app.service.commit_sample(&posted.reader.actor, period, digest).await?;
    Ok(Redirect::to("/review/sample").into_response())
}

async fn reveal(posted: Posted) -> PageAnswer {
    let (period, r) = read(&posted, "r")?;
    posted.reader.app.service.reveal_sample(&posted.reader.actor, period, r).await?;
    Ok(Redirect::to("/review/sample").into_response())
}

fn read(posted: &Posted, name: &str) -> Result<(Period, [u8; 32]), Problem> {
    let period = Period::parse(posted.form.text("period").trim());
    let bytes = hex::read(posted.form.text(name).trim());
    period.zip(bytes).ok_or_else(|| Problem::Refused(words::say("review-sample-digits")))
}
