//! Tests of the whole store, on real files and on a real server: this module is there twice.

mod appending;
pub(crate) mod batches;
mod clinic_day;
mod consoles;
mod drafts;
mod faults;
mod lease;
mod leaves_by_time;
mod ledger;
mod models;
mod packs;
mod promises;
pub(crate) mod samples;
mod take_up;
mod texts;
