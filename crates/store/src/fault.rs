//! How a command fails inside the writer, and what the caller is told.

use crate::engine;
use service::ports::StoreError;
use std::sync::Arc;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The command itself cannot be: a lost race, a name that is taken. Its neighbours are not concerned.
    Refused(StoreError),
    /// The database failed. What the transaction did so far cannot be relied on.
    Failed(sqlx::Error),
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Refused(error)
    }
}

/// Says which refusal a violated uniqueness means here.
pub(crate) trait OrTaken<T> {
    fn or_taken(self, refusal: StoreError) -> Result<T, Fault>;
}

impl<T> OrTaken<T> for Result<T, sqlx::Error> {
    fn or_taken(self, refusal: StoreError) -> Result<T, Fault> {
        self.map_err(
            |error| if engine::is_taken(&error) { Fault::Refused(refusal) } else { Fault::Failed(error) },
        )
    }
}

/// A failure after which nothing was written.
pub(crate) fn nothing_written(error: sqlx::Error) -> StoreError {
    if engine::is_full(&error) { StoreError::Full } else { StoreError::Unavailable(Box::new(error)) }
}

/// The same for one error that several commands are told of.
pub(crate) fn nothing_written_shared(error: &Arc<sqlx::Error>) -> StoreError {
    if engine::is_full(error) {
        StoreError::Full
    } else {
        StoreError::Unavailable(Box::new(Arc::clone(error)))
    }
}

/// The writer does not take commands any more.
#[derive(Debug, thiserror::Error)]
#[error("the writer stopped; the store must be opened again")]
pub(crate) struct Stopped;

impl From<Stopped> for StoreError {
    fn from(stopped: Stopped) -> Self {
        Self::Unavailable(Box::new(stopped))
    }
}
