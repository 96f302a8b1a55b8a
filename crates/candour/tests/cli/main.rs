//! The command line, run as people run it.

mod common;
mod ledger;
mod witness;
