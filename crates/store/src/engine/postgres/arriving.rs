//! A record that is on its way into a server: its schemas are there, and nobody but whoever brings it can write them.
//!
//! While it arrives, the rows that writers take turns by lie in two schemas of their own. A service that opens the
//! record sees these and refuses; one that had it open, or does not know of them, finds no turn to take, and the
//! server refuses whatever it would write. The last transaction puts the rows in their place.

use super::{KEY_SCHEMA, MAIN_SCHEMA, Server, Unfit};
use crate::engine::{Connection, query, query_of};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};

/// Beside each of the two schemas, as long as the record arrives.
const MARK: &str = "candour_arriving";
const CREATE_MARK: &str = "CREATE SCHEMA candour_arriving; CREATE SCHEMA candour_keys_arriving; \
    CREATE TABLE candour_arriving.mark (id BIGINT PRIMARY KEY CHECK (id = 1), kind TEXT NOT NULL, token TEXT NOT NULL, \
    origin TEXT NOT NULL, replaced TEXT, replaced_keys TEXT)";
const CREATE_MAIN: &str = "CREATE SCHEMA candour; \
    CREATE TABLE candour_arriving.writing (id BIGINT PRIMARY KEY CHECK (id = 1)); \
    INSERT INTO candour_arriving.writing VALUES (1)";
const CREATE_KEYS: &str = "CREATE SCHEMA candour_keys; \
    CREATE TABLE candour_keys_arriving.writing (id BIGINT PRIMARY KEY CHECK (id = 1)); \
    INSERT INTO candour_keys_arriving.writing VALUES (1)";
const KEEP_KEYS: &str = "ALTER TABLE candour_keys.writing SET SCHEMA candour_keys_arriving";
const GIVE_KEYS_BACK: &str = "ALTER TABLE candour_keys_arriving.writing SET SCHEMA candour_keys";
const DROP_MARK: &str = "DROP SCHEMA candour_arriving CASCADE; DROP SCHEMA candour_keys_arriving CASCADE";
const ARRIVE: &str = "ALTER TABLE candour_arriving.writing SET SCHEMA candour";
const READ_MARK: &str =
    "SELECT kind, token, origin, replaced, replaced_keys FROM candour_arriving.mark WHERE id = 1";
const NOTE_MARK: &str = "INSERT INTO candour_arriving.mark VALUES (1, $1, $2, $3, $4, $5)";
/// Columns that the server numbers by itself.
const NUMBERED: &str = "SELECT n.nspname::text AS schema, t.relname::text AS \"table\", c.attname::text AS \"column\" \
    FROM pg_attribute AS c JOIN pg_class AS t ON t.oid = c.attrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace \
    WHERE c.attidentity <> '' AND n.nspname IN ('candour', 'candour_keys') ORDER BY 1, 2";
/// Other connections of a Candour to this database. Everybody may see the names of applications.
const OTHERS: &str = "SELECT count(*)::bigint AS others FROM pg_stat_activity \
    WHERE datname = current_database() AND application_name = 'candour' AND pid <> pg_backend_pid()";

/// Why a record arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Move,
    Restore,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Restore => "restore",
        }
    }
}

/// What is noted of a record that arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) kind: Kind,
    /// Drawn when it began.
    pub(crate) token: String,
    /// The ledger's origin.
    pub(crate) origin: String,
    /// The schema that the record lies in which it takes the place of.
    pub(crate) replaced: Option<String>,
    /// The same of the keys; where the keys stay, there is none.
    pub(crate) replaced_keys: Option<String>,
}

/// What there is in a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Neither schema.
    Nothing,
    /// One schema of two, by its name.
    Half(&'static str),
    /// A record that arrives.
    Arriving(Mark),
    /// A record.
    Record,
}

impl Server {
    /// The same server, for whoever brings the record.
    pub(crate) fn arriving(&self) -> Self {
        Self { options: self.options.clone().application_name("candour: arriving"), arriving: true }
    }

    /// Whether this is for whoever brings the record.
    pub(crate) const fn brings(&self) -> bool {
        self.arriving
    }

    /// What there is, on a server that will do.
    pub(crate) async fn holds(&self) -> Result<Holds, Unfit> {
        let names = self.schemas().await?;
        let has = |schema: &str| names.iter().any(|name| name == schema);
        if has(MARK) {
            let mut connection = Connection::Postgres(self.arriving().options.connect().await?);
            let mark = mark(&mut connection).await;
            connection.close().await?;
            return Ok(Holds::Arriving(mark?));
        }
        Ok(match (has(MAIN_SCHEMA), has(KEY_SCHEMA)) {
            (false, false) => Holds::Nothing,
            (true, true) => Holds::Record,
            (true, false) => Holds::Half(MAIN_SCHEMA),
            (false, true) => Holds::Half(KEY_SCHEMA),
        })
    }

