//! The HTTP side of a witness: `POST /add-checkpoint`, as c2sp.org/tlog-witness fixes it.

use super::state::{RecordError, States};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use service::ports::Clock;
use std::sync::Arc;
use std::time::Duration;
use tlog::witness::{
    AddCheckpoint, CONFLICT_CONTENT_TYPE, MAX_REQUEST_BYTES, Refusal, decide, format_response,
};
use tlog::{Cosigner, VerifierKey};

/// How long a request's body may take to arrive, in seconds: 130 kB over a slow line, and no longer.
const BODY_SECONDS_MAX: u64 = 15;

/// What answers requests.
#[derive(Debug)]
pub(super) struct Witness {
    /// One, or one of each kind.
    pub(super) cosigners: Vec<Cosigner>,
    pub(super) logs: Vec<VerifierKey>,
    pub(super) states: States,
    pub(super) clock: Arc<dyn Clock>,
}

/// What a request came to.
enum Outcome {
    Cosigned(String),
    Refused(Refusal),
    NotRecorded(RecordError),
    NoTime,
}

impl Witness {
    /// Decides, records, signs, in this order, while nobody else works on the log.
    fn add_checkpoint(&self, request: &AddCheckpoint) -> Outcome {
        let origin = request.checkpoint().origin();
        let outcome = self.states.with(origin, |slot| {
            let pending = match decide(&self.logs, slot.known(), request) {
                Ok(pending) => pending,
                Err(refusal) => return Outcome::Refused(refusal),
            };
            // The lock is held since the state was looked at, so the expected state is the one that stands.
            let persisted = match pending.persist(|_, new| slot.record(new)) {
                Ok(persisted) => persisted,
                Err(error) => return Outcome::NotRecorded(error),
            };
            let time = u64::try_from(self.clock.now().0).unwrap_or(0);
            // All of them or none: a log must not have to guess which of the keys failed.
            let lines: Option<Vec<_>> =
                self.cosigners.iter().map(|cosigner| persisted.cosign(cosigner, time)).collect();
            match lines {
                Some(lines) => Outcome::Cosigned(format_response(&lines)),
                None => Outcome::NoTime,
            }
        });
        outcome.unwrap_or(Outcome::Refused(Refusal::UnknownLog))
    }
}

/// The routes.
pub(super) fn router(witness: Arc<Witness>) -> Router {
    Router::new().route("/add-checkpoint", post(add_checkpoint)).with_state(witness)
}

async fn add_checkpoint(State(witness): State<Arc<Witness>>, request: Request) -> Response {
    let body = match body(request.into_body()).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    let request = match AddCheckpoint::parse(&body) {
        Ok(request) => request,
        Err(error) => return plain(StatusCode::BAD_REQUEST, format!("{}\n", verify::explain(&error))),
    };
    let (origin, size) = (request.checkpoint().origin().to_owned(), request.checkpoint().size());
    // Recording waits for the disk, which must not hold up the executor's threads.
    let done = tokio::task::spawn_blocking(move || witness.add_checkpoint(&request)).await;
    let broken = || plain(StatusCode::INTERNAL_SERVER_ERROR, "the witness cannot sign now\n".to_owned());
    match done {
        Ok(Outcome::Cosigned(lines)) => {
            tracing::info!(origin, size, "cosigned");
            plain(StatusCode::OK, lines)
        }
        Ok(Outcome::Refused(refusal)) => {
            // An origin that is not served is whatever a stranger wrote, so it stays out of the log.
            if refusal != Refusal::UnknownLog {
                tracing::warn!(origin, size, %refusal, "refused");
            }
            refused(&refusal)
        }
        Ok(Outcome::NotRecorded(error)) => {
            tracing::error!(origin, size, error = verify::explain(&error), "not recorded, so not signed");
            broken()
        }
        Ok(Outcome::NoTime) => {
            tracing::error!("the machine's clock stands before 1970; nothing is signed");
            broken()
        }
        Err(error) => {
            tracing::error!(%error, "a request was interrupted");
            broken()
        }
    }
}

async fn body(body: Body) -> Result<axum::body::Bytes, Response> {
    let read = tokio::time::timeout(Duration::from_secs(BODY_SECONDS_MAX), to_bytes(body, MAX_REQUEST_BYTES));
    match read.await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => {
            let why = format!("the request is cut off or longer than {MAX_REQUEST_BYTES} bytes\n");
            Err(plain(StatusCode::PAYLOAD_TOO_LARGE, why))
        }
        Err(_) => Err(plain(StatusCode::REQUEST_TIMEOUT, "the request took too long\n".to_owned())),
    }
}

fn refused(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match refusal {
        Refusal::Conflict { .. } => {
            (status, [(header::CONTENT_TYPE, CONFLICT_CONTENT_TYPE)], refusal.body()).into_response()
        }
        Refusal::UnknownLog
        | Refusal::NotSigned
        | Refusal::OldSizeTooLarge
        | Refusal::Inconsistent
        | Refusal::WrongState => plain(status, refusal.body()),
    }
}

fn plain(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], body).into_response()
}
