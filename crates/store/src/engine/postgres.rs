//! What is particular to PostgreSQL: how a server is reached, what a transaction begins with, what its errors mean.
//!
//! **Invariants.** Whoever writes holds the one row of `writing` until the transaction ends, so that several nodes write
//! one after the other, as several users of a file do. A node that falls silent inside a transaction loses it and the
//! row with it. A commit is answered when it is on the server's disk: a server or a role that is set otherwise is not
//! used.

use super::{Connection, READER_TIMEOUT, STATEMENTS_MAX};
use sqlx::{
    ConnectOptions as _, Connection as _, PgPool, Row as _,
    postgres::{PgConnectOptions, PgDatabaseError, PgPoolOptions, PgSeverity, PgSslMode},
};
use std::{fmt, str::FromStr as _};

/// Everything but keys.
pub(crate) const MAIN_SCHEMA: &str = "candour";
/// Wrapped keys, apart, so that they can be granted and backed up apart.
pub(crate) const KEY_SCHEMA: &str = "candour_keys";

/// One round trip: the transaction, and the row that says whose turn it is to write.
pub(super) const BEGIN: &str = "BEGIN; SELECT id FROM writing WHERE id = 1 FOR UPDATE";
pub(super) const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// What was deleted lies in the table's pages until they are cleaned: this cleans them now. It does not reach the
/// server's write-ahead log, its replicas or its backups.
pub(super) const VACUUM_KEYS: &str = "VACUUM keys";

/// Both schemas, each with the row that its writers take turns by.
const CREATE: &str = "BEGIN; \
    CREATE SCHEMA candour; CREATE SCHEMA candour_keys; \
    CREATE TABLE candour.writing (id BIGINT PRIMARY KEY CHECK (id = 1)); INSERT INTO candour.writing VALUES (1); \
    CREATE TABLE candour_keys.writing (id BIGINT PRIMARY KEY CHECK (id = 1)); \
    INSERT INTO candour_keys.writing VALUES (1); \
    COMMIT";
const SCHEMAS: &str = "SELECT nspname::text AS name FROM pg_namespace WHERE nspname IN ('candour', 'candour_keys', 'candour_arriving')";
const SETTINGS: &str = "SELECT current_setting('server_version_num')::bigint AS version, \
    current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes, \
    current_setting('synchronous_commit') AS synchronous_commit, \
    current_setting('server_encoding') AS encoding";
/// The oldest version that is tested.
const VERSION_MIN: i64 = 150_000;

/// A batch takes milliseconds. Whoever is silent for longer inside a transaction was stopped, and others wait for it.
const SILENCE_MAX: &str = "10s";
/// How long a writer waits for its turn: longer than a silent one may keep it.
const TURN_MAX: &str = "30s";

/// Where a PostgreSQL is and how to sign in there. It never shows a password.
#[derive(Clone)]
pub struct Server {
    options: PgConnectOptions,
    /// For whoever brings a record that arrives: they find the turn to write where nobody else looks for it.
    arriving: bool,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Server").field(&self.to_string()).finish()
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = &self.options;
        match options.get_socket() {
            Some(socket) => write!(f, "PostgreSQL at {}", socket.display())?,
            None => write!(f, "PostgreSQL at {}:{}", options.get_host(), options.get_port())?,
        }
        write!(f, ", database {}", options.get_database().unwrap_or(options.get_username()))
    }
}

/// Why a connection string is not used.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// It does not read.
    #[error("this is not a connection string such as postgres://user@host/database")]
    Unreadable,
    /// Secrets do not belong into a configuration.
    #[error("a password does not belong into a connection string; put it into a file of its own")]
    Password,
    /// The driver would go on in the clear where the server offers no TLS, or talk to whoever answers in its place.
    #[error(
        "a database on another machine is spoken to by TLS alone, with its certificate checked: add sslmode=verify-full \
         to the connection string, and sslrootcert where its authority is your own"
    )]
    InTheClear,
}

