//! The two databases behind one face: a statement with its values, a connection, a pool, a row.
//!
//! A statement is written once and given to whichever database there is. What is particular to one of them (how it is
//! opened, how a transaction begins, what its errors mean) lies in [`sqlite`] and [`postgres`], and nowhere else but in
//! the migrations.

mod link;
pub(crate) mod postgres;
pub(crate) mod sqlite;

pub(crate) use link::Link;

use crate::sql::many::Places;
use sqlx::{
    AssertSqlSafe, Connection as _, Decode, PgConnection, PgPool, Postgres, Row as _, SqlSafeStr as _,
    SqlStr, Sqlite, SqliteConnection, SqlitePool, Type,
    postgres::{PgArguments, PgDatabaseError, PgRow},
    sqlite::{SqliteArguments, SqliteRow},
};

/// How long a request waits for a free reading connection before it is told that the store does not answer.
const READER_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(10);
/// Distinct statements of this crate number about 90; each connection keeps all of those that it uses prepared.
const STATEMENTS_MAX: usize = 128;

/// A value that goes into a statement. Nothing has a type too: PostgreSQL asks for it.
#[derive(Debug, Clone)]
pub(crate) enum Value<'q> {
    Text(Option<&'q str>),
    Word(Option<String>),
    Bytes(Option<&'q [u8]>),
    Number(Option<i64>),
    Flag(bool),
}

macro_rules! values {
    ($($variant:ident($held:ty) from $($from:ty)*, |$value:ident| $into:expr;)*) => {$($(
        impl<'q> From<$from> for Value<'q> {
            fn from($value: $from) -> Self {
                let held: $held = $into;
                Self::$variant(held)
            }
        }
    )*)*};
}
values! {
    Text(Option<&'q str>) from &'q str, |value| Some(value);
    Text(Option<&'q str>) from Option<&'q str>, |value| value;
    Text(Option<&'q str>) from &'q String, |value| Some(value);
    Word(Option<String>) from String, |value| Some(value);
    Word(Option<String>) from Option<String>, |value| value;
    Bytes(Option<&'q [u8]>) from &'q [u8], |value| Some(value);
    Bytes(Option<&'q [u8]>) from &'q Vec<u8>, |value| Some(value);
    Bytes(Option<&'q [u8]>) from Option<&'q [u8]>, |value| value;
    Number(Option<i64>) from i64, |value| Some(value);
    Number(Option<i64>) from Option<i64>, |value| value;
    Flag(bool) from bool, |value| value;
}

/// A statement and its values.
#[derive(Debug, Clone)]
pub(crate) struct Query<'q> {
    text: SqlStr,
    values: Vec<Value<'q>>,
}

/// A statement, to be given its values.
pub(crate) const fn query<'q>(text: &'static str) -> Query<'q> {
    Query { text: SqlStr::from_static(text), values: Vec::new() }
}

/// A statement that was put together from names of tables and columns.
///
/// SECURITY: names come from a database's own catalogue and are quoted; values are only ever bound.
pub(crate) fn query_of<'q>(text: String) -> Query<'q> {
    Query { text: AssertSqlSafe(text).into_sql_str(), values: Vec::new() }
}

/// Gives a driver's query its values.
macro_rules! bound {
    ($query:expr) => {{
        let mut native = sqlx::query($query.text);
        for value in $query.values {
            native = match value {
                Value::Text(value) => native.bind(value),
                Value::Word(value) => native.bind(value),
                Value::Bytes(value) => native.bind(value),
                Value::Number(value) => native.bind(value),
                Value::Flag(value) => native.bind(value),
            };
        }
        native
    }};
}

impl<'q> Query<'q> {
    /// Adds the next value.
    pub(crate) fn bind(mut self, value: impl Into<Value<'q>>) -> Self {
        self.values.push(value.into());
        self
    }

    fn for_sqlite(self) -> sqlx::query::Query<'q, Sqlite, SqliteArguments> {
        bound!(self)
    }

    fn for_postgres(self) -> sqlx::query::Query<'q, Postgres, PgArguments> {
        bound!(self)
    }

    /// Runs it; says how many rows it concerned.
    pub(crate) async fn execute(self, on: &mut Connection) -> Result<u64, sqlx::Error> {
        match on {
            Connection::Sqlite(on) => Ok(self.for_sqlite().execute(on).await?.rows_affected()),
            Connection::Postgres(on) => Ok(self.for_postgres().execute(on).await?.rows_affected()),
        }
    }

    /// All rows.
    pub(crate) async fn fetch_all(self, on: &mut Connection) -> Result<Vec<Row>, sqlx::Error> {
        Ok(match on {
            Connection::Sqlite(on) => {
                self.for_sqlite().fetch_all(on).await?.into_iter().map(Row::Sqlite).collect()
            }
            Connection::Postgres(on) => {
                self.for_postgres().fetch_all(on).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row, if there is one.
    pub(crate) async fn fetch_optional(self, on: &mut Connection) -> Result<Option<Row>, sqlx::Error> {
        Ok(match on {
            Connection::Sqlite(on) => self.for_sqlite().fetch_optional(on).await?.map(Row::Sqlite),
            Connection::Postgres(on) => self.for_postgres().fetch_optional(on).await?.map(Row::Postgres),
        })
    }

    /// The row that must be there.
    pub(crate) async fn fetch_one(self, on: &mut Connection) -> Result<Row, sqlx::Error> {
        self.fetch_optional(on).await?.ok_or(sqlx::Error::RowNotFound)
    }
}

/// What both drivers read a column as.
pub(crate) trait Readable<'r>:
    Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>
{
}
impl<'r, T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>> Readable<'r> for T {}

/// A row that was read.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// A column by its name.
    pub(crate) fn get<'r, T: Readable<'r>>(&'r self, column: &str) -> Result<T, sqlx::Error> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
    }

    /// A column by its place.
    pub(crate) fn at<'r, T: Readable<'r>>(&'r self, place: usize) -> Result<T, sqlx::Error> {
        match self {
            Self::Sqlite(row) => row.try_get(place),
            Self::Postgres(row) => row.try_get(place),
        }
    }

    /// How many columns it has.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Sqlite(row) => row.len(),
            Self::Postgres(row) => row.len(),
        }
    }
}

/// One connection.
#[derive(Debug)]
pub(crate) enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Connection {
    /// How a statement over many rows says where its values go.
    pub(crate) const fn places(&self) -> Places {
        match self {
            Self::Sqlite(_) => Places::Nameless,
            Self::Postgres(_) => Places::Numbered,
        }
    }

    /// Begins a transaction that may write. Only one is open at a time, whichever process began it, so that what it
    /// reads stays true until it ends.
    pub(crate) async fn begin(&mut self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(_) => self.run(sqlite::BEGIN).await,
            Self::Postgres(_) => self.run(postgres::BEGIN).await,
        }
    }

    /// Begins a transaction that sees one state throughout.
    pub(crate) async fn begin_reading(&mut self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(_) => self.run(sqlite::BEGIN_READING).await,
            Self::Postgres(_) => self.run(postgres::BEGIN_READING).await,
        }
    }

    /// Makes everything since `begin` durable.
    pub(crate) async fn commit(&mut self) -> Result<(), sqlx::Error> {
        self.run("COMMIT").await
    }

    /// Undoes everything since `begin`.
    pub(crate) async fn rollback(&mut self) -> Result<(), sqlx::Error> {
        match self.run("ROLLBACK").await {
            Err(error) if matches!(self, Self::Sqlite(_)) && sqlite::nothing_to_undo(&error) => Ok(()),
            other => other,
        }
    }

    /// Marks where one command of a batch begins.
    pub(crate) async fn mark(&mut self) -> Result<(), sqlx::Error> {
        self.run("SAVEPOINT command").await
    }

    /// Keeps what the command did.
    pub(crate) async fn keep(&mut self) -> Result<(), sqlx::Error> {
        self.run("RELEASE SAVEPOINT command").await
    }

    /// Undoes what the command did, and nothing before it.
    pub(crate) async fn undo(&mut self) -> Result<(), sqlx::Error> {
        self.run("ROLLBACK TO SAVEPOINT command").await?;
        self.keep().await
    }

    /// Runs statements without values, which are no part of what is kept prepared.
    pub(crate) async fn run(&mut self, statements: &'static str) -> Result<(), sqlx::Error> {
        match self {
            // One statement at a time, and SQLite keeps it prepared.
            Self::Sqlite(on) => sqlx::query(statements).execute(on).await.map(|_| ()),
            // The simple protocol: one round trip.
            Self::Postgres(on) => sqlx::raw_sql(statements).execute(on).await.map(|_| ()),
        }
    }

    /// Runs a whole file of statements.
    pub(crate) async fn run_file(&mut self, text: &'static str) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(on) => sqlx::raw_sql(text).execute(on).await.map(|_| ()),
            Self::Postgres(on) => sqlx::raw_sql(text).execute(on).await.map(|_| ()),
        }
    }

    /// Runs statements that were put together from names of tables and columns, as [`query_of`] says.
    pub(crate) async fn run_text(&mut self, text: String) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(on) => sqlx::raw_sql(AssertSqlSafe(text)).execute(on).await.map(|_| ()),
            Self::Postgres(on) => sqlx::raw_sql(AssertSqlSafe(text)).execute(on).await.map(|_| ()),
        }
    }

    /// Sends the parts of a binary copy to a `COPY … FROM STDIN`, which only PostgreSQL knows.
    pub(crate) async fn copy_in(&mut self, text: &str, parts: Vec<Vec<u8>>) -> Result<(), sqlx::Error> {
        let Self::Postgres(on) = self else {
            return Err(sqlx::Error::Protocol("SQLite takes no copy".to_owned()));
        };
        let mut copy = on.copy_in_raw(text).await?;
        for part in parts {
            copy.send(part).await?;
        }
        copy.finish().await.map(|_| ())
    }

    /// Has what was deleted leave the files, as far as this side can.
    pub(crate) async fn forget_deleted(&mut self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(_) => self.run(sqlite::EMPTY_LOG).await,
            Self::Postgres(_) => self.run(postgres::VACUUM_KEYS).await,
        }
    }

    pub(crate) async fn close(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(connection) => connection.close().await,
            Self::Postgres(connection) => connection.close().await,
        }
    }
}

