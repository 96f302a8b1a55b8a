//! Rows into a table: many at once, as each database takes them best.

use super::{
    TransferError, quoted,
    table::{Cell, Table},
};
use crate::engine::{Connection, query_of};

/// What a binary copy begins with: a signature, no flags, no extension (postgresql.org/docs/15/sql-copy.html).
const COPY_HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// The number of fields that ends it.
const COPY_END: [u8; 2] = (-1_i16).to_be_bytes();
/// The length of a field that is nothing.
const COPY_NOTHING: [u8; 4] = (-1_i32).to_be_bytes();
/// Bytes that are sent at a time.
const CHUNK: usize = 1 << 20;
/// Values of one statement of SQLite, which allows 32,766.
const VALUES_MAX: usize = 2_000;

/// Inserts rows, none of which may be there.
pub(super) async fn insert(
    on: &mut Connection,
    table: &Table,
    rows: &[Vec<Cell>],
) -> Result<(), TransferError> {
    if rows.is_empty() {
        return Ok(());
    }
    match on {
        Connection::Postgres(_) => copy(on, table, rows).await,
        Connection::Sqlite(_) => insert_many(on, table, rows).await,
    }
}

/// Deletes the row with the key of this one.
pub(super) async fn delete(on: &mut Connection, table: &Table, row: &[Cell]) -> Result<(), TransferError> {
    let places = (1..=table.key.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let text = format!("DELETE FROM {} WHERE ({}) = ({places})", quoted(&table.name), table.key_list());
    let mut query = query_of(text);
    for place in &table.key {
        if let (Some(column), Some(cell)) = (table.columns.get(*place), row.get(*place)) {
            query = query.bind(cell.value(column.kind));
        }
    }
    query.execute(on).await.map(|_| ()).map_err(table.failed())
}

async fn insert_many(on: &mut Connection, table: &Table, rows: &[Vec<Cell>]) -> Result<(), TransferError> {
    for rows in rows.chunks((VALUES_MAX / table.columns.len()).max(1)) {
        let mut number = 0;
        let tuples: Vec<String> = rows
            .iter()
            .map(|row| {
                let places: Vec<String> = row
                    .iter()
                    .map(|_| {
                        number += 1;
                        format!("${number}")
                    })
                    .collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let text =
            format!("INSERT INTO {} ({}) VALUES {}", quoted(&table.name), table.list(), tuples.join(", "));
        let mut query = query_of(text);
        for row in rows {
            for (cell, column) in row.iter().zip(&table.columns) {
                query = query.bind(cell.value(column.kind));
            }
        }
        query.execute(on).await.map_err(table.failed())?;
    }
    Ok(())
}

async fn copy(on: &mut Connection, table: &Table, rows: &[Vec<Cell>]) -> Result<(), TransferError> {
    // Looked at before the copy begins, so that it is never left open.
    let mut chunks: Vec<Vec<u8>> = vec![COPY_HEADER.to_vec()];
    for row in rows {
        let bytes = encoded(table, row)?;
        match chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => chunk.extend(bytes),
            _ => chunks.push(bytes),
        }
    }
    chunks.push(COPY_END.to_vec());
    let text = format!("COPY {} ({}) FROM STDIN (FORMAT binary)", quoted(&table.name), table.list());
    on.copy_in(&text, chunks).await.map_err(table.failed())
}

fn encoded(table: &Table, row: &[Cell]) -> Result<Vec<u8>, TransferError> {
    let fields = i16::try_from(row.len()).map_err(|_| TransferError::Order { table: table.name.clone() })?;
    let mut out = fields.to_be_bytes().to_vec();
    for (cell, column) in row.iter().zip(&table.columns) {
        let bytes: &[u8] = match cell {
            Cell::Nothing => {
                out.extend(COPY_NOTHING);
                continue;
            }
            Cell::Flag(flag) => &[u8::from(*flag)],
            Cell::Number(number) => &number.to_be_bytes(),
            // PostgreSQL holds every text but one with a zero byte in it.
            Cell::Text(text) if text.contains('\0') => return Err(table.not_held(column)),
            Cell::Text(text) => text.as_bytes(),
            Cell::Bytes(bytes) => bytes,
        };
        let length = i32::try_from(bytes.len()).map_err(|_| table.not_held(column))?;
        out.extend(length.to_be_bytes());
        out.extend_from_slice(bytes);
    }
    Ok(out)
}
