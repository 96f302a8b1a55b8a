//! From the number of an entry to the case that it is of.

use crate::web::{
    App,
    field::Field,
    frame::{Faults, Frame},
    problem::{PageAnswer, Problem, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse as _, Redirect},
    routing::get,
};
use casework::refusal::Refusal;
use service::{ServiceError, ledger::BehindEntry};

/// The pages.
pub fn routes() -> Router<App> {
    Router::new().route("/review/entries", get(ask)).route("/review/entries/{index}", get(show))
}

/// Asks for a number.
#[derive(Debug, Template)]
#[template(path = "review/ask_entry.html")]
pub struct AskPage {
    /// What stands around it.
    pub frame: Frame,
    /// The number.
    pub index: Field,
}

/// What stands behind one entry.
#[derive(Debug, Template)]
#[template(path = "review/entry.html")]
pub struct EntryPage {
    /// What stands around it.
    pub frame: Frame,
    /// What was found.
    pub behind: BehindEntry,
}

/// The number that is looked up.
#[derive(Debug, serde::Deserialize)]
struct Asked {
    index: Option<String>,
}

async fn ask(reader: Reader, Query(asked): Query<Asked>) -> PageAnswer {
    let typed = asked.index.unwrap_or_default();
    match typed.trim().parse::<u64>() {
        Ok(index) => Ok(Redirect::to(&format!("/review/entries/{index}")).into_response()),
        Err(_) => Ok(asking(&reader, (!typed.trim().is_empty()).then_some(typed))),
    }
}

async fn show(Looking(reader): Looking, Path(index): Path<String>) -> PageAnswer {
    let number = index.parse().map_err(|_| Problem::NoSuchPage)?;
    match reader.app.service.behind_entry(&reader.actor, number).await {
        Ok(behind) => {
            let frame = reader
                .frame(words::phrase("review-entry-title").with("index", behind.index.to_string()))
                .back("/review/entries", words::say("review-entry-another"))
                .at("/review/sample");
            Ok(page(&EntryPage { frame, behind }))
        }
        Err(ServiceError::Refused(Refusal::NoSuchCase)) => Ok(asking(&reader, Some(index))),
        Err(other) => Err(other.into()),
    }
}

fn asking(reader: &Reader, wrong: Option<String>) -> axum::response::Response {
    let mut faults = Faults::default();
    if wrong.is_some() {
        faults.add("index", words::say("review-ask-fault"));
    }
    let typed = wrong.unwrap_or_default();
    let index = Field::line("index", words::say("review-ask-number")).width(10).digits();
    let index = index.filled(&|_| vec![typed.as_str()]).faults(&faults);
    let frame = reader
        .frame(words::say("review-ask-title"))
        .back("/review/sample", words::say("review-sample-title"))
        .at("/review/sample");
    page(&AskPage { frame: frame.faults(&faults), index })
}