/// Connections that only read.
#[derive(Debug)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Pool {
    /// All rows of a query.
    pub(crate) async fn fetch_all(&self, query: Query<'_>) -> Result<Vec<Row>, sqlx::Error> {
        Ok(match self {
            Self::Sqlite(pool) => {
                query.for_sqlite().fetch_all(pool).await?.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(pool) => {
                query.for_postgres().fetch_all(pool).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row of a query, if there is one.
    pub(crate) async fn fetch_optional(&self, query: Query<'_>) -> Result<Option<Row>, sqlx::Error> {
        Ok(match self {
            Self::Sqlite(pool) => query.for_sqlite().fetch_optional(pool).await?.map(Row::Sqlite),
            Self::Postgres(pool) => query.for_postgres().fetch_optional(pool).await?.map(Row::Postgres),
        })
    }

    /// A connection that leaves the pool; whoever takes it closes it.
    pub(crate) async fn take(&self) -> Result<Connection, sqlx::Error> {
        Ok(match self {
            Self::Sqlite(pool) => Connection::Sqlite(pool.acquire().await?.detach()),
            Self::Postgres(pool) => Connection::Postgres(pool.acquire().await?.detach()),
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Whether PostgreSQL itself sent this error. SQLite's codes are numbers, so the two must not be taken for each other.
fn from_postgres(error: &sqlx::Error) -> Option<&PgDatabaseError> {
    error.as_database_error()?.try_downcast_ref::<PgDatabaseError>()
}

/// Whether this error says that the medium is full.
pub(crate) fn is_full(error: &sqlx::Error) -> bool {
    from_postgres(error).map_or_else(|| sqlite::is_full(error), postgres::is_full)
}

/// Whether a commit that ended like this has surely written nothing.
pub(crate) fn surely_nothing_written(commit: &sqlx::Error) -> bool {
    from_postgres(commit)
        .map_or_else(|| sqlite::surely_nothing_written(commit), postgres::surely_nothing_written)
}

/// Whether this error is a violated uniqueness.
pub(crate) fn is_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
