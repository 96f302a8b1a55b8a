//! Tables as both databases describe them.

use super::TransferError;
use crate::engine::{Connection, Row, Value, query};
use std::cmp::Ordering;

/// Tables that belong to one database and not to the record.
const OWN: [&str; 4] = ["migrations", "writing", "sequencer_lease", crate::frozen::TABLE];

/// Every column: its table, its name, its type, and its place in the primary key from 0, or -1.
const OF_SQLITE: &str = "SELECT t.name AS \"table\", c.name AS \"column\", lower(c.type) AS type, c.pk - 1 AS place \
    FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c \
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.name";
const OF_POSTGRES: &str = "SELECT t.relname::text AS \"table\", c.attname::text AS \"column\", \
    format_type(c.atttypid, NULL) AS type, COALESCE(array_position(i.indkey::int2[], c.attnum), -1)::bigint AS place \
    FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped \
    LEFT JOIN pg_index AS i ON i.indrelid = t.oid AND i.indisprimary \
    WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p') \
    ORDER BY t.relname::text COLLATE \"C\", c.attname::text COLLATE \"C\"";

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Bytes,
    Number,
    Flag,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        match declared {
            "text" => Some(Self::Text),
            "bytea" => Some(Self::Bytes),
            "bigint" | "integer" => Some(Self::Number),
            "boolean" => Some(Self::Flag),
            _ => None,
        }
    }
}

/// One value. The order is that of both databases: text and bytes by their bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cell {
    Nothing,
    Flag(bool),
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A column, in the order of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// A table of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    /// Places in `columns` of the primary key, in its order.
    pub(crate) key: Vec<usize>,
}

/// A name, as it stands in a statement.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The tables of a file or a schema that hold the record, in the order of their names.
pub(crate) async fn tables(of: &mut Connection) -> Result<Vec<Table>, TransferError> {
    let text = match of {
        Connection::Sqlite(_) => OF_SQLITE,
        Connection::Postgres(_) => OF_POSTGRES,
    };
    let rows = query(text).fetch_all(of).await.map_err(TransferError::Catalogue)?;
    let mut found: Vec<(Table, Vec<(i64, usize)>)> = Vec::new();
    for row in &rows {
        let read = |name| row.get::<String>(name).map_err(TransferError::Catalogue);
        let (table, column) = (read("table")?, read("column")?);
        if OWN.contains(&table.as_str()) {
            continue;
        }
        let Some(kind) = Kind::of(&read("type")?) else { return Err(TransferError::Kind { table, column }) };
        if found.last().is_none_or(|(last, _)| last.name != table) {
            found.push((Table { name: table, columns: Vec::new(), key: Vec::new() }, Vec::new()));
        }
        let place: i64 = row.get("place").map_err(TransferError::Catalogue)?;
        if let Some((last, key)) = found.last_mut() {
            if place >= 0 {
                key.push((place, last.columns.len()));
            }
            last.columns.push(Column { name: column, kind });
        }
    }
    found.into_iter().map(|(table, key)| with_key(table, key)).collect()
}

fn with_key(mut table: Table, mut key: Vec<(i64, usize)>) -> Result<Table, TransferError> {
    key.sort_unstable();
    table.key = key.into_iter().map(|(_, column)| column).collect();
    if table.key.is_empty() {
        return Err(TransferError::Unlike { table: table.name, why: "it has no primary key" });
    }
    Ok(table)
}

impl Table {
    /// Its columns, as they stand in a statement.
    pub(crate) fn list(&self) -> String {
        self.columns.iter().map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ")
    }

    /// The columns of its key, as they stand in a statement.
    pub(crate) fn key_list(&self) -> String {
        let names = self.key.iter().filter_map(|place| self.columns.get(*place));
        names.map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ")
    }

    /// The key of a row.
    pub(crate) fn key_of<'r>(&self, row: &'r [Cell]) -> Vec<&'r Cell> {
        self.key.iter().filter_map(|place| row.get(*place)).collect()
    }

    /// Which of two rows comes first.
    pub(crate) fn order(&self, one: &[Cell], other: &[Cell]) -> Ordering {
        self.key_of(one).cmp(&self.key_of(other))
    }

    /// Reads a row whose columns are those of [`list`](Self::list).
    pub(crate) fn read(&self, row: &Row) -> Result<Vec<Cell>, TransferError> {
        let cells = self.columns.iter().enumerate().map(|(place, column)| {
            let cell = match column.kind {
                Kind::Text => row.at::<Option<String>>(place).map(|value| value.map(Cell::Text)),
                Kind::Bytes => row.at::<Option<Vec<u8>>>(place).map(|value| value.map(Cell::Bytes)),
                Kind::Number => row.at::<Option<i64>>(place).map(|value| value.map(Cell::Number)),
                Kind::Flag => row.at::<Option<bool>>(place).map(|value| value.map(Cell::Flag)),
            };
            match cell {
                Ok(cell) => Ok(cell.unwrap_or(Cell::Nothing)),
                // SQLite keeps what it is given, whatever was declared.
                Err(_) => Err(self.not_held(column)),
            }
        });
        cells.collect()
    }

    pub(crate) fn not_held(&self, column: &Column) -> TransferError {
        TransferError::Value { table: self.name.clone(), column: column.name.clone() }
    }

    pub(crate) fn failed(&self) -> impl Fn(sqlx::Error) -> TransferError + '_ {
        |source| TransferError::Database { table: self.name.clone(), source }
    }
}

impl Cell {
    /// The value, for a statement; nothing has the type of its column.
    pub(crate) fn value(&self, kind: Kind) -> Value<'_> {
        match (self, kind) {
            (Self::Text(text), _) => Value::Text(Some(text)),
            (Self::Bytes(bytes), _) => Value::Bytes(Some(bytes)),
            (Self::Number(number), _) => Value::Number(Some(*number)),
            (Self::Flag(flag), _) => Value::Flag(*flag),
            (Self::Nothing, Kind::Text) => Value::Text(None),
            (Self::Nothing, Kind::Bytes) => Value::Bytes(None),
            (Self::Nothing, Kind::Number | Kind::Flag) => Value::Number(None),
        }
    }
}