    /// Makes empty schemas for a record that arrives. What is there is kept under the names that the mark gives; keys
    /// that it gives no name for stay in their place.
    pub(crate) async fn begin_arriving(&self, mark: &Mark, keys_stay: bool) -> Result<(), sqlx::Error> {
        let mut on = Connection::Postgres(self.arriving().options.connect().await?);
        on.run("BEGIN").await?;
        on.run(CREATE_MARK).await?;
        query(NOTE_MARK)
            .bind(mark.kind.as_str())
            .bind(&mark.token)
            .bind(&mark.origin)
            .bind(mark.replaced.as_deref())
            .bind(mark.replaced_keys.as_deref())
            .execute(&mut on)
            .await?;
        for (schema, aside) in [(MAIN_SCHEMA, &mark.replaced), (KEY_SCHEMA, &mark.replaced_keys)] {
            if let Some(aside) = aside {
                on.run_text(format!("ALTER SCHEMA {schema} RENAME TO {aside}")).await?;
            }
        }
        on.run(CREATE_MAIN).await?;
        on.run(if keys_stay { KEEP_KEYS } else { CREATE_KEYS }).await?;
        on.commit().await?;
        on.close().await
    }

    /// Puts everything back as it was before the record began to arrive.
    pub(crate) async fn undo_arriving(&self, mark: &Mark) -> Result<(), sqlx::Error> {
        let mut on = Connection::Postgres(self.arriving().options.connect().await?);
        on.run("BEGIN").await?;
        on.run("DROP SCHEMA candour CASCADE").await?;
        if let Some(aside) = &mark.replaced {
            on.run_text(format!("ALTER SCHEMA {aside} RENAME TO {MAIN_SCHEMA}")).await?;
        }
        match (&mark.replaced, &mark.replaced_keys) {
            // The keys stayed where they were.
            (Some(_), None) => on.run(GIVE_KEYS_BACK).await?,
            (_, aside) => {
                on.run("DROP SCHEMA candour_keys CASCADE").await?;
                if let Some(aside) = aside {
                    on.run_text(format!("ALTER SCHEMA {aside} RENAME TO {KEY_SCHEMA}")).await?;
                }
            }
        }
        on.run(DROP_MARK).await?;
        on.commit().await?;
        on.close().await
    }

    /// Whether another process has the record open.
    pub(crate) async fn is_in_use(&self) -> Result<bool, sqlx::Error> {
        let mut on = self.arriving().options.connect().await?;
        let row = sqlx::query(OTHERS).fetch_one(&mut on).await?;
        let others: i64 = row.try_get("others")?;
        on.close().await?;
        Ok(others > 0)
    }
}

async fn mark(on: &mut Connection) -> Result<Mark, sqlx::Error> {
    let row = query(READ_MARK).fetch_one(on).await?;
    let kind: String = row.get("kind")?;
    Ok(Mark {
        kind: if kind == Kind::Move.as_str() { Kind::Move } else { Kind::Restore },
        token: row.get("token")?,
        origin: row.get("origin")?,
        replaced: row.get("replaced")?,
        replaced_keys: row.get("replaced_keys")?,
    })
}

/// The record has arrived: what the server numbers by itself goes on after what came, and writers may take turns. In one
/// transaction, which makes durable whatever was written before it too.
pub(crate) async fn arrive(on: &mut Connection) -> Result<(), sqlx::Error> {
    on.run("RESET synchronous_commit").await?;
    on.run("BEGIN").await?;
    for row in query(NUMBERED).fetch_all(on).await? {
        let (schema, table, column): (String, String, String) =
            (row.get("schema")?, row.get("table")?, row.get("column")?);
        query_of(format!(
            "SELECT setval(pg_get_serial_sequence('\"{schema}\".\"{table}\"', '{column}'), \
             COALESCE(max(\"{column}\"), 1), max(\"{column}\") IS NOT NULL) FROM \"{schema}\".\"{table}\""
        ))
        .fetch_one(on)
        .await?;
    }
    on.run(ARRIVE).await?;
    on.run(GIVE_KEYS_BACK).await?;
    on.run(DROP_MARK).await?;
    on.commit().await
}
