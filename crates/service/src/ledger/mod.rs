//! The ledger's working side: numbering leaves, tiles, checkpoints, witnesses, proofs, receipts.

mod proofs;
mod receipts;
pub mod sequencer;
mod status;

pub use sequencer::Sequencer;
pub use status::LedgerStatus;
