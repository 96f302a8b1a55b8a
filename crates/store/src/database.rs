//! The store, on files of SQLite or in a PostgreSQL: one writer, and connections that only read.
//!
//! On SQLite everything lies in two files of one folder. In a PostgreSQL it lies in two schemas of one database, and
//! several nodes may have the same one open: each has a writer of its own, and they take turns.

use crate::{
    backup::{KEYSTORE_FILE, MAIN_FILE},
    counters::{Counters, Totals},
    decode::FromRow,
    engine::{
        Connection, Link, Pool, Query, Readable,
        postgres::{
            self,
            arriving::{self, Holds, Mark},
        },
        query, sqlite,
    },
    fault::{Stopped, nothing_written},
    files, frozen, health,
    migrate::{self, Migration, MigrationError},
    sql::{Read, Whole, read},
    write::{Command, Done},
    writer::{Job, Message, QUEUE_MAX, Writer},
};
use service::ports::StoreError;
use std::{io, path::Path, sync::Arc};
use tokio::sync::{mpsc, oneshot, watch};

/// Connections that read `candour.db`: twice the cores of a small machine; each keeps its statements prepared.
const READERS: u32 = 4;
/// Connections that read `keystore.db`: one row or two for each page of a case.
const KEY_READERS: u32 = 2;

