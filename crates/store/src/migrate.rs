//! Migrations: numbered, forward only, and never changed once they were applied anywhere.

use crate::engine::{Connection, query};
use sha2::{Digest as _, Sha256};

/// One numbered file, as each database understands it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) version: i64,
    pub(crate) file: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

impl Migration {
    const fn text(&self, connection: &Connection) -> &'static str {
        match connection {
            Connection::Sqlite(_) => self.sqlite,
            Connection::Postgres(_) => self.postgres,
        }
    }
}

macro_rules! migration {
    ($version:literal, $file:literal) => {
        Migration {
            version: $version,
            file: $file,
            sqlite: include_str!(concat!("../migrations/sqlite/", $file)),
            postgres: include_str!(concat!("../migrations/postgres/", $file)),
        }
    };
}

/// Those of the database.
pub(crate) const MAIN: &[Migration] = &[
    migration!(1, "main/0001_begin.sql"),
    migration!(2, "main/0002_promises.sql"),
    migration!(3, "main/0003_packs.sql"),
    migration!(4, "main/0004_restores.sql"),
    migration!(5, "main/0005_lease.sql"),
    migration!(6, "main/0006_passkeys.sql"),
    migration!(7, "main/0007_behind_an_entry.sql"),
    migration!(8, "main/0008_dual_control.sql"),
    migration!(9, "main/0009_rebuilding.sql"),
    migration!(10, "main/0010_organisations.sql"),
    migration!(11, "main/0011_clinic_day.sql"),
    migration!(12, "main/0012_breaches.sql"),
    migration!(13, "main/0013_contacts.sql"),
    migration!(14, "main/0014_consoles.sql"),
    migration!(15, "main/0015_who_has_left.sql"),
    migration!(16, "main/0016_leaves_by_time.sql"),
    migration!(17, "main/0017_lists.sql"),
];
/// Those of the keystore.
pub(crate) const KEYSTORE: &[Migration] =
    &[migration!(1, "keystore/0001_begin.sql"), migration!(2, "keystore/0002_by_epoch.sql")];

