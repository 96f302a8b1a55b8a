//! A record of files moved into a PostgreSQL while the service runs on the files.
//!
//! **Invariants.**
//! - At every moment one of two places can take what is recorded, or none: the files until they are frozen, the server
//!   from when the record has arrived. The files are frozen before anything is compared, and stay so.
//! - The record has arrived only after every row of every table was read again from both sides and found equal.
//! - Whatever stops it, the same again goes on from there. Until the record has arrived, [`cancel`] gives the files back.

use crate::{
    backup::{KEYSTORE_FILE, MAIN_FILE},
    database::{OpenError, holds, unusable, writer_of},
    engine::{
        Connection,
        postgres::{
            KEY_SCHEMA, MAIN_SCHEMA, Server,
            arriving::{self, Holds, Kind, Mark},
        },
    },
    frozen::{self, Frozen},
    migrate::{self, Migration},
    transfer::{self, Table, TransferError, Travelled, quoted},
};
use std::path::{Path, PathBuf};

/// Why a record does not move.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// One of both cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Rows do not travel.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// There is a record there.
    #[error("{server} holds a record already, which stays as it is; name an empty database")]
    NotEmpty {
        /// Which server.
        server: String,
    },
    /// Another record arrives there.
    #[error("{server} takes another record: {what}; name an empty database, or finish that first")]
    Another {
        /// Which server.
        server: String,
        /// Which.
        what: String,
    },
    /// The files are frozen for another place.
    #[error("this record is on its way to {target}; name that database")]
    Elsewhere {
        /// Where to.
        target: String,
    },
    /// The files are frozen, and nothing is there.
    #[error(
        "this record was on its way to {server}, and nothing of it is there any more; `candour move --cancel` has the \
         files take writes again"
    )]
    Gone {
        /// Which server.
        server: String,
    },
    /// It has arrived.
    #[error("the record has arrived in {server} and is there now: the files stay frozen")]
    Arrived {
        /// Which server.
        server: String,
    },
    /// Nothing is to be cancelled.
    #[error("no move of this record to {server} is under way")]
    NotMoving {
        /// Which server.
        server: String,
    },
    /// The files are of an older version.
    #[error(
        "{file} was last used by another version of Candour; start this version on it once, and then move it"
    )]
    Version {
        /// Which file.
        file: &'static str,
    },
}

