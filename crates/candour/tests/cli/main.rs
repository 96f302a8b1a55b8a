//! The command line, run as people run it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
mod ledger;
mod witness;
mod witness_crash;
mod witness_logs;