/// Why a server is not used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unfit {
    #[error("the server is older than PostgreSQL 15")]
    Old,
    #[error("the server's `{0}` is off: what it acknowledges would not be durable")]
    NotDurable(&'static str),
    #[error("the database's encoding is not UTF8")]
    Encoding,
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Whether a server is on this machine, where nobody sits in between.
fn is_here(options: &PgConnectOptions) -> bool {
    let host = options.get_host().trim_matches(['[', ']']);
    options.get_socket().is_some()
        || host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|host| host.is_loopback())
}

impl Server {
    /// Reads a connection string, `postgres://user@host:port/database`; `?sslmode=verify-full&sslrootcert=…` as with
    /// PostgreSQL's own clients, and `?host=/folder` for a socket.
    ///
    /// Without a password here the file that `PGPASSFILE` names, or `~/.pgpass`, is looked into.
    ///
    /// # Errors
    /// [`ServerError`]; the message never repeats the string.
    pub fn parse(url: &str, password: Option<&str>) -> Result<Self, ServerError> {
        let rest = url
            .strip_prefix("postgres://")
            .or_else(|| url.strip_prefix("postgresql://"))
            .ok_or(ServerError::Unreadable)?;
        let (authority, query) = (rest.split(['/', '?']).next().unwrap_or(""), rest.split_once('?'));
        let user = authority.rsplit_once('@').map_or("", |(user, _)| user);
        if user.contains(':') || query.is_some_and(|(_, query)| query.contains("password=")) {
            return Err(ServerError::Password);
        }
        let options = PgConnectOptions::from_str(url).map_err(|_| ServerError::Unreadable)?;
        if !is_here(&options) && !matches!(options.get_ssl_mode(), PgSslMode::VerifyFull) {
            return Err(ServerError::InTheClear);
        }
        let options = match password {
            Some(password) => options.password(password),
            None => options,
        };
        Ok(Self {
            options: options
                .application_name("candour")
                .statement_cache_capacity(STATEMENTS_MAX)
                .disable_statement_logging(),
            arriving: false,
        })
    }

    /// Where names are looked for.
    fn path(&self, schema: &str) -> String {
        if self.arriving { format!("{schema},{schema}_arriving") } else { schema.to_owned() }
    }

    /// Opens the connection that writes a schema.
    pub(crate) async fn writer(&self, schema: &str) -> Result<Connection, sqlx::Error> {
        let options = self.options.clone().options([
            ("search_path", self.path(schema).as_str()),
            ("idle_in_transaction_session_timeout", SILENCE_MAX),
            ("lock_timeout", TURN_MAX),
        ]);
        Ok(Connection::Postgres(options.connect().await?))
    }

    /// Opens connections that only read a schema.
    pub(crate) fn readers(&self, schema: &str, count: u32) -> PgPool {
        let options = self.options.clone().options([
            ("search_path", schema),
            ("default_transaction_read_only", "on"),
            ("idle_in_transaction_session_timeout", SILENCE_MAX),
        ]);
        PgPoolOptions::new()
            .max_connections(count)
            .acquire_timeout(READER_TIMEOUT)
            .idle_timeout(None)
            .max_lifetime(None)
            // A server may have been restarted since; asking first costs one round trip.
            .test_before_acquire(true)
            .connect_lazy_with(options)
    }

    /// Opens a connection that sees one state of both schemas for as long as it takes.
    pub(crate) async fn snapshot(&self) -> Result<Connection, sqlx::Error> {
        let options = self
            .options
            .clone()
            .application_name("candour: backup")
            .options([("search_path", MAIN_SCHEMA), ("default_transaction_read_only", "on")]);
        let mut connection = Connection::Postgres(options.connect().await?);
        connection.begin_reading().await?;
        Ok(connection)
    }