/// One of the two parts of a record: the file, the schema, and its migrations.
type Part = (&'static str, &'static str, &'static [Migration]);
/// Events before keys: a key is durable before the first event that needs it.
const PARTS: [Part; 2] =
    [(MAIN_FILE, MAIN_SCHEMA, migrate::MAIN), (KEYSTORE_FILE, KEY_SCHEMA, migrate::KEYSTORE)];

/// How a move began.
#[derive(Debug)]
pub enum Begun {
    /// It is under way.
    Moving(Box<Moving>),
    /// It was finished before; since when the files are frozen.
    Finished(Frozen),
}

/// A move that is under way.
#[derive(Debug)]
pub struct Moving {
    data: PathBuf,
    server: Server,
    token: String,
    frozen: Option<Frozen>,
}

impl Moving {
    /// Begins a move, or goes on with one. `token` was drawn for it, in case it begins; `origin` is the ledger's.
    ///
    /// # Errors
    /// [`MoveError`]; nothing was changed then.
    pub async fn begin(
        data: &Path,
        server: &Server,
        token: String,
        origin: &str,
    ) -> Result<Begun, MoveError> {
        for (file, _, migrations) in PARTS {
            let mut connection = frozen::open(data, file).await?;
            let current = migrate::is_current(&mut connection, migrations).await;
            if !current.map_err(|source| OpenError::Migration { file, source })? {
                return Err(MoveError::Version { file });
            }
            close(connection, file).await?;
        }
        let frozen = frozen::frozen(data).await?;
        let name = server.to_string();
        if let Some(frozen) = frozen.as_ref().filter(|frozen| frozen.target != name) {
            return Err(MoveError::Elsewhere { target: frozen.target.clone() });
        }
        let token = match (holds(server).await?, &frozen) {
            (Holds::Nothing, None) => {
                let mark = Mark {
                    kind: Kind::Move,
                    token: token.clone(),
                    origin: origin.to_owned(),
                    replaced: None,
                    replaced_keys: None,
                };
                let made = server.begin_arriving(&mark, false).await;
                made.map_err(|source| unusable(server, source))?;
                token
            }
            (Holds::Nothing, Some(_)) => return Err(MoveError::Gone { server: name }),
            (Holds::Arriving(mark), frozen) => {
                let is_ours = mark.kind == Kind::Move
                    && mark.origin == origin
                    && frozen.as_ref().is_none_or(|frozen| frozen.token == mark.token);
                if !is_ours {
                    return Err(MoveError::Another { server: name, what: what(&mark) });
                }
                mark.token
            }
            (Holds::Record, Some(frozen)) => return Ok(Begun::Finished(frozen.clone())),
            (Holds::Record | Holds::Half(_), _) => return Err(MoveError::NotEmpty { server: name }),
        };
        Ok(Begun::Moving(Box::new(Self { data: data.to_owned(), server: server.arriving(), token, frozen })))
    }

    /// Since when the files are frozen, where they are.
    #[must_use]
    pub const fn frozen(&self) -> Option<&Frozen> {
        self.frozen.as_ref()
    }

    /// Brings over whatever is not there yet, from one state of each file. `progress` hears of tables and their rows.
    ///
    /// # Errors
    /// [`MoveError`]; the same again goes on.
    pub async fn copy(&self, mut progress: impl FnMut(&str, u64)) -> Result<Travelled, MoveError> {
        let mut done = Travelled::default();
        for part in PARTS {
            let (mut from, mut to, tables) = self.both(part).await?;
            // What is written now is made durable by the transaction with which the record arrives.
            to.run("SET synchronous_commit = off").await.map_err(|source| self.unusable(source))?;
            for table in &tables {
                transfer::merge(&mut from, &mut to, table, &mut done, &mut progress).await?;
                let analysed = to.run_text(format!("ANALYZE {}", quoted(&table.name))).await;
                analysed.map_err(|source| self.unusable(source))?;
            }
            if part.1 == KEY_SCHEMA && done.deleted > 0 {
                to.forget_deleted().await.map_err(|source| self.unusable(source))?;
            }
            close(from, part.0).await?;
            close(to, part.1).await?;
        }
        Ok(done)
    }

    /// Has the files take nothing any more. `now` is in seconds since 1970.
    ///
    /// # Errors
    /// [`MoveError`], where a file cannot be written.
    pub async fn freeze(&mut self, now: i64) -> Result<(), MoveError> {
        let fresh = Frozen { token: self.token.clone(), target: self.server.to_string(), since: now };
        let said = self.frozen.take().unwrap_or(fresh);
        frozen::freeze(&self.data, &said).await?;
        self.frozen = Some(said);
        Ok(())
    }

    /// Reads every row of every table on both sides again and compares them. Gives how many there are.
    ///
    /// # Errors
    /// [`TransferError::Differs`], where a row is not the same.
    pub async fn compare(&self, mut progress: impl FnMut(&str, u64)) -> Result<u64, MoveError> {
        let mut rows = 0;
        for part in PARTS {
            let (mut from, mut to, tables) = self.both(part).await?;
            for table in &tables {
                let here = transfer::compare(&mut from, &mut to, table).await?;
                progress(&table.name, here);
                rows += here;
            }
            close(from, part.0).await?;
            close(to, part.1).await?;
        }
        Ok(rows)
    }

    /// The server, for whoever looks at the record there before it has arrived.
    #[must_use]
    pub fn server(&self) -> Server {
        self.server.clone()
    }

    /// The record has arrived: from now on it is there.
    ///
    /// # Errors
    /// [`MoveError`]. Whether it has arrived, the same move again finds out.
    pub async fn finish(self) -> Result<(), MoveError> {
        let mut to = writer_of(&self.server, MAIN_SCHEMA, migrate::MAIN).await?;
        arriving::arrive(&mut to).await.map_err(|source| self.unusable(source))?;
        close(to, MAIN_SCHEMA).await
    }

    /// One state of a file, the schema, and the tables that they have in common.
    async fn both(&self, part: Part) -> Result<(Connection, Connection, Vec<Table>), MoveError> {
        let (file, schema, migrations) = part;
        let mut from = frozen::open(&self.data, file).await?;
        from.begin_reading().await.map_err(|source| OpenError::Database { file, source })?;
        let mut to = writer_of(&self.server, schema, migrations).await?;
        let tables = transfer::common(&mut from, &mut to).await?;
        Ok((from, to, tables))
    }

    fn unusable(&self, source: sqlx::Error) -> MoveError {
        unusable(&self.server, source).into()
    }
}

/// Gives a move up: the files take writes again, and what was brought over is deleted.
///
/// # Errors
/// [`MoveError::Arrived`] where the record has arrived: then it is there and nowhere else.
pub async fn cancel(data: &Path, server: &Server, origin: &str) -> Result<(), MoveError> {
    let frozen = frozen::frozen(data).await?;
    let name = server.to_string();
    if let Some(frozen) = frozen.as_ref().filter(|frozen| frozen.target != name) {
        return Err(MoveError::Elsewhere { target: frozen.target.clone() });
    }
    let mark = match (holds(server).await?, &frozen) {
        (Holds::Arriving(mark), frozen) => {
            let is_ours = mark.kind == Kind::Move
                && mark.origin == origin
                && frozen.as_ref().is_none_or(|frozen| frozen.token == mark.token);
            if !is_ours {
                return Err(MoveError::Another { server: name, what: what(&mark) });
            }
            Some(mark)
        }
        (Holds::Record | Holds::Half(_), Some(_)) => return Err(MoveError::Arrived { server: name }),
        // Nothing is there that could be a second record.
        (Holds::Nothing, Some(_)) => None,
        (_, None) => return Err(MoveError::NotMoving { server: name }),
    };
    // First what cannot be a record any more, so that there are never two.
    if let Some(mark) = &mark {
        server.undo_arriving(mark).await.map_err(|source| unusable(server, source))?;
    }
    Ok(frozen::thaw(data).await?)
}

fn what(mark: &Mark) -> String {
    let kind = match mark.kind {
        Kind::Move => "a move",
        Kind::Restore => "a restore",
    };
    format!("{kind} of the ledger {}", mark.origin)
}

async fn close(connection: Connection, of: &'static str) -> Result<(), MoveError> {
    Ok(connection.close().await.map_err(|source| OpenError::Database { file: of, source })?)
}
