//! How often everybody searched: counts, and nothing of what was looked for.

use crate::web::{
    App,
    frame::Frame,
    problem::{PageAnswer, page},
    session::Reader,
};
use askama::Template;
use axum::{Router, routing::get};
use service::{dates, search::Searches};

/// The page's address.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/review/searches", get(show))
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "review/searches.html")]
pub(super) struct SearchesPage {
    /// What stands around it.
    pub frame: Frame,
    /// The counts.
    pub searches: Searches,
}

impl SearchesPage {
    /// The half-year that is counted.
    fn half_year(&self) -> String {
        dates::half_year(&self.searches.period)
    }
}

async fn show(reader: Reader) -> PageAnswer {
    let searches = reader.app.service.searches(&reader.actor).await?;
    let frame = reader.frame(words::say("review-searches-title")).at("/review/searches");
    Ok(page(&SearchesPage { frame, searches }))
}