    /// Which of the schemas are there, on a server that will do.
    pub(crate) async fn schemas(&self) -> Result<Vec<String>, Unfit> {
        let mut connection = self.options.connect().await?;
        let settings = sqlx::query(SETTINGS).fetch_one(&mut connection).await?;
        if settings.try_get::<i64, _>("version")? < VERSION_MIN {
            return Err(Unfit::Old);
        }
        for name in ["fsync", "full_page_writes", "synchronous_commit"] {
            if settings.try_get::<String, _>(name)? == "off" {
                return Err(Unfit::NotDurable(name));
            }
        }
        if settings.try_get::<String, _>("encoding")? != "UTF8" {
            return Err(Unfit::Encoding);
        }
        let rows = sqlx::query(SCHEMAS).fetch_all(&mut connection).await?;
        let names = rows.iter().map(|row| row.try_get("name")).collect::<Result<_, _>>()?;
        connection.close().await?;
        Ok(names)
    }

    /// Makes both schemas, neither of which may be there.
    pub(crate) async fn create_schemas(&self) -> Result<(), sqlx::Error> {
        let mut connection = self.options.connect().await?;
        sqlx::raw_sql(CREATE).execute(&mut connection).await?;
        connection.close().await
    }
}

/// Whether this error says that the medium is full.
pub(super) fn is_full(error: &PgDatabaseError) -> bool {
    // disk_full, postgresql.org/docs/15/errcodes-appendix.html
    error.code() == "53100"
}

/// Whether others kept the right to write for longer than one waits.
pub(super) fn turn_did_not_come(error: &sqlx::Error) -> bool {
    // lock_not_available
    super::from_postgres(error).is_some_and(|error| error.code() == "55P03")
}

/// Whether a commit that was answered like this has surely written nothing.
///
/// An error ends the statement, and with it the transaction; the server then goes on listening. Where it ends the
/// connection instead the commit may have been written and its answer lost on the way, as it is where no answer came.
pub(super) fn surely_nothing_written(commit: &PgDatabaseError) -> bool {
    commit.severity() == PgSeverity::Error && !commit.code().starts_with("08") && commit.code() != "40003"
}

pub(crate) mod arriving;
#[cfg(test)]
mod nodes;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_a_connection_string_is_refused_and_not_repeated() {
        for url in [
            "postgres://u:secret@h/d",
            "postgresql://u@h/d?password=secret",
            "postgres:///d?user=a&password=secret",
        ] {
            let error = Server::parse(url, None).unwrap_err();
            assert!(matches!(error, ServerError::Password), "{url}");
            assert!(!error.to_string().contains("secret"));
        }
    }

    #[test]
    fn what_is_shown_of_a_server_has_no_password() {
        let url = "postgres://u@db.example:5433/d?sslmode=verify-full";
        let server = Server::parse(url, Some("secret")).unwrap();
        assert_eq!(server.to_string(), "PostgreSQL at db.example:5433, database d");
        assert!(!format!("{server:?}").contains("secret"));
    }

    #[test]
    fn a_database_on_another_machine_is_spoken_to_by_tls_with_its_certificate_checked() {
        for here in ["127.0.0.1", "[::1]", "localhost:5433", "%2Ftmp%2Fdb", "db.example"] {
            let host = if here == "db.example" { "?host=/tmp/db" } else { "" };
            assert!(Server::parse(&format!("postgres://u@{here}/d{host}"), None).is_ok(), "{here}");
        }
        for mode in ["", "?sslmode=disable", "?sslmode=prefer", "?sslmode=require", "?sslmode=verify-ca"] {
            for there in ["db.example", "192.0.2.1", "[2001:db8::1]:5433"] {
                let refused = Server::parse(&format!("postgres://u@{there}/d{mode}"), None);
                assert!(matches!(refused, Err(ServerError::InTheClear)), "{there} {mode}");
            }
        }
        assert!(Server::parse("postgres://u@db.example/d?sslmode=verify-full", None).is_ok());
    }

    #[test]
    fn what_is_no_connection_string_is_refused() {
        for url in ["", "sqlite:///x", "postgres://h:notaport/d", "/data"] {
            assert!(Server::parse(url, None).is_err(), "{url}");
        }
    }
}
