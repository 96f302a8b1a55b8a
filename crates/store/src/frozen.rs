//! Files whose record moved away: nothing is written to them any more, whoever has them open.
//!
//! **Invariants.** A frozen file refuses every insert, update and delete on every table by triggers of its own, so that a
//! process that had it open before is stopped by the database and not by its good will. It names the move and where the
//! record went. Both files are frozen one after the other, the record before the keys: what is recorded needs both.

use crate::{
    backup::{KEYSTORE_FILE, MAIN_FILE},
    database::OpenError,
    engine::{Connection, query, sqlite},
    transfer::quoted,
};
use sqlx::ConnectOptions as _;
use std::path::Path;

/// The one row that says so.
pub(crate) const TABLE: &str = "moved";

/// Whether a file is frozen: one row where it is.
pub(crate) const IS_FROZEN: &str =
    "SELECT 1 AS found FROM sqlite_schema WHERE type = 'table' AND name = 'moved'";
const READ: &str = "SELECT token, target, frozen FROM moved WHERE id = 1";
const MAKE: &str = "CREATE TABLE moved (id INTEGER PRIMARY KEY CHECK (id = 1), token TEXT NOT NULL, \
    target TEXT NOT NULL, frozen BIGINT NOT NULL)";
const NOTE: &str = "INSERT INTO moved (id, token, target, frozen) VALUES (1, $1, $2, $3)";
const TABLES: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
const TRIGGERS: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'moved\\_%' ESCAPE '\\'";

/// What a frozen file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Which move froze it.
    pub(crate) token: String,
    /// Where the record goes, as it is shown to people.
    pub target: String,
    /// Since when: seconds since 1970.
    pub since: i64,
}

/// Whether the record in a data folder moved away, or is moving and takes nothing any more.
///
/// # Errors
/// [`OpenError::Missing`], and where a file does not read.
pub async fn frozen(data: &Path) -> Result<Option<Frozen>, OpenError> {
    let mut connection = open(data, MAIN_FILE).await?;
    let read = read(&mut connection).await.map_err(|source| fault(MAIN_FILE, source));
    connection.close().await.map_err(|source| fault(MAIN_FILE, source))?;
    read
}

/// A connection that only reads a file of a data folder.
pub(crate) async fn open(data: &Path, file: &'static str) -> Result<Connection, OpenError> {
    let path = data.join(file);
    if !path.try_exists().map_err(OpenError::Folder)? {
        return Err(OpenError::Missing(file));
    }
    let connection = sqlite::reading(&path).connect().await.map_err(|source| fault(file, source))?;
    Ok(Connection::Sqlite(connection))
}

pub(crate) async fn read(on: &mut Connection) -> Result<Option<Frozen>, sqlx::Error> {
    if query(IS_FROZEN).fetch_optional(on).await?.is_none() {
        return Ok(None);
    }
    let row = query(READ).fetch_one(on).await?;
    Ok(Some(Frozen { token: row.get("token")?, target: row.get("target")?, since: row.get("frozen")? }))
}

/// Freezes both files. One that is frozen already stays as it is.
pub(crate) async fn freeze(data: &Path, as_said: &Frozen) -> Result<(), OpenError> {
    for file in [MAIN_FILE, KEYSTORE_FILE] {
        let mut connection = writer(data, file).await?;
        let done = freeze_one(&mut connection, as_said).await;
        end(connection, file, done).await?;
    }
    Ok(())
}

async fn freeze_one(on: &mut Connection, said: &Frozen) -> Result<(), sqlx::Error> {
    on.begin().await?;
    if read(on).await?.is_some() {
        return on.rollback().await;
    }
    query(MAKE).execute(on).await?;
    let note = query(NOTE).bind(&said.token).bind(&said.target).bind(said.since);
    note.execute(on).await?;
    let why = format!("the record was moved to {}; nothing is recorded here any more", said.target);
    let why = why.replace('\'', "''");
    for table in names(on, TABLES).await? {
        for act in ["INSERT", "UPDATE", "DELETE"] {
            let trigger = quoted(&format!("moved_{table}_{act}"));
            let table = quoted(&table);
            on.run_text(format!(
                "CREATE TRIGGER {trigger} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{why}'); END"
            ))
            .await?;
        }
    }
    on.commit().await
}

/// Has both files take writes again: the keys before the record, for what is recorded needs both.
pub(crate) async fn thaw(data: &Path) -> Result<(), OpenError> {
    for file in [KEYSTORE_FILE, MAIN_FILE] {
        let mut connection = writer(data, file).await?;
        let done = thaw_one(&mut connection).await;
        end(connection, file, done).await?;
    }
    Ok(())
}

async fn thaw_one(on: &mut Connection) -> Result<(), sqlx::Error> {
    on.begin().await?;
    for trigger in names(on, TRIGGERS).await? {
        on.run_text(format!("DROP TRIGGER {}", quoted(&trigger))).await?;
    }
    on.run("DROP TABLE IF EXISTS moved").await?;
    on.commit().await
}

async fn names(on: &mut Connection, statement: &'static str) -> Result<Vec<String>, sqlx::Error> {
    let rows = query(statement).fetch_all(on).await?;
    rows.iter().map(|row| row.get("name")).collect()
}

async fn writer(data: &Path, file: &'static str) -> Result<Connection, OpenError> {
    let path = data.join(file);
    if !path.try_exists().map_err(OpenError::Folder)? {
        return Err(OpenError::Missing(file));
    }
    sqlite::writer(&path, None).await.map_err(|source| fault(file, source))
}

async fn end(
    mut connection: Connection,
    file: &'static str,
    done: Result<(), sqlx::Error>,
) -> Result<(), OpenError> {
    if done.is_err() {
        // The error that matters is the first one; the connection ends anyway.
        let _ = connection.rollback().await;
    }
    let closed = connection.close().await;
    done.and(closed).map_err(|source| fault(file, source))
}

fn fault(file: &'static str, source: sqlx::Error) -> OpenError {
    OpenError::Database { file, source }
}
