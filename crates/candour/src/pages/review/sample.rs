//! The reviewer's sample: commit before the half-year ends, reveal once it is tallied, then open what was drawn.

use crate::{
    hex,
    web::{
        App,
        field::Field,
        form::{Form, Posted},
        frame::{Faults, Frame, Seal, capital},
        problem::{PageAnswer, Problem, faulty, page},
        session::Reader,
    },
};
use askama::Template;
use axum::{
    Router,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use service::{dates, ledger::SampleState};
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
    /// What was typed, where it did not read.
    pub typed: Form,
}

impl SamplePage {
    /// The half-year of a sample.
    fn half_year(sample: &SampleState) -> String {
        dates::half_year(&sample.period)
    }

    fn field(&self, field: Field) -> Field {
        field.filled(&|name| self.typed.all(name)).faults(&self.frame.faults)
    }

    fn digest(&self) -> Field {
        let field = Field::line("digest", words::say("review-sample-digest"));
        self.field(field.hint(words::say("review-sample-digest-hint")))
    }

    fn bytes(&self) -> Field {
        let field = Field::line("r", words::say("review-sample-bytes"));
        self.field(field.hint(words::say("review-sample-bytes-hint")))
    }
}

async fn shown(reader: &Reader, typed: Form, faults: &Faults) -> Result<SamplePage, Problem> {
    let samples = reader.app.service.sample_states(&reader.actor).await?;
    let frame = reader.frame(words::say("review-sample-title")).at("/review/sample").faults(faults);
    Ok(SamplePage { frame, seal: reader.seal(), samples, typed })
}

async fn show(reader: Reader) -> PageAnswer {
    Ok(page(&shown(&reader, Form::default(), &Faults::default()).await?))
}

/// The page again, with what is wrong beside the field.
async fn misread(posted: &Posted, name: &str) -> PageAnswer {
    let mut faults = Faults::default();
    faults.add(name, capital(&words::say("review-sample-digits")));
    Ok(faulty(&shown(&posted.reader, posted.form.clone(), &faults).await?))
}

async fn commit(posted: Posted) -> PageAnswer {
    let Some((period, digest)) = read(&posted, "digest") else { return misread(&posted, "digest").await };
    posted.reader.app.service.commit_sample(&posted.reader.actor, period, digest).await?;
    Ok(Redirect::to("/review/sample").into_response())
}

async fn reveal(posted: Posted) -> PageAnswer {
    let Some((period, r)) = read(&posted, "r") else { return misread(&posted, "r").await };
    posted.reader.app.service.reveal_sample(&posted.reader.actor, period, r).await?;
    Ok(Redirect::to("/review/sample").into_response())
}

fn read(posted: &Posted, name: &str) -> Option<(Period, [u8; 32])> {
    let period = Period::parse(posted.form.text("period").trim());
    let bytes = hex::read(posted.form.text(name).trim());
    period.zip(bytes)
}
