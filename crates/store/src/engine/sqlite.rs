//! What is particular to SQLite: how files are opened, PRAGMAs, transactions, and what its error codes mean.
//!
//! **Invariants.** The journal is a write-ahead log and every commit is synchronised before it returns
//! (`synchronous = FULL`, sqlite.org/pragma.html#pragma_synchronous). What is deleted is overwritten (`secure_delete`),
//! because a deleted key must not be found in a free page. Nothing is spilled into temporary files.

use super::{Connection, READER_TIMEOUT, STATEMENTS_MAX};
use sqlx::{
    ConnectOptions as _, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, time::Duration};

/// How long a connection waits for another one's lock. The writer holds it for one batch, which takes milliseconds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// How many rows the driver's thread may read ahead of whoever asked. Each time it has to wait both change places, which
/// is dear for the tens of thousands of rows of a round of the sequencer.
const ROWS_AHEAD: usize = 1_024;

/// The primary result code for a full medium (sqlite.org/rescode.html#full).
const SQLITE_FULL: i32 = 13;
/// Primary result codes after which a commit has surely written nothing: somebody else's lock, a constraint, a
/// read-only file, a misused call.
const REFUSED_COMMIT: [i32; 5] = [5, 6, 8, 19, 21];

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(false)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(STATEMENTS_MAX)
        .row_buffer_size(ROWS_AHEAD)
        .pragma("temp_store", "MEMORY")
        .pragma("trusted_schema", "OFF")
        .disable_statement_logging()
}

/// Opens the one connection that writes a file, which must exist.
///
/// `pages_max` bounds the file's size, in pages of 4,096 bytes.
pub(crate) async fn writer(file: &Path, pages_max: Option<u32>) -> Result<Connection, sqlx::Error> {
    let mut options = options(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON")
        // 64 MiB: enough for the inner pages of every index at ten million cases.
        .pragma("cache_size", "-65536")
        // The log is moved into the file when it has 64 MiB, not after every large batch: pages that many commits change
        // are then moved once.
        .pragma("wal_autocheckpoint", "16384")
        // A log that a long read made grow is cut back to 64 MiB at the next checkpoint.
        .pragma("journal_size_limit", "67108864");
    if let Some(pages) = pages_max {
        options = options.pragma("max_page_count", pages.to_string());
    }
    Ok(Connection::Sqlite(options.connect().await?))
}

/// How a connection is opened that only reads one file.
pub(crate) fn reading(file: &Path) -> SqliteConnectOptions {
    options(file).read_only(true)
}

/// Opens connections that only read. In a write-ahead log they see the last commit and never wait for the writer.
pub(crate) fn readers(file: &Path, count: u32) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(count)
        .acquire_timeout(READER_TIMEOUT)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_lazy_with(reading(file))
}

/// The lock is taken now, so that it cannot be lost half-way.
pub(super) const BEGIN: &str = "BEGIN IMMEDIATE";
pub(super) const BEGIN_READING: &str = "BEGIN DEFERRED";
/// Moves the write-ahead log into the file and empties it, so that nothing deleted is left in it. It is best effort
/// while somebody reads: SQLite then answers "busy" in a row, and the next call does it.
pub(super) const EMPTY_LOG: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// After some failures SQLite has undone a transaction itself; then there is nothing to undo.
pub(super) fn nothing_to_undo(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.message().contains("no transaction is active"))
}

/// Whether this error says that the medium is full.
pub(super) fn is_full(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(_) => primary_code(error) == Some(SQLITE_FULL),
        sqlx::Error::Io(io) => crate::files::is_full(io),
        _ => false,
    }
}

/// Whether a commit that ended like this has surely written nothing.
///
/// When the medium is full the last frame, which alone makes a commit valid, was not written whole; that holds because
/// SQLite on Unix appends nothing behind it (`SQLITE_POWERSAFE_OVERWRITE`). After any other failure of input or output
/// the frame may be there, and a restart would find it: that is not known.
pub(super) fn surely_nothing_written(commit: &sqlx::Error) -> bool {
    primary_code(commit).is_some_and(|code| code == SQLITE_FULL || REFUSED_COMMIT.contains(&code))
}

/// The low byte of the extended result code.
fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let extended: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}

#[cfg(test)]
mod full;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    /// A result code, as the driver would report it.
    #[derive(Debug)]
    struct Code(i32);

    impl std::fmt::Display for Code {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "code {}", self.0)
        }
    }

    impl std::error::Error for Code {}

    impl sqlx::error::DatabaseError for Code {
        fn message(&self) -> &'static str {
            "a result code"
        }
        fn code(&self) -> Option<Cow<'_, str>> {
            Some(self.0.to_string().into())
        }
        fn as_error(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
            self
        }
        fn as_error_mut(&mut self) -> &mut (dyn std::error::Error + Send + Sync + 'static) {
            self
        }
        fn into_error(self: Box<Self>) -> Box<dyn std::error::Error + Send + Sync + 'static> {
            self
        }
        fn kind(&self) -> sqlx::error::ErrorKind {
            sqlx::error::ErrorKind::Other
        }
    }

    fn code(number: i32) -> sqlx::Error {
        sqlx::Error::Database(Box::new(Code(number)))
    }

    #[test]
    fn a_commit_on_a_full_medium_wrote_nothing() {
        assert!(surely_nothing_written(&code(13)));
        assert!(is_full(&code(13)));
    }

    #[test]
    fn a_commit_whose_synchronisation_failed_is_not_known() {
        // SQLITE_IOERR_FSYNC, SQLITE_IOERR_WRITE, SQLITE_CORRUPT.
        for number in [1034, 778, 11] {
            assert!(!surely_nothing_written(&code(number)), "{number}");
        }
        assert!(!surely_nothing_written(&sqlx::Error::WorkerCrashed));
    }

    #[test]
    fn a_commit_refused_for_a_lock_wrote_nothing() {
        // SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT.
        for number in [5, 517] {
            assert!(surely_nothing_written(&code(number)), "{number}");
        }
    }
}
