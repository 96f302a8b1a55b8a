//! What a use case answers when it does not do what was asked.

use crate::ports::StoreError;
use casework::refusal::Refusal;

/// One fault of an input, beside the field that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer into the request.
    pub at: String,
    /// What was expected, for people; never what was typed.
    pub expected: String,
}

impl Fault {
    /// A fault.
    pub fn new(at: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { at: at.into(), expected: expected.into() }
    }
}

/// Why a use case did not do what was asked. Nothing was recorded, save where [`ServiceError::Uncertain`] says so.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The domain refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The input has faults, all of them listed.
    #[error("the request has {} faults", .0.len())]
    Invalid(Vec<Fault>),
    /// The idempotency key was used for another request.
    #[error("this idempotency key was used for another request")]
    KeyReused,
    /// Information is ready, but the decision cannot be shown to have been witnessed just now.
    #[error("the decision is not yet witnessed")]
    NotYetWitnessed,
    /// Somebody else was quicker, several times over.
    #[error("others changed the case at the same time; load it again")]
    Busy,
    /// The store failed; nothing was recorded.
    #[error("the record cannot be written or read now")]
    Store(#[source] StoreError),
    /// Whether it was recorded is not known.
    #[error("it is not known whether this was recorded")]
    Uncertain(#[source] StoreError),
    /// The ledger's key did not sign; nothing was published.
    #[error("the checkpoint is not signed")]
    Unsigned(#[source] tlog::key::SignError),
    /// Something sealed does not open, or an event does not read.
    #[error("the record does not read: {0}")]
    Broken(&'static str),
    /// A policy failed to evaluate: everything but refusal is closed until an operator has looked.
    #[error("the policy could not be evaluated")]
    Policy,
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Busy,
            StoreError::Superseded => Self::Refused(Refusal::RulesChanged),
            StoreError::Uncertain(_) => Self::Uncertain(error),
            StoreError::Repeated
            | StoreError::Taken(_)
            | StoreError::Full
            | StoreError::Unavailable(_)
            | StoreError::Published { .. }
            | StoreError::Overtaken { .. }
            | StoreError::Corrupt { .. } => Self::Store(error),
        }
    }
}

impl From<vault::VaultError> for ServiceError {
    fn from(error: vault::VaultError) -> Self {
        tracing::error!(%error, "vault refused");
        Self::Broken("something sealed does not open")
    }
}

impl From<casework::header::WireError> for ServiceError {
    fn from(error: casework::header::WireError) -> Self {
        tracing::error!(%error, "event does not read");
        Self::Broken("an event does not read")
    }
}

impl From<casework::case::ReplayError> for ServiceError {
    fn from(error: casework::case::ReplayError) -> Self {
        tracing::error!(%error, "case does not replay");
        Self::Broken("a case does not replay")
    }
}

/// What a use case answers.
pub type Answer<T> = Result<T, ServiceError>;
