//! A writing connection that comes back by itself where the database lives elsewhere.

use super::{
    Connection,
    postgres::{self, Server},
};
use std::ops::{Deref, DerefMut};

/// A connection, and how to get another one.
///
/// A file stays with us for as long as we have it open, and after a failure in the middle nobody but a fresh look at it
/// knows what it holds. A server that was restarted knows itself what it holds, and whoever connects anew is told.
#[derive(Debug)]
pub(crate) struct Link {
    connection: Connection,
    /// The server and the schema of a connection that can be made again.
    again: Option<(Server, &'static str)>,
    lost: bool,
}

impl Link {
    /// To a file.
    pub(crate) const fn to_file(connection: Connection) -> Self {
        Self { connection, again: None, lost: false }
    }

    /// To a schema of a server.
    pub(crate) const fn to_server(connection: Connection, server: Server, schema: &'static str) -> Self {
        Self { connection, again: Some((server, schema)), lost: false }
    }

    /// Begins a transaction that may write; where the connection was lost it is made anew first.
    pub(crate) async fn begin(&mut self) -> Result<(), sqlx::Error> {
        if !self.lost {
            match self.connection.begin().await {
                // The server ended the connection, or cannot be reached by it: another one may do.
                Err(error) if self.lose() && !postgres::turn_did_not_come(&error) => {}
                other => return other,
            }
        }
        if let Some((server, schema)) = &self.again {
            self.connection = server.writer(schema).await?;
            self.lost = false;
        }
        self.connection.begin().await
    }

    /// The connection is not to be relied on any more. Says whether the next transaction gets another one.
    pub(crate) const fn lose(&mut self) -> bool {
        self.lost = self.again.is_some();
        self.lost
    }

    pub(crate) async fn close(self) -> Result<(), sqlx::Error> {
        self.connection.close().await
    }
}

impl Deref for Link {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.connection
    }
}

impl DerefMut for Link {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}
