//! What a database finds wrong with its own files.
//!
//! SQLite looks at all of its pages. A server looks after its files itself, and counts what it found damaged while it
//! read; its indices are held against their tables where the extension `amcheck` is there and may be used
//! (postgresql.org/docs/15/amcheck.html).

use crate::{
    engine::{Pool, query, query_of},
    fault::nothing_written,
    transfer::quoted,
};
use service::ports::StoreError;

const OF_FILE: &str = "PRAGMA integrity_check";
/// Pages whose checksums did not fit; nothing where the server keeps none.
const DAMAGED: &str =
    "SELECT checksum_failures::bigint AS damaged FROM pg_stat_database WHERE datname = current_database()";
const INDICES: &str = "SELECT i.indexrelid::regclass::text AS name, i.indisvalid AS valid, a.amname = 'btree' AS ordered \
    FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_am AS a ON a.oid = c.relam \
    WHERE c.relnamespace = current_schema()::regnamespace ORDER BY 1";
/// The schema of the extension, where it is there and whoever asks may use it.
const CHECKER: &str = "SELECT n.nspname::text AS schema FROM pg_extension AS e \
    JOIN pg_namespace AS n ON n.oid = e.extnamespace \
    JOIN pg_proc AS f ON f.pronamespace = n.oid AND f.proname = 'bt_index_check' AND f.pronargs = 2 \
    WHERE e.extname = 'amcheck' AND has_function_privilege(f.oid, 'EXECUTE') \
    AND has_schema_privilege(n.oid, 'USAGE')";

/// Where and what, of a file or a schema.
pub(crate) async fn examine(pool: &Pool, place: &str) -> Result<Vec<(String, String)>, StoreError> {
    match pool {
        Pool::Sqlite(_) => file(pool, place).await,
        Pool::Postgres(_) => schema(pool, place).await,
    }
}

async fn file(pool: &Pool, file: &str) -> Result<Vec<(String, String)>, StoreError> {
    match pool.fetch_all(query(OF_FILE)).await {
        Ok(rows) => {
            let said = rows.iter().filter_map(|row| row.at::<String>(0).ok());
            Ok(said.filter(|said| said != "ok").map(|said| (file.to_owned(), said)).collect())
        }
        Err(sqlx::Error::Database(error)) => Ok(vec![(file.to_owned(), error.to_string())]),
        Err(error) => Err(nothing_written(error)),
    }
}

async fn schema(pool: &Pool, schema: &str) -> Result<Vec<(String, String)>, StoreError> {
    let mut found = Vec::new();
    let failed = pool.fetch_optional(query(DAMAGED)).await.map_err(nothing_written)?;
    let damaged = failed.and_then(|row| row.get::<Option<i64>>("damaged").ok().flatten()).unwrap_or(0);
    if damaged > 0 {
        found.push((
            schema.to_owned(),
            format!("the server read {damaged} pages of this database whose checksums did not fit"),
        ));
    }
    let checker = pool.fetch_optional(query(CHECKER)).await.map_err(nothing_written)?;
    let checker: Option<String> =
        checker.map(|row| row.get("schema")).transpose().map_err(nothing_written)?;
    for row in pool.fetch_all(query(INDICES)).await.map_err(nothing_written)? {
        let name: String = row.get("name").map_err(nothing_written)?;
        let at = format!("{schema}, the index {name}");
        if !row.get::<bool>("valid").map_err(nothing_written)? {
            found.push((at, "is not valid".to_owned()));
            continue;
        }
        let Some(checker) = checker.as_ref().filter(|_| row.get::<bool>("ordered").unwrap_or(false)) else {
            continue;
        };
        // Each row of the table must be in the index too.
        let check = query_of(format!("SELECT {}.bt_index_check($1::text::regclass, true)", quoted(checker)));
        match pool.fetch_all(check.bind(&name)).await {
            Ok(_) => {}
            Err(sqlx::Error::Database(error)) => found.push((at, error.message().to_owned())),
            Err(error) => return Err(nothing_written(error)),
        }
    }
    Ok(found)
}