/// Why a file cannot be brought to this build's schema.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// A migration that was applied reads differently now.
    #[error("the migration {file} was changed after it had been applied")]
    Changed {
        /// Which file.
        file: String,
    },
    /// The database was written by a newer build.
    #[error("the database has migration {version}, which this build does not know")]
    Newer {
        /// Its number.
        version: i64,
    },
    /// A migration failed; the database is as it was before it.
    #[error("the migration {file} failed")]
    Failed {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
    /// The list of applied migrations could not be read or begun.
    #[error("the list of applied migrations does not read")]
    Unreadable(#[source] sqlx::Error),
}

const BEGIN_LIST: &str = "CREATE TABLE IF NOT EXISTS migrations \
    (version BIGINT NOT NULL PRIMARY KEY, file TEXT NOT NULL, checksum TEXT NOT NULL)";
const LIST: &str = "SELECT version, file, checksum FROM migrations ORDER BY version";
const NOTE: &str = "INSERT INTO migrations (version, file, checksum) VALUES ($1, $2, $3)";

/// Applies what has not been applied, each file in a transaction of its own.
///
/// The list is read inside it, because another node may be doing the same.
pub(crate) async fn migrate(
    connection: &mut Connection,
    migrations: &[Migration],
) -> Result<(), MigrationError> {
    query(BEGIN_LIST).execute(connection).await.map_err(MigrationError::Unreadable)?;
    loop {
        connection.begin().await.map_err(MigrationError::Unreadable)?;
        let done = apply_next(connection, migrations).await;
        // The error that matters is the first one; a failing rollback ends with the connection anyway.
        if !matches!(done, Ok(true)) {
            let _ = connection.rollback().await;
            return done.map(|_| ());
        }
    }
}

/// Whether exactly these migrations were applied. It only reads.
pub(crate) async fn is_current(
    connection: &mut Connection,
    migrations: &[Migration],
) -> Result<bool, MigrationError> {
    let applied = applied(connection, migrations).await?;
    Ok(migrations.last().is_none_or(|last| last.version == applied))
}

/// Applies the first migration that was not; says whether there was one.
async fn apply_next(connection: &mut Connection, migrations: &[Migration]) -> Result<bool, MigrationError> {
    let applied = applied(connection, migrations).await?;
    let Some(next) = migrations.iter().find(|migration| migration.version > applied) else {
        return Ok(false);
    };
    match apply(connection, next).await {
        Ok(()) => Ok(true),
        Err(source) => Err(MigrationError::Failed { file: next.file.to_owned(), source }),
    }
}

/// The last migration that was applied; each of them must be one of ours.
async fn applied(connection: &mut Connection, migrations: &[Migration]) -> Result<i64, MigrationError> {
    let unreadable = MigrationError::Unreadable;
    let rows = query(LIST).fetch_all(connection).await.map_err(unreadable)?;
    let mut applied = 0;
    for row in rows {
        let version: i64 = row.get("version").map_err(unreadable)?;
        let file: String = row.get("file").map_err(unreadable)?;
        let sum: String = row.get("checksum").map_err(unreadable)?;
        let Some(known) = migrations.iter().find(|migration| migration.version == version) else {
            return Err(MigrationError::Newer { version });
        };
        if checksum(known.text(connection)) != sum {
            return Err(MigrationError::Changed { file });
        }
        applied = version;
    }
    Ok(applied)
}

async fn apply(connection: &mut Connection, migration: &Migration) -> Result<(), sqlx::Error> {
    let text = migration.text(connection);
    connection.run_file(text).await?;
    query(NOTE).bind(migration.version).bind(migration.file).bind(checksum(text)).execute(connection).await?;
    connection.commit().await
}

/// SHA-256 in hexadecimal.
fn checksum(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Migration = Migration {
        version: 1,
        file: "0001_a.sql",
        sqlite: "CREATE TABLE a (x BIGINT); CREATE TABLE b (y TEXT);",
        postgres: "",
    };
    const SECOND: Migration = Migration {
        version: 2,
        file: "0002_b.sql",
        sqlite: "ALTER TABLE a ADD COLUMN z TEXT;",
        postgres: "",
    };

    async fn empty() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        crate::files::create_private(&file).unwrap();
        let connection = crate::engine::sqlite::writer(&file, None).await.unwrap();
        (folder, connection)
    }

    #[tokio::test]
    async fn each_file_is_applied_once_and_in_order() {
        let (_folder, mut db) = empty().await;
        migrate(&mut db, &[FIRST]).await.unwrap();
        migrate(&mut db, &[FIRST, SECOND]).await.unwrap();
        migrate(&mut db, &[FIRST, SECOND]).await.unwrap();
        query("SELECT z FROM a").fetch_all(&mut db).await.unwrap();
    }

    #[tokio::test]
    async fn a_file_that_was_changed_after_it_was_applied_is_named() {
        let (_folder, mut db) = empty().await;
        migrate(&mut db, &[FIRST]).await.unwrap();
        let changed = Migration { sqlite: "CREATE TABLE a (x TEXT);", ..FIRST };
        let error = migrate(&mut db, &[changed, SECOND]).await.unwrap_err();
        assert_eq!(error.to_string(), "the migration 0001_a.sql was changed after it had been applied");
    }

    #[tokio::test]
    async fn a_database_of_a_newer_build_is_refused() {
        let (_folder, mut db) = empty().await;
        migrate(&mut db, &[FIRST, SECOND]).await.unwrap();
        assert!(matches!(migrate(&mut db, &[FIRST]).await, Err(MigrationError::Newer { version: 2 })));
    }

    #[tokio::test]
    async fn a_failing_file_leaves_nothing_of_itself() {
        let (_folder, mut db) = empty().await;
        let broken = Migration {
            version: 1,
            file: "0001_x.sql",
            sqlite: "CREATE TABLE c (x TEXT); CREATE TABEL d;",
            postgres: "",
        };
        assert!(matches!(migrate(&mut db, &[broken]).await, Err(MigrationError::Failed { .. })));
        migrate(&mut db, &[FIRST]).await.unwrap();
        assert!(query("SELECT x FROM c").fetch_all(&mut db).await.is_err());
    }

    #[test]
    fn versions_count_up_and_stand_in_the_file_names() {
        for list in [MAIN, KEYSTORE] {
            for (place, migration) in list.iter().enumerate() {
                assert_eq!(migration.version, i64::try_from(place).unwrap() + 1);
                assert!(
                    migration.file.contains(&format!("/{:04}_", migration.version)),
                    "{}",
                    migration.file
                );
            }
        }
    }
}
