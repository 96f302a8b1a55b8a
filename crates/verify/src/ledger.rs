//! Checking a whole ledger against a policy.
//!
//! The checkpoint says a size and a root. Every entry bundle is read, every entry checked for form and
//! length, every tile recomputed from the entries and compared with the one published, and the root with
//! the signed one. With an earlier checkpoint, the ledger must continue it.

mod blame;
mod error;
mod walk;

pub use error::LedgerError;

use crate::source::Source;
use std::collections::BTreeMap;
use tlog::entry::{Form, Read};
use tlog::policy::{Cosignature, CosignedCheckpoint};
use tlog::{Hash, Policy};

/// How far a check has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Entries checked.
    pub done: u64,
    /// Entries in the ledger.
    pub size: u64,
}

/// What a ledger that holds was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Identity of the log.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
    /// Who has cosigned the checkpoint, and when.
    pub cosignatures: Vec<Cosignature>,
    /// How many entries of each form, unknown ones included; forms without any are left out.
    pub forms: BTreeMap<Form, u64>,
    /// Entry bundles read.
    pub bundles: u64,
    /// Hash tiles compared.
    pub tiles: u64,
    /// Size of the earlier checkpoint that the ledger was found to continue.
    pub continues: Option<u64>,
}

/// Checks a ledger.
///
/// `since` is the bytes of an earlier checkpoint of the same ledger, which must carry the log's signature.
/// `progress` is called after every bundle.
///
/// # Errors
/// Says what does not hold, and at which path and index.
pub fn verify(
    source: &dyn Source,
    policy: &Policy,
    since: Option<&[u8]>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, LedgerError> {
    verify_each(source, policy, since, progress, &mut |_, _, _| {})
}

/// Checks a ledger, and shows each entry, its index, its bytes and what they say, to `visit` on the way.
///
/// What `visit` has seen is known to be the ledger's only once this returns without an error.
///
/// # Errors
/// As [`verify`].
pub fn verify_each(
    source: &dyn Source,
    policy: &Policy,
    since: Option<&[u8]>,
    progress: &mut dyn FnMut(Progress),
    visit: &mut dyn FnMut(u64, &[u8], &Read),
) -> Result<Report, LedgerError> {
    let bytes = walk::required(source, CHECKPOINT)?;
    let cosigned = policy.verify(&bytes).map_err(|source| LedgerError::Checkpoint { source })?;
    let since = since.map(|bytes| earlier(policy, bytes, &cosigned)).transpose()?;
    walk::Walk::new(source, &cosigned, since).run(progress, visit)
}

/// The name of the checkpoint's file.
const CHECKPOINT: &str = "checkpoint";

/// Size and root of the earlier checkpoint.
fn earlier(policy: &Policy, bytes: &[u8], now: &CosignedCheckpoint) -> Result<(u64, Hash), LedgerError> {
    let assessment = policy.assess(bytes).map_err(|source| LedgerError::Since { source })?;
    let (old, new) = (assessment.checkpoint(), now.checkpoint());
    if old.origin() != new.origin() {
        return Err(LedgerError::SinceOfAnother { origin: old.origin().to_owned() });
    }
    if old.size() > new.size() {
        return Err(LedgerError::Shrunk { since: old.size(), size: new.size() });
    }
    Ok((old.size(), *old.root()))
}

#[cfg(test)]
mod tests;
