//! A ledger witness (c2sp.org/tlog-witness): it cosigns trees that continue what it has seen, and nothing else.
//!
//! - [`config`]: its configuration.
//! - [`key`]: its signing keys.
//! - [`state`]: what it has seen of each log, durable before it signs.
//! - [`server`]: the HTTP side.
//! - [`run`]: starting and stopping.
//!
//! INVARIANT: for one log and one size it never signs two roots, and never a smaller tree after a larger one,
//! whenever it is killed. It rests on the state folder: whoever restores an older copy of it, or starts the
//! same key on another folder, breaks this. Two processes on one folder are kept apart by a lock.

mod config;
mod key;
mod run;
mod server;
mod state;

pub(crate) use key::{KeyFileError, KeyKind};
pub(crate) use run::{WitnessError, run};

use crate::chance::SystemEntropy;
use std::path::Path;

/// Draws a key for a witness of this name, writes it to a new file that only its owner can read, and gives the
/// public half: the vkey.
pub(crate) fn keygen(kind: KeyKind, name: &str, path: &Path) -> Result<String, KeyFileError> {
    key::create(kind, name, path, &SystemEntropy).map(|cosigner| cosigner.verifier_key().to_string())
}
