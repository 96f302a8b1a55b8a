//! The formats and the mathematics of a transparency log: bytes in, values out.
//!
//! This crate speaks the public specifications c2sp.org/signed-note, tlog-checkpoint, tlog-tiles,
//! tlog-cosignature, tlog-witness, tlog-policy and tlog-proof over RFC 6962 trees with SHA-256, and beside
//! them the few entry forms that Candour writes into its ledger.
//!
//! **Invariants.** Nothing here does I/O, reads a clock or draws random bytes; time and secrets are
//! handed in. Every parser of outside bytes has a limit and returns an error; none panics.
//! [`Witnessed`] and [`policy::CosignedCheckpoint`] can be made by verification only.
#![deny(missing_docs)]

pub mod canonical;
pub mod checkpoint;
pub mod entry;
pub mod key;
pub mod merkle;
pub mod note;
pub mod policy;
pub mod proof;
pub mod receipt;
pub mod sample;
pub mod tile;
pub mod witness;
pub mod witnessed;

pub use checkpoint::Checkpoint;
pub use entry::Entry;
pub use key::{Cosigner, LogSigner, VerifierKey};
pub use merkle::Hash;
pub use note::Note;
pub use policy::Policy;
pub use proof::TlogProof;
pub use witnessed::Witnessed;

mod encoding;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;
