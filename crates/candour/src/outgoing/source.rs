//! The files of a ledger, over HTTP.

use super::{BaseUrl, Outgoing, OutgoingError};
use thiserror::Error;
use verify::source::MAX_FILE_BYTES;
use verify::{Source, SourceError};

/// A status that says neither that the file is there nor that it is not.
#[derive(Debug, Error)]
#[error("the server answered with status {0}")]
struct UnexpectedStatus(u16);

/// A ledger that is served over HTTP, below an address.
#[derive(Debug)]
pub(crate) struct HttpSource {
    client: Outgoing,
    base: BaseUrl,
}

impl HttpSource {
    pub(crate) fn new(client: Outgoing, base: BaseUrl) -> Self {
        Self { client, base }
    }
}

impl Source for HttpSource {
    fn get(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError> {
        let received = self.client.get(&self.base.at(path), MAX_FILE_BYTES).map_err(|error| match error {
            OutgoingError::TooLong { .. } => SourceError::TooLong,
            OutgoingError::Failed(_) => SourceError::Other(Box::new(error)),
        })?;
        match received.status {
            200 => Ok(Some(received.body)),
            404 | 410 => Ok(None),
            status => Err(SourceError::Other(Box::new(UnexpectedStatus(status)))),
        }
    }
}
