//! Every row of the read models, as bytes that compare.

use crate::{
    fault::nothing_written,
    sql::{Whole, read},
};
use service::ports::StoreError;
use sqlx::{Column as _, Row as _, SqliteConnection, TypeInfo as _, ValueRef as _, sqlite::SqliteRow};

/// The read models, table by table in the order of their keys. Each value is written with its type and length, so that
/// no two different states give the same bytes.
pub(crate) async fn models(connection: &mut SqliteConnection) -> Result<Vec<u8>, StoreError> {
    let mut out = Vec::new();
    for (table, statement) in
        [("cases", read::ALL_CASES), ("tasks", read::ALL_TASKS), ("letters", read::ALL_LETTERS)]
    {
        dump(connection, table, statement, &mut out).await?;
    }
    Ok(out)
}

async fn dump(
    connection: &mut SqliteConnection,
    table: &'static str,
    statement: Whole,
    out: &mut Vec<u8>,
) -> Result<(), StoreError> {
    let rows = sqlx::query(statement.text()).fetch_all(connection).await.map_err(nothing_written)?;
    out.extend_from_slice(format!("{table} {}\n", rows.len()).as_bytes());
    for row in &rows {
        for column in row.columns() {
            value(row, column.ordinal(), out).map_err(|_| StoreError::Corrupt { table })?;
        }
        out.push(b'\n');
    }
    Ok(())
}

/// Writes `-` for nothing, `i` and the decimal number, or `t`, the length and the text.
fn value(row: &SqliteRow, ordinal: usize, out: &mut Vec<u8>) -> Result<(), sqlx::Error> {
    let raw = row.try_get_raw(ordinal)?;
    if raw.is_null() {
        out.extend_from_slice(b"- ");
    } else if raw.type_info().name() == "TEXT" {
        let text: &str = row.try_get(ordinal)?;
        out.extend_from_slice(format!("t{}:{text} ", text.len()).as_bytes());
    } else {
        let number: i64 = row.try_get_unchecked(ordinal)?;
        out.extend_from_slice(format!("i{number} ").as_bytes());
    }
    Ok(())
}
