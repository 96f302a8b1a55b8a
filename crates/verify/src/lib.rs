//! The outsider's checker: whether a ledger is what its witnesses saw, and what a receipt proves.
//!
//! It rests on nothing of the service but the public formats: it reads files through a [`Source`],
//! recomputes everything from the entries, and says where something does not hold. A folder is a source
//! here; one over HTTP belongs to whoever has a client.
//!
//! **Invariant.** Memory does not grow with the ledger: one bundle and the right edge of the tree are held.
#![deny(missing_docs)]

pub mod ledger;
pub mod promises;
pub mod receipt;
pub mod recount;
pub mod source;

pub use source::{Folder, Source, SourceError};

/// An error with everything below it, in one line, for showing to whoever asked for the check.
#[must_use]
pub fn explain(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut below = error.source();
    while let Some(error) = below {
        line.push_str(": ");
        line.push_str(&error.to_string());
        below = error.source();
    }
    line
}

#[cfg(test)]
mod fixtures;
