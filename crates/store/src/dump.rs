//! Every row of the read models, as bytes that compare.

use crate::{
    engine::{Connection, Row, query},
    fault::nothing_written,
    sql::{Whole, read},
};
use service::ports::StoreError;

/// The read models, table by table in the order of their keys. Each value is written with its type and length, so that
/// no two different states give the same bytes.
pub(crate) async fn models(connection: &mut Connection) -> Result<Vec<u8>, StoreError> {
    let mut out = Vec::new();
    for (table, statement) in [
        ("cases", read::ALL_CASES),
        ("tasks", read::ALL_TASKS),
        ("letters", read::ALL_LETTERS),
        ("keeper_acts", read::ALL_KEEPER_ACTS),
    ] {
        dump(connection, table, statement, &mut out).await?;
    }
    Ok(out)
}

async fn dump(
    connection: &mut Connection,
    table: &'static str,
    statement: Whole,
    out: &mut Vec<u8>,
) -> Result<(), StoreError> {
    let rows = query(statement.text()).fetch_all(connection).await.map_err(nothing_written)?;
    out.extend_from_slice(format!("{table} {}\n", rows.len()).as_bytes());
    for row in &rows {
        for place in 0..row.len() {
            value(row, place, out).map_err(|_| StoreError::Corrupt { table })?;
        }
        out.push(b'\n');
    }
    Ok(())
}

/// Writes `-` for nothing, `i` and the decimal number, or `t`, the length and the text. A flag is a number, as one of
/// the databases keeps it; that one would also read any number as a flag, so a number is tried first.
fn value(row: &Row, place: usize, out: &mut Vec<u8>) -> Result<(), sqlx::Error> {
    let number = match row.at::<Option<i64>>(place) {
        Ok(number) => Ok(number),
        Err(_) => row.at::<Option<bool>>(place).map(|flag| flag.map(i64::from)),
    };
    match number {
        Ok(None) => out.extend_from_slice(b"- "),
        Ok(Some(number)) => out.extend_from_slice(format!("i{number} ").as_bytes()),
        Err(_) => {
            let text: String = row.at(place)?;
            out.extend_from_slice(format!("t{}:{text} ", text.len()).as_bytes());
        }
    }
    Ok(())
}
