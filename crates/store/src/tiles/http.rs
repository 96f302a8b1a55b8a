//! How object storage is asked: over the same small blocking client as everything else that leaves this machine, with
//! a limit on time and on the size of an answer. No redirects, no proxies from the environment.

use async_trait::async_trait;
use http_body_util::BodyExt as _;
use object_store::{
    ClientOptions,
    client::{HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService},
};
use std::time::Duration;
use ureq::http::{Method, Request, request::Parts};

/// The longest answer that is taken: a full bundle of entries has 256 of 514 bytes, an error a page at most.
const ANSWER_BYTES_MAX: u64 = 1024 * 1024;
/// The most bytes of an answer's head.
const HEAD_BYTES_MAX: usize = 16 * 1024;
/// How long a connection may take to come about.
const CONNECT_SECONDS_MAX: u64 = 5;
/// Storage closes connections that are idle; ours are dropped before that.
const IDLE_SECONDS_MAX: u64 = 5;

/// The client.
#[derive(Debug, Clone)]
pub(super) struct Blocking(ureq::Agent);

impl Blocking {
    /// A client whose requests may take so long, from the first byte to the last.
    pub(super) fn new(patience: Duration) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent(concat!("candour/", env!("CARGO_PKG_VERSION")))
            .max_response_header_size(HEAD_BYTES_MAX)
            .max_idle_age(Duration::from_secs(IDLE_SECONDS_MAX))
            .timeout_global(Some(patience))
            .timeout_connect(Some(Duration::from_secs(CONNECT_SECONDS_MAX).min(patience)))
            .build();
        Self(config.new_agent())
    }

    fn exchange(&self, head: Parts, body: &[u8]) -> Result<HttpResponse, HttpError> {
        let answer = if matches!(head.method, Method::PUT | Method::POST) {
            self.0.run(Request::from_parts(head, body))
        } else {
            self.0.run(Request::from_parts(head, ()))
        };
        let (head, mut body) = answer.map_err(failed)?.into_parts();
        let bytes = body.with_config().limit(ANSWER_BYTES_MAX).read_to_vec().map_err(failed)?;
        Ok(HttpResponse::from_parts(head, bytes.into()))
    }
}

fn failed(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::ConnectionFailed | ureq::Error::HostNotFound => HttpErrorKind::Connect,
        ureq::Error::Io(io) if io.kind() == std::io::ErrorKind::ConnectionRefused => HttpErrorKind::Connect,
        ureq::Error::Io(_) => HttpErrorKind::Interrupted,
        ureq::Error::BodyExceedsLimit(_) => HttpErrorKind::Decode,
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}

#[async_trait]
impl HttpService for Blocking {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let client = self.clone();
        let (head, body) = request.into_parts();
        // What we store is small, and in memory already.
        let body = body.collect().await?.to_bytes();
        match tokio::task::spawn_blocking(move || client.exchange(head, &body)).await {
            Ok(answer) => answer,
            Err(error) => Err(HttpError::new(HttpErrorKind::Interrupted, error)),
        }
    }
}

impl HttpConnector for Blocking {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}
