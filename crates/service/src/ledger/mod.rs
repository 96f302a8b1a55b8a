//! The ledger's working side: numbering leaves, tiles, checkpoints, witnesses, proofs, receipts.

mod behind;
pub(crate) mod calendar;
mod held;
mod keeper;
mod openings;
mod outside;
mod proofs;
pub(crate) mod published;
mod receipts;
mod restore;
mod sample;
pub mod sequencer;
mod status;
pub mod tallies;
pub mod weekly;

pub use behind::BehindEntry;
pub use held::Held;
pub(crate) use keeper::promise_acts;
pub use openings::{LedgerLine, ReceiptFile, WARNING, warning};
pub use outside::{CLOCK_APART_SECONDS_MAX, QUORUM_LOST_SECONDS};
pub use receipts::OwnAct;
pub use restore::Restored;
pub use sample::SampleState;
pub use sequencer::Sequencer;
pub use status::LedgerStatus;
