//! The one HTTP client: whatever the binary asks of another machine goes through here.
//!
//! Every request has a time limit, every answer a size limit; redirects are not followed, proxies are not taken
//! from the environment, and nothing is sent but what the caller gives.

mod source;
mod witnesses;

pub(crate) use source::HttpSource;
pub(crate) use witnesses::HttpWitnesses;

use std::fmt;
use std::time::Duration;
use thiserror::Error;
use ureq::http::Uri;

/// How long a request may take from first to last byte.
const REQUEST_SECONDS_MAX: u64 = 20;
/// How long a connection may take to come about.
const CONNECT_SECONDS_MAX: u64 = 5;
/// The most bytes of an answer's head.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// Why there is no answer.
#[derive(Debug, Error)]
pub(crate) enum OutgoingError {
    #[error("the answer is longer than {limit} bytes")]
    TooLong { limit: usize },
    #[error("no answer")]
    Failed(#[source] Box<ureq::Error>),
}

impl OutgoingError {
    fn of(error: ureq::Error, limit: usize) -> Self {
        match error {
            ureq::Error::BodyExceedsLimit(_) => Self::TooLong { limit },
            other => Self::Failed(Box::new(other)),
        }
    }
}

/// An `http` or `https` address below which paths are asked for: no query, fragment, user or trailing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(String);

/// A text is not such an address.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("expected an address such as https://candour.example/ledger, without query, fragment or user")]
pub(crate) struct NotABaseUrl;

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, NotABaseUrl> {
        let uri: Uri = text.parse().map_err(|_| NotABaseUrl)?;
        let scheme = matches!(uri.scheme_str(), Some("http" | "https"));
        let plain =
            uri.authority().is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'));
        if !scheme || !plain || text.contains(['?', '#']) {
            return Err(NotABaseUrl);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// The address of a path, which is given without a leading slash.
    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What came back, whatever its status.
#[derive(Debug)]
struct Received {
    status: u16,
    body: Vec<u8>,
}

/// The client. Clones share their connections.
#[derive(Debug, Clone)]
pub(crate) struct Outgoing(ureq::Agent);

impl Outgoing {
    pub(crate) fn new() -> Self {
        Self::with_patience(Duration::from_secs(REQUEST_SECONDS_MAX))
    }

    /// A client whose requests may take so long at most.
    fn with_patience(patience: Duration) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent(concat!("candour/", env!("CARGO_PKG_VERSION")))
            .max_response_header_size(HEAD_BYTES_MAX)
            .timeout_global(Some(patience))
            .timeout_connect(Some(Duration::from_secs(CONNECT_SECONDS_MAX).min(patience)))
            .build();
        Self(config.new_agent())
    }

    fn get(&self, url: &str, limit: usize) -> Result<Received, OutgoingError> {
        let answer = self.0.get(url).call();
        Self::receive(answer, limit)
    }

    fn post(&self, url: &str, body: &[u8], limit: usize) -> Result<Received, OutgoingError> {
        let answer = self.0.post(url).content_type("application/octet-stream").send(body);
        Self::receive(answer, limit)
    }

    /// Sends a request that somebody else made, and gives the whole answer.
    pub(crate) fn send(
        &self,
        request: ureq::http::Request<Vec<u8>>,
        limit: usize,
    ) -> Result<ureq::http::Response<Vec<u8>>, OutgoingError> {
        let (head, body) = request.into_parts();
        let answer = if head.method == ureq::http::Method::GET {
            self.0.run(ureq::http::Request::from_parts(head, ()))
        } else {
            self.0.run(ureq::http::Request::from_parts(head, body))
        };
        let (head, mut body) = answer.map_err(|error| OutgoingError::of(error, limit))?.into_parts();
        let read = body.with_config().limit(limit as u64).read_to_vec();
        let read = read.map_err(|error| OutgoingError::of(error, limit))?;
        Ok(ureq::http::Response::from_parts(head, read))
    }

    fn receive(
        answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
        limit: usize,
    ) -> Result<Received, OutgoingError> {
        let mut answer = answer.map_err(|error| OutgoingError::of(error, limit))?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(limit as u64).read_to_vec();
        Ok(Received { status, body: body.map_err(|error| OutgoingError::of(error, limit))? })
    }
}

#[cfg(test)]
mod tests;
