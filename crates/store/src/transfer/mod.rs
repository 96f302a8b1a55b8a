//! Rows from one database to another, whichever each of them is: read by the catalogue, so that a new table needs no
//! code here.
//!
//! **Invariants.**
//! - Both sides must have the same tables, with the same columns of the same kinds and the same keys; otherwise nothing
//!   is begun.
//! - Rows are read in the order of their primary key by bytes, which both databases have in common. One that is read out
//!   of that order is an error, never skipped.
//! - What one database alone needs (its list of migrations, its turns, its lease, its marks) never travels.

mod merge;
mod page;
mod put;
mod table;

#[cfg(test)]
mod tests;

pub(crate) use merge::{compare, merge};
pub(crate) use table::{Table, quoted, tables};

use crate::engine::Connection;

/// Why rows do not travel.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The two sides have not the same tables.
    #[error("the table {table} is not the same on both sides: {why}")]
    Unlike {
        /// Which table.
        table: String,
        /// What is not the same.
        why: &'static str,
    },
    /// A column is of a kind that is not known here.
    #[error("the column {column} of {table} has a type that does not travel")]
    Kind {
        /// Which table.
        table: String,
        /// Which column.
        column: String,
    },
    /// A value that only one of the databases can hold.
    #[error("a value in the column {column} of {table} cannot be held by the other database")]
    Value {
        /// Which table.
        table: String,
        /// Which column.
        column: String,
    },
    /// Rows came out of order.
    #[error("the rows of {table} do not come in the order of their key")]
    Order {
        /// Which table.
        table: String,
    },
    /// What was brought over is not what is there.
    #[error("the table {table} is not the same on both sides, from its row {row} on")]
    Differs {
        /// Which table.
        table: String,
        /// Which row, counted from 1 in the order of the key.
        row: u64,
    },
    /// A database did not do what was asked.
    #[error("the table {table} cannot be read or written")]
    Database {
        /// Which table.
        table: String,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
    /// The catalogue does not read.
    #[error("the list of tables cannot be read")]
    Catalogue(#[source] sqlx::Error),
}

/// What is moved or compared of several tables so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Travelled {
    /// Rows that were looked at on the side that they come from.
    pub rows: u64,
    /// Rows that were written on the other side.
    pub written: u64,
    /// Rows that were deleted there.
    pub deleted: u64,
}

/// The tables that two databases have in common, which must be all that hold rows of the record.
pub(crate) async fn common(from: &mut Connection, to: &mut Connection) -> Result<Vec<Table>, TransferError> {
    let (ours, theirs) = (tables(from).await?, tables(to).await?);
    if let Some(table) = theirs.iter().find(|table| !ours.iter().any(|other| other.name == table.name)) {
        return Err(TransferError::Unlike {
            table: table.name.clone(),
            why: "it is only there where rows go to",
        });
    }
    for table in &ours {
        let why = match theirs.iter().find(|other| other.name == table.name) {
            Some(other) if other == table => continue,
            Some(_) => "it has other columns or another key",
            None => "it is only there where rows come from",
        };
        return Err(TransferError::Unlike { table: table.name.clone(), why });
    }
    Ok(ours)
}
