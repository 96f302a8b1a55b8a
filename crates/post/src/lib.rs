//! What leaves the service. For now: plain letters, written into a folder from which they are printed.
//!
//! A letter is handed over at least once: its file is written under the letter's own name, whole, before the outbox
//! forgets it, so that a crash in between writes the same file again and never a second one.

mod folder;
mod letter;

pub use folder::{OutboxFolder, PostError};
pub use letter::{Letter, print};
