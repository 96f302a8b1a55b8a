//! The only SQL, and the ledger's files: what is durable, behind the ports of `service`.
//!
//! [`Database`] keeps everything in two places: the record and, apart from it, the wrapped keys. On SQLite these are
//! the files `candour.db` and `keystore.db` of one folder; in a PostgreSQL the schemas `candour` and `candour_keys` of
//! one database, which several nodes may share (ADR 0021). One writer takes all that is queued into one transaction, a
//! savepoint for each command, and answers after the commit; writers of several nodes take turns. Readers never wait
//! for it. [`TileFolder`] and [`ObjectTiles`] keep the published files of the ledger.
//!
//! **Invariants.**
//! - What was acknowledged is durable: commits are synchronised, and so are files and the folders that name them.
//! - An event is appended right behind the one before it, or not at all.
//! - Read models can be emptied and rebuilt; nothing else is touched by that.
//! - This crate knows nothing in the clear about a person: it gets ciphertext, codes and identifiers.

mod backup;
mod counters;
mod database;
mod decode;
mod dump;
mod engine;
mod fault;
mod fields;
mod files;
mod frozen;
mod health;
mod keystore;
mod ledger_port;
mod migrate;
mod moving;
mod portable;
mod sql;
mod store_port;
mod tiles;
mod transfer;
mod write;
mod writer;

pub use backup::{Exchanged, back_up, exchange, keystore_is_whole};
pub use counters::{BATCH_BUCKETS, Counters};
pub use database::{Database, OpenError, Options};
pub use engine::postgres::{Server, ServerError};
pub use frozen::{Frozen, frozen};
pub use migrate::MigrationError;
pub use moving::{Begun, MoveError, Moving, cancel};
pub use portable::{PortableError, Replaced, Restoring, back_up_server};
pub use tiles::{
    ObjectCredentials, ObjectSettings, ObjectSettingsError, ObjectTiles, TileFolder, TileFolderError,
};
pub use transfer::{TransferError, Travelled};

#[cfg(test)]
mod private_server;
#[cfg(test)]
mod tests;
#[cfg(test)]
#[path = "tests/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "the same tests, on the other database")]
mod tests_on_postgres;
