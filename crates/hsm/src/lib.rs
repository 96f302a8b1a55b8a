//! Keys in a hardware module, reached through PKCS#11 (OASIS, version 2.40 and later).
//!
//! Two keys lie there and never leave: an AES-256 key that wraps the key-encryption keys of a key file
//! ([`vault::keyfile::wrapped`]), and the Ed25519 key that signs the ledger's checkpoints ([`tlog::key::LogKey`]).
//!
//! INVARIANTS:
//! - A key is used only after the module has said of it that it is sensitive and not extractable; each use looks it up and
//!   asks again, so that nothing rests on what was true before a module was exchanged.
//! - A session that was lost is made anew, once for each call. A PIN that was refused is never tried a second time, because
//!   modules lock themselves after a few tries.
//! - No error holds a PIN or any part of a key.
//!
//! What the crate must not know: units, cases, files, the clock.

mod error;
mod keys;
mod provider;
mod token;

pub use error::HsmError;
pub use keys::{Described, Made};
pub use provider::{LedgerKey, ModuleKeys};
pub use token::{Settings, Token};
