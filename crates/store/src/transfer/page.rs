//! The rows of a table in the order of its key, a page at a time.

use super::{
    TransferError,
    table::{Cell, Table},
};
use crate::engine::{Connection, query_of};
use std::{cmp::Ordering, collections::VecDeque};

/// Rows that are read at a time. A sealed text takes some kilobytes, so a page takes a few megabytes at most.
const PAGE: usize = 500;

/// Where the reading of a table is.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    table: &'t Table,
    first: String,
    next: String,
    page: VecDeque<Vec<Cell>>,
    last: Option<Vec<Cell>>,
    is_at_end: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(table: &'t Table) -> Self {
        let (list, key, name) = (table.list(), table.key_list(), super::quoted(&table.name));
        let places = (1..=table.key.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        Self {
            table,
            first: format!("SELECT {list} FROM {name} ORDER BY {key} LIMIT {PAGE}"),
            next: format!("SELECT {list} FROM {name} WHERE ({key}) > ({places}) ORDER BY {key} LIMIT {PAGE}"),
            page: VecDeque::new(),
            last: None,
            is_at_end: false,
        }
    }

    /// The next row.
    pub(super) async fn next(&mut self, on: &mut Connection) -> Result<Option<Vec<Cell>>, TransferError> {
        if self.page.is_empty() && !self.is_at_end {
            self.fill(on).await?;
        }
        let row = self.page.pop_front();
        if let (Some(row), Some(last)) = (&row, &self.last)
            && self.table.order(last, row) != Ordering::Less
        {
            return Err(TransferError::Order { table: self.table.name.clone() });
        }
        if row.is_some() {
            self.last.clone_from(&row);
        }
        Ok(row)
    }

    async fn fill(&mut self, on: &mut Connection) -> Result<(), TransferError> {
        let rows = match &self.last {
            None => query_of(self.first.clone()).fetch_all(on).await,
            Some(last) => {
                let mut query = query_of(self.next.clone());
                for (place, cell) in self.table.key.iter().zip(self.table.key_of(last)) {
                    let kind = self.table.columns.get(*place).map(|column| column.kind);
                    query = query.bind(cell.value(kind.unwrap_or(super::table::Kind::Bytes)));
                }
                query.fetch_all(on).await
            }
        };
        let rows = rows.map_err(self.table.failed())?;
        self.is_at_end = rows.len() < PAGE;
        self.page = rows.iter().map(|row| self.table.read(row)).collect::<Result<_, _>>()?;
        Ok(())
    }
}
