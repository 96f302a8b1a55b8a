//! The published files of the ledger, served as c2sp.org/tlog-tiles asks; and whether the service is alive and ready.

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use service::Service;
use service::running::chain;
use tlog::tile::TilePath;
use tokio::sync::watch;

/// After how many seconds `/readyz` says that an e-mail waits.
const MAIL_LATE_SECONDS: i64 = 3_600;

/// `/ledger/checkpoint`, `/ledger/tile/…`, `/ledger/checkpoints/…`, `/ledger/policy`, `/healthz`, `/readyz`.
///
/// `keys` says whether what holds the keys answers.
pub fn routes(service: Service, keys: watch::Receiver<bool>) -> Router {
    Router::new()
        .route("/ledger/checkpoint", get(checkpoint))
        .route("/ledger/checkpoints/{week}", get(weekly))
        .route("/ledger/tile/{*path}", get(tile))
        .route("/ledger/policy", get(policy))
        .route("/healthz", get(async || "alive\n"))
        .route(
            "/readyz",
            get(move |state| {
                let has_keys = *keys.borrow();
                ready(state, has_keys)
            }),
        )
        .with_state(service)
}

async fn checkpoint(State(service): State<Service>) -> Response {
    file(&service, "checkpoint", "text/plain; charset=utf-8", "no-cache").await
}

async fn weekly(State(service): State<Service>, Path(week): Path<String>) -> Response {
    match tlog::entry::Week::parse(&week) {
        Some(_) => {
            file(&service, &format!("checkpoints/{week}"), "text/plain; charset=utf-8", "no-cache").await
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn tile(State(service): State<Service>, Path(path): Path<String>) -> Response {
    // Only paths of the specification reach the storage, so that nothing else can be asked for.
    match TilePath::parse(&format!("tile/{path}")) {
        Some(path) => {
            let lasting = "public, max-age=31536000, immutable";
            file(&service, &path.to_string(), "application/octet-stream", lasting).await
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn policy(State(service): State<Service>) -> Response {
    match service.ledger_status().await {
        Ok(status) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], status.policy).into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn ready(State(service): State<Service>, has_keys: bool) -> Response {
    if !has_keys {
        let said = "not ready: the hardware module does not answer\n";
        return (StatusCode::SERVICE_UNAVAILABLE, said).into_response();
    }
    if service.ready().await.is_err() {
        return (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response();
    }
    if !service.is_leading() {
        return "ready\n".into_response();
    }
    let waits = mail_is_late(&service).await;
    let said = if waits { "ready, leading; e-mail waits\n" } else { "ready, leading\n" };
    said.into_response()
}

/// Whether an e-mail has waited for long. The node is ready all the same.
///
/// SECURITY: how many wait, and a shorter time, would tell whoever asks that something was recalled just now.
async fn mail_is_late(service: &Service) -> bool {
    let oldest = service.oldest_mail().await;
    matches!(oldest, Ok(Some(since)) if since.plus(MAIL_LATE_SECONDS) < service.now())
}

async fn file(service: &Service, path: &str, kind: &'static str, cache: &'static str) -> Response {
    match service.published_file(path).await {
        Ok(Some(bytes)) => {
            let mut response = bytes.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
            headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
            response
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::warn!(error = %chain(&error), "a published file of the ledger cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