/// Why a store cannot be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no store here. One is made only when that is asked for.
    #[error("there is no {0} here; a store is made by creating it, never by opening it")]
    Missing(&'static str),
    /// There is a store here already.
    #[error("there is a {0} here already")]
    Exists(&'static str),
    /// The folder or a file cannot be made or looked at.
    #[error("the data folder cannot be used")]
    Folder(#[source] io::Error),
    /// A file is no database, or cannot be read.
    #[error("{file} cannot be opened")]
    Database {
        /// Which file.
        file: &'static str,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
    /// The server or its database cannot be used.
    #[error("{server} cannot be used")]
    Server {
        /// Which server.
        server: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The record went elsewhere, or is on its way, and these files take nothing any more.
    #[error("the record in these files moved to {target}: nothing is recorded here any more")]
    Moved {
        /// Where to.
        target: String,
    },
    /// A record is on its way into this database and has not arrived.
    #[error("a record is on its way into {server} and has not arrived: {what} was begun and not finished")]
    Arriving {
        /// Which server.
        server: String,
        /// What brings it.
        what: &'static str,
    },
    /// Its schema cannot be brought to this build's.
    #[error("the schema of {file} cannot be brought up to date")]
    Migration {
        /// Which file.
        file: &'static str,
        /// Why.
        #[source]
        source: MigrationError,
    },
}

/// What an operator may set for files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The largest size of each of the two files, in pages of 4,096 bytes: a quota. Beyond it the store answers that
    /// it is full and writes nothing.
    pub pages_max: Option<u32>,
}

/// The store. Implements [`Store`](service::ports::Store) and [`LedgerStore`](service::ports::LedgerStore).
#[derive(Debug)]
pub struct Database {
    queue: mpsc::Sender<Message>,
    readers: Pool,
    key_readers: Pool,
    totals: Arc<Totals>,
    halted: watch::Receiver<bool>,
    #[cfg(test)]
    pub(crate) faults: Arc<crate::writer::faults::Faults>,
}

impl Database {
    /// Makes a store in a folder, which is made too unless it is there, and opens it.
    ///
    /// # Errors
    /// [`OpenError::Exists`] where one of the files is there; otherwise as [`open`](Self::open).
    pub async fn create(folder: &Path) -> Result<Self, OpenError> {
        files::create_private_folder(folder).map_err(OpenError::Folder)?;
        for file in [MAIN_FILE, KEYSTORE_FILE] {
            if exists(&folder.join(file))? {
                return Err(OpenError::Exists(file));
            }
        }
        for file in [MAIN_FILE, KEYSTORE_FILE] {
            files::create_private(&folder.join(file)).map_err(OpenError::Folder)?;
        }
        files::sync_folder(folder).map_err(OpenError::Folder)?;
        Self::open(folder).await
    }

    /// Opens the store in a folder and applies what migrations it lacks.
    ///
    /// # Errors
    /// [`OpenError::Missing`] unless both files are there: a mistyped path must not begin another history.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        Self::open_with(folder, Options::default()).await
    }

    /// The same, with settings.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub async fn open_with(folder: &Path, options: Options) -> Result<Self, OpenError> {
        for file in [MAIN_FILE, KEYSTORE_FILE] {
            if !exists(&folder.join(file))? {
                return Err(OpenError::Missing(file));
            }
        }
        let main = open_file(folder, MAIN_FILE, options, migrate::MAIN).await?;
        let keystore = open_file(folder, KEYSTORE_FILE, options, migrate::KEYSTORE).await?;
        let readers = Pool::Sqlite(sqlite::readers(&folder.join(MAIN_FILE), READERS));
        let key_readers = Pool::Sqlite(sqlite::readers(&folder.join(KEYSTORE_FILE), KEY_READERS));
        Ok(Self::running(main, keystore, readers, key_readers))
    }

    /// Makes a store in a database of PostgreSQL, and opens it.
    ///
    /// # Errors
    /// [`OpenError::Exists`] where one of the schemas is there; otherwise as [`open_server`](Self::open_server).
    pub async fn create_server(server: &postgres::Server) -> Result<Self, OpenError> {
        match holds(server).await? {
            Holds::Nothing => {}
            Holds::Half(schema) => return Err(OpenError::Exists(schema)),
            Holds::Record => return Err(OpenError::Exists(postgres::MAIN_SCHEMA)),
            Holds::Arriving(mark) => return Err(arriving(server, &mark)),
        }
        server.create_schemas().await.map_err(|source| unusable(server, source))?;
        Self::open_server(server).await
    }

    /// Opens the store in a database of PostgreSQL and applies what migrations it lacks.
    ///
    /// # Errors
    /// [`OpenError::Missing`] unless both schemas are there; [`OpenError::Server`] where the server does not answer, is
    /// older than PostgreSQL 15 or would not make durable what it acknowledges.
    pub async fn open_server(server: &postgres::Server) -> Result<Self, OpenError> {
        match holds(server).await? {
            Holds::Nothing | Holds::Half(postgres::KEY_SCHEMA) => {
                return Err(OpenError::Missing(postgres::MAIN_SCHEMA));
            }
            Holds::Half(_) => return Err(OpenError::Missing(postgres::KEY_SCHEMA)),
            Holds::Arriving(mark) if !server.brings() => return Err(arriving(server, &mark)),
            Holds::Arriving(_) | Holds::Record => {}
        }
        let main = open_schema(server, postgres::MAIN_SCHEMA, migrate::MAIN).await?;
        let keystore = open_schema(server, postgres::KEY_SCHEMA, migrate::KEYSTORE).await?;
        let readers = Pool::Postgres(server.readers(postgres::MAIN_SCHEMA, READERS));
        let key_readers = Pool::Postgres(server.readers(postgres::KEY_SCHEMA, KEY_READERS));
        Ok(Self::running(main, keystore, readers, key_readers))
    }

    /// Starts the writer.
    fn running(main: Link, keystore: Link, readers: Pool, key_readers: Pool) -> Self {
        let totals = Arc::new(Totals::default());
        let (queue, messages) = mpsc::channel(QUEUE_MAX);
        #[cfg(test)]
        let faults = Arc::default();
        let (halt, halted) = watch::channel(false);
        let writer = Writer::new(
            main,
            keystore,
            Arc::clone(&totals),
            halt,
            #[cfg(test)]
            Arc::clone(&faults),
        );
        tokio::spawn(writer.run(messages));
        Self {
            queue,
            readers,
            key_readers,
            totals,
            halted,
            #[cfg(test)]
            faults,
        }
    }

    /// Lets the writer finish what it has begun, and closes both files. Whatever is asked afterwards is refused.
    pub async fn close(&self) {
        self.readers.close().await;
        self.key_readers.close().await;
        let (done, closed) = oneshot::channel();
        if self.queue.send(Message::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
    }

    /// What the writer did since the store was opened.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.totals.read()
    }

    /// Every row of the read models as bytes, in one order and one state: two stores whose read models agree give the
    /// same bytes.
    ///
    /// # Errors
    /// [`StoreError`] where the store does not answer or a row does not read.
    pub async fn dump_models(&self) -> Result<Vec<u8>, StoreError> {
        let mut connection = self.readers.take().await.map_err(nothing_written)?;
        connection.begin_reading().await.map_err(nothing_written)?;
        let dump = crate::dump::models(&mut connection).await;
        connection.rollback().await.map_err(nothing_written)?;
        connection.close().await.map_err(nothing_written)?;
        dump
    }

    /// Whether several processes may have it open.
    pub(crate) const fn is_on_a_server(&self) -> bool {
        matches!(self.readers, Pool::Postgres(_))
    }

    /// Has the writer do something; returns after it is durable.
    pub(crate) async fn write(&self, command: Command) -> Result<Done, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.queue.send(Message::Job(Job { command, reply })).await.map_err(|_| Stopped)?;
        answer.await.map_err(|_| Stopped)?
    }

    /// The same, for what has nothing to tell.
    pub(crate) async fn written(&self, command: Command) -> Result<(), StoreError> {
        self.write(command).await.map(|_| ())
    }

    /// The same, for what tells a count.
    pub(crate) async fn counted(&self, command: Command) -> Result<u64, StoreError> {
        Ok(match self.write(command).await? {
            Done::Count(count) => count,
            Done::Written | Done::HeadMoved | Done::Lease(_) | Done::DraftsGone(_) => 0,
        })
    }

    /// All rows of a query.
    pub(crate) async fn all<T: FromRow>(&self, query: Query<'_>) -> Result<Vec<T>, StoreError> {
        let rows = self.readers.fetch_all(query).await.map_err(nothing_written)?;
        rows.iter().map(T::from_row).collect()
    }

    /// The one row of a query, if there is one.
    pub(crate) async fn one<T: FromRow>(&self, query: Query<'_>) -> Result<Option<T>, StoreError> {
        let row = self.readers.fetch_optional(query).await.map_err(nothing_written)?;
        row.as_ref().map(T::from_row).transpose()
    }

    /// All rows of a query to the keystore.
    pub(crate) async fn key_rows<T: FromRow>(&self, query: Query<'_>) -> Result<Vec<T>, StoreError> {
        let rows = self.key_readers.fetch_all(query).await.map_err(nothing_written)?;
        rows.iter().map(T::from_row).collect()
    }

    /// One column of all rows of a query.
    pub(crate) async fn column<T>(&self, query: Query<'_>, column: Column) -> Result<Vec<T>, StoreError>
    where
        T: for<'r> Readable<'r>,
    {
        values(&self.readers, query, column).await
    }

    /// The same of a query to the keystore.
    pub(crate) async fn key_column<T>(&self, query: Query<'_>, column: Column) -> Result<Vec<T>, StoreError>
    where
        T: for<'r> Readable<'r>,
    {
        values(&self.key_readers, query, column).await
    }

    /// Whether a query has any row.
    pub(crate) async fn any(&self, query: Query<'_>) -> Result<bool, StoreError> {
        let row = self.readers.fetch_optional(query).await.map_err(nothing_written)?;
        Ok(row.is_some())
    }

    /// What the database finds wrong with its own files: pages, indices, constraints.
    pub(crate) async fn integrity_of_files(&self) -> Result<Vec<(String, String)>, StoreError> {
        let (main, keystore) = if self.is_on_a_server() {
            (postgres::MAIN_SCHEMA, postgres::KEY_SCHEMA)
        } else {
            (MAIN_FILE, KEYSTORE_FILE)
        };
        let mut found = health::examine(&self.readers, main).await?;
        found.extend(health::examine(&self.key_readers, keystore).await?);
        Ok(found)
    }

    /// Whether these are files whose record moved to a server.
    pub(crate) async fn is_frozen(&self) -> Result<bool, StoreError> {
        match &self.readers {
            Pool::Sqlite(_) => {
                let found = self.readers.fetch_all(query(frozen::IS_FROZEN)).await;
                Ok(!found.map_err(nothing_written)?.is_empty())
            }
            Pool::Postgres(_) => Ok(false),
        }
    }

    /// Returns once the writer has stopped for good.
    pub(crate) async fn writer_halted(&self) {
        let mut halted = self.halted.clone();
        if halted.wait_for(|halted| *halted).await.is_err() {
            // It was closed in order.
            std::future::pending::<()>().await;
        }
    }

    /// Whether database, keystore and writer answer.
    pub(crate) async fn answers(&self) -> Result<(), StoreError> {
        for pool in [&self.readers, &self.key_readers] {
            pool.fetch_all(whole(read::ANSWERS)).await.map_err(nothing_written)?;
        }
        // Nothing to do, but the writer must take it up: a stopped one refuses.
        self.written(Command::EndSession { digest: Vec::new() }).await
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) table: &'static str,
    pub(crate) name: &'static str,
}

async fn values<T>(pool: &Pool, query: Query<'_>, column: Column) -> Result<Vec<T>, StoreError>
where
    T: for<'r> Readable<'r>,
{
    let rows = pool.fetch_all(query).await.map_err(nothing_written)?;
    rows.iter()
        .map(|row| row.get(column.name).map_err(|_| StoreError::Corrupt { table: column.table }))
        .collect()
}

/// A reading statement, to be given its values.
pub(crate) const fn ask<'q>(statement: Read) -> Query<'q> {
    query(statement.text())
}

/// A statement over a whole table.
pub(crate) const fn whole<'q>(statement: Whole) -> Query<'q> {
    query(statement.text())
}

fn exists(path: &Path) -> Result<bool, OpenError> {
    path.try_exists().map_err(OpenError::Folder)
}

async fn open_file(
    folder: &Path,
    file: &'static str,
    options: Options,
    migrations: &[Migration],
) -> Result<Link, OpenError> {
    let database = |source| OpenError::Database { file, source };
    let mut connection = sqlite::writer(&folder.join(file), options.pages_max).await.map_err(database)?;
    if let Some(frozen) = frozen::read(&mut connection).await.map_err(database)? {
        return Err(OpenError::Moved { target: frozen.target });
    }
    Ok(Link::to_file(migrated(connection, file, migrations).await?))
}

async fn open_schema(
    server: &postgres::Server,
    schema: &'static str,
    migrations: &[Migration],
) -> Result<Link, OpenError> {
    let connection = writer_of(server, schema, migrations).await?;
    Ok(Link::to_server(connection, server.clone(), schema))
}

/// A connection that writes a schema, which is brought to this build's.
pub(crate) async fn writer_of(
    server: &postgres::Server,
    schema: &'static str,
    migrations: &[Migration],
) -> Result<Connection, OpenError> {
    let connection = server.writer(schema).await.map_err(|source| unusable(server, source))?;
    migrated(connection, schema, migrations).await
}

pub(crate) async fn migrated(
    mut connection: Connection,
    file: &'static str,
    migrations: &[Migration],
) -> Result<Connection, OpenError> {
    migrate::migrate(&mut connection, migrations)
        .await
        .map_err(|source| OpenError::Migration { file, source })?;
    Ok(connection)
}

pub(crate) async fn holds(server: &postgres::Server) -> Result<Holds, OpenError> {
    server.holds().await.map_err(|source| unusable(server, source))
}

fn arriving(server: &postgres::Server, mark: &Mark) -> OpenError {
    let what = match mark.kind {
        arriving::Kind::Move => "`candour move`",
        arriving::Kind::Restore => "`candour restore`",
    };
    OpenError::Arriving { server: server.to_string(), what }
}

pub(crate) fn unusable(
    server: &postgres::Server,
    source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> OpenError {
    OpenError::Server { server: server.to_string(), source: source.into() }
}
