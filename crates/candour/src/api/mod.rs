//! The JSON API: everything the pages can do, under `/api/v1/`, and its description at `/api/openapi.json`.
//!
//! One [table](table) lists every call: the router is built from it and the description is generated from it, so that
//! neither can name a call that the other does not. The [desk](dispatch) does for every call what every call needs:
//! who asks, whether their role does this at all, the idempotency key, the limits of the body. What is left to a call
//! is to read its members and to ask the service.
//!
//! INVARIANT: the API knows no session cookie. Whoever calls shows a bearer token, so no page elsewhere can call in
//! somebody's name.

mod acts;
mod asking;
mod body;
mod breaches;
mod call;
mod day;
mod dispatch;
mod examples;
mod limit;
mod looking;
mod openapi;
mod problem;
mod schemas;
mod table;

#[cfg(test)]
mod tests;

use crate::web::{App, BODY_BYTES_MAX, headers};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Request},
    middleware,
    routing::any,
};
use dispatch::{Deed, Desk, Failure, Reply};
use service::{Answer, accounts::SignedIn};
use std::sync::Arc;

/// What every call of the API gets.
#[derive(Debug, Clone)]
struct Api {
    app: App,
    /// How fast strangers may ask the gate.
    gate_limit: Arc<limit::Limiter>,
    /// The description, written once.
    description: Bytes,
}

impl Desk for Api {
    async fn who(&self, token: &str) -> Answer<Option<SignedIn>> {
        self.app.service.bearer(token).await
    }

    async fn perform(&self, deed: Deed) -> Result<Reply, Failure> {
        let api = Self { app: self.app.current(), ..self.clone() };
        match deed {
            Deed::Open(act, knock) => act(api, knock).await,
            Deed::Look(act, look) => act(api, look).await,
            Deed::Act(act, command) => act(api, command).await,
        }
    }
}

/// Every call of the API, with its limits and headers. Strangers are told apart by the address of their connection
/// where the server was started with connection information, and share one limit where it was not.
pub fn routes<S: Clone + Send + Sync + 'static>(app: App) -> Router<S> {
    let description = Bytes::from(openapi::description().to_string());
    routes_at(&Api { app, gate_limit: Arc::default(), description })
}

fn routes_at<D: Desk, S: Clone + Send + Sync + 'static>(desk: &D) -> Router<S> {
    let mut router = Router::<()>::new();
    for (path, calls) in table::by_path() {
        let desk = desk.clone();
        let calls: Arc<[&'static table::Call]> = calls.into();
        router = router.route(
            path,
            any(move |request: Request| dispatch::serve(desk.clone(), Arc::clone(&calls), request)),
        );
    }
    router
        .route("/api/{*rest}", any(|| async { problem::Problem::no_such() }))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(middleware::from_fn(headers::add))
        .with_state(())
}
