//! The only SQL, and the ledger's files: what is durable, behind the ports of `service`.
//!
//! [`Sqlite`] keeps two files in one folder: `candour.db` and, apart from it, `keystore.db` with the wrapped keys. One
//! writer takes all that is queued into one transaction, a savepoint for each command, and answers after the commit.
//! Readers never wait for it. [`TileFolder`] and [`ObjectTiles`] keep the published files of the ledger.
//!
//! **Invariants.**
//! - What was acknowledged is durable: commits are synchronised, and so are files and the folders that name them.
//! - An event is appended right behind the one before it, or not at all.
//! - Read models can be emptied and rebuilt; nothing else is touched by that.
//! - This crate knows nothing in the clear about a person: it gets ciphertext, codes and identifiers.

mod backup;
mod counters;
mod decode;
mod dump;
mod engine;
mod fault;
mod fields;
mod files;
mod keystore;
mod ledger_port;
mod migrate;
mod sql;
mod sqlite;
mod store_port;
mod tiles;
mod write;
mod writer;

pub use backup::{Exchanged, back_up, exchange, keystore_is_whole};
pub use counters::{BATCH_BUCKETS, Counters};
pub use migrate::MigrationError;
pub use sqlite::{OpenError, Options, Sqlite};
pub use tiles::{
    ObjectCredentials, ObjectSettings, ObjectSettingsError, ObjectTiles, TileFolder, TileFolderError,
};

#[cfg(test)]
mod tests;
