//! What passes between the service and the store for those who keep accounts, keys and retention.

use casework::{
    id::{AccountId, CaseId},
    time::Moment,
};

/// An act of somebody who keeps accounts, keys or retention: where its event stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeeperActRow {
    /// Who did it.
    pub account: AccountId,
    /// When.
    pub happened: Moment,
    /// The account or setting in whose stream the event stands.
    pub stream: CaseId,
    /// Its position there.
    pub position: u64,
}

/// What a store is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreAbout {
    /// Whether it lies on a server, and not in two files.
    pub is_on_a_server: bool,
    /// The last migration of the database.
    pub version: u32,
    /// The last migration of the keystore.
    pub keystore_version: u32,
}
