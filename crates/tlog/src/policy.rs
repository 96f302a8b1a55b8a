//! Quorum policies (c2sp.org/tlog-policy): which logs are known, which witnesses, and which sets of
//! witnesses suffice.
//!
//! ```text
//! log <vkey> [<url>]
//! witness <name> <vkey> [<url>]
//! group <name> all|any|<k> <name>...
//! quorum <name>|none
//! ```

mod parse;
mod quorum;
mod verify;

pub use parse::{LineFault, PolicyError};
pub use verify::{Assessment, Cosignature, CosignedCheckpoint, VerifyError};

use crate::key::VerifierKey;
use quorum::Quorum;

/// The most bytes a policy file may have: 32 ML-DSA logs and 32 such witnesses need about 120 kB.
pub const MAX_POLICY_BYTES: usize = 256 * 1024;

/// The most logs, the most witnesses and the most groups, each. The specification asks for at least 32.
pub const MAX_DEFINITIONS: usize = 64;

/// A log line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyLog {
    key: VerifierKey,
    url: Option<String>,
}

impl PolicyLog {
    /// The log's key; its name is the origin.
    #[must_use]
    pub fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// Where the log is served, if the policy says so.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
}

/// A witness line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyWitness {
    name: String,
    key: VerifierKey,
    url: Option<String>,
}

impl PolicyWitness {
    /// The witness's name inside the policy.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The witness's key.
    #[must_use]
    pub fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// The submission prefix, if the policy says so.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
}

/// A parsed policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<PolicyLog>,
    witnesses: Vec<PolicyWitness>,
    quorum: Option<Quorum>,
}

impl Policy {
    /// The known logs.
    #[must_use]
    pub fn logs(&self) -> &[PolicyLog] {
        &self.logs
    }

    /// The known witnesses.
    #[must_use]
    pub fn witnesses(&self) -> &[PolicyWitness] {
        &self.witnesses
    }

    /// Whether the policy asks for no cosignatures (`quorum none`).
    #[must_use]
    pub fn is_without_quorum(&self) -> bool {
        self.quorum.is_none()
    }

    /// The fewest cosignatures that can make the quorum; 0 for `quorum none`.
    #[must_use]
    pub fn fewest_cosigners(&self) -> usize {
        self.quorum.as_ref().map_or(0, Quorum::fewest)
    }
}

#[cfg(test)]
mod tests;
