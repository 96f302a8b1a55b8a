//! One side made like the other, and both compared.

use super::{
    TransferError, Travelled,
    page::Cursor,
    put,
    table::{Cell, Table},
};
use crate::engine::Connection;
use std::cmp::Ordering;

/// How many rows are written at once, and how many of those that are still to be written are kept in memory.
const WAITING_MAX: usize = 2_000;

/// Makes a table like another: what is missing is inserted, what is too much is deleted, what differs is replaced.
///
/// Whatever has to go goes before anything comes, because a unique column may have passed from one row to another.
/// Where nobody holds a transaction open each batch is durable by itself, so that the same again goes on.
pub(crate) async fn merge(
    from: &mut Connection,
    to: &mut Connection,
    table: &Table,
    done: &mut Travelled,
    mut progress: impl FnMut(&str, u64),
) -> Result<(), TransferError> {
    let mut walk = Walk::new(table);
    // Rows to be inserted; `None` where they are too many to be kept.
    let mut waiting = Some(Vec::new());
    let mut rows = 0;
    let mut is_empty = true;
    while let Some(step) = walk.next(from, to).await? {
        is_empty &= matches!(step, Step::Missing(_));
        rows += u64::from(!matches!(step, Step::TooMuch(_)));
        match step {
            Step::Same => {}
            Step::TooMuch(row) => {
                put::delete(to, table, &row).await?;
                done.deleted += 1;
            }
            Step::Missing(row) => keep(&mut waiting, row),
            Step::Other { row, instead_of } => {
                put::delete(to, table, &instead_of).await?;
                keep(&mut waiting, row);
            }
        }
        // An empty table has nothing that could be in the way.
        if is_empty && let Some(batch) = waiting.as_mut().filter(|waiting| waiting.len() >= WAITING_MAX) {
            put::insert(to, table, batch).await?;
            done.written += batch.len() as u64;
            batch.clear();
            progress(&table.name, rows);
        }
    }
    done.rows += rows;
    match waiting {
        Some(waiting) => {
            put::insert(to, table, &waiting).await?;
            done.written += waiting.len() as u64;
        }
        None => insert_missing(from, to, table, done, &mut progress).await?,
    }
    progress(&table.name, rows);
    Ok(())
}

fn keep(waiting: &mut Option<Vec<Vec<Cell>>>, row: Vec<Cell>) {
    match waiting {
        Some(rows) if rows.len() < WAITING_MAX => rows.push(row),
        _ => *waiting = None,
    }
}

/// Inserts what is missing where nothing else has to change.
async fn insert_missing(
    from: &mut Connection,
    to: &mut Connection,
    table: &Table,
    done: &mut Travelled,
    progress: &mut impl FnMut(&str, u64),
) -> Result<(), TransferError> {
    let mut walk = Walk::new(table);
    let (mut batch, mut rows) = (Vec::new(), 0);
    while let Some(step) = walk.next(from, to).await? {
        rows += 1;
        match step {
            Step::Same => {}
            Step::Missing(row) => batch.push(row),
            Step::TooMuch(_) | Step::Other { .. } => {
                return Err(TransferError::Differs { table: table.name.clone(), row: rows });
            }
        }
        if batch.len() >= WAITING_MAX {
            put::insert(to, table, &batch).await?;
            done.written += batch.len() as u64;
            batch.clear();
            progress(&table.name, rows);
        }
    }
    put::insert(to, table, &batch).await?;
    done.written += batch.len() as u64;
    Ok(())
}

/// Compares a table with another, value by value. Gives how many rows each of them has.
pub(crate) async fn compare(
    one: &mut Connection,
    other: &mut Connection,
    table: &Table,
) -> Result<u64, TransferError> {
    let mut walk = Walk::new(table);
    let mut rows = 0;
    while let Some(step) = walk.next(one, other).await? {
        rows += 1;
        if !matches!(step, Step::Same) {
            return Err(TransferError::Differs { table: table.name.clone(), row: rows });
        }
    }
    Ok(rows)
}

/// What the next key says.
enum Step {
    /// Both have the same row.
    Same,
    /// It is only where rows come from.
    Missing(Vec<Cell>),
    /// It is only where they go to.
    TooMuch(Vec<Cell>),
    /// Both have one, and they differ.
    Other { row: Vec<Cell>, instead_of: Vec<Cell> },
}

/// Both tables, side by side in the order of their keys.
struct Walk<'t> {
    table: &'t Table,
    from: Cursor<'t>,
    to: Cursor<'t>,
    ours: Option<Vec<Cell>>,
    theirs: Option<Vec<Cell>>,
}

impl<'t> Walk<'t> {
    fn new(table: &'t Table) -> Self {
        Self { table, from: Cursor::new(table), to: Cursor::new(table), ours: None, theirs: None }
    }

    async fn next(
        &mut self,
        from: &mut Connection,
        to: &mut Connection,
    ) -> Result<Option<Step>, TransferError> {
        match (self.ours.is_none(), self.theirs.is_none()) {
            // Where both are alike both are read at the same time.
            (true, true) => {
                (self.ours, self.theirs) = tokio::try_join!(self.from.next(from), self.to.next(to))?;
            }
            (true, false) => self.ours = self.from.next(from).await?,
            (false, true) => self.theirs = self.to.next(to).await?,
            (false, false) => {}
        }
        Ok(match (self.ours.take(), self.theirs.take()) {
            (None, None) => None,
            (Some(row), None) => Some(Step::Missing(row)),
            (None, Some(row)) => Some(Step::TooMuch(row)),
            (Some(ours), Some(theirs)) => Some(match self.table.order(&ours, &theirs) {
                Ordering::Less => {
                    self.theirs = Some(theirs);
                    Step::Missing(ours)
                }
                Ordering::Greater => {
                    self.ours = Some(ours);
                    Step::TooMuch(theirs)
                }
                Ordering::Equal if ours == theirs => Step::Same,
                Ordering::Equal => Step::Other { row: ours, instead_of: theirs },
            }),
        })
    }
}
