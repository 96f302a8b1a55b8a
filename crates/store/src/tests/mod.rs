//! Tests of the whole store on real files.

mod appending;
mod batches;
mod drafts;
mod faults;
mod full;
mod ledger;
mod models;
mod opening;
mod packs;
mod promises;
mod samples;
mod take_up;
